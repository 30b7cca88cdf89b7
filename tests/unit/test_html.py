"""HTML as pages have it: tags, attributes, trees, and what is left open."""

from __future__ import annotations

import pytest

from profile_tui.markup.html import Element, attributes, elements
from profile_tui.text.span import Span


def trees(text: str) -> list[Element]:
    return elements(text, Span(0, len(text)))


def outline(found: list[Element]) -> str:
    """Elements with their children in brackets; an open one has a question mark."""
    return " ".join(
        element.tag + ("" if element.closed else "?") + (f"({outline(element.children)})" if element.children else "")
        for element in found
    )


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("<ul><li>a</li><li>b</li></ul>", "ul(li li)"),
        ("<ul><li>a<li>b</ul>", "ul(li? li?)"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "ul(li(ul(li)))"),
        ("<table><tr><td>a<td>b</tr><tr><td>c</table>", "table(tr(td? td?) tr?(td?))"),
        ("<p>a<p>b", "p? p?"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt? dd? dt?)"),
        ("a <br> b <img src='x'> <hr/>", "br img hr"),
        ("<div><b>a</div></b>", "div(b?)"),
        ("</div><b>a</b>", "b"),
        ("<DIV Class=x>a</dIv>", "div"),
        ("<div><!-- <b>hidden</b> --><i>a</i></div>", "div(i)"),
        ("<div><!-- open <b>", "div?"),
        ("<script>if (a<b) '</div>'</script><b>x</b>", "script b"),
        ("a < b and <3 and a<b>c</b>", "b"),
        ("<span/>a<b>c</b>", "span b"),
        ("<a href='x>y'>z</a>", "a"),
        ("<div", ""),
        ("", ""),
    ],
)
def test_elements_are_found_with_their_trees(text: str, tree: str) -> None:
    assert outline(trees(text)) == tree


@pytest.mark.parametrize(
    ("text", "whole", "inside"),
    [
        ("x <b class='y'>a</b> z", "<b class='y'>a</b>", "a"),
        ("x <li>a <i>b</i>\n", "<li>a <i>b</i>\n", "a <i>b</i>\n"),
        ("<style>\nb {}\n</style >", "<style>\nb {}\n</style >", "\nb {}\n"),
        ("冰 <u>雪🎉</u> é", "<u>雪🎉</u>", "雪🎉"),
        ("<br />", "<br />", ""),
    ],
)
def test_spans_are_of_the_source(text: str, whole: str, inside: str) -> None:
    element = trees(text)[0]
    assert (element.span.of(text), element.content.of(text)) == (whole, inside)


def test_only_the_range_that_is_asked_for_is_read() -> None:
    text = "<div><b>a</b><i>c</i></div>"
    assert outline(elements(text, Span(5, 13))) == "b"


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        (" class='a b' id=x", {"class": "a b", "id": "x"}),
        (' HREF = "y" disabled', {"href": "y", "disabled": ""}),
        (" a='1' a='2'", {"a": "1"}),
        (' alt="it\'s" title=\'"q"\'', {"alt": "it's", "title": '"q"'}),
        (' markdown="1"/', {"markdown": "1"}),
        (" data-x=1 x:y=2", {"data-x": "1", "x:y": "2"}),
        ("", {}),
    ],
)
def test_attributes_are_read(rest: str, found: dict[str, str]) -> None:
    assert attributes(rest) == found


def test_walking_goes_in_page_order() -> None:
    (root,) = trees("<div><ul><li>a</li></ul><p><b>c</b></p></div>")
    assert [element.tag for element in root.walk()] == ["div", "ul", "li", "p", "b"]
    assert [element.tag for element in root.find("b", "li")] == ["li", "b"]
    assert root.classes == []


def test_a_flood_of_open_tags_is_read_up_to_a_depth() -> None:
    found = trees("<div>" * 20_000)
    assert 1 <= sum(1 for _ in found[0].walk()) <= 1000
