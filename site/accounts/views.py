from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode


@login_not_required
def admin_login(request: HttpRequest) -> HttpResponseRedirect:
    """Wagtail's login address leads to the one login of the site, and keeps a `next` that stays on it."""
    wanted = request.GET.get("next", "")
    address = reverse("account_login")
    if wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        address = f"{address}?{urlencode({'next': wanted})}"
    return HttpResponseRedirect(address)
