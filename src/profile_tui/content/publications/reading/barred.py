"""What the form of a segment rules out: roles that it cannot have, whatever its evidence.

A new rule is a function that yields segments with the roles that they cannot have, and a row in `_RULES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from profile_tui.content.entries.lexicon import ET_AL
from profile_tui.content.publications.cutting import imprints
from profile_tui.content.publications.cutting.form import is_like_name
from profile_tui.content.publications.cutting.phrases import AWARD, PLACE, STATE, STATES
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import BODY, IN
from profile_tui.content.publications.names import key_label
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_FIELDS, _ALL_BUT_VENUE, _ALL_BUT_NUMBERS, _ALL_BUT_PEOPLE = (
    role_table.all_but(kept) for kept in (role_table.in_no_field(), "V", "N", role_table.of_field("authors"))
)
_ALL_BUT_TITLE = role_table.all_but("T")
_CODE = lazily(r"(?:[ACDGJMNPRSZ]|CP|DB|DS|EB)(?:/(?:CD|DK|MT|OL))?|[Ss]\. ?[ln]\.?|[Nn]\. ?p\.?")
_CODE_LENGTH = 5
_VOLUMES = frozenset(
    "vol volume volumes bd band jg jahrgang heft issue no nr nº núm número tom tome cilt sayı vol.".split()
)
"""Words for what a number counts."""
_EDITS = lazily(r"(?:eds?|hgg?|hrsg|hg|dirs?|coords?|orgs?|red|szerk|toim|edd|a cura di|编|編|編著)\.?|editors?", re.I)
_EDITED = lazily(
    r"(?:edited|ed\.?) by|a cura di|hrsg\.? von|herausgegeben von|sous la dir(?:ection|\.) de|dirigé par|éd\.? par|"
    r"pod red\.?|red\.|под ред\.?",
    re.I,
)
"""What says that people are editors: after them, and before them."""
_BEGIN_EDITED = frozenset([*"ed hg hr di co or re sz to éd he so po по ре 编 編 編著".split(), "a "])
"""The first two letters of those, in small letters."""
_WITH = lazily(r"(?:joint(?:ly|(?: work)?) )?(?:with|mit|avec|con|com)", re.I)
_INITIALS = lazily(r"[^\W\d_]\.(?:[\s-]?[^\W\d_]\.)*")
_COUNTED = lazily(r"\d|(?:vol|v|n|no|nº|p|pp|t|bd|h|s)\b", re.I)
_EAST_VOLUME = lazily(r"第\s?\d+\s?(?:[期卷号號页頁辑輯]|巻)")
_JOINS = lazily(r"\w (?:and|et|und|&) \w")
_PHRASE = lazily(r"\b(?:of|since|before|after|until|from|des|del|von|seit)$", re.I)
"""Words that go on with a year."""
_COUNT_INSIDE = lazily(r"[,)] \d+ ")
_FOR = lazily(r" (?:for|of|on|de|für|pour|para) ")
_FEW = 3
_EAST_NAME = lazily(r"[\u4e00-\u9fff\u3040-\u30ff]{2,6}")

_Barred = Iterator[tuple[int, str]]


def barred(shown: Visible, segments: Sequence[Segment]) -> dict[int, str]:
    """Return the roles that segments cannot have, by the numbers of the segments: all that any rule bars."""
    text = shown.text.lower()
    roles_of: dict[int, str] = {}
    for signs, rule in _RULES:
        for sign in signs:
            if sign in text:
                for number, roles in rule(shown, segments):
                    roles_of[number] = roles_of.get(number, "") + roles
                break
    return roles_of


def _labels(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """The surnames of a label before the entry name no authors."""
    return ((at, _FIELDS) for at in key_label.segments_of(segments))


def _codes(shown: Visible, segments: Sequence[Segment]) -> _Barred:
    """The code of a document's sort, as `[J]` or `[EB/OL]` of GB/T 7714, and `[s. l.]` are no field.

    What the code is right behind is the title.
    """
    text = shown.text
    for at, segment in enumerate(segments):
        enclosed = len(segment.text) <= _CODE_LENGTH and text[segment.start - 1 : segment.start] == "["
        is_code = enclosed and text.startswith(("]", ".]"), segment.end) and _CODE.fullmatch(segment.text)
        if is_code or segment.text == "edn":
            yield at, _FIELDS
        if is_code and at and segments[at - 1].end == segment.start - 1:
            yield at - 1, _ALL_BUT_TITLE


def _awards(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """What a paper won, as `Best Student Paper Award`, is no field that a paper has by itself; a remark at most."""
    return (
        (at, _FIELDS)
        for at, segment in enumerate(segments)
        if segment.text and AWARD.fullmatch(segment.text.strip(".!"))
    )


def _states(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """How far a paper is, as `Forthcoming`, is no person, and no field at all where a venue is set off after it."""
    for at, segment in enumerate(segments):
        end = at + 1
        if end < len(segments) and STATE.fullmatch(f"{segment.text} and {segments[end].text}"):
            end += 1  # `and` parts words as it parts names
        elif not STATE.fullmatch(segment.text):
            continue
        venue_follows = end < len(segments) and set(segments[end].look) & set("iq") - set(segment.look)
        yield from ((number, _FIELDS if venue_follows else "BI") for number in range(at, end))


def _imprints(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """A place and its publisher, as `Oslo: Peat Press`, are the venue of a book, whose title is before them."""
    places = imprints.starts(segments)
    titled, led = (_first(segments, such) for such in (_may_be_title, _leads_in)) if places else (0, 0)
    places = [at for at in places if titled < at]
    for at in places:  # after a word that leads in, the venue is that of a chapter, which is the book
        yield from ((number, _FIELDS if led < at else _ALL_BUT_VENUE) for number in (at, at + 1))
    titles = {at: segments[at - 1].look for at in places if segments[at - 1].look and at <= led}
    looks: set[str] = set()
    for at in range(max(titles, default=-1), -1, -1):
        if looks:
            yield at, "V" if looks == {segments[at].look} else "TV"
        if at in titles:
            looks.add(titles[at])


def _first(segments: Sequence[Segment], is_such: Callable[[Segment], bool]) -> int:
    """Where the first of some segments is that is such; after the last where none is."""
    return next((at for at, segment in enumerate(segments) if is_such(segment)), len(segments))


def _may_be_title(segment: Segment) -> bool:
    """Whether a segment has a look, or is neither a year nor like a name."""
    return not segment.year and (segment.look != "" or not is_like_name(segment))


def _leads_in(segment: Segment) -> bool:
    """Whether a segment leads in what a chapter is in."""
    return segment.text.lower() in IN or _EDITED.fullmatch(segment.text) is not None


def _editors(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """The editors of a book are no authors of what is in it: those before `(ed.)`, and those after `edited by`.

    What is set off after the first is the book. Who edited a whole book is as its author.
    """
    begins = [segment.text[:2].lower() in _BEGIN_EDITED for segment in segments]
    sides = [_editors_side(segment.text) if may else 0 for segment, may in zip(segments, begins, strict=True)]
    for at, (segment, side) in enumerate(zip(segments, sides, strict=True) if any(sides) else ()):
        if not side:
            continue
        if side > 0:
            yield at, _FIELDS
            yield from ((other, _FIELDS) for other in _people_from(segments, at + 1, 1))
        elif segment.bracketed or segment.before.endswith(","):
            yield at, _FIELDS
            editors = _people_from(segments, at - 1, -1)
            if any(not is_like_name(each) for each in segments[: at - len(editors)]):
                yield from ((other, _FIELDS) for other in editors)
                if at + 1 < len(segments) and set(segments[at + 1].look) & set("iq"):
                    yield at + 1, _ALL_BUT_VENUE


@lru_cache(1000)
def _editors_side(text: str) -> int:
    """On which side of a word the editors are whom it tells of: 1 after it, -1 before it, 0 where it tells of none."""
    return 1 if _EDITED.fullmatch(text) else -1 if _EDITS.fullmatch(text) else 0


def _people_from(segments: Sequence[Segment], start: int, step: int) -> list[int]:
    """The segments that may be people, from one on in a direction; not the word that leads in what they edited."""
    starts = []
    while 0 < start < len(segments) and _may_be_person(segments[start]) and segments[start].text.lower() not in IN:
        starts.append(start)
        start += step
    return starts


def _may_be_person(segment: Segment) -> bool:
    """Whether a segment may be a person, or a part of one."""
    if segment.look or segment.year:
        return False
    return is_like_name(segment) or segment.text.isupper() or _INITIALS.fullmatch(segment.text) is not None


def _first_names(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """Who is first as `Moss, A.`, or in Chinese characters before a quotation, is a person."""
    if len(segments) < _FEW:
        return
    first, second = segments[:2]
    if second.before == "," and " " not in first.text and _INITIALS.fullmatch(second.text) and is_like_name(first):
        yield from ((at, _ALL_BUT_PEOPLE) for at in (0, 1))
    elif "“" in second.before and not first.look and _EAST_NAME.fullmatch(first.text):
        yield 0, _ALL_BUT_PEOPLE


def _with_people(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """Who is named in brackets after `with` wrote the paper, too."""
    for at, segment in enumerate(segments):
        if at and segment.bracketed and segment.before.endswith("(") and _WITH.fullmatch(segment.text):
            yield from (
                (other, _ALL_BUT_PEOPLE) for other in _people_from(segments, at + 1, 1) if segments[other].bracketed
            )


def _plain_titles(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """What is in italics after a plain title, which is after the people or the year, is a venue."""
    for at, (plain, italic) in enumerate(pairwise(segments)):
        if italic.look != "i":
            continue
        follows = plain.before[:1] == "." and italic.before[:1] == "." and not plain.look
        titled = at and follows and not plain.year and " " in plain.text and not is_like_name(plain)
        if titled and all(_may_be_person(segment) or segment.year for segment in segments[:at]):
            yield at + 1, "TBI"


def _italic_titles(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """What is in italics between the people and plain words, with a stop on either side, is the title."""
    for start, end in _set_off(segments):
        italic = segments[start]
        if not start or italic.look != "i" or italic.before[:1] != "." or end == len(segments):
            continue
        following = segments[end]
        plain = not following.look and not following.year and following.text[0].isupper()
        is_others = ET_AL.fullmatch(italic.text) is not None
        if plain and not is_others and following.before[:1] == "." and _are_people(segments[:start]):
            yield from ((at, _ALL_BUT_TITLE) for at in range(start, end))


def _joined_words(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """What is set off with words in it that are joined and no names, as `*Rivers and Lakes*`, names no people."""
    for start, end in _set_off(segments):
        if any(_JOINS.search(segment.text) for segment in segments[start:end]):
            yield from ((at, "BI") for at in range(start, end))


def _set_off(segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """The ranges of segments that are set off as one, with nothing but commas between them."""
    start = 0
    for at in range(1, len(segments) + 1):
        if at < len(segments) and segments[at].before == "," and segments[at].style == segments[start].style:
            continue
        if segments[start].look:
            yield start, at
        start = at


def _are_people(segments: Sequence[Segment]) -> bool:
    """Whether some segments are people: with initials, or more than one."""
    listed = any(_INITIALS.fullmatch(segment.text) or segment.before[:1] in (",", "&") for segment in segments)
    return listed and all(_is_person(segment) for segment in segments)


def _is_person(segment: Segment) -> bool:
    """Whether a segment may be a person, or a part of one, who may be in bold type."""
    named = is_like_name(segment) or segment.text.isupper() or _INITIALS.fullmatch(segment.text) is not None
    return named and not segment.year and not set(segment.look) - set("bu")


def _bodies(shown: Visible, segments: Sequence[Segment]) -> _Barred:
    """A body of people that is first, as `Centre for Ice`, is no title where another look may be one."""
    set_off = len(segments) > 1 and not segments[0].look and set(segments[1].look) & set("ibqlu")
    if set_off and _FOR.search(shown.text) and BODY.fullmatch(segments[0].text):
        yield 0, "TV"


def _volumes(shown: Visible, segments: Sequence[Segment]) -> _Barred:
    """The number of a volume or an issue with the word for it, as `Volume 43`, is nothing else."""
    if "第" in shown.text:
        east = (at for at, segment in enumerate(segments) if _EAST_VOLUME.fullmatch(segment.text))
        yield from ((at, _ALL_BUT_NUMBERS) for at in east)
    for at, (word, number) in enumerate(pairwise(segments)):
        if not number.text[0].isdigit():
            continue
        beside = number.before in ("", ".") and not number.year
        if beside and word.text.lower() in _VOLUMES and word.before:
            yield from ((number, _ALL_BUT_NUMBERS) for number in (at, at + 1))


def _counted_venues(shown: Visible, segments: Sequence[Segment]) -> _Barred:
    """A venue after the number of its volume, as law reviews are cited: `44 Oxford Journal of Bogs 345`."""
    if not _COUNT_INSIDE.search(shown.text):
        return
    for at, (segment, count, venue) in enumerate(zip(segments, segments[1:], segments[2:], strict=False)):
        counts = count.text.isdecimal() and not count.year and count.before[-1:] == (")" if segment.year else ",")
        named = venue.text[0].isupper() and " " in venue.text and not venue.before and not venue.look
        if counts and named and (segment.year or set(segment.look) & set("iq")):
            yield from ((at + 1, _ALL_BUT_NUMBERS), (at + 2, _ALL_BUT_VENUE))
            if not segment.year:
                yield at, "VBI"
                yield from ((before, "TV") for before in range(at) if _may_be_person(segments[before]))


def _quoted_venues(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """What is set off after the word for `in`, after a slash, or quoted after a title in italics is a venue."""
    for at, (segment, following) in enumerate(pairwise(segments)):
        if following.before.endswith("//"):
            yield at + 1, _ALL_BUT_VENUE
        elif not at or not following.look:
            continue
        elif set(following.look) & set("iq") and segment.text.lower() in IN:
            yield at + 1, "TBI"
        elif "q" in following.look and segment.look == "i" and _are_plain_people(segments[:at], segment):
            yield from ((at, "VBI"), (at + 1, "TBI"))


def _translations(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """A translation in brackets after a quoted title is no venue where something is set off after it."""
    for at, (title, following) in enumerate(pairwise(segments)):
        if "q" in title.look and following.before.endswith("”[") and not following.look:
            end = next((n for n in range(at + 1, len(segments)) if segments[n].before.startswith("]")), at + 1)
            if any(set(other.look) & set("iq") for other in segments[end : end + 2]):
                yield from ((other, _FIELDS) for other in range(at + 1, end))


def _are_plain_people(segments: Sequence[Segment], following: Segment) -> bool:
    """Whether nothing is set off in some segments, the first may be a person, and what follows is no `et al.`."""
    others = ET_AL.match(following.text) is not None
    return is_like_name(segments[0]) and not others and not any(segment.look for segment in segments)


def _addresses(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """An address is no field."""
    return ((at, _FIELDS) for at, segment in enumerate(segments) if segment.text.startswith("http"))


def _years_of_phrases(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """The year in `Storms of 1998` is not when it was published, where another year is there."""
    if sum(segment.year for segment in segments) < 2:
        return
    for at, (words, year) in enumerate(pairwise(segments)):
        if year.year and not year.before and _PHRASE.search(words.text):
            yield at + 1, "Y"


def _cities(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """A city after a venue that is set off, and before its volume, is no part of it."""
    for at, (venue, city) in enumerate(pairwise(segments)):
        between = city.before == "," and city.after == "," and venue.look and not city.look
        counted = between and at + 2 < len(segments) and _COUNTED.match(segments[at + 2].text)
        if counted and PLACE.fullmatch(city.text):
            yield at + 1, "TBIV"


_ALWAYS = ("",)
_RULES: tuple[tuple[Sequence[str], Callable[[Visible, Sequence[Segment]], _Barred]], ...] = (
    (_ALWAYS, _labels),
    (("[", "edn"), _codes),
    (("paper", "award", "mention", "prize", "presentation", "runner"), _awards),
    (STATES, _states),
    ((",", ":"), _imprints),
    (_ALWAYS, _editors),
    ((".", "“", "«", "「", "『", "《", '"'), _first_names),
    (("(joint", "(with", "(mit", "(avec", "(con", "(com"), _with_people),
    ((".",), _plain_titles),
    ((" and ", " et ", " und ", " & "), _joined_words),
    ((".",), _italic_titles),
    ((" for ", " of ", " on ", " de ", " für ", " pour ", " para "), _bodies),
    (_ALWAYS, _volumes),
    ((",", ")"), _counted_venues),
    (_ALWAYS, _quoted_venues),
    ((" 18", " 19", " 20"), _years_of_phrases),
    ((",",), _cities),
    (("http",), _addresses),
    (("[",), _translations),
)
"""Each rule with signs, in small letters, of which an entry shows one where it applies: most need not be tried."""
