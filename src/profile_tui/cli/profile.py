"""`profile`: what the site says of its owner, shown and changed field by field."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.cli import report
from profile_tui.cli.arguments import typed_text
from profile_tui.cli.command import Namespace
from profile_tui.cli.output import complain, one_line, say, say_json
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.site.repository.locate import locate
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from profile_tui.site.owner.store import ProfileField


def run(given: Namespace) -> int:
    """Do what a call of the profile's commands asks for; return 0.

    Raises:
        AppError: It cannot be done; nothing was written.
    """
    workspace = Workspace(locate(Path(given.path)))
    action = given.command.words[1]
    if action == "show":
        return _show(workspace, given)
    new = action == "set"
    field = workspace.profile.field(given.field, new=new)
    before = as_data(field)
    if action == "set":
        edited, remark = _set(workspace, field, given)
    elif action == "clear":
        edited, remark = workspace.profile.clear(field), "" if field.store.blank_hides else _STAYS
    else:
        edited, remark = workspace.profile.remove(field), ""
    data, line = _outcome(workspace, field, before, action, edited)
    report.finish(workspace, given, data, line)
    if remark:
        complain(
            _("{name}: note: {full_name} {remark}").format(
                name=field.store.name, full_name=field.full_name, remark=remark
            )
        )
    return 0


_STAYS = _("may still be shown without a value; `profile remove` takes the line away")
_DONE = {"set": "changed", "clear": "cleared", "remove": "removed"}


def _set(workspace: Workspace, field: ProfileField, given: Namespace) -> tuple[ProvenEdit, str]:
    """Give a field a value; return the change, and what may be wrong with the value."""
    if given.values.count("-") > 1:
        raise UsageError(_("standard input can be read once only"))
    words = [typed_text(word) for word in given.values]
    value, remark = workspace.profile.value(field, words, as_is=given.as_is)
    return workspace.profile.set(field, value), remark


def _outcome(
    workspace: Workspace, field: ProfileField, before: dict[str, object], action: str, edited: ProvenEdit
) -> tuple[dict[str, object], str]:
    """Return what was done to a field: as `--json` gives it, and as a line for people."""
    done = "unchanged" if not edited.splices else "added" if before["state"] == "absent" else _DONE[action]
    where = before
    if done in ("added", "changed", "cleared"):
        where = as_data(workspace.profile.field(field.full_name))
    data = {key: where[key] for key in ("path", "first_line", "last_line")}
    data |= {"action": done, "kind": "profile", "number": None, "field": field.full_name}
    message = (
        _("nothing to change in {full_name}").format(full_name=field.full_name)
        if done == "unchanged"
        else report.action_line(done, field.full_name)
    )
    first = where["first_line"]
    return data, f"{report.at(field.store.name, first if isinstance(first, int) else None)}: {one_line(message)}"


def _show(workspace: Workspace, given: Namespace) -> int:
    """Print the fields; return 0."""
    fields = workspace.profile.fields()
    complaints = workspace.profile.complaints
    if complaints and not fields:
        raise complaints[0]
    if given.json:
        data = {
            "path": workspace.target.name,
            "template": workspace.target.template,
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
    text = field.store.document.text
    first = last = None
    if field.span is not None:
        first = text.count("\n", 0, field.span.start) + 1
        last = text.count("\n", 0, max(field.span.start, field.span.end - 1)) + 1
    return {
        "name": field.full_name,
        "group": field.group,
        "shape": field.type,
        "hint": field.hint,
        "state": field.state,
        "value": field.value,
        "path": field.store.name,
        "first_line": first,
        "last_line": last,
        "editable": not field.fixed,
    }


def _print(fields: Sequence[ProfileField]) -> None:
    """Prints fields below their groups; what has no value, with its hint."""
    width = min(28, max((len(field.full_name) for field in fields), default=0))
    before = None
    for field in fields:
        if (group := (field.store.name, field.group)) != before:
            say(f"{'' if before is None else chr(10)}{one_line(field.group)}  [{one_line(field.store.name)}]")
            before = group
        if field.state == "filled":
            value = field.value
            written = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        else:
            state = "–" if field.state == "absent" else _("(blank)")
            written = f"{state} {field.hint}".rstrip(" –" if field.state == "absent" else " ")
        say(f"  {one_line(field.full_name):{width}}  {one_line(' '.join(written.split()))}".rstrip())
