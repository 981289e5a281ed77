from django.http import HttpRequest, HttpResponse


def begin(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def onderdeel(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def bewaren(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def weggooien(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def samenvoegen(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError
