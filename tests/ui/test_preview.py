"""The site shown by its own generator; stubs on the path stand for Jekyll and Bundler."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from profile_tui.app.screens.main import MainScreen
from profile_tui.app.screens.preview import RunScreen
from support.editor import Editor, editing

SAMPLES = Path(__file__).parents[2] / "sample_profiles"
STUB = """\
#!/bin/sh
echo "$(basename "$0") $@" >> "{record}"
while [ $# -gt 0 ]; do
    [ "$1" = --destination ] && folder=$2
    [ "$1" = --port ] && port=$2
    shift
done
trap 'echo ended >> "{record}"; exit 0' TERM
mkdir -p "$folder/talks/ice"
: > "$folder/talks/ice/index.html"
echo "Configuration file: _config.yml"
echo "      Generating... "
{body}
while :; do sleep 0.1; done
"""
BUILT = """\
echo "                    done in 0.25 seconds."
echo "    Server address: http://127.0.0.1:$port/"
echo "  Server running... press ctrl-c to stop."
"""
BROKEN = """\
echo "  Liquid Exception: Unknown tag 'ice' in index.md"
exit 3
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of a sample."""
    return shutil.copytree(SAMPLES / "academicpages", tmp_path / "site")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were opened in the browser, which there is."""
    found: list[str] = []
    monkeypatch.setattr("profile_tui.app.editor.app.ProfileApp.open_url", lambda self, url: found.append(url))
    monkeypatch.setenv("DISPLAY", ":0")
    return found


def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, body: str = BUILT) -> Path:
    """Puts a stub on the path, and nothing else but what it needs; returns where it writes what was asked of it."""
    folder, record = tmp_path / "bin", tmp_path / "record"
    folder.mkdir(exist_ok=True)
    for tool in ("sh", "basename", "mkdir", "sleep"):
        if not (folder / tool).exists():
            (folder / tool).symlink_to(str(shutil.which(tool)))
    if name:
        (folder / name).write_text(STUB.format(record=record, body=body))
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    (tmp_path / "temporary").mkdir(exist_ok=True)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    return record


async def until(editor: Editor, text: str) -> None:
    """Waits until the screen shows a text."""
    deadline = time.monotonic() + 20
    while text not in editor.picture:
        assert time.monotonic() < deadline, editor.picture
        await editor._pilot.pause(0.05)


async def test_the_site_is_built_after_asking_and_opened_and_ends_with_the_program(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    record = install(tmp_path, monkeypatch, "jekyll")
    before = sorted(site.rglob("*"))
    async with editing(site, (100, 30)) as editor:
        await editor.press("ctrl+g")
        assert isinstance(editor.app.screen, RunScreen)
        assert "jekyll serve is run" in " ".join(editor.picture.split())
        assert not record.exists(), "nothing runs before the user says so"
        await editor.press("r")
        await until(editor, "Built in 0.25 s, and shown at http://127.0.0.1:")
        assert "Server running" in editor.picture
        await editor.press()
        assert len(opened) == 1
        assert opened[0].startswith("http://127.0.0.1:")
        await editor.press("escape")
        assert isinstance(editor.app.screen, MainScreen)
        await editor.press("ctrl+g", "enter")
        assert len(opened) == 2
        assert "ended" not in record.read_text()
    assert record.read_text().startswith("jekyll serve --config ")
    assert record.read_text().endswith("ended\n")
    assert sorted(site.rglob("*")) == before
    assert list((tmp_path / "temporary").iterdir()) == []


async def test_a_gemfile_is_served_by_bundler(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    (site / "Gemfile").write_text('gem "jekyll"\n')
    record = install(tmp_path, monkeypatch, "bundle")
    async with editing(site, (100, 30)) as editor:
        await editor.press("ctrl+g", "r")
        await until(editor, "Built in 0.25 s")
        await editor.press("x")
        assert isinstance(editor.app.screen, MainScreen)
    assert record.read_text().startswith("bundle exec jekyll serve --config ")


@pytest.mark.parametrize(
    ("gemfile", "said"), [(True, "install Ruby and Bundler (gem install bundler)"), (False, "run gem install jekyll.")]
)
async def test_what_is_missing_is_told(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gemfile: bool, said: str
) -> None:
    if gemfile:
        (site / "Gemfile").write_text("")
    install(tmp_path, monkeypatch, "jekyll" if gemfile else "")
    async with editing(site) as editor:
        await editor.press("ctrl+g")
        assert said in editor.told[-1]
        assert isinstance(editor.app.screen, MainScreen)


async def test_saying_no_runs_nothing(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = install(tmp_path, monkeypatch, "jekyll")
    async with editing(site) as editor:
        await editor.press("ctrl+g", "escape")
        assert isinstance(editor.app.screen, MainScreen)
    assert not record.exists()


async def test_a_site_that_does_not_build_says_why(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    install(tmp_path, monkeypatch, "jekyll", BROKEN)
    async with editing(site, (100, 30)) as editor:
        await editor.press("ctrl+g", "r")
        await until(editor, "It ended with code 3; what it said is below.")
        assert "Unknown tag 'ice' in index.md" in editor.picture
        await editor.press("enter")
        assert opened == []
    assert list((tmp_path / "temporary").iterdir()) == []


async def test_unsaved_changes_are_said_not_to_be_in_it(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    install(tmp_path, monkeypatch, "jekyll")
    async with editing(site, (100, 30)) as editor:
        await editor.settle()
        await editor.press("n", *"Ice.", "ctrl+s", "ctrl+g", "r")
        await until(editor, "Unsaved changes are not in it")


async def test_where_no_browser_can_be_seen_the_address_is_told(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    install(tmp_path, monkeypatch, "jekyll")
    async with editing(site, (100, 30)) as editor:
        await editor.press("ctrl+g", "r")
        await until(editor, "Built in")
        await editor.press()
        assert editor.told[-1].startswith("No browser can be opened from here; the page is at http://127.0.0.1:")
        assert opened == []


async def test_a_page_alone_has_nothing_to_build(page: Path) -> None:
    assert os.path.isfile(page)
    async with editing(page) as editor:
        await editor.press("ctrl+g")
        assert editor.told[-1] == "This page isn't in a Jekyll site, so there is nothing to build."
