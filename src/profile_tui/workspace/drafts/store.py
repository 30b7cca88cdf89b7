"""Drafts: unsaved work, kept outside the repository so that nothing typed is lost with the program.

They lie in `$XDG_STATE_HOME/profile-tui/drafts`. Each editor writes its own, for each file one of the changes and one
of the half-filled forms, and holds a lock as long as it runs: drafts whose editor is gone are offered by the next one.
What cannot be read is set aside under another name, and never written over.
"""

from __future__ import annotations

import base64
import json
import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.pattern import lazily
from profile_tui.text.reading import MAX_BYTES, listed, read_bounded, reason
from profile_tui.workspace.disk import files
from profile_tui.workspace.disk.state import state_folder
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.documents.history import Step
from profile_tui.workspace.drafts.merge import Merged, merge
from profile_tui.workspace.drafts.writer import DraftWriter, Make

_VERSION = 2
_NAME = lazily(r"(?P<temporary>\.)?[0-9a-f]{64}(?:-(?P<token>[0-9a-f]+)(?:-forms)?)?\.json(?:\.\d+)?~?")
_LARGEST = 8 * MAX_BYTES


@dataclass(frozen=True)
class Draft:
    """Unsaved work on one file.

    Attributes:
        kept: Where it is kept.
        path: The file that it is about, links followed.
        base: SHA-256 of the saved file that it began from.
        saved: The saved file that it began from; None where that is not known any more.
        data: The file with the unsaved changes; None where only forms were open.
        steps: What leads from the saved file to `data`; may be empty where that took going back over a save.
        forms: What was typed into forms.
        made_at: When it was made, in nanoseconds; 0 in one of an older version. File systems tell that less exactly.
    """

    kept: Path
    path: Path
    base: str
    saved: bytes | None
    data: bytes | None
    steps: tuple[Step, ...] = ()
    forms: Mapping[str, Any] = field(default_factory=dict)
    made_at: int = 0

    def fits(self, document: Document) -> bool:
        """Return whether the file is still the one that the draft began from."""
        return self.base == _hash(document.data)

    def restored(self, document: Document) -> Merged:
        """Return the file as it is now with the changes of the draft."""
        if self.data is None:
            return Merged(document.data, 0)
        if self.fits(document) or document.missing:
            return Merged(self.data, 0)
        if self.saved is None:  # a draft of an older version: its base is not known, only that the two differ
            return Merged(self.data, int(self.data != document.data))
        return merge(self.saved, self.data, document.data)

    def resume(self, document: Document) -> None:
        """Make the changes again, as steps that can be undone."""
        restored = self.restored(document)
        if self.fits(document):
            for step in self.steps:
                document.replace(step.done(document.data), step.label)
        document.replace(restored.data, _("Restore your changes"))

    def write_anew(self) -> None:
        """Write a file that is gone, with the changes.

        Raises:
            AppError: It cannot be written; the draft is still there.
        """
        from profile_tui.workspace.disk.transaction import commit

        commit([files.FileChange(self.path, str(self.path), None, self.data)])
        self.discard()

    def moved_to(self, document: Document) -> bool:
        """Return whether a file is the one that the draft is about, in a folder that was renamed or moved."""
        return document.path.name == self.path.name and self.fits(document) and not os.path.exists(self.path)

    def discard(self) -> None:
        """Remove it."""
        files.unlink(self.kept)


