"""`publish`: commits what this program changed, and pushes if asked."""

from __future__ import annotations

from pathlib import Path

from profile_tui.cli import progress
from profile_tui.cli.command import Namespace
from profile_tui.cli.output import complain, one_line, say, say_diff, say_json
from profile_tui.text.catalogue import _, led
from profile_tui.text.errors import Refused
from profile_tui.workspace.publishing import commit as commits
from profile_tui.workspace.publishing.publication import Publication, plan

_NOTHING = _("nothing to publish: the last commit has all that profile-tui saved here")


def run(given: Namespace) -> int:
    """Commit and push; return 0.

    Raises:
        Refused: It cannot be done. The message says whether something was committed.
    """
    publication = plan(Path(given.path))
    for note in publication.notes:
        complain(_("note: {note}").format(note=note))
    message = given.message if given.message is not None else publication.message
    if given.dry_run:
        _show(publication, message, given)
        return 0
    if given.push:
        commits.check_remote(publication.top)
    with progress.paused():  # hooks may ask on the terminal
        committed = commits.commit(publication, message, interactive=True) if publication.files else ""
    pushed = _push(publication, committed) if given.push else ""
    if publication.notes and not committed and not pushed:
        raise Refused(_("nothing was published; see the notes above"))
    data = _data(publication, message, "committed" if committed else "nothing") | {
        "commit": committed or None,
        "pushed": bool(pushed),
    }
    if given.json:
        say_json(data)
        return 0
    if committed:
        say(
            _("committed {committed} on {branch}: {partition}").format(
                committed=committed,
                branch=one_line(publication.branch),
                partition=one_line(message.partition(chr(10))[0]),
            )
        )
        say("\n".join(f"  {one_line(file.name)}" for file in publication.files))
    elif not pushed:
        say(_NOTHING)
    if pushed:
        say(pushed)
    return 0


def _push(publication: Publication, committed: str) -> str:
    """Push; return what git said, empty where there was nothing to push.

    Raises:
        Refused: The remote took nothing.
    """
    top = publication.top
    if not committed and not commits.unpushed(top):
        return ""
    done = _("committed {committed}, but not pushed").format(committed=committed) if committed else _("not pushed")
    progress.say(_("pushing …"))
    with progress.paused():  # git may ask for a password
        result = commits.push(top, interactive=True)
    if result.done:
        return result.output
    if result.is_behind:
        raise Refused(
            _("{done}: the remote has commits that you don't have; run git pull --rebase, then publish --push").format(
                done=done
            )
        )
    raise Refused(led(done, one_line(result.reason)))


def _show(publication: Publication, message: str, given: Namespace) -> None:
    """Print what a commit would be."""
    if given.json:
        say_json(_data(publication, message, "nothing") | {"diff": publication.diff})
    elif publication.files:
        say(f"{message}\n")
        say_diff(publication.diff)
    else:
        say(_NOTHING)


def _data(publication: Publication, message: str, action: str) -> dict[str, object]:
    """Return what was done, as `--json` gives it."""
    return {
        "action": action,
        "branch": publication.branch or None,
        "message": message,
        "files": [file.name for file in publication.files],
    }
