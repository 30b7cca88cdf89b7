"""The measurement of sites finds fault with an entry that is not where its neighbours are."""

from __future__ import annotations

import pytest
from benchmarks.sites.shown import misplaced


@pytest.mark.parametrize(
    ("told", "printed", "near", "said"),
    [
        (["index.md", "news.md"], {"news.md": 1}, {"index.md": 1, "news.md": 1}, ""),
        (["cv.md"], {"cv.md": 2}, {"cv.md": 2}, ""),
        (["index.md"], {}, {"index.md": 1}, "no page has it"),
        (["index.md"], {}, {}, "no page has it"),
        (["index.md"], {"index.md": 1, "cv.md": 1}, {"index.md": 1}, "without neighbours on cv.md"),
        (["index.md"], {"index.md": 2}, {"index.md": 1}, "more often than its neighbours on index.md"),
        (["index.md"], {"cv.md": 1}, {"cv.md": 1}, "not told of cv.md"),
    ],
)
def test_what_is_wrong_with_the_pages_of_a_new_entry(
    told: list[str], printed: dict[str, int], near: dict[str, int], said: str
) -> None:
    assert misplaced(told, printed, near) == said
