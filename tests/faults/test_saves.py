"""Every system call of a save fails in turn, or is the last: all of it is on the disk, or nothing; no text is lost."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from profile_tui.workspace.disk.recovery import recover
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.drafts.store import Drafts
from support.faults import Case, Faults, Named, Strace, Within, struck

PAGE = "---\ntitle: Ada\n---\n\n- one\n- two\n"
SHORT = "---\ntitle: Bo\n---\n"
LONGER = PAGE + "- three " + "x" * 9_000 + "\n"
SET: dict[str, tuple[str | None, str | None]] = {
    "about.md": (PAGE, LONGER),
    "_news/deep/new.md": (None, PAGE),
    "_news/old.md": (PAGE, None),
}
TWO: dict[str, tuple[str | None, str | None]] = {"about.md": (PAGE, LONGER), "papers.md": (LONGER, SHORT)}
ONE = {"about.md": (PAGE, LONGER)}
SHORTER = {"about.md": (LONGER, SHORT)}

CASES: dict[str, Callable[[Path], Case]] = {
    "one file": lambda folder: Case(folder, "save", {**ONE}),
    "a set of three": lambda folder: Case(folder, "save", SET),
    "in place": lambda folder: Case(folder, "save", {**ONE}, linked="about.md"),
    "in place, shorter": lambda folder: Case(folder, "save", {**SHORTER}, linked="about.md"),
    "a set, one in place": lambda folder: Case(folder, "save", TWO, linked="papers.md"),
}


@pytest.fixture(params=[Strace, Within, Named])
def faults(request: pytest.FixtureRequest, folder: Path) -> Iterator[Faults]:
    if request.param is Strace and shutil.which("strace") is None:
        pytest.skip("strace is missing; the calls that Python makes are tried without it")
    with request.param(folder) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where the system has one: hundreds of saves are synced in each test."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path) as made:
        yield Path(made)


@pytest.fixture
def recorded(record_property: Callable[[str, object], None]) -> Iterator[Counter[str]]:
    """Counts the points, for the summary."""
    count: Counter[str] = Counter()
    yield count
    for name, number in count.items():
        record_property(name, number)


@pytest.mark.parametrize("name", CASES)
def test_at_any_signal_all_of_a_save_is_there_at_the_next_start_or_nothing(
    name: str, faults: Faults, recorded: Counter[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = CASES[name](folder / "case")
    monkeypatch.setenv("XDG_STATE_HOME", str(case.folder / "state"))
    for point, fault, code in struck(faults, case, faults.signals):
        at = f"{name}, {fault} at {point}, ended with {code}: {case.said}"
        recover()
        assert case.found == case.after if code == 0 else case.found in (case.before, case.after), at
        assert case.left_over == [], at
        recorded["points with a signal"] += 1


@pytest.mark.parametrize("name", CASES)
def test_whatever_call_fails_a_save_is_done_or_has_changed_nothing(
    name: str, faults: Faults, recorded: Counter[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = CASES[name](folder / "case")
    monkeypatch.setenv("XDG_STATE_HOME", str(case.folder / "state"))
    for point, fault, code in struck(faults, case, faults.errors):
        at = f"{name}, {fault} at {point}, ended with {code}: {case.said}"
        assert code in (0, 3, 4), at
        assert "\n" not in case.said, at
        if "start profile-tui again" not in case.said:
            assert case.seen == (case.after if code == 0 else case.before), at
        recover()
        assert case.found == (case.after if code == 0 else case.before), at
        assert case.left_over == [], at
        recorded["points with an error"] += 1


def test_an_interrupted_recovery_is_made_up_for_by_the_next(
    faults: Faults, recorded: Counter[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = CASES["a set, one in place"](folder / "case")
    monkeypatch.setenv("XDG_STATE_HOME", str(case.folder / "state"))
    half = folder / "half"
    for _ in struck(faults, case, ("SIGKILL",)):
        if case.found["papers.md"] not in (LONGER, SHORT):
            shutil.copytree(case.folder, half)
            break
    else:
        pytest.fail("no kill leaves a file half written")
    again = Case(case.folder, "recover", TWO, linked="papers.md")

    def restore() -> None:
        shutil.rmtree(case.folder)
        shutil.copytree(half, case.folder)
        # a copy has no hard links, and is written in place all the same
        (case.folder / "site/link.md").unlink()
        (case.folder / "site/link.md").hardlink_to(case.folder / "site/papers.md")

    monkeypatch.setattr(again, "build", restore)
    for point, fault, code in struck(faults, again, ("SIGKILL", "EIO")):
        recover()
        assert case.found in (case.before, case.after), f"{fault} at {point}, ended with {code}"
        assert case.left_over == []
        recorded["points of a recovery"] += 1


def test_what_is_typed_is_on_the_disk_or_in_a_draft_whenever_the_program_ends(
    faults: Faults, recorded: Counter[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = Case(folder / "case", "draft and save", {**ONE})
    monkeypatch.setenv("XDG_STATE_HOME", str(case.folder / "state"))
    begun = False
    for point, fault, code in struck(faults, case, (*faults.signals[:2], "EIO")):
        at = f"{fault} at {point}, ended with {code}"
        recover()
        drafts, said = Drafts().left()
        assert said == [], at
        document = Document.open(case.folder / "site/about.md")
        offered = [draft.restored(document).data.decode() for draft in drafts]
        assert set(offered) <= {LONGER}, at
        kept = bool(offered) or case.found == case.after
        if fault != "EIO":
            # before the draft is there for the first time, there is nothing that could be kept
            assert kept or not begun, at
            begun = begun or kept
        assert case.found in (case.before, case.after), at
        assert case.left_over == [], at
        recorded["points of a draft"] += 1
    assert begun
