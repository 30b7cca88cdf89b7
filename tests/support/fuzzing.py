"""Random sessions on copies of the samples: whatever is done in whatever order, nothing is lost, mixed or torn.

A session does what an editor does: it changes entries, undoes and does again, saves, reads again what other programs
changed, crashes anywhere, a save included, and is started again. After each action the rules of `Fuzzer` are checked. A
session is made by its seed alone, so a failure is found again by it.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from profile_tui.app.session.session import Session
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.kinds import kinds
from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import AppError
from profile_tui.workspace.disk import files
from profile_tui.workspace.disk.recovery import recover
from profile_tui.workspace.drafts.merge import line_changes
from profile_tui.workspace.undoing import Step
from profile_tui.workspace.workspace import EntryRef, Workspace
from support.hostile_texts import BARS, LIQUID, STARTS

SAMPLES = Path(__file__).parents[2] / "sample_profiles"
WORDS = ("Ice", "snow fell", "A talk on *lakes*", "[Frost](https://example.org/frost)", "Ünïcödé – “quotes”", "🎉 Won")
DATES = ("2026-11-21", "2026-05", "2024", "2019-01", "", "2031-12")
CALLS = ("open", "write", "fsync", "fchmod", "link", "rename", "replace", "unlink", "mkdir", "close")
"""The system calls before which a save is killed."""
STEPS = 40
"""Actions of one session."""
_KILLED = 9
_MARK = re.compile(rb"<!-- other \d+ -->")


class Broken(AssertionError):
    """A rule was broken; the message says which, and after which actions."""


class Fuzzer:
    """One session.

    The rules: only a save or another program changes the disk. A save writes all that was done, or nothing, whatever
    kills it. Undo gives back the very bytes that were there before, over saves and restarts, and redo those that it
    took away. What another program wrote elsewhere in a file stays. What was done and not saved is there after a crash.
    Nothing is left lying about, and every complaint is an `AppError`.

    Attributes:
        counts: How often which action was done.
        proven: How often undo gave back bytes that were known.
    """

    def __init__(self, seed: int, folder: Path, sample: str = "") -> None:
        """Make a site of its own."""
        self.random = random.Random(seed)
        self.counts: Counter[str] = Counter()
        self.proven = 0
        self._contested: set[bytes] = set()
        self._names: list[str] = []
        known = sorted(one.name for one in SAMPLES.iterdir() if one.is_dir())
        self.root = folder / "site"
        shutil.copytree(SAMPLES / (sample or self.random.choice(known)), self.root)
        self._disk = self._held()
        self._before: list[dict[str, bytes] | None] = []
        self._saved_before: list[dict[str, bytes] | None] = []
        self._start()

    def run(self, steps: int = STEPS) -> None:
        """Do that many random actions.

        Raises:
            Broken: A rule was broken.
        """
        actions: Sequence[Callable[[], None]] = (
            *[self._add] * 5,
            *[self._change] * 4,
            *[self._remove] * 3,
            *[self._move] * 3,
            *[self._undo] * 5,
            *[self._redo] * 3,
            *[self._save] * 4,
            self._revert,
            self._outside,
            self._clash,
            self._reload,
            self._kill_save,
            self._crash,
            self._restart,
        )
        try:
            for _ in range(steps):
                action = self.random.choice(actions)
                self._names.append(action.__name__.strip("_"))
                self.counts[self._names[-1]] += 1
                action()
                self._check()
        except Broken:
            raise
        except Exception as error:
            raise Broken(f"{type(error).__name__}: {error}; {self._told}") from error
        finally:
            self.session.drafts.close()

    # What is done

    def _start(self) -> None:
        """Start the program."""
        recover()
        self.workspace = Workspace(locate(self.root))
        self.session = Session(self.workspace)
        self.session.started = True
        self.session.open_drafts()

    def _add(self) -> None:
        """Add an entry."""
        kind = self.random.choice(list(kinds()))
        self._try(lambda: self.workspace.add(kind, self._values(kind)))

    def _change(self) -> None:
        """Change some fields of an entry."""
        ref = self._entry()
        if ref is not None:
            values = self._values(ref.entry.kind)
            some = self.random.sample(sorted(values), min(len(values), self.random.randint(1, 2)))
            self._try(lambda: self.workspace.perform(self.workspace.propose_change(ref, {n: values[n] for n in some})))

    def _remove(self) -> None:
        """Remove an entry."""
        ref = self._entry()
        if ref is not None:
            self._try(lambda: self.workspace.perform(self.workspace.propose_remove(ref)))

    def _move(self) -> None:
        """Move an entry."""
        ref = self._entry()
        if ref is not None:
            to = self.random.randint(1, len(self.workspace.entries(ref.entry.kind)))
            self._try(lambda: self.workspace.move(ref.entry.kind, ref.number, to))

    def _undo(self) -> None:
        """Undo, then sometimes do it again and undo once more, which must give the same."""
        now = self._state()
        try:
            label = self.workspace.undo()
        except AppError:
            self._blur()  # another program changed the same lines
            return
        if label is None:
            return
        undone = self._state()
        if gone := set(_marks(now) - _marks(undone)) - self._contested:
            self._broken(f"undo of {label!r} took lines of another program away: {gone}", now, undone)
        expected = self._before.pop() if self._before else None
        self.proven += expected is not None
        if expected is not None:
            changed = [name for name in undone if undone[name] != now.get(name, b"")]  # others may have been outdated
            expected, given = ({name: held.get(name, b"") for name in changed} for held in (expected, undone))
            if expected != given:
                self._broken(f"undo of {label!r} gave other bytes than there were before", expected, given)
        if self.random.random() < 0.5:
            self.workspace.redo()
            if not _same(now, self._state()):
                self._broken(f"redo of {label!r} gave other bytes than were undone", now, self._state())
            self.workspace.undo()
            if not _same(undone, self._state()):
                self._broken(f"a second undo of {label!r} gave other bytes", undone, self._state())
        self._keep()

    def _redo(self) -> None:
        """Do again what was undone."""
        before = self._state()
        if self.workspace.redo() is not None:
            self._before.append(before)
            self._keep()

    def _revert(self) -> None:
        """Undo a step of the history on its own."""
        past = self.workspace.past
        steps: list[Step] = [*past.unsaved()[1], *past.steps()]
        if steps:
            step = self.random.choice(steps)
            self._try(lambda: past.revert(step))

    def _save(self) -> None:
        """Save; where another program was there first, read again and save then."""
        for _ in range(2):
            wanted = self._waiting()
            try:
                self.workspace.save()
            except AppError:
                if self._held() != self._disk:
                    self._broken("a refused save changed the disk", self._disk, self._held())
                if not self.session.changed_on_disk():
                    return  # it was refused for what is in it
                self._take_disk()
                continue
            self._disk = self._held()
            for name, data in wanted.items():
                if self._disk.get(name, b"") != data:
                    self._broken(f"{name} is not what was saved", data, self._disk.get(name))
            if wanted:  # what comes to nothing is not saved, nor remembered
                self._saved_before = list(self._before)
            self._keep()
            return

    def _kill_save(self) -> None:
        """Save in a process that is killed before one of its system calls; then start again."""
        if not self.workspace.dirty:
            return
        old = self._held()
        done = {name: data for name, data in {**old, **self._waiting()}.items() if data}
        self.session.drafts.flush()
        at = self.random.randint(1, 60)
        if (pid := os.fork()) == 0:
            _die_at(at)
            try:
                self.workspace.save()
            except BaseException:  # noqa: BLE001 - the child must end here, whatever it was
                os._exit(1)
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        recover()
        self._disk = self._held()
        if not _same(self._disk, old) and not _same(self._disk, done):
            self._broken(f"a save that was killed at call {at} ({code}) is half done", old, self._disk)
        if code == 0 and not _same(self._disk, done):
            self._broken("a save that was done is not on the disk", done, self._disk)
        self._again(kept=self._waiting())

    def _crash(self) -> None:
        """Be killed; start again, and take up what was not saved."""
        self.session.drafts.flush()
        self._again(kept=self._waiting())

    def _restart(self) -> None:
        """Leave without saving, and start again."""
        self.session.drafts.discard()
        self.session.drafts.close()
        self._before = list(self._saved_before)
        self._start()

    def _outside(self) -> None:
        """Change a file as another program would: one line comes, or one goes."""
        names = [name for name in self._disk if name.endswith((".md", ".yml", ".bib", ".html"))]
        path = self.root / self.random.choice(sorted(names))
        lines = path.read_bytes().splitlines(keepends=True)
        at = self.random.randint(0, len(lines))
        if self.random.random() < 0.7 or not lines:
            lines.insert(at, b"<!-- other %d -->\n" % self.random.randrange(10**9))
        else:
            del lines[min(at, len(lines) - 1)]
        path.write_bytes(b"".join(lines))
        self._disk = self._held()
        self._blur()

    def _clash(self) -> None:
        """Change a line as another program would that was changed here, too, and is not saved."""
        dirty = [one for one in self.session.documents if one.dirty and self._disk.get(one.name) == one.saved]
        if not dirty:
            return
        document = self.random.choice(dirty)
        lines, mine = document.saved.splitlines(keepends=True), document.data.splitlines(keepends=True)
        changed = [start for start, end, _, _ in line_changes(lines, mine) if end > start]
        if changed:
            at = self.random.choice(changed)
            lines[at] = lines[at].rstrip() + b" <!-- other %d -->\n" % self.random.randrange(10**9)
            document.path.write_bytes(b"".join(lines))
            self._disk = self._held()
            self._blur()

    def _reload(self) -> None:
        """Read again what another program changed."""
        if self.session.changed_on_disk():
            self._take_disk()

    # How it is done

    def _take_disk(self) -> None:
        """Read changed files again; unsaved changes go on top, or are kept for the next start."""
        self._blur()
        files_now = self.session.documents
        saved, data = {one.name: one.saved for one in files_now}, {one.name: one.data for one in files_now}
        own = _marks(saved) - _marks(data)  # what the user took away
        try:
            is_on_top = self.session.take_disk()
        except AppError:
            self._restart()  # one of them cannot be read any more
            return
        read = {document.name: document.data for document in self.session.documents}
        theirs = {name: data for name, data in self._disk.items() if name in read}
        if gone := set(_marks(theirs) - _marks(read) - own) - self._contested:
            self._broken(f"reading again lost lines of another program: {gone}", theirs, read)
        if not is_on_top:
            self.counts["conflict"] += 1
            shown = self._state()
            self.workspace.redo()  # the user's lines are one key away, and theirs as well
            self._contested |= set(_marks(shown) - _marks(self._state()))
            self.workspace.undo()
            if not _same(shown, self._state()):
                self._broken("what another program wrote does not come back", shown, self._state())
        self._keep()

    def _try(self, change: Callable[[], object]) -> None:
        """Make a change; a refusal changes nothing."""
        before = self._state()
        try:
            change()
        except AppError:
            if not _same(before, self._state()):
                self._broken("a refusal changed something", before, self._state())
            return
        if not _same(before, self._state()):
            self._before.append(before)
        self._keep()

    def _again(self, kept: dict[str, bytes]) -> None:
        """Start again after a crash: what was not saved is offered, and taken up."""
        drafts = self.session.drafts
        files.close(drafts._lock)  # as the system does when a process ends
        drafts._lock = -1
        was_changed = self.session.changed_on_disk()
        self._start()
        found, said = self.session.left_drafts()
        if said:
            self._broken(f"a draft cannot be read: {said}", b"", b"")
        for document, draft in found:
            before, conflicts = {"": document.data}, draft.restored(document).conflicts
            own = _marks({"": draft.saved or b""}) - _marks({"": draft.data or b""})  # what the user took away
            draft.resume(document)
            if gone := set(_marks(before) - _marks({"": document.data}) - own) - self._contested:
                if not conflicts:
                    self._broken(f"restoring took lines of another program away: {gone}", before, document.data)
                self._contested |= gone  # in the same lines, the user's take their place, and the diff is shown
        self._keep()
        self.session.drafts.flush()
        for _, draft in found:
            draft.discard()
        aside = [document.name for document, _ in found]  # with what was set aside, there is more than there was
        kept = {name: data for name, data in kept.items() if aside.count(name) < 2}
        now = {name: data for name, data in self._state().items() if name in kept}
        if not was_changed and not _same(kept, now):
            self._broken("after a crash, something is not what it was", kept, now)
        self._blur()

    def _keep(self) -> None:
        """Keep the draft, as the editor does after each change."""
        if said := self.session.keep_draft():
            self._broken(f"no draft could be kept: {said}", b"", b"")

    def _blur(self) -> None:
        """From here on, undo cannot give back the very bytes: another program's are among them."""
        self._before, self._saved_before = [], []

    def _entry(self) -> EntryRef | None:
        """Return some entry; None where there is none."""
        found = self.workspace.entries(self.random.choice(list(kinds())))
        return self.random.choice(found) if found else None

    def _values(self, kind: str) -> Values:
        """Return random values for the fields of a kind."""
        values: dict[str, Any] = {}
        for field in kinds()[kind].fields:
            if field.type == "authors":
                names = self.random.sample(("Ada Example", "Ben Sample", "Cyd Müller"), self.random.randint(1, 3))
                values[field.name] = tuple(map(Author, names))
            elif field.type == "date":
                values[field.name] = self.random.choice(DATES)
            elif field.type == "year":
                values[field.name] = self.random.choice((2026, 2024, 1999))
            elif field.type not in ("links", "period"):
                values[field.name] = self.random.choice((*WORDS, *WORDS, *LIQUID, *BARS, *STARTS))
        return values

    # What must hold

    def _state(self) -> dict[str, bytes]:
        """Return what all files would hold after a save."""
        known = [
            *self.workspace.cache.kept.values(),
            *self.session.documents,
        ]  # files that were only read may be outdated
        return {**self._disk, **{document.name: document.data for document in known}}

    def _waiting(self) -> dict[str, bytes]:
        """Return what the files hold that a save would write."""
        return {document.name: document.data for document in self.session.documents if document.dirty}

    def _held(self) -> dict[str, bytes]:
        """Return what the disk holds."""
        found = {}
        for folder, _, names in os.walk(self.root):
            for name in names:
                path = Path(folder, name)
                found[path.relative_to(self.root).as_posix()] = path.read_bytes()
        return found

    def _check(self) -> None:
        """Check what must hold after every action."""
        held = self._held()
        if held != self._disk:
            self._broken("the disk changed without a save", self._disk, held)
        if left := [name for name in held if "profile-tui" in name or name.endswith("~")]:
            self._broken(f"left lying about: {left}", b"", b"")
        if self.workspace.diff() and not self.workspace.dirty:
            self._broken("a diff of nothing", b"", b"")

    @property
    def _told(self) -> str:
        """The actions so far."""
        return f"after {', '.join(self._names)}"

    def _broken(self, what: str, one: object, other: object) -> None:
        """Tell which rule was broken."""
        if isinstance(one, dict) and isinstance(other, dict):
            names = sorted(name for name in {*one, *other} if one.get(name, b"") != other.get(name, b""))
            pairs = [f"{name}:\n{one.get(name)!r}\n{other.get(name)!r}" for name in names[:2]]
            raise Broken("\n".join([f"{what}; {self._told}", *pairs]))
        raise Broken(f"{what}; {self._told}\n{one!r}\n{other!r}")


