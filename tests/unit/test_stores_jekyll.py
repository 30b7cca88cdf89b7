"""Jekyll builds what was added to a store, lists it, and in the order in which the editor numbers it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from profile_tui.content.entries.entry import Author, Link, Values
from profile_tui.site.repository import jekyll_dates
from profile_tui.site.repository.locate import locate
from profile_tui.site.survey import survey
from profile_tui.workspace.workspace import Workspace
from support.jekyll_referee import Referee, unavailable
from support.repositories import ACADEMIC, FOLIO, LIGHT, build

pytestmark = pytest.mark.skipif(unavailable() is not None, reason=str(unavailable()))

PAPER: Values = {
    "title": 'Snow: it\'s "100%" & <b> #1',
    "authors": (Author("Ada O'Example"), Author("Cy Trial")),
    "venue": "Journal of Snow: Part B",
    "year": 2023,
    "links": (Link("Paper", "https://example.org/s.pdf"),),
}
LISTS = (
    "---\npermalink: /list.txt\n---\n"
    "{% for one in site.publications reversed %}{{ one.title }}@{{ one.date | date: '%Y-%m-%d' }}\n{% endfor %}"
    "{% for one in site.news reversed %}{{ one.content | strip }}@{{ one.date | date: '%Y-%m-%d' }}\n{% endfor %}"
    "{% for one in site.data.publications.main %}{{ one.title }}@{{ one.authors }}@{{ one.conference }}\n{% endfor %}"
)


@pytest.fixture(scope="module")
def jekyll() -> Iterator[Referee]:
    with Referee() as referee:
        yield referee


def listed(folder: Path) -> list[str]:
    """What the site's own lists show."""
    (folder / "list.txt").write_text(LISTS)
    call = ["jekyll", "build", "--quiet", "--disable-disk-cache", "-s", str(folder), "-d", str(folder / "_site")]
    config = folder / "_config.yml"
    text = config.read_text()
    config.write_text("\n".join(line for line in text.split("\n") if "theme:" not in line) + "\ntimezone: UTC\n")
    done = subprocess.run(call, capture_output=True, text=True)
    config.write_text(text)
    assert done.returncode == 0, done.stderr
    return (folder / "_site/list.txt").read_text().strip().split("\n")


def test_publications_of_a_collection_are_listed_as_they_are_numbered(tmp_path: Path) -> None:
    workspace = Workspace(locate(build(tmp_path, ACADEMIC)))
    assert workspace.add("publications", PAPER).number == 2
    workspace.save()
    shown = listed(tmp_path)
    assert shown[1] == 'Snow: it\'s "100%" & &lt;b&gt; #1@2023-01-01'
    years = [f"{held.entry.values['year']}" for held in workspace.entries("publications")]
    assert [line.rpartition("@")[2][:4] for line in shown] == years


def test_news_of_a_collection_are_listed_as_they_are_numbered(tmp_path: Path) -> None:
    workspace = Workspace(locate(build(tmp_path, FOLIO)))
    assert workspace.add("news", {"date": "2024-12", "text": "We *measured*: {{ ice }}"}).number == 3
    workspace.save()
    dates = [str(held.entry.values["date"]) for held in workspace.entries("news")]
    shown = [line for line in listed(tmp_path) if "@" in line]
    assert [line.rpartition("@")[2] for line in shown] == dates
    assert "<em>measured</em>" in shown[2]
    assert "ice }}" in shown[2]


def test_publications_of_a_data_file_are_listed_as_they_are_numbered(tmp_path: Path) -> None:
    workspace = Workspace(locate(build(tmp_path, LIGHT)))
    assert workspace.add("publications", PAPER).number == 2  # below the paper of 2025
    workspace.save()
    (tmp_path / "index.md").write_text("---\n---\n")
    assert listed(tmp_path)[1] == (
        "Snow: it's \"100%\" & &lt;b&gt; #1@Ada O'Example, Cy Trial@Journal of Snow: Part B, 2023."
    )


