"""Style sheets are whole: one brace too many silently takes the next rules with it."""

import re
from pathlib import Path

import pytest

from .stylesheets import THEMES

SHEETS = sorted(THEMES.rglob("*.css"))


def stray_braces(text: str) -> int:
    """How many braces are open at the end, or -1 where one closes what was never opened."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    depth = 0
    for sign in re.findall(r"[{}]", text):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return -1
    return depth


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: f"{path.parents[1].name}-{path.name}")
def test_every_brace_of_a_style_sheet_has_its_other(path: Path) -> None:
    assert stray_braces(path.read_text()) == 0


@pytest.mark.parametrize(("seed", "found"), [("a {b:c} }", -1), ("@layer x {a {b:c}", 1), ("a {b:c} /* } */", 0)])
def test_a_stray_brace_is_found(seed: str, found: int) -> None:
    assert stray_braces(seed) == found
