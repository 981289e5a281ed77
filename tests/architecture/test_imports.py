"""The import contracts of pyproject.toml hold, and a seeded violation of each is found."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from .guards import ROOT

IGNORED = shutil.ignore_patterns("__pycache__", "static", "templates", "*.gz", "*.txt")

SEEDED = {
    "an app imports one above it": ("knowledge/guidance.py", "import casefiles.choices"),
    "search is imported by casefiles": ("casefiles/access.py", "import search.models"),
    "audit and meldingen know each other": ("site/audit/log.py", "import meldingen.models"),
    "somebody imports themes": ("site/home/views.py", "import themes.apps"),
    "themes import somebody": ("themes/apps.py", "import pages.models"),
    "models import the door": ("casefiles/models/stuk.py", "import casefiles.access"),
    "a rule imports a model": ("casefiles/rules/opgave.py", "import casefiles.models"),
    "an action imports a view": ("casefiles/actions/stuk.py", "import casefiles.views.door"),
    "the door imports a version": ("casefiles/access.py", "import casefiles.versions.reading"),
}


def _lint(root: Path) -> subprocess.CompletedProcess[str]:
    """lint-imports on a tree, by the contracts of its pyproject.toml."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root / "site"), str(root)]), "COLUMNS": "200"}
    return subprocess.run(
        ["lint-imports", "--no-cache"], cwd=root, env=env, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("casefiles", "knowledge", "search", "themes", "site"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=IGNORED)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_app_imports_only_those_below_it() -> None:
    answer = _lint(ROOT)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize(("file", "line"), SEEDED.values(), ids=list(SEEDED))
def test_a_seeded_import_is_found(copy: Path, file: str, line: str) -> None:
    with (copy / file).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")
    answer = _lint(copy)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert "BROKEN" in answer.stdout


def test_a_room_in_casefiles_without_a_place_in_the_layers_is_found(copy: Path) -> None:
    (copy / "casefiles/diensten.py").write_text("x = 1\n", encoding="utf-8")
    answer = _lint(copy)
    assert answer.returncode == 1
    assert "casefiles.diensten" in answer.stdout
