"""Blocks: what a text is cut into, and that every span says where."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_tui.markup.blocks import Block, blocks, lists, walk


@pytest.fixture(params=[0, lists.SHORT], ids=["by-pattern", "by-line"], autouse=True, scope="module")
def short(request: pytest.FixtureRequest) -> Iterator[None]:
    """Cut lists by a pattern for many lines, as in long texts, and line by line, as in short ones."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "SHORT", request.param)
        yield


def outline(text: str) -> str:
    """The blocks as kind:line, after one ">" for each level; without the paragraphs that items start with."""
    shown = []
    for depth, block in walk(blocks(text)):
        line = text.count("\n", 0, block.span.start) + 1
        kind = f"h{block.level}" if block.level else block.tag or block.kind
        shown.append(f"{'>' * depth}{kind}:{line}")
    return " ".join(shown)


OUTLINES = [
    ("# News\n\n- a\n- b\n", "h1:1 ul:3 >item:3 >>paragraph:3 >item:4 >>paragraph:4"),
    # underlined headings
    ("News\n====\n\nOld\n-\n", "h1:1 h2:4"),
    ("News\n=\ntext\n", "h1:1 paragraph:3"),
    ("a\nb\n====\n", "paragraph:1"),
    ("News\n =\n", "paragraph:1"),
    ("- a\n---\n", "ul:1 >item:1 >>h2:1"),
    ("- a\n-\n", "ul:1 >item:1 >>h2:1"),
    # headings with signs
    ("#News\n\n   # x\n\n#\n\n#######\n", "paragraph:1 paragraph:3 paragraph:5 paragraph:7"),
    ("text\n## News ##\nmore\n", "paragraph:1 h2:2 paragraph:3"),
    ("- a\n# News\n- b\n", "ul:1 >item:1 >>paragraph:1 >>h1:2 >item:3 >>paragraph:3"),
    # lists
    ("- a\n* b\n+ c\n", "ul:1 >item:1 >>paragraph:1 >item:2 >>paragraph:2 >item:3 >>paragraph:3"),
    ("- a\n1. b\n", "ul:1 >item:1 >>paragraph:1 >>ol:2 >>>item:2 >>>>paragraph:2"),
    ("1) a\n2) b\n", "paragraph:1"),
    ("2024. x\n2023. y\n", "ol:1 >item:1 >>paragraph:1 >item:2 >>paragraph:2"),
    ("text\n2. a\n", "paragraph:1 ol:2 >item:2 >>paragraph:2"),
    ("-\u00a0a\n• b\n", "paragraph:1"),
    ("-\n", "paragraph:1"),
    ("- \n", "ul:1 >item:1"),
    ("- a\nlazy\n- b\n\nend\n", "ul:1 >item:1 >>paragraph:1 >item:3 >>paragraph:3 paragraph:5"),
    ("- a\n{: .x}\n- b\n", "ul:1 >item:1 >>paragraph:1 ial:2 ul:3 >item:3 >>paragraph:3"),
    ("- a\n^\n- b\n", "ul:1 >item:1 >>paragraph:1 ial:2 ul:3 >item:3 >>paragraph:3"),
    ("- a\n<div>x</div>\n- b\n", "ul:1 >item:1 >>paragraph:1 div:2 ul:3 >item:3 >>paragraph:3"),
    ("- a\n\n* * *\n- b\n", "ul:1 >item:1 >>paragraph:1 rule:3 ul:4 >item:4 >>paragraph:4"),
    ("- - a\n  - b\n", "ul:1 >item:1 >>ul:1 >>>item:1 >>>>paragraph:1 >>>item:2 >>>>paragraph:2"),
    ("-\ta\n\tb\n\n\tc\n", "ul:1 >item:1 >>paragraph:1 >>paragraph:4"),
    ("- a\n\n  # b\n\n      code\n", "ul:1 >item:1 >>paragraph:1 >>h1:3 >>code:5"),
    ("- a\n\n\n b\n", "ul:1 >item:1 >>paragraph:1 paragraph:4"),
    ("term\n: says\n: more\n", "dl:1 >dd:2 >>paragraph:2 >dd:3 >>paragraph:3"),
    # elements
    ("<div>\n\n# x\n\n</div>\n\n# y\n", "div:1 h1:7"),
    ("<div>\n\n# x\n\n- a\n", "div:1"),
    ('<div markdown="1">\n# x\n</div>\n# y\n', "div:1 >h1:2 h1:4"),
    ('<div markdown="1">x</div>\n\n# y\n', "div:1 >paragraph:1 >h1:3"),
    ('<div>\n<div markdown="1">\n- a\n</div>\n</div>\n', "div:1 >div:2 >>ul:3 >>>item:3 >>>>paragraph:3"),
    ("<br>\n# x\n", "paragraph:1 h1:2"),
    ("<span>a</span>\n- x\n", "paragraph:1 ul:2 >item:2 >>paragraph:2"),
    ("<h1>a</h1>\n# x\n", "h1:1 h1:2"),
    ("<font>x</font> y\n", "font:1 paragraph:1"),
    ("<div><p>a\n</div>\n\n# x\n", "div:1"),
    ("<script>\n</div>\n# x\n</script>\n# y\n", "script:1 h1:5"),
    # comments and what hides text
    ("<!--\n- old\n-->\n\n- new\n", "comment:1 ul:5 >item:5 >>paragraph:5"),
    ("- a\n<!-- c -->\n- b\n", "ul:1 >item:1 >>paragraph:1 >item:3 >>paragraph:3"),
    ("- a\n\n<!--\n- old\n-->\n", "ul:1 >item:1 >>paragraph:1 comment:3"),
    ("- a\n<!--\n- live\n-->\n", "ul:1 >item:1 >>paragraph:1 >item:3 >>paragraph:3"),
    ("<!-- never closed\n\n# x\n", "paragraph:1 h1:3"),
    ("{::comment}\n# no\n{:/comment}\n# yes\n", "extension:1 h1:4"),
    ("{::nomarkdown}\n# no\n{:/}\n", "extension:1"),
    ("{::comment}\n# yes\n", "paragraph:1 h1:2"),
    # code, formulas, tables, quotes
    ("```\n# no\n```\n# yes\n", "code:1 h1:4"),
    ("```\n# yes\n", "paragraph:1 h1:2"),
    ("`````\n# no\n```\n", "code:1"),
    ("a\n\n    # no\n\n    # no\nlazy\n\nb\n", "paragraph:1 code:3 paragraph:8"),
    ("$$\n# no\n$$\n\n$$ x $$ y\n", "math:1 paragraph:5"),
    ("a | b\n", "table:1"),
    ("`a|b`\n", "paragraph:1"),
    ("- a | b\n", "ul:1 >item:1 >>table:1"),
    ("- [a|b](u)\n", "ul:1 >item:1 >>table:1"),
    ("- $p(y|x)$\n", "ul:1 >item:1 >>table:1"),
    ("a | b\nno bar\n", "paragraph:1"),
    ("> a\n> # b\nlazy\n\nc\n", "quote:1 >paragraph:1 >h1:2 >paragraph:3 paragraph:5"),
    # definitions, rules, Liquid
    ('[a]: http://x.y\n  "title"\n*[HTML]: language\n[^1]: note\n    more\n', "definition:1 definition:3 definition:4"),
    ("***\n- - -\n___\n---\n", "rule:1 rule:2 rule:3 rule:4"),
    ("{% include x.md %}\n{{ page.title }}\n\n# x\n", "paragraph:1 h1:4"),
    ("", ""),
    ("\n \n\t\n", ""),
    ("no line end", "paragraph:1"),
]


