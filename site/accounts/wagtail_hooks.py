"""Accounts in Wagtail's admin: they are put out of use and never thrown away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from .models import User


@hooks.register("before_delete_user")
def keep_account(request: HttpRequest, user: User) -> HttpResponseRedirect:
    """Versions and the inzagelog go on naming the person, so the account stays; the screen says what to do instead."""
    messages.error(request, _("Een account verwijder je niet: het log verwijst ernaar. Zet het op niet actief."))
    return HttpResponseRedirect(reverse("wagtailusers_users:edit", args=[user.pk]))


@hooks.register("before_bulk_action")
def keep_accounts(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponseRedirect | None:
    """The same for several at once."""
    if action_type != "delete" or action.model is not User:
        return None
    messages.error(request, _("Accounts verwijder je niet: het log verwijst ernaar. Zet ze op niet actief."))
    return HttpResponseRedirect(reverse("wagtailusers_users:index"))
