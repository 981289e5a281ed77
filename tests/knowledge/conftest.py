from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from home.inrichting import ensure
from knowledge.handelingskader.importer.apply import ImportReport, apply
from knowledge.handelingskader.importer.bindingen import load_bindingen
from knowledge.handelingskader.importer.document import ParsedDocument
from knowledge.handelingskader.importer.reading import read
from knowledge.vakontwikkeling.importing import load_shipped
from knowledge.vakontwikkeling.models import LerenIndexPagina

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "knowledge" / "handelingskader" / "content" / "leidraad.txt"
REAL = Path(os.environ.get("REGIEKADER_BRONTEKST", ROOT.parent / "shared" / "handelingskader.txt"))
needs_real_document = pytest.mark.skipif(not REAL.is_file(), reason="the real document is not beside this clone")


def load(document: ParsedDocument, **options: bool) -> ImportReport:
    return apply(document, load_bindingen(), **options)


@pytest.fixture
def site_pages(db: None) -> None:
    ensure()


@pytest.fixture(scope="module")
def shipped(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[ImportReport]:
    """The shipped guidance and training, loaded once for a module; each test still undoes its own changes."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        try:
            ensure()
            report = load(read(SHIPPED), voorbeeldtekst=True)
            load_shipped(LerenIndexPagina.objects.get())
            yield report
        finally:
            transaction.set_rollback(True)
            outer.__exit__(None, None, None)
