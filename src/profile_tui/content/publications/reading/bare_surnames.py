"""Lists that name people by their surnames alone, `Moss, Reed, Lind`: none of them is a pair that is turned."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.content.publications.cutting.form import form_of, is_like_name
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.names import key_label
from profile_tui.content.publications.reading.signs import LINKED, ONLY_BEGINS, QUOTED, SET_OFF, Barred, Row
from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.content.publications.roles.shared_people import ALONE, TURNED
from profile_tui.markup.inline import Visible

_FEW = 3
_PERSON = role_table.of_field("authors")
_SETS_OFF_TITLES = frozenset(f"{QUOTED}{LINKED}B".lower())


def _odd(_: Visible, segments: Sequence[Segment]) -> Barred:
    """An odd number of words that commas part are a person each, as in `Moss, Reed, Lind: **Peat**`.

    They begin an entry, before a title that is set off, or before a year in brackets; a colon alone may be a title's.
    """
    end = next((at for at, segment in enumerate(segments) if at and segment.before != ","), len(segments))
    if end < _FEW or end % 2 == 0 or end == len(segments) or not all(map(_is_word_of_name, segments[:end])):
        return
    if key_label.segments_of(segments):
        return  # the people follow in full
    following = segments[end]
    if following.before == "(" if following.year else not _SETS_OFF_TITLES.isdisjoint(following.look):
        yield from ((at, ONLY_BEGINS) for at in range(end))


def _is_word_of_name(segment: Segment) -> bool:
    """Whether a segment is a word with a capital that may be a name, and has no look of titles."""
    text = segment.text
    is_word = text[0].isupper() and text[1:].islower() and text.isalpha() and is_like_name(segment)
    return is_word and segment.look in ("", "b", "u") and not form_of(segment).venue


def are_in_doubt(citation: Citation, *, listed: str, usual: bool) -> bool:
    """Return whether each author may be two: a word, a comma and another word, with no more than commas between them.

    `Moss, Reed, Lind, Berg` are two who are turned, or four; `Moss, Ada and Reed, Bo` are two. `Moss, Reed` is one, but
    where others of its list are surnames alone: two are joined by a word elsewhere.

    Args:
        citation: What was read.
        listed: How the names of its list are, as far as other entries tell: `TURNED`, or `ALONE`.
        usual: Whether its title stands as most titles of its list do.
    """
    names = citation.names
    if names is None or listed == TURNED or any(each.is_self for each in names.authors):
        return False
    if listed != ALONE and (usual or len(names.authors) == 1):
        return False
    if any("," not in each.name or " " in each.name.replace(", ", "", 1) for each in names.authors):
        return False
    people = [each for each, role in zip(citation.segments, citation.roles, strict=True) if role in _PERSON]
    return all(each.before == "," for each in people[1:]) and all(map(_is_word_of_name, people))


RULES: tuple[Row, ...] = (((",", f"( {SET_OFF}"), _odd),)
"""Its rule with its signs, for `barred.py`."""
