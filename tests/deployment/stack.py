"""docker-compose.yml and .env.example as values, so that tests run what they say on servers of their own."""

from __future__ import annotations

import re
from pathlib import Path
from string import Template
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = ROOT / "docker-compose.yml"
EXAMPLE = ROOT / ".env.example"
# What someone fills in; made up, and long enough for the system checks.
SECRETS = {
    "REGIEKADER_SECRET_KEY": "made-up-for-the-tests-and-used-nowhere-else-0123456789-abcdefghij",
    "POSTGRES_PASSWORD": "proef-postgres",
    "ELASTIC_PASSWORD": "proef-elastic",
}
READS_VARIABLE = re.compile(
    r"(?:env(?:iron)?(?:\.(?:get|str|int|bool|list|db|email))?[(\[]|\brequire\()\s*\"([A-Z][A-Z0-9_]+)\""
)


def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))
    return loaded


def service(name: str) -> dict[str, Any]:
    found: dict[str, Any] = compose()["services"][name]
    return found


def example_variables() -> dict[str, str]:
    """The lines of .env.example, as they stand there."""
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("=", 1) for line in lines if line and not line.startswith("#"))
    return dict(pairs)  # type: ignore[arg-type]


def filled_in(**changes: str) -> dict[str, str]:
    """What compose gives a container when someone filled in the secrets, with these changes."""
    values = {**example_variables(), **SECRETS}
    values = {name: Template(value).substitute(values) for name, value in values.items()}
    return {**values, **changes}
