"""Posts that categories keep apart: papers and news of one site, in folders of their own or by their front matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.command_line import page_of, run, sections, site_with

PAPER = (
    "---\nlayout: paper\ntitle: {}\nauthors: M. Tallow, B. Sample\njournal: {}\nshortref: Tallow 2025\n---\nAbstract.\n"
)
ADDED = ("--title", "Reeds in spring", "--author", "Mira Tallow", "--venue", "Peat Letters", "--year", "2026")
FOLDERS = {
    "index.html": page_of(
        "<h3>Latest</h3>\n{% for n in site.categories.news limit: 3 %}{% for m in site.categories.team %}"
        "{% if m.title == n.author %}{{ m.title }}{% endif %}{% endfor %}<p>{{ n.title }}</p>{% endfor %}\n"
    ),
    "papers/index.html": page_of(
        "{% for p in site.categories.papers %}<b>{{ p.title }}</b> {{ p.shortref }}{% endfor %}\n",
        "layout: default\ntitle: Our work\n",
    ),
    "papers/_posts/2025-03-04-moss.md": PAPER.format("Moss", "Bog Notes"),
    "papers/_posts/2024-03-04-fern.md": PAPER.format("Fern", "Fen Reports"),
    "news/_posts/2025-06-07-snow.md": "---\ntitle: Snow\n---\n",
    "team/_posts/2020-01-01-mira.md": "---\ntitle: Mira Tallow\n---\n",
}


def test_posts_in_folders_are_the_entries_of_their_category(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = site_with(tmp_path, FOLDERS)
    found = {one["path"]: one for one in sections(root, capsys) if one["entries"]}
    assert set(found) == {"papers/_posts", "news/_posts"}
    papers = found["papers/_posts"]
    assert [(one["title"], one["venue"], one["year"]) for one in papers["entries"]] == [
        ("Moss", "Bog Notes", 2025),
        ("Fern", "Fen Reports", 2024),
    ]
    assert papers["shown_by"] == ["papers/index.html"]
    assert found["news/_posts"]["shown_by"] == ["index.html"]


def test_additions_go_to_the_folder_which_says_their_category(tmp_path: Path) -> None:
    root = site_with(tmp_path, FOLDERS)
    assert run("news", "add", "--in", str(root), "--date", "2025-08-09", "Ice is back") == 0
    assert (root / "news/_posts/2025-08-09-ice-is-back.md").read_text() == "---\ntitle: Ice is back\n---\n"
    assert run("publications", "add", "--in", str(root), *ADDED) == 0
    assert (root / "papers/_posts/2026-01-01-reeds-in-spring.md").read_text() == (
        "---\nlayout: paper\ntitle: Reeds in spring\nauthors: M. Tallow\njournal: Peat Letters\n---\n"
    )


def test_posts_of_one_folder_are_told_apart_by_their_front_matter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = (
        "<ol>{% for p in site.posts %}{% if p.category == 'papers' %}<li>{{ p.authors }} {{ p.title }} {{ p.journal }}"
        " {{ p.date | date: '%Y' }}</li>{% endif %}{% endfor %}</ol>\n"
    )
    paper = PAPER.replace("layout: paper", "category: papers")
    files = {
        "index.html": page_of("<h2>News</h2>\n{% for n in site.categories.news %}{{ n.title }}{% endfor %}\n"),
        "papers.html": page_of(body, "layout: default\ntitle: Papers\n"),
        "_posts/2025-03-04-moss.md": paper.format("Moss", "Bog Notes"),
        "_posts/2025-06-07-snow.md": "---\ncategory: news\ntitle: Snow\n---\n",
        "_posts/2025-07-08-diary.md": "---\ntitle: Diary\n---\n",
    }
    root = site_with(tmp_path, files)
    found = {one["kind"]: one for one in sections(root, capsys) if one["entries"]}
    assert [one["text"] for one in found["news"]["entries"]] == ["Snow"]
    assert [one["title"] for one in found["publications"]["entries"]] == ["Moss"]
    assert run("news", "add", "--in", str(root), "--date", "2025-08-09", "Ice is back") == 0
    assert (root / "_posts/2025-08-09-ice-is-back.md").read_text() == "---\ncategory: news\ntitle: Ice is back\n---\n"
    assert run("publications", "add", "--in", str(root), *ADDED) == 0
    assert (root / "_posts/2026-01-01-reeds-in-spring.md").read_text() == (
        "---\ncategory: papers\ntitle: Reeds in spring\nauthors: M. Tallow\njournal: Peat Letters\n---\n"
    )


def test_a_blog_under_papers_is_no_list_of_publications(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "# Papers and talks\n{% for p in site.posts %}{{ p.title }} {{ p.excerpt }}{% endfor %}\n"
    posts = {f"_posts/2025-01-0{n}-day.md": f"---\ntitle: Day {n}\n---\nRain.\n" for n in (1, 2)}
    root = site_with(tmp_path, {"index.md": page_of(body), **posts})
    assert [one for one in sections(root, capsys) if one["kind"] == "publications" and one["entries"]] == []


def test_posts_of_which_authors_and_venue_are_shown_are_publications_and_no_news(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = (
        "<h2>Research</h2>\n{% for p in site.posts %}{% for c in p.categories %}{% if c == 'research' %}"
        "<h3>{{ p.title }}</h3> {{ p.authors }} <em>{{ p.venue }}</em>{% endif %}{% endfor %}{% endfor %}\n"
    )
    post = (
        '---\nlayout: post\ntitle: "{}"\nauthors: "M. Tallow"\nvenue: "Bog Notes, {}"\n'
        "date: {}-03-04\ncategories: [research]\n---\n"
    )
    files = {
        "_posts/2025-03-04-moss.md": post.format("Moss", 2025, 2025),
        "_posts/2024-03-04-fern.md": post.format("Fern", 2024, 2024),
    }
    root = site_with(tmp_path, {"index.html": page_of(body), **files})
    assert {one["kind"] for one in sections(root, capsys) if one["path"] == "_posts"} == {"publications"}
    assert run("publications", "add", "--in", str(root), *ADDED) == 0
    assert (root / "_posts/2026-01-01-reeds-in-spring.md").read_text() == (
        '---\nlayout: post\ntitle: "Reeds in spring"\nauthors: "M. Tallow"\nvenue: "Peat Letters, 2026"\n'
        "date: 2026-01-01\ncategories: [research]\n---\n"
    )


@pytest.mark.parametrize(
    ("begins", "ends", "code"),
    [
        ("{% if p.featured == nil %}{% continue %}{% endif %}", "", 4),
        ("{% if p.featured != nil %}", "{% endif %}", 4),
        ("{% if p.featured == nil %}", "{% endif %}", 0),
        ("{% unless p.image == '' %}", "{% endunless %}", 0),  # nothing is not the empty text
    ],
)
def test_a_post_is_refused_where_the_page_passes_over_what_lacks_a_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], begins: str, ends: str, code: int
) -> None:
    loop = f"<h2>News</h2>\n{{% for p in site.posts %}}{begins}<p>{{{{ p.title }}}}</p>{ends}{{% endfor %}}\n"
    root = site_with(tmp_path, {"index.html": page_of(loop), "_posts/2025-06-07-snow.md": "---\ntitle: Snow\n---\n"})
    assert run("news", "add", "--in", str(root), "--date", "2025-08-09", "Ice is back") == code
    assert ("only where it has featured" in capsys.readouterr().err) == (code == 4)
    assert len(list((root / "_posts").iterdir())) == (1 if code else 2)
