"""`demo`: the editor on a temporary copy of a sample, to look around in."""

from __future__ import annotations

import os
import shutil
from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

import profile_tui
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Unreadable, UsageError
from profile_tui.text.similar import suggestion

FIRST = "acad-homepage"
"""The sample that is opened where none is named: it shows most."""


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
        copy = Path(shutil.copytree(known[name], Path(folder, name)))
        files = [copy / name for name in os.listdir(copy)]
        code: int = given.open_editor(files[0] if len(files) == 1 else copy)
        return code


def samples() -> dict[str, Path]:
    """Return the samples by name: those that were installed with the program, or beside its source.

    Raises:
        Unreadable: There are none.
    """
    package = Path(profile_tui.__file__).parent
    for folder in (package / "samples", package.parents[1] / "sample_profiles"):
        if os.path.isdir(folder):
            return {
                path.name: path
                for path in (folder / name for name in sorted(os.listdir(folder)))
                if os.path.isdir(path)
            }
    raise Unreadable(_("the samples are not installed; install the package again"), path=str(package / "samples"))
