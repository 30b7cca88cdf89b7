"""Labels that begin lines of a publication, as `**TL;DR:** Ice melts.` and `*Journal*: Fog`: rules for `barred.py`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.reading.entry_parts import is_in_full
from profile_tui.content.publications.reading.signs import (
    BOLD,
    NO_FIELD,
    ONLY_PEOPLE,
    ONLY_TITLE,
    ONLY_VENUE,
    Barred,
    Row,
)
from profile_tui.content.publications.roles.evidence import FIELD
from profile_tui.markup.inline import Visible

_BREAKS = ("|", "^")
_LINE = ("|", "^", "/")
"""What is before a label: also the end of a line in the source."""
_FEWEST = 2
"""Labels that an entry has at least where its lines are its fields: one may be a word of a title."""
_OF_LABEL = {"T": (ONLY_TITLE, ONLY_TITLE), "A": (ONLY_PEOPLE, "TVN"), "V": (ONLY_VENUE, "TBI"), "Y": ("TVBI", "TVBI")}
"""What the first piece after a label cannot be, and the others of its line, by the role that the label names."""


def _labels(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in bold with the colon after it and begins a line, which goes on in plain words, is no field.

    A word that names the field after it is known as such.
    """
    for at, (label, words) in enumerate(pairwise(segments)):
        begins = at > 1 and label.look == "b" and label.before[-1:] in _BREAKS
        goes_on = words.before == ":" and not words.look and not FIELD.fullmatch(label.text)
        if begins and goes_on and shown.run_at(label.end).style.bold:
            yield at, "TBIV"


def _named(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Where several lines of an entry begin with the names of fields, each is the field that its label names."""
    beside = enumerate(pairwise(segments))
    labels = [
        at
        for at, (label, words) in beside
        if words.before == ":" and _begins_line(label) and FIELD.fullmatch(label.text)
    ]
    for at in labels if len(labels) >= _FEWEST else ():
        yield at, NO_FIELD
        name = FIELD.fullmatch(segments[at].text)
        first, rest = _OF_LABEL.get(name.lastgroup or "" if name else "", ("", ""))
        after = range(at + 1, len(segments))
        line = takewhile(lambda index: index not in labels and segments[index].before[-1:] not in _BREAKS, after)
        for index in line:
            yield index, first if index == at + 1 else rest
            if first == ONLY_PEOPLE and all(map(is_in_full, segments[index - 1 : index + 1])):
                yield index, "I"  # two names in full are no surname and given name


def _begins_line(label: Segment) -> bool:
    """Whether a label is at the start of the entry or of one of its lines; of the source's, where it is set off."""
    return not label.start or label.before[-1:] in (_LINE if label.look else _BREAKS)


RULES: tuple[Row, ...] = (((BOLD, ":", "| ^"), _labels), ((":", "| ^ /"), _named))
"""The rules with their signs, as `barred.py` has them."""
