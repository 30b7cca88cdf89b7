"""Whatever this program and others change in turn: what is published is the one without the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from profile_tui.workspace.publishing.own_lines import with_own_lines

_EDITS = st.lists(
    st.tuples(
        st.booleans(),  # whether it is this program's
        st.lists(st.tuples(st.sampled_from("ird"), st.integers(0, 30)), min_size=1, max_size=3),
    ),
    max_size=6,
)


def _edited(lines: list[str], who: str, edits: list[tuple[str, int]], count: int) -> list[str]:
    """Insert, replace or delete lines: nobody touches what the other wrote."""
    made = list(lines)
    for number, (what, at) in enumerate(edits):
        index = at % (len(made) + 1)
        new = f"{who} {count}.{number}"
        if what == "i" or index == len(made):
            made.insert(index, new)
        elif made[index].startswith((who, "line")):
            made[index : index + 1] = [new] if what == "r" else []
    return made


@given(st.integers(0, 12), _EDITS)
def test_own_changes_and_no_others(size: int, edits: list[tuple[bool, list[tuple[str, int]]]]) -> None:
    head = lines = [f"line {number}" for number in range(size)]
    pairs = []
    gone_by: dict[str, str] = {}
    for count, (is_own, what) in enumerate(edits):
        who = "own" if is_own else "other"
        before, lines = lines, _edited(lines, who, what, count)
        for line in before:
            if line not in lines:
                gone_by[line] = who
        if is_own:
            pairs.append((_data(before), _data(lines)))
    made = with_own_lines(_data(head), pairs, _data(lines))
    if made is None:
        return
    found = made.decode().splitlines()
    assert [line for line in found if line.startswith("own")] == [line for line in lines if line.startswith("own")]
    if not any(line.startswith("other") for line in found):
        kept = [line for line in head if gone_by.get(line) != "own" and line in found]
        assert [line for line in found if line.startswith("line")] == kept
        assert set(lines) & set(head) <= set(found)


def _data(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
