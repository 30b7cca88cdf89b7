"""Which keys lead from a pane to the others, where there is room for one at a time."""

from __future__ import annotations

from textual.content import Content

from profile_tui.app.keys.registry import command
from profile_tui.text.catalogue import _


def ways_from(pane: str) -> Content:
    """Return the keys that lead to the other panes, with what these show."""
    ways = [("back", _("sections")), *([("pane.next", _("lines"))] if pane == "entries" else [])]
    keys = [(key, name) for id, name in ways for key in command(id).key_names[:1]]
    return Content(" · ".join(f"{key} {name}" for key, name in keys))
