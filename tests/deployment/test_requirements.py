"""requirements.txt, which the image installs, is what pyproject.toml asks for: locked by hash and without addresses."""

from __future__ import annotations

import re
import subprocess
import tomllib

import pytest

from .stack import ROOT

EXPORT = ["uv", "export", "-q", "--no-emit-project", "--no-dev", "--no-header", "--no-annotate"]
LINES = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def pyproject() -> dict[str, object]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        loaded: dict[str, object] = tomllib.load(file)
    return loaded


def test_it_is_what_uv_exports_now() -> None:
    exported = subprocess.run(
        [*EXPORT, "--format", "requirements-txt"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    other = sorted(set(exported.stdout.splitlines()) ^ set(LINES))
    assert other == [], f"make it anew: uv lock --upgrade && {' '.join(EXPORT)} > requirements.txt"


def test_every_package_is_locked_by_version_and_hash() -> None:
    packages = [line for line in LINES if line and not line.startswith(" ")]
    assert len(packages) > 30
    assert [line for line in packages if not re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==\S+", line)] == []
    assert "".join(LINES).count("--hash=sha256:") >= len(packages)


def test_it_holds_no_address() -> None:
    assert [line for line in LINES if re.search(r"://|--(extra-)?index|--find-links|file:", line)] == []


def test_direct_dependencies_have_one_exact_version(pyproject: dict[str, dict[str, list[str]]]) -> None:
    asked = [*pyproject["project"]["dependencies"], *pyproject["dependency-groups"]["dev"]]
    assert [line for line in asked if not re.fullmatch(r"[a-z0-9-]+(\[[a-z-]+\])?==[\w.]+", line)] == []
