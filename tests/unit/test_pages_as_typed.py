"""Homepages as people type them: includes right after a list, headings that mean another kind elsewhere, bare pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Link, Values, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source
from support.command_line import run, sections, site_with

INCLUDED = (
    "# News\n\n- **[Feb. 2025]** Fens are wet.\n- **[Jan. 2025]** Lakes are, too.\n{tag}\n\n# Contact\n\nBy post.\n"
)
PAPERS = (
    "# Publications\n\n## Journals\n\n- A. Quill, B. Moss. Small lakes. *Fen Review*, 2025.\n\n{heading}\n\n{paper}\n"
)
CONFERENCE = "- A. Quill, B. Moss. Wet fens. *Proceedings of the Fen Conference*, 2024."


def page(text: str) -> Page:
    return Page(Source(text.encode()))


@pytest.mark.parametrize(
    "tag", ["{% include_relative _includes/papers.md %}", "{% include a.html %}\n{% include b.html %}", "{% endif %}"]
)
def test_what_liquid_takes_in_after_a_list_is_no_part_of_its_last_item(tag: str) -> None:
    text = INCLUDED.format(tag=tag)
    before = page(text)
    assert [entry.values["text"] for entry in before.entries("news")] == ["Fens are wet.", "Lakes are, too."]
    changed = edit.change(before, "news", 2, {"text": "Lakes are deep."}).page.text
    assert changed == text.replace("Lakes are, too.", "Lakes are deep.")
    assert edit.remove(before, "news", 2).page.text == text.replace("- **[Jan. 2025]** Lakes are, too.\n", "")
    added = edit.add(before, "news", {"date": "2024-12", "text": "Ice."}).page.text
    assert added == text.replace("too.\n", "too.\n- **[Dec. 2024]** Ice.\n")


def test_nor_is_it_of_a_paragraph() -> None:
    text = "# Publications\n\n**Small lakes**  \n**Ada Quill**, Bo Moss  \n_Fen Review_, 2025\n{% include more.md %}\n"
    assert edit.change(page(text), "publications", 1, {"venue": "Salt Letters"}).page.text == text.replace(
        "Fen Review", "Salt Letters"
    )


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("## Conferences", "publications"),
        ("## International conferences", "publications"),
        ("## Conferencias internacionales", "publications"),
        ("## Conférences", "publications"),
        ("## Conferências", "publications"),
        ("## Communications", "publications"),
        ("## Reconocimiento de patrones", "publications"),
        ("## Reconhecimento de imagens", "publications"),
        ("## Invited conferences and talks", "talks"),
        ("## Conférences invitées", "talks"),
        ("## Communications orales", "talks"),
        ("## Talks", "talks"),
        ("## Reconocimientos", "awards"),
    ],
)
def test_among_publications_conferences_are_where_papers_are(heading: str, kind: str) -> None:
    found = page(PAPERS.format(heading=heading, paper=CONFERENCE))
    assert found.sections[-1].kind == kind
    assert len(found.entries("publications")) == 1 + (kind == "publications")


def test_elsewhere_they_are_talks() -> None:
    assert page("# Conferencias\n\n- 2024: Lagos, en Lima.\n").sections[-1].kind == "talks"


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("Quill, A., Moss, B. (2025). Small lakes. _Symposium on Fens (FEN 35)_, 12-15.", "Symposium on Fens (FEN 35)"),
        (
            "**Small lakes and fens**  \n  A Quill, B Moss  \n  *[Water: Salt and Ice](https://example.org)*, "
            "Apr. 2023; [[Link]](https://example.org/a)",
            "Water: Salt and Ice",
        ),
        ("**Small lakes and fens**  \n  A Quill, B Moss  \n  *Water Letters* (IF: 22.5), 2023", "Water Letters"),
        ("**Small lakes and fens**  \n  A Quill, B Moss  \n  *Water Letters* (JIF: 2.5), 2023", "Water Letters"),
    ],
)
def test_the_whole_venue_and_nothing_else(line: str, venue: str) -> None:
    (entry,) = page(f"# Publications\n\n- {line}\n").entries("publications")
    assert entry.values["venue"] == venue
    assert not entry.unsure
    written = edit.change(page(f"# Publications\n\n- {line}\n"), "publications", 1, {"year": 2019}).page
    assert written.entries("publications")[0].values["venue"] == venue


def test_a_bold_title_that_ends_like_a_name_is_one() -> None:
    paper = "**Design of Salt Pans through BOG and H-BOG Models**  \nA. Quill, B. Moss  \n_Fen Design_, Vol. 220, 2025"
    (entry,) = page(f"# Publications\n\n{paper}\n").entries("publications")
    assert entry.values["title"] == "Design of Salt Pans through BOG and H-BOG Models"
    assert entry.values["venue"] == "Fen Design"


@pytest.mark.parametrize("when", ["Apr. 2023", "Apr 2023", "3 Sept. 2023", "2023"])
def test_a_new_paper_is_parted_from_its_year_as_its_neighbours_are(when: str) -> None:
    text = f"# Publications\n\n- **Small lakes**. A. Quill, B. Moss. *Fen Review*, {when}.\n"
    values: Values = {
        "title": "Wet fens",
        "authors": (Author("C. Reed"), Author("D. Salt")),
        "venue": "Peat",
        "year": 2026,
    }
    added = edit.add(page(text), "publications", values).page.text
    assert "- **Wet fens**. C. Reed, D. Salt. *Peat*, 2026.\n" in added


def test_a_mark_after_a_name_in_a_tag_is_no_emphasis() -> None:
    line = "<strong>Ada Quill</strong>*, Bo Moss*, Cy Reed. Small lakes and fens. *Fen Review*, 2025."
    (entry,) = page(f"# Publications\n\n- {line}\n").entries("publications")
    people = [(author.name, author.is_self, author.marks) for author in authors_in(entry.values)]
    assert people == [("Ada Quill", True, ("*",)), ("Bo Moss", False, ("*",)), ("Cy Reed", False, ())]


def test_pages_without_front_matter_beside_such_a_home_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers = "# Publications\n\n## 2025\n\n- [Small lakes](#) by Ada Quill, Bo Moss. *Fen Review*, 2025\n"
    files = {"index.md": "# About me\n\nI am Ada Quill.\n", "publications.md": papers, "_config.yml": "title: Ada\n"}
    root = site_with(tmp_path, files)
    found = [section for section in sections(root, capsys) if section["kind"] == "publications"]
    assert [(section["path"], len(section["entries"])) for section in found] == [("publications.md", 1)]
    assert run("publications", "edit", "--in", str(root), "1", "--venue", "Peat") == 0
    assert (root / "publications.md").read_text() == papers.replace("Fen Review", "Peat")


@pytest.mark.parametrize("more", [{"Gemfile": 'gem "jekyll"\n'}, {"index.md": "---\ntitle: Ada\n---\n\nI am Ada.\n"}])
def test_elsewhere_they_are_no_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str], more: dict[str, str]) -> None:
    papers = "# Publications\n\n- [Small lakes](#) by Ada Quill, Bo Moss. *Fen Review*, 2025\n"
    files = {"index.md": "# About me\n\nI am Ada.\n", "publications.md": papers, "_config.yml": "title: Ada\n", **more}
    root = site_with(tmp_path, files)
    assert not [section for section in sections(root, capsys) if section["path"] == "publications.md"]


def test_a_number_of_arxiv_without_quotation_marks_is_a_link(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loop = (
        "---\ntitle: Ada\n---\n\n{% for p in site.data.publications %}\n- {{ p.title }} {{ p.authors }}\n{% endfor %}\n"
    )
    data = "- title: Small lakes\n  authors: Ada Quill\n  arxiv: 2605.01234\n  year: 2026\n"
    root = site_with(tmp_path, {"index.md": loop, "_data/publications.yml": data})
    (entry,) = [entry for section in sections(root, capsys) for entry in section["entries"]]
    assert entry["links"] == [{"label": "arXiv", "url": "https://arxiv.org/abs/2605.01234"}]
    assert run("publications", "edit", "--in", str(root), "1", "--title", "Wet fens") == 0
    assert (root / "_data/publications.yml").read_text() == data.replace("Small lakes", "Wet fens")


def test_what_each_entry_is_asked_for_makes_no_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loop = (
        "---\ntitle: Ada\n---\n\n# Publications\n\n{% for p in site.data.pubs.papers %}{% for day in p.issued %}"
        "{{ p.title }} {% for person in p.author %}{{ person.family }}{% endfor %} {{ day.year }}"
        "{% for one in p.more %}{{ one.title }}{% endfor %}{% endfor %}{% endfor %}\n"
    )
    paper = "- title: {}\n  author: [{{family: Quill, given: Ada}}]\n  issued: [{{year: 2025}}]\n"
    files = {"index.md": loop, "_data/pubs.yml": "papers:\n" + paper.format("Small lakes") + paper.format("Wet fens")}
    found = [one for one in sections(site_with(tmp_path, files), capsys) if one["store"] == "data"]
    assert [len(section["entries"]) for section in found] == [2]


BOX = "<b>Small lakes</b><br><i>Fens, 2021</i><br>A. Quill, B. Moss<br><b>{}</b>"


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("A. Quill, B. Moss. “Small lakes.” Fen Talks (FT), 2016. Moss Press. Bergen.", "venue", "Fen Talks (FT)"),
        (BOX.format("FEN Highly Cited Paper"), "venue", "Fens"),
        (BOX.format("Popular Article of Fens"), "venue", "Fens"),
        ("**Small lakes**. Cy Reed, *Ada Quill, *Bo Moss. *Fens*, 2021.", "authors", "Cy Reed; Ada Quill*; Bo Moss*"),
    ],
)  # fmt: skip
def test_nothing_else_is_of_a_field(line: str, field: str, value: str) -> None:
    (entry,) = page(f"# Publications\n\n- {line}\n").entries("publications")
    people = "; ".join(author.name + "".join(author.marks) for author in authors_in(entry.values))
    assert {**entry.values, "authors": people}[field] == value


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("ICE 2026, July 2026", "Peat 2031"),
        ("ICE 2026, Oslo, 3 July 2026", "Peat 2031"),
        ("ICE 2026. July 2026.", "Peat 2031."),
    ],
)
def test_a_new_paper_has_its_year_once(line: str, written: str) -> None:
    text = f"# Publications\n\n- [Small lakes](https://example.org) <br>\nCy Reed, **Ada Quill**<br>\n{line}\n"
    links = (Link("title", "https://example.org/wet"),)
    values: Values = {
        "title": "Wet fens",
        "authors": (Author("Cy Reed"), Author("Bo Moss")),
        "venue": "Peat",
        "year": 2031,
        "links": links,
    }
    added = edit.add(page(text), "publications", values).page.text
    assert f"Cy Reed, Bo Moss<br>\n{written}\n" in added


def test_a_page_that_goes_through_sorts_gets_one_of_them(tmp_path: Path) -> None:
    body = (
        "---\ntitle: Publications\norder: [J, C]\n---\n\n{% for sort in page.order %}\n"
        '{% assign mine = site.publications | where: "type", sort %}\n'
        "{% for p in mine %}{{ p.title }} {{ p.journal }} {{ p.talk }} {{ p.year }}{% endfor %}\n{% endfor %}\n"
    )
    paper = "---\ntitle: {}\nauthors: [Ada Quill]\n{}\nyear: 2024\n---\n"
    files = {
        "index.md": "---\ntitle: Ada Quill\n---\n\nI am Ada.\n",
        "publications.md": body,
        "_config.yml": "title: Ada Quill\ncollections:\n  publications: {}\n",
        "_publications/lakes.md": paper.format("Small lakes", "type: J\njournal: Fen Review"),
        "_publications/fens.md": paper.format("Wet fens", "type: J\njournal: Fens"),
        "_publications/ice.md": paper.format("Ice", "type: C\ntalk: Ice Talks"),
    }
    root = site_with(tmp_path, files)
    words = ("--title", "Reeds", "--author", "Ada Quill", "--venue", "Peat", "--year", "2026")
    assert run("publications", "add", "--in", str(root), *words) == 0
    (made,) = [
        path for path in (root / "_publications").iterdir() if path.name not in ("lakes.md", "fens.md", "ice.md")
    ]
    assert "type: J\njournal: Peat\n" in made.read_text()


def test_a_line_of_places_below_a_venue_is_no_part_of_it() -> None:
    paper = (
        "**Small lakes and fens**  \nA. Moss, **O. Quill**  \n_Proceedings of the Fen Talks_  \nBergen, Norway, 2025"
    )
    (entry,) = page(f"# Publications\n\n{paper}\n").entries("publications")
    assert entry.values["venue"] == "Proceedings of the Fen Talks"
    assert not entry.unsure
