"""Telling what happens in a dossier, with a canary in every text, and working out afterwards who may read which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from casefiles import access, stuksoorten
from casefiles.actions import stuk as stukken
from casefiles.actions import werktekst
from casefiles.choices import VersieSoort, Wijziging, Zichtbaarheid
from casefiles.models import Dossierversie, Stuk
from casefiles.stuksoorten import Inhoud, Veld, Veldsoort
from casefiles.versions.register import Verandering, lock, register

from . import oracle
from .world import EVERYWHERE, NO_ONE, World

Version = tuple[datetime, oracle.Change | None]


@dataclass
class Told:
    """A stuk as the story told it: which canaries were registered when, and who may see it."""

    row: str
    versions: list[tuple[datetime, bool, list[str]]] = field(default_factory=list)  # moment, regie only, words
    binned: bool = False

    def change(self, moment: datetime) -> oracle.Change:
        """What a version of this moment did, as the oracle asks it."""
        then = next(regie for registered, regie, _words in reversed(self.versions) if registered <= moment)
        return oracle.Change(self.row, then, self.versions[-1][1], self.binned)


@dataclass
class Telling:
    """The story of one dossier. `who` is its regisseur."""

    world: World
    key: str
    who: str
    told: dict[str, Told] = field(default_factory=dict)
    reasons: list[tuple[datetime, str, str]] = field(default_factory=list)  # moment, word, stuk or "" for team and fase

    def word(self, place: str, readers: frozenset[str] = NO_ONE) -> str:
        """A canary of which the readers are set later, when the story is over."""
        return self.world.canaries.mint(f"{self.key}: {place}", readers)

    def reason(self, place: str, stuk: str = "") -> str:
        word = self.word(f"reden van {place}")
        self.reasons.append((timezone.now(), word, stuk))
        return f"Reden {word}."

    def toegang(self) -> access.Toegang:
        return access.get_dossier(self.world.users[self.who], self.world.dossiers[self.key].nummer)

    def inhoud(self, soort: str, place: str) -> tuple[Inhoud, list[str]]:
        """A content of this kind with a canary in every text, by its declaration: new fields join by themselves."""
        words: list[str] = []

        def mint(code: str) -> str:
            words.append(self.word(f"{place}, {code}"))
            return words[-1]

        content = {
            onderdeel.code: {
                veld.code: _value(veld, f"{onderdeel.code}.{veld.code}", mint) for veld in onderdeel.velden
            }
            for onderdeel in stuksoorten.SOORTEN[soort].onderdelen
        }
        return content, words

    def add(self, name: str, soort: str, *, regie_only: bool = False) -> None:
        content, words = self.inhoud(soort, f"{name} (eerste versie)")
        zichtbaarheid = Zichtbaarheid.REGISSEURS if regie_only else Zichtbaarheid.TEAM
        reden = self.reason(name, name)
        stuk = stukken.toevoegen(self.toegang(), soort, reden=reden, inhoud=content, zichtbaarheid=zichtbaarheid)
        self.world.stukken[f"{self.key}.{name}"] = stuk
        row = {"plan-van-aanpak": "plan"}.get(soort, soort)
        self.told[name] = Told(row, [(timezone.now(), regie_only, words)])

    def save(self, name: str) -> None:
        stuk = self._fresh(name)
        told = self.told[name]
        content, words = self.inhoud(stuk.soort, f"{name} (versie {len(told.versions) + 1})")
        reden = self.reason(name, name)
        stukken.opslaan(self.toegang(), stuk, content, reden=reden, basis=stuk.gewijzigd_in)
        told.versions.append((timezone.now(), told.versions[-1][1], words))

    def share(self, name: str, *, regie_only: bool) -> None:
        zichtbaarheid = Zichtbaarheid.REGISSEURS if regie_only else Zichtbaarheid.TEAM
        stukken.delen(self.toegang(), self._fresh(name), zichtbaarheid, reden=self.reason(f"delen van {name}", name))
        told = self.told[name]
        told.versions.append((timezone.now(), regie_only, told.versions[-1][2]))

    def bin(self, name: str) -> None:
        """No act does this yet; the version that it makes is the one that such an act will make."""
        dossier, stuk = lock(self.world.dossiers[self.key]), self._fresh(name)
        stuk.weg_op = timezone.now()
        user = self.world.users[self.who]
        change = Verandering(stuk, Wijziging.WEG)
        register(
            dossier, user, self.reason(f"weggooien van {name}", name), soort=VersieSoort.STUK, veranderingen=[change]
        )
        self.told[name].binned = True

    def type(self, name: str) -> None:
        """The regisseur types and does not save: a werktekst, for no other eyes."""
        stuk = self._fresh(name)
        content, words = self.inhoud(stuk.soort, f"werktekst bij {name}")
        for code, values in content.items():
            werktekst.bewaren(self.toegang(), stuk, code, values)
        self.let_read(words, frozenset({self.who}))

    def _fresh(self, name: str) -> Stuk:
        return Stuk.objects.get(pk=self.world.stukken[f"{self.key}.{name}"].pk)

    def let_read(self, words: list[str], readers: frozenset[str]) -> None:
        for word in words:
            canary = self.world.canaries.words[word]
            self.world.canaries.words[word] = type(canary)(word, canary.place, canary.readers | readers)

    def settle(self) -> None:
        """Now that the story is over: who may read each text, by the oracle."""
        world = self.world
        for name, told in self.told.items():
            world.changes[world.stukken[f"{self.key}.{name}"].pk] = told.change
        numbers = Dossierversie.objects.filter(dossier=world.dossiers[self.key]).values_list("nummer", flat=True)
        versions = [world.version(self.key, nummer) for nummer in numbers]
        for told in self.told.values():
            for place, (registered, _regie, words) in enumerate(told.versions):
                until = told.versions[place + 1][0] if place + 1 < len(told.versions) else world.now
                for version in (version for version in versions if registered <= version[0] < until):
                    self.let_read(words, self._reads_old(told, registered, version))
            self.let_read(told.versions[-1][2], self.reads_now(told))
        for moment, word, name in self.reasons:
            self.let_read([word], self._opens((moment, self.told[name].change(moment) if name else None)))

    def _opens(self, version: Version) -> frozenset[str]:
        return self.world.readers(self.key, lambda who: oracle.opens_version(who, *version, self.world.now))

    def _reads_old(self, told: Told, registered: datetime, version: Version) -> frozenset[str]:
        """Who may open this version and read in it what the stuk had then."""
        change, now = told.change(registered), self.world.now

        def may(someone: oracle.Someone) -> bool:
            return oracle.reads_old(
                someone,
                told.row,
                regie_only_then=change.regie_only_then,
                regie_only_now=change.regie_only_now,
                binned_now=change.binned_now,
                registered=registered,
                seen_in=version[0],
                now=now,
            )

        return self.world.readers(self.key, may) & self._opens(version)

    def reads_now(self, told: Told) -> frozenset[str]:
        """Who reads what the stuk holds now."""
        (registered, regie_only, _words), now = told.versions[-1], self.world.now

        def may(someone: oracle.Someone) -> bool:
            return oracle.reads_stuk(
                someone, told.row, regie_only=regie_only, registered=registered, binned=told.binned, now=now
            )

        return self.world.readers(self.key, may)


def _value(veld: Veld, path: str, mint: Callable[[str], str]) -> Any:
    """A value of this kind with canaries where it has text."""
    if veld.soort is Veldsoort.LIJST:
        return [
            {
                "id": f"{place:032x}",
                **{sub.code: _value(sub, f"{path}.{place}.{sub.code}", mint) for sub in veld.velden},
            }
            for place in (1, 2)
        ]
    if veld.soort is Veldsoort.PER_PARTNER:
        return {code: {"antwoord": "nog-niet", "nodig": mint(f"{path}.{code}")} for code in ("politie", "ggd")}
    if veld.soort is Veldsoort.LABELS:
        return [mint(path), mint(path)]
    if veld.soort is Veldsoort.DATUM:
        return "2031-07-29"
    if veld.soort is Veldsoort.KEUZE:
        return veld.opties[0][0]
    if veld.soort is Veldsoort.ORGANISATIE:
        return "politie"
    return f"Tekst {mint(path)} {EVERYWHERE}." if veld.soort is Veldsoort.TEKST else f"Regel {mint(path)}"