class Drafts:
    """The drafts of one editor, and those that earlier ones left."""

    def __init__(self) -> None:
        """Begin with none; nothing is written before there is something to keep."""
        self.folder = state_folder() / "drafts"
        self._token = _token()
        self._lock = -1
        self._writer = DraftWriter()
        self._written: dict[Path, object] = {}

    def open(self, paths: Iterable[Path]) -> bool:
        """Say which files this editor has open, as long as it runs.

        Returns:
            Whether another editor has one of them open.
        """
        wanted = {os.path.realpath(path) for path in paths}
        with suppress(OSError):
            files.make_folders(self.folder, 0o700)
            self._lock = files.locked(self._lock_of(self._token))
            files.write_all(self._lock, json.dumps(sorted(wanted)).encode())
        self._writer.start()
        # asked last: of two editors that start at a time, one at least sees the other
        return any(wanted & opened for opened in self._live().values())

    def flush(self) -> str:
        """Wait until all drafts are on the disk; return why one is not, in one line, or nothing."""
        self._writer.flush()
        return self._writer.complaint

    def close(self) -> None:
        """Leave what is kept to the next editor."""
        self.flush()
        if self._lock >= 0:
            files.unlink(self._lock_of(self._token))
            files.close(self._lock)
            self._lock = -1

    def keep(self, document: Document) -> str:
        """Write the draft of a file's changes; remove it where there are none.

        Returns:
            Why the last one could not be written, in one line; empty where it was. The work goes on either way.
        """
        kept = self._name(document.path)
        if not document.dirty:
            return self._put(kept, None, None)
        source = document.page.source
        if self._written.get(kept) is source and not self._writer.complaint:
            return ""
        return self._put(kept, source, _content(document, document.saved, document.data, document.unsaved))

    def keep_forms(self, path: Path, forms: Mapping[str, Any]) -> str:
        """Write what was typed into the forms of a file; remove that where it is nothing.

        Returns:
            As `keep`.
        """
        kept = self._name(path, "-forms")
        if not forms:
            return self._put(kept, None, None)
        content = _head(path) | {"forms": dict(forms)}
        if self._written.get(kept) == content and not self._writer.complaint:
            return ""
        return self._put(kept, content, lambda: content)

    def set_aside(self, document: Document, saved: bytes, data: bytes) -> str:
        """Keep changes that were taken back, for the next start.

        Returns:
            Why that could not be done, in one line; empty where it was.
        """
        self._writer.put(self._name(document.path, token=_token()), _content(document, saved, data, ()))
        return self._writer.complaint

    def discard(self) -> None:
        """Remove all that this editor kept."""
        for kept in list(self._written):
            self._put(kept, None, None)

    def left(self) -> tuple[list[Draft], list[str]]:
        """Return what editors that are gone left, oldest first, and complaints about what could not be read."""
        drafts: list[tuple[int, Draft]] = []
        complaints: list[str] = []
        live = self._live()
        try:
            names = sorted(os.listdir(self.folder))
        except OSError:
            return [], []
        for name in names:
            parts = _NAME.fullmatch(name)
            if parts is None or parts["token"] in live or parts["token"] == self._token:
                continue
            kept = self.folder / name
            if parts["temporary"]:
                files.unlink(kept)
                continue
            try:
                draft = _read(kept)
                drafts.append((draft.made_at or kept.stat().st_mtime_ns, draft))
            except _OtherVersionError:
                complaints.append(_("A draft of a newer profile-tui was left as it is: {kept}").format(kept=kept))
            except OSError as error:
                complaints.append(
                    _("A draft cannot be read ({reason}): {kept}").format(reason=reason(error), kept=kept)
                )
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                complaints.append(_set_damaged_aside(kept))
        return [draft for _unused, draft in sorted(drafts, key=lambda pair: pair[0])], complaints

    def _live(self) -> dict[str, set[str]]:
        """Return the other editors that run, with the files that they have open; forget those that are gone."""
        live: dict[str, set[str]] = {}
        for lock in listed(self.folder, "*.lock"):
            if lock.stem == self._token:
                continue
            with suppress(OSError):
                descriptor = os.open(lock, os.O_RDWR)  # some file systems lock nothing else
                with files.closing(descriptor):
                    if files.lock(descriptor):
                        files.unlink(lock)
                        continue
                    live[lock.stem] = set()
                    with suppress(ValueError, TypeError, RecursionError):
                        live[lock.stem] = set(json.loads(files.read_all(descriptor)))
        return live

    def _lock_of(self, token: str) -> Path:
        """Return the file that an editor locks."""
        return self.folder / f"{token}.lock"

    def _name(self, path: Path, suffix: str = "", token: str = "") -> Path:
        """Return where a draft of a file is kept. Links are followed, so that one file has one."""
        return self.folder / f"{_hash(os.fsencode(os.path.realpath(path)))}-{token or self._token}{suffix}.json"

    def _put(self, kept: Path, state: object, make: Make | None) -> str:
        """Write a draft of this editor, or remove it where there is one; return the last complaint."""
        if make is not None:
            self._written[kept] = state
            self._writer.put(kept, make)
        elif self._written.pop(kept, None) is not None:
            self._writer.put(kept, None)
        return self._writer.complaint


