"""The editor from its start to its end in a real terminal, by the bytes that a keyboard sends."""

from __future__ import annotations

import difflib
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from support.pty_screen import PtyScreen

CTRL_O, CTRL_S, ENTER, ESCAPE = "\x0f", "\x13", "\r", "\x1b"
SAMPLES = Path(__file__).parents[2] / "sample_profiles"
FIRST = {
    "acad-homepage": "News · 7",
    "setext-headings": "News · 5",
    "chinese-crlf": "News · 5",
    "html-news": "News · 6",
    "interests-only": "Research Interests · 5",
    "numbered-interests": "News · 10",
    "plain-text": "Jekyll copies this",
}
"""What the editor begins with."""

Sample = Callable[[str], Path]
Start = Callable[..., PtyScreen]


def open_page(start: Start, path: Path, **options: object) -> PtyScreen:
    """Starts the editor and waits until it can be used."""
    screen = start(path, **options)
    screen.wait("? Keys")
    return screen


def new_news(screen: PtyScreen, text: str) -> None:
    """Opens the form of a news item and types its text, up to the line that will be written."""
    screen.send("n")
    screen.wait("New news item")
    screen.wait("ctrl+s Apply")
    screen.send(text)
    screen.wait(lambda shown: text in shown.partition("will be written")[2])


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that a diff takes out and puts in."""
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def test_a_news_item_from_the_key_to_the_disk(start: Start, sample: Sample) -> None:
    page = sample("setext-headings")
    before = page.read_text("utf-8")
    screen = open_page(start, page, shell='"$@"; echo "code $?."; stty -a; echo done')
    new_news(screen, "Talk on 海图 (sea charts) in 長崎.")
    screen.send(" ")
    screen.paste("Slides follow,\nin two languages,\nnext week.")
    screen.wait(lambda shown: shown.count("next week.") == 2)
    screen.resize(60, 24)
    screen.wait(lambda shown: len(shown.split("\n")[0]) == 60)
    screen.send(CTRL_S)
    screen.wait("● 1 ")
    screen.send(CTRL_S)
    shown = screen.wait("enter Save")
    assert "1 line added, 0 removed" in shown
    assert page.read_text("utf-8") == before
    screen.resize(80, 24)
    screen.wait(lambda shown: len(shown.split("\n")[1]) == 80)
    screen.send(ENTER)
    screen.wait("Saved.")
    screen.send("q")
    screen.wait("done")
    screen.exit_code()

    (line,) = changed_lines(before, page.read_text("utf-8"))
    assert line.startswith("+ - [20")
    assert line.endswith("] Talk on 海图 (sea charts) in 長崎. Slides follow, in two languages, next week.")
    output = screen.output.decode()
    assert "code 0." in output
    settings = output.rpartition("code 0.")[2].replace(";", " ").split()
    assert {"icanon", "echo", "isig", "ixon", "icrnl", "opost"} <= set(settings)
    for switched_on, switched_off in (
        ("?1049h", "?1049l"),
        ("?25l", "?25h"),
        ("?2004h", "?2004l"),
        ("?1003h", "?1003l"),
    ):
        assert output.rfind(f"\x1b[{switched_off}") > output.rfind(f"\x1b[{switched_on}")


def test_keys_that_come_in_one_moment_act_in_turn(start: Start, sample: Sample) -> None:
    screen = open_page(start, sample("setext-headings"))
    screen.send("n")
    screen.wait("ctrl+s Apply")
    screen.send("Tlak\x7f\x7f\x7falk.\x1b[Z\x152026-01\tIn ")
    screen.wait(lambda shown: "[2026. 1] Talk.In" in shown.partition("will be written")[2])


def test_leaving_with_a_change_asks_and_discarding_leaves_the_file_alone(start: Start, sample: Sample) -> None:
    page = sample("setext-headings")
    before = page.read_bytes()
    screen = open_page(start, page)
    new_news(screen, "Nobody will read this.")
    screen.send(CTRL_S)
    screen.wait("● 1 ")
    screen.send("q")
    screen.wait("1 change is not saved yet")
    screen.send("d")
    assert screen.exit_code() == 0
    assert page.read_bytes() == before
    assert "Nobody will read this." not in open_page(start, page).wait("News · 5")


def test_the_text_of_a_field_is_edited_outside(start: Start, sample: Sample, tmp_path: Path) -> None:
    page = sample("setext-headings")
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nread -r answer </dev/tty\nprintf "%s, then %s\\n" "$(cat "$1")" "$answer" >"$1"\n')
    editor.chmod(0o755)
    screen = open_page(start, page, editor=editor)
    new_news(screen, "Begun inside")
    screen.send(CTRL_O)
    screen.wait(lambda _: screen.output.rfind(b"\x1b[?1049l") > screen.output.rfind(b"\x1b[?1049h"))
    screen.send("outside 外\n")
    screen.wait(lambda shown: shown.count("Begun inside, then outside 外") == 2)
    screen.send(CTRL_S)
    screen.wait("● 1 ")
    screen.send(CTRL_S)
    screen.wait("enter Save")
    screen.send(ENTER)
    screen.wait("Saved.")
    screen.send("q")
    assert screen.exit_code() == 0
    assert "] Begun inside, then outside 外\n" in page.read_text("utf-8")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_a_signal_loses_nothing_that_was_typed(start: Start, sample: Sample, number: signal.Signals) -> None:
    page = sample("setext-headings")
    before = page.read_bytes()
    screen = open_page(start, page)
    new_news(screen, "Kept, not saved.")
    screen.send(CTRL_S)
    screen.wait("● 1 ")
    new_news(screen, "Half a sent")
    screen.kill(number)
    assert screen.exit_code() == 128 + number
    assert screen.output.rfind(b"\x1b[?1049l") > screen.output.rfind(b"\x1b[?1049h")
    assert page.read_bytes() == before

    again = start(page)
    again.wait("left 1 change")
    again.send("r")
    again.wait("Kept, not saved.")
    again.send("n")
    assert "Half a sent" in again.wait("restored")


def test_being_killed_loses_nothing_that_was_typed_a_second_before(
    start: Start, sample: Sample, tmp_path: Path
) -> None:
    page = sample("setext-headings")
    screen = open_page(start, page)
    new_news(screen, "Half a sent")
    screen.wait(
        lambda _: any("Half a sent" in kept.read_text() for kept in tmp_path.glob("home/state/*/drafts/*.json"))
    )
    screen.kill(signal.SIGKILL)
    assert screen.exit_code() == -signal.SIGKILL
    again = open_page(start, page)
    again.wait("Unfinished form")
    again.send("n")
    assert "Half a sent" in again.wait("restored")


def test_a_page_that_is_gone_is_written_anew_from_its_draft(start: Start, sample: Sample) -> None:
    page = sample("setext-headings")
    before = page.read_text("utf-8")
    screen = open_page(start, page)
    new_news(screen, "Kept, not saved.")
    screen.send(CTRL_S)
    screen.wait("● 1 ")
    screen.send("q")
    screen.wait("Keep a draft")
    screen.send("k")
    assert screen.exit_code() == 0
    page.unlink()
    again = start(page)
    again.wait("Press w to write the file anew")
    again.send("w")
    again.wait("Kept, not saved.")
    again.send("q")
    assert again.exit_code() == 0
    (added,) = changed_lines(before, page.read_text("utf-8"))
    assert "Kept, not saved." in added


def test_a_terminal_that_is_closed_ends_the_editor_and_loses_nothing(start: Start, sample: Sample) -> None:
    page = sample("setext-headings")
    screen = open_page(start, page)
    new_news(screen, "The line went dead")
    screen.hang_up()
    assert screen.exit_code() == -signal.SIGHUP
    again = open_page(start, page)
    again.send("n")
    assert "The line went dead" in again.wait("restored")


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "there is no such file"), (b"\x7fELF\x00\x01", "the file is binary"), (b"caf\xe9\n", "is not UTF-8")],
    ids=["missing", "binary", "latin-1"],
)
def test_what_cannot_be_edited_is_told_in_one_line(
    start: Start, tmp_path: Path, content: bytes | None, told: str
) -> None:
    path = tmp_path / "page.md"
    if content is not None:
        path.write_bytes(content)
    screen = start(path, size=(160, 24))
    shown = screen.wait("q to quit")
    (line,) = [line for line in shown.splitlines() if told in line]
    assert "page.md" in line
    assert "Traceback" not in shown
    screen.send("q")
    assert screen.exit_code() == 3


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", sorted(FIRST))
def test_every_sample_opens_and_is_left_as_it_was(
    start: Start, sample: Sample, name: str, size: tuple[int, int]
) -> None:
    page = sample(name)
    before = page.read_bytes()
    screen = open_page(start, page, size=size)
    shown = screen.wait(FIRST[name])
    assert "about.md" in shown.splitlines()[0]
    assert max(map(cell_len, shown.splitlines())) <= size[0]
    screen.send("q")
    assert screen.exit_code() == 0
    assert b"Traceback" not in screen.output
    assert page.read_bytes() == before


def test_a_light_terminal_gets_the_light_theme(start: Start, sample: Sample) -> None:
    screen = start(sample("setext-headings"))
    while b"\x1b]11;?" not in screen.output:
        assert screen.read(20)
    screen.send("\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62c")
    screen.wait("? Keys")
    assert b"48;2;252;252;250" in screen.output
    screen.send("q")
    assert screen.exit_code() == 0


def test_an_answer_that_comes_late_does_nothing(start: Start, sample: Sample) -> None:
    screen = start(sample("setext-headings"))
    screen.wait("? Keys")
    while screen.read(1):
        pass  # the counts of the other sections come after the first frame
    before = screen.text()
    screen.send("\x1b]11;rgb:eeee/dddd/2e2e\x1b\\\x1b[?62c")
    screen.read(1)
    assert screen.text() == before
    screen.send("?")
    screen.wait("esc back")


def test_the_environment_may_name_one_of_the_own_themes(start: Start, sample: Sample) -> None:
    screen = start(sample("interests-only"), env={"TEXTUAL_THEME": "profile-light"})
    screen.wait("? Keys")
    assert b"48;2;252;252;250m" in screen.output, "the ground of the light theme"
