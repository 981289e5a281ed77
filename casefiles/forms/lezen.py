"""Reading a posted section as it was typed. Nothing here refuses: working text keeps what was written, right or wrong.

What the post does not hold stays as it was: a stale or partial form takes nothing away. An item of a list goes by its
own button alone. Values of a closed list that were not offered are left out.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from casefiles.choices import Antwoord
from casefiles.stuksoorten import Onderdeel, Veld, Veldsoort

from .partners import Kader
from .velden import plain, typed

Waarden = dict[str, Any]


def new_id() -> str:
    """The id of a new item of a list; only the server makes one."""
    return uuid.uuid4().hex


def organisatie_codes(kader: Kader, stored: str) -> list[str]:
    """Which organisations may be chosen: those of the team, and the one that stands there already."""
    return [*kader.codes, *([stored] if stored and stored not in kader.codes else [])]


def _offered(veld: Veld, value: str, before: str, kader: Kader) -> str:
    if veld.soort is Veldsoort.KEUZE:
        offered = {"", *(code for code, _label in veld.opties)}
    elif veld.soort is Veldsoort.ORGANISATIE:
        offered = {"", *organisatie_codes(kader, before)}
    else:
        return value
    return value if value in offered else before


def _single(veld: Veld, name: str, before: Any, data: QueryDict, kader: Kader) -> Any:
    raw = data.get(name)
    if raw is None:
        return veld.leeg() if before is None else before
    value = typed(veld, raw)
    return _offered(veld, value, before or "", kader) if isinstance(value, str) else value


def _answers(veld: Veld, before: Waarden, registered: Waarden, data: QueryDict, kader: Kader) -> Waarden:
    """The answers of the partners now; those of partners that left stay as they were.

    `Open` without more is the same as no answer, and kept only where the registered stuk says so too: opening a form
    and saving it makes no difference of words.
    """
    answers = dict(before)
    for code in kader.codes:
        name = f"{veld.code}.{code}"
        old = answers.get(code) or {}
        antwoord = data.get(f"{name}.antwoord", old.get("antwoord") or Antwoord.OPEN.value)
        if antwoord not in Antwoord.values:
            antwoord = old.get("antwoord") or Antwoord.OPEN.value
        nodig = plain(data.get(f"{name}.nodig", old.get("nodig") or ""))
        if antwoord == Antwoord.OPEN and not nodig.strip() and code not in registered:
            answers.pop(code, None)
        else:
            answers[code] = {"antwoord": antwoord, "nodig": nodig}
    return answers


def _items(
    veld: Veld, before: list[Waarden], registered: list[Waarden], data: QueryDict, kader: Kader
) -> list[Waarden]:
    posted = [key for key in dict.fromkeys(data.getlist(veld.code)) if key]
    known = {item["id"]: item for item in [*registered, *before]}

    def read(item: Waarden, key: str) -> Waarden:
        values = {
            sub.code: _single(sub, f"{veld.code}.{key}.{sub.code}", item.get(sub.code), data, kader)
            for sub in veld.velden
        }
        return {**item, **values}

    items = [read(item, item["id"]) if item["id"] in posted else item for item in before]
    present = {item["id"] for item in before}
    for key in posted:
        if key not in present:
            items.append(read(known.get(key) or {"id": new_id()}, key))
    return items


def read_post(onderdeel: Onderdeel, data: QueryDict, waarden: Waarden, registered: Waarden, kader: Kader) -> Waarden:
    """The section as it was typed.

    `waarden` is what the section holds now for this writer, `registered` what the newest version holds: together they
    say which ids of items are real. An id that is neither makes a new item, under an id of our own.
    """
    found: Waarden = {}
    for veld in onderdeel.velden:
        before = waarden.get(veld.code)
        if veld.soort is Veldsoort.PER_PARTNER:
            found[veld.code] = _answers(veld, before or {}, registered.get(veld.code) or {}, data, kader)
        elif veld.soort is Veldsoort.LIJST:
            found[veld.code] = _items(veld, before or [], registered.get(veld.code) or [], data, kader)
        else:
            found[veld.code] = _single(veld, veld.code, before, data, kader)
    return {**waarden, **found}


def with_new_item(veld: Veld, waarden: Waarden) -> tuple[Waarden, str]:
    """The section with an empty item at the end of this list, and its id."""
    item = {"id": new_id(), **{sub.code: sub.leeg() for sub in veld.velden}}
    return {**waarden, veld.code: [*(waarden.get(veld.code) or []), item]}, item["id"]


def without_item(veld: Veld, waarden: Waarden, key: str) -> Waarden:
    """The section without this item."""
    return {**waarden, veld.code: [item for item in waarden.get(veld.code) or [] if item["id"] != key]}


def shown_values(stored: Mapping[str, Any], onderdeel: Onderdeel) -> Waarden:
    """The stored values of a section, with an empty value for a field that it did not have yet."""
    return {**{veld.code: veld.leeg() for veld in onderdeel.velden}, **stored}
