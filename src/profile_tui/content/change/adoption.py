"""Makes Markdown of a plain text, by insertions before its lines alone: marks, indents and blank lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profile_tui.content.change import plain_text
from profile_tui.content.change.plain_text import TextBlock
from profile_tui.content.kinds import classify, kinds
from profile_tui.content.page.page import Page
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.errors import Refused
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Splice

_TAG = lazily(r"<(?!https?://|mailto:|[\w.+-]+@)[A-Za-z!/?][^<>\n]*>")
_LIQUID = lazily(r"\{[{%]")
_CODE = lazily(r"(?: {4}|\t)")
_ODD = lazily(r" {0,3}(?:#|>|~~~|```|\{:)")
_YEAR_ITEM = lazily(r" {0,3}(\d{4})\.\s")
_ITEM = "- "
_WITHIN = "  "


@dataclass
class _Marks:
    """What is to be inserted before the lines.

    Attributes:
        before: What a line is to begin with.
        apart: The lines that need a blank line above them.
        heading_lines: The lines of the headings.
    """

    before: dict[int, str] = field(default_factory=dict)
    apart: set[int] = field(default_factory=set)
    heading_lines: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class _Part:
    """A heading and what is below it."""

    heading: TextBlock
    kind: str | None
    blocks: tuple[TextBlock, ...]


class Piece(NamedTuple):
    """What is proposed at once: a heading, an entry, or blank lines that keep lines apart.

    Attributes:
        what: `heading`, `entry` or `lines apart`.
        text: The first of its lines as it is now.
        splices: The insertions.
    """

    what: str
    text: str
    splices: tuple[Splice, ...]


class Adopted(NamedTuple):
    """What makes Markdown of a plain text.

    Attributes:
        title: The title that it has; empty where it has none.
        pieces: What is proposed, in the text's order.
    """

    title: str
    pieces: tuple[Piece, ...] = ()


def adopted(page: Page) -> Adopted:
    """Return what makes Markdown of a page that is plain text; nothing where it is Markdown already.

    Raises:
        Refused: It is none, or Markdown would show some of it otherwise than it is meant.
    """
    lines = page.text.split("\n")
    blocks = plain_text.cut(lines)
    if not blocks:
        raise Refused(_("the file is empty: there is nothing to adopt"))
    if any(section.heading and section.heading.source == "atx" for section in page.sections):
        return Adopted(_first_title(page))
    _check(lines)
    headings = plain_text.headings(blocks)
    if not headings:
        raise Refused(_("no heading was found: put a line such as News above each part, then adopt it"))
    marks = _Marks()
    title = _mark_title(blocks, headings, marks)
    top, parts = _parts(blocks, [at for at in headings if blocks[at].start not in marks.before], marks)
    for block in top:
        _mark_text(block, marks)
    _mark_parts(parts, marks)
    _check_code(lines, marks)
    return Adopted(title, tuple(_pieces(lines, marks)))


def _first_title(page: Page) -> str:
    """Return the words of a page's first heading, if nothing of a known kind is below it."""
    first = next(section for section in page.sections if section.heading)
    return first.label if first.kind == "text" and first.heading and first.heading.level == 1 else ""


def _check(lines: Sequence[str]) -> None:
    """Raise Refused for what isn't plain text."""
    for number, line in enumerate(lines, 1):
        if _LIQUID.search(line):
            raise Refused(_("this is Liquid, which Jekyll would run; take it out, then adopt the file"), line=number)
        if _TAG.search(line):
            raise Refused(
                _("this would be read as HTML and not be shown; word it differently, then adopt the file"), line=number
            )
        if year := _YEAR_ITEM.match(line):
            message = _("Markdown reads {year}. as a list number; write {year}: instead, then adopt the file").format(
                year=year[1]
            )
            raise Refused(message, line=number)
        if _ODD.match(line):
            raise Refused(
                _("Markdown reads {line} here as a mark; word it differently, then adopt the file").format(
                    line=line.strip()[:1]
                ),
                line=number,
            )


