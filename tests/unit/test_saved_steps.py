"""Undo over saves and restarts: every workspace here is a new run of the program."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.entries.entry import Author
from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import Refused
from profile_tui.workspace import saved_steps
from profile_tui.workspace.disk import notes, transaction
from profile_tui.workspace.publishing import record
from profile_tui.workspace.workspace import Workspace

PAGE = """---
permalink: /
---

# News

- *2026.03*: The *Lakes* data set is out.
- *2025.11*: One paper accepted by **ICE 2026**.
- *2024.06*: Talk at the Lake Forum.

# Contact

Write to ada@example.org.
"""
REMOVED = PAGE.replace("- *2026.03*: The *Lakes* data set is out.\n", "")


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page of its own, and a state folder of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "site" / "index.md"
    path.parent.mkdir()
    (path.parent / "_config.yml").write_text("title: Ada Example\n")
    path.write_text(PAGE)
    return path


def _run(page: Path) -> Workspace:
    """A new run of the program."""
    return Workspace(locate(page))


def _remove(page: Path, number: int = 1) -> None:
    """Remove a news item in a run of its own."""
    workspace = _run(page)
    workspace.remove("news", number)
    workspace.save()


def _labels(page: Path) -> list[str]:
    """What a new run finds in the history, newest first."""
    return [step.label for step in _run(page).past.steps()]


def test_a_saved_step_is_undone_after_a_restart_and_named(page: Path) -> None:
    _remove(page)
    assert page.read_text() == REMOVED
    workspace = _run(page)
    assert workspace.can_undo
    assert workspace.undo() == "Remove news item “The Lakes data set is out.”"
    assert page.read_text() == REMOVED, "nothing is written before a save"
    workspace.save()
    assert page.read_text() == PAGE
    assert _labels(page) == []


def test_steps_are_undone_newest_first_and_done_again(page: Path) -> None:
    _remove(page, 2)
    _remove(page, 1)
    workspace = _run(page)
    assert workspace.undo() == "Remove news item “The Lakes data set is out.”"
    assert workspace.undo() == "Remove news item “One paper accepted by ICE 2026.”"
    assert workspace.page.page.text == PAGE
    assert workspace.undo() is None
    assert not workspace.can_undo
    assert workspace.redo() == "Remove news item “One paper accepted by ICE 2026.”"
    workspace.save()
    assert page.read_text() == PAGE.replace("- *2025.11*: One paper accepted by **ICE 2026**.\n", "")
    assert _labels(page) == ["Remove news item “One paper accepted by ICE 2026.”"]


def test_steps_of_one_save_are_undone_one_by_one(page: Path) -> None:
    workspace = _run(page)
    workspace.remove("news", 1)
    workspace.change("news", 1, {"date": "2025-12"})
    workspace.save()
    workspace = _run(page)
    assert workspace.undo() == "Change news item “One paper accepted by ICE 2026.”"
    assert workspace.page.page.text == REMOVED


def test_what_another_program_wrote_elsewhere_stays(page: Path) -> None:
    _remove(page)
    page.write_text(REMOVED.replace("Write to", "Please write to"))
    workspace = _run(page)
    assert workspace.undo() == "Remove news item “The Lakes data set is out.”"
    assert workspace.page.page.text == PAGE.replace("Write to", "Please write to")


def test_a_step_whose_lines_another_program_changed_is_refused(page: Path) -> None:
    workspace = _run(page)
    workspace.change("news", 1, {"date": "2026-04"})
    workspace.save()
    other = page.read_text().replace("*2026.04*: The *Lakes*", "*2026.04*: The *Ponds*")
    page.write_text(other)
    with pytest.raises(Refused) as refusal:
        _run(page).undo()
    said = "index.md: Change news item “The Lakes data set is out.”: can't be undone; the same lines were changed since"
    assert str(refusal.value) == said
    assert page.read_text() == other


def test_a_step_that_is_not_in_the_file_any_more_is_passed_over(page: Path) -> None:
    _remove(page, 2)
    between = page.read_text()
    _remove(page, 1)
    page.write_text(between)  # as `git checkout` does
    assert _run(page).undo() == "Remove news item “One paper accepted by ICE 2026.”"


def test_an_older_step_is_undone_alone_and_that_can_be_undone(page: Path) -> None:
    _remove(page, 2)
    _remove(page, 1)
    workspace = _run(page)
    newest, oldest = workspace.past.steps()
    workspace.past.revert(oldest)
    workspace.save()
    assert page.read_text() == REMOVED
    assert _labels(page) == ["Undo: Remove news item “One paper accepted by ICE 2026.”", newest.label]
    workspace = _run(page)
    assert workspace.undo() == "Undo: Remove news item “One paper accepted by ICE 2026.”"
    workspace.save()
    assert _labels(page) == [newest.label, oldest.label], "what was undone counts again"


def test_a_change_of_another_program_is_no_step(page: Path) -> None:
    workspace = _run(page)
    page.write_text(PAGE.replace("Write to", "Please write to"))
    workspace.page.reload()
    workspace.remove("news", 1)
    workspace.save()
    assert _labels(page) == ["Remove news item “The Lakes data set is out.”"]
    workspace = _run(page)
    workspace.undo()
    assert workspace.page.page.text == PAGE.replace("Write to", "Please write to")
    assert workspace.undo() is None


def test_a_refused_save_leaves_no_step(page: Path) -> None:
    workspace = _run(page)
    workspace.remove("news", 1)
    page.write_text(PAGE + "More.\n")
    with pytest.raises(Refused):
        workspace.save()
    assert _labels(page) == []


def test_a_created_file_is_undone_by_removing_it(page: Path) -> None:
    posts = page.parent / "_news"
    posts.mkdir()
    (posts / "first.md").write_text("---\ndate: 2026-01-02\ninline: true\n---\n\nWe began.\n")
    (page.parent / "_config.yml").write_text("title: Ada Example\ncollections:\n  news:\n")
    page.write_text("---\npermalink: /\n---\n{% for one in site.news %}{{ one.content }}{% endfor %}\n")
    workspace = _run(page)
    workspace.add("news", {"date": "2026-05", "text": "The lab opens."})
    workspace.save()
    (created,) = set(posts.iterdir()) - {posts / "first.md"}
    workspace = _run(page)
    assert workspace.undo() == "Add news item “The lab opens.”"
    workspace.save()
    assert sorted(posts.iterdir()) == [posts / "first.md"]
    assert not created.exists()


def test_a_step_of_two_files_is_undone_in_both(page: Path) -> None:
    site = page.parent
    papers, bibliography = site / "_pages" / "publications.md", site / "_bibliography" / "papers.bib"
    for path in (papers, bibliography):
        path.parent.mkdir()
    papers.write_text(
        "---\nlayout: page\npermalink: /publications/\nyears: [2025, 2023]\n---\n"
        "{% for y in page.years %}\n{% bibliography -f papers -q @*[year={{y}}]* %}\n{% endfor %}\n"
    )
    bibliography.write_text("@article{a2025,\n  title = {Ice},\n  author = {Ada Example},\n  year = {2025}\n}\n")
    (site / "_config.yml").write_text("title: Ada Example\nscholar:\n  source: /_bibliography/\n")
    (site / "_data").mkdir()
    before = papers.read_bytes(), bibliography.read_bytes()
    workspace = _run(site)
    workspace.add("publications", {"title": "Snow", "authors": (Author("Ada Example"),), "year": 2026})
    workspace.save()
    assert papers.read_bytes() != before[0]
    assert bibliography.read_bytes() != before[1]
    workspace = _run(page)
    workspace.undo()
    workspace.save()
    assert (papers.read_bytes(), bibliography.read_bytes()) == before


def test_no_more_is_remembered_than_there_is_room_for(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_steps, "MOST_SAVES", 3)
    for text in ("one", "two", "three", "four"):
        workspace = _run(page)
        workspace.add("news", {"date": "2026-05", "text": text})
        workspace.save()
    assert _labels(page) == ["Add news item “four”", "Add news item “three”", "Add news item “two”"]
    monkeypatch.setattr(saved_steps, "MOST_BYTES", 1)
    _remove(page)
    assert _labels(page) == []


def test_a_save_too_large_to_be_kept_is_named_and_no_older_step_is_undone_for_it(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _remove(page, 2)
    with monkeypatch.context() as patch:
        patch.setattr(saved_steps, "_LARGEST", 400)
        workspace = _run(page)
        workspace.remove("news", 1)
        workspace.save()
        assert workspace.undo(), "what was done in this run can be undone in it"
        workspace.redo()
    assert _labels(page)[0] == "Remove news item “The Lakes data set is out.”"
    saved = page.read_text()
    capsys.readouterr()
    assert run(["undo", "--in", str(page)], lambda _: 99) == 4
    assert "too large to be kept" in capsys.readouterr().err
    assert page.read_text() == saved
    assert run(["history", str(page), "--diff"], lambda _: 99) == 0
    assert run(["undo", "--in", str(page), "2"], lambda _: 99) == 0
    assert page.read_text() == REMOVED


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"null", b'{"version": 1}', b"[" * 100_000, b'{"version": 9}', b"\xff\xfe"]
)
def test_a_damaged_record_is_passed_over(page: Path, tmp_path: Path, damage: bytes) -> None:
    _remove(page, 2)
    _remove(page, 1)
    newest = max((tmp_path / "state" / "profile-tui" / "steps").rglob("*.json"))
    newest.write_bytes(damage)
    workspace = _run(page)
    assert workspace.undo() == "Remove news item “One paper accepted by ICE 2026.”"
    assert workspace.page.page.text == REMOVED


def test_states_that_are_damaged_are_passed_over(page: Path, tmp_path: Path) -> None:
    _remove(page)
    (record,) = (tmp_path / "state" / "profile-tui" / "steps").rglob("*.json")
    record.write_text(record.read_text().replace('"after": {"', '"after": {"/elsewhere'))
    assert _run(page).undo() is None


def test_history_and_undo_on_the_command_line(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _remove(page, 2)
    _remove(page, 1)
    capsys.readouterr()
    assert run(["history", str(page), "--diff"], lambda _: 99) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[25:] for line in lines if line.startswith("    ")] == [
        "Remove news item “The Lakes data set is out.”",
        "Remove news item “One paper accepted by ICE 2026.”",
    ]
    assert "-- *2025.11*: One paper accepted by **ICE 2026**." in lines
    assert run(["undo", "--in", str(page), "2", "--dry-run"], lambda _: 99) == 0
    assert capsys.readouterr().out == (
        "--- a/index.md\n+++ b/index.md\n@@ -4,6 +4,7 @@\n \n # News\n \n"
        "+- *2025.11*: One paper accepted by **ICE 2026**.\n - *2024.06*: Talk at the Lake Forum.\n \n # Contact\n"
    )
    assert run(["undo", "--in", str(page)], lambda _: 99) == 0
    assert capsys.readouterr().out == "index.md:7: undone: Remove news item “The Lakes data set is out.”\n"
    assert page.read_text() == PAGE.replace("- *2025.11*: One paper accepted by **ICE 2026**.\n", "")
    assert run(["undo", "--in", str(page), "5"], lambda _: 99) == 2
    assert run(["undo", "--in", str(page)], lambda _: 99) == 0
    assert page.read_text() == PAGE
    capsys.readouterr()
    assert run(["undo", "--in", str(page)], lambda _: 99) == 4
    assert capsys.readouterr().err == "profile-tui: there is nothing to undo\n"
    edited = page.read_text()
    assert run(["news", "remove", "--in", str(page), "1"], lambda _: 99) == 0
    page.write_text(edited)
    capsys.readouterr()
    assert run(["undo", "--in", str(page)], lambda _: 99) == 4
    said = "profile-tui: there is nothing to undo: the saved changes are not in the files any more\n"
    assert capsys.readouterr().err == said


def _killed(page: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], *, after: bool = False) -> None:
    """Call the program, which is killed before its files are saved, or after that before it can tell."""
    with monkeypatch.context() as patch:
        if after:
            patch.setattr(notes, "made", lambda _: None)
        else:
            patch.setattr(transaction, "commit", _refuse)
            patch.setattr(saved_steps, "forget", lambda _: None)
            patch.setattr(record, "forget", lambda _: None)
        assert run([*words, "--in", str(page)], lambda _: 0) == (0 if after else 4)


def _refuse(_: object) -> None:
    raise Refused("killed")


def test_an_undo_that_was_killed_before_it_was_saved_is_none(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _remove(page, 3)
    _remove(page, 1)
    steps = _labels(page)
    for words in (["undo"], ["undo", "2"]):
        _killed(page, monkeypatch, words)
        assert _labels(page) == steps
    assert run(["undo", "--in", str(page)], lambda _: 0) == 0
    assert page.read_text() == PAGE.replace("- *2024.06*: Talk at the Lake Forum.\n", "")


def test_a_save_that_was_killed_is_no_step_even_once_the_same_is_done_again(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _killed(page, monkeypatch, ["news", "remove", "1"])
    assert _labels(page) == []
    _remove(page)
    assert _labels(page) == ["Remove news item “The Lakes data set is out.”"]


def test_a_save_that_was_killed_when_all_was_done_is_a_step(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _killed(page, monkeypatch, ["news", "remove", "1"], after=True)
    _remove(page, 2)  # the file is another by now
    assert _labels(page) == [
        "Remove news item “Talk at the Lake Forum.”",
        "Remove news item “The Lakes data set is out.”",
    ]
    _killed(page, monkeypatch, ["undo"], after=True)
    assert _labels(page) == ["Remove news item “The Lakes data set is out.”"]
    _killed(page, monkeypatch, ["undo"], after=True)
    assert _labels(page) == []
    assert page.read_text() == PAGE


def test_the_creation_of_a_file_that_was_killed_when_it_was_there_is_a_step(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = page.parent / "_posts/2026-03-01-lakes.md"
    for text in (PAGE, ""):
        workspace = _run(page)
        document = workspace.cache.document(new, new=text != "")
        document.own_file = True
        document.replace(text.encode(), "Create" if text else "Remove")
        with monkeypatch.context() as patch:
            patch.setattr(notes, "made", lambda _: None)
            workspace.save()
        assert new.exists() == bool(text)
        assert _labels(page)[0] == ("Create" if text else "Remove")


def test_a_removed_file_does_not_come_back_into_another_of_its_name(page: Path) -> None:
    path = page.parent / "_posts/2026-03-01-lakes.md"
    path.parent.mkdir()
    path.write_text(PAGE)
    workspace = _run(page)
    document = workspace.cache.document(path)
    document.own_file = True
    document.replace(b"", "Remove")
    workspace.save()
    assert not path.exists()
    path.write_text("---\ntitle: Another\n---\n")
    with pytest.raises(Refused, match="the same lines were changed since"):
        _run(page).undo()


def test_what_a_call_saves_while_the_editor_is_open_can_be_undone_there(page: Path) -> None:
    editor = _run(page)
    assert not editor.can_undo
    _remove(page)
    editor.read_again(editor.page)
    assert editor.can_undo
    assert editor.undo() == "Remove news item “The Lakes data set is out.”"
    assert editor.page.page.text == PAGE


def test_what_the_editor_saved_itself_is_undone_once(page: Path) -> None:
    editor = _run(page)
    editor.remove("news", 1)
    editor.save()
    assert editor.undo()
    assert not editor.can_undo


@pytest.mark.parametrize(
    "words", [["history"], ["news", "remove", "1", "--in"], ["profile", "set", "title", "A", "--in"]]
)
def test_a_folder_that_the_disk_cannot_list_stops_nothing(
    words: list[str], page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "glob", broken)
    assert run([*words, str(page)], lambda _: 0) == 0
    assert capsys.readouterr().err == ""
