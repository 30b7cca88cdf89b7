"""The guidelines of clig.dev, point by point: the name of each test is the point, its part stands above it.

Here are the parts up to errors; `test_clig_calls.py` has arguments and what follows. Points without a test, and why:

A library that parses arguments: words are read from the same descriptions as help and completion (ARCHITECTURE.md).
A link from a command's help to a page of its own: the page of commands is made of that very help and says no more.
Symbols and emoji: what is printed is read aloud, and goes through encodings that lack them.
A flag that quietens: success is one line on standard output, and `>/dev/null` takes just that.
FORCE_COLOR: what leaves the terminal may be applied as a patch; where it is set for a whole build, that would break.
A pager: none is opened. Output is made for scripts and for scrolling back, and `| less` is one pipe away.
DEBUG and verbose output: a fault keeps what its finder needs in a file (`tests/ui/test_crash.py`).
A flag for an output file: what is printed goes to standard output, which the shell can send anywhere.
Several files in one call: a call is about one site; many entries come by `--jsonl`, `--bibtex` and `--from`.
A question before a removal: the command's name says it, one line tells it, `undo` brings it back, to the byte.
`none` for a flag without a value: no flag has a value that may be left out, but the lists of codes and numbers.
Passwords: none is asked for; git asks for its own.
Several things at once, with several bars: services ask to be called one after the other (`test_lookup_client.py`).
Timeouts that can be set: there is one for all that is asked (`test_lookup_client.py`, `test_nothing_hangs`).
Clean-up that a second ctrl+c skips: there is none to wait for; the next start does it (`test_transaction.py`).
Warnings before something goes: nothing that the contract names has gone (`test_contract.py`).
Configuration of a project: what a repository says is data of others, and sets nothing here.
Environment before settings: only the language is in both, and there the setting, which is of this program alone, wins.
`.env`, and variables of its own: it has none, so there is nothing for a file to set.
A single binary: who has Python installs it by one line of pipx or uv, which also takes it away.
Statistics of use: nothing is counted or sent.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from profile_tui.cli import tree
from profile_tui.cli.command import Command
from support.clig import COMMANDS, PROGRAM, ROOT, SAMPLES, call, process, sample
from support.pty_screen import PtyScreen

URLS: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sample, as the current folder."""
    return sample(tmp_path, monkeypatch)


# The basics


def test_it_returns_zero_on_success_and_another_code_on_failure(site: Path) -> None:
    assert call("show") == 0
    assert [call("news", "remove", "99"), call("show", "nothing.md"), call("news", "add")] == [2, 3, 2]


