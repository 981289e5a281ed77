#!/usr/bin/env python
"""Regiekader's command line. Development settings are the default; production sets DJANGO_SETTINGS_MODULE."""

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line


def main() -> None:
    root = Path(__file__).resolve().parent.parent
    for folder in (root / "site", root):
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
