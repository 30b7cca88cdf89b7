"""Labels in bold that begin a line below a publication, as `**TL;DR:** Ice melts.`: a rule for `barred.py`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.reading.signs import BOLD, Barred, Row
from profile_tui.content.publications.roles.evidence import FIELD
from profile_tui.markup.inline import Visible

_BREAKS = ("|", "^")


def _labels(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in bold with the colon after it and begins a line, which goes on in plain words, is no field.

    A word that names the field after it is known as such.
    """
    for at, (label, words) in enumerate(pairwise(segments)):
        begins = at > 1 and label.look == "b" and label.before[-1:] in _BREAKS
        goes_on = words.before == ":" and not words.look and not FIELD.fullmatch(label.text)
        if begins and goes_on and shown.run_at(label.end).style.bold:
            yield at, "TBIV"


RULES: tuple[Row, ...] = (((BOLD, ":", "| ^"), _labels),)
"""The rule with its signs, as `barred.py` has them."""
