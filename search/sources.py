"""What can be found, read from the database: pages of guidance, dossiers, and their stukken.

Each kind says which index it belongs to, how one object becomes a document, and which objects there are. An object that
is no longer to be found becomes a tombstone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import override

from casefiles import access, stuksoorten
from casefiles.models import Dossier, Organisatie, Stuk
from casefiles.stuksoorten import Veldsoort
from casefiles.versions.lines import plain_text
from knowledge.handelingskader.models import HandelingskaderPagina
from search.engines.base import Change, IndexName, SearchDocument, Tombstone

PAGINA, DOSSIER, STUK = "pagina", "dossier", "stuk"

IEDEREEN = "iedereen-intern"
"""The principal of everyone who is logged in."""

_MARKUP = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"</(?:p|li|h[1-6])>|<br ?/?>")
_SPACES = re.compile(r"[ \t\xa0]+")
_BATCH = 200


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of findable object. `read` gives a document per key that may be found; a key it leaves out is gone."""

    soort: str
    index: IndexName
    read: Callable[[Reading, list[str]], Iterator[tuple[str, SearchDocument]]]
    keys: Callable[[Reading], Iterable[str]]


class Reading:
    """One run over the sources. Dossiers are read as the system, which is one row in the inzagelog per run."""

    @cached_property
    def system(self) -> access.SystemAccess:
        """Taken only when there is a dossier to read."""
        return access.for_system(access.Purpose.INDEXING)

    @cached_property
    def organisaties(self) -> dict[str, str]:
        """Names by code, as the text of a stuk shows them."""
        return dict(Organisatie.objects.values_list("code", "naam"))

    def changes(self, soort: str, counters: dict[str, int]) -> Iterator[Change]:
        """A document or tombstone for each key, with its counter as version."""
        source = SOURCES[soort]
        keys = list(counters)
        for start in range(0, len(keys), _BATCH):
            batch = keys[start : start + _BATCH]
            with override("nl"):
                found = dict(source.read(self, batch))
            for key in batch:
                document = found.get(key)
                if document is None:
                    yield Tombstone(source.index, f"{soort}:{key}", counters[key])
                else:
                    yield _with_version(document, counters[key])

    def all_keys(self, soort: str) -> list[str]:
        """The keys of every object of this kind that may be found now."""
        return list(SOURCES[soort].keys(self))


def _with_version(document: SearchDocument, version: int) -> SearchDocument:
    fields = {name: getattr(document, name) for name in SearchDocument.__slots__}
    return SearchDocument(**(fields | {"version": version}))


# -- guidance ------------------------------------------------------------------------------------------------------


def page_text(page: HandelingskaderPagina) -> str:
    """Summary and text of a page as plain lines. Redactions leave nothing, not even the words that mark them."""
    lines: list[str] = []
    for block in page.body:
        if block.block_type == "redactie":
            continue
        value = block.value
        parts: list[Any] = list(value["items"]) if "items" in value else [value["tekst"]]
        lines += [plain(getattr(part, "source", part)) for part in parts]
    text = "\n".join(line for line in lines if line)
    # A summary made from the text itself adds nothing, and would stand twice in an excerpt.
    if page.samenvatting.rstrip(" .…") in text:
        return text
    return f"{page.samenvatting}\n{text}"


def plain(markup: str) -> str:
    """The words of stored rich text. Embeds, the marks of redactions among them, disappear whole."""
    return _SPACES.sub(" ", html.unescape(_MARKUP.sub("", _BREAK.sub("\n", markup)))).strip()


