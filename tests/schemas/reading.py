"""Read every dossierversie of a database as its regisseur sees it, as plain values. Run in a process of its own:

uv run python -m tests.schemas.reading DATABASE          prints JSON
uv run python -m tests.schemas.reading --make N          makes schema_N.sqlite3.gz and .json of a new demo
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures"


def environment(folder: Path) -> dict[str, str]:
    """The environment in which manage.py works on the database in this folder."""
    outside = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    }
    path = os.pathsep.join([str(ROOT / "site"), str(ROOT)])
    more = {"REGIEKADER_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings.dev", "PYTHONPATH": path}
    return {**outside, **more, "REGIEKADER_SEARCH_ENGINE": "embedded"}


def manage(folder: Path, *arguments: str) -> None:
    command = [sys.executable, str(ROOT / "site" / "manage.py"), *arguments]
    done = subprocess.run(command, env=environment(folder), capture_output=True, text=True, timeout=600, check=False)
    if done.returncode:
        raise RuntimeError(f"{arguments}: {done.stderr[-3000:]}")


def read_versions() -> dict[str, Any]:
    """All versions of all dossiers of the demo's regisseur: stukken as lines, team, fase, reason, guidance in force."""
    import django

    django.setup()
    from accounts.models import User
    from casefiles import access
    from casefiles.models import Organisatie
    from casefiles.versions.lines import lines_of
    from casefiles.versions.reading import get_versie, guidance_in, stukken_in
    from casefiles.versions.verify import verify_dossier

    user = User.objects.get(username="regisseur")
    namen = dict(Organisatie.objects.values_list("code", "naam"))
    found: dict[str, Any] = {}
    for nummer in sorted(access.dossiers_visible_to(user).values_list("nummer", flat=True)):
        toegang = access.get_dossier(user, nummer)
        versies = {}
        for number in range(1, toegang.dossier.laatste_versie + 1):
            versie = get_versie(toegang, number)
            versies[str(number)] = {
                "fase": versie.fase,
                "reden": versie.reden,
                "hash": versie.hash,
                "hersteld_van": versie.hersteld_van,
                "team": versie.teamstand.leden,
                "leidraad": [card.sleutel for card in guidance_in(versie)],
                "stukken": {
                    stuk.kenmerk: [
                        [section.label, [[line.label, line.tekst] for line in section.regels]]
                        for section in lines_of(stuk.onderdelen, stuk.inhoud, namen)
                    ]
                    for stuk in stukken_in(toegang, versie)
                },
            }
        found[nummer] = {"versies": versies, "fouten": verify_dossier(toegang.dossier)}
    return found


def read_database(database: Path) -> dict[str, Any]:
    """Migrate the database to today's schema and read its versions, in a process of its own."""
    folder = database.parent
    manage(folder, "migrate", "-v", "0")
    command = [sys.executable, "-c", "from tests.schemas.reading import *; print(json.dumps(read_versions()))"]
    done = subprocess.run(
        command, env=environment(folder), cwd=ROOT, capture_output=True, text=True, timeout=600, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def make(schema: str) -> None:
    """A new demo as a fixture, with what reads of it today."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        manage(folder, "demo", "--fresh", "--no-serve")
        database = folder / "regiekader.sqlite3"
        import sqlite3

        connection = sqlite3.connect(database)
        for table in (
            "django_session",
            "wagtailsearch_indexentry",
            "django_tasks_db_dbtaskresult",
            "wagtailcore_referenceindex",
        ):
            if connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
                connection.execute(f"DELETE FROM {table}")
        connection.commit()
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("VACUUM")
        connection.close()
        FIXTURES.mkdir(exist_ok=True)
        (FIXTURES / f"schema_{schema}.sqlite3.gz").write_bytes(gzip.compress(database.read_bytes(), 9, mtime=0))
        (FIXTURES / f"schema_{schema}.json").write_text(
            json.dumps(read_database(database), ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8"
        )


if __name__ == "__main__":
    if sys.argv[1] == "--make":
        make(sys.argv[2])
    else:
        print(json.dumps(read_database(Path(sys.argv[1]).resolve()), ensure_ascii=False))
