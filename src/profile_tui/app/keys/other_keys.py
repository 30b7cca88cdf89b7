"""Keys that aren't commands but belong to lists, fields and the application itself."""

from __future__ import annotations

from profile_tui.text.catalogue import _

OTHER_KEYS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "main": (
        (("↑", "↓", "j", "k"), _("Move the highlight; home, end, page up and page down too.")),
        (("1", "…", "9"), _("Go to a line of the left pane by its digit.")),
        (("ctrl+q",), _("Quit, from anywhere.")),
    ),
    "form": (
        (("tab", "shift+tab"), _("Go to the next or previous field.")),
        (("enter",), _("Go to the next field; in the last one, apply. Where a field takes several lines: a new line.")),
        (("↑", "↓"), _("In a date: a month later or earlier; with shift, a day.")),
        (("→",), _("At the end of a name, a venue or a link's label: take what is offered; ↓ offers another.")),
        (("ctrl+z", "ctrl+y"), _("Undo and redo typing in a field.")),
    ),
    "jump": ((("↑", "↓"), _("Move through the list; page up and page down too.")),),
}
"""The keys on each kind of screen, and what they do."""
