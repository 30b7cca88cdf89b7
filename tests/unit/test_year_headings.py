"""Lists under headings that are years: where an entry of another year goes, and dates that leave the year out."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source


def page(body: str) -> Page:
    return Page(Source(f"---\ntitle: T\n---\n\n{body}".encode()))


def item(title: str, venue: str, year: int) -> str:
    return f"- **Ada Example**, Ben Sample. *{title}*. {venue}, {year}.\n"


PAPERS = (
    f"## Publications\n\n### 2026\n\n{item('Small lakes', 'ICE', 2026)}\n### 2024\n\n{item('Rivers', 'ICE', 2024)}\n"
    f"### Earlier\n\n{item('Ponds', 'ICE', 2014)}\n## Contact\n\nWrite.\n"
)
SORTS = (
    f"# Publications\n\n## Preprints\n\n{item('Marsh', 'arXiv preprint', 2026)}\n"
    f"## Journal Articles\n\n### 2026\n\n{item('Small lakes', 'Journal of Ice', 2026)}\n"
    f"## Conference Papers\n\n### 2025\n\n{item('Rivers', 'Proceedings of Snow', 2025)}\n"
    f"### Before 2020\n\n{item('Ponds', 'Proceedings of Snow', 2017)}\n"
)
NEWS = (
    "## News\n\n### 2025\n\n- **March 10**: The data set is out.\n- **Jan 5**: One paper accepted.\n\n"
    "### 2024\n\n- **18th Nov**: I moved.\n- June: Started a PhD.\n\n## Contact\n\nWrite.\n"
)


def headings(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("#") or "New one" in line]


def added(body: str, venue: str, year: int) -> list[str]:
    values: Values = {"title": "New one", "authors": (Author("Ada Example"),), "venue": venue, "year": year}
    return headings(edit.add(page(body), "publications", values).page.text)


@pytest.mark.parametrize(
    ("year", "before", "after"),
    [
        (2031, "## Publications", "### 2026"),
        (2025, "- **Ada Example**", "### 2024"),
        (2018, "", "### Earlier"),
    ],
)
def test_a_year_gets_its_heading_among_the_others(year: int, before: str, after: str) -> None:
    found = added(PAPERS, "ICE", year)
    at = found.index(f"### {year}")
    assert "New one" in found[at + 1]
    assert found[at + 2] == after
    assert not before.startswith("#") or found[at - 1] == before


def test_years_that_ascend_go_on_at_the_end() -> None:
    body = f"# Papers\n\n## 2019\n\n{item('Lakes', 'ICE', 2019)}\n## 2020\n\n{item('Rivers', 'ICE', 2020)}"
    assert added(body, "ICE", 2031)[-2] == "## 2031"
    assert added(body, "ICE", 2012)[1] == "## 2012"


@pytest.mark.parametrize(
    ("label", "year", "holds"),
    [
        ("Earlier", 2010, True), ("Earlier", 2014, True), ("Earlier", 2018, False), ("Before 2020", 2019, True),
        ("Before 2020", 2020, False), ("2020 and earlier", 2020, True), ("2015–2020", 2017, True),
        ("2015-20", 2020, True), ("2015–2020", 2021, False), ("Older papers", 2001, True), ("Until 2020", 2020, True),
    ],
)  # fmt: skip
def test_a_heading_of_several_years_takes_what_they_hold(label: str, year: int, holds: bool) -> None:
    found = added(PAPERS.replace("### Earlier", f"### {label}"), "ICE", year)
    assert (f"### {year}" not in found) is holds
    if holds:
        assert "New one" in found[found.index(f"### {label}") + 1]


@pytest.mark.parametrize(
    ("venue", "year", "above"),
    [
        ("Journal of Snow", 2031, ["## Journal Articles", "### 2031"]),
        ("Proceedings of Ice", 2031, ["## Conference Papers", "### 2031"]),
        ("Proceedings of Ice", 2025, ["## Conference Papers", "### 2025"]),
        ("Proceedings of Ice", 2012, ["### 2025", "### Before 2020"]),
        ("arXiv preprint", 2031, ["# Publications", "## Preprints"]),
    ],
)
def test_each_sort_of_publication_has_years_of_its_own(venue: str, year: int, above: list[str]) -> None:
    found = added(SORTS, venue, year)
    at = next(at for at, line in enumerate(found) if "New one" in line)
    assert found[at - 2 : at] == above


def test_a_day_is_dated_by_the_year_above_it() -> None:
    found = [(one.values["date"], one.values["text"]) for one in page(NEWS).entries("news")]
    assert found == [
        ("2025-03-10", "The data set is out."),
        ("2025-01-05", "One paper accepted."),
        ("2024-11-18", "I moved."),
        ("2024-06", "Started a PhD."),
    ]


@pytest.mark.parametrize(
    ("date", "line"),
    [
        ("2025-02-03", "- **Feb 3**: New one."),
        ("2025-06", "- **June**: New one."),
        ("2024-12-24", "- **24th Dec**: New one."),
        ("2026-01-02", "- **January 2**: New one."),
    ],
)
def test_a_new_day_leaves_the_year_out_as_its_neighbours_do(date: str, line: str) -> None:
    made = edit.add(page(NEWS), "news", {"date": date, "text": "New one."})
    assert line in made.page.text.split("\n")
    assert ("### 2026" in made.page.text) is (date == "2026-01-02")
    assert made.page.entries("news")[(made.number or 0) - 1].values["date"] == date


def test_a_day_of_another_year_is_no_change_of_the_date() -> None:
    assert "- **Feb 7**: One paper" in edit.change(page(NEWS), "news", 2, {"date": "2025-02-07"}).page.text
    with pytest.raises(Refused, match="under the heading “2025”; remove it, and add it again with a date of 2024"):
        edit.change(page(NEWS), "news", 2, {"date": "2024-02-07"})


@pytest.mark.parametrize("text", ["May I present: a map.", "Marching on: snow.", "Summer school: snow."])
def test_what_only_begins_like_a_month_is_no_date(text: str) -> None:
    [entry] = page(f"# News\n\n## 2025\n\n- {text}\n").entries("news")
    assert entry.values == {"date": None, "text": text}


def test_days_in_other_languages() -> None:
    body = "# Aktuelles\n\n## 2025\n\n- 10. März: Der Datensatz.\n- 5. Januar: Ein Artikel.\n"
    made = edit.add(page(body), "news", {"date": "2025-05-02", "text": "Neu."})
    assert [one.values["date"] for one in page(body).entries("news")] == ["2025-03-10", "2025-01-05"]
    assert "- 2. Mai: Neu.\n" in made.page.text
    east = page("# 新闻\n\n## 2025\n\n- 3月10日：数据集。\n- 1月：论文。\n")
    assert [one.values["date"] for one in east.entries("news")] == ["2025-03-10", "2025-01"]
    assert "- 5月2日：新。" in edit.add(east, "news", {"date": "2025-05-02", "text": "新。"}).page.text


NESTED = "- 2025\n  - Oct 12: A.\n  - May 3: B.\n- 2024\n  - Dec 1: C.\n"


def _nested_news(body: str = NESTED) -> Page:
    return Page(Source(f"# News\n\n{body}\n# Contact\n\nWrite.\n".encode()))


def test_news_in_lists_below_years_are_entries() -> None:
    read = _nested_news().entries("news")
    assert [(one.values["date"], one.values["text"]) for one in read] == [
        ("2025-10-12", "A."),
        ("2025-05-03", "B."),
        ("2024-12-01", "C."),
    ]


@pytest.mark.parametrize(
    ("date", "after"),
    [
        ("2026-11-21", "- 2026\n  - Nov 21: New.\n" + NESTED),
        ("2025-12-24", NESTED.replace("  - Oct", "  - Dec 24: New.\n  - Oct")),
        ("2023-02-01", NESTED + "- 2023\n  - Feb 1: New.\n"),
    ],
)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_year_in_a_list_of_years_is_parted_as_they_are(date: str, after: str, gap: str) -> None:
    def spread(body: str) -> str:
        return body.replace("\n- 2", "\n" + gap + "- 2")

    changed = edit.add(_nested_news(spread(NESTED)), "news", {"date": date, "text": "New."}).page
    assert changed.text == f"# News\n\n{spread(after)}\n# Contact\n\nWrite.\n"


def test_a_year_goes_with_its_only_news() -> None:
    changed = edit.remove(_nested_news(), "news", 3).page
    assert changed.text == "# News\n\n- 2025\n  - Oct 12: A.\n  - May 3: B.\n\n# Contact\n\nWrite.\n"
