"""From a document to pages: made once, changed only where it changed, with the work of authors kept."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Revision

from knowledge.handelingskader.importer.parser import parse
from knowledge.handelingskader.importer.reading import read
from knowledge.handelingskader.models import DoDontPagina, HandelingskaderPagina, Redactie
from tests.documents import REAL, SHIPPED, load, needs_real_document

pytestmark = pytest.mark.django_db

MINI = """Inhoud

1. Aanpak in drie fasen

Fase 1:	5.1.2,d	9

3. Do's en don'ts

3.4	Quick wins	37

1. Aanpak in drie fasen

Een eerste zin over de aanpak. {een}

Fase 1:

1.1 Eerste contact

De brief is getekend. 5.1,2,d

3. Do's en don'ts

3.4 Quick wins

- Ruim een drempel op.
- Vertel hoe je dat doet.
"""


def page(sleutel: str) -> HandelingskaderPagina:
    found = HandelingskaderPagina.objects.get(sleutel=sleutel).specific
    assert isinstance(found, HandelingskaderPagina)
    return found


def run(path: object, *options: str) -> dict:
    out = StringIO()
    call_command("import_handelingskader", str(path), "--json", *options, stdout=out)
    return json.loads(out.getvalue())


@needs_real_document
def test_the_real_document_gives_36_sections_and_71_recorded_redactions(site_pages):
    report = run(REAL)
    assert report["sections"] == 36
    assert report["redactions"] == {"d": 65, "h": 5, "i": 1}
    assert Redactie.objects.count() == 71
    assert {g: Redactie.objects.filter(grond=g).count() for g in "dhi"} == {"d": 65, "h": 5, "i": 1}


@needs_real_document
def test_every_marker_in_running_text_or_block_is_in_the_body_of_its_page(site_pages):
    run(REAL)
    for found in HandelingskaderPagina.objects.all():
        raw = json.dumps(list(found.body.raw_data))
        in_body = (
            raw.count('embedtype=\\\\\\"redactie')
            + raw.count('embedtype=\\"redactie')
            + raw.count('"type": "redactie"')
        )
        recorded = found.redacties.filter(plaats__in=["regeltekst", "blok"]).count()
        assert in_body == recorded, found.sleutel


@needs_real_document
def test_a_second_run_makes_no_revision(site_pages):
    first = run(REAL)
    before = Revision.objects.count()
    second = run(REAL)
    assert (second["created"], second["updated"], second["unchanged"]) == (0, 0, first["created"])
    assert Revision.objects.count() == before


@needs_real_document
def test_a_changed_document_makes_revisions_of_the_changed_pages_only(site_pages, tmp_path):
    run(REAL)
    changed = tmp_path / "gewijzigd.txt"
    text = REAL.read_text("utf-8")
    assert "Quick wins\n" in text
    at = text.rindex("3.5 ")
    changed.write_text(text[:at] + "- Een nieuw punt van de gemeente zelf.\n\n" + text[at:], "utf-8")
    before = Revision.objects.count()
    report = run(changed)
    assert report["created"] == 0
    assert report["updated"] >= 1
    assert Revision.objects.count() == before + report["updated"]
    assert "Een nieuw punt" in json.dumps(list(page("3.4").body.raw_data))


def test_a_dry_run_keeps_nothing(site_pages):
    report = run(SHIPPED, "--dry-run")
    assert report["created"] == 37
    assert HandelingskaderPagina.objects.count() == 0


def test_bindings_are_applied_once_and_are_the_authors_from_then_on(site_pages):
    load(parse(MINI))
    quick = page("3.4")
    assert [b.fase for b in quick.fase_bindingen.all()] == [1, 2]
    quick.fase_bindingen.filter(fase=2).delete()
    quick.tags.add("eigen thema")
    quick.save()
    load(parse(MINI.replace("Ruim een drempel op.", "Ruim samen een drempel op.")))
    quick = page("3.4")
    assert [b.fase for b in quick.fase_bindingen.all()] == [1]
    assert "eigen thema" in [tag.name for tag in quick.tags.all()]


def test_what_an_author_added_or_rewrote_stays_when_the_document_changes(site_pages):
    load(parse(MINI))
    quick = page("3.4")
    body = list(quick.body.raw_data)
    body[0]["value"]["tekst"] = "<p>Ruim snel een drempel op, met de persoon erbij.</p>"
    body.insert(1, {"type": "alinea", "value": {"tekst": "<p>Van onszelf.</p>", "bron": ""}, "id": "a" * 8})
    quick.body = json.dumps(body)
    quick.save_revision().publish()
    report = load(parse(MINI.replace("Vertel hoe je dat doet.", "Vertel steeds hoe je dat doet.")))
    texts = [block.value["tekst"].source for block in page("3.4").body]
    assert texts == [
        "<p>Ruim snel een drempel op, met de persoon erbij.</p>",
        "<p>Van onszelf.</p>",
        "<p>Vertel steeds hoe je dat doet.</p>",
    ]
    assert any("herschreven" in warning for warning in report.warnings)


def test_work_that_an_author_has_waiting_is_not_published_by_an_import(site_pages):
    load(parse(MINI))
    quick = page("3.4")
    quick.samenvatting = "Nog niet klaar."
    quick.save_revision()
    report = load(parse(MINI.replace("Ruim een drempel op.", "Ruim samen een drempel op.")))
    live = page("3.4")
    assert live.samenvatting != "Nog niet klaar."
    draft = live.get_latest_revision_as_object()
    assert draft.samenvatting == "Nog niet klaar."
    assert "Ruim samen" in json.dumps(list(draft.body.raw_data))
    assert any("wacht werk" in warning for warning in report.warnings)


def test_a_section_that_came_later_stands_in_its_place(site_pages):
    load(parse(MINI))
    load(
        parse(
            MINI.replace("3.4	Quick wins	37", "3.3	Eerder	36\n3.4	Quick wins	37").replace(
                "3.4 Quick wins\n", "3.3 Eerder\n\n- Punt.\n\n3.4 Quick wins\n"
            )
        )
    )
    titles = [p.title for p in Page.objects.get(pk=page("3").pk).get_children()]
    assert titles == ["3.3 Eerder", "3.4 Quick wins"]


def test_a_section_that_left_the_document_stays_and_is_reported(site_pages):
    load(parse(MINI))
    report = load(parse(MINI.replace("3.4	Quick wins	37\n", "").split("3.4 Quick wins\n")[0] + "Nog tekst.\n"))
    assert DoDontPagina.objects.filter(sleutel="3.4", live=True).exists()
    assert any(warning.startswith("3.4: staat niet meer") for warning in report.warnings)


def test_markup_and_scripts_in_a_document_come_in_as_text(site_pages, client, regisseur):
    evil = '<script>alert(1)</script><img src=x onerror=alert(1)> <embed embedtype="media" url="http://x">'
    load(parse(MINI.replace("Ruim een drempel op.", evil).replace("Een eerste zin", evil)))
    client.force_login(regisseur)
    html = client.get(page("3.4").url).content.decode()
    assert "<script>alert(1)" not in html
    assert "<img src=x" not in html
    assert "&lt;script&gt;alert(1)" in html


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 50, b"%PDF-1.7", b"gewoon een brief\n" * 3])
def test_a_file_that_is_no_handelingskader_is_refused_whole(site_pages, tmp_path, content):
    file = tmp_path / "vreemd.txt"
    file.write_bytes(content)
    with pytest.raises(CommandError) as refusal:
        run(file)
    assert len(str(refusal.value)) > 20
    assert HandelingskaderPagina.objects.count() == 0


def test_an_import_that_fails_halfway_keeps_nothing(site_pages, monkeypatch):
    from knowledge.handelingskader.importer import apply as module

    real = module._make

    def fail_at_the_end(section, *args):
        if section.sleutel == "3.4":
            raise RuntimeError("halverwege")
        return real(section, *args)

    monkeypatch.setattr(module, "_make", fail_at_the_end)
    with pytest.raises(RuntimeError):
        load(read(SHIPPED), voorbeeldtekst=True)
    assert HandelingskaderPagina.objects.count() == 0
