"""Where links lead: what is after a label, what is defined elsewhere, and addresses that are links themselves."""

from __future__ import annotations

import re

from profile_tui.text.pattern import lazily

_TARGET = lazily(
    r"\(\s*(?:<([^>\n]*)>|((?:[^()\n\"]|\\[()]|\([^()\n]*\))*?))(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)(?:\{:[^}\n]*\})?"
)
_REFERENCE = lazily(r"\[([^\[\]\n]*)\]")
_AUTOLINK = lazily(r"<(https?://[^\s<>]+)>")


def after_label(text: str, at: int, end: int, label: str) -> tuple[str, int] | None:
    """Return where a link leads and the offset after it; None where what is after its label makes it none.

    Args:
        text: The text, in which `[name]: target` may define what `[label][name]` and `[label][]` lead to.
        at: The offset after the label.
        end: How far to look.
        label: The label; empty for a picture.
    """
    if target := _TARGET.match(text, at, end):
        return (target[1] if target[1] is not None else target[2] or "").strip(), target.end()
    reference = _REFERENCE.match(text, at, end) if label else None
    if reference is None:
        return None
    name = re.escape(reference[1] or label)
    defined = re.search(rf"^ {{0,3}}\[{name}\]:[ \t]*<?([^\s<>]+)", text, re.M | re.I)
    return (defined[1], reference.end()) if defined else None


def autolink(text: str, at: int, end: int) -> tuple[str, int] | None:
    """Return the address in angle brackets that begins at an offset, and the offset after it; None where none is."""
    address = _AUTOLINK.match(text, at, end)
    return (address[1], address.end()) if address else None
