"""A process that forks victims: each does one thing, and is killed or has a system call fail while it does.

It is told on standard input what the next one is to do, as a line of JSON, and answers with two lines: its process id
once it has stopped and can be traced, and how it ended.
"""

from __future__ import annotations

import errno
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from profile_tui.text.errors import AppError
from profile_tui.workspace.disk import files
from profile_tui.workspace.disk.files import FileChange
from profile_tui.workspace.disk.recovery import recover
from profile_tui.workspace.disk.transaction import commit
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.drafts.store import Drafts

CALLS = (
    "open read write close fsync fchmod fchown link rename replace unlink mkdir rmdir ftruncate lseek posix_fallocate "
    "stat fstat lstat listdir access"
).split()


class Injector:
    """Has the n-th call of Python's own to the system fail, or be the last; where there is no strace."""

    def __init__(self, at: int, fault: str) -> None:
        self.count = 0
        self.at = at
        self.fault = fault
        for name in CALLS:
            setattr(os, name, self.wrapped(getattr(os, name)))

    def wrapped(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any, **named: Any) -> Any:  # noqa: ANN401 - stands for any call
            self.count += 1
            if self.count == self.at:
                if self.fault.startswith("SIG"):
                    os.kill(os.getpid(), getattr(signal, self.fault))
                else:
                    raise OSError(getattr(errno, self.fault), os.strerror(getattr(errno, self.fault)))
            return real(*words, **named)

        return call


def act(what: str, folder: Path, begin: Callable[[], None]) -> None:
    """Does one thing in a folder, where `files` has what there is and what there is to be."""
    plan = json.loads((folder / "plan.json").read_text())
    changes = [
        FileChange(folder / "site" / name, name, old and old.encode(), new and new.encode())
        for name, old, new in plan["changes"]
    ]
    begin()
    if what == "save":
        commit(changes)
    elif what == "recover":
        recover()
    else:
        document = Document.open(changes[0].path)
        document.replace(changes[0].new or b"", "Edit")
        drafts = Drafts()
        if problem := drafts.keep(document):
            raise AppError(problem)
        if what == "draft and save":
            document.save()
            drafts.keep(document)


def victim(order: dict[str, Any]) -> int:
    """What the forked process does; returns its exit code."""
    folder = Path(order["folder"])
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    injectors: list[Injector] = []
    if order["named"]:
        files._DESCRIPTORS = "/nowhere"

    def begin() -> None:
        os.kill(os.getpid(), signal.SIGSTOP)
        if order["fault"]:
            injectors.append(Injector(order["at"], order["fault"]))

    code = 0
    try:
        act(order["what"], folder, begin)
    except AppError as error:
        (folder / "said").write_text(str(error))
        code = error.exit_code
    except KeyboardInterrupt:
        code = 130
    if injectors:
        (folder / "count").write_text(str(injectors[0].count))
    return code


def main() -> None:
    """Serves."""
    for line in sys.stdin:
        order = json.loads(line)
        if (pid := os.fork()) == 0:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            code = 70
            try:
                code = victim(order)
            finally:
                os._exit(code)
        os.waitpid(pid, os.WUNTRACED)
        print(pid, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
