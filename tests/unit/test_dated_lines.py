"""Dates and texts as pages have them: in lines of one paragraph, with days before months, beside a `May`."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

LINES = [
    pytest.param("**[Oct 2025]** A.<br>\n**[May 2025]** B.<br>\n**[Dec 2024]** C.", "<br>", id="an element"),
    pytest.param("🎉 [Oct 2025] A.  \n🎤 [May 2025] B.  \n🔥 [Dec 2024] C.", "  ", id="two blanks"),
    pytest.param("Oct 2025 – A. \\\\\nMay 2025 – B. \\\\\nDec 2024 – C.", " \\\\", id="backslashes"),
    pytest.param("Oct 2025: A.\nMay 2025: B.\nDec 2024: C.", "", id="no marks"),
]


def page(body: str) -> Page:
    return Page(Source(f"---\ntitle: Ada\n---\n\n## News\n\n{body}\n\n## Contact\n\nWrite.\n".encode()))


def body_of(changed: Page) -> str:
    return changed.text.partition("## News\n\n")[2].partition("\n\n## Contact")[0]


@pytest.mark.parametrize(("body", "mark"), LINES)
def test_each_dated_line_of_a_paragraph_is_an_entry(body: str, mark: str) -> None:
    read = page(body).entries("news")
    assert [(one.values["date"], one.values["text"]) for one in read] == [
        ("2025-10", "A."),
        ("2025-05", "B."),
        ("2024-12", "C."),
    ]


@pytest.mark.parametrize(("body", "mark"), LINES)
def test_a_line_is_changed_alone(body: str, mark: str) -> None:
    before = body.split("\n")
    changed = body_of(edit.change(page(body), "news", 2, {"text": "New."}).page).split("\n")
    assert changed[::2] == before[::2]
    assert changed[1] == before[1].replace("B.", "New.")


@pytest.mark.parametrize(("body", "mark"), LINES)
def test_a_line_is_added_at_either_end_and_every_line_but_the_last_is_broken(body: str, mark: str) -> None:
    for date, at in (("2026-11", 0), ("2023-02", 3)):
        changed = body_of(edit.add(page(body), "news", {"date": date, "text": "New."}).page).split("\n")
        assert "New." in changed[at]
        assert len(changed) == 4
        assert all(line.endswith("." + mark) for line in changed[:-1])
        assert changed[-1].endswith(".")


@pytest.mark.parametrize(("body", "mark"), LINES)
def test_a_line_that_moves_leaves_what_breaks_it(body: str, mark: str) -> None:
    changed = body_of(edit.move(page(body), "news", 3, 1).page).split("\n")
    assert [next(letter for letter in "ABC" if f"{letter}." in line) for line in changed] == ["C", "A", "B"]
    assert all(line.endswith("." + mark) for line in changed[:-1])


def test_lines_of_prose_are_one_paragraph() -> None:
    read = page("Oct 2025: A long tale that began in\nMay 2024: no line of its own, but\nwords.").entries("news")
    assert len(read) == 1


def test_a_line_without_a_date_goes_on_with_the_one_above() -> None:
    read = page("Oct 2025: A.<br>\nMore of it.<br>\nMay 2025: B.").entries("news")
    assert [one.values["text"] for one in read] == ["A.<br>\nMore of it.", "B."]


def test_one_date_tells_that_days_lead_in_a_list() -> None:
    list_of_days = page("- 12/10/2025 A.\n- 03/05/2025 B.\n- 28/02/2024 C.")
    assert [one.values["date"] for one in list_of_days.entries("news")] == ["2025-10-12", "2025-05-03", "2024-02-28"]
    changed = edit.add(list_of_days, "news", {"date": "2026-11-21", "text": "New."}).page
    assert "- 21/11/2026 New.\n- 12/10/2025 A." in changed.text


def test_months_lead_where_a_date_says_so_or_none_tells() -> None:
    assert page("- 10/28/2025 A.\n- 03/05/2025 B.").entries("news")[1].values["date"] == "2025-03-05"
    assert page("- 10/11/2025 A.\n- 03/05/2025 B.").entries("news")[1].values["date"] == "2025-03-05"


def test_a_neighbour_tells_how_long_the_names_of_months_are_where_one_is_may() -> None:
    changed = edit.change(page("- October 12, 2025: A.\n- May 3, 2025: B."), "news", 2, {"date": "2022-03-04"}).page
    assert "- March 4, 2022: B." in changed.text


def test_a_range_before_a_sign_is_one_date() -> None:
    read = page("- Jun 2025 – Aug 2025: A.\n- Jan 2025 – 2024 was long.\n- Dec 2024: C.").entries("news")
    assert [(one.values["date"], one.values["text"]) for one in read] == [
        ("2025-06", "A."),
        ("2025-01", "2024 was long."),
        ("2024-12", "C."),
    ]


@pytest.mark.parametrize(
    ("first", "second", "new"),
    [
        ("**September 3, 2025.** A.", "**May 1, 2025.** B.", "**December 24, 2025.** C."),
        ("__Sep 2025.__ A.", "__May 2025.__ B.", "__Dec 2025.__ C."),
        ("<b>2025-09-03.</b> A.", "<b>2025-05-01.</b> B.", "<b>2025-12-24.</b> C."),
    ],
)
def test_a_period_within_a_date_s_marks_parts_it_from_the_text(first: str, second: str, new: str) -> None:
    added = edit.add(page(f"- {first}\n- {second}"), "news", {"date": "2025-12-24", "text": "C."}).page
    assert f"- {new}\n- {first}\n- {second}\n" in added.text


@pytest.mark.parametrize(
    ("items", "date", "at", "new"),
    [
        (("*A*, Fen, March 2025.", "*B*, Bog, May 2024."), "2025-06", 0, "C, June 2025."),
        (("*A*, Fen, March 2025.", "*B*, Bog, May 2024."), "2024-09", 1, "C, September 2024."),
        (("March 2024: A.", "May 2025: B."), "2025-06", 2, "June 2025: C"),
        (("Mar 2023 - now: A", "May 2019 - Dec 2020: B"), "Jan 2024 - now", 0, "Jan 2024 - now: C"),
        (("2025 – A", "2021 – B"), "2023", 1, "2023 – C"),
        (("2025 | A", "2021 | B"), "2026", 0, "2026 | C"),
    ],
)
def test_talks_are_sorted_by_dates_in_words(items: tuple[str, str], date: str, at: int, new: str) -> None:
    was = Page(Source(f"## Talks\n\n- {items[0]}\n- {items[1]}\n".encode()))
    lines = list(items)
    lines.insert(at, new)
    assert edit.add(was, "talks", {"date": date, "text": "C"}).page.text == "".join(
        ["## Talks\n\n", *(f"- {line}\n" for line in lines)]
    )


def test_the_date_that_an_element_says_for_machines_goes_with_the_one_that_is_shown() -> None:
    line = '- <time datetime="{}">{}</time>: {}.\n'
    old = line.format("2026-05-04", "May 4, 2026", "Snow") + line.format("2026-02-01", "February 1, 2026", "Moss")
    added = edit.add(page(old), "news", {"date": "2026-06-09", "text": "Ice."}).page
    assert line.format("2026-06-09", "June 9, 2026", "Ice") in added.text
    changed = edit.change(page(old), "news", 1, {"date": "2026-06"}).page
    assert line.format("2026-06", "June 2026", "Snow") in changed.text


@pytest.mark.parametrize("before", ["Mon, ", "Mo., ", "~"])
def test_beside_dates_that_are_not_read_no_other_form_is_begun(before: str) -> None:
    with pytest.raises(Refused, match="have their dates within the text"):
        edit.add(page(f"- {before}4 May 2026: Snow.\n"), "news", {"date": "2026-06-09", "text": "Ice."})
