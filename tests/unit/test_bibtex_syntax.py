"""BibTeX as it stands in files and pastes: blocks, fields, values, and what is forgiven."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_tui.markup.bibtex.syntax import BibBlock, blocks, stray
from profile_tui.markup.bibtex.values import Bibliography


def entry(text: str) -> BibBlock:
    """The first entry of a text."""
    return next(block for block in blocks(text) if block.is_entry)


def test_blocks_are_found_among_anything_else() -> None:
    text = (
        "---\n---\nmail a@b.org {x}\n@comment{@article{no, title={x}}}\n@STRING(a = {b})\n)\n"
        '@Article {k1 ,\n Title = {A {B} @c}, note = "q {"} r" # a,\n YEAR=2020}@misc{k2,}\n@misc{,title={x}}\n'
        "@book{k3, title={open,\n year={1}\n\n@misc{k4,url={u}}"
    )
    found = [block for block in blocks(text) if block.is_entry]
    assert [(block.key, block.broken.message if block.broken else "") for block in found] == [
        ("k1", ""),
        ("k2", ""),
        ("", ""),
        ("k3", "the value of title does not end"),
        ("k4", ""),
    ]
    assert [(field.name, field.value.of(text)) for field in found[0].fields] == [
        ("title", "{A {B} @c}"),
        ("note", '"q {"} r" # a'),
        ("year", "2020"),
    ]
    assert found[0].span.of(text).startswith("@Article {k1")
    assert found[0].span.of(text).endswith("YEAR=2020}")
    assert [flaw.message for flaw in found[2].flaws] == ["the key is missing"]


@given(st.text(alphabet='@{}(),="#%\\ab1 \n', max_size=80))
def test_blocks_never_overlap_whatever_the_file_holds(text: str) -> None:
    done = 0
    for block in blocks(text):
        assert done <= block.span.start < block.span.end <= len(text)
        for field in block.fields:
            assert block.span.covers(field.span)
            assert field.span.covers(field.value)
            assert all(field.value.covers(piece.span) for piece in field.pieces)
        done = block.span.end


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("@misc{k, title = {T}\n year = 2020}", "a comma is missing after title"),
        ("@misc{k, title = {T}, year = 2020\n\n", "the closing brace is missing"),
        ("@misc{k, title = {T},\n  year = 2020\n@misc{", "the closing brace is missing"),
        ("@misc(k, title = {T}, year = 2020)", "parentheses are used in place of braces"),
        ("@misc{k,\n% by hand\n title = {T}, year = 2020}", "a % comment is inside the entry"),
        ("@misc{title = {T}, year = 2020}", "the key is missing"),
        ("@misc{k\n title = {T}, year = 2020}", "a comma is missing after the key"),
        ("@misc{k (2), title = {T}, year = 2020}", "the key k (2) holds characters that a key must not hold"),
        ("@misc{k, month = , title = {T}, year = 2020}", "the value of month is missing"),
        ("@misc{k, title = {T}, year = 2020, month = }", "the value of month is missing"),
        ("@misc{k, pages = 12--14, title = {T}, year = 2020}", "the value of pages needs braces"),
        ('@misc{k, title = {T}, year = 2020, author = "M\\"uller"}', 'a \\" in a quoted value needs braces around it'),
    ],
)
def test_what_people_paste_is_read_in_spite_of_its_flaws(text: str, flaw: str) -> None:
    block = entry(text)
    assert block.broken is None
    assert [said.message for said in block.flaws][:1] == [flaw]
    fields = Bibliography(text).fields(block)
    assert (fields["title"], fields["year"]) == ("T", "2020")


@pytest.mark.parametrize(
    ("text", "at", "message"),
    [
        ("@misc{k,\n title = {T},\n 3 year = 2020\n}", 24, "'3 year = 2020' is not a field"),
        (
            "@misc{k,\n title = {T}},\n year = 2020\n}",
            21,
            "fields follow its closing brace; there is one brace too many",
        ),
        ("@misc{k,\n title = # {T},\n year = 2020\n}", 10, "the value of title is missing"),
        ("@misc{k,\n title = {T,\n year = 2020\n}", 10, "the value of title does not end"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, at: int, message: str) -> None:
    block = entry(text)
    assert block.broken == (at, message)
    assert block.span.of(text).startswith("@misc{k,")


def test_a_comment_hides_whatever_its_braces_hold() -> None:
    text = "@Comment{\n@article{a, title={x}}\n@article{b,\n title={y}}\n}\n@misc{c, title={z}}\n"
    assert [block.key for block in blocks(text) if block.is_entry] == ["c"]


def test_an_entry_quoted_in_an_abstract_is_part_of_it_and_one_after_a_value_that_does_not_end_is_not() -> None:
    inner = "@article{b,\n title = {Not}\n}"
    text = "@misc{a,\n abstract = {As {in}\n" + inner + "\none sees.},\n title = {Shown}\n}\n@misc{c, title = {Next}}\n"
    assert [block.key for block in blocks(text)] == ["a", "c"]
    assert [block.key for block in blocks("@misc{a,\n abstract = {As in\n}\n" + inner)] == ["a", "b"]
    assert [block.key for block in blocks("@misc{a,\n title = {As in,\n}\n" + inner + "}")] == ["a", "b"]


def test_abbreviations_are_put_in_and_pieces_joined() -> None:
    text = (
        '@string{jls = "Journal of Lanterns"}\n@STRING(long = jls # {, Part B})\n'
        '@article{k, journal = LONG, month = "15~" # jul, note = "a" # { b}, publisher = unknown, year = 2020,'
        " year = 2021, volume = {3}, volume = {}}"
    )
    (block,) = Bibliography(text).entries
    assert Bibliography(text).fields(block) == {
        "journal": "Journal of Lanterns, Part B",
        "month": "15~jul",
        "note": "a b",
        "publisher": "unknown",
        "year": "2021",
        "volume": "3",
    }
    assert Bibliography(text).portable(block.fields[0]) == "{Journal of Lanterns, Part B}"
    assert Bibliography(text).portable(block.fields[1]) == "{15~} # jul"


def test_a_paper_takes_venue_and_year_of_what_it_refers_to_but_not_its_doi() -> None:
    text = (
        "@inproceedings{child, title = {A}, crossref = {Parent}}\n"
        "@proceedings{parent, title = {Proc}, year = 2021, doi = {10.1000/p}}"
    )
    bibliography = Bibliography(text)
    child, parent = bibliography.entries
    assert bibliography.fields(child) == {"title": "A", "crossref": "Parent", "booktitle": "Proc", "year": "2021"}
    assert bibliography.parents == {parent.span.start}


def test_an_at_sign_between_entries_is_found() -> None:
    text = "Write to me@example.org.\n@misc{k, note = {a@b.org}}\n@ alone"
    assert [text[at:][:8] for at in stray(text, list(blocks(text)))] == ["@example"[:8], "@ alone"[:8]]
