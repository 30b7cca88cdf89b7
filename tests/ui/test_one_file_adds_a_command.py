"""The seam of commands: one file brings the key, the palette's entry, the footer's word, the help and the docs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from support.editor import PAGE

ROOT = Path(__file__).parents[2]
COMMAND = '''
from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register


@register
class CountSections(Command):
    """Count the sections of the page."""

    id = "sections.count"
    keys = "W"
    title = "Count sections"
    footer = "Sections"
    group = Group.PURPOSE

    def run(self, screen):
        screen.say(f"{len(screen.session.page.sections)} sections")
'''
SEEN = """
import asyncio, sys
from pathlib import Path

import profile_tui.app.commands

profile_tui.app.commands.__path__.append(sys.argv[1])
from docs import key_table
from support.editor import editing


async def main():
    async with editing(Path(sys.argv[2])) as editor:
        await editor.press("W")
        print("told:", editor.told[-1])
        print("footer:", " ".join(editor.picture.splitlines()[-1].split())[:41])
        offered = editor.app.get_system_commands(editor.main)
        print("palette:", *(f"{one.title} = {one.help}" for one in offered if "sections" in one.title))
        await editor.press("question_mark")
        print("help:", *(" ".join(line.split()) for line in editor.lines if "sections of" in line))
        print("docs:", *(line.strip() for line in key_table("main") if "sections of" in line))


asyncio.run(main())
"""


def test_one_file_adds_a_command_everywhere(page: Path, tmp_path: Path) -> None:
    page.write_text(PAGE)
    folder = tmp_path / "commands"
    folder.mkdir()
    (folder / "sections.py").write_text(COMMAND)
    paths = {"PYTHONPATH": f"{ROOT / 'tests'}:{ROOT / 'scripts'}"}
    env = {**os.environ, **paths}
    call = [sys.executable, "-c", SEEN, str(folder), str(page)]
    done = subprocess.run(call, capture_output=True, text=True, env=env, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "told: 5 sections",
        "footer: n News a Add enter Edit W Sections ? Keys",
        "palette: Count sections = Count the sections of the page. Key: W",
        "help: W Count the sections of the page.",
        "docs: | `W` | Count the sections of the page. |",
    ]
