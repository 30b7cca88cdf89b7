"""The next entry of a list in a random pattern is written in it, with whatever fields the new paper has."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Link, Value, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source
from support.citations import Paper, page_of, papers

LISTS = range(150)
RUINS = re.compile(r"\*{4}|\(\s*\)|“\s*”|,\s*,|[,;]\s*[.;]|\s[,;](?=\s|$)|(?<!\.)\.\s?\.(?=\s|$)|[,;]\s*$|^\W*[,.;:]\s")
"""What a field leaves behind that went without its separator or its brackets."""
INITIALS = re.compile(r"(\b[A-Z]\.) ?(?=[A-Z]\.)")
"""The first of two initials."""


def values_of(paper: Paper) -> dict[str, Value]:
    """What is typed to add a paper; its authors in full."""
    values: dict[str, Value] = {
        "title": paper.title,
        "authors": tuple(Author(f"{given} {family}".strip()) for given, family in paper.people),
        "venue": paper.venue,
        "year": paper.year,
    }
    if "](https" in paper.source:
        values["links"] = (Link("title", f"https://example.org/{paper.number}"),)
    return values


def added(old: list[Paper], values: Values) -> str:
    """The line of a new paper in a list."""
    after = edit.add(Page(Source(page_of(old))), "publications", values)
    entry = after.page.entries("publications")[(after.number or 0) - 1]
    return entry.span.of(after.page.text).removeprefix("- ").rstrip("\n")


def test_the_next_entry_is_written_in_the_pattern_of_its_list() -> None:
    wrong = []
    for seed in LISTS:
        *old, new = papers(seed, 6)
        # a new paper has no volume and pages
        line = new.source.replace(f"* {new.number} (", "* (").replace("), 1–9.", ").")
        written = added(old, values_of(new))
        longest = max(len(one.people) for one in old)
        if longest < 3 <= len(new.people):  # nothing tells how the last of three is joined
            written, line = (re.sub(r",? (and|&) ", ", ", one) for one in (written, line))
        if not any(INITIALS.search(one.source) for one in old):  # nothing tells how several initials are set
            written, line = (INITIALS.sub(r"\1", one) for one in (written, line))
        if written != line:
            wrong.append((seed, written, line))
    assert wrong == []


def test_what_a_new_paper_lacks_leaves_nothing_behind() -> None:
    refused = count = 0
    for seed in LISTS:
        *old, new = papers(seed, 6)
        whole = values_of(new)
        people = whole["authors"]
        assert isinstance(people, tuple)
        for lacking in ({"venue": None}, {"year": None}, {"venue": None, "year": None}, {"authors": people[:1]}):
            count += 1
            try:
                line = added(old, {**whole, **lacking})
            except Refused:
                refused += 1
                continue
            initials = re.sub(r"\b[A-Z]\.", "X", re.sub(r"\]\([^)]*\)|\[", "", line))
            assert not RUINS.search(initials), f"list {seed} without {', '.join(lacking)}: {line}"
            assert all(str(whole[name]) in line for name in ("title", "venue", "year") if name not in lacking)
    assert refused * 20 <= count, f"{refused} of {count} refused"


@given(st.integers(0, 10**9))
def test_the_next_entry_of_any_list_says_what_was_typed_or_is_refused(seed: int) -> None:
    *old, new = papers(seed, 6, wide=True)
    try:
        line = added(old, values_of(new))
    except Refused:
        return
    initials = re.sub(r"\b\w\.", "X", re.sub(r"\]\([^)]*\)|\[", "", line))
    assert not RUINS.search(initials), line
    families = [family.split()[-1] for _, family in new.people]
    said = (new.title, new.venue, str(new.year), *families)
    assert all(words.upper() in line.upper() for words in said), line  # some lists have capitals: Çakır, ÇAKIR


def test_the_next_entry_of_many_lists_is_written_in_their_pattern() -> None:
    # a list of pairs tells nothing of the last of three names, nor one of single initials how several are set
    right = refused = 0
    for seed in LISTS:
        *old, new = papers(seed, 6, wide=True)
        try:
            right += added(old, values_of(new)) == new.source.replace(f"* {new.number} (", "* (").replace(
                "), 1–9.", ")."
            )
        except Refused:
            refused += 1
    assert (refused * 100 <= len(LISTS) * 10, right * 100 >= (len(LISTS) - refused) * 88) == (True, True), (
        right,
        refused,
    )
