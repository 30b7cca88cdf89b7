"""What two publications must share to be the same paper lets none be missed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from profile_tui.content.entries.entry import Author
from profile_tui.content.publications.duplicates import clues, same_paper

_WORDS = st.sampled_from(
    "reading ice of small lakes the lake in spring colour color snow-depth snow depth ii i".split()
)
_TITLES = st.lists(_WORDS, min_size=1, max_size=8).map(" ".join)
_AUTHORS = (Author("Ada Example"),)


@given(_TITLES, _TITLES)
def test_the_same_paper_shares_a_clue(one: str, other: str) -> None:
    mine, theirs = ({"title": title, "authors": _AUTHORS, "year": 2026} for title in (one, other))
    if same_paper(mine, theirs):
        assert clues(mine) & clues(theirs)


def test_most_other_papers_share_none() -> None:
    one = {"title": "Reading the Ice of Small Lakes", "authors": _AUTHORS}
    other = {"title": "Snow Depth From Cheap Cameras", "authors": _AUTHORS}
    assert not clues(one) & clues(other)
