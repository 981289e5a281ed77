"""The guards find nothing in the repository, and each finds the fault that is put before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.knowledge.brontekst import BRONTEKST, needs_brontekst

from . import guards

Guard = Callable[[Path, Iterable[str]], list[str]]
# Written for this test: no sentence of any document.
SENTENCE = "Deze zin is voor de proef bedacht en staat in geen enkel document, maar is wel ruim zestig tekens lang"
WHEEL = '[tool.hatch.build.targets.wheel]\npackages = ["casefiles", "site/home"]\n'

FAULTS: list[tuple[Guard, dict[str, str]]] = [
    (guards.shadowed_site, {"site/__init__.py": ""}),
    (guards.registry_addresses_locked, {"uv.lock": "", ".gitignore": "uv.lock\n"}),
    (guards.registry_addresses_locked, {".gitignore": "*.pyc\n"}),
    (
        guards.apps_missing_from_wheel,
        {"pyproject.toml": WHEEL, "casefiles/__init__.py": "", "site/home/__init__.py": "", "search/__init__.py": ""},
    ),
    (guards.apps_missing_from_wheel, {"pyproject.toml": WHEEL, "casefiles/__init__.py": ""}),
    (guards.long_files, {"casefiles/access.py": "x = 1\n" * 451}),
    (guards.rooms_without_a_name, {"casefiles/utils.py": ""}),
    (guards.places_of_this_machine, {"README.md": "cd /" + "work/main"}),
    (guards.places_of_this_machine, {"Dockerfile": "RUN ls /" + "home/anna/x"}),
    (guards.places_of_this_machine, {"requirements.txt": "--index-url https://" + "pypi.org/simple"}),
    (guards.imports_inside_functions, {"casefiles/views/stuk.py": "def f():\n    from casefiles import access\n"}),
    (guards.imports_inside_functions, {"casefiles/apps.py": "def other():\n    import casefiles\n"}),
    (guards.dossiers_beside_the_door, {"casefiles/views/stuk.py": "Dossier.objects.all()\n"}),
    (guards.dossiers_beside_the_door, {"search/sources.py": "models.Dossier.objects.all()\n"}),
    (guards.system_access_for_people, {"casefiles/views/stuk.py": "access.for_system(x)\n"}),
    (guards.system_access_for_people, {"themes/base/templates/x.html": "{{ access.for_system }}\n"}),
    (guards.system_access_for_people, {"search/views.py": "from casefiles.access import for_system\n"}),
]
GUARDS = list(dict.fromkeys(guard for guard, _files in FAULTS))


def _names(values: list[Guard]) -> list[str]:
    return [guard.__name__ for guard in values]


@pytest.fixture(scope="module")
def names() -> list[str]:
    return guards.tracked()


@pytest.mark.parametrize("guard", GUARDS, ids=_names(GUARDS))
def test_the_repository_passes(guard: Guard, names: list[str]) -> None:
    assert guard(guards.ROOT, names) == []


@pytest.mark.parametrize(("guard", "files"), FAULTS, ids=_names([guard for guard, _files in FAULTS]))
def test_the_guard_finds_a_fault(guard: Guard, files: dict[str, str], tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert guard(tmp_path, sorted(files))


def test_ready_of_an_app_may_import(tmp_path: Path) -> None:
    (tmp_path / "casefiles").mkdir()
    (tmp_path / "casefiles/apps.py").write_text("class C:\n    def ready(self):\n        from . import signals\n")
    assert guards.imports_inside_functions(tmp_path, ["casefiles/apps.py"]) == []


@needs_brontekst
def test_no_sentence_of_the_source_document_is_committed(names: list[str]) -> None:
    assert guards.copied_sentences(guards.ROOT, names, BRONTEKST.read_text(encoding="utf-8", errors="replace")) == []


def test_a_copied_sentence_is_found_also_over_two_lines(tmp_path: Path) -> None:
    broken = SENTENCE.replace(" bedacht ", " bedacht\n")
    (tmp_path / "text.md").write_text(f"# Kop\n\n{broken}. En verder.\n", encoding="utf-8")
    assert guards.copied_sentences(tmp_path, ["text.md"], f"iets anders\n{SENTENCE}. Meer.\n")


def test_git_tracks_the_files_that_the_guards_look_at(names: list[str]) -> None:
    assert {"pyproject.toml", ".gitignore", "casefiles/access.py", "tests/architecture/guards.py"} <= set(names)
