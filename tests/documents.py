"""The documents that tests load: the shipped text, and the real one where it is beside this clone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.handelingskader.importer.apply import ImportReport, apply
from knowledge.handelingskader.importer.bindingen import load_bindingen
from knowledge.handelingskader.importer.document import ParsedDocument

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "knowledge" / "handelingskader" / "content" / "leidraad.txt"
REAL = Path(os.environ.get("REGIEKADER_BRONTEKST", ROOT.parent / "shared" / "handelingskader.txt"))
needs_real_document = pytest.mark.skipif(not REAL.is_file(), reason="the real document is not beside this clone")


def load(document: ParsedDocument, **options: bool) -> ImportReport:
    return apply(document, load_bindingen(), **options)
