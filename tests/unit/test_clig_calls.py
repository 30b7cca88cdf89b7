"""The guidelines of clig.dev, point by point, from arguments and flags on; `test_clig.py` has the parts before."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from datetime import date
from difflib import SequenceMatcher
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest

from profile_tui.cli import tree
from profile_tui.cli.command import Command
from profile_tui.content.entries import dates
from support.clig import COMMANDS, PROGRAM, ROOT, WRITING, call, process, sample
from support.pty_screen import PtyScreen

NOTE = "profile-tui: note: this site lists its publications in _data/cv.yml, too; --everywhere adds to all of them\n"
BIBTEX = (
    "@article{a, title = {Reeds}, author = {Moss, Fay}, journal = {ICE}, year = {2026}, url = {https://example.org}}"
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sample, as the current folder."""
    return sample(tmp_path, monkeypatch)


# Arguments and flags


def test_flags_have_full_names_and_only_help_a_letter() -> None:
    names = {one.name for command in COMMANDS for one in command.arguments if one.is_option}
    assert {name for name in names if not re.fullmatch(r"--[a-z][a-z-]+", name)} == set()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_what_goes_by_its_place_is_one_thing_or_the_two_that_belong_together(command: Command) -> None:
    places = [argument.name for argument in command.positionals]
    assert len(places) < 2 or places in (["N", "TO"], ["FIELD", "VALUE"])


def test_no_flag_has_a_value_that_may_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """But a list of codes or numbers, which ends at the next flag."""
    lists = {(command.name, one.name) for command in COMMANDS for one in command.arguments if one.is_list}
    assert lists == {("check", "--fix"), ("publications sync", "--add")}
    assert call("news", "add", "One.", "--date") == 2
    assert capsys.readouterr().err.startswith("profile-tui: --date needs a value: DATE")
    assert call("news", "add", "--dry-run=yes", "One.") == 2
    assert capsys.readouterr().err.startswith("profile-tui: --dry-run takes no value")


def test_the_same_flag_means_the_same_everywhere() -> None:
    for name in ("--json", "--section", "--in"):
        same = [one for command in COMMANDS for one in command.arguments if one.name == name]
        assert len({(one.value, one.is_list) for one in same}) == 1
    standard = {"--dry-run", "--json", "--help", "--version", "--plain"}
    assert standard - {"--help", "--version"} <= {one.name for command in COMMANDS for one in command.arguments}


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command.name)
def test_what_changes_files_can_be_tried_first(command: Command) -> None:
    assert any(one.name in ("--json", "--dry-run") for one in command.arguments)


@pytest.mark.parametrize(
    "words", ["news add One.", "news edit 3 --text One.", "news remove 3", "news move 3 1", "profile clear bio"]
)
def test_whatever_was_done_can_be_undone(words: str, site: Path) -> None:
    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}

    before = files()
    assert call(*words.split()) == 0
    assert files() != before
    assert call("undo") == 0
    assert files() == before


