"""What a kind of entry is: how its sections are named, how its entries are read and written."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from profile_tui.content.entries.comparison import reads_back
from profile_tui.content.entries.entry import Entry, Field, Unit, Value, Values, same_values
from profile_tui.markup import escape
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice, spliced

if TYPE_CHECKING:
    from profile_tui.content.entries.section import Section


_HARD_BREAK = lazily(r"(?: {2,}|\\{1,2})\n[ \t]*")
_BELOW = lazily(r"\n[ \t]*(?:[-*+]|\d+[.)])[ \t]")
_INDENT = lazily(r"\n([ \t]+)\S")


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern for the words that announce a kind, in whatever case."""
    return lazily("|".join(patterns), re.I)


class Kind(ABC):
    """A kind of entry: its words, its fields, its reader and its writer.

    The writer is given a model, an entry of the same list. It copies the model's source and changes what is in the
    fields: so bullets, wrappers, separators, breaks and line ends are the neighbours' own.
    """

    name: ClassVar[str]
    """As in `show`."""
    title: ClassVar[str]
    """A heading for it."""
    one: ClassVar[str]
    """One of them, in a sentence: `news item`."""
    emoji: ClassVar[str] = ""
    """What template authors put before the heading."""
    order: ClassVar[int]
    """Place among the kinds."""
    precedence: ClassVar[int] = 50
    """Which kind wins where a heading's words fit several: the lowest."""
    heading: ClassVar[re.Pattern[str]]
    """What its headings say."""
    fields: ClassVar[tuple[Field, ...]]
    """In the order of its form."""
    sample: ClassVar[str]
    """A section of an invented page, for tests and for the first entry of a page that has none."""
    listed: ClassVar[bool] = False
    """Whether it is offered first, and also where a page has none of it; a page of its own may hold nothing else."""
    files: ClassVar[tuple[str, ...]] = ()
    """How collections and data files of it are named, in small letters and without `_` or suffix."""
    record: ClassVar[str] = "dated"
    """As what its entries are in data files and collections: `dated`, `timeline` or `publication`."""
    at_end: ClassVar[bool] = False
    """Whether a new entry goes after the others when their dates tell nothing."""
    chosen: ClassVar[re.Pattern[str] | None] = None
    """What the heading says of the section that takes a new entry where there are several."""
    recognised_once: ClassVar[bool] = False
    """Whether its entries tell a section's kind only where no heading of the page announces it."""

    @abstractmethod
    def read(self, text: str, section: Section) -> list[Entry]:
        """The entries of a section, in page order.

        What a list item says must depend on the item and the section's heading alone: after a change, the section that
        is given may hold only the items that were touched.
        """

    @abstractmethod
    def new(self, text: str, model: Entry, values: Values, others: Sequence[Entry]) -> str:
        """The source of a new entry that looks like `model`.

        Args:
            text: The page.
            model: The entry whose frame it takes.
            values: What it says; fields that are left out are left out of the source too.
            others: All entries of the page's kind, for what one model cannot tell.

        Raises:
            Refused: The model's shape has no place for a field.
        """

    def written(self, text: str, model: Entry, values: Values, others: Sequence[Entry]) -> Values:
        """Return what a new entry says that looks like `model`; it may name fewer people than were given."""
        return values

    def told(self, text: str, entry: Entry, changes: Values, others: Sequence[Entry] = ()) -> Values:
        """Return what an entry says of some fields once they are set."""
        return changes

    @abstractmethod
    def edit(self, text: str, entry: Entry, changes: Values, others: Sequence[Entry]) -> list[Splice]:
        """The splices that set some fields of an entry, each in its own span.

        Raises:
            Refused: The entry's shape has no place for a field.
        """

    @abstractmethod
    def first(self, values: Values) -> str:
        """The source of an entry in a page that has none to copy from."""

    def recognises(self, text: str, section: Section) -> bool:
        """Whether a section whose heading announces no kind can hold nothing but these entries."""
        return False

    def fits(self, model: Entry, values: Values) -> int:
        """How many fields a model has a place for that `values` fills, less those it would have to leave empty."""
        given = {name for name, value in values.items() if value not in (None, "", ())}
        return len(given & model.slots.keys()) - len(model.slots.keys() - given)

    def models(self, text: str, near: Sequence[Entry], values: Values) -> list[Entry]:
        """Return neighbours in the order in which they are tried as models of a new entry; the nearest are given first.

        Args:
            text: The page.
            near: The neighbours.
            values: The new entry.
        """
        return sorted(near, key=lambda entry: -self.fits(entry, values))

    def same(self, name: str, meant: Value, got: Value, before: Value = None) -> bool:
        """Return whether a field that was set to `meant` may read as `got`.

        Args:
            name: The field.
            meant: What was typed.
            got: What the changed page says.
            before: What the page said until now; None for a new entry.
        """
        return reads_back(self.field(name).type, meant, got, before)

    def touched(self, values: Values) -> set[str]:
        """Return the fields that setting some of them may alter."""
        return set(values)

    def leaves(self, was: Values, now: Values, values: Values) -> bool:
        """Return whether an entry says the same as before but for the values that were set."""
        others = {name: value for name, value in was.items() if name not in self.touched(values)}
        return same_values(others, {name: now.get(name) for name in others})

    def called(self, name: str) -> str:
        """Return what a reader calls a field, within a sentence."""
        return next((field.label.lower() for field in self.fields if field.name == name), name)

    def field(self, name: str) -> Field:
        """Return the field of that name.

        Raises:
            KeyError: The kind has none.
        """
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"a {self.one} has no field {name}")

    @property
    def label(self) -> str:
        """Its title in the user's language; the heading of a page is in the page's."""
        return _(self.title)

    def counted(self, count: int) -> str:
        """Return how many of them there are, in words."""
        return _("{count} {things}").format(count=count, things=self.one if count == 1 else _several(self.one))

    def newest_first(self, entries: Sequence[Entry]) -> bool:
        """Whether the new entries of a section are on top."""
        return not self.at_end


