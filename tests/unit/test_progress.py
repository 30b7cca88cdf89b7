"""The line on standard error that a command shows while it takes long, in a real terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from support.pty_screen import PtyScreen

CALL = """\
import os, sys, time
from pathlib import Path
from profile_tui.cli import check, progress
from profile_tui.cli.main import run
progress.FIRST = 0.05
find = check.find

def slowly(target):
    {before}
    wait("go")
    return find(target)

def wait(name):
    while not Path(name).exists():
        time.sleep(0.01)

check.find = slowly
code = run(sys.argv[1:], print)
sys.exit(code)
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page with one problem, which `check` takes long to find: until a file is there."""
    path = tmp_path / "about.md"
    path.write_text("---\ntitle: T\n---\n\n- a | b\n")
    return path


def go(page: Path, name: str = "go") -> None:
    (page.parent / name).touch()


def command(*words: str, before: str = "pass") -> list[str]:
    return [sys.executable, "-c", CALL.format(before=before), "check", *words]


def test_a_line_is_shown_while_it_takes_long_and_gone_with_the_answer(page: Path) -> None:
    with PtyScreen(command("about.md"), cwd=page.parent) as screen:
        assert screen.wait("check: 2 s").strip() == "check: 2 s"
        screen.wait("check: 3 s")
        go(page)
        shown = screen.wait("[bar-table]")
        assert screen.exit_code() == 0
    assert "check:" not in shown


def test_it_says_what_it_is_at_and_stays_on_one_line(page: Path) -> None:
    before = "progress.doing('file ' * 40)"
    with PtyScreen(command("about.md", before=before), cwd=page.parent, columns=40) as screen:
        shown = screen.wait("check: 2 s").strip()
        assert shown == "check: 2 s  file file file file file fi"
        go(page)
        assert screen.exit_code() == 0


def test_a_complaint_meanwhile_has_a_line_of_its_own(page: Path) -> None:
    before = "wait('complain'); from profile_tui.cli.output import complain; complain('this is odd')"
    with PtyScreen(command("about.md", before=before), cwd=page.parent) as screen:
        screen.wait("check: 2 s")
        go(page, "complain")
        shown = screen.wait(lambda text: "odd" in text and "check: " in text)
        assert [line for line in shown.splitlines() if line.strip()] == ["", "profile-tui: this is odd", "check: 3 s"][
            1:
        ]
        go(page)
        assert screen.exit_code() == 0


@pytest.mark.parametrize(
    ("words", "variables"),
    [(["--json"], {}), (["--format", "github"], {}), ([], {"TERM": "dumb"}), ([], {"TERM": ""})],
    ids=["json", "github", "dumb", "no TERM"],
)
def test_where_it_cannot_be_taken_back_it_is_one_plain_line(
    page: Path, words: list[str], variables: dict[str, str]
) -> None:
    with PtyScreen(command(*words, "about.md"), cwd=page.parent, env=variables) as screen:
        screen.wait("profile-tui: check: still working …")
        go(page)
        assert screen.exit_code() == 0
        assert screen.text().count("still working") == 1
        assert b"\x1b" not in bytes(screen.output)


def test_nothing_is_shown_where_nobody_sees_it(page: Path) -> None:
    waiting = command("about.md", before="time.sleep(0.3)")
    go(page)
    done = subprocess.run(waiting, cwd=page.parent, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_nothing_is_shown_of_what_is_done_sooner(page: Path) -> None:
    go(page)
    code = CALL.format(before="pass").replace("FIRST = 0.05", "FIRST = 60")
    with PtyScreen([sys.executable, "-c", code, "check", "about.md"], cwd=page.parent) as screen:
        assert screen.exit_code() == 0
        assert b"\x1b" not in bytes(screen.output)


def test_ctrl_c_takes_the_line_away(page: Path) -> None:
    with PtyScreen(command("about.md"), cwd=page.parent) as screen:
        screen.wait("check: 2 s")
        screen.send("\x03")
        assert screen.exit_code() == 130
        assert "check:" not in screen.text()


def test_a_system_without_the_timer_does_without(page: Path) -> None:
    before = "time.sleep(0.3)"
    code = CALL.format(before=before).replace(
        "import os, sys, time\n", "import os, signal, sys, time\ndel signal.setitimer\n"
    )
    with PtyScreen([sys.executable, "-c", code, "check", "about.md"], cwd=page.parent) as screen:
        go(page)
        screen.wait("[bar-table]")
        assert screen.exit_code() == 0
        assert b"\x1b" not in bytes(screen.output)


def test_programs_that_it_starts_have_their_own_timers(page: Path) -> None:
    """Neither the timer nor a signal that is ignored is passed on, as to git or a hook that uses `alarm`."""
    program = "import signal; print(signal.getitimer(signal.ITIMER_REAL)[0], signal.getsignal(signal.SIGALRM).name)"
    before = f"import subprocess; subprocess.run([sys.executable, '-c', {program!r}])"
    with PtyScreen(command("about.md", before=before), cwd=page.parent) as screen:
        screen.wait("0.0 SIG_DFL")
        go(page)
        assert screen.exit_code() == 0
