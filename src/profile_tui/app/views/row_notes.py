"""What is said above the lines of an entry: that its form was left, and which of its fields are guesses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from profile_tui.app.keys.registry import command
from profile_tui.app.views.unfinished import note
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.session.session import Session
    from profile_tui.app.widgets.rows import ListRow
    from profile_tui.content.entries.kind import Kind


def notes(row: ListRow, kind: Kind, session: Session) -> Sequence[str]:
    """Return what is above the lines of an entry's row; nothing for most."""
    said = [note()] if row.unfinished else []
    if row.guessed and isinstance(row.key, int):
        unsure = session.workspace.held(kind.name, row.key).entry.unsure
        called = ", ".join(field.label.lower() for field in kind.fields if field.name in unsure)
        key = next(iter(command("text.edit").key_names), "")
        said.append(_("Not read for certain: {called}. {key} edits the text.").format(called=called, key=key))
    return (*said, "") if said else ()
