"""Without a screen: what a screen reader gets from `--plain` and from a terminal that is dumb, line after line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from support.pty_screen import PtyScreen

Sample = Callable[[str], Path]
DRAWN = re.compile(r"[\x1b\u2500-\u259f\u2800-\u28ff]")
"""What draws or moves about: escape sequences, boxes, blocks, patterns."""


def start(page: Path, *words: str, **variables: str) -> PtyScreen:
    import sys

    home = page.parent / "home"
    home.mkdir(exist_ok=True)
    env = {"HOME": str(home), "XDG_STATE_HOME": str(home), "XDG_CONFIG_HOME": str(home), **variables}
    return PtyScreen([sys.executable, "-m", "profile_tui", *words], env=env, cwd=page.parent, rows=200)


@pytest.mark.parametrize(
    ("words", "term"), [(["--plain"], "xterm-256color"), ([], "dumb")], ids=["--plain", "TERM=dumb"]
)
def test_a_session_is_lines_alone_questions_in_turn_and_what_is_written_before_the_last(
    words: list[str], term: str, sample: Sample
) -> None:
    page = sample("setext-headings")
    with start(page, *words, page.name, TERM=term) as screen:
        screen.wait("Type a command:")
        screen.send("news add\r")
        screen.wait("News item. Press enter to leave out a field, ctrl+c to stop.")
        screen.wait("Date (")
        screen.send("2026-01\r")
        screen.wait("Text (Markdown")
        screen.send("One paper.\r")
        shown = screen.wait("Write this? [Y/n]")
        assert re.search(r"^\+.*One paper\.$", shown, re.MULTILINE)
        assert "One paper." not in page.read_text("utf-8")
        screen.send("\r")
        screen.wait("added news item 1")
        assert "One paper." in page.read_text("utf-8")
        screen.send("undo\r")
        screen.wait("undone: Add news item")
        assert "One paper." not in page.read_text("utf-8")
        screen.send("nwes add\r")
        screen.wait("did you mean news?")
        screen.send("quit\r")
        assert screen.exit_code() == 0
        said = screen.output.decode("utf-8")
        assert DRAWN.findall(said) == []


def test_a_word_that_is_no_command_is_answered_with_the_commands(sample: Sample) -> None:
    page = sample("setext-headings")
    with start(page, "--plain", page.name) as screen:
        screen.wait("Type a command")
        screen.send("nwes\r")
        screen.wait("there is no command 'nwes'; did you mean news?")
        screen.send("quit\r")
        assert screen.exit_code() == 0


def test_a_page_without_problems_is_told_so_on_a_terminal(sample: Sample) -> None:
    with start(sample("acad-homepage"), "check") as screen:
        assert screen.exit_code() == 0
        assert "no problems found" in screen.text()


def test_the_same_in_chinese(sample: Sample) -> None:
    page = sample("setext-headings")
    with start(page, "--plain", page.name, LC_ALL="zh_CN.UTF-8") as screen:
        screen.wait("请输入命令")
        screen.send("news add\r")
        screen.wait("新闻。按 enter 跳过字段，ctrl+c 停止。")
        screen.send("2026-01\r")
        screen.wait("文本（Markdown，一行）：")
        screen.send("一篇论文。\r")
        screen.wait("写入吗？[Y/n]")
        screen.send("是\r")
        screen.wait("已添加新闻 1")
        screen.send("quit\r")
        assert screen.exit_code() == 0
        assert DRAWN.findall(screen.output.decode("utf-8")) == []
    assert "一篇论文。" in page.read_text("utf-8")


@pytest.mark.parametrize("command", ["show", "check", "--help", "help news add", "profile show", "history"])
def test_what_commands_print_on_a_dumb_terminal_is_lines_alone(command: str, sample: Sample) -> None:
    page = sample("acad-homepage")
    with start(page, *command.split(), TERM="dumb") as screen:
        assert screen.exit_code() in (0, 1)
        assert DRAWN.findall(screen.output.decode("utf-8")) == []