def session(seed: int, steps: int = STEPS, sample: str = "") -> Counter[str]:
    """Do a session in a folder of its own; return how often which action was done.

    Raises:
        Broken: A rule was broken.
    """
    memory = "/dev/shm"
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None, prefix="fuzz-") as folder:
        before = os.environ.get("XDG_STATE_HOME")
        os.environ["XDG_STATE_HOME"] = str(Path(folder, "state"))
        try:
            fuzzer = Fuzzer(seed, Path(folder), sample)
            fuzzer.run(steps)
        finally:
            if before is None:
                del os.environ["XDG_STATE_HOME"]
            else:
                os.environ["XDG_STATE_HOME"] = before
    return fuzzer.counts


def _marks(held: dict[str, bytes]) -> Counter[bytes]:
    """Return the lines that another program wrote."""
    return Counter(mark for data in held.values() for mark in _MARK.findall(data))


def _same(one: dict[str, bytes], other: dict[str, bytes]) -> bool:
    """Whether two states are the same; a file without content is one that is not there."""
    return all(one.get(name, b"") == other.get(name, b"") for name in {*one, *other})


def _die_at(at: int) -> None:
    """Have the process end before its n-th system call."""
    count = 0

    def wrapped(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any, **named: Any) -> Any:  # noqa: ANN401 - stands for any call
            nonlocal count
            count += 1
            if count == at:
                os._exit(_KILLED)
            return real(*words, **named)

        return call

    for name in CALLS:
        setattr(os, name, wrapped(getattr(os, name)))
