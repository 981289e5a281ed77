"""Reading a dossier as it was. From stored content and its schema number alone; no model of today is asked for it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Max, QuerySet
from django.utils import timezone

from casefiles import stuksoorten
from casefiles.access import Toegang, mag_oude_versie_lezen, versies_in_tijdlijn
from casefiles.choices import Wijziging
from casefiles.models import Dossierversie, Stuk, Stukversie
from casefiles.stuksoorten import Inhoud, Onderdeel
from knowledge.handelingskader import leidraadstand
from knowledge.handelingskader.cards import GuidanceCard


@dataclass(frozen=True)
class OudStuk:
    """A stuk as one version has it. `onderdelen` are those of the schema that it was written by."""

    stuk_id: int
    soort: str
    kenmerk: str
    titel: str
    inhoud: Inhoud
    schema: int
    fase: int
    zichtbaarheid: str
    versie: int
    moment: datetime

    @property
    def onderdelen(self) -> tuple[Onderdeel, ...]:
        return stuksoorten.SOORTEN[self.soort].onderdelen_van(self.schema)

    @property
    def soort_label(self) -> str:
        return stuksoorten.SOORTEN[self.soort].label


def read_stored(row: Stukversie) -> OudStuk:
    """The content that reversion stored for this row."""
    fields: dict[str, Any] = json.loads(row.opslag.serialized_data)[0]["fields"]
    return OudStuk(
        stuk_id=row.stuk_id,
        soort=fields["soort"],
        kenmerk=fields["kenmerk"],
        titel=fields["titel"],
        inhoud=fields["inhoud"],
        schema=fields["schema"],
        fase=fields["fase"],
        zichtbaarheid=fields["zichtbaarheid"],
        versie=row.nummer,
        moment=row.versie.moment,
    )


def _last_rows(versie: Dossierversie) -> QuerySet[Stukversie]:
    """Of each stuk the last change up to this version. One query with a grouped subquery, whatever the number of
    versions."""
    last = (
        Stukversie.objects.filter(versie__dossier=versie.dossier_id, nummer__lte=versie.nummer)
        .values("stuk")
        .annotate(laatste=Max("pk"))
        .values("laatste")
    )
    rows = Stukversie.objects.filter(pk__in=last).select_related("opslag", "versie", "stuk")
    return rows.order_by("stuk__soort", "stuk_id")


def stukken_in(toegang: Toegang, versie: Dossierversie) -> list[OudStuk]:
    """The stukken as they were in this version, only those that this user may read of it. One query."""
    found = [(row.stuk, read_stored(row)) for row in _last_rows(versie) if row.wijziging != Wijziging.WEG]
    return [
        old
        for stuk, old in found
        if mag_oude_versie_lezen(toegang, stuk, old.zichtbaarheid, _seen_at(toegang, old, versie))
    ]


def _seen_at(toegang: Toegang, stuk: OudStuk, versie: Dossierversie) -> datetime:
    """The moment that decides for someone with a period: the plan in force then is theirs, other stukken when
    registered."""
    return versie.moment if stuk.soort == stuksoorten.PLAN_VAN_AANPAK.code else stuk.moment


def get_versie(toegang: Toegang, nummer: int) -> Dossierversie:
    """Raises Dossierversie.DoesNotExist alike for absent and forbidden.

    A version that changed only what the user may not read is forbidden too: that it is there says something already.
    """
    return (
        versies_in_tijdlijn(toegang)
        .select_related("auteur", "leidraadstand", "teamstand", "dossier")
        .get(nummer=nummer)
    )


def versie_op(toegang: Toegang, dag: date) -> Dossierversie | None:
    """The last version at the end of this day in Dutch time, or nothing when there was none that may be read."""
    end = timezone.make_aware(datetime.combine(dag + timedelta(days=1), time.min))
    return (
        versies_in_tijdlijn(toegang)
        .filter(moment__lt=end)
        .select_related("auteur", "leidraadstand", "teamstand", "dossier")
        .order_by("-nummer")
        .first()
    )


def guidance_in(versie: Dossierversie) -> list[GuidanceCard]:
    """The guidance that was in force when this version was made."""
    return leidraadstand.cards_in(versie.leidraadstand)


def geschiedenis(toegang: Toegang, stuk: Stuk) -> list[Stukversie]:
    """The versions of one stuk that this user may open, newest first. One query."""
    rows = Stukversie.objects.filter(stuk=stuk, versie__in=versies_in_tijdlijn(toegang))
    return [
        row
        for row in rows.select_related("versie", "versie__auteur", "opslag").order_by("-nummer")
        if mag_oude_versie_lezen(toegang, stuk, read_stored(row).zichtbaarheid, row.versie.moment)
    ]


def stuk_in(toegang: Toegang, stuk: Stuk, nummer: int) -> OudStuk:
    """One stuk as it was in a version. Raises Stukversie.DoesNotExist alike for absent and forbidden."""
    versie = get_versie_or_none(toegang, nummer)
    if versie is not None:
        row = (
            Stukversie.objects.filter(stuk=stuk, nummer__lte=nummer)
            .select_related("opslag", "versie")
            .order_by("-nummer")
            .first()
        )
        if row is not None and row.wijziging != Wijziging.WEG:
            old = read_stored(row)
            if mag_oude_versie_lezen(toegang, stuk, old.zichtbaarheid, _seen_at(toegang, old, versie)):
                return old
    raise Stukversie.DoesNotExist


def get_versie_or_none(toegang: Toegang, nummer: int) -> Dossierversie | None:
    try:
        return get_versie(toegang, nummer)
    except Dossierversie.DoesNotExist:
        return None
