"""Has every system call of a piece of work fail in turn, or be its last, and looks at what is left."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_VICTIM = Path(__file__).with_name("victim.py")
_TRACED = "%file,%desc"
_NEVER_FAILS = frozenset("mmap munmap poll ppoll select pselect6 epoll_wait fcntl dup dup2 ioctl getcwd".split())
"""System calls that are no part of reading or writing files."""
_PATIENCE = 10.0


class Point(NamedTuple):
    """A place in a piece of work: the n-th call of a name."""

    call: str
    number: int


class Faults:
    """Forks victims, and strikes them with strace, or where that is missing, from within.

    Attributes:
        signals: What they are killed with.
        errors: What calls fail with.
        named: Whether new content has a name from the start, as where the system has no files without.
    """

    named = False
    signals: tuple[str, ...]
    errors: tuple[str, ...]

    def __init__(self, folder: Path) -> None:
        self._server: subprocess.Popen[str] | None = None
        self._folder = folder

    def __enter__(self) -> Faults:
        self._server = subprocess.Popen(
            [sys.executable, str(_VICTIM)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server is not None
        assert self._server.stdin is not None
        self._server.stdin.close()
        self._server.wait()

    def points(self, folder: Path, what: str) -> list[Point]:
        """Every system call that the work makes, in a folder that is made for it; it ends well."""
        raise NotImplementedError

    def strike(self, folder: Path, what: str, point: Point, fault: str) -> int:
        """Does the work with a signal or an error at one point; returns how it ended."""
        raise NotImplementedError

    def _begin(self, folder: Path, what: str, at: int = 0, fault: str = "") -> int:
        """Has a victim ready, stopped before its work; returns its process id."""
        assert self._server is not None
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        order = {"folder": str(folder), "what": what, "at": at, "fault": fault, "named": self.named}
        self._server.stdin.write(json.dumps(order) + "\n")
        self._server.stdin.flush()
        return int(self._server.stdout.readline())

    def _ended(self) -> int:
        """How the victim ended."""
        assert self._server is not None
        assert self._server.stdout is not None
        return int(self._server.stdout.readline())


class Strace(Faults):
    """With strace: every system call, whoever makes it."""

    signals: tuple[str, ...] = ("SIGKILL", "SIGINT")
    errors: tuple[str, ...] = ("EIO", "ENOSPC", "EACCES")

    def points(self, folder: Path, what: str) -> list[Point]:
        assert self._run(folder, what, []) == 0
        count: Counter[str] = Counter()
        found = []
        for line in (self._folder / "trace").read_text().splitlines():
            if made := re.match(r"(\w+)\(", line):
                count[made[1]] += 1
                if made[1] not in _NEVER_FAILS:
                    found.append(Point(made[1], count[made[1]]))
        return found

    def strike(self, folder: Path, what: str, point: Point, fault: str) -> int:
        how = f"signal={fault}" if fault.startswith("SIG") else f"error={fault}"
        return self._run(folder, what, ["-e", f"inject={point.call}:{how}:when={point.number}"])

    def _run(self, folder: Path, what: str, words: list[str]) -> int:
        """Does the work under strace."""
        pid = self._begin(folder, what)
        trace = self._folder / "trace"
        call = ["strace", "-qq", "-o", str(trace), "-e", f"trace={_TRACED}", *words, "-p", str(pid)]
        with subprocess.Popen(call) as strace:
            waited = 0.0
            while f"TracerPid:\t{strace.pid}" not in Path(f"/proc/{pid}/status").read_text():
                if strace.poll() is not None or waited > _PATIENCE:
                    os.kill(pid, signal.SIGKILL)
                    raise RuntimeError("strace cannot trace here")
                time.sleep(0.002)
                waited += 0.002
            os.kill(pid, signal.SIGCONT)
            code = self._ended()
        return code


class Within(Faults):
    """Without strace: the calls that Python code makes."""

    signals: tuple[str, ...] = ("SIGTERM", "SIGHUP", "SIGINT")
    errors: tuple[str, ...] = ("EIO", "EROFS")

    def points(self, folder: Path, what: str) -> list[Point]:
        assert self._run(folder, what, 0, "EIO") == 0
        return [Point("call", number) for number in range(1, int((folder / "count").read_text()) + 1)]

    def strike(self, folder: Path, what: str, point: Point, fault: str) -> int:
        return self._run(folder, what, point.number, fault)

    def _run(self, folder: Path, what: str, at: int, fault: str) -> int:
        """Does the work."""
        pid = self._begin(folder, what, at, fault)
        os.kill(pid, signal.SIGCONT)
        return self._ended()


class Named(Within):
    """As where the system has no files without a name."""

    named = True
    signals: tuple[str, ...] = ("SIGTERM",)
    errors: tuple[str, ...] = ("EIO",)


class Case:
    """A site before and after a save, in a folder of its own.

    Attributes:
        folder: Where it is.
        what: What the victim does.
    """

    def __init__(
        self, folder: Path, what: str, changes: dict[str, tuple[str | None, str | None]], linked: str = ""
    ) -> None:
        self.folder = folder
        self.what = what
        self._changes = changes
        self._linked = linked

    def build(self) -> None:
        """Makes it anew, as it is before the save."""
        shutil.rmtree(self.folder, ignore_errors=True)
        site = self.folder / "site"
        site.mkdir(parents=True)
        (site / "other.md").write_text("other\n")
        for name, (old, _) in self._changes.items():
            if old is not None:
                (site / name).parent.mkdir(parents=True, exist_ok=True)
                (site / name).write_text(old)
        if self._linked:
            (site / "link.md").hardlink_to(site / self._linked)
        plan = {"changes": [(name, old, new) for name, (old, new) in self._changes.items()]}
        (self.folder / "plan.json").write_text(json.dumps(plan))

    @property
    def found(self) -> dict[str, str]:
        """All that is in the site, folders with nothing in them too."""
        site = self.folder / "site"
        return {
            path.relative_to(site).as_posix(): path.read_text() if path.is_file() else "a folder"
            for path in site.rglob("*")
            if path.is_file() or not any(path.iterdir())
        }

    @property
    def seen(self) -> dict[str, str]:
        """What a user sees of it: not what the next start clears away."""
        return {name: text for name, text in self.found.items() if not Path(name).name.startswith(".profile-tui-")}

    @property
    def before(self) -> dict[str, str]:
        """The site before the save."""
        return self._state(0)

    @property
    def after(self) -> dict[str, str]:
        """The site after the save."""
        return self._state(1)

    def _state(self, which: int) -> dict[str, str]:
        """The site before or after the save."""
        state = {"other.md": "other\n"}
        state |= {name: text for name, both in self._changes.items() if (text := both[which]) is not None}
        if self._linked:
            state["link.md"] = state[self._linked]
        for folder in {Path(name).parent.as_posix() for name, (old, _) in self._changes.items() if old is not None}:
            if folder != "." and not any(name.startswith(f"{folder}/") for name in state):
                state[folder] = "a folder"
        return state

    @property
    def said(self) -> str:
        """What the user is told."""
        said = self.folder / "said"
        return said.read_text() if said.exists() else ""

    @property
    def left_over(self) -> list[str]:
        """What lies about in the state folder beside drafts."""
        state = self.folder / "state/profile-tui"
        return [path.name for path in state.rglob("*") if path.is_file() and path.suffix != ".json"]


def struck(faults: Faults, case: Case, kinds: tuple[str, ...]) -> Iterator[tuple[Point, str, int]]:
    """Does the work of a case once for each point and each kind of fault, always from the start."""
    case.build()
    for point in faults.points(case.folder, case.what):
        for fault in kinds:
            case.build()
            yield point, fault, faults.strike(case.folder, case.what, point, fault)
