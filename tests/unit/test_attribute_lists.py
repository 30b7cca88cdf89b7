"""Attribute lists of kramdown's show nothing: they are no part of what an entry says, and stay when it changes."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

NEWS = {
    "after the date": (
        "- **May 2026**{: .date}: Snow.\n- **Jan 2026**{: .date}: Moss.\n",
        "- **Jun 2026**{: .date}: Ice.",
    ),
    "after a date without a colon": ("- **May 2026**{: .date} Snow.\n", "- **Jun 2026**{: .date} Ice."),
    "before the date": ("- {:.new} *2026.05*: Snow.\n", "- {:.new} *2026.06*: Ice."),
    "on a line of its own": ("- *2026.05*: Snow.\n  {: .item}\n- *2026.04*: Moss.\n", "- *2026.06*: Ice.\n  {: .item}"),
}


@pytest.mark.parametrize(("body", "new"), NEWS.values(), ids=NEWS)
def test_news_with_attributes(body: str, new: str) -> None:
    page = Page(Source(f"# News\n\n{body}".encode()))
    assert page.entries("news")[0].values == {"date": "2026-05", "text": "Snow."}
    added = edit.add(page, "news", {"date": "2026-06", "text": "Ice."})
    assert added.page.text == f"# News\n\n{new}\n{body}"
    changed = edit.change(page, "news", 1, {"text": "Ice."})
    assert changed.page.text == page.text.replace("Snow", "Ice")


TOPICS = [
    "**Reeds**{: .hl}: wind",
    "**Reeds:**{:.hl} wind",
    '<span style="color: red">**Reeds**</span>: wind',
    '<font color="red"><b>Reeds</b></font>: wind',
    "{: .item} **Reeds**: wind",
]


@pytest.mark.parametrize("item", TOPICS)
def test_topics_with_attributes_and_colours(item: str) -> None:
    page = Page(Source(f"# Research Interests\n\n- {item}\n".encode()))
    assert page.entries("interests")[0].values == {"topic": "Reeds", "text": "wind"}
    changed = edit.change(page, "interests", 1, {"text": "rain", "topic": "Bogs"})
    assert changed.page.text == page.text.replace("Reeds", "Bogs").replace("wind", "rain")


def test_a_span_around_topic_and_text_is_no_colour_of_the_topic() -> None:
    page = Page(Source(b"# Research Interests\n\n- <span>**Reeds**: wind</span>\n"))
    assert page.entries("interests")[0].values["text"] == "<span>**Reeds**: wind</span>"


def test_links_below_a_sentence_about_interests_are_none() -> None:
    page = Page(Source(b"My research interests include reeds.\n\n* Get my [CV](/cv.pdf)\n* [Papers](/p/)\n"))
    assert list(page.entries("interests")) == []


@pytest.mark.parametrize("words", ["News", "<span>News</span>", '<i class="fas fa-bullhorn"></i> News'])
def test_a_division_that_is_a_heading(words: str) -> None:
    card = '<div class="news-card"><div class="news-date">{}</div><div class="news-text">{}</div></div>\n'
    cards = card.format("2026.05", "A reed.") + card.format("2026.04", "A bog.")
    page = Page(Source(f'<div class="section-title">{words}</div>\n\n{cards}'.encode()))
    assert [entry.values["text"] for entry in page.entries("news")] == ["A reed.", "A bog."]


REMOVED = {
    "a paragraph": ("Ada Example. *A reed*. Bog Letters, 2025.\n{: .paper}\n", "\n"),
    "the only item of a list": ("- Ada Example. *A reed*. Bog Letters, 2025.\n{: .new}\n", ""),
    "attributes before": ("{: .new}\n- Ada Example. *A reed*. Bog Letters, 2025.\n", "\n"),
}


@pytest.mark.parametrize(("entry", "gap"), REMOVED.values(), ids=REMOVED)
def test_attributes_of_one_entry_go_with_it(entry: str, gap: str) -> None:
    other = entry.replace("reed", "bog")
    start, end = "# Publications\n\n", "\n# News\n\n- *2026.05*: Snow.\n"
    page = Page(Source(f"{start}{entry}{gap}{other}{end}".encode()))
    assert edit.remove(page, "publications", 1).page.text == f"{start}{other}{end}"
    assert edit.remove(page, "publications", 2).page.text == f"{start}{entry}{end}"


def test_attributes_of_a_list_stay_with_it() -> None:
    page = Page(Source(b"# News\n\n- *2026.05*: Snow.\n- *2026.04*: Moss.\n{: .news}\n"))
    assert edit.remove(page, "news", 2).page.text == "# News\n\n- *2026.05*: Snow.\n{: .news}\n"
