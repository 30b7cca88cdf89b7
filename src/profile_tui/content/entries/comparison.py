"""Whether a field reads back as it was meant, by its type."""

from __future__ import annotations

from collections.abc import Callable

from profile_tui.content.entries.entry import Link, Value, authors_of, links_of
from profile_tui.markup import escape
from profile_tui.text.pattern import lazily

_TITLE = "title"
"""The label under which the link of a title itself is listed."""
_BREAK = lazily(r"\\{1,2}(?=\n)|<br ?/?>")
_DATE = lazily(r"\d{4}(?:-\d\d){0,2}")


def reads_back(type_: str, meant: Value, got: Value, before: Value = None) -> bool:
    """Return whether a field that was set to `meant` may read as `got`.

    Args:
        type_: The field's type, as in `Field`.
        meant: What was typed.
        got: What the changed page says.
        before: What the page said until now; None for a new entry.
    """
    if meant in (None, "", ()):
        return got in (None, "", ())
    if type_ == "links":
        return _same_links(links_of(meant), links_of(got), links_of(before))
    if type_ == "authors":
        return _people(meant) == _people(got)
    if isinstance(meant, str) and isinstance(got, str):
        return _SAME.get(type_, _same_text)(meant, got)
    return meant == got


def _same_text(meant: str, got: str) -> bool:
    """Compare texts; what parts the words does not count, nor whether a place that is HTML has Markdown as such."""
    words = _BREAK.sub(" ", got).split()
    if words in (_BREAK.sub(" ", meant).split(), escape.one_line(meant).split()):
        return True
    return words == _BREAK.sub(" ", escape.from_markdown(escape.to_html(escape.one_line(meant)))).split()


def _same_date(meant: str, got: str) -> bool:
    """Compare dates; the page may write a date less precisely than it was typed, and then drops whole parts of it."""
    return _same_text(meant, got) or bool(
        _DATE.fullmatch(meant) and _DATE.fullmatch(got) and meant.startswith(f"{got}-")
    )


def _same_period(meant: str, got: str) -> bool:
    """Compare dates or ranges of dates; a single date may be written less precisely than it was typed."""
    if _same_text(meant, got):
        return True
    from profile_tui.content.entries import dates, period

    single = dates.at(got, 0)
    return period.same(meant, got) or (single is not None and single.end == len(got) and _same_date(meant, single.iso))


_SAME: dict[str, Callable[[str, str], bool]] = {"date": _same_date, "period": _same_period}
"""What compares texts of a type, where not all words count."""


def _people(value: Value) -> list[tuple[list[str], tuple[str, ...]]]:
    """Return names and marks of a value; whether a name is the user's is the page's to say."""
    return [(person.name.split(), person.marks) for person in authors_of(value) if not person.others]


def _same_links(meant: list[Link], got: list[Link], before: list[Link]) -> bool:
    """Compare links: the same targets under their labels.

    Where a list links its titles, the title of a new entry takes one of the targets, with its label or beside it; the
    title of an entry that is there keeps its own.
    """
    kept = {link.url for link in before}  # as the page has it, with Liquid or without
    wanted = sorted((_label(link), link.url if link.url in kept else escape.url(link.url)) for link in meant)
    links = sorted((_label(link), link.url) for link in got)
    title = next((pair for pair in links if pair[0] == _TITLE), None)
    if title is None or any(label == _TITLE for label, _ in wanted):
        return wanted == links
    links.remove(title)
    own = [(_label(link), link.url) for link in before if _label(link) == _TITLE]
    if own:
        return own == [title] and links == wanted
    taken = [pair for pair in wanted if pair[1] == title[1]]
    return bool(taken) and (links == wanted or any(sorted([*links, pair]) == wanted for pair in taken))


def _label(link: Link) -> str:
    """Return a link's label, white space folded; the title's own in small letters."""
    label = " ".join(link.label.split())
    return _TITLE if label.lower() == _TITLE else label
