from django.http import HttpRequest, HttpResponse


def zoeken(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def resultaten(request: HttpRequest, kenmerk: str) -> HttpResponse:
    raise NotImplementedError


def handelingskader(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def paneel(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError
