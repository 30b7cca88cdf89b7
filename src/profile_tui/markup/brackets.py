"""Which brackets and quotation marks in visible text are a pair."""

from __future__ import annotations

from profile_tui.markup.inline import Mark, Visible
from profile_tui.text.span import Span

_CLOSED_BY = {
    "(": ")", "[": "]", "（": "）", "【": "】", "«": "»", "„": "“”", "“": "”", "‘": "’",
    "「": "」", "『": "』", "《": "》",
}  # fmt: skip
_EITHER = frozenset("".join(opening + closing for opening, closing in _CLOSED_BY.items()))


def brackets(shown: Visible) -> list[Mark]:
    """Return the pairs in visible text as marks, each by the name of what opens it."""
    found: list[Mark] = []
    opened: list[int] = []
    for at, sign in enumerate(shown.text):
        if sign not in _EITHER:
            continue
        pair = next((n for n in range(len(opened) - 1, -1, -1) if sign in _CLOSED_BY[shown.text[opened[n]]]), None)
        if pair is not None:
            start = opened[pair]
            del opened[pair:]
            whole = Span(shown.place(start), shown.place(at, end=True))
            found.append(Mark(shown.text[start], whole, Span(shown.place(start, end=True), shown.place(at))))
        elif sign in _CLOSED_BY:
            opened.append(at)
    return found
