"""`uv run python -m tests.access.oracle --cases 20000 --json`: the oracle against the door, on random cases.

Ends with 1 when they differ anywhere, or when a fault that was put in on purpose is not found.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from typing import TYPE_CHECKING

from tests.access.standalone import scratch_database

if TYPE_CHECKING:
    from .compare import Difference


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--start", type=int, default=0, help="another number gives other cases")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with scratch_database():
        from django.db import transaction

        from .compare import run
        from .seeded import FAULTS, finds

        began = time.monotonic()
        with transaction.atomic():
            cases, differences = run(options.cases, options.start)
            seconds = time.monotonic() - began
            found = sum(finds(fault) for fault in FAULTS)
            transaction.set_rollback(True)
    _tell(differences)
    answer = {
        "cases": cases,
        "differences": len(differences),
        "seeded_found": f"{found}/{len(FAULTS)}",
        "seconds": round(seconds, 1),
    }
    if options.json:
        print(json.dumps(answer))
    else:
        print("\n".join(f"{name}: {value}" for name, value in answer.items()))
    return 1 if differences or found < len(FAULTS) else 0


def _tell(differences: list[Difference]) -> None:
    for difference in differences[:20]:
        print(difference, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
