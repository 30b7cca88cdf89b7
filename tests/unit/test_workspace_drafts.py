"""Drafts: unsaved work survives the program, and never gets in its way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from profile_tui.text.errors import Unreadable
from profile_tui.text.span import Splice
from profile_tui.workspace import drafts
from profile_tui.workspace.document import Document

PAGE = b"---\ntitle: Ada\n---\n\nHello.\r\n"


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def document(tmp_path: Path, state: Path) -> Document:
    path = tmp_path / "about.md"
    path.write_bytes(PAGE)
    return Document.open(path)


def insert(document: Document, text: str) -> None:
    document.perform_splices([Splice.insert(len(document.page.text), text)], f"Insert {text.strip()}")


def test_unsaved_steps_come_back_and_can_still_be_undone(document: Document) -> None:
    insert(document, "One.\n")
    insert(document, "Two.\n")
    wanted = document.data
    assert drafts.keep(document) == ""
    again = Document.open(document.path)
    draft = drafts.load(document.path)
    assert draft is not None
    assert draft.fits(again)
    drafts.resume(draft, again)
    assert again.data == wanted
    assert again.steps == ["Insert One.", "Insert Two."]
    again.undo()
    again.undo()
    assert again.data == PAGE


def test_work_that_went_back_over_a_save_comes_back_too(document: Document) -> None:
    insert(document, "One.\n")
    document.save()
    document.undo()
    insert(document, "Other.\n")
    wanted = document.data
    drafts.keep(document)
    again = Document.open(document.path)
    draft = drafts.load(document.path)
    assert draft is not None
    drafts.resume(draft, again)
    assert again.data == wanted


def test_a_draft_of_a_file_that_changed_meanwhile_is_stale_but_not_lost(document: Document) -> None:
    insert(document, "Mine.\n")
    wanted = document.data
    drafts.keep(document)
    document.path.write_bytes(PAGE + b"Theirs.\n")
    again = Document.open(document.path)
    draft = drafts.load(document.path)
    assert draft is not None
    assert not draft.fits(again)
    drafts.resume(draft, again)
    assert again.data == wanted
    again.undo()
    assert again.data == PAGE + b"Theirs.\n"


def test_what_stands_in_a_form_is_kept_without_any_step(document: Document) -> None:
    form = {"kind": "news", "date": "2026-11", "text": "Paper \U0001f389 \ud800"}
    assert drafts.keep(document, form) == ""
    draft = drafts.load(document.path)
    assert draft is not None
    assert draft.form == form
    assert draft.data is None


def test_nothing_waiting_leaves_no_draft(document: Document) -> None:
    insert(document, "One.\n")
    drafts.keep(document)
    document.save()
    assert drafts.keep(document) == ""
    assert drafts.load(document.path) is None


def test_drafts_stay_out_of_the_repository_and_private(document: Document, state: Path) -> None:
    insert(document, "One.\n")
    drafts.keep(document)
    kept = drafts.place(document.path)
    assert kept.is_relative_to(state)
    assert kept.stat().st_mode & 0o077 == 0
    assert [path.name for path in document.path.parent.iterdir() if path != state] == ["about.md"]


def test_one_file_has_one_draft_whatever_link_leads_to_it(document: Document) -> None:
    link = document.path.parent / "link.md"
    link.symlink_to("about.md")
    assert drafts.place(link) == drafts.place(document.path)


def test_a_relative_state_folder_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "state")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert drafts.place(tmp_path / "x.md").is_relative_to(tmp_path / ".local" / "state")


def test_a_draft_that_cannot_be_written_costs_no_work(document: Document, state: Path) -> None:
    state.write_text("a file where the folder should be")
    insert(document, "One.\n")
    assert "No draft could be kept" in drafts.keep(document)
    assert document.steps == ["Insert One."]
    drafts.discard(document.path)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 1}', b"\xff"])
def test_a_damaged_draft_is_told_and_left_alone(document: Document, content: bytes) -> None:
    kept = drafts.place(document.path)
    kept.parent.mkdir(parents=True)
    kept.write_bytes(content)
    with pytest.raises(Unreadable, match="damaged"):
        drafts.load(document.path)
    assert kept.read_bytes() == content


def test_a_draft_of_another_version_is_told(document: Document) -> None:
    insert(document, "One.\n")
    drafts.keep(document)
    kept = drafts.place(document.path)
    kept.write_text(json.dumps({**json.loads(kept.read_text()), "version": 99}))
    with pytest.raises(Unreadable, match="another version"):
        drafts.load(document.path)
