"""Absent and forbidden must be one answer: each address of the workspace with something that is there but not for this
person, and with something that is not there at all. Status, headers and body have to be equal, but for what the
question itself held.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from . import oracle
from .addresses import Pattern, all_patterns, workspace
from .browser import Answer, Browser
from .identities import ALFA, BRAVO, IDENTITIES, Identity
from .rounds import Fault, generic_forms
from .world import World

ABSENT = {"nummer": "RK-2222-2222", "kenmerk": "document-zzzzzz", "versie": 987654}
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"|nonce-[^\' ;]*|csrftoken=[^;]*')


@dataclass(frozen=True)
class Twin:
    """Two paths of one pattern that must not differ for this identity."""

    identity: Identity
    pattern: Pattern
    forbidden: str
    absent: str
    echo: tuple[tuple[str, str], ...]  # what stands in the first where the second has the other


def twins(world: World, identities: Sequence[Identity] = IDENTITIES) -> Iterator[Twin]:
    """For each identity the parts of an address that A.9 keeps from them: the dossier, the stuk, the version."""
    by_number = {world.dossiers[key].nummer: key for key in (ALFA, BRAVO)}
    for pattern in (pattern for pattern in all_patterns() if pattern.is_workspace):
        seen: set[tuple[str, str]] = set()
        for case in workspace(world, pattern.args):
            for identity in identities:
                for name in _kept_from(world, identity, by_number[case["nummer"]], case):
                    # A dossier that someone may not see is tried once per pattern, whatever follows in the address.
                    if name == "nummer" and (identity.name, case["nummer"]) in seen:
                        continue
                    seen.add((identity.name, case["nummer"]))
                    other = {**case, name: ABSENT[name]}
                    echo = ((str(case[name]), str(ABSENT[name])),)
                    yield Twin(identity, pattern, pattern.path(case), pattern.path(other), echo)


def _kept_from(world: World, identity: Identity, key: str, case: dict[str, Any]) -> Iterator[str]:
    someone = world.someone(identity.name, key)
    if not oracle.sees_number(someone, world.now):
        yield "nummer"
        return
    if "kenmerk" in case and identity.name not in world.readers_of(case["kenmerk"], key):
        yield "kenmerk"
    elif "versie" in case and not oracle.opens_version(someone, *world.version(key, case["versie"]), world.now):
        yield "versie"


def differences(browser: Browser, found: Iterator[Twin] | None = None) -> list[Fault]:
    """The twins that can be told apart, by GET and by POST."""
    faults: list[Fault] = []
    body = dict(generic_forms(browser.world)[0])
    # A dossier number in the body would be an answer of its own.
    for name in ("nummer", "q"):
        body.pop(name, None)
    ask: dict[str, Callable[[Identity, str], Answer]] = {
        "GET": browser.get,
        "POST": lambda identity, path: browser.post(identity, path, body),
    }
    with browser.listening():
        for twin in found if found is not None else twins(browser.world):
            for method, send in ask.items():
                left, right = send(twin.identity, twin.forbidden), send(twin.identity, twin.absent)
                if (what := _differ(left, right, twin.echo)) is not None:
                    faults.append(Fault(twin.identity.name, method, twin.forbidden, f"told apart by {what}"))
    return faults


def _differ(left: Answer, right: Answer, echo: tuple[tuple[str, str], ...]) -> str | None:
    if left.status != right.status:
        return f"status {left.status} and {right.status}"
    if left.looks != right.looks:
        return "rows in the inzagelog"
    for name, a, b in (
        ("headers", str(left.headers), str(right.headers)),
        ("cookies", left.cookies, right.cookies),
        ("body", left.body, right.body),
    ):
        if _plain(a, echo) != _plain(b, echo):
            return name
    return None


def _plain(text: str, echo: tuple[tuple[str, str], ...]) -> str:
    text = _TOKEN.sub("", text)
    for ours, theirs in echo:
        text = text.replace(ours, "-").replace(theirs, "-")
    return re.sub(r"'Content-Length', '\d+'", "", text)
