"""What the measurements share: aims, processes that start as they do for users, and the clock of a terminal."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pyte

from support.pty_screen import PtyScreen, lines_of

ROOT = Path(__file__).parents[1]
PROGRAM = [str(Path(sys.executable).with_name("profile-tui"))]
PEERS = Path(__file__).parent / "peers"
COLUMNS, ROWS = 100, 30
_QUIET = 0.4
"""Seconds without output after which a frame is all there."""
_OTHER_SCREEN = b"\x1b[?1049h"


@dataclass(frozen=True)
class Aim:
    """A number that is wished for.

    Attributes:
        name: What is measured.
        value: What was measured.
        limit: The number that it should reach, or stay below.
        unit: What the numbers count.
        at_least: Whether more is better.
    """

    name: str
    value: float
    limit: float
    unit: str = "x"
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether it is reached."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit


@dataclass(frozen=True)
class Bench:
    """A place to run processes in.

    Attributes:
        folder: A temporary folder.
        env: The variables that keep what the processes leave inside it.
    """

    folder: Path
    env: Mapping[str, str]

    def sample(self, name: str) -> Path:
        """A fresh copy of a sample's page."""
        target = self.folder / "samples" / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(ROOT / "sample_profiles" / name, target)
        return next(target.rglob("about.md"))


@contextmanager
def bench() -> Iterator[Bench]:
    """A temporary place to measure in; modules are compiled there once, as they are where the program is installed."""
    with tempfile.TemporaryDirectory(prefix="profile-tui-bench-") as name:
        folder = Path(name)
        env = {
            "HOME": name,
            "PYTHONPYCACHEPREFIX": str(folder / "pyc"),
            "PYTHONDONTWRITEBYTECODE": "",
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_STATE_HOME": str(folder / "state"),
        }
        yield Bench(folder, env)


def open_terminal(command: Sequence[str | Path], env: Mapping[str, str]) -> PtyScreen:
    """Starts a command in a terminal of the size that is measured at."""
    return PtyScreen(command, columns=COLUMNS, rows=ROWS, env=env)


class Start(NamedTuple):
    """When a starting program showed what, in seconds from the start of its process.

    Attributes:
        cleared: It took the terminal's other screen, which clears what stands there.
        full: All was seen.
        settled: Nothing more was painted.
    """

    cleared: float
    full: float
    settled: float


def started(command: Sequence[str | Path], env: Mapping[str, str], complete: Callable[[str], bool]) -> Start:
    """Starts a program until nothing more is painted.

    Args:
        command: The program.
        env: Its variables.
        complete: Tells whether a screen shows all.
    """
    began = time.perf_counter()
    arrived: list[tuple[float, int]] = []
    with open_terminal(command, env) as terminal:
        while not (arrived and time.perf_counter() - began - arrived[-1][0] > _QUIET and complete(terminal.text())):
            if terminal.read(0.02):
                arrived.append((time.perf_counter() - began, len(terminal.output)))
            elif time.perf_counter() - began > 30:
                raise TimeoutError(f"{command} draws no full frame; it shows:\n{terminal.text()}")
        output = bytes(terminal.output)
    # Drawn only now, because drawing would have held up the clock.
    at = output.find(_OTHER_SCREEN)
    cleared = next(seconds for seconds, length in arrived if length > at)
    screen = pyte.Screen(COLUMNS, ROWS)
    stream, drawn = pyte.ByteStream(screen), 0
    for seconds, length in arrived:
        stream.feed(output[drawn:length])
        drawn = length
        if complete("\n".join(lines_of(screen))):
            return Start(cleared, seconds, arrived[-1][0])
    raise AssertionError("the frame was complete a moment ago")


def first_frame(command: Sequence[str | Path], env: Mapping[str, str], complete: Callable[[str], bool]) -> float:
    """Seconds from the start of a process to the moment when its terminal shows all that `complete` asks for."""
    return started(command, env, complete).full


def milliseconds(action: Callable[[], object]) -> float:
    """How long an action takes."""
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000
