"""Keys that are no commands but belong to lists, fields and the application itself."""

from __future__ import annotations

OTHER_KEYS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "main": (
        (("↑", "↓", "j", "k"), "Move the highlight; home, end, page up and page down too."),
        (("1", "…", "9"), "Go to a line of the left pane by its digit."),
        (("ctrl+q",), "Quit, from anywhere."),
    ),
    "form": (
        (("tab", "shift+tab"), "Go to the next or previous field; enter goes on, too."),
        (("↑", "↓"), "In a date: a month later or earlier; with shift, a day."),
        (("→",), "At the end of a name, a venue or a link's label: take what is offered; ↓ offers another."),
        (("ctrl+z", "ctrl+y"), "Undo and redo typing in a field."),
    ),
    "jump": ((("↑", "↓"), "Move through the list; page up and page down too."),),
}
"""The keys on each kind of screen, and what they do."""
