"""Running what a container would run: the same commands with the same variables, in a process of this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .stack import ROOT

SETTINGS = "config.settings.production"


def environment(variables: dict[str, str]) -> dict[str, str]:
    """These variables, what the Dockerfile sets, and nothing else of this process but where programs are."""
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        **variables,
    }


def run(command: Sequence[str], variables: dict[str, str], *, seconds: int = 180) -> subprocess.CompletedProcess[str]:
    """Run a command of the compose file to its end; the caller looks at the outcome."""
    return subprocess.run(
        list(command),
        cwd=ROOT,
        env=environment(variables),
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
