"""With the inzagelog down nothing is shown: no look without a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest import mock

from django.db import OperationalError

from audit.models import InzageRegel

from .addresses import Pattern, addresses_of, all_patterns
from .browser import Browser
from .identities import IDENTITIES
from .rounds import NO_LOOK, Leak

WHO = ("regisseur", "buddy", "teamlid", "collega", "programmateam", "auditor")


@contextmanager
def log_down() -> Iterator[None]:
    """No row can be written in the inzagelog."""
    with mock.patch.object(InzageRegel, "save", side_effect=OperationalError("the log is down")):
        yield


def reads_dossiers(pattern: Pattern) -> bool:
    """The addresses under /dossiers/ and those of search."""
    return pattern.route.startswith(("dossiers/", "zoeken/"))


def leaks(browser: Browser, wanted: Callable[[Pattern], bool] = reads_dossiers) -> set[Leak]:
    """What someone who may read it is shown all the same."""
    world, found = browser.world, set()
    addresses = [a for pattern in all_patterns() if wanted(pattern) for a in addresses_of(pattern, world)]
    with browser.listening(), log_down():
        for address in addresses:
            for identity in IDENTITIES:
                if identity.name not in WHO:
                    continue
                answer = browser.get(identity, address.path, address.query)
                sent = world.canaries.find(f"{address.path} {address.query}")
                for canary in world.canaries.find(answer.body) - sent:
                    if not re.search("|".join(NO_LOOK), canary.place):
                        found.add(Leak(identity.name, "GET", address.path, "body, the log being down", canary.place))
    return found
