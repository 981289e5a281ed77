"""The templates: they load, they keep the strict content policy, and the shared parts keep their promises."""

import re
from pathlib import Path

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.template import engines
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory

from home import views as home_views

from .stylesheets import BASE, THEMES

FOLDERS = [folder / "templates" for folder in THEMES.iterdir() if (folder / "templates").is_dir()]
TEMPLATES = sorted(path for folder in FOLDERS for path in folder.rglob("*.html"))
INLINE = re.compile(
    r"""\sstyle\s*=|<style\b|\son[a-z]+\s*=\s*["']|javascript:|<script(?![^>]*\bsrc=)(?![^>]*application/json)|\shx-on""",
    re.I,
)


LAYOUT = re.compile(r"(^|/)base(_\w+)?\.html$|_base\.html$|/layouts/|^rk/error\.html$")


def name_of(path: Path) -> str:
    folder = next(folder for folder in FOLDERS if path.is_relative_to(folder))
    return str(path.relative_to(folder))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_template_compiles(path: Path) -> None:
    get_template(name_of(path))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_template_has_nothing_inline_and_nothing_from_another_host(path: Path) -> None:
    source = path.read_text()
    assert not INLINE.search(source)
    assert "http://" not in source
    assert "https://" not in source


@pytest.mark.parametrize(
    "seed", ['<p style="color:red">', '<a onclick="x()">', "<script>x()</script>", "<b hx-on:click='x'>"]
)
def test_an_inline_style_or_script_is_found(seed: str) -> None:
    assert INLINE.search(seed)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_every_static_file_that_a_template_names_is_there(path: Path) -> None:
    for name in re.findall(r"""\{%\s*static\s+['"]([^'"]+)['"]""", path.read_text()):
        assert finders.find(name), name


@pytest.mark.parametrize(
    "path", sorted((FOLDERS[0].parent.parent / "base" / "templates" / "rk").glob("*.html")), ids=lambda p: p.name
)
def test_every_shared_part_says_its_context_first(path: Path) -> None:
    head = "\n".join(path.read_text().splitlines()[:2])
    assert "{#" in head


def test_every_page_has_a_title_of_its_own() -> None:
    extends = re.compile(r"""\{% extends ["'](base|rk/error|allauth/layouts/\w+)\.html["'] %\}""")
    without = [
        name_of(path)
        for path in TEMPLATES
        if extends.search(path.read_text())
        and not LAYOUT.search(name_of(path))
        and not re.search(r"\{% block (title|head_title) %\}", path.read_text())
    ]
    assert without == []


def test_no_template_says_u() -> None:
    formal = [name_of(path) for path in TEMPLATES if re.search(r"\b(uw|Uw|u kunt|U kunt|bent u)\b", path.read_text())]
    assert formal == []


def test_not_found_says_the_same_whatever_was_asked() -> None:
    factory = RequestFactory()
    answers = set()
    for path in ["/dossiers/RK-7F3K-92QD/", "/bestaat-niet/", "/handelingskader/x/?q=geheim", "/admin/pages/9/"]:
        request = factory.get(path)
        request.user = AnonymousUser()
        answers.add(home_views.not_found(request).content)
    assert len(answers) == 1
    assert b"RK-7F3K" not in answers.pop()


@pytest.mark.parametrize("name", ["403.html", "403_csrf.html", "404.html", "429.html", "500.html", "503.html"])
def test_error_page_needs_no_request_and_says_what_to_do(name: str) -> None:
    page = render_to_string(name)
    assert "Wat je kunt doen" in page
    assert "csrfmiddlewaretoken" not in page


class ProefForm(forms.Form):
    tekst = forms.CharField(label="Wat?", help_text="Kort.")
    keuze = forms.ChoiceField(label="Welke?", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    akkoord = forms.BooleanField(label="Akkoord")


def test_a_field_with_an_error_points_to_its_hint_and_its_error() -> None:
    html = render_to_string("rk/field.html", {"field": ProefForm({})["tekst"]})
    described = re.search(r'aria-describedby="([^"]+)"', html)
    assert described
    for identity in described[1].split():
        assert f'id="{identity}"' in html
    assert 'aria-invalid="true"' in html
    assert '<label for="id_tekst">' in html


def test_radio_buttons_stand_in_a_group_with_a_name() -> None:
    html = render_to_string("rk/field.html", {"field": ProefForm()["keuze"]})
    assert "<fieldset" in html
    assert "<legend>Welke?</legend>" in html
    assert html.count('type="radio"') == 2


def test_the_error_summary_links_to_every_faulty_field() -> None:
    form = ProefForm({})
    page = render_to_string("rk/form_errors.html", {"form": form}) + "".join(
        render_to_string("rk/field.html", {"field": field}) for field in form
    )
    targets = re.findall(r'href="#([^"]+)"', page)
    assert len(targets) == 3
    assert all(f'id="{target}"' in page for target in targets)


def test_text_in_a_difference_is_escaped() -> None:
    fields = [{"label": "Opgave", "delen": [("gelijk", "<b>"), ("nieuw", "<script>x</script>"), ("weg", "&")]}]
    html = render_to_string("rk/diff.html", {"velden": fields})
    assert "<script>" not in html
    assert "<ins>&lt;script&gt;" in html


def test_a_redaction_is_the_same_block_whatever_stood_there() -> None:
    blocks = {
        render_to_string("rk/redaction.html", {"grond": grond}).replace(f"onder {grond}.", "onder _.")
        for grond in "dhi"
    }
    assert len(blocks) == 1


def test_the_recorded_text_of_a_page_carries_no_ids_or_addresses() -> None:
    for path in [
        BASE.parents[1] / "templates/handelingskader/inhoud.html",
        *(BASE.parents[1] / "templates/handelingskader/blocks").glob("*.html"),
    ]:
        assert not re.search(r'\sid="|\{% url|href=', path.read_text()), path.name


def test_htmx_keeps_no_page_and_runs_no_text_as_code() -> None:
    source = (BASE.parents[1] / "templates/base.html").read_text()
    for setting in [
        '"historyCacheSize": 0',
        '"allowEval": false',
        '"includeIndicatorStyles": false',
        '"selfRequestsOnly": true',
    ]:
        assert setting in source


def test_the_theme_folder_of_the_installation_comes_first() -> None:
    folders = engines["django"].engine.dirs  # type: ignore[attr-defined]
    assert Path(folders[-1]) == THEMES / "base" / "templates"
