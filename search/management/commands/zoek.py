"""Searches as a user does, from the command line."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from html import escape
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from search.engines.choice import ENGINES, engine_by_name
from search.highlights import Segment, has_hit
from search.query import Antwoord, search_dossiers, search_guidance


class Command(BaseCommand):
    help = "Zoekt in het handelingskader en in de dossiers die een gebruiker mag zien."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("woorden", help="wat je zoekt")
        parser.add_argument("--als", required=True, metavar="GEBRUIKER", help="gebruikersnaam van wie zoekt")
        parser.add_argument("--engine", choices=ENGINES, help="standaard de engine uit de instellingen")
        parser.add_argument("--limit", type=int, default=20, help="hoogste aantal resultaten per lijst")
        parser.add_argument("--json", action="store_true", help="schrijf de uitkomst als JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["als"]).first()
        if user is None:
            raise CommandError(f"Er is geen gebruiker {options['als']!r}.")
        engine = engine_by_name(options["engine"]) if options["engine"] else None
        words, limit = options["woorden"], options["limit"]
        guidance = search_guidance(user, words, limit=limit, engine=engine)
        dossiers = search_dossiers(user, words, limit=limit, engine=engine)
        if guidance.degraded:
            self.stderr.write(self.style.WARNING("De zoekmachine is niet bereikbaar: alleen titels en nummers."))
        answer = as_plain(guidance, dossiers)
        if options["json"]:
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        else:
            self._print(answer)

    def _print(self, answer: dict[str, Any]) -> None:
        if answer["suggestion"]:
            self.stdout.write(f"Bedoelde je: {answer['suggestion']}")
        self.stdout.write(f"{answer['total']} resultaten")
        for hit in answer["hits"]:
            self.stdout.write(f"- [{hit['kind']}] {hit['title']} ({hit['section']})  {hit['url']}")
            self.stdout.write(f"    {hit['highlight']}")


def as_plain(guidance: Antwoord, dossiers: Antwoord) -> dict[str, Any]:
    """Both answers in plain values: guidance first, then dossiers. Highlights are escaped HTML with <mark> alone."""
    facets: dict[str, dict[str, int]] = {}
    for answer in (guidance, dossiers):
        for facet, counts in answer.facets.items():
            if not counts:
                continue
            values = facets.setdefault(facet, {})
            for value, count in counts.items():
                values[value] = values.get(value, 0) + count
    hits = [
        {
            "kind": found.hit.soort,
            "title": found.hit.title,
            "section": found.hit.section,
            "url": found.hit.url,
            "highlight": _marked(found.excerpt if has_hit(found.excerpt) or not has_hit(found.title) else found.title),
        }
        for answer in (guidance, dossiers)
        for found in answer.found
    ]
    return {
        "total": guidance.total + dossiers.total,
        "hits": hits,
        "facets": facets,
        "suggestion": guidance.suggestion or dossiers.suggestion,
    }


def _marked(segments: tuple[Segment, ...]) -> str:
    return "".join(f"<mark>{escape(text)}</mark>" if is_hit else escape(text) for text, is_hit in segments)
