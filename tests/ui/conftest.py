"""Fixtures of the tests that drive the editor through Textual's pilot."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.editor import PAGE
from support.services import Services, playing_all

SAMPLES = Path(__file__).parents[2] / "sample_profiles"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and drafts of whoever runs the tests decide nothing, and are left alone."""
    for name in ("STATE", "CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "xdg" / name.lower()))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("COLORTERM", "truecolor")  # the terminal decides which theme there is at first


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of its own for each test."""
    path = tmp_path / "about.md"
    path.write_bytes(PAGE.encode())
    return path


@pytest.fixture
def sample(tmp_path: Path) -> Callable[[str], Path]:
    """Copies one of the samples."""

    def copied(name: str) -> Path:
        path = tmp_path / Path(name).name
        shutil.copyfile(SAMPLES / name, path)
        return path

    return copied


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """The services that are asked for papers, played; a test gives their answers."""
    with playing_all(tmp_path / "home", monkeypatch) as played:
        yield played
