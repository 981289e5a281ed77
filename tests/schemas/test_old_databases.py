"""A database of every earlier schema still reads, after today's migrations, exactly as it did when it was saved."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from .reading import FIXTURES, read_database

SCHEMAS = sorted(path.name.removesuffix(".sqlite3.gz") for path in FIXTURES.glob("schema_*.sqlite3.gz"))


def test_there_is_a_database_of_the_first_schema():
    assert "schema_1" in SCHEMAS


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_version_of_an_old_database_reads_as_it_was_saved(schema: str, tmp_path: Path) -> None:
    packed = FIXTURES / f"{schema}.sqlite3.gz"
    assert packed.stat().st_size < 2_000_000
    database = tmp_path / "regiekader.sqlite3"
    database.write_bytes(gzip.decompress(packed.read_bytes()))
    expected = json.loads((FIXTURES / f"{schema}.json").read_text("utf-8"))
    found = read_database(database)
    assert found == expected
    assert all(not dossier["fouten"] for dossier in found.values())
    restores = [v for d in found.values() for v in d["versies"].values() if v["hersteld_van"]]
    assert restores
    assert max(len(dossier["versies"]) for dossier in found.values()) >= 3
