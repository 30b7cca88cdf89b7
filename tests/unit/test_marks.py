"""What stands around a piece of an entry: the marks of the inline tree."""

from __future__ import annotations

import pytest

from profile_tui.content.publications.writing.marks import Marks
from profile_tui.markup import inline
from profile_tui.text.span import Span


def marks_of(text: str) -> Marks:
    whole = Span(0, len(text))
    return Marks(text, inline.visible(text, whole), whole)


def of(text: str, piece: str) -> Span:
    at = text.index(piece)
    return Span(at, at + len(piece))


@pytest.mark.parametrize(
    ("text", "piece", "whole"),
    [
        ("a **b c** d", "b c** d", "**b c** d"),
        ("a **b c.** d", "a **b c", "a **b c.**"),
        ("*[b](u) c* d", "b](u) c* d", "*[b](u) c* d"),
        ("a <b>b</b> c", "b</b> c", "<b>b</b> c"),
        ("a **b c** d", "b", "b"),
        ("a **b, c** d", "a **b", "a **b"),  # more than marks stands between
        (r"a \*b c\* d", r"b c\* d", r"b c\* d"),
    ],
)
def test_a_piece_takes_in_the_marks_that_it_closes_or_opens(text: str, piece: str, whole: str) -> None:
    assert marks_of(text).whole(of(text, piece)).of(text) == whole


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("a, ***x***, b", "***x***"),
        ("a, [*x*](https://example.org/(1)), b", "[*x*](https://example.org/(1))"),
        ("a, <em class='v'>**x**</em>, b", "<em class='v'>**x**</em>"),
        ("a, *x, y*, b", "x"),
        ("a, (*x*), b", "(*x*)"),
        ("a, `x`, b", "`x`"),
    ],
)
def test_marks_that_hold_nothing_else_are_around_a_piece(text: str, around: str) -> None:
    assert marks_of(text).around(of(text, "x"), brackets=True).of(text) == around


def test_signs_may_stand_behind_a_name_in_its_marks() -> None:
    text = r"Ben Sample, **Ada Example\*.**, Cleo Moss"
    assert marks_of(text).around(of(text, "Ada Example"), signs=True).of(text) == r"**Ada Example\*.**"
    assert marks_of(text).around(of(text, "Ada Example")).of(text) == "Ada Example"


def test_what_closes_at_a_place_ends_behind_it() -> None:
    text = "*see **x***, y"
    assert marks_of(text).after(text.index("x") + 1) == text.index(",")


@pytest.mark.parametrize(
    ("link", "url", "target", "label"),
    [
        ("[**\\[x\\]**](https://example.org/x)", "https://example.org/x", "https://example.org/x", "x"),
        ("[x]()", "", "", "x"),
        ('<a class="b" href="u?a=1&amp;b=2">u?a=1&b=2</a>', "u?a=1&b=2", "u?a=1&amp;b=2", "u?a=1&b=2"),
        ("<a href=''><b>x</b></a>", "", "", "x"),
        ("<a href='u'>u", "u", None, "<a href='u'>u"),
    ],
)
def test_the_target_and_the_words_of_a_link_are_told(link: str, url: str, target: str | None, label: str) -> None:
    marks, whole = marks_of(f"see {link}."), Span(4, 4 + len(link))
    found = marks.target(whole, url)
    assert (found.of(marks.text) if found else None) == target
    assert marks.innermost(whole).of(marks.text) == label
