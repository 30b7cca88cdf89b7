"""Changes of YAML maps, one after the other: front matter of one file, or an item of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from profile_tui.markup.yaml.assign import assign
from profile_tui.markup.yaml.document import YamlDocument
from profile_tui.site.records.plan import Plan
from profile_tui.text.span import Span, Splice, shared


class Header:
    """The map at a path of a YAML text, while it is being changed.

    Attributes:
        text: The whole text as it is now.
        document: What it is read as.
    """

    def __init__(
        self,
        text: str,
        span: Span,
        path: Sequence[str | int] = (),
        *,
        first_line: int = 1,
        kind: type[YamlDocument] = YamlDocument,
    ) -> None:
        """Reads `text[span]`, as JSON where `kind` is that.

        Raises:
            YamlError: It cannot be read.
        """
        self.text = text
        self.span = span
        self.path = tuple(path)
        self.document = kind.read(text, span, first_line=first_line)

    @property
    def data(self) -> dict[str, Any]:
        """The map."""
        value: Any = self.document.data
        for step in self.path:
            value = value[step]
        return value if isinstance(value, dict) else {}

    def apply(self, plan: Plan, order: Sequence[str] = ()) -> None:
        """Sets and drops keys.

        Args:
            plan: The keys.
            order: In which order neighbours have keys; one that is added goes after those before it there.

        Raises:
            Refused: One cannot be changed without touching something else.
        """
        for key in dict.fromkeys(plan.drop):
            if key in self.data and key not in plan.set:
                self.drop(key)
        for key, value in plan.set.items():
            self.set(key, value, after=self._before(key, order))

    def _before(self, key: str, order: Sequence[str]) -> str | None:
        """The last of the keys before one in an order that the map has; None where the order tells nothing."""
        earlier = order[: order.index(key)] if key in order else ()
        return next((name for name in reversed(earlier) if name in self.data), None)

    def drop(self, key: str) -> None:
        """Takes a key away."""
        self._make(lambda: self.document.remove_key((*self.path, key)))

    def set(self, key: str, value: Any, after: str | None = None) -> None:  # noqa: ANN401 - YAML holds anything
        """Sets a key, which is added where it is not there: after another one, or at the end."""
        old = self.data.get(key)
        if isinstance(value, str) and isinstance(old, str) and value.strip():
            value = value.rstrip("\n") + old[len(old.rstrip("\n")) :]  # a block's line ends are of its form
        if key not in self.data:
            self._make(lambda: self.document.add_key(self.path, key, value, after))
        elif old != value:
            self._take(assign(self.document, (*self.path, key), value))

    def _make(self, change: Callable[[], list[Splice]]) -> None:
        """Makes one change and reads the text again."""
        splices = change()
        if splices:
            self._take(self.document.spliced(splices))

    def _take(self, document: YamlDocument) -> None:
        """Goes on from a changed document."""
        self.document, self.text, self.span = document, document.text, document.span


def between(old: str, new: str) -> Splice:
    """The one splice that leads from a text to another, in whole lines: line ends outside it stay as they are."""
    room = min(len(old), len(new))
    start = shared(room, lambda low, high: old[low:high] == new[low:high])
    start = old.rfind("\n", 0, start) + 1
    last, last_new = len(old), len(new)
    end = shared(room - start, lambda low, high: old[last - high : last - low] == new[last_new - high : last_new - low])
    cut = old.find("\n", len(old) - end)
    end = len(old) - cut - 1 if 0 <= cut < len(old) and end else 0
    return Splice(Span(start, len(old) - end), new[start : len(new) - end])
