"""One round: every address as every identity, and what is wrong with the answers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from .addresses import SHADOWED, Address, NoValues, Pattern, addresses_of, all_patterns, reaches
from .browser import Answer, Browser
from .canaries import Canary
from .forms import FORGED, Form, forms_on
from .identities import ALFA, BRAVO, CONTROLS, IDENTITIES, Identity
from .world import World

EVIL = "https://zeef.example.net/"
# Faults of Wagtail's own (8.0.1), each an answer of 500 to a forged form of someone who may come into its admin; and
# its page to see its own error page.
WAGTAILS_OWN = {
    "admin/failwhale/": "Exception",
    "admin/choose-external-link/": "AttributeError: 'NoneType' object has no attribute 'startswith'",
    "admin/snippets/choose/": "AttributeError: 'NoneType' object has no attribute 'is_valid'",
    "admin/pages/": "MultiValueDictKeyError",
}
# A notice and one's own search words are no text of a dossier; a number in a notice was told to that person.
NO_LOOK = ("melding", "zoekvraag")


@dataclass(frozen=True, order=True)
class Leak:
    """A canary that reached someone who may not meet it, and along which channel."""

    identity: str
    method: str
    path: str
    channel: str
    what: str


@dataclass(frozen=True, order=True)
class Fault:
    """Something wrong that is no canary: an answer of 500, a redirect to elsewhere, a look without a row."""

    identity: str
    method: str
    path: str
    what: str


@dataclass
class Report:
    patterns: int = 0
    covered: int = 0
    requests: int = 0
    leaks: set[Leak] = field(default_factory=set)
    faults: set[Fault] = field(default_factory=set)
    uncovered: list[str] = field(default_factory=list)
    met: set[Canary] = field(default_factory=set)  # canaries that someone who may did meet


def generic_forms(world: World) -> list[tuple[tuple[str, str], ...]]:
    """Forged bodies for any address: names that forms here use, with ids of a dossier that is not one's own."""
    alfa = world.dossiers[ALFA]
    values = {
        "reden": FORGED,
        "titel": FORGED,
        "tekst": FORGED,
        "naam": FORGED,
        "bereikbaar": FORGED,
        "doelen": FORGED,
        "verteld": FORGED,
        "talenten": FORGED,
        "naar": "2",
        "datum": "24-11-2026",
        "basis": "1",
        "taak": str(world.ids["taak"]),
        "taak_id": str(world.ids["taak"]),
        "gebruiker": str(world.users["buitenstaander"].pk),
        "lid": str(world.users["buitenstaander"].pk),
        "regisseur": str(world.users["buitenstaander"].pk),
        "buddy": str(world.users["buitenstaander"].pk),
        "rol": "regisseur",
        "organisatie": "politie",
        "zichtbaarheid": "team",
        "nummer": alfa.nummer,
        "dossier": str(alfa.pk),
        "stuk": str(world.stukken[f"{ALFA}.plan"].pk),
        "q": world.ids["sought"],
        "tekst_zoek": world.ids["sought"],
        "next": EVIL,
        "opslaan": "1",
    }
    return [tuple(values.items())]


def _wagtails_own(pattern: Pattern, error: str) -> bool:
    return any(pattern.route.startswith(route) and error.startswith(what) for route, what in WAGTAILS_OWN.items())


