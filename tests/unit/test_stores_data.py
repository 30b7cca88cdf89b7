"""Stores of the rarer templates: posts as news, groups' lists, sources, CVs in data files, lists of years."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from profile_tui.content.entries.entry import Author, Link, Values
from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import AppError, Refused
from profile_tui.workspace.workspace import Workspace
from support.jekyll_referee import Referee
from support.repositories import ACADEMIC, FOLIO, build, snapshot

HOME = "---\nlayout: home\n---\n"
POSTS = {
    "_config.yml": "title: Ada Example\nremote_theme: mmistakes/minimal-mistakes\n",
    "index.md": HOME,
    "_posts/2024-03-02-the-lab-opens.md": (
        "---\ntitle: The lab opens\ndate: 2024-03-02\npermalink: /posts/2024/03/the-lab-opens/\n---\n\nAt last.\n"
    ),
    "_posts/2023-05-06-snow_is-late.md": "---\nlayout: single\n---\n\nVery late.\n",
}
GROUP = {
    "_config.yml": "title: A Group\n",
    "index.md": HOME,
    "_data/news.yml": (
        "\n- date: 28. June 2021\n  headline: \"A paper <a href='https://example.org'>on ice</a>\"\n\n"
        "- date: 3. May 2021\n  headline: Ben Sample joins the group.\n"
    ),
    "_data/publist.yml": (
        '- title: "Reading Small Lakes"\n  image: lakes.png\n  description:\n'
        "  authors: A. Example, B. Sample\n  link:\n"
        "    url: https://example.org/lakes\n    display: Journal of Ice 7, 32 (2021)\n  highlight: 1\n  news1:\n\n"
        '- title: "Ice in Spring"\n  image:\n  description: Short.\n  authors: B. Sample\n  link:\n'
        "    url: https://example.org/ice\n    display: Snow 3, 1 (2020)\n  highlight: 0\n  news1:\n"
    ),
}
SOURCES = {
    "_config.yaml": "title: A Lab\n",
    "index.md": HOME,
    "_members/ada.md": "---\nname: Ada Example\n---\n",
    "_data/sources.yaml": "- id: doi:10.5555/12345678\n  type: paper\n  date: 2023-12-4\n\n- id: doi:10.5555/8765\n",
}
CV = {
    "_config.yml": "title: Ada Example\n",
    "index.md": HOME,
    "_data/cv.yml": (
        "- title: General Information\n  type: map\n  contents:\n    - name: Full Name\n      value: Ada Example\n\n"
        "- title: Education\n  type: time_table\n  contents:\n"
        "    - title: PhD\n      institution: Lakeside University\n      year: 2019 - 2023\n      description:\n"
        "        - On lakes.\n    - title: MSc\n      institution: Iceland College\n      year: 2019\n\n"
        "- title: Honors and Awards\n  type: time_table\n  contents:\n    - year: 2022\n"
        "      items:\n        - Best Poster\n"
    ),
    "_data/data.yml": (
        "sidebar:\n  education: true\neducation:\n  - degree: MSc in Lakes\n    university: Lakeside University\n"
        "    time: 2016 - 2019\nexperiences:\n  - role: Researcher\n    time: 2019 - Present\n    company: Ice"
        " Institute\npublications:\n  papers:\n    - title: Reading Small Lakes\n      authors: Ada Example\n"
        "      conference: Journal of Ice, 2021\n"
    ),
}
RENDER_CV = (
    "cv:\n  name: Ada Example\n  sections:\n    Education:\n      - institution: Lakeside University\n"
    "        area: Ice\n        degree: PhD\n        start_date: 2019-09\n        end_date: 2023-06\n"
)
PROFILE = (
    "primary_name: Ada Example\neducation:\n  - name: Lakeside University\n    degree: PhD\n    date: 2019 - 2023\n"
    "awards:\n  - name: Best Poster\n    date: 2022\n"
)
PAPER: Values = {
    "title": "Deep Snow",
    "authors": (Author("A. Example"), Author("C. Trial")),
    "venue": "Journal of Snow",
    "year": 2026,
    "links": (Link("Paper", "https://example.org/deep"),),
}


def opened(folder: Path) -> Workspace:
    return Workspace(locate(folder))


def shown(workspace: Workspace, kind: str) -> list[tuple[object, object]]:
    return [(ref.entry.values.get("date"), ref.entry.values.get("text")) for ref in workspace.entries(kind)]


def added(workspace: Workspace) -> list[str]:
    return [line[1:] for line in workspace.diff().split("\n") if line.startswith("+") and not line.startswith("+++")]


# --- posts -----------------------------------------------------------------------------------------------------------


def test_posts_are_the_news_of_a_site_that_has_no_other(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, POSTS))
    assert shown(workspace, "news") == [("2024-03-02", "The lab opens"), ("2023-05-06", "Snow Is Late")]
    edited = workspace.add("news", {"date": "2026-11-02", "text": "We measured the ice"})
    assert edited.number == 1
    workspace.save()
    assert (tmp_path / "_posts/2026-11-02-we-measured-the-ice.md").read_text() == (
        "---\ntitle: We measured the ice\ndate: 2026-11-02\npermalink: /posts/2026/11/we-measured-the-ice/\n---\n"
    )


def test_a_post_added_and_removed_leaves_every_byte(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, POSTS))
    before = snapshot(tmp_path)
    workspace.add("news", {"date": "2026-11-02", "text": "Snow"})
    workspace.save()
    workspace = opened(tmp_path)
    workspace.remove("news", 1)
    workspace.save()
    assert snapshot(tmp_path) == before


def test_a_post_without_a_title_gets_one_and_keeps_its_body(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, POSTS))
    workspace.change("news", 2, {"text": "Snow is very late"})
    assert added(workspace) == ["title: Snow is very late"]


@pytest.mark.parametrize(
    "more",
    [
        {"_news/one.md": "---\ndate: 2024-01-01\n---\nOne.\n", "_config.yml": "collections: [news]\n"},
        {"_config.yml": "collections: [news]\n"},
        {"_data/news.yml": "- date: 2024-01-01\n  headline: One.\n"},
        {"index.md": HOME + "# News\n\n- 2024.01: One.\n"},
        {"_includes/news.md": "# News\n\n- 2024.01: One.\n", "index.md": HOME + "{% include news.md %}\n"},
    ],
)
def test_posts_are_no_news_where_news_have_another_home(tmp_path: Path, more: dict[str, str]) -> None:
    workspace = opened(build(tmp_path, {**POSTS, **more}))
    assert all(store.path.name != "_posts" for store in workspace.stores)


def test_a_templates_own_posts_are_no_news(tmp_path: Path) -> None:
    samples = {f"_posts/201{n}-08-14-blog-post-{n}.md": "---\ntitle: Blog\n---\n" for n in (2, 3)}
    workspace = opened(build(tmp_path, {**ACADEMIC, **samples}))
    assert all(store.kind != "news" for store in workspace.stores)
    (tmp_path / "_posts/2025-01-01-mine.md").write_text("---\ntitle: Mine\n---\n")
    assert len(opened(tmp_path).entries("news")) == 3


# --- lists of groups -------------------------------------------------------------------------------------------------


def test_a_groups_news_take_the_date_as_the_neighbours_write_it(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, GROUP))
    workspace.add("news", {"date": "2026-03-04", "text": "Cy Trial joins."})
    assert added(workspace) == ["- date: 4. March 2026", '  headline: "Cy Trial joins."', ""]


def test_a_groups_publication_has_its_venue_in_the_words_of_the_link(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, GROUP))
    before = snapshot(tmp_path)
    edited = workspace.add("publications", PAPER)
    assert edited.number == 1
    assert added(workspace) == [
        '- title: "Deep Snow"',
        "  image:",
        "  description:",
        "  authors: A. Example, C. Trial",
        "  link:",
        "    url: https://example.org/deep",
        "    display: Journal of Snow (2026)",
        "  news1:",
        "",
    ]
    got = workspace.entries("publications")[0].entry.values
    assert (got["venue"], got["year"]) == ("Journal of Snow", 2026)
    workspace.save()
    again = opened(tmp_path)
    again.remove("publications", 1)
    again.save()
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        ({"venue": "Ice Letters 8, 1"}, ["    display: Ice Letters 8, 1 (2021)"]),
        ({"year": 2022}, ["    display: Journal of Ice 7, 32 (2022)"]),
        ({"links": (Link("Paper", "https://example.org/new"),)}, ["    url: https://example.org/new"]),
    ],
)
def test_a_groups_publication_is_edited_within_its_link(tmp_path: Path, values: Values, lines: list[str]) -> None:
    workspace = opened(build(tmp_path, GROUP))
    workspace.change("publications", 1, values)
    assert added(workspace) == lines


def test_a_second_link_has_no_place_there(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, GROUP))
    links = (Link("Paper", "https://example.org/a"), Link("Code", "https://example.org/b"))
    with pytest.raises(Refused, match="one link"):
        workspace.change("publications", 1, {"links": links})


def test_a_source_is_named_by_its_identifier(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, SOURCES))
    assert workspace.entries("publications")[0].entry.values["links"] == (
        Link("DOI", "https://doi.org/10.5555/12345678"),
    )
    workspace.add("publications", {**PAPER, "links": (Link("DOI", "https://doi.org/10.5555/2026"),)})
    lines = added(workspace)
    assert lines[0] == "- id: doi:10.5555/2026"
    assert set(lines[1:-1]) == {
        "  date: 2026-01-01",
        "  title: Deep Snow",
        "  authors:",
        "    - A. Example",
        "    - C. Trial",
        "  publisher: Journal of Snow",
    }


def test_a_source_without_an_identifier_has_a_title(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, SOURCES))
    workspace.add("publications", {"title": "Deep Snow"})
    assert added(workspace) == ["- title: Deep Snow", ""]


# --- timelines in data files -----------------------------------------------------------------------------------------


def test_the_sections_of_a_cv_are_read(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, CV))
    assert shown(workspace, "education") == [
        ("2019 - 2023", "PhD, Lakeside University"),
        ("2019", "MSc, Iceland College"),
        ("2016 - 2019", "MSc in Lakes, Lakeside University"),
    ]
    assert shown(workspace, "awards") == [("2022", "Best Poster")]
    assert shown(workspace, "experience") == [("2019 - Present", "Researcher, Ice Institute")]
    assert [held.entry.values["title"] for held in workspace.entries("publications")] == ["Reading Small Lakes"]
    labels = [part.label for part in workspace.store_refs]
    assert "cv.Education" in labels


@pytest.mark.parametrize(
    ("name", "text", "kind", "expected"),
    [
        ("cv.yml", RENDER_CV, "education", [("2019-09 - 2023-06", "PhD, Ice, Lakeside University")]),
        ("profile.yml", PROFILE, "education", [("2019 - 2023", "PhD, Lakeside University")]),
        ("profile.yml", PROFILE, "awards", [("2022", "Best Poster")]),
        ("experience.yml", "- role: Researcher\n  time: 2020\n", "experience", [("2020", "Researcher")]),
    ],
)
def test_other_schemas_of_timelines(
    tmp_path: Path, name: str, text: str, kind: str, expected: list[tuple[str, str]]
) -> None:
    workspace = opened(build(tmp_path, {"_config.yml": "", "index.md": HOME, f"_data/{name}": text}))
    assert shown(workspace, kind) == expected


@pytest.mark.parametrize(
    ("kind", "number", "values", "lines"),
    [
        ("education", 1, {"text": "PhD, Harbour University"}, ["      institution: Harbour University"]),
        ("education", 1, {"text": "Doctorate, Lakeside University"}, ["    - title: Doctorate"]),
        ("education", 2, {"date": "2018"}, ["      year: 2018"]),
        ("education", 3, {"date": "2015 - 2019"}, ["    time: 2015 - 2019"]),
    ],
)
def test_one_part_of_a_timelines_entry_is_edited_in_its_own_key(
    tmp_path: Path, kind: str, number: int, values: Values, lines: list[str]
) -> None:
    workspace = opened(build(tmp_path, CV))
    workspace.change(kind, number, values)
    assert added(workspace) == lines


def test_beginning_and_end_have_their_own_keys(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, {"_config.yml": "", "index.md": HOME, "_data/cv.yml": RENDER_CV}))
    workspace.change("education", 1, {"date": "2019-09 – 2024-01"})
    assert added(workspace) == ["        end_date: 2024-01"]
    with pytest.raises(Refused, match="write both"):
        workspace.change("education", 1, {"date": "2019"})
    workspace.undo()
    workspace.add("education", {"date": "2025-01", "text": "MSc, Snow, Harbour University"})
    assert "start_date: 2025-01" in " ".join(added(workspace))


def test_what_several_keys_say_together_is_refused_where_it_cannot_be_told_apart(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, CV))
    with pytest.raises(Refused, match="title and institution have keys of their own"):
        workspace.change("education", 1, {"text": "Something else altogether"})
    assert not workspace.dirty


def test_an_award_in_a_list_of_its_own_is_edited_and_added(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, CV))
    workspace.change("awards", 1, {"text": "Second Poster"})
    assert added(workspace) == ["        - Second Poster"]
    workspace.undo()
    workspace.add("awards", {"date": "2024", "text": "Best Paper"})
    assert added(workspace) == ["    - year: 2024", "      items:", "        - Best Paper"]


def test_a_new_timeline_entry_has_its_parts_in_the_neighbours_keys(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, {**CV, "_data/data.yml": "x: 1\n"}))
    workspace.add("education", {"date": "2024 - now", "text": "Habilitation, Harbour University"})
    assert added(workspace) == [
        "    - title: Habilitation",
        "      institution: Harbour University",
        "      year: 2024 - now",
    ]
    with pytest.raises(Refused, match="comma between"):
        workspace.add("education", {"date": "2024", "text": "Habilitation"})


def test_a_templates_cv_is_known_as_one(tmp_path: Path) -> None:
    text = (
        CV["_data/cv.yml"]
        .replace("Ada Example", "Albert Einstein")
        .replace("Lakeside University", "University of Zurich, Zurich, Switzerland")
    )
    stores = {store.kind: store for store in opened(build(tmp_path, {**CV, "_data/cv.yml": text})).stores}
    assert not stores["education"].sample
    (tmp_path / "_data/data.yml").unlink()
    (tmp_path / "_data/cv.yml").write_text(text.replace("Iceland College", "Institute for Advanced Study"))
    stores = {store.kind: store for store in opened(tmp_path).stores}
    assert stores["education"].sample


@pytest.mark.parametrize(
    "value", ["4. March 2026", "28 June 2021", "2024-01", "2019 - 2023", "2019-2023", "2019 – now"]
)
def test_what_is_written_plain_is_text_to_ruby(jekyll: Referee, value: str) -> None:
    reply = jekyll.load_yaml(f"date: {value}\n")
    assert (reply.data or {}).get("date") == value


# --- lists of years --------------------------------------------------------------------------------------------------

LISTING = (
    "---\nlayout: page\npermalink: /publications/\nyears: [2025, 2023]\n---\n"
    "{%- for y in page.years %}\n  {% bibliography -f papers -q @*[year={{y}}]* %}\n{% endfor %}\n"
)


def test_a_publication_of_a_new_year_is_listed_by_the_page_of_years_too(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, FOLIO, _pages__publications=""))
    page = tmp_path / "_pages/publications.md"
    page.write_text(LISTING)
    before = snapshot(tmp_path)
    workspace.add("publications", {**PAPER, "year": 2024})
    assert "years: [2025, 2024, 2023]" in added(workspace)
    assert workspace.undo() == "Add publication “Deep Snow”"
    assert not workspace.dirty
    assert workspace.redo() == "Add publication “Deep Snow”"
    workspace.save()
    assert "years: [2025, 2024, 2023]\n" in page.read_text()
    workspace.undo()
    workspace.save()
    assert snapshot(tmp_path) == before


def test_the_year_of_an_edit_is_listed_too_and_a_listed_one_changes_nothing_else(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, FOLIO, _pages__publications=""))
    (tmp_path / "_pages/publications.md").write_text(LISTING)
    workspace.change("publications", 1, {"year": 2026})
    assert "years: [2026, 2025, 2023]" in added(workspace)
    workspace.undo()
    workspace.add("publications", {**PAPER, "year": 2023})
    assert [document.name for document in workspace.documents if document.dirty] == ["_bibliography/papers.bib"]


def test_a_draft_of_the_page_of_years_belongs_to_the_repository(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, FOLIO, _pages__publications=""))
    page = tmp_path / "_pages/publications.md"
    page.write_text(LISTING)
    assert workspace.stored(tmp_path / "_pages/other.md") is None
    document = workspace.stored(page)
    assert document is not None
    assert document.name == "_pages/publications.md"


def test_where_the_second_file_cannot_be_written_the_first_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = opened(build(tmp_path, FOLIO, _pages__publications=""))
    (tmp_path / "_pages/publications.md").write_text(LISTING)
    before = snapshot(tmp_path)
    workspace.add("publications", {**PAPER, "year": 2024})
    real = os.replace

    def fails(source: Path, target: Path) -> None:
        if target.name == "publications.md":
            raise OSError(errno.ENOSPC, "No space left on device")
        real(source, target)

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(AppError, match="disk is full"):
        workspace.save()
    assert snapshot(tmp_path) == before


def test_a_move_between_the_groups_of_years_is_refused_by_their_names(tmp_path: Path) -> None:
    groups = '[{"year": 2025, "items": [{"title": "K", "authors": "Ada Moss", "venue": "Bog"}]},\n' + (
        '{"year": 2024, "items": [{"title": "L", "authors": "Ada Moss", "venue": "Bog"}]}]\n'
    )
    inner = "{% for p in g.items %}{{ p.authors }}: {{ p.title }}{% endfor %}"
    loop = "{% for g in site.data.publications %}" + inner + "{% endfor %}"
    page = f"---\n---\n## Publications\n{loop}\n"
    folder = build(tmp_path, {"_config.yml": "title: A\n", "_data/publications.json": groups, "index.md": page})
    with pytest.raises(Refused, match=r"publication 1 lives in (publications\.\S+), 2 in (?!\1)publications\."):
        opened(folder).move("publications", 1, 2)


@pytest.mark.parametrize("sign", ["|", ">", "|-", "|+"])
def test_a_text_in_lines_below_its_key_keeps_its_sign(tmp_path: Path, sign: str) -> None:
    items = f"- date: 2025-03-04\n  text: {sign}\n    A talk.\n- date: 2025-01-02\n  text: Snow\n"
    loop = "---\n---\n\n## News\n\n{% for n in site.data.news %}\n- {{ n.date }} {{ n.text }}\n{% endfor %}\n"
    workspace = opened(build(tmp_path, {"_config.yml": "", "index.md": loop, "_data/news.yml": items}))
    workspace.change("news", 1, {"text": "A talk: on ice."})
    assert added(workspace) == ["    A talk: on ice."]
