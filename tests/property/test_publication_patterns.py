"""Lists in random patterns by people of the world are read, and an edit of one field leaves every other word."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Entry, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source
from support.citations import Paper, page_of, papers

LISTS = range(150)
EDITS: dict[str, Values] = {
    "title": {"title": "Ashes of the old mill"},
    "venue": {"venue": "Studies in Clay"},
    "year": {"year": 2031},
    "authors": {"authors": (Author("Vera Sandwall"), Author("Otto Quill"))},
}


def names(entry: Entry) -> tuple[str, ...]:
    found = entry.values["authors"]
    assert isinstance(found, tuple)
    return tuple(author.name for author in found if isinstance(author, Author))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text))


def right(entry: Entry, paper: Paper) -> dict[str, bool]:
    """Which fields are read as they were written; a stop that ends a list of names is none of a name's."""
    people = tuple(name.rstrip(".") for name in paper.authors) == tuple(name.rstrip(".") for name in names(entry))
    return {
        "title": entry.values["title"] == paper.title,
        "authors": people,
        "venue": str(entry.values["venue"]).startswith(paper.venue),
        "year": entry.values["year"] == paper.year,
    }


def counted(seeds: range, *, wide: bool) -> Counter[str]:
    """How many entries of lists have each field read as it was written."""
    counts: Counter[str] = Counter()
    for seed in seeds:
        written = papers(seed, wide=wide)
        entries = Page(Source(page_of(written))).entries("publications")
        assert len(entries) == len(written), f"list {seed}"
        for entry, paper in zip(entries, written, strict=True):
            counts.update(name for name, good in right(entry, paper).items() if good)
    return counts


def test_lists_are_read() -> None:
    counts = counted(LISTS, wide=False)

    whole = len(LISTS) * 5
    assert {name: counts[name] * 100 // whole >= 97 for name in EDITS} == dict.fromkeys(EDITS, True), counts


def test_lists_by_people_of_the_world_in_many_forms_are_read() -> None:
    counts = counted(LISTS, wide=True)

    whole = len(LISTS) * 5
    assert {name: counts[name] * 100 // whole >= 94 for name in EDITS} == dict.fromkeys(EDITS, True), counts


def damage(seed: int, *, wide: bool) -> tuple[list[object], int]:
    """The words of other fields that edits of an entry lose, and how many edits are refused."""
    written = papers(seed, wide=wide)
    page = Page(Source(page_of(written)))
    paper = written[seed % 5]
    own = {"title": paper.title, "authors": " ".join(paper.authors), "venue": paper.venue, "year": str(paper.year)}
    damaged: list[object] = []
    refused = 0
    for name, values in EDITS.items():
        try:
            now = edit.change(page, "publications", seed % 5 + 1, values).page.text
        except Refused:
            refused += 1
            continue
        lost = words(page.text) - words(now)
        if not lost <= words(own[name]) + Counter(["and"]):
            damaged.append((seed, name, paper.source, sorted((lost - words(own[name])).elements())))
    return damaged, refused


def test_an_edit_leaves_every_other_word() -> None:
    results = [damage(seed, wide=False) for seed in LISTS]

    assert [lost for damaged, _ in results for lost in damaged] == []
    assert sum(refused for _, refused in results) * 100 <= len(LISTS) * len(EDITS) * 8


@given(st.integers(0, 10**9))
def test_an_edit_in_any_list_leaves_every_other_word(seed: int) -> None:
    assert damage(seed, wide=True)[0] == []


def test_few_edits_are_refused_in_any_list() -> None:
    assert sum(damage(seed, wide=True)[1] for seed in LISTS) * 100 <= len(LISTS) * len(EDITS) * 8
