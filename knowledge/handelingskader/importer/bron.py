"""The reference `{r.238-242}` at the end of a paragraph: the lines of the source document that it retells."""

from __future__ import annotations

import re

from .document import LineRange, Segment, Text

_BRON = re.compile(r"\{r\.\s?(\d{1,5}(?:-\d{1,5})?(?:,\s?(?:r\.\s?)?\d{1,5}(?:-\d{1,5})?){0,5})\}\s*")
LONGEST = 120
"""No reference is longer; it stands at the very end and names six ranges at most."""


def ends_in_bron(text: str) -> bool:
    """True for a whole paragraph or item: a heading or half a sentence has no reference."""
    at = text.rfind("{r.", max(0, len(text) - LONGEST))
    return at >= 0 and _BRON.fullmatch(text, at) is not None


def take_bron(segments: list[Segment]) -> tuple[list[Segment], tuple[LineRange, ...]]:
    """Take `{r.238-242}` off the end and give its ranges; a range that runs backwards stays text."""
    last = segments[-1] if segments else None
    if not isinstance(last, Text) or (at := last.tekst.rfind("{r.")) < 0:
        return segments, ()
    match = _BRON.fullmatch(last.tekst, at)
    if match is None:
        return segments, ()
    ranges: list[LineRange] = []
    for part in match[1].replace("r.", "").split(","):
        first, _, end = part.strip().partition("-")
        ranges.append((int(first), int(end or first)))
    if any(not 0 < first <= end for first, end in ranges):
        return segments, ()
    return [*segments[:-1], Text(last.tekst[:at].rstrip())], tuple(ranges)
