"""Dossiers in Wagtail's admin: an entry in the menu and a panel with counts."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from casefiles import access
from casefiles.models import Organisatie

from .dashboard import DossiersMenuItem, DossiersPanel


@hooks.register("register_admin_menu_item")
def dossiers_menu_item() -> DossiersMenuItem:
    return DossiersMenuItem(
        _("Dossiers"), reverse("dossiers:mijn"), name="dossiers", icon_name="folder-open-inverse", order=50
    )


@hooks.register("construct_homepage_panels")
def dossiers_panel(request: HttpRequest, panels: list[Component]) -> None:
    """Only for who has a task in a team: others have nothing to count."""
    if access.open_taken(request.user).exists():
        panels.append(DossiersPanel())


@hooks.register("before_delete_snippet")
def keep_organisaties(request: HttpRequest, instances: Iterable[Model]) -> HttpResponseRedirect | None:
    """Teams and old versions go on naming an organisation, so that it stays; the screen says what to do instead."""
    if not any(isinstance(instance, Organisatie) for instance in instances):
        return None
    messages.error(request, _("Een organisatie verwijder je niet: dossiers verwijzen ernaar. Zet haar uit gebruik."))
    return HttpResponseRedirect(reverse("wagtailsnippets_casefiles_organisatie:list"))
