r"""A file's bytes and the text they are read as, without loss.

Everything above this layer works on `Source.text`, whose lines all end in `\n` and which holds no byte order mark.
What the file really has (CRLF, lone CR, a mix, a BOM, bytes that are no UTF-8) is kept here and put back by `splice`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from profile_tui.text.dataclass import dataclass
from profile_tui.text.span import Span, Splice, in_order

_BOM = "\ufeff"


@dataclass(frozen=True)
class Source:
    """The bytes of a file, and how to read and change them.

    Attributes:
        data: The file, byte for byte.
    """

    data: bytes

    @cached_property
    def raw(self) -> str:
        """The lossless decoding: UTF-8, with each byte that is none as a lone surrogate."""
        return self.data.decode("utf-8", "surrogateescape")

    @cached_property
    def bom(self) -> bool:
        """Whether a byte order mark is first. Jekyll does not render such a page."""
        return self.raw.startswith(_BOM)

    @cached_property
    def _has_returns(self) -> bool:
        r"""Whether a line ends in `\r\n` or `\r`."""
        return "\r" in self.raw

    @cached_property
    def text(self) -> str:
        r"""What the layers above read: no byte order mark, and every line end (`\r\n`, `\r`, `\n`) as `\n`."""
        raw = self.raw[1:] if self.bom else self.raw
        return raw.replace("\r\n", "\n").replace("\r", "\n") if self._has_returns else raw

    @cached_property
    def encoding(self) -> str:
        """`utf-8`, or `unknown` where some bytes are no UTF-8."""
        return "utf-8" if self.first_undecodable_byte is None else "unknown"

    @cached_property
    def first_undecodable_byte(self) -> int | None:
        """Offset in `text` of the first byte that isn't UTF-8; None where there is none."""
        match = None if self.raw.isascii() else re.search("[\udc80-\udcff]", self.text)
        return match.start() if match else None

    @cached_property
    def newline(self) -> str:
        r"""The commonest line end; `\n` where there is none."""
        crlf = self.raw.count("\r\n")
        counts = {"\n": self.raw.count("\n") - crlf, "\r\n": crlf, "\r": self.raw.count("\r") - crlf}
        return max(counts, key=lambda end: counts[end])

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset in `text` of each line's first character; a text that ends in a line end has an empty last line."""
        starts, at, text = [0], self.text.find("\n"), self.text
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        return starts

    def line_number(self, offset: int) -> int:
        """1-based number of the line that holds `offset`."""
        return bisect_right(self.line_starts, offset)

    def line_end_at(self, offset: int) -> str:
        r"""What really ends the line that `offset` is in: `\n`, `\r\n`, `\r`, or nothing at the end of the file."""
        end = self.text.find("\n", offset)
        if end < 0:
            return ""
        at = self._raw_offset(end)
        return "\r\n" if self.raw.startswith("\r\n", at) else self.raw[at]

    def splice(self, splices: Iterable[Splice]) -> Source:
        r"""The file with the splices made; every byte outside them is as it was.

        A `\n` in new text is written as the line end of the line before the place of the splice (of the file, where
        there is none).

        Raises:
            ValueError: Splices overlap.
        """
        pieces: list[str] = []
        done = 0
        for span, new in in_order(splices):
            start, end = self._raw_offset(span.start), self._raw_offset(span.end)
            pieces.append(self.raw[done:start])
            if isinstance(new, Span):
                pieces.append(self.raw[self._raw_offset(new.start) : self._raw_offset(new.end)])
            else:
                pieces.append(new.replace("\n", self._newline_near(span.start)) if self._has_returns else new)
            done = end
        pieces.append(self.raw[done:])
        return Source("".join(pieces).encode("utf-8", "surrogateescape"))

    def _newline_near(self, offset: int) -> str:
        r"""The line end that new lines at `offset` take; `\r` alone only in a file whose lines end so."""
        before = self.text.rfind("\n", 0, offset)
        near = self.line_end_at(before) if before >= 0 else ""
        return near if near.endswith("\n") else self.newline

    @cached_property
    def _crlf_ends(self) -> list[int]:
        r"""Offset in `text` of each `\n` that is `\r\n` in the file."""
        ends = [match.start() for match in re.finditer("\r\n", self.raw)]
        shift = 1 if self.bom else 0
        return [at - shift - index for index, at in enumerate(ends)]

    def _raw_offset(self, offset: int) -> int:
        """Where in `raw` a character of `text` is."""
        shifted = offset + (1 if self.bom else 0)
        return shifted + bisect_left(self._crlf_ends, offset) if self._has_returns else shifted
