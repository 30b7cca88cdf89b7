"""A segment, the piece of an entry that has one role, and what is said of it by itself."""

from __future__ import annotations

from profile_tui.markup.inline import Style
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.named_tuple import NamedTuple

Features = tuple[str, ...]


class Facts(NamedTuple):
    """All that counts of a segment by itself."""

    brief: str
    """The form of its first words."""
    first: str
    last: str
    """The form of its first word, and of its last."""
    words: str
    """How many words it has, roughly."""
    size: str
    """The same, with how many of them are small."""
    look: str
    classes: str
    """What the classes of the elements around it say."""
    says: Features
    year: bool
    venue: bool
    """Whether it has a word of venues."""
    label: bool
    """Whether it begins as the labels of links do."""
    initials: bool
    """Whether it is initials with stops, and nothing else."""
    person: bool
    """Whether it may be a person or a part of one."""
    bare: bool
    """Whether it ends in initials without stops, as a name may."""


class Form:
    """What is said of a segment by itself: its form in brief, its look, its size, and features."""

    __slots__ = (
        "bare", "brief", "counts", "features", "initials", "label", "look", "names", "person", "size", "venue", "year",
    )  # fmt: skip

    def __init__(self, facts: Facts, *, names: bool) -> None:
        """Tell it by what counts of a segment; and whether names have such a form."""
        brief, first, last, words, size, look, classes, says, year, venue, label, *of_names = facts
        self.initials, self.person, self.bare = of_names
        self.brief = brief
        self.look = look
        self.size = size
        self.year = year
        self.venue = venue
        self.label = label
        self.names = names
        self.counts = label, names, "l" in look, year, venue
        """What counts of the segments of a line."""
        self.features: Features = (
            "s:" + brief, "f:" + first, "e:" + last, "n:" + words, "r:" + size, "k:" + look, "c:" + classes,
            "kn:" + look + size, *says, *(("venueword", "venueword" + words) if venue else ()),
            *(("label" + words, "label" + look) if label else ()),
        )  # fmt: skip


@dataclass(slots=True, eq=False)
class Segment:
    """A piece of one look without a separator in it; equal to itself alone, which is told soonest."""

    start: int
    end: int
    text: str
    style: Style
    before: str
    """The separator before it, folded: `,`, `.`, `,&`, `/` for a soft line end, `|` for a break, `^` for a bullet."""
    line: int
    """Number of its line, from 0."""
    bullet: bool
    """Whether its line begins with a bullet or a number."""
    quoted: bool
    bracketed: bool
    look: str
    """How it is set off, a letter for each way."""
    year: bool = False
    marks: str = ""
    """Marks of equal contribution and the like that are after it."""
    after: str = ""
    """The separator after it."""
    marks_end: int = 0
    """Offset after its marks."""
    surname: bool = False
    """Whether a word in it is a surname that is another word elsewhere."""
    form: Form | None = field(default=None, repr=False)
    """What it says by itself, once that was asked (`form.form_of`)."""
