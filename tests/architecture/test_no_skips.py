"""In CI a skipped test fails the run, whatever way it was skipped; elsewhere it may be."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .guards import ROOT

WAYS = {
    "a mark": "@pytest.mark.skip(reason='no server')\ndef test_it(): ...",
    "a condition": "@pytest.mark.skipif(True, reason='no server')\ndef test_it(): ...",
    "a call": "def test_it(): pytest.skip('no server')",
    "a whole file": "pytest.skip('no server', allow_module_level=True)",
    "a fixture": "@pytest.fixture\ndef server(): pytest.skip('no server')\ndef test_it(server): ...",
    "a missing package": "pytest.importorskip('no_such_package', reason='no server')",
    "an expected failure": "@pytest.mark.xfail(reason='no server')\ndef test_it(): assert False",
}
PASSES = "def test_other(): ..."


def _run(folder: Path, body: str, *options: str, ci: bool) -> subprocess.CompletedProcess[str]:
    shutil.copy(ROOT / "conftest.py", folder)
    (folder / "test_one.py").write_text(f"import pytest\n{body}\n", encoding="utf-8")
    (folder / "test_two.py").write_text(f"{PASSES}\n", encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    env = {**{k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "DJANGO"))}, "CI": str(ci).lower()}
    command = [sys.executable, "-m", "pytest", "-p", "no:django", "-p", "no:cacheprovider", *options]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("body", WAYS.values(), ids=list(WAYS))
def test_a_skipped_test_fails_in_ci(body: str, tmp_path: Path) -> None:
    answer = _run(tmp_path, body, ci=True)
    assert answer.returncode == pytest.ExitCode.TESTS_FAILED, answer.stdout
    assert "no server" in answer.stdout


def test_a_skipped_test_fails_in_ci_also_with_workers(tmp_path: Path) -> None:
    assert _run(tmp_path, WAYS["a call"], "-n", "2", ci=True).returncode == pytest.ExitCode.TESTS_FAILED


def test_a_skipped_test_may_be_outside_ci(tmp_path: Path) -> None:
    assert _run(tmp_path, WAYS["a call"], ci=False).returncode == pytest.ExitCode.OK


def test_a_run_without_skipped_tests_passes_in_ci(tmp_path: Path) -> None:
    assert _run(tmp_path, PASSES, ci=True).returncode == pytest.ExitCode.OK
