"""The steps of earlier saves, kept in the state folder so that they can be undone after a restart.

Each save is a file of its own in `$XDG_STATE_HOME/profile-tui/steps`, in a folder for its site, so that editors and
calls beside one another never lose one. It has what the files held afterwards, whole, and what each step replaced; so
it needs no other save to be understood. The oldest go first where there would be too many, or too much. A save that is
not made yet has another name, see `disk.notes`.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.reading import listed, read_bounded
from profile_tui.workspace.disk import files, notes

_VERSION = 1
MOST_SAVES = 200
"""How many saves of a site are remembered."""
MOST_BYTES = 16 * 2**20
"""How much is remembered of a site."""
MOST_SITES = 50
"""Of how many sites something is remembered."""
_LARGEST = 4 * 2**20
"""Of a save that takes more only the names of its steps are remembered: an undo is refused, and takes no older step."""


class FileStates(NamedTuple):
    """What a step did to a file.

    Attributes:
        path: The file, links followed.
        is_own: Whether the file is one entry's own: without content, there is no such file.
        before: What it held; empty where there was no such file.
        after: What it held then.
    """

    path: Path
    is_own: bool
    before: bytes
    after: bytes


class NewStep(NamedTuple):
    """A step that is about to be saved.

    Attributes:
        label: What it did, for the user.
        undoes: The key of the saved step that it takes back; empty where it takes back none.
        files: What it did to which files.
    """

    label: str
    undoes: str
    files: tuple[FileStates, ...]


class SavedStep:
    """A step that was saved.

    Attributes:
        key: What other saves know it by.
        label: What it did, for the user.
        undoes: The key of the step that it takes back; empty where it takes back none.
        saved_at: When it was saved, in nanoseconds.
        is_too_large: Whether what it did is not remembered, for that would take too much.
    """

    def __init__(self, key: str, saved_at: int, at: int, content: Mapping[str, Any]) -> None:
        """Read what is needed of every step.

        Raises:
            ValueError, KeyError, TypeError, AttributeError: It is damaged.
        """
        step = content["steps"][at]
        self.key = key
        self.saved_at = saved_at
        self.label = str(step["label"])
        self.undoes = str(step["undoes"])
        self.is_too_large = not content["after"]
        self._at = at
        self._content = content

    @cached_property
    def files(self) -> tuple[FileStates, ...]:
        """What it did to which files; none where that is damaged."""
        try:
            return tuple(self._states())
        except (ValueError, KeyError, TypeError, AttributeError, zlib.error):
            return ()

    def _states(self) -> Iterator[FileStates]:
        """Yield what it did: from what the files held in the end, step by step back."""
        states = {name: notes.unpacked(text) for name, text in self._content["after"].items()}
        files: list[FileStates] = []
        for step in reversed(self._content["steps"][self._at :]):
            files.clear()
            for name, is_own, start, old, new_size in reversed(step["files"]):
                after = states[name]
                states[name] = after[:start] + notes.unpacked(old) + after[start + new_size :]
                files.append(FileStates(Path(name), bool(is_own), states[name], after))
        yield from reversed(files)


def note(
    home: Path, steps: Sequence[NewStep], undone: Collection[str], states: Mapping[Path, bytes]
) -> tuple[Path | None, list[str]]:
    """Remember a save, before it is made; it counts once `notes.made` is called.

    Args:
        home: The site's root, or the page that stands alone.
        steps: The steps, oldest first.
        undone: The keys of the steps that are taken back by the save.
        states: The files that are saved, links followed, and what they will hold.

    Returns:
        What to `forget` where the save is not made, and the keys of the steps. Nothing is remembered where that cannot
        be written: a save is worth more than what can be undone later.
    """
    import json

    folder = _folder(home)
    content = {"version": _VERSION, "home": os.path.realpath(home), **_content(steps, undone, states)}
    data = json.dumps(content).encode()
    if len(data) > _LARGEST:
        names = [{"label": step.label, "undoes": step.undoes, "files": []} for step in steps]
        data = json.dumps({**content, "after": {}, "steps": names}).encode()
    if len(data) > _LARGEST:
        return None, []
    notes.settle(folder, _states)
    kept = notes.begun(folder)
    try:
        files.write_private(kept, data, synced=False)
    except OSError:
        return None, []
    _make_room(folder)
    return kept, [f"{kept.stem}:{at}" for at in range(len(steps))]


def forget(noted: Path | None) -> None:
    """Forget a save that was not made."""
    if noted is not None:
        files.unlink(noted)


def has_any(home: Path, besides: Collection[str]) -> bool:
    """Return whether anything is remembered of a site besides some saves; cheap, for every start."""
    try:
        with os.scandir(_folder(home)) as entries:
            return any(entry.name.partition(".")[0] not in besides for entry in entries)
    except OSError:
        return False


def saved_steps(home: Path, taken_back: Collection[str] = ()) -> Iterator[SavedStep]:
    """Yield the steps that were saved and not undone since, newest first; what cannot be read is passed over.

    Args:
        home: The site's root, or the page that stands alone.
        taken_back: The keys of steps that are undone, which is not saved yet.
    """
    import json

    undone = set(taken_back)
    notes.settle(_folder(home), _states)
    for kept in reversed(listed(_folder(home), "*.json")):
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            content = json.loads(read_bounded(kept, _LARGEST))
            if content["version"] != _VERSION or content["home"] != os.path.realpath(home):
                continue
            undone.update(map(str, content["undone"]))
            for at in range(len(content["steps"]) - 1, -1, -1):
                step = SavedStep(f"{kept.stem}:{at}", int(kept.name.partition("-")[0]), at, content)
                if step.key not in undone:
                    undone.add(step.undoes)
                    yield step


def _states(noted: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield what the files of a save hold once it is made.

    Raises:
        ValueError: That is not remembered.
    """
    import json

    after = json.loads(read_bounded(noted, _LARGEST))["after"]
    if not after:
        raise ValueError(noted.name)
    for name, text in after.items():
        yield Path(name), notes.unpacked(text)


