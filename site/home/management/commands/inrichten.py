"""Make the fixed parts of a new site, or what lacks of them."""

from typing import Any

from django.core.management.base import BaseCommand

from home.inrichting import ensure


class Command(BaseCommand):
    help = "Maakt de vaste pagina's, de rechten van de rollen en de kernpartners. Kan altijd opnieuw."

    def handle(self, *args: Any, **options: Any) -> None:
        ensure()
        self.stdout.write("De site is ingericht. Laad nu een handelingskader met import_handelingskader.")
