"""What goes on within a title or ends it rules out: cases, brackets, and who is named last; rows for `barred.py`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.publications.cutting.form import are_initials, is_like_name, may_be_person
from profile_tui.content.publications.cutting.letters import CAPITAL
from profile_tui.content.publications.cutting.phrases import WITH_WORDS, is_state
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.reading.by_names import is_prose
from profile_tui.content.publications.reading.by_words import WITH, all_of
from profile_tui.content.publications.reading.entry_parts import is_in_full, numbers_title
from profile_tui.content.publications.reading.field_places import GO_ON
from profile_tui.content.publications.reading.signs import NO_FIELD, ONLY_PEOPLE, ONLY_TITLE, ONLY_VENUE, Barred, Row
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

PARTS = frozenset(
    "part parts teil vol volume band bd partie parte tome tomo book buch livre ii iii iv vi vii viii".split()
)
"""Words for a part of a work, and numerals."""
_NUMERALS = frozenset("II III IV VI VII VIII".split())


_HELPED = "translated introduced illustrated introduction foreword afterword preface translation illustrations".split()
_HELPER = lazily(
    rf"(?i:(?:{'|'.join(_HELPED)}) by|übersetzt von|traduit(?: \w+)? par|tradu[cz]id[oa] por|tradotto da) {CAPITAL}"
)
"""Who translated or introduced a work."""
_SHORT_HELPED = "trans transl trad übers tr".split()
"""The same in short, with the stop and the name after it."""


def _helpers(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who helped with a work is told in a sentence after its title, as in `“Peat.” Translated by Ada Moss`."""
    for at in range(1, len(segments)):
        segment, title = segments[at], segments[at - 1]
        is_sentence = segment.before[:1] == "." and title.look != segment.look == ""
        if is_sentence and _HELPER.match(segment.text):
            yield at, NO_FIELD
        is_short = is_sentence and segment.text.lower() in _SHORT_HELPED
        if is_short and _are_name_and_more(segments[at + 1 : at + 3]):
            yield from all_of(range(at, at + 2), NO_FIELD)


def _are_name_and_more(beside: Sequence[Segment]) -> bool:
    """Whether a name in full is between two stops, with the publisher after it, unlike `Trans. Fen Society, 2019`."""
    if len(beside) < 2 or beside[0].look or beside[0].before != "." or not is_in_full(beside[0]):
        return False
    return beside[1].before == "." and not beside[1].year and beside[1].text[:1].isalpha()


def _cases(_: Visible, segments: Sequence[Segment]) -> Barred:
    """The parties of a case, as in `Peat v. Crown`, are of a title, where a sentence begins or nobody is named so."""
    for at in range(1, len(segments) - 1):
        before, versus, after = segments[at - 1 : at + 2]
        if versus.text != "v." or versus.before or after.before != "." or not after.text[0].isupper():
            continue
        goes_on = segments[at + 2] if at + 2 < len(segments) else after
        begins = at > 1 and before.before[-1:] in (".", ":", "?", "”", ")", "]", "|", "^")
        is_one_look = not {*before.look}.isdisjoint("ibq") and before.look == after.look == goes_on.look
        others = at == 1 and _names_others(segments)
        if goes_on is not after and (begins or is_one_look or others):
            yield from all_of(range(at - 1, at + 2), ONLY_TITLE)
            if before.before == ":" and all(map(may_be_person, segments[: at - 1])):
                yield from all_of(range(at - 1), ONLY_PEOPLE)


def _names_others(segments: Sequence[Segment]) -> bool:
    """Whether people are named beside a case that is first: in a list, or after `with` in brackets."""
    return not _are_named_to_colon(segments) and (
        _lists_people(segments) or any(each.bracketed and each.text in WITH for each in segments)
    )


def _shortened_particles(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who is first as `Hans v. Moor`, with others up to a colon, is a person."""
    if segments[1:2] and segments[1].text == "v." and _are_named_to_colon(segments):
        yield from all_of(range(3), ONLY_PEOPLE)


def _are_named_to_colon(segments: Sequence[Segment]) -> bool:
    """Whether all after the first three segments are people in full, whom commas part, up to a colon."""
    stop = next((at for at in range(3, len(segments)) if segments[at].before[:1] == ":"), 0)
    return stop > 3 and all(each.before in (",", "&", ",&") and is_in_full(each) for each in segments[3:stop])


def _lists_people(segments: Sequence[Segment]) -> bool:
    """Whether people in full are listed after a stop or a bar."""
    return any(
        segment.before[-1:] in (".", "|", "^") and following.before in (",", "&", ",&")
        and is_in_full(segment) and is_in_full(following)
        for segment, following in pairwise(segments[3:])
    )  # fmt: skip


def _brackets(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in a bracket that goes on with a title, as `Wind (and what, if anything, it does)`, is nothing else."""
    for at in range(1, len(segments)):
        word = segments[at].text.partition(" ")[0].lower()
        told = segments[at].after[:1] == ":" or segments[at - 1].year or segments[at - 1].bracketed  # `(IF: 22)`
        if segments[at].before == "(" and word in GO_ON and not told:
            stop = next((stop for stop in range(at, len(segments)) if not segments[stop].bracketed), len(segments))
            if not any(")" in each.before for each in segments[at:stop]):
                yield from all_of(range(at, stop), ONLY_TITLE)
                if _is_alone_in_sentence(segments, stop):
                    yield stop, ONLY_PEOPLE


def _is_alone_in_sentence(segments: Sequence[Segment], at: int) -> bool:
    """Whether a name in full is between a bracket and a stop each, with something after it."""
    if at + 1 >= len(segments) or segments[at].before != ")." or segments[at + 1].before[:1] != ".":
        return False
    return not segments[at].look and is_like_name(segments[at]) and is_in_full(segments[at])


def _with_after(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is before `(with Reed)` is the title where a venue and a year or a state are all that follows.

    So it is where it has words of a sentence; initials are those of people who wrote it, too.
    """
    at = next((at for at, each in enumerate(segments) if each.bracketed and each.text.lower() in WITH), 0)
    stop = next((stop for stop in range(at, len(segments)) if not segments[stop].bracketed), len(segments))
    before, after = segments[:at], segments[stop:]
    if not at or segments[at].before != "(" or any(each.year or are_initials(each) for each in before):
        return
    ends = all(each.year or each.text[0].isdigit() or is_state(each.text) for each in after[1:])
    if ends and len(after) > 1 and after[0].text[0].isupper():
        yield from (*all_of(range(at), ONLY_TITLE), (stop, ONLY_VENUE))
    elif any(is_prose(each.text) for each in before):
        yield from all_of(range(at), "BI")


def _numbered(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A title goes on with the number of its part and a colon, as `Graphs, Part II: Trees` and `Graphs, Vol. 1: Trees`.

    A numeral in a sentence of its own is of it, too, as in `Notes on ice. II. Rivers`.
    """
    for at in range(1, len(segments)):
        segment = segments[at]
        if segment.text in _NUMERALS and segment.before == segment.after == "." and is_prose(segments[at - 1].text):
            yield at, ONLY_TITLE
        word = segment.text.partition(" ")[0].lower().rstrip(".")
        if word in PARTS and numbers_title(segments, at):
            stop = at + 2 + (" " not in segment.text)
            yield from all_of(range(at - 1, stop), ONLY_TITLE)


RULES: tuple[Row, ...] = (
    ((PARTS,), _numbered),
    ((_HELPED, "by"), _helpers),
    (
        ((*_SHORT_HELPED, "übersetzt", "traduit", "traducido", "traducida", "traduzido", "traduzida", "tradotto"),),
        _helpers,
    ),
    (("v",), _cases),
    (("v",), _shortened_particles),
    (("(", GO_ON), _brackets),
    (("(", WITH_WORDS), _with_after),
)
"""Rules with their signs, as `barred.py` has them."""
