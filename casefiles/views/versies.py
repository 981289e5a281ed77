from django.http import HttpRequest, HttpResponse


def lijst(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def vergelijken(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def versie(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def op_datum_kiezen(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def op_datum(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError
