"""What is taken out of an entry goes with the marks that held it, one of its separators, and its line."""

from __future__ import annotations

import pytest

from profile_tui.content.publications.writing.holes import settled
from profile_tui.content.publications.writing.marks import Marks
from profile_tui.markup import inline
from profile_tui.markup.brackets import brackets
from profile_tui.text.span import Span, Splice, spliced


def without(text: str, *gone: str, apart: str = "", **new: str) -> str:
    """A text without some pieces of it, and with others in the place of pieces."""
    whole = Span(0, len(text))
    marks = Marks(text, inline.visible(text, whole), whole)

    def at(piece: str) -> Span:
        return Span(text.index(piece), text.index(piece) + len(piece))

    splices = [*(Splice(at(piece), "") for piece in gone), *(Splice(at(piece), value) for piece, value in new.items())]
    return spliced(text, settled(marks, splices, [at(apart)] if apart else []))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A. Moss, *x*, 2026.", "A. Moss, 2026."),
        ("A. Moss. *x*, 2026.", "A. Moss. 2026."),
        ("A. Moss, <em class='v'>**x**</em>; 2026.", "A. Moss; 2026."),
        ("*Lakes* (x), 2026.", "*Lakes*, 2026."),
        ("*Lakes* **4**(x), 12.", "*Lakes* **4**, 12."),
        ("*Lakes, x*, 2026.", "*Lakes*, 2026."),
        ("Lakes, *x* (2026).", "Lakes (2026)."),
        ("Lakes. *x* (2026).", "Lakes. (2026)."),
        ("(x, 2026)", "(2026)"),
        ("Lakes (2026, x).", "Lakes (2026)."),
        ("Lakes, x.", "Lakes."),
        ("Lakes; x;", "Lakes;"),
        ("Lakes. x", "Lakes"),
        ("x, Lakes", "Lakes"),
        ("Lakes — x — 2026", "Lakes — 2026"),
        ("“Lakes,” x, 2026.", "“Lakes,” 2026."),
        ("“Lakes,” x.", "“Lakes.”"),
        ("“Lakes.” x.", "“Lakes.”"),
        ("Moss A. (x). Lakes", "Moss A. Lakes"),
        ("**Moss, A.** (x): Lakes", "**Moss, A.**: Lakes"),
        ("Moss et al. (x): Lakes", "Moss et al.: Lakes"),
        ("2026.x: Lakes", "2026: Lakes"),
    ],
)
def test_one_separator_stays(text: str, left: str) -> None:
    assert without(text, "x") == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Lakes\\\nx\\\nIce", "Lakes\\\nIce"),
        ("Lakes\\\nx", "Lakes"),
        ("Lakes  \n  *x*.  \n  Ice", "Lakes  \n  Ice"),
        ("Lakes<br>\n(x)<br>\nIce", "Lakes<br>\nIce"),
        ("<div>\n  Lakes<br>\n  x\n</div>", "<div>\n  Lakes\n</div>"),
        ("Lakes\n  - x!\n  - Ice", "Lakes\n  - Ice"),
        ("Lakes\n\n  x\n\n  Ice", "Lakes\n\n  Ice"),
        ("Lakes\n\nx", "Lakes"),
        ("<p>Lakes</p>\n<p>x</p>\n<p>Ice</p>", "<p>Lakes</p>\n<p>Ice</p>"),
        ("<tr><td>Lakes</td><td>x</td></tr>", "<tr><td>Lakes</td><td></td></tr>"),
    ],
)
def test_a_line_goes_with_all_that_it_says(text: str, left: str) -> None:
    assert without(text, "x") == left


def test_lines_beside_each_other_go_with_one_break_each() -> None:
    assert without("Lakes\\\nx\\\ny\\\nIce", "x", "y") == "Lakes\\\nIce"
    assert without("<div>\nLakes\\\nx\\\ny\n</div>", "x", "y") == "<div>\nLakes\n</div>"


def test_the_place_of_a_picture_stays() -> None:
    image = '<img src="a.png">'
    assert without(f"<div>{image}</div>\nLakes", image) == "<div></div>\nLakes"


def test_what_is_put_in_is_kept_with_its_marks() -> None:
    assert without("A, **x**, *y*, 2026.", "y", x="new") == "A, **new**, 2026."
    assert without("Moss, x. *y*, 2026.", "y", x="Reed B.") == "Moss, Reed B. 2026."


def test_the_stop_before_links_is_that_of_what_is_before_them() -> None:
    links = "[x](https://example.org)"
    assert without(f"Lakes. {links}", links, apart=links) == "Lakes."
    assert without(f"Lakes, 2026. {links}", "2026", apart=links) == f"Lakes. {links}"


def test_brackets_are_pairs_in_what_is_shown() -> None:
    text = r"a (b [c](d) „e“ \(f\) g) h] “i"
    shown = inline.visible(text, Span(0, len(text)))
    assert [mark.span.of(text) for mark in brackets(shown)] == ["„e“", r"\(f\)", r"(b [c](d) „e“ \(f\) g)"]


def test_comments_are_marks() -> None:
    text = "a <!-- b --> c <!-- d"
    marks = inline.visible(text, Span(0, len(text))).marks
    assert [(mark.name, mark.span.of(text)) for mark in marks] == [("!--", "<!-- b -->"), ("!--", "<!-- d")]
