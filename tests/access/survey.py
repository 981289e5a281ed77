"""The whole sweep, once: the round, the twins, search, the dark, and the leaks put in on purpose."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from . import dark, searching, twins
from .browser import Browser
from .canaries import Canary
from .identities import IDENTITIES
from .rounds import Fault, Leak, Report, Round
from .seeded import SEEDS, finds
from .world import World


@dataclass
class Survey:
    """What was found. `leaks` holds canaries that got out, and every sign that something is there."""

    canaries: int
    readable_places: set[str]
    report: Report = field(default_factory=Report)
    requests: int = 0
    leaks: list[Leak | Fault] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    seeded: dict[str, bool] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def uncovered(self) -> list[str]:
        return self.report.uncovered

    @property
    def never_met(self) -> list[str]:
        """Places of which nobody met a canary, in any dossier, though someone may: there the sweep proves nothing."""
        return sorted(self.readable_places - {_place(canary) for canary in self.report.met})

    def as_json(self) -> dict[str, int | str]:
        return {
            "patterns": self.report.patterns,
            "covered": self.report.covered,
            "requests": self.requests,
            "canaries": self.canaries,
            "identities": len(IDENTITIES),
            "leaks": len(self.leaks),
            "seeded_found": f"{sum(self.seeded.values())}/{len(self.seeded)}",
        }

    @property
    def good(self) -> bool:
        return not (self.leaks or self.faults or self.uncovered) and all(self.seeded.values())


def survey(world: World) -> Survey:
    """Go everywhere as everyone, with the world indexed. Takes some minutes; each request is undone."""
    readable = {_place(canary) for canary in world.canaries if canary.readers}
    result = Survey(len(world.canaries), readable)
    browser = Browser(world)
    with _timed(result, "round"):
        result.report = Round(browser).go()
    result.leaks += sorted(result.report.leaks)
    result.faults += sorted(result.report.faults)
    with _timed(result, "twins"):
        result.leaks += sorted(twins.differences(browser))
    with _timed(result, "search"):
        asked, leaks = searching.leaks(world)
    result.leaks += sorted(leaks)
    with _timed(result, "dark"):
        result.leaks += sorted(dark.leaks(browser))
    result.requests = browser.requests + asked
    with _timed(result, "seeds"):
        result.seeded = {seed.name: finds(browser, seed) for seed in SEEDS}
    return result


@contextmanager
def _timed(result: Survey, part: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    result.seconds[part] = round(time.monotonic() - began, 1)


def _place(canary: Canary) -> str:
    """The place without the dossier."""
    return canary.place.split(": ", 1)[-1]
