"""A short summary of a section from its own first words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .document import Block, Text

MAX_SUMMARY = 180
_ENDS = re.compile(r"""(?<=[^\W_][^\W_]|[^\W_][)"'’”])[.!?]["'’”)]*(?=\s+[^\Wa-z]|\s+["'‘“(]|\s*$)""")
"""The end of a sentence: after a word of two letters ("i.c." is none) and before a capital or the end of the text."""
_READ = 2_000
"""No more of a block than this is looked at."""


def summarise(blocks: Iterable[Block]) -> str:
    """The first one or two open sentences, at most 180 characters, never cut in a word; "" when nothing is open.

    Half a sentence before a redaction would say something else than the source, so that is left out.
    """
    blocks = [block for block in blocks if block.soort not in ("redactie", "kop")]
    blocks.sort(key=lambda block: block.soort != "alinea")
    lead_in = ""
    for block in blocks:
        text = _until_redaction(block)
        sentences = _sentences(text)
        if sentences:
            first, second = sentences[0], sentences[1] if len(sentences) > 1 else ""
            if len(first) > MAX_SUMMARY:
                return _cut(first)
            return f"{first} {second}" if second and len(first) + 1 + len(second) <= MAX_SUMMARY else first
        if text and not lead_in and not block.redactions:
            lead_in = text if len(text) <= MAX_SUMMARY else _cut(text)
    return lead_in


def _until_redaction(block: Block) -> str:
    words: list[str] = []
    for segment in block.segments:
        if not isinstance(segment, Text):
            break
        words.append(segment.tekst)
    return " ".join("".join(words)[:_READ].split())


def _sentences(text: str) -> list[str]:
    """The first two whole sentences; what is left without an end mark isn't one."""
    found: list[str] = []
    start = 0
    for match in _ENDS.finditer(text):
        found.append(text[start : match.end()].strip())
        start = match.end()
        if len(found) == 2:
            break
    return found


def _cut(sentence: str) -> str:
    room = sentence[: MAX_SUMMARY - 1]
    if not sentence[MAX_SUMMARY - 1].isspace():
        room = room.rpartition(" ")[0] or room
    return room.rstrip(" ,;:-") + "…"
