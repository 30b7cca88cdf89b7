"""`f` fixes the highlighted problem."""

from __future__ import annotations

from pathlib import Path

from support.editor import PAGE, editing


async def test_f_fixes_the_highlighted_problem_and_u_undoes_it(page: Path) -> None:
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
        assert editor.told[-1] == "Write LaTeX's emphasis in Markdown: done. D shows it, u undoes it."
        assert not [row for row in editor.rows if "this is LaTeX" in row]
        assert page.read_text() == text
        await editor.press("u")
        await editor.settle()
        await editor.go_to("Problems")  # undo went to what it changed
        assert [row for row in editor.rows if "this is LaTeX" in row]
        await editor.press(*["home", *["down"] * editor.rows.index(row)], "f", "ctrl+s", "enter")
        await editor.settle()
    assert page.read_text() == text.replace("\\textbf{ice}", "**ice**")


async def test_what_is_fixed_in_another_file_is_no_problem_any_more_unless_that_is_undone(page: Path) -> None:
    config = page.parent / "_config.yml"
    config.write_text("title: Ice\nauthor:\n  fax: 1\n  fax: 2\nopens: 12:30\n")
    twice, opens = "The key fax is on line 3 already", "Jekyll reads 12:30 as the number"
    async with editing(page) as editor:
        await editor.settle()
        await editor.go_to("Problems")
        assert [twice in editor.rows[0], opens in editor.rows[1]] == [True, True]
        await editor.press("f")
        assert len(editor.rows) == 1
        await editor.press("f")
        assert editor.rows == []
        await editor.press("u")
        await editor.go_to("Problems")
        assert [opens in row for row in editor.rows] == [True]
        await editor.press("ctrl+r", "ctrl+s", "enter")
        await editor.settle()
        await editor.go_to("Problems")
        assert editor.rows == []
    assert config.read_text() == 'title: Ice\nauthor:\n  fax: 2\nopens: "12:30"\n'
