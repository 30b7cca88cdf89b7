"""The user among the authors: told by the page, the configuration or the settings, and set off as neighbours do it."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.text.errors import AppError, Unreadable, UsageError
from profile_tui.workspace import settings

ONE = "# Publications\n\n- [Ice in spring](https://example.org/ice), Ben Sample, Ada Example, *ICE*, 2025\n"
NONE = "# Publications\n\n"
PLAIN = ONE + "- [Drifting snow](https://example.org/snow), Ada Example, Ben Sample, *SNOW*, 2024\n"
CALL = "publications add --title Frost --author Ben_Sample --author Ada_Example --venue ICE --year 2026 --link P=https://x.y/z"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings of this test are kept."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return settings.settings_path()


def write(kept: Path, text: str) -> None:
    kept.parent.mkdir(parents=True)
    kept.write_text(text)


def add(page: Path, *more: str) -> int:
    words = [word.replace("_", " ") for word in CALL.split()]
    return run([*words, "--in", str(page), *more], lambda path: 99)


def page_of(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "about.md"
    path.write_text(text)
    return path


def test_settings_are_read_from_their_place_and_empty_where_there_are_none(kept: Path, tmp_path: Path) -> None:
    assert kept == tmp_path / "config" / "profile-tui" / "settings.toml"
    assert settings.names() == ()
    assert not kept.exists()


def test_a_name_is_kept_once_and_the_rest_of_the_file_stays(kept: Path) -> None:
    settings.keep_name("Ada Example")
    first = kept.read_text()
    settings.keep_name("Ada  Example")
    assert kept.read_text() == first
    kept.write_text("# mine\ntheme = 'x'\nnames = ['Ada Example'] # me\n\n[other]\nnames = [1]\n")
    settings.keep_name('A. "Ice" Example')
    assert kept.read_text() == (
        '# mine\ntheme = \'x\'\nnames = ["Ada Example", "A. \\"Ice\\" Example"] # me\n\n[other]\nnames = [1]\n'
    )
    assert settings.names() == ("Ada Example", 'A. "Ice" Example')


def test_a_name_goes_above_the_tables_of_other_settings(kept: Path) -> None:
    write(kept, "[other]\nx = 1\n")
    settings.keep_name("Ada Example")
    assert settings.names() == ("Ada Example",)
    assert kept.read_text().endswith("\n[other]\nx = 1\n")


@pytest.mark.parametrize("text", ["names = [", "names = 'Ada'", "names = [1]", "\udcff"])
def test_broken_settings_are_told_of_and_left_as_they_are(kept: Path, text: str) -> None:
    kept.parent.mkdir(parents=True)
    kept.write_bytes(text.encode("utf-8", "surrogateescape"))
    for act in (settings.names, lambda: settings.keep_name("Ada Example")):
        with pytest.raises(Unreadable) as caught:
            act()
        assert str(caught.value).startswith(f"{kept}: ")
        assert "\n" not in str(caught.value)
    assert kept.read_bytes() == text.encode("utf-8", "surrogateescape")


def test_a_name_joins_a_list_of_several_lines(kept: Path) -> None:
    write(kept, "# mine\nnames = [\n  'Ada [x]',\n]\n")
    settings.keep_name("Ben Sample")
    assert settings.names() == ("Ada [x]", "Ben Sample")
    assert kept.read_text().startswith("# mine\n")


def test_a_name_with_control_characters_is_refused(kept: Path) -> None:
    write(kept, 'names = ["Ada Example"]\n')
    with pytest.raises(UsageError):
        settings.keep_name("Ada\x1b Example")
    assert kept.read_text() == 'names = ["Ada Example"]\n'


def test_settings_that_cannot_be_written_are_told_of(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where a folder must be")
    with pytest.raises(AppError):
        settings.keep_name("Ada Example")


def test_the_command_line_sets_off_the_name_in_the_settings(kept: Path, tmp_path: Path) -> None:
    write(kept, 'names = ["Ada Example"]\n')
    page = page_of(tmp_path, NONE)
    assert add(page) == 0
    assert "Ben Sample, **Ada Example**, *ICE*, 2026" in page.read_text()


@pytest.mark.parametrize("more", [(), ("--self", "Ada Example")])
@pytest.mark.parametrize("listed", [ONE, PLAIN, ONE.replace("Ada Example", "Cy Ruler")])
def test_neighbours_that_set_nobody_off_are_followed(
    kept: Path, tmp_path: Path, listed: str, more: tuple[str, ...]
) -> None:
    write(kept, 'names = ["Ada Example"]\n')
    page = page_of(tmp_path, listed)
    assert add(page, *more) == 0
    assert "Ben Sample, Ada Example, *ICE*, 2026" in page.read_text()


def test_the_page_tells_before_the_settings(kept: Path, tmp_path: Path) -> None:
    write(kept, 'names = ["Ben Sample"]\n')
    page = page_of(tmp_path, ONE.replace("Ada Example", "**Ada Example**"))
    assert add(page) == 0
    assert "Ben Sample, **Ada Example**, *ICE*, 2026" in page.read_text()


def test_self_sets_the_name_off_and_keeps_it(kept: Path, tmp_path: Path) -> None:
    page = page_of(tmp_path, NONE)
    assert add(page, "--self", "A. Example", "--dry-run") == 0
    assert not kept.exists()
    assert add(page, "--self", "A. Example") == 0
    assert "Ben Sample, **Ada Example**, *ICE*, 2026" in page.read_text()
    assert settings.names() == ("A. Example",)


@pytest.mark.parametrize(
    ("names", "code", "said"),
    [('names = "Ada"\n', 3, "must be a list"), ("[a]\nnames = []\nb = 1\n# names = [", 0, "")],
    ids=["of another type", "in a table"],
)
def test_self_is_kept_together_with_the_page_or_neither_is_written(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], names: str, code: int, said: str
) -> None:
    write(kept, names)
    page = page_of(tmp_path, ONE)
    assert add(page, "--self", "A. Example") == code
    assert said in capsys.readouterr().err
    assert (page.read_text() == ONE) == (kept.read_text() == names) == (code != 0)


def test_settings_that_cannot_be_written_leave_the_page_as_it_is(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept.parent.parent.write_text("a file where the folder should be")
    page = page_of(tmp_path, ONE)
    assert add(page, "--self", "A. Example") == 3
    assert capsys.readouterr().err.count("\n") == 1
    assert page.read_text() == ONE


def test_self_must_be_one_of_the_authors(kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = page_of(tmp_path, ONE)
    assert add(page, "--self", "Zoe Third") == 2
    assert "'Zoe Third' isn't one of the authors" in capsys.readouterr().err
    assert (page.read_text(), kept.exists()) == (ONE, False)


def test_broken_settings_do_not_stop_an_addition(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(kept, "names = [")
    page = page_of(tmp_path, NONE)
    assert add(page) == 0
    said = capsys.readouterr().err
    assert said.startswith(f"profile-tui: {kept}: the settings file isn't valid TOML")
    assert said.count("\n") == 1
    assert "Ben Sample, Ada Example, *ICE*, 2026" in page.read_text()
    assert add(page, "--self", "Ada Example") == 3
    assert kept.read_text() == "names = ["
