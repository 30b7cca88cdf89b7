"""Where a new entry goes among the others, and how it is parted from them and numbered."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from profile_tui.content.change import edit
from profile_tui.content.change.insertion import insertion_points
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

HEAD = "---\ntitle: Ada\n---\n\n# News\n\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("- *2026.03*: A.", "- *2026.05*: New.\n- *2026.03*: A.", id="no line end, newest first"),
        pytest.param(
            "- *2026.01*: A.\n- *2026.03*: B.",
            "- *2026.01*: A.\n- *2026.03*: B.\n- *2026.05*: New.",
            id="no line end, newest last",
        ),
        pytest.param(
            "- *2026.03*: A.\n\n- *2026.01*: B.\n",
            "- *2026.05*: New.\n\n- *2026.03*: A.\n\n- *2026.01*: B.\n",
            id="blank lines between",
        ),
        pytest.param(
            "- *2026.08*: A.\n- *2026.03*: B.\n",
            "- *2026.08*: A.\n- *2026.05*: New.\n- *2026.03*: B.\n",
            id="between by its date",
        ),
        pytest.param(
            "- *2026.07*: A.\n\nAnd before:\n\n- *2026.01*: B.\n- *2025.01*: C.\n",
            "- *2026.07*: A.\n\nAnd before:\n\n- *2026.05*: New.\n- *2026.01*: B.\n- *2025.01*: C.\n",
            id="after words in between",
        ),
        pytest.param("*2026.03*: A.\n", "*2026.05*: New.\n\n*2026.03*: A.\n", id="an only paragraph"),
        pytest.param(
            "*2026.01*: A.\n\n*2026.03*: B.\n",
            "*2026.01*: A.\n\n*2026.03*: B.\n\n*2026.05*: New.\n",
            id="paragraphs, newest last",
        ),
        pytest.param(
            "3. *2026.03*: A.\n2. *2026.02*: B.\n1. *2026.01*: C.\n",
            "4. *2026.05*: New.\n3. *2026.03*: A.\n2. *2026.02*: B.\n1. *2026.01*: C.\n",
            id="counted down",
        ),
        pytest.param(
            "1. *2026.01*: A.\n2. *2026.02*: B.\n3. *2026.03*: C.\n",
            "1. *2026.01*: A.\n2. *2026.02*: B.\n3. *2026.03*: C.\n4. *2026.05*: New.\n",
            id="counted up",
        ),
        pytest.param(
            "9. *2026.02*: A.\n10. *2026.03*: B.\n",
            "9. *2026.02*: A.\n10. *2026.03*: B.\n11. *2026.05*: New.\n",
            id="counted up beyond nine",
        ),
        pytest.param(
            "1. *2026.03*: A.\n1. *2026.01*: B.\n",
            "1. *2026.05*: New.\n1. *2026.03*: A.\n1. *2026.01*: B.\n",
            id="the same number before all",
        ),
    ],
)
def test_a_new_entry_goes_to_its_place(before: str, after: str) -> None:
    page = Page(Source((HEAD + before).encode()))
    assert edit.add(page, "news", {"date": "2026-05", "text": "New."}).page.text == HEAD + after


@pytest.mark.parametrize(
    ("before", "date", "after"),
    [
        pytest.param(
            "- *2026.01*: A.\n- *2026.02*: B.\n\nAnd then:\n\n- *2026.03*: C.\n",
            "2026-05",
            "- *2026.01*: A.\n- *2026.02*: B.\n\nAnd then:\n\n- *2026.03*: C.\n- *2026.05*: New.\n",
            id="the newest last, after words",
        ),
        pytest.param(
            "*2026.01*: A.\n\n*2026.02*: B.\n\n- *2026.03*: C.\n- *2026.04*: D.\n",
            "2026-05",
            "*2026.01*: A.\n\n*2026.02*: B.\n\n- *2026.03*: C.\n- *2026.04*: D.\n- *2026.05*: New.\n",
            id="the newest last, in another shape",
        ),
        pytest.param(
            "- *2026.04*: A.\n- *2026.03*: B.\n\n*2026.02*: C.\n\n*2026.01*: D.\n",
            "2026-05",
            "- *2026.05*: New.\n- *2026.04*: A.\n- *2026.03*: B.\n\n*2026.02*: C.\n\n*2026.01*: D.\n",
            id="the newest first, in another shape",
        ),
        pytest.param(
            "- *2026.04*: A.\n- *2026.03*: B.\n\n*2026.02*: C.\n\n*2025.01*: D.\n",
            "2025-07",
            "- *2026.04*: A.\n- *2026.03*: B.\n\n*2026.02*: C.\n\n*2025.07*: New.\n\n*2025.01*: D.\n",
            id="between, in the shape that is there",
        ),
        pytest.param("*2026.03*: A.", "2026-01", "*2026.03*: A.\n\n*2026.01*: New.", id="after an only paragraph"),
        pytest.param("- *2026.03*: A.\n", "2026-01", "- *2026.03*: A.\n- *2026.01*: New.\n", id="after an only item"),
        pytest.param(
            "- *2026.03*: A.\n- *2026.02*: B.",
            "2025-01",
            "- *2026.03*: A.\n- *2026.02*: B.\n- *2025.01*: New.",
            id="the oldest, no line end",
        ),
        pytest.param(
            "1. *2026.03*: A.\n2. *2026.02*: B.\n3. *2026.01*: C.\n",
            "2026-02",
            "1. *2026.03*: A.\n2. *2026.02*: New.\n2. *2026.02*: B.\n3. *2026.01*: C.\n",
            id="within a counted list, which is counted anew",
        ),
        pytest.param(
            "1. *2026.03*: A.\n2. *2026.02*: B.\n",
            "2026-05",
            "1. *2026.05*: New.\n1. *2026.03*: A.\n2. *2026.02*: B.\n",
            id="counted up from one, on top: no item is number zero",
        ),
        pytest.param(
            "4. *2026.03*: A.\n3. *2026.02*: B.\n1. *2026.01*: C.\n",
            "2026-05",
            "4. *2026.05*: New.\n4. *2026.03*: A.\n3. *2026.02*: B.\n1. *2026.01*: C.\n",
            id="numbers that leave one out are not counted on",
        ),
        pytest.param(
            "5. *2026.03*: A.\n3. *2026.02*: B.\n1. *2026.01*: C.\n",
            "2026-05",
            "5. *2026.05*: New.\n5. *2026.03*: A.\n3. *2026.02*: B.\n1. *2026.01*: C.\n",
            id="numbers two apart are not counted on",
        ),
        pytest.param(
            "7. *2026.03*: A.\n", "2026-05", "7. *2026.05*: New.\n7. *2026.03*: A.\n", id="one number counts nothing"
        ),
        pytest.param(
            "- *2026.01*: A.\n\n- *2026.02*: B.\n",
            "2026-05",
            "- *2026.01*: A.\n\n- *2026.02*: B.\n\n- *2026.05*: New.\n",
            id="the newest last, blank lines between",
        ),
        pytest.param(
            "- *2026.01*: A.\n- *2026.02*: B.\n- No date.",
            "2026-05",
            "- *2026.01*: A.\n- *2026.02*: B.\n- No date.\n- *2026.05*: New.",
            id="after one without a date and without a line end",
        ),
        pytest.param(
            "- *2026.01*: A.\n- *2026.02*: B.\n\nAnd then:\n\n- *2026.03*: C.\n- No date.\n",
            "2026-05",
            "- *2026.01*: A.\n- *2026.02*: B.\n\nAnd then:\n\n- *2026.03*: C.\n- No date.\n- *2026.05*: New.\n",
            id="after one without a date in the last list",
        ),
        pytest.param(
            "- *2026.07*: A.\n\nAnd before:\n\n- *2026.01*: B.\n\n- *2025.01*: C.\n",
            "2026-05",
            "- *2026.07*: A.\n\nAnd before:\n\n- *2026.05*: New.\n\n- *2026.01*: B.\n\n- *2025.01*: C.\n",
            id="first of a second list with blank lines",
        ),
        pytest.param(
            "- *2026.11*: A.\n- *2024.12*: B.\n- *2026.01*: C.\n- *2024.02*: D.\n",
            "2025-06",
            "- *2025.06*: New.\n- *2026.11*: A.\n- *2024.12*: B.\n- *2026.01*: C.\n- *2024.02*: D.\n",
            id="on top of a list in no order",
        ),
        pytest.param(
            "<ul>\n<li>2026.01: A.</li><li>2026.02: B.</li><li>No date.</li>\n</ul>\n",
            "2026-05",
            "<ul>\n<li>2026.01: A.</li><li>2026.02: B.</li><li>No date.</li>\n<li>2026.05: New.</li>\n</ul>\n",
            id="after an item that ends its line",
        ),
        pytest.param(
            "<ul>\n<li>2026.03: A.</li><li>2026.02: B.</li>\n</ul>\n",
            "2026-05",
            "<ul>\n<li>2026.05: New.</li>\n<li>2026.03: A.</li><li>2026.02: B.</li>\n</ul>\n",
            id="first of items on one line",
        ),
        pytest.param(
            "<ul>\n<li>2026.03: A.</li>\n<li>2026.02: B.</li>\n</ul>\n",
            "2025-01",
            "<ul>\n<li>2026.03: A.</li>\n<li>2026.02: B.</li>\n<li>2025.01: New.</li>\n</ul>\n",
            id="last of an HTML list",
        ),
        pytest.param(
            "<ul><li>2026.03: A.</li></ul>\n",
            "2026-05",
            "<ul><li>2026.05: New.</li><li>2026.03: A.</li></ul>\n",
            id="beside an only item on one line",
        ),
    ],
)
def test_a_new_entry_goes_where_its_date_belongs(before: str, date: str, after: str) -> None:
    page = Page(Source((HEAD + before).encode()))
    added = edit.add(page, "news", {"date": date, "text": "New."})
    assert added.page.text == HEAD + after
    new = [entry.number for entry in added.page.entries("news") if entry.values["text"] == "New."]
    assert [added.number] == new


MONTHS = [f"{2019 + at // 12}.{at % 12 + 1:02}" for at in range(12, 82)]  # 2020.01 to 2025.10
LONG = [f"- *{month}*: Told in {month}.\n" for month in MONTHS]
NUMBERED = [f"{at}. *{month}*: Told in {month}.\n" for at, month in enumerate(MONTHS, 1)]
PARAGRAPHS = [f"*{month}*: Told in {month}.\n\n" for month in MONTHS]
OLD = [f"- *2018.{month:02}*: Told in 2018.{month:02}.\n" for month in range(1, 13)]
BEFORE = ["\nAnd before that:\n\n"]
THEN = ["\nAnd then:\n\n"]


@pytest.mark.parametrize(
    ("lines", "date", "at", "new"),
    [
        pytest.param(LONG, "2026-05", 70, "- *2026.05*: New.\n", id="newest last: the newest"),
        pytest.param(LONG, "2022-05", 29, "- *2022.05*: New.\n", id="newest last: in the middle"),
        pytest.param(LONG, "2020-01", 1, "- *2020.01*: New.\n", id="newest last: near the top"),
        pytest.param(LONG, "2019-01", 0, "- *2019.01*: New.\n", id="newest last: the oldest"),
        pytest.param(LONG, "2025-08", 68, "- *2025.08*: New.\n", id="newest last: near the end"),
        pytest.param(LONG, "2025-09", 69, "- *2025.09*: New.\n", id="newest last: before the last"),
        pytest.param(LONG[::-1], "2026-05", 0, "- *2026.05*: New.\n", id="newest first: the newest"),
        pytest.param(LONG[::-1], "2022-05", 41, "- *2022.05*: New.\n", id="newest first: in the middle"),
        pytest.param(LONG[::-1], "2019-01", 70, "- *2019.01*: New.\n", id="newest first: the oldest"),
        pytest.param(LONG[::-1], "2020-02", 68, "- *2020.02*: New.\n", id="newest first: near the end"),
        pytest.param(NUMBERED, "2026-05", 70, "71. *2026.05*: New.\n", id="counted up: the newest"),
        pytest.param(NUMBERED[::-1], "2026-05", 0, "71. *2026.05*: New.\n", id="counted down: the newest"),
        pytest.param(NUMBERED[::-1], "2022-05", 41, "29. *2022.05*: New.\n", id="counted down: in the middle"),
        pytest.param(PARAGRAPHS, "2026-05", 70, "*2026.05*: New.\n\n", id="paragraphs: the newest, last"),
        pytest.param(PARAGRAPHS[::-1], "2026-05", 0, "*2026.05*: New.\n\n", id="paragraphs: the newest, first"),
        pytest.param(PARAGRAPHS[::-1], "2022-05", 41, "*2022.05*: New.\n\n", id="paragraphs: in the middle"),
        pytest.param(
            LONG[::-1] + BEFORE + OLD[::-1], "2026-05", 0, "- *2026.05*: New.\n", id="two lists: first of the first"
        ),
        pytest.param(
            LONG[::-1] + BEFORE + OLD[::-1], "2018-07", 76, "- *2018.07*: New.\n", id="two lists: within the second"
        ),
        pytest.param(OLD + THEN + LONG, "2026-05", 83, "- *2026.05*: New.\n", id="two lists: last of the second"),
        pytest.param(OLD + THEN + LONG, "2018-07", 7, "- *2018.07*: New.\n", id="two lists: within the first"),
    ],
)
def test_a_long_list_gets_its_new_entry_in_one_line(lines: list[str], date: str, at: int, new: str) -> None:
    """More entries than those that are asked for a habit; what is no line of it is one line more of the list."""
    page = Page(Source((HEAD + "".join(lines)).encode()))
    added = edit.add(page, "news", {"date": date, "text": "New."})
    assert added.page.text == HEAD + "".join([*lines[:at], new, *lines[at:]])


@pytest.mark.parametrize(
    ("lines", "date", "places"),
    [
        pytest.param(LONG[::-1] + BEFORE + OLD[::-1], "2026-05", [(1, 64), (71, 12)], id="newest first"),
        pytest.param(OLD + THEN + LONG, "2026-05", [(83, 64), (13, 12)], id="newest last"),
        pytest.param(LONG[::-1] + OLD[:3], "2026-05", [(1, 64)], id="one list"),
        pytest.param([*LONG[::-1][:2], "\n", *PARAGRAPHS[::-1][:3]], "2026-05", [(1, 2), (3, 3)], id="two shapes"),
        pytest.param(LONG[::-1], "2022-05", [(42, 61), (1, 64)], id="by its date, or else on top"),
        pytest.param(LONG[::-1], None, [(1, 64)], id="without a date"),
    ],
)
def test_each_place_of_a_section_is_tried_once_with_the_neighbours_near_it(
    lines: list[str], date: str | None, places: list[tuple[int, int]]
) -> None:
    page = Page(Source((HEAD + "".join(lines)).encode()))
    values: Values = {"date": date, "text": "New."}
    points = insertion_points(kinds()["news"], page.text, page.entries("news"), values)
    assert [(point.number, len(point.run)) for point in points] == places


def papers(label: str, numbers: Sequence[int], years: Sequence[int], gap: str = "\n\n") -> list[str]:
    """The lines of a section of counted papers."""
    titles = ("Ice of the lakes", "Snow on the hills", "Hail over towns")
    return [
        label.format(number) + f'Ada Example, Ben Sample. "{title}." ICE, {year}.' + gap
        for number, title, year in zip(numbers, titles, years, strict=False)
    ]


@pytest.mark.parametrize(
    ("lines", "year", "at", "label"),
    [
        pytest.param(papers("[{}] ", (3, 2, 1), (2024, 2023, 2021)), 2025, 0, "[4] ", id="down: the newest"),
        pytest.param(papers("[{}] ", (3, 2, 1), (2024, 2023, 2021)), 2022, 0, "[4] ", id="down: one between is on top"),
        pytest.param(papers("[{}] ", (4, 3, 2), (2024, 2023, 2021)), 2020, 3, "[1] ", id="down: the oldest"),
        pytest.param(papers("[{}] ", (1, 2, 3), (2021, 2023, 2024)), 2025, 3, "[4] ", id="up: the newest"),
        pytest.param(papers("[{}] ", (1, 2, 3), (2021, 2023, 2024)), 2022, 3, "[4] ", id="up: one between is last"),
        pytest.param(papers("[J{}] ", (3, 2, 1), (2024, 2023, 2021)), 2025, 0, "[J4] ", id="a letter in the label"),
        pytest.param(
            [*papers("[{}] ", (2,), (2024,)), "Older ones:\n\n", *papers("[{}] ", (2, 1), (2022, 2021))],
            2023,
            2,
            "[3] ",
            id="down: first of a second list",
        ),
        pytest.param(papers("{}) ", (3, 2, 1), (2024, 2023, 2021)), 2025, 0, "4) ", id="a number and a bracket"),
        pytest.param(papers("- [{}] ", (3, 2, 1), (2024, 2023, 2021), "\n"), 2025, 0, "- [4] ", id="items with labels"),
        pytest.param(
            papers("- [{}] ", (3, 2, 1), (2024, 2023, 2021), "\n"), 2022, 0, "- [4] ", id="items with labels: between"
        ),
    ],
)
def test_a_label_that_counts_goes_on_with_the_next_number(lines: list[str], year: int, at: int, label: str) -> None:
    gap = lines[0][len(lines[0].rstrip()) :]
    page = Page(Source(("# Publications\n\n" + "".join(lines)).encode()))
    people = (Author("Ada Example"), Author("Cy Trial"))
    added = edit.add(page, "publications", {"title": "Frost maps", "authors": people, "venue": "POLAR", "year": year})
    new = f'{label}Ada Example, Cy Trial. "Frost maps." POLAR, {year}.{gap}'
    assert added.page.text == "# Publications\n\n" + "".join([*lines[:at], new, *lines[at:]])


@pytest.mark.parametrize(
    ("date", "new"),
    [
        pytest.param("2026-10", "- **2026.10**: New.\n", id="on top, as the first"),
        pytest.param("2026-07", "- *2026.07*: New.\n", id="as the one it goes before"),
        pytest.param("2026-03", "- (2026.03) New.\n", id="as the one it goes before, further down"),
        pytest.param("2025-01", "- (2025.01) New.\n", id="at the end, as the last"),
    ],
)
def test_a_new_entry_looks_as_its_nearest_neighbour(date: str, new: str) -> None:
    lines = "- **2026.09**: A.\n- **2026.08**: B.\n- *2026.05*: C.\n- *2026.04*: D.\n- (2026.02) E.\n- (2026.01) F.\n"
    page = Page(Source((HEAD + lines).encode()))
    assert new in edit.add(page, "news", {"date": date, "text": "New."}).page.text


@pytest.mark.parametrize("above", [0, 30])
@pytest.mark.parametrize("below", [0, 30])
def test_an_undated_neighbour_is_no_model_for_a_date_while_a_dated_one_is_near(above: int, below: int) -> None:
    dated = [f"- *20{40 - at}.01*: T{at}.\n" for at in range(above)]
    older = [f"- *19{99 - at}.01*: O{at}.\n" for at in range(below)]
    lines = [*dated, "- *2010.06*: A.\n", "- No date, one.\n", "- No date, two.\n", "- *2008.06*: B.\n", *older]
    page = Page(Source((HEAD + "".join(lines)).encode()))
    added = edit.add(page, "news", {"date": "2009-01", "text": "New."}).page.text
    assert "- *2009.01*: New.\n- *2008.06*: B.\n" in added


LABELLED = [
    pytest.param(("[J2]", "[J1]", "[C1]"), "[J3]", id="sorts one after the other"),
    pytest.param(("[J2]", "[C1]", "[J1]"), "[J3]", id="sorts between each other"),
    pytest.param(("[3]", "[2]", "[1]"), "[4]", id="one sort"),
]


def _labelled(labels: Sequence[str]) -> Page:
    papers = (
        f"{label} A. Example, B. Moss, “Tale {letter},” *Journal of Bogs*, {2025 - at}."
        for at, (label, letter) in enumerate(zip(labels, "KLM", strict=True))
    )
    return Page(Source(("# Publications\n\n" + "\n\n".join(papers) + "\n").encode()))


NEW: Values = {
    "title": "On Bogs",
    "authors": (Author("A. Example"), Author("B. Moss")),
    "venue": "Bog Letters",
    "year": 2026,
}


@pytest.mark.parametrize(("labels", "label"), LABELLED)
def test_a_label_is_counted_on_within_its_sort(labels: Sequence[str], label: str) -> None:
    changed = edit.add(_labelled(labels), "publications", NEW).page
    assert changed.text.split("\n")[2] == f"{label} A. Example, B. Moss, “On Bogs,” *Bog Letters*, 2026."


@pytest.mark.parametrize(
    ("labels", "year", "at", "label"),
    [
        pytest.param(("[J2]", "[J1]", "[C1]"), 2024, 0, "[J3]", id="between by its year, counted down"),
        pytest.param(("[C1]", "[J1]", "[J2]"), 2020, 3, "[J3]", id="the oldest, below the highest"),
        pytest.param(("[J1]", "[C1]", "[J2]"), 2026, 0, "[C2]", id="the other sort, where one is free"),
        pytest.param(("[J3]", "[J1]", "[J2]"), 2020, 0, "[J4]", id="on top, where the highest is"),
    ],
)
def test_no_label_is_given_twice(labels: Sequence[str], year: int, at: int, label: str) -> None:
    papers = edit.add(_labelled(labels), "publications", {**NEW, "year": year}).page.text.split("\n\n")[1:]
    written = [paper.partition(" ")[0] for paper in papers]
    assert written == [*labels[:at], label, *labels[at:]]


@pytest.mark.parametrize("label", ["[{}]", "[J{}]", "- [{}]", "- {}.", "**{}**.", "{})"])
def test_a_list_whose_labels_leave_no_number_is_left_alone(label: str) -> None:
    with pytest.raises(Refused) as caught:
        edit.add(_labelled([label.format(number) for number in (1, 2, 3)]), "publications", NEW)
    assert str(caught.value) == (
        "the entries are numbered by hand from the top; number them anew in the section's source"
    )


@pytest.mark.parametrize("labels", [("1、", "2、", ""), ("1)", "2)", "")])
def test_a_number_is_not_given_twice_where_one_entry_has_none(labels: Sequence[str]) -> None:
    with pytest.raises(Refused, match="numbered by hand from the top"):
        edit.add(_labelled(labels), "publications", NEW)


@pytest.mark.parametrize("label", ["[{}]", "- [{}]", "- {}.", "1. {}.", "**{}**.", "{})"])
@pytest.mark.parametrize("years", [(2021, 2022, 2023), (2022, 2021, 2024), (2022, 2022, 2022)])
def test_numbers_that_are_typed_go_on_at_the_end_unless_dates_run_down(label: str, years: tuple[int, ...]) -> None:
    papers = [
        f"{label.format(at)} A. Example, B. Moss, “Tale {letter},” *Journal of Bogs*, {year}."
        for at, letter, year in zip((1, 2, 3), "KLM", years, strict=True)
    ]
    between = "\n" if label[:1] in "-1" else "\n\n"
    page = Page(Source(f"# Publications\n\n{between.join(papers)}\n".encode()))
    after = edit.add(page, "publications", NEW).page.text
    new = f"{label.format(4)} A. Example, B. Moss, “On Bogs,” *Bog Letters*, 2026."
    assert after == f"# Publications\n\n{between.join([*papers, new])}\n"


@pytest.mark.parametrize("years", [(2025, 2024, 2023), (2025, 2024, 2022)])
@pytest.mark.parametrize(("year", "at"), [(2026, 0), (2025, 0), (2024, 1), (2020, 3)])
def test_a_year_in_front_is_no_label_that_counts(years: tuple[int, ...], year: int, at: int) -> None:
    papers = [f"[{number}] A. Example, B. Moss, “Tale {number},” *Journal of Bogs*." for number in years]
    page = Page(Source(("# Publications\n\n" + "\n\n".join(papers) + "\n").encode()))
    after = edit.add(page, "publications", {**NEW, "year": year}).page.text.rstrip().split("\n\n")[1:]
    assert after == [*papers[:at], f"[{year}] A. Example, B. Moss, “On Bogs,” *Bog Letters*.", *papers[at:]]


def test_a_move_leaves_years_in_front_with_their_entries() -> None:
    page = Page(Source((HEAD + "[2025] A frost.\n\n[2024] A thaw.\n\n[2023] A flood.\n").encode()))
    assert edit.move(page, "news", 2, 1).page.text == (HEAD + "[2024] A thaw.\n\n[2025] A frost.\n\n[2023] A flood.\n")


def test_an_entry_at_the_end_looks_as_the_nearest_one_with_a_date() -> None:
    lines = "- *2025.01*: A.\n- (2025.02) B.\n- No date.\n"
    page = Page(Source((HEAD + lines).encode()))
    assert "- (2026.05) New.\n" in edit.add(page, "news", {"date": "2026-05", "text": "New."}).page.text


def test_places_are_those_of_the_page_as_it_is_after_a_change() -> None:
    lines = [line + "\n" for line in LONG[::-1] + OLD[::-1]] + BEFORE + OLD[::-1]
    page = Page(Source((HEAD + "".join(lines)).encode()))
    kind = kinds()["news"]
    values: Values = {"date": "2026-05", "text": "New."}
    assert len(page.entries("news")) == 94
    changed = edit.change(page, "news", 3, {"text": "A much longer tale of what was told in that month."}).page
    points = insertion_points(kind, changed.text, changed.entries("news"), values)
    assert [(point.number, len(point.run)) for point in points] == [(1, 64), (83, 12)]


def test_a_text_in_the_place_of_a_list_is_one_line() -> None:
    page = Page(Source(b"# Research interests\n\n- Rivers\n  - sleeping\n  - waking\n- Lakes\n"))
    changed = edit.change(page, "interests", 1, {"text": "Bogs and reeds"}).page
    assert changed.text == "# Research interests\n\n- Bogs and reeds\n- Lakes\n"
