"""The guidelines of clig.dev, point by point: the name of each test is the point, its part stands above it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from profile_tui.cli import tree
from profile_tui.cli.command import Command
from profile_tui.cli.main import run
from support.pty_screen import PtyScreen

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_profiles"
URLS: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]
PROGRAM = [sys.executable, "-m", "profile_tui"]
COMMANDS = list(tree.commands())
WRITING = [command for command in COMMANDS if any(one.name == "--dry-run" for one in command.arguments)]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sample, as the current folder."""
    folder = Path(shutil.copytree(SAMPLES / "acad-homepage", tmp_path / "site"))
    monkeypatch.chdir(folder)
    return folder


def call(*words: str) -> int:
    return run(list(words), lambda path: 99)


def process(*words: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **variables}
    return subprocess.run([*PROGRAM, *words], cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)


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


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "1"}], ids=str)
def test_no_colour_or_animation_where_output_is_no_terminal(site: Path, variables: dict[str, str]) -> None:
    for words in (["show"], ["--help"], ["news", "add", "--dry-run", "One."], ["check"]):
        done = process(*words, cwd=site, **variables)
        assert "\x1b" not in done.stdout + done.stderr


def test_colour_is_for_what_a_change_takes_and_brings(site: Path) -> None:
    with PtyScreen([*PROGRAM, "news", "edit", "7", "--dry-run", "--text", "I moved."], cwd=site) as screen:
        assert screen.exit_code() == 0
        assert re.findall(rb"\x1b\[3[12]m[-+]", bytes(screen.output)) == [b"\x1b[31m-", b"\x1b[32m+"]


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


# Arguments and flags


def test_flags_have_full_names_and_only_help_a_letter() -> None:
    names = {one.name for command in COMMANDS for one in command.arguments if one.is_option}
    assert {name for name in names if not re.fullmatch(r"--[a-z][a-z-]+", name)} == set()


def test_the_same_flag_means_the_same_everywhere() -> None:
    for name in ("--json", "--section", "--in"):
        same = [one for command in COMMANDS for one in command.arguments if one.name == name]
        assert len({(one.value, one.is_list) for one in same}) == 1
    standard = {"--dry-run", "--json", "--help", "--version", "--plain"}
    assert standard - {"--help", "--version"} <= {one.name for command in COMMANDS for one in command.arguments}


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command.name)
def test_what_changes_files_can_be_tried_first(command: Command) -> None:
    assert any(one.name in ("--json", "--dry-run") for one in command.arguments)


