from django.http import HttpRequest, HttpResponse


def toevoegen(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def bekijken(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def delen(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def geschiedenis(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def vergelijken(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def oude_versie(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def herstellen(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError
