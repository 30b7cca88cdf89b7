"""Removing, moving and changing entries of a page: what its text is before and after, to the byte."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from profile_tui.content.change import edit
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.change.lacking_field import Lacking
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused, UsageError
from profile_tui.text.source import Source

LIST = "# News\n\n- *2026.03*: A.\n- *2026.02*: B.\n- *2026.01*: C.\n"
SPREAD = "# News\n\n- *2026.03*: A.\n\n- *2026.02*: B.\n\n- *2026.01*: C.\n\n# Contact\n\nMail.\n"
PARAGRAPHS = "# News\n\n*2026.03*: A.\n\n*2026.02*: B.\n\n*2026.01*: C.\n"
WORDS_BETWEEN = "# News\n\n- *2026.07*: A.\n\nAnd before:\n\n- *2026.01*: B.\n- *2025.01*: C.\n"
TWO_SECTIONS = """\
# News

- *2026.03*: A.
- *2026.02*: B.

# Contact

Mail.

# Older news

- *2025.03*: C.
- *2025.02*: D.
"""

TWO_SPREAD = "# News\n\n- *2026.03*: A.\n\n- *2026.02*: B.\n\n# Older news\n\n- *2025.03*: C.\n\n- *2025.02*: D."


def page(text: str) -> Page:
    return Page(Source(text.encode()))


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        pytest.param(LIST, 1, "# News\n\n- *2026.02*: B.\n- *2026.01*: C.\n", id="first"),
        pytest.param(LIST, 2, "# News\n\n- *2026.03*: A.\n- *2026.01*: C.\n", id="middle"),
        pytest.param(LIST, 3, "# News\n\n- *2026.03*: A.\n- *2026.02*: B.\n", id="last"),
        pytest.param(LIST[:-1], 3, "# News\n\n- *2026.03*: A.\n- *2026.02*: B.", id="last, without a line end"),
        pytest.param(
            LIST[:-1], 2, "# News\n\n- *2026.03*: A.\n- *2026.01*: C.", id="before the one without a line end"
        ),
        pytest.param(
            SPREAD, 1, "# News\n\n- *2026.02*: B.\n\n- *2026.01*: C.\n\n# Contact\n\nMail.\n", id="first, blank lines"
        ),
        pytest.param(
            SPREAD, 3, "# News\n\n- *2026.03*: A.\n\n- *2026.02*: B.\n\n# Contact\n\nMail.\n", id="last, blank lines"
        ),
        pytest.param(PARAGRAPHS, 1, "# News\n\n*2026.02*: B.\n\n*2026.01*: C.\n", id="first paragraph"),
        pytest.param(PARAGRAPHS, 3, "# News\n\n*2026.03*: A.\n\n*2026.02*: B.\n", id="last paragraph"),
        pytest.param(PARAGRAPHS[:-1], 3, "# News\n\n*2026.03*: A.\n\n*2026.02*: B.", id="last paragraph, no line end"),
        pytest.param(
            WORDS_BETWEEN, 1, "# News\n\nAnd before:\n\n- *2026.01*: B.\n- *2025.01*: C.\n", id="alone before words"
        ),
        pytest.param(
            WORDS_BETWEEN, 2, "# News\n\n- *2026.07*: A.\n\nAnd before:\n\n- *2025.01*: C.\n", id="first after words"
        ),
    ],
)
def test_an_entry_goes_with_the_gap_that_parts_it_from_its_neighbour(before: str, number: int, after: str) -> None:
    removed = edit.remove(page(before), "news", number)
    assert removed.page.text == after
    assert (removed.label, removed.number, removed.note) == ("Remove news item", None, "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# News\n\n- *2026.03*: A.\n\n# Contact\n\nMail.\n", "# News\n\n# Contact\n\nMail.\n"),
        ("# News\n\n- *2026.03*: A.\n\n\n# Contact\n", "# News\n\n\n# Contact\n"),
        ("# News\n\n- *2026.03*: A.\n", "# News\n\n"),
        ("# News\n\n- *2026.03*: A.", "# News\n\n"),
        ("# News\n- *2026.03*: A.\n# Contact\n", "# News\n# Contact\n"),
    ],
)
def test_the_heading_of_the_only_entry_stays_and_the_user_hears_of_it(before: str, after: str) -> None:
    removed = edit.remove(page(before), "news", 1)
    assert removed.page.text == after
    assert removed.note == "the heading “News” stays, with nothing under it"


@pytest.mark.parametrize(
    ("before", "number", "to", "after"),
    [
        pytest.param(LIST, 1, 3, "# News\n\n- *2026.02*: B.\n- *2026.01*: C.\n- *2026.03*: A.\n", id="down"),
        pytest.param(LIST, 3, 1, "# News\n\n- *2026.01*: C.\n- *2026.03*: A.\n- *2026.02*: B.\n", id="up"),
        pytest.param(LIST, 2, 1, "# News\n\n- *2026.02*: B.\n- *2026.03*: A.\n- *2026.01*: C.\n", id="up by one"),
        pytest.param(LIST, 2, 3, "# News\n\n- *2026.03*: A.\n- *2026.01*: C.\n- *2026.02*: B.\n", id="down by one"),
        pytest.param(
            LIST[:-1], 1, 3, "# News\n\n- *2026.02*: B.\n- *2026.01*: C.\n- *2026.03*: A.", id="down, no line end"
        ),
        pytest.param(
            SPREAD,
            3,
            1,
            "# News\n\n- *2026.01*: C.\n\n- *2026.03*: A.\n\n- *2026.02*: B.\n\n# Contact\n\nMail.\n",
            id="up, blank lines",
        ),
        pytest.param(
            "# News\n\n1. *2026.03*: A.\n2. *2026.02*: B.\n3. *2026.01*: C.\n",
            1,
            3,
            "# News\n\n1. *2026.02*: B.\n2. *2026.01*: C.\n3. *2026.03*: A.\n",
            id="numbers stay",
        ),
        pytest.param(
            TWO_SECTIONS,
            1,
            3,
            "# News\n\n- *2026.02*: B.\n\n# Contact\n\nMail.\n\n# Older news\n\n"
            "- *2025.03*: C.\n- *2026.03*: A.\n- *2025.02*: D.\n",
            id="down into another section",
        ),
        pytest.param(
            TWO_SECTIONS,
            4,
            2,
            "# News\n\n- *2026.03*: A.\n- *2025.02*: D.\n- *2026.02*: B.\n\n# Contact\n\nMail.\n\n# Older news\n\n"
            "- *2025.03*: C.\n",
            id="up into another section",
        ),
        pytest.param(
            TWO_SECTIONS[:-1],
            1,
            4,
            "# News\n\n- *2026.02*: B.\n\n# Contact\n\nMail.\n\n# Older news\n\n"
            "- *2025.03*: C.\n- *2025.02*: D.\n- *2026.03*: A.",
            id="to the end of another section, without a line end",
        ),
        pytest.param(
            TWO_SPREAD,
            4,
            1,
            "# News\n\n- *2025.02*: D.\n\n- *2026.03*: A.\n\n- *2026.02*: B.\n\n# Older news\n\n- *2025.03*: C.",
            id="up into another section, blank lines, without a line end",
        ),
        pytest.param(
            TWO_SPREAD + "\n",
            1,
            3,
            "# News\n\n- *2026.02*: B.\n\n# Older news\n\n- *2025.03*: C.\n\n- *2026.03*: A.\n\n- *2025.02*: D.\n",
            id="down into another section, blank lines",
        ),
        pytest.param(
            TWO_SPREAD,
            1,
            4,
            "# News\n\n- *2026.02*: B.\n\n# Older news\n\n- *2025.03*: C.\n\n- *2025.02*: D.\n\n- *2026.03*: A.",
            id="to the end of another section, blank lines, without a line end",
        ),
        pytest.param(
            WORDS_BETWEEN,
            1,
            3,
            "# News\n\n- *2026.01*: B.\n\nAnd before:\n\n- *2025.01*: C.\n- *2026.07*: A.\n",
            id="across words of its section",
        ),
    ],
)
def test_an_entry_moves_and_what_stands_between_the_others_stays(before: str, number: int, to: int, after: str) -> None:
    moved = edit.move(page(before), "news", number, to)
    assert moved.page.text == after
    assert (moved.label, moved.number) == ("Move news item", to)


def test_moving_an_entry_to_its_own_place_changes_nothing() -> None:
    moved = edit.move(page(LIST), "news", 2, 2)
    assert (moved.splices, moved.number, moved.label) == ((), 2, "Move news item")
    assert moved.page.text == LIST


def test_the_only_entry_of_a_section_is_not_moved_out_of_it() -> None:
    read = page(TWO_SECTIONS.replace("- *2025.02*: D.\n", ""))
    with pytest.raises(Refused, match=r"^it is the only entry of its section; move another one there first$"):
        edit.move(read, "news", 3, 1)


def test_a_move_that_cannot_be_taken_back_is_refused() -> None:
    with pytest.raises(Refused, match=r"^news item 3 can't be moved there safely; move its lines by hand$"):
        edit.move(page(TWO_SECTIONS), "news", 3, 1)


@pytest.mark.parametrize(
    ("values", "after"),
    [
        ({"text": "New."}, "# News\n\n- *2026.03*: A.\n- *2026.02*: New.\n- *2026.01*: C.\n"),
        ({"date": "2026-04"}, "# News\n\n- *2026.03*: A.\n- *2026.04*: B.\n- *2026.01*: C.\n"),
        ({"date": "2026-04", "text": "N."}, "# News\n\n- *2026.03*: A.\n- *2026.04*: N.\n- *2026.01*: C.\n"),
    ],
)
def test_a_change_sets_its_fields_where_they_are(values: Values, after: str) -> None:
    changed = edit.change(page(LIST), "news", 2, values)
    assert changed.page.text == after
    assert (changed.label, changed.number) == ("Change news item", 2)
    assert len(changed.splices) == len(values)


def test_a_change_to_what_is_there_already_is_none() -> None:
    changed = edit.change(page(LIST), "news", 2, {"text": "B.", "date": "2026-02"})
    assert (changed.splices, changed.page.text, changed.number) == ((), LIST, 2)
    assert changed.label == "Change news item"


@pytest.mark.parametrize(
    ("number", "text", "complaint"),
    [
        (0, LIST, "there is no news item 0; the page has 1 to 3"),
        (4, LIST, "there is no news item 4; the page has 1 to 3"),
        (1, "# News\n\nSoon.\n", "there is no news item 1; the page has none"),
    ],
)
def test_an_entry_that_is_not_there_is_said_with_those_that_are(number: int, text: str, complaint: str) -> None:
    read = page(text)
    calls: tuple[Callable[[], ProvenEdit], ...] = (
        lambda: edit.remove(read, "news", number),
        lambda: edit.change(read, "news", number, {"text": "New."}),
        lambda: edit.move(read, "news", number, 1),
    )
    for call in calls:
        with pytest.raises(UsageError) as caught:
            call()
        assert caught.value.message == complaint


def test_a_place_to_move_to_that_is_not_there_is_said() -> None:
    with pytest.raises(UsageError, match=r"^there is no news item 4; the page has 1 to 3$"):
        edit.move(page(LIST), "news", 1, 4)


@pytest.mark.parametrize(
    ("kind", "values", "complaint"),
    [
        ("news", {"date": "2026-11", "text": " "}, "give the news item a text"),
        ("news", {"date": "2026-11"}, "give the news item a text"),
        ("publications", {"venue": "ICE"}, "give the publication a title"),
        ("interests", {"topic": "", "text": ""}, "give the research interest at least one of these: topic, text"),
    ],
)
def test_a_field_that_is_needed_is_named(kind: str, values: Values, complaint: str) -> None:
    with pytest.raises(UsageError) as caught:
        edit.add(page(LIST), kind, values)
    assert caught.value.message == complaint


def test_a_text_is_not_taken_away_by_a_change() -> None:
    with pytest.raises(UsageError, match=r"^give the news item a text$"):
        edit.change(page(LIST), "news", 2, {"text": "  "})


OLDER_FIRST = "# Older news\n\n- *2025.03*: C.\n\n# News\n\n- *2026.03*: A.\n"


@pytest.mark.parametrize(
    ("before", "section", "after"),
    [
        pytest.param(
            OLDER_FIRST,
            "news",
            "# Older news\n\n- *2025.03*: C.\n\n# News\n\n- *2026.11*: N.\n- *2026.03*: A.\n",
            id="the heading in full rather than one that has the word in it",
        ),
        pytest.param(
            TWO_SECTIONS,
            " OLDER ",
            TWO_SECTIONS.replace("# Older news\n\n", "# Older news\n\n- *2026.11*: N.\n"),
            id="a word of the heading",
        ),
        pytest.param(
            OLDER_FIRST,
            None,
            "# Older news\n\n- *2026.11*: N.\n- *2025.03*: C.\n\n# News\n\n- *2026.03*: A.\n",
            id="the first",
        ),
        pytest.param(
            "# News\n\n# Older news\n\n- *2025.03*: C.\n",
            None,
            "# News\n\n# Older news\n\n- *2026.11*: N.\n- *2025.03*: C.\n",
            id="the first that has entries",
        ),
    ],
)
def test_the_section_that_an_entry_is_added_to(before: str, section: str | None, after: str) -> None:
    added = edit.add(page(before), "news", {"date": "2026-11", "text": "N."}, section=section)
    assert added.page.text == after
    assert added.label == "Add news item"
    assert added.number is not None
    assert added.page.entries("news")[added.number - 1].values == {"date": "2026-11", "text": "N."}


def test_a_section_that_is_not_there_is_said_with_those_that_are() -> None:
    with pytest.raises(UsageError) as caught:
        edit.add(page(TWO_SECTIONS), "news", {"date": "2026-11", "text": "N."}, section="Prizes")
    assert caught.value.message == "no news section is headed 'Prizes'; there are: 'News', 'Older news'"
    with pytest.raises(UsageError) as caught:
        edit.add(page("# Contact\n\nMail.\n"), "news", {"date": "2026-11", "text": "N."}, section="Prizes")
    assert caught.value.message == "no news section is headed 'Prizes', and none here has a heading"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[3] A {0}\n\n[2] B {0}\n\n[1] C {0}\n", "[3] B {0}\n\n[2] C {0}\n\n[1] A {0}\n"),
        ("- [J1] A {0}\n- [J2] B {0}\n- [J3] C {0}\n", "- [J1] B {0}\n- [J2] C {0}\n- [J3] A {0}\n"),
        ("- [5] A {0}\n- [9] B {0}\n- [1] C {0}\n", "- [9] B {0}\n- [1] C {0}\n- [5] A {0}\n"),
    ],
    ids=["paragraphs", "items with labels", "labels that do not count"],
)
def test_the_numbers_of_a_counted_list_stay_where_they_are_when_an_entry_moves(before: str, after: str) -> None:
    rest = 'Ada Example, Ben Sample. "Ice of the {}." ICE, 2024.'
    texts = [text.replace("{0}", "") for text in (before, after)]
    for letter, title in (("A", "lakes"), ("B", "rivers"), ("C", "seas")):
        texts = [text.replace(f"{letter} \n", f"{rest.format(title)}\n") for text in texts]
    read = page(f"# Publications\n\n{texts[0]}")
    assert edit.move(read, "publications", 1, 3).page.text == f"# Publications\n\n{texts[1]}"


PAPER: Values = {"title": "Frost maps", "authors": (Author("Ada Example"), Author("Cy Trial")), "venue": "POLAR"}
NEW = "- **Frost maps**, Ada Example, Cy Trial, *{}*, {}\n"
ICE = "- **Ice in spring**, Ada Example, *ICE*, 2026\n"
SNOW = "- **Snow in fall**, Ada Example, *SNOW*, 2024\n"
HAIL = "- **Hail in town**, Ada Example, *HAIL*, 2024\n"
YEARS = f"# Publications\n\n## 2026\n\n{ICE}\n## 2024\n\n{SNOW}{HAIL}"


@pytest.mark.parametrize(
    ("year", "before", "is_new", "number"),
    [
        (2027, "## 2026\n", True, 1),
        (2025, "## 2024\n", True, 2),
        (2020, "", True, 4),
        (2026, ICE, False, 1),
        (2024, SNOW, False, 2),
    ],
)
def test_a_publication_goes_under_its_year(year: int, before: str, is_new: bool, number: int) -> None:
    added = edit.add(page(YEARS), "publications", {**PAPER, "year": year})
    new = NEW.format("POLAR", year)
    if is_new:
        new = f"## {year}\n\n{new}\n" if before else f"\n## {year}\n\n{new}"
    assert added.page.text == (YEARS.replace(before, new + before, 1) if before else YEARS + new)
    assert added.number == number
    assert added.before.text == YEARS
    assert len(added.splices) == 1


def test_the_section_that_the_user_names_counts_more_than_the_year() -> None:
    added = edit.add(page(YEARS), "publications", {**PAPER, "year": 2027}, section="2024")
    assert added.page.text == YEARS.replace(SNOW, NEW.format("POLAR", 2027) + SNOW)
    assert added.label == "Add publication"


@pytest.mark.parametrize("end", ["<br>\n", "\n"])
def test_the_numbers_of_lines_stay_where_they_are_when_one_moves(end: str) -> None:
    ice, snow = (line.removeprefix("- ").removesuffix("\n") for line in (ICE, SNOW))
    before = f"# Publications\n\n[2] {ice}{end}[1] {snow}{end}"
    moved = edit.move(page(before), "publications", 1, 2)
    assert moved.page.text == f"# Publications\n\n[2] {snow}{end}[1] {ice}{end}"


def test_the_last_publication_of_a_year_goes_with_its_heading() -> None:
    removed = edit.remove(page(YEARS), "publications", 1)
    assert removed.page.text == f"# Publications\n\n## 2024\n\n{SNOW}{HAIL}"
    assert removed.note == ""
    assert edit.remove(page(YEARS), "publications", 2).page.text == YEARS.replace(SNOW, "")


SORTS = (
    "# Publications\n\n## Journal articles\n\n- **Ice in spring**, Ada Example, *Journal of Ice*, 2026\n\n"
    "## Conference papers\n\n- **Snow in fall**, Ada Example, *Conference on Snow*, 2024\n"
)


@pytest.mark.parametrize(
    ("venue", "heading"),
    [
        ("Journal of Frost", "## Journal articles\n\n"),
        ("Conference on Frost", "## Conference papers\n\n"),
        ("POLAR", "## Journal articles\n\n"),
    ],
)
def test_a_publication_goes_under_the_heading_of_its_sort(venue: str, heading: str) -> None:
    added = edit.add(page(SORTS), "publications", {**PAPER, "venue": venue, "year": 2027})
    assert added.page.text == SORTS.replace(heading, heading + NEW.format(venue, 2027))


GUESSED = "# Publications\n\n- Kartika. **Quiet Hail**. *Northern Studies* 12 (2021), 1–9.\n"


def test_a_field_whose_reading_is_a_guess_is_not_changed() -> None:
    with pytest.raises(Refused) as caught:
        edit.change(page(GUESSED), "publications", 1, {"title": "Hail over lakes"})
    assert caught.value.message == (
        "I can't tell for certain where the title of this publication is; edit its source instead"
    )
    title = page(GUESSED).entries("publications")[0].values["title"]
    changed = edit.change(page(GUESSED), "publications", 1, {"title": title, "year": 2022})
    assert changed.page.text == GUESSED.replace("2021", "2022")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# News\n\nComing soon", "# News\n\n- *2026.11*: N."),
        ("# News\n\nComing soon\n\n# Contact\n", "# News\n\n- *2026.11*: N.\n\n# Contact\n"),
        ("# News\n\nI write some.\n\n# Contact\n", "# News\n\nI write some.\n\n- *2026.11*: N.\n\n# Contact\n"),
        ("# News\n\n# Contact\n", "# News\n\n- *2026.11*: N.\n\n# Contact\n"),
    ],
)
def test_the_first_entry_of_a_section_goes_below_what_it_says(before: str, after: str) -> None:
    added = edit.add(page(before), "news", {"date": "2026-11", "text": "N."})
    assert added.page.text == after
    assert (added.label, added.number, added.before.text) == ("Add news item", 1, before)


def test_the_first_entry_of_a_later_section_is_counted_after_those_before_it() -> None:
    read = page("# News\n\n- *2026.01*: A.\n\n# Older news\n")
    added = edit.add(read, "news", {"date": "2026-11", "text": "N."}, section="older")
    assert added.page.text == "# News\n\n- *2026.01*: A.\n\n# Older news\n\n- *2026.11*: N.\n"
    assert added.number == 2


def test_without_a_section_there_is_a_new_heading() -> None:
    added = edit.add(page("# Contact\n\nMail.\n"), "news", {"date": "2026-11", "text": "N."})
    assert added.page.text == "# Contact\n\nMail.\n\n# News\n\n- *2026.11*: N.\n"
    assert added.label == "Add news item"


@pytest.mark.parametrize(
    "body",
    [
        "- See [my list](https://example.org).\n",
        "1. See [my list](https://example.org).\n",
        "<ul><li>See below.</li></ul>\n",
        "<table><tr><td>Ice</td></tr></table>\n",
        "| a | b |\n|---|---|\n| c | d |\n",
        "| a | b |\n",
        "<div>Ice</div>\n\n<div>Snow</div>\n",
        "## Journal papers\n\nNone yet.\n",
    ],
)
def test_a_list_that_is_not_read_gets_no_other_list_beside_it(body: str) -> None:
    with pytest.raises(Refused) as caught:
        edit.add(page(f"# Publications\n\n{body}"), "publications", {**PAPER, "year": 2027})
    assert caught.value.message == (
        "the list under “Publications” isn't one that profile-tui can add to; edit the section's source"
    )


@pytest.mark.parametrize(
    "body",
    [
        "<div>Ice</div>\n",
        "None yet.\n\n## Contact\n\nMail.\n",
        "None yet.\n\n# Talks\n\nx\n",
        "None yet.\n\n# Preprints\n\nNone.\n",
    ],
)
def test_prose_is_no_list(body: str) -> None:
    added = edit.add(page(f"# Publications\n\n{body}"), "publications", {**PAPER, "year": 2027})
    assert added.number == 1


def test_a_gap_goes_with_the_entry_before_it() -> None:
    uneven = "# News\n\n- *2026.03*: A.\n\n- *2026.02*: B.\n- *2026.01*: C.\n"
    assert edit.remove(page(uneven), "news", 1).page.text == "# News\n\n- *2026.02*: B.\n- *2026.01*: C.\n"
    assert edit.remove(page(uneven), "news", 2).page.text == "# News\n\n- *2026.03*: A.\n\n- *2026.01*: C.\n"
    assert edit.remove(page(uneven), "news", 3).page.text == "# News\n\n- *2026.03*: A.\n\n- *2026.02*: B.\n"


def test_of_a_move_and_a_removal_the_page_before_and_the_splices_are_kept() -> None:
    read = page(LIST)
    for proven in (
        edit.remove(read, "news", 2),
        edit.move(read, "news", 1, 3),
        edit.change(read, "news", 1, {"text": "N."}),
    ):
        assert proven.before is read
        assert read.spliced(proven.splices).text == proven.page.text
    for proven in (edit.move(read, "news", 2, 2), edit.change(read, "news", 1, {"text": "A."})):
        assert (proven.before, proven.page) == (read, read)


LINKED = """\
# Publications

