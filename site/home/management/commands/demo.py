"""One command from nothing to a running site with made-up content."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from casefiles import access
from home.demo.people import PASSWORD, PEOPLE, ensure_people
from home.demo.story import Story
from home.inrichting import ensure
from knowledge.handelingskader.importer.apply import apply
from knowledge.handelingskader.importer.bindingen import load_bindingen
from knowledge.handelingskader.importer.document import UnreadableDocument
from knowledge.handelingskader.importer.reading import read
from knowledge.handelingskader.models import HandelingskaderPagina
from knowledge.vakontwikkeling.importing import load_shipped
from knowledge.vakontwikkeling.models import LerenIndexPagina

SHIPPED = Path(settings.ROOT) / "knowledge" / "handelingskader" / "content" / "leidraad.txt"


class Command(BaseCommand):
    help = "Maakt een voorbeeldsite met verzonnen dossiers en start haar op dit apparaat."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--fresh", action="store_true", help="begin opnieuw: gooi de database en index van de demo weg"
        )
        parser.add_argument("--no-serve", action="store_true", help="stop na het inrichten")
        parser.add_argument(
            "--handelingskader", metavar="FILE", help="laad dit document in plaats van de voorbeeldtekst"
        )
        parser.add_argument("--port", type=int, default=8000, help="poort op 127.0.0.1 (standaard 8000)")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "De demo draait alleen met de ontwikkelinstellingen (config.settings.dev), nooit in productie."
            )
        console = Console()
        if options["fresh"]:
            self._start_again()
        with Progress(console=console, transient=False) as progress:
            self._set_up(progress, options["handelingskader"])
        self._tell(console, options["port"])
        if not options["no_serve"]:
            self._serve(options["port"])

    def _start_again(self) -> None:
        """Only what the demo itself made: its SQLite file and its index folder."""
        if connection.vendor != "sqlite":
            raise CommandError("--fresh werkt alleen met de eigen SQLite-database van de demo.")
        connection.close()
        database = Path(settings.DATABASES["default"]["NAME"])
        for file in (database, *(database.with_name(database.name + end) for end in ("-wal", "-shm"))):
            file.unlink(missing_ok=True)
        shutil.rmtree(settings.SEARCH_INDEX_DIR, ignore_errors=True)
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)

    def _set_up(self, progress: Progress, document: str | None) -> None:
        bar = progress.add_task("Database", total=5)
        call_command("migrate", verbosity=0, interactive=False)
        progress.update(bar, advance=1, description="Pagina's en rollen")
        ensure()
        progress.update(bar, advance=1, description="Handelingskader")
        self._guidance(document)
        progress.update(bar, advance=1, description="Dossiers")
        self._dossiers(progress)
        progress.update(bar, advance=1, description="Zoekindex")
        call_command("index_rebuild", verbosity=0)
        progress.update(bar, advance=1, description="Klaar")

    def _guidance(self, document: str | None) -> None:
        index = LerenIndexPagina.objects.get()
        if document is not None:
            try:
                apply(read(document), load_bindingen())
            except UnreadableDocument as error:
                raise CommandError(str(error)) from error
        elif not HandelingskaderPagina.objects.exclude(import_stand={}).exists():
            apply(read(SHIPPED), load_bindingen(), voorbeeldtekst=True)
        load_shipped(index)

    def _dossiers(self, progress: Progress) -> None:
        """The story, told once: a database with any dossier is left alone. All of it or nothing."""
        users = ensure_people()
        if access.for_system(access.Purpose.DEMO).dossiers().exists():
            return
        story = Story(users, timezone.now())
        bar = progress.add_task("  gebeurtenissen", total=len(story.acts()))
        with transaction.atomic():
            for _done in story.tell():
                progress.update(bar, advance=1)

    def _tell(self, console: Console, port: int) -> None:
        table = Table(title="Inloggen", title_justify="left")
        table.add_column("gebruiker")
        table.add_column("wachtwoord")
        table.add_column("wie")
        for person in PEOPLE:
            if person.log_in:
                table.add_row(person.username, PASSWORD, person.functie)
        console.print(table)
        console.print(f"Regiekader staat op http://127.0.0.1:{port}/ (Wagtail: /admin/). Alle dossiers zijn verzonnen.")

    def _serve(self, port: int) -> None:
        """The web server and the worker, both ended by Ctrl+C. Loopback only."""
        env = {**os.environ, "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "config.settings.dev")}
        env["PYTHONPATH"] = os.pathsep.join([str(settings.ROOT / "site"), str(settings.ROOT)])
        manage = str(settings.ROOT / "site" / "manage.py")
        web = [sys.executable, "-m", "gunicorn", "config.wsgi:application", "--bind", f"127.0.0.1:{port}"]
        web += ["--workers", "1", "--threads", "8", "--log-level", "warning"]
        children = [subprocess.Popen(web, env=env), subprocess.Popen([sys.executable, manage, "worker"], env=env)]

        def stop(*_: object) -> None:
            for child in children:
                child.terminate()

        signal.signal(signal.SIGTERM, stop)
        self.stdout.write("Stop met Ctrl+C.")
        try:
            children[0].wait()
        except KeyboardInterrupt:
            pass
        finally:
            stop()
            for child in children:
                child.wait()
        if children[0].returncode not in (0, -signal.SIGTERM, -signal.SIGINT):
            raise CommandError(f"De webserver stopte. Is poort {port} al in gebruik? Kies een andere met --port.")
