"""Links in the repository's own documents lead to a file that is there."""

from __future__ import annotations

import re
from pathlib import Path

from .guards import ROOT, tracked

LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")


def _broken(root: Path, names: list[str]) -> list[str]:
    return [
        f"{name}: {target}"
        for name in names
        if name.endswith(".md")
        for target in LINK.findall((root / name).read_text(encoding="utf-8"))
        if not (root / name).parent.joinpath(target).exists()
    ]


def test_every_link_in_a_document_leads_somewhere() -> None:
    assert _broken(ROOT, tracked()) == []


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("[b](../b.md), [a](a.md#part), [x](https://voorbeeld.nl/)", encoding="utf-8")
    assert _broken(tmp_path, ["docs/a.md"]) == ["docs/a.md: ../b.md"]
