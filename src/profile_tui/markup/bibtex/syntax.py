"""The blocks of a BibTeX file and the fields in them, with their spans. What they mean is decided elsewhere.

The reader forgives what people export and paste (a missing comma, a last brace that was not copied, remarks,
parentheses as delimiters) and notes each as a flaw: bibtex-ruby, which builds the sites, drops such an entry or stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_START = lazily(r"(?<![\w.])@\s*([A-Za-z][\w-]*)\s*(\{|\((?=\s*[^\s,(){}=]+\s*[,=]))")
_NEXT = lazily(r"^[ \t]*@\s*[A-Za-z]+\s*[{(]", re.M)
_BRACE = lazily(r"[{}]|\n[ \t]*@[A-Za-z]+\s*\{\s*[^\s,{}]+\s*,")
_ANY_BRACE = lazily(r"[{}]")
_SPACE = lazily(r"[\s\u200b\u2060\ufeff]*")
_GAP = lazily(r"(?:[\s\u200b\u2060\ufeff]|,|%[^\n]*)*")
_NAME = lazily(r"([^\s=,{}\"#%()\u200b]+)\s*=\s*")
_LONG_KEY = lazily(r"\s*([^={}\"]*?)\s*,\s*(?=[A-Za-z][\w-]*\s*=|[})%]|\Z)")
_KEY = lazily(r"\s*([^,={}\n]*?)\s*(?=[,}]|\n\s*[A-Za-z]+\s*=)")
_WORD = lazily(r"[^\s,{}\"#%=()]+")
_JOIN = lazily(r"\s*#\s*")
_AFTER_QUOTE = lazily(r"\s*(?:[,#})%]|\Z)")
_FIELD_INSIDE = lazily(r",\s*[A-Za-z]\w*\s*=\s*[{\"\d]")
_NO_VALUE = lazily(r"[,})]")
_VALUE_BEGINS = lazily(r",\s*([A-Za-z]\w*)\s*=\s*[{\"]")
_PROSE = lazily(r"abstract|annot\w*|comment|review|notes?", re.I)
_MORE = lazily(r"\s*,\s*[A-Za-z]\w*\s*=\s*[{\"\w]")
_STRAY = lazily(r"@[ \t]*[A-Za-z\d:_!.$%&*-]")
_SOUND_KEY = lazily(r"[\w /:!$?.%+;&*'\"-]+")
"""The keys that bibtex-ruby takes."""


class Flaw(NamedTuple):
    """What a strict reader stumbles over."""

    at: int
    """Its offset in the file."""
    message: str


class Piece(NamedTuple):
    """A part of a value: what is between two `#`."""

    delimiter: str
    """The character it opens with, `{` or `"`; empty for a number or the name of an abbreviation."""
    span: Span
    """Without the delimiters."""


@dataclass(frozen=True, slots=True)
class BibField:
    """A field of an entry.

    Attributes:
        name: Its name, in lower case.
        span: From its name to the end of its value.
        value: Its value, delimiters included.
        pieces: The parts of the value.
    """

    name: str
    span: Span
    value: Span
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class BibBlock:
    """A `@type{…}` of a BibTeX file.

    Attributes:
        type: Its type, in lower case: `article`, but also `string`, `preamble` or `comment`.
        span: From the `@` to the closing brace.
        key: Its key, for an entry.
        key_span: Where the key is.
        fields: Its fields in file order; of a `string`, the abbreviation.
        broken: What keeps it from being read at all; None where nothing does.
        flaws: What it was read in spite of.
    """

    type: str
    span: Span
    key: str = ""
    key_span: Span = Span(0, 0)
    fields: tuple[BibField, ...] = ()
    broken: Flaw | None = None
    flaws: tuple[Flaw, ...] = ()

    @property
    def is_entry(self) -> bool:
        """Whether it is a publication."""
        return self.type not in ("string", "preamble", "comment")

    def field(self, *names: str) -> BibField | None:
        """The first of some fields that it has; of a doubled one the last, which is the one that counts."""
        return next((field for name in names for field in reversed(self.fields) if field.name == name), None)


@dataclass(slots=True)
class _Reader:
    """Reads one block, from after its opening delimiter.

    Attributes:
        text: The file.
        start: Where the block begins.
        stop: Where the block ends at the latest: where the next one begins a line, or the file ends.
        closing: The character that closes the block.
        over: Whether what looks like the beginning of another entry is part of a value.
        flaws: What was forgiven so far.
    """

    text: str
    start: int
    stop: int
    closing: str
    over: bool = False
    flaws: list[Flaw] = field(default_factory=list)

    def fields(self, at: int) -> tuple[tuple[BibField, ...], int | None, Flaw | None]:
        """The fields from an offset on, where the block ends, and what cannot be read; the end is None if unknown."""
        fields: list[BibField] = []
        while True:
            gap = _GAP.match(self.text, at, self.stop)
            start = gap.end() if gap else at
            if (remark := self.text.find("%", at, start)) >= 0:
                self.flaws.append(Flaw(remark, _("a % comment is inside the entry")))
            if self.text.startswith(self.closing, start, self.stop):
                return tuple(fields), start + 1, None
            if start >= self.stop:
                return tuple(fields), None, self._open_end(fields)
            if fields and "," not in self.text[at:start]:
                self.flaws.append(Flaw(at, _("a comma is missing after {name}").format(name=fields[-1].name)))
            name = _NAME.match(self.text, start, self.stop)
            if name is None:
                return (
                    tuple(fields),
                    None,
                    Flaw(start, _("{around!r} is not a field").format(around=self._around(start))),
                )
            pieces = self.value(name.end())
            if not pieces and _NO_VALUE.match(self.text, name.end(), self.stop):
                pieces = (Piece("", Span(name.end(), name.end())),)
                self.flaws.append(Flaw(start, _("the value of {name} is missing").format(name=name[1].lower())))
            elif not pieces:
                return tuple(fields), None, self._unread(name)
            at = pieces[-1].span.end + bool(pieces[-1].delimiter)
            if not _is_sound_value(self.text, pieces):
                self.flaws.append(Flaw(name.end(), _("the value of {name} needs braces").format(name=name[1].lower())))
            value = Span(name.end(), at)
            fields.append(BibField(name[1].lower(), Span(start, at), value, pieces))

    def _unread(self, name: re.Match[str]) -> Flaw:
        """What is wrong with the value of a field."""
        open_ended = self.text.startswith(("{", '"'), name.end())
        message = _("the value of {name} does not end") if open_ended else _("the value of {name} is missing")
        return Flaw(name.start(), message.format(name=name[1].lower()))

    def _open_end(self, fields: Sequence[BibField]) -> Flaw | None:
        """What is wrong with a block that does not close: a value that took others along, or else nothing much."""
        for bib_field in fields:
            if _FIELD_INSIDE.search(bib_field.value.of(self.text)):
                return Flaw(bib_field.span.start, _("the value of {name} does not end").format(name=bib_field.name))
        self.flaws.append(Flaw(self.start, _("the closing brace is missing")))
        return None

    def _around(self, at: int) -> str:
        """A few characters to show what is meant."""
        return self.text[at : at + 20].split("\n")[0].strip()

    def value(self, at: int) -> tuple[Piece, ...]:
        """The pieces of the value that begins at an offset; none where no value can be read there."""
        pieces: list[Piece] = []
        while True:
            piece = self._piece(at)
            if piece is None:
                return ()
            pieces.append(piece)
            joined = _JOIN.match(self.text, piece.span.end + bool(piece.delimiter), self.stop)
            if joined is None:
                return tuple(pieces)
            at = joined.end()

    def _piece(self, at: int) -> Piece | None:
        """The piece that begins at an offset."""
        if self.text.startswith("{", at):
            end = closing(self.text, at, self.stop, over=self.over)
            return None if end is None else Piece("{", Span(at + 1, end - 1))
        if self.text.startswith('"', at):
            stop = self._quote(at + 1)
            return None if stop is None else Piece('"', Span(at + 1, stop))
        word = _WORD.match(self.text, at, self.stop)
        return Piece("", Span(*word.span())) if word else None

    def _quote(self, at: int) -> int | None:
        """Where the closing quote of a value is."""
        depth = 0
        for index in range(at, self.stop):
            character = self.text[index]
            if character == '"' and depth == 0:
                if self.text[index - 1] != "\\" or _AFTER_QUOTE.match(self.text, index + 1, self.stop):
                    return index
                self.flaws.append(Flaw(index, _('a \\" in a quoted value needs braces around it')))
            depth += (character == "{") - (character == "}")
            if depth < 0:
                return None
        return None


def blocks(text: str) -> Iterator[BibBlock]:
    """The blocks of a file in file order; text between them belongs to nobody."""
    at = 0
    while match := _START.search(text, at):
        block = _hidden(text, match) if match[1].lower() == "comment" else _block(text, match)
        yield block
        at = block.span.end


def stray(text: str, blocks: Sequence[BibBlock]) -> Iterator[int]:
    """Where an `@` in the text between blocks makes bibtex-ruby look for an entry and give up."""
    at = 0
    for border in (*(block.span for block in blocks), Span(len(text), len(text))):
        for match in _STRAY.finditer(text, at, border.start):
            yield match.start()
        at = border.end


def closing(text: str, opening: int, stop: int | None = None, *, over: bool = False) -> int | None:
    """The offset after the brace that closes the one at `opening`; None where none does before the next entry.

    Args:
        text: The text.
        opening: Where the brace is.
        stop: Where to look no further.
        over: Whether what looks like the next entry is passed over.
    """
    depth = 0
    for match in (_ANY_BRACE if over else _BRACE).finditer(text, opening, len(text) if stop is None else stop):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if depth == 0:
                return match.end()
        else:
            return None
    return None


def _hidden(text: str, start: re.Match[str]) -> BibBlock:
    """A `@comment{…}`: whatever its braces hold is hidden, entries too."""
    depth = 0
    for match in _ANY_BRACE.finditer(text, start.end() - 1) if start[2] == "{" else ():
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return BibBlock("comment", Span(start.start(), match.end()))
    if start[2] == "(":
        return BibBlock("comment", Span(*start.span()))
    end = len(text.rstrip())
    return BibBlock("comment", Span(start.start(), end), broken=Flaw(start.start(), _("the comment does not end")))


def _block(text: str, start: re.Match[str]) -> BibBlock:
    """A block that isn't a comment."""
    kind = start[1].lower()
    following = _NEXT.search(text, start.end())
    limit = following.start() if following else len(text)
    limit = start.end() + len(text[start.end() : limit].rstrip())
    # an entry may well hold what looks like the beginning of another, in an abstract; then its braces match
    over = following is not None and _is_in_prose(text[start.end() : following.start()])
    whole = closing(text, start.end() - 1, over=over) if start[2] == "{" else None
    reader = _Reader(text, start.start(), whole or limit, "}" if start[2] == "{" else ")", over and whole is not None)
    if start[2] == "(":
        reader.flaws.append(Flaw(start.end() - 1, _("parentheses are used in place of braces")))
    if kind == "preamble":
        return BibBlock(kind, Span(start.start(), whole or limit))
    key, at, trouble = _key(reader, start.end()) if kind != "string" else (Span(0, 0), start.end(), None)
    fields, end, broken = reader.fields(at) if trouble is None else ((), None, trouble)
    if end is None:
        end = max(whole or 0, limit)
    elif _MORE.match(text, end, limit):
        broken = Flaw(end - 1, _("fields follow its closing brace; there is one brace too many"))
        end = limit
    span = Span(start.start(), max(end, start.end()))
    return BibBlock(kind, span, key.of(text), key, fields, broken, tuple(reader.flaws))