def _check_code(lines: Sequence[str], marks: _Marks) -> None:
    """Raise Refused for a line that Markdown would show as code."""
    above_blank = True
    for at, line in enumerate(lines):
        if above_blank and _CODE.match(line) and line.strip() and not marks.before.get(at):
            message = _("Markdown would show this indented line as code; move it to the margin, then adopt the file")
            raise Refused(message, line=at + 1)
        above_blank = not line.strip() or at + 1 in marks.apart


def _mark_title(blocks: Sequence[TextBlock], heading_blocks: Sequence[int], marks: _Marks) -> str:
    """Mark the name at the top as the page's heading; return it."""
    first = blocks[0]
    is_alone = len(first.lines) == 1 or bool(plain_text.underlined(first)) or plain_text.is_broken(first)
    if not is_alone or not plain_text.is_name(first.first) or classify(first.first) is not None:
        return ""
    if heading_blocks[0] == 0 and len(heading_blocks) == 1:
        return ""
    _mark_heading(first, 1, marks)
    marks.apart.update(range(first.start + (2 if plain_text.underlined(first) else 1), first.end))
    return first.first


def _parts(
    blocks: Sequence[TextBlock], heading_blocks: Sequence[int], marks: _Marks
) -> tuple[list[TextBlock], list[_Part]]:
    """Return what is above the first heading, and the parts of the text."""
    start = 1 if blocks[0].start in marks.before else 0
    stops = [*heading_blocks[1:], len(blocks)]
    parts = []
    for at, stop in zip(heading_blocks, stops, strict=True):
        heading = blocks[at]
        taken = 2 if plain_text.underlined(heading) else 1
        rest = [TextBlock(heading.start + taken, heading.lines[taken:])] if heading.lines[taken:] else []
        parts.append(_Part(heading, classify(heading.first), (*rest, *blocks[at + 1 : stop])))
    return list(blocks[start : heading_blocks[0]]) if heading_blocks else list(blocks[start:]), parts


def _mark_parts(parts: Sequence[_Part], marks: _Marks) -> None:
    """Mark the headings and what is below each.

    A heading that announces nothing goes one level below the publications before it where the same entries follow.
    """
    under_papers = False
    for part in parts:
        papers = _titled(part.blocks)
        nested = under_papers and bool(papers) and part.kind in (None, "interests")
        under_papers = nested or part.kind == "publications"
        level = 3 if nested else 2
        _mark_heading(part.heading, level, marks)
        if nested or (part.kind == "publications" and papers):
            _mark_papers(part.blocks, papers, marks)
        elif part.kind in (None, "text"):
            for block in part.blocks:
                is_list = len(plain_text.entry_starts(block, "publications") or ()) > 1
                if not is_list or not _mark_entries(block, "text", marks):
                    _mark_text(block, marks)
        else:
            for block in part.blocks:
                _mark_block(block, part.kind, level + 1, marks)


def _titled(blocks: Sequence[TextBlock]) -> list[int]:
    """Return which blocks are titles with prose below them."""
    return [
        at
        for at in range(len(blocks) - 1)
        if blocks[at].is_title and not blocks[at].is_prose and blocks[at + 1].is_prose
    ]


def _mark_papers(blocks: Sequence[TextBlock], papers: Sequence[int], marks: _Marks) -> None:
    """Mark entries that are a title and what is said below it."""
    for block in blocks[: papers[0]]:
        _mark_text(block, marks)
    for at, block in enumerate(blocks[papers[0] :], papers[0]):
        is_first = at in papers
        for line in range(block.start, block.end):
            marks.before[line] = _ITEM if is_first and line == block.start else _WITHIN
            if is_first and line > block.start:
                marks.apart.add(line)  # what the paper is, then its title


def _mark_block(block: TextBlock, kind: str, level: int, marks: _Marks) -> None:
    """Mark a block of a section of a known kind: its year, its entries, or its text."""
    if plain_text.is_year(block.first):
        _mark_heading(block, level, marks)
        if block.lines[1:]:
            _mark_block(TextBlock(block.start + 1, block.lines[1:]), kind, level, marks)
    elif not _mark_entries(block, kind, marks):
        _mark_text(block, marks)


