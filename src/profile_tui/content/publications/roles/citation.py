"""What was read of a publication: where each field is in its visible text, and how sure each is."""

from __future__ import annotations

from collections.abc import Sequence, Set

from profile_tui.content.entries.entry import Author, Link
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.roles.decode import Scores
from profile_tui.markup.inline import Visible
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.span import Span

Range = tuple[int, int]
"""Offsets in visible text."""


@dataclass(slots=True)
class Names:
    """A list of authors in visible text."""

    start: int
    end: int
    """Marks of the last author and `et al.` within."""
    authors: list[Author] = field(default_factory=list)
    places: list[Range] = field(default_factory=list)
    """Each name's own offsets."""


_NOTHING = Visible([])
_CENTURY = "50"
"""From which two digits on a year is one of the last century."""


@dataclass(slots=True)
class Citation:
    """Where a publication's fields are; None where a field is missing."""

    shown: Visible
    segments: list[Segment] = field(default_factory=list)
    looks: tuple[str, ...] = ()
    """How each segment is set off."""
    emissions: Sequence[Scores] = ()
    """How well each role fits each segment."""
    ends: Sequence[int] = ()
    """What ends before each segment: a look that sets something off, a name, or neither."""
    barred: dict[int, str] = field(default_factory=dict)
    """Roles that segments cannot have."""
    signs: Set[str] = frozenset()
    """What it shows, as words, what parts them, and forms, by which rules are chosen (`reading/signs.py`)."""
    roles: str = ""
    """The role of each segment."""
    decided: tuple[Sequence[Scores], str] = ((), "")
    """The evidence by which the roles were decided, with what the list says, and what it led to."""
    title: Range | None = None
    names: Names | None = None
    venue: Range | None = None
    year: Range | None = None
    note: Range | None = None
    """A remark in brackets after venue and year, as `Oral`."""
    remarks: list[tuple[str, Range]] = field(default_factory=list)
    """What has a role that is no field, but a place of its own: the role's name, and where it is."""
    links: list[tuple[Link, Span]] = field(default_factory=list)
    """Each link but the title's, with its whole source."""
    title_link: tuple[str, Span] | None = None
    """The title's target, with the link's whole source."""
    is_above_prose: bool = False
    """Whether it is a title alone, with prose on it below."""

    def told_year(self) -> int | None:
        """Return the year that is shown; of two digits, as in `ICE '19`, the century is the nearer one."""
        if self.year is None:
            return None
        digits = self.shown.text[slice(*self.year)][:4]
        return int(digits) if len(digits) > 2 else int(digits) + (2000 if digits < _CENTURY else 1900)

    def brief(self) -> Citation:
        """Return it without what its source tells again."""
        return Citation(
            _NOTHING,
            roles=self.roles,
            title=self.title,
            names=self.names,
            venue=self.venue,
            year=self.year,
            note=self.note,
            remarks=self.remarks,
            links=self.links,
            title_link=self.title_link,
            is_above_prose=self.is_above_prose,
        )

    def place(self, name: str) -> Range | None:
        """Return where a field is."""
        if name == "authors":
            return (self.names.start, self.names.end) if self.names else None
        found: Range | None = getattr(self, name)
        return found
