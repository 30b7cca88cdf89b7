"""What is found wrong with a page, and that nothing is found wrong where nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_tui.content.entries.chronology import compared
from profile_tui.content.page.page import Page
from profile_tui.site.checks.entries import misplaced
from profile_tui.site.page_problems import problems
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target, locate
from profile_tui.text.source import Source
from profile_tui.workspace.documents.document import Document
from support.jekyll_referee import Referee
from support.repositories import build

HEAD = "---\ntitle: Ada\n---\n"
ALONE = Target(Path("about.md"), "about.md")


def found(content: str | bytes, target: Target = ALONE) -> list[Problem]:
    data = content if isinstance(content, bytes) else content.encode()
    return problems(Page(Source(data)), target)


def codes(content: str | bytes, target: Target = ALONE) -> list[tuple[str, str, int | None]]:
    return [(problem.severity, problem.code, problem.line) for problem in found(content, target)]


CLEAN = HEAD + (
    "# News\n\n- **2024.05** A talk\n\n# Projects\n\n"
    "With `a | b`, `{`, a \\| bar and $x_1$.\n\n{% if x %}{{ y }}{% endif %}\n\n"
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n<div>\n<p>x</p>\n</div>\n\n- item\n\n  # A heading meant to be in it\n"
)


def test_a_good_page_has_no_problems() -> None:
    assert codes(CLEAN) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("plain text\n", [("error", "no-front-matter", 1)]),
        ("---\ntitle: Ada\n\nNo end.\n", [("error", "unclosed-front-matter", 1)]),
        ("\ufeff" + HEAD, [("error", "bom", 1)]),
        ("\n" + HEAD, [("error", "blank-first-line", 1)]),
        (HEAD.replace("\n", "\r"), [("error", "cr-line-ends", 1)]),
        ("---\nlayout: x\ntitle: a: b\n---\n", [("error", "yaml-error", 3)]),
        ("---\n- a\n---\n", [("error", "yaml-error", 2)]),
        ("---\ntitle: a\nother: b\ntitle: c\n---\n", [("warning", "duplicate-key", 4)]),
        ("---\ntitle: x\ncountry: NO\n---\n", [("warning", "odd-value", 3)]),
        ("---\ntitle: .e+5\n---\n", [("error", "fatal-value", 2)]),
        ('---\npermalink: ""\n---\n', [("error", "empty-permalink", 2)]),
        ("---\ntitle: x\npublished: false\n---\n", [("warning", "unpublished", 3)]),
        (HEAD + "\na {{ b\n", [("error", "liquid", 5)]),
        (HEAD + "a {{ b }\n", [("error", "liquid", 4)]),
        (HEAD + "{% if x %}\na\n", [("error", "liquid", 4)]),
        (HEAD + "{% raw %}{{\n", [("error", "liquid", 4)]),
        (HEAD + "x \udcff y\n", [("error", "not-utf8", 4)]),
        (HEAD + "- one\n# News\n\ntext\n", [("warning", "swallowed-heading", 5)]),
        (HEAD + "- one\n---\n", [("warning", "swallowed-heading", 5)]),
        (HEAD + "<div>\n\n# News\n\ntext\n", [("warning", "unclosed-element", 4)]),
        (HEAD + '<div markdown="1">x</div>\n\ntext\n', [("warning", "unclosed-element", 4)]),
        (HEAD + "- one\n- a | b\n", [("warning", "bar-table", 5)]),
        (HEAD + "mail | phone\n", [("warning", "bar-table", 4)]),
        (HEAD + "# News\n\nComing soon!\n", [("warning", "placeholder", 6)]),
    ],
)
def test_each_problem_is_told_with_its_line(content: str, expected: list[tuple[str, str, int]]) -> None:
    assert codes(content.encode("utf-8", "surrogateescape")) == expected


@pytest.mark.parametrize(
    "body",
    [
        "{{ 'x' | append: 'y' }} text\n",
        "{% raw %}{{ {% {% endraw %}\n",
        "- item\n\n# News\n",
        "- # first line of the item\n",
        "<br>\n\ntext\n",
        "<div>\n</div>\n<div><p>a</p></div>\n",
        "`a | b`\n",
        "# News\n\n{% for n in site.news %}\n- {{ n.title }}\n{% endfor %}\n\nAll of it.\n",
    ],
)
def test_what_is_right_is_not_blamed(body: str) -> None:
    assert codes(HEAD + body) == []


def test_liquid_does_not_matter_where_it_does_not_run() -> None:
    assert codes("---\nrender_with_liquid: false\n---\n{{ a\n") == []
    assert ("error", "liquid", 1) not in codes("{{ a\n")


def test_errors_stand_before_warnings() -> None:
    told = codes("---\npublished: false\n---\n\n{{ x\n")
    assert [severity for severity, _, _ in told] == ["error", "warning"]


def test_a_look_ends_between_two_checks_once_it_is_stopped() -> None:
    answers = iter([False, False, True])
    page = Page(Source(b"plain text\n\n# News\n"))
    assert problems(page, ALONE)
    assert problems(page, ALONE, lambda: next(answers)) == []
    assert list(answers) == [], "no further check was begun"


def test_messages_are_one_line_each() -> None:
    for problem in found('---\ntitle: "a\n---\n') + found(HEAD + "- a\n# b\n{{ x\n<div>\n\n- a|b\n"):
        assert "\n" not in problem.message
        assert problem.as_data().keys() == {"severity", "code", "path", "line", "message"}


PIECES = st.lists(
    st.sampled_from(
        [
            "{{",
            "}}",
            "{%",
            "%}",
            "}",
            " x ",
            "{% raw %}",
            "{%- endraw -%}",
            "{%-",
            "-%}",
            "{% endraw %}",
            "{% if x %}",
            "{% endif %}",
            "\n",
            "{{ x }}",
        ]
    ),
    max_size=8,
).map("".join)


@given(PIECES)
def test_liquid_is_called_open_exactly_where_it_stops_the_build(jekyll: Referee, body: str) -> None:
    reply = jekyll.render(HEAD + body)
    told = [problem for problem in found(HEAD + body) if problem.code == "liquid"]
    if told:
        assert reply.stage == "liquid"
    else:
        assert "terminated" not in reply.error
        assert "never closed" not in reply.error


# --- with a site -----------------------------------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("images/boat.png", "images/Sub Folder/a b.png", "files/cv.pdf", "index.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(HEAD)
    (tmp_path / "_config.yml").write_text("baseurl: /ada\n")
    return tmp_path


def broken(site: Path, body: str, head: str = HEAD, name: str = "index.md") -> list[str]:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(head + body)
    target = locate(site / name)
    return [problem.message for problem in found(head + body, target) if problem.code == "broken-link"]


@pytest.mark.parametrize(
    "body",
    [
        "![x](/images/boat.png) ![x](images/boat.png 'title') [cv](files/cv.pdf#page=2) [cv](/ada/files/cv.pdf)\n",
        "<img src='images/boat.png' width='10'> <a href=\"/files/cv.pdf\">cv</a>\n",
        "![x](images/Sub%20Folder/a%20b.png)\n",
        "[a](https://example.org/x.pdf) [b](//example.org/x.pdf) [c](#top) [d](mailto:a@example.org) [e]()\n",
        "![x]({{ site.baseurl }}/images/boat.png) ![x]({{ page.image }}) {{ 'x.png' | relative_url }}\n",
        "`![x](images/none.png)` <!-- ![x](images/none.png) -->\n",
        "```\n![x](images/none.png)\n```\n",
        "[a](/publications/) [b](/feed.xml) [c](cv.html) [d](assets/css/main.css)\n",
    ],
)
def test_links_that_lead_somewhere_or_elsewhere_are_right(site: Path, body: str) -> None:
    assert broken(site, body) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("![x](/images/none.png)\n", "The image /images/none.png is not in the repository."),
        ("![x](images/none)\n", "The image images/none is not in the repository."),
        ("<img src='images/none.png'>\n", "The image images/none.png is not in the repository."),
        ("[cv](files/none.pdf)\n", "The file files/none.pdf is not in the repository."),
        ("[x]: files/none.pdf\n", "The file files/none.pdf is not in the repository."),
        ("[![x](images/none.png)](/)\n", "The image images/none.png is not in the repository."),
    ],
)
def test_links_to_files_that_are_not_there_are_told(site: Path, body: str, said: str) -> None:
    assert broken(site, body) == [said]


def test_capitals_count_on_every_system(site: Path) -> None:
    assert broken(site, "![x](images/Boat.PNG)\n") == [
        "The image images/Boat.PNG is not in the repository; there is images/boat.png, and capitals count on the web."
    ]


def test_a_missing_folder_is_told_once(site: Path) -> None:
    assert broken(site, "![x](pics/a.png) ![x](pics/b.png)\n") == [
        "The image pics/a.png is not in the repository, nor is the folder pics."
    ]


def test_relative_links_start_from_the_url_of_the_page_not_from_its_file(site: Path) -> None:
    home, deep = "---\npermalink: /\n---\n", "---\npermalink: /cv/\n---\n"
    assert broken(site, "![x](images/boat.png) ![x](../images/boat.png)\n", home, "_pages/about.md") == []
    assert broken(site, "![x](../images/boat.png)\n", deep, "_pages/cv.md") == []
    assert len(broken(site, "![x](images/boat.png)\n", deep, "_pages/cv.md")) == 1


def test_a_page_alone_has_no_links_to_check() -> None:
    assert codes(HEAD + "![x](images/none.png)\n") == []


def test_rivals_for_the_front_door_are_told_on_both_pages(tmp_path: Path) -> None:
    home = "---\npermalink: /\n---\n"
    (tmp_path / "_config.yml").write_text("include: [_pages]\n")
    (tmp_path / "_pages").mkdir()
    for name in ("about.md", "about copy.md"):
        (tmp_path / "_pages" / name).write_text(home)
    live, copy = tmp_path / "_pages/about.md", tmp_path / "_pages/about copy.md"
    assert codes(home, locate(live)) == [("warning", "two-homes", 1)]
    assert codes(home, locate(copy)) == [("error", "two-homes", 1)]
    copy.unlink()
    assert codes(home, locate(live)) == []
    (tmp_path / "index.html").write_text("<p>static</p>")
    assert codes(home, locate(live)) == [("error", "two-homes", 1)]


def test_problems_of_the_configuration_are_listed_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("title: a\ntitle: b\n")
    (tmp_path / "index.md").write_text(HEAD)
    told = found(HEAD, locate(tmp_path))
    assert [(problem.code, problem.path, problem.line) for problem in told] == [("duplicate-key", "_config.yml", 2)]


def test_an_include_needs_no_front_matter(tmp_path: Path) -> None:
    (tmp_path / "_includes").mkdir()
    (tmp_path / "_includes" / "news.md").write_text("- one\n")
    (tmp_path / "_config.yml").write_text("")
    assert codes("- one\n", locate(tmp_path / "_includes" / "news.md")) == []


@given(st.text("{%}rawendif x|-#<div>[]()!`\n", max_size=80))
def test_any_body_is_survived(body: str) -> None:
    assert all(problem.line is None or problem.line >= 1 for problem in found(HEAD + body))


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"index.html": '<!doctype html>\n<meta http-equiv="refresh" content="0; url=/en/">\n'}, []),
        ({"index.html": "<html><body>{% include x.html %}</body></html>\n"}, [("no-front-matter", 1)]),
        ({"index.md": "I study ice.\n"}, [("no-front-matter", 1)]),
        ({"index.md": "I study ice.\n", "_config.yml": "plugins: [jekyll-optional-front-matter]\n"}, []),
        ({"index.md": "I study ice.\n", "Gemfile": 'source "x"\ngem "github-pages", group: :jekyll_plugins\n'}, []),
        ({"index.html": "---\n---\n<div>\n<ul>\n  <li>Ice\n  <li>Snow\n</ul>\n</div>\n"}, []),
        ({"index.html": "---\n---\n<div>\n<p>Ice\n<p>Snow\n</div>\n"}, []),
        ({"index.md": "---\n---\n<ul>\n  <li>Ice\n  <li>Snow\n</ul>\n\ntext\n"}, [("unclosed-element", 3)]),
    ],
)
def test_a_home_page_is_blamed_for_what_its_visitors_would_see(
    tmp_path: Path, files: dict[str, str], expected: list[tuple[str, int]]
) -> None:
    target = locate(build(tmp_path, {"_config.yml": "title: Ada\n", **files}))
    found = problems(Document.open(target.page).page, target)
    assert [(problem.code, problem.line) for problem in found] == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("toc.html", "<ul>\n  <li>Ice</li>\n</ul>\n", []),
        ("toc.html", "<ul>\n  {% for part in page.parts %}<li></li>{% endfor %}\n</ul>\n", ["no-front-matter"]),
        ("ice.md", "Ice melts.\n", ["no-front-matter"]),
    ],
)
def test_html_among_entries_is_a_part_of_theirs_where_nothing_in_it_is_to_be_made(
    tmp_path: Path, name: str, text: str, expected: list[str]
) -> None:
    files = {"_config.yml": "collections:\n  theses:\n    output: true\n", f"_theses/{name}": text}
    target = locate(build(tmp_path, files) / "_theses" / name)
    assert [problem.code for problem in problems(Document.open(target.page).page, target)] == expected


def test_the_home_page_of_a_site_in_several_languages_is_the_main_one(tmp_path: Path) -> None:
    page = "---\npermalink: /\n---\nText.\n"
    config = "languages: [ja, en]\ndefault_lang: en\ninclude: [_pages]\n"
    target = locate(build(tmp_path, {"_config.yml": config, "_pages/en/about.md": page, "_pages/ja/about.md": page}))
    assert (target.name, target.language) == ("_pages/en/about.md", "en")
    assert problems(Document.open(target.page).page, target) == []


def test_a_long_list_out_of_order_is_gone_through_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done for each item with all others would hold up the keys of the editor for minutes."""
    asked: list[str] = []

    def counted(one: str, other: str) -> int:
        asked.append(one)
        return compared(one, other)

    monkeypatch.setattr("profile_tui.site.checks.entries.compared", counted)
    items = "".join(f"- *{2026 - number // 60}.{12 - number % 12:02}*: Item {number}.\n" for number in range(600))
    page = Page(Source(f"---\ntitle: A\n---\n\n# News\n\n{items}".encode()))
    assert list(misplaced(page)) == []
    assert 0 < len(asked) < 10 * 600


@pytest.mark.parametrize(
    ("config", "body", "stops"),
    [
        ("", "{% include gone.html %}", True),
        ("includes_dir: parts\n", "{% include gone.html a=1 %}", True),
        ("theme: minima\n", "{% include gone.html %}", False),
        ("", "{% include here.html %}", False),
        ("", "{% if x %}{% include gone.html %}{% endif %}", False),
        ("", "{% comment %}{% include gone.html %}{% endcomment %}", False),
        ("", "{% include {{ page.part }} %}{% include head-custom.html %}", False),
    ],
)
def test_an_include_that_is_not_there_is_told(tmp_path: Path, config: str, body: str, stops: bool) -> None:
    files = {"_config.yml": config, "index.md": f"{HEAD}{body}\n", "_includes/here.html": "x\n", "_layouts/a.html": ""}
    target = locate(build(tmp_path, files))
    told = [problem.line for problem in found(files["index.md"], target) if problem.code == "liquid"]
    assert told == ([4] if stops else [])
