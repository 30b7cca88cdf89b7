"""Drives the editor in tests: an invented page, and what a user presses and sees."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import date
from html import unescape
from pathlib import Path

from textual.message import Message
from textual.notifications import Notify
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.worker import WorkerCancelled

from profile_tui.app.editor.app import ProfileApp
from profile_tui.app.screens.form import FormScreen
from profile_tui.app.screens.main import MainScreen
from profile_tui.app.session.opening import home_of
from profile_tui.app.session.session import Session
from profile_tui.app.widgets.areas import ProseField
from profile_tui.app.widgets.fields import LineField
from profile_tui.app.widgets.source import SourceView
from profile_tui.site.repository.locate import locate
from profile_tui.workspace.workspace import Workspace

PAGE = """\
---
permalink: /
title: "About Ada"
author_profile: true
redirect_from:
  - /about/
  - /about.html
---

I measure ice on small lakes.

# News

- *2026.03*: The *Lakes* data set is out.
- *2025.11*: One paper accepted by **ICE 2026**.
- *2024.06*: Talk at the Lake Forum.

# Publications

- [Reading the Ice of Small Lakes](https://example.org/lakes.pdf), **Ada Example**, Ben Sample, *ICE*, 2026
- [Ice in Spring](https://example.org/ice.pdf), Ben Sample, **Ada Example**, *Journal of Ice*, 2025

# Research Interests

- **Lake ice:** growth, decay, remote sensing.
- **Snow physics:** field methods.

# Contact

Write to ada@example.org.
"""

TODAY = date(2026, 11, 21)


class Editor:
    """The running editor, as a test talks to it.

    Attributes:
        path: The file that is open.
        app: The application.
    """

    def __init__(self, path: Path, app: ProfileApp, pilot: Pilot[None], messages: list[Message]) -> None:
        """Made by `editing`."""
        self.path = path
        self.app = app
        self._pilot = pilot
        self._messages = messages

    # What a user does

    async def press(self, *keys: str) -> None:
        """Presses keys, and waits until what they do is done."""
        await self._pilot.press(*keys)
        while isinstance(self.app.focused, LineField | ProseField) and self.app.focused.submitting:
            await self._pilot.pause(0.01)
        await self._pilot.pause()
        await self._previewed()

    async def _previewed(self) -> None:
        """Waits until a form's lines say what stands in its fields; a slow machine puts them off."""
        while isinstance(self.app.screen, FormScreen) and self.app.screen.waiting:
            await self._pilot.pause(0.01)

    async def fill(self, field: str, text: str) -> None:
        """Puts a text into a field of the open form."""
        widget = self.form.field(field)
        if isinstance(widget, Input):
            widget.value = text
        else:
            assert isinstance(widget, TextArea)
            widget.text = text
        await self._pilot.pause()
        await self._previewed()
        await self._pilot.pause()

    async def go_to(self, title: str) -> None:
        """Goes to a line of the left pane by its keys, and on to what it holds."""
        main = self.main
        main.focus_pane("sections")
        steps = [row.text for row in main.sections.rows].index(title) - main.sections.cursor
        await self.press(*(["down"] * steps if steps > 0 else ["up"] * -steps), "enter")

    async def click(self, pane: str, line: int) -> None:
        """Clicks a line of a pane, counted from 0 below its border."""
        await self._pilot.click(f"#{pane}", offset=(5, line + 1))
        await self._pilot.pause()

    async def click_at(self, widget: type[Widget], column: int) -> None:
        """Clicks a widget of one line."""
        await self._pilot.click(widget, offset=(column, 0))
        await self._pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        """Makes the terminal another size."""
        await self._pilot.resize_terminal(width, height)
        await self._pilot.pause()

    async def settle(self) -> None:
        """Waits for what goes on beside the keys; what is given up meanwhile, as with its screen, is done."""
        while running := [worker for worker in self.app.workers if not worker.is_finished]:
            with suppress(WorkerCancelled):
                await self.app.workers.wait_for_complete(running)
            await self._pilot.pause()
        await self._pilot.pause()

    async def until(self, words: str) -> None:
        """Waits until words are told."""
        for _ in range(200):
            await self.press()
            if any(words in message for message in self.told):
                return
            await asyncio.sleep(0.02)
        raise AssertionError(f"{words!r} was not told, but {self.told}")

    # What a user sees

    @property
    def main(self) -> MainScreen:
        """The main screen, which must be the one that is seen."""
        assert isinstance(self.app.screen, MainScreen), self.app.screen
        return self.app.screen

    @property
    def form(self) -> FormScreen:
        """The form, which must be the screen that is seen."""
        assert isinstance(self.app.screen, FormScreen), self.app.screen
        return self.app.screen

    @property
    def rows(self) -> list[str]:
        """The rows of the middle pane: left column and text."""
        return [f"{row.left}  {row.text}".strip() for row in self.main.entries.rows]

    @property
    def row(self) -> str:
        """The highlighted row of the middle pane."""
        row = self.main.entries.row
        return f"{row.left}  {row.text}".strip() if row else ""

    @property
    def lines(self) -> list[str]:
        """The lines that the pane of exact lines shows on the screen that is seen."""
        return [line.text for line in self.app.screen.query_one(SourceView).lines]

    @property
    def heading(self) -> str:
        """What stands above those lines."""
        return str(self.app.screen.query_one(SourceView).border_title)

    @property
    def told(self) -> list[str]:
        """What was told in the corner so far."""
        return [message.notification.message for message in self._messages if isinstance(message, Notify)]

    @property
    def bytes(self) -> bytes:
        """What the file holds."""
        return self.path.read_bytes()

    @property
    def picture(self) -> str:
        """All that the terminal shows, without styles."""
        found = re.findall(r"<text[^>]*?\sy=\"([\d.]+)\"[^>]*>(.*?)</text>", self.app.export_screenshot(), re.S)
        rows: dict[str, str] = {}
        for at, text in found:
            rows[at] = rows.get(at, "") + unescape(text).replace("\xa0", " ")
        return "\n".join(rows.values())


@asynccontextmanager
async def editing(path: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Editor]:
    """Opens the editor on a path, on the 21st of November 2026."""
    target = locate(path)
    home = home_of(target)
    workspace = Workspace(home)
    app = ProfileApp(Session(workspace, today=lambda: TODAY), "" if home is target else target.name)
    messages: list[Message] = []
    async with app.run_test(size=size, notifications=True, message_hook=messages.append) as pilot:
        await pilot.pause()
        yield Editor(workspace.page.path, app, pilot, messages)
