"""Dates as pages write them: what they mean, and how the next one is written in the same form."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_tui.cli.main import run
from profile_tui.content.entries import date_prefix, dates
from profile_tui.text.errors import UsageError
from profile_tui.text.span import Span

WRITTEN = (
    # as on the page, what it means, another date, how that is written there
    ("2024.09", "2024-09", "2026-11", "2026.11"),
    ("2024.9", "2024-09", "2026-03", "2026.3"),
    ("2024.09.18", "2024-09-18", "2026-11-02", "2026.11.02"),
    ("2024.9.8", "2024-09-08", "2026-03-02", "2026.3.2"),
    ("2024-09", "2024-09", "2026-11", "2026-11"),
    ("2024-09-18", "2024-09-18", "2026-11-02", "2026-11-02"),
    ("2024/9", "2024-09", "2026-03", "2026/3"),
    ("2023/6/3", "2023-06-03", "2026-11-02", "2026/11/2"),
    ("09/2024", "2024-09", "2026-03", "03/2026"),
    ("9/2024", "2024-09", "2026-03", "3/2026"),
    ("09-2024", "2024-09", "2026-11", "11-2026"),
    ("Sep. 2024", "2024-09", "2026-11", "Nov. 2026"),
    ("Sep, 2024", "2024-09", "2026-11", "Nov, 2026"),
    ("Sep 2024", "2024-09", "2026-11", "Nov 2026"),
    ("SEP 2024", "2024-09", "2026-11", "NOV 2026"),
    ("September 2024", "2024-09", "2026-11", "November 2026"),
    ("September, 2024", "2024-09", "2026-03", "March, 2026"),
    ("2024 Sep", "2024-09", "2026-11", "2026 Nov"),
    ("Sep 18, 2024", "2024-09-18", "2026-11-02", "Nov 2, 2026"),
    ("September 18, 2024", "2024-09-18", "2026-11-02", "November 2, 2026"),
    ("18 September 2024", "2024-09-18", "2026-11-02", "2 November 2026"),
    ("18 Sep. 2024", "2024-09-18", "2026-11-02", "2 Nov. 2026"),
    ("30/06/2023", "2023-06-30", "2026-11-02", "02/11/2026"),
    ("06/30/2023", "2023-06-30", "2026-11-02", "11/02/2026"),
    ("Jan 25", "2025-01", "2026-11", "Nov 26"),
    ("Jan '25", "2025-01", "2026-11", "Nov '26"),
    ("2024年9月", "2024-09", "2026-11", "2026年11月"),
    ("2024年09月", "2024-09", "2026-03", "2026年03月"),
    ("2024年9月8日", "2024-09-08", "2026-11-02", "2026年11月2日"),
    ("Fall 2024", "2024", "2026-03", "Spring 2026"),
    ("2024", "2024", "2026", "2026"),
    ("2024年", "2024", "2026", "2026年"),
    ("2024년", "2024", "2026", "2026년"),
)


@pytest.mark.parametrize(("written", "iso", "other", "expected"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_a_date_is_read_and_the_next_written_like_it(written: str, iso: str, other: str, expected: str) -> None:
    found_date = dates.at(f"{written}: text", 0)
    assert found_date is not None
    assert (found_date.iso, found_date.start, found_date.end) == (iso, 0, len(written))
    assert dates.DateFormat.of(found_date).write(other) == expected


@pytest.mark.parametrize("row", WRITTEN, ids=[row[0] for row in WRITTEN])
def test_a_date_written_in_its_own_shape_is_itself(row: tuple[str, str, str, str]) -> None:
    found_date = dates.at(row[0], 0)
    assert found_date is not None
    assert dates.DateFormat.of(found_date).write(found_date.iso) == row[0] or row[0].startswith("Fall")


@pytest.mark.parametrize(
    ("written", "other", "expected"),
    [
        ("2024.09.18", "2026-11", "2026.11"),
        ("2024-09-18", "2026", "2026"),
        ("September 18, 2024", "2026-11", "November 2026"),
        ("18 September 2024", "2026-11", "November 2026"),
        ("Sep. 2024", "2026", "2026"),
        ("2024.09", "2026-11-02", "2026.11"),
    ],
)
def test_a_date_is_written_at_the_precision_that_both_have(written: str, other: str, expected: str) -> None:
    found_date = dates.at(written, 0)
    assert found_date is not None
    assert dates.DateFormat.of(found_date).write(other) == expected


@pytest.mark.parametrize(
    "text",
    ["", "1.2.3", "20240", "2024.13.41x", "May be", "Sept", "12 months", "x2024", "99.99", "1850", "March on"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    found_date = dates.at(text, 0)
    assert found_date is None or found_date.end < len(text)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("We moved in May 2024 to the coast", "2024-05"),
        ("Dismay 2024", "2024"),
        ("version 12024.05 of 2023", "2023"),
        ("at 3 pm, 18 Sep 2024", "2024-09-18"),
        ("no date at all", None),
    ],
)
def test_the_first_date_in_a_text_is_found(text: str, iso: str | None) -> None:
    found_date = dates.search(text)
    assert (found_date.iso if found_date else None) == iso


@pytest.mark.parametrize(
    ("written", "ambiguous"),
    [("May 2024", True), ("2024.11", True), ("2024.9", False), ("2024.09", False), ("June 2024", False)],
)
def test_a_shape_that_hides_its_form_says_so(written: str, ambiguous: bool) -> None:
    found_date = dates.at(written, 0)
    assert found_date is not None
    assert dates.DateFormat.of(found_date).ambiguous == ambiguous


def test_of_several_shapes_the_one_that_tells_all_is_taken() -> None:
    found_dates = [dates.at(text, 0) for text in ("2024.11", "2024.9")]
    chosen = dates.common([dates.DateFormat.of(each) for each in found_dates if each])
    assert chosen is not None
    assert chosen.write("2026-03") == "2026.3"
    assert dates.common([]) is None


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2026-11-21", "2026-11-21"),
        ("2026-11", "2026-11"),
        ("2026", "2026"),
        ("Nov 2026", "2026-11"),
        ("nov 2026", "2026-11"),
        ("November 21, 2026", "2026-11-21"),
        (" 2026.11 ", "2026-11"),
        ("2026年11月", "2026-11"),
        ("today", "2026-02-03"),
        ("Today", "2026-02-03"),
        ("now", "2026-02-03"),
        ("yesterday", "2026-02-02"),
        ("Tomorrow", "2026-02-04"),
        ("the day before yesterday", "2026-02-01"),
        ("3 days ago", "2026-01-31"),
        ("a week ago", "2026-01-27"),
        ("two weeks  ago", "2026-01-20"),
        ("in 2 weeks", "2026-02-17"),
        ("10 days from now", "2026-02-13"),
        ("last week", "2026-01-27"),
        ("this month", "2026-02"),
        ("last month", "2026-01"),
        ("next month", "2026-03"),
        ("2 months ago", "2025-12"),
        ("in 11 months", "2027-01"),
        ("last year", "2025"),
        ("three years ago", "2023"),
        ("monday", "2026-02-02"),  # the 3rd of February 2026 is a Tuesday
        ("Tue", "2026-02-03"),
        ("last tuesday", "2026-01-27"),
        ("wednesday", "2026-01-28"),
        ("next wed", "2026-02-04"),
        ("next tuesday", "2026-02-10"),
        ("this friday", "2026-02-06"),
        ("on Sunday", "2026-02-01"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_a_typed_date_is_understood(typed: str, iso: str) -> None:
    assert dates.parse(typed, today=date(2026, 2, 3)) == iso


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "2026-13",
        "2026-02-30",
        "2025-02-29",
        "26",
        "2026-11-21x",
        "yesterday-ish",
        "3 days",
        "in 3 days ago",
        "umpteen days ago",
        "9999 years ago",
        "last ice",
        "11",
        "2026-00",
    ],
)
def test_a_typed_word_that_is_no_date_is_told(typed: str) -> None:
    with pytest.raises(UsageError):
        dates.parse(typed)


@pytest.mark.parametrize(
    ("found", "descends"),
    [
        (["2026-01", "2025-03", "2024"], True),
        (["2024", "2025-03", "2026-01"], False),
        (["2026-01", "2025-03", "2025-07", "2024-01"], True),
        (["2026-01-02", "2026-01"], True),
        (["2026"], True),
        ([], True),
    ],
)
def test_the_order_of_a_list_is_recognised(found: list[str], descends: bool) -> None:
    assert dates.descending(found) == descends


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2029, 12, 31)), st.sampled_from(WRITTEN))
def test_any_date_reads_back_at_the_precision_of_its_shape(day: date, row: tuple[str, str, str, str]) -> None:
    model = dates.at(row[0], 0)
    assert model is not None
    if "25" in row[0] and day.year < 2000:
        return  # two digits of a year say nothing of its century
    written = dates.DateFormat.of(model).write(day.isoformat())
    found_date = dates.at(written, 0)
    assert found_date is not None
    assert found_date.end == len(written)
    ambiguous = "/" in row[0] and row[0].count("/") == 2 and day.day <= 12 and row[0].startswith("30")
    assert ambiguous or found_date.iso == day.isoformat()[: len(model.iso)]


@pytest.mark.parametrize("dash", ["-", "--", "---", "–", "—"])
def test_a_dash_of_any_spelling_parts_a_date_from_its_text(dash: str) -> None:
    source = f"May 6th, 2024 {dash} The lake froze."
    head = date_prefix.read(source, Span(0, len(source)))
    assert head.found is not None
    assert head.found.iso == "2024-05-06"
    assert source[head.text_start :] == "The lake froze."


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th"),
        (19, "19th"), (20, "20th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (30, "30th"), (31, "31st"),
    ],
)  # fmt: skip
def test_an_english_ordinal_fits_its_day(day: int, written: str) -> None:
    found_date = dates.at("September 18th, 2024", 0)
    assert found_date is not None
    assert dates.DateFormat.of(found_date).write(f"2026-05-{day:02}") == f"May {written}, 2026"


def test_a_date_is_looked_for_within_its_bounds() -> None:
    text = "2024 and Nov 2026"
    first = dates.search(text)
    assert first is not None
    assert (first.span, first.iso) == ((0, 4), "2024")
    second = dates.search(text, 5)
    assert second is not None
    assert (second.span, second.iso) == ((9, 17), "2026-11")
    assert dates.search(text, 5, 12) is None
    assert dates.search(text, 5, 16) is None


def test_of_shapes_that_all_hide_their_form_the_first_is_taken() -> None:
    found_dates = [dates.at(text, 0) for text in ("May 2024", "May. 2025")]
    shapes = [dates.DateFormat.of(found_date) for found_date in found_dates if found_date]
    assert dates.common(shapes) == shapes[0]


def test_what_is_wrong_with_a_typed_date_is_told() -> None:
    with pytest.raises(UsageError) as caught:
        dates.parse("soon")
    assert (
        caught.value.message
        == "“soon” isn't a date I recognise; try 2026-11, 2026-11-21, 2026, Nov 2026, yesterday or last month"
    )
    with pytest.raises(UsageError) as caught:
        dates.parse("2026-02-30")
    assert caught.value.message == "“2026-02-30” isn't a day of the calendar; write one that is, such as 2026-11-21"
    assert dates.parse("Now", date(2026, 11, 21)) == "2026-11-21"


@pytest.mark.parametrize(
    ("listed", "day", "line"),
    [
        ("- **2024年**：结冰。\n", "2026-03-05", "- **2026年3月**：融化。"),
        ("- **2024年**：结冰。\n", "2026", "- **2026年**：融化。"),
        ("- **2024年5月**：结冰。\n", "2026", "- **2026年**：融化。"),
        ("- 2024년, 얼음.\n", "2026-03", "- 2026년 3월, 융해."),
        ("- *2024*: Ice.\n", "2026-03", "- *2026.03*: Thaw."),
    ],
)
def test_a_year_written_with_its_sign_is_a_date(
    listed: str, day: str, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "about.md"
    page.write_text("---\ntitle: Home\n---\n\n# News\n\n" + listed, "utf-8")
    assert (
        run(["news", "add", "--in", str(page), "--date", day, line.split()[-1].rpartition("：")[2]], lambda _: 1) == 0
    )
    assert capsys.readouterr().err == ""
    assert page.read_text("utf-8").split("\n")[6:8] == [line, listed.rstrip("\n")]
