"""Draws the pictures and the recording of the README from a sample profile; the same code gives the same bytes.

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
RECORDED = (80, 20)
SECONDS = 2
TODAY = date(2026, 1, 15)
NEWS = "One paper accepted by **ECOSIGNAL 2026**: [Reeds](https://example.org/reeds)."


async def main() -> None:
    """Draws the main screen and the form of a news item."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = str(Path(folder) / "state")
        os.environ["TEXTUAL_ANIMATIONS"] = "none"
        os.environ["COLORTERM"] = "truecolor"  # the terminal decides which theme there is
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


async def record() -> None:
    """Draw a recording: a news item from the key to the disk, some seconds a picture."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = str(Path(folder) / "state")
        site = Path(folder) / "homepage"
        shutil.copytree(ROOT / "sample_profiles" / "acad-homepage", site)
        app = ProfileApp(Session(Workspace(locate(site)), today=lambda: TODAY))
        frames: list[str] = []
        async with app.run_test(size=RECORDED) as pilot:
            await settle(pilot)
            frames.append(picture_of(app))
            for keys in (["n"], [*NEWS[:26]], [*NEWS[26:]], ["ctrl+s"], ["ctrl+s"], ["enter"]):
                await pilot.press(*keys)
                await settle(pilot)
                frames.append(picture_of(app))
        write("recording", in_turn(frames))


def in_turn(frames: list[str]) -> str:
    """Return one picture that shows several in turn, for ever."""
    whole = len(frames) * SECONDS
    share = 100 / len(frames)
    opening, _, _ = frames[0].partition(">")
    parts = [
        f"{opening}>",
        "<style>",
        f".frame {{ visibility: hidden; animation: shown {whole}s step-end infinite; }}",
        f"@keyframes shown {{ 0% {{ visibility: visible; }} {share:.3f}% {{ visibility: hidden; }} }}",
        "@media (prefers-reduced-motion: reduce) { .frame { animation: none; } .last { visibility: visible; } }",
        "</style>",
    ]
    for number, frame in enumerate(frames):
        inner = frame.partition(">")[2].rpartition("</svg>")[0]
        last = " last" if number == len(frames) - 1 else ""
        parts.append(f'<g class="frame{last}" style="animation-delay: {number * SECONDS}s">{inner}</g>')
    return "\n".join([*parts, "</svg>\n"])


async def settle(pilot: Pilot[None]) -> None:
    """Waits for what goes on beside the keys, and for the last line to be drawn."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def draw(app: ProfileApp, name: str) -> None:
    """Writes what is seen."""
    write(name, picture_of(app))


def picture_of(app: ProfileApp) -> str:
    """Return what is seen; the picture asks no other machine for a font."""
    picture = app.export_screenshot(title="profile-tui")
    picture = re.sub(r"\s*@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    picture = re.sub(r"\s*<!--.*?-->", "", picture, flags=re.DOTALL)
    return picture.replace("Fira Code,", "Fira Code, DejaVu Sans Mono, Menlo, Consolas,")


def write(name: str, picture: str) -> None:
    """Write a picture."""
    target = ROOT / "docs" / f"{name}.svg"
    target.parent.mkdir(exist_ok=True)
    target.write_text(re.sub(r"[ \t]+$", "", picture, flags=re.MULTILINE), encoding="utf-8")
    print(target.relative_to(ROOT))


if __name__ == "__main__":
    asyncio.run(main())
    asyncio.run(record())
