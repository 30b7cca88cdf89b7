"""Answers of services kept for a while, so that nobody is asked twice for the same."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time

from profile_tui.text.reading import read_bounded
from profile_tui.workspace.disk.files import write_private
from profile_tui.workspace.disk.state import cache_folder

_MOST_BYTES = 16 * 2**20
_MOST_FILES = 256


def folder() -> Path:
    """Return where answers are kept, which may not be there yet."""
    return cache_folder() / "lookup"


def get(url: str, accept: str, seconds: float) -> str | None:
    """Return an answer that was kept no longer ago than that; None where there is none."""
    path = _path(url, accept)
    try:
        age = time() - path.stat().st_mtime
        if not 0 <= age <= seconds:
            return None
        kept = json.loads(read_bounded(path, _MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(kept, dict) or kept.get("url") != url or kept.get("accept") != accept:
        return None
    text = kept.get("text")
    return text if isinstance(text, str) else None


def put(url: str, accept: str, text: str) -> None:
    """Keep an answer; where that fails, it is asked for again."""
    with suppress(OSError):
        write_private(_path(url, accept), json.dumps({"url": url, "accept": accept, "text": text}).encode())
        _prune()


def _path(url: str, accept: str) -> Path:
    """Return the file of an answer."""
    return folder() / f"{sha256(f'{accept} {url}'.encode()).hexdigest()[:32]}.json"


def _prune() -> None:
    """Throw the oldest away where there are many."""
    kept = sorted(folder().glob("*.json"), key=lambda path: path.stat().st_mtime)
    for path in kept[:-_MOST_FILES]:
        path.unlink(missing_ok=True)
