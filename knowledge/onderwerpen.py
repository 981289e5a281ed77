"""The sections of other apps to which guidance can be bound.

`casefiles` registers the sections of its stukken here when it starts, so that knowledge need not know dossiers. A
page bound to a code that nobody registered keeps its binding and shows up on the authors' page.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Onderwerp:
    """A section: `code` as in "plan-van-aanpak.opgave", `label` for people, `preview_template` for authors."""

    code: str
    label: str
    preview_template: str = ""


class DuplicateOnderwerp(ValueError):
    """Two apps registered the same code with another label."""


_registry: dict[str, Onderwerp] = {}


def register(code: str, label: str, preview_template: str = "") -> None:
    """Make a section known; the same registration twice is harmless, another one under the same code is refused."""
    onderwerp = Onderwerp(code, str(label), preview_template)
    if _registry.setdefault(code, onderwerp) != onderwerp:
        raise DuplicateOnderwerp(f"Onderwerp {code!r} is al geregistreerd als {_registry[code].label!r}.")


def label(code: str) -> str:
    """The label of a section, or the code itself when nobody registered it."""
    found = _registry.get(code)
    return found.label if found else code


def all_onderwerpen() -> list[Onderwerp]:
    """In the order in which they were registered: that of the forms."""
    return list(_registry.values())


def choices() -> Iterable[tuple[str, str]]:
    return [(onderwerp.code, onderwerp.label) for onderwerp in _registry.values()]
