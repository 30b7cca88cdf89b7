"""Liquid: what is a tag, what a block reaches over, and what its tags say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_tui.markup.liquid import expressions
from profile_tui.markup.liquid.decided import never_shown
from profile_tui.markup.liquid.expressions import Comparison, Constant, Expression, Filter, Path
from profile_tui.markup.liquid.template import Template, scan
from profile_tui.text.span import Span

PAGE = """\
# News
{%- if site.news.enabled -%}
{% for item in site.news reversed limit: 5 %}
- {{ item.date | date: "%b %Y" }}: {{item.content}}
{% else %}
Nothing yet.
{% endfor %}
{% endif %}
{% comment %}
- {{ hidden }} {% for x in y %}
{% endcomment %}
{% raw %}{{ shown as it is }} {% endfor %}{% endraw %}
End.
"""


def names(template: Template, offset: int) -> list[str]:
    return [block.name for block in template.enclosing(offset)]


@pytest.mark.parametrize(
    ("words", "blocks"),
    [
        ("# News", []),
        ("- {{ item", ["if", "for"]),
        ("item.content", ["if", "for"]),
        ("Nothing yet", ["if", "for"]),
        ("hidden", ["comment"]),
        ("shown as it is", ["raw"]),
        ("End.", []),
    ],
)
def test_blocks_around_an_offset(words: str, blocks: list[str]) -> None:
    assert names(scan(PAGE), PAGE.index(words)) == blocks


def test_the_border_of_a_block_is_outside_and_its_tags_are_inside() -> None:
    text = "a{% if x %}b{% endif %}c"
    template = scan(text)
    assert [names(template, at) for at in (1, 2, 11, 12, 13, 23)] == [[], ["if"], ["if"], ["if"], ["if"], []]


def test_what_is_hidden() -> None:
    template = scan(PAGE)
    assert template.is_hidden(PAGE.index("hidden"))
    assert template.is_hidden(PAGE.index("shown as"))
    assert not template.is_hidden(PAGE.index("Nothing"))


def test_only_what_runs_is_listed() -> None:
    template = scan(PAGE)
    assert [tag.name for tag in template.tags()] == "if for else endfor endif comment endcomment raw endraw".split()
    assert [output.content.of(PAGE) for output in template.outputs()] == [
        'item.date | date: "%b %Y"',
        "item.content",
    ]


def test_parts_of_a_block_and_its_dashes() -> None:
    template = scan(PAGE)
    loop = next(block for block in template.blocks if block.name == "for")
    assert [part.body.of(PAGE).strip() for part in loop.branches] == [
        '- {{ item.date | date: "%b %Y" }}: {{item.content}}',
        "Nothing yet.",
    ]
    assert loop.open.content.of(PAGE) == "item in site.news reversed limit: 5"
    assert template.blocks[0].open.trims == (True, True)
    assert template.blocks[0].open.content.of(PAGE) == "site.news.enabled"
    assert loop.depth == 1


def test_a_tag_of_a_plugin_is_a_block_where_something_ends_it() -> None:
    text = "{% details More %}x{% enddetails %} {% bibliography --file a %} y"
    template = scan(text)
    assert [block.name for block in template.blocks] == ["details"]
    assert [tag.name for tag in template.tags()] == ["details", "enddetails", "bibliography"]


@pytest.mark.parametrize(
    ("text", "at", "blocks"),
    [
        ("{% for a in b %}x", 17, ["for"]),
        ("{% for a in b %}{% if c %}x{% endfor %}y", 26, ["for", "if"]),
        ("{% for a in b %}{% if c %}x{% endfor %}y", 40, []),
        ("x{% endfor %}y", 14, []),
        ("{% raw %}{{ x", 13, ["raw"]),
        ("{% else %}{% comment %}{% comment %}a{% endcomment %}b{% endcomment %}c", 54, ["comment"]),
    ],
)
def test_what_is_not_closed_reaches_to_the_end_of_what_is_around(text: str, at: int, blocks: list[str]) -> None:
    assert names(scan(text), at) == blocks


def test_a_part_of_the_text_alone() -> None:
    text = "{% if a %}\n---\n{{ b }}"
    assert [output.content.of(text) for output in scan(text, Span(11, len(text))).outputs()] == ["b"]
    assert scan(text, Span(11, len(text))).blocks == ()


def test_values() -> None:
    assert expressions.value("site.data.papers[0].title") == Path(("site", "data", "papers", 0, "title"))
    assert expressions.value("site.data[include.name]") == Path(("site", "data", Path(("include", "name"))))
    assert expressions.value('site["a b"]') == Path(("site", "a b"))
    assert expressions.value("'it | is'") == Constant("it | is")
    assert expressions.value("-3.5") == Constant(-3.5)
    assert expressions.value("nil") == Constant(None)


def test_filters() -> None:
    assert expressions.expression("site.news | where: \"a|b\", true | sort: 'date' | reverse") == Expression(
        Path(("site", "news")),
        (
            Filter("where", (Constant("a|b"), Constant(True))),
            Filter("sort", (Constant("date"),)),
            Filter("reverse"),
        ),
    )


def test_loops_as_liquid_reads_them() -> None:
    loop = expressions.loop("post in site.posts reversed limit:n offset: 2")
    assert loop is not None
    assert (loop.variable, loop.source, loop.is_reversed) == ("post", Path(("site", "posts")), True)
    assert (loop.limit, loop.offset) == (Path(("n",)), Constant(2))
    assert expressions.loop("post of site.posts") is None


def test_includes_and_their_parameters() -> None:
    said = expressions.inclusion("list.html items=site.data.papers title=\"My 'own'\" limit=5")
    assert said is not None
    assert said.file == "list.html"
    assert said.parameters == {
        "items": Path(("site", "data", "papers")),
        "title": Constant("My 'own'"),
        "limit": Constant(5),
    }
    named = expressions.inclusion("{{ page.part }}/x.html a=b")
    assert named is not None
    assert named.file == "{{ page.part }}/x.html"


def test_conditions() -> None:
    assert expressions.condition("site.news and page.kind == 'a and b' or x contains y") == (
        Comparison(Path(("site", "news"))),
        Comparison(Path(("page", "kind")), "==", Constant("a and b"), "and"),
        Comparison(Path(("x",)), "contains", Path(("y",)), "or"),
    )


@given(st.text("{%}- \nforendifrawcomment|:=\"'x.[]()1", max_size=120))
def test_nothing_raises_and_spans_are_nested(text: str) -> None:
    template = scan(text)
    for block in template.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(text)
        inner = block.open.span.end
        for part in block.branches:
            assert inner <= part.body.start <= part.body.end
            inner = part.body.end
    for reader in (expressions.value, expressions.expression, expressions.loop, expressions.assignment):
        reader(text)
    expressions.inclusion(text)
    expressions.condition(text)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("{% if false %}a{% endif %}b", ["a"]),
        ("{% if true %}a{% else %}b{% endif %}", ["b"]),
        ("{% unless true %}a{% else %}b{% endunless %}", ["a"]),
        ("{% if nil %}a{% elsif page.b %}b{% endif %}", ["a"]),
        ("{% if 1 == 2 and page.b %}a{% endif %}", ["a"]),
        ("{% if 1 == 2 or page.b %}a{% endif %}", []),
        ("{% if page.b %}a{% elsif 2 > 1 %}b{% else %}c{% endif %}", ["c"]),
        ("{% if site.b %}a{% endif %}{% if '' %}b{% endif %}", []),
        ("{% if false %}a", []),
    ],
)
def test_what_no_condition_lets_through(text: str, hidden: list[str]) -> None:
    assert [span.of(text) for span in never_shown(scan(text))] == hidden
