"""Load a handelingskader document into the guidance pages."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from knowledge.handelingskader.importer.apply import apply
from knowledge.handelingskader.importer.bindingen import load_bindingen
from knowledge.handelingskader.importer.document import UnreadableDocument
from knowledge.handelingskader.importer.reading import read


class Command(BaseCommand):
    help = "Leest een handelingskader (platte tekst) en zet het in de pagina's; alles of niets."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", metavar="FILE", help="het document als .txt in UTF-8")
        parser.add_argument("--dry-run", action="store_true", help="alleen laten zien wat er zou gebeuren")
        parser.add_argument("--json", action="store_true", dest="as_json", help="het verslag als JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            document = read(options["bestand"])
        except UnreadableDocument as error:
            raise CommandError(str(error)) from error
        report = apply(document, load_bindingen(), dry_run=options["dry_run"])
        if options["as_json"]:
            self.stdout.write(json.dumps(report.as_dict(), ensure_ascii=False))
            return
        marks = ", ".join(f"{count} van grond {grond}" for grond, count in report.redactions.items())
        self.stdout.write(
            f"{report.sections} onderdelen; {sum(report.redactions.values())} niet-openbare passages: {marks}."
        )
        self.stdout.write(f"{report.created} nieuw, {report.updated} gewijzigd, {report.unchanged} ongewijzigd.")
        for warning in report.warnings:
            self.stdout.write(self.style.WARNING(f"- {warning}"))
        if options["dry_run"]:
            self.stdout.write("Dit was een proef: er is niets bewaard.")
