"""Two changes of one file put together, or left to the user."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_tui.workspace.merge import merged

BASE = b"one\ntwo\nthree\nfour\nfive\n"


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        (b"ONE\ntwo\nthree\nfour\nfive\n", b"one\ntwo\nthree\nfour\nFIVE\n", b"ONE\ntwo\nthree\nfour\nFIVE\n"),
        (b"one\ntwo\nthree\nfive\n", b"zero\none\ntwo\nthree\nfour\nfive\n", b"zero\none\ntwo\nthree\nfive\n"),
        (BASE, b"other\n" + BASE, b"other\n" + BASE),
    ],
)
def test_changes_apart_are_put_together(mine: bytes, theirs: bytes, both: bytes) -> None:
    assert merged(BASE, mine, theirs) == both


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (b"one\nTWO\nthree\nfour\nfive\n", b"one\n2\nthree\nfour\nfive\n"),
        (b"one\ntwo!\nthree\nfour\nfive\n", b"one\ntw0\nthree\nfour\nfive\n"),
        (b"one\nfive\n", b"one\ntwo\nTHREE\nfour\nfive\n"),
    ],
)
def test_changes_of_one_line_are_left_to_the_user(mine: bytes, theirs: bytes) -> None:
    assert merged(BASE, mine, theirs) is None


@given(st.binary(max_size=30), st.binary(max_size=30))
def test_changes_of_different_lines_never_hurt_each_other(mine: bytes, theirs: bytes) -> None:
    base = b"first\n-- kept --\nmiddle\n-- kept too --\nlast\n"
    result = merged(base, base.replace(b"first", mine), base.replace(b"last", theirs))
    assert result == base.replace(b"first", mine).replace(b"last", theirs)
