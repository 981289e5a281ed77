"""What the search pages show: lists, facets and pages, in plain values for templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.core.paginator import Page, Paginator

from search.engines.base import Hit
from search.finding import Found
from search.highlights import Segment
from search.labels import FACET_ORDER, facet_label, soort_label, value_label
from search.query import Antwoord

PER_PAGE = 10


@dataclass(frozen=True, slots=True)
class Regel:
    """One result on screen."""

    hit: Hit
    soort: str
    titel: Sequence[Segment]
    fragment: Sequence[Segment]
    is_kader: bool


@dataclass(frozen=True, slots=True)
class Waarde:
    """A value to narrow by: `code` goes in the address, `gekozen` says whether it is chosen."""

    code: str
    label: str
    aantal: int
    gekozen: bool


@dataclass(frozen=True, slots=True)
class Verfijning:
    """A facet with the values that occur in what was found."""

    naam: str
    label: str
    waarden: Sequence[Waarde]


@dataclass(frozen=True, slots=True)
class Lijst:
    """One of the two result lists, with its place in the pages. Never counts what the user may not see."""

    naam: str
    regels: Sequence[Regel]
    totaal: int
    pagina: Page[int]
    suggestie: str | None
    degraded: bool = False
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def lijst(naam: str, antwoord: Antwoord, page: int) -> Lijst:
    """An answer as a list. `page` is the page that was asked for, from 1."""
    paginator: Paginator[int] = Paginator(range(antwoord.total), PER_PAGE)
    return Lijst(
        naam=naam,
        regels=[_regel(found, naam == "kader") for found in antwoord.found],
        totaal=antwoord.total,
        pagina=paginator.get_page(page),
        suggestie=antwoord.suggestion,
        degraded=antwoord.degraded,
        facets=antwoord.facets,
    )


def _regel(found: Found, is_kader: bool) -> Regel:
    return Regel(found.hit, soort_label(found.hit.soort), found.title, found.excerpt, is_kader)


def verfijningen(lijsten: Sequence[Lijst], chosen: Mapping[str, tuple[str, ...]]) -> list[Verfijning]:
    """The facets of both lists together. A chosen value stays, also when nothing has it any more."""
    result = []
    for facet in FACET_ORDER:
        counts: dict[str, int] = dict.fromkeys(chosen.get(facet, ()), 0)
        for one in lijsten:
            for value, count in one.facets.get(facet, {}).items():
                counts[value] = counts.get(value, 0) + count
        waarden = [
            Waarde(value, value_label(facet, value), count, value in chosen.get(facet, ()))
            for value, count in counts.items()
        ]
        waarden.sort(key=lambda waarde: (facet != "fase" and -waarde.aantal, waarde.label))
        if waarden:
            result.append(Verfijning(facet, facet_label(facet), waarden))
    return result


def period_start(name: str, now: datetime) -> datetime | None:
    """From when a period runs: "maand" or "jaar"; None for any other word."""
    first = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return {"maand": first, "jaar": first.replace(month=1)}.get(name)
