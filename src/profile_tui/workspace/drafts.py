"""Drafts: unsaved work, kept outside the repository so that nothing typed is lost with the program.

One file per edited file, in `$XDG_STATE_HOME/profile-tui/drafts`. It holds the whole text as it was, the steps that led
there from the saved file, so that they can be undone again, and what stood in an open form.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from profile_tui.text.errors import Unreadable
from profile_tui.text.reading import reason
from profile_tui.workspace import files
from profile_tui.workspace.document import Document
from profile_tui.workspace.history import Step

_VERSION = 1


@dataclass(frozen=True)
class Draft:
    """Unsaved work on one file.

    Attributes:
        base: SHA-256 of the saved file that it began from.
        data: The file with the unsaved changes; None where only a form was open.
        steps: What leads from the saved file to `data`; may be empty where that took going back over a save.
        form: The state of the open form; empty where none was.
    """

    base: str
    data: bytes | None
    steps: tuple[Step, ...] = ()
    form: Mapping[str, Any] = field(default_factory=dict)

    def fits(self, document: Document) -> bool:
        """Whether the file is still the one that the draft began from; otherwise the draft is stale."""
        return self.base == _hash(document.saved)


def place(path: Path) -> Path:
    """Where the draft of a file is kept. Links are followed, so that one file has one draft."""
    state = os.environ.get("XDG_STATE_HOME", "")
    home = Path(state) if os.path.isabs(state) else Path(os.path.expanduser("~")) / ".local" / "state"
    return home / "profile-tui" / "drafts" / f"{_hash(os.fsencode(os.path.realpath(path)))}.json"


def keep(document: Document, form: Mapping[str, Any] | None = None) -> str:
    """Writes the draft of a file; removes it where nothing waits.

    Args:
        document: The file.
        form: The state of an open form, as JSON can hold it.

    Returns:
        Why it could not be written, in one line; empty where it was. The work itself goes on either way.
    """
    if not document.dirty and not form:
        discard(document.path)
        return ""
    content = {
        "version": _VERSION,
        "path": os.path.realpath(document.path),
        "base": _hash(document.saved),
        "data": _text(document.data) if document.dirty else None,
        "steps": [[step.label, step.at, _text(step.old), _text(step.new)] for step in document.unsaved],
        "form": dict(form or {}),
    }
    try:
        files.write_private(place(document.path), json.dumps(content).encode())
    except OSError as error:
        return f"No draft could be kept: {reason(error)}."
    return ""


def load(path: Path) -> Draft | None:
    """The draft of a file; None where there is none.

    Raises:
        Unreadable: There is one that this version cannot read. It is left as it is.
    """
    kept = place(path)
    try:
        content = json.loads(kept.read_bytes())
        if content["version"] != _VERSION:
            raise Unreadable("this draft is of another version of profile-tui; move it away", path=str(kept))
        steps = tuple(Step(label, at, _bytes(old), _bytes(new)) for label, at, old, new in content["steps"])
        data = None if content["data"] is None else _bytes(content["data"])
        return Draft(content["base"], data, steps, dict(content["form"]))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unreadable(f"the draft cannot be read: {reason(error)}", path=str(kept)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise Unreadable("this draft is damaged; move it away", path=str(kept)) from error


def below(folder: Path) -> list[Path]:
    """The files of a folder, and of the folders in it, of which there are drafts; an unreadable draft tells none."""
    root = Path(os.path.realpath(folder))
    found = []
    for kept in sorted(place(folder).parent.glob("*.json")):
        with suppress(OSError, ValueError, KeyError, TypeError):
            path = Path(json.loads(kept.read_bytes())["path"])
            if root in path.parents:
                found.append(folder / path.relative_to(root))
    return found


def resume(draft: Draft, document: Document) -> None:
    """Brings a draft's changes back, as steps that can be undone.

    Of a stale draft the whole text comes back as one step; the diff then shows what it would undo on the disk.
    """
    if draft.data is None:
        return
    if draft.fits(document) and not document.dirty:
        for step in draft.steps:
            document.replace(step.done(document.data), step.label)
    document.replace(draft.data, "Recover the draft")


def discard(path: Path) -> None:
    """Removes the draft of a file, if there is one."""
    with suppress(OSError):
        place(path).unlink()


def _hash(data: bytes) -> str:
    """SHA-256 as text."""
    return hashlib.sha256(data).hexdigest()


def _text(data: bytes) -> str:
    """Bytes as JSON can hold them."""
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    """The bytes of `_text`."""
    return base64.b64decode(text, validate=True)
