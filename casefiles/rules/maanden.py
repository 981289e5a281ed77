"""Counting in calendar months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def plus_maanden(datum: date, maanden: int) -> date:
    """The same day so many months on, or the last day of a shorter month (31 January + 1 is 28 or 29 February)."""
    year, month = divmod(datum.year * 12 + datum.month - 1 + maanden, 12)
    month += 1
    return date(year, month, min(datum.day, monthrange(year, month)[1]))
