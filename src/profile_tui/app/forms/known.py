"""What the site's own entries say, offered while it is typed again: co-authors, venues, labels of links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from profile_tui.app.widgets.terminal_text import folded
from profile_tui.content.entries.entry import Entry, Field, authors_of, links_of
from profile_tui.content.entries.typed import authors
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

if TYPE_CHECKING:
    from profile_tui.app.session.session import Session
    from profile_tui.content.entries.kind import Kind

_FROM = 2
"""From how many letters on something is offered; in scripts whose letters are words, from the first."""
_LONGEST = 120
"""Characters of a text that is offered at most; longer ones are told once."""
_NAMES = lazily(r"(.*(?:[,，、]\s*|\s(?:and|und|et|y|e|&)\s+))?(.*)")
_PARTED = lazily(r"(.*[;；]\s*)?(.*)")


def first_field(session: Session, kind: Kind, section: str | None) -> str:
    """Return the field of a new entry that is typed first: the one it needs, else the first that its list has.

    Args:
        session: The session.
        kind: The entry's kind.
        section: The heading that it goes under; the first with entries where left out.
    """
    if needed := next((field.name for field in kind.fields if field.required), ""):
        return needed
    sections = (ref.section for ref in session.sections if ref.section.kind == kind.name)
    beside = next((each for each in sections if each.entries and section in (None, each.label)), None)
    entries = beside.entries if beside else [ref.entry for ref in session.stored(kind.name)]
    used = (field.name for field in kind.fields if any(entry.values.get(field.name) for entry in entries))
    return next(used, kind.fields[0].name)


class _Known(NamedTuple):
    """A text that the site has.

    Attributes:
        text: The text.
        begins: The beginnings that find it: its own, and that of each of its words; a blank before each.
    """

    text: str
    begins: str


class KnownValues:
    """The values of some entries by field, the most frequent first; each field is looked at when first asked for."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Make the values of some entries, which are gone through once for each field."""
        self._entries = list(entries)
        self._of: dict[str, list[_Known]] = {}

    def completions(self, field: Field, typed: str) -> list[str]:
        """Return what a text may go on as, the likeliest first.

        Args:
            field: The field that it is typed in.
            typed: The text; of links, the line.
        """
        before, part = _last_part(field, typed)
        sought = folded(part.strip())
        if len(sought) < (_FROM if sought.isascii() else 1):
            return []
        people = authors(f"{before}…")[:-1] if field.type == "authors" else ()
        there = {folded(person.name) for person in people}
        matches = [known_value for known_value in self._values(field) if f" {sought}" in known_value.begins]
        matches.sort(
            key=lambda known_value: not known_value.begins.startswith(f" {sought}")
        )  # its beginning before that of a later word
        lows = [(folded(known_value.text), known_value.text) for known_value in matches]
        return [before + text for low, text in lows if low != sought and low not in there]

    def _values(self, field: Field) -> list[_Known]:
        """Return the values of a field."""
        known = self._of.get(field.name)
        if known is None:
            counted = Counter(text for entry in self._entries for text in _texts(field, entry) if len(text) <= _LONGEST)
            known = [_Known(text, f" {folded(text)}") for text, _ in counted.most_common()]
            self._of[field.name] = known
        return known


def _texts(field: Field, entry: Entry) -> Iterator[str]:
    """Yield what an entry has in a field, as it would be typed."""
    value = entry.values.get(field.name)
    if isinstance(value, str):
        yield " ".join(value.split())
    yield from (author.name for author in authors_of(value) if author.name)
    yield from (f"{link.label}=" for link in links_of(value) if link.label)


def _last_part(field: Field, typed: str) -> tuple[str, str]:
    """Return what is typed already, and what is still being typed: of authors, the last name."""
    if field.type != "authors":
        return "", typed
    pattern = _PARTED if ";" in typed or "；" in typed else _NAMES
    match = pattern.fullmatch(typed)
    return (match[1] or "", match[2]) if match else ("", typed)


def completable(field: Field, fields: Sequence[Field]) -> bool:
    """Whether the values of a field come again: names and short texts do, titles and dates do not."""
    first = next((field.name for field in fields if field.required), fields[0].name)
    return field.type in ("authors", "links") or (field.type == "text" and field.name != first)