def test_output_goes_to_stdout_and_messages_to_stderr(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call("news", "add", "--date", "2026-01", "One.")
    out, err = capsys.readouterr()
    assert (out, err) == ("_pages/about.md:37: added news item 1\n", "")
    call("news", "remove", "99")
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("profile-tui: ")


# Help


@pytest.mark.parametrize("words", [["-h"], ["--help"], ["help"], ["help", "news"], ["news", "--help"]], ids=" ".join)
def test_help_is_shown_for_h_help_and_help(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert call(*words) == 0
    assert capsys.readouterr().out.startswith("usage: profile-tui")


LINKED = {"Documentation:", "Questions and bugs:"}


def test_the_help_says_where_to_ask_and_where_the_documentation_is(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--help"], ["help", "--man"]):
        assert call(*words) == 0
        shown = re.sub(r"\s+", " ", capsys.readouterr().out.replace("\\-", "-"))
        assert f"Documentation: {URLS['Documentation']} " in shown
        assert f"Questions and bugs: {URLS['Issues']} " in shown


@pytest.mark.parametrize("words", [["--help"], ["help", "news"], ["news", "add", "--help"]], ids=" ".join)
def test_examples_come_first(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """And the commands for every day before the others."""
    assert call(*words) == 0
    headings = [line for line in capsys.readouterr().out.splitlines() if re.fullmatch(r"\w[\w ]*:", line)]
    assert headings[0] == "examples:"
    assert set(headings[1:]) <= {"commands:", "arguments:", "options:", "exit codes:", *LINKED}
    assert tree.names()[:2] == ["news", "publications"]


def test_headings_are_bold_on_a_terminal_that_shows_it(site: Path) -> None:
    for variables, is_bold in (({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)):
        with PtyScreen([*PROGRAM, "news", "add", "--help"], cwd=site, env=variables) as screen:
            assert screen.exit_code() == 0
            assert (b"\x1b[1mexamples:\x1b[m" in screen.output) == is_bold
            assert (b"\x1b" in screen.output) == is_bold


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_subcommand_has_help_that_leads_with_examples_and_a_description(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*command.words, "--help") == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"usage: profile-tui {command.name} ")
    assert command.summary.split(".")[0].split()[0] in shown
    assert "examples:" in shown
    assert all(one.help for one in command.arguments)


def test_h_is_help_also_behind_other_flags(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("news", "add", "--date", "2026", "-h") == 0
    assert capsys.readouterr().out.startswith("usage: ")


@pytest.mark.parametrize(
    "words",
    [
        "news add --nonsense -h",
        "news add --date soon -h",
        "news nonsense -h",
        "news 3 --help",
        "_pages/about.md -h",
        "--plain -h",
        "--nonsense --help",
        "nonsense -h",
        "show --json -h",
    ],
)
def test_h_at_the_end_of_anything_is_help(words: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(*words.split()) == 0
    out, err = capsys.readouterr()
    assert out.startswith("usage: profile-tui")
    assert err == ""


def test_h_after_two_dashes_is_a_text(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("news", "add", "--dry-run", "--", "-h") == 0
    assert re.search(r"^\+- \*.*-h$", capsys.readouterr().out, re.M)
    assert call("--", "-h") == 99


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_examples_are_few_and_more_are_in_the_documentation(command: Command) -> None:
    assert 1 <= len(command.examples) <= 4
    assert command.name in (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert (ROOT / "docs" / "scripting.md").is_file()


def test_a_call_that_lacks_something_says_what_and_where_help_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("news") == 2
    assert capsys.readouterr().err == "profile-tui: say what to do: profile-tui news add|edit|remove|move\n"
    for words, lacking in (
        (["news", "add"], "say what to add: TEXT; see profile-tui news add --help"),
        (["publications", "add"], "say what to add: --title; see profile-tui publications add --help"),
        (["news", "edit", "1"], "say what to change; see profile-tui news edit --help"),
        (["new"], "WHAT and --title are missing; see profile-tui new --help"),
    ):
        assert call(*words, "--in", str(SAMPLES / "acad-homepage")) == 2
        assert capsys.readouterr().err == f"profile-tui: {lacking}\n"


def test_a_typing_mistake_is_answered_with_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    for words, meant in ((["nwes"], "news"), (["news", "ad"], "add"), (["check", "--fxi"], "--fix")):
        assert call(*words) == 2
        assert f"did you mean {meant}?" in capsys.readouterr().err


def test_a_suggestion_is_not_run_by_itself(site: Path) -> None:
    before = (site / "_pages" / "about.md").read_bytes()
    assert call("nwes", "add", "One.") == 2
    assert (site / "_pages" / "about.md").read_bytes() == before


def test_a_command_that_waits_for_a_pipe_says_so_where_there_is_none(site: Path) -> None:
    """A command that reads standard input does so only for `-`, so no call hangs for want of it."""
    with_dash = [one.help for command in COMMANDS for one in command.arguments if "reads standard input" in one.help]
    assert all("- reads" in help for help in with_dash)
    for words in (["news", "add", "--dry-run", "-"], ["publications", "add", "--dry-run", "--bibtex", "-"]):
        with PtyScreen([*PROGRAM, *words], cwd=site) as screen:
            screen.wait("reading standard input; ctrl+d on a line of its own ends it")
            screen.send("One.\n\x04")
            assert screen.exit_code() in (0, 2)  # it is no BibTeX


# Documentation


def test_there_are_pages_on_the_web_in_the_terminal_and_for_man(capsys: pytest.CaptureFixture[str]) -> None:
    docs = Path(__file__).parents[2] / "docs"
    assert (docs / "tutorial.md").is_file()
    assert call("help", "--man") == 0
    assert capsys.readouterr().out.startswith(".TH PROFILE-TUI 1")


# Output


def test_plain_text_is_for_people_and_json_for_programs(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readers = [command for command in COMMANDS if any(one.name == "--json" for one in command.arguments)]
    assert {"show", "check", "news add", "publish", "history"} <= {command.name for command in readers}
    call("show", "--json")
    assert json.loads(capsys.readouterr().out)["path"] == "_pages/about.md"


def test_an_entry_is_one_line_however_narrow_the_terminal(site: Path) -> None:
    text = "word " * 60 + "end."
    assert process("news", "add", "--date", "2026-01", text, cwd=site).returncode == 0
    [line] = [line for line in process("show", cwd=site, COLUMNS="40").stdout.splitlines() if "word" in line]
    assert line == f"    1  2026-01  {text}"


def test_json_is_laid_out_in_lines(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["show"], ["check"], ["profile", "show"], ["history"]):
        call(*words, "--json")
        lines = capsys.readouterr().out.splitlines()
        assert lines[0].startswith("{")
        assert (len(lines) > 2, lines[-1]) == (True, "}")


def test_success_is_told_briefly(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call("news", "add", "--date", "2026-01", "One.")
    assert capsys.readouterr().out.count("\n") == 1


def test_a_change_of_state_is_told_and_can_be_seen_and_taken_back(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (site / "_pages" / "about.md").read_bytes()
    call("news", "add", "--date", "2026-01", "One.")
    call("history")
    assert "Add news item" in capsys.readouterr().out
    assert call("undo") == 0
    assert (site / "_pages" / "about.md").read_bytes() == before


def test_only_the_files_that_it_names_are_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def files() -> dict[str, bytes]:
        return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    before = files()
    assert call("show") + call("publications", "export") + call("news", "add", "--dry-run", "One.") == 0
    assert files() == before
    capsys.readouterr()
    assert call("news", "add", "--date", "2026-01", "One.") == 0
    assert capsys.readouterr().out.startswith("_pages/about.md:37: ")
    after = files()
    assert {name for name in before | after if before.get(name) != after.get(name)} == {"_pages/about.md"}


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "1"}], ids=str)
def test_no_colour_or_animation_where_output_is_no_terminal(site: Path, variables: dict[str, str]) -> None:
    for words in (["show"], ["--help"], ["news", "add", "--dry-run", "One."], ["check"]):
        done = process(*words, cwd=site, **variables)
        assert "\x1b" not in done.stdout + done.stderr


def test_colour_is_for_what_a_change_takes_and_brings(site: Path) -> None:
    with PtyScreen([*PROGRAM, "news", "edit", "7", "--dry-run", "--text", "I moved."], cwd=site) as screen:
        assert screen.exit_code() == 0
        assert re.findall(rb"\x1b\[3[12]m[-+]", bytes(screen.output)) == [b"\x1b[31m-", b"\x1b[32m+"]


def test_colour_is_off_with_no_color_in_any_place(site: Path) -> None:
    words = ["news", "edit", "7", "--dry-run", "--text", "I moved."]
    for at in (0, 2, len(words)):
        with PtyScreen([*PROGRAM, *words[:at], "--no-color", *words[at:]], cwd=site) as screen:
            assert screen.exit_code() == 0
            assert b"\x1b" not in bytes(screen.output)
    with PtyScreen([*PROGRAM, "--help", "--no-color"], cwd=site) as screen:
        assert screen.exit_code() == 0
        assert b"\x1b" not in bytes(screen.output)
        assert b"--no-color" in bytes(screen.output)


def test_no_color_after_two_dashes_is_a_text(site: Path) -> None:
    done = process("news", "add", "--dry-run", "--", "--no-color", cwd=site)
    assert re.search(r"^\+.*no-color$", done.stdout, re.M)


@pytest.mark.parametrize(
    ("sample", "suggestion"), [("setext-headings", "can be fixed: profile-tui check --fix"), ("html-news", "")]
)
def test_what_to_call_next_is_suggested_to_a_person_alone(sample: str, suggestion: str) -> None:
    folder = SAMPLES / sample
    assert "can be fixed" not in process("check", cwd=folder).stdout
    with PtyScreen([*PROGRAM, "check"], cwd=folder) as screen:
        screen.exit_code()
        assert "[" in screen.text()
        assert ("can be fixed" in screen.text()) == bool(suggestion)
        assert suggestion in screen.text()


def test_lines_fit_the_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (60, 80, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        call("--help")
        lines = [
            line for line in capsys.readouterr().out.splitlines() if not line.startswith(("  profile-tui ", "  https:"))
        ]
        assert max(map(len, lines)) <= width


def test_no_pager_is_opened(site: Path, tmp_path: Path) -> None:
    """However long the page: what is printed goes by, and the program is done."""
    lines = "".join(f'{{"date": "2026-01", "text": "Number {number}."}}\n' for number in range(60))
    assert process("news", "add", "--jsonl", "-", cwd=site, stdin=lines).returncode == 0
    pager = tmp_path / "pager"
    pager.write_text(f"#!/bin/sh\ntouch {tmp_path}/opened\n")
    pager.chmod(0o755)
    with PtyScreen([*PROGRAM, "show"], cwd=site, env={"PAGER": str(pager)}, rows=10) as screen:
        assert screen.exit_code() == 0
        assert b"Number 59." in bytes(screen.output)
    assert not (tmp_path / "opened").exists()


def test_nobody_outside_needs_to_know_its_insides(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "_config.yml").write_text("a: [\n")
    call("check")
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    assert not re.search(r"\w+Error\b", out + err)


# Errors


@pytest.mark.parametrize(
    "words",
    [["show", "nothing.md"], ["news", "edit", "99", "--text", "x"], ["new", "nothing", "--title", "x"], ["undo", "9"]],
    ids=" ".join,
)
def test_an_error_is_one_line_that_says_what_to_do(
    words: list[str], site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*words) != 0
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert err.startswith("profile-tui: ")
    assert len(err) < 400


def test_errors_of_one_sort_are_summed_up_and_the_sum_is_last(site: Path) -> None:
    lines = '{"text": "A", "date": "soon"}\n{"text": "B"}\n{"txt": "C"}\n'
    done = process("news", "add", "--jsonl", "-", cwd=site, stdin=lines)
    first, second, last = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert first.startswith("profile-tui: standard input:1: ")
    assert second.startswith("profile-tui: standard input:3: ")
    assert last == "profile-tui: nothing was written: 2 of 3 entries cannot be added"


def test_one_wrong_call_is_one_complaint(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("news", "add", "--nonsense", "--more", "--date", "soon", "One.", "two", "three") == 2
    assert capsys.readouterr().err == (
        "profile-tui: news add has no option --nonsense; see profile-tui news add --help\n"
    )


def test_a_fault_of_the_program_tells_where_to_report_it_with_what(site: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from profile_tui import __main__; from profile_tui.cli import show\n"
        "def broken(given): raise ValueError('text of the user')\n"
        "show.run = broken; sys.argv = ['profile-tui', 'show']; sys.exit(__main__.main())"
    )
    env = {**os.environ, "XDG_STATE_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], cwd=site, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    said = re.fullmatch(
        r"profile-tui: This is a bug in profile-tui \(ValueError.*\); please report it with (\S+), "
        rf"which has no text of yours\. {re.escape(URLS['Issues'])}\n",
        done.stderr,
    )
    assert said
    kept = Path(said[1]).read_text("utf-8")
    assert "ValueError" in kept
    assert "text of the user" not in kept
