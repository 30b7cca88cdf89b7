"""`new`: a page, post, talk, teaching entry or another entry of a collection, as its neighbours are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from profile_tui.cli.arguments import parser
from profile_tui.cli.output import say
from profile_tui.content.entries import dates
from profile_tui.site.repository.locate import locate
from profile_tui.workspace.workspace import Workspace


def new(words: Sequence[str]) -> int:
    """Creates a file; returns 0.

    Raises:
        AppError: It cannot be done; nothing was written.
    """
    command = parser("new", "Creates a file whose name and front matter are as its neighbours have them.")
    command.add_argument("what", metavar="WHAT", help="page, post, talk, teaching, or a collection's name")
    command.add_argument("--in", dest="path", default=".", metavar="PATH", help="a repository; here where left out")
    command.add_argument("--title", required=True, metavar="T", help="its title, of which its name is made")
    command.add_argument("--date", metavar="DATE", help="its date; today where left out")
    command.add_argument("--dry-run", action="store_true", help="print the unified diff, write nothing")
    given = command.parse_args(list(words))
    from profile_tui.site.creation.create import named, new_files
    from profile_tui.workspace.new_files import create, created_message, site_of

    workspace = Workspace(locate(Path(given.path)))
    what = named(given.what, new_files(site_of(workspace)))
    document = create(workspace, what, given.title, dates.parse(given.date) if given.date is not None else None)
    if given.dry_run:
        say(workspace.diff(), end="")
        return 0
    said = created_message(workspace, what, document.name)
    workspace.save()
    say(said)
    return 0
