"""An open file: actions, undo and redo, diffs, and what it refuses to open."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_tui.content.change import edit
from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import Refused, Unreadable
from profile_tui.text.reading import MAX_BYTES
from profile_tui.text.span import Span, Splice
from profile_tui.workspace.documents.diff import changed_lines, unified
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.documents.history import Step
from profile_tui.workspace.workspace import Workspace

PAGE = """---
permalink: /
title: "Ada Sample"
---

# News

- **2024.05** Talk on paper boats in Lyon.
- **2024.01** Moved to the river laboratory.

# Research Interests

- **Boats:** folding and floating.
"""


def opened(folder: Path, text: str | bytes = PAGE, name: str = "about.md") -> Document:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Document.open(path, name=name)


def add_news(document: Document, text: str = "Second boat launched.") -> None:
    document.perform(edit.add(document.page, "news", {"date": "2024-09", "text": text}))


def insert(document: Document, text: str, at: int | None = None) -> None:
    end = len(document.page.text) if at is None else at
    document.perform_splices([Splice.insert(end, text)], f"Insert {text.strip()}")


def test_an_action_shows_at_once_and_writes_nothing(tmp_path: Path) -> None:
    document = opened(tmp_path)
    add_news(document)
    assert len(document.page.entries("news")) == 3
    assert document.steps == ["Add news item"]
    assert document.dirty
    assert document.path.read_text() == PAGE


def test_undo_and_redo_take_whole_actions(tmp_path: Path) -> None:
    document = opened(tmp_path)
    add_news(document)
    now = document.data
    document.perform(edit.move(document.page, "news", 1, 3))
    assert document.undo() == "Move news item"
    assert document.data == now
    assert document.undo() == "Add news item"
    assert document.data == PAGE.encode()
    assert document.undo() is None
    assert document.redo() == "Add news item"
    assert document.redo() == "Move news item"
    assert document.redo() is None
    assert document.steps == ["Add news item", "Move news item"]


def test_undo_reaches_over_a_save(tmp_path: Path) -> None:
    document = opened(tmp_path)
    add_news(document)
    document.save()
    assert document.steps == []
    assert document.undo() == "Add news item"
    assert document.dirty
    assert document.steps == ["Undo: Add news item"]
    document.save()
    assert document.path.read_text() == PAGE


def test_a_new_action_after_undoing_a_saved_one_still_tells_all_that_waits(tmp_path: Path) -> None:
    document = opened(tmp_path)
    insert(document, "one\n")
    document.save()
    document.undo()
    insert(document, "two\n")
    assert document.steps == ["Undo: Insert one", "Insert two"]
    assert document.redo() is None


def test_coming_back_to_the_saved_bytes_by_another_way_leaves_nothing_waiting(tmp_path: Path) -> None:
    document = opened(tmp_path)
    insert(document, "x\n")
    end = len(PAGE)
    document.perform_splices([Splice.delete(Span(end, end + 2))], "Take away")
    assert not document.dirty
    assert document.steps == []
    assert document.diff() == ""


def test_a_change_made_from_an_older_state_is_refused(tmp_path: Path) -> None:
    document = opened(tmp_path)
    stale = edit.remove(document.page, "news", 1)
    add_news(document)
    with pytest.raises(Refused):
        document.perform(stale)
    assert document.steps == ["Add news item"]


def test_a_change_that_changes_nothing_is_no_step(tmp_path: Path) -> None:
    document = opened(tmp_path)
    document.perform(edit.change(document.page, "news", 1, {}))
    assert document.steps == []
    assert document.undo() is None


def test_only_changed_lines_are_marked(tmp_path: Path) -> None:
    document = opened(tmp_path)
    assert document.changed_line_numbers() == set()
    add_news(document)
    assert document.changed_line_numbers() == {8}
    document.save()
    assert document.changed_line_numbers() == set()


def test_reload_takes_what_the_disk_has_and_can_be_undone(tmp_path: Path) -> None:
    document = opened(tmp_path)
    assert not document.changed_on_disk()
    document.path.write_text(PAGE + "More.\n")
    assert document.changed_on_disk()
    document.reload()
    assert document.page.text.endswith("More.\n")
    assert not document.dirty
    document.undo()
    assert document.page.text == PAGE


def test_reload_never_drops_unsaved_work(tmp_path: Path) -> None:
    document = opened(tmp_path)
    add_news(document)
    document.path.write_text(PAGE + "More.\n")
    with pytest.raises(Refused):
        document.reload()
    assert document.steps == ["Add news item"]


def test_a_file_of_the_same_size_and_time_but_other_content_is_noticed(tmp_path: Path) -> None:
    document = opened(tmp_path)
    before = document.path.stat()
    document.path.write_text(PAGE.replace("Lyon", "Nice"))
    import os

    os.utime(document.path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert document.changed_on_disk()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0", "binary"),
        ("News".encode("utf-16"), "UTF-16"),
        ("---\ntitle: x\n---\nJos\u00e9\n".encode("latin-1"), "byte 0xe9 is not UTF-8"),
    ],
)
def test_what_is_no_utf8_text_is_not_opened(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as caught:
        opened(tmp_path, content)
    assert "\n" not in str(caught.value)


def test_the_line_of_a_foreign_byte_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        opened(tmp_path, b"a\r\nb\r\n\xe9\r\n")
    assert (caught.value.path, caught.value.line) == ("about.md", 3)


def test_missing_folder_and_large_files_are_one_line_each(tmp_path: Path) -> None:
    large = tmp_path / "large.md"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    for path, said in [(tmp_path / "none.md", "no such file"), (tmp_path, "folder"), (large, "32 MB")]:
        with pytest.raises(Unreadable, match=said):
            Document.open(path)
    (tmp_path / "dangling.md").symlink_to("nowhere.md")
    with pytest.raises(Unreadable, match="no such file"):
        Document.open(tmp_path / "dangling.md")


def test_nothing_is_written_by_opening_and_leaving(tmp_path: Path) -> None:
    document = opened(tmp_path)
    before = document.path.stat()
    document.save()
    after = document.path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


# --- bytes -----------------------------------------------------------------------------------------------------------


@given(st.binary(max_size=60), st.binary(max_size=60), st.binary(max_size=20), st.binary(max_size=20))
def test_a_step_leads_there_and_back(one: bytes, other: bytes, head: bytes, tail: bytes) -> None:
    before, after = head + one + tail, head + other + tail
    step = Step.between(before, after, "")
    assert step.done(before) == after
    assert step.undone(after) == before
    assert len(step.old) <= len(one)
    assert len(step.new) <= len(other)


@given(
    st.lists(st.tuples(st.integers(0, 40), st.text("ab\r\n\u2028é", max_size=6)), max_size=8),
    st.lists(st.sampled_from(["undo", "redo", "save"]), max_size=8),
)
def test_any_history_comes_back_to_the_bytes_it_began_with(
    tmp_path_factory: pytest.TempPathFactory, inserts: list[tuple[int, str]], moves: list[str]
) -> None:
    document = opened(tmp_path_factory.mktemp("history"), b"a\r\nb\nc\rd")
    first = document.data
    for at, text in inserts:
        insert(document, text, min(at, len(document.page.text)))
    last = document.data
    for move in moves:
        getattr(document, move)()
    while document.redo():
        pass
    assert document.data == last
    while document.undo():
        pass
    assert document.data == first
    assert document.dirty == (document.path.read_bytes() != first)
    assert bool(document.steps) == document.dirty


# --- diffs -----------------------------------------------------------------------------------------------------------


def test_the_diff_shows_the_changed_line_with_its_context(tmp_path: Path) -> None:
    document = opened(tmp_path)
    add_news(document)
    assert document.diff().splitlines() == [
        "--- a/about.md",
        "+++ b/about.md",
        "@@ -5,6 +5,7 @@",
        " ",
        " # News",
        " ",
        "+- **2024.09** Second boat launched.",
        " - **2024.05** Talk on paper boats in Lyon.",
        " - **2024.01** Moved to the river laboratory.",
        " ",
    ]


LINES = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c\r\n", "d\u2028e\n", "f\x0cg\n"]), max_size=30)


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
@pytest.mark.parametrize("seed", range(12))
def test_git_applies_the_diff(tmp_path: Path, seed: int) -> None:
    import random

    dice = random.Random(seed)
    kinds = ["a\n", "b\n", "\n", "c\r\n", "d\u2028e\n", "f\x0cg\n"]
    before = "".join(dice.choices(kinds, k=40)) + dice.choice(["", "end"])
    lines = before.split("\n")
    for _ in range(4):
        lines.insert(dice.randrange(len(lines)), "new")
        del lines[dice.randrange(len(lines))]
    after = "\n".join(lines) + dice.choice(["", "end"])
    path = tmp_path / "a page.md"
    path.write_bytes(before.encode())
    patch = unified(before, after, "a page.md").encode()
    subprocess.run(["git", "apply", "-"], input=patch, cwd=tmp_path, check=True, capture_output=True)
    assert path.read_bytes() == after.encode()


@given(LINES, LINES)
def test_lines_outside_the_changed_ones_stand_in_the_old_text(before: list[str], after: list[str]) -> None:
    changed = changed_lines("".join(before), "".join(after))
    kept = [line for number, line in enumerate(after, 1) if number not in changed]
    old = iter(before)
    assert all(line in old for line in kept)


def test_the_lines_of_the_entry_that_was_moved_differ(tmp_path: Path) -> None:
    text = (
        "---\npermalink: /\n---\n\n# News\n\n- *2026.05*: One.\n  It goes on.\n- *2026.04*: Two.\n- *2026.03*: Three.\n"
    )
    (tmp_path / "about.md").write_text(text)
    workspace = Workspace(locate(tmp_path / "about.md"))
    document = workspace.held("news", 1).document
    for number, to, lines in [(1, 2, {8, 9}), (2, 3, {9, 10}), (3, 1, set())]:
        workspace.move("news", number, to)
        assert document.changed_line_numbers() == lines
    workspace.move("news", 2, 1)
    assert document.changed_line_numbers() == {7}
