"""Production starts with what .env.example explains, and with nothing less."""

from __future__ import annotations

import itertools
import re
import sys
from pathlib import Path

import pytest

from .production import SETTINGS, run
from .stack import COMPOSE, READS_VARIABLE, ROOT, SECRETS, example_variables, filled_in

READERS = [
    *(ROOT / "site/config/settings" / name for name in ("base.py", "production.py")),
    *(ROOT / "site/config" / name for name in ("gunicorn.py", "healthcheck.py")),
]
# Without these there is no safe value.
REQUIRED = [
    "REGIEKADER_SECRET_KEY",
    "REGIEKADER_ALLOWED_HOSTS",
    "REGIEKADER_TRUSTED_ORIGINS",
    "REGIEKADER_BASE_URL",
    "REGIEKADER_GEMEENTE",
    "REGIEKADER_FROM_EMAIL",
    "REGIEKADER_VAR",
    "DATABASE_URL",
    "EMAIL_URL",
    "REGIEKADER_SEARCH_ENGINE",
    "ELASTICSEARCH_URL",
]
LOAD = [sys.executable, "-c", f"import {SETTINGS}"]
CHECK = [sys.executable, "site/manage.py", "check", "--deploy", "--fail-level", "WARNING"]


def _read(files: list[Path]) -> set[str]:
    """The variables that settings and server configuration read; lines of `require(...)` count one by one."""
    found: set[str] = set()
    for file in files:
        text = file.read_text(encoding="utf-8")
        found |= set(READS_VARIABLE.findall(text))
        for arguments in re.findall(r"\brequire\(([^)]*)\)", text):
            found |= set(re.findall(r"\"([A-Z0-9_]+)\"", arguments))
    return found


@pytest.fixture
def variables(tmp_path: Path) -> dict[str, str]:
    return filled_in(REGIEKADER_VAR=str(tmp_path), REGIEKADER_STATIC_ROOT=str(tmp_path / "static"))


def test_every_variable_that_is_read_is_explained_and_nothing_else_is() -> None:
    compose = set(re.findall(r"(?<!\$)\$\{(\w+)", COMPOSE.read_text(encoding="utf-8")))
    explained = set(example_variables())
    assert _read(READERS) - explained == set(), "read, but not in .env.example"
    assert explained - _read(READERS) - compose == set(), "in .env.example, but read by nothing"


def test_a_variable_that_is_not_explained_would_be_seen(tmp_path: Path) -> None:
    module = tmp_path / "more.py"
    module.write_text('A = env.bool("REGIEKADER_NIEUW", default=True)\nB = os.environ["REGIEKADER_ANDER"]\n')
    assert _read([module]) == {"REGIEKADER_NIEUW", "REGIEKADER_ANDER"}


def test_every_variable_has_a_line_of_explanation_above_it() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    unexplained = [
        line
        for before, line in itertools.pairwise(lines)
        if "=" in line and not line.startswith("#") and not before.startswith("#")
    ]
    assert unexplained == []


def test_production_passes_the_checks_for_deployment(variables: dict[str, str]) -> None:
    answer = run(CHECK, variables)
    assert answer.returncode == 0, answer.stderr
    assert "no issues" in answer.stdout


def test_without_any_variable_the_start_names_them_all() -> None:
    answer = run(LOAD, {})
    assert answer.returncode != 0
    assert [name for name in REQUIRED if name not in answer.stderr] == ["ELASTICSEARCH_URL"]  # only for that engine


@pytest.mark.parametrize("name", REQUIRED)
@pytest.mark.parametrize("empty", [True, False], ids=["empty", "absent"])
def test_a_variable_without_a_safe_value_is_asked_for_by_name(
    name: str, empty: bool, variables: dict[str, str]
) -> None:
    variables.pop(name)
    answer = run(LOAD, {**variables, name: ""} if empty else variables)
    assert answer.returncode != 0
    last = answer.stderr.strip().splitlines()[-1]
    assert "ImproperlyConfigured" in last
    assert name in last
    assert not any(secret in answer.stderr for secret in SECRETS.values())


def test_the_example_as_it_stands_does_not_start(tmp_path: Path) -> None:
    answer = run(LOAD, {**example_variables(), "REGIEKADER_VAR": str(tmp_path)})
    assert answer.returncode != 0
    assert "REGIEKADER_SECRET_KEY" in answer.stderr


def test_the_embedded_engine_with_more_than_one_web_process_is_refused(variables: dict[str, str]) -> None:
    variables |= {"REGIEKADER_SEARCH_ENGINE": "embedded", "REGIEKADER_WEB_PROCESSES": "2"}
    answer = run(CHECK, variables)
    assert answer.returncode != 0
    assert "search.E003" in answer.stderr
    assert run(CHECK, {**variables, "REGIEKADER_WEB_PROCESSES": "1"}).returncode == 0


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"REGIEKADER_SEARCH_ENGINE": "embedded", "REGIEKADER_WEB_PROCESSES": "2"}, "search.E003"),
        ({"DJANGO_SETTINGS_MODULE": "config.settings.loose"}, "accounts.E001"),
    ],
    ids=["embedded engine, two processes", "a password alone"],
)
def test_a_web_process_refuses_what_the_checks_refuse(
    changes: dict[str, str], refusal: str, variables: dict[str, str], tmp_path: Path
) -> None:
    loose = tmp_path / "loose.py"
    loose.write_text(f"from {SETTINGS} import *\nPASSWORD_ALONE_IS_ENOUGH = True\n", encoding="utf-8")
    load = f"import config.settings as s; s.__path__.append({str(tmp_path)!r}); import config.wsgi"
    answer = run([sys.executable, "-c", load], {**variables, **changes})
    assert answer.returncode != 0
    assert refusal in answer.stderr
