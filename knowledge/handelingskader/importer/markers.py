"""The markers that stand where text was made unreadable, and the runs of text between them.

The source prints them in six spellings: 5.1,2,d / 5.1.2,d / 5.1.2.h / ^{5.1.2,d} / ^{5.1.2.h} / '5.1.2.d'. Anything
else is ordinary text, section numbers such as 5.1.2 among them.
"""

from __future__ import annotations

import re
from typing import cast

from .document import Grond, Redaction, Segment, Text

_CORE = r"5\.1[.,]2[.,]([{grounds}])(?![^\W_]|[.,]\d)"
_QUOTES = "'\"‘’“”"
# Not in the middle of a word or of a longer number such as 15.1.2,d or 1.5.1.2,d.
_START = r"(?<![\w])(?<!\d[.,])"


def _pattern(grounds: str) -> re.Pattern[str]:
    core = _CORE.format(grounds=grounds)
    return re.compile(
        rf"\^\{{{core}\}}|(?<!\w)[{_QUOTES}]{core}[{_QUOTES}]|{_START}{core}",
    )


MARKER = _pattern("dhi")
_OTHER_GROUND = _pattern("abcefg")
_EMPHASIS = re.compile(r"\*{1,2}")
_MAX_EMPHASIS_MARKS = 40
"""More asterisks than this in one paragraph are not emphasis but a drawing, and stay as printed."""


def count_markers(text: str) -> int:
    """How many markers a text has, counted by itself: the check on what the parser made of them."""
    return sum(1 for _ in MARKER.finditer(text))


def other_grounds(text: str) -> list[str]:
    """What is printed like a marker but with a ground that the document's own six spellings don't have."""
    return [match[0] for match in _OTHER_GROUND.finditer(text)]


def split_markers(text: str, line: int) -> list[Segment]:
    """The text as runs and redactions; each redaction keeps its spelling and line, and stands in running text."""
    segments: list[Segment] = []
    end = 0
    for match in MARKER.finditer(text):
        if match.start() > end:
            segments.append(Text(text[end : match.start()]))
        ground = cast(Grond, next(group for group in match.groups() if group))
        segments.append(Redaction(grond=ground, gedrukt=match[0], regel=line, plaats="regeltekst"))
        end = match.end()
    if end < len(text):
        segments.append(Text(text[end:]))
    return segments


def only_markers(segments: list[Segment]) -> bool:
    """True for a line that holds markers and no word or sign besides."""
    return any(isinstance(segment, Redaction) for segment in segments) and not any(
        isinstance(segment, Text) and segment.tekst.strip() for segment in segments
    )


def apply_emphasis(segments: list[Segment]) -> tuple[Segment, ...]:
    """Turn **bold** and *italic* into flags on the runs; an asterisk without a partner stays as it is printed."""
    if (
        not 1
        < sum(segment.tekst.count("*") for segment in segments if isinstance(segment, Text))
        <= _MAX_EMPHASIS_MARKS
    ):
        return tuple(segments)
    tokens = _emphasis_tokens(segments)
    paired = _paired(tokens)
    result: list[Segment] = []
    vet = cursief = False
    for index, token in enumerate(tokens):
        if index in paired:
            if token == "**":  # noqa: S105
                vet = not vet
            else:
                cursief = not cursief
        elif isinstance(token, Redaction):
            result.append(token)
        elif token:
            last = result[-1] if result else None
            if isinstance(last, Text) and (last.vet, last.cursief) == (vet, cursief):
                result[-1] = Text(last.tekst + token, vet, cursief)
            else:
                result.append(Text(token, vet, cursief))
    return tuple(result)


def _emphasis_tokens(segments: list[Segment]) -> list[str | Redaction]:
    tokens: list[str | Redaction] = []
    for segment in segments:
        if isinstance(segment, Redaction):
            tokens.append(segment)
        else:
            end = 0
            for match in _EMPHASIS.finditer(segment.tekst):
                tokens.extend((segment.tekst[end : match.start()], match[0]))
                end = match.end()
            tokens.append(segment.tekst[end:])
    return tokens


def _paired(tokens: list[str | Redaction]) -> set[int]:
    """Places of the asterisks that open and close: an opener has no space after it, a closer none before it."""
    paired: set[int] = set()
    waiting: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if not isinstance(token, str) or token not in ("*", "**"):
            continue
        if token in waiting and _touches(tokens, index - 1, -1):
            paired |= {waiting.pop(token), index}
        elif _touches(tokens, index + 1, 0):
            waiting[token] = index
    return paired


def _touches(tokens: list[str | Redaction], index: int, end: int) -> bool:
    if not 0 <= index < len(tokens):
        return False
    token = tokens[index]
    if isinstance(token, Redaction):
        return True
    if token == "":  # next to another marker or asterisk
        return _touches(tokens, index + (1 if end == 0 else -1), end)
    return not token[end].isspace()
