"""The theme that fits the terminal, before one is chosen."""

from __future__ import annotations

import os
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from profile_tui.app.session.terminal_background import Background, BackgroundQuestion, LateAnswer
from profile_tui.app.widgets.themes import usual
from support.editor import editing

DARK_GREY, PAPER = b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\", b"\x1b]11;rgb:fd/f6/e3\x07"
KIND = b"\x1b[?62;22c"


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """A pseudo-terminal: what the terminal itself has in hand, and what a program has."""
    ends = os.openpty()
    yield ends
    for end in ends:
        os.close(end)


def answer(terminal: tuple[int, int], sent: bytes, **environment: str) -> Background:
    """Asks, and has the terminal send something."""
    outer, inner = terminal
    question = BackgroundQuestion(inner, inner, environment)
    os.write(outer, sent)
    return question.answer()


@pytest.mark.parametrize(
    ("sent", "light"),
    [
        (DARK_GREY + KIND, False),
        (PAPER + KIND, True),
        (b"\x1b]11;rgba:ffff/ffff/ffff/ffff\x1b\\" + KIND, True),
        (KIND, None),  # a terminal that does not know the question
    ],
)
def test_the_terminal_tells_its_background(terminal: tuple[int, int], sent: bytes, light: bool | None) -> None:
    assert answer(terminal, sent) == Background(light)


@pytest.mark.parametrize(
    ("code", "light"),
    [("15;0", False), ("0;15", True), ("0;default;15", True), ("12;8", False), ("", None)],
)
def test_else_the_environment_may_tell(terminal: tuple[int, int], code: str, light: bool | None) -> None:
    assert answer(terminal, KIND, COLORFGBG=code).light is light


def test_the_terminal_knows_better_than_the_environment(terminal: tuple[int, int]) -> None:
    assert answer(terminal, DARK_GREY + KIND, COLORFGBG="0;15").light is False


def test_a_terminal_that_is_silent_is_not_waited_for_long(terminal: tuple[int, int]) -> None:
    assert answer(terminal, b"") == Background(None, may_come=True)


def test_what_is_typed_meanwhile_is_kept(terminal: tuple[int, int]) -> None:
    assert answer(terminal, b"n\x1b[B" + PAPER + b"x" + KIND + b"later") == Background(True, "nx")


def test_the_terminal_is_as_it_was_before(terminal: tuple[int, int]) -> None:
    before = termios.tcgetattr(terminal[1])
    answer(terminal, PAPER + KIND)
    assert termios.tcgetattr(terminal[1]) == before


def test_where_there_is_no_terminal_the_environment_tells(tmp_path: Path) -> None:
    with open(tmp_path / "file", "w+b") as file:
        assert BackgroundQuestion(file.fileno(), file.fileno(), {"COLORFGBG": "0;15"}).answer() == Background(True)
        assert file.read() == b""


def test_an_answer_that_comes_too_late_is_no_key() -> None:
    late = LateAnswer()
    assert all(late.takes(character) for character in "^]11;rgb:1e1e/1e1e/2e2e")
    assert not late.takes("n")
    assert all(late.takes(character) for character in "^[?62;22c")
    assert not late.takes("e")


@pytest.mark.parametrize(
    ("colors", "light", "theme"),
    [
        ("truecolor", None, "profile-dark"),
        ("truecolor", True, "profile-light"),
        ("256", False, "profile-dark"),
        ("standard", None, "ansi-dark"),
        ("standard", True, "ansi-light"),
        (None, True, "profile-light"),
    ],
)
def test_the_theme_fits(colors: str | None, light: bool | None, theme: str) -> None:
    assert usual(colors, light=light) == theme


async def test_what_was_typed_ahead_is_done(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("profile_tui.app.editor.app.ProfileApp._background", Background(True, "2\r"))
    async with editing(page) as editor:
        await editor.settle()
        assert editor.app.theme == "profile-light"
        assert editor.form.named == "Publication 1"
