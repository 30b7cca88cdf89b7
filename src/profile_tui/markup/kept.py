"""What an edited text keeps of the source it takes the place of, so that only what was changed differs."""

from __future__ import annotations

import re
from collections.abc import Callable

from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_TOKEN = lazily(
    r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|\{\{.*?\}\}|\{%.*?%\}|<!--.*?-->|</?[A-Za-z][^<>]*>|&#x[0-9A-F]{2,5};"
    r"|[^\W_]+|\s+|.",
    re.S,
)
"""What stays or changes as a whole: code, Liquid, a comment, a tag, a character reference, a word, blanks."""
_HEAD = lazily(r"\{\{|\{%-?\s*\w*")


class Piece(NamedTuple):
    """A piece of an edited text.

    Attributes:
        span: Where it is in the text.
        source: The source that it had before; None for what is new.
        liquid: What tags begin with that stood in the place of something new: those of this sort are the author's own.
    """

    span: Span
    source: str | None
    liquid: frozenset[str] = frozenset()


def pieces(before: str, text: str, shown: Callable[[str], str]) -> list[Piece]:
    """Return a text cut into what its source keeps and what is new.

    Args:
        before: The source that the text takes the place of; empty where there is none.
        text: The text as it was typed.
        shown: What an author sees of a piece of source.

    Raises:
        Refused: The text runs paragraphs together that it keeps words of.
    """
    if not before:
        return [Piece(Span(0, len(text)), None)]
    from difflib import SequenceMatcher

    folded = "\n" not in text
    old, new = ([match[0] for match in _TOKEN.finditer(source)] for source in (before, text))
    keys = [_key(token, shown, folded=folded) for token in old]
    places = [0]
    for token in new:
        places.append(places[-1] + len(token))
    matcher = SequenceMatcher(None, keys, [_key(token, shown, folded=folded) for token in new], autojunk=False)
    codes = matcher.get_opcodes()
    if folded:
        _check_paragraphs(keys, [(first, last) for tag, first, last, _unused, _unused in codes if tag == "equal"])
    pieces: list[Piece] = []
    for tag, first, last, start, end in codes:
        span = Span(places[start], places[end])
        if tag == "equal":
            pieces.append(Piece(span, "".join(old[first:last])))
        else:
            heads = (head(token) for token in old[first:last])
            pieces.append(Piece(span, None, frozenset(head for head in heads if head)))
    return pieces


def head(token: str) -> str:
    """Return what a Liquid tag or output begins with, by which those of one sort are alike; empty for other text."""
    match = _HEAD.match(token)
    return re.sub(r"[\s-]", "", match[0]) if match else ""


def _key(token: str, shown: Callable[[str], str], *, folded: bool) -> str:
    """Return what tells that two tokens say the same; `folded` where line ends are typed as blanks."""
    if not token.isspace():
        return shown(token)
    lines = token.count("\n")
    return "\n\n" if lines > 1 else " " if folded or not lines else "\n"


def _check_paragraphs(keys: list[str], kept: list[tuple[int, int]]) -> None:
    """Raise Refused where words on both sides of a blank line are kept, but not the blank line between them."""
    stays = {at for first, last in kept for at in range(first, last) if keys[at] != " "}
    for at, key in enumerate(keys):
        if key == "\n\n" and any(paragraph < at for paragraph in stays) and any(paragraph > at for paragraph in stays):
            raise Refused(
                _(
                    "the text has several paragraphs, which would become one; write them with the blank "
                    "lines between them, or edit the source"
                )
            )
