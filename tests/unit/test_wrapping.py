"""What is selected, or the word at the cursor, made bold, italic or a link, and plain again."""

from __future__ import annotations

import pytest

from profile_tui.app.widgets.wrapping import How, Rewritten, pasted_link, toggled


def cut(text: str) -> tuple[str, int, int]:
    """Return a text without the bars that stand around what is selected in it, and where they stood."""
    start = text.index("|")
    end = text.rindex("|")
    end -= end > start
    return text.replace("|", ""), start, end


def shown(text: str, change: Rewritten) -> str:
    """Return a text after a change, with bars around what is selected then."""
    after = text[: change.start] + change.text + text[change.end :]
    first, last = change.selection
    return f"{after[:first]}|{after[first:last]}{'|' * (last > first)}{after[last:]}"


@pytest.mark.parametrize(
    ("before", "how", "after"),
    [
        ("One |paper| accepted", "bold", "One **|paper|** accepted"),
        ("One **|paper|** accepted", "bold", "One |paper| accepted"),
        ("One |**paper**| accepted", "bold", "One |paper| accepted"),
        ("One |paper | accepted", "bold", "One **|paper|**  accepted"),
        ("One pa|per accepted", "italic", "One *|paper|* accepted"),
        ("One *pa|per* accepted", "italic", "One |paper| accepted"),
        ("One _pa|per_ accepted", "italic", "One |paper| accepted"),
        ("One **pa|per** accepted", "italic", "One ***|paper|*** accepted"),
        ("One ***pa|per*** accepted", "italic", "One **|paper|** accepted"),
        ("One ***pa|per*** accepted", "bold", "One *|paper|* accepted"),
        ("|", "bold", "**|**"),
        ("**|**", "bold", "|"),
        ("at |Reed-Warblers'| place", "bold", "at **|Reed-Warblers'|** place"),
        ("at Reed-War|blers place", "bold", "at **|Reed-Warblers|** place"),
        ("中文|强调|吧", "bold", "中文**|强调|**吧"),
        ("- |one\n- two|", "bold", "- |**one**\n- **two**|"),
        ("One |paper| accepted", "link", "One [paper](|) accepted"),
        ("One pa|per accepted", "link", "One [paper](|) accepted"),
        ("One [pa|per](https://example.org) accepted", "link", "One |paper| accepted"),
        ("See |https://example.org/a| now", "link", "See [|](https://example.org/a) now"),
        ("|", "link", "[](|)"),
        ("![a|b](c.png)", "link", "![[ab](|)](c.png)"),
    ],
)
def test_markdown_is_set_and_taken_away(before: str, how: How, after: str) -> None:
    text, start, end = cut(before)
    assert shown(text, toggled(text, start, end, how)) == after


@pytest.mark.parametrize(
    ("before", "how", "after"),
    [
        ("One |paper| accepted", "bold", "One <b>|paper|</b> accepted"),
        ("One <b>|paper|</b> accepted", "bold", "One |paper| accepted"),
        ("One <strong>pa|per</strong> accepted", "bold", "One |paper| accepted"),
        ("One |paper| accepted", "italic", "One <i>|paper|</i> accepted"),
        ("One |paper| accepted", "link", 'One <a href="|">paper</a> accepted'),
        ('One <a href="x">pa|per</a> accepted', "link", "One |paper| accepted"),
    ],
)
def test_html_is_set_and_taken_away(before: str, how: How, after: str) -> None:
    text, start, end = cut(before)
    assert shown(text, toggled(text, start, end, how, html=True)) == after


@pytest.mark.parametrize(
    ("before", "pasted", "after"),
    [
        ("One |paper| accepted", "https://example.org/a", "One [paper](https://example.org/a)| accepted"),
        ("One |paper| accepted", " https://example.org/a\n", "One [paper](https://example.org/a)| accepted"),
        ("One |paper| accepted", "https://example.org/a_(b", "One [paper](https://example.org/a_%28b)| accepted"),
        ("One |paper| accepted", "www.example.org", "One [paper](www.example.org)| accepted"),
    ],
)
def test_an_address_pasted_over_words_links_them(before: str, pasted: str, after: str) -> None:
    text, start, end = cut(before)
    change = pasted_link(text, start, end, pasted)
    assert change is not None
    assert shown(text, change) == after


@pytest.mark.parametrize(
    ("before", "pasted"),
    [
        ("One |paper| accepted", "two papers"),
        ("One |paper| accepted", "see https://example.org"),
        ("|https://example.org/old|", "https://example.org/new"),
        ("One |paper accepted", "https://example.org"),
        ("|one\ntwo|", "https://example.org"),
    ],
)
def test_other_pastes_are_just_text(before: str, pasted: str) -> None:
    text, start, end = cut(before)
    assert pasted_link(text, start, end, pasted) is None
