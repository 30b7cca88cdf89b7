"""What Ruby's YAML reader (Psych, which Jekyll uses) takes a plain scalar for.

PyYAML reads 31 of 191 tested scalars as something else, so its own typing is not used. Dates and times stay text.
"""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Literal

from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

Kind = Literal["str", "int", "float", "bool", "null", "date", "time", "symbol", "error"]


class Reading(NamedTuple):
    """A scalar as Ruby reads it.

    Attributes:
        kind: Its type; `error` makes Jekyll drop the whole front matter; so does `symbol` with Debian's.
        value: The value; dates, times, symbols, errors and numbers of hundreds of digits as their text.
    """

    kind: Kind
    value: str | int | float | bool | None


FORBIDDEN = lazily("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that YAML does not allow, not even in quotes."""

_MOST_DIGITS = 400
"""Longer numbers stay text: Python refuses to write them out, and takes quadratic time to read them."""

# Ruby's ^ and $ are line anchors, hence MULTILINE; [^\W\d] stands for its [[:alpha:]_].
_WORD = lazily(r"^[^\d.:-]?(?:[^\W\d]|[\s!@#$%^&*(){}<>|/\\~;=])", re.MULTILINE)
_NO_WORD_VALUE = lazily(r"^[^ytonf~]", re.MULTILINE | re.IGNORECASE)
_NULL = lazily(r"^null$", re.MULTILINE | re.IGNORECASE)
_TRUE = lazily(r"^(?:yes|true|on)$", re.MULTILINE | re.IGNORECASE)
_FALSE = lazily(r"^(?:no|false|off)$", re.MULTILINE | re.IGNORECASE)
_TIME = lazily(
    r"-?[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|\s+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:\s*(?:Z|[-+][0-9]{1,2}:?(?:[0-9]{2})?))?",
    re.ASCII,
)
_DATE = lazily(r"([0-9]{4})-(1[012]|0[0-9]|[0-9])-([12][0-9]|3[01]|0[0-9]|[0-9])")
_INF = lazily(r"([-+]?)\.inf", re.IGNORECASE)
_NAN = lazily(r"\.nan", re.IGNORECASE)
_BASE_60 = lazily(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(\.[0-9_]*)?")
_FLOAT = lazily(r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?")
_INT = lazily(r"[-+]?0b[0-1_,]+|[-+]?0[0-7_,]+|[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)|[-+]?0x[0-9a-fA-F_,]+")
_LEADING_NUMBER = lazily(r"[-+]?[0-9]+(?:_[0-9]+)*(?:\.[0-9]+(?:_[0-9]+)*)?")


def read_plain(text: str) -> Reading:
    """Reads an unquoted scalar as Psych does."""
    if not text:
        return Reading("null", None)
    if "\n" in text or _WORD.search(text):
        return _read_word(text)
    if text[0] == ":":
        return Reading("symbol", text) if len(text) > 1 else Reading("str", text)
    return _read_number(text)


def _read_word(text: str) -> Reading:
    """Reads what starts like a word: a word for true, false or null, or else text."""
    if len(text) > 5 or _NO_WORD_VALUE.search(text):
        return Reading("str", text)
    if text == "~" or _NULL.search(text):
        return Reading("null", None)
    if _TRUE.search(text):
        return Reading("bool", True)
    if _FALSE.search(text):
        return Reading("bool", False)
    return Reading("str", text)


def _read_number(text: str) -> Reading:
    """Reads what may be a date, a time or a number."""
    if _TIME.fullmatch(text):
        return Reading("time", text)
    if match := _DATE.fullmatch(text):
        return Reading("date" if _is_day(*map(int, match.groups())) else "str", text)
    if match := _INF.fullmatch(text):
        return Reading("float", -math.inf if match[1] == "-" else math.inf)
    if _NAN.fullmatch(text):
        return Reading("float", math.nan)
    if len(text) > _MOST_DIGITS and (_BASE_60.fullmatch(text) or _INT.fullmatch(text)):
        return Reading("int", text)
    if match := _BASE_60.fullmatch(text):
        return _read_base_60(text, exact=match[1] is None)
    if _FLOAT.fullmatch(text):
        return _read_float(text)
    if _INT.fullmatch(text):
        return _read_int(text)
    return Reading("str", text)


def _is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day; Ruby, unlike Python, knows the year 0, which is a leap year."""
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def _read_base_60(text: str, *, exact: bool) -> Reading:
    """Reads `12:30` as the seconds that Ruby makes of it."""
    total: int | float = 0
    for index, part in enumerate(text.split(":")):
        match = _LEADING_NUMBER.match(part)
        digits = match[0].replace("_", "") if match else "0"
        total += (int(digits) if exact else float(digits)) * 60 ** abs(index - 2)
    return Reading("int" if exact else "float", total)


def _read_float(text: str) -> Reading:
    """Reads a decimal number; some that look like one make Ruby fail."""
    if text in (".", "+.", "-."):
        return Reading("str", text)
    digits = re.sub(r"[,_]|\.([Ee]|$)", r"\1", text)
    try:
        return Reading("float", float(digits))
    except ValueError:
        return Reading("error", text)


def _read_int(text: str) -> Reading:
    """Reads an integer in base 2, 8, 10 or 16."""
    digits = re.sub(r"[,_]", "", text)
    sign, bare = (digits[0], digits[1:]) if digits[0] in "+-" else ("", digits)
    base = {"0b": 2, "0x": 16}.get(bare[:2], 8 if bare.startswith("0") else 10)
    try:
        return Reading("int", int(sign + (bare[2:] if base in (2, 16) else bare), base))
    except ValueError:
        return Reading("error", text)
