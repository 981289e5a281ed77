"""When a doel may be called an opgave: three conditions (hk-2020 §1.2b, r.238-242)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from casefiles.choices import Antwoord


@dataclass(frozen=True)
class OpgaveOordeel:
    """Which conditions hold. `open_antwoorden` counts answers of partners that are not yes."""

    spanning_helder: bool
    ruimte_en_mandaat: bool
    geloof: bool
    open_antwoorden: int

    @property
    def is_opgave(self) -> bool:
        return self.spanning_helder and self.ruimte_en_mandaat and self.geloof

    @property
    def open_voorwaarden(self) -> int:
        return [self.spanning_helder, self.ruimte_en_mandaat, self.geloof].count(False)


def _yes(answers: dict[str, Any], partner: str) -> bool:
    return (answers.get(partner) or {}).get("antwoord") == Antwoord.JA


def beoordeel(opgave: dict[str, Any], partners: Iterable[str]) -> OpgaveOordeel:
    """Judge the content of section *opgave* for these partners (codes of organisations in the team).

    Condition 1 (r.240): both the present situation and the distance are written down. Conditions 2 and 3 (r.241-242)
    hold per partner, so a team without partners has neither.
    """
    partners = list(partners)
    mandaat, geloof = opgave.get("mandaat") or {}, opgave.get("geloof") or {}
    missing = sum(not _yes(answers, partner) for answers in (mandaat, geloof) for partner in partners)
    return OpgaveOordeel(
        spanning_helder=bool(str(opgave.get("nu", "")).strip() and str(opgave.get("afstand", "")).strip()),
        ruimte_en_mandaat=bool(partners) and all(_yes(mandaat, partner) for partner in partners),
        geloof=bool(partners) and all(_yes(geloof, partner) for partner in partners),
        open_antwoorden=missing,
    )
