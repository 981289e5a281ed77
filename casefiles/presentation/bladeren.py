"""Keeping what was filtered while going through pages."""

from __future__ import annotations

from django.forms import Form
from django.http import QueryDict
from django.utils.http import urlencode


def filter_query(data: QueryDict, form: Form) -> str:
    """The filled-in fields of a filter as the end of an address ("&wie=…"), for `rk/pagination.html`."""
    filled = {name: str(data[name]) for name in form.fields if data.get(name)}
    return f"&{urlencode(filled)}" if filled else ""
