from django.http import HttpRequest, HttpResponse


def team(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def toevoegen(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def beeindigen(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def toegang(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError
