"""From the start of the process to the first full frame, beside a minimal Textual application, in a real terminal.

python -m benchmarks startup
"""

from __future__ import annotations

import sys
from statistics import median

from benchmarks.common import PEERS, PROGRAM, Aim, Bench, first_frame


def run(bench: Bench, rounds: int = 15) -> list[Aim]:
    """Starts both in turn and prints the medians."""
    page = bench.sample("acad-homepage")
    own, peer = [*PROGRAM, str(page)], [sys.executable, str(PEERS / "one_static.py")]
    first_frame(own, bench.env, _own_frame)
    first_frame(peer, bench.env, _peer_frame)
    owns, peers = [], []
    for _ in range(rounds):
        owns.append(first_frame(own, bench.env, _own_frame) * 1000)
        peers.append(first_frame(peer, bench.env, _peer_frame) * 1000)
    ratio = median(owns) / median(peers)
    print(f"{'first full frame':>24} {'median ms':>10} {'best ms':>10}")
    print(f"{'profile-tui PAGE':>24} {median(owns):10.0f} {min(owns):10.0f}")
    print(f"{'one Static':>24} {median(peers):10.0f} {min(peers):10.0f}")
    print(f"{'ratio':>24} {ratio:10.2f} {min(owns) / min(peers):10.2f}")
    return [Aim("first frame / minimal Textual app", ratio, 1.5)]


def _own_frame(screen: str) -> bool:
    """The panes, the entries, the lines of the first of them, and the footer."""
    return all(part in screen for part in ("News · 7", "Publications", "Started my PhD", "as on disk", "? Keys"))


def _peer_frame(screen: str) -> bool:
    """Its only line."""
    return "One line of text." in screen
