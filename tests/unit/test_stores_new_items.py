"""New entries as their neighbours are: names, numbers, sorts; no address after a folder, no page of another year."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from profile_tui.cli import main
from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.kinds import classify
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

LOOP = "## Publications\n\n{% for p in site.data.papers %}\n- BODY\n{% endfor %}\n"
PAPER = ("--title", "Reeds", "--author", "Mira Tallow", "--author", "Ole Finn", "--year", "2026")


def site(root: Path, body: str, files: Mapping[str, str]) -> Path:
    page = f"---\nlayout: default\n---\n\n{body}"
    every = {"_config.yml": "title: T\n", "_layouts/default.html": "{{ content }}\n", "index.md": page, **files}
    for name, text in every.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def add(root: Path, *words: str, kind: str = "publications") -> int:
    return main.run([kind, "add", "--in", str(root), *words], lambda path: 0)


@pytest.mark.parametrize(
    ("models", "written"),
    [
        (("Falk I., Ost L.", "Ost L., Falk I."), "Tallow M., Finn O."),
        (("Falk, Ines M.; Ost, L. K.", "Ost, L. K.; Falk, I. M."), "Tallow, M.; Finn, O."),
        (("I. Falk and L. Ost", "L. Ost and I. Falk"), "M. Tallow and O. Finn"),
        (("Ines Falk, Lena Ost", "Lena Ost, Ines Falk"), "Mira Tallow, Ole Finn"),
    ],
)
def test_names_are_written_as_the_neighbours_are(tmp_path: Path, models: tuple[str, str], written: str) -> None:
    entries = "".join(f'- title: Old {at}\n  authors: "{model}"\n  year: 202{at}\n' for at, model in enumerate(models))
    body = LOOP.replace("BODY", "{{ p.title }}, {{ p.authors }}, {{ p.year }}")
    root = site(tmp_path, body, {"_data/papers.yml": entries})
    assert add(root, *PAPER) == 0
    assert f'authors: "{written}"\n' in (root / "_data/papers.yml").read_text()


def test_a_number_that_counts_goes_on(tmp_path: Path) -> None:
    rows = "".join(f"{number},Old {number},Ada Example,{1990 + number}\n" for number in (24, 23, 22, 21))
    body = LOOP.replace("BODY", "({{ p.number }}) {{ p.authors }}, {{ p.title }}, {{ p.year }}")
    root = site(tmp_path, body, {"_data/papers.csv": f"number,title,authors,year\n{rows}"})
    assert add(root, *PAPER) == 0
    assert (root / "_data/papers.csv").read_text().split("\n")[1] == '25,Reeds,"Mira Tallow, Ole Finn",2026'


SORTED = "".join(
    f"- title: Old {at}\n  authors: Ada Example\n  booktitle: {venue}\n  category: {sort}\n  year: {2020 - at}\n"
    for at, (venue, sort) in enumerate((("ICE", "workshop"), ("Journal of Ice", "journal")) * 3)
)
PICKED = (
    "# Publications\n\n{% capture test %}p[include.key] == include.value{% endcapture %}"
    "{% assign some = site.data.papers | where_exp: 'p', test %}\n{% for p in some %}\n"
    "- {{ p.title }}, {{ p.authors }}, {{ p.booktitle }}, {{ p.year }}\n{% endfor %}\n"
)


@pytest.mark.parametrize(("venue", "code"), [("Journal of Reeds", 0), ("REED", 4)])
def test_a_sort_by_which_pages_pick_is_that_of_the_venue(tmp_path: Path, venue: str, code: int) -> None:
    root = site(tmp_path, PICKED, {"_data/papers.yml": SORTED})
    assert add(root, *PAPER, "--venue", venue) == code
    assert ("title: Reeds" in (root / "_data/papers.yml").read_text()) is (code == 0)
    if not code:
        assert (root / "_data/papers.yml").read_text().split("- title")[1].count("category: journal") == 1


def test_a_whole_address_is_not_put_behind_a_folder(tmp_path: Path) -> None:
    entries = "- title: Old\n  authors: Ada Example\n  year: 2020\n  file: old.pdf\n  url: https://example.org/old\n"
    body = LOOP.replace(
        "BODY", "[{{ p.title }}]({{ p.url }}), {{ p.authors }}, {{ p.year }} [pdf](/papers/{{ p.file }})"
    )
    root = site(tmp_path, body, {"_data/papers.yml": entries})
    assert add(root, *PAPER, "--link", "PDF=https://example.org/reeds.pdf") == 0
    new = (root / "_data/papers.yml").read_text().removesuffix(entries)
    assert "url: https://example.org/reeds.pdf\n" in new
    assert "file:" not in new


def test_a_page_of_one_year_takes_no_news_of_another(tmp_path: Path) -> None:
    old = "---\ntitle: News\nlayout: default\n---\n\n# 2014\n\n- *2014.12.01*: Snow.\n- *2014.11.01*: Ice.\n"
    root = site(tmp_path, "I study reeds.\n\n## Contact\n\nWrite.\n", {"news-2014.md": old})
    assert add(root, "Reeds.", "--date", "2026-11", kind="news") == 0
    assert (root / "news-2014.md").read_text() == old
    assert "- *2026.11*: Reeds.\n" in (root / "index.md").read_text()


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Papers", "publications"), ("Paper", "publications"), ("Job Market Paper", "publications"),
        ("Working paper", "publications"), ("List of papers", "publications"), ("Theory Paper Reading", None),
        ("How to read a paper", None),
    ],
)  # fmt: skip
def test_a_paper_among_other_words_is_no_list_of_papers(heading: str, kind: str | None) -> None:
    assert classify(heading) == kind


BOXED = "".join(
    f'<div class="pub" data-text="old paper number {at}" markdown="1">\n\n'
    f"**Ada Example**, Ben Sample. “Old paper number {at}.” *ICE*, 202{at}.\n\n</div>\n\n"
    for at in (5, 4, 3)
)


def test_what_an_element_says_of_its_entry_is_not_copied() -> None:
    page = Page(Source(f"---\ntitle: T\n---\n\n# Publications\n\n{BOXED}".encode()))
    values: Values = {"title": "Reeds", "authors": (Author("Ada Example"),), "venue": "ICE", "year": 2026}
    with pytest.raises(Refused, match="data-text"):
        edit.add(page, "publications", values)


def test_a_caption_among_boxes_of_papers_is_no_paper() -> None:
    caption = '<div class="area" markdown="1">\n\nWater & ice (US)\n\n</div>\n\n'
    boxes = "".join(
        f'<div class="pub" markdown="1">\n\n**Ada Example**, Ben Sample. “Old paper {at}.” *ICE*, 20{at}.\n\n</div>\n\n'
        for at in range(20, 14, -1)
    )
    page = Page(Source(f"---\ntitle: T\n---\n\n# Publications\n\n{caption}{boxes}".encode()))
    assert [one.values["title"] for one in page.entries("publications")] == [
        f"Old paper {at}" for at in range(20, 14, -1)
    ]


def test_links_under_news_are_a_menu() -> None:
    body = "# News\n\n- [Pictures](/a)\n- [Institute](https://example.org)\n"
    assert list(Page(Source(f"---\ntitle: T\n---\n\n{body}".encode())).entries("news")) == []


def test_the_column_whose_cells_are_dates_takes_the_date(tmp_path: Path) -> None:
    rows = "title,source,yyyymm\nSnow is late,Tarn News,2024-11-05\nIce is out,,2025-01-02\n"
    body = "## News\n\n{% for n in site.data.news %}\n#### {{ n.title }}\n{{ n.source }}\n{% endfor %}\n"
    root = site(tmp_path, body, {"_data/news.csv": rows})
    assert add(root, "Reeds.", "--date", "2026-11-20", kind="news") == 0
    assert (root / "_data/news.csv").read_text() == rows + "Reeds.,,2026-11-20\n"


@pytest.mark.parametrize(
    ("config", "template", "line"),
    [
        ("author:\n  name: T\n", '<a href="https://github.com/{{ author.github }}">', "  github: octotallow\n"),
        ("title: T\n", '<a href="https://github.com/{{ site.github_username }}">', "github_username: octotallow\n"),
    ],
)
def test_a_field_of_a_service_is_the_one_that_templates_print(
    tmp_path: Path, config: str, template: str, line: str
) -> None:
    root = site(tmp_path, "I study reeds.\n", {"_config.yml": config, "_includes/footer.html": template})
    assert main.run(["profile", "set", "--in", str(root), "github", "octotallow"], lambda path: 0) == 0
    assert (root / "_config.yml").read_text() == config + line


def test_a_name_at_a_service_is_the_only_key_that_is_called_so(tmp_path: Path) -> None:
    config = "title: T\ntheme: minima\ngithub_username: someone\n"
    root = site(tmp_path, "I study reeds.\n", {"_config.yml": config})
    assert main.run(["profile", "set", "--in", str(root), "github", "octotallow"], lambda path: 0) == 0
    assert (root / "_config.yml").read_text() == config.replace("someone", "octotallow")


BIB = "---\n---\n@article{a,\n  author = {Example, Ada},\n  title = {Old},\n  journal = {ICE},\n  year = {2015}\n}\n"


@pytest.mark.parametrize(("last", "code"), [("2026", 0), ("2017", 4)])
def test_a_page_that_counts_years_shows_those(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], last: str, code: int
) -> None:
    tag = "{% bibliography --file works --query @*[year={{year}}] %}"
    body = f"# Publications\n\n{{% for year in (2013..{last}) reversed %}}\n## {{{{year}}}}\n{tag}\n{{% endfor %}}\n"
    root = site(
        tmp_path,
        body,
        {"_bibliography/works.bib": BIB, "_config.yml": "title: T\nscholar:\n  source: /_bibliography\n"},
    )
    assert add(root, *PAPER, "--venue", "REED") == code
    assert ("title = {Reeds}" in (root / "_bibliography/works.bib").read_text()) is (code == 0)
    assert ("the years 2013 to 2017" in capsys.readouterr().err) is (code == 4)


@pytest.mark.parametrize(
    ("files", "is_read"),
    [
        ({"_config.yml": "title: T\nscholar:\n  style: apa\n"}, True),
        ({"_config.yml": "title: T\nplugins: [jekyll-scholar]\n"}, True),
        ({"_config.yml": "title: T\ngems:\n  - jekyll-scholar\n"}, True),
        ({"Gemfile": "group :jekyll_plugins do\n  gem 'jekyll-scholar', '~> 7'\nend\n"}, True),
        ({"Gemfile": "# gem 'jekyll-scholar'\ngem 'jekyll'\n"}, False),
    ],
)
def test_a_bibliography_is_read_where_the_site_has_the_plugin_for_it(
    tmp_path: Path, files: dict[str, str], is_read: bool
) -> None:
    tag = "{% bibliography %}" if is_read else ""
    root = site(tmp_path, f"# Publications\n\n{tag}\n", {"_bibliography/references.bib": BIB, **files})
    add(root, *PAPER)
    assert ("title = {Reeds}" in (root / "_bibliography/references.bib").read_text()) is is_read


def test_papers_under_a_heading_that_names_talks_too_are_publications(tmp_path: Path) -> None:
    body = LOOP.replace("Publications", "Papers & Talks").replace(
        "BODY", "{{ p.title }}, {{ p.authors }}, {{ p.year }}"
    )
    root = site(tmp_path, body, {"_data/papers.yml": "- title: Old\n  authors: Ada Example\n  year: 2020\n"})
    assert add(root, *PAPER) == 0
    assert (root / "_data/papers.yml").read_text().startswith("- title: Reeds\n")


def test_a_post_whose_text_alone_is_shown_says_the_news_in_it(tmp_path: Path) -> None:
    body = (
        "## News\n\n{% for p in site.posts %}\n- {{ p.date | date: '%Y' }} {{ p.content | strip_html }}\n{% endfor %}\n"
    )
    root = site(tmp_path, body, {"_posts/2025-01-01-old.md": "---\ntitle: Old\n---\n\nSnow fell.\n"})
    assert add(root, "Reeds *grow*.", "--date", "2026-07-01", kind="news") == 0
    assert (root / "_posts/2026-07-01-reeds-grow.md").read_text() == "---\ntitle: Reeds *grow*.\n---\n\nReeds *grow*.\n"


@pytest.mark.parametrize(("have", "written"), [("A", False), ("AB", True)])
def test_a_new_file_has_an_address_where_most_neighbours_have_one(tmp_path: Path, have: str, written: bool) -> None:
    body = (
        "## News\n\n{% for p in site.posts %}\n- {{ p.date | date: '%Y' }} [{{ p.title }}]({{ p.url }})\n{% endfor %}\n"
    )
    files = {
        f"_posts/2025-0{at}-01-{name.lower()}.md": f"---\nlayout: {'post' if name == 'C' else 'wide'}\n"
        f"title: {name}\n{f'permalink: /{name.lower()}/' + chr(10) if name in have else ''}---\n\nSnow fell.\n"
        for at, name in enumerate("ABC", 1)
    }
    root = site(tmp_path, body, files)
    assert add(root, "Reeds.", "--date", "2026-07-01", kind="news") == 0
    text = (root / "_posts/2026-07-01-reeds.md").read_text()
    assert ("permalink" in text) is written
    assert "layout: post\n" in text


def test_a_published_paper_is_none_of_the_working_papers(tmp_path: Path) -> None:
    lists = [f"- Mira Tallow ({year}). Snow of {year}. *Journal of Ice*.\n" for year in (2021, 2020, 2019)]
    pages = {
        name: f"---\nlayout: default\ntitle: {title}\n---\n\n{''.join(lists)}"
        for name, title in (("working.md", "Working Papers"), ("work.md", "Publications"))
    }
    root = site(tmp_path, "[Working Papers](working) [Publications](work)\n", pages)
    assert add(root, *PAPER, "--venue", "Journal of Reeds") == 0
    assert "Journal of Reeds" in (root / "work.md").read_text()
    assert (root / "working.md").read_text() == pages["working.md"]


def test_a_link_to_a_version_is_no_title() -> None:
    body = "# Publications\n\nSnow is late\n\n- [Latest version (pdf)](/a.pdf), Mira Tallow, 2021\n"
    entries = Page(Source(f"---\ntitle: T\n---\n\n{body}".encode())).entries("publications")
    assert not [one for one in entries if "version" in str(one.values.get("title"))]


@pytest.mark.parametrize(("address", "seen"), [("/publications/", False), ("/papers/", True)])
def test_a_page_that_another_is_written_over_shows_nothing(tmp_path: Path, address: str, seen: bool) -> None:
    line = "- {{ p.title }}, {{ p.authors }}, {{ p.venue }}"
    loop = f"# Publications\n\n{{% for p in site.publications %}}\n{line}\n{{% endfor %}}\n"
    old = "---\ntitle: Old\nauthors: Ada Example\nvenue: Journal of Ice\ndate: 2020-01-01\n---\n"
    files = {
        "_config.yml": "title: T\ninclude: [_pages]\ncollections:\n  publications:\n    output: true\n",
        "_pages/publications.html": f"---\npermalink: /publications/\n---\n\n{loop}",
        "publications.md": f"---\npermalink: {address}\n---\n\nSee my list elsewhere.\n",
        "_publications/2020-01-01-old.md": old,
    }
    root = site(tmp_path, "I study reeds.\n", files)
    assert add(root, *PAPER, "--venue", "REED") == 0
    assert (len(list((root / "_publications").iterdir())) == 2) is seen
    assert ("Reeds" in (root / "publications.md").read_text()) is not seen


def test_the_blank_line_before_the_only_entry_goes_at_the_end_of_a_file() -> None:
    body = "---\ntitle: T\n---\n\n# News\n\nSee below.\n"
    added = edit.add(Page(Source(body.encode())), "news", {"date": "2026-07-01", "text": "Reeds grow."})
    assert added.page.text != body
    assert edit.remove(added.page, "news", 1).page.text == body


def test_a_new_paper_has_the_sort_by_which_all_others_are_sorted(tmp_path: Path) -> None:
    items = "".join(
        f"- title: Paper {n}\n  venue: {venue}\n  year: 202{n}\n  type: {sort}\n"
        for n, (venue, sort) in enumerate(
            [*[("Bog Notes", "article")] * 4, ("Peat Letters", "journal"), ("ICE", "conference")], 1
        )
    )
    body = LOOP.replace("BODY", "{{ p.title }}. {{ p.venue }} {{ p.year }}")
    root = site(tmp_path, body, {"_data/papers.yml": items})
    assert add(root, "--title", "Reeds", "--venue", "Journal of Cold Rivers", "--year", "2026") == 0
    added = "- title: Reeds\n  venue: Journal of Cold Rivers\n  year: 2026\n  type: article\n"
    assert (root / "_data/papers.yml").read_text() == items + added


def test_news_without_dates_take_one_more_without(tmp_path: Path) -> None:
    body = "# News\n\n{% for n in site.data.news %}\n- **{{ n.title }}** {{ n.description }}\n{% endfor %}\n"
    items = "- title: Open day\n  description: 'April 2026 - We let people in.'\n"
    root = site(tmp_path, body, {"_data/news.yml": items})
    assert add(root, "Snow again", kind="news") == 0
    assert (root / "_data/news.yml").read_text() == "- title: Snow again\n" + items
    assert add(root, "Snow", "--date", "2026-11", kind="news") == 4


def test_of_the_bibliographies_that_one_tag_lists_that_of_an_author_takes_a_paper(tmp_path: Path) -> None:
    def bib(*people: str) -> str:
        entry = (
            "@article{{k{},\n  title = {{Moss {}}},\n  author = {{{}}},\n  journal = {{Bog}},\n  year = {{2024}}\n}}\n"
        )
        others = ("Sample, Ben", "Ost, Lea", "Falk, Ines")
        return "\n".join(entry.format(n, n, " and ".join((*people, other))) for n, other in enumerate(others))

    files = {"_bibliography/tallow.bib": bib("Tallow, Mira"), "_bibliography/finn.bib": bib("Finn, Ole")}
    root = site(tmp_path, "{% bibliography --file tallow.bib\n  --file finn.bib %}\n", files)
    words = ("--venue", "Bog Notes", "--title", "Reeds", "--year", "2026")
    assert add(root, *words, "--author", "O. Finn") == 0
    assert "Reeds" in (root / "_bibliography/finn.bib").read_text()
    assert add(root, *words, "--author", "Mira Tallow", "--title", "Ferns") == 0
    assert "Ferns" in (root / "_bibliography/tallow.bib").read_text()


def test_a_new_paper_of_a_collection_is_where_the_loops_pick_those_of_its_sort(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = (
        "{% assign sent = site.publications | where: 'status', 'Submitted' %}"
        "{% assign working = site.publications | where: 'status', 'Working Paper' %}\n"
        "{% assign both = sent | concat: working %}\n\n## Papers\n\n"
        "{% for p in both %}\n- {{ p.title }} with {{ p.authors }}\n{% endfor %}\n"
    )
    paper = "---\ntitle: Paper {}\nauthors: Ole Finn\nstatus: {}\ndate: 2024-0{}-01\n---\n"
    states = {"moss": "Working Paper", "fern": "Submitted", "ice": "Working Paper", "snow": "R&R at Peat Letters"}
    files = {f"_publications/{name}.md": paper.format(name, one, 1) for name, one in states.items()}
    root = site(tmp_path, body, {"_config.yml": "collections: {publications: {}}\n", **files})
    assert add(root, "--title", "Reeds", "--author", "Ole Finn", "--year", "2026") == 0
    assert "status: Working Paper\n" in (root / "_publications/reeds.md").read_text()
    assert add(root, "--title", "Ferns", "--author", "Ole Finn", "--venue", "Peat Letters", "--year", "2026") == 4


def test_a_neighbour_with_several_states_is_no_hindrance(tmp_path: Path) -> None:
    body = (
        "## Papers\n\n{% assign found = site.publications | where: 'status', 'Working Paper' %}"
        "{% for p in found %}\n- {{ p.title }} with {{ p.authors }}\n{% endfor %}\n"
        "{% for p in site.publications %}{% for q in found %}{{ q.title }}{% endfor %}{% endfor %}\n"
    )
    paper = "---\ntitle: Paper {0}\nauthors: Ole Finn\nstatus: {1}\ndate: 2024-01-01\n---\n"
    states = {"moss": "Working Paper", "fern": "Working Paper", "ice": "[Working Paper, Submitted]"}
    files = {f"_publications/{name}.md": paper.format(name, one) for name, one in states.items()}
    root = site(tmp_path, body, {"_config.yml": "collections: {publications: {}}\n", **files})
    assert add(root, "--title", "Reeds", "--author", "Ole Finn", "--year", "2026") == 0
    assert "status: Working Paper\n" in (root / "_publications/reeds.md").read_text()


def test_links_to_a_list_of_papers_are_no_papers() -> None:
    body = (
        "# Publications\n\n- **Mira Tallow**, Ole Finn. [Reeds](r.pdf). *Peat Letters*, 2025.\n\n"
        '<p><a href="/publications/">See my publication list</a></p>\n\n'
        '<div class="more"><a href="{{ site.baseurl }}/papers.html" class="btn">View all publications</a></div>\n'
    )
    read = Page(Source(f"---\n---\n{body}".encode())).entries("publications")
    assert [entry.values["title"] for entry in read] == ["Reeds"]


def test_a_new_citation_is_written_as_the_neighbours_are(tmp_path: Path) -> None:
    body = "## Publications\n\n{% for p in site.publications %}\n- {{ p.citation | markdownify }}\n{% endfor %}\n"
    paper = (
        "---\ntitle: {0}\ndate: {1}-01-01\nvenue: Bog Notes\n"
        'citation: "**Tallow, M.**, Ost, L., & Finn, O. ({1}). *{0}*. Bog Notes, 3(1), 29–51."\n---\n'
    )
    years = {"Moss": 2024, "Ferns": 2023, "Snow": 2022}
    files = {f"_publications/{year}-{title.lower()}.md": paper.format(title, year) for title, year in years.items()}
    root = site(tmp_path, body, {"_config.yml": "collections: {publications: {}}\n", **files})
    people = ("--author", "Mira Tallow", "--author", "Ole Finn")
    assert add(root, "--title", "Reeds", *people, "--venue", "Peat Letters", "--year", "2026") == 0
    assert (root / "_publications/2026-reeds.md").read_text() == (
        "---\ntitle: Reeds\ndate: 2026-01-01\nvenue: Peat Letters\n"
        'citation: "**Tallow, M.**, & Finn, O. (2026). *Reeds*. Peat Letters."\n---\n'
    )


def test_where_all_papers_are_of_one_field_so_is_the_next(tmp_path: Path) -> None:
    body = (
        "## Papers\n\n{% assign found = site.publications | where: 'field', 'Bogs' %}"
        "{% for p in found %}\n- {{ p.title }} {{ p.authors }}\n{% endfor %}\n"
        "{% assign found = site.publications | where: 'field', 'Fens' %}"
        "{% for p in found %}\n- {{ p.title }} {{ p.authors }}\n{% endfor %}\n"
    )
    paper = "---\ntitle: {}\nauthors: Ole Finn\nfield: Fens\ndate: 2024-01-01\n---\n"
    files = {f"_publications/{name}.md": paper.format(name) for name in ("moss", "fern", "ice")}
    root = site(tmp_path, body, {"_config.yml": "collections: {publications: {}}\n", **files})
    assert add(root, "--title", "Reeds", "--author", "Ole Finn", "--year", "2026") == 0
    assert "field: Fens\n" in (root / "_publications/reeds.md").read_text()


def test_a_citation_with_entities_for_quotation_marks_is_written_as_its_neighbours_and_not_as_the_template(
    tmp_path: Path,
) -> None:
    paper = (
        "---\ntitle: \"{0}\"\ncollection: publications\ndate: {1}-01-01\nvenue: 'Bog Notes'\n"
        "citation: ' Mira Tallow,  Ole Finn, &quot;{0}.&quot; Bog Notes, {1}.'\n---\n"
    )
    years = {"Moss of the North": 2024, "Ferns in Spring": 2023, "Snow on Reeds": 2022}
    files = {f"_publications/{year}-01-01-p.md": paper.format(title, year) for title, year in years.items()}
    body = "## Publications\n\n{% for p in site.publications %}\n- {{ p.citation }}\n{% endfor %}\n"
    root = site(tmp_path, body, {"_config.yml": "collections: {publications: {}}\n", **files})
    people = ("--author", "Lea Ost", "--author", "Ole Finn")
    assert add(root, "--title", "Wet Reeds", *people, "--venue", "Peat Letters", "--year", "2026") == 0
    (new,) = (root / "_publications").glob("2026*")
    assert "citation: 'Lea Ost, Ole Finn, &quot;Wet Reeds.&quot; Peat Letters, 2026.'\n" in new.read_text()
    assert "authors" not in new.read_text()


def test_a_citation_in_the_template_s_form_names_people_as_its_neighbours_do(tmp_path: Path) -> None:
    paper = (
        "---\ntitle: \"{0}\"\ncollection: publications\ndate: {1}-01-01\nvenue: 'Bog Notes'\n"
        "citation: 'Tallow, Mira, and Ole Finn. ({1}). &quot;{0}.&quot; <i>Bog Notes</i>. 3(1).'\n---\n"
    )
    years = {"Moss of the north": 2024, "Ferns in spring": 2023, "Snow on reeds": 2022}
    files = {f"_publications/{year}-01-01-p.md": paper.format(title, year) for title, year in years.items()}
    body = "## Publications\n\n{% for p in site.publications %}\n- {{ p.citation }}\n{% endfor %}\n"
    root = site(tmp_path, body, {"_config.yml": "collections: {publications: {}}\n", **files})
    people = ("--author", "Lea Ost", "--author", "Ole Finn")
    assert add(root, "--title", "Wet reeds", *people, "--venue", "Peat Letters", "--year", "2026") == 0
    (new,) = (root / "_publications").glob("2026*")
    assert (
        "citation: 'Ost, Lea, and Ole Finn. (2026). &quot;Wet reeds.&quot; <i>Peat Letters</i>.'\n" in new.read_text()
    )
