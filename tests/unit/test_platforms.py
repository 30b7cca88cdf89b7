"""Systems that the tests do not run on, by taking away what they do not have: macOS, and Windows."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from ctypes import c_int
from pathlib import Path

import pytest

from profile_tui import __main__
from profile_tui.workspace.disk import files
from support.pty_screen import PtyScreen

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_profiles"
AS_ON_MACOS = """
import os, sys
for name in ("O_TMPFILE", "listxattr", "getxattr", "setxattr", "removexattr", "posix_fallocate", "sched_getaffinity",
             "copy_file_range", "pidfd_open", "eventfd", "memfd_create"):
    if hasattr(os, name):
        delattr(os, name)
there = os.path.isdir
def no_proc(path):
    if os.fspath(path).startswith("/proc"):
        raise SystemExit("looked into /proc, which macOS has not")
    return there(path)
os.path.isdir = no_proc
real = os.open
def opened(path, *given, **more):
    if isinstance(path, str) and path.startswith("/proc"):
        raise SystemExit("opened /proc, which macOS has not")
    return real(path, *given, **more)
os.open = opened
sys.platform = "darwin"
from profile_tui.__main__ import main
sys.exit(main())
"""
"""Runs the program where Linux's own calls are gone."""
AS_ON_WINDOWS = """
import sys
for name in ("fcntl", "termios", "pwd", "grp", "resource", "tty", "pty"):
    sys.modules[name] = None
sys.platform = "win32"
from profile_tui.__main__ import main
code = main()
print(sorted(name for name in sys.modules if name.startswith("profile_tui")))
sys.exit(code)
"""


def called(start: str, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-c", start, *words]
    return subprocess.run(call, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLES / "al-folio", tmp_path / "site"))


