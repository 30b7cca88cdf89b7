"""A key draws the lines that are other than before, no fewer and hardly more."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.strip import Strip

from profile_tui.app.widgets.lines import LineView
from profile_tui.app.widgets.row_list import RowList
from profile_tui.app.widgets.source import SourceView
from support.editor import Editor, editing

NEWS = "".join(f"- *{2026 - n // 12}.{12 - n % 12:02}*: Trip {n} to the *marsh* is over.\n" for n in range(40))
PAGE = f"---\npermalink: /\ntitle: About\n---\n\n# News\n\n{NEWS}\n# Teaching\n\n- Tides, 2025\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page with a list that is longer than its pane."""
    path = tmp_path / "about.md"
    path.write_text(PAGE, "utf-8")
    return path


async def drawn_anew(editor: Editor) -> str:
    """What is seen once everything was drawn again."""
    for widget in editor.app.screen.query("*"):
        widget.refresh()
    await editor.settle()
    return editor.picture


@pytest.mark.parametrize(
    "keys",
    [
        ("down", "down", "up"),
        ("end", "home", "pagedown", "up"),
        ("J", "J", "u", "ctrl+r", "u"),
        ("down", "d", "u", "end", "K"),
        ("space", "down", "space", "space", "up"),
        ("2", "1", "down", "tab", "tab"),
        ("slash", *"trip", "enter", "down", "escape"),
        ("left", "down", "down", "down", "up", "right"),
        ("p", "down", "p", "down"),
    ],
    ids=" ".join,
)
async def test_what_keys_draw_is_what_is_there(page: Path, keys: tuple[str, ...]) -> None:
    async with editing(page) as editor:
        await editor.settle()
        for key in keys:
            await editor.press(key)
            await editor.settle()
            seen = editor.picture
            assert seen == await drawn_anew(editor), key


async def test_a_step_in_a_list_draws_two_of_its_lines_and_the_entry(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with editing(page) as editor:
        await editor.settle()
        drawn: dict[type[LineView], list[int]] = {RowList: [], SourceView: []}
        draw = LineView.render_line

        def noted(view: LineView, y: int) -> Strip:
            drawn[type(view)].append(y)
            return draw(view, y)

        monkeypatch.setattr(LineView, "render_line", noted)
        await editor.press("down")
        await editor.settle()
        assert sorted(set(drawn[RowList])) == [0, 1]
        assert set(drawn[SourceView]) == {0}
