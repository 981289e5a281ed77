"""A whole dossier as one version has it: its stukken to read, its team, and two of them beside each other."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casefiles.choices import Rol, Wijziging, Zichtbaarheid
from casefiles.models import Dossierversie, Stukversie, Teamstand
from casefiles.stuksoorten import SOORTEN
from casefiles.versions.compare import StukVerschil
from casefiles.versions.reading import OudStuk
from knowledge.fases import Fase
from knowledge.guidance import GuidanceCard

from .inzage import namen_of
from .leesvorm import Leesonderdeel, leesvorm


@dataclass(frozen=True)
class GelezenStuk:
    """A stuk as it was. `versie` is the one that wrote it last; `is_verborgen`: only regisseur and buddy read it."""

    titel: str
    soort_label: str
    kenmerk: str
    fase: str
    versie: int
    is_verborgen: bool
    onderdelen: list[Leesonderdeel]


@dataclass(frozen=True)
class TeamRegel:
    naam: str
    rol: str
    organisatie: str
    sinds: date


def read_all(stukken: Sequence[OudStuk], namen: Mapping[str, str]) -> list[GelezenStuk]:
    return [
        GelezenStuk(
            titel=stuk.titel,
            soort_label=stuk.soort_label,
            kenmerk=stuk.kenmerk,
            fase=str(Fase(stuk.fase).label),
            versie=stuk.versie,
            is_verborgen=stuk.zichtbaarheid != Zichtbaarheid.TEAM,
            onderdelen=leesvorm(stuk.onderdelen, stuk.inhoud, namen, zonder_titel=SOORTEN[stuk.soort].vrije_titel),
        )
        for stuk in stukken
    ]


_Lid = tuple[str, str, str, str]  # kenmerk, role, organisation code, day it began


def _leden(stand: Teamstand) -> list[_Lid]:
    rank = {Rol.REGISSEUR.value: 0, Rol.BUDDY.value: 1}
    leden: list[_Lid] = [(lid[0], lid[1], lid[2], lid[3]) for lid in stand.leden]
    return sorted(leden, key=lambda lid: (rank.get(lid[1], 2), lid[2], lid[3]))


def _line(lid: _Lid, people: Mapping[str, str], namen: Mapping[str, str]) -> TeamRegel:
    kenmerk, rol, organisatie, sinds = lid
    label = str(Rol(rol).label) if rol in Rol.values else rol
    return TeamRegel(
        people.get(kenmerk, kenmerk), label, namen.get(organisatie, organisatie), date.fromisoformat(sinds)
    )


def team_of(stand: Teamstand, namen: Mapping[str, str]) -> list[TeamRegel]:
    """The team then, under the names of now. One query."""
    leden = _leden(stand)
    people = namen_of(uuid.UUID(lid[0]) for lid in leden)
    return [_line(lid, people, namen) for lid in leden]


@dataclass(frozen=True)
class TeamVerschil:
    """Who came and who went; another role is both."""

    aantal_voor: int
    aantal_na: int
    erbij: list[TeamRegel]
    weg: list[TeamRegel]


def compare_team(before: Teamstand, after: Teamstand, namen: Mapping[str, str]) -> TeamVerschil:
    """One query."""
    old, new = _leden(before), _leden(after)
    people = namen_of(uuid.UUID(lid[0]) for lid in [*old, *new])
    came = [_line(lid, people, namen) for lid in new if lid not in old]
    went = [_line(lid, people, namen) for lid in old if lid not in new]
    return TeamVerschil(len(old), len(new), came, went)


@dataclass(frozen=True)
class KaderVerschil:
    """The guidance of two moments: what came, went and was rewritten, in the order of the handelingskader."""

    erbij: list[GuidanceCard]
    weg: list[GuidanceCard]
    anders: list[tuple[GuidanceCard, GuidanceCard]]

    @property
    def is_gelijk(self) -> bool:
        return not (self.erbij or self.weg or self.anders)


def compare_kader(before: Sequence[GuidanceCard], after: Sequence[GuidanceCard]) -> KaderVerschil:
    """By page, as each stand recorded it; a page that only moved is the same."""
    old, new = {card.page_id: card for card in before}, {card.page_id: card for card in after}
    return KaderVerschil(
        erbij=[card for card in after if card.page_id not in old],
        weg=[card for card in before if card.page_id not in new],
        anders=[(old[pk], card) for pk, card in new.items() if pk in old and _read(old[pk]) != _read(card)],
    )


def _read(card: GuidanceCard) -> tuple[str, str, str, str]:
    """What a reader sees of a card; its address and its place in the tree do not count."""
    return card.nummer, card.titel, card.samenvatting, str(card.html)


def there_before(voor: Dossierversie, verschillen: Sequence[StukVerschil]) -> set[str]:
    """Which stukken that seem to have come were there in `voor`, only not for this reader (kenmerken). One query."""
    came = [verschil.kenmerk for verschil in verschillen if verschil.wijziging is Wijziging.TOEGEVOEGD]
    rows = Stukversie.objects.filter(versie__dossier=voor.dossier_id, nummer__lte=voor.nummer, stuk__kenmerk__in=came)
    return set(rows.values_list("stuk__kenmerk", flat=True))
