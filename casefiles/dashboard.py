"""What Wagtail's admin shows of dossiers: a way to them and three counts, only for who has a task. No number, no
name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from accounts.rollen import SiteRol, heeft_rol
from casefiles import access
from casefiles.presentation.signalen import termijnen
from casefiles.rules.termijnen import Urgentie

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True)
class Tellingen:
    """Over all dossiers in which someone has a task; the two others count deadlines of interventies."""

    dossiers: int
    te_laat: int
    binnenkort: int


def tellingen(user: User) -> Tellingen:
    """Two queries, whatever the number of dossiers."""
    today = timezone.localdate()
    plans = access.plannen_visible_to(user).values_list("inhoud__interventies__interventies", flat=True)
    due = [termijn.urgentie for interventies in plans for termijn in termijnen(interventies, today)]
    return Tellingen(access.open_taken(user).count(), due.count(Urgentie.TE_LAAT), due.count(Urgentie.BINNENKORT))


def heeft_dossiers(user: User) -> bool:
    """Whether there is anything of dossiers for this user: a task, or a role that leads to one."""
    return heeft_rol(user, SiteRol.PROGRAMMATEAM, SiteRol.PIKET) or access.dossiers_visible_to(user).exists()


class DossiersMenuItem(MenuItem):
    """The entry of the admin's menu; whoever has nothing to do with dossiers does not see it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return heeft_dossiers(request.user)  # type: ignore[arg-type]  # the admin lets no anonymous user in


class DossiersPanel(Component):
    """The panel on the admin's home page."""

    name = "dossiers"
    template_name = "casefiles/dashboard_dossiers.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        return {"tellingen": tellingen((parent_context or {})["request"].user)}
