"""`uv run python -m tests.access.sweep --json`: every address as everyone, with canaries in every text of the dossiers.

Prints one line of JSON and ends with 1 when something leaked, a pattern was left out, a request failed, or a leak that
was put in on purpose was not found; what is wrong then stands on stderr. `tests/access/test_sweep.py` runs the same.
"""

from __future__ import annotations

import argparse
import json
import sys
import warnings
from typing import TYPE_CHECKING

from .standalone import scratch_database

if TYPE_CHECKING:
    from .survey import Survey

MOST_LINES = 60


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    warnings.filterwarnings("ignore", "No directory at")
    with scratch_database():
        from .searching import indexed
        from .story import in_transaction
        from .survey import survey

        with in_transaction() as world, indexed():
            result = survey(world)
    for line in [*complaints(result), f"seconds: {result.seconds}"]:
        print(line, file=sys.stderr)
    answer = result.as_json()
    print(json.dumps(answer) if options.json else "\n".join(f"{name}: {value}" for name, value in answer.items()))
    return 0 if result.good else 1


def complaints(result: Survey) -> list[str]:
    """Everything that is wrong, a line each, not more than can be read."""
    lines = [f"left out: {pattern}" for pattern in result.uncovered]
    lines += [f"leak: {leak}" for leak in result.leaks[:MOST_LINES]]
    lines += [f"error: {fault}" for fault in result.faults[:MOST_LINES]]
    lines += [f"seeded, not found: {name}" for name, found in result.seeded.items() if not found]
    return lines


if __name__ == "__main__":
    sys.exit(main())
