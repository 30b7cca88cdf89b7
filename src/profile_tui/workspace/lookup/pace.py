"""One request at a time to a service, and as much time between two as it wants, even if several programs ask.

A file for each service says, by the time it bears, before when the service is not to be asked.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import time

from profile_tui.workspace.disk.files import close, lock, make_folders
from profile_tui.workspace.lookup import cache

_LONGEST = 3600.0
"""A time further off than that was set by another clock."""
_BETWEEN = 0.1


@contextmanager
def turn(service: str, pause: float, wait: Callable[[float], None]) -> Iterator[None]:
    """Have a service to oneself.

    Args:
        service: Its name.
        pause: The seconds that it wants between two requests.
        wait: Waits for some seconds, or raises where there is no time for that.
    """
    descriptor = _opened(service)
    if descriptor is None:  # nothing can be kept; what is asked is asked all the same
        yield
        return
    try:
        while not lock(descriptor):
            wait(_BETWEEN)
        rest = os.fstat(descriptor).st_mtime - time()
        if 0 < rest <= _LONGEST:
            wait(rest)
        try:
            yield
        finally:
            _put_off(descriptor, pause)
    finally:
        close(descriptor)


def hold(service: str, seconds: float) -> None:
    """Do not ask a service for some seconds; call it within its turn."""
    descriptor = _opened(service) if seconds else None
    if descriptor is not None:
        _put_off(descriptor, seconds)
        close(descriptor)


def _put_off(descriptor: int, seconds: float) -> None:
    """Let the file of a service say that it is not to be asked for some seconds, or for longer if it says that."""
    with suppress(OSError):
        now = time()
        set_before = min(os.fstat(descriptor).st_mtime, now + _LONGEST)
        os.utime(descriptor, (now, max(now + min(seconds, _LONGEST), set_before)))


def _opened(service: str) -> int | None:
    """Return the descriptor of the file of a service; None where there can be none."""
    try:
        make_folders(cache.folder(), 0o700)
        return os.open(cache.folder() / f"{service}.turn", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError:
        return None
