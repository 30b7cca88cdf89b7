"""From the start of the process to the first full frame, beside a minimal Textual application, in a real terminal.

python -m benchmarks startup
"""

from __future__ import annotations

import sys
from statistics import median

from benchmarks.common import PEERS, PROGRAM, Aim, Bench, Start, started


def run(bench: Bench, rounds: int = 15) -> list[Aim]:
    """Starts both in turn and prints the medians.

    The page's words come with the first full frame. They could stand there before Textual is loaded, but then Textual
    clears the screen, and it stays empty from then until the frame: that is printed as what would flicker.
    """
    page = bench.sample("acad-homepage")
    own, peer = [*PROGRAM, str(page)], [sys.executable, str(PEERS / "one_static.py")]
    owns, peers = [], []
    for _ in range(rounds + 1):
        owns.append(started(own, bench.env, _own_frame))
        peers.append(started(peer, bench.env, _peer_frame))
    own_start, peer_start = (Start(*map(median, zip(*taken[1:], strict=True))) for taken in (owns, peers))
    print(f"{'median ms from the start':>24} {'cleared':>10} {'full frame':>10} {'settled':>10} {'best frame':>10}")
    for name, start, taken in (("profile-tui PAGE", own_start, owns), ("one Static", peer_start, peers)):
        best = min(one.full for one in taken) * 1000
        print(f"{name:>24}" + "".join(f" {1000 * seconds:10.0f}" for seconds in start) + f" {best:10.0f}")
    flicker = 1000 * (own_start.full - own_start.cleared)
    print(f"{'words before that would':>24} {'flicker':>10} {flicker:7.0f} ms")
    return [
        Aim("first frame / minimal Textual app", own_start.full / peer_start.full, 1.3),
        Aim("all painted / minimal Textual app", own_start.settled / peer_start.full, 1.4),
    ]


def _own_frame(screen: str) -> bool:
    """The panes, the entries, the lines of the first of them, and the footer."""
    return all(part in screen for part in ("News · 7", "Publications", "Started my PhD", "as on disk", "? Keys"))


def _peer_frame(screen: str) -> bool:
    """Its only line."""
    return "One line of text." in screen
