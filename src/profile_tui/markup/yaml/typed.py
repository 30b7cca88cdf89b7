"""Values of YAML as people type them: one on a line, a list as lines."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.markup.yaml.assign import assign
from profile_tui.markup.yaml.document import Path, Scalar, YamlDocument
from profile_tui.text.span import Span, Splice


def as_text(value: object) -> str:
    """A value as it stands in a field."""
    if isinstance(value, list):
        return "\n".join(as_text(item) for item in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def guessed(text: str) -> Scalar:
    """What YAML would make of a text without quotes, as far as people rely on it."""
    if text in ("true", "false"):
        return text == "true"
    value = number(text)
    return (text or None) if value is None else value


def number(text: str) -> int | float | None:
    """A number, if that is what a text says."""
    for kind in (int, float):
        try:
            value = kind(text)
        except ValueError:
            continue
        return value if str(value) == text else None
    return None


def set_items(document: YamlDocument, path: Path, old: Sequence[object], lines: Sequence[str]) -> list[Splice]:
    """Makes lines of a list's items: each that differs is set, removed or inserted by itself.

    Args:
        document: The document.
        path: The list.
        old: Its items as they are.
        lines: The items it is to have.

    Returns:
        The one splice that does it; none where the items are those already.

    Raises:
        Refused: One cannot be changed without touching something else.
    """
    item_of = {as_text(item): item for item in old}
    texts = all(isinstance(item, str) for item in old)
    new = [item_of.get(line, line if texts else guessed(line)) for line in lines]
    return _difference(document.text, assign(document, path, new).text)


def _difference(old: str, new: str) -> list[Splice]:
    """The one splice that leads from a text to another."""
    if old == new:
        return []
    room = min(len(old), len(new))
    start = next((at for at in range(room) if old[at] != new[at]), room)
    room -= start
    end = next((at for at in range(room) if old[-1 - at] != new[-1 - at]), room)
    return [Splice(Span(start, len(old) - end), new[start : len(new) - end])]
