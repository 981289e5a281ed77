"""Situations that more than one screen is tested in, made through the actions as people do."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from audit.models import InzageRegel
from casefiles import access
from casefiles.actions.stuk import opslaan
from casefiles.models import Stuk

VANDAAG = date(2026, 11, 24)


def interventie(titel: str, dagen: int | None, **meer: Any) -> dict[str, Any]:
    """An interventie whose deadline lies so many days from today."""
    termijn = "" if dagen is None else (timezone.localdate() + timedelta(days=dagen)).isoformat()
    return {"id": titel.lower().replace(" ", "-"), "titel": titel, "organisatie": "politie", "termijn": termijn, **meer}


def with_interventies(toegang: access.Toegang, plan: Stuk, *items: dict[str, Any]) -> Stuk:
    """The plan with these interventies, as a new version."""
    plan = Stuk.objects.get(pk=plan.pk)
    inhoud = {**plan.inhoud, "interventies": {"interventies": list(items)}}
    opslaan(toegang, plan, inhoud, reden="Interventies afgesproken.", basis=plan.gewijzigd_in)
    return Stuk.objects.get(pk=plan.pk)


def looks(**fields: Any) -> list[InzageRegel]:
    """The rows of the inzagelog that say that someone looked."""
    return list(InzageRegel.objects.filter(handeling="bekijken", **fields).order_by("volgnummer"))
