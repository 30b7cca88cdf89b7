"""Jekyll builds every sample repository, and shows what was added to it where it belongs, and all else as before."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import bibtexparser
import pytest

from profile_tui.content.entries.entry import Author, Values
from profile_tui.site.repository.locate import locate
from profile_tui.workspace.workspace import Workspace
from support.jekyll_referee import unavailable
from support.repositories import snapshot

SAMPLES = Path(__file__).parents[2] / "sample_profiles"
NEWS: Values = {"date": "2026-02-03", "text": "The second station is open."}
PAPER: Values = {
    "title": "Stations and Their Keepers",
    "authors": (Author("Ada Trial"), Author("Ben Sample")),
    "venue": "Journal of Stations",
    "year": 2026,
}
SHOWN = {
    "academicpages": (
        {"index.html"},
        {"publications/index.html", "publication/2026-01-01-stations-and-their-keepers.html"},
    ),
    "acad-homepage": ({"index.html"}, {"index.html"}),
    "al-folio": ({"index.html", "news/index.html", "news/announcement_5.html"}, set()),
    "minimal-light": ({"index.html"}, {"index.html"}),
    "luost26": ({"index.html"}, {"publications/index.html"}),
    "generic": ({"index.html"}, {"index.html"}),
    "own-loops": ({"index.html", "dispatches/index.html"}, {"writings/index.html"}),
    "page-per-list": ({"aktuelles/index.html"}, {"publikationen/index.html"}),
}
"""The pages that show a new news item, and those that show a new publication."""

CUT = {("own-loops", "index.html"): ["September 2024", "Noor spoke in Kettle about children who kneel."]}
"""What leaves a page for a new item because the page shows so many and no more."""


SCHOLAR = """
class Bibliography < Liquid::Tag
  def render(context) = ""
end
Liquid::Template.register_tag("bibliography", Bibliography)
"""
"""What stands for jekyll-scholar, which distributions do not have."""


def built(folder: Path, site: Path) -> dict[str, list[str]]:
    """The pieces of text on each page of the site; other files as one piece."""
    (folder / "_plugins").mkdir(exist_ok=True)
    (folder / "_plugins" / "scholar.rb").write_text(SCHOLAR)
    command = ["jekyll", "build", "--quiet", "--disable-disk-cache", "--strict_front_matter"]
    done = subprocess.run([*command, "-s", str(folder), "-d", str(site)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    pages = {}
    for name, data in snapshot(site).items():
        text = data.decode("utf-8") if name.endswith(".html") else repr(data)
        pages[name] = [piece.strip() for piece in re.split(r"<[^<>]*>|\n", text) if piece.strip()]
    return pages


@pytest.mark.skipif(unavailable() is not None, reason=str(unavailable()))
@pytest.mark.parametrize("name", SHOWN)
def test_what_is_added_to_a_sample_is_shown_where_it_belongs(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "source"
    shutil.copytree(SAMPLES / name, folder)
    before = built(folder, tmp_path / "before")
    workspace = Workspace(locate(folder))
    workspace.add("news", NEWS)
    workspace.add("publications", PAPER)
    workspace.save()
    after = built(folder, tmp_path / "after")

    assert before.keys() <= after.keys()
    for said, pages in zip((NEWS["text"], PAPER["title"]), SHOWN[name], strict=True):
        assert {page for page, pieces in after.items() if any(str(said) in piece for piece in pieces)} == pages
    for page, pieces in before.items():
        cut = CUT.get((name, page), [])
        rest = iter(after[page])
        assert all(piece in rest for piece in pieces if piece not in cut), f"{page} lost something"
        assert not set(cut) & set(after[page])
        if page not in SHOWN[name][0] | SHOWN[name][1]:
            assert after[page] == pieces


def test_the_bibliography_of_a_sample_has_one_entry_more_for_any_reader(tmp_path: Path) -> None:
    folder = tmp_path / "source"
    shutil.copytree(SAMPLES / "al-folio", folder)
    path = folder / "_bibliography" / "papers.bib"
    before = bibtexparser.parse_string(path.read_text("utf-8")).entries_dict
    workspace = Workspace(locate(folder))
    workspace.add("publications", PAPER)
    workspace.save()
    after = bibtexparser.parse_string(path.read_text("utf-8")).entries_dict
    (new,) = after.keys() - before.keys()
    assert after[new]["title"] == PAPER["title"]
    assert after[new]["author"] == "Trial, Ada and Sample, Ben"
    assert {key: after[key].items() for key in before} == {key: entry.items() for key, entry in before.items()}
