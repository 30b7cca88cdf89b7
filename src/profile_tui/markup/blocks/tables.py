"""Tables, which any `|` outside of code starts, and link definitions: what takes a closer look at a few lines."""

from __future__ import annotations

from profile_tui.markup.blocks import patterns
from profile_tui.text.pattern import lazily

_TICKS = lazily(r"`+|<(?=[^\W\d]|/|!--)")
_DEEPEST = 20  # elements within each other in one table; more are text


def table_end(text: str, at: int, end: int) -> int:
    """Where the table lines that start at `at` stop; -1 if they make no row of a table's body."""
    rows = body = aligned = foot = False
    if match := patterns.TABLE_RULE.match(text, at, end):
        at = match.end()
    while at < end and (line := patterns.TABLE_LINE.match(text, at, end)):
        at = line.end()
        if patterns.TABLE_RULE.match(text, line.start(), end):
            if rows and (aligned or foot):
                body = body or not foot
                rows = rows and foot
            elif rows:
                aligned, rows = True, False
        elif patterns.TABLE_FOOT.match(text, line.start(), end):
            body = body or rows
            rows, foot = False, True
        else:
            rows = True
    return at if body or (rows and not foot) else -1


def has_pipes(text: str) -> bool:
    """Whether each line of a table has a `|` outside of code spans and elements."""
    pipe = False
    for code, value in _pieces(text):
        lines = value.split("\n")
        while lines and not lines[-1]:
            lines.pop()  # Ruby's split drops them
        if not lines:
            continue
        if code:
            if len(lines) > 2 or (len(lines) == 2 and not pipe):
                return pipe
            pipe = pipe and len(lines) < 2
        else:
            if len(lines) > 1 and not pipe and not patterns.PIPE.match(lines[0]):
                return pipe
            pipe = (len(lines) == 1 and pipe) or bool(patterns.PIPE.match(lines[-1]))
    return pipe


def _pieces(text: str) -> list[tuple[bool, str]]:
    """The text between code spans and elements, and these: whether it is code, and what it says."""
    pieces: list[tuple[bool, str]] = []
    plain: list[str] = []
    at = since = 0

    def put(code: bool, value: str, start: int) -> None:
        plain.append(text[since:start])
        if any(plain):
            pieces.append((False, "".join(plain)))
        plain.clear()
        pieces.append((code, value))

    while sign := _TICKS.search(text, at):
        at = sign.end()
        if sign[0] == "<":
            name, stop = _element(text, sign.start(), 0)
            if stop >= 0:
                put(False, name, sign.start())
                at = since = stop
        elif code := _code_span(text, sign.start(), at):
            put(True, text[at : code[0]], sign.start())
            at = since = code[1]
    if text[since:]:
        pieces.append((False, text[since:]))
    return pieces


def _code_span(text: str, start: int, at: int) -> tuple[int, int] | None:
    """Where the code of the code span at `start`, whose opening ends at `at`, stops, and where the span does."""
    ticks = text[start:at]
    blank = text[at : at + 1] in patterns.BLANKS
    if ticks == "`" and blank and (start == 0 or text[start - 1] in patterns.BLANKS):
        return None
    close = text.find(ticks, at)
    return (close, close + len(ticks)) if close >= 0 else None


def _element(text: str, at: int, depth: int) -> tuple[str, int]:
    """The name of the element or what the comment at `at` says, and where it stops; -1 if there is only text."""
    if text.startswith(patterns.COMMENT_OPEN, at):
        close = text.find(patterns.COMMENT_CLOSE, at)
        return text[at + 4 : close], close + 3 if close >= 0 else -1
    tag = patterns.TAG.match(text, at)
    if not tag or depth > _DEEPEST:
        return "", -1
    name = tag[1].lower() if tag[1].lower() in patterns.ELEMENTS else tag[1]
    if name in patterns.BLOCK_ELEMENTS:
        return "", -1
    if tag[3] or name in patterns.EMPTY_ELEMENTS:
        return name, tag.end()
    at = tag.end()
    closing = patterns.element_end(name)
    while sign := _TICKS.search(text, at):
        if sign[0] == "<":
            if end_tag := closing.match(text, sign.start()):
                return name, end_tag.end()
            at = max(_element(text, sign.start(), depth + 1)[1], sign.end())
        else:
            code = _code_span(text, sign.start(), sign.end())
            at = code[1] if code else sign.end()
    return name, len(text)


def link_definition_end(text: str, start: int, line_end: int, end: int) -> int:
    """Where a link definition, whose target starts at `start`, stops: after its line or its title's; -1 if none."""
    rest = text[start : line_end - 1].strip(" \t")
    if not rest.strip(patterns.BLANKS):
        return -1
    target = rest
    if rest.startswith("<") and (close := rest.find(">")) >= 0:
        if not rest[close + 1 :]:
            return _with_title(text, line_end, end)
        if _title_start(rest, close + 1) == close + 1:
            return line_end
    title = _title_start(rest, 0)
    if title >= 0:
        target = rest[:title]
    if patterns.LINK_TITLE_START.search(target):
        return -1
    return line_end if title >= 0 else _with_title(text, line_end, end)


def _title_start(rest: str, at: int) -> int:
    """Where blanks and a title that ends the line start; -1 where there is no title."""
    for match in patterns.LINK_TITLE_START.finditer(rest, at):
        if match.start() > 0 and rest.endswith(match[1]) and len(rest) > match.end() + 1:
            return match.start()
    return -1


def _with_title(text: str, at: int, end: int) -> int:
    title = patterns.LINK_TITLE.match(text, at, end) if at < end else None
    return title.end() if title else at
