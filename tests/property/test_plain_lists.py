"""A plain list ends after a change where it ends when its text is cut from nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_tui.markup.blocks import Before, Block, blocks, lists
from profile_tui.text.span import unlike

LINES = ["- a b\n", "- c\n", "  more\n", "lazy\n", "\n", "  \n", "   - nested\n", "- e\n\n  para\n\n"]
OTHERS = [
    "1. one\n",
    "- \n",
    "***\n",
    "    code\n",
    "^\n",
    "{: .x}\n",
    "<div>\n",
    "# H\n",
    "-x\n",
    "> q\n",
    "\tindented\n",
]
LISTS = st.lists(st.sampled_from(LINES), min_size=3, max_size=20).map("".join)


def told(found: list[Block]) -> list[tuple[str, int, int]]:
    return [(block.kind, block.start, block.stop) for block in found]


@given(st.data())
def test_a_list_ends_where_it_would(data: st.DataObject) -> None:
    old = "- start\n" + data.draw(LISTS) + data.draw(st.sampled_from(["", "\nEnd of it.\n", "\n# Next\n\n- t\n"]))
    at = data.draw(st.integers(0, len(old)))
    end = min(len(old), at + data.draw(st.sampled_from([0, 1, 3, 8, 20])))
    fresh = "".join(data.draw(st.lists(st.sampled_from([*LINES, *OTHERS, *"ab -\n"]), max_size=3)))
    new = old[:at] + fresh + old[end:]
    start, stop, _ = unlike(old, new)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "SHORT", 0)  # short lists are cut line by line elsewhere
        before = Before(blocks(old), start, stop, len(new) - len(old))

        assert told(blocks(new, before=before)) == told(blocks(new))
