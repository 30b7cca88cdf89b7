"""Tells how many points were tried."""

from __future__ import annotations

from collections import Counter

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Adds up what the tests recorded, wherever they ran."""
    count: Counter[str] = Counter()
    for report in terminalreporter.stats.get("", []):
        if report.when == "teardown":
            count.update({name: number for name, number in report.user_properties if name.startswith("points ")})
    if count:
        terminalreporter.write_line("faults: " + ", ".join(f"{number} {name}" for name, number in count.items()))
