"""Rows of the inzagelog with names: the log keeps marks of people, a screen shows who they are."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from audit.models import Handeling, InzageRegel
from casefiles.choices import Rol

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_OPVALLEND = {Handeling.NOODTOEGANG, Handeling.SYSTEEM}


@dataclass(frozen=True)
class InzageRij:
    """`opvallend` marks what is not everyday: noodtoegang, and the system itself."""

    volgnummer: int
    moment: datetime
    wie: str
    kenmerk: str
    handeling: str
    dossier: str
    waarvan: str
    grond: str
    meer: str
    opvallend: bool


def namen_of(kenmerken: Iterable[uuid.UUID]) -> dict[str, str]:
    """The names of these people by their mark. One query."""
    found = User.objects.filter(kenmerk__in=set(kenmerken))
    return {str(user.kenmerk): str(user) for user in found}


def _marks_in(regels: Iterable[InzageRegel]) -> set[uuid.UUID]:
    marks = set()
    for regel in regels:
        if regel.gebruiker:
            marks.add(regel.gebruiker)
        marks.update(uuid.UUID(mark) for mark in _UUID.findall(regel.object))
    return marks


def _who(kenmerk: str, namen: Mapping[str, str]) -> str:
    if not kenmerk:
        return _("Het systeem")
    return namen.get(kenmerk, _("Onbekend"))


def _ground(grond: str) -> str:
    """Roles in words; anything else as it was written down."""
    labels = {rol.value: str(rol.label) for rol in Rol}
    return ", ".join(labels.get(part, part) for part in grond.split(", ")) if grond else ""


def _details(bijzonderheden: Mapping[str, Any]) -> str:
    parts = []
    for name, value in bijzonderheden.items():
        text = ", ".join(str(item) for item in value) if isinstance(value, list) else str(value)
        parts.append(f"{name.replace('_', ' ')} {text}")
    return ", ".join(parts)


def rijen(
    regels: Iterable[InzageRegel], titels: Mapping[str, str] | None = None, *, alleen_dossier: bool
) -> list[InzageRij]:
    """These rows with names. One query.

    `titels` are those of stukken by address, for who may read them. With `alleen_dossier` of the details only the
    version is shown: the rest may name other dossiers.
    """
    titels = titels or {}
    regels = list(regels)
    namen = namen_of(_marks_in(regels))
    return [
        InzageRij(
            volgnummer=regel.volgnummer,
            moment=regel.moment,
            wie=_who(str(regel.gebruiker or ""), namen),
            kenmerk=str(regel.gebruiker or ""),
            handeling=str(Handeling(regel.handeling).label).capitalize(),
            dossier=regel.dossier,
            waarvan=titels.get(regel.object) or _UUID.sub(lambda m: namen.get(m.group(), m.group()), regel.object),
            grond=_ground(regel.grond),
            meer=_details(
                {name: value for name, value in regel.bijzonderheden.items() if name == "versie"}
                if alleen_dossier
                else regel.bijzonderheden
            ),
            opvallend=regel.handeling in _OPVALLEND,
        )
        for regel in regels
    ]