def test_a_site_is_read_changed_and_changed_back_without_the_calls_of_linux(site: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    shown = called(AS_ON_MACOS, "show", "--json", cwd=site)
    assert (shown.returncode, shown.stderr) == (0, "")
    bibtex = "@article{m2026, title = {Barns}, author = {Moss, Fay}, journal = {Harbour Letters}, year = {2026}}"
    (site.parent / "paper.bib").write_text(bibtex)
    for words in (
        ["news", "add", "--date", "2026-01", "One."],
        ["publications", "add", "--bibtex", "../paper.bib"],
        ["profile", "set", "github_username", "ada-example"],
        ["check"],
    ):
        done = called(AS_ON_MACOS, *words, cwd=site)
        assert (done.returncode, done.stderr) == (0, ""), words
    for _ in range(3):
        assert called(AS_ON_MACOS, "undo", cwd=site).returncode == 0
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_attributes_are_kept_on_macos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its C library copies them from one open file to the other: tags, comments, access lists."""
    calls: list[tuple[str, int, int]] = []

    class Library:
        def fcopyfile(self, source: c_int, target: c_int, state: None, flags: c_int) -> int:
            calls.append((os.path.basename(os.readlink(f"/proc/self/fd/{source.value}")), target.value, flags.value))
            return 0

    monkeypatch.delattr(os, "listxattr", raising=False)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr("ctypes.CDLL", lambda name: Library())
    page = tmp_path / "page.md"
    page.write_bytes(b"old")
    page.chmod(0o604)
    with (tmp_path / "new.md").open("wb") as new:
        assert files.copy_attributes(new.fileno(), page, page.stat())
        assert calls == [("page.md", new.fileno(), 0b101)]
        assert os.fstat(new.fileno()).st_mode & 0o777 == 0o604


@pytest.mark.parametrize("error", [OSError(errno.ENOTSUP, "not supported"), AttributeError("fcopyfile")])
def test_attributes_that_macos_cannot_keep_stop_nothing(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Library:
        def __getattr__(self, name: str) -> object:
            raise error

    monkeypatch.delattr(os, "listxattr", raising=False)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr("ctypes.CDLL", lambda name: Library())
    page = tmp_path / "page.md"
    page.write_bytes(b"old")
    with (tmp_path / "new.md").open("wb") as new:
        assert files.copy_attributes(new.fileno(), page, page.stat())


def test_the_editor_saves_on_macos(site: Path) -> None:
    """Started, typed into, saved and left, where Linux's own calls are gone."""
    with PtyScreen([sys.executable, "-c", AS_ON_MACOS, str(site)], env={"TERM": "xterm-256color"}) as screen:
        screen.wait("q Quit")
        screen.send("n")
        screen.wait("New news item")
        screen.send("A lamp for every harbour.\r")
        screen.wait("● 1 added")
        screen.send("\x13")
        screen.wait("enter Save")
        screen.send("\r")
        screen.wait("Saved.")
        screen.send("q")
        assert screen.exit_code() == 0
    assert [path.name for path in site.rglob("*.md") if "A lamp for every harbour." in path.read_text("utf-8")]


def test_no_file_is_written_as_text_whose_line_ends_a_system_would_change() -> None:
    """Files are bytes."""
    code = (ROOT / "src" / "profile_tui").rglob("*.py")
    text_mode = re.compile(r"""\.write_text\(|\bopen\([^()]*,\s*["'][wax]\+?t?["']""")
    assert [path.name for path in code if text_mode.search(path.read_text("utf-8"))] == []


AS_WITHOUT_CASE = """
import builtins, os, sys
def as_it_is(path):
    '''The path as the folder has it, where only capitals differ.'''
    path = os.fspath(path)
    if not isinstance(path, str) or not path.startswith(FOLDER):
        return path
    spelt = FOLDER
    for part in path[len(FOLDER):].strip("/").split("/"):
        try:
            there = [name for name in os.listdir(spelt) if name.casefold() == part.casefold()]
        except OSError:
            there = []
        spelt = os.path.join(spelt, there[0] if there else part)
    return spelt.rstrip("/")
FOLDER = os.path.realpath(os.getcwd())
def through(module, name):
    real = getattr(module, name)
    def called(path, *given, **more):
        return real(path if isinstance(path, int) else as_it_is(path), *given, **more)
    setattr(module, name, called)
for name in ("open", "stat", "lstat"):
    through(os, name)
through(builtins, "open")
from profile_tui.__main__ import main
sys.exit(main())
"""
"""Runs the program where the names of files are the same whatever their capitals, as on most Macs."""


def test_capitals_count_on_the_web_also_where_they_do_not_on_the_disk(site: Path) -> None:
    page = site / "_pages" / "about.md"
    page.write_text(page.read_text("utf-8") + "\n[My paper](/Assets/PDF/nothing.pdf) ![Me](/assets/IMG/prof_pic.svg)\n")
    real = next((site / "assets" / "img").glob("*.*")).name
    page.write_text(page.read_text("utf-8") + f"\n![Me again](/assets/img/{real.upper()})\n")
    with_case = called("from profile_tui.__main__ import main\nimport sys\nsys.exit(main())", "check", cwd=site)
    without = called(AS_WITHOUT_CASE, "check", cwd=site)
    assert f"{real.upper()}" in with_case.stdout
    assert without.stdout == with_case.stdout


def test_a_new_page_does_not_take_the_name_of_one_with_other_capitals(site: Path) -> None:
    (site / "_pages" / "Small-Lakes.md").write_text("---\npermalink: /small/\n---\n")
    done = called(AS_WITHOUT_CASE, "new", "page", "--title", "Small Lakes", cwd=site)
    assert done.returncode == 4
    assert "there is a file of that name already" in done.stderr


def test_windows_gets_one_clear_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert __main__.main() == 69
    assert capsys.readouterr() == (
        "",
        "profile-tui: Windows is not supported; run it in WSL, where it works as on Linux (wsl --install)\n",
    )


@pytest.mark.parametrize("words", [[], ["show"], ["--help"]])
def test_windows_is_told_before_anything_is_imported_that_it_lacks(words: list[str]) -> None:
    done = called(AS_ON_WINDOWS, *words)
    assert done.returncode == 69
    assert done.stderr.count("\n") == 1
    assert done.stdout == "['profile_tui', 'profile_tui.__main__']\n"
