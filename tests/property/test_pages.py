"""Random edits of random pages: what was meant happens and nothing else, or the edit is refused."""

from __future__ import annotations

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from profile_tui.content.change import edit
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.entries.entry import Author, Link, Value
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.markup import escape
from profile_tui.text.errors import Refused, UsageError
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice
from support.jekyll_referee import Referee
from support.pages import Change, changes, pages
from support.shapes import said


def made(page: Page, change: Change) -> ProvenEdit | None:
    """The edit; None where it is refused."""
    try:
        return change.made(page)
    except (Refused, UsageError):
        return None


def everything(page: Page) -> dict[str, list[dict[str, Value]]]:
    return {name: [said(entry) for entry in page.entries(name)] for name in kinds()}


def same(meant: Value, read: Value) -> bool:
    """Whether a field says what was typed: dates at the page's precision, link targets as they are written."""
    if isinstance(meant, tuple) and isinstance(read, tuple):
        if meant and isinstance(meant[0], Link):
            targets = {link[1]: link[0] for link in read if isinstance(link, Link)}
            beside = {url for url, label in targets.items() if label != "title"}  # a title that is there keeps its link
            return {escape.url(link[1]) for link in meant} in (targets.keys(), beside)
        return [name.name for name in meant if isinstance(name, Author)] == [
            name.name for name in read if isinstance(name, Author)
        ]
    if isinstance(meant, str):
        line = " ".join(escape.one_line(meant).split())
        if isinstance(read, str) and "<" not in line:  # a list of HTML has tags for what is marked
            read = re.sub(r'<a href="([^"]*)">(.*?)</a>', r"[\2](\1)", read)
            read = re.sub(r"</?(em|strong|code)>", lambda tag: {"em": "*", "strong": "**", "code": "`"}[tag[1]], read)
        dated = isinstance(read, str) and line[:2] in ("19", "20") and line.startswith(read)
        return (read or "") in (line, line.rstrip(" .,;")) or dated  # what ends a title or venue may be a stop
    return meant == read or not (meant or read)


def expected(before: list[dict[str, Value]], change: Change, edited: ProvenEdit) -> list[dict[str, Value]]:
    """The entries as they must be; the one that was typed as it is read, to be compared by its fields."""
    after = [said(entry) for entry in edited.page.entries(change.kind)]
    entries = list(before)
    if change.action == "add":
        assert edited.number is not None
        entries.insert(edited.number - 1, after[edited.number - 1])
    elif change.action == "remove":
        del entries[change.number - 1]
    elif change.action == "move":
        entries.insert(change.to - 1, entries.pop(change.number - 1))
    else:
        entries[change.number - 1] = after[change.number - 1]
    return entries


@given(st.data())
def test_an_edit_does_what_was_meant_and_touches_nothing_else(data: st.DataObject) -> None:
    page = Page(Source(data.draw(pages())))
    change = data.draw(changes(page))
    edited = made(page, change)
    assume(edited is not None)
    assert edited is not None
    if not edited.splices:
        assert edited.page.source.data == page.source.data
        return
    first = min(splice.span.start for splice in edited.splices)
    last = max(splice.span.end for splice in edited.splices)
    rest = len(page.text)
    before = page.source.splice([Splice.delete(Span(first, rest))]).data
    behind = page.source.splice([Splice.delete(Span(0, last))]).data
    written = edited.page.source.data
    assert written.startswith(before)
    assert written[len(before) :].endswith(behind)

    was, now = everything(page), everything(Page(Source(written)))
    assert now.pop(change.kind) == expected(was.pop(change.kind), change, edited)
    assert now == was
    if change.action in ("add", "change"):
        read = said(edited.page.entries(change.kind)[(edited.number or 1) - 1])
        assert {name for name, meant in change.values.items() if not same(meant, read[name])} == set()


@given(st.data())
def test_adding_and_removing_gives_the_original_bytes(data: st.DataObject) -> None:
    page = Page(Source(data.draw(pages())))
    change = data.draw(changes(page, "add"))
    assume(page.entries(change.kind))
    edited = made(page, change)
    assume(edited is not None)
    assert edited is not None
    assert edited.number is not None
    assert edit.remove(edited.page, change.kind, edited.number).page.source.data == page.source.data


@given(st.data())
def test_moving_back_gives_the_original_bytes(data: st.DataObject) -> None:
    page = Page(Source(data.draw(pages())))
    change = data.draw(changes(page, "move"))
    assume(change.action == "move")
    edited = made(page, change)
    assume(edited is not None)
    assert edited is not None
    assert edit.move(edited.page, change.kind, change.to, change.number).page.source.data == page.source.data


def common(one: str, other: str) -> tuple[int, int]:
    """How many characters the two share at the beginning, and at the end after those."""
    limit = min(len(one), len(other))
    first = next((at for at in range(limit) if one[at] != other[at]), limit)
    last = next((at for at in range(limit - first) if one[-1 - at] != other[-1 - at]), limit - first)
    return first, last


def tight(html: str) -> str:
    """The HTML without comments, blanks, the marks of loose items, and end tags that kramdown supplies."""
    return re.sub(r"\s+|</?p>|</li>|<!--.*?-->", "", html, flags=re.S)


@settings(max_examples=settings().max_examples // 2)
@given(st.data())
def test_jekyll_renders_the_rest_the_same(jekyll: Referee, data: st.DataObject) -> None:
    page = Page(Source(data.draw(pages())))
    assume(page.front_matter is not None)
    change = data.draw(changes(page, "add change remove"))
    edited = made(page, change)
    assume(edited is not None)
    assert edited is not None
    was, now = jekyll.render(page.source.data), jekyll.render(edited.page.source.data)
    assume(was.ok)  # a rule that stands first may open a header that nobody meant
    assert now.ok, now.error
    first, last = common(was.html, now.html)
    if change.action == "add":
        assert first + last == len(was.html)
    elif change.action == "remove":
        # kramdown judges the last item of a list by those before it: it may gain or lose its <p>
        was_tight, now_tight = tight(was.html), tight(now.html)
        assert sum(common(was_tight, now_tight)) == len(now_tight)
    elif not any("\n" in splice.span.of(page.text) for splice in edited.splices):  # else it may have held blocks
        for block in ("<li", "</li", "<h", "</h", "<table", "<pre"):
            assert was.html.count(block) == now.html.count(block)
