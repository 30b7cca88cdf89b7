"""Stores as the site's own loops show them: read by the keys that are printed, written to where a reader sees it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from profile_tui.content.publications import sorts
from profile_tui.markup.liquid.template import scan
from support.command_line import CONFIG, run, sections
from support.command_line import page_of as page
from support.command_line import site_with as site

PAPER = ("--title", "Reeds", "--author", "Mira Tallow", "--venue", "Peat Letters", "--year", "2026")


def listed(root: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [section for section in sections(root, capsys) if section["kind"] == kind]


def add(root: Path, kind: str, *words: str) -> int:
    return run(kind, "add", "--in", str(root), *words)


def test_a_store_tells_the_pages_that_show_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "## Updates\n{% for n in site.data.notes %}\n- {{ n.when | date: '%Y' }} {{ n.html }}\n{% endfor %}\n"
    root = site(tmp_path, {"index.md": page(body), "_data/notes.yml": "- when: 2026-01-02\n  html: Ice.\n"})
    [section] = [one for one in listed(root, "news", capsys) if one["store"] == "data"]
    assert (section["path"], section["shown_by"]) == ("_data/notes.yml", ["index.md"])
    assert section["entries"] == [
        {"number": 1, "path": "_data/notes.yml", "first_line": 1, "last_line": 2, "date": "2026-01-02", "text": "Ice."}
    ]


def test_a_new_item_has_the_keys_that_the_loop_prints(tmp_path: Path) -> None:
    body = "## News\n{% for n in site.data.notes %}\n- {{ n.when }} {{ n.html }}\n{% endfor %}\n"
    root = site(tmp_path, {"index.md": page(body), "_data/notes.yml": "- when: June 2026\n  html: Ice.\n"})
    assert add(root, "news", "Snow.", "--date", "2026-07") == 0
    assert (
        root / "_data/notes.yml"
    ).read_text() == "- when: July 2026\n  html: Snow.\n- when: June 2026\n  html: Ice.\n"
    assert (root / "index.md").read_text() == page(body)


def test_the_first_entry_of_an_empty_list_has_the_keys_that_the_loop_prints(tmp_path: Path) -> None:
    item = "- {{ p.title }}. {{ p.authors }}. {{ p.journal }} {{ p.year }}\n"
    body = f"## Papers\n{{% for p in site.data.works %}}\n{item}{{% endfor %}}\n"
    root = site(tmp_path, {"index.md": page(body), "_data/works.yml": ""})
    assert add(root, "publications", *PAPER) == 0
    assert (root / "_data/works.yml").read_text() == (
        "- title: Reeds\n  authors: Mira Tallow\n  journal: Peat Letters\n  year: 2026\n"
    )


def test_years_as_keys_and_a_year_that_has_none_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = (
        "## Publications\n{% for y in site.data.works %}\n### {{ y[0] }}\n"
        "{% for p in y[1] %}\n- {{ p.title }}, {{ p.author }}, {{ p.journal }}\n{% endfor %}{% endfor %}\n"
    )
    data = (
        "2025:\n  - title: Moss\n    author: Mira Tallow\n    journal: Peat\n"
        "2023:\n  - title: Ice\n    author: A. B\n    journal: Peat\n"
    )
    root = site(tmp_path, {"index.md": page(body), "_data/works.yml": data})
    found = [entry for one in listed(root, "publications", capsys) for entry in one["entries"]]
    assert [(entry["title"], entry["year"], entry["venue"]) for entry in found] == [
        ("Moss", 2025, "Peat"),
        ("Ice", 2023, "Peat"),
    ]
    assert add(root, "publications", *PAPER) == 0
    new = "2026:\n  - title: Reeds\n    author: Mira Tallow\n    journal: Peat Letters\n"
    assert (root / "_data/works.yml").read_text() == new + data
    assert add(root, "publications", *PAPER[:-1], "2025", "--title", "Fen") == 0
    assert "2025:\n  - title: Fen\n    author: Mira Tallow\n" in (root / "_data/works.yml").read_text()


def test_lists_of_links_and_names_in_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = (
        "## Publications\n{% for p in site.data.works %}\n- {{ p.title }}, {{ p.year }}"
        "{% for a in p.author %} {{ a.given }} {{ a.family }}{% endfor %}"
        "{% for l in p.links %} [{{ l.name }}]({{ l.url }}){% endfor %}\n{% endfor %}\n"
    )
    data = (
        "- title: Moss\n  author:\n  - family: Tallow\n    given: Mira\n  year: 2025\n  links:\n"
        "  - name: PDF\n    url: https://example.org/m\n"
    )
    root = site(tmp_path, {"index.md": page(body), "_data/works.yml": data})
    [one] = [one for one in listed(root, "publications", capsys) if one["store"] == "data"]
    [entry] = one["entries"]
    assert [author["name"] for author in entry["authors"]] == ["Mira Tallow"]
    assert entry["links"] == [{"label": "PDF", "url": "https://example.org/m"}]
    words = ("--title", "Reeds", "--author", "Jonas van der Reef", "--year", "2026")
    assert add(root, "publications", *words, "--link", "Code=https://example.org/c") == 0
    assert (root / "_data/works.yml").read_text() == (
        "- title: Reeds\n  author:\n  - family: van der Reef\n    given: Jonas\n  year: 2026\n  links:\n"
        "  - name: Code\n    url: https://example.org/c\n" + data
    )


def test_of_two_lists_the_one_of_that_sort_takes_the_entry(tmp_path: Path) -> None:
    body = (
        "## Journal articles\n{% for p in site.data.journals %}\n"
        "- {{ p.title }} {{ p.venue }} {{ p.year }}\n{% endfor %}\n"
        "## Conference papers\n{% for p in site.data.confs %}\n"
        "- {{ p.title }} {{ p.venue }} {{ p.year }}\n{% endfor %}\n"
    )
    files = {
        "papers.md": page(body, "layout: default\ntitle: Publications\n"),
        "index.md": page("Hello.\n"),
        "_data/journals.yml": "- title: Moss\n  venue: Journal of Peat\n  year: 2025\n",
        "_data/confs.yml": "- title: Ice\n  venue: Proceedings of BogConf\n  year: 2025\n",
    }
    root = site(tmp_path, files)
    assert add(root, "publications", "--title", "Reeds", "--venue", "Workshop on Fens", "--year", "2026") == 0
    assert (root / "_data/confs.yml").read_text().startswith("- title: Reeds\n  venue: Workshop on Fens\n")
    assert add(root, "publications", "--title", "Fens", "--venue", "Journal of Peat", "--year", "2026") == 0
    assert (root / "_data/journals.yml").read_text().startswith("- title: Fens\n")


def test_what_the_loop_asks_for_is_set(tmp_path: Path) -> None:
    body = (
        "## News\n{% assign all = site.data.notes | where: 'show', true %}"
        "{% for n in all %}\n- {{ n.text }}\n{% endfor %}\n"
    )
    data = "- text: Ice.\n  show: true\n- text: Fog.\n  show: false\n"
    root = site(tmp_path, {"index.md": page(body), "_data/notes.yml": data})
    assert add(root, "news", "Snow.") in (0, 4)
    if (root / "_data/notes.yml").read_text() != data:
        assert "- text: Snow.\n  show: true\n" in (root / "_data/notes.yml").read_text()


def test_a_store_that_no_page_shows_takes_nothing_unless_it_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "_config.yml": CONFIG + "collections: [news]\n",
        "index.md": page("Hello.\n"),
        "_news/1.md": "---\ndate: 2025-01-01\ninline: true\n---\n\nIce.\n",
    }
    root = site(tmp_path, files)
    assert add(root, "news", "Snow.", "--date", "2026-01-02") == 4
    assert "no page of this site shows _news" in capsys.readouterr().err
    assert listed(root, "news", capsys)[0]["shown_by"] == []
    assert add(root, "news", "Snow.", "--date", "2026-01-02", "--section", "_news") == 0
    assert len(list((root / "_news").iterdir())) == 2


def test_where_the_layouts_are_in_a_theme_nothing_is_said_to_be_unshown(tmp_path: Path) -> None:
    files = {
        "_config.yml": CONFIG + "collections: [news]\ntheme: somebody\n",
        "index.md": page("Hello.\n", "layout: theirs\n"),
        "_news/1.md": "---\ndate: 2025-01-01\ninline: true\n---\n\nIce.\n",
    }
    root = site(tmp_path, files)
    assert add(root, "news", "Snow.", "--date", "2026-01-02") == 0
    assert len(list((root / "_news").iterdir())) == 2


@pytest.mark.parametrize("name", ["papers.md", "_pages/papers.md", "work/papers.md"])
def test_a_page_of_publications_is_listed_and_takes_the_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    line = "- **Mira Tallow**, Jonas Reef. *On wet moss*. Journal of Peat, 2025.\n"
    text = page(line, "title: Publications\nlayout: default\n")
    root = site(tmp_path, {"index.md": page("Hello.\n"), name: text})
    [section] = listed(root, "publications", capsys)
    assert (section["store"], section["path"]) == ("page", name)
    words = ("--title", "Reeds of the North", "--author", "Mira Tallow", "--author", "Jonas Reef")
    assert add(root, "publications", *words, "--venue", "Journal of Peat", "--year", "2026") == 0
    new = "- **Mira Tallow**, Jonas Reef. *Reeds of the North*. Journal of Peat, 2026.\n"
    assert (root / name).read_text() == text.replace(line, new + line)
    assert run("publications", "edit", "--in", str(root), "1", "--year", "2027") == 0
    assert run("publications", "move", "--in", str(root), "1", "2") == 0
    assert run("publications", "remove", "--in", str(root), "2") == 0
    assert (root / name).read_text() == text


def test_a_page_that_only_mentions_them_and_a_home_page_in_another_language_are_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "index.md": page("## News\n\n- 2025-03: A talk.\n"),
        "teaching.md": page("My publications are elsewhere.\n", "title: Courses\n"),
        "zh/index.md": page("## News\n\n- 2025-03: A talk.\n- 2025-01: Ice.\n", "lang: zh\n"),
    }
    root = site(tmp_path, files)
    assert [section["path"] for section in listed(root, "news", capsys)] == ["index.md"]


@pytest.mark.parametrize(
    "body",
    [
        "## News\n\n{% for y in page.years %}\n- {{ y }}\n{% endfor %}\n",
        "## News\n\n{% comment %}\n- 2025-03: A talk.\n{% endcomment %}\n\n## Contact\n\nBy mail.\n",
        "## News\n\n{% if site.on %}\n- 2025-03: A talk.\n- 2025-01: Ice.\n{% endif %}\n",
        "## News\n\n{% raw %}\n- 2025-03: A talk.\n{% endraw %}\n",
    ],
)
def test_nothing_is_written_into_what_liquid_makes(tmp_path: Path, body: str) -> None:
    root = site(tmp_path, {"index.md": page(body)})
    code = add(root, "news", "Snow.", "--date", "2026-02")
    text = (root / "index.md").read_text()
    assert code == (0 if "Snow." in text else 4)
    around = [block.name for block in scan(text).enclosing(text.find("Snow."))] if code == 0 else []
    assert around == (["if"] if "{% if" in body and around else [])


def test_items_in_a_comment_or_a_loop_are_no_entries(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = (
        "## News\n\n{% comment %}\n- 2024-01: Hidden.\n{% endcomment %}\n\n- 2025-03: A talk.\n\n"
        "{% for n in page.more %}\n- 2025-01: {{ n }}\n{% endfor %}\n"
    )
    root = site(tmp_path, {"index.md": page(body)})
    [section] = listed(root, "news", capsys)
    assert [entry["text"] for entry in section["entries"]] == ["A talk."]


@pytest.mark.parametrize("kind", [("news", "Snow."), ("interests", "Peat"), ("publications", *PAPER)])
def test_an_html_page_gets_no_markdown(tmp_path: Path, kind: tuple[str, ...]) -> None:
    text = "---\n---\n<!doctype html>\n<html>\n<body>\n<h1>Mira Tallow</h1>\n</body>\n</html>\n"
    root = site(tmp_path, {"index.html": text})
    assert add(root, *kind) == 0
    written = (root / "index.html").read_text()
    assert "**" not in written
    assert written.endswith("</li>\n</ul>\n</body>\n</html>\n")


def test_a_file_for_each_year_and_the_key_that_the_loop_asks_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = (
        "{% assign all = site.data.papers %}{% capture years %}{% for one in all %}{{ one[0] }} {% endfor %}"
        "{% endcapture %}{% assign sorted = years | split: ' ' %}{% for year in sorted %}\n### {{ year }}\n"
        "{% assign some = all[year] | where: 'selected', 'yes' %}"
        "{% for p in some %}\n- {{ p.title }}, {{ p.authors }}, {{ p.venue }}\n{% endfor %}{% endfor %}\n"
    )
    entry = "- title: Moss\n  authors: Mira Tallow\n  venue: Peat\n  selected: 'yes'\n"
    files = {
        "index.md": page("Hello.\n"),
        "papers.md": page(body, "title: Papers\n"),
        "_data/papers/2025.yml": entry,
        "_data/papers/2026.yml": entry,
    }
    root = site(tmp_path, files)
    assert [one["path"] for one in listed(root, "publications", capsys)] == [
        "_data/papers/2026.yml",
        "_data/papers/2025.yml",
    ]
    assert add(root, "publications", *PAPER[:-1], "2025") == 0
    new = "- title: Reeds\n  authors: Mira Tallow\n  venue: Peat Letters\n  selected: 'yes'\n"
    assert (root / "_data/papers/2025.yml").read_text() == new + entry
    assert add(root, "publications", *PAPER[:-1], "2027") == 0
    assert (root / "_data/papers/2027.yml").read_text() == new


def test_a_file_that_a_script_writes_takes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "## Publications\n{% for p in site.data.citations %}\n- {{ p.title }} {{ p.publisher }}\n{% endfor %}\n"
    files = {
        "index.md": page(body),
        "_data/citations.yaml": "# DO NOT EDIT, GENERATED AUTOMATICALLY\n\n- id: doi:10.9999/a\n  title: Moss\n",
        "_data/sources.yaml": "- id: doi:10.9999/a\n",
    }
    root = site(tmp_path, files)
    stores = [one for one in listed(root, "publications", capsys) if one["store"] == "data"]
    assert [(one["path"], one["shown_by"]) for one in stores] == [("_data/sources.yaml", ["index.md"])]
    assert add(root, "publications", *PAPER, "--link", "DOI=https://doi.org/10.9999/b") == 0
    assert (root / "_data/citations.yaml").read_text() == files["_data/citations.yaml"]
    assert (root / "_data/sources.yaml").read_text().startswith("- id: doi:10.9999/b\n")


def test_texts_in_two_languages_are_written_in_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = (
        "## Publications\n{% assign lang = page.lang | default: 'en' %}{% for p in site.data.works %}\n"
        "{% assign title = p.title[lang] %}- {{ title }}, {{ p.authors }}, {{ p.venue }} {{ p.year }}\n{% endfor %}\n"
    )
    data = "- title:\n    en: Moss\n    zh: 苔藓\n  authors: Mira Tallow\n  venue: Peat\n  year: 2025\n"
    root = site(tmp_path, {"index.md": page(body), "_data/works.yml": data})
    [one] = [one for one in listed(root, "publications", capsys) if one["store"] == "data"]
    assert one["entries"][0]["title"] == "Moss"
    assert add(root, "publications", *PAPER) == 0
    new = "- title:\n    en: Reeds\n    zh: Reeds\n  authors: Mira Tallow\n  venue: Peat Letters\n  year: 2026\n"
    assert (root / "_data/works.yml").read_text() == new + data


def test_a_cv_takes_no_publication_where_the_site_has_a_list_of_them(tmp_path: Path) -> None:
    line = "- **Mira Tallow**, Jonas Reef. *On wet moss*. Journal of Peat, 2025.\n"
    cv = page("## Publications\n\n" + line + line.replace("wet", "dry"), "title: CV\n")
    papers = page(line, "title: Publications\n")
    root = site(tmp_path, {"index.md": page("Hello.\n"), "cv.md": cv, "publications.md": papers})
    words = ("--title", "Reeds of the North", "--author", "Mira Tallow", "--author", "Jonas Reef")
    assert add(root, "publications", *words, "--venue", "Journal of Peat", "--year", "2026") == 0
    assert (root / "cv.md").read_text() == cv
    assert "Reeds of the North" in (root / "publications.md").read_text()


def test_an_interest_goes_to_the_home_page_where_that_has_a_list(tmp_path: Path) -> None:
    home = page("## Research Interests\n\n- Moss\n")
    other = page("- Fens\n- Bogs\n- Reeds\n", "title: Research Interests\n")
    root = site(tmp_path, {"index.md": home, "research.md": other})
    assert add(root, "interests", "Peat") == 0
    assert (root / "research.md").read_text() == other
    assert "- Peat\n" in (root / "index.md").read_text()


def test_a_key_that_no_entry_has_yet_is_taken_where_the_page_prints_it(tmp_path: Path) -> None:
    body = (
        "## Publications\n{% for p in site.data.works %}\n- {{ p.title }} {{ p.authors }} {{ p.venue }} {{ p.year }}"
        "{% if p.slides_file %} [slides]({{ p.slides_file }}){% endif %}\n{% endfor %}\n"
    )
    data = "- title: Moss\n  authors: Mira Tallow\n  venue: Peat\n  year: 2025\n"
    root = site(tmp_path, {"index.md": page(body), "_data/works.yml": data})
    assert add(root, "publications", *PAPER, "--link", "Slides=https://example.org/s") == 0
    assert "  slides_file: https://example.org/s\n" in (root / "_data/works.yml").read_text()


def test_a_new_list_of_a_collection_that_pages_show_keeps_its_categories_by_sort(tmp_path: Path) -> None:
    body = (
        "{% for c in site.publication_category %}\n## {{ c[1].title }}\n{% for p in site.works %}"
        "{% if p.category == c[0] %}\n- {{ p.title }} {{ p.venue }}\n{% endif %}{% endfor %}{% endfor %}\n"
    )
    config = (
        "collections: [works]\npublication_category:\n  manuscripts: {title: Journal articles}\n"
        "  conferences: {title: Conference papers}\n"
    )
    paper = "---\ntitle: Moss\ncategory: manuscripts\nvenue: Peat\ndate: 2025-01-01\n---\n"
    files = {
        "_config.yml": CONFIG + config,
        "index.md": page("Hello.\n"),
        "papers.md": page(body, "title: Publications\n"),
        "_works/moss.md": paper,
        "_works/ice.md": paper.replace("Moss", "Ice"),
        "_works/fog.md": paper.replace("Moss", "Fog"),
    }
    root = site(tmp_path, files)
    bib = tmp_path.parent / f"{tmp_path.name}.bib"
    bib.write_text("@inproceedings{a, title={Reeds}, author={Tallow, Mira}, booktitle={BogCon}, year={2026}}\n")
    assert add(root, "publications", "--bibtex", str(bib)) in (0, 4)
    new = [path for path in (root / "_works").iterdir() if "Reeds" in path.read_text()]
    assert all("category: conferences\n" in path.read_text() for path in new)
    assert add(root, "publications", "--title", "Reeds", "--venue", "Workshop on Fens", "--year", "2026") in (0, 4)


@pytest.mark.parametrize("name", ["index.md", "_config.yml"])
def test_a_list_in_a_front_matter_or_the_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    where = "page.latest" if name == "index.md" else "site.latest"
    body = f"## News\n\n{{% for n in {where} %}}\n- {{{{ n.when }}}}: {{{{ n.what }}}}\n{{% endfor %}}\n"
    items = "latest:\n  - when: 2025-03\n    what: Ice.\n"
    header = "layout: default\n" + (items if name == "index.md" else "")
    root = site(
        tmp_path, {"_config.yml": CONFIG + (items if name != "index.md" else ""), "index.md": page(body, header)}
    )
    text = (root / name).read_text()
    [one] = [one for one in listed(root, "news", capsys) if one["store"] == "data"]
    assert (one["path"], one["shown_by"], [entry["text"] for entry in one["entries"]]) == (name, ["index.md"], ["Ice."])
    assert add(root, "news", "Snow.", "--date", "2026-02") == 0
    assert (root / name).read_text() == text.replace("latest:\n", "latest:\n  - when: 2026-02\n    what: Snow.\n")
    assert run("news", "edit", "--in", str(root), "1", "--text", "Rain.") == 0
    assert "    what: Rain.\n" in (root / name).read_text()
    assert run("news", "remove", "--in", str(root), "1") == 0
    assert (root / name).read_text() == text


def test_a_list_of_plain_texts_takes_no_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "## News\n{% for n in site.data.news %}\n- {{ n }}\n{% endfor %}\n"
    root = site(tmp_path, {"index.md": page(body), "_data/news.yml": "- '2025: Ice.'\n"})
    assert add(root, "news", "Snow.", "--date", "2026-02") == 4
    assert (root / "_data/news.yml").read_text() == "- '2025: Ice.'\n"


def test_a_json_file_stays_json(tmp_path: Path) -> None:
    body = (
        "## Publications\n{% for p in site.data.refs %}\n- {{ p.title }}, {{ p.container-title }},"
        " {{ p.issued.date-parts[0][0] }}\n{% endfor %}\n"
    )
    old = (
        '  {\n    "title": "Moss",\n    "author": [{"family": "Tallow", "given": "Mira"}],\n'
        '    "issued": {"date-parts": [[2024, 3]]},\n    "container-title": "Peat"\n  }\n]\n'
    )
    root = site(tmp_path, {"index.md": page(body), "_data/refs.json": "[\n" + old})
    assert add(root, "publications", *PAPER) == 0
    text = (root / "_data/refs.json").read_text()
    assert text.endswith(",\n" + old)
    assert json.loads(text)[0] == {
        "title": "Reeds",
        "author": [{"family": "Tallow", "given": "Mira"}],
        "container-title": "Peat Letters",
        "issued": {"date-parts": [[2026]]},
    }
    assert run("publications", "edit", "--in", str(root), "1", "--venue", "Fens") == 0
    assert json.loads((root / "_data/refs.json").read_text())[0]["container-title"] == "Fens"


def test_of_two_sections_the_one_of_that_sort_takes_the_entry(tmp_path: Path) -> None:
    first = "- **Mira Tallow**, Jonas Reef. *On wet moss*. Proceedings of BogConf, 2025.\n"
    second = "- **Mira Tallow**, Jonas Reef. *On dry moss*. Journal of Peat, 2024.\n"
    text = page(f"## Conference papers\n\n{first}\n## Journal articles\n\n{second}", "title: Publications\n")
    root = site(tmp_path, {"index.md": page("Hello.\n"), "publications.md": text})
    words = ("--title", "Reeds of the North", "--author", "Mira Tallow", "--author", "Jonas Reef", "--year", "2026")
    assert add(root, "publications", *words, "--venue", "Journal of Fens") == 0
    new = "- **Mira Tallow**, Jonas Reef. *Reeds of the North*. Journal of Fens, 2026.\n"
    assert (root / "publications.md").read_text() == text.replace(second, new + second)


@pytest.mark.parametrize(
    ("venue", "bibtex", "sort"),
    [
        ("Journal of Peat", "", "journal"),
        ("Proceedings of the 4th Meeting on Fens", "", "conference"),
        ("BogConf", "", "conference"),
        ("NeurIPS", "", ""),
        ("CVPR 2026", "", ""),
        ("NeurIPS", "@inproceedings{a,}", "conference"),
        ("arXiv:2601.00001", "@article{a,}", "preprint"),
        ("Peat Letters", "", "journal"),
        ("", "", ""),
    ],
)
def test_sorts_of_publications(venue: str, bibtex: str, sort: str) -> None:
    assert sorts.sort_of({"venue": venue}, bibtex) == sort


def test_the_page_of_a_course_is_no_list_of_courses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    course = page("## Teaching\n\n- 2025-03: Bogs.\n- 2025-04: Fens.\n", "title: Wetlands 101\n")
    cv = course.replace("Wetlands 101", "Curriculum Vitae")
    root = site(tmp_path, {"index.md": page("Hello.\n"), "wetlands.md": course, "cv.md": cv})
    assert [one["path"] for one in listed(root, "teaching", capsys)] == ["cv.md"]


def test_a_link_has_the_key_of_the_template_where_no_neighbour_has_one(tmp_path: Path) -> None:
    files = {
        "_config.yml": CONFIG + "collections: [publications, talks, teaching, portfolio]\n",
        "_pages/about.md": page("Hello.\n", "permalink: /\nlayout: theirs\n"),
        "_publications/2025-01-01-moss.md": "---\ntitle: Moss\ndate: 2025-01-01\nvenue: Peat\n---\n",
        "_publications/2024-01-01-ice.md": "---\ntitle: Ice\ndate: 2024-01-01\nvenue: Peat\n---\n",
    }
    root = site(tmp_path, files)
    assert add(root, "publications", *PAPER, "--link", "PDF=https://example.org/r.pdf") == 0
    [new] = (root / "_publications").glob("2026*")
    assert "paperurl: https://example.org/r.pdf\n" in new.read_text()


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ("by", "{{ p.by }}"),
        ("people", "{{ p.people }}"),
        ("written_by", "{{ p.written_by }}"),
        ("crew", "{{ p.crew | join: ', ' }}"),
        ("crew", "{% for one in p.crew %}{{ one }} {% endfor %}"),
    ],
)
def test_authors_are_known_by_what_people_call_them_or_as_the_list_that_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], key: str, printed: str
) -> None:
    item = f"- {{{{ p.name }}}}, {printed}, {{{{ p.outlet }}}} {{{{ p.year }}}}\n"
    body = f"## Papers\n{{% for p in site.data.works %}}\n{item}{{% endfor %}}\n"
    data = f"- name: Moss\n  {key}: [Mira Tallow, Jonas Reef]\n  outlet: Peat\n  year: 2025\n"
    root = site(tmp_path, {"index.md": page(body), "_data/works.yml": data})
    [section] = [one for one in listed(root, "publications", capsys) if one["store"] == "data"]
    [entry] = section["entries"]
    assert ([one["name"] for one in entry["authors"]], entry["venue"]) == (["Mira Tallow", "Jonas Reef"], "Peat")
    assert add(root, "publications", *PAPER) == 0
    new = f"- name: Reeds\n  {key}: [Mira Tallow]\n  outlet: Peat Letters\n  year: 2026\n"
    assert (root / "_data/works.yml").read_text() == new + data


def test_authors_called_people_may_be_maps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = "{% for one in p.people %}<a href='{{ one.url }}'>{{ one.name }}</a>{% endfor %}"
    item = f"- {{{{ p.title }}}}, {people}, {{{{ p.venue }}}}\n"
    body = f"## Papers\n{{% for p in site.data.works %}}\n{item}{{% endfor %}}\n"
    data = "- title: Moss\n  people:\n  - name: Mira Tallow\n    url: https://example.org/mira\n  venue: Peat\n"
    root = site(tmp_path, {"index.md": page(body), "_data/works.yml": data})
    [section] = [one for one in listed(root, "publications", capsys) if one["store"] == "data"]
    [entry] = section["entries"]
    assert ([one["name"] for one in entry["authors"]], entry["links"]) == (["Mira Tallow"], [])


def test_a_list_of_topics_is_no_list_of_authors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    item = "- {{ p.title }}, {{ p.venue }}, {{ p.topics | join: ', ' }}\n"
    body = f"## Papers\n{{% for p in site.data.works %}}\n{item}{{% endfor %}}\n"
    root = site(
        tmp_path, {"index.md": page(body), "_data/works.yml": "- title: Moss\n  venue: Peat\n  topics: [Fen, Bog]\n"}
    )
    [section] = [one for one in listed(root, "publications", capsys) if one["store"] == "data"]
    assert [entry["authors"] for entry in section["entries"]] == [[]]


def _goings_on(count: int, text: str, heading: str = "What goes on") -> dict[str, str]:
    loop = "{% for h in site.goings reversed %}\n- **{{ h.date | date: '%b %Y' }}** {{ h.content }}\n{% endfor %}\n"
    files = {f"_goings/2025-0{at}-01-x.md": f"---\ndate: 2025-0{at}-01\n---\n{text}\n" for at in range(1, count + 1)}
    config = {"_config.yml": f"{CONFIG}collections:\n  goings: {{output: false}}\n"}
    return {**config, **files, "index.md": page(f"## {heading}\n\n{loop}")}


def test_dates_and_short_texts_on_the_home_page_are_news_whatever_they_are_called(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = site(tmp_path, _goings_on(3, "A *short* text."))
    [section] = [one for one in listed(root, "news", capsys) if one["path"] == "_goings"]
    assert [entry["date"] for entry in section["entries"]] == ["2025-03-01", "2025-02-01", "2025-01-01"]
    assert add(root, "news", "Ice.", "--date", "2025-04-02") == 0
    assert (root / "_goings/2025-04-02-ice.md").read_text() == "---\ndate: 2025-04-02\n---\nIce.\n"


@pytest.mark.parametrize(
    ("count", "text", "heading"),
    [(1, "A short text.", "What goes on"), (3, "A long text. " * 40, "What goes on"), (3, "A short text.", "Seminar")],
)
def test_one_text_or_long_ones_or_lists_called_otherwise_are_no_news(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], count: int, text: str, heading: str
) -> None:
    root = site(tmp_path, _goings_on(count, text, heading))
    assert [one for one in listed(root, "news", capsys) if one["path"] == "_goings"] == []


@pytest.mark.parametrize(
    ("lost", "kept"),
    [("index.html", "index.md"), ("texts/papers.md", "papers.md"), ("papers/index.html", "papers.md")],
)
def test_loops_of_a_page_that_another_is_written_over_count_for_nothing(
    lost: str, kept: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item = "<p>{{ p.title }} {{ p.authors }} {{ p.journal }} {{ p.year }}</p>"
    loop = f"<h2>Papers</h2>\n{{% for p in site.data.NAME %}}{item}{{% endfor %}}\n"
    header = "layout: default\n" if lost == "index.html" else "layout: default\npermalink: /papers/\n"
    paper = "- title: Reeds\n  authors: Mira Tallow\n  year: 2025\n"
    files = {lost: page(loop.replace("NAME", "old"), header), kept: page(loop.replace("NAME", "works"), header)}
    data = {"_data/old.yml": paper * 3, "_data/works.yml": paper}
    root = site(tmp_path, {"index.md": page("Hello.\n"), **files, **data})
    shown = {one["path"]: one["shown_by"] for one in listed(root, "publications", capsys) if one["store"] == "data"}
    assert shown == {"_data/works.yml": [kept]}
    assert add(root, "publications", *PAPER) == 0
    assert (root / "_data/old.yml").read_text() == paper * 3


@pytest.mark.parametrize(
    ("loop", "data", "left"),
    [
        (
            "{% for y in site.data.works %}\n### {{ y[0] }}\n{% for p in y[1] %}\n- {{ p.title }} {{ p.authors }}"
            "\n{% endfor %}{% endfor %}\n",
            "2025:\n  - title: Moss\n    authors: M. Tallow\n2024:\n  - title: Fern\n    authors: M. Tallow\n",
            "2025:\n  - title: Moss\n    authors: M. Tallow\n",
        ),
        (
            "{% for g in site.data.works %}\n### {{ g.year }}\n{% for p in g.papers %}\n- {{ p.title }} {{ p.authors }}"
            "\n{% endfor %}{% endfor %}\n",
            "- year: 2025\n  papers:\n    - title: Moss\n      authors: M. Tallow\n"
            "- year: 2024\n  papers:\n    - title: Fern\n      authors: M. Tallow\n",
            "- year: 2025\n  papers:\n    - title: Moss\n      authors: M. Tallow\n",
        ),
    ],
)
def test_the_last_paper_of_a_year_goes_with_the_year(loop: str, data: str, left: str, tmp_path: Path) -> None:
    root = site(tmp_path, {"index.md": page("## Publications\n" + loop), "_data/works.yml": data})
    assert run("publications", "remove", "--in", str(root), "2") == 0
    assert (root / "_data/works.yml").read_text() == left
    assert run("publications", "remove", "--in", str(root), "1") == 0
    assert "2025" in (root / "_data/works.yml").read_text()


def test_a_loop_over_a_collection_that_is_gone_leaves_the_page_its_own_list(tmp_path: Path) -> None:
    listed_by_hand = "- Ada Moss, Bo Reed. Quiet lamps. *Peat Letters*, 2025.\n- Bo Reed. Mills. *Salt*, 2024.\n\n"
    loop = "{% for post in site.publications reversed %}\n  {{ post.title }}\n{% endfor %}\n"
    header = "---\ntitle: Publications\npermalink: /publications/\n---\n\n"
    config = f"{CONFIG}collections:\n  publications:\n    output: true\n"
    root = site(
        tmp_path,
        {"_config.yml": config, "index.md": page("I study peat.\n"), "publications.md": header + listed_by_hand + loop},
    )
    people = ("--author", "Mira Tallow", "--author", "Bo Reed")
    words = ("--title", "Tides of the quiet north", *people, "--venue", "Peat Letters", "--year", "2026")
    assert add(root, "publications", *words) == 0
    new = "- Mira Tallow, Bo Reed. Tides of the quiet north. *Peat Letters*, 2026.\n"
    assert (root / "publications.md").read_text(encoding="utf-8") == header + new + listed_by_hand + loop
