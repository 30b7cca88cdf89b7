"""Entries of a page: what was read, and where each field of it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from profile_tui.content.entries.rope import Shift
from profile_tui.text.dataclass import dataclass
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.span import Span


class Author(NamedTuple):
    """An author of a publication."""

    name: str
    is_self: bool = False
    """Whether the page shows this name as its owner's."""
    marks: tuple[str, ...] = ()
    """Marks for equal contribution and the like, as `*` or `†`."""

    @property
    def others(self) -> bool:
        """Whether it stands for authors who are left out. It is written, and never read as an author."""
        return self.name.casefold().rstrip(".") in ("et al", "others")


OTHERS = Author("et al.")
"""Those whom a list of authors leaves out."""


class Link(NamedTuple):
    """A labelled link."""

    label: str
    url: str


Value = str | int | None | tuple[Author, ...] | tuple[Link, ...]
"""What a field holds; texts are Markdown or plain, as the field says."""

Values = Mapping[str, Value]
"""An entry's fields by name."""


PHRASE = "phrase"
"""The shape of a unit that is one of several in running text."""


def text_of(value: Value) -> str:
    """Return a field's value as text, a year as its digits; empty where there is none."""
    return str(value or "")


def text_in(values: Values, name: str) -> str:
    """Return a field of an entry as text, a year as its digits; empty where the entry has none."""
    return str(values.get(name) or "")


def texts_of(value: Value) -> list[str]:
    """Return the texts in a value: itself, its authors' names, its links' labels and targets; none in a year."""
    if isinstance(value, str):
        return [value]
    return [*(author.name for author in authors_of(value)), *(text for link in links_of(value) for text in link)]


def year_in(values: Values) -> int | None:
    """Return the year of an entry; None where it has none that is a number."""
    year = values.get("year")
    return year if isinstance(year, int) else None


def authors_of(value: Value) -> list[Author]:
    """Return the authors of a field's value; none where it holds something else."""
    return [author for author in value if isinstance(author, Author)] if isinstance(value, tuple) else []


def authors_in(values: Values) -> list[Author]:
    """Return the authors of an entry."""
    return authors_of(values.get("authors"))


def links_of(value: Value) -> list[Link]:
    """Return the links of a field's value; none where it holds something else."""
    return [link for link in value if isinstance(link, Link)] if isinstance(value, tuple) else []


def links_in(values: Values) -> list[Link]:
    """Return the links of an entry."""
    return links_of(values.get("links"))


HEADED = "headed"
"""The type of a unit that is a heading with the paragraphs below it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a section that may be an entry: a list item, a table row, a box, some paragraphs.

    Attributes:
        type: `item`, `li`, `row` (HTML), `cells` (a row in Markdown), `box`, `paragraph`, `line`, `phrase`, `headed`
            (a heading and the paragraphs below it).
        span: Its whole source lines; where it begins within a line (a swallowed heading before it), from there.
        content: What a reader sees of it, without its marker or its tags.
        marker: Its bullet or number with the blanks after, or its start tag.
        container: Offset at which the list, table or run of its like begins; units that share it are neighbours.
        markdown: Whether Markdown counts in it.
        loose: Whether kramdown puts its text in a paragraph of its own.
        spaced: Whether it begins with a paragraph and a blank line.
    """

    type: str
    span: Span
    content: Span
    marker: Span
    container: int
    markdown: bool = True
    loose: bool = False
    spaced: bool = False

    def shifted(self, shift: Shift) -> Unit:
        """The same, further on."""
        by = shift.by
        return Unit(
            self.type,
            self.span.shifted(by),
            self.content.shifted(by),
            self.marker.shifted(by),
            self.container + shift.container,
            self.markdown,
            self.loose,
            self.spaced,
        )

    def shown(self, text: str) -> Span:
        """Its content without the blanks around it."""
        start, end = self.content
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end)


@dataclass(slots=True)
class Heading:
    """A heading as readers see it."""

    text: str
    level: int
    span: Span
    """Its whole lines."""
    source: str = "atx"
    """`atx`, `setext`, `html` or `bold`."""
    content: Span = Span(0, 0)
    """Its text, without marks."""

    def shifted(self, by: int) -> Heading:
        """The same, further on."""
        return Heading(self.text, self.level, self.span.shifted(by), self.source, self.content.shifted(by))


