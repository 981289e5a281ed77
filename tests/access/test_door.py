"""Every address of a dossier goes through the door, and every look is a row in the inzagelog."""

from __future__ import annotations

import sys
from collections import defaultdict
from unittest import mock

import pytest

from accounts.models import User
from casefiles import access

from . import dark
from .addresses import Pattern, addresses_of, all_patterns
from .browser import Browser
from .identities import IDENTITIES
from .world import World

pytestmark = pytest.mark.django_db
BY_NAME = {identity.name: identity for identity in IDENTITIES}


def doors_of(visitor: Browser, patterns: list[Pattern]) -> dict[str, set[str]]:
    """Per route the modules that asked the door for the dossier, by GET or by POST."""
    through, callers = access.get_dossier, set()

    def get_dossier(user: User, nummer: str) -> access.Toegang:
        callers.add(sys._getframe(1).f_globals["__name__"])
        return through(user, nummer)

    found: dict[str, set[str]] = defaultdict(set)
    with mock.patch.object(access, "get_dossier", get_dossier):
        for pattern in patterns:
            path = addresses_of(pattern, visitor.world)[0].path
            for name in ("buitenstaander", "regisseur", "programmateam"):
                callers.clear()
                visitor.get(BY_NAME[name], path)
                visitor.post(BY_NAME[name], path, {})
                found[pattern.route] |= callers
    return found


def test_every_address_of_a_dossier_goes_through_the_door_of_the_views(visitor: Browser):
    patterns = [pattern for pattern in all_patterns() if pattern.is_workspace]
    doors = doors_of(visitor, patterns)
    assert {p.route: doors[p.route] for p in patterns if doors[p.route] != {"casefiles.views.door"}} == {}


def test_nothing_is_shown_while_the_log_is_down(visitor: Browser):
    assert sorted(dark.leaks(visitor)) == []


@pytest.mark.parametrize("name", ["regisseur", "buddy", "teamlid", "programmateam"])
def test_a_look_at_the_overview_is_one_row(visitor: Browser, name: str):
    nummer = visitor.world.dossiers["alfa"].nummer
    answer = visitor.get(BY_NAME[name], f"/dossiers/{nummer}/")
    assert (answer.status, answer.looks) == (200, 1)


def test_a_refused_look_is_no_row(visitor: Browser):
    nummer = visitor.world.dossiers["alfa"].nummer
    answer = visitor.get(BY_NAME["buitenstaander"], f"/dossiers/{nummer}/")
    assert (answer.status, answer.looks) == (404, 0)


def test_every_surface_closes_when_a_task_ends(visitor: Browser, world: World):
    """The next request of someone whose task ended is a 404, at every address of the dossier."""
    shown = []
    for pattern in (pattern for pattern in all_patterns() if pattern.is_workspace):
        for address in addresses_of(pattern, world):
            answer = visitor.get(BY_NAME["ex-teamlid"], address.path)
            if answer.status not in (404, 405):
                shown.append(f"{address.path}: {answer.status}")
    assert shown == []