def markdown_in(unit: Unit, typed: str, *, at_start: bool = False, before: str = "") -> str:
    """Typed Markdown as source for its place in a unit; `before` is the source that it takes the place of."""
    breaks = _HARD_BREAK.split(typed.strip())
    if unit.markdown and unit.type == "item" and "\n" not in before and len(breaks) > 1:
        gap = "  \n" + " " * ((unit.content.start - unit.span.start) or 2)  # the item's own indentation
        parts = [escape.to_markdown(escape.one_line(part), at_start=at_start) for part in breaks]
        return gap.join(parts)
    lines = "\n" in before and "\n" in typed.strip()
    if not lines and _BELOW.search(before):
        before = ""  # its lines are items of a list, and no words that the new text could be broken like
    text = escape.lines(typed) if lines else escape.one_line(_HARD_BREAK.sub("<br>", typed.strip()))
    if not unit.markdown:
        return escape.to_html(text, before=before)
    indent = _INDENT.search(before)
    return escape.to_markdown(text, at_start=at_start, before=before, indent=indent[1] if indent else "")


def plain_in(unit: Unit, typed: str, *, at_start: bool = False, before: str = "") -> str:
    """Plain text as source for its place in a unit, where `before` is now."""
    line = escape.one_line(typed)
    if not unit.markdown:
        return escape.plain_to_html(line)
    return escape.plain_to_markdown(line, at_start=at_start, before=before)


def reframed(text: str, span: Span, splices: Sequence[Splice]) -> str:
    """The source in `span` with some of it replaced; the splices' spans are the page's."""
    return spliced(text[span.start : span.end], [Splice(old.shifted(-span.start), new) for old, new in splices])


def no_place(kind: Kind, field: str) -> Refused:
    """The refusal where an entry's shape has no place for a field."""
    return Refused(
        _("this {one} has no {field} to change in place; edit its source instead").format(
            one=kind.one, field=kind.called(field)
        )
    )


def stays(kind: Kind, field: str) -> Refused:
    """The refusal where an entry's shape cannot do without a field that it has."""
    return Refused(
        _("the {field} of this {one} cannot be taken out in place; edit its source instead").format(
            one=kind.one, field=kind.called(field)
        )
    )


def _several(one: str) -> str:
    """Return what several of a kind are called; languages in other letters have one word for both."""
    if not one.isascii():
        return one
    return f"{one[:-1]}ies" if one.endswith("y") else f"{one}s"