def _mark_entries(block: TextBlock, kind: str, marks: _Marks) -> bool:
    """Mark the entries of a block; return False where it holds none."""
    starts = plain_text.entry_starts(block, kind)
    if starts is None:
        marks.apart.add(block.start)
        return True
    if block.is_remark or block.has_rule or (kind == "interests" and len(starts) == 1 and block.is_prose):
        return False
    if plain_text.has_own_bullets(block):
        marks.apart.update(starts)
        return True
    marks.apart.add(block.start)
    for line in range(block.start, block.end):
        marks.before[line] = _ITEM if line in starts else _WITHIN
    if len(starts) == 1 and plain_text.is_broken(block):
        marks.apart.update(range(block.start, block.end))  # a title, below it the authors, and so on
    return True


def _mark_text(block: TextBlock, marks: _Marks) -> None:
    """Keep the lines of a block apart where their ends mean something."""
    marks.apart.add(block.start)
    marks.apart.update(at for at, line in enumerate(block.lines, block.start) if plain_text.is_rule(line))
    if plain_text.is_broken(block) and not plain_text.is_listed(block.lines[0]):
        # after a blank line, one that is indented would be code
        marks.apart.update(at for at, line in enumerate(block.lines, block.start) if not _CODE.match(line))


def _mark_heading(block: TextBlock, level: int, marks: _Marks) -> None:
    """Mark a block's first line as a heading.

    Raises:
        Refused: It is underlined in a way that Markdown does not know.
    """
    line = block.start
    marks.heading_lines.add(line)
    marks.apart.add(line)
    underline = plain_text.underlined(block)
    if underline and (underline not in "=-" or block.lines[1][:1] != underline or _CODE.match(block.lines[0])):
        raise Refused(
            _("Markdown doesn't know headings underlined with {underline}: use = or -, then adopt the file").format(
                underline=underline
            ),
            line=line + 2,
        )
    if not underline:
        marks.before[line] = f"{'#' * level} "
    marks.apart.add(line + (2 if underline else 1))


def _pieces(lines: Sequence[str], marks: _Marks) -> Iterator[Piece]:
    """Yield the insertions, those of one heading or entry together."""
    piece: Piece | None = None
    offset = 0
    for at, line in enumerate(lines):
        apart = at > 0 and at in marks.apart and bool(line.strip()) and bool(lines[at - 1].strip())
        mark = marks.before.get(at, "") if line.strip() else ""
        # a heading that is underlined gets no mark
        what = "heading" if mark.startswith("#") or at in marks.heading_lines else "entry" if mark == _ITEM else ""
        inserted = ("\n" if apart else "") + mark
        own = (Splice.insert(offset, inserted),) if inserted else ()
        offset += len(line) + 1
        if piece is not None and piece.what == "entry" and mark == _WITHIN:
            piece = piece._replace(splices=(*piece.splices, *own))
        elif what or own:
            if piece is not None:
                yield piece
            piece = Piece(what or "separate lines", line.strip(), own)
    if piece is not None:
        yield piece


def check_read(page: Page, headings: Sequence[str]) -> None:
    """Check how an adopted page is read.

    Raises:
        Refused: It has no front matter, or lacks a heading that it should have.
    """
    if page.front_matter is None:
        raise Refused(_("the front matter would not be read as such; nothing was changed"))
    seen = {_letters(section.label) for section in page.sections}
    for heading in headings:
        if _letters(heading) not in seen:
            raise Refused(
                _("the heading {heading!r} would not be read as one; nothing was changed").format(heading=heading)
            )


def _letters(text: str) -> str:
    """Return a text's letters and digits alone."""
    return "".join(filter(str.isalnum, text))


def counted(page: Page) -> list[str]:
    """Return how many entries of each kind a page has, in words."""
    counts = [(kind, len(page.entries(name))) for name, kind in kinds().items()]
    return [kind.counted(count) for kind, count in counts if count]
