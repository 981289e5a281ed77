"""A real site for browser tests: the demo in a folder of its own, served by gunicorn with its worker, ended by id."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MANAGE = str(ROOT / "site" / "manage.py")
START_SECONDS = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Site:
    """The demo site of one test run; `var` holds its database and index."""

    var: Path
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def env(self) -> dict[str, str]:
        outside = {
            name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
        }
        path = os.pathsep.join([str(ROOT / "site"), str(ROOT)])
        return {
            **outside,
            "REGIEKADER_VAR": str(self.var),
            "REGIEKADER_SEARCH_ENGINE": "embedded",
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "PYTHONPATH": path,
        }

    def manage(self, *arguments: str) -> str:
        """The output of a management command on this site; raises with its errors when it fails."""
        done = subprocess.run(
            [sys.executable, MANAGE, *arguments], env=self.env, capture_output=True, text=True, timeout=300, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{arguments}: {done.stderr[-3000:]}")
        return done.stdout

    def start(self) -> list[subprocess.Popen[bytes]]:
        """Start web and worker; comes back when the site answers."""
        web = [sys.executable, "-m", "gunicorn", "config.wsgi:application", "--bind", f"127.0.0.1:{self.port}"]
        web += ["--workers", "1", "--threads", "8", "--log-level", "error"]
        processes = [
            subprocess.Popen(web, env=self.env, cwd=self.var),
            subprocess.Popen([sys.executable, MANAGE, "worker"], env=self.env, cwd=self.var),
        ]
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.url}/gezondheid/", timeout=2) as answer:
                    if answer.status == 200:
                        return processes
            except OSError:
                time.sleep(0.2)
        stop(processes)
        raise RuntimeError("the site did not answer in time")


def stop(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
