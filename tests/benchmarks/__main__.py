"""Measures search; see README.md beside this file. Run as `uv run python -m tests.benchmarks COMMAND`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

from tests.benchmarks import indexing, relevance, searching  # noqa: E402  (the path comes first)

HERE = Path(__file__).parent


def main() -> None:
    """Runs one command and prints what it measured, as JSON or line by line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("relevance", "search", "index"):
        command = commands.add_parser(name)
        command.add_argument("--engine", choices=("embedded", "elasticsearch"), default="embedded")
        command.add_argument("--json", action="store_true", help="print JSON and nothing else")
        if name == "relevance":
            command.add_argument("--document", type=Path, help="text file; the shipped guidance when left out")
            command.add_argument("--sections", type=Path, help="JSON with the line range of each section")
            command.add_argument("--queries", type=Path, default=HERE / "queries" / "dev.json")
            command.add_argument("--details", action="store_true", help="name each query below .9")
        else:
            command.add_argument("--docs", type=int, default=1000, help="number of made-up documents")
    options = parser.parse_args()
    if options.command == "relevance":
        measured = relevance.measure(
            options.engine, options.document, options.sections, options.queries, options.details
        )
    elif options.command == "search":
        measured = searching.measure(options.engine, options.docs)
    else:
        measured = indexing.measure(options.engine, options.docs)
    if options.json:
        print(json.dumps(measured, ensure_ascii=False))
    else:
        for key, value in measured.items():
            print(f"{key}: {value}")


if __name__ == "__main__":
    main()
