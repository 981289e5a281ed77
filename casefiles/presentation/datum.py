"""Days in words, as short as they can be read without doubt."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format


def korte_dag(day: date, today: date) -> str:
    """A day with its year only where that is another year."""
    return str(date_format(day, "j F" if day.year == today.year else "j F Y"))
