"""The world of the sweep with its search index: made once per module that asks for it, and undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from . import searching
from .browser import Browser
from .story import in_transaction
from .survey import Survey, survey
from .world import World


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), in_transaction() as made, searching.indexed():
        yield made


@pytest.fixture(scope="module")
def surveyed(world: World) -> Survey:
    """The sweep itself: a minute or two, once."""
    return survey(world)


@pytest.fixture
def visitor(world: World) -> Iterator[Browser]:
    """Who can go anywhere as anyone."""
    with Browser(world).listening() as found:
        yield found
