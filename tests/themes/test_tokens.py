"""Every theme keeps its colours readable, and sets nothing but tokens that exist."""

import re

import pytest

from .stylesheets import BASE, THEMES, colour, contrast, declarations

TEXT = [
    ("text", "document-background"),
    ("text", "subtle-background"),
    ("text-subtle", "document-background"),
    ("text-subtle", "subtle-background"),
    ("accent", "document-background"),
    ("accent", "accent-background"),
    ("accent-hover", "accent-background"),
    ("on-accent", "accent"),
    ("text", "accent-background"),
    ("guidance", "guidance-background"),
    ("text", "guidance-background"),
    ("text-subtle", "guidance-background"),
    ("negative", "document-background"),
    ("negative", "guidance-background"),
    ("text", "negative-background"),
    ("warning", "document-background"),
    ("text", "warning-background"),
    ("positive", "document-background"),
    ("positive", "guidance-background"),
    ("text", "positive-background"),
    ("text", "mark-background"),
]
CONTROLS = [
    ("border-control", "document-background"),
    ("border-control", "subtle-background"),
    ("guidance", "document-background"),
]


def themes() -> dict[str, dict[str, str]]:
    base = declarations(BASE / "tokens.css")
    found = {"base": base, "contrast by choice": base | declarations(BASE / "contrast.css")}
    for sheet in sorted(THEMES.glob("*/static/rk/theme.css")):
        name = sheet.parts[-4]
        if name != "base":
            found[name] = base | declarations(sheet)
            found[f"{name} with contrast"] = found[name] | declarations(BASE / "contrast.css")
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("theme", themes())
def test_text_of_every_theme_is_readable(theme: str, dark: bool) -> None:
    tokens = themes()[theme]
    least = 7 if "contrast" in theme else 4.5
    poor = {}
    for front, back in TEXT:
        pair = [colour(tokens, f"--rk-color-{name}", dark=dark) for name in (front, back)]
        if contrast(*pair) < least:
            poor[f"{front} on {back}"] = round(contrast(*pair), 2)
    header = [colour(tokens, f"--rk-page-header-{name}", dark=dark) for name in ("color", "background-color")]
    if contrast(*header) < least:
        poor["page header"] = round(contrast(*header), 2)
    assert not poor


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("theme", themes())
def test_borders_of_controls_and_the_focus_ring_stand_out(theme: str, dark: bool) -> None:
    tokens = themes()[theme]
    for front, back in CONTROLS:
        pair = [colour(tokens, f"--rk-color-{name}", dark=dark) for name in (front, back)]
        assert contrast(*pair) >= 3, (front, back, pair)
    ring = colour(tokens, "--rk-focus-outline-color", dark=dark)
    halo = colour(tokens, "--rk-focus-halo-color", dark=dark)
    page = colour(tokens, "--rk-color-document-background", dark=dark)
    header = colour(tokens, "--rk-page-header-background-color", dark=dark)
    assert max(contrast(ring, page), contrast(halo, page)) >= 3
    assert max(contrast(ring, header), contrast(halo, header)) >= 3


def test_a_pale_colour_is_found() -> None:
    assert contrast("#ffffff", "#999999") < 4.5
    assert round(contrast("#ffffff", "#000000")) == 21


@pytest.mark.parametrize("sheet", sorted(THEMES.glob("*/static/rk/theme.css")), ids=lambda path: path.parts[-4])
def test_a_theme_sets_only_tokens_that_exist(sheet) -> None:  # type: ignore[no-untyped-def]
    known = set(declarations(BASE / "tokens.css"))
    ours = {name for name in declarations(sheet) if name.startswith("--rk-")}
    assert ours <= known


def test_every_token_that_a_style_sheet_uses_is_defined() -> None:
    defined = set(declarations(BASE / "tokens.css"))
    for sheet in (BASE / "css").glob("*.css"):
        text = sheet.read_text()
        used = set(re.findall(r"var\((--rk-[\w-]+)", text))
        assert used <= defined, sheet.name


def test_contrast_overrides_nothing_but_tokens() -> None:
    assert set(declarations(BASE / "contrast.css")) <= set(declarations(BASE / "tokens.css"))


def test_the_style_sheets_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in BASE.rglob("*.css")) < 50_000
