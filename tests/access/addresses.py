"""Every URL pattern of the site, and concrete addresses of each. A pattern that is added joins by itself.

A pattern whose arguments have no values here makes the sweep fail: nothing is left out in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.apps import apps
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from django.urls.resolvers import RegexPattern
from django.utils.http import int_to_base36
from django.utils.regex_helper import normalize

from casefiles import stuksoorten

from .identities import ALFA, BRAVO
from .world import World

_SNIPPET = re.compile(r"admin/snippets/(?:choose/)?(\w+)/(\w+)/")
_CONVERTER = re.compile(r"<(?:[^>:]+:)?(?P<name>[^>]+)>")

# Patterns that an earlier one with the same addresses covers, so that no request can reach them.
SHADOWED = {
    "admin/login/": "Wagtail's own login page, covered by ours",
    "_util/login/": "Wagtail's login page for private pages, covered by ours",
}


@dataclass(frozen=True)
class Pattern:
    """One URL pattern with the prefixes before it. `args` are the names of its arguments, in order."""

    chain: tuple[Any, ...]
    name: str
    callback: Any
    place: int

    @property
    def route(self) -> str:
        """As Django writes it in `ResolverMatch.route`: of regular expressions only the first keeps its ^."""
        first, *rest = (str(part) for part in self.chain)
        return first + "".join(part.removeprefix("^") if first else part for part in rest)

    @property
    def is_admin(self) -> bool:
        return self.route.startswith("admin/")

    @property
    def is_workspace(self) -> bool:
        """Whether it is an address of one dossier."""
        return "nummer" in self.args

    def _pieces(self) -> tuple[str, tuple[str, ...]]:
        template, args = "", []
        for part in self.chain:
            if isinstance(part, RegexPattern):
                piece, names = normalize(str(part))[0]
                template += piece
                args += names
            else:
                text = str(part)
                args += _CONVERTER.findall(text)
                template += _CONVERTER.sub(r"%(\g<name>)s", text.replace("%", "%%"))
        return template, tuple(args)

    @property
    def args(self) -> tuple[str, ...]:
        return self._pieces()[1]

    def path(self, values: Mapping[str, Any]) -> str:
        template, args = self._pieces()
        return "/" + template % {name: values[name] for name in args}

    def __str__(self) -> str:
        return f"{self.route} ({self.name or 'no name'})"


@dataclass(frozen=True)
class Address:
    pattern: Pattern
    path: str
    query: tuple[tuple[str, str], ...] = ()


def all_patterns() -> list[Pattern]:
    """Every pattern, in the order in which Django tries them."""
    found = _walk(get_resolver(), (), ())
    return [Pattern(chain, name, callback, place) for place, (chain, name, callback) in enumerate(found)]


def _walk(resolver: URLResolver, chain: tuple[Any, ...], spaces: tuple[str, ...]) -> Iterator[tuple[Any, str, Any]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield (*chain, entry.pattern), ":".join([*spaces, entry.name or ""]), entry.callback
        else:
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from _walk(entry, (*chain, entry.pattern), inner)


def reaches(pattern: Pattern, path: str) -> bool:
    """Whether this path comes out at this very pattern."""
    try:
        match = resolve(path)
    except Resolver404:
        return False
    return bool(match.func is pattern.callback and match.route == pattern.route)


class NoValues(Exception):
    """A pattern has an argument that the table below does not know."""


Values = dict[str, Sequence[Any]]


def table(world: World) -> Values:
    """Values of the arguments of Wagtail's and allauth's patterns, by name; the first is always one that exists."""
    ids = world.ids
    user = world.users["regisseur"].pk
    page, parent = ids["page"], ids["parent"]
    return {
        "page_id": [page],
        "parent_page_id": [parent],
        "page_to_move_id": [page],
        "page_pk": [page],
        "destination_id": [parent],
        "revision_id": [ids["revision"]],
        "revision_id_a": ["earliest"],
        "revision_id_b": ["latest"],
        "action_name": ["approve"],
        "task_id": [ids["task"]],
        "task_state_id": [ids["task_state"]],
        "workflow_state_id": [ids["workflow_state"]],
        "workflow_pk": [ids["workflow"]],
        "collection_id": [1],
        "document_id": [ids["document"]],
        "doc_id": [ids["document"]],
        "image_id": [ids["image"]],
        "uploaded_file_id": [1],
        "filter_spec": ["width-100"],
        "restriction_id": [ids["restriction"]],
        "page_view_restriction_id": [ids["restriction"]],
        "session_id": [1],
        "uidb64": ["MQ"],
        "uidb36": [int_to_base36(user)],
        "token": ["set-password"],
        "key": ["abc-def"],
        "soort": ["document"],
    }


def special(world: World) -> list[tuple[str, list[dict[str, Any]]]]:
    """Where the table by name is not enough: all arguments of routes that begin like this, the longest first."""
    ids = world.ids
    models = [("casefiles", name) for name in ("dossier", "stuk", "persoon", "werktekst", "dossierversie")]
    some_page = ("handelingskader", "paragraafpagina")
    listed = (("accounts", "user"), ("casefiles", "organisatie"))
    in_model = [{"app_label": app, "model_name": model} for app, model in (some_page, *models)]
    in_list = [{"app_label": app, "model_name": model} for app, model in listed]
    in_setting = [{"app_name": app, "model_name": model} for app, model in (some_page, *models)]
    content_types = [
        {"content_type_app_name": app, "content_type_model_name": model} for app, model in (some_page, *models)
    ]
    dossier = world.dossiers[ALFA].pk
    stuk = world.stukken[f"{ALFA}.plan"].pk
    urls = [{"_0": url} for url in ids["page_urls"]]
    groups = [{"pk": world.users["regisseur"].groups.first().pk}]
    users = [{"pk": world.users["regisseur"].pk}, {"pk": world.users["teamlid"].pk}]
    return [
        ("admin/api/main/pages/", [{"pk": ids["page"], "action_name": name} for name in ("copy", "unpublish")]),
        ("admin/api/main/documents/", [{"pk": ids["document"]}]),
        ("admin/api/main/images/", [{"pk": ids["image"]}]),
        ("admin/bulk/", [{**v, "action": a} for v in (*in_list, *in_model) for a in ("delete", "publish")]),
        ("admin/pages/add/", [{**values, "parent_page_id": ids["parent"]} for values in content_types]),
        ("admin/pages/usage/", content_types),
        ("admin/pages/create/", in_model),
        ("admin/pages/(?P<pk>", [{"pk": ids["page"], "revision_id_a": "earliest", "revision_id_b": "latest"}]),
        ("admin/tag-autocomplete/", [{"app_name": "taggit", "model_name": "tag"}, *in_setting]),
        ("admin/settings/", [{**values, "pk": 1} for values in in_setting]),
        (
            "admin/workflows/tasks/add/",
            [{"app_label": "wagtailcore", "model_name": "groupapprovaltask"}, *in_model[1:2]],
        ),
        ("admin/workflows/tasks/", [{"pk": ids["task"]}]),
        ("admin/workflows/", [{"pk": ids["workflow"]}]),
        ("admin/collections/", [{"pk": ids["collection"]}]),
        ("admin/sites/", [{"pk": ids["site"]}]),
        ("admin/users/", users),
        ("admin/groups/", groups),
        ("admin/documents/chooser/", [{"pk": ids["document"]}]),
        ("admin/images/chooser/", [{"pk": ids["image"]}]),
        (
            "admin/editing-sessions/ping/",
            [
                {"app_label": "wagtailcore", "model_name": "page", "object_id": ids["page"], "session_id": 1},
                {"app_label": "casefiles", "model_name": "dossier", "object_id": dossier, "session_id": 1},
                {"app_label": "casefiles", "model_name": "stuk", "object_id": stuk, "session_id": 1},
            ],
        ),
        ("inloggen/tweede-stap/webauthn/", [{"pk": 1}]),
        ("documenten/(", [{"_0": ids["document"], "_1": ids["document_file"]}]),
        (
            "_util/authenticate_with_password/",
            [{"page_view_restriction_id": ids["restriction"], "page_id": ids["page"]}],
        ),
        ("zoeken/<str:kenmerk>/", [{"kenmerk": kenmerk} for kenmerk in ids["zoekvragen"]]),
        ("^(", urls),
    ]


def workspace(world: World, args: tuple[str, ...]) -> list[dict[str, Any]]:
    """Combinations of the arguments of a dossier's addresses: each dossier, each kind of stuk, old and new versions."""
    alfa, bravo = world.dossiers[ALFA], world.dossiers[BRAVO]
    stukken = {name.split(".", 1)[1]: s.kenmerk for name, s in world.stukken.items() if name.startswith(f"{ALFA}.")}
    kenmerken = [
        stukken[name] for name in ("plan", "document-regie", "document-weg", "document-team", "document-dicht")
    ]
    first_plan = world.ids["plan_versies"][0]
    values: dict[str, Sequence[Any]] = {
        "kenmerk": kenmerken,
        "fase": [1, 3],
        "versie": [first_plan, alfa.laatste_versie] if "kenmerk" in args else world.ids["versies"],
        "datum": [world.ago(75).date().isoformat(), world.now.date().isoformat()],
        "soort": ["document", "plan-van-aanpak"],
        "onderdeel": [part.code for soort in stuksoorten.SOORTEN.values() for part in soort.onderdelen],
    }
    if unknown := set(args) - set(values) - {"nummer"}:
        raise NoValues(f"no values for {sorted(unknown)}")
    found = []
    rest = [name for name in args if name != "nummer"]
    for combination in product(*(values[name] for name in rest)):
        case = dict(zip(rest, combination, strict=True))
        if "onderdeel" in case and not _has_section(case["kenmerk"], case["onderdeel"]):
            continue
        found.append({"nummer": alfa.nummer, **case})
    elsewhere = {name: values[name][0] for name in rest}
    found.append({"nummer": bravo.nummer, **elsewhere})
    if "kenmerk" in rest:  # a stuk of another dossier, under one's own dossier
        foreign = world.stukken[f"{BRAVO}.document-vroeg"].kenmerk
        found.append({"nummer": alfa.nummer, **elsewhere, "kenmerk": foreign})
    return found


def _has_section(kenmerk: str, onderdeel: str) -> bool:
    """An address of a stuk begins with its kind."""
    kinds = [soort for code, soort in stuksoorten.SOORTEN.items() if kenmerk.startswith(code)]
    return any(kind.onderdeel(onderdeel) for kind in kinds)


# What is asked of lists, choosers and searches beside their bare address.
ASKS = ("search", "results", "chooser", "choose", "listing", "autocomplete", "index", "list", "explore", "zoek", "find")


def queries(pattern: Pattern, world: World) -> list[tuple[tuple[str, str], ...]]:
    """The query strings with which a pattern is tried: bare, and with what makes it look for something."""
    found: list[tuple[tuple[str, str], ...]] = [()]
    word = world.ids["sought"]
    if pattern.route.startswith("admin/bulk/"):
        return [(("id", str(world.users["regisseur"].pk)), ("id", str(world.ids["page"])))]
    if pattern.is_admin:
        if any(ask in f"{pattern.route} {pattern.name}" for ask in ASKS):
            found.append((("q", word), ("search", word), ("html_path", "/"), ("type", "wagtailcore.Page")))
    elif pattern.is_workspace and "vergelijken" in pattern.route:
        old, new = str(world.ids["plan_versies"][0]), str(world.dossiers[ALFA].laatste_versie)
        found.append((("van", old), ("tot", new)))
    elif pattern.route.endswith("/op/"):
        found.append((("datum", world.ago(75).date().isoformat()),))
    elif any(ask in pattern.route for ask in ASKS) or pattern.name == "dossiers:mijn":
        number = world.dossiers[BRAVO].nummer
        found += [(("q", word),), (("q", number), ("nummer", number), ("fase", "1"), ("onderwerp", "team"))]
    return found


