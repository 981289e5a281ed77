"""For all tests: in CI none is skipped (`CI=true`), and the tests in Chromium come last."""

from __future__ import annotations

import os

import pytest

# Reasons for which a test may be skipped in CI. Empty, and a new one needs the agreement of whoever reads this.
MAY_BE_SKIPPED: tuple[str, ...] = ()

_skipped: list[str] = []


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Once Playwright was used, its event loop stays in this thread, and Django refuses its database there."""
    items.sort(key=lambda item: item.get_closest_marker("chromium") is not None)


def _note(report: pytest.TestReport | pytest.CollectReport) -> None:
    if not report.skipped:
        return
    reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else str(getattr(report, "wasxfail", ""))
    if not reason.endswith(MAY_BE_SKIPPED or ("\0",)):
        _skipped.append(f"{report.nodeid}: {reason}")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    _note(report)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    _note(report)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _skipped and os.environ.get("CI") == "true" and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _skipped and os.environ.get("CI") == "true":
        terminalreporter.section("skipped, which fails in CI", sep="=", red=True)
        for line in _skipped:
            terminalreporter.write_line(line)
