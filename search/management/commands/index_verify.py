"""Compares the search indices with the database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import outbox, upkeep
from search.engines.base import IndexName, SearchUnavailableError
from search.engines.choice import ENGINES, engine_by_name


class Command(BaseCommand):
    help = "Vergelijkt de zoekindex met de database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--engine", choices=ENGINES, help="standaard de engine uit de instellingen")
        parser.add_argument("--repair", action="store_true", help="zet verschillen in de wachtrij en werk ze bij")
        parser.add_argument("--json", action="store_true", help="schrijf de uitkomst als JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        engine = engine_by_name(options["engine"]) if options["engine"] else outbox.current_engine()
        try:
            engine.check()
            found = {index: upkeep.verify(engine, index) for index in IndexName}
        except SearchUnavailableError as error:
            raise CommandError(f"De zoekindex is niet te lezen: {error}") from error
        counts = {index.value: dict(Counter(row.problem for row in rows)) for index, rows in found.items()}
        waiting = outbox.backlog().count
        if options["json"]:
            self.stdout.write(json.dumps({"differences": counts, "waiting": waiting}, ensure_ascii=False))
        else:
            for name, problems in counts.items():
                told = ", ".join(f"{number} {problem}" for problem, number in problems.items()) or "geen verschillen"
                self.stdout.write(f"{name}: {told}")
            self.stdout.write(f"{waiting} wijzigingen wachten nog.")
        differences = [row for rows in found.values() for row in rows]
        if differences and options["repair"]:
            upkeep.repair(differences)
            outbox.drain(engine, wait=True, now=True)
        elif differences:
            raise CommandError(f"{len(differences)} verschillen. Gebruik --repair om ze bij te werken.")
