"""What the README says of keys, files and targets is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from profile_tui.app.editor.app import ProfileApp
from profile_tui.app.keys.command import key_name
from profile_tui.app.keys.registry import commands
from profile_tui.app.widgets.fields import DateField

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
KEYS = README.partition("## Keys")[2].partition("\n## ")[0]


def table(heading: str) -> set[str]:
    """The keys in the first column of the table under a line."""
    rows = re.findall(r"^\| (`.+?) \|", KEYS.partition(heading)[2].partition("\n\nIn a form")[0], re.MULTILINE)
    return {key for row in rows for key in re.findall(r"`(.+?)`", row)}


def bound(context: str) -> list[tuple[str, list[str]]]:
    """The commands of a kind of screen with the names of their keys."""
    return [(command.id, command.key_names) for command in commands(context) if command.keys]


TABLES = {"main": table("On the main screen:"), "form": table("In a form:")}
BESIDE = {
    "main": {ProfileApp.COMMAND_PALETTE_BINDING},
    "form": {key_name(binding.key) for binding in DateField.BINDINGS if not isinstance(binding, tuple)},
}
"""Keys that are no command's."""


@pytest.mark.parametrize("context", TABLES)
def test_every_key_of_the_table_is_bound(context: str) -> None:
    known = {name for _, names in bound(context) for name in names} | BESIDE[context]
    assert TABLES[context]
    assert TABLES[context] - known == set()


@pytest.mark.parametrize("context", TABLES)
def test_every_command_that_has_a_key_stands_in_the_table(context: str) -> None:
    missing = [command for command, names in bound(context) if not TABLES[context] & set(names)]
    assert missing == []
    assert BESIDE[context] <= TABLES[context]


def test_linked_files_are_there() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", README)
    assert "docs/screenshot.svg" in targets
    assert [target for target in targets if not (ROOT / target).is_file()] == []


def test_named_make_targets_are_there() -> None:
    targets = set(re.findall(r"`make (\w+)", README))
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert targets
    assert {target for target in targets if not re.search(rf"^{target}:.*## ", makefile, re.MULTILINE)} == set()


def test_the_pictures_name_no_other_machine() -> None:
    for picture in (ROOT / "docs").glob("*.svg"):
        hosts = set(re.findall(r"https?://([\w.-]+)", picture.read_text("utf-8")))
        assert hosts <= {"www.w3.org", "example.org"}
