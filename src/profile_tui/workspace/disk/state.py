"""Where the program keeps what it must not lose, drafts and the journal of a save, and what it could do without."""

from __future__ import annotations

import os
from pathlib import Path


def state_folder() -> Path:
    """Return the folder for this, which may not be there yet; it is outside of every repository."""
    state = os.environ.get("XDG_STATE_HOME", "")
    home = Path(state) if os.path.isabs(state) else Path(os.path.expanduser("~")) / ".local" / "state"
    return home / "profile-tui"


def saves_folder() -> Path:
    """Return the folder of the journals of saves."""
    return state_folder() / "saves"


def cache_folder() -> Path:
    """Return where things are kept that are easily had again; the folder may not be there yet."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    home = Path(cache) if os.path.isabs(cache) else Path(os.path.expanduser("~")) / ".cache"
    return home / "profile-tui"


def interrupted() -> bool:
    """Return whether a save is under way, or was interrupted; cheap, for every start."""
    try:
        return bool(os.listdir(saves_folder()))
    except OSError:
        return False
