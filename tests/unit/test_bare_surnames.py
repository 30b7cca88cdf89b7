"""Lists that name people by their surnames alone: each is an author, and who may be one or two is said to be unsure."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from profile_tui.content.entries.entry import Entry, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source


def read(*lines: str) -> Sequence[Entry]:
    """The publications of a list."""
    text = "".join(f"- {line}\n" for line in lines)
    return Page(Source(f"# Publications\n\n{text}".encode())).entries("publications")


def people(entry: Entry) -> list[str]:
    """The names of who wrote a publication."""
    return [author.name for author in authors_in(entry.values)]


@pytest.mark.parametrize(
    "line",
    [
        "Holm, Berg, Woods: **Slow rivers in flat lands**. *Fen Letters*, 2021.",
        "Holm, Berg, Woods. [Slow rivers in flat lands](https://example.org). *Fen Letters*, 2021.",
        "Holm, Berg, Woods, “Slow rivers in flat lands.” *Fen Letters*, 2021.",
        "Holm, Berg, Woods (2021): Slow rivers in flat lands. *Fen Letters*.",
    ],
)
def test_an_odd_number_of_surnames_are_an_author_each(line: str) -> None:
    (entry,) = read(line)
    assert people(entry) == ["Holm", "Berg", "Woods"]
    assert entry.values["title"] == "Slow rivers in flat lands"
    assert not entry.unsure


def test_an_even_number_may_be_pairs_that_are_turned() -> None:
    (entry,) = read("Holm, Berg, Woods, Lind: **Slow rivers in flat lands**. *Fen Letters*, 2021.")
    assert entry.unsure == {"authors"}


def test_one_pair_is_a_person() -> None:
    (entry,) = read("Holm, Ada: **Slow rivers in flat lands**. *Fen Letters*, 2021.")
    assert people(entry) == ["Holm, Ada"]
    assert not entry.unsure


def test_other_entries_tell_that_names_are_turned() -> None:
    entries = read(
        "Holm, Ada, Berg, Bo: **Slow rivers in flat lands**. *Fen Letters*, 2021.",
        "Holm, Ada and Berg, Bo: **Peat on hills**. *Fen Letters*, 2020.",
    )
    assert people(entries[0]) == ["Holm, Ada", "Berg, Bo"]
    assert not any(entry.unsure for entry in entries)


def test_other_entries_tell_that_surnames_are_alone() -> None:
    entries = read(
        "Holm, Berg: **Slow rivers in flat lands**. *Fen Letters*, 2021.",
        "Holm, Berg, Lind: **Peat on hills**. *Fen Letters*, 2020.",
        "Holm, Lind, Woods: **Peat in valleys**. *Fen Letters*, 2020.",
        "Holm, Berg, Woods: **Ice in valleys**. *Fen Letters*, 2020.",
        "Holm, Ida: **Ice on dunes**. *Fen Letters*, 2020.",
    )
    assert [sorted(entry.unsure) for entry in entries] == [["authors"], [], [], [], ["authors"]]


def test_a_name_in_bold_is_one_person() -> None:
    (entry,) = read("**Holm, Berg**: Slow rivers in flat lands. In: *Fen Letters* 3, 2021.")
    assert people(entry) == ["Holm, Berg"]
    assert not entry.unsure
