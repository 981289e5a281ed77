"""What this project most easily gets wrong, as questions to a folder of files. Each answers with the faults it found.

A guard looks at a root and the names of files in it, so that a test can ask it of the repository and of a folder with
a fault.
"""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAX_LINES = 450
NAMELESS = re.compile(r"(?:^|/)(?:utils|helpers|misc|common)\.py$")
BINARY = {".gz", ".png", ".ico", ".woff2", ".sqlite3", ".pdf", ".docx", ".mo"}
SHORTEST_SENTENCE = 60
# Titles of the source document are facts and may carry over; these are long enough to look like a sentence.
TITLES = (
    "Geen actuele signalen",
    "Grenzen aan) beïnvloeden",
    "Optimaal afstemmen",
    "Organiseren van een interventieteam",
)

# A bracket in each, so that this file does not hold what it looks for.
PLACES = re.compile(
    r"https?://[^\s/\"']*(?:pythonhos[t]ed|pypi\.or[g]|npmjs\.(?:or[g]|com)|artifactor[y]|nexu[s]|jfro[g])"
    r"|(?<![\w.])/(?:wor[k]|roo[t]|hom[e]/\w+|User[s]/\w+)/"
)
APPS = ("casefiles", "knowledge", "search", "themes", "site")


def tracked(root: Path = ROOT) -> list[str]:
    """The files that git keeps, relative to the root; those deleted in the working tree are left out."""
    answer = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)
    return sorted(name for name in answer.stdout.split("\0") if name and (root / name).is_file())


def _texts(root: Path, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        if Path(name).suffix not in BINARY:
            yield name, (root / name).read_text(encoding="utf-8", errors="replace")


def _modules(root: Path, names: Iterable[str], folders: Iterable[str]) -> Iterator[tuple[str, ast.Module]]:
    wanted = tuple(f"{folder}/" for folder in folders)
    for name, text in _texts(root, (n for n in names if n.endswith(".py") and n.startswith(wanted))):
        if "/migrations/" not in name:
            yield name, ast.parse(text, filename=name)


def shadowed_site(root: Path, names: Iterable[str]) -> list[str]:
    """`site` as a package would hide the standard library's module of that name."""
    return [name for name in ("site/__init__.py", "site.py") if (root / name).exists()]


def registry_addresses_locked(root: Path, names: Iterable[str]) -> list[str]:
    """A lock file writes the addresses of a registry: uv.lock is not tracked, and git ignores it."""
    faults = [name for name in names if Path(name).name in {"uv.lock", "poetry.lock", "Pipfile.lock"}]
    ignored = (root / ".gitignore").read_text(encoding="utf-8").split() if (root / ".gitignore").exists() else []
    return faults + ([] if "uv.lock" in ignored else [".gitignore lets uv.lock in"])


def apps_missing_from_wheel(root: Path, names: Iterable[str]) -> list[str]:
    """The wheel packs each folder that is an app, and nothing else."""
    with (root / "pyproject.toml").open("rb") as file:
        packed = set(tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    found = {str(Path(name).parent) for name in names if Path(name).name == "__init__.py"}
    apps = {f for f in found if f.count("/") == (1 if f.startswith("site/") else 0) and f != "tests"}
    return [f"not packed: {name}" for name in sorted(apps - packed)] + [
        f"packed but no app: {name}" for name in sorted(packed - apps)
    ]


def long_files(root: Path, names: Iterable[str]) -> list[str]:
    """Python files over 450 lines, migrations left out."""
    sizes = {name: text.count("\n") for name, text in _texts(root, (n for n in names if n.endswith(".py")))}
    return [f"{name}: {size} lines" for name, size in sizes.items() if size > MAX_LINES and "/migrations/" not in name]


def rooms_without_a_name(root: Path, names: Iterable[str]) -> list[str]:
    return [name for name in names if NAMELESS.search(name)]


def copied_sentences(root: Path, names: Iterable[str], source: str) -> list[str]:
    """Stretches of 60 characters or more of the source document, up to a full stop, that stand in a file.

    White space counts as one space on both sides, so that other line breaks do not hide a copy. Titles may stand.
    """
    stretches = {
        stretch.strip()
        for line in source.splitlines()
        for stretch in re.findall(rf"[A-Z][^.]{{{SHORTEST_SENTENCE},}}", " ".join(line.split()))
    }
    faults = []
    for name, text in _texts(root, names):
        plain = " ".join(text.split())
        faults += [
            f"{name}: {stretch[:40]}…"
            for stretch in sorted(stretches)
            if stretch[: 2 * SHORTEST_SENTENCE] in plain and not stretch.startswith(TITLES)
        ]
    return faults


def places_of_this_machine(root: Path, names: Iterable[str]) -> list[str]:
    """Addresses of package registries and paths that exist on one machine alone."""
    return [
        f"{name}:{number}: {found.group()}"
        for name, text in _texts(root, names)
        for number, line in enumerate(text.splitlines(), start=1)
        if (found := PLACES.search(line))
    ]


def imports_inside_functions(root: Path, names: Iterable[str]) -> list[str]:
    """Imports in a function, which mostly dodge a circle. `ready()` of an apps.py may: the models exist only then."""
    faults = []
    for name, module in _modules(root, names, APPS):
        for function in (n for n in ast.walk(module) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)):
            if function.name == "ready" and Path(name).name == "apps.py":
                continue
            faults += [
                f"{name}:{node.lineno} in {function.name}()"
                for node in ast.walk(function)
                if isinstance(node, ast.Import | ast.ImportFrom)
            ]
    return faults


MAY_READ_ALL_DOSSIERS = ("casefiles/models/", "casefiles/access.py", "casefiles/versions/", "casefiles/actions/")


def dossiers_beside_the_door(root: Path, names: Iterable[str]) -> list[str]:
    """`Dossier.objects` (or `_default_manager`) outside models, access, versions and actions."""
    return [
        f"{name}:{node.lineno}"
        for name, module in _modules(root, names, APPS)
        if not name.startswith(MAY_READ_ALL_DOSSIERS)
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute)
        and node.attr in {"objects", "_default_manager", "_base_manager"}
        and isinstance(node.value, ast.Name | ast.Attribute)
        and (node.value.id if isinstance(node.value, ast.Name) else node.value.attr) == "Dossier"
    ]


def system_access_for_people(root: Path, names: Iterable[str]) -> list[str]:
    """`for_system` reads everything: views, forms, what they show, context processors and templates never reach for it.

    import-linter sees modules, not functions, so this stands here.
    """
    shown = re.compile(
        r"(?:^|/)(?:views|forms|presentation|dashboard|templatetags)(?:/|\.py$)|/context_processors\.py$|\.html$"
    )
    return [
        f"{name}:{number}"
        for name, text in _texts(root, (n for n in names if shown.search(n) and n.startswith(APPS)))
        for number, line in enumerate(text.splitlines(), start=1)
        if re.search(r"\bfor_system\b|\bSystemAccess\b", line)
    ]
