"""The file of an entry: its body as it was typed, its front matter, and where a key of it is."""

from __future__ import annotations

import re

from profile_tui.markup import escape
from profile_tui.markup.frontmatter import FrontMatter, find
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source
from profile_tui.text.span import Span


def body_as_typed(typed: str, before: str) -> str:
    """A body as it was typed, what was not changed as it stood; one of one line stays one."""
    text = escape.lines(typed) if "\n" in before else escape.one_line(typed)
    return escape.to_markdown(text, at_start=True, before=before)


def yaml_of(text: str) -> Span:
    """The YAML lines of a file's front matter."""
    header = find(Source(text.encode("utf-8", "surrogateescape")))
    if not isinstance(header, FrontMatter):
        raise Refused(_("the change would break the front matter; nothing was written"))
    return header.yaml


def line_of_key(key: str, source: Source, header: FrontMatter) -> int:
    """The line of a key of the front matter; where it has no such key, the last of the front matter."""
    lines = source.text[: header.yaml.end].split("\n")
    numbers = [number for number, text in enumerate(lines, 1) if re.match(rf"{key}[ \t]*:", text)]
    return numbers[-1] if numbers else len(lines)
