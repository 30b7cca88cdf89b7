"""What the form of a segment rules out: roles that it cannot have, whatever its evidence.

A new rule is a function that yields segments with the roles that they cannot have, and a row in `_RULES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from profile_tui.content.entries.lexicon import ET_AL
from profile_tui.content.publications.cutting import letters
from profile_tui.content.publications.cutting.form import are_initials, is_like_name
from profile_tui.content.publications.cutting.phrases import (
    AWARD,
    AWARD_WORDS,
    EDIT_SIDES,
    LEGENDS,
    PART_WORDS,
    PLACE_WORDS,
    PUBLISHER_WORDS,
    STATE_WORDS,
    WITH_WORDS,
    counts_papers,
    is_address,
    is_state,
)
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import BODY, BODY_WORDS, IN
from profile_tui.content.publications.names import key_label
from profile_tui.content.publications.reading import (
    bare_surnames,
    barred_venues,
    by_hand,
    by_names,
    by_order,
    by_words,
    editors,
    joined,
    line_labels,
    plain_venues,
    short_words,
    theses,
    untitled,
    within_titles,
)
from profile_tui.content.publications.reading.barred_venues import is_person
from profile_tui.content.publications.reading.entry_parts import is_plain_person
from profile_tui.content.publications.reading.signs import (
    AGAIN,
    BOLD,
    EAST,
    INITIALS,
    ITALIC,
    LETTER,
    NO_FIELD,
    NUMBER,
    ONLY_PEOPLE,
    ONLY_TITLE,
    ONLY_VENUE,
    QUOTED,
    SET_OFF,
    YEAR,
    YEARS,
    Barred,
    Choice,
    Row,
    Rule,
)
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_CODE = lazily(r"(?:[ACDGJMNPRSZ]|CP|DB|DS|EB)(?:/(?:CD|DK|MT|OL))?|[Ss]\. ?[ln]\.?|[Nn]\. ?p\.?")
_CODE_LENGTH = 5
_WITH = lazily(r"(?:joint(?:ly|(?: work)?) )?(?:with|mit|avec|con|com)", re.I)
_LEADS_ON = (" at", " in", " to", " by", " with", " for", " the")
_JOIN = frozenset("and et und &".split())
_OF_YEAR = lazily(r"\b(?:of|since|before|after|until|from|in|im|en|em|nel|des|del|von|seit|no|nr|nº|number)$", re.I)
"""Words that go on with a year, or with a number that is none."""
_FOR = lazily(r" (?:for|of|on|de|für|pour|para) ")
_FEW = 3
_EAST_NAME = lazily(rf"(?=.{{2,6}}$)[{letters.EAST}]+(?:[ \u3000][\u4e00-\u9fff\u3040-\u30ff]+)?")
_OF_KEY = {
    "title": ONLY_TITLE, "author": ONLY_PEOPLE, "journal": ONLY_VENUE, "booktitle": ONLY_VENUE,
    "year": role_table.all_but("Y"),
}  # fmt: skip
"""What the values of keys of BibTeX cannot be."""
_PART = lazily(r"[IVX]{1,4}|(?:[Pp]art|Teil) (?:\d|[IVX]+)")


def barred(shown: Visible, segments: Sequence[Segment], signs: Set[str]) -> dict[int, str]:
    """Return the roles that segments cannot have, by the numbers of the segments: all that any rule bars.

    Args:
        shown: What the entry shows.
        segments: Its pieces.
        signs: What `shown_by` has of them.
    """
    roles_of: dict[int, str] = {}
    for rule in _choice().asked(signs) if segments else ():
        for number, roles in rule(shown, segments):
            roles_of[number] = roles_of.get(number, "") + roles
    return roles_of


@lru_cache(1)
def _choice() -> Choice[Rule]:
    """All rules, of which few are asked."""
    return Choice(_RULES)


def _labels(_: Visible, segments: Sequence[Segment]) -> Barred:
    """The surnames of a label before the entry name no authors."""
    return ((at, NO_FIELD) for at in key_label.segments_of(segments))


def _bibtex(_: Visible, segments: Sequence[Segment]) -> Barred:
    """An entry of a list that is in BibTeX says what each of its values is; its own key is no field."""
    roles = NO_FIELD
    for at, segment in enumerate(segments if segments[0].text[0] == "@" else ()):
        key = segment.text.rstrip("= ")
        is_key = key != segment.text
        roles = _OF_KEY.get(key.lower(), NO_FIELD) if is_key else roles
        yield at, NO_FIELD if is_key else roles


def _codes(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """The code of a document's sort, as `[J]` or `[EB/OL]` of GB/T 7714, and `[s. l.]` are no field.

    What the code is right after is the title.
    """
    text = shown.text
    for at, segment in enumerate(segments):
        enclosed = len(segment.text) <= _CODE_LENGTH and text[segment.start - 1 : segment.start] == "["
        is_code = enclosed and text.startswith(("]", ".]"), segment.end) and _CODE.fullmatch(segment.text)
        if is_code or segment.text == "edn":
            yield at, NO_FIELD
        if is_code and at and segments[at - 1].end == segment.start - 1:
            yield at - 1, ONLY_TITLE


def _awards(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What a paper won, as `Best Student Paper Award`, is no field that a paper has by itself; a remark at most."""
    return (
        (at, NO_FIELD)
        for at, segment in enumerate(segments)
        if segment.text and AWARD.fullmatch(segment.text.strip(".!"))
    )


