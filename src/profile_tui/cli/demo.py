"""`demo`: the editor on a temporary copy of a sample, to look around in."""

from __future__ import annotations

from pathlib import Path

from profile_tui.cli.command import Namespace
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.text.similar import suggestion
from profile_tui.workspace.disk.files import temporary_folder
from profile_tui.workspace.samples import FIRST, copied, samples


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
    with temporary_folder() as folder:
        code: int = given.open_editor(copied(known[name], Path(folder, name)))
        return code
