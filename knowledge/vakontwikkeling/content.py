"""The training that comes with the software: small modules in words of our own, one TOML file each in `content/`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from knowledge.handelingskader.importer.bindingen import Binding, InvalidBinding, binding_from, checked_table

TRAININGEN = Path(__file__).resolve().parent / "content"
StapSoort = Literal["tekst", "vraag", "reflectie"]
_SOORTEN = ("tekst", "vraag", "reflectie")
_SLEUTEL = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_TITLE = 200
_LONGEST_SUMMARY = 255
_LONGEST_MINUTES = 480


@dataclass(frozen=True, slots=True)
class Stap:
    """One step: something to read, a question to work out, or a reflection for yourself.

    ``tekst`` is plain text; an empty line parts its paragraphs.
    """

    titel: str
    tekst: str
    soort: StapSoort

    @property
    def alineas(self) -> tuple[str, ...]:
        return tuple(" ".join(part.split()) for part in self.tekst.split("\n\n") if part.strip())


@dataclass(frozen=True, slots=True)
class Training:
    """A module that someone follows alone or with colleagues. ``sleutel`` is the name of its file without ending."""

    sleutel: str
    titel: str
    samenvatting: str
    duur_minuten: int
    binding: Binding
    stappen: tuple[Stap, ...]

    @property
    def fases(self) -> tuple[int, ...]:
        return self.binding.fases

    @property
    def onderwerpen(self) -> tuple[str, ...]:
        return self.binding.onderwerpen

    @property
    def tags(self) -> tuple[str, ...]:
        return self.binding.tags


def load_trainingen(folder: Path = TRAININGEN) -> list[Training]:
    """All modules, those for the earliest fase first. Raises InvalidBinding with the file and the fault."""
    modules = [_training(path) for path in sorted(folder.glob("*.toml"))]
    return sorted(modules, key=lambda module: (module.fases, module.sleutel))


def _training(path: Path) -> Training:
    where = path.name
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidBinding(f"{where}: {error}") from error
    names = ("titel", "samenvatting", "duur_minuten", "fases", "onderwerpen", "tags", "stappen")
    table = checked_table(found, names, where)
    if not _SLEUTEL.fullmatch(path.stem):
        raise InvalidBinding(f"{where}: the file name must be a slug, as in 'samen-een-opgave-maken.toml'")
    minutes = table["duur_minuten"]
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not 1 <= minutes <= _LONGEST_MINUTES:
        raise InvalidBinding(f"{where}, duur_minuten: must be a number from 1 to {_LONGEST_MINUTES}")
    steps = table["stappen"]
    if not isinstance(steps, list) or not steps:
        raise InvalidBinding(f"{where}, stappen: a module has at least one step")
    binding = binding_from({name: table[name] for name in ("fases", "onderwerpen", "tags")}, where)
    if not binding.fases:
        raise InvalidBinding(f"{where}, fases: a module belongs to at least one fase")
    return Training(
        sleutel=path.stem,
        titel=_text(table["titel"], _LONGEST_TITLE, f"{where}, titel"),
        samenvatting=_text(table["samenvatting"], _LONGEST_SUMMARY, f"{where}, samenvatting"),
        duur_minuten=minutes,
        binding=binding,
        stappen=tuple(_stap(step, f"{where}, stap {number}") for number, step in enumerate(steps, start=1)),
    )


def _stap(value: Any, where: str) -> Stap:
    table = checked_table(value, ("titel", "tekst", "soort"), where)
    if table["soort"] not in _SOORTEN:
        raise InvalidBinding(f"{where}, soort: {table['soort']!r} is not one of {_SOORTEN}")
    return Stap(
        titel=_text(table["titel"], _LONGEST_TITLE, f"{where}, titel"),
        tekst=_text(table["tekst"], None, f"{where}, tekst"),
        soort=cast(StapSoort, table["soort"]),
    )


def _text(value: Any, longest: int | None, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InvalidBinding(f"{where}: must be a text")
    text = value.strip()
    if longest is not None and len(text) > longest:
        raise InvalidBinding(f"{where}: is longer than {longest} characters")
    return text
