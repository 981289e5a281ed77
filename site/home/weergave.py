"""How someone wants the site to look: theme and colours, kept in a cookie of their own browser."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

COOKIE = "weergave"
THEMAS = ("neutraal", "contrast")
KLEUREN = ("systeem", "licht", "donker")


@dataclass(frozen=True)
class Weergave:
    thema: str = "neutraal"
    kleur: str = "systeem"

    @property
    def cookie(self) -> str:
        return f"{self.thema}.{self.kleur}"


def weergave_of(request: HttpRequest) -> Weergave:
    """The choice in the cookie; anything unknown counts as not chosen."""
    thema, _dot, kleur = request.COOKIES.get(COOKIE, "").partition(".")
    return Weergave(thema if thema in THEMAS else "neutraal", kleur if kleur in KLEUREN else "systeem")
