"""A kind, a template, a check, a store and a service, each one file of another package; nothing else is touched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KIND = '''
from profile_tui.content.entries.kind import any_of
from profile_tui.content.entries.timeline import Timeline
from profile_tui.content.kinds import register


class Patents(Timeline):
    """The patents of a page."""

    name = "patents"
    title = "Patents"
    one = "patent"
    order = 20
    files = ("patents",)
    heading = any_of(r"\\bpatents?\\b")
    sample = "# Patents\\n\\n- *2025.03*, A lamp for lakes.\\n"


register(Patents())
'''
CHECK = """
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem


def _find(page, target):
    at = page.text.find("lorem ipsum")
    if at >= 0:
        yield Problem("warning", "filler", target.name, page.source.line_number(at), "This is filler text.")


register(Check("filler", 300, _find))
"""
TEMPLATE = """
from profile_tui.site.template.owner_fields import OwnerFields, table
from profile_tui.site.template.template import Template
from profile_tui.site.templates import register

FIELDS = table('''Identity
boat | text | the name of your boat''')

register(
    Template(
        "lakeside", 5, lambda site: site.theme == "lakeside", title="Lakeside", owner=lambda: OwnerFields(site=FIELDS)
    )
)
"""
STORE = """
from profile_tui.site.records.data_list import DataList
from profile_tui.site.records.store import StoreType
from profile_tui.site.stores import register


def _find(site, read):
    path = site.root / "_data" / "shelf.yml"
    if path.is_file():
        yield DataList(site, "publications", path, read, ())


register(StoreType("shelf", 35, _find))
"""
SERVICE = """
from profile_tui.workspace.lookup.paper import Paper, Person
from profile_tui.workspace.lookup.service import Service
from profile_tui.workspace.services import register


class Shelf(Service):
    name = "shelf"
    label = "the Shelf"
    order = 1
    address = "https://shelf.example.org"

    def recognise(self, text):
        return text.removeprefix("shelf:") if text.startswith("shelf:") else ""

    def look_up(self, client, identifier):
        people = (Person("Reed", "Ada"), Person("Wick", "Ben"))
        return Paper(title=f"Boats of Shelf {identifier}", authors=people, year=2026, venue="Ponds")


register(Shelf())
"""
SEEN = """
import asyncio, sys
from pathlib import Path

from support.editor import editing


async def main():
    async with editing(Path(sys.argv[1])) as editor:
        await editor.go_to("Patents")
        print("listed:", *(" ".join(row.split()) for row in editor.rows))
        await editor.press("a", *"A boat that reads.", "enter")
        await editor.press("ctrl+s", "enter")
        await editor.settle()


