"""Where guidance belongs at a first import: fases, sections of stukken and themes, per section of the document."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BINDINGEN = Path(__file__).resolve().parent.parent / "bindingen.toml"
FASES = (1, 2, 3)
_ONDERWERP = re.compile(r"[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?")
_LONGEST_TAG = 60


class InvalidBinding(ValueError):
    """A file with bindings or training can't be applied; the message names the place and the fault."""


@dataclass(frozen=True, slots=True)
class Binding:
    """Where one page is shown. Empty means: nowhere by itself, only in the tree and in search."""

    fases: tuple[int, ...] = ()
    onderwerpen: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def load_bindingen(path: Path = BINDINGEN) -> dict[str, Binding]:
    """The bindings per key of a section, in the order of the file. Raises InvalidBinding."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidBinding(f"{path.name}: {error}") from error
    return {key: binding_from(value, f"{path.name}, [{key}]") for key, value in found.items()}


def binding_from(value: Any, where: str) -> Binding:
    """One checked binding from a table with exactly fases, onderwerpen and tags; ``where`` names it in an error."""
    table = checked_table(value, ("fases", "onderwerpen", "tags"), where)
    fases = _checked_list(table["fases"], int, f"{where}, fases")
    onderwerpen = _checked_list(table["onderwerpen"], str, f"{where}, onderwerpen")
    tags = _checked_list(table["tags"], str, f"{where}, tags")
    for fase in fases:
        if isinstance(fase, bool) or fase not in FASES:
            raise InvalidBinding(f"{where}, fases: {fase!r} is not one of {FASES}")
    for onderwerp in onderwerpen:
        if not _ONDERWERP.fullmatch(onderwerp):
            raise InvalidBinding(f"{where}, onderwerpen: {onderwerp!r} is not a code such as 'plan-van-aanpak.opgave'")
    for tag in tags:
        if not 0 < len(tag.strip()) <= _LONGEST_TAG or tag != tag.strip().lower():
            raise InvalidBinding(f"{where}, tags: {tag!r} must be 1 to {_LONGEST_TAG} characters in lower case")
    return Binding(fases=tuple(sorted(fases)), onderwerpen=tuple(onderwerpen), tags=tuple(tags))


def checked_table(value: Any, names: tuple[str, ...], where: str) -> Mapping[str, Any]:
    """The value as a table that has all of these names and no other."""
    if not isinstance(value, dict):
        raise InvalidBinding(f"{where}: must be a table")
    missing, unknown = [name for name in names if name not in value], [name for name in value if name not in names]
    if missing or unknown:
        raise InvalidBinding(f"{where}: missing {missing}, unknown {unknown}")
    return value


def _checked_list(value: Any, kind: type, where: str) -> list[Any]:
    if not isinstance(value, list) or not all(isinstance(item, kind) for item in value):
        raise InvalidBinding(f"{where}: must be a list of {kind.__name__}")
    if len(set(value)) != len(value):
        raise InvalidBinding(f"{where}: has something twice")
    return value
