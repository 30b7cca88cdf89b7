"""What two publications must share to be the same paper lets none be missed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.publications.duplicates import clues, same_paper

_WORDS = st.sampled_from(
    "reading ice of small lakes the lake in spring colour color snow-depth snow depth ii i".split()
)
_TITLES = st.lists(_WORDS, min_size=1, max_size=8).map(" ".join)
_AUTHORS = (Author("Ada Example"),)


def paper(title: str) -> Values:
    """Returns a paper of one author."""
    return {"title": title, "authors": _AUTHORS, "year": 2026}


@given(_TITLES, _TITLES)
def test_the_same_paper_shares_a_clue(title: str, other: str) -> None:
    mine, theirs = paper(title), paper(other)
    if same_paper(mine, theirs):
        assert clues(mine) & clues(theirs)


def test_most_other_papers_share_none() -> None:
    mine, theirs = paper("Reading the Ice of Small Lakes"), paper("Snow Depth From Cheap Cameras")
    assert not clues(mine) & clues(theirs)
