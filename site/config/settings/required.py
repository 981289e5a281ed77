"""Variables without which a place does not start."""

import os

from django.core.exceptions import ImproperlyConfigured


def require(*names: str) -> None:
    """Raise ImproperlyConfigured that names every variable that is not set or empty; no value is ever part of it."""
    lacking = [name for name in names if not os.environ.get(name, "").strip()]
    if lacking:
        raise ImproperlyConfigured(
            f"Zet deze variabelen in de omgeving: {', '.join(lacking)}. In .env.example staat wat erin hoort."
        )
