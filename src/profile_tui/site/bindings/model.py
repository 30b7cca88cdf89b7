"""What is found of a site's loops."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.span import Span


class Each(Enum):
    """The step from a list or map to each of its items; of a map, an item is a pair of key and value."""

    EACH = "each"


EACH = Each.EACH
Step = str | int | Each
Place = tuple[str, str, tuple[Step, ...]]
"""Where data are: their origin, the collection or page, and the keys that lead to them."""
FURNITURE = frozenset(
    "navigation nav navbar menu menus header footer social socials social_media social-media links sidebar ui-text"
    " ui_text strings i18n locales theme themes settings options meta seo repositories".split()
)
"""Data files and keys that hold no entries in any site."""


class Applied(NamedTuple):
    """A filter that a list goes through before it is shown.

    Attributes:
        name: The filter.
        key: The key that it goes by; empty where it names none.
        value: What the key is compared with, where it is known.
    """

    name: str
    key: str = ""
    value: object = None


ANY_OF = "or"


class Condition(NamedTuple):
    """What an entry must be like for a part of a loop's body to be shown.

    Attributes:
        path: The entry's key.
        operator: `==`, `!=` or `contains`; empty where only some value is asked for; `ANY_OF` where one of several
            sets of conditions has to hold.
        value: What it is compared with; of `ANY_OF`, the sets.
        holds: Whether the comparison has to hold, or has to fail.
    """

    path: tuple[Step, ...]
    operator: str
    value: object
    holds: bool

    def choices(self) -> tuple[tuple[Condition, ...], ...]:
        """Return the sets of conditions of which one has to hold."""
        return self.value if self.operator == ANY_OF and isinstance(self.value, tuple) else ((self,),)

    def values(self) -> Iterator[object]:
        """Yield the values of its key of which any one makes it hold."""
        for choice in self.choices():
            first = choice[0]
            is_valued = first.operator == "==" or (first.operator == "contains" and isinstance(first.value, str))
            if len(choice) == 1 and first.path == self.path and first.holds and is_valued:
                yield first.value


@dataclass(frozen=True, slots=True)
class Ref:
    """Data of the site that a variable stands for.

    Attributes:
        origin: `data`, `collection`, `page` (front matter) or `config`.
        name: The collection, or the page's path; empty for the others.
        steps: The keys that lead to it.
        applied: The filters that a list went through.
        group: The key that a list is grouped by; `.items` of a group is a list again.
    """

    origin: str
    name: str = ""
    steps: tuple[Step, ...] = ()
    applied: tuple[Applied, ...] = ()
    group: str = ""

    def down(self, step: Step) -> Ref:
        """Return the data under a key, an index or each item."""
        return Ref(self.origin, self.name, (*self.steps, step))

    @property
    def source(self) -> tuple[str, str, tuple[Step, ...]]:
        """Where it is, whatever filters it went through."""
        return self.origin, self.name, self.steps


@dataclass(frozen=True, slots=True)
class Print:
    """A place where a template prints data.

    Attributes:
        ref: What is printed.
        filters: The names of the filters it goes through.
        conditions: What must hold of the entry.
        around: The numbers of the loops around it.
    """

    ref: Ref
    filters: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    around: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Use:
    """How a loop's body prints a key of its entries.

    Attributes:
        path: The key; with further steps where it is a part of a value.
        role: `text`, `link`, `image`, or `attribute` where it is a part of something else.
        label: The words that are linked.
        label_path: The key that holds the words, where they are data themselves.
        prefix: What is before the value within the address.
        filters: The names of the filters it goes through.
        conditions: What must hold of the entry.
    """

    path: tuple[Step, ...]
    role: str
    label: str = ""
    label_path: tuple[Step, ...] = ()
    prefix: str = ""
    filters: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()


@dataclass(slots=True)
class Loop:
    """A `for` tag, or a `bibliography` tag, of a page or of what belongs to it.

    Attributes:
        ref: The list that it shows.
        page: The page that shows it, relative to the root.
        file: The file that holds the tag, relative to the root.
        span: The tag.
        headings: The headings above it, the outermost first.
        title: The page's title.
        is_reversed: Whether it shows the list from its end.
        limit: How many entries it shows at most; 0 where all, -1 where it is not known how many.
        understood: Whether the list is one of the site's own, not one that the template puts together.
        hidden: Whether no reader sees it: it is in a comment, a script or the document's head.
        parent: The loop around it.
        uses: The keys that its body prints.
        query: The arguments of a `bibliography` tag.
    """

    ref: Ref
    page: str
    file: str
    span: Span
    headings: tuple[str, ...] = ()
    title: str = ""
    is_reversed: bool = False
    limit: int = 0
    understood: bool = True
    hidden: bool = False
    parent: Loop | None = None
    uses: list[Use] = field(default_factory=list)
    query: str = ""

    @property
    def entry(self) -> tuple[Step, ...]:
        """The steps that lead to one of its entries."""
        return (*self.ref.steps, EACH)

    @property
    def leaves_out(self) -> bool:
        """Whether it shows a part of the list only."""
        return bool(self.limit) or any(applied.name in ("where", "where_exp", "slice") for applied in self.ref.applied)


@dataclass(slots=True)
class Bindings:
    """What the pages of a site show.

    Attributes:
        loops: The loops, page by page.
        has_layouts: Whether the layouts of all pages are in the repository, not in a theme elsewhere.
        is_complete: Whether all that the pages include could be followed.
        pages: The pages that were read, relative to the root.
        overwritten: The pages that nobody sees, since another is written to their address.
        lookups: The values that pages look up in data files: where a value is, where the table is, and what is shown
            of its entry there.
    """

    loops: list[Loop] = field(default_factory=list)
    has_layouts: bool = True
    is_complete: bool = True
    pages: list[str] = field(default_factory=list)
    overwritten: set[str] = field(default_factory=set)
    lookups: dict[Place, tuple[tuple[Step, ...], str]] = field(default_factory=dict)

    def of(self, origin: str, name: str = "", first: str = "") -> Iterator[Loop]:
        """Yield the loops over one source: a collection's name, or a data file's key as `first`."""
        for loop in self.loops:
            if loop.hidden or loop.ref.origin != origin or loop.ref.name != name:
                continue
            if not first or loop.ref.steps[:1] == (first,):
                yield loop


def known(data: Any, steps: tuple[Step, ...]) -> object:  # noqa: ANN401 - data may be anything
    """What some data holds at the end of some steps; None where there is nothing."""
    for step in steps:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and -len(data) <= step < len(data):
            data = data[step]
        else:
            return None
    return data
