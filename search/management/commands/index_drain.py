"""Writes what waits in the outbox; the worker does the same all the time."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import outbox
from search.engines.choice import ENGINES, engine_by_name


class Command(BaseCommand):
    help = "Zet wachtende wijzigingen in de zoekindex."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--engine", choices=ENGINES, help="standaard de engine uit de instellingen")

    def handle(self, *args: Any, **options: Any) -> None:
        engine = engine_by_name(options["engine"]) if options["engine"] else None
        drained = outbox.drain(engine, wait=True, now=True)
        left = outbox.backlog()
        self.stdout.write(f"{drained.written} bijgewerkt, {left.count} wachten nog.")
        if drained.unavailable:
            raise CommandError(f"De zoekindex is nu niet bij te werken: {drained.unavailable}")
        if drained.refused:
            raise CommandError(f"{drained.refused} wijzigingen zijn geweigerd; ze worden opnieuw geprobeerd.")
