"""The tags and outputs of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

TAG, OUTPUT, OPEN, HALF = "tag", "output", "open", "half"
"""Types of tokens: `{% … %}`; `{{ … }}`; `{%` or `{{` that nothing closes; an output closed by a single brace."""

TOKEN = lazily(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
"""A tag or an output that is closed; says nothing of raw blocks and comments."""

# Liquid's own tokens: an output ends at the first brace, and one more belongs to it if it is there.
_TOKEN = lazily(r"\{%.*?%\}|\{\{.*?\}\}?|\{%|\{\{", re.S)
_TAG = lazily(r"\{%-?\s*(#|\w*)\s*")
_OUTPUT = lazily(r"\{\{-?\s*")
# The versions of Liquid that Jekyll runs on do not know `{%- endraw`.
_RAW_END = lazily(r"\{%\s*endraw\b[^%]*%\}")


class Token(NamedTuple):
    """A tag or an output.

    Attributes:
        type: `tag`, `output`, `open` or `half`.
        span: All of it, with its braces.
        name: The name of a tag; empty for other tokens, and for a tag without a name.
        content: What is after the name, or within an output; without blanks and dashes around.
        trims: Whether a dash removes the blanks before it, and those after it.
    """

    type: str
    span: Span
    name: str
    content: Span
    trims: tuple[bool, bool] = (False, False)


def tokens(text: str, span: Span | None = None) -> Iterator[Token]:
    """Yield the tags and outputs of a text, those that are not closed too; what is in raw blocks is not looked at."""
    at, end = span or (0, len(text))
    while (match := _TOKEN.search(text, at, end)) is not None:
        token = _token(text, match)
        yield token
        at = match.end()
        if token.type == OPEN:
            return
        if token.type == TAG and token.name == "raw":
            close = _RAW_END.search(text, at, end)
            if close is None:
                return
            yield _token(text, close)
            at = close.end()


def _token(text: str, match: re.Match[str]) -> Token:
    """The token of a match."""
    source, span = match[0], Span(*match.span())
    if source in ("{%", "{{"):
        return Token(OPEN, span, "", Span(span.end, span.end))
    is_tag = source.startswith("{%")
    if not is_tag and not source.endswith("}}"):
        return Token(HALF, span, "", Span(span.start + 2, span.end - 1))
    head = (_TAG if is_tag else _OUTPUT).match(text, span.start, span.end - 2)
    start = head.end() if head else span.start + 2
    trims = (source.startswith("-", 2), source.endswith("-", 0, -2) and len(source) > 4)
    end = max(start, span.end - 2 - trims[1])
    while end > start and text[end - 1].isspace():
        end -= 1
    return Token(TAG if is_tag else OUTPUT, span, head[1] if head and is_tag else "", Span(start, end), trims)
