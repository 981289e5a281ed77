"""Which fase may follow which (hk-2020 §1, r.87-95: three fasen, each entered as a marked moment)."""

from knowledge.fases import Fase


def mogelijke_overgangen(huidige: int) -> list[Fase]:
    """The fases that can be entered from this one: the next, and one back when reality asks for it."""
    return [Fase(nummer) for nummer in (huidige + 1, huidige - 1) if nummer in Fase.values]
