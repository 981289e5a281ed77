"""What stands against an act: a stop, or a warning that a reason overrides. And the decision that is never stopped.

domain.md, three rules: the only stops are on the regisseur's own proposal; a decision of the competent body can
always be recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Bezwaar:
    """One objection, in words for the screen, with its source line ("r. 345"), "" where the rule is ours."""

    code: str
    tekst: str
    bron: str = ""
    stopt: bool = False


def mag_door(bezwaren: Iterable[Bezwaar], reden: str = "") -> bool:
    """Whether the act may go on: never past a stop, past a warning only with a reason."""
    found = list(bezwaren)
    if any(bezwaar.stopt for bezwaar in found):
        return False
    return not found or bool(reden.strip())


@dataclass(frozen=True)
class Besluit:
    """A decision that a competent body took. Which body decides what is not in the source, so `orgaan` is free text."""

    datum: date | None
    orgaan: str
    reden: str

    def ontbreekt(self) -> tuple[str, ...]:
        """Which of the three are not filled in; none means that it can be recorded, whatever else is open."""
        values = {"datum": self.datum, "orgaan": self.orgaan.strip(), "reden": self.reden.strip()}
        return tuple(name for name, value in values.items() if not value)
