"""*Mijn dossiers*: what is due over all my dossiers, and one page of the list of them.

The number of queries is the same for one dossier and for ten thousand: what is due is read from one query over the
plannen, and everything else only for the dossiers on the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from accounts.models import User
from casefiles import access
from casefiles.choices import Rol
from casefiles.models import Dossierversie, FaseOvergang, Stuk, Werktekst
from casefiles.rules.termijnen import Termijn
from knowledge.fases import Fase

from . import signalen
from .datum import korte_dag
from .omslag import Regie, regie_per_dossier
from .signalen import Signaal

PER_PAGINA = 50
SIGNALEN_EERST = 8
SIGNALEN_MEEST = 200
WEKEN = 4
_REGIE = (Rol.REGISSEUR, Rol.BUDDY)


@dataclass(frozen=True)
class DossierRij:
    """A dossier in the list. `gewijzigd_op` and `versie` follow what the reader may open."""

    nummer: str
    url: str
    persoon: str
    fase: str
    fase_sinds: str
    rol: str
    regie: Regie
    versie: int | None
    gewijzigd_op: datetime | None
    gewijzigd: str
    eerst: Termijn | None
    eerst_dag: str
    eerst_vorm: str
    eerst_wanneer: str
    zonder_plan: bool


@dataclass(frozen=True)
class Week:
    nummer: int
    begin: date
    is_deze: bool
    items: list[tuple[Termijn, str]]  # with the number of the dossier


@dataclass(frozen=True)
class MijnDossiers:
    """`nummers` are all numbers that the page names: they go into the inzagelog."""

    aantal: int
    signalen: list[Signaal]
    signalen_totaal: int
    pagina: Page | None
    rijen: list[DossierRij]
    weken: list[Week]
    nummers: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Taak:
    dossier_id: int
    nummer: str
    rol: Rol

    @property
    def schrijft(self) -> bool:
        return self.rol in _REGIE


def _plans(user: User, today: date) -> dict[int, tuple[Stuk, list[Termijn]]]:
    """Of each of my dossiers the plan (without its content) and its deadlines. One query."""
    interventies = "inhoud__interventies__interventies"
    rows = access.plannen_visible_to(user).annotate(lijst=F(interventies)).defer("inhoud")
    return {plan.dossier_id: (plan, signalen.termijnen(plan.lijst, today)) for plan in rows}


def _signals(
    taken: list[_Taak],
    plans: dict[int, tuple[Stuk, list[Termijn]]],
    werkteksten: QuerySet[Werktekst],
    namen: dict[str, str],
    today: date,
) -> list[Signaal]:
    """Dated things first, the most urgent on top; then one's own working text; then dossiers without a plan."""
    dated = [
        (termijn, taak)
        for taak in taken
        if taak.dossier_id in plans
        for termijn in signalen.dringend(plans[taak.dossier_id][1])
    ]
    dated.sort(key=lambda pair: pair[0].datum)
    found = [
        signalen.van_termijn(termijn, taak.nummer, namen, schrijven=taak.schrijft, dossier_noemen=True)
        for termijn, taak in dated
    ]
    found += [
        signalen.van_werktekst(werktekst, werktekst.stuk.dossier.nummer, today, dossier_noemen=True)
        for werktekst in werkteksten
    ]
    found += [
        signalen.geen_plan(taak.nummer, dossier_noemen=True)
        for taak in taken
        if taak.schrijft and taak.dossier_id not in plans
    ]
    return found


def _weeks(taken: list[_Taak], plans: dict[int, tuple[Stuk, list[Termijn]]], today: date) -> list[Week]:
    """This week and the next three, with what is due in them."""
    monday = today - timedelta(days=today.weekday())
    weeks = [
        Week((monday + timedelta(weeks=n)).isocalendar().week, monday + timedelta(weeks=n), n == 0, [])
        for n in range(WEKEN)
    ]
    for taak in taken:
        for termijn in plans[taak.dossier_id][1] if taak.dossier_id in plans else []:
            place = (termijn.datum - monday).days // 7
            if termijn.datum >= today and place < WEKEN:
                weeks[place].items.append((termijn, taak.nummer))
    for week in weeks:
        week.items.sort(key=lambda item: item[0].datum)
    return weeks


