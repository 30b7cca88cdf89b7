"""What the beginning of an entry rules out: numbers, venues and titles that are first; more rows for `barred.py`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.entries.lexicon import LABEL
from profile_tui.content.publications.cutting.form import are_initials, may_be_person
from profile_tui.content.publications.cutting.phrases import STATE, WITH_WORDS
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import IN
from profile_tui.content.publications.reading.by_names import is_prose
from profile_tui.content.publications.reading.by_words import WITH, is_acronym
from profile_tui.content.publications.reading.signs import Barred, Row
from profile_tui.content.publications.reading.title_start import GO_ON
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_FIELDS, _NO_PERSON = role_table.all_but(role_table.in_no_field()), "BI"
_ONLY_VENUE, _ONLY_TITLE, _ONLY_PEOPLE = (
    role_table.all_but(kept) for kept in ("V", "T", role_table.of_field("authors"))
)
_FEW = 3
_COUNT, _COUNT_LENGTH = lazily(r"[A-Z]{1,3}-?\d{1,3}"), 8
_ACRONYM = lazily(r"(?=\w*[A-Z]\w*[A-Z])[\w&/-]+\s?[’']\d\d")


def _all(numbers: range, roles: str) -> Barred:
    """The same roles for some segments."""
    return ((number, roles) for number in numbers)


def _counts(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What counts an entry, as `C3.` or `[J-12]`, is no field; nor is a number in bold, as `**73.**`."""
    first = segments[0]
    if len(segments) < _FEW or not first.text[-1].isdigit() or len(first.text) >= _COUNT_LENGTH:
        return
    counts = _COUNT.fullmatch(first.text) or (first.text.isdecimal() and "b" in first.look and not first.year)
    if counts and segments[1].before[:1] in (".", ":", "]", ")"):
        yield from ((0, _FIELDS), (1, "I"))


def _venues_first(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is first as `[ICE'26]` or `ICE 2026:` is a venue; so is what is in code or brackets after `[2026]`."""
    if len(segments) < _FEW:
        return
    if segments[0].year and segments[0].bracketed and segments[0].before == "[":
        is_code = segments[1].look == "c" and segments[1].before == "]" and not segments[2].before
        is_apart = segments[1].before == "][" and segments[2].before == "]" and is_acronym(segments[1].text)
        if (is_code or is_apart) and not LABEL.match(segments[1].text) and not STATE.fullmatch(segments[1].text):
            yield 1, _ONLY_VENUE
    first, second, third = segments[:_FEW]
    dated = second.year and not second.before and third.before == ":" and is_acronym(first.text)
    bracketed = first.before.endswith("[") and second.before.startswith("]") and _ACRONYM.fullmatch(first.text)
    if bracketed or dated:
        yield 0, _ONLY_VENUE


def _square(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is first in square brackets, with the word for `in` after it, is the title: `[Ice]. In: *Lakes*`."""
    if segments and segments[0].before.endswith("["):
        stop = next((at for at, segment in enumerate(segments) if not segment.bracketed), len(segments))
        if stop < len(segments) and segments[stop].text.lower() in IN:
            yield from _all(range(stop), _ONLY_TITLE)


def _led(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who is first is not called `In`, nor `in Fen Review`, which is a venue."""
    first = segments[0].text
    if first.lower() in ("in", "in:") or first.startswith("In "):
        yield 0, _NO_PERSON
    elif first.startswith("in "):
        yield 0, _ONLY_VENUE


def _cases(_: Visible, segments: Sequence[Segment]) -> Barred:
    """The parties of a case, as in `Peat v. Crown`, are of a title, where a sentence begins or nobody is named so."""
    for at in range(1, len(segments) - 1):
        before, versus, after = segments[at - 1 : at + 2]
        if versus.text != "v." or versus.before or after.before != "." or not after.text[0].isupper():
            continue
        goes_on = segments[at + 2] if at + 2 < len(segments) else after
        begins = at > 1 and before.before[-1:] in (".", ":", "?", "”", ")", "]", "|", "^")
        is_one_look = not {*before.look}.isdisjoint("ibq") and before.look == after.look == goes_on.look
        others = at == 1 and (_lists_people(segments) or any(each.bracketed and each.text in WITH for each in segments))
        if goes_on is not after and (begins or is_one_look or others):
            yield from _all(range(at - 1, at + 2), _ONLY_TITLE)
            if before.before == ":" and all(map(may_be_person, segments[: at - 1])):
                yield from _all(range(at - 1), _ONLY_PEOPLE)


def _lists_people(segments: Sequence[Segment]) -> bool:
    """Whether people in full are listed after a stop or a bar."""
    return any(
        segment.before[-1:] in (".", "|", "^") and following.before in (",", "&", ",&")
        and all(" " in each.text and may_be_person(each) for each in (segment, following))
        for segment, following in pairwise(segments[_FEW:])
    )  # fmt: skip


def _brackets(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in a bracket that goes on with a title, as `Wind (and what, if anything, it does)`, is nothing else."""
    for at in range(1, len(segments)):
        word = segments[at].text.partition(" ")[0].lower()
        if segments[at].before == "(" and word in GO_ON and not (segments[at - 1].year or segments[at - 1].bracketed):
            stop = next((stop for stop in range(at, len(segments)) if not segments[stop].bracketed), len(segments))
            if not any(")" in each.before for each in segments[at:stop]):
                yield from _all(range(at, stop), "BIVYN")


def _with_behind(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is before `(with Reed)` is the title where a venue and a year or a state are all that follows.

    So it is where it has words of a sentence; initials are those of people who wrote it, too.
    """
    at = next((at for at, each in enumerate(segments) if each.bracketed and each.text.lower() in WITH), 0)
    stop = next((stop for stop in range(at, len(segments)) if not segments[stop].bracketed), len(segments))
    before, after = segments[:at], segments[stop:]
    if not at or segments[at].before != "(" or any(each.year or are_initials(each) for each in before):
        return
    ends = all(each.year or each.text[0].isdigit() or STATE.fullmatch(each.text) for each in after[1:])
    if ends and len(after) > 1 and after[0].text[0].isupper():
        yield from (*_all(range(at), _ONLY_TITLE), (stop, _ONLY_VENUE))
    elif any(is_prose(each.text) for each in before):
        yield from _all(range(at), _NO_PERSON)


RULES: tuple[Row, ...] = (
    ((". : ] )",), _counts),
    (("[ :",), _venues_first),
    (("[", IN), _square),
    (("v",), _cases),
    ((IN,), _led),
    (("(", GO_ON), _brackets),
    (("(", WITH_WORDS), _with_behind),
)
"""Rules with their signs, as `barred.py` has them."""
