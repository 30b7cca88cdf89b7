"""`f` fixes the highlighted problem."""

from __future__ import annotations

from pathlib import Path

from support.editor import PAGE, editing


async def test_f_fixes_the_highlighted_problem_and_u_takes_it_back(page: Path) -> None:
    text = PAGE.replace("# Contact", "# Contact\n\nI like \\textbf{ice} | snow.\n", 1)
    page.write_text(text)
    async with editing(page) as editor:
        await editor.settle()
        await editor.press("f")
        assert editor.told[-1] == "Go to Problems first, and to one of them."
        await editor.go_to("Problems")
        (row,) = [row for row in editor.rows if "this is LaTeX" in row]
        await editor.press(*["down"] * editor.rows.index(row), "f")
        await editor.settle()
        assert editor.told[-1] == "Write LaTeX's emphasis in Markdown: done. D shows it, u takes it back."
        assert not [row for row in editor.rows if "this is LaTeX" in row]
        assert page.read_text() == text
        await editor.press("u")
        await editor.settle()
        await editor.go_to("Problems")  # undo went to what it changed
        assert [row for row in editor.rows if "this is LaTeX" in row]
        await editor.press(*["home", *["down"] * editor.rows.index(row)], "f", "ctrl+s", "enter")
        await editor.settle()
    assert page.read_text() == text.replace("\\textbf{ice}", "**ice**")
