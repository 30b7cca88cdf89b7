"""What a reader sees of Markdown and HTML, and where each character of it stands."""

from __future__ import annotations

import pytest

from profile_tui.markup.inline import Run, Visible, plain, runs
from profile_tui.text.span import Span


def read(text: str, *, markdown: bool = True) -> list[Run]:
    return runs(text, Span(0, len(text)), markdown=markdown)


def looks(text: str, *, markdown: bool = True) -> str:
    """The runs as `b:bold`, `i:italic`, `u:`, `c:code`, `s:superscript`, `f:font`, `l:link`, breaks by their names."""
    shown = []
    for run in read(text, markdown=markdown):
        style = run.style
        flags = zip("biucsfl", (*style[:6], style.href is not None), strict=True)
        signs = "".join(sign for sign, on in flags if on)
        shown.append(f"{signs}:{run.text}" if run.kind == "text" else f"<{run.kind}>")
    return " ".join(shown)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain", ":plain"),
        ("a *b* c", ":a  i:b : c"),
        ("a **b** c", ":a  b:b : c"),
        ("***b***", "bi:b"),
        ("__b__ _i_", "b:b :  i:i"),
        ("**a *b* c**", "b:a  bi:b b: c"),
        ("*a **b** c*", "i:a  bi:b i: c"),
        ("`a*b*` c", "c:a*b* : c"),
        ("``a`b``", "c:a`b"),
        ("a_b_c", ":a :_ :b :_ :c"),
        ("2 * 3 * 4", ":2  :* : 3  :* : 4"),
        ("\\*a\\*", ":* :a :*"),
        ("a &amp; b", ":a  :& : b"),
        ("<b>a</b> <i>c</i>", "b:a :  i:c"),
        ("<strong>a <em>b</em></strong>", "b:a  bi:b"),
        ("<u>a</u><sup>*</sup>", "u:a s:*"),
        ("<font color='red'>a</font>", "f:a"),
        ('<span style="font-weight: bold">a</span>', "b:a"),
        ("**<u>a</u>**", "bu:a"),
        ("<b>*a*</b>", "bi:a"),
        ("[a](u)", "l:a"),
        ("[**a** b](u)", "bl:a l: b"),
        ("**[a](u)**", "bl:a"),
        ("[a](u 'title') b", "l:a : b"),
        ("[a](u_(1)) b", "l:a : b"),
        ("[a] (u)", ":[ :a] (u)"),
        ("[[a](u)]", ":[ l:a :]"),
        ("<a href='u'>a</a>", "l:a"),
        ("![alt](u) b", "<image> : b"),
        ("<img src='u' alt='x'>", "<image>"),
        ("{{ site.url }} b", "<liquid> : b"),
        ("{% include x %}", "<liquid>"),
        ("a{: .x} b", ":a : b"),
        ("a <!-- hidden --> b", ":a  : b"),
        ("a  \nb", ":a   <hard> :b"),
        ("a\\\\\nb", ":a <hard> :b"),
        ("a\\\nb", ":a <hard> :b"),
        ("a <br> b", ":a  <hard> : b"),
        ("a<br>\nb", ":a <hard> :b"),
        ("a\nb", ":a <soft> :b"),
        ("a\n\nb", ":a <soft> <block> :b"),
        ("a\n  - b", ":a <soft> <bullet> :b"),
        ("<div>a</div>", "<block> :a <block>"),
    ],
)
def test_markdown_is_seen_as_a_reader_sees_it(text: str, seen: str) -> None:
    assert looks(text) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("*a* **b**", ":*a* **b**"),
        ("<b>*a*</b>", "b:*a*"),
        ("[a](u)", ":[a](u)"),
        ("a\\*", ":a\\*"),
        ("a &amp; b", ":a  :& : b"),
        ("a  \nb", ":a   <soft> :b"),
        ("{{ x }}", "<liquid>"),
    ],
)
def test_only_html_counts_where_markdown_does_not(text: str, seen: str) -> None:
    joined = looks(text, markdown=False)
    for mark in ("*", "[", "\\", "!", "_", "`"):
        joined = joined.replace(f" :{mark}", mark).replace(f"{mark} :", mark).replace(f"{mark} b:", mark)
        joined = joined.replace(f"b:{mark} b:", f"b:{mark}").replace(f" b:{mark}", mark)
    assert joined == seen


@pytest.mark.parametrize(
    "text",
    [
        "**Ada Example**\\*, [Ben &amp; Sample](u)*, `x` <u>Cleo</u>\nnext  \nline",
        "冰 **雪** 🎉 <b>é</b> [a](u) &nbsp; \\_",
        "a {{ b }} ![c](d) - e\n- f\n\ng",
    ],
)
def test_every_visible_character_has_its_place(text: str) -> None:
    shown = Visible(read(text))
    for index, character in enumerate(shown.text):
        start, end = shown.place(index), shown.place(index, end=True)
        assert 0 <= start <= end <= len(text)
        if character not in "\n\ufffc" and len(shown.run_at(index).text) == end - start:
            assert text[start:end] == character
    starts = [shown.place(index) for index in range(len(shown.text))]
    assert starts == sorted(starts)


def test_a_range_of_what_is_seen_is_a_range_of_the_source() -> None:
    text = "see [**Small** lakes](https://example.org) now"
    shown = Visible(read(text))
    at = shown.text.index("Small lakes")
    assert shown.span(at, at + len("Small")).of(text) == "Small"
    assert shown.span(at, at + len("Small lakes")).of(text) == "Small** lakes"
    assert shown.span(at, at) == Span(text.index("Small"), text.index("Small"))


def test_a_link_knows_its_target_and_its_source() -> None:
    text = "see [a](u1)[b](u2)"
    styles = [run.style for run in read(text) if run.style.href is not None]
    assert [(style.href, text[style.link : style.link_end]) for style in styles] == [
        ("u1", "[a](u1)"),
        ("u2", "[b](u2)"),
    ]


def test_classes_of_all_elements_around_are_kept() -> None:
    text = '<div class="row x"><span class="badge">a</span></div>'
    assert next(run for run in read(text) if run.kind == "text").style.classes == ("row", "x", "badge")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("🔥 **News**  and `x`", "🔥 News and x"),
        ("[Papers](u) <sup>1</sup>", "Papers 1"),
        ("<span class='a' id='b'></span>", ""),
        ("a\\\nb &nbsp; c", "a b c"),
        ("![x](y) only", "only"),
    ],
)
def test_plain_text_is_what_is_read_aloud(text: str, seen: str) -> None:
    assert plain(text) == seen


@pytest.mark.parametrize("text", ["*a " * 500, "[" * 500, "<b>" * 500, "`" * 501, "![" * 500])
def test_unbalanced_marks_stay_text(text: str) -> None:
    assert Visible(read(text)).text == text.replace("<b>", "")
