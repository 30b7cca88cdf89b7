"""Numbers typed by hand that count on from year to year: none is given twice, and no label changes its sort."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

TITLES = ("Old heat in quarries", "Small rain over wells", "Wide fog of the north", "Salt for lamps and wells")


def page(*labels: str) -> Page:
    """Two papers of 2022 and two of 2021, with labels before them."""
    papers = [
        f"{label}Ada Moss, Ben Reed. *{title}*. Fen Studies, {2022 - at // 2}."
        for at, (label, title) in enumerate(zip(labels, TITLES, strict=True))
    ]
    gap = "\n" if labels[0].startswith("- ") else "\n\n"
    text = f"# Publications\n\n## 2022\n\n{gap.join(papers[:2])}\n\n## 2021\n\n{gap.join(papers[2:])}\n"
    return Page(Source(text.encode()))


DOWN = ("[4] ", "[3] ", "[2] ", "[1] ")
UP = ("1\\. ", "2\\. ", "3\\. ", "4\\. ")
ANEW = ("1\\. ", "2\\. ", "1\\. ", "2\\. ")
SORTS = ("- J3. ", "- C1. ", "- J2. ", "- J1. ")


@pytest.mark.parametrize(
    ("labels", "year", "label"),
    [
        (DOWN, 2023, "[5] "),
        (DOWN, 2022, "[5] "),
        (DOWN, 2021, None),
        (DOWN, 2019, None),
        (UP, 2023, None),
        (UP, 2022, None),
        (UP, 2021, "5\\. "),
        (UP, 2019, "5\\. "),
        (ANEW, 2023, "1\\. "),
        (ANEW, 2022, "3\\. "),
        (ANEW, 2019, "1\\. "),
        (SORTS, 2023, "- J4. "),
        (SORTS, 2021, None),
    ],
)
def test_a_new_paper_goes_on_from_the_numbers_of_all_years(
    labels: tuple[str, ...], year: int, label: str | None
) -> None:
    authors = (Author("Ada Moss"), Author("Ben Reed"))
    values: Values = {"title": "Reeds of the west", "authors": authors, "venue": "Fen Studies", "year": year}
    if label is None:
        with pytest.raises(Refused, match="numbered by hand"):
            edit.add(page(*labels), "publications", values)
    else:
        lines = edit.add(page(*labels), "publications", values).page.text.splitlines()
        assert f"{label}Ada Moss, Ben Reed. *Reeds of the west*. Fen Studies, {year}." in lines


@pytest.mark.parametrize("labels", [DOWN, UP, ANEW, SORTS])
def test_a_paper_does_not_take_its_number_to_another_year(labels: tuple[str, ...]) -> None:
    with pytest.raises(Refused, match="numbered by hand"):
        edit.move(page(*labels), "publications", 1, 3)


def test_labels_of_two_sorts_go_with_their_papers() -> None:
    before = page(*SORTS).text
    first, second = before.splitlines()[4:6]
    after = edit.move(page(*SORTS), "publications", 1, 2).page.text
    assert after == before.replace(f"{first}\n{second}\n", f"{second}\n{first}\n")


@pytest.mark.parametrize(("labels", "number", "missing"), [(UP, 2, "2"), (UP, 4, ""), (DOWN, 3, "2"), (ANEW, 4, "")])
def test_a_number_that_will_be_missing_is_told(labels: tuple[str, ...], number: int, missing: str) -> None:
    note = edit.remove(page(*labels), "publications", number).note
    assert f"{missing} is missing" in note if missing else not note


def papers(label: str, numbers: tuple[int, ...]) -> Page:
    """Papers of one list, the newest on top, with numbers before them."""
    lines = [
        f"{label.format(number)}Ada Moss, Ben Reed. *{title}*. Fen Studies, {2022 - at}."
        for at, (number, title) in enumerate(zip(numbers, TITLES, strict=False))
    ]
    return Page(Source(("# Publications\n\n" + "\n\n".join(lines) + "\n").encode()))


@pytest.mark.parametrize(
    ("label", "numbers", "new"),
    [
        pytest.param("- [{}] ", (3000, 2999, 2998), 3001, id="four digits"),
        pytest.param("- [{}] ", (1900, 1899), None, id="a number that is a year"),
        pytest.param("- {}. ", (12, 10, 9), 13, id="one is missing"),
        pytest.param("[{}] ", (9, 8, 8, 7), 10, id="one is there twice"),
        pytest.param("{}) ", (1,), 2, id="the second"),
        pytest.param("({}) ", (2, 2, 2), 2, id="no count"),
    ],
)
def test_the_next_number_is_one_that_no_other_has(label: str, numbers: tuple[int, ...], new: int | None) -> None:
    values: Values = {"title": "Reeds", "authors": (Author("Ada Moss"),), "venue": "Fen Studies", "year": 2026}
    if new is None:
        with pytest.raises(Refused):
            edit.add(papers(label, numbers), "publications", values)
        return
    text = edit.add(papers(label, numbers), "publications", values).page.text
    assert f"{label.format(new)}Ada Moss. *Reeds*. Fen Studies, 2026." in text.splitlines()


def test_a_new_year_of_lists_that_are_counted_anew_begins_with_one() -> None:
    values: Values = {"title": "Reeds", "authors": (Author("Ada Moss"),), "venue": "Fen Studies", "year": 2023}
    before = page("2\\. ", "1\\. ", "2\\. ", "1\\. ")
    assert (
        "1\\. Ada Moss. *Reeds*. Fen Studies, 2023." in edit.add(before, "publications", values).page.text.splitlines()
    )


def test_a_number_that_few_entries_have_is_not_given_to_a_new_one() -> None:
    text = papers("", (0, 0, 0, 0)).text.replace("Ada Moss", "[3] Ada Moss", 1)
    values: Values = {"title": "Reeds", "authors": (Author("Ada Moss"),), "venue": "Fen Studies", "year": 2026}
    assert (
        "\n\nAda Moss. *Reeds*. Fen Studies, 2026."
        in edit.add(Page(Source(text.encode())), "publications", values).page.text
    )