class _OtherVersionError(Exception):
    """A draft is of a version that this one does not know."""


def _read(kept: Path) -> Draft:
    """Return a draft.

    Raises:
        _OtherVersionError: It is of a newer version.
        OSError: It cannot be read.
        ValueError, KeyError, TypeError, AttributeError, RecursionError: It is damaged.
    """
    content = json.loads(read_bounded(kept, _LARGEST))
    version = content["version"]
    if not isinstance(version, int) or version < 1:
        raise ValueError(version)
    if version > _VERSION:
        raise _OtherVersionError
    data = None if content["data"] is None else _bytes(content["data"])
    steps = tuple(Step(str(label), _index(at), _bytes(old), _bytes(new)) for label, at, old, new in content["steps"])
    path, base, forms = content["path"], content["base"], content["form" if version == 1 else "forms"]
    if not isinstance(path, str) or not isinstance(base, str) or not isinstance(forms, dict):
        raise TypeError(path)
    saved = None if data is None else _before(data, steps if version == 1 else _back(content["saved"]))
    if saved is not None and _hash(saved) != base:
        saved = None
    return Draft(kept, Path(path), base, saved, data, steps, forms, _index(content.get("at", 0)))


def _head(path: Path) -> dict[str, Any]:
    """Return what every draft has."""
    path_text = os.path.realpath(path)
    return {"version": _VERSION, "path": path_text, "base": "", "saved": [], "data": None, "steps": [], "forms": {}}


def _content(document: Document, saved: bytes, data: bytes, steps: tuple[Step, ...]) -> Make:
    """Return what gives the draft of changes; what it needs stays as it is now."""
    made_at = time.time_ns()

    def make() -> dict[str, Any]:
        back = Step.between(saved, data, "")
        return _head(document.path) | {
            "at": made_at,
            "base": _hash(saved),
            "saved": [back.at, _text(back.old), len(back.new)],
            "data": _text(data),
            "steps": [[step.label, step.at, _text(step.old), _text(step.new)] for step in steps],
        }

    return make


def _back(saved: list[Any]) -> tuple[Step, ...]:
    """Return the one step that leads from the saved file to the data; its new bytes are not known, only how many."""
    at, old, size = saved
    return (Step("", _index(at), _bytes(old), b"\0" * _index(size)),)


def _before(data: bytes, steps: tuple[Step, ...]) -> bytes:
    """Return the file before some steps."""
    for step in reversed(steps):
        data = step.undone(data)
    return data


def _index(value: object) -> int:
    """Return a value that must be a place in a file."""
    if not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value


def _set_damaged_aside(kept: Path) -> str:
    """Give a draft that cannot be read another name; return what the user should know."""
    aside = kept.with_name(f"{kept.stem}-{_token()}.damaged")
    try:
        kept.rename(aside)
    except OSError as error:
        return _("A draft is damaged, and cannot be set aside ({reason}): {kept}").format(
            reason=reason(error), kept=kept
        )
    return _("A draft is damaged; it is kept as {aside}").format(aside=aside)


def _token() -> str:
    """Return a name that nothing else has."""
    return os.urandom(6).hex()


def _hash(data: bytes) -> str:
    """Return SHA-256 as text."""
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _text(data: bytes) -> str:
    """Return bytes as JSON can hold them."""
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    """Return the bytes of `_text`."""
    return base64.b64decode(text, validate=True)
