"""What shows what: the loops of pages, includes and layouts, and the keys that they print."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.site.bindings.find import bindings
from profile_tui.site.bindings.model import EACH, Bindings
from profile_tui.site.bindings.roles import LinkList, Shown, shown
from profile_tui.site.repository.site import Site
from profile_tui.site.stores import stores
from profile_tui.text.source import Source
from support.repositories import build

CONFIG = "title: Mira Tallow\n"


def site_of(root: Path, files: dict[str, str]) -> Site:
    return Site(build(root, {"_config.yml": CONFIG, **files}))


def found(root: Path, files: dict[str, str]) -> tuple[Bindings, list[Shown]]:
    result = bindings(site_of(root, files))
    return result, shown(result)


def page(body: str, header: str = "") -> str:
    return f"---\n{header}---\n{body}"


def test_a_loop_over_a_data_file_under_its_heading(tmp_path: Path) -> None:
    body = "# Home\n\n## News\n{% for n in site.data.notes %}\n- {{ n.date }}: {{ n.desc }}\n{% endfor %}\n"
    _, lists = found(tmp_path, {"index.md": page(body), "_data/notes.yml": "- {date: 2026, desc: x}\n"})
    [one] = lists
    assert (one.kind, one.origin, one.steps, one.pages) == ("news", "data", ("notes",), ["index.md"])
    assert one.heading == "News"
    assert one.keys.date == ["date"]
    assert one.keys.text == ["desc"]


def test_a_layout_an_include_with_parameters_and_two_steps_of_assign(tmp_path: Path) -> None:
    files = {
        "index.md": page("Hello.\n", "layout: home\n"),
        "_layouts/home.html": "<h1>{{ page.title }}</h1>{{ content }}<h2>Papers</h2>{% include list.html of='works' %}",
        "_includes/list.html": (
            "{% assign all = site.data[include.of] %}{% assign some = all | where: 'show', true | sort: 'year' %}"
            "{% for p in some reversed %}<li><a href='{{ p.paper_pdf }}'>PDF</a> {{ p.title }} {{ p.author-list }}"
            " <i>{{ p.where }}</i> {{ p.year }}</li>{% endfor %}"
        ),
        "_data/works.yaml": "[]\n",
    }
    result, [one] = found(tmp_path, files)
    [loop] = result.loops
    assert (one.kind, one.steps, loop.file) == ("publications", ("works",), "_includes/list.html")
    assert loop.is_reversed
    assert [(step.name, step.key, step.value) for step in loop.ref.applied] == [
        ("where", "show", True),
        ("sort", "year", None),
    ]
    keys = one.keys
    assert (keys.title, keys.authors, keys.venue, keys.year) == (["title"], ["author-list"], ["where"], ["year"])
    assert keys.links == {"paper_pdf": "PDF"}
    assert keys.fixed == {"show": [True]}


@pytest.mark.parametrize(("value", "pages"), [("true", ["index.md"]), ("false", [])])
def test_what_the_configuration_switches_off_is_not_shown(tmp_path: Path, value: str, pages: list[str]) -> None:
    body = "{% if site.notes.enabled %}\n## News\n{% for n in site.news %}{{ n.content }}{% endfor %}{% endif %}"
    config = f"collections: [news]\nnotes: {{enabled: {value}}}\n"
    result, _ = found(tmp_path, {"_config.yml": config, "index.md": page(body)})
    assert [loop.page for loop in result.of("collection", "news")] == pages


def test_groups_and_years_as_keys(tmp_path: Path) -> None:
    body = (
        "## Publications\n"
        "{% for c in site.data.groups.all %}\n### {{ c.heading }}\n"
        "{% for p in c.pubs %}{{ p.title }}{% endfor %}{% endfor %}\n"
        "{% for y in site.data.years %}\n### {{ y[0] }}\n"
        "{% for p in y[1] %}{{ p.title }} {{ p.journal }}{% endfor %}{% endfor %}\n"
    )
    _, lists = found(tmp_path, {"index.md": page(body), "_data/groups.yml": "", "_data/years.yml": ""})
    assert [(one.steps, one.group, one.kind) for one in lists] == [
        (("groups", "all", EACH, "pubs"), "heading", "publications"),
        (("years", EACH, 1), "0", "publications"),
    ]


def test_grouping_filters_leave_the_list_the_same(tmp_path: Path) -> None:
    body = (
        "# Publications\n{% assign years = site.papers | group_by: 'year' | sort: 'name' | reverse %}"
        "{% for y in years %}<h3>{{ y.name }}</h3>{% for p in y.items %}{{ p.title }}{% endfor %}{% endfor %}"
    )
    _, lists = found(tmp_path, {"_config.yml": "collections: [papers]\n", "index.md": page(body)})
    assert [(one.origin, one.name, one.steps) for one in lists] == [("collection", "papers", ())]


def test_authors_and_links_are_parts_of_an_entry(tmp_path: Path) -> None:
    body = (
        "## Publications\n{% for p in site.data.refs %}{% for a in p.author %}{{ a.given }} {{ a.family }}{% endfor %}"
        "{{ p.title }}, {{ p.container-title }}, {{ p.issued[0].year }}"
        "{% for l in p.links %}<a href='{{ l.url }}'>{{ l.name }}</a>{% endfor %}"
        "<a href='https://doi.org/{{ p.DOI }}'>DOI</a>{% endfor %}"
    )
    _, [one] = found(tmp_path, {"index.md": page(body), "_data/refs.json": "[]"})
    assert (one.keys.authors, one.keys.venue, one.keys.year) == (["author"], ["container-title"], ["issued"])
    assert one.keys.link_lists == [LinkList("links", "name", "url")]
    assert one.keys.prefixes == {"DOI": "https://doi.org/"}


def test_lists_that_the_template_puts_together_are_not_understood(tmp_path: Path) -> None:
    body = "{% assign all = site.data.a | concat: site.data.b %}{% for x in all %}{{ x.title }}{% endfor %}"
    result, _ = found(tmp_path, {"index.md": page(body), "_data/a.yml": "", "_data/b.yml": ""})
    assert [(loop.ref.steps, loop.understood) for loop in result.loops] == [(("a",), False), (("b",), False)]


def test_categories_of_the_configuration_are_followed_one_by_one(tmp_path: Path) -> None:
    body = (
        "{% for c in site.publication_category %}## {{ c[1].title }}\n"
        "{% for post in site.publications reversed %}{% if post.category != c[0] %}{% continue %}{% endif %}"
        "{{ post.title }}{% endfor %}\n{% endfor %}"
    )
    config = "collections: [publications]\npublication_category:\n  books: {title: Books}\n  talks: {title: Speeches}\n"
    result, [one] = found(tmp_path, {"_config.yml": config, "papers.md": page(body, "title: Publications\n")})
    assert [loop.headings for loop in result.loops] == [("Books",), ("Speeches",)]
    assert one.keys.fixed == {"category": ["books", "talks"]}


def test_bibliographies_with_their_queries(tmp_path: Path) -> None:
    body = "{% for y in page.years %}\n## {{ y }}\n{% bibliography -f works -q @*[year={{ y }}]* %}\n{% endfor %}"
    result, _ = found(tmp_path, {"papers.md": page(body, "years: [2026, 2025]\n")})
    assert [(loop.ref.name, loop.query) for loop in result.loops] == [
        ("works", "-f works -q @*[year=2026]*"),
        ("works", "-f works -q @*[year=2025]*"),
    ]


@pytest.mark.parametrize("around", ["<!-- {} -->", "<script>{}</script>", "{{% comment %}}{}{{% endcomment %}}"])
def test_what_no_reader_sees_is_not_shown(tmp_path: Path, around: str) -> None:
    loop = "{% for p in site.data.news %}{{ p.title }}{% endfor %}"
    _, lists = found(tmp_path, {"index.md": page("## News\n" + around.format(loop)), "_data/news.yml": ""})
    assert lists == []


def test_the_heading_of_a_page_ends_with_its_content(tmp_path: Path) -> None:
    files = {
        "index.md": page("## News\n\nNone.\n", "layout: home\n"),
        "_layouts/home.html": "{{ content }}{% for l in site.data.sponsors %}{{ l.name }}{% endfor %}",
        "_data/sponsors.yml": "",
    }
    assert found(tmp_path, files)[1] == []


def test_a_layout_that_is_not_there_is_told(tmp_path: Path) -> None:
    result, _ = found(tmp_path, {"index.md": page("x", "layout: theirs\n")})
    assert not result.has_layouts
    assert result.is_complete


def test_bad_templates_do_no_harm(tmp_path: Path) -> None:
    files = {
        "index.md": page("{% include index.html %}{% for %}{{ a | b: }}{% assign %}{% if %}{% endfor %}{{"),
        "_includes/index.html": "{% include index.html %}{% for x in site.data.y[z] %}{% case %}{% when %}",
        "_data/y.yml": ": [",
    }
    assert found(tmp_path, files)[1] == []


@pytest.mark.parametrize(
    "tag", ["{% bibliography -f {{ site.scholar.bibliography }} %}", "{% bibliography -f works %}"]
)
def test_a_bibliography_tag_may_name_the_file_that_needs_no_name(tmp_path: Path, tag: str) -> None:
    files = {"_config.yml": f"{CONFIG}scholar:\n  bibliography: works.bib\n", "papers.md": page(tag)}
    site = site_of(tmp_path, {**files, "_bibliography/works.bib": "@misc{a2026b, title = {A}}\n"})
    [store] = stores(site, lambda path: Source(path.read_bytes()))
    assert (store.store, store.shown_by) == ("bibliography", ["papers.md"])


def test_a_layout_that_collects_its_content_before_it_prints_it(tmp_path: Path) -> None:
    files = {
        "index.md": page(
            "## Papers\n{% for p in site.data.works %}{{ p.title }} {{ p.journal }}{% endfor %}\n", "layout: home\n"
        ),
        "_layouts/home.html": "---\nlayout: small\n---\n<main>{{ content }}</main>\n",
        "_layouts/small.html": (
            "{% capture _content %}{{ content }}{% endcapture %}{% assign _parts = _content | split: '<pre' %}"
            "{% for _part in _parts %}{{ _part }}{% endfor %}\n"
        ),
        "_data/works.yml": "- {title: A}\n",
    }
    _, [one] = found(tmp_path, files)
    assert (one.kind, one.heading, one.keys.title, one.keys.venue) == ("publications", "Papers", ["title"], ["journal"])


def test_authors_beside_the_owner_and_where_a_paper_came_out(tmp_path: Path) -> None:
    body = (
        "## Papers\n{% for p in site.data.works %}{{ p.title }} with {{ p.coauthors }} {{ p.outcome_prefix }}"
        " {{ p.outcome }}{% endfor %}\n"
    )
    _, [one] = found(tmp_path, {"index.md": page(body), "_data/works.yml": "- {title: A}\n"})
    assert (one.keys.authors, one.keys.venue, one.keys.left) == (["coauthors"], [], ["outcome"])


def test_loops_in_loops_end(tmp_path: Path) -> None:
    deep = "{% for a in page.years %}" * 8 + "{{ a }}" + "{% endfor %}" * 8
    header = "years: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n"
    result, _ = found(
        tmp_path, {"index.md": page("{% for n in site.data.news %}{{ n.title }}{% endfor %}" + deep, header)}
    )
    assert not result.is_complete


def test_an_element_that_is_never_closed_hides_nothing(tmp_path: Path) -> None:
    body = "<nav>\n\n## News\n{% for n in site.data.news %}{{ n.title }}{% endfor %}"
    _, lists = found(tmp_path, {"index.md": page(body), "_data/news.yml": ""})
    assert [one.kind for one in lists] == ["news"]
