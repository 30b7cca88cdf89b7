"""Typed text is made safe for its place, and comes back as it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from profile_tui.markup import escape
from profile_tui.markup.inline import plain
from profile_tui.text.errors import Refused
from support.hostile_texts import HOSTILE
from support.jekyll_referee import Referee

PAGE = "---\ntitle: T\n---\n"
EITHER_PLACE = pytest.mark.parametrize("at_start", [True, False], ids=["at the start", "after a date"])
each_text = pytest.mark.parametrize("typed", HOSTILE)
MARKUP = re.compile(r"\$\$|[*_`~]|</?(?:b|br)>|&#?\w+;|!?\[x\]\(y\)|\\|\$\$|<https")
"""What Markdown, typed on purpose, does not show as it stands."""
TYPOGRAPHY = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "--", "—": "---", "…": "...", "«": "<<", "»": ">>"}


def shown(html: str) -> str:
    """The characters that some HTML shows, typographic ones as they were typed."""
    text = unescape(re.sub(r"<[^>]*>", "", html)).replace("\u00a0", " ")
    for character, typed in TYPOGRAPHY.items():
        text = text.replace(character, typed)
    return " ".join(text.split())


def as_item(jekyll: Referee, written: str, *, at_start: bool) -> str:
    """What Jekyll makes of an item that says that; its neighbours must come out as they are."""
    lead, em = ("", "") if at_start else ("*2026*: ", "<em>2026</em>: ")
    reply = jekyll.render(f"{PAGE}- A *one*\n- {lead}{written}\n- B\n")
    assert reply.ok, reply.error
    before, after = f"<ul>\n  <li>A <em>one</em></li>\n  <li>{em}", "</li>\n  <li>B</li>\n</ul>\n"
    assert (reply.html[: len(before)], reply.html[-len(after) :]) == (before, after)
    item = reply.html[len(before) : -len(after)]
    assert not re.search(r"<(?!/?(?:a|b|br|code|del|em|strong|img)\b)", item), item
    return item


@EITHER_PLACE
@each_text
def test_typed_markdown_comes_back(typed: str, at_start: bool) -> None:
    line = escape.one_line(typed)
    assert escape.from_markdown(escape.to_markdown(line, at_start=at_start)) == line


@each_text
def test_what_is_no_markdown_comes_back_out_of_html(typed: str) -> None:
    line = escape.one_line(typed)
    if not MARKUP.search(line):
        assert escape.from_markdown(escape.to_html(line)) == line


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("The *new* `reed` is **out**.", "The <em>new</em> <code>reed</code> is <strong>out</strong>."),
        (
            "***Both*** and _one_ and __two__",
            "<strong><em>Both</em></strong> and <em>one</em> and <strong>two</strong>",
        ),
        ("**a *b* c** *d **e** f*", "<strong>a <em>b</em> c</strong> <em>d <strong>e</strong> f</em>"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        (
            "~~old~~ [**bold**](https://e.org/a_(b))",
            '<del>old</del> <a href="https://e.org/a_(b)"><strong>bold</strong></a>',
        ),
        ('[a](https://e.org "T")![b](c.png)', '<a href="https://e.org">a</a><img src="c.png" alt="b">'),
        ("<https://e.org/?a=1&b=2>", '<a href="https://e.org/?a=1&amp;b=2">https://e.org/?a=1&amp;b=2</a>'),
        (r"\*no\* \<b>", "*no* &lt;b>"),
        ("`a < b` <b>kept</b> <div>", "<code>a &lt; b</code> <b>kept</b> &#x3C;div>"),
        ("`{{ x }}` {{ x }}", "<code>&#123;{ x }}</code> &#x7B;{ x }}"),
        ("[**Paper**]", "[<strong>Paper</strong>]"),
    ],
)
def test_typed_markdown_is_html_where_markdown_means_nothing(typed: str, written: str) -> None:
    assert escape.to_html(typed) == written


@pytest.mark.parametrize(
    ("before", "typed", "written"),
    [
        ("A talk on moss.", "A talk on reeds.", "A talk on reeds."),
        (r"a \| b moss", r"a \| b reeds", r"a \| b reeds"),
        ("a &#x7C; b moss", "a | b reeds", "a &#x7C; b reeds"),
        ("See {{ page.x }} on moss", "See {{ page.x }} on {{ reeds }}", "See {{ page.x }} on &#x7B;{ reeds }}"),
        ('{% include a.html t="1" %} x', '{% include a.html t="2" %} x', '{% include a.html t="2" %} x'),
        ("{% if a %}x{% endif %}", "{% if a %}x{% endif %} {% bad %}", "{% if a %}x{% endif %} &#x7B;% bad %}"),
        ("moss <!-- ask Ann --> wet", "reeds <!-- ask Ann --> wet", "reeds <!-- ask Ann --> wet"),
        ("<div>own</div> moss", "<div>own</div> reeds", "<div>own</div> reeds"),
        (
            "Long text on moss that\n  goes on.",
            "Long text on reeds that goes on.",
            "Long text on reeds that\n  goes on.",
        ),
        ("One moss.  \n  Two.", "One reed. Two.", "One reed.  \n  Two."),
        ("$$T$$ was found", "$$T$$ was lost", "$$T$$ was lost"),
        ("moss", "# reeds", "&#x23; reeds"),
    ],
)
def test_an_edit_keeps_the_source_of_what_it_does_not_change(before: str, typed: str, written: str) -> None:
    assert escape.to_markdown(typed, at_start=True, before=before) == written


@pytest.mark.parametrize(
    ("before", "typed", "written"),
    [
        ("One.\n\nTwo moss.", "One.\n\nTwo reeds.", "One.\n\nTwo reeds."),
        ("Three:\n\n- moss\n- peat", "Three:\n\n- moss\n- reeds\n- peat", "Three:\n\n- moss\n- reeds\n- peat"),
        ("One.\n\n<!--more-->\n\nTwo.", "One!\n\n<!--more-->\n\nTwo.", "One!\n\n<!--more-->\n\nTwo."),
        ("One.\n\nTwo.", "Only this.", "Only this."),
        ("One.\n\nTwo.", "One.", "One."),
    ],
)
def test_an_edit_of_several_lines_keeps_them(before: str, typed: str, written: str) -> None:
    assert escape.to_markdown(escape.lines(typed), at_start=True, before=before) == written


def test_paragraphs_are_not_run_together() -> None:
    with pytest.raises(Refused, match="several paragraphs"):
        escape.to_markdown("One. Two!", before="One.\n\nTwo.")


@EITHER_PLACE
@each_text
def test_plain_text_comes_back(typed: str, at_start: bool) -> None:
    line = escape.one_line(typed)
    assert plain(escape.plain_to_markdown(line, at_start=at_start)) == " ".join(line.split())


@EITHER_PLACE
@each_text
def test_jekyll_renders_typed_markdown_as_one_item(typed: str, at_start: bool, jekyll: Referee) -> None:
    line = escape.one_line(typed)
    item = as_item(jekyll, escape.to_markdown(line, at_start=at_start), at_start=at_start)
    if not MARKUP.search(line):
        assert shown(item) == shown(line.replace("<", "&lt;"))


@EITHER_PLACE
@each_text
def test_jekyll_shows_plain_text_letter_by_letter(typed: str, at_start: bool, jekyll: Referee) -> None:
    line = escape.one_line(typed)
    item = as_item(jekyll, escape.plain_to_markdown(line, at_start=at_start), at_start=at_start)
    assert shown(item) == shown(line.replace("&", "&amp;").replace("<", "&lt;"))


@pytest.mark.parametrize("write", [escape.to_html, escape.plain_to_html])
@each_text
def test_jekyll_leaves_an_html_item_as_it_is_written(typed: str, write: Callable[[str], str], jekyll: Referee) -> None:
    line = escape.one_line(typed)
    reply = jekyll.render(f"{PAGE}<ul>\n<li>A</li>\n<li>{write(line)}</li>\n<li>B</li>\n</ul>\n\nafter *it*\n")
    assert reply.ok, reply.error
    before, after = "<ul>\n<li>A</li>\n<li>", "</li>\n<li>B</li>\n</ul>\n\n<p>after <em>it</em></p>\n"
    assert (reply.html[: len(before)], reply.html[-len(after) :]) == (before, after)
    if write is escape.plain_to_html:
        item = reply.html[len(before) : -len(after)]
        assert shown(item) == shown(line.replace("&", "&amp;").replace("<", "&lt;"))


@pytest.mark.parametrize(
    "typed",
    [
        "One paper accepted by **ICE 2026**, see [here](https://example.org/a_(b)).",
        "I moved to the coast 🎉, 冰与雪",
        'A <b>bold</b> word, a <a href="https://example.org">link</a> and `code`',
        "AT&T, 3 < 4, a_b_c, c:\\dir, 50% {x}",
        "$p = 3$ and 10.5",
    ],
)
def test_ordinary_markdown_is_written_as_it_is(typed: str) -> None:
    assert escape.to_markdown(typed, at_start=True) == typed


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a | b", "a &#x7C; b"),
        ("a \\| b", "a \\| b"),
        ("`a | b`", "`a | b`"),
        ("{{ x }}", "&#x7B;{ x }}"),
        ("`{{ x }}`", "`{% raw %}{{ x }}{% endraw %}`"),
        ("# one", "&#x23; one"),
        ("1. one", "1&#x2E; one"),
        ("a <div> b", "a &#x3C;div> b"),
        ("&#x7C;", "&#x26;#x7C;"),
        ("ends in \\", "ends in &#x5C;"),
    ],
)
def test_what_would_break_the_page_becomes_a_reference(typed: str, written: str) -> None:
    assert escape.to_markdown(typed, at_start=True) == written


@pytest.mark.parametrize("source", ["a \\| b", "&amp; &#124; &nbsp;", "\\*", "<b>x</b>", "{{ site.url }}"])
def test_what_an_author_wrote_is_shown_as_it_stands(source: str) -> None:
    assert escape.from_markdown(source) == source


@pytest.mark.parametrize("code", ["{% raw %}", "{% x", "{{ x %}", "a {{ b }} {% c"])
def test_liquid_in_a_code_span_that_raw_cannot_hold_is_refused(code: str) -> None:
    with pytest.raises(Refused) as caught:
        escape.to_markdown(f"see `{code}`")
    assert caught.value.message == (
        "a code span with a Liquid tag in it cannot be written safely; leave out the backquotes"
    )


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("`a | b` c | `d | e` f | g", "`a | b` c &#x7C; `d | e` f &#x7C; g"),
        ("{{ x }} `a | b` c | d", "&#x7B;{ x }} `a | b` c &#x7C; d"),
        ("a | b | c", "a &#x7C; b &#x7C; c"),
        ("``a ` b`` | c", "``a ` b`` &#x7C; c"),
        ("a {: .b} c", "a &#x7B;: .b} c"),
        ("a {b} c", "a {b} c"),
        ("a \\\\| b", "a \\\\&#x7C; b"),
        ("</div> and <script>", "&#x3C;/div> and &#x3C;script>"),
        ("<b>a and </i>", "&#x3C;b>a and &#x3C;/i>"),
        ("<i>a <b>b</i></b>", "&#x3C;i>a <b>b&#x3C;/i></b>"),
        ("a<br>b <img src=x> <hr/>", "a<br>b <img src=x> &#x3C;hr/>"),
        ("<!-- a --> <?x?>", "&#x3C;!-- a --> &#x3C;?x?>"),
        ("<span/> <mailto:a@example.org>", "<span/> <mailto:a@example.org>"),
        ("<ada.b@mail.example.org> <ada@home>", "<ada.b@mail.example.org> &#x3C;ada@home>"),
        ("ends in \\\\", "ends in \\\\"),
        ("# no heading", "# no heading"),
        ("a <BX c", "a &#x3C;BX c"),
        ("<!-- a --> <foo> <i>b</i>", "&#x3C;!-- a --> &#x3C;foo> <i>b</i>"),
        ("<http://example.org> and more", "<http://example.org> and more"),
    ],
)
def test_within_a_line_only_what_means_something_becomes_a_reference(typed: str, written: str) -> None:
    assert escape.to_markdown(typed) == written


def test_a_new_beginning_of_an_old_text_begins_no_block() -> None:
    assert escape.to_markdown("# ice age", at_start=True, before="ice age") == "&#x23; ice age"
    assert escape.to_markdown("- one\ntwo", at_start=True) == "- one\ntwo"


def test_lines_of_a_place_are_indented_as_its_own_are() -> None:
    assert escape.to_markdown("one\ntwo | x\n`three`", indent="  ") == "one\n  two &#x7C; x\n  `three`"
    assert escape.to_markdown("one\ntwo") == "one\ntwo"


@pytest.mark.parametrize(
    ("before", "typed", "written"),
    [
        ("`a|b` moss", "`a|b` reeds | x", "`a|b` reeds &#x7C; x"),
        ("moss `a|b`", "reeds | x `a|b`", "reeds &#x7C; x `a|b`"),
        ("{{page.x}}", "a{%b%}{{page.y}}c|d", "a&#x7B;%b%}{{page.y}}c&#x7C;d"),
    ],
)
def test_an_edit_defuses_only_what_is_new(before: str, typed: str, written: str) -> None:
    assert escape.to_markdown(typed, before=before) == written


@pytest.mark.parametrize(
    ("before", "typed", "written"),
    [
        ("", "&#x41; b &#xE9; c", "&#x26;#x41; b &#x26;#xE9; c"),
        ("", "a {{ b }} {% c %} d", "a &#x7B;{ b }} &#x7B;% c %} d"),
        ("<div>own</div> moss", "<div>own</div> reeds", "<div>own</div> reeds"),
        ("moss <div>own</div>", "reeds <div>own</div> <p>", "reeds <div>own</div> &#x3C;p>"),
        ("{{ page.x }} on moss", "{{ page.y }} on {% bad %} reeds", "{{ page.y }} on &#x7B;% bad %} reeds"),
        ("{{page.x}}", "a{%b%}{{page.y}}c{%d%}", "a&#x7B;%b%}{{page.y}}c&#x7B;%d%}"),
        ("{{page.x}}", "{{page.y}}{{page.z}}{%d%}", "{{page.y}}{{page.z}}&#x7B;%d%}"),
        ("a <b>b</b> moss", "a <b>b</b> *reeds*", "a <b>b</b> <em>reeds</em>"),
        ("a *b* moss", "a *b* reeds", "a *b* reeds"),
        ("a *b* c", "<https://e.org> <a@b.org>", "&#x3C;https://e.org> &#x3C;a@b.org>"),
        (
            "",
            "<ada@b.org> <mailto:c@d.org>",
            '<a href="mailto:ada@b.org">ada@b.org</a> <a href="mailto:c@d.org">c@d.org</a>',
        ),
    ],
)
def test_an_edit_of_html_keeps_the_source_of_what_it_does_not_change(before: str, typed: str, written: str) -> None:
    assert escape.to_html(typed, before=before) == written


@pytest.mark.parametrize(("written", "defused"), [("# x", "&#x23; x"), ("\\* x", "&#x2A; x"), ("\\x", "&#x5C;x")])
def test_the_first_character_becomes_a_reference(written: str, defused: str) -> None:
    assert escape.first_defused(written) == defused


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("< 3 is few", "< 3 is few"),
        ("<3", "<3"),
        ("<b>", "&lt;b>"),
        ("a_b _c_", "a_b \\_c\\_"),
        ("a_b __c__", "a_b \\_\\_c\\_\\_"),
        ("$$x$$", "\\$\\$x\\$\\$"),
        ("12. a", "12\\. a"),
        ("- a", "\\- a"),
        ("[a]: b", "\\[a\\]: b"),
        ("R&D &amp; {{x}} {x}", "R&D &amp;amp; &#123;{x}} {x}"),
    ],
)
def test_plain_text_is_written_as_markdown_that_shows_it(typed: str, written: str) -> None:
    assert escape.plain_to_markdown(typed, at_start=True) == written


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("  a  ", "a"),
        ("one\ntwo", "one two"),
        ("one\r\n\r\n  two\tthree", "one two three"),
        ("one\u2028two\u0085three", "one two three"),
        ("two  blanks", "two  blanks"),
        ("Xenon at X", "Xenon at X"),
        ("X\nmarks\nX", "X marks X"),
        ("\u00a0set apart\u00a0", "\u00a0set apart\u00a0"),
        ("", ""),
    ],
)
def test_what_is_pasted_becomes_one_line(typed: str, line: str) -> None:
    assert escape.one_line(typed) == line


@pytest.mark.parametrize("typed", ["a\0b", "a\x1b[31mb", "a\x7fb", "a\ud800b", "a\ufffeb"])
def test_control_characters_are_refused_by_name(typed: str) -> None:
    with pytest.raises(Refused) as caught:
        escape.one_line(typed)
    assert str(caught.value) == f"the text holds the control character U+{ord(typed[1]):04X}; take it out"


def test_lines_end_alike_and_keep_their_blanks_within() -> None:
    assert escape.lines("\r\none  two\r\nthree\rfour\n\n") == "one  two\nthree\nfour"
    with pytest.raises(Refused) as caught:
        escape.lines("one\ntw\x1bo")
    assert str(caught.value) == "the text holds the control character U+001B; take it out"


@pytest.mark.parametrize("typed", ["<em>One</em> talk.", "<https://example.org> is up."])
def test_an_element_of_the_line_may_begin_it(typed: str) -> None:
    assert escape.to_markdown(typed, at_start=True) == typed


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("https://example.org/a_b?c=d&e=f#g", "https://example.org/a_b?c=d&e=f#g"),
        ("https://example.org/a|b", "https://example.org/a%7Cb"),
        ("https://example.org/<a>", "https://example.org/%3Ca%3E"),
        ("https://example.org/{{x}}", "https://example.org/%7B%7Bx%7D%7D"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("https://example.org/a)b", "https://example.org/a%29b"),
        ("https://example.org/a)b(", "https://example.org/a%29b%28"),
        ("https://example.org/(a", "https://example.org/%28a"),
        ('https://example.org/"a"', "https://example.org/%22a%22"),
        (" /files/cv.pdf ", "/files/cv.pdf"),
    ],
)
def test_a_link_target_is_safe_in_markdown_and_html(typed: str, written: str) -> None:
    assert escape.url(typed) == written


def test_a_link_target_with_a_blank_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        escape.url("my paper.pdf")
    assert str(caught.value) == "the link target 'my paper.pdf' has a space in it; write %20"
    with pytest.raises(Refused, match=f"target '{'a' * 56} bcd' has"):
        escape.url("a" * 56 + " bcde")


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("a < b > c", "a &lt; b &gt; c"),
        ("R&D &amp; more", "R&D &amp;amp; more"),
        ("{{ x }} {% y %}", "&#123;{ x }} &#123;% y %}"),
    ],
)
def test_plain_text_in_html_is_written_with_entities(typed: str, html: str) -> None:
    assert escape.plain_to_html(typed) == html


def test_plain_text_within_a_line_keeps_what_only_a_block_would_begin_with() -> None:
    assert escape.plain_to_markdown("1. Reading") == "1. Reading"
    assert escape.plain_to_markdown("1. Reading", at_start=True) == "1\\. Reading"
    assert escape.plain_to_markdown("# Reading", at_start=True) == "\\# Reading"
    assert escape.plain_to_markdown("* Reading", at_start=True) == "\\* Reading"
    assert escape.plain_to_markdown("^", at_start=True) == "&#94;"
