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


@pytest.mark.parametrize("tags", [("{% if false %}", "{% endif %}"), ("{% unless true %}", "{% endunless %}")])
def test_items_that_no_condition_lets_through_are_no_entries(tags: tuple[str, str]) -> None:
    body = f"# News\n\n{tags[0]}\n- *2024.01*: Hidden.\n{tags[1]}\n\n- *2025.03*: Moss.\n- *2025.01*: Peat.\n"
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
    "a file of data": ("{% tablerow n in site.data.a %}{{ n.x }}{% endtablerow %}\n", "_data/a", 7),
    "all data": ("{% for n in site.data %}\n- {{ n }}\n{% endfor %}\n", "_data", 7),
    "a part of a collection": ("{% for n in site.ns.docs %}\n- {{ n }}\n{% endfor %}\n", "what that goes through", 7),
    "a range of numbers": ("{% for n in (1..3) %}\n- {{ n }}\n{% endfor %}\n", "what that goes through", 7),
    "a loop that is none": ("{% for %}\n- x\n{% endfor %}\n", "what that goes through", 7),
    "a name given to something else": (
        "{% assign ms = site.notices %}\n{% for n in ns %}\n- {{ n }}\n{% endfor %}\n{% assign ns = site.notices %}\n",
        "what that goes through",
        8,
    ),
    "posts": ("{% for n in site.posts %}{{ n.title }}{% endfor %}\n", "_posts", 7),
    "a list of the page": ("{% for n in page.ns %}\n- {{ n }}\n{% endfor %}\n", "`ns` in the front matter", 7),
    "a place that is not told": ("{% for n in include.list %}\n- {{ n }}\n{% endfor %}\n", "what that goes through", 7),
    "a bibliography": ("{% bibliography --file news %}\n", "the bibliography", 7),
    "items of its own in a loop": (
        "{% for y in page.ys %}\n- *2025.03*: Moss.\n{% endfor %}\n",
        "`ys` in the front matter",
        7,
    ),
}


@pytest.mark.parametrize(("body", "kept_in", "line"), MADE.values(), ids=MADE)
def test_a_list_that_liquid_makes_says_where_its_entries_are_kept(body: str, kept_in: str, line: int) -> None:
    read = page(f"# News\n\n{body}")
    assert texts(read) == []
    with pytest.raises(Refused) as refusal:
        check_not_made(read, read.sections[0], "news item")
    tag = read.text.split("\n")[line - 1].partition("%}")[0]
    assert refusal.value.message == f"the page makes this list with `{tag}%}}`; add the news item to {kept_in}"
    assert refusal.value.line == line


def test_a_list_before_one_that_liquid_makes_may_be_added_to() -> None:
    read = page("# News\n{% for n in site.posts %}\n- {{ n }}\n{% endfor %}\n")
    with pytest.raises(Refused):
        check_not_made(read, read.sections[0], "news item")
    read = page("# News\n\n- *2025.03*: Moss.\n\n# Notes\n\n{% for n in site.posts %}\n- {{ n }}\n{% endfor %}\n")
    check_not_made(read, read.sections[0], "news item")


def test_nothing_is_added_in_a_raw_block() -> None:
    read = page("# News\n\n{% raw %}\n- *2025.03*: Moss.\n{% endraw %}\n")
    with pytest.raises(Refused, match="raw"):
        edit.add(read, "news", ITEM)


def test_nothing_is_added_after_the_end_of_a_page() -> None:
    read = page("<html><body>\n<h2>News</h2>\n</body></html>\n<ul><li>2025.03: Moss.</li></ul>\n", html=True)
    with pytest.raises(Refused) as refusal:
        edit.add(read, "news", ITEM)
    assert refusal.value.message == "it would go after the end of the page, so nothing was written; add it by hand"


def test_a_change_that_would_leave_a_liquid_tag_without_its_partner_is_refused() -> None:
    read = page("# News\n\n- *2025.03*: Moss {% if page.x %}and peat{% endif %}.\n")
    with pytest.raises(Refused) as refusal:
        edit.change(read, "news", 1, {"text": "Moss {% if page.x %}and peat."})
    assert refusal.value.message == (
        "the change would break a Liquid tag around it; nothing was written. Edit the source instead"
    )
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