def _content(steps: Sequence[NewStep], undone: Collection[str], states: Mapping[Path, bytes]) -> dict[str, Any]:
    """Return a save as JSON can hold it."""
    after = {str(file.path): file.after for step in steps for file in step.files}
    after |= {str(path): data for path, data in states.items()}
    return {
        "undone": list(undone),
        "after": {name: notes.packed(data) for name, data in after.items()},
        "steps": [
            {"label": step.label, "undoes": step.undoes, "files": [_file(file) for file in step.files]}
            for step in steps
        ],
    }


def _file(states: FileStates) -> list[object]:
    """Return what a step replaced in a file."""
    from profile_tui.text.span import unlike

    start, old_end, new_end = unlike(states.before, states.after)
    return [str(states.path), states.is_own, start, notes.packed(states.before[start:old_end]), new_end - start]


def _folder(home: Path) -> Path:
    """Return the folder for a site."""
    return notes.folder_of("steps", os.path.realpath(home))


def _make_room(folder: Path) -> None:
    """Remove the oldest saves of a site, and the sites that were saved longest ago, where it is too much."""
    with suppress(OSError):
        saves = sorted(os.scandir(folder), key=lambda save: save.name, reverse=True)
        size = 0
        for at, save in enumerate(save for save in saves if save.name[0] != "."):
            size += save.stat().st_size
            if at >= MOST_SAVES or size > MOST_BYTES:
                files.unlink(Path(save))
        sites = sorted(os.scandir(folder.parent), key=lambda site: site.stat().st_mtime_ns, reverse=True)
        for site in sites[MOST_SITES:]:
            for save in os.scandir(site):
                files.unlink(Path(save))
            os.rmdir(site)
