"""Builds the search indices anew, while the old ones stay in use."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from search import outbox, upkeep
from search.engines.base import IndexName, RebuildFailedError, SearchUnavailableError, WriterBusyError
from search.engines.choice import ENGINES, engine_by_name


class Command(BaseCommand):
    help = "Bouwt de zoekindex opnieuw op. De oude blijft in gebruik tot de nieuwe klaar is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--engine", choices=ENGINES, help="standaard de engine uit de instellingen")
        parser.add_argument("--index", choices=[index.value for index in IndexName], help="alleen deze index")

    def handle(self, *args: Any, **options: Any) -> None:
        engine = engine_by_name(options["engine"]) if options["engine"] else None
        chosen = [IndexName(options["index"])] if options["index"] else list(IndexName)
        try:
            self._rebuild(engine, chosen)
        except WriterBusyError as error:
            raise CommandError(
                f"Een ander proces schrijft nu in de zoekindex. Probeer het zo weer. ({error})"
            ) from error
        except (SearchUnavailableError, RebuildFailedError) as error:
            raise CommandError(f"De nieuwe index is niet klaar; de oude blijft in gebruik. ({error})") from error

    def _rebuild(self, engine: Any, chosen: list[IndexName]) -> None:
        engine = engine or outbox.current_engine()
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True)) as bars:
            for index in chosen:
                bar = bars.add_task(index.value, total=None)

                def show(done: int, total: int, bar: TaskID = bar) -> None:
                    bars.update(bar, completed=done, total=total)

                number = upkeep.rebuild(engine, index, show)
                bars.update(bar, completed=number, total=number)
        outbox.drain(engine, now=True, wait=True)
        self.stdout.write(self.style.SUCCESS("De zoekindex is opnieuw opgebouwd."))
