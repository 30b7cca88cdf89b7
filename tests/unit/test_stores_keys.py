"""Keys of sites' own making: what a new entry gets, and what is refused because no page would show it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from support.command_line import CONFIG, LAYOUT, run, sections
from support.command_line import page_of as page
from support.command_line import site_with as site

PAPER = ("--title", "Reeds", "--author", "Mira Tallow", "--author", "Ole Finn", "--venue", "Peat Letters")
LINK = ("--link", "Paper=https://example.org/r")


def add(root: Path, *words: str) -> int:
    return run("publications", "add", "--in", str(root), *PAPER, "--year", "2026", *words)


def test_a_link_whose_words_are_the_venue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = (
        "# Publications\n{% for p in site.data.papers %}\n{{ p.title }} <em>{{ p.authors }}</em>"
        ' <a href="{{ p.link.url }}">{{ p.link.display }}</a>\n{% endfor %}\n'
    )
    data = (
        "- title: Moss\n  authors: Mira Tallow\n  link:\n    url: https://example.org/m\n    display: Bog News (2025)\n"
    )
    root = site(tmp_path, {"papers.md": page(body), "index.md": page("Hello.\n"), "_data/papers.yml": data})
    [section] = [one for one in sections(root, capsys) if one["kind"] == "publications"]
    assert (section["entries"][0]["venue"], section["entries"][0]["year"]) == ("Bog News", 2025)
    assert run("publications", "edit", "--in", str(root), "1", "--venue", "Fen News") == 0
    assert (root / "_data/papers.yml").read_text() == data.replace("Bog", "Fen")
    assert add(root, *LINK) == 0
    assert (root / "_data/papers.yml").read_text() == (
        "- title: Reeds\n  authors: Mira Tallow, Ole Finn\n  link:\n    url: https://example.org/r\n"
        "    display: Peat Letters (2026)\n" + data.replace("Bog", "Fen")
    )


def test_a_key_that_holds_a_map_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "# Publications\n{% for p in site.data.papers %}\n{{ p.title }} {{ p.venue.name }}\n{% endfor %}\n"
    data = "- title: Moss\n  venue:\n    name: Bog News\n    city: Ålesund\n"
    root = site(tmp_path, {"index.md": page(body), "_data/papers.yml": data})
    assert run("publications", "edit", "--in", str(root), "1", "--venue", "Fen News") == 4
    assert "venue holds more than one value here" in capsys.readouterr().err
    assert (root / "_data/papers.yml").read_text() == data


def test_people_beside_their_theses_are_no_publications(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    theses = (
        "# Publications\n{% assign all = site.data.crew | concat: site.data.former %}\n"
        "{% for p in all %}{{ p.name }}: [{{ p.thesis_title }}]({{ p.thesis_link }}){% endfor %}\n"
    )
    crew = (
        "# Members\n{% for p in site.data.crew %}{{ p.name }} {{ p.role }} {{ p.email }}{% endfor %}\n"
        "# Alumni\n{% for p in site.data.former %}{{ p.name }} {{ p.years }}{% endfor %}\n"
    )
    people = "- name: Ole Finn\n  role: Student\n  years: 2020\n"
    files = {"index.md": page("Hello.\n"), "works.md": page(theses), "crew.md": page(crew)}
    root = site(tmp_path, {**files, "_data/crew.yml": people, "_data/former.yml": people})
    assert [one["path"] for one in sections(root, capsys) if one["store"] == "data"] == []


def test_of_a_map_of_links_those_that_the_page_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = (
        "# Research\n{% for p in site.data.papers %}\n{{ p.title }} {{ p.venue }} {{ p.year }} {{ p.authors }}\n"
        '<a href="{{ p.links.pdf }}">pdf</a> <a href="{{ p.links.ssrn }}">ssrn</a>\n{% endfor %}\n'
    )
    data = (
        "- title: Moss\n  authors: Mira Tallow\n  venue: Bog News\n  year: 2025\n"
        "  links:\n    pdf: /m.pdf\n    ssrn: ''\n"
    )
    root = site(tmp_path, {"index.md": page(body), "_data/papers.yml": data})
    assert add(root, "--link", "Slides=https://example.org/s") == 4
    assert "the page shows no link 'Slides'; it shows pdf, ssrn" in capsys.readouterr().err
    assert add(root, *LINK) == 0
    assert "  links:\n    pdf: https://example.org/r\n" in (root / "_data/papers.yml").read_text()


def test_a_number_of_a_page_is_no_link(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = "- title: Moss\n  authors: Mira Tallow\n  year: 2025\n  journal: J. Bog. Res.\n  page: '217'\n"
    body = "## Publications\n{% for p in site.data.publications %}{{ p.title }} {{ p.journal }}{% endfor %}\n"
    root = site(tmp_path, {"index.md": page(body), "_data/publications.yml": data})
    [section] = [one for one in sections(root, capsys) if one["store"] == "data"]
    assert section["entries"][0]["links"] == []
    assert add(root, *LINK) == 4
    assert run("publications", "edit", "--in", str(root), "1", "--venue", "Fen News") == 0
    assert (root / "_data/publications.yml").read_text() == data.replace("J. Bog. Res.", "Fen News")


def test_a_page_that_picks_entries_by_a_key_takes_none_without_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = (
        "## Publications\n{% assign mine = '' | split: '' %}{% for p in site.data.publications %}"
        "{% for t in p.tags %}{% if t == 'ice' %}{% assign mine = mine | push: p %}{% endif %}{% endfor %}{% endfor %}"
        "{% for p in mine %}{{ p.title }}{% endfor %}\n"
    )
    data = "- title: Moss\n  authors: Mira Tallow\n  year: 2025\n  journal: Bog News\n  tags: [ice]\n"
    root = site(tmp_path, {"index.md": page(body), "_data/publications.yml": data})
    assert add(root) == 4
    assert "the pages show an entry by its tags" in capsys.readouterr().err


def collection(keys: Sequence[str]) -> dict[str, str]:
    entries = {
        f"_publications/202{number}-01-01-moss-{number}.md": (
            f"---\ntitle: Moss {number}\n" + "".join(f"{key}\n" for key in keys) + f"date: 202{number}-01-01\n---\n"
        )
        for number in (3, 4, 5)
    }
    config = CONFIG + "collections:\n  publications: {output: true}\n  talks: {}\n  teaching: {}\n  portfolio: {}\n"
    body = (
        "## Publications\n{% for p in site.publications %}<a href='{{ p.link }}'>{{ p.title }}</a>"
        " with {{ p.coauthors }}, {{ p.outcome }}{% endfor %}\n"
    )
    return {"_config.yml": config, "_pages/about.md": page(body, "layout: default\npermalink: /\n"), **entries}


def test_keys_of_the_site_s_own_come_before_those_of_its_template(tmp_path: Path) -> None:
    keys = ("link: https://example.org/m", "coauthors: Ole Finn", "outcome: Bog News")
    root = site(tmp_path, collection(keys))
    assert add(root, *LINK) == 0
    [made] = [path for path in (root / "_publications").iterdir() if "reeds" in path.name]
    assert made.read_text() == (
        "---\ntitle: Reeds\nlink: https://example.org/r\ncoauthors: Mira Tallow, Ole Finn\noutcome: Peat Letters\n"
        "date: 2026-01-01\n---\n"
    )


@pytest.mark.parametrize("name", ["old/2026-01-02-notes.md", "people/ole-finn.md", "_pages/team/ole.md"])
def test_notes_and_pages_about_others_take_nothing(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "## Publications\n\n- Ole Finn. *Moss and Time*. Bog News, 2025.\n\n## Research Interests\n\n- Moss\n"
    root = site(tmp_path, {"index.md": page("Hello.\n"), name: page(body, "title: Notes on Moss\n")})
    assert [one for one in sections(root, capsys) if one["path"] == name] == []
    assert run("interests", "add", "--in", str(root), "Reeds") == 0
    assert (root / name).read_text() == page(body, "title: Notes on Moss\n")


def test_of_two_translations_the_one_in_the_site_s_language(tmp_path: Path) -> None:
    body = "- Ole Finn. *Moss and Time*. Bog News, 2025.\n"
    files = {
        "a-papers.md": page(body, "title: Publications\nlang: fr\n"),
        "papers.md": page(body, "title: Publications\nlang: en\n"),
    }
    root = site(tmp_path, {"index.md": page("Hello.\n"), **files})
    assert add(root) == 0
    assert (root / "a-papers.md").read_text() == files["a-papers.md"]
    assert "Reeds" in (root / "papers.md").read_text()


def test_a_table_without_a_column_for_a_field_takes_no_entry_that_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "## Publications\n\n| Title | Journal |\n|-------|---------|\n| Moss | Bog News |\n"
    root = site(tmp_path, {"index.md": page(body)})
    assert add(root) == 4
    assert "the rows here have no column for authors" in capsys.readouterr().err
    assert (root / "index.md").read_text() == page(body)


def test_no_list_is_begun_below_prose_that_names_interests(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "## Research Interests\n\nI study moss.\n\nAnd reeds, too.\n\n## Contact\n\nWrite.\n"
    root = site(tmp_path, {"index.md": page(body)})
    assert run("interests", "add", "--in", str(root), "Ponds") == 4
    assert "index.md:7: what is under “Research Interests” (lines 7 to 9)" in capsys.readouterr().err
    assert (root / "index.md").read_text() == page(body)


def test_the_first_item_of_a_section_follows_the_sentence_that_leads_to_it(tmp_path: Path) -> None:
    body = "## Research Interests\n\nI study these things:\n\n## Contact\n\nWrite.\n"
    root = site(tmp_path, {"index.md": page(body)})
    assert run("interests", "add", "--in", str(root), "Ponds") == 0
    assert (root / "index.md").read_text() == page(body.replace("things:\n", "things:\n\n- Ponds\n"))


def test_one_box_of_prose_is_no_publication(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = (
        "<div>\n<h1>Welcome</h1>\n<p>I am <a href='https://example.org'><strong>Mira Tallow</strong></a>, who studies"
        " ponds with Ole Finn at the <a href='https://example.org/b'>Bog House</a>.\n<br>\nLately, with"
        " <a href='https://example.org/o'>Ole Finn</a>, we found <em>a pond</em>, 2025.\n</p>\n</div>\n"
    )
    root = site(tmp_path, {"index.html": page(body)})
    assert [one["kind"] for one in sections(root, capsys) if one["entries"]] == []


def test_posts_of_another_category_are_no_news(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loop = "{{% for p in site.categories['{}'] %}}<a href='{{{{ p.url }}}}'>{{{{ p.title }}}}</a>{{% endfor %}}\n"
    files = {
        "index.md": page("Hello.\n"),
        "news.md": page("# News\n" + loop.format("news")),
        "projects.md": page("# Projects\n" + loop.format("project")),
        "_posts/news/2024-01-02-moss.md": "---\ntitle: Moss\ncategories: [news]\npermalink: /news/moss\n---\nMoss.\n",
        "_posts/own/2026-01-02-pond.md": "---\ntitle: Pond\ncategories: project\npermalink: /own/pond\n---\nPond.\n",
    }
    root = site(tmp_path, files)
    [section] = [one for one in sections(root, capsys) if one["kind"] == "news"]
    assert [one["text"] for one in section["entries"]] == ["Moss"]
    assert run("news", "add", "--in", str(root), "--date", "2025-03-04", "Reeds are in.") == 0
    assert (root / "_posts/news/2025-03-04-reeds-are-in.md").read_text() == (
        "---\ntitle: Reeds are in.\ncategories: [news]\npermalink: /news/reeds-are-in\n---\n"
    )


def test_links_of_the_footer_are_no_publications(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = CONFIG + "footer:\n  links:\n    - label: Mail\n      url: https://example.org/m\n"
    layout = LAYOUT.replace(
        "</body>", "{% for link in site.footer.links %}<a href='{{ link.url }}'>{{ link.label }}</a>{% endfor %}</body>"
    )
    files = {"_config.yml": config, "_layouts/default.html": layout, "papers.md": page("# Publications\n")}
    root = site(tmp_path, {"index.md": page("Hello.\n"), **files})
    assert [one for one in sections(root, capsys) if one["path"] == "_config.yml"] == []


@pytest.mark.parametrize(
    ("body", "layout", "said"),
    [
        ('<meta http-equiv="refresh" content="0; url=/me/">\n', LAYOUT, "only leads visitors on"),
        ("{% include hero.html %}\n", LAYOUT, "the sections of this page are includes"),
        (
            "<p>Hello.</p>\n",
            "<html>{% for p in site.posts %}{{ p.title }}{% endfor %}</html>\n",
            "doesn't show its text",
        ),
    ],
)
def test_a_home_page_whose_text_nobody_reads_takes_no_first_entry(
    body: str, layout: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"index.html": page(body), "_layouts/default.html": layout, "_includes/hero.html": "<h1>Mira</h1>\n"}
    root = site(tmp_path, files)
    assert run("interests", "add", "--in", str(root), "Reeds") == 4
    assert said in capsys.readouterr().err
    assert (root / "index.html").read_text() == page(body)


def test_the_home_page_of_chirpy_shows_posts_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"_config.yml": "theme: jekyll-theme-chirpy\n", "index.html": page("", "layout: home\n")}
    root = site(tmp_path, {**files, "_tabs/about.md": page("I study ponds.\n")})
    assert run("interests", "add", "--in", str(root), "Reeds") == 4
    assert "doesn't show its text" in capsys.readouterr().err


def test_a_paper_is_no_preprint_where_the_page_shows_both(tmp_path: Path) -> None:
    body = (
        "## Preprints\n{% for p in site.data.papers %}{% if p.status == 'pre-print' %}{{ p.title }}"
        " {{ p.authors }} {{ p.preprint_journal }}, {{ p.preprint_year }}{% endif %}{% endfor %}\n"
        "## Publications\n{% for p in site.data.papers %}{% if p.status != 'pre-print' %}{{ p.title }}"
        " {{ p.authors }} {{ p.journal }} {{ p.year }}{% endif %}{% endfor %}\n"
    )
    data = (
        "- title: Moss\n  authors: Mira Tallow\n  preprint_journal: arXiv\n  preprint_year: 2024\n  journal:\n  year:\n"
        "  status: pre-print\n"
        "- title: Reed\n  authors: Mira Tallow\n  preprint_journal:\n  journal: Bog News\n  year: 2025\n"
        "  status: published\n"
    )
    root = site(tmp_path, {"index.md": page(body), "_data/papers.yml": data})
    assert add(root) == 0
    made = (root / "_data/papers.yml").read_text().partition("- title: Reeds\n")[2].partition("- title")[0]
    assert "  journal: Peat Letters\n" in made
    assert "  year: 2026\n" in made
    assert "pre-print" not in made
    assert "preprint_year: 2" not in made
    assert run("publications", "edit", "--in", str(root), "1", "--year", "2023") == 0
    assert "preprint_year: 2023\n" in (root / "_data/papers.yml").read_text()


def test_a_day_in_words_becomes_a_year(tmp_path: Path) -> None:
    body = "## Publications\n{% for p in site.data.papers %}{{ p.title }} {{ p.venue }}, {{ p.date }}{% endfor %}\n"
    data = "- title: Moss\n  authors: Mira Tallow\n  venue: Bog News\n  date: 28 February 2025\n"
    root = site(tmp_path, {"index.md": page(body), "_data/papers.yml": data})
    assert add(root) == 0
    made = (root / "_data/papers.yml").read_text().partition("- title: Moss\n")[0]
    assert "2026-01-01" not in made
    assert "2026" in made


def test_a_year_within_the_bracket_of_a_venue_is_changed_there(tmp_path: Path) -> None:
    body = "## Publications\n{% for p in site.data.papers %}{{ p.title }} {{ p.venue }}{% endfor %}\n"
    data = "- title: Moss\n  authors: Mira Tallow\n  venue: Conference on Cold Fens (CCF 2025)\n"
    root = site(tmp_path, {"index.md": page(body), "_data/papers.yml": data})
    assert run("publications", "edit", "--in", str(root), "1", "--year", "2024") == 0
    assert (root / "_data/papers.yml").read_text() == data.replace("2025", "2024")


def test_a_year_in_parts_keeps_its_month(tmp_path: Path) -> None:
    body = "## Publications\n{% for p in site.data.papers %}{{ p.title }} {{ p.container-title }}{% endfor %}\n"
    paper = {"title": "Moss", "container-title": "Bog News", "issued": {"date-parts": [[2025, 2]]}}
    root = site(tmp_path, {"index.md": page(body), "_data/papers.json": json.dumps([paper], indent=2)})
    assert run("publications", "edit", "--in", str(root), "1", "--year", "2024") == 0
    assert json.loads((root / "_data/papers.json").read_text())[0]["issued"] == {"date-parts": [[2024, 2]]}


@pytest.mark.parametrize(
    "inner",
    [
        "<div class='grid'>\n<div class='card'>Moss</div>\n<div class='card'>Reeds</div>\n</div>\n",
        "### Moss\n\nWhat it drinks.\n\n### Reeds\n\nWhat they eat.\n",
    ],
)
def test_interests_in_cards_or_under_headings_get_no_bullet(
    inner: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = f"## Research Interests\n\n{inner}"
    root = site(tmp_path, {"index.md": page(body)})
    assert run("interests", "add", "--in", str(root), "Ponds") == 4
    assert "isn't one that profile-tui can add to" in capsys.readouterr().err
    assert (root / "index.md").read_text() == page(body)


def test_a_page_that_its_theme_fills_with_posts_takes_no_news(tmp_path: Path) -> None:
    files = {
        "news.md": page("", "title: News\nlayout: posts\n"),
        "_posts/2025-01-02-moss.md": "---\ntitle: Moss\n---\n",
    }
    root = site(
        tmp_path, {"_config.yml": "remote_theme: mmistakes/minimal-mistakes\n", "index.md": page("Hi.\n"), **files}
    )
    assert run("news", "add", "--in", str(root), "--date", "2025-03-04", "Reeds.") == 0
    assert (root / "news.md").read_text() == files["news.md"]
    assert (root / "_posts/2025-03-04-reeds.md").exists()


def test_attachments_of_posts_are_not_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"_posts/code/moss.html": "<p>Moss.</p>\n", "_posts/2025-01-02-moss.md": "---\ntitle: Moss\n---\nMoss.\n"}
    root = site(tmp_path, {"index.md": page("Hi.\n"), **files, "_posts/2025-02.pond.md": "---\ntitle: Pond\n---\n"})
    assert run("check", "--json", str(root)) == 0
    found = json.loads(capsys.readouterr().out)["problems"]
    assert [(one["code"], one["path"]) for one in found] == [("post-name", "_posts/2025-02.pond.md")]


def test_a_status_of_all_neighbours_is_not_taken_over_by_another_sort(tmp_path: Path) -> None:
    body = "## Publications\n{% for p in site.data.papers %}{{ p.title }} {{ p.venue }} {{ p.status }}{% endfor %}\n"
    data = "".join(
        f"- title: Moss {number}\n  authors: Mira Tallow\n  venue: arXiv\n  year: 2025\n  status: preprint\n"
        for number in range(4)
    )
    root = site(tmp_path, {"index.md": page(body), "_data/papers.yml": data})
    assert add(root) == 0
    assert (root / "_data/papers.yml").read_text().count("status") == 4


def test_links_to_the_site_s_own_pages_are_no_interests(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "## Research Overview\n\nThree rooms:\n\n- [Moss](/moss/),\n- [Reeds](/reeds/), and\n- [Ponds](/ponds/).\n"
    root = site(tmp_path, {"index.md": page(body)})
    assert [one for one in sections(root, capsys) if one["entries"]] == []
    assert run("interests", "add", "--in", str(root), "Fog") == 4


def test_a_new_item_of_a_site_in_two_languages_is_in_its_main_one(tmp_path: Path) -> None:
    config = CONFIG + "languages: [en, ja]\ndefault_lang: en\ncollections:\n  news: {output: true}\n"
    body = "## News\n{% for n in site.news %}{{ n.date }} {{ n.content }}{% endfor %}\n"
    item = "---\ninline: true\ndate: {}\n---\n\nMoss.\n"
    files = {"_news/en/item_1.md": item.format("2024-01-02"), "_news/ja/item_1.md": item.format("2024-01-02")}
    root = site(tmp_path, {"_config.yml": config, "index.md": page(body), **files})
    assert run("news", "add", "--in", str(root), "--date", "2025-03-04", "Reeds.") == 0
    assert (root / "_news/en/item_2.md").exists()


def test_sections_in_boxes_of_their_own_get_no_heading_beside_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    box = '<div class="section">\n<h2>{}</h2>\n<p>Moss.</p>\n</div>\n\n'
    body = box.format("Education") + box.format("Contact")
    root = site(tmp_path, {"index.md": page(body)})
    assert run("interests", "add", "--in", str(root), "Reeds") == 4
    assert "the sections of this page are boxes" in capsys.readouterr().err


def test_an_item_whose_date_is_its_text_lacks_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "## News\n{% for n in site.data.news %}{{ n.date }} {{ n.headline }}{% endfor %}\n"
    data = "- date: 2025-03-04\n  headline: Reeds.\n- date: 2025-01-02 - The pond opens\n"
    root = site(tmp_path, {"index.md": page(body), "_data/news.yml": data})
    assert run("check", "--json", str(root)) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []
