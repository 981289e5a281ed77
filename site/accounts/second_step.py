"""Whether the second step was taken in this session. Having one is not enough: a login that skipped it has it too."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_used
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest

from .models import User

SESSION_KEY = "tweede_stap_gezet"


def was_taken(request: HttpRequest) -> bool:
    return bool(request.session.get(SESSION_KEY))


def connect() -> None:
    """Follow what allauth says of second steps; called when the app is ready."""
    authenticator_used.connect(_used, dispatch_uid="accounts.second_step_used")
    authenticator_added.connect(_added, dispatch_uid="accounts.second_step_added")
    authenticator_removed.connect(_removed, dispatch_uid="accounts.second_step_removed")


def _used(sender: type, request: HttpRequest, **kwargs: Any) -> None:
    request.session[SESSION_KEY] = True


def _added(sender: type, request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Setting up the first one proves it; one more, in a session that took no step, does not."""
    others = Authenticator.objects.filter(user=user).exclude(pk=authenticator.pk)
    if not others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
        request.session[SESSION_KEY] = True


def _removed(sender: type, request: HttpRequest, user: User, **kwargs: Any) -> None:
    if not is_mfa_enabled(user):
        request.session.pop(SESSION_KEY, None)
