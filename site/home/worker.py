"""The loop of the worker: queued tasks and the search outbox, one after the other, until it is told to stop.

Nothing here may end the worker: an error is logged and tried again, with a pause that grows to a minute.
"""

from __future__ import annotations

import logging
import os
from threading import Event

from django.db import close_old_connections
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from search import outbox

logger = logging.getLogger("regiekader.worker")
PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 60.0


def run_queued_tasks() -> None:
    """Run every task that is waiting; looks first, since claiming takes the write lock of SQLite."""
    if not DBTaskResult.objects.ready().exists():
        return
    Worker(
        queue_names=["*"],
        interval=PAUSE_SECONDS,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"regiekader-{os.getpid()}",
        excluded_queue_names=[],
    ).run()


def run(stop: Event, *, once: bool = False) -> None:
    """Work until `stop` is set; with `once`, do what lies ready now and come back."""
    pause = PAUSE_SECONDS
    while not stop.is_set():
        close_old_connections()
        try:
            run_queued_tasks()
            outbox.drain()
            pause = PAUSE_SECONDS
        except Exception:
            # The cause may be a database or search server that is away for a while: keep trying.
            logger.exception("Het werk lukte niet; over %.0f seconden weer", pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
        if once:
            return
        stop.wait(pause)
