"""The fields of an entry asked for in plain lines: for screen readers, and for terminals that show no screen.

Only the terminal's own lines are used; so they can be read aloud, scrolled back and copied.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from profile_tui.cli.output import complain, finish, one_line, say
from profile_tui.cli.values import changed_links, field_value
from profile_tui.content.entries import typed
from profile_tui.content.entries.entry import Field, Value, Values, links_in
from profile_tui.content.entries.kind import Kind
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError

if TYPE_CHECKING:
    from profile_tui.workspace.workspace import Workspace

_EMPTY = "-"
"""The answer that empties a field. An empty one keeps what there is, so that enter alone never takes anything away."""


def ask(kind: Kind, before: Values) -> dict[str, Value]:
    """Ask for the fields of an entry; return those that were answered.

    Args:
        kind: The kind.
        before: The entry's fields as they are; empty for a new one.

    Raises:
        UsageError: The answers end before the last question.
    """
    values: dict[str, Value] = {}
    if before:
        message = _("{one}. Press enter to keep a field, - and enter to empty it, ctrl+c to stop.")
    else:
        message = _("{one}. Press enter to leave out a field, ctrl+c to stop.")
    say(message.format(one=kind.one.capitalize()))
    for field in kind.fields:
        values |= _links(field, before) if field.type == "links" else _field(field, before)
    return values


def confirm(workspace: Workspace) -> bool:
    """Show what would be written; return whether the user wants it."""
    say(workspace.diff(), end="")  # without colours, which some screen readers spell out
    return _answer(_("Write this? [Y/n] ")).casefold() in ("", "y", "yes", "是")


def _field(field: Field, before: Values) -> dict[str, Value]:
    """Ask for one field until the answer is what it takes; return its value, and nothing where it is left."""
    question = _question(field, _shown(before.get(field.name)), is_new=not before)
    while True:
        answer = _answer(question)
        if not answer and (before or not field.required):
            return {}
        if answer in ("", _EMPTY) and field.required:
            complain(_("{label} is needed").format(label=field.label.lower()))
            continue
        try:
            if answer == _EMPTY:
                return {field.name: field_value(field, "")} if before else {}
            return {field.name: field_value(field, answer)}
        except UsageError as error:
            complain(str(error))


def _question(field: Field, shown: str, *, is_new: bool) -> str:
    """Return what is asked for a field: with what it holds, and for a new entry with what it takes."""
    if shown:
        return _("{label} [{shown}]: ").format(label=field.label, shown=shown)
    if field.hint and is_new:
        return _("{label} ({hint}): ").format(label=field.label, hint=one_line(field.hint))
    return _("{label}: ").format(label=field.label)


def _links(field: Field, before: Values) -> dict[str, Value]:
    """Ask for links, one per line, until an empty line; return them, and nothing where there is none.

    Those that an entry has stay, but for one of a label that is answered.
    """
    if shown := _shown(before.get(field.name)):
        say(_("{label} now: {shown}").format(label=field.label, shown=shown))
    links = tuple(links_in(before))
    asked = _("{label} (LABEL=URL, enter when done): ")
    is_answered = False
    while answer := _answer(asked.format(label=_("Next link") if is_answered else field.label)):
        if answer == _EMPTY:
            return {field.name: ()} if before else {}
        try:
            links = changed_links(links, [answer]) if before else (*links, typed.link(answer))
            is_answered = True
        except UsageError as error:
            complain(str(error))
    return {field.name: links} if is_answered else {}


def _shown(value: Value) -> str:
    """Return a field as it is, for a question."""
    from profile_tui.cli.plain import shown

    return one_line(shown(value))


def _answer(question: str) -> str:
    """Ask a question; return the answer without the blanks around it.

    Raises:
        UsageError: There is no more to read.
    """
    say(question, end="")
    finish()
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not line:
        say("")
        raise UsageError(_("the input ended before all questions were answered; nothing was written"))
    return line.strip()
