"""The one process for work after requests: queued tasks, the search outbox, a schedule."""

from __future__ import annotations

import signal
from argparse import ArgumentParser
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand

from home.worker import run


class Command(BaseCommand):
    help = "Voert werk uit na de verzoeken: taken uit de wachtrij en de zoekindex bijhouden."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="doe wat er nu ligt en stop")

    def handle(self, *args: Any, **options: Any) -> None:
        stop = Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        run(stop, once=options["once"])
