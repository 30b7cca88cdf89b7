"""New pages, posts and entries: named and headed as their neighbours are, never over another file."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.site.creation.create import named, new_files
from profile_tui.site.repository.listing import site_files
from profile_tui.site.repository.locate import locate
from profile_tui.site.repository.site import Site
from profile_tui.text.errors import Refused
from profile_tui.workspace.new_files import create
from profile_tui.workspace.workspace import Workspace
from support.repositories import ACADEMIC, FOLIO, build, snapshot

TALK = (
    '---\ntitle: "On Ice"\ncollection: talks\ntype: "Talk"\npermalink: /talks/2023-01-01-a-talk\nvenue: \'ICE\'\n'
    "date: 2023-01-01\nlocation: Lakeside\n# the slides\nslides: https://example.org/s.pdf\n---\n\nAbout ice.\n"
)
OTHER_TALK = (
    '---\ntitle: "On Snow"\ncollection: talks\ntype: "Talk"\npermalink: /talks/2022-01-01-on-snow\nvenue: \'SNOW\'\n'
    "date: 2022-01-01\nlocation: Hilltop\n---\n\nAbout snow.\n"
)
TALKS = {"_talks/2023-01-01-a-talk.md": TALK, "_talks/2022-01-01-on-snow.md": OTHER_TALK}
POST = (
    "---\ntitle: 'A first post'\ndate: 2024-03-04\npermalink: /posts/2024/03/a-first-post/\n"
    "tags:\n  - ice\n---\n\nIce.\n"
)
PAGE = (
    "---\nlayout: page\npermalink: /{0}/\ntitle: {0}\ndescription: All {0}.\nnav: true\nnav_order: {1}\n---\n\nText.\n"
)
PAGES = {"_pages/books.md": PAGE.format("books", 2), "_pages/maps.md": PAGE.format("maps", 3)}


def no_editor(path: Path) -> int:
    """Stands in for the editor, which no command may open."""
    raise AssertionError(path)


def new(root: Path, *words: str) -> int:
    return run(["new", *words, "--in", str(root)], no_editor)


def written(before: dict[str, bytes], root: Path) -> dict[str, str]:
    after = snapshot(root)
    assert before.items() <= after.items(), "no other file may change"
    return {name: after[name].decode() for name in after.keys() - before.keys()}


def test_a_talk_has_the_keys_of_its_neighbours_in_their_order(tmp_path: Path) -> None:
    root = build(tmp_path, {**ACADEMIC, **TALKS})
    before = snapshot(root)
    assert new(root, "talk", "--title", 'Deep "Lakes": a tour', "--date", "May 2026") == 0
    assert written(before, root) == {
        "_talks/2026-05-01-deep-lakes-a-tour.md": (
            '---\ntitle: "Deep \\"Lakes\\": a tour"\ncollection: talks\ntype: "Talk"\n'
            "permalink: /talks/2026-05-01-deep-lakes-a-tour\nvenue: ''\ndate: 2026-05-01\nlocation:\n---\n"
        )
    }


def test_a_post_has_its_day_in_its_name_and_in_its_permalink(tmp_path: Path) -> None:
    root = build(tmp_path, {**ACADEMIC, "_posts/2024-03-04-a-first-post.md": POST, "_posts/notes.md": "---\n---\n"})
    before = snapshot(root)
    assert new(root, "post", "--title", "Snow, Again", "--date", "2026-11-21") == 0
    assert written(before, root) == {
        "_posts/2026-11-21-snow-again.md": (
            "---\ntitle: 'Snow, Again'\ndate: 2026-11-21\npermalink: /posts/2026/11/snow-again/\ntags: []\n---\n"
        )
    }


def test_a_page_is_like_the_other_pages_and_not_like_the_home_page(tmp_path: Path) -> None:
    root = build(tmp_path, {**FOLIO, **PAGES})
    before = snapshot(root)
    assert new(root, "page", "--title", "Field Notes") == 0
    assert written(before, root) == {
        "_pages/field-notes.md": (
            "---\nlayout: page\npermalink: /field-notes/\ntitle: Field Notes\ndescription:\nnav: true\nnav_order: 4\n"
            "---\n"
        )
    }


def test_the_first_page_beside_the_home_page_has_its_frame_alone(tmp_path: Path) -> None:
    home = "---\nlayout: homepage\npermalink: /\ntitle: Ada\nexcerpt: ''\nredirect_from:\n  - /home\n---\n\nHello.\n"
    root = build(tmp_path, {"_config.yml": "title: Ada\n", "index.md": home})
    before = snapshot(root)
    assert new(root, "page", "--title", "Maps") == 0
    assert written(before, root) == {"maps.md": "---\nlayout: homepage\npermalink: /maps/\ntitle: Maps\n---\n"}


def test_a_news_item_says_its_title_as_its_text(tmp_path: Path) -> None:
    root = build(tmp_path, FOLIO)
    before = snapshot(root)
    assert new(root, "news", "--title", "A map is drawn.", "--date", "2026-11-21") == 0
    [(name, text)] = written(before, root).items()
    assert name == "_news/announcement_11.md"
    assert text.endswith("---\n\nA map is drawn.\n")


def test_the_first_entry_of_a_folder_has_a_title_and_a_date(tmp_path: Path) -> None:
    root = build(tmp_path, ACADEMIC)
    (root / "_teaching").mkdir()
    assert new(root, "teaching", "--title", "Lakes I", "--date", "2026-10-01") == 0
    text = (root / "_teaching" / "2026-10-01-lakes-i.md").read_text()
    assert text == "---\ntitle: Lakes I\ndate: 2026-10-01\n---\n"


def test_line_ends_are_those_of_the_neighbours(tmp_path: Path) -> None:
    root = build(tmp_path, {**ACADEMIC, **{name: text.replace("\n", "\r\n") for name, text in TALKS.items()}})
    assert new(root, "talk", "--title", "Ice", "--date", "2026-01-02") == 0
    data = (root / "_talks" / "2026-01-02-ice.md").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") > 5


def test_another_name_is_found_for_an_entry_and_none_for_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = build(tmp_path, {**ACADEMIC, **TALKS})
    for _ in range(2):
        assert new(root, "talk", "--title", "Ice", "--date", "2026-01-02") == 0
    assert {path.name for path in (root / "_talks").glob("2026*")} == {"2026-01-02-ice.md", "2026-01-02-ice-2.md"}
    assert new(root, "page", "--title", "Maps") == 0
    before = snapshot(root)
    capsys.readouterr()
    assert new(root, "page", "--title", "MAPS!") == 4
    assert capsys.readouterr().err.startswith("profile-tui: _pages/maps.md: there is a file of that name already")
    assert snapshot(root) == before


def test_a_permalink_that_another_file_claims_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = PAGE.format("books", 4).replace("/books/", '"/Field-Notes"')
    root = build(tmp_path, {**FOLIO, **PAGES, "_pages/elsewhere.md": other})
    before = snapshot(root)
    assert new(root, "page", "--title", "Field Notes") == 4
    assert "the permalink /field-notes/ is taken by _pages/elsewhere.md" in capsys.readouterr().err
    assert snapshot(root) == before


def test_a_dry_run_shows_the_file_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = build(tmp_path, {**ACADEMIC, **TALKS})
    before = snapshot(root)
    assert new(root, "talks", "--title", "Ice", "--date", "2026-01-02", "--dry-run") == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[:5] == ["--- /dev/null", "+++ b/_talks/2026-01-02-ice.md", "@@ -0,0 +1,9 @@", "+---", '+title: "Ice"']
    assert snapshot(root) == before


def test_a_menu_is_spoken_of_and_not_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = build(tmp_path, ACADEMIC, **{"_data__navigation.yml": "main:\n"})
    assert new(root, "page", "--title", "Maps") == 0
    said = capsys.readouterr().out
    assert said == ("_pages/maps.md:1: added page. Add a line to _data/navigation.yml to put it into the menu.\n")
    assert (root / "_data" / "navigation.yml").read_text() == "main:\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("dog", "--title", "x"), "this site has no 'dog'; it has page, post, portfolio, publications"),
        (("page", "--title", "  "), "give the new page a title"),
        (("post", "--title", "x", "--date", "2026-02-30"), "2026-02-30"),
        (("post",), "--title"),
    ],
)
def test_words_that_are_off_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    root = build(tmp_path, ACADEMIC)
    (root / "_portfolio").mkdir()
    before = snapshot(root)
    assert new(root, *words) == 2
    assert said in capsys.readouterr().err
    assert snapshot(root) == before


def test_a_page_that_stands_alone_has_nothing_around_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "about.md"
    page.write_text("---\n---\n")
    assert new(page, "page", "--title", "x") == 2
    assert "isn't in a Jekyll repository" in capsys.readouterr().err


def test_a_file_that_appears_meanwhile_is_never_written_over(tmp_path: Path) -> None:
    root = build(tmp_path, ACADEMIC)
    workspace = Workspace(locate(root))
    document = create(workspace, named("page", new_files(Site(root))), "Maps")
    assert not document.path.exists(), "it is written at the save"
    document.path.write_text("Mine.\n")
    with pytest.raises(Refused, match="changed on disk"):
        workspace.save()
    assert document.path.read_text() == "Mine.\n"


def test_undo_takes_a_new_file_away_before_and_after_the_save(tmp_path: Path) -> None:
    root = build(tmp_path, ACADEMIC)
    before = snapshot(root)
    workspace = Workspace(locate(root))
    create(workspace, named("post", new_files(Site(root))), "Maps", "2026-11-21")
    assert workspace.undo() == "Create _posts/2026-11-21-maps.md"
    assert not workspace.dirty
    workspace.redo()
    workspace.save()
    assert "_posts/2026-11-21-maps.md" in {file.name for file in site_files(Site(root))}
    workspace.undo()
    workspace.save()
    assert snapshot(root) == before
