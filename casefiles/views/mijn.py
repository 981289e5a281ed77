from django.http import HttpRequest, HttpResponse


def mijn_dossiers(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError
