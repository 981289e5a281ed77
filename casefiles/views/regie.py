from django.http import HttpRequest, HttpResponse


def dossier_openen(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def noodtoegang(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError


def toewijzen(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError
