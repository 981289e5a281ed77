"""A password alone is not enough: who has no second step yet can only go and set it up."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

SESSION_KEY = "tweede_stap_ingesteld"


class SecondStepMiddleware:
    """allauth asks the second step of those who have one; this sends the others to its set-up, whatever they asked for.

    The answer of the check is kept in the session, so that it costs a query once per login.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.open_prefixes = (reverse("account_login"), reverse("account_logout"), "/inloggen/", settings.STATIC_URL)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            settings.PASSWORD_ALONE_IS_ENOUGH
            or not request.user.is_authenticated
            or request.path.startswith(self.open_prefixes)
            or request.session.get(SESSION_KEY)
        ):
            return self.get_response(request)
        if is_mfa_enabled(request.user):
            request.session[SESSION_KEY] = True
            return self.get_response(request)
        return HttpResponseRedirect(reverse("mfa_index"))
