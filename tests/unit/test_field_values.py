"""What a field of an entry holds, as the functions that read it give it."""

from __future__ import annotations

import pytest

from profile_tui.content.entries.entry import (
    Author,
    Link,
    Value,
    Values,
    authors_in,
    authors_of,
    links_in,
    links_of,
    text_in,
    text_of,
    texts_of,
    year_in,
)

_ADA, _BEN = Author("Ada Example", is_self=True), Author("Ben Sample", marks=("*",))
_PDF = Link("PDF", "/a.pdf")


@pytest.mark.parametrize(
    ("value", "text"),
    [("Tides", "Tides"), (" a\nb ", " a\nb "), ("0", "0"), (2026, "2026"), (None, ""), ("", ""), ((), "")],
)
def test_a_value_as_text(value: Value, text: str) -> None:
    assert text_of(value) == text
    assert text_in({"title": value}, "title") == text


def test_a_field_that_an_entry_lacks_is_empty() -> None:
    values: Values = {"title": "Tides"}
    assert text_in(values, "venue") == ""
    assert year_in(values) is None
    assert authors_in(values) == []
    assert links_in(values) == []


@pytest.mark.parametrize(("value", "year"), [(2026, 2026), (None, None), ("2026", None), ("to appear", None)])
def test_a_year_is_a_number_or_none(value: Value, year: int | None) -> None:
    assert year_in({"year": value}) == year


def test_authors_and_links_keep_their_order_and_all_that_they_say() -> None:
    values: Values = {"authors": (_BEN, _ADA), "links": (_PDF, Link("Code", "/c"))}
    assert authors_in(values) == [Author("Ben Sample", marks=("*",)), Author("Ada Example", is_self=True)]
    assert links_in(values) == [Link("PDF", "/a.pdf"), Link("Code", "/c")]


@pytest.mark.parametrize("value", [None, "", "Ada Example", 2026, ()])
def test_a_value_of_another_type_has_neither_authors_nor_links(value: Value) -> None:
    assert authors_of(value) == []
    assert links_of(value) == []


def test_links_are_no_authors_and_authors_no_links() -> None:
    assert authors_of((_PDF,)) == []
    assert links_of((_ADA,)) == []


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("Tides", ["Tides"]),
        ("", [""]),
        ((_BEN, _ADA), ["Ben Sample", "Ada Example"]),
        ((_PDF,), ["PDF", "/a.pdf"]),
        ((), []),
        (2026, []),
        (None, []),
    ],
)
def test_the_texts_in_a_value(value: Value, texts: list[str]) -> None:
    assert texts_of(value) == texts
