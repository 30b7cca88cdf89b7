"""An entry of a date goes where its date belongs in a sorted list."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.change import edit
from profile_tui.content.entries import chronology
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source


@pytest.mark.parametrize(
    ("dates", "new", "index"),
    [
        (["2026-11", "2026-03", "2024-09"], "2025-03", 2),
        (["2026-11", "2026-03", "2024-09"], "2026-12", None),
        (["2026-11", "2026-03", "2024-09"], "2026-11", None),
        (["2026-11", "2026-03", "2024-09"], "2026-03", 1),
        (["2026-11", "2026-03", "2024-09"], "2026", None),
        (["2026-11", "2026-03", "2024-09"], "2020-01", 3),
        (["2026", "2024-09-03", "2024-09-01"], "2024-09-02", 2),
        (["2020", "2022", "2024"], "2021-05", 1),
        (["2020", "2022", "2024"], "2022", 2),
        (["2020", "2022", "2024"], "2025", None),
        (["2020", "2022", "2024"], "2019", 0),
        (["", "2026-11", "", "2024-09"], "2025-03", 3),
        (["", "2026-11", "2024-09"], "2027-01", None),
        (["2026-11", "2024-09", ""], "2023-01", 2),
        (["2026-11", "2026-12", "2024-01", "2024-02"], "2025-06", 2),
        (["2026-11", "2024-12", "2026-01", "2024-02"], "2025-06", None),
        (["2026-11"], "2025-01", 1),
        (["", ""], "2025-01", None),
        ([], "2025-01", None),
        (["2026-11"], "", None),
    ],
)
def test_where_a_date_belongs(dates: list[str], new: str, index: int | None) -> None:
    assert chronology.index_of(dates, new) == index


def added(body: str, **values: str) -> list[str]:
    page = Page(Source(f"---\ntitle: T\n---\n\n# News\n\n{body}".encode()))
    return edit.add(page, "news", values).page.text.split("# News\n\n")[1].splitlines()


def test_an_item_of_the_past_stands_between_its_neighbours() -> None:
    body = "- *2026.11*: Snow.\n- *2026.03*: Moss.\n- *2024.09*: Peat.\n"
    assert added(body, date="2025-03", text="Reed.") == [
        "- *2026.11*: Snow.",
        "- *2026.03*: Moss.",
        "- *2025.03*: Reed.",
        "- *2024.09*: Peat.",
    ]
    assert added(body, date="2024-01", text="Reed.")[-1] == "- *2024.01*: Reed."
    assert added(body, text="Reed.")[0] == "- Reed."


def test_a_loose_list_keeps_its_blank_lines() -> None:
    body = "- *2026.11*: Snow.\n\n- *2024.09*: Peat.\n\n- *2024.01*: Moss.\n"
    assert added(body, date="2024-03", text="Reed.")[2:5] == ["- *2024.09*: Peat.", "", "- *2024.03*: Reed."]


def test_in_a_counted_list_no_other_number_changes() -> None:
    body = "1. *2026.11*: Snow.\n2. *2024.09*: Peat.\n3. *2022.09*: Moss.\n"
    assert added(body, date="2023-03", text="Reed.")[2:] == ["3. *2023.03*: Reed.", "3. *2022.09*: Moss."]
    assert added(body, date="2021-03", text="Reed.")[3:] == ["4. *2021.03*: Reed."]


def test_the_only_entry_goes_with_one_of_the_blank_lines_around_it() -> None:
    page = Page(Source(b"# News\n\n- *2026.11*: Snow.\n\n# Contact\n"))
    removed = edit.remove(page, "news", 1)
    assert removed.page.text == "# News\n\n# Contact\n"
    assert removed.note == "the heading “News” stays, with nothing under it"


def test_the_command_line_says_that_a_heading_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "index.md"
    page.write_text("# News\n\n- *2026.11*: Snow.\n- *2025.11*: Ice.\n", "utf-8")
    assert run(["news", "remove", "--in", str(page), "1"], lambda _: 9) == 0
    assert "heading" not in capsys.readouterr().err
    assert run(["news", "remove", "--in", str(page), "1"], lambda _: 9) == 0
    assert "the heading “News” stays" in capsys.readouterr().err


YEARS = "# News\n\n## 2026\n\n- *2026.03*: Snow.\n- *2026.01*: Moss.\n\n## 2024\n\n- *2024.05*: Peat.\n"


@pytest.mark.parametrize(
    ("date", "after", "lines"),
    [
        ("2024-06", "## 2024\n", ["", "- *2024.06*: Reed.", "- *2024.05*: Peat."]),
        ("2027-01", "# News\n", ["", "## 2027", "", "- *2027.01*: Reed.", "", "## 2026"]),
        ("2025-01", "- *2026.01*: Moss.\n", ["", "## 2025", "", "- *2025.01*: Reed.", "", "## 2024"]),
        ("2020-01", "- *2024.05*: Peat.\n", ["", "## 2020", "", "- *2020.01*: Reed."]),
    ],
)
def test_under_years_an_entry_goes_under_its_own(date: str, after: str, lines: list[str]) -> None:
    page = Page(Source(YEARS.encode()))
    text = edit.add(page, "news", {"date": date, "text": "Reed."}).page.text
    assert text.split(after)[1].splitlines()[: len(lines)] == lines


@pytest.mark.parametrize("date", ["2027-01", "2025-01", "2020-01"])
def test_a_year_goes_with_its_last_entry(date: str) -> None:
    page = Page(Source(YEARS.encode()))
    added = edit.add(page, "news", {"date": date, "text": "Reed."})
    assert added.number is not None
    removed = edit.remove(added.page, "news", added.number)
    assert removed.page.text == YEARS
    assert removed.note == ""


def test_a_year_with_words_of_its_own_stays() -> None:
    page = Page(Source(YEARS.replace("## 2024\n", "## 2024\n\nA quiet year.\n").encode()))
    removed = edit.remove(page, "news", 3)
    assert removed.page.text.endswith("## 2024\n\nA quiet year.\n")
    assert removed.note == "the heading “2024” stays, with nothing under it"
    with pytest.raises(Refused, match="there is no section 2020 yet"):
        edit.add(page, "news", {"date": "2020-01", "text": "Reed."})


def test_a_year_of_an_html_list_comes_with_a_list_of_its_own() -> None:
    years = "".join(f'<h3 id="y{y}">{y}</h3>\n<ul>\n<li>{y}.03: Snow.</li>\n</ul>\n' for y in (2022, 2024))
    page = Page(Source(f"<h2>News</h2>\n{years}".encode()), html=True)
    added = edit.add(page, "news", {"date": "2023-05", "text": "Reed."})
    assert added.number == 2
    new = '<h3 id="y2023">2023</h3>\n<ul>\n<li>2023.05: Reed.</li>\n</ul>\n'
    assert added.page.text == page.text.replace('<h3 id="y2024">', f'{new}<h3 id="y2024">')


def test_a_year_in_a_wrapper_of_its_own_is_not_split() -> None:
    years = "".join(f"<div><h3>{y}</h3>\n<ul>\n<li>{y}.03: Snow.</li>\n</ul>\n</div>\n" for y in (2024, 2022))
    page = Page(Source(f"<h2>News</h2>\n{years}".encode()), html=True)
    with pytest.raises(Refused, match="there is no section 2023 yet"):
        edit.add(page, "news", {"date": "2023-05", "text": "Reed."})


def test_a_new_year_stands_before_the_anchor_of_the_next() -> None:
    page = Page(Source(YEARS.replace("## 2024", '<a name="y2024"></a>\n\n## 2024').encode()))
    text = edit.add(page, "news", {"date": "2025-01", "text": "Reed."}).page.text
    assert '## 2025\n\n- *2025.01*: Reed.\n\n<a name="y2024"></a>\n\n## 2024' in text
