from __future__ import annotations

import os
from pathlib import Path

import pytest
from home.inrichting import ensure

from knowledge.handelingskader.importer.apply import ImportReport, apply
from knowledge.handelingskader.importer.bindingen import load_bindingen
from knowledge.handelingskader.importer.document import ParsedDocument
from knowledge.handelingskader.importer.reading import read

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "knowledge" / "handelingskader" / "content" / "leidraad.txt"
REAL = Path(os.environ.get("REGIEKADER_BRONTEKST", ROOT.parent / "shared" / "handelingskader.txt"))
needs_real_document = pytest.mark.skipif(not REAL.is_file(), reason="the real document is not beside this clone")


def load(document: ParsedDocument, **options: bool) -> ImportReport:
    return apply(document, load_bindingen(), **options)


@pytest.fixture
def site_pages(db: None) -> None:
    ensure()


@pytest.fixture
def shipped(site_pages: None) -> ImportReport:
    """The shipped guidance, loaded."""
    return load(read(SHIPPED), voorbeeldtekst=True)
