from django.http import HttpRequest, HttpResponse


def overzicht(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def fase(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def tijdlijn(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def inzagelog(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def persoon(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError
