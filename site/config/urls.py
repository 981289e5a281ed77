"""All addresses. The workspace comes before Wagtail's catch-all, so that every address of it is a pattern."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from accounts.views import admin_login

handler404 = "home.views.not_found"
handler403 = "home.views.forbidden"
handler500 = "home.views.server_error"

urlpatterns = [
    # Every way in goes through the two steps of allauth; Wagtail's own login pages would skip the second.
    path("admin/login/", admin_login),
    path("_util/login/", admin_login),
    path("admin/", include(wagtailadmin_urls)),
    path("inloggen/", include("accounts.urls")),
    path("documenten/", include(wagtaildocs_urls)),
    path("dossiers/", include("casefiles.urls")),
    path("", include("knowledge.handelingskader.urls")),
    path("", include("search.urls")),
    path("", include("home.urls")),
    path("", include(wagtail_urls)),
]
