"""Two changes of one file put together, or left to the user."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_tui.workspace.drafts.merge import merge, merged

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


@pytest.mark.parametrize("other", [b"---\nb: 2\n---\n", b"a\n"])
def test_two_files_that_came_to_be_under_one_name_are_not_put_together(other: bytes) -> None:
    own = b"---\na: 1\n---\n"
    assert merged(b"", own, other) is None
    assert merge(b"", own, other) == (own, 1)
    assert merged(b"", own, own) == merged(b"", own, b"") == merged(b"", b"", own) == own


@given(st.binary(max_size=30), st.binary(max_size=30))
def test_changes_of_different_lines_never_hurt_each_other(mine: bytes, theirs: bytes) -> None:
    base = b"first\n-- kept --\nmiddle\n-- kept too --\nlast\n"
    result = merged(base, base.replace(b"first", mine), base.replace(b"last", theirs))
    assert result == base.replace(b"first", mine).replace(b"last", theirs)


LINES = st.lists(st.sampled_from([b"one\n", b"two\r\n", b"\n", b"- a\n", b"- b\n", b"x"]), max_size=12).map(b"".join)


@given(LINES, LINES)
def test_what_only_one_changed_is_as_that_one_has_it(base: bytes, changed: bytes) -> None:
    assert merge(base, changed, base) == (changed, 0) or b"x" in changed[:-1]
    assert merge(base, base, changed) == (changed, 0) or b"x" in changed[:-1]
    assert merge(base, changed, changed) == (changed, 0) or b"x" in changed[:-1]


@given(LINES, LINES, LINES)
def test_without_a_conflict_all_that_either_added_is_there(base: bytes, mine: bytes, theirs: bytes) -> None:
    mine, theirs = mine.replace(b"- a", b"mine"), theirs.replace(b"- b", b"theirs")
    found = merge(base, mine, theirs)
    if not found.conflicts:
        assert found.data.count(b"mine") == mine.count(b"mine")
        assert found.data.count(b"theirs") == theirs.count(b"theirs")


def test_lines_that_both_added_in_one_place_are_all_there() -> None:
    assert merged(BASE, BASE + b"mine\n", BASE + b"theirs\n") == BASE + b"theirs\nmine\n"
    assert merged(BASE, b"mine\n" + BASE, b"ONE" + BASE[3:]) == b"mine\nONE" + BASE[3:]


def test_in_a_conflict_mine_are_there_and_the_rest_of_theirs() -> None:
    assert merge(BASE, b"ONE" + BASE[3:], b"1" + BASE[3:-5] + b"FIVE\n") == (b"ONE" + BASE[3:-5] + b"FIVE\n", 1)


def test_lines_that_met_where_a_last_newline_was_missing_are_a_conflict() -> None:
    assert merged(b"one\ntwo\n", b"one\ntwo\nmine\n", b"one\ntwo") is None


def test_a_long_text_of_lines_that_are_all_alike_takes_no_minutes() -> None:
    base = b"- a\n\n" * 20_000
    mine, theirs = b"mine\n" + base + b"mine\n", base.replace(b"- a", b"- b", 1)
    assert merge(base, mine, theirs).data.startswith(b"mine\n")
