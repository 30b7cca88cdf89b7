"""A commit's message, made of what the user did."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.text.catalogue import _

_LONGEST = 72
"""Characters of the first line, as git's own tools show it."""


def message_of(labels: Sequence[str], names: Sequence[str]) -> str:
    """Return the message: one change is its first line; of several, the first line counts them.

    Args:
        labels: What the user did, oldest first.
        names: The files.
    """
    distinct = list(dict.fromkeys(" ".join(label.split()) for label in labels if label.strip()))
    where = names[0] if len(names) == 1 else _("{count} files").format(count=len(names))
    if not distinct:
        return _("Update {where}").format(where=where)
    if len(distinct) == 1 and len(distinct[0]) <= _LONGEST:
        return distinct[0]
    if len(distinct) == 1:
        return f"{_shortened(distinct[0])}\n\n{distinct[0]}"
    first = _("Update {where}: {count} changes").format(where=where, count=len(distinct))
    return "\n".join([_shortened(first), "", *(f"- {label}" for label in distinct)])


def _shortened(text: str) -> str:
    """Return the beginning of a text, where all of it would be too long."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
