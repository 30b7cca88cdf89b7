"""`profile-tui news add` as a whole process, beside `python -c pass`.

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
    """Runs both in turn and prints the medians."""
    page = bench.sample("setext-headings")
    before = page.read_bytes()
    env = {**os.environ, **bench.env}
    add = [*PROGRAM, "news", "add", "--in", str(page), "--date", "2026-11", "One paper accepted by **Tidal Notes**."]
    owns, peers = [], []
    for _ in range(rounds + 1):
        page.write_bytes(before)
        owns.append(_process(add, env))
        peers.append(_process([sys.executable, "-c", "pass"], env))
    assert page.read_bytes() != before
    own, peer = median(owns[1:]), median(peers[1:])  # the first compiled the modules
    print(f"{'whole process':>24} {'median ms':>10} {'best ms':>10}")
    print(f"{'profile-tui news add':>24} {own:10.1f} {min(owns):10.1f}")
    print(f"{'python -c pass':>24} {peer:10.1f} {min(peers):10.1f}")
    print(f"{'ratio':>24} {own / peer:10.2f} {min(owns) / min(peers):10.2f}")
    return [Aim("news add / python -c pass", own / peer, 8)]


def _process(command: Sequence[str], env: Mapping[str, str]) -> float:
    """Milliseconds of a whole process."""
    return milliseconds(lambda: subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL))