@pytest.mark.parametrize(("text", "expected"), OUTLINES)
def test_outline(text: str, expected: str) -> None:
    assert outline(text) == expected


def all_blocks(text: str) -> list[Block]:
    return [block for _, block in walk(blocks(text))]


def only(text: str, kind: str) -> Block:
    (found,) = [block for block in all_blocks(text) if block.kind == kind]
    return found


@pytest.mark.parametrize(
    ("text", "kind", "span", "content"),
    [
        ("a\n\n##  News  ## \nb\n", "heading", "##  News  ## \n", "News"),
        ("# News {#own}\n", "heading", "# News {#own}\n", "News"),
        ("  News \n====\n\n\n", "heading", "  News \n====\n", "News"),
        ("\n  one\ntwo  \n\n\n", "paragraph", "  one\ntwo  \n", "one\ntwo"),
        ("last", "paragraph", "last", "last"),
        ("- a\n  b\n\n\n", "item", "- a\n  b\n", "a\n  b"),
        ("1.  a", "item", "1.  a", "a"),
        ("- \n", "item", "- \n", ""),
        ('<div class="x">a\n\nb</div>\n\n', "html", '<div class="x">a\n\nb</div>\n', "a\n\nb"),
        ('<div markdown="1">\na\n</div>\n', "html", '<div markdown="1">\na\n</div>\n', "\na\n"),
        ("<div>\nnever closed\n", "html", "<div>\nnever closed\n", "\nnever closed\n"),
        ("<hr>\n\nx\n", "html", "<hr>\n", "<hr>\n"),
        ("a\n\n```\nb\n```\n\nc", "code", "```\nb\n```\n", "```\nb\n```\n"),
        ("<!-- a -->\n", "comment", "<!-- a -->\n", " a "),
    ],
)
def test_span_and_content(text: str, kind: str, span: str, content: str) -> None:
    block = only(text, kind)
    assert block.span.of(text) == span
    assert block.content.of(text) == content


def test_spans_of_what_is_nested_are_places_in_the_page() -> None:
    text = "# T\n\n1.  one\n    - two\n      lazy\n\n      three\n\n> * quoted\n>   more\n"
    found = [(block.kind, block.span.of(text), block.content.of(text)) for block in all_blocks(text)[2:]]
    assert found == [
        ("item", "1.  one\n    - two\n      lazy\n\n      three\n", "one\n    - two\n      lazy\n\n      three"),
        ("paragraph", "one\n", "one"),
        ("ul", *["    - two\n      lazy\n\n      three\n"] * 2),
        ("item", "    - two\n      lazy\n\n      three\n", "two\n      lazy\n\n      three"),
        ("paragraph", "two\n      lazy\n", "two\n      lazy"),
        ("paragraph", "      three\n", "three"),
        ("quote", *["> * quoted\n>   more\n"] * 2),
        ("ul", *["> * quoted\n>   more\n"] * 2),
        ("item", "> * quoted\n>   more\n", "quoted\n>   more"),
        ("paragraph", "quoted\n>   more\n", "quoted\n>   more"),
    ]


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("- a\n*   b\n", ["- ", "*   "]),
        ("9. a\n10. b\n", ["9. ", "10. "]),
        (" -\ta\n", ["-\t"]),
        ("- - a\n", ["- ", "- "]),
        ("- a\n\n\t1. b\n", ["- ", "1. "]),
    ],
)
def test_markers(text: str, markers: list[str]) -> None:
    assert [block.marker.of(text) for block in all_blocks(text) if block.kind == "item"] == markers


def test_what_is_no_item_has_an_empty_marker() -> None:
    assert only("a\n", "paragraph").marker == (0, 0)


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("- a\n- b\n", [False, False]),
        ("- a\n\n", [False]),
        ("- a\n- b\n\n- c\n", [False, True, False]),
        ("- a\n\n- b\n\n", [True, True]),
        ("- a\n\n- b\n- c\n", [True, False, False]),
        ("- a\n\n  more\n", [True]),
        ("- a\n\n- b\n\n^\n", [True, True]),
        ("- # h\n\n- b\n\n", [False, False]),
    ],
)
def test_looseness_is_each_items_own(text: str, loose: list[bool]) -> None:
    assert [block.loose for block in all_blocks(text) if block.kind == "item"] == loose


