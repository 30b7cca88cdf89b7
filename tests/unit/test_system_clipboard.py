"""Which program fills the desktop's clipboard, and what it gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.app.session.system_clipboard import command, copy


@pytest.mark.parametrize(
    ("environment", "platform", "installed", "words"),
    [
        ({}, "darwin", {"pbcopy"}, ["pbcopy"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", {"wl-copy", "xclip"}, ["wl-copy"]),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux", {"xclip"}, ["xclip", "-selection", "clipboard"]),
        ({"DISPLAY": ":0"}, "linux", {"xsel"}, ["xsel", "--clipboard", "--input"]),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", {"clip.exe"}, ["clip.exe"]),
        ({"DISPLAY": ":0"}, "linux", set(), None),
        ({}, "linux", {"xclip"}, None),
        ({"SSH_TTY": "/dev/pts/0", "DISPLAY": ":10"}, "linux", {"xclip"}, None),
    ],
)
def test_the_program_is_that_of_the_desktop(
    environment: dict[str, str], platform: str, installed: set[str], words: list[str] | None
) -> None:
    assert command(environment, platform, lambda name: name if name in installed else None) == words


def test_the_text_goes_there_whole(tmp_path: Path) -> None:
    target = tmp_path / "clipboard"
    copy(["tee", str(target)], "Bjørn\n中文")
    assert target.read_text("utf-8") == "Bjørn\n中文"


@pytest.mark.parametrize("words", [["no-such-program-here"], ["false"]])
def test_a_program_that_fails_harms_nobody(words: list[str]) -> None:
    copy(words, "text")