def test_ruby_reads_the_new_header_as_it_is_meant(tmp_path: Path, jekyll: Referee) -> None:
    workspace = Workspace(locate(build(tmp_path, ACADEMIC)))
    workspace.add("publications", PAPER)
    page = jekyll.render(workspace.documents[-1].data)
    assert page.ok
    assert page.data["title"] == 'Snow: it\'s "100%" & &lt;b&gt; #1'
    assert page.types["/date"] == "Date"
    assert {page.types[f"/{key}"] for key in ("title", "venue", "category", "permalink", "citation")} == {"String"}
    assert jekyll.parse_date(page.data["date"]).ok


@pytest.mark.parametrize(
    "value",
    "2023-10-5|2023/10/05|Oct 2023|5 Oct 2023|Sept. 2019|2022-11-1 16:59:00-0400|2023-10-05T10:00:00Z|2021.01.01|"
    "2024/10|20231005|2023|2023-10|10-25-2020|Spring 2023|in press|2023-13-01|2023-06-00|October 5, 2023".split("|"),
)
def test_a_date_is_good_where_jekyll_takes_it(jekyll: Referee, value: str) -> None:
    found = jekyll_dates.read(value)
    reply = jekyll.parse_date(value)
    assert (found is not None) == reply.ok
    if found and reply.date and "T" not in value and ":" not in value:
        assert reply.date.startswith(found[0])


POSTS = {
    "_config.yml": "title: Ada Example\n",
    "index.md": "---\ntitle: Ada\n---\nHello.\n",
    "_posts/2024-03-02-the-lab-opens.md": "---\ntitle: The lab opens\ndate: 2024-03-02\n---\n\nAt last.\n",
    "_posts/2023-05-06-snow-is-late.md": "---\ntitle: Snow\n---\n\nVery late.\n",
}
POSTED = (
    "---\npermalink: /list.txt\n---\n"
    "{% for one in site.posts %}{{ one.title }}@{{ one.date | date: '%F' }}\n{% endfor %}"
)


def test_posts_are_listed_as_they_are_numbered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "LISTS", POSTED)
    workspace = Workspace(locate(build(tmp_path, POSTS)))
    assert workspace.add("news", {"date": "2023-12", "text": "Ice: here & now"}).number == 2
    workspace.save()
    shown = [f"{held.entry.values['text']}@{held.entry.values['date']}" for held in workspace.entries("news")]
    assert listed(tmp_path) == shown


@pytest.mark.parametrize("name", ["ice.md", "2199-01-01-ice.md", "2024-1-ice.md", "24-01-01-ice.md", "2024-01-01.md"])
def test_a_post_that_jekyll_skips_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(globals(), "LISTS", POSTED)
    build(tmp_path, {**POSTS, f"_posts/{name}": "---\ntitle: Ice\n---\nIce.\n"})
    target = locate(tmp_path)
    told = [problem.path for problem in survey(target, Workspace(target).stores, datetime(2026, 11, 21, tzinfo=UTC))]
    assert (f"_posts/{name}" in told) == (len(listed(tmp_path)) == 2)


@pytest.mark.parametrize(
    ("one", "two"),
    [("/x/", "/x/"), ("/x", "/x.html"), ("/x/", "/x"), ("/x.html", "/x/"), ("x/", "/x/"), ("/x/", "/x/index.html")],
)
def test_files_of_one_address_are_told_exactly_where_jekyll_sees_a_conflict(tmp_path: Path, one: str, two: str) -> None:
    pages = {f"{name}.md": f"---\npermalink: {link}\n---\n{name}\n" for name, link in (("a", one), ("b", two))}
    build(tmp_path, {"_config.yml": "title: Ada\n", "index.md": POSTS["index.md"], **pages})
    target = locate(tmp_path)
    told = [problem.path for problem in survey(target, [], datetime(2026, 11, 21, tzinfo=UTC))]
    call = ["jekyll", "build", "--disable-disk-cache", "-s", str(tmp_path), "-d", str(tmp_path / "_site")]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    assert ("Conflict" in done.stdout + done.stderr) == (told == ["b.md"])
