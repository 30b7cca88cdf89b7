"""Invented lists as people type them, from which the weights are fitted: what a reader should find is in the text."""

from __future__ import annotations

import pytest
from scripts.publications.typed_lists import Typed, typed_list

PAGE = """\
---
title: About
permalink: /
---

I study things.

## Publications

1. On the moss of boats / **von Riedel U†**, Page A / 2024 **Proceedings of the Learned Bread Symposium**.
2. Wool / **Yılmaz D†** / 2012 **Proc. Glaciers Conf.**.
"""
FOUND = [
    {
        "title": "On the moss of boats",
        "authors": ["von Riedel U", "Page A"],
        "venue": "Proceedings of the Learned Bread Symposium",
        "year": 2024,
    },
    {"title": "Wool", "authors": ["Yılmaz D"], "venue": "Proc. Glaciers Conf.", "year": 2012},
]


def test_the_list_of_a_seed_is_as_written_down() -> None:
    assert typed_list(40) == Typed(PAGE, FOUND)


def test_the_same_seed_gives_the_same_list() -> None:
    assert [typed_list(seed) for seed in range(20)] == [typed_list(seed) for seed in range(20)]
    assert len({typed_list(seed).markdown for seed in range(20)}) == 20


def test_fields_that_a_list_leaves_out_are_empty() -> None:
    assert typed_list(34).entries[0] == {
        "title": "What otters know about “swifts”",
        "authors": [],
        "venue": "",
        "year": None,
    }


@pytest.mark.parametrize("seed", range(50))
def test_titles_and_authors_stand_in_the_text(seed: int) -> None:
    made = typed_list(seed)
    assert made.entries
    for entry in made.entries:
        assert entry["title"] is None or entry["title"] in made.markdown
        assert [name for name in entry["authors"] if name not in made.markdown] == []
