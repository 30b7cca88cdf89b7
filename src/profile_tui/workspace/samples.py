"""The samples that come with the program: homepages of invented people, to look around in or to begin with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import profile_tui
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Unreadable
from profile_tui.text.reading import reason

FIRST = "acad-homepage"
"""The sample that is opened where none is named: it shows most."""
ARCHIVE = "samples.gz"
"""The samples as they are installed, in the package: a third of the size of their files in the wheel."""


def copied(make: Callable[[Path], object], folder: Path) -> Path:
    """Put a copy of a sample into a folder; return what is opened of it: its only file, or the folder.

    Args:
        make: What makes a copy of the sample; see `samples`.
        folder: The folder.

    Raises:
        AppError: It cannot be read, or not be written there.
    """
    try:
        make(folder)
        files = [folder / name for name in os.listdir(folder)]
    except OSError as error:
        message = _("the sample can't be copied there: {reason}").format(reason=reason(error))
        raise AppError(message, path=str(folder)) from error
    return files[0] if len(files) == 1 else folder


def is_room(folder: Path) -> bool:
    """Return whether a folder is there and empty, so that a new homepage can be put into it."""
    try:
        return not set(os.listdir(folder)) - {".git"}
    except OSError:
        return False


def samples() -> dict[str, Callable[[Path], object]]:
    """Return the samples by name, each with what makes a copy of it: installed with the program, or beside its source.

    Raises:
        Unreadable: There are none.
    """
    package = Path(profile_tui.__file__).parent
    archive, folder = package / ARCHIVE, package.parents[1] / "sample_profiles"
    if os.path.isfile(archive):
        files = _packed(archive)
        return {name: partial(_unpack, files, name) for name in sorted({path.partition("/")[0] for path in files})}
    if os.path.isdir(folder):
        names = [name for name in sorted(os.listdir(folder)) if os.path.isdir(folder / name)]
        return {name: partial(shutil.copytree, folder / name, dirs_exist_ok=True) for name in names}
    raise Unreadable(_("the samples are not installed; install the package again"), path=str(archive))


def _packed(archive: Path) -> dict[str, bytes]:
    """Return the files of all samples in an archive; it begins with a line that gives each its size."""
    import gzip
    import json

    with gzip.open(archive) as file:
        return {name: file.read(size) for name, size in json.loads(file.readline()).items()}


def _unpack(files: Mapping[str, bytes], name: str, target: Path) -> None:
    """Make a copy of a sample out of the files of all, which are of the package itself."""
    for path, content in files.items():
        sample, _slash, rest = path.partition("/")
        if sample == name:
            copy = target / rest
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(content)
