"""The synonym list as the database has it now, read once per change of it."""

from __future__ import annotations

import threading
from datetime import datetime

from django.db.models import Count, Max

from search.analysis.synonyms import Synonyms
from search.models import Synoniem

_lock = threading.Lock()
_loaded: dict[tuple[int, datetime | None], Synonyms] = {}


def current_synonyms() -> Synonyms:
    """The list of this moment; one small query when it did not change."""
    state = Synoniem.objects.aggregate(number=Count("pk"), newest=Max("gewijzigd_op"))
    stamp = (state["number"], state["newest"])
    with _lock:
        if stamp not in _loaded:
            _loaded.clear()
            _loaded[stamp] = Synonyms(row.expressions for row in Synoniem.objects.order_by("pk"))
        return _loaded[stamp]
