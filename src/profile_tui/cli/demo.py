"""`demo`: the editor on a temporary copy of a sample, to look around in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import profile_tui
from profile_tui.cli.command import Namespace
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Unreadable, UsageError
from profile_tui.text.similar import suggestion

FIRST = "acad-homepage"
"""The sample that is opened where none is named: it shows most."""
ARCHIVE = "samples.tar.gz"
"""The samples as they are installed, in the package: a third of the size of their files in the wheel."""


def run(given: Namespace) -> int:
    """Open the editor on a copy of a sample; return its exit code.

    Raises:
        UsageError: There is no such sample.
    """
    known = samples()
    name = given.name or FIRST
    if name not in known:
        near = suggestion(name, known) or _("there are {known}").format(known=", ".join(known))
        raise UsageError(_("there is no sample {name!r}; {near}").format(name=name, near=near))
    with TemporaryDirectory(prefix="profile-tui-") as folder:
        copy = Path(folder, name)
        known[name](copy)
        files = [copy / name for name in os.listdir(copy)]
        code: int = given.open_editor(files[0] if len(files) == 1 else copy)
        return code


def samples() -> dict[str, Callable[[Path], object]]:
    """Return the samples by name, each with what makes a copy of it: installed with the program, or beside its source.

    Raises:
        Unreadable: There are none.
    """
    package = Path(profile_tui.__file__).parent
    archive, folder = package / ARCHIVE, package.parents[1] / "sample_profiles"
    if os.path.isfile(archive):
        return {name: partial(_unpack, archive, name) for name in _packed(archive)}
    if os.path.isdir(folder):
        names = [name for name in sorted(os.listdir(folder)) if os.path.isdir(folder / name)]
        return {name: partial(shutil.copytree, folder / name) for name in names}
    raise Unreadable(_("the samples are not installed; install the package again"), path=str(archive))


def _packed(archive: Path) -> list[str]:
    """Return the names of the samples in an archive."""
    import tarfile

    with tarfile.open(archive) as file:
        return sorted({name.partition("/")[0] for name in file.getnames()})


def _unpack(archive: Path, name: str, target: Path) -> None:
    """Make a copy of a sample of an archive, which holds nothing but files of the package itself."""
    import tarfile

    with tarfile.open(archive) as file:
        for member in file:
            sample, _slash, path = member.name.partition("/")
            content = file.extractfile(member)
            if sample == name and content is not None:
                copy = target / path
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(content.read())
