"""The data of simple front matter, without the parser: a large collection has thousands of such headers.

What is not certainly simple is left to the parser, which reads the same of what is.
"""

from __future__ import annotations

import re
from typing import Any

from profile_tui.markup.yaml.nodes import FORBIDDEN
from profile_tui.markup.yaml.types import read_plain
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_LINE = lazily(
    r"""
    ([A-Za-z_][A-Za-z0-9_-]{0,99}):
    (?:[ ]+(?:
        '((?:[^'\n\r]|'')*)'
        | "([^"\\\n\r]*)"
        | ([A-Za-z0-9/](?:[^\n\r\t:\#]|:(?![ \n])|(?<![ ])\#)*)
    ))?
    [ ]*\n
    """,
    re.VERBOSE,
)
_BREAKS = lazily("[\x85\u2028\u2029\ufeff]")
"""Characters that YAML takes for line ends, or for nothing."""


def simple_map(text: str, span: Span) -> dict[str, Any] | None:
    """The data of `text[span]` where each line is a key and a value in quotes, a plain value, or none.

    Returns:
        The data, as `YamlDocument.data` has them; None where a line is anything else.
    """
    if FORBIDDEN.search(text, span.start, span.end) or (not text.isascii() and _BREAKS.search(text)):
        return None
    found: dict[str, Any] = {}
    at = span.start
    while at < span.end:
        line = _LINE.match(text, at, span.end)
        if line is None:
            return None
        key, single, double, plain = line.groups()
        if plain is not None:
            found[key] = read_plain(plain.rstrip(" ")).value
        else:
            found[key] = single.replace("''", "'") if single is not None else double
        at = line.end()
    return found or None
