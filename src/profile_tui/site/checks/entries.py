"""`duplicate-entry`, `news-order`, `missing-month`: entries of a list that are there twice, or out of its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from profile_tui.content.entries.chronology import compared
from profile_tui.content.entries.entry import Entry, Value, authors_of, text_in, text_of
from profile_tui.content.entries.section import Section
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.markup.inline import plain
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily

_FEWEST = 4
"""Dated entries from which on a list tells its order."""
_MOST = 1_000
"""Entries of a list that are compared with one another; looking at more after each change would hold up the keys."""
_KINDS = frozenset(("news", "publications"))
"""Of what nobody has two that are the same; an award may be won twice."""
_YEAR = lazily(r"\d{4}")
_SIGNS = lazily(r"[\W_]+")


def doubles(page: Page) -> Iterator[tuple[Entry, Entry]]:
    """Yield the entries that say what an earlier one of their list says, and that one."""
    for section in page.sections:
        seen: dict[object, Entry] = {}
        is_looked_at = section.kind in _KINDS and len(section.entries) <= _MOST
        for entry in section.entries if is_looked_at else ():
            words = _said(entry)
            if words and (first := seen.setdefault(words, entry)) is not entry:
                yield entry, first


def misplaced(page: Page) -> Iterator[tuple[Entry, int]]:
    """Yield the news items that alone break the order of a list, and the number that they should have."""
    for section in page.of_kind("news"):
        dated = [entry for entry in section.entries if _date(entry)]
        if len(dated) < len(section.entries) or len(dated) < _FEWEST:
            continue
        if not _is_falling(dated) and (odd := _odd_one(dated)) is not None:
            yield odd


def _odd_one(dated: Sequence[Entry]) -> tuple[Entry, int] | None:
    """Return the one item that breaks the order, and the number that it should have; None where it is not one.

    An old item at the top is there for a reason.
    """
    rise = next(
        at for at, (entry, next_entry) in enumerate(pairwise(dated)) if compared(_date(entry), _date(next_entry)) < 0
    )
    for at in (rise, rise + 1):  # without any other, these two would still are so
        entry = dated[at]
        rest = [*dated[:at], *dated[at + 1 :]]
        falls = sum(compared(_date(entry), _date(next_entry)) for entry, next_entry in pairwise(rest))
        if not _is_falling(rest) or falls < 2:
            continue
        new = next(
            (index for index, next_entry in enumerate(rest) if compared(_date(entry), _date(next_entry)) > 0), len(rest)
        )
        if at == 0 and new > 0:
            return None
        return entry, dated[0].number + new
    return None


def _is_falling(dated: Sequence[Entry]) -> bool:
    """Whether no entry is newer than the one before it."""
    return all(compared(_date(entry), _date(next_entry)) >= 0 for entry, next_entry in pairwise(dated))


def _date(entry: Entry) -> str:
    """An entry's date; empty where it has none."""
    return text_in(entry.values, "date")


def _said(entry: Entry) -> tuple[str, ...]:
    """Return what an entry says, without marks and signs; nothing where it says too little to tell."""
    words = [_words(value) for name, value in sorted(entry.values.items()) if name not in ("links", "note")]
    return tuple(words) if sum(map(len, words)) > 2 * _FEWEST else ()


def _words(value: Value) -> str:
    """Return the letters and digits of a value."""
    if isinstance(value, tuple):
        return " ".join(_words(author.name) for author in authors_of(value))
    return _SIGNS.sub("", plain(text_of(value))).casefold()


def _find(page: Page, target: Target) -> Iterator[Problem]:
    for entry, first in doubles(page):
        line, before = (page.lines(candidate.span)[0] for candidate in (entry, first))
        message = _("This {one} is on line {before} already; remove one of the two.").format(
            one=kinds()[entry.kind].one, before=before
        )
        yield Problem("warning", "duplicate-entry", target.name, line, message)
    for entry, number in misplaced(page):
        message = _(
            "{date} is out of order in this list, which has the newest first; move it to place {number}."
        ).format(date=_date(entry), number=number)
        yield Problem("warning", "news-order", target.name, page.lines(entry.span)[0], message)
    for section in page.of_kind("news"):
        for entry in _without_month(section):
            message = _("This date has only the year {date}; all others here have a month. Add it.").format(
                date=_date(entry)
            )
            yield Problem("warning", "missing-month", target.name, page.lines(entry.span)[0], message)


def _without_month(section: Section) -> Sequence[Entry]:
    """Return the one item that lacks a month, where all others have one."""
    dates = [_date(entry) for entry in section.entries]
    short = [entry for entry, date in zip(section.entries, dates, strict=True) if _YEAR.fullmatch(date)]
    return short if len(short) == 1 and len(dates) > _FEWEST and all(dates) else ()


register(Check("entries", 118, _find, any_generator=True))
