"""Tables of comma or tab separated values, as Ruby's CSV reads them: the first row names the columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice, spliced

SEPARATORS = {".csv": ",", ".tsv": "\t"}
"""How the names of data files end that hold a table, and what parts its cells."""
_QUOTED = lazily(r'"((?:[^"]|"")*)"')
_BARE = {",": lazily(r'[^,\n"]*'), "\t": lazily(r'[^\t\n"]*')}


class CsvError(Exception):
    """Ruby would not read the table.

    Attributes:
        line: The 1-based line.
        message: What is wrong.
    """

    def __init__(self, line: int, message: str) -> None:
        """Note where and why."""
        super().__init__(message)
        self.line = line
        self.message = message


class _Cell(NamedTuple):
    """A cell: where it is, and what it says; None where nothing does, which isn't an empty text to Ruby."""

    span: Span
    value: str | None


class CsvDocument:
    """A table, read; its rows are changed by splices.

    Attributes:
        text: The file.
        data: A map for each row but the first; keys are the names of the columns.
    """

    def __init__(self, text: str, separator: str) -> None:
        """Read a table.

        Raises:
            CsvError: It cannot be read.
        """
        self.text = text
        self.separator = separator
        self._rows: list[list[_Cell]] = []
        at = 0
        while at < len(text):
            row, at = self._row(at)
            self._rows.append(row)
        head = self._rows[0] if self._rows else []
        self.names = [cell.value or "" for cell in head]
        self.data: list[dict[str, Any]] = [
            {name: cell.value for name, cell in zip(self.names, row, strict=False)} for row in self._rows[1:]
        ]

    def _row(self, at: int) -> tuple[list[_Cell], int]:
        """The cells of the row at an offset, and where the next row begins."""
        text = self.text
        row: list[_Cell] = []
        while True:
            quoted = _QUOTED.match(text, at)
            match = quoted or _BARE[self.separator].match(text, at)
            end = match.end() if match else at
            if text[end : end + 1] not in (self.separator, "\n", ""):
                raise CsvError(text.count("\n", 0, at) + 1, _("a quotation mark is inside a value; write it twice"))
            row.append(_Cell(Span(at, end), quoted[1].replace('""', '"') if quoted else text[at:end] or None))
            at = end + 1
            if text[end : end + 1] != self.separator:
                return ([] if len(row) == 1 and row[0].value is None else row), at

    def item_lines(self, where: Sequence[str | int]) -> list[Span]:
        """Return the lines of each row but the first, line ends included."""
        lines: list[Span] = []
        at = self.text.find("\n", self._rows[0][-1].span.end) + 1 if self._rows and self._rows[0] else 0
        for row in self._rows[1:]:
            stop = self.text.find("\n", row[-1].span.end if row else at)
            stop = len(self.text) if stop < 0 else stop + 1
            lines.append(Span(at, stop))
            at = stop
        return lines

    def insert_item(self, where: Sequence[str | int], index: int, item: Mapping[str, Any] | str) -> list[Splice]:
        """Return the splice that puts a row before the one at `index`, or at the end.

        Raises:
            Refused: The table has no column for a key.
        """
        if isinstance(item, str):
            raise Refused(_("the row of a table holds only plain cells; edit the file's source instead"))
        lacking = next((key for key in item if key not in self.names), None)
        if lacking is not None:
            raise Refused(
                _("the table has no column for the {lacking}; add one in the file's source").format(lacking=lacking)
            )
        lines = self.item_lines(where)
        near = self._rows[1 + min(index, len(lines) - 1)] if lines else []
        cells = [
            self._written(item.get(name), near[at] if at < len(near) else None) for at, name in enumerate(self.names)
        ]
        row = self.separator.join(cells)
        if index < len(lines):
            return [Splice.insert(lines[index].start, row + "\n")]
        end = len(self.text)
        return [Splice.insert(end, row + "\n" if self.text.endswith("\n") else "\n" + row)]

    def remove_item(self, path: Sequence[str | int]) -> list[Splice]:
        """Return the splice that takes a row away."""
        span = self.item_lines(path)[int(path[-1])]
        if not span.of(self.text).endswith("\n") and span.start:
            span = Span(span.start - 1, span.end)
        return [Splice.delete(span)]

    def move_item(self, path: Sequence[str | int], to: int) -> list[Splice]:
        """Return the splices that have a row are where another is now."""
        lines, number = self.item_lines(path), int(path[-1])
        low, high = sorted((number, to))
        rows = [span.of(self.text).removesuffix("\n") for span in lines[low : high + 1]]
        order = [rows[-1], *rows[:-1]] if number > to else [*rows[1:], rows[0]]
        return [
            Splice(Span(span.start, span.start + len(old)), new)
            for span, old, new in zip(lines[low : high + 1], rows, order, strict=True)
        ]

    def changed(self, index: int, values: Mapping[str, Any]) -> str:
        """Return the text with some cells of a row set, None emptying one.

        Raises:
            Refused: The table has no column for a key, or the row is too short.
        """
        row = self._rows[index + 1]
        splices = []
        for key, value in values.items():
            at = self.names.index(key) if key in self.names else len(row)
            if at >= len(row):
                raise Refused(_("the row has no place for the {key}; edit the file's source instead").format(key=key))
            if row[at].value != (None if value is None else str(value)):
                splices.append(Splice(row[at].span, self._written(value, row[at])))
        return spliced(self.text, splices)

    def _written(self, value: object, like: _Cell | None) -> str:
        """A cell's source, in quotation marks where it needs them or its like has them."""
        written = "" if value is None else str(value)
        needed = any(sign in written for sign in (self.separator, '"', "\n")) or written != written.strip()
        habit = like is not None and like.span.of(self.text).startswith('"') and not self._needs(like.value or "")
        return '"' + written.replace('"', '""') + '"' if needed or (habit and value is not None) else written

    def _needs(self, written: str) -> bool:
        """Whether a value cannot be without quotation marks, so that these tell no habit."""
        return any(sign in written for sign in (self.separator, '"', "\n"))