[Reeds in Winter](https://example.org/reeds)

**Ada Example**, Ben Sample \\[**ICE 2026**\\]

[Ice in Spring](https://example.org/ice)

Ben Sample, **Ada Example** \\[**SNOW 2025**\\]
"""


def test_what_a_new_entry_lacks_to_be_read_as_one_is_said() -> None:
    values: Values = {"title": "Snow", "venue": "ICE", "year": 2026}
    with pytest.raises(
        Lacking, match=r"^each publication here is known by its authors; give this one as well$"
    ) as told:
        edit.add(page(LINKED), "publications", values)
    assert told.value.field.name == "authors"
    people = (Author("Ada Example", is_self=True), Author("Ben Sample"))
    after = edit.add(page(LINKED), "publications", {**values, "authors": people}).page.text
    assert "Snow\n\n**Ada Example**, Ben Sample \\[**ICE 2026**\\]" in after


@pytest.mark.parametrize("body", ["# Publications\n\nComing soon!\n", "# About\n\nI study lakes.\n"])
def test_a_title_alone_is_no_publication_yet_and_what_would_make_it_one_is_said(body: str) -> None:
    said = r"^the publication would not be recognised; give one of these as well: authors, venue, year, links$"
    with pytest.raises(Lacking, match=said):
        edit.add(page(body), "publications", {"title": "A Study of Snow on Lakes"})
    after = edit.add(page(body), "publications", {"title": "A Study of Snow on Lakes", "year": 2026}).page.text
    assert "- **A Study of Snow on Lakes**, 2026\n" in after


def test_what_is_not_read_as_an_entry_is_refused_with_what_would_help() -> None:
    values: Values = {"title": "Snow", "authors": (Author("Bit"),), "year": 2026}
    with pytest.raises(Refused, match=r"fill in more of its fields|give this one as well"):
        edit.add(page(LINKED), "publications", values)


@pytest.mark.parametrize(("number", "gone"), [(1, "Moss"), (2, "Ferns"), (3, "Snow")])
def test_the_line_breaks_after_a_removed_entry_go_with_it(number: int, gone: str) -> None:
    paper = "<div><a href='a.pdf'>{0}</a>, 2024, <i>Bog Notes</i>.</div>{1}\n"
    lines = {
        "Moss": paper.format("Moss", " <br>"),
        "Ferns": paper.format("Ferns", "<br/>"),
        "Snow": paper.format("Snow", "<br>"),
    }
    body = f"<h2>Publications</h2>\n{lines['Moss']}\n<p>Text.</p>\n\n{lines['Ferns']}{lines['Snow']}<p>More.</p>\n"
    read = Page(Source(f"---\n---\n{body}".encode()))
    assert edit.remove(read, "publications", number).page.text == read.text.replace(lines[gone], "")


@pytest.mark.parametrize(
    ("body", "left"),
    [
        pytest.param("- *2026.03*: A.\n- *2026.01*: B.", "- *2026.03*: A.", id="no line end"),
        pytest.param(
            "<ul><li><b>2026.03</b>: A.</li><br>\n<li><b>2026.01</b>: B.</li><br>\n</ul>\n",
            "<ul><li><b>2026.03</b>: A.</li><br>\n</ul>\n",
            id="a break after each",
        ),
        pytest.param(
            "<p><b>2026.03</b>: A.</p>\n<br>\n<p><b>2026.01</b>: B.</p>\n<br>\n",
            "<p><b>2026.03</b>: A.</p>\n<br>\n",
            id="a break between",
        ),
        pytest.param(
            "*2026.03*: A.<br>\n\n*2026.01*: B.<br>\n", "*2026.03*: A.<br>\n", id="paragraphs that end in one"
        ),
        pytest.param("Words.\n\n- *2026.01*: B.\n", "Words.\n", id="the only one, after words, at the end of the page"),
    ],
)
def test_the_last_entry_goes_with_the_gap_before_it(body: str, left: str) -> None:
    head = "---\ntitle: Ada\n---\n\n# News\n\n"
    page = Page(Source((head + body).encode()))
    assert edit.remove(page, "news", len(page.entries("news"))).page.text == head + left


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (("Ada Moss", "Ben Reed"), "the title can't be written here: “Finch, C.” would read as"),
        (("Ada Moss",), "the title can't be written here: “Finch, C.” would read as"),
    ],
)
def test_a_title_that_is_not_read_is_told_and_no_field_asked_for(people: tuple[str, ...], said: str) -> None:
    text = (
        "# Publications\n\n"
        "- [Tall lamps](https://example.org/a). Ada Moss, Ben Reed. *Journal of Lamps*, 2025.\n"
        "- [Dust in lamps](https://example.org/b). Ben Reed, Ada Moss. *Northern Studies*, 2024.\n"
    )
    values: Values = {
        "title": "Finch, C.",
        "authors": tuple(map(Author, people)),
        "venue": "Peat Letters",
        "year": 2026,
    }
    with pytest.raises(Refused, match=said):
        edit.add(Page(Source(text.encode())), "publications", values)
    for title in ("On the snow of mountains", "雪论"):
        edit.add(Page(Source(text.encode())), "publications", {**values, "title": title})