asyncio.run(main())
"""
PAGE = "---\ntitle: Ada\npermalink: /\n---\n\n# Patents\n\n- *2025.03*, A lamp for lakes.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    package = tmp_path / "packages"
    for name, group, source in (
        ("patents_kind", "kinds", KIND),
        ("filler_check", "checks", CHECK),
        ("lakeside_template", "templates", TEMPLATE),
        ("shelf_store", "stores", STORE),
        ("shelf_service", "services", SERVICE),
    ):
        info = package / f"{name}-1.0.dist-info"
        info.mkdir(parents=True)
        (package / f"{name}.py").write_text(source)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[profile_tui.{group}]\n{name} = {name}\n")
    root = tmp_path / "site"
    root.mkdir()
    (root / "_config.yml").write_text("title: Ada\ntheme: lakeside\n")
    (root / "index.md").write_text(PAGE)
    return root


def call(site: Path, *words: str, exit_code: int = 0) -> str:
    environment = {**os.environ, "PYTHONPATH": str(site.parent / "packages")}
    done = subprocess.run(
        [sys.executable, "-m", "profile_tui", *words],
        cwd=site,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (exit_code, "")
    return done.stdout


def test_a_kind_in_one_file_is_read_on_a_page_and_has_its_commands(site: Path) -> None:
    call(site, "patents", "add", "--date", "2026.05", "A boat that reads.")
    shown = json.loads(call(site, "show", "--json"))
    section = next(section for section in shown["sections"] if section["kind"] == "patents")
    assert [entry["text"] for entry in section["entries"]] == ["A boat that reads.", "A lamp for lakes."]
    call(site, "patents", "edit", "2", "--text", "A lamp for ponds.")
    call(site, "patents", "move", "2", "1")
    call(site, "patents", "remove", "2")
    assert (site / "index.md").read_text() == PAGE.replace("lakes", "ponds")


def test_a_kind_in_one_file_is_listed_and_added_to_in_the_editor(site: Path) -> None:
    paths = f"{site.parent / 'packages'}:{Path(__file__).parents[1]}"
    done = subprocess.run(
        [sys.executable, "-c", SEEN, str(site)],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["listed: 2025.03 A lamp for lakes."]
    assert (site / "index.md").read_text() == PAGE.replace("- *", "- A boat that reads.\n- *")


def test_a_kind_in_one_file_is_read_in_a_data_file_of_its_name(site: Path) -> None:
    (site / "_data").mkdir()
    file = site / "_data" / "patents.yml"
    file.write_text("- title: A lamp for lakes\n  date: 2025-03\n")
    (site / "index.md").write_text("---\ntitle: Ada\npermalink: /\n---\n\nHello.\n")
    call(site, "patents", "add", "--date", "2026-05", "A boat that reads")
    assert (
        file.read_text() == "- title: A boat that reads\n  date: 2026-05\n- title: A lamp for lakes\n  date: 2025-03\n"
    )


def test_a_template_in_one_file_names_its_sites_and_brings_its_fields(site: Path) -> None:
    assert json.loads(call(site, "show", "--json"))["template"] == "lakeside"
    call(site, "profile", "set", "boat", "Reed Bunting")
    assert (site / "_config.yml").read_text() == "title: Ada\ntheme: lakeside\nboat: Reed Bunting\n"


def test_a_check_in_one_file_finds_its_problem(site: Path) -> None:
    (site / "index.md").write_text(PAGE + "\n# Notes\n\nlorem ipsum\n")
    found = json.loads(call(site, "check", "--json"))["problems"]
    assert [(one["code"], one["line"]) for one in found if one["code"] == "filler"] == [("filler", 12)]


def test_a_store_in_one_file_is_listed_and_written_to(site: Path) -> None:
    (site / "_data").mkdir()
    file = site / "_data" / "shelf.yml"
    file.write_text("- title: Lamps of the lakes\n  year: 2024\n")
    call(site, "publications", "add", "--title", "Snow at noon", "--year", "2026")
    assert file.read_text() == "- title: Snow at noon\n  year: 2026\n- title: Lamps of the lakes\n  year: 2024\n"
    shown = json.loads(call(site, "show", "--json"))
    (section,) = (section for section in shown["sections"] if section["path"] == "_data/shelf.yml")
    assert [entry["title"] for entry in section["entries"]] == ["Snow at noon", "Lamps of the lakes"]


def test_a_service_in_one_file_is_asked(site: Path) -> None:
    (site / "index.md").write_text(
        "---\npermalink: /\n---\n\n# Publications\n\n- **Ice on Ponds and Lakes**, Ben Wick, Cleo Tarn, *Lakes*, 2025\n"
    )
    call(site, "publications", "add", "--from", "shelf:7")
    assert "- **Boats of Shelf 7**, Ada Reed, Ben Wick, *Ponds*, 2026\n" in (site / "index.md").read_text()


def test_two_plug_ins_of_one_name_are_told(site: Path) -> None:
    info = site.parent / "packages" / "more-1.0.dist-info"
    info.mkdir()
    (site.parent / "packages" / "more.py").write_text(KIND.replace("2025.03", "2024.01"))
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: more\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[profile_tui.kinds]\nmore = more\n")
    environment = {**os.environ, "PYTHONPATH": str(site.parent / "packages")}
    done = subprocess.run(
        [sys.executable, "-m", "profile_tui", "show"], cwd=site, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 3
    assert done.stderr.decode().startswith("profile-tui: more: two kinds are named patents")
    assert done.stderr.count(b"\n") == 1