def addresses_of(pattern: Pattern, world: World) -> list[Address]:
    """Concrete addresses of a pattern. Raises NoValues when an argument is not in the table."""
    args = pattern.args
    if pattern.is_workspace:
        cases = workspace(world, args)
    elif not args:
        cases = [{}]
    else:
        cases = _elsewhere(pattern, world)
    paths = dict.fromkeys(pattern.path(case) for case in cases)
    return [Address(pattern, path, query) for path in paths for query in queries(pattern, world)]


def _elsewhere(pattern: Pattern, world: World) -> list[dict[str, Any]]:
    names = set(pattern.args)
    for prefix, cases in special(world):
        if pattern.route.startswith(prefix) and (fitting := [case for case in cases if names <= set(case)]):
            return fitting
    if names == {"pk"} and (snippet := _SNIPPET.match(pattern.route)):
        first = apps.get_model(*snippet.groups())._default_manager.first()
        if first is None:
            raise NoValues(f"{pattern}: the world has no {snippet[2]}; make one in world.py")
        return [{"pk": first.pk}]
    values = table(world)
    if unknown := names - set(values):
        raise NoValues(f"{pattern}: no values for {sorted(unknown)}")
    return [
        dict(zip(pattern.args, combination, strict=True)) for combination in product(*(values[n] for n in pattern.args))
    ]