def test_whether_an_element_is_read_as_markdown() -> None:
    text = '<div>a</div>\n<div markdown="1">\n</div>\n<p markdown="span">a</p>\n<table markdown="1"></table>\n'
    found = [(block.tag, block.markdown) for block in blocks(text)]
    assert found == [("div", False), ("div", True), ("p", True), ("table", False)]
    assert blocks("<DIV>a</DIV>\n")[0].tag == "div"


def test_a_part_of_the_text_is_cut_with_the_spans_of_the_whole() -> None:
    text = "---\ntitle: x\n---\n- a\n- b"
    (found,) = blocks(text, start=17)
    assert found.span == (17, len(text))
    assert [item.content.of(text) for item in found.children] == ["a", "b"]
    assert blocks(text, len(text)) == []
    text = "a\n\nb\n\nc\n"
    assert [block.span.of(text) for block in blocks(text, 3, 5)] == ["b\n"]
    assert [block.span.of(text) for block in blocks(text, 3, 4)] == ["b"]


LINES = st.sampled_from(
    [
        *("", "", "a", "  b", "    c", "\td", "# e", "===", "---", "- f", "-\tg", "  - h", "1. i", "10. j", "> k"),
        *("> - l", "```", "<div>", "</div>", '<div markdown="1">', "<font>x</font> y", "<!-- m", "-->", "<!-- n --> o"),
        *("{: .p}", "^", "q | r", "$$", ": s", "[t]: u", "[^v]: w", "{::comment}", "{:/}", "- {: .x} y", "- ", "<br>"),
        "\u00a0z",
    ]
)


@given(st.lists(LINES, max_size=12).map("\n".join), st.sampled_from(["", "\n", "\n\n"]))
def test_spans_are_in_order_and_cover_the_text(lines: str, tail: str) -> None:
    text = lines + tail
    found = blocks(text)
    assert_in_order(found, 0, len(text))
    uncovered = list(text)
    for block in found:
        uncovered[block.span.start : block.span.end] = " " * (block.span.end - block.span.start)
    assert not "".join(uncovered).strip(" \t\n")
    for _, block in walk(found):
        assert block.span.covers(block.content), block
        assert block.span.covers(block.marker), block
        assert_in_order(block.children, block.span.start, block.span.end)


def assert_in_order(found: list[Block], start: int, end: int) -> None:
    for block in found:
        assert start <= block.span.start <= block.span.end <= end, block
        start = block.span.end


@given(st.text(alphabet=" \t\n#-*+1.>`~<>/div=\"'!{}:^|$[]()\\ax", max_size=60))
def test_any_text_is_cut(text: str) -> None:
    found = blocks(text)
    assert_in_order(found, 0, len(text))
    assert sum(1 for _ in walk(found)) >= len(found)


@pytest.mark.parametrize(
    "text",
    [
        "- " * 20_000 + "x\n",
        ">" * 20_000 + " x\n",
        "<div>\n" * 5_000,
        '<div markdown="1">\n' * 5_000,
        "".join(f"{' ' * indent}- x\n" for indent in range(0, 600, 2)),
        "<!--\n" * 5_000,
        "{: x\n" * 5_000,
        "`` x | y\n" * 2_000,
        "<b>" * 5_000 + "|\n",
        "a\n: b\n\n" * 2_000,
        "T\n===\n\n- a\n\n" * 1_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_deep_and_long_texts_are_cut(text: str) -> None:
    assert max(depth for depth, block in walk(blocks(text)) if block.loose in (True, False)) < 250
