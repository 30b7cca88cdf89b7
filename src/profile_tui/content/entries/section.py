"""A section of a page: a heading and what is under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from profile_tui.content.entries.entry import Entry, Heading, Unit
from profile_tui.text.dataclass import dataclass
from profile_tui.text.span import Span


@dataclass(slots=True)
class Section:
    """A heading and what is under it, up to the next heading."""

    kind: str
    heading: Heading | None
    span: Span
    """Heading and body; the front matter's end where it has no heading."""
    body: Span
    units: Sequence[Unit] = ()
    label: str = ""
    """The words of the heading."""
    open: bool = False
    """Whether its heading's words say nothing of its kind, so that its entries may."""
    below: bool = False
    """Whether it is a part of a section of publications, though its words announce no entries or interests."""
    recognised: bool = False
    """Whether its entries did."""
    read: Callable[[], None] | None = None
    """Reads the entries of all sections of its kind; set by the page."""
    found: Sequence[Entry] | None = None
    """The entries, once they are read."""
    habits: object = None
    """What its entries have in common, as their kind noted it.

    A part that is read again is read by it; where the part may change it, reading takes it away.
    """
    language: str = ""
    """The page's, where known."""

    @property
    def undecided(self) -> bool:
        """Whether its entries may say another kind than its heading, or the heading above, does."""
        return (self.open and self.kind in ("text", "interests")) or self.below

    @property
    def entries(self) -> Sequence[Entry]:
        """The entries, in page order; read when first asked for."""
        if self.found is None and self.read is not None:
            self.read()
        return self.found or ()