def _rows(
    taken: list[_Taak], plans: dict[int, tuple[Stuk, list[Termijn]]], user: User, today: date
) -> list[DossierRij]:
    """The rows of one page, in the order of `taken`. Four queries."""
    ids = [taak.dossier_id for taak in taken]
    mine = access.open_taken(user).filter(dossier__in=ids).select_related("dossier__persoon")
    dossiers = {row.dossier_id: row.dossier for row in mine}
    regie = regie_per_dossier(ids)
    entered = dict(
        FaseOvergang.objects.filter(dossier__in=ids, naar_fase=F("dossier__fase"))
        .order_by("datum", "pk")
        .values_list("dossier_id", "datum")
    )
    last = dict(
        Dossierversie.objects.filter(dossier__in=ids, nummer=F("dossier__laatste_versie")).values_list(
            "dossier_id", "moment"
        )
    )
    found = []
    for taak in taken:
        dossier = dossiers.get(taak.dossier_id)
        if dossier is None:  # the task ended between two queries
            continue
        plan, due = plans.get(taak.dossier_id, (None, []))
        first = due[0] if due else None
        since = entered.get(dossier.pk)
        # Of the whole dossier for who may open every version; else of the plan, which every team role reads.
        changed = last.get(dossier.pk) if taak.schrijft else plan.gewijzigd_op if plan else None
        found.append(
            DossierRij(
                nummer=taak.nummer,
                url=reverse("dossiers:overzicht", args=[taak.nummer]),
                persoon=dossier.persoon.naam,
                fase=str(Fase(dossier.fase).label),
                fase_sinds=korte_dag(since, today) if since else "",
                rol=str(taak.rol.label),
                regie=regie.get(dossier.pk, Regie()),
                versie=dossier.laatste_versie if taak.schrijft else None,
                gewijzigd_op=changed,
                gewijzigd=korte_dag(localdate(changed), today) if changed else "",
                eerst=first,
                eerst_dag=korte_dag(first.datum, today) if first else "",
                eerst_vorm=signalen.vorm(first.urgentie) if first else "",
                eerst_wanneer=signalen.wanneer(first.dagen) if first else "",
                zonder_plan=plan is None,
            )
        )
    return found


def mijn_dossiers(
    user: User, today: date, namen: dict[str, str], *, pagina: str | None = None, alle_signalen: bool = False
) -> MijnDossiers:
    """What the user has tasks in. `namen` are the organisations by code."""
    taken = [
        _Taak(dossier_id, nummer, Rol(rol))
        for dossier_id, nummer, rol in access.open_taken(user).values_list("dossier_id", "dossier__nummer", "rol")
    ]
    plans = _plans(user, today)
    werkteksten = (
        Werktekst.objects.filter(
            gebruiker=user,
            stuk__weg_op__isnull=True,
            stuk__dossier__in=access.open_taken(user).filter(rol__in=_REGIE).values("dossier"),
        )
        .select_related("stuk__dossier")
        .defer("inhoud", "stuk__inhoud")
        .order_by("-bewaard_op")
    )
    found = _signals(taken, plans, werkteksten, namen, today) if taken else []
    shown = found[: SIGNALEN_MEEST if alle_signalen else SIGNALEN_EERST]
    weeks = _weeks(taken, plans, today) if taken else []

    def first_due(taak: _Taak) -> tuple[date, str]:
        due = plans[taak.dossier_id][1] if taak.dossier_id in plans else []
        return (due[0].datum if due else date.max, taak.nummer)

    page = Paginator(sorted(taken, key=first_due), PER_PAGINA).get_page(pagina)
    rows = _rows(list(page.object_list), plans, user, today)
    numbers = {row.nummer for row in rows} | {signaal.dossier_nummer for signaal in shown}
    numbers |= {nummer for week in weeks for _termijn, nummer in week.items}
    return MijnDossiers(
        aantal=len(taken),
        signalen=shown,
        signalen_totaal=len(found),
        pagina=page,
        rijen=rows,
        weken=weeks,
        nummers=sorted(number for number in numbers if number),
    )
