"""A scratch database for a command that runs outside pytest. Nothing here imports a model: Django is not set up yet."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def scratch_database() -> Iterator[None]:
    """Django with the test settings, and an empty, migrated database that is thrown away afterwards."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    import django

    django.setup()
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases, teardown_test_environment

    setup_test_environment()
    names = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        teardown_databases(names, verbosity=0)
        teardown_test_environment()
