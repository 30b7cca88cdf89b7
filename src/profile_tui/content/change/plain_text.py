"""What a plain text shows without Markdown: its headings, and its entries by blanks, indents, numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.kinds import classify
from profile_tui.content.publications.sorts import KICKER
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

_UNDERLINE = lazily(r"([=\-~*_^\"+#.])\1{2,}\s*")
_LISTED = lazily(r" {0,3}(?:[-*+]|\d+\.)\s+\S")
"""What Markdown takes for a list, too."""
_COUNTED = lazily(r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\))\s*\S")
_BULLET = lazily(r"\s*[•·▪‣◦●○–—]\s")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATED = lazily(
    rf"\s*[\[(]?(?:(?:19|20)\d\d\b|{_MONTH}\s+(?:\d{{1,2}},?\s+)?(?:19|20)\d\d\b|\d{{1,2}}[./](?:\d{{1,2}}[./])?(?:19|20)\d\d\b)",
    re.I,
)
_REMARK = lazily(r"\b(?:I|we|my|our|you|your|here|below|above|see|please)\b", re.I)
_YEAR = lazily(r"\b(?:19|20)\d\d\b")
_WORD = lazily(r"\w+")
_END = ".,;!?…。"
_PROSE = 12
"""Words from which a paragraph that ends as a sentence is prose."""
_WIDE = 60
"""Characters from which a line may have been wrapped."""


class TextBlock(NamedTuple):
    """Lines without a blank one between them.

    Attributes:
        start: The index of the first.
        lines: The lines.
    """

    start: int
    lines: tuple[str, ...]

    @property
    def end(self) -> int:
        """The index of the line after the last."""
        return self.start + len(self.lines)

    @property
    def first(self) -> str:
        """The first line without blanks around it."""
        return self.lines[0].strip()

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(" ".join(self.lines)))

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of sentences."""
        last = self.lines[-1].rstrip(" )”\"'")
        return self.words >= _PROSE and (last[-1:] in ".!?…。:" or self.words >= 2 * _PROSE)

    @property
    def is_title(self) -> bool:
        """Whether it is a line that may be a title, or such a line below one that says what it is."""
        line = self.lines[-1].strip()
        if len(self.lines) > 2 or (len(self.lines) == 2 and not KICKER.fullmatch(self.first)):
            return False
        return len(_WORD.findall(line)) > 2 and len(line) <= 200 and line[-1] not in ".,;:" and not is_listed(line)

    @property
    def has_rule(self) -> bool:
        """Whether one of its lines is a row of one character."""
        return any(map(is_rule, self.lines))

    @property
    def is_remark(self) -> bool:
        """Whether it speaks to the reader, as no entry does."""
        text = " ".join(self.lines)
        return _REMARK.search(text) is not None and not _YEAR.search(text)


def is_rule(line: str) -> bool:
    """Return whether a line is a row of one character."""
    return _UNDERLINE.fullmatch(line.strip()) is not None


def is_year(line: str) -> bool:
    """Return whether a line is a year alone."""
    return _YEAR.fullmatch(line.strip(" :.")) is not None


def cut(lines: Sequence[str], start: int = 0) -> list[TextBlock]:
    """Return the blocks of some lines, the first of which has this index."""
    blocks: list[TextBlock] = []
    block: list[str] = []
    for at, line in enumerate([*lines, ""], start):
        if line.strip():
            block.append(line)
        elif block:
            blocks.append(TextBlock(at - len(block), tuple(block)))
            block = []
    return blocks


def is_listed(line: str) -> bool:
    """Return whether a line begins an item, for Markdown or for a reader."""
    return any(form.match(line) for form in (_LISTED, _COUNTED, _BULLET))


def underlined(block: TextBlock) -> str:
    """Return the character that underlines a block's first line; empty where none does."""
    match = _UNDERLINE.fullmatch(block.lines[1].strip()) if len(block.lines) > 1 else None
    return match[1] if match else ""


