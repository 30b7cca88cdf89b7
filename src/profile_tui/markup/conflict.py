"""Merge conflicts that Git left in a file: where the first of them begins."""

from __future__ import annotations

import re

from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.source import Source

_LINE = lazily(
    r"^(?:(?P<mark><{7}|={7}|>{7})(?:[ \t].*)?$|[ \t]*(?P<fence>`{3,}|~{3,})"
    r"|[ \t]*\{%-?[ \t]*(?P<block>(?:end)?(?:raw|highlight))\b)",
    re.M,
)
"""A line of a conflict, or one at which code begins or ends, in which a conflict is an example."""


def conflict(text: str) -> int | None:
    """Return the offset of the first line of an unresolved merge conflict; None where there is none.

    A heading underlined with seven signs isn't a conflict, nor is an example in a block of code.
    """
    # one sign alone is found much sooner than seven
    if not any(sign in text and sign * 7 in text for sign in "<>"):
        return None
    code, start, divided = "", None, False
    for line in _LINE.finditer(text):
        if mark := line["mark"]:
            if mark[0] == "<" or (mark[0] == ">" and divided):
                start = line.start() if start is None else start
                if not code:
                    return start
            divided = mark[0] == "="
        elif not code:
            code = _end_of(line)
        elif line[0].strip().startswith(code) or line["block"] == code:
            code, start, divided = "", None, False
    return start


def _end_of(line: re.Match[str]) -> str:
    """Return what ends the block of code that a line begins; empty where it begins none."""
    if line["fence"]:
        return line["fence"]
    return "" if line["block"].startswith("end") else f"end{line['block']}"


def check_merged(source: Source) -> None:
    """Raise Refused where a file holds an unresolved merge conflict: nothing in it has a sure place until then."""
    at = conflict(source.text)
    if at is not None:
        raise Refused(
            _(
                "this file holds an unresolved merge conflict; choose a side and delete the lines with "
                "<<<<<<<, ======= and >>>>>>>, then try again"
            ),
            line=source.line_number(at),
        )
