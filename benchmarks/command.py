"""`profile-tui news add` and `show` as whole processes, beside `python -c pass`.

python -m benchmarks command
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.common import PROGRAM, Aim, Bench, milliseconds


def run(bench: Bench, rounds: int = 25) -> list[Aim]:
    """Runs them in turn and prints the medians."""
    page = bench.sample("setext-headings")
    before = page.read_bytes()
    env = {**os.environ, **bench.env}
    add = [*PROGRAM, "news", "add", "--in", str(page), "--date", "2026-11", "One paper accepted by **Tidal Notes**."]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "profile-tui news add": add,
        "profile-tui show": [*PROGRAM, "show", str(page)],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            times[name].append(_process(command, env))
        assert page.read_bytes() != before
        page.write_bytes(before)
    peer, add_ms, show_ms = (median(taken[1:]) for taken in times.values())  # the first compiled the modules
    print(f"{'whole process':>24} {'median ms':>10} {'best ms':>10} {'ratio':>10}")
    for name, taken in times.items():
        print(f"{name:>24} {median(taken[1:]):10.1f} {min(taken):10.1f} {median(taken[1:]) / peer:10.2f}")
    return [Aim("news add / python -c pass", add_ms / peer, 6), Aim("show / python -c pass", show_ms / peer, 8)]


def _process(command: Sequence[str], env: Mapping[str, str]) -> float:
    """Milliseconds of a whole process."""
    return milliseconds(lambda: subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL))
