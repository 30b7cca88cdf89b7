"""Fields of BibTeX entries beside those that the fields of publications are in."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from profile_tui.content.entries.entry import Value
from profile_tui.content.publications.bibtex import LINKS, VENUES
from profile_tui.markup.bibtex.syntax import BibBlock
from profile_tui.markup.bibtex.values import parsed
from profile_tui.site.records.extra_keys import WrongKey
from profile_tui.site.records.extra_store import ExtraStore, Setting
from profile_tui.site.records.keyed import Data
from profile_tui.site.records.plan import Plan
from profile_tui.site.records.store import Change, Record
from profile_tui.site.records.yaml_map import between
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

_GENERAL = frozenset(
    "abstract address annote annotation archiveprefix chapter copyright crossref edition eprint eprinttype isbn issn"
    " issue key keywords language location month number numpages pages primaryclass publisher series type urldate"
    " volume".split()
)
"""The fields of BibTeX and biblatex that tell where to find a work."""
_FIELDS = frozenset(("title", "subtitle", "author", "editor", "year", "date", "note", *VENUES, *LINKS))
"""Where the fields of publications are."""
_NEAR = 500
"""So many of the newest entries tell for all which fields there are."""


class BibtexExtras(ExtraStore):
    """A BibTeX file."""

    general = _GENERAL

    @abstractmethod
    def entries(self, source: Source) -> list[BibBlock]:
        """Return the entries that can be read, in file order."""

    @abstractmethod
    def _fresh(self, raw: dict[str, str]) -> dict[str, Value]:
        """A publication's fields."""

    @abstractmethod
    def _proven(
        self,
        source: Source,
        blocks: Sequence[BibBlock],
        after: Source,
        *,
        added: int = -1,
        gone: int = -1,
        changed: int = -1,
    ) -> list[Record]:
        """The entries after a change, once all others are found to be as they were."""

    def maps(self) -> Sequence[Data]:
        """Return the fields of the newest entries."""
        source = self.read(self.path)
        blocks = self.entries(source)
        on_top = self.what.newest_first([record.entry for record in self.listing().records])
        return [_fields(source.text, block) for block in (blocks if on_top else blocks[::-1])[:_NEAR]]

    def map_of(self, record: Record) -> Data:
        """Return the fields of an entry, as they stand between their delimiters."""
        source = self.read(self.path)
        return _fields(source.text, self.entries(source)[record.index])

    def says_in(self, data: Data) -> dict[str, Value]:
        """Return the fields of a publication."""
        return self._fresh({key: str(value) for key, value in data.items()})

    def _covers(self, data: Data, key: str) -> bool:
        """Whether a field of publications is in a field of an entry."""
        return key in _FIELDS or super()._covers(data, key)

    def set_in(self, change: Change, record: Record | None, make: Setting) -> Change:
        """Return a change with fields of an entry set, too; all others are proven to be as they were."""
        from profile_tui.site.records import bibtex_layout

        source = self.read(self.path)
        first = last = source.splice(change.splices)
        blocks = self.entries(first)
        start = change.splices[0].span.start if change.splices else 0
        index = record.index if record else next(at for at, block in enumerate(blocks) if block.span.end > start)
        before = _fields(first.text, blocks[index])
        plan = make.plan(before)
        for key in plan.drop:
            block = self.entries(last)[index]
            last = last.splice(bibtex_layout.without(block, [field.name == key for field in block.fields]))
        order = make.order
        for key, value in plan.set.items():
            block = self.entries(last)[index]
            alike = next((field for other in blocks if (field := other.field(key))), None)
            like = alike.value.of(first.text) if alike else ""
            try:
                bibtex_layout.check_braces(str(value))
            except Refused as error:
                raise WrongKey(key, error.message, path=self.name) from error
            last = last.splice(bibtex_layout.with_key(last.text, block, key, str(value), like, order))
        now = self._proven(first, blocks, last, changed=index)[index].entry.values
        meant = Plan({key: str(value) for key, value in plan.set.items()}, plan.drop)
        was = self._fresh(parsed(first.text).fields(blocks[index]))
        make.check(before, _fields(last.text, self.entries(last)[index]), meant, was, now)
        return replace(change, splices=(between(source.text, last.text),) if last.text != source.text else ())


def _fields(text: str, block: BibBlock) -> dict[str, str]:
    """The fields of an entry, as they stand between their delimiters."""
    from profile_tui.site.records import bibtex_layout

    return {field.name: bibtex_layout.inner(text, field) for field in block.fields}