def _legends(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What an author did, as `corresponding author` in brackets after a name, is no field."""
    return (
        (at, NO_FIELD) for at, segment in enumerate(segments) if segment.bracketed and segment.text.lower() in LEGENDS
    )


def _states(_: Visible, segments: Sequence[Segment]) -> Barred:
    """How far a paper is, as `Forthcoming`, is no person, and no field at all where a venue is set off after it."""
    for at, segment in enumerate(segments):
        if not is_state(segment.text):
            continue
        following = segments[at + 1] if at + 1 < len(segments) else None
        leads = following and not following.before and not following.year and segment.text.endswith(_LEADS_ON)
        venue_follows = following and (
            leads or (following.year and not following.before) or set(following.look) & set("iq") - set(segment.look)
        )
        if leads:
            yield at + 1, ONLY_VENUE
        if at > 1 and following is None and segment.before == "," and segments[at - 1].before == ".":
            yield at - 1, "NLO"  # title or venue
        yield at, NO_FIELD if venue_follows else "TBI"


def _imprints(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A place and its publisher, as `Oslo: Peat Press`, are the venue of a book, whose title is before them."""
    places = barred_venues.imprints(segments)
    if not places:
        return
    titled, led, begun = (_first(segments, such) for such in (_may_be_title, _leads_in, _follows_colon))
    led = min(led, editors.first(segments))
    told = by_words.told_from(segments)
    places = [at for at in places if at < (told or at + 1) and min(titled, begun) < at]
    for at in places:  # after a word that leads in, the venue is that of a chapter, which is the book
        yield from ((number, NO_FIELD if led < at else ONLY_VENUE) for number in (at, at + 1))
        yield from ((number, "VBI") for number in range(begun, at if segments[at].before == "." else begun))
    titles = {at: segments[at - 1].look for at in places if segments[at - 1].look and at <= led}
    looks: set[str] = set()
    for at in range(max(titles, default=-1), -1, -1):
        if looks:
            yield at, "V" if looks == {segments[at].look} else "TV"
        if at in titles:
            looks.add(titles[at])


def _follows_colon(segment: Segment) -> bool:
    """Whether a segment is after a colon, as a title is after the people."""
    return segment.before[:1] == ":"


def _first(segments: Sequence[Segment], is_such: Callable[[Segment], bool]) -> int:
    """Where the first of some segments is that is such; after the last where none is."""
    return next((at for at, segment in enumerate(segments) if is_such(segment)), len(segments))


def _may_be_title(segment: Segment) -> bool:
    """Whether a segment has a look, or is neither a year nor like a name."""
    return not segment.year and (segment.look != "" or not is_like_name(segment))


def _leads_in(segment: Segment) -> bool:
    """Whether a segment leads in what a chapter is in."""
    return segment.text.lower() in IN


def _first_names(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who is first as `Moss, A.`, or in Chinese characters before a quotation, is a person; a title in bold is none."""
    if len(segments) < _FEW:
        return
    first, second, third = segments[:3]
    if second.before == "," and " " not in first.text and are_initials(second) and is_like_name(first):
        is_title = first.look and not second.look and third.before == "." and is_person(third, "b")
        yield from ((0, ONLY_TITLE), (1, "I")) if is_title else ((at, ONLY_PEOPLE) for at in (0, 1))
    elif "“" in second.before and not first.look and _EAST_NAME.fullmatch(first.text):
        yield 0, ONLY_PEOPLE


def _with_people(_: Visible, segments: Sequence[Segment]) -> Barred:
    """The word `with` is no field; who is named after it, in brackets or on a line of its own, wrote the paper, too."""
    for at, segment in enumerate(segments):
        if not at or at + 1 == len(segments) or not _WITH.fullmatch(segment.text):
            continue
        yield at, "BI"
        if segment.bracketed and segment.before.endswith("("):
            yield at, NO_FIELD
            for other in range(at + 1, len(segments)):
                person = segments[other]
                is_linked = person.look == "l" and " " in person.text and is_person(person, "l")
                is_name = is_linked or is_person(person) or is_plain_person(person) or person.text in ("In", "On")
                if not person.bracketed or ")" in person.before or not is_name:
                    break
                yield other, ONLY_PEOPLE
        elif segment.before[-1:] in ("/", "|"):
            for other in range(at + 1, len(segments)):
                if segments[other].line != segment.line or not is_person(segments[other], "lbu"):
                    break
                yield other, ONLY_PEOPLE


def _parts(_: Visible, segments: Sequence[Segment]) -> Barred:
    """The number of a part, as in `Paper boats, II`, goes on with its title."""
    for at in range(1, len(segments)):
        text, before = segments[at].text, segments[at].before
        is_part = (before == "," or (before in (".", ":", "–") and " " in text)) and _PART.fullmatch(text)
        following = segments[at + 1] if at + 1 < len(segments) else None
        if text in ("Part", "Teil") and following and not following.before and following.text.isdecimal():
            yield from ((at, ONLY_TITLE), (at + 1, ONLY_TITLE))
        if is_part and " " in segments[at - 1].text and not is_like_name(segments[at - 1]):
            yield at, ONLY_TITLE


def _italic_titles(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in italics between the people and plain words, with a stop on either side, is the title."""
    starts = [at for at, segment in enumerate(segments) if segment.look == "i" and segment.before.rstrip("/|") == "."]
    for start in starts:
        end = _end_of_set_off(shown, segments, start)
        if not start or end == len(segments):
            continue
        italic, following = segments[start], segments[end]
        plain = not following.look and not following.year and following.text[0].isupper()
        is_others = ET_AL.fullmatch(italic.text) is not None
        if plain and not is_others and following.before[:1] == "." and _are_people(segments[:start]):
            yield from ((at, ONLY_TITLE) for at in range(start, end))


def _joined_words(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """What is set off with words in it that are joined and no names, as `*Rivers and Lakes*`, names no people."""
    such = [at for at, segment in enumerate(segments) if segment.look and _has_small(segment.text.split())]
    for start, end in _set_off(shown, segments) if such else ():
        if any(start <= at < end for at in such):
            yield from ((at, "BI") for at in range(start, end))


def _has_small(words: Sequence[str]) -> bool:
    """Whether some words are those of a sentence, or are joined."""
    return not (by_names.PROSE.isdisjoint(words[:-1]) and _JOIN.isdisjoint(words[1:-1]))


def _set_off(shown: Visible, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """The ranges of segments that are set off as one, with nothing but commas between them, which are set off, too."""
    stop = 0
    for start, segment in enumerate(segments):
        if start >= stop and segment.look:
            stop = _end_of_set_off(shown, segments, start)
            yield start, stop


def _end_of_set_off(shown: Visible, segments: Sequence[Segment], start: int) -> int:
    """Where a range of segments ends that are set off as one."""
    stop, style = start + 1, segments[start].style
    while stop < len(segments) and segments[stop].before == "," and segments[stop].style == style:
        if shown.run_at(segments[stop - 1].end).style != style:
            break
        stop += 1
    return stop


def _are_people(segments: Sequence[Segment]) -> bool:
    """Whether some segments are people: with initials, or more than one."""
    listed = any(are_initials(segment) or segment.before[:1] in (",", "&") for segment in segments)
    return listed and all(is_person(segment, "bu") for segment in segments)


def _bodies(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """A body of people that is first, as `Centre for Ice`, is no title where another look may be one."""
    set_off = len(segments) > 1 and not segments[0].look and set(segments[1].look) & set("ibqlu")
    if set_off and _FOR.search(shown.text) and BODY.fullmatch(segments[0].text):
        yield 0, "TV"


def _addresses(_: Visible, segments: Sequence[Segment]) -> Barred:
    """An address, and `DOI: 10.5555/12`, is no field; no name right before it, after people and a title, is a venue."""
    for at, segment in enumerate(segments):
        if not is_address(segment.text):
            continue
        yield at, NO_FIELD
        if at < _FEW:
            continue
        venue, title = segments[at - 1], segments[at - 2]
        is_titled = title.look and not venue.look and venue.before == segment.before == ","
        if is_titled and not is_like_name(venue) and not venue.year and any(map(is_person, segments[: at - 2])):
            yield at - 1, ONLY_VENUE


def _years_of_phrases(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """The year in `Storms of 1998`, or the number in `283(1823):7`, is not when it was published, where another is.

    Nor is the number of a paper in its series, as in `Working Paper No. 2014`.
    """
    if sum(segment.year for segment in segments) < 2:
        return
    for at, (words, year) in enumerate(pairwise(segments)):
        counts = year.year and year.before == "(" and shown.text[year.start - 2].isdigit()
        beside = year.year and year.before in ("", ".")
        is_told_twice = any(other.text == year.text for other in segments[at + 2 :])  # `Preprint 2026 … 2026`
        is_of_words = _OF_YEAR.search(words.text) or (counts_papers(words.text) and not is_told_twice)
        if counts or (beside and is_of_words):
            yield at + 1, "Y"


_RULES: tuple[Row, ...] = (
    ((YEAR, AGAIN), _labels),
    (("@", "="), _bibtex),
    (("[ edn",), _codes),
    ((AWARD_WORDS,), _awards),
    ((LEGENDS,), _legends),
    ((STATE_WORDS,), _states),
    (((":", *PLACE_WORDS, *PUBLISHER_WORDS, EAST),), _imprints),
    ((EDIT_SIDES,), editors.editors),
    (((INITIALS, "“"),), _first_names),
    ((WITH_WORDS,), _with_people),
    ((PART_WORDS,), _parts),
    ((barred_venues.SHORT, "."), barred_venues.short_venues),
    (("mar", "."), barred_venues.marine),
    ((barred_venues.SHORT, LETTER, "."), barred_venues.parts),
    ((EAST,), barred_venues.quoted_books),
    *plain_venues.RULES,
    *short_words.RULES,
    ((SET_OFF, (*by_names.PROSE, *_JOIN)), _joined_words),
    ((ITALIC, "."), _italic_titles),
    ((SET_OFF, BODY_WORDS), _bodies),
    (((*barred_venues.VOLUMES, LETTER, EAST),), barred_venues.volumes),
    ((", )", (NUMBER,)), barred_venues.counted_venues),
    ((("/", *IN, QUOTED),), barred_venues.quoted_venues),
    ((YEARS,), _years_of_phrases),
    ((",", PLACE_WORDS), barred_venues.cities),
    (("corr",), barred_venues.repository),
    ((":",), barred_venues.subtitled),
    ((":", ITALIC), barred_venues.subtitled_in_italics),
    ((ITALIC, BOLD), barred_venues.below_titles),
    (("http 10.",), _addresses),
    *by_words.RULES,
    *by_names.RULES,
    *by_order.RULES,
    *within_titles.RULES,
    *by_hand.RULES,
    *joined.RULES,
    *bare_surnames.RULES,
    *line_labels.RULES,
    *theses.RULES,
    *untitled.RULES,
)
"""Each rule with what an entry shows where it applies, as `signs.py` has it: most need not be asked."""
