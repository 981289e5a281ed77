"""Two versions to compare, as an address asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.utils.translation import gettext as _

MAX_DIGITS = 9  # of a version number; more is no version and must not reach the database


@dataclass(frozen=True)
class Paar:
    """The older and the newer version. With `fout` there is nothing to compare, and it says what to do."""

    van: int
    tot: int
    fout: str = ""
    omgedraaid: bool = False


def versienummer(text: str) -> int | None:
    """A version number as typed in an address, or nothing when it cannot be one."""
    text = text.strip()
    if not (text.isascii() and text.isdecimal() and len(text) <= MAX_DIGITS):
        return None
    return int(text) or None


def read_pair(data: QueryDict, van: int | None, tot: int | None) -> Paar:
    """`van` and `tot` of the address, each with its default; the other way round is put in order and said."""
    first = versienummer(str(data["van"])) if data.get("van") else van
    second = versienummer(str(data["tot"])) if data.get("tot") else tot
    if first is None or second is None:
        return Paar(
            van or 0, tot or 0, fout=_("Dat zijn geen twee versies van dit dossier. Kies er twee uit de lijst.")
        )
    if first == second:
        words = _("Je vergelijkt versie %(nummer)s met zichzelf. Kies twee verschillende versies.")
        return Paar(first, second, fout=words % {"nummer": first})
    return Paar(min(first, second), max(first, second), omgedraaid=first > second)


def with_pair(versies: Iterable[tuple[int, datetime]], paar: Paar) -> list[tuple[int, datetime | None]]:
    """What can be chosen, newest first: these versions, and the two that are shown, which may not be among them."""
    found: dict[int, datetime | None] = dict(versies)
    if not paar.fout:
        for nummer in (paar.van, paar.tot):
            found.setdefault(nummer, None)
    return sorted(found.items(), reverse=True)
