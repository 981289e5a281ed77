"""Reading our style sheets in tests: tokens with their light and dark value, and the contrast between two colours."""

import re
from pathlib import Path

THEMES = Path(__file__).resolve().parents[2] / "themes"
BASE = THEMES / "base" / "static" / "rk"

_DECLARATION = re.compile(r"(--[\w-]+)\s*:\s*([^;]+);")
_IMPORT = re.compile(r'@import url\("([^"]+)"\);')


def declarations(path: Path) -> dict[str, str]:
    """The custom properties that a style sheet sets, its imports included; the last one wins."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
    found: dict[str, str] = {}
    for name in _IMPORT.findall(text):
        beside = path.parent / name
        found |= declarations(beside if beside.exists() else BASE / name)
    return found | {name: value.strip() for name, value in _DECLARATION.findall(text)}


def colour(tokens: dict[str, str], name: str, *, dark: bool) -> str:
    """The value of a colour token as #rrggbb in light or in dark."""
    value = tokens[name]
    if value.startswith("light-dark("):
        light_part, dark_part = value.removeprefix("light-dark(").removesuffix(")").split(",")
        value = (dark_part if dark else light_part).strip()
    if value.startswith("var("):
        return colour(tokens, value.removeprefix("var(").rstrip(")"), dark=dark)
    if not re.fullmatch(r"#[0-9a-f]{6}", value):
        raise ValueError(f"{name}: {value!r} is no #rrggbb colour")
    return value


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2 (1 to 21)."""

    def luminance(value: str) -> float:
        channels = [int(value[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)
