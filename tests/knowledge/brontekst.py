"""Where the real document is, when this machine has it. It is never part of the repository."""

import os
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
BRONTEKST = Path(os.environ.get("REGIEKADER_BRONTEKST") or REPO.parent / "shared" / "handelingskader.txt")

needs_brontekst = pytest.mark.skipif(
    not BRONTEKST.is_file(), reason="the real document is not on this machine (REGIEKADER_BRONTEKST)"
)