HTML = {
    "after the only words": ("<h1>Ada</h1>\n<p>Ice.</p>\n", "<h1>Ada</h1>\n<p>Ice.</p>\n<NEW>"),
    "nothing there": ("", "<NEW>"),
    "before the end of the body": (
        "<html>\n<body>\n<p>Ice.</p>\n<script>x</script>\n</body>\n</html>\n",
        "<html>\n<body>\n<p>Ice.</p>\n<script>x</script>\n<NEW></body>\n</html>\n",
    ),
    "in the main part": (
        "<body>\n<main>\n<h1>Ada</h1>\n</main>\n<footer>F</footer>\n</body>\n",
        "<body>\n<main>\n<h1>Ada</h1>\n<NEW></main>\n<footer>F</footer>\n</body>\n",
    ),
    "before the section that usually follows": (
        '<h2 class="x" id="a">About</h2>\n<p>Ice.</p>\n\n<h2 class="x" id="t">Talks</h2>\n<ul><li>2020: A</li></ul>\n',
        '<h2 class="x" id="a">About</h2>\n<p>Ice.</p>\n\n<h2 class="x">News</h2>\n<ul>\n'
        '  <li><em>2026.02</em>: Snow.</li>\n</ul>\n\n<h2 class="x" id="t">Talks</h2>\n<ul><li>2020: A</li></ul>\n',
    ),
    "under a heading that is there": (
        "<h2>News</h2>\n\n<h2>Talks</h2>\n",
        "<h2>News</h2>\n<ul>\n  <li><em>2026.02</em>: Snow.</li>\n</ul>\n\n<h2>Talks</h2>\n",
    ),
}
NEW = "<h2>News</h2>\n<ul>\n  <li><em>2026.02</em>: Snow.</li>\n</ul>\n"


@pytest.mark.parametrize(("body", "written"), HTML.values(), ids=HTML)
def test_the_first_entry_of_an_html_page_is_html(body: str, written: str) -> None:
    read = page(body, html=True)
    added = edit.add(read, "news", {"date": "2026-02", "text": "Snow."})
    assert added.page.text == read.text[: read.body_start] + written.replace("<NEW>", NEW)
    assert texts(edit.remove(added.page, "news", 1).page) == []


def test_sections_in_boxes_of_their_own_get_no_other_by_guess() -> None:
    footer = "<body>\n<h1>Ada</h1>\n<footer>F</footer>\n<script>x</script>\n</body>\n"
    with pytest.raises(Refused, match="ends with a footer"):
        edit.add(page(footer, html=True), "news", ITEM)
    boxes = "".join(f"<section>\n<h2>{name}</h2>\n<p>Ice.</p>\n</section>\n" for name in ("About", "Contact"))
    with pytest.raises(Refused, match="boxes; add one headed News by hand"):
        edit.add(page(boxes, html=True), "news", ITEM)


def test_a_stray_end_tag_before_the_list_does_not_end_a_page_in_markdown() -> None:
    body = "<html>\n<style>a {}</style>\n</html>\n\n<h2>News</h2>\n<ul>\n  <li><b>2025.03</b>: Moss.</li>\n</ul>\n"
    read = page(body)
    added = edit.add(read, "news", ITEM).page.text
    assert added == read.text.replace("  <li>", "  <li><b>2026.02</b>: Snow came early.</li>\n  <li>")
    with pytest.raises(Refused, match="after the end"):
        edit.add(page("# News\n\nNone.\n\n</html>\n\nNone.\n"), "publications", {"title": "Reeds"})


def test_a_stray_end_tag_does_not_hide_the_end_of_the_page() -> None:
    read = page("# News\n\nNone.\n\n</html>\n\n# Notes\n\nNone.\n\n</html>\n\nNone.\n")
    with pytest.raises(Refused, match="after the end of the page"):
        edit.add(read, "publications", {"title": "Reeds"})


def test_items_that_are_shown_as_code_are_no_entries() -> None:
    body = "# News\n\n{% highlight md %}\n- *2025.03*: Hidden.\n{% endhighlight %}\n\n- *2024.02*: Peat.\n"
    assert texts(page(body)) == ["Peat."]
