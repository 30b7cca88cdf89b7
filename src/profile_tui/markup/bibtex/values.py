"""The values of a bibliography as LaTeX: abbreviations put in, pieces joined, what a parent gives its children."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from profile_tui.markup.bibtex.syntax import BibBlock, BibField, blocks

INHERITED = (
    "booktitle", "journal", "journaltitle", "year", "date", "month", "publisher", "organization", "institution",
    "school", "series", "volume", "address",
)  # fmt: skip
"""What an entry takes over from the one that its `crossref` names; the rest, as a DOI, is the parent's own."""
_MOST = 100
"""From how many entries one takes over at most, itself counted."""


class Bibliography:
    """The blocks of a text, and what the values in them come to.

    Attributes:
        text: The text.
        blocks: Its blocks in order.
        strings: The abbreviations that it may use, by their names in lower case.
        defined: Those of them that it defines itself.
    """

    def __init__(self, text: str, around: Bibliography | None = None) -> None:
        """Reads a text.

        Args:
            text: The text.
            around: The file that its entries are meant for, whose abbreviations they may use.
        """
        self.text = text
        self.blocks: Sequence[BibBlock] = list(blocks(text))
        self.strings: dict[str, str] = dict(around.strings) if around else {}
        self.defined: dict[str, str] = {}
        for block in self.blocks:
            if block.type == "string" and not block.broken:
                for field in block.fields:
                    self.defined[field.name] = self.strings[field.name] = self.value(field)

    @property
    def entries(self) -> Iterator[BibBlock]:
        """The blocks that are publications, broken ones included."""
        return (block for block in self.blocks if block.is_entry)

    def value(self, field: BibField) -> str:
        """A field's value as LaTeX; an abbreviation that is not known stays as it is, which is what months are for."""
        strings = self.strings
        pieces = [(piece, piece.span.of(self.text)) for piece in field.pieces]
        return "".join(text if piece.delimiter else strings.get(text.lower(), text) for piece, text in pieces)

    def portable(self, field: BibField) -> str:
        """A field's value as BibTeX that needs nothing of this text: its abbreviations are put in, others stay."""
        parts = []
        for piece in field.pieces:
            source = piece.span.of(self.text)
            resolved = source if piece.delimiter else self.defined.get(source.lower())
            if resolved is None and source[0].isdigit() and len(field.pieces) > 1:
                resolved = source  # bibtex-ruby joins no bare number
            parts.append(source if resolved is None else f"{{{resolved}}}")
        return " # ".join(parts)

    def own(self, block: BibBlock) -> dict[str, str]:
        """The fields of an entry alone; of a doubled one the last that says anything counts, as for bibtex-ruby."""
        fields: dict[str, str] = {}
        for field in block.fields:
            if value := self.value(field).strip():
                fields[field.name] = value
        return fields

    def fields(self, block: BibBlock) -> dict[str, str]:
        """The fields of an entry, with what it takes over from those that it refers to."""
        return self._fields(block, set())

    def _fields(self, block: BibBlock, taken: set[int]) -> dict[str, str]:
        """The fields of an entry, with what it takes over from those of which nothing was taken yet."""
        taken.add(block.span.start)
        fields = self.own(block)
        for source in self._data(block):
            if _is_left(source, taken):
                fields = self._fields(source, taken) | fields
        parent = self.parent(block)
        if parent is None or not _is_left(parent, taken):
            return fields
        given = self._fields(parent, taken)
        given.setdefault("booktitle", given.get("title", ""))
        return fields | {name: given[name] for name in INHERITED if given.get(name) and name not in fields}

    @cached_property
    def _keyed(self) -> dict[str, BibBlock]:
        """The entries by their keys in lower case, the first of each."""
        return {block.key.lower(): block for block in reversed(self.blocks) if block.is_entry and block.key}

    def parent(self, block: BibBlock) -> BibBlock | None:
        """The entry that another one's `crossref` names."""
        return next(iter(self._named(block, "crossref")), None)

    def _data(self, block: BibBlock) -> list[BibBlock]:
        """The entries that another one's `xdata` names: biblatex's stores of fields."""
        return self._named(block, "xdata")

    def _named(self, block: BibBlock, name: str) -> list[BibBlock]:
        """The other entries whose keys a field has."""
        pointer = block.field(name)
        keys = self.value(pointer).split(",") if pointer else []
        named = (self._keyed.get(key.strip().lower()) for key in keys)
        return [entry for entry in named if entry is not None and entry is not block]

    @cached_property
    def parents(self) -> frozenset[int]:
        """Where the entries begin that others refer to: proceedings, which aren't papers themselves."""
        named = (parent for block in self.entries for parent in self._named(block, "crossref"))
        data = (block for block in self.blocks if block.type == "xdata")
        return frozenset(block.span.start for block in (*named, *data))


def _is_left(block: BibBlock, taken: set[int]) -> bool:
    """Whether an entry may be taken over from: each once, since entries may refer to one another in circles."""
    return block.span.start not in taken and len(taken) < _MOST


@lru_cache(maxsize=3)
def parsed(text: str) -> Bibliography:
    """A text that is asked for again and again: a file as it is, and as it would be after a change."""
    return Bibliography(text)