def test_the_order_of_flags_does_not_matter(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    diffs = []
    for words in (["--dry-run", "--date", "2026-01", "One."], ["One.", "--date", "2026-01", "--dry-run"]):
        assert call("news", "add", *words) == 0
        diffs.append(capsys.readouterr().out)
    assert diffs[0] == diffs[1]


def test_a_dash_is_standard_input_and_two_end_the_flags(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = subprocess.run(
        [*PROGRAM, "news", "add", "--dry-run", "-"],
        cwd=site,
        input="Piped.\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Piped." in done.stdout
    assert call("news", "add", "--dry-run", "--", "--not-a-flag") == 0
    assert "not-a-flag" in capsys.readouterr().out


def test_no_flag_takes_a_secret() -> None:
    names = {one.name for command in COMMANDS for one in command.arguments}
    assert {name for name in names if re.search("token|password|secret|key$", name)} == set()


# Interactivity


def test_it_asks_only_where_somebody_can_answer_and_every_answer_has_a_flag(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = subprocess.run(
        [*PROGRAM, "news", "add"], cwd=site, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert done.returncode == 2
    options = {one.name for command in COMMANDS if command.name == "news add" for one in command.arguments}
    assert {"TEXT", "--date"} <= options


def test_no_input_asks_for_nothing_even_on_a_terminal(site: Path) -> None:
    for words, lacking in ((["news", "add"], "say what to add: TEXT"), (["news", "edit", "1"], "say what to change")):
        with PtyScreen([*PROGRAM, *words, "--no-input"], cwd=site) as screen:
            assert screen.exit_code() == 2
            assert lacking in screen.text()


def test_one_can_get_out_with_ctrl_c(site: Path) -> None:
    with PtyScreen([*PROGRAM, "news", "add"], cwd=site) as screen:
        screen.wait("ctrl+c to stop")
        screen.send("\x03")
        assert screen.exit_code() == 130


# Subcommands


def test_every_kind_has_the_same_subcommands() -> None:
    found: dict[str, set[str]] = {}
    for command in COMMANDS:
        if len(command.words) == 2 and command.words[0] != "profile":
            found.setdefault(command.words[0], set()).add(command.words[1])
    assert found
    assert all({"add", "edit", "remove", "move"} <= actions for actions in found.values())


def test_no_subcommand_may_be_shortened(site: Path) -> None:
    """So that a new one never changes what an old script means."""
    assert call("news", "a", "One.") == 2
    assert call("news", "add", "--dat", "2026", "One.") == 2


# Robustness


def test_input_is_checked_before_anything_is_written(site: Path) -> None:
    before = (site / "_pages" / "about.md").read_bytes()
    assert call("news", "add", "--date", "2026-13-45", "One.") == 2
    assert (site / "_pages" / "about.md").read_bytes() == before


def test_it_answers_at_once(site: Path) -> None:
    """Within a second, on a machine that may be busy: the least of several."""
    least = min(_seconds(site) for _ in range(5))
    assert least < 1


def _seconds(site: Path) -> float:
    begin = time.perf_counter()
    process("--version", cwd=site)
    return time.perf_counter() - begin


def test_a_call_that_is_repeated_does_no_harm(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = "@article{m, title = {Barns}, author = {Moss, Fay}, journal = {ICE}, year = {2026}, url = {https://example.org}}"
    (site / "x.bib").write_text(entry)
    call("publications", "add", "--bibtex", "x.bib")
    once = (site / "_pages" / "about.md").read_bytes()
    assert call("publications", "add", "--bibtex", "x.bib") == 0
    assert (site / "_pages" / "about.md").read_bytes() == once


# Signals


def test_it_ends_quickly_when_it_is_told_to(site: Path) -> None:
    with PtyScreen([*PROGRAM], cwd=site, env={"TERM": "xterm-256color"}) as screen:
        screen.wait("q Quit")
        screen.kill(signal.SIGTERM)
        assert screen.exit_code() in (128 + signal.SIGTERM, -signal.SIGTERM)


# Configuration and environment


def test_settings_and_state_are_where_xdg_says(site: Path, tmp_path: Path) -> None:
    places = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    home = tmp_path / "home"
    home.mkdir()
    done = process("news", "add", "--date", "2026-01", "One.", cwd=site, HOME=str(home), **places)
    assert done.returncode == 0
    assert list(home.iterdir()) == []


def test_the_usual_variables_are_heeded(site: Path, tmp_path: Path) -> None:
    """NO_COLOR, TERM, COLUMNS and LANG are tried above and in test_catalogue; EDITOR opens what it names."""
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\nprintf "Seen.\\n" > "' + str(tmp_path / "seen") + '"\n')
    editor.chmod(0o755)
    env = {"TERM": "xterm-256color", "EDITOR": str(editor), "VISUAL": ""}
    with PtyScreen([*PROGRAM], cwd=site, env=env) as screen:
        screen.wait("q Quit")
        screen.send("E")
        deadline = time.monotonic() + 20
        while not (tmp_path / "seen").exists() and time.monotonic() < deadline:
            screen.read(0.1)
        screen.send("q")
        assert screen.exit_code() == 0
    assert (tmp_path / "seen").read_text() == "Seen.\n"


# Naming, distribution, analytics


def test_the_name_is_lower_case_and_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("--version") == 0
    assert re.fullmatch(r"profile-tui \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_nothing_is_sent_anywhere_unless_it_is_asked_for(site: Path) -> None:
    code = (
        "import socket, sys\n"
        "def no(*words, **more): raise SystemExit('it connects')\n"
        "socket.socket.connect = no; socket.create_connection = no; socket.getaddrinfo = no\n"
        "from profile_tui.cli.main import run\n"
        "sys.exit(max(run(words.split(), print) for words in "
        "('show', 'check', 'news add --date 2026-01 One', 'publications export', 'profile show', 'undo')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=site, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
