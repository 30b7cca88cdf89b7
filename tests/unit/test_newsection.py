"""The first entry of a page: under a heading in the page's own style, in an empty section, or for a placeholder."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Link, Value
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused, UsageError
from profile_tui.text.source import Source
from support.jekyll_referee import Referee
from support.shapes import said

HEADER = "---\ntitle: T\n---\n"
ENTRY: Mapping[str, Mapping[str, Value]] = {
    "news": {"date": "2026-11", "text": "A **grant**."},
    "publications": {
        "title": "A guide to frost",
        "authors": (Author("Ada Example"), Author("Ben Sample")),
        "venue": "POLAR",
        "year": 2026,
        "links": (Link("Paper", "https://example.org/frost"),),
    },
    "interests": {"topic": "Hail", "text": "its *sizes*"},
}
WRITTEN = {
    "news": "- *2026.11*: A **grant**.",
    "publications": "- [A guide to frost](https://example.org/frost), Ada Example, Ben Sample, *POLAR*, 2026",
    "interests": "- **Hail:** its *sizes*",
}
EDUCATION = "- *2019* A degree.\n"
each_kind = pytest.mark.parametrize("kind", sorted(ENTRY))


def added(body: str, kind: str) -> str:
    """The body with a first entry, which must read back; everything else is as it was."""
    page = Page(Source((HEADER + body).encode()))
    edited = edit.add(page, kind, ENTRY[kind])
    (entry,) = edited.page.entries(kind)
    read = said(entry)
    for name, meant in ENTRY[kind].items():
        got = read[name]
        assert got == meant or (isinstance(got, tuple) and isinstance(meant, tuple) and len(got) == len(meant)), name
    assert (edited.number, edited.page.text.startswith(HEADER)) == (1, True)
    return edited.page.text.removeprefix(HEADER)


@pytest.mark.parametrize(
    ("heading", "news", "chinese"),
    [
        ("# Education\n\n", "# News\n\n", False),
        ("# Education\n", "# News\n", False),
        ("### Education\n\n", "### News\n\n", False),
        ("Education\n======\n\n", "News\n======\n\n", False),
        ("Education\n---\n\n", "News\n---\n\n", False),
        ("Education\n---\n", "News\n---\n", False),
        ('<h2 class="x" id="edu">Education</h2>\n\n', '<h2 class="x">News</h2>\n\n', False),
        ("# 📖 Education\n", "# 🔥 News\n", False),
        ("## 教育背景\n\n", "## 新闻\n\n", True),
    ],
)
def test_a_new_section_stands_before_the_next_in_its_heading_style(heading: str, news: str, chinese: bool) -> None:
    body = f"\nI study ice.\n\n{heading}{EDUCATION}"
    assert added(body, "news") == f"\nI study ice.\n\n{news}{WRITTEN['news']}\n\n{heading}{EDUCATION}"


@pytest.mark.parametrize(
    ("kind", "headings"),
    [
        ("news", ["News", "Publications", "Education"]),
        ("interests", ["Research Interests", "Publications", "Education"]),
    ],
)
def test_sections_come_in_their_usual_order(kind: str, headings: list[str]) -> None:
    body = f"\n# Publications\n\n{WRITTEN['publications']}\n\n# Education\n\n{EDUCATION}"
    page = Page(Source((HEADER + body).encode()))
    after = edit.add(page, kind, ENTRY[kind]).page
    assert [section.label for section in after.sections if section.heading] == headings


@each_kind
@pytest.mark.parametrize("body", ["\nI study ice.\n", "\nI study ice.\n\n## Contact\n\nWrite to me.\n"])
def test_a_page_without_such_sections_gets_one_at_its_end(body: str, kind: str) -> None:
    title = {"news": "News", "publications": "Publications", "interests": "Research Interests"}[kind]
    assert added(body, kind) == f"{body}\n## {title}\n\n{WRITTEN[kind]}\n"


@each_kind
@pytest.mark.parametrize("body", ["", "\n", "\n\n\n"])
def test_a_page_that_is_nothing_but_a_header_gets_its_first_section(body: str, kind: str) -> None:
    assert added(body, kind).strip("\n").split("\n")[1:] == ["", WRITTEN[kind]]


@each_kind
def test_an_anchor_stays_with_its_heading(kind: str) -> None:
    anchored = "<span class='anchor' id='educations'></span>\n\n# 📖 Educations\n"
    body = (
        f"\nI study ice.\n\n{anchored}{EDUCATION}\n<span class='anchor' id='awards'></span>\n\n# 🎖 Awards\n{EDUCATION}"
    )
    text = added(body, kind)
    assert anchored in text
    assert "<span class='anchor' id='awards'></span>\n\n# 🎖 Awards\n" in text


@each_kind
def test_a_page_without_a_final_newline_still_has_none(kind: str) -> None:
    body = "\nI study ice.\n\n# Contact\n\nWrite to me."
    text = added(body, kind)
    assert text.startswith(body + "\n\n# ")
    assert text.endswith(f"\n\n{WRITTEN[kind]}")


def test_blank_lines_at_the_end_stay() -> None:
    assert added("\nI study ice.\n\n\n", "news") == f"\nI study ice.\n\n## News\n\n{WRITTEN['news']}\n\n\n"


def test_a_section_behind_a_list_does_not_fall_into_its_last_item() -> None:
    page = Page(Source(f"{HEADER}\n# Contact\n\n- one\n- two".encode()))
    after = edit.add(page, "news", ENTRY["news"]).page
    assert after.text.endswith(f"- one\n- two\n\n# News\n\n{WRITTEN['news']}")


def test_line_ends_are_the_page_s_own() -> None:
    body = f"\r\nI study ice.\r\n\r\n# Education\r\n\r\n{EDUCATION}".replace("A degree.\n", "A degree.\r\n")
    page = Page(Source(HEADER.replace("\n", "\r\n").encode() + body.encode()))
    data = edit.add(page, "news", ENTRY["news"]).page.source.data
    assert data.count(b"\n") == data.count(b"\r\n") == page.source.data.count(b"\n") + 4


@each_kind
@pytest.mark.parametrize("include", ["I study ice.\n", "", "# Contact\n\nWrite to me.\n"])
def test_an_include_without_front_matter_gets_a_section(include: str, kind: str) -> None:
    after = edit.add(Page(Source(include.encode())), kind, ENTRY[kind]).page
    assert after.text.startswith(include)
    assert after.text.endswith(f"\n{WRITTEN[kind]}\n")
    assert len(after.entries(kind)) == 1


SECTIONS = {"news": "News", "publications": "Publications", "interests": "Research Interests"}


@each_kind
@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        ("# {}\n\n", "\n# Contact\n\nWrite to me.\n"),
        ("{}\n====\n\n", "\nContact\n====\n\nWrite to me.\n"),
        ("# {}\n\n", ""),
    ],
)
def test_an_empty_section_takes_the_first_entry(heading: str, rest: str, kind: str) -> None:
    before = "\nI study ice.\n\n" + heading.format(SECTIONS[kind])
    text = added(before + rest, kind)
    assert text.replace("\n", "") == (before + WRITTEN[kind] + rest).replace("\n", "")
    assert f"\n\n{WRITTEN[kind]}\n" in text
    assert text.endswith(rest or f"{WRITTEN[kind]}\n")


@each_kind
@pytest.mark.parametrize(
    "placeholder", ["Coming soon!", "*Coming soon*", "TBA", "To be updated.", "敬请期待", "(none yet)"]
)
def test_a_placeholder_gives_way_to_the_first_entry(placeholder: str, kind: str) -> None:
    before, rest = f"\nI study ice.\n\n# {SECTIONS[kind]}\n\n", "\n\n\n# Contact\n\nWrite to me.\n"
    page = Page(Source((HEADER + before + placeholder + rest).encode()))
    after = edit.add(page, kind, ENTRY[kind]).page
    assert after.text == HEADER + before + WRITTEN[kind] + rest


def test_a_sentence_that_is_no_placeholder_stays() -> None:
    body = "\n# News\n\nWhat is coming soon is listed here.\n"
    assert added(body, "news") == f"{body}\n{WRITTEN['news']}\n"


@each_kind
def test_the_second_entry_is_like_the_first(kind: str) -> None:
    first = edit.add(Page(Source((HEADER + "\nI study ice.\n").encode())), kind, ENTRY[kind])
    second = edit.add(first.page, kind, ENTRY[kind])
    assert second.page.text.count(f"{WRITTEN[kind]}\n") == 2
    assert edit.remove(second.page, kind, second.number or 1).page.text == first.page.text


def test_a_section_that_is_named_and_is_not_there_is_told() -> None:
    page = Page(Source((HEADER + "\n# News\n\n- *2026.01*: x\n").encode()))
    with pytest.raises(UsageError, match="'News'"):
        edit.add(page, "news", ENTRY["news"], section="Vermischtes")


@each_kind
@pytest.mark.parametrize("heading", ["# Education\n\n", "Education\n---\n", "<h2>Education</h2>\n\n", ""])
def test_jekyll_renders_one_more_section(heading: str, kind: str, jekyll: Referee) -> None:
    page = Page(Source(f"{HEADER}\nI study *ice*.\n\n{heading}{EDUCATION}".encode()))
    after = edit.add(page, kind, ENTRY[kind]).page
    was, now = jekyll.render(page.source.data), jekyll.render(after.source.data)
    assert was.ok
    assert now.ok
    assert now.html.count("<h") == was.html.count("<h") + 1
    at = now.html.index("<h", 0) if heading else len(was.html)
    assert now.html[:at] == was.html[:at]
    assert now.html.count("<li>") == was.html.count("<li>") + 1


ENGLISH = "I study tides, and this is the page of my lab with the data of it.\n"
FRENCH = "Je travaille sur les marées dans une équipe de la faculté. Voici les données et le reste du groupe.\n"


@pytest.mark.parametrize(
    ("text", "headings", "title"),
    [
        (ENGLISH, ("Projects", "Curriculum Vitae"), "News"),
        (ENGLISH, ("Tutorial", "Video"), "News"),
        (ENGLISH, ("Formation", "Distinctions"), "News"),
        (FRENCH, ("Formation", "Distinctions"), "Actualités"),
        (ENGLISH, ("Formation", "Projets"), "Actualités"),
    ],
)
def test_a_heading_that_english_has_too_is_none_of_another_language(
    text: str, headings: tuple[str, str], title: str
) -> None:
    body = f"\n{text}\n" + "\n".join(f"## {heading}\n\n- x\n" for heading in headings)
    assert f"## {title}\n" in edit.add(Page(Source((HEADER + body).encode())), "news", ENTRY["news"]).page.text


@pytest.mark.parametrize(
    "body",
    [
        '<ul>\n{% include item.html date="2025" text="A." %}\n{% include item.html date="2024" text="B." %}\n</ul>\n',
        "<dl>\n<dt>Oct 2025</dt><dd>A.</dd>\n</dl>\n",
        "Oct 2025\n: A.\n: B.\n",
    ],
)
def test_nothing_is_put_beside_a_list_that_is_not_read(body: str) -> None:
    page = Page(Source(f"# News\n\n{body}\n# Contact\n\nWrite.\n".encode()))
    with pytest.raises(Refused, match="isn't one that profile-tui can add to"):
        edit.add(page, "news", {"date": "2026-11", "text": "New."})


def test_a_heading_within_an_item_does_not_tear_it_from_its_bullet() -> None:
    body = "I study *lakes*.\n\n- *2025.03*: A talk on ice.\n---\n\n# Awards\n\n- A prize.\n"
    written = edit.add(Page(Source((HEADER + body).encode())), "interests", ENTRY["interests"]).page.text
    assert "- *2025.03*: A talk on ice.\n---\n" in written


def test_a_lone_carriage_return_at_the_end_is_no_line_end_to_follow() -> None:
    content = f"{HEADER}# Contact\n\nWrite.\n".replace("\n", "\r\n").removesuffix("\n").encode()
    data = edit.add(Page(Source(content)), "news", ENTRY["news"]).page.source.data
    assert data.startswith(content)
    assert b"\r" not in data.removeprefix(content).replace(b"\r\n", b"")