def headings(blocks: Sequence[TextBlock]) -> list[int]:
    """Return the indexes of the blocks whose first line is a heading.

    A text that sets its headings off in one way has no others.
    """
    for is_heading in (_is_underlined, _is_capitals, _ends_in_colon):
        indices = [at for at, block in enumerate(blocks) if is_heading(block)]
        if len(indices) > 1 or (indices and classify(blocks[indices[0]].first) not in (None, "text")):
            return indices
    return [at for at in range(len(blocks)) if _stands_alone(blocks, at)]


def _is_underlined(block: TextBlock) -> bool:
    """Return whether the first line is underlined."""
    return bool(underlined(block)) and _is_label(block.first.rstrip(":"))


def _is_capitals(block: TextBlock) -> bool:
    """Return whether the first line is in capitals."""
    line = block.first.rstrip(":")
    letters = [letter for letter in line if letter.isalpha()]
    plain = not any(letter.isdigit() for letter in line) or classify(line) is not None
    return len(letters) > 2 and line.isupper() and plain and _is_label(line)


def _ends_in_colon(block: TextBlock) -> bool:
    """Return whether the first line is a few words and a colon."""
    line = block.first
    return line.endswith(":") and _is_label(line.rstrip(": ")) and len(line.split()) <= 6


def _stands_alone(blocks: Sequence[TextBlock], at: int) -> bool:
    """Return whether a line alone is a heading: by its words, or because of what follows."""
    block = blocks[at]
    count = len(block.first.split())
    if not _is_label(block.first) or ":" in block.first or count > 6:
        return False
    if len(block.lines) > 1:
        return count <= 3 and classify(block.first) is not None
    if classify(block.first) is not None and count <= 5:
        return True
    after = blocks[at + 1 : at + 3]
    if len(after) == 2 and not after[0].is_prose and after[0].is_title and after[1].is_prose:
        return True
    return bool(after) and count <= 2 and after[0].is_prose


def _is_label(line: str) -> bool:
    """Return whether a line is a few words that end no sentence."""
    return (
        0 < len(line) <= _WIDE
        and line[0].isalnum()
        and any(map(str.isalpha, line))
        and line[-1] not in _END
        and not is_listed(line)
        and not _DATED.match(line)
        and not any(sign in line for sign in "=@|<>{}")
    )


def is_name(line: str) -> bool:
    """Return whether a line is likely the name of a person or a group."""
    words = line.split()
    large = [word for word in words if word[:1].isupper() or not word.isascii()]
    return 2 <= len(words) <= 5 and len(large) >= 2 and _is_label(line) and not any(map(str.isdigit, line))


def entry_starts(block: TextBlock, kind: str) -> list[int] | None:
    """Return the indexes of the lines with which entries begin; None for a list that Markdown knows as one."""
    lines = block.lines
    if _LISTED.match(lines[0]):
        return None
    for form in (_COUNTED, _BULLET, _DATED):
        indices = [at for at, line in enumerate(lines) if form.match(line)]
        if indices and indices[0] == 0 and (len(indices) > 1 or form is not _DATED):
            return [block.start + at for at in indices]
    indents = [len(line) - len(line.lstrip()) for line in lines]
    if indents[0] == min(indents) < max(indents):
        return [block.start + at for at, indent in enumerate(indents) if indent == indents[0]]
    if kind != "publications" and is_broken(block):
        return list(range(block.start, block.end))
    return [block.start]


def has_own_bullets(block: TextBlock) -> bool:
    """Return whether its lines have bullets that Markdown does not know."""
    return _BULLET.match(block.lines[0]) is not None


def is_broken(block: TextBlock) -> bool:
    """Return whether the ends of its lines mean something: none looks as if a longer one was wrapped."""
    goes_on = any(line.strip()[0].islower() for line in block.lines[1:])
    return len(block.lines) > 1 and not goes_on and max(map(len, block.lines[:-1])) < _WIDE
