"""The editor in Chinese, in a terminal of 80 columns: what is seen, and that wide characters keep the columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rich.cells import cell_len

from support.pty_screen import PtyScreen

CTRL_S, ENTER, ESCAPE = "\x13", "\r", "\x1b"
Sample = Callable[[str], Path]
Start = Callable[..., PtyScreen]
CHINESE = {"LC_ALL": "zh_CN.UTF-8"}


def test_a_news_item_from_the_key_to_the_disk_in_chinese(start: Start, sample: Sample) -> None:
    page = sample("acad-homepage")
    before = page.read_text("utf-8")
    screen = start(page, env=CHINESE)
    screen.wait("? 按键")
    picture = screen.wait("新闻 · 7")
    assert "研究兴趣" in picture
    assert "荣誉与奖励" in picture
    screen.send("n")
    screen.wait("新建新闻")
    screen.send("One paper.")
    picture = screen.wait(lambda shown: "One paper." in shown.partition("将写入")[2])
    assert "Markdown，文件中是一行" in picture
    screen.send(CTRL_S)
    screen.wait("● 新增 1")
    screen.send(CTRL_S)
    screen.wait("增加 2 行，删除 0 行")
    screen.send(ENTER)
    screen.wait("已保存")
    screen.send("q")
    assert screen.exit_code() == 0
    added = [line for line in page.read_text("utf-8").splitlines() if line not in before.splitlines()]
    assert len(added) == 1
    assert added[0].endswith("One paper.")


def test_no_line_of_the_help_runs_over_the_edge(start: Start, sample: Sample) -> None:
    screen = start(sample("acad-homepage"), env=CHINESE)
    screen.wait("? 按键")
    screen.send("?")
    screen.wait("添加一条今天的新闻，在任何地方都可用")
    # the right border of each row of the box is where it belongs
    screen.wait(lambda shown: {cell_len(row) for row in rows_of_the_box(shown)} == {80})


def rows_of_the_box(shown: str) -> list[str]:
    return [line.rstrip() for line in shown.splitlines() if line.startswith("││")]


def test_the_settings_choose_the_language(start: Start, sample: Sample, tmp_path: Path) -> None:
    (tmp_path / "profile-tui").mkdir()
    (tmp_path / "profile-tui" / "settings.toml").write_text('language = "zh_CN"\n')
    screen = start(sample("acad-homepage"), env={"LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": str(tmp_path)})
    screen.wait("? 按键")