def _is_in_prose(before: str) -> bool:
    """Whether what comes after a text is in a field of many words, as an abstract."""
    names = _VALUE_BEGINS.findall(before)
    return bool(names) and _PROSE.fullmatch(names[-1]) is not None


def _is_sound_value(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether bibtex-ruby takes the pieces of a value: a number alone, or names and texts joined."""
    bare = [piece.span.of(text) for piece in pieces if not piece.delimiter]
    return all(not word[:1].isdigit() for word in bare) or (len(pieces) == 1 and bare[0].isdigit())


def is_sound(key: str) -> bool:
    """Whether bibtex-ruby takes a key."""
    return _SOUND_KEY.fullmatch(key) is not None


def _key(reader: _Reader, at: int) -> tuple[Span, int, Flaw | None]:
    """Where an entry's key is, where its fields begin, and why there are none."""
    text = reader.text
    space = _SPACE.match(text, at, reader.stop)
    first = space.end() if space else at
    if _NAME.match(text, first, reader.stop):
        reader.flaws.append(Flaw(first, _("the key is missing")))
        return Span(first, first), first, None
    match = _LONG_KEY.match(text, at, reader.stop) or _KEY.match(text, at, reader.stop)
    if match is None:
        return Span(first, first), first, Flaw(first, _("it has no key"))
    key = Span(*match.span(1))
    if key.start == key.end:
        reader.flaws.append(Flaw(first, _("the key is missing")))
    elif not is_sound(key.of(text)):
        reader.flaws.append(
            Flaw(key.start, _("the key {of} holds characters that a key must not hold").format(of=key.of(text)))
        )
    after = _SPACE.match(text, key.end)
    if not text.startswith(",", after.end() if after else key.end):
        reader.flaws.append(Flaw(key.end, _("a comma is missing after the key")))
    return key, key.end, None
