"""Liquid and HTML around the entries of a page: what is read, and where nothing is put."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.change.placement import check_not_made
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

ITEM = {"date": "2026-02", "text": "Snow came early."}


def page(body: str, *, header: str = "---\nlayout: default\n---\n\n", html: bool = False) -> Page:
    return Page(Source((header + body).encode()), html=html)


def texts(read: Page) -> list[object]:
    return [entry.values["text"] for entry in read.entries("news")]


def test_items_in_a_liquid_comment_are_no_entries() -> None:
    body = "# News\n\n{% comment %}\n- *2024.01*: Hidden.\n{% endcomment %}\n\n- *2025.03*: Moss.\n- *2025.01*: Peat.\n"
    read = page(body)
    assert texts(read) == ["Moss.", "Peat."]
    added = edit.add(read, "news", ITEM).page
    assert added.text == read.text.replace("- *2025.03*", "- *2026.02*: Snow came early.\n- *2025.03*")


def test_a_heading_in_a_liquid_comment_is_none() -> None:
    read = page("# News\n\n- *2025.03*: Moss.\n\n{% comment %}\n# Publications\n{% endcomment %}\n")
    assert [section.label for section in read.sections] == ["News"]


@pytest.mark.parametrize("tag", ["if page.x", "unless page.x"])
def test_a_tag_on_a_line_of_its_own_is_no_text_of_the_item_before(tag: str) -> None:
    name = tag.split()[0]
    read = page(f"# News\n\n{{% {tag} %}}\n- *2025.03*: Moss.\n- *2025.01*: Peat.\n{{% end{name} %}}\n")
    assert texts(read) == ["Moss.", "Peat."]


def test_an_item_goes_with_its_neighbours_into_a_condition() -> None:
    read = page("# News\n\n{% if page.x %}\n- *2025.03*: Moss.\n{% endif %}\n")
    assert edit.add(read, "news", ITEM).page.text.endswith(
        "{% if page.x %}\n- *2026.02*: Snow came early.\n- *2025.03*: Moss.\n{% endif %}\n"
    )


def test_the_only_item_of_a_condition_goes_without_its_tags() -> None:
    read = page("# News\n\n- *2025.03*: Moss.\n{% if page.x %}\n- *2025.01*: Peat.\n{% endif %}\n- *2024.01*: Reed.\n")
    assert edit.remove(read, "news", 2).page.text == read.text.replace("- *2025.01*: Peat.\n", "")


MADE = {
    "data": ("{% for n in site.data.a.b %}\n- {{ n.x }}\n{% endfor %}\n", "_data/a/b", 7),
    "a collection by another name": (
        "{% assign ns = site.notices | sort: 'date' | reverse %}\n\n{% for n in ns limit: 3 %}\n* {{ n.title }}\n"
        "{% endfor %}\n",
        "_notices",
        9,
    ),
    "posts": ("{% for n in site.posts %}{{ n.title }}{% endfor %}\n", "_posts", 7),
    "a list of the page": ("{% for n in page.ns %}\n- {{ n }}\n{% endfor %}\n", "`ns` in the front matter", 7),
    "a place that is not told": ("{% for n in include.list %}\n- {{ n }}\n{% endfor %}\n", "what that goes through", 7),
    "a bibliography": ("{% bibliography --file news %}\n", "the bibliography", 7),
    "items of its own in a loop": (
        "{% for y in page.ys %}\n- *2025.03*: Moss.\n{% endfor %}\n",
        "`ys` in the front",
        7,
    ),
}


@pytest.mark.parametrize(("body", "kept_in", "line"), MADE.values(), ids=MADE)
def test_a_list_that_liquid_makes_says_where_its_entries_are_kept(body: str, kept_in: str, line: int) -> None:
    read = page(f"# News\n\n{body}")
    assert texts(read) == []
    with pytest.raises(Refused, match=f"add the news item to {kept_in}") as refusal:
        check_not_made(read, read.sections[0], "news item")
    assert refusal.value.line == line


def test_nothing_is_added_in_a_raw_block() -> None:
    read = page("# News\n\n{% raw %}\n- *2025.03*: Moss.\n{% endraw %}\n")
    with pytest.raises(Refused, match="raw"):
        edit.add(read, "news", ITEM)


def test_nothing_is_added_after_the_end_of_a_page() -> None:
    read = page("<html><body>\n<h2>News</h2>\n</body></html>\n<ul><li>2025.03: Moss.</li></ul>\n", html=True)
    with pytest.raises(Refused, match="after the end of the page"):
        edit.add(read, "news", ITEM)


def test_a_change_that_would_leave_a_liquid_tag_without_its_partner_is_refused() -> None:
    read = page("# News\n\n- *2025.03*: Moss {% if page.x %}and peat{% endif %}.\n")
    with pytest.raises(Refused, match="Liquid tag"):
        edit.change(read, "news", 1, {"text": "Moss {% if page.x %}and peat."})
    assert edit.change(read, "news", 1, {"text": "Moss."}).page.text.endswith("- *2025.03*: Moss.\n")


def test_an_item_of_a_list_ends_where_browsers_end_it() -> None:
    body = "".join(f"<li>\n<div><b>{year}.03</b> {text}\n\n" for year, text in ((2025, "Moss."), (2024, "Peat.")))
    read = page(f"<h2>News</h2>\n<ol>\n{body}</ol>\n", html=True)
    assert texts(read) == ["Moss.", "Peat."]
    assert texts(edit.remove(read, "news", 1).page) == ["Peat."]


def test_in_an_html_page_markdown_is_text() -> None:
    read = page("- *2025.03*: Moss.\n\n<h2>News</h2>\n\n- *2025.03*: Peat.\n", html=True)
    assert texts(read) == []


def test_the_rest_of_an_entry_stays_when_a_field_changes() -> None:
    read = page("# News\n\n- *2025.03*: Moss <!-- ask Ann --> and {{ page.x }} on  \n  reeds.\n")
    changed = edit.change(read, "news", 1, {"text": "Moss <!-- ask Ann --> and {{ page.x }} on peat."})
    assert changed.page.text == read.text.replace("reeds", "peat")
