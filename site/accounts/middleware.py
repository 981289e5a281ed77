"""A password alone is not enough: who took no second step in this session can only go and take it, or set one up."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from .second_step import was_taken


class SecondStepMiddleware:
    """allauth asks the second step at its own login; this stops every session that did not go that way.

    The step is noted in the session when it is taken, so that it costs no query.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.open_prefixes = (reverse("account_login"), reverse("account_logout"), "/inloggen/", settings.STATIC_URL)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            settings.PASSWORD_ALONE_IS_ENOUGH
            or not request.user.is_authenticated
            or request.path.startswith(self.open_prefixes)
            or was_taken(request)
        ):
            return self.get_response(request)
        if not is_mfa_enabled(request.user):
            return HttpResponseRedirect(reverse("mfa_index"))
        wanted = request.get_full_path() if request.method == "GET" else "/"
        return HttpResponseRedirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': wanted})}")
