"""An open editor that nobody touches, beside a minimal Textual application: memory, idle work, and quitting.

python -m benchmarks resting
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.common import PEERS, PROGRAM, Aim, Bench, open_terminal
from support.pty_screen import PtyScreen

_CTRL_Q = "\x11"
_SETTLES = 1.5
"""Seconds after the first frame in which what is done beside it comes to an end."""


class Rest(NamedTuple):
    """What a process that waits for a key takes.

    Attributes:
        megabytes: Its resident memory.
        cpu_ms: Milliseconds of the processor in a second.
        wakeups: How often in a second it was woken up.
    """

    megabytes: float
    cpu_ms: float
    wakeups: float


def run(bench: Bench, rounds: int = 9, seconds: float = 10) -> list[Aim]:
    """Opens both at once to look at them, and leaves them in turn; prints the medians."""
    page = bench.sample("acad-homepage")
    own = [*PROGRAM, str(page)], "? Keys"
    peer = [sys.executable, str(PEERS / "one_static.py")], "One line of text."
    owns, peers = [], []
    for _ in range(rounds + 1):
        owns.append(_quit(bench, *own))
        peers.append(_quit(bench, *peer))
    with _opened(bench, *own) as one, _opened(bench, *peer) as two:
        time.sleep(_SETTLES)
        rest, peer_rest = _rests([one, two], seconds)
    quit_ms, peer_quit_ms = median(owns[1:]), median(peers[1:])  # the first compiled the modules
    print(f"{'at rest':>24} {'quit ms':>10} {'MB':>10} {'CPU ms/s':>10} {'wake-ups/s':>10}")
    for name, quitting, resting in (("profile-tui PAGE", quit_ms, rest), ("one Static", peer_quit_ms, peer_rest)):
        print(f"{name:>24} {quitting:10.1f} {resting.megabytes:10.1f} {resting.cpu_ms:10.2f} {resting.wakeups:10.1f}")
    return [
        Aim("quit to prompt / minimal Textual app", quit_ms / peer_quit_ms, 0.5),
        Aim("memory / minimal Textual app", rest.megabytes / peer_rest.megabytes, 1.5),
        Aim("CPU at rest / minimal Textual app", rest.cpu_ms / peer_rest.cpu_ms, 1.5),
        Aim("wake-ups at rest / minimal Textual app", rest.wakeups / peer_rest.wakeups, 1.2),
    ]


@contextmanager
def _opened(bench: Bench, command: Sequence[str], mark: str) -> Iterator[PtyScreen]:
    """A program that is open and has drawn all of itself."""
    with open_terminal(command, bench.env) as terminal:
        terminal.wait(mark)
        _settle(terminal, _SETTLES)
        yield terminal


def _quit(bench: Bench, command: Sequence[str], mark: str) -> float:
    """Milliseconds from the key to the end of the process, when the shell shows its prompt."""
    with _opened(bench, command, mark) as terminal:
        started = time.perf_counter()
        terminal.send(_CTRL_Q)
        while os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            terminal.read(0.0005)
        taken = (time.perf_counter() - started) * 1000
        assert terminal.exit_code() == 0
    return taken


def _settle(terminal: PtyScreen, seconds: float) -> None:
    """Takes what is drawn, so long."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        terminal.read(left)


def _rests(terminals: Sequence[PtyScreen], seconds: float) -> list[Rest]:
    """What processes take while nobody types."""

    def seen(count: Callable[[int], float]) -> list[float]:
        return [count(terminal.pid) for terminal in terminals]

    cpu, wakeups = seen(_cpu_ms), seen(_wakeups)
    time.sleep(seconds)
    return [
        Rest(megabytes, (cpu_after - cpu_before) / seconds, (woken_after - woken_before) / seconds)
        for megabytes, cpu_before, cpu_after, woken_before, woken_after in zip(
            seen(_megabytes), cpu, seen(_cpu_ms), wakeups, seen(_wakeups), strict=True
        )
    ]


def _cpu_ms(pid: int) -> float:
    """What all threads of a process have had of the processor."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text("ascii").split()[0]) for thread in threads) / 1e6


def _wakeups(pid: int) -> float:
    """How often the threads of a process have waited, and were woken up."""
    lines = [
        line
        for thread in Path(f"/proc/{pid}/task").iterdir()
        for line in (thread / "status").read_text("ascii").splitlines()
    ]
    return sum(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches"))


def _megabytes(pid: int) -> float:
    """The resident memory of a process."""
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024