def _read_pages(reading: Reading, keys: list[str]) -> Iterator[tuple[str, SearchDocument]]:
    pages = HandelingskaderPagina.objects.live().filter(pk__in=keys)
    pages = pages.prefetch_related("fase_bindingen", "onderwerp_bindingen", "tag_koppelingen__tag", "content_type")
    for page in pages:
        specific = page.specific_class or HandelingskaderPagina
        yield (
            str(page.pk),
            SearchDocument(
                index=IndexName.GUIDANCE,
                key=f"{PAGINA}:{page.pk}",
                version=0,
                soort=specific.soort,
                title=page.titel_weergave,
                text=page_text(page),
                url=page.url or "",
                principals=(IEDEREEN,),
                section=page.sleutel,
                fase=tuple(str(binding.fase) for binding in page.fase_bindingen.all()),
                onderwerp=tuple(binding.onderwerp for binding in page.onderwerp_bindingen.all()),
                tag=tuple(sorted(koppeling.tag.name for koppeling in page.tag_koppelingen.all())),
                datum=page.last_published_at,
            ),
        )


def _page_keys(reading: Reading) -> Iterable[str]:
    return (str(pk) for pk in HandelingskaderPagina.objects.live().order_by("pk").values_list("pk", flat=True))


# -- dossiers ------------------------------------------------------------------------------------------------------


def _read_dossiers(reading: Reading, keys: list[str]) -> Iterator[tuple[str, SearchDocument]]:
    for dossier in reading.system.dossiers().filter(pk__in=keys).select_related("persoon"):
        persoon = getattr(dossier, "persoon", None)
        yield (
            str(dossier.pk),
            SearchDocument(
                index=IndexName.DOSSIERS,
                key=f"{DOSSIER}:{dossier.pk}",
                version=0,
                soort=DOSSIER,
                title=dossier.nummer,
                text=persoon.naam if persoon else "",
                url=reverse("dossiers:overzicht", args=[dossier.nummer]),
                principals=tuple(access.principals_of_dossier(dossier.pk)),
                section=dossier.nummer,
                fase=(str(dossier.fase),),
                dossier=dossier.nummer,
                datum=dossier.aangemaakt_op,
            ),
        )


def _dossier_keys(reading: Reading) -> Iterable[str]:
    return (str(pk) for pk in reading.system.dossiers().order_by("pk").values_list("pk", flat=True))


def _read_stukken(reading: Reading, keys: list[str]) -> Iterator[tuple[str, SearchDocument]]:
    for stuk in reading.system.stukken().filter(pk__in=keys).select_related("dossier"):
        yield str(stuk.pk), _stuk(reading, stuk, stuk.dossier)


def _stuk(reading: Reading, stuk: Stuk, dossier: Dossier) -> SearchDocument:
    onderdelen = stuksoorten.SOORTEN[stuk.soort].onderdelen_van(stuk.schema)
    written = [onderdeel for onderdeel in onderdelen if any((stuk.inhoud.get(onderdeel.code) or {}).values())]
    labels = [
        label
        for onderdeel in onderdelen
        for veld in onderdeel.velden
        if veld.soort is Veldsoort.LABELS
        for label in (stuk.inhoud.get(onderdeel.code) or {}).get(veld.code) or []
    ]
    return SearchDocument(
        index=IndexName.DOSSIERS,
        key=f"{STUK}:{stuk.pk}",
        version=0,
        soort=stuk.soort,
        title=stuk.titel,
        text=plain_text(onderdelen, stuk.inhoud, reading.organisaties),
        url=reverse("dossiers:stuk", args=[dossier.nummer, stuk.kenmerk]),
        principals=tuple(access.principals_of_stuk(stuk)),
        section=dossier.nummer,
        fase=(str(stuk.fase),),
        onderwerp=tuple(onderdeel.onderwerp for onderdeel in written),
        tag=tuple(sorted(set(labels))),
        dossier=dossier.nummer,
        datum=stuk.gewijzigd_op,
    )


def _stuk_keys(reading: Reading) -> Iterable[str]:
    return (str(pk) for pk in reading.system.stukken().order_by("pk").values_list("pk", flat=True))


SOURCES: dict[str, Source] = {
    source.soort: source
    for source in (
        Source(PAGINA, IndexName.GUIDANCE, _read_pages, _page_keys),
        Source(DOSSIER, IndexName.DOSSIERS, _read_dossiers, _dossier_keys),
        Source(STUK, IndexName.DOSSIERS, _read_stukken, _stuk_keys),
    )
}
