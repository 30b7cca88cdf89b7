"""Changes of a list that stands in running text, as `ice, radar and floods`: what is between its items counts, too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.entries.entry import PHRASE, Entry
from profile_tui.content.entries.kind import Kind
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice, unlike

_COMMA = lazily(r"^[,，]\s*(?=[^\W\d]|&)")
_WORDS = lazily(r"[^\W\d_]|&")
_SILENT = lazily(r"<br\s*/?>|&\w+;", re.I)
_EASTERN = lazily(r"[\u3040-\u30ff\u4e00-\u9fff]")


def is_joined(entry: Entry) -> bool:
    """Return whether an entry is one of several in running text."""
    return entry.unit.type == PHRASE


def together(entry: Entry, other: Entry) -> bool:
    """Return whether two entries are of one running text."""
    return is_joined(entry) and is_joined(other) and entry.unit.container == other.unit.container


def added(text: str, run: Sequence[Entry], index: int, source: str) -> Splice:
    """Return the splice that puts a source before one of several items, or after the last.

    Args:
        text: The page.
        run: The items.
        index: How many of them are before the new one.
        source: The new item.
    """
    items, gaps = _taken(text, run)
    inner = _inner(text, gaps)
    if index == len(items) and gaps[-1] != inner:
        gaps.insert(len(gaps) - 1, inner)  # what joins the last two does so still
    else:
        gaps.insert(max(0, index - 1), inner)
    items.insert(index, source)
    return _splice(text, run, items, gaps)


def removed(text: str, entries: Sequence[Entry], old: Entry) -> Splice:
    """Return the splice that takes one of several items away; `entries`: all of its section."""
    run = [entry for entry in entries if together(entry, old)]
    index = run.index(old)
    items, gaps = _taken(text, run)
    del items[index]
    if len(gaps) > 1 and index == len(items) and _is_joint(gaps[-1]):
        del gaps[-2]
    else:
        del gaps[max(0, index - 1)]
    if len(gaps) == 1 and _is_joint(gaps[0]):
        gaps[0] = _COMMA.sub(" ", gaps[0])  # of two, no comma is before `and`
    return _splice(text, run, items, gaps)


def not_apart(what: Kind) -> Refused:
    """Return the refusal where the items that are left could be read as one, as `ice and snow`, or as a sentence."""
    return Refused(
        _(
            "without it, nothing would tell where one {one} ends and the next begins; edit the section's source instead"
        ).format(one=what.one)
    )


def _taken(text: str, run: Sequence[Entry]) -> tuple[list[str], list[str]]:
    """The items and what is between them."""
    spans = [entry.span for entry in run]
    gaps = [text[before.end : after.start] for before, after in pairwise(spans)]
    return [span.of(text) for span in spans], gaps


def _inner(text: str, gaps: Sequence[str]) -> str:
    """What is between items but the last two; a line that was wrapped there needn't be again."""
    others = [gap for gap in gaps if not _is_joint(gap)]
    if not others:
        return "、" if gaps and _EASTERN.search(gaps[0]) else ", "
    return Counter(others).most_common(1)[0][0]


def _is_joint(gap: str) -> bool:
    """Whether a word is between two items."""
    return _WORDS.search(_SILENT.sub("", gap)) is not None


def _splice(text: str, run: Sequence[Entry], items: Sequence[str], gaps: Sequence[str]) -> Splice:
    """The splice that makes a run of other items, no longer than it has to be."""
    place = Span(run[0].span.start, run[-1].span.end)
    source = items[0] + "".join(gap + item for gap, item in zip(gaps, items[1:], strict=True))
    start, end, _same = unlike(place.of(text), source)
    kept = len(place.of(text)) - end
    return Splice(Span(place.start + start, place.start + end), source[start : len(source) - kept])
