"""What is printed does no harm, and what cannot be printed is told: in one line, with an exit code of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from profile_tui.cli import output
from profile_tui.cli.main import run
from profile_tui.cli.output import one_line, visible

PAGE = "---\ntitle: T\ntitle: U\n---\n\n# News – 新聞\n\n- *2026.01*: Snow \x1b[31mred\x07.\n- *2025.01*: Ice 冰.\n"
CALLS = (
    ["show", "about.md"],
    ["show", "--json", "about.md"],
    ["check", "about.md"],
    ["news", "add", "--in", "about.md", "Hail.", "--dry-run"],
    ["--help"],
    ["news", "add", "--help"],
    ["--version"],
)
each_call = pytest.mark.parametrize("words", CALLS, ids=" ".join)
PROGRAM = (sys.executable, "-m", "profile_tui")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "about.md").write_text(PAGE, "utf-8")
    return tmp_path


@each_call
def test_a_full_disk_is_told_in_one_line(folder: Path, words: list[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("the system has no device that is full")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*PROGRAM, *words], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False)
    said = b"profile-tui: standard output could not be written: the disk is full\n"
    assert (done.returncode, done.stderr) == (74, said)
    assert (folder / "about.md").read_text("utf-8") == PAGE


@each_call
def test_a_closed_output_is_told_in_one_line(folder: Path, words: list[str]) -> None:
    call = ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *PROGRAM, *words]
    done = subprocess.run(call, cwd=folder, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (74, b"profile-tui: standard output is closed; nothing could be printed\n")


@each_call
def test_a_reader_that_left_is_no_error(folder: Path, words: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*PROGRAM, *words], cwd=folder, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert done.stderr == b""
    assert done.returncode in (0, 1)


def test_closed_errors_hide_nothing_else(folder: Path) -> None:
    call = ["/bin/sh", "-c", 'exec "$@" 2>&-', "sh", *PROGRAM, "show", "none.md"]
    done = subprocess.run(call, cwd=folder, stdout=subprocess.PIPE, check=False)
    assert (done.returncode, done.stdout) == (3, b"")


def test_a_closed_input_is_told(folder: Path) -> None:
    words = [*PROGRAM, "publications", "add", "--in", "about.md", "--bibtex", "-"]
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" <&-', "sh", *words], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 3
    assert done.stderr == b"profile-tui: standard input is closed; there is nothing to read\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
@each_call
def test_what_an_encoding_lacks_is_escaped(folder: Path, words: list[str], encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run([*PROGRAM, *words], cwd=folder, capture_output=True, env=environment, check=False)
    assert done.returncode in (0, 1)
    assert done.stderr == b""
    printed = done.stdout.decode(encoding)
    assert "\x1b" not in printed
    assert "\x07" not in printed
    if words == ["show", "about.md"]:
        assert "Ice " + ("冰" if encoding == "utf-8" else "\\u51b0") in printed


def test_json_holds_what_the_page_has_in_any_encoding(folder: Path) -> None:
    (folder / "about.md").write_text(PAGE.replace("title: T\ntitle: U", "title: a\tb\nlow: .nan\nhigh: -.inf"), "utf-8")
    call = [*PROGRAM, "show", "--json", "about.md"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(call, cwd=folder, capture_output=True, env=environment, check=True)

    def unsound(word: str) -> None:
        raise AssertionError(f"{word} is not JSON")

    data = json.loads(done.stdout, parse_constant=unsound)
    assert data["front_matter"] == {"title": "a\tb", "low": "nan", "high": "-inf"}
    assert data["sections"][0]["entries"][0]["text"] == "Snow \x1b[31mred\x07."


def test_a_dry_run_shows_control_characters_harmless(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    assert run(["news", "add", "--in", "about.md", "--date", "2026-02", "Hail.", "--dry-run"], lambda path: 99) == 0
    printed = capsys.readouterr().out
    assert " - *2026.01*: Snow \\x1b[31mred\\x07.\n" in printed
    assert "+- *2026.02*: Hail.\n" in printed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\ttext\n", "plain\ttext\n"),
        ("line\r\nline\n", "line\r\nline\n"),
        ("over\rwritten", "over\\rwritten"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b31m\x7f", "\\x9b31m\\x7f"),
        ("abc\u202ecba\u2066", "abc\\u202ecba\\u2066"),
        ("byte \udc80", "byte \\udc80"),
        ("hidden\U000e0041", "hidden\\U000e0041"),
        ("Zoë\u00a0Łuk 冰 👩\u200d🔬", "Zoë\u00a0Łuk 冰 👩\u200d🔬"),
    ],
)
def test_what_a_terminal_would_obey_is_escaped(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_one_line_has_no_line_ends() -> None:
    assert one_line("a\nb\r\nc\td\u2028e") == "a\\nb\\r\\nc\\td\\u2028e"


DIFF = (
    "diff --git a/about.md b/about.md\n--- a/about.md\n+++ b/about.md\n@@ -3,3 +3,3 @@ # News\n # News\n"
    "--- Reeds and rain.\n+++ Reeds, and rain.\n --- kept\n"
    "--- a/_config.yml\n+++ b/_config.yml\n@@ -1 +1 @@\n-title: A\n\\ No newline at end of file\n+title: B\n"
    "\\ No newline at end of file\n--- /dev/null\n+++ b/new.md\n@@ -0,0 +1 @@\n++++ added\n"
)
HEADS = ["--- a/about.md", "+++ b/about.md", "--- a/_config.yml", "+++ b/_config.yml", "--- /dev/null", "+++ b/new.md"]


def test_heads_of_a_coloured_diff_are_those_before_the_lines_of_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("profile_tui.cli.output._shows_styles", lambda: True)
    output.say_diff(DIFF)
    shown = capsys.readouterr().out
    assert re.findall(r"\x1b\[1m(.*)\x1b\[m", shown) == HEADS
    assert re.findall(r"\x1b\[31m(.*)\x1b\[m", shown) == ["--- Reeds and rain.", "-title: A"]
    assert re.findall(r"\x1b\[32m(.*)\x1b\[m", shown) == ["+++ Reeds, and rain.", "+title: B", "++++ added"]
    assert re.sub(r"\x1b\[\d*m", "", shown) == DIFF
