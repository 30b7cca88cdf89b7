"""A page composed of includes: its sections live in several files, and a change goes to the right one."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import AppError, Refused, UsageError
from profile_tui.workspace.workspace import Workspace

HOME = """---
permalink: /
title: ""
---

I study small lakes.

{% include_relative includes/news.md %}

# 📝 Publications

{% include_relative includes/papers.md %}

<!-- {% include_relative includes/old.md %} -->
"""
NEWS = "# 🔥 News\n- *2026.02*: The lake map is out.\n- *2025.11*: 🎉 One paper accepted by **ICE 2026**.\n"
PAPERS = (
    "- [Reading Small Lakes](https://example.org/lakes.pdf), **Ada Example**, Ben Sample, *ICE*, 2026\n"
    "- [Ice in Spring](https://example.org/spring.pdf), Ben Sample, **Ada Example**, *Journal of Ice*, 2025\n"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository whose home page takes in its news and its publications."""
    (tmp_path / "_config.yml").write_text("title: Ada Example\ninclude: [_pages]\n")
    folder = tmp_path / "_pages" / "includes"
    folder.mkdir(parents=True)
    (tmp_path / "_pages" / "about.md").write_text(HOME)
    (folder / "news.md").write_text(NEWS)
    (folder / "papers.md").write_text(PAPERS)
    (folder / "old.md").write_text("# News\n- *2001.01*: Long gone.\n")
    return tmp_path


def test_sections_of_includes_stand_where_the_page_takes_them_in(site: Path) -> None:
    workspace = Workspace(locate(site))
    shown = [(ref.section.kind, ref.document.name, ref.store) for ref in workspace.sections]
    assert shown == [
        ("text", "_pages/about.md", "page"),
        ("news", "_pages/includes/news.md", "include"),
        ("publications", "_pages/about.md", "page"),
        ("publications", "_pages/includes/papers.md", "include"),
    ]
    assert [held.entry.values["title"] for held in workspace.entries("publications")] == [
        "Reading Small Lakes",
        "Ice in Spring",
    ]


def test_a_section_is_of_an_include_whatever_the_folder_is_called(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("title: Ada Example\n")
    (tmp_path / "parts").mkdir()
    (tmp_path / "index.md").write_text("---\ntitle: Ada\n---\n\n{% include_relative parts/news.md %}\n")
    (tmp_path / "parts/news.md").write_text(NEWS)
    workspace = Workspace(locate(tmp_path))
    shown = [(ref.section.kind, ref.document.name, ref.store) for ref in workspace.sections]
    assert shown == [("text", "index.md", "page"), ("news", "parts/news.md", "include")]


def test_an_addition_goes_to_the_include_and_only_there(site: Path) -> None:
    page = (site / "_pages/about.md").read_bytes()
    workspace = Workspace(locate(site))
    workspace.add("news", {"date": "2026-03", "text": "A second map."})
    workspace.save()
    assert (site / "_pages/includes/news.md").read_text() == NEWS.replace(
        "News\n", "News\n- *2026.03*: A second map.\n"
    )
    assert (site / "_pages/about.md").read_bytes() == page


def test_undo_follows_the_actions_through_the_files(site: Path) -> None:
    workspace = Workspace(locate(site))
    workspace.add("news", {"date": "2026-03", "text": "A second map."})
    workspace.remove("publications", 1)
    assert workspace.undo() == "Remove publication “Reading Small Lakes”"
    assert len(workspace.entries("publications")) == 2
    assert workspace.undo() == "Add news item “A second map.”"
    assert not workspace.dirty
    assert workspace.redo() == "Add news item “A second map.”"
    assert workspace.undo() == "Add news item “A second map.”"
    assert workspace.undo() is None


def test_a_save_that_fails_in_the_second_file_puts_the_first_back(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = Workspace(locate(site))
    workspace.add("news", {"date": "2026-03", "text": "A second map."})
    workspace.remove("publications", 1)
    real = os.replace

    def fails_for_papers(source: Path, target: Path) -> None:
        if target.name == "papers.md":
            raise OSError(errno.EROFS, "Read-only file system")
        real(source, target)

    monkeypatch.setattr(os, "replace", fails_for_papers)
    with pytest.raises(AppError, match="read-only"):
        workspace.save()
    assert (site / "_pages/includes/news.md").read_text() == NEWS
    assert (site / "_pages/includes/papers.md").read_text() == PAPERS
    assert workspace.dirty


def test_a_file_changed_meanwhile_refuses_all(site: Path) -> None:
    workspace = Workspace(locate(site))
    workspace.add("news", {"date": "2026-03", "text": "A second map."})
    workspace.remove("publications", 1)
    (site / "_pages/includes/papers.md").write_text(PAPERS + "- x\n")
    with pytest.raises(Refused, match="changed on disk"):
        workspace.save()
    assert (site / "_pages/includes/news.md").read_text() == NEWS


def test_an_include_that_leads_outside_is_left_alone(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "news.md"
    outside.write_text(NEWS)
    (site / "_pages/includes/news.md").unlink()
    (site / "_pages/includes/news.md").symlink_to(outside)
    assert Workspace(locate(site)).entries("news") == []


def test_entries_of_two_files_cannot_change_places(site: Path) -> None:
    about = site / "_pages/about.md"
    about.write_text(HOME + "\n# News of the lab\n\n- *2026.01*: The lab has moved.\n")
    workspace = Workspace(locate(site))
    assert len(workspace.entries("news")) == 3
    with pytest.raises(Refused, match="lives in"):
        workspace.move("news", 1, 3)
    with pytest.raises(UsageError, match="1 to 3"):
        workspace.remove("news", 4)
