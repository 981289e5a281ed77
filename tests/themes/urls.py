"""The few addresses that the fake site of the script tests needs by name."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


search = [
    path("zoeken/", nothing, name="zoeken"),
    path("handelingskader/zoeken/", nothing, name="handelingskader"),
    path("handelingskader/zoeken/paneel/", nothing, name="paneel"),
]
urlpatterns = [path("", include((search, "search")))]
