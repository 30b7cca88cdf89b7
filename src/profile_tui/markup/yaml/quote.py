"""How a value is written so that Ruby and PyYAML both read what was meant."""

from __future__ import annotations

import re

from profile_tui.markup.yaml.types import FORBIDDEN, read_plain
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily

# Line breaks to YAML, the byte order mark, and blanks that cannot be told from a space.
_SPECIAL = lazily("[\t\n\r\x85\xa0\u2028\u2029\ufeff]|" + FORBIDDEN.pattern)
_NOT_IN_SINGLE = lazily("[\n\r\x85\u2028\u2029\ufeff]|" + FORBIDDEN.pattern)
_NOT_PLAIN = lazily(r": |:$| #|^\s|\s$|  ")
_NOT_PLAIN_IN_FLOW = lazily(r"[,\[\]{}:?]")
_NOT_IN_DOUBLE = lazily(r'["\\]|' + _SPECIAL.pattern)
_OTHER_TOOLS_WORDS = frozenset({"y", "n"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_TAG = lazily(r"<[a-z]+>")
"""An HTML tag: names in data files often begin with one."""
_WRITTEN_DATE = lazily(
    r"\d{1,2}(?:\.|st|nd|rd|th)? [^\W\d]+\.? \d{4}|\d{4}\s?[-–—]\s?(?:[^\W\d]+|\d{4})|\d{4}-(?:0\d|1[0-2])"
)
"""A day with its month in words, a month in figures, a range of years: text to all, though a figure comes first."""


def quote(value: str, *, style: str = "", flow: bool = False) -> str:
    r"""Writes a text on one line, without quotes only where nothing can take it for something else.

    Args:
        value: The text.
        style: The quotes it has now (`'` or `"`), kept where they can hold the text; empty for none.
        flow: Whether it is within `[ ]` or `{ }`.

    Raises:
        Refused: It holds half a surrogate pair, for which YAML has no way of writing.
    """
    if re.search("[\ud800-\udfff]", value):
        raise Refused(_("The text holds a byte that is not UTF-8, which YAML cannot hold."))
    if style == "" and _is_plain(value, flow=flow):
        return value
    if style == "'" and not _NOT_IN_SINGLE.search(value):
        return "'" + value.replace("'", "''") + "'"
    return '"' + _NOT_IN_DOUBLE.sub(lambda match: _escape(match[0]), value) + '"'


def write_scalar(
    value: str | int | float | bool | None, *, style: str = "", flow: bool = False, dated: bool = False
) -> str:
    """Writes a scalar on one line.

    Args:
        value: The value.
        style: The quotes that a text has now; empty for none.
        flow: Whether it is within `[ ]` or `{ }`.
        dated: Whether it takes the place of a date or time without quotes, as which a text may then stay.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _write_float(value)
    if dated and not style and is_date(value) and not (flow and _NOT_PLAIN_IN_FLOW.search(value)):
        return value
    return quote(value, style=style if style in ("'", '"') else "", flow=flow)


def is_date(text: str) -> bool:
    """Whether Ruby reads the text, without quotes, as a date or a time."""
    return read_plain(text).kind in ("date", "time")


def _is_plain(value: str, *, flow: bool) -> bool:
    """Whether the text can be without quotes."""
    begins = value[:1].isalpha() or value[:1] in "/(" or _TAG.match(value) or _WRITTEN_DATE.fullmatch(value)
    if not value or not begins:
        return False
    if _SPECIAL.search(value) or _NOT_PLAIN.search(value) or (flow and _NOT_PLAIN_IN_FLOW.search(value)):
        return False
    if read_plain(value).kind != "str" or value.lower() in _OTHER_TOOLS_WORDS:
        return False
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return bool(yaml.load(f"[{value}]" if flow else f"- {value}", Loader=loader) == [value])
    except (yaml.YAMLError, ValueError):
        return False


def _escape(character: str) -> str:
    """One character as double quotes hold it."""
    code = ord(character)
    return _ESCAPES.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def _write_float(value: float) -> str:
    """A number that Ruby and PyYAML take for a float: both want a point in it."""
    text = repr(value)
    if text in ("inf", "-inf", "nan"):
        return text.replace("inf", ".inf").replace("nan", ".nan")
    mantissa, e, exponent = text.partition("e")
    return mantissa + ("" if "." in mantissa else ".0") + e + exponent
