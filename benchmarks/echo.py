"""From a key to its character on the screen: in the form of a news item, beside a bare Input, in a real terminal.

python -m benchmarks echo
"""

from __future__ import annotations

import sys
import time
from statistics import median, quantiles

from benchmarks.common import PEERS, PROGRAM, Aim, Bench, open_terminal
from support.pty_screen import PtyScreen

_LETTERS = "thequickbrownfoxjumpsoverthelazydog"
_PAUSE = 0.04
"""Seconds without output after which the next key is typed."""
_CLEAR = "\x15"


class Typist:
    """Types into one terminal and looks for what it typed."""

    def __init__(self, terminal: PtyScreen) -> None:
        self.terminal = terminal
        self.typed = ""
        self.times: list[float] = []

    def key(self) -> None:
        """Types a letter, notes how long it took to be seen, and waits until the program has done all it does."""
        if len(self.typed) == len(_LETTERS):
            self.terminal.send(_CLEAR)
            self.settle()
            self.typed = ""
        self.typed += _LETTERS[len(self.typed)]
        started = time.perf_counter()
        self.terminal.send(self.typed[-1])
        while True:
            came = self.terminal.read(0.05)
            now = time.perf_counter()
            if came and self.typed in self.terminal.text():
                self.times.append((now - started) * 1000)
                break
            if now - started > 10:
                raise TimeoutError(f"{self.typed!r} is not seen; the screen shows:\n{self.terminal.text()}")
        self.settle()

    def settle(self) -> None:
        """Waits until nothing is drawn any more."""
        while self.terminal.read(_PAUSE):
            self.terminal.text()


def run(bench: Bench, keys: int = 200) -> list[Aim]:
    """Types into both in turn and prints median and 99th percentile."""
    page = bench.sample("acad-homepage")
    with (
        open_terminal([*PROGRAM, page], bench.env) as own,
        open_terminal([sys.executable, PEERS / "one_input.py"], bench.env) as peer,
    ):
        peer.wait("Type here")
        own.wait("Keys")
        own.send("n")
        own.wait("ctrl+s Apply")
        typists = Typist(own), Typist(peer)
        for typist in typists:
            typist.settle()
        for _ in range(keys + 5):
            for typist in typists:
                typist.key()
    owns, peers = (typist.times[5:] for typist in typists)
    ratio = median(owns) / median(peers)
    print(f"{'key to echo':>24} {'median ms':>10} {'p99 ms':>10}")
    print(f"{'form of a news item':>24} {median(owns):10.2f} {_p99(owns):10.2f}")
    print(f"{'one Input':>24} {median(peers):10.2f} {_p99(peers):10.2f}")
    print(f"{'ratio':>24} {ratio:10.2f} {_p99(owns) / _p99(peers):10.2f}")
    return [Aim("key to echo / bare Input", ratio, 1.2), Aim("key to echo, 99 of 100", _p99(owns), 16, "ms")]


def _p99(times: list[float]) -> float:
    """The time that 99 of 100 keys stay below."""
    return quantiles(times, n=100, method="inclusive")[98]
