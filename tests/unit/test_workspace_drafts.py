"""Drafts: unsaved work survives the program, and never gets in its way."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from pathlib import Path

import pytest

from profile_tui.text.span import Splice
from profile_tui.workspace.disk import files
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.drafts.store import Draft, Drafts

PAGE = b"---\ntitle: Ada\n---\n\nHello.\r\n"
FORMS = {"0": {"key": "news of about.md", "texts": {"text": "Paper \U0001f389 \ud800"}}}


@pytest.fixture
def state(own_state: Path) -> Path:
    return own_state / "profile-tui/drafts"


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "about.md"
    path.write_bytes(PAGE)
    return Document.open(path)


def insert(document: Document, text: str) -> None:
    document.perform_splices([Splice.insert(len(document.page.text), text)], f"Insert {text.strip()}")


def kept(document: Document) -> Drafts:
    drafts = Drafts()
    assert drafts.keep(document) == ""
    return drafts


def left() -> list[Draft]:
    drafts, said = Drafts().left()
    assert said == []
    return drafts


def only() -> Draft:
    (draft,) = left()
    return draft


def test_unsaved_steps_come_back_and_can_still_be_undone(document: Document) -> None:
    insert(document, "One.\n")
    insert(document, "Two.\n")
    kept(document)
    again = Document.open(document.path)
    draft = only()
    assert draft.fits(again)
    draft.resume(again)
    assert again.data == PAGE + b"One.\r\nTwo.\r\n"
    assert again.steps == ["Insert One.", "Insert Two."]
    again.undo()
    again.undo()
    assert again.data == PAGE


def test_work_that_went_back_over_a_save_comes_back_too(document: Document) -> None:
    insert(document, "One.\n")
    document.save()
    document.undo()
    insert(document, "Other.\n")
    kept(document)
    again = Document.open(document.path)
    only().resume(again)
    assert again.data == PAGE + b"Other.\r\n"


def test_changes_go_on_top_of_what_another_program_wrote_elsewhere_in_the_file(document: Document) -> None:
    insert(document, "Mine.\n")
    kept(document)
    document.path.write_bytes(PAGE.replace(b"Ada", b"Theirs"))
    again = Document.open(document.path)
    draft = only()
    assert not draft.fits(again)
    assert draft.restored(again).conflicts == 0
    draft.resume(again)
    assert again.data == PAGE.replace(b"Ada", b"Theirs") + b"Mine.\r\n"
    again.undo()
    assert again.data == PAGE.replace(b"Ada", b"Theirs")


def test_lines_that_both_added_in_one_place_are_all_there(document: Document) -> None:
    insert(document, "Mine.\n")
    kept(document)
    document.path.write_bytes(PAGE + b"Theirs.\r\n")
    again = Document.open(document.path)
    only().resume(again)
    assert again.data == PAGE + b"Theirs.\r\nMine.\r\n"


def test_lines_that_both_changed_are_counted(document: Document) -> None:
    document.replace(PAGE.replace(b"Hello", b"Mine"), "Edit")
    kept(document)
    document.path.write_bytes(PAGE.replace(b"Hello", b"Theirs").replace(b"Ada", b"Bo"))
    again = Document.open(document.path)
    draft = only()
    assert draft.restored(again).conflicts == 1
    draft.resume(again)
    assert again.data == PAGE.replace(b"Hello", b"Mine").replace(b"Ada", b"Bo")


def test_what_is_typed_into_forms_is_kept_without_any_step(document: Document) -> None:
    assert Drafts().keep_forms(document.path, FORMS) == ""
    draft = only()
    assert draft.forms == FORMS
    assert draft.data is None


def test_nothing_waiting_leaves_no_draft(document: Document, state: Path) -> None:
    insert(document, "One.\n")
    drafts = kept(document)
    drafts.keep_forms(document.path, FORMS)
    document.save()
    assert drafts.keep(document) == ""
    assert drafts.keep_forms(document.path, {}) == ""
    assert list(state.iterdir()) == []


def test_drafts_stay_out_of_the_repository_and_private(document: Document, state: Path) -> None:
    insert(document, "One.\n")
    kept(document)
    draft = only()
    assert draft.kept.parent == state
    assert draft.kept.stat().st_mode & 0o077 == 0
    assert [path.name for path in document.path.parent.iterdir()] == ["about.md"]


def test_a_draft_is_about_the_file_whatever_link_leads_to_it(document: Document) -> None:
    link = document.path.parent / "link.md"
    link.symlink_to("about.md")
    opened = Document.open(link)
    insert(opened, "One.\n")
    kept(opened)
    assert only().path == document.path


def test_a_relative_state_folder_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "state")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Drafts().folder == tmp_path / ".local/state/profile-tui/drafts"


def test_a_draft_that_cannot_be_written_costs_no_work(document: Document, own_state: Path) -> None:
    (own_state / "profile-tui").write_text("a file where the folder should be")
    insert(document, "One.\n")
    assert "No draft could be kept" in Drafts().keep(document)
    assert document.steps == ["Insert One."]


DEEP = b'{"version": 2, "path": ' + b"[" * 100_000
ODD = [
    b"",
    b"{",
    b"[]",
    b"7",
    b'{"version": 1}',
    b'{"version": "one"}',
    b'{"version": -1, "path": "/x", "base": "", "saved": [], "data": null, "steps": [], "forms": {}}',
    b'{"version": 2, "path": 7, "base": "", "saved": [], "data": null, "steps": [], "forms": {}}',
    b'{"version": 2, "path": "/x", "base": "", "saved": [], "data": "!", "steps": [], "forms": {}}',
    b'{"version": 2, "path": "/x", "base": "", "saved": [], "data": null, "steps": [[1, 2]], "forms": {}}',
    b'{"version": 2, "path": "/x", "base": "", "saved": [], "data": null, "steps": [], "forms": []}',
    b'{"version": ' + b"9" * 5_000 + b"}",
    b"\xff",
    DEEP,
]


@pytest.mark.parametrize("content", ODD, ids=range(len(ODD)))
def test_a_damaged_draft_is_set_aside_and_hides_no_other(document: Document, state: Path, content: bytes) -> None:
    insert(document, "One.\n")
    kept(document)
    good = only().kept
    good.with_name(f"{good.name.partition('-')[0]}-0123456789ab.json").write_bytes(content)
    drafts, (said,) = Drafts().left()
    assert [draft.kept for draft in drafts] == [good]
    assert "damaged" in said
    (aside,) = state.glob("*.damaged")
    assert aside.read_bytes() == content
    assert str(aside) in said
    assert Drafts().left()[1] == [], "it is told once"


def test_a_draft_of_a_newer_version_is_told_and_left_as_it_is(document: Document) -> None:
    insert(document, "One.\n")
    kept(document)
    draft = only()
    draft.kept.write_text(content := json.dumps({**json.loads(draft.kept.read_text()), "version": 99}))
    drafts, (said,) = Drafts().left()
    assert drafts == []
    assert "newer" in said
    assert draft.kept.read_text() == content


def test_a_draft_of_the_first_version_comes_back(document: Document, state: Path) -> None:
    def text(data: bytes) -> str:
        return base64.b64encode(data).decode()

    content = {
        "version": 1,
        "path": str(document.path),
        "base": hashlib.sha256(PAGE).hexdigest(),
        "data": text(PAGE + b"One.\r\n"),
        "steps": [["Insert One.", len(PAGE), "", text(b"One.\r\n")]],
        "form": {"news 2 of about.md": {"text": "Half", " origin": "- one\n"}},
    }
    state.mkdir(parents=True)
    (state / (hashlib.sha256(str(document.path).encode()).hexdigest() + ".json")).write_text(json.dumps(content))
    document.path.write_bytes(b"New.\n" + PAGE)
    again = Document.open(document.path)
    draft = only()
    draft.resume(again)
    assert again.data == b"New.\n" + PAGE + b"One.\r\n"
    assert draft.forms == content["form"]


def test_two_editors_keep_their_own_drafts_and_know_of_each_other(document: Document) -> None:
    one, two = Drafts(), Drafts()
    assert not one.open([document.path])
    assert two.open([document.path])
    other = Document.open(document.path)
    insert(document, "One.\n")
    insert(other, "Two.\n")
    one.keep(document)
    two.keep(other)
    assert two.left() == ([], []), "what the first keeps is not offered while it runs"
    document.save()
    one.keep(document)
    assert one.left() == ([], [])
    one.close()
    two.close()
    assert only().data == PAGE + b"Two.\r\n"


def test_an_editor_on_another_site_is_none_of_its_business(document: Document, tmp_path: Path) -> None:
    one, two = Drafts(), Drafts()
    one.open([document.path])
    assert not two.open([tmp_path / "other.md"])
    one.close()
    two.close()


def test_the_lock_of_an_editor_that_was_killed_is_forgotten(document: Document, state: Path) -> None:
    state.mkdir(parents=True)
    (state / "0123456789ab.lock").write_text(json.dumps([str(document.path)]))
    drafts = Drafts()
    assert not drafts.open([document.path])
    drafts.close()
    assert list(state.iterdir()) == []


def test_changes_that_are_set_aside_are_offered_by_the_next_start(document: Document) -> None:
    drafts = Drafts()
    drafts.open([document.path])
    drafts.set_aside(document, PAGE, PAGE + b"Aside.\r\n")
    drafts.discard()
    drafts.close()
    assert only().restored(document).data == PAGE + b"Aside.\r\n"


def test_drafts_come_in_the_order_in_which_they_were_made(document: Document, state: Path) -> None:
    drafts = Drafts()
    drafts.open([document.path])
    for text in (b"First.\r\n", b"Second.\r\n", b"Third.\r\n"):
        drafts.set_aside(document, PAGE, PAGE + text)
    drafts.close()
    for path in state.glob("*.json"):  # file systems may tell them apart by their times no more exactly than this
        os.utime(path, ns=(0, 0))
    made = [draft.restored(document).data for draft in left()]
    assert made == [PAGE + b"First.\r\n", PAGE + b"Second.\r\n", PAGE + b"Third.\r\n"]


def test_the_draft_of_a_file_that_is_gone_writes_it_anew(document: Document) -> None:
    insert(document, "One.\n")
    kept(document)
    document.path.unlink()
    again = Document(document.path, "about.md", b"", own_file=True)
    only().resume(again)
    again.save()
    assert document.path.read_bytes() == PAGE + b"One.\r\n"


def test_a_draft_that_was_begun_by_a_killed_editor_is_cleared_away(
    document: Document, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise OSError

    insert(document, "One.\n")
    with monkeypatch.context() as patch:
        patch.setattr(files, "_DESCRIPTORS", "/nowhere")  # no files without a name
        patch.setattr(files.NewFile, "take", killed)
        patch.setattr(files.NewFile, "close", killed)
        assert Drafts().keep(document)
    assert len(list(state.iterdir())) == 1
    assert left() == []
    assert list(state.iterdir()) == []


def test_an_editor_that_starts_beside_another_keeps_its_lock(
    document: Document, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other clears the lock away before it is locked."""
    one, two = Drafts(), Drafts()
    real = files.lock

    def late(descriptor: int) -> bool:
        monkeypatch.undo()
        two.left()
        return real(descriptor)

    monkeypatch.setattr(files, "lock", late)
    one.open([document.path])
    assert len(list(state.glob("*.lock"))) == 1
    assert two.open([document.path])
    one.close()
    two.close()
