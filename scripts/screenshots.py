"""Draws the pictures of the README from a sample profile; the same code gives the same bytes.

python scripts/screenshots.py
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from profile_tui.app.editor.app import ProfileApp
from profile_tui.app.screens.form import FormScreen
from profile_tui.app.session.session import Session
from profile_tui.site.repository.locate import locate
from profile_tui.workspace.workspace import Workspace

ROOT = Path(__file__).parents[1]
SIZE = (100, 26)
TODAY = date(2026, 1, 15)
NEWS = "One paper accepted by **ECOSIGNAL 2026**: [Reeds](https://example.org/reeds)."


async def main() -> None:
    """Draws the main screen and the form of a news item."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = str(Path(folder) / "state")
        os.environ["TEXTUAL_ANIMATIONS"] = "none"
        site = Path(folder) / "homepage"
        shutil.copytree(ROOT / "sample_profiles" / "acad-homepage", site)
        app = ProfileApp(Session(Workspace(locate(site)), today=lambda: TODAY))
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot)
            draw(app, "screenshot")
            await pilot.resize_terminal(SIZE[0], 12)
            await pilot.press("n")
            await settle(pilot)
            await pilot.press(*NEWS)
            await settle(pilot)
            assert isinstance(app.screen, FormScreen)
            draw(app, "screenshot-news")


async def settle(pilot: Pilot[None]) -> None:
    """Waits for what goes on beside the keys, and for the last line to be drawn."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def draw(app: ProfileApp, name: str) -> None:
    """Writes what is seen; the picture asks no other machine for a font."""
    picture = app.export_screenshot(title="profile-tui")
    picture = re.sub(r"\s*@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    picture = re.sub(r"\s*<!--.*?-->", "", picture, flags=re.DOTALL)
    picture = picture.replace("Fira Code,", "Fira Code, DejaVu Sans Mono, Menlo, Consolas,")
    target = ROOT / "docs" / f"{name}.svg"
    target.parent.mkdir(exist_ok=True)
    target.write_text(re.sub(r"[ \t]+$", "", picture, flags=re.MULTILINE), encoding="utf-8")
    print(target.relative_to(ROOT))


if __name__ == "__main__":
    asyncio.run(main())
