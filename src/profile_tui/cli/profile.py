"""`profile`: what the site says of its owner, shown and changed field by field."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.cli.arguments import Parser, add_path, parser, unknown_action
from profile_tui.cli.output import complain, one_line, say, say_json
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.site.repository.locate import locate
from profile_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from profile_tui.site.owner.store import ProfileField


def profile(words: Sequence[str]) -> int:
    """Does what a call of the profile's commands asks for; returns 0.

    Raises:
        AppError: It cannot be done; nothing was written.
    """
    action = words[0] if words else ""
    if action in ("-h", "--help"):
        say("usage: profile-tui profile {show,set,clear,remove} …")
        say("\n`profile-tui profile set --help` and so on tell more.")
        return 0
    if action == "show":
        return _show(words[1:])
    if action not in _ACTIONS:
        raise unknown_action("profile", action, ("show", *_ACTIONS))
    description, act = _ACTIONS[action]
    command = parser(f"profile {action}", description)
    command.add_argument(
        "--in", dest="path", default=".", metavar="PATH", help="a page or a repository; here where left out"
    )
    command.add_argument("--dry-run", action="store_true", help="print the unified diff, write nothing")
    command.add_argument("field", metavar="FIELD", help="a name that `profile show` prints")
    if action == "set":
        _value_arguments(command)
    given = command.parse_args(list(words[1:]))
    workspace = Workspace(locate(Path(given.path)))
    edited = act(workspace, given)
    if not edited.splices:
        return 0
    if given.dry_run:
        say(workspace.diff(), end="")
    else:
        workspace.save()
    return 0


def _value_arguments(command: Parser) -> None:
    """The value of `set`."""
    command.add_argument("values", nargs="+", metavar="VALUE", help="its value; of a list, all its items")
    command.add_argument(
        "--as-is", action="store_true", help="write the value even where it does not look as the field wants it"
    )


def _set(workspace: Workspace, given: argparse.Namespace) -> ProvenEdit:
    """Gives a field a value, and says what may be wrong with it."""
    field = workspace.profile.field(given.field, new=True)
    value, remark = workspace.profile.value(field, given.values, as_is=given.as_is)
    edited = workspace.profile.set(field, value)
    _remark(field, remark)
    return edited


def _clear(workspace: Workspace, given: argparse.Namespace) -> ProvenEdit:
    """Takes a field's value away."""
    field = workspace.profile.field(given.field)
    edited = workspace.profile.clear(field)
    if not field.place.blank_hides:
        _remark(field, "may still be shown without a value; `profile remove` takes the line away")
    return edited


def _remove(workspace: Workspace, given: argparse.Namespace) -> ProvenEdit:
    """Takes a field's line away."""
    return workspace.profile.remove(workspace.profile.field(given.field))


def _remark(field: ProfileField, remark: str) -> None:
    """Prints what may be wrong; the change is made."""
    if remark:
        complain(f"{field.place.name}: note: {field.full_name} {remark}")


_ACTIONS: dict[str, tuple[str, Callable[[Workspace, argparse.Namespace], ProvenEdit]]] = {
    "set": ("Gives a field of the profile a value; adds its line where the file has none.", _set),
    "clear": ("Takes a field's value away; its key stays, which most templates do not show.", _clear),
    "remove": ("Takes a field's line away.", _remove),
}


def _show(words: Sequence[str]) -> int:
    """Prints the fields; returns 0."""
    command = parser("profile show", "Prints the fields of the profile and their values. Writes nothing.")
    add_path(command)
    given = command.parse_args(list(words))
    workspace = Workspace(locate(Path(given.path)))
    fields = workspace.profile.fields()
    complaints = workspace.profile.complaints
    if complaints and not fields:
        raise complaints[0]
    if given.json:
        data = {
            "path": workspace.place.name,
            "template": workspace.place.template,
            "fields": [as_data(field) for field in fields],
        }
        say_json(data)
    else:
        _print(fields)
    for error in complaints:
        complain(str(error))
    return 0


def as_data(field: ProfileField) -> dict[str, object]:
    """A field as `profile show --json` gives it."""
    text = field.place.document.text
    first = last = None
    if field.span is not None:
        first = text.count("\n", 0, field.span.start) + 1
        last = text.count("\n", 0, max(field.span.start, field.span.end - 1)) + 1
    return {
        "name": field.full_name,
        "group": field.group,
        "shape": field.shape,
        "hint": field.hint,
        "state": field.state,
        "value": field.value,
        "path": field.place.name,
        "first_line": first,
        "last_line": last,
        "editable": not field.fixed,
    }


def _print(fields: Sequence[ProfileField]) -> None:
    """Prints fields below their groups; what has no value, with its hint."""
    width = min(28, max((len(field.full_name) for field in fields), default=0))
    before = None
    for field in fields:
        if (group := (field.place.name, field.group)) != before:
            say(f"{'' if before is None else chr(10)}{one_line(field.group)}  [{one_line(field.place.name)}]")
            before = group
        if field.state == "filled":
            value = field.value
            said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        else:
            said = f"– {field.hint}".rstrip(" –") if field.state == "absent" else f"(blank) {field.hint}".rstrip()
        say(f"  {one_line(field.full_name):{width}}  {one_line(' '.join(said.split()))}".rstrip())
