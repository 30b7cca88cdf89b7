"""What is found wrong with a repository as a whole, and that nothing is found wrong where nothing is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.page.page import Page
from profile_tui.markup.blocks import blocks
from profile_tui.markup.heading_ids import ids
from profile_tui.site.page_problems import problems as page_problems
from profile_tui.site.repository import jekyll_dates
from profile_tui.site.repository.locate import locate
from profile_tui.site.survey import survey
from profile_tui.text.source import Source
from profile_tui.workspace.workspace import Workspace
from support.jekyll_referee import Referee
from support.repositories import ACADEMIC, FOLIO, LIGHT, build

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
HOME = {"_config.yml": "title: Ada\n", "index.md": "---\ntitle: Ada\n---\nHello.\n"}
NEWS = {"_config.yml": "collections:\n  news:\n    output: true\n", "index.md": HOME["index.md"]}
ENTRY = "---\ndate: {date}\ninline: true\n---\nText.\n"


def told(folder: Path, files: dict[str, str]) -> list[tuple[str, str, int | None]]:
    target = locate(build(folder, files))
    problems = survey(target, Workspace(target).stores, NOW)
    assert all("\n" not in problem.message and problem.message[-1] == "." for problem in problems)
    return [(problem.code, problem.path, problem.line) for problem in problems]


@pytest.mark.parametrize("site", [HOME, NEWS, ACADEMIC, FOLIO, LIGHT])
def test_a_good_repository_has_no_problems(tmp_path: Path, site: dict[str, str]) -> None:
    assert told(tmp_path, site) == []


ADDRESS = "title: Ada\n{}\n"
POST = "---\ntitle: Ice\n---\nIce.\n"
PLAIN = "---\ntitle: {}\npermalink: {}\n---\n"
NAVIGATION = 'main:\n  - title: News\n    url: "/#-news"\n  # - url: "/#gone"\n  - url: /#talks\n'
SAMPLES = {
    **NEWS,
    "index.md": "---\nlayout: default\n---\nHello.\n",
    "archive.md": "---\nlayout: default\npermalink: /archive/\n---\n"
    "{% for n in site.news %}\n- {{ n.content }}\n{% endfor %}\n",
    "_layouts/default.html": "<html>{{ content }}</html>\n",
    "_news/announcement_1.md": "---\ndate: 2015-10-22\n---\nA simple inline announcement.\n",
}
CASES: dict[str, tuple[dict[str, str], list[tuple[str, str, int | None]]]] = {
    "two files for one permalink": (
        {**HOME, "a.md": PLAIN.format("a", "/x/"), "b.md": PLAIN.format("b", "/x/")},
        [("duplicate-permalink", "b.md", 3)],
    ),
    "a permalink with and without its suffix": (
        {**HOME, "a.md": PLAIN.format("a", "/x"), "x.md": "---\ntitle: x\n---\n"},
        [("duplicate-permalink", "x.md", 1)],
    ),
    "a page and an entry": (
        {**NEWS, "a.md": PLAIN.format("a", "/x/"), "_news/b.md": "---\npermalink: /x/\ndate: 2024-01-01\n---\n"},
        [("duplicate-permalink", "_news/b.md", 2)],
    ),
    "translations share a permalink": (
        {**HOME, "a.md": PLAIN.format("a", "/x/"), "b.md": "---\npermalink: /x/\nlang: zh\n---\n"},
        [],
    ),
    "a hidden page has no address": (
        {**HOME, "a.md": PLAIN.format("a", "/x/"), "b.md": "---\npermalink: /x/\npublished: false\n---\n"},
        [("unpublished", "b.md", 3)],
    ),
    "an entry in the future": (
        {**NEWS, "_news/a.md": ENTRY.format(date="2026-11-22").replace("inline: true", "title: Ice")},
        [("future-date", "_news/a.md", 2)],
    ),
    "an entry in the future that is shown in its list alone": (
        {**NEWS, "_news/a.md": ENTRY.format(date="2026-11-22")},
        [],
    ),
    "an entry of today": ({**NEWS, "_news/a.md": ENTRY.format(date="2026-11-21")}, []),
    "an entry of later today": (
        {**NEWS, "_news/a.md": ENTRY.format(date="2026-11-21 09:31:00").replace("inline: true", "title: Ice")},
        [("future-date", "_news/a.md", 2)],
    ),
    "an entry of today, in a zone where that hour is past": (
        {**NEWS, "_news/a.md": ENTRY.format(date="2026-11-21 11:00:00 +0200").replace("inline: true", "title: Ice")},
        [],
    ),
    "an entry of tomorrow, which has begun in the site's zone": (
        {
            **NEWS,
            "_config.yml": NEWS["_config.yml"] + "timezone: Pacific/Kiritimati\n",
            "_news/a.md": ENTRY.format(date="2026-11-21 23:00").replace("inline: true", "title: Ice"),
        },
        [],
    ),
    "the future is shown": (
        {
            **NEWS,
            "_config.yml": NEWS["_config.yml"] + "future: true\n",
            "_news/a.md": "---\ntitle: Ice\ndate: 2027-01-01\n---\n",
        },
        [],
    ),
    "a collection without pages": (
        {**NEWS, "_config.yml": "collections: [news]\n", "_news/a.md": "---\ntitle: Ice\ndate: 2027-01-01\n---\n"},
        [],
    ),
    "a post in the future": (
        {**HOME, "_posts/2027-01-01-ice.md": POST},
        [("future-date", "_posts/2027-01-01-ice.md", 1)],
    ),
    "a post's name": ({**HOME, "_posts/ice.md": POST}, [("post-name", "_posts/ice.md", None)]),
    "no day of the calendar": (
        {**NEWS, "_news/a.md": ENTRY.format(date="2023-02-30")},
        [("odd-value", "_news/a.md", 2)],
    ),
    "no day of the calendar, in quotes": (
        {**NEWS, "_news/a.md": ENTRY.format(date='"2023-02-30 10:00"')},
        [("wrong-date", "_news/a.md", 2)],
    ),
    "no date": ({**NEWS, "_news/a.md": ENTRY.format(date="in press")}, [("bad-date", "_news/a.md", 2)]),
    "no date in a collection that holds no entries of a kind": (
        {**HOME, "_config.yml": "collections: [projects]\n", "_projects/a.md": ENTRY.format(date="2023")},
        [("bad-date", "_projects/a.md", 2)],
    ),
    "an entry without front matter": ({**NEWS, "_news/a.md": "Text.\n"}, [("no-front-matter", "_news/a.md", 1)]),
    "an entry with a byte order mark": (
        {**NEWS, "_news/a.md": "\ufeff" + ENTRY.format(date="2024-01-01")},
        [("bom", "_news/a.md", 1)],
    ),
    "a page with a blank first line": ({**HOME, "a.md": "\n---\ntitle: a\n---\n"}, [("blank-first-line", "a.md", 1)]),
    "a readme needs no front matter": ({**HOME, "README.md": "Hello.\n"}, []),
    "Liquid left open in an entry": (
        {**NEWS, "_news/a.md": ENTRY.format(date="2024-01-01") + "{% if x %}\n"},
        [("liquid", "_news/a.md", 6)],
    ),
    "YAML of another page": ({**HOME, "a.md": "---\ntitle: a: b\n---\n"}, [("yaml-error", "a.md", 2)]),
    "a key that stands twice": (
        {**NEWS, "_news/a.md": "---\ndate: 2024-01-01\ninline: true\ndate: 2024-01-02\n---\nx\n"},
        [("duplicate-key", "_news/a.md", 4)],
    ),
    "an empty excerpt of an entry": (
        {**NEWS, "_news/a.md": '---\ndate: 2024-01-01\nexcerpt: ""\n---\nx\n'},
        [],
    ),
    "a data file that stops the build": (
        {**HOME, "_data/x.yml": "a: 1\nb: c: d\n"},
        [("yaml-error", "_data/x.yml", 2)],
    ),
    "a data file's key that stands twice": (
        {**HOME, "_data/x.yml": "a: 1\na: 2\n"},
        [("duplicate-key", "_data/x.yml", 2)],
    ),
    "a data file's value that is read as another type": (
        {**HOME, "_data/x.yml": "country: NO\ntime: 12:30\nfine: yes\ncode: '12:30'\n"},
        [("odd-value", "_data/x.yml", 1), ("odd-value", "_data/x.yml", 2)],
    ),
    "an empty data file": ({**HOME, "_data/x.yml": "", "_data/y.yml": "# nothing\n"}, []),
    "a teaser that is not there": (
        {**NEWS, "_news/a.md": "---\ndate: 2024-01-01\nheader:\n  teaser: ice.png\n---\nx\n"},
        [("broken-link", "_news/a.md", 4)],
    ),
    "a teaser in the folder of images": (
        {**NEWS, "_news/a.md": "---\ndate: 2024-01-01\nheader:\n  teaser: ice.png\n---\nx\n", "images/ice.png": ""},
        [],
    ),
    "capitals of a paper": (
        {**NEWS, "_news/a.md": "---\ndate: 2024-01-01\npaperurl: /files/Ice.PDF\n---\nx\n", "files/ice.pdf": ""},
        [("broken-link", "_news/a.md", 3)],
    ),
    "a paper elsewhere": (
        {**NEWS, "_news/a.md": "---\ndate: 2024-01-01\npaperurl: https://example.org/ice.pdf\n---\nx\n"},
        [],
    ),
    "an image in an entry": (
        {**NEWS, "_news/a.md": ENTRY.format(date="2024-01-01") + "![](/images/none.png)\n"},
        [("broken-link", "_news/a.md", 6)],
    ),
    "a portrait that is not there": (
        {**HOME, "_config.yml": "title: Ada\nauthor:\n  name: Ada\n  avatar: me.png\n"},
        [("broken-link", "_config.yml", 2)],
    ),
    "a menu": (
        {
            **HOME,
            "index.md": HOME["index.md"] + "# 🔥 News\n\n<a id='talks'></a>\n",
            "_data/navigation.yml": NAVIGATION,
        },
        [],
    ),
    "a menu that leads nowhere": (
        {**HOME, "index.md": HOME["index.md"] + "# News\n\n## Talks\n", "_data/navigation.yml": NAVIGATION},
        [("missing-anchor", "_data/navigation.yml", 3)],
    ),
    "a menu to a heading that an include has": (
        {
            **HOME,
            "index.md": HOME["index.md"] + "{% include news.md %}\n",
            "_includes/news.md": "# 🔥 News\n\n# Talks\n",
            "_data/navigation.yml": NAVIGATION,
        },
        [],
    ),
    "a menu to what a layout has": (
        {
            **HOME,
            "index.md": HOME["index.md"] + "# 🔥 News\n",
            "_layouts/default.html": '<div id="talks"></div>',
            "_data/navigation.yml": NAVIGATION,
        },
        [],
    ),
    "a year that is not listed": (
        {
            **FOLIO,
            "_pages/publications.md": "---\nlayout: page\nyears: [2025]\n---\n"
            "{% for y in page.years %}{% bibliography -q @*[year={{y}}]* %}{% endfor %}\n",
        },
        [("year-not-listed", "_pages/publications.md", 3)],
    ),
    "a list of years that nothing is made of": (
        {**FOLIO, "_pages/publications.md": "---\nyears: [2025]\n---\n{% bibliography %}\n"},
        [],
    ),
    "samples of the template": (
        {**NEWS, "_news/announcement_1.md": "---\ndate: 2015-10-22\n---\nA simple inline announcement.\n"},
        [("sample-entries", "_news/announcement_1.md", 1)],
    ),
    "samples that no page shows": (
        {
            **NEWS,
            "index.md": "---\nlayout: default\n---\nHello.\n",
            "_layouts/default.html": "<html>{{ content }}</html>\n",
            "_news/announcement_1.md": "---\ndate: 2015-10-22\n---\nA simple inline announcement.\n",
        },
        [],
    ),
    "samples on a page that is hidden": (
        {**SAMPLES, "archive.md": SAMPLES["archive.md"].replace("layout: default", "published: false")},
        [("unpublished", "archive.md", 2)],
    ),
    "pages that are hidden on purpose, as there are many": (
        {**HOME, **{f"{name}.md": f"---\ntitle: {name}\npublished: false\n---\n" for name in "abc"}},
        [],
    ),
    "what tools read in the folder of a collection": ({**NEWS, "_news/CLAUDE.md": "Text.\n"}, []),
    "samples on a page that the menu leads to": (
        {**SAMPLES, "_data/navigation.yml": "main:\n  - title: News\n    url: /archive/\n"},
        [("sample-entries", "_news/announcement_1.md", 1)],
    ),
    "samples on a page that no menu leads to": (
        {**SAMPLES, "_data/navigation.yml": "main:\n  # - {title: News, url: /archive/}\n  - {title: CV, url: /cv/}\n"},
        [],
    ),
    "sample posts": (
        {
            **HOME,
            "_posts/2012-08-14-blog-post-1.md": PLAIN.format("a", "/posts/1/"),
            "_posts/2199-01-01-future-post.md": PLAIN.format("b", "/posts/1/"),
        },
        [],
    ),
    "an image whose folder the layout adds": (
        {
            **HOME,
            "_posts/2024-01-02-ice.md": "---\ntitle: Ice\nimage: ice.png\n---\nIce.\n",
            "static/photos/posts/ice.png": "",
        },
        [],
    ),
    "an image whose place the build fills in": (
        {**HOME, "_posts/2024-01-02-ice.md": "---\ntitle: Ice\nimage: __STORAGE__/img/ice.png\n---\nIce.\n"},
        [],
    ),
    "links in code that Liquid shows": (
        {**HOME, "a.md": "---\ntitle: a\n---\n{% highlight md %}\n![x](path/to/image.jpg)\n{% endhighlight %}\n"},
        [],
    ),
    "an image whose name has blanks": (
        {**HOME, "a.md": "---\ntitle: a\n---\n![x](/images/ice, thin.png 'Thin ice')\n", "images/ice, thin.png": ""},
        [],
    ),
    "a stroke that leans to the other side": (
        {**HOME, "a.md": "---\ntitle: a\n---\n![x](/images/\\ice.png)\n", "images/ice.png": ""},
        [("backslash-link", "a.md", 4)],
    ),
    "pages in folders of their languages": (
        {
            **HOME,
            "_config.yml": "title: Ada\nlanguages: [de, en]\ndefault_lang: en\n",
            "_pages/de/a.md": PLAIN.format("a", "/x/"),
            "_pages/en/a.md": PLAIN.format("a", "/x/"),
        },
        [],
    ),
    "a key that stands twice in a theme's file": ({**HOME, "_data/ui-text.yml": "en:\n  a: b\n  a: c\n"}, []),
    "samples on a page that does not put itself into the menu": (
        {**SAMPLES, "cv.md": "---\nlayout: default\ntitle: CV\nnav: true\n---\nText.\n"},
        [],
    ),
    "samples on a page that puts itself into the menu": (
        {**SAMPLES, "archive.md": SAMPLES["archive.md"].replace("layout: default", "nav: true")},
        [("sample-entries", "_news/announcement_1.md", 1)],
    ),
    "words of a theme in many languages": (
        {**HOME, "_data/ui.yml": "da: a\nde: b\nen: c\nfi: d\nno: e\nsv: f\n"},
        [],
    ),
    "publications of no category that another page lists": (
        {
            "_config.yml": "collections: [publications]\npublication_category:\n  books:\n    title: Books\n",
            "index.md": HOME["index.md"],
            "list.md": "---\ntitle: All\n---\n{% for p in site.publications %}\n- {{ p.title }}\n{% endfor %}\n",
            "_publications/ice.md": "---\ntitle: Ice\ndate: 2024-01-01\n---\n",
        },
        [],
    ),
    "a post with a byte order mark": ({**HOME, "_posts/2024-01-02-ice.md": "\ufeff" + POST}, []),
    "items whose keys a loop shows": (
        {
            **HOME,
            "index.md": HOME["index.md"] + "\n## News\n\n{% for n in site.data.news %}\n- {{ n.t }}\n{% endfor %}\n",
            "_data/news.yml": "- t: Ice is thin.\n- t: Ice is thick.\n",
        },
        [],
    ),
    "items that are texts": (
        {**HOME, "_data/news.yml": "- Ice is thin.\n- Ice is thick.\n"},
        [],
    ),
    "a file named as a sample": (
        {**NEWS, "_news/announcement_1.md": "---\ndate: 2015-10-22\n---\nThe lab opens.\n"},
        [],
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_each_problem_is_told_with_its_file_and_line(
    tmp_path: Path, files: dict[str, str], expected: list[tuple[str, str, int | None]]
) -> None:
    assert told(tmp_path, files) == expected


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("url: https://academicpages.github.io", "still the template's"),
        ("url: ada.example.net", "does not begin with https://"),
        ("url: https://ada.example.net/", "ends in a slash"),
        ("url: https://ada.example.net/blog", "baseurl: /blog"),
        ("url: http://localhost:4000", "preview"),
        ("baseurl: /", "leave it empty"),
        ("baseurl: blog", "does not begin with a slash"),
        ("baseurl: /blog/", "ends in a slash"),
        ("baseurl: https://ada.example.net", "whole address"),
    ],
)
def test_an_address_that_leads_astray(tmp_path: Path, line: str, said: str) -> None:
    target = locate(build(tmp_path, {**HOME, "_config.yml": f"title: Ada\n\n{line}\n"}))
    (problem,) = survey(target, [], NOW)
    assert (problem.code, problem.path, problem.line) == ("site-address", "_config.yml", 3)
    assert said in problem.message


@pytest.mark.parametrize("line", ["url: https://ada.example.net", "url:", 'baseurl: ""', "baseurl: /blog", "baseurl:"])
def test_a_good_address(tmp_path: Path, line: str) -> None:
    target = locate(build(tmp_path, {**HOME, "_config.yml": f"title: Ada\n{line}\n"}))
    assert survey(target, [], NOW) == []


def test_a_configuration_in_toml_is_read(tmp_path: Path) -> None:
    config = 'title = "Ada"\nbaseurl = "blog"\ncollections = ["news"]\n'
    target = locate(build(tmp_path, {"_config.toml": config, "index.md": HOME["index.md"], "_news/a.md": "x\n"}))
    assert target.site is not None
    assert target.site.collections == ["news"]
    problems = survey(target, Workspace(target).stores, NOW)
    assert [(problem.code, problem.path, problem.line) for problem in problems] == [
        ("no-front-matter", "_news/a.md", 1),
        ("site-address", "_config.toml", 2),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "# News\n",
        "# 🔥 News\n",
        "# 📝 Publications \n",
        "# News\n\n## News\n",
        "News\n====\n",
        "# Head *with* [link](https://example.org) & `code`\n",
        "# <i class='x'></i> News\n",
        "# 论文 *x*\n",
        "# Given {#own}\n",
        '<div markdown="1">\n# 🔥 News\n</div>\n',
    ],
)
def test_ids_are_those_of_kramdown(jekyll: Referee, body: str) -> None:
    import re

    html = jekyll.render("---\ntitle: x\n---\n" + body).html
    made = set(re.findall(r'id="([^"]*)"', html))
    assert made
    assert made <= ids(body, blocks(body))


@pytest.mark.parametrize("value", ["06/12/2023", "17.07.2024", "1-2-2020", "10-25-2020", "31/12/2020 10:00"])
def test_dates_with_the_day_first_are_read_as_ruby_does(jekyll: Referee, value: str) -> None:
    reply, found = jekyll.parse_date(value), jekyll_dates.read(value)
    assert (found[0] if found else "") == reply.date[:10]


@pytest.mark.parametrize("name", ["2024-01-02-ice.md", "2024-01-03-fog.html"])
def test_a_post_needs_no_front_matter(tmp_path: Path, name: str) -> None:
    files = {"_config.yml": "title: Ada\n", "index.md": HOME["index.md"], f"_posts/{name}": "<p>Ice.</p>\n"}
    assert told(tmp_path, files) == []


@pytest.mark.parametrize(("printed", "expected"), [("page.profile.image", [("broken-link", 3)]), ("page.title", [])])
def test_a_portrait_that_no_layout_shows_may_be_missing(
    tmp_path: Path, printed: str, expected: list[tuple[str, int]]
) -> None:
    files = {
        "_config.yml": "title: Ada\n",
        "index.md": "---\nlayout: about\nprofile: {image: prof_pic.jpg}\n---\nHello.\n",
        "_layouts/about.html": f"<html>{{{{ {printed} }}}}{{{{ content }}}}</html>\n",
    }
    target = locate(build(tmp_path, files))
    assert [
        (problem.code, problem.line) for problem in page_problems(Page(Source(target.page.read_bytes())), target)
    ] == expected


def test_what_a_store_tells_is_not_told_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = {"_news/a.md": "---\ndate: 2024-01-01\ntitle: a: b\n---\nx\n", "_news/b.md": ENTRY.format(date="2023")}
    build(tmp_path, {**FOLIO, **broken})
    assert run(["check", str(tmp_path)], lambda _: 0) == 1
    told = capsys.readouterr().out
    assert (told.count("_news/a.md:3: error: "), told.count("_news/b.md:2: error: ")) == (1, 1)
    assert len(told.splitlines()) == 2
