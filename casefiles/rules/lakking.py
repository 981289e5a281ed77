"""A passage of the source that is not public, where a rule would need it: the marker stays, and nothing fills it in."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.handelingskader.gronden import WooGrond


@dataclass(frozen=True)
class Lakking:
    """`gedrukt` is the marker as the source prints it, `regel` its line."""

    grond: WooGrond
    gedrukt: str
    regel: int
