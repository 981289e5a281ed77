"""The overview of a dossier: each part is there for who may read it, and None for who may not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from casefiles import access
from casefiles.choices import Rol
from casefiles.lezers import Lezer, wie_mag_dit_zien
from casefiles.models import Persoon, Stuk, Teamlidmaatschap, Werktekst
from casefiles.rules.toegang import Recht, Zaak
from casefiles.stuksoorten import PLAN_VAN_AANPAK, SOORTEN
from knowledge.guidance import GuidanceCard, guidance_by_kind

from . import signalen
from .fasen import Stap, overgangen, stappen
from .omslag import Regie, open_team, regie_of
from .signalen import Signaal
from .stukken import StukRij, rijen
from .tijdlijn import Gebeurtenis, gebeurtenissen

SIGNALEN_EERST = 8
STUKKEN_EERST = 25
GEBEURTENISSEN = 5
PER_ADVIESSOORT = 2


@dataclass(frozen=True)
class Kring:
    """Who may see the dossier, in numbers and in words about oneself."""

    mensen: int
    via_team: int
    via_noodtoegang: int
    rollen: list[Lezer]


@dataclass(frozen=True)
class Overzicht:
    regie: Regie | None = None
    stappen: list[Stap] | None = None
    persoon: Persoon | None = None
    signalen: list[Signaal] | None = None
    signalen_totaal: int = 0
    stukken: list[StukRij] | None = None
    stukken_totaal: int = 0
    tijdlijn: list[Gebeurtenis] | None = None
    team: list[Teamlidmaatschap] | None = None
    kring: Kring | None = None
    adviezen: list[GuidanceCard] | None = None
    ingediend: list[tuple[str, int]] = field(default_factory=list)
    noodtoegang_tot: datetime | None = None
    eigen_begin: datetime | None = None
    alleen_omslag: bool = False
    mag_schrijven: bool = False
    mag_toewijzen: bool = False
    mag_overgaan: bool = False
    mag_log_zien: bool = False


def _circle(toegang: access.Toegang) -> Kring:
    lezers = wie_mag_dit_zien(toegang)
    people = [lezer for lezer in lezers if lezer.user]
    crisis = {lezer.user for lezer in people if lezer.grond.rol is Rol.PIKET}
    team = {lezer.user for lezer in people if lezer.grond.rol is not Rol.PIKET}
    return Kring(
        mensen=len(team | crisis),
        via_team=len(team),
        via_noodtoegang=len(crisis),
        rollen=[lezer for lezer in lezers if not lezer.user],
    )


def _signals(
    toegang: access.Toegang, stukken: list[Stuk], regie: Regie, today: date, namen: Mapping[str, str]
) -> list[Signaal]:
    """What is due in this dossier, one's own working text, and what is missing."""
    nummer, schrijven = toegang.dossier.nummer, toegang.mag_schrijven(Zaak.PLAN)
    plan = next((stuk for stuk in stukken if stuk.soort == PLAN_VAN_AANPAK.code), None)
    found = []
    if plan is not None:
        due = signalen.termijnen(plan.onderdeel_inhoud("interventies").get("interventies"), today)
        found = [
            signalen.van_termijn(termijn, nummer, namen, schrijven=schrijven, dossier_noemen=False)
            for termijn in signalen.dringend(due)
        ]
    if schrijven:
        own = Werktekst.objects.filter(gebruiker=toegang.user, stuk__in=[stuk.pk for stuk in stukken])
        for werktekst in own.select_related("stuk").defer("inhoud", "stuk__inhoud").order_by("-bewaard_op"):
            found.append(signalen.van_werktekst(werktekst, nummer, today, dossier_noemen=False))
        if plan is None:
            found.append(signalen.geen_plan(nummer, dossier_noemen=False))
        if regie.buddy is None:
            found.append(signalen.geen_buddy(nummer, dossier_noemen=False))
    return found


def _advice(fase: int) -> list[GuidanceCard]:
    """A few of each kind, those with open text first; the page of the fase has them all."""
    kinds = guidance_by_kind(fase)
    return [card for kind in kinds.values() for card in kind[:PER_ADVIESSOORT] if card.heeft_open_tekst]


def _submitted(toegang: access.Toegang) -> list[tuple[str, int]]:
    """Kind and version of what was submitted for advice; the title of today is not part of it."""
    kinds = dict(Stuk.objects.filter(pk__in=[pk for pk, _nummer in toegang.ingediend]).values_list("pk", "soort"))
    return [(str(SOORTEN[kinds[pk]].label), nummer) for pk, nummer in toegang.ingediend if pk in kinds]


def bouw_overzicht(
    toegang: access.Toegang,
    today: date,
    namen: Mapping[str, str],
    *,
    alle_stukken: bool = False,
    alle_signalen: bool = False,
) -> Overzicht:
    """Everything that this user may see of the dossier at a glance. The number of queries hangs on the role alone."""
    dossier = toegang.dossier
    if toegang.recht(Zaak.OMSLAG) < Recht.LEZEN:
        return Overzicht(ingediend=_submitted(toegang), alleen_omslag=True)
    team = open_team(dossier.pk)
    regie = regie_of(team)
    gedaan = overgangen(toegang)
    cover = Overzicht(
        regie=regie,
        stappen=stappen(toegang, gedaan, today),
        alleen_omslag=True,
        mag_toewijzen=toegang.mag_schrijven(Zaak.TOEWIJZEN),
    )
    if not toegang.mag_lezen(Zaak.PLAN):
        return cover
    stukken = list(access.stukken_visible_to(toegang).select_related("gewijzigd_door", "dossier"))
    rows = rijen(stukken, team)
    due = _signals(toegang, stukken, regie, today, namen)
    versies = access.versies_in_tijdlijn(toegang).select_related("auteur").order_by("-nummer")[:GEBEURTENISSEN]
    crisis = [grond.tot for grond in toegang.gronden if grond.rol is Rol.PIKET and grond.tot]
    return Overzicht(
        regie=regie,
        stappen=cover.stappen,
        persoon=access.persoon_visible_to(toegang),
        signalen=due if alle_signalen else due[:SIGNALEN_EERST],
        signalen_totaal=len(due),
        stukken=rows if alle_stukken else rows[:STUKKEN_EERST],
        stukken_totaal=len(rows),
        tijdlijn=gebeurtenissen(toegang, list(versies)),
        team=team,
        kring=_circle(toegang) if toegang.mag_lezen(Zaak.TOEGANG) else None,
        adviezen=_advice(dossier.fase),
        noodtoegang_tot=max(crisis, default=None),
        eigen_begin=None if toegang.recht(Zaak.DOSSIERVERSIE) >= Recht.LEZEN else toegang.sinds,
        mag_schrijven=toegang.mag_schrijven(Zaak.PLAN),
        mag_toewijzen=cover.mag_toewijzen,
        mag_overgaan=toegang.mag_schrijven(Zaak.FASE_OVERGANG),
        mag_log_zien=toegang.mag_lezen(Zaak.INZAGELOG),
    )