def test_the_default_is_what_most_want(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The site in the current folder; today; the first list that has entries."""
    with_path = []
    for words in (["show"], ["show", "."], ["show", str(site)]):
        assert call(*words) == 0
        with_path.append(capsys.readouterr().out)
    assert len(set(with_path)) == 1
    monkeypatch.setattr("profile_tui.content.entries.dates.parse", partial(dates.parse, today=date(2031, 5, 7)))
    added = []
    for words in (["One."], ["--date", "2031-05", "One."]):
        assert call("news", "add", "--dry-run", *words) == 0
        added.append(capsys.readouterr().out)
    assert added[0] == added[1]
    paper = ["--title", "Reeds", "--author", "Ada Example", "--venue", "ICE", "--year", "2026"]
    assert call("publications", "add", *paper) == 0
    assert capsys.readouterr().out == "_pages/about.md:54: added publication 1\n"


def test_the_order_of_flags_does_not_matter(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    diffs = []
    for words in (["--dry-run", "--date", "2026-01", "One."], ["One.", "--date", "2026-01", "--dry-run"]):
        assert call("news", "add", *words) == 0
        diffs.append(capsys.readouterr().out)
    assert diffs[0] == diffs[1]


def test_a_flag_before_the_command_is_told_where_it_goes(capsys: pytest.CaptureFixture[str]) -> None:
    for words, right in (
        ("--json show", "--json comes after the command: profile-tui show --json"),
        ("--dry-run news add One.", "--dry-run comes after the command: profile-tui news add --dry-run"),
    ):
        assert call(*words.split()) == 2
        assert capsys.readouterr().err == f"profile-tui: {right}\n"


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


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("show -", "# News\n\n- *2026.01*: Reeds.\n"),
        ("check -", "---\ntitle: Reeds\ntitle: Rain\n---\n"),
        ("news edit 1 --dry-run --text -", "Reeds."),
        ("news add --dry-run --jsonl -", '{"text": "Reeds."}'),
        ("publications add --dry-run --bibtex -", BIBTEX),
        ("profile set bio --dry-run -", "Reeds."),
    ],
)
def test_a_dash_is_standard_input_wherever_a_file_or_a_text_is_taken(words: str, given: str, site: Path) -> None:
    done = process(*words.split(), cwd=site, stdin=given)
    assert done.stderr in ("", NOTE)
    assert "Reeds" in done.stdout or "title" in done.stdout


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


def test_ctrl_c_ends_a_call_that_reads_and_nothing_is_written(site: Path) -> None:
    before = (site / "_pages" / "about.md").read_bytes()
    with PtyScreen([*PROGRAM, "news", "add", "-"], cwd=site) as screen:
        screen.wait("reading standard input")
        screen.send("One.\n\x03")
        assert screen.exit_code() == 130
        assert "Traceback" not in screen.text()
    assert (site / "_pages" / "about.md").read_bytes() == before


def test_what_asks_another_machine_says_so_first_goes_by_the_proxy_and_heeds_ctrl_c(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        proxy = f"http://127.0.0.1:{silent.getsockname()[1]}"
        env = {"HTTPS_PROXY": proxy, "https_proxy": proxy, "NO_PROXY": "", "no_proxy": ""}
        with PtyScreen([*PROGRAM, "publications", "add", "--from", "10.5555/reeds"], cwd=site, env=env) as screen:
            screen.wait("publications add: looking up 10.5555/reeds")
            silent.settimeout(20)
            connection, _unused = silent.accept()
            with connection:
                screen.send("\x03")
                assert screen.exit_code() == 130
            assert "looking up" not in screen.text()


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


def test_no_two_commands_are_taken_for_one_another(site: Path) -> None:
    """`new` and `news` are near, but no call of one is a call of the other."""
    names = [*tree.names(), "help"]
    near = {
        (one, other) for one, other in combinations(sorted(names), 2) if SequenceMatcher(None, one, other).ratio() > 0.8
    }
    assert near == {("new", "news")}
    before = sorted(site.rglob("*"))
    assert call("new", "add", "--title", "One.") == 2
    assert call("news", "post", "--title", "One.") == 2
    assert sorted(site.rglob("*")) == before


def test_a_command_is_never_a_path_and_a_path_never_a_command(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So a new command changes no call but that of a file with its very name, for which `./` is there."""
    (site / "history").mkdir()
    assert call("history") == 0
    assert call("./history") == 99
    assert call("_pages/about.md") == 99
    assert call("nothing", "at", "all") == 2


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


def test_calls_at_the_same_time_lose_nothing(site: Path) -> None:
    """Each adds its line, or says that it did not."""
    calls = [
        subprocess.Popen(
            [*PROGRAM, "news", "add", "--date", "2026-01", f"Number {number}."],
            cwd=site,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    ends = [(one.communicate()[1], one.returncode) for one in calls]
    text = (site / "_pages" / "about.md").read_text("utf-8")
    for number, (complaint, code) in enumerate(ends):
        assert (code, complaint.startswith("profile-tui: ")) in ((0, False), (4, True))
        assert text.count(f"Number {number}.") == (code == 0)


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


def test_what_is_not_its_own_is_left_to_the_user(tmp_path: Path) -> None:
    """The completion of a shell is printed; where it goes, the user decides."""
    for shell in ("bash", "zsh", "fish"):
        home = tmp_path / shell
        home.mkdir()
        done = process("completion", shell, cwd=tmp_path, HOME=str(home), XDG_CACHE_HOME=str(tmp_path / "cache"))
        assert (done.returncode, done.stderr) == (0, "")
        assert "profile-tui" in done.stdout
        assert list(home.rglob("*")) == []


def test_it_reads_no_variables_but_those_that_others_read_too() -> None:
    """None is of its own, none is a secret, and none has another name than others give it."""
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    names = set(re.findall(r'environ(?:\.get)?[\[(]\s*"([^"]+)"', source))
    usual = {"NO_COLOR", "TERM", "COLUMNS", "PATH", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"}
    assert names == usual | {"TEXTUAL_DRIVER", "TEXTUAL_THEME"}


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


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_how_to_uninstall_it_is_told_where_it_is_installed(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    install, uninstall = text.index("pipx install profile-tui"), text.index("pipx uninstall profile-tui")
    assert install < uninstall < text.index("demo al-folio")


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
