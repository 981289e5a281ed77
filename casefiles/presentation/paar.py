"""Two versions to compare, as an address asks for them."""

from __future__ import annotations

from dataclasses import dataclass

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


def read_pair(data: QueryDict, van: int, tot: int) -> Paar:
    """`van` and `tot` of the address, each with its default; the other way round is put in order and said."""
    asked = [
        versienummer(str(data[name])) if data.get(name) else default for name, default in (("van", van), ("tot", tot))
    ]
    if asked[0] is None or asked[1] is None:
        return Paar(van, tot, fout=_("Dat is geen versie van dit dossier. Kies twee versies uit de lijst."))
    first, second = sorted(filter(None, asked))
    if first == second:
        return Paar(
            first,
            second,
            fout=_("Je vergelijkt versie %(nummer)s met zichzelf. Kies twee verschillende versies.")
            % {"nummer": first},
        )
    return Paar(first, second, omgedraaid=asked[0] != first)
