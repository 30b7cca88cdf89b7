"""An entry that repeats a sign very often takes as much longer as it is longer: counted in lines that are run."""

from __future__ import annotations

import sys
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

if TYPE_CHECKING:
    from _typeshed import TraceFunction

FEW, MANY = 250, 500


def lines_run(sign: str, often: int) -> int:
    """How many lines of the program reading such an entry takes, with the places of its fields."""
    text = (
        f"# Publications\n\n- **Ann Moss**, Ben Reed. *Tall Lamps*. Oslo: Peat Press, 2020. {sign * often}2021\n"
        "- Ann Moss, Ben Reed. *Small Lamps*. Oslo: Peat Press, 2021.\n"
    )
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> TraceFunction | None:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        for entry in Page(Source(text.encode())).entries("publications"):
            assert entry.slots
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("sign", ["*a* ", "[a](u) ", "Oslo: Peat Press, ", "*Reed* (2020). ", "x *a* y; "])
def test_twice_as_many_signs_take_twice_as_long(sign: str) -> None:
    lines_run(sign, 3)  # what is kept for later is made here

    assert lines_run(sign, MANY) < lines_run(sign, FEW) * 2.4
