"""Items that say their date at the end, or in two short numbers: read, and written like that."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source


def page(items: str, heading: str = "News") -> Page:
    return Page(Source(f"# {heading}\n\n{items}\n\n# Contact\n\nText.\n".encode()))


def said(read: Page, kind: str = "news") -> list[tuple[object, object]]:
    return [(entry.values["date"], entry.values["text"]) for entry in read.entries(kind)]


ENDS = (
    ("(May 2026)", "(March 2026)", "(November 2026)"),
    ("— 2026-05", "— 2026-03", "— 2026-11"),
    ("*(May 2026)*", "*(March 2026)*", "*(November 2026)*"),
    ("[05/2026]", "[03/2026]", "[11/2026]"),
    ("<small>(May 2026)</small>", "<small>(March 2026)</small>", "<small>(November 2026)</small>"),
    ("(2026年5月)", "(2026年3月)", "(2026年11月)"),
    ("(mai 2026)", "(mars 2026)", "(novembre 2026)"),
    ("(May 2026).", "(March 2026).", "(November 2026)."),
)


@pytest.mark.parametrize(("one", "other", "new"), ENDS)
@pytest.mark.parametrize("frame", ["- {}", "<li>{}</li>"])
def test_a_date_at_the_end_is_read_and_written(frame: str, one: str, other: str, new: str) -> None:
    lines = [frame.format(f"A map is out! {one}"), frame.format(f"A talk in Lund {other}")]
    if "<li>" in frame:
        lines = ["<ul>", *lines, "</ul>"]
    read = page("\n".join(lines))
    assert said(read) == [("2026-05", "A map is out!"), ("2026-03", "A talk in Lund")]
    added = edit.add(read, "news", {"date": "2026-11", "text": "A grant"})
    first = frame.format(f"A grant {new}")
    assert added.page.text == read.text.replace(lines["<li>" in frame], f"{first}\n{lines['<li>' in frame]}")
    assert edit.remove(added.page, "news", 1).page.text == read.text


def test_a_date_at_the_end_is_set_and_given() -> None:
    read = page("- A map (March 2026)\n- A talk")
    assert "- A map (April 2026)\n" in edit.change(read, "news", 1, {"date": "2026-04"}).page.text
    assert "- A talk (April 2026)\n" in edit.change(read, "news", 2, {"date": "2026-04"}).page.text
    assert "- Snow. (March 2026)\n" in edit.change(read, "news", 1, {"text": "Snow."}).page.text
    assert "- Snow\n- A map" in edit.add(read, "news", {"date": None, "text": "Snow"}).page.text


@pytest.mark.parametrize(
    "text",
    [
        "A workshop in Lund (3–5 May 2026)",
        "A paper at [ICE (May 2026)](https://example.org)",
        "A paper in Ice Letters, 2026",
        "Reviews for ICE 2024, 2025",
        "A talk (Lund, May 2026)",
        "A talk in May 2026",
    ],
)
def test_a_date_that_is_part_of_what_is_said_is_none_of_the_item(text: str) -> None:
    assert said(page(f"- {text}")) == [(None, text)]


def test_a_period_at_the_end() -> None:
    read = page("- PhD in ice, Lakeside University, 2015–2019\n- BSc, Lakeside University, 2012", "Education")
    assert said(read, "education") == [
        ("2015–2019", "PhD in ice, Lakeside University"),
        ("2012", "BSc, Lakeside University"),
    ]
    added = edit.add(read, "education", {"date": "2019-2021", "text": "Postdoc"})
    assert added.page.text.startswith("# Education\n\n- Postdoc, 2019-2021\n")


@pytest.mark.parametrize(
    ("items", "new"),
    [
        ("- [10/25] A map\n- [07/25] A talk\n- [12/24] A grant", "- [11/26] Snow\n"),
        ("- **10/25** A map\n- **07/25** A talk", "- **11/26** Snow\n"),
        ("- 25/10: A map\n- 25/07: A talk\n- 24/12: A grant", "- 26/11: Snow\n"),
    ],
)
def test_months_and_years_in_short_are_read_where_the_list_tells(items: str, new: str) -> None:
    read = page(items)
    assert said(read)[:2] == [("2025-10", "A map"), ("2025-07", "A talk")]
    assert new + items in edit.add(read, "news", {"date": "2026-11", "text": "Snow"}).page.text


@pytest.mark.parametrize("items", ["- 05/12: A map\n- 03/10: A talk", "- 10/25: A map\n- 07/25: A talk\n- 12/01: Snow"])
def test_short_numbers_that_may_be_days_are_no_dates_and_no_other_form_is_begun(items: str) -> None:
    assert {date for date, _ in said(page(items))} == {None}
    with pytest.raises(Refused, match="which of the numbers"):
        edit.add(page(items), "news", {"date": "2026-11", "text": "Snow"})


@pytest.mark.parametrize(
    ("items", "refusal"),
    [
        ("## 2026\n\n- A map (May)\n- A talk (March)", "don't say their year"),
        ("- May: A map\n- March: A talk", "don't say their year"),
        ("- A map (05/26)\n- A talk (03/12)", "don't say their year"),
        ("- *A map (May 2026)*\n- *A talk (March 2026)*", "within the text"),
        ("- **A map**, May 2026. It is new.\n- **A talk**, March 2026. In Lund.", "within the text"),
        ("May 2026\n\n- A map\n- A talk\n\nMarch 2026\n\n- Snow", "below dates of their own"),
    ],
)
def test_beside_dates_that_are_not_read_none_is_written(items: str, refusal: str) -> None:
    with pytest.raises(Refused, match=refusal):
        edit.add(page(items), "news", {"date": "2026-11", "text": "A grant"})


def test_short_dates_in_a_table() -> None:
    read = page("| When | What |\n|---|---|\n| 05/26 | A map |\n| 03/26 | A talk |")
    assert said(read) == [("2026-05", "A map"), ("2026-03", "A talk")]
    assert "|---|---|\n| 11/26 | Snow |\n" in edit.add(read, "news", {"date": "2026-11", "text": "Snow"}).page.text


def test_of_several_lines_with_dates_none_is_the_items() -> None:
    read = page("**Lake University**\n*Guest* | May 2024 – March 2025\n*Host* | April 2025", "Experience")
    assert said(read, "experience") == []


def test_news_in_quotes_gets_another_in_its_form() -> None:
    after = edit.add(
        page("> **May 2026** A map\n\n> **March 2026** A talk", "News"), "news", {"date": "2026-11", "text": "Snow"}
    )
    assert "\n> **November 2026** Snow\n\n> **May 2026** A map\n\n> **March 2026** A talk\n" in after.page.text


@pytest.mark.parametrize("items", [("[10/25] Award.", "[9/25] Talk.", "[12/24] Moved."), ("Award.", "Talk. (Oct)")])
def test_beside_an_item_with_a_date_that_is_not_told_no_other_is_a_model_of_undated_ones(
    items: tuple[str, ...],
) -> None:
    page = Page(Source(("# News\n\n" + "".join(f"- {item}\n" for item in items)).encode()))
    with pytest.raises(Refused, match=r"which of the numbers|don't say their year"):
        edit.add(page, "news", {"date": "2026-11", "text": "Paper."})
    with pytest.raises(Refused, match=r"which of the numbers|don't say their year"):
        edit.change(page, "news", 2, {"date": "2026-11"})


def test_a_text_has_no_stop_before_the_comma_of_its_date() -> None:
    read = page("- A map of snow is out, March 2026.\n- A talk in Lund, May 2025.")
    added = edit.add(read, "news", {"date": "2026-11", "text": "A grant."})
    assert "- A grant, November 2026.\n- A map" in added.page.text
    assert said(added.page)[0] == ("2026-11", "A grant")
    assert "- Snow, May 2025.\n" in edit.change(read, "news", 2, {"text": "Snow."}).page.text


@pytest.mark.parametrize("tag", ["span", "div"])
def test_the_element_around_a_text_behind_its_date_stays(tag: str) -> None:
    items = (
        f'<li><b>2025</b><{tag} class="said">A map</{tag}></li>\n<li><b>2024</b><{tag} class="said">A talk</{tag}></li>'
    )
    read = page(f"<ul>\n{items}\n</ul>")
    assert said(read) == [("2025", "A map"), ("2024", "A talk")]
    added = edit.add(read, "news", {"date": "2026", "text": "A grant"}).page.text
    assert f'<li><b>2026</b><{tag} class="said">A grant</{tag}></li>' in added
    changed = edit.change(read, "news", 2, {"text": "Snow"}).page.text
    assert changed == read.text.replace("A talk", "Snow")
