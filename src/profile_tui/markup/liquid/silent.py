"""What Liquid leaves nothing of: comments, what no condition lets through, and lines of tags that print nothing."""

from __future__ import annotations

from collections.abc import Iterable

from profile_tui.markup.liquid.template import Template
from profile_tui.text.span import Span, Splice, spliced

_SILENT = frozenset(
    "if elsif else unless case when for break continue tablerow ifchanged assign capture increment raw comment".split()
)
"""Tags that print nothing themselves."""
_NOT_TEXT = ("comment", "highlight")
"""Blocks of which nothing is left, or that show code."""


def without_silent_lines(template: Template) -> str:
    """Return a text with blanks for what Liquid leaves nothing of; line ends and offsets stay."""
    if not template.blocks and not template.tokens:
        return template.text
    from profile_tui.markup.liquid.decided import never_shown

    hidden = [block.span for block in template.blocks if block.name in _NOT_TEXT]
    text = _blanked(template.text, (*hidden, *never_shown(template)))
    tags = [token.span for token in template.tags() if token.name.removeprefix("end") in _SILENT]
    without = _blanked(text, tags)
    return _blanked(text, (tag for tag in tags if not without[_line_start(text, tag) : _line_end(text, tag)].strip()))


def _line_start(text: str, span: Span) -> int:
    """Return where the line begins that a span begins in."""
    return text.rfind("\n", 0, span.start) + 1


def _line_end(text: str, span: Span) -> int:
    """Return where the line ends that a span ends in."""
    end = text.find("\n", span.end)
    return len(text) if end < 0 else end


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """Return a text with blanks for some spans, line ends kept; one within another counts once."""
    splices: list[Splice] = []
    for span in sorted(spans):
        if not splices or span.start >= splices[-1].span.end:
            splices.append(Splice(span, "\n".join(" " * len(line) for line in span.of(text).split("\n"))))
    return spliced(text, splices) if splices else text
