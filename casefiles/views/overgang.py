from django.http import HttpRequest, HttpResponse


def fase_overgang(request: HttpRequest, **kwargs: object) -> HttpResponse:
    raise NotImplementedError