class Round:
    """Goes round with one browser. `patterns` and `identities` may be fewer, for a seeded leak."""

    def __init__(self, browser: Browser, identities: Sequence[Identity] = IDENTITIES) -> None:
        self.browser, self.world, self.identities = browser, browser.world, identities
        self.report = Report()
        self._names = [user.naam for user in self.world.users.values()]
        self._sent_away: set[tuple[str, str, str]] = set()
        self._forms: dict[str, list[tuple[tuple[str, str], ...]]] = defaultdict(list)

    def go(self, wanted: Callable[[Pattern], bool] = lambda _pattern: True, *, posts: bool = True) -> Report:
        before = self.browser.requests
        patterns = [pattern for pattern in all_patterns() if wanted(pattern)]
        addresses = self._addresses(patterns)
        with self.browser.listening():
            for address in addresses:
                for identity in self._visitors():
                    if self._comes_in(identity, address.pattern, "GET"):
                        self._get(identity, address)
            if posts:
                for path, address in {address.path: address for address in addresses}.items():
                    self._posts(path, address)
        self.report.patterns = len(patterns)
        self.report.requests = self.browser.requests - before
        return self.report

    def _posts(self, path: str, address: Address) -> None:
        for body in dict.fromkeys([*generic_forms(self.world), *self._forms[path]]):
            for identity in self.identities:
                if self._comes_in(identity, address.pattern, "POST"):
                    self._post(identity, address, body)

    def _comes_in(self, identity: Identity, pattern: Pattern, method: str) -> bool:
        """Wagtail's admin sends those without the right to it away at its door: one visit per pattern is enough.

        To post there, two who are sent away stand for all of them.
        """
        if not pattern.is_admin or identity.admin:
            return True
        visit = (identity.name, pattern.route, method)
        first = visit not in self._sent_away
        self._sent_away.add(visit)
        return first and (method == "GET" or identity.name in ("anonymous", "buitenstaander"))

    def _visitors(self) -> Iterable[Identity]:
        """The identities; those whose forms are sent again by the others come along, whoever goes round."""
        return dict.fromkeys([*self.identities, *CONTROLS])

    def _addresses(self, patterns: list[Pattern]) -> list[Address]:
        found: list[Address] = []
        for pattern in patterns:
            try:
                addresses = addresses_of(pattern, self.world)
            except NoValues as error:
                self.report.uncovered.append(str(error))
                continue
            reaching = [address for address in addresses if reaches(pattern, address.path)]
            if reaching or pattern.route in SHADOWED:
                self.report.covered += 1
            else:
                self.report.uncovered.append(f"{pattern}: no address reaches it")
            found += reaching or addresses
        return found

    def _get(self, identity: Identity, address: Address) -> None:
        query = address.query
        if address.pattern.route in ("admin/login/", "inloggen/", "_util/login/") or "uitloggen" in address.path:
            query = (*query, ("next", EVIL))
        answer = self.browser.get(identity, address.path, query)
        path = f"{address.path}?{urlencode(query)}" if query else address.path
        self.judge(identity, "GET", path, address.pattern, answer, sent=path)
        if identity in CONTROLS and answer.status == 200:
            for action, body in forms_on(address.path, answer.body):
                self._learn(action, body)

    def _learn(self, action: str, body: Form | tuple[tuple[str, str], ...]) -> None:
        known = self._forms[action]
        if body not in known and len(known) < 3:
            known.append(body)  # type: ignore[arg-type]

    def _post(self, identity: Identity, address: Address, body: tuple[tuple[str, str], ...]) -> None:
        path = address.path
        if address.pattern.route.startswith("admin/bulk/"):
            path = f"{path}?{urlencode(address.query)}"
        answer = self.browser.post(identity, path, dict(body))
        self.judge(identity, "POST", path, address.pattern, answer, sent=f"{path}\n{body}")

    def judge(self, identity: Identity, method: str, path: str, pattern: Pattern, answer: Answer, sent: str) -> None:
        """Note what is wrong with an answer. What was sent in the question is no news in the answer."""
        canaries = self.world.canaries
        echoed = canaries.find(sent)
        for channel, text in answer.channels():
            for canary in canaries.find(text) - echoed:
                if identity.name not in canary.readers or channel in ("log", "mail", "cookie"):
                    self.report.leaks.add(Leak(identity.name, method, path, channel, canary.place))
                else:
                    self.report.met.add(canary)
        for name in self._names:
            if name in answer.log:
                self.report.leaks.add(Leak(identity.name, method, path, "log", f"name of a person ({name})"))
        self._look(identity, method, path, pattern, answer, canaries.find(answer.body) - echoed)
        if answer.error and not _wagtails_own(pattern, answer.error):
            self._fault(identity, method, path, answer.error)
        if (host := urlsplit(answer.location).netloc) not in ("", "testserver"):
            self._fault(identity, method, path, f"redirect to {host}")

    def _look(
        self, identity: Identity, method: str, path: str, pattern: Pattern, answer: Answer, shown: set[Canary]
    ) -> None:
        texts = [canary for canary in shown if not re.search("|".join(NO_LOOK), canary.place)]
        if texts and not answer.looks and pattern.name != "meldingen":
            self._fault(identity, method, path, "dossier text without a row in the inzagelog")
        elif method == "GET" and answer.looks > 1:
            self._fault(identity, method, path, f"{answer.looks} rows in the inzagelog for one look")

    def _fault(self, identity: Identity, method: str, path: str, what: str) -> None:
        self.report.faults.add(Fault(identity.name, method, path, what))


__all__ = ["ALFA", "BRAVO", "Fault", "Leak", "Report", "Round"]
