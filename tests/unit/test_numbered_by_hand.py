"""Lists that are numbered by hand: a new entry has the next number, and what goes leaves one that is missing."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source
from support.papers import NEW

PAPERS = (
    "A. Moss, B. Reed. Effects of tall lamps. *Journal of Lamps*, 2025.",
    "B. Reed, M. Do. The best page of a large press. *Bog Studies*, 2024.",
    "R. To. On the link of models. *Journal of Lamps*, 2023.",
)
ROW = (
    "<tr>{0}<td>{1}</td><td>{2}</td></tr>",
    "<tr>{0}\n  <td>{1}.</td>\n  <td>{2}</td>\n</tr>",
)


def numbered(form: str, numbers: tuple[int, ...], between: str) -> Page:
    body = "".join(form.format(number) + paper + between for number, paper in zip(numbers, PAPERS, strict=True))
    return Page(Source(f"# Publications\n\n{body}".encode()))


def table(row: str, numbers: tuple[int, ...]) -> Page:
    papers = (f"{paper.replace(' *', ' <i>', 1).replace('*', '</i>', 1)}" for paper in PAPERS)
    rows = "".join(row.format("", number, paper) + "\n" for number, paper in zip(numbers, papers, strict=True))
    return Page(Source(f"# Publications\n\n<table>\n{rows}</table>\n".encode()))


@pytest.mark.parametrize(
    ("form", "between"),
    [
        ("[{}] ", "\n\n"),
        ("({}) ", "\n\n"),
        ("\\[{}\\] ", "\n\n"),
        ("{}\\. ", "\n\n"),
        ("- [{}] ", "\n"),
        ("[{}] ", "<br>\n"),
    ],
)
def test_numbers_go_on_or_nothing_is_added(form: str, between: str) -> None:
    after = edit.add(numbered(form, (3, 2, 1), between), "publications", NEW).page.text
    assert f"\n{form.format(4)}A. Moss. Tides of the inner fen. *Peat Letters*, 2026." in after
    with pytest.raises(Refused, match="numbered by hand from the top"):
        edit.add(numbered(form, (1, 2, 3), between), "publications", NEW)


def test_numbers_with_a_bracket_are_not_given_twice() -> None:
    with pytest.raises(Refused, match="numbered by hand from the top"):
        edit.add(numbered("{}) ", (1, 2, 3), "\n\n"), "publications", NEW)


@pytest.mark.parametrize("row", ROW)
def test_a_new_row_has_its_number(row: str) -> None:
    after = edit.add(table(row, (3, 2, 1)), "publications", NEW).page.text
    assert row.format("", 4, "A. Moss. Tides of the inner fen. <i>Peat Letters</i>, 2026.") in after
    with pytest.raises(Refused, match="numbered by hand from the top"):
        edit.add(table(row, (1, 2, 3)), "publications", NEW)


def paragraphs(numbers: tuple[int, ...], between: str = "\n\n") -> Page:
    """Papers in paragraphs of HTML."""
    papers = (f"{paper.replace(' *', ' <em>', 1).replace('*', '</em>', 1)}</p>{between}" for paper in PAPERS)
    body = "".join(f"<p>{number}. {paper}" for number, paper in zip(numbers, papers, strict=True))
    return Page(Source(f"# Publications\n\n{body}".encode()))


def test_a_new_paragraph_of_html_has_its_number() -> None:
    after = edit.add(paragraphs((3, 2, 1)), "publications", NEW).page.text
    assert "<p>4. A. Moss. Tides of the inner fen. <em>Peat Letters</em>, 2026.</p>" in after
    with pytest.raises(Refused, match="numbered by hand from the top"):
        edit.add(paragraphs((1, 2, 3)), "publications", NEW)


@pytest.mark.parametrize("parted", ["2025", "2024"])
def test_a_list_that_something_parts_counts_on(parted: str) -> None:
    text = paragraphs((3, 2, 1)).text.replace(f"{parted}.</p>", f"{parted}.</p>\n</p>")
    after = edit.add(Page(Source(text.encode())), "publications", NEW).page.text
    assert "<p>4. A. Moss. Tides of the inner fen. <em>Peat Letters</em>, 2026.</p>" in after


@pytest.mark.parametrize("form", ["[{}] ", "{}) ", "\\[{}\\] ", "**{}.** ", "[J{}] "])
@pytest.mark.parametrize(
    ("numbers", "number", "missing"),
    [((1, 2, 3), 2, 2), ((1, 2, 3), 1, 1), ((1, 2, 3), 3, 0), ((3, 2, 1), 2, 2), ((3, 2, 1), 1, 0), ((3, 2, 1), 3, 1)],
)
def test_a_number_that_is_missing_after_a_removal_is_told(
    form: str, numbers: tuple[int, ...], number: int, missing: int
) -> None:
    page = numbered(form, numbers, "\n\n")
    done = edit.remove(page, "publications", number)
    assert done.note == (f"the others keep their numbers, and {missing} is missing now" if missing else "")
    kept = [line for line in page.text.split("\n\n")[1:-1] if PAPERS[number - 1] not in line]
    assert done.page.text.split("\n\n")[1:3] == kept


def test_of_a_list_that_counts_itself_no_number_is_missing() -> None:
    assert not edit.remove(numbered("{}. ", (1, 2, 3), "\n"), "publications", 2).note
