"""The commands `profile show`, `set`, `clear` and `remove`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from support import profiles
from support.repositories import build, snapshot


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository as of academicpages, which is the current directory."""
    folder = build(tmp_path / "site", profiles.ACADEMIC)
    monkeypatch.chdir(folder)
    return folder


def call(*words: str) -> int:
    return run(words, lambda _: 99)


def config(site: Path) -> str:
    return (site / "_config.yml").read_text()


OLD = profiles.ACADEMIC["_config.yml"]


def test_show_lists_values_below_their_groups_and_hints_for_the_rest(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(site)
    assert call("profile", "show") == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "Identity  [_config.yml]"
    assert "  author.email          ada@example.org" in out
    assert "  author.zhihu          (blank) user name: www.zhihu.com/people/NAME" in out
    assert "  author.kaggle         – user name: www.kaggle.com/NAME" in out
    assert "Social  [_config.yml]" in out
    assert snapshot(site) == before


def test_show_json_has_every_field_with_its_place(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("profile", "show", "--json", str(site)) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["path"], data["template"]) == ("_pages/about.md", "academicpages")
    fields = {one["name"]: one for one in data["fields"]}
    assert fields["author.email"] == {
        "name": "author.email",
        "group": "Identity",
        "shape": "email",
        "hint": "e-mail address",
        "state": "filled",
        "value": "ada@example.org",
        "path": "_config.yml",
        "first_line": 16,
        "last_line": 16,
        "editable": True,
    }
    assert (fields["author.zhihu"]["state"], fields["author.zhihu"]["value"]) == ("blank", None)
    assert (fields["author.bio"]["state"], fields["author.bio"]["first_line"]) == ("absent", None)
    assert fields["author.bluesky"]["editable"] is False


def test_set_clear_and_remove_change_one_line_each(site: Path) -> None:
    assert call("profile", "set", "github", "ada-ice") == 0
    assert config(site) == OLD.replace(": 12345", ": ada-ice")
    assert call("profile", "clear", "author.github") == 0
    assert config(site) == OLD.replace(" 12345", "")
    assert call("profile", "remove", "--in", str(site / "_pages"), "github") == 0
    assert config(site) == OLD.replace("  github           : 12345\n", "")
    assert call("profile", "set", "github", "--", "-ada") == 0
    assert '\n  github           : "-ada"\n' in config(site)


def test_dry_run_prints_the_difference_and_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("profile", "set", "location", "Lake Town", "--dry-run") == 0
    out = capsys.readouterr().out
    assert out.startswith("--- a/_config.yml\n+++ b/_config.yml\n")
    assert '-  location         :\n+  location         : "Lake Town"\n' in out
    assert config(site) == OLD


def test_setting_what_stands_there_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (site / "_config.yml").stat().st_mtime_ns
    assert call("profile", "set", "author.name", "Ada Example") == 0
    assert (site / "_config.yml").stat().st_mtime_ns == before
    assert capsys.readouterr().out == "_config.yml:13: nothing to change in author.name\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("profile",), 2, "say what to do: profile-tui profile show|set|clear|remove"),
        (("profile", "add"), 2, "there is no command 'profile add'; there are show, set, clear, remove"),
        (("profile", "set", "github"), 2, "VALUE"),
        (("profile", "set", "github", "a", "b"), 2, "takes one value"),
        (("profile", "set", "github", " "), 2, "clear it to leave it empty"),
        (
            ("profile", "set", "gitbub", "a"),
            2,
            "no field gitbub; `profile show` lists them all, and author.gitbub adds one",
        ),
        (("profile", "set", "linkedin", "https://linkedin.com/in/ada"), 2, "not a URL; type ada"),
        (("profile", "set", "description", "Snow"), 4, "_config.yml:4: site.description is left alone"),
        (("profile", "set", "name", "Ada"), 2, "several fields are called name: author.name"),
        (("profile", "clear", "bio"), 4, "author.bio isn't in the file"),
        (("profile", "set", "bluesky", "ada"), 4, "the key bluesky is there twice"),
        (("profile", "show", "no-such-folder"), 3, "there is no such file or folder"),
    ],
)
def test_complaints_are_one_line_and_write_nothing(
    site: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, said: str
) -> None:
    before = snapshot(site)
    assert call(*words) == code
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""
    assert snapshot(site) == before


def test_what_may_be_wrong_is_noted_and_what_must_be_can_be_insisted_on(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("profile", "set", "twitter", "@ada") == 0
    assert (
        "profile-tui: _config.yml: note: author.twitter wants the user name: x.com/NAME, without @"
        in capsys.readouterr().err
    )
    assert call("profile", "set", "--as-is", "linkedin", "https://linkedin.com/in/ada") == 0
    assert '\n  linkedin         : "https://linkedin.com/in/ada"\n' in config(site)


def test_a_broken_configuration_is_told_with_its_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "_config.yml").write_text(OLD.replace('"Ada Example"   #', '"Ada Example   #'))
    assert call("profile", "show") == 3
    assert capsys.readouterr().err.startswith("profile-tui: _config.yml:14: This line does not fit")
    assert call("profile", "set", "github", "ada") == 3


def test_a_list_takes_all_its_items(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build(tmp_path, profiles.LUOST)
    monkeypatch.chdir(folder)
    assert call("profile", "set", "positions", "Student, Lake Lab", "Guest, Snow Lab") == 0
    old = profiles.LUOST["_data/profile.yml"]
    assert (folder / "_data/profile.yml").read_text() == old.replace("Assistant, Ice Lab", "Guest, Snow Lab")


def test_the_profile_is_read_and_written_without_textual(site: Path) -> None:
    known = {name for name in sys.modules if name.partition(".")[0] == "textual"}
    assert call("profile", "set", "location", "Lake") == 0
    assert {name for name in sys.modules if name.partition(".")[0] == "textual"} == known
