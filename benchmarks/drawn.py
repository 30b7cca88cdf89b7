"""From a key to what it did on the screen, on a page of 10,000 entries, beside the echo of a bare Input.

python -m benchmarks drawn
"""

from __future__ import annotations

import sys
import time
from statistics import median

from benchmarks.common import PEERS, PROGRAM, Aim, Bench, open_terminal
from benchmarks.echo import Typist
from benchmarks.engine import written
from support.pty_screen import PtyScreen

_ENTRIES = 10_000
_QUIET = 0.15
"""Seconds without output after which nothing more is drawn."""
_DOWN, _CTRL_R = "\x1b[B", "\x12"


def run(bench: Bench, rounds: int = 12) -> list[Aim]:
    """Does each many times, in turn with a key in the bare Input, and prints the medians."""
    page = bench.folder / "drawn.md"
    page.write_text(written(_ENTRIES), encoding="utf-8")
    times: dict[str, list[float]] = {}
    sizes: list[int] = []
    with (
        open_terminal([*PROGRAM, page], bench.env) as own,
        open_terminal([sys.executable, PEERS / "one_input.py"], bench.env) as peer,
    ):
        peer.wait("Type here")
        own.wait("Keys")
        typist = Typist(peer)
        _settle(own)
        for _ in range(rounds):
            typist.key()
            sizes.append(_timed(times, "arrow", own, _DOWN, "▸"))
            typist.key()
            _timed(times, "move", own, "J", "●")
            _timed(times, "undo", own, "u", "Undone")
            _timed(times, "redo", own, _CTRL_R, "Redone")
    echo = median(typist.times)
    print(f"{f'{_ENTRIES:,} entries':>24} {'median ms':>10} {'worst ms':>10} {'echoes':>8}")
    print(f"{'echo of a bare Input':>24} {echo:10.1f} {max(typist.times):10.1f} {1:8.1f}")
    for name, taken in times.items():
        print(f"{name:>24} {median(taken):10.1f} {max(taken):10.1f} {median(taken) / echo:8.1f}")
    print(f"{'bytes of an arrow':>24} {median(sizes):10.0f} {max(sizes):10.0f}")
    return [
        Aim("arrow drawn / bare Input's echo", median(times["arrow"]) / echo, 1.2),
        *(Aim(f"{name} drawn", median(times[name]), 50, "ms") for name in ("move", "undo", "redo")),
        Aim("bytes of an arrow key", median(sizes), 1500, ""),
    ]


def _timed(times: dict[str, list[float]], name: str, screen: PtyScreen, key: str, mark: str) -> int:
    """Presses a key, notes how long it took until a mark of what it did was sent, and waits until all is drawn.

    The bytes are searched, not a screen that is drawn of them: that would take longer than what is measured.

    Returns:
        How many bytes were sent in all.
    """
    before, sought = len(screen.output), mark.encode()
    started = time.perf_counter()
    screen.send(key)
    while screen.output.find(sought, before) < 0:
        screen.read(0.02)
        if time.perf_counter() - started > 20:
            raise TimeoutError(f"{name} is not seen; the screen shows:\n{screen.text()}")
    times.setdefault(name, []).append((time.perf_counter() - started) * 1000)
    _settle(screen)
    return len(screen.output) - before


def _settle(screen: PtyScreen) -> None:
    """Waits until nothing is drawn any more."""
    while screen.read(_QUIET):
        screen.text()
