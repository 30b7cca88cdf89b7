"""A fault of the program itself: what is needed to find it is kept, without any text of the user's."""

from __future__ import annotations

import os
import platform
import sys
import time
import traceback
from collections.abc import Iterator

from profile_tui.text.catalogue import _
from profile_tui.workspace.disk import files
from profile_tui.workspace.disk.state import state_folder
from profile_tui.workspace.web_addresses import web_address

_MOST = 20
"""How many are kept."""


def keep(error: BaseException) -> str:
    """Keep where in the program an error came from; return what to tell the user, in one line.

    Neither what the error says nor what any variable held is kept: there may be text of a page in it.
    """
    address = web_address("Issues")
    path = state_folder() / "crashes" / f"{time.time_ns():020}-{os.getpid()}.txt"
    where = _last_place(error)
    try:
        files.write_private(path, "\n".join(_lines(error)).encode() + b"\n")
        for old in sorted(path.parent.glob("*.txt"))[:-_MOST]:
            files.unlink(old)
    except OSError:
        message = _("This is a bug in profile-tui ({where}); please report it.").format(where=where)
    else:
        message = _(
            "This is a bug in profile-tui ({where}); please report it with {path}, which has no text of yours."
        ).format(where=where, path=path)
    return f"{message} {address}".rstrip()


def _lines(error: BaseException) -> Iterator[str]:
    """Yield what is kept."""
    from profile_tui import __version__

    yield f"profile-tui {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield ""
        yield type(cause).__qualname__
        for frame in traceback.extract_tb(cause.__traceback__):
            yield f"  {_module(frame.filename)}:{frame.lineno} {frame.name}"
        cause = cause.__cause__ or cause.__context__


def _last_place(error: BaseException) -> str:
    """Return what went wrong, and where in the program."""
    name = type(error).__qualname__
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "profile_tui" in frame.filename]
    return f"{name}, {_module(frames[-1].filename)}:{frames[-1].lineno}" if frames else name


def _module(name: str) -> str:
    """Return a file of the code without the folders before it, which may name the user."""
    for folder in sorted(filter(None, sys.path), key=len, reverse=True):
        if name.startswith(folder.rstrip(os.sep) + os.sep):
            return os.path.relpath(name, folder)
    return os.path.basename(name)
