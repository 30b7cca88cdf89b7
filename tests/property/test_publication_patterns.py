"""Lists in random patterns by people of the world are read, and an edit of one field leaves every other word."""

from __future__ import annotations

import re
from collections import Counter

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
    return Counter(re.findall(r"\w+", text))


def right(entry: Entry, paper: Paper) -> dict[str, bool]:
    """Which fields are read as they were written; a stop that ends a list of names is none of a name's."""
    people = tuple(name.rstrip(".") for name in paper.authors) == tuple(name.rstrip(".") for name in names(entry))
    return {
        "title": entry.values["title"] == paper.title,
        "authors": people,
        "venue": str(entry.values["venue"]).startswith(paper.venue),
        "year": entry.values["year"] == paper.year,
    }


def test_lists_are_read() -> None:
    counts: Counter[str] = Counter()
    for seed in LISTS:
        written = papers(seed)
        entries = Page(Source(page_of(written))).entries("publications")
        assert len(entries) == len(written), f"list {seed}"
        for entry, paper in zip(entries, written, strict=True):
            counts.update(name for name, good in right(entry, paper).items() if good)

    whole = len(LISTS) * 5
    assert {name: counts[name] * 100 // whole >= 97 for name in EDITS} == dict.fromkeys(EDITS, True), counts


def test_an_edit_leaves_every_other_word() -> None:
    damaged, refused, done = [], 0, 0
    for seed in LISTS:
        written = papers(seed)
        page = Page(Source(page_of(written)))
        paper = written[seed % 5]
        own = {"title": paper.title, "authors": " ".join(paper.authors), "venue": paper.venue, "year": str(paper.year)}
        for name, values in EDITS.items():
            try:
                now = edit.change(page, "publications", seed % 5 + 1, values).page.text
            except Refused:
                refused += 1
                continue
            done += 1
            lost = words(page.text) - words(now)
            if not lost <= words(own[name]) + Counter("and"):
                damaged.append((seed, name, paper.source, sorted((lost - words(own[name])).elements())))

    assert not damaged, f"{len(damaged)} of {done}"
    assert refused * 100 <= (done + refused) * 8
