"""The rule is one and right: the door beside an oracle typed from table A.9 (promises.md)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from . import oracle
from .oracle.compare import run
from .oracle.seeded import FAULTS, Fault, finds

CASES = 2_000


@pytest.mark.django_db
def test_the_door_says_what_the_oracle_says_in_2000_cases():
    cases, differences = run(CASES)
    assert cases >= CASES
    assert differences == []


@pytest.mark.django_db
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_fault_in_the_door_is_found(fault: Fault):
    assert finds(fault)


def test_the_oracle_knows_nothing_of_the_code_that_it_judges():
    tree = ast.parse(Path(oracle.__file__).read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported == {"__future__", "dataclasses", "datetime"}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