Node = Heading | Unit
"""What a page's body is, in page order: headings and the units under them."""


class Places:
    """Where the fields of an entry are, and what else its kind has to know to write another one like it.

    Of most entries nobody asks: they are only shown.
    """

    __slots__ = ("_find", "_frame", "_slots")

    def __init__(self, slots: dict[str, Span] | None = None, frame: dict[str, Span] | None = None) -> None:
        """Take the places that are known."""
        self._slots = {} if slots is None else slots
        self._frame = {} if frame is None else frame
        self._find: Callable[[], Places] | None = None

    @classmethod
    def later(cls, find: Callable[[], Places]) -> Places:
        """Return places that are found when they are first asked for."""
        places = cls()
        places._find = find
        return places

    def __eq__(self, other: object) -> bool:
        """Tell whether the same is at the same places."""
        return isinstance(other, Places) and (self.slots, self.frame) == (other.slots, other.frame)

    def __repr__(self) -> str:
        """Show them."""
        return f"Places({self.slots}, {self.frame})"

    @property
    def slots(self) -> dict[str, Span]:
        """Where each field is in the text; a field without a slot cannot be edited in place."""
        if self._find is not None:
            self.find()
        return self._slots

    @property
    def frame(self) -> dict[str, Span]:
        """Further places that its kind needs to write another entry like it."""
        if self._find is not None:
            self.find()
        return self._frame

    def find(self) -> None:
        """Find them now, so that what they are found in need not be kept."""
        if self._find is not None:
            places, self._find = self._find(), None
            self._slots, self._frame = places.slots, places.frame

    def shifted(self, by: int) -> Places:
        """The same, further on."""
        return Places.later(partial(self._moved, by))

    def _moved(self, by: int) -> Places:
        """What `shifted` promises."""
        return Places(
            {name: span.shifted(by) for name, span in self.slots.items()},
            {name: span.shifted(by) for name, span in self.frame.items()},
        )


@dataclass(slots=True)
class Entry:
    """A news item, a publication, an interest or the like, as the page has it."""

    kind: str
    span: Span
    """Its whole lines, with the last line end."""
    values: dict[str, Value]
    places: Places
    unit: Unit
    number: int = 0
    """1-based, through the whole page."""
    language: str = ""
    """The page's, where known."""
    doubted: Callable[[], frozenset[str]] = frozenset
    """Tells which fields are a guess, once that is asked: of most entries of a long list nobody does."""

    @property
    def unsure(self) -> frozenset[str]:
        """Fields whose reading is a guess; they are shown, and not changed."""
        return self.doubted()

    @property
    def slots(self) -> dict[str, Span]:
        """Where each field is in the text; a field without a slot cannot be edited in place."""
        return self.places.slots

    @property
    def frame(self) -> dict[str, Span]:
        """Further places that its kind needs to write another entry like it."""
        return self.places.frame

    def shifted(self, shift: Shift) -> Entry:
        """The same, further on."""
        return Entry(
            self.kind,
            self.span.shifted(shift.by),
            self.values,
            self.places.shifted(shift.by),
            self.unit.shifted(shift),
            self.number + shift.number,
            self.language,
            self.doubted,
        )


class Field(NamedTuple):
    """A field of a kind, as forms and the command line present it."""

    name: str
    label: str
    type: str = "text"
    """`text` (plain), `markdown`, `date`, `year`, `authors` or `links`."""
    required: bool = False
    hint: str = ""
    """What it takes, in a few words."""


def same_values(values: Values, other: Values) -> bool:
    """Whether two entries say the same; white space inside texts does not count."""
    return _folded(values) == _folded(other)


def _folded(values: Values) -> dict[str, object]:
    """Values with white space folded; fields that hold nothing are left out."""
    return {
        name: " ".join(value.split()) if isinstance(value, str) else value
        for name, value in values.items()
        if value not in (None, "", ())
    }
