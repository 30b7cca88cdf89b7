"""The data of simple front matter, and single values of a configuration, without the parser.

A large collection has thousands of such headers, and importing the parser takes longer than most commands. What is not
certainly simple is left to the parser, which reads the same of what is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from sys import intern
from typing import Any

from profile_tui.markup.yaml.types import FORBIDDEN, read_plain
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


_TOP_KEY = lazily(r"^[A-Za-z_][\w-]*[ ]*:(?=[ \n])", re.MULTILINE)
_VALUE = lazily(
    r"""
    [ ]*:[ ]+(?:
        '((?:[^'\n]|'')*)'
        | "([^"\\\n]*)"
        | ([A-Za-z0-9/](?:[^\n\t:\#]|:(?![ \n])|(?<![ ])\#)*)
    )
    (?:[ ]+\#[^\n]*|[ ]*)
    (?=\s*\Z|\s*\n\S)
    """,
    re.VERBOSE,
)
_OPEN_QUOTE = lazily(r"(?:^|[\s:\[{,-])(?:'(?:[^'\n]|'')*|\"(?:[^\"\\\n]|\\.)*)$", re.MULTILINE)
"""A quoted text may go on in the next line, and seem to be a key there."""
_OTHER_STYLES = ("?", "&", "!", "{", "[", '"', "'", "-", "<")
"""What a line begins with whose key is not the first word of it."""


def simple_map(text: str, span: Span) -> dict[str, Any] | None:
    """The data of `text[span]` where each line is a key and a value in quotes, a plain value, or none.

    Returns:
        The data, as `YamlDocument.data` has them; None where a line is anything else.
    """
    if FORBIDDEN.search(text, span.start, span.end) or (not text.isascii() and _BREAKS.search(text)):
        return None
    data: dict[str, Any] = {}
    at = span.start
    while at < span.end:
        line = _LINE.match(text, at, span.end)
        if line is None:
            return None
        key, single, double, plain = line.groups()
        data[intern(key)] = _read(single, double, plain)  # the files of a collection have the same keys
        at = line.end()
    return data or None


def values(text: str, keys: Iterable[str]) -> dict[str, Any] | None:
    """The values of some top-level keys of a document.

    Returns:
        Those of the keys that it has; None where that is not told without the parser.
    """
    data: dict[str, Any] = {}
    for key in keys:
        for match in re.finditer(rf"(?<![\w.-]){re.escape(key)}(?![\w.-])", text):
            before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
            if before.startswith(_OTHER_STYLES) or not _is_block_map(text):
                return None
            if before:
                continue  # within another key, its value, or a comment
            value = _VALUE.match(text, match.end())
            if value is None or key in data:
                return None
            data[key] = _read(*value.groups())
    return data


def _is_block_map(text: str) -> bool:
    """Whether each line at the margin is certainly a comment, or one that begins with a key of the document."""
    return not (
        FORBIDDEN.search(text)
        or (not text.isascii() and _BREAKS.search(text))
        or _OPEN_QUOTE.search(text)
        or not _TOP_KEY.search(text)
    )


def _read(single: str | None, double: str | None, plain: str | None) -> Any:  # noqa: ANN401 - YAML holds anything
    """The value of a scalar in single quotes, in double quotes, or in none; None where there is no scalar."""
    if plain is not None:
        return read_plain(plain.rstrip(" ")).value
    return single.replace("''", "'") if single is not None else double
