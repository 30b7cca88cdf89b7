"""What in the form of an entry makes a reading doubtful: each doubt is a function and a row of the table.

A field that is doubted is shown as it was read, and not changed.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise

from profile_tui.content.publications.cutting.form import form_of, is_like_name, may_be_person
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import IN, LEAD
from profile_tui.content.publications.names.name_forms import INITIALS
from profile_tui.content.publications.reading import (
    beside_venues,
    by_hand,
    eastern_doubts,
    joined,
    people_doubts,
    short_words,
    title_doubts,
    venue_doubts,
    years,
)
from profile_tui.content.publications.reading.by_words import is_acronym
from profile_tui.content.publications.reading.entry_parts import (
    ALL_FIELDS,
    GOES_ON,
    NOTHING,
    TITLE_AND_AUTHORS,
    TITLE_AND_VENUE,
    WORD,
    Parts,
    after_stop,
    are_plain_people,
    is_none,
    is_set_off,
    parts_of,
)
from profile_tui.content.publications.reading.parts_signs import (
    BRACKETED,
    NAMES,
    NO_VENUE,
    NOBODY,
    PEOPLE,
    SEVERAL,
    THREE,
    TITLES,
    UNREAD,
    Doubt,
    DoubtRow,
    shown_by_parts,
)
from profile_tui.content.publications.reading.people_doubts import HAS_INITIAL, LEADING_INITIALS
from profile_tui.content.publications.reading.signs import LINKED, QUOTED, SET_OFF, Choice
from profile_tui.content.publications.reading.venue_doubts import are_beside
from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.citation import Citation, Range
from profile_tui.text.pattern import lazily

_BARS = frozenset("|^·•–")
"""Signs that part fields rather than words, where they part fields at all; a break is one of them."""
_PERSON, _BESIDE = role_table.of_field("authors"), role_table.in_no_field()
"""Roles of what is in no field."""
_GOES_ON_WITH = role_table.begun()
_MANY_GIVEN = lazily(r",(?: [^\W\d_]{2,}){3}")


def doubted(citation: Citation, *, usual: bool = False) -> frozenset[str]:
    """Return the fields of a publication that the form of the entry makes doubtful.

    Args:
        citation: What was read.
        usual: Whether its title stands as most titles of its list do, so that the list tells what form alone does not.
    """
    parts = parts_of(citation)
    fields = NOTHING
    for doubt in _choice(usual=usual).asked(shown_by_parts(parts)):
        if doubtful := doubt(parts):
            fields |= doubtful
    return fields


def _torn(parts: Parts) -> frozenset[str]:
    """The fields that lie in several links: to write another one in their place would tear the links."""
    entry = parts.entry
    linked = [segment for segment in entry.segments if segment.look and segment.style.href]
    if len(linked) < 2:
        return NOTHING
    torn = set()
    for name, place in (("title", entry.title), ("venue", entry.venue)):
        if place is None:
            continue
        links = {segment.style.link for segment in linked if _is_in(segment, place)}
        if len(links) > 1:
            torn.add(name)
    return frozenset(torn)


def _is_in(segment: Segment, place: Range) -> bool:
    """Whether a segment begins in a range."""
    return place[0] <= segment.start < place[1]


def _begun_as_names(parts: Parts) -> frozenset[str]:
    """Title and authors, where the title begins with what may be names and a stop or dash, and nobody else is named."""
    title = parts.title
    if parts.people or not title:
        return NOTHING
    change = next((at for at, segment in enumerate(title) if segment.look != title[0].look), 0)
    if change and title[change].before == ":" and all(map(may_be_person, title[:change])):
        return TITLE_AND_AUTHORS
    if title[0].look:
        return NOTHING  # what is set off in bold or italics is no list of names that goes on as a title
    if "・" in title[0].text and title[0].after == ":":
        return TITLE_AND_AUTHORS
    ends = ((at, title[at]) for at in range(1, len(title)))
    stop = next((at for at, segment in ends if segment.before[:1] in (".", ":", "–") or is_set_off(segment)), 0)
    return TITLE_AND_AUTHORS if stop and all(map(may_be_person, title[:stop])) else NOTHING


def _ended_as_names(parts: Parts) -> frozenset[str]:
    """Title and authors, where names may end the title, after a stop, and nobody else is named."""
    title = parts.title
    if parts.people or len(title) < 2:
        return NOTHING
    if not is_set_off(title[0]) and all(map(may_be_person, after_stop(title) or title)):
        return TITLE_AND_AUTHORS
    changes = range(len(title) - 1, 0, -1)
    stop = next((at for at in changes if "." in title[at].before or "," in title[at].before), 0)
    if stop and is_set_off(title[0]) == is_set_off(title[stop]):
        is_joined = "." in title[stop].before or any("&" in segment.before for segment in title[stop + 1 :])
        return TITLE_AND_AUTHORS if is_joined and all(map(may_be_person, title[stop:])) else NOTHING
    return TITLE_AND_AUTHORS if stop and not is_set_off(title[stop]) else NOTHING


def _led_by_name(parts: Parts) -> frozenset[str]:
    """Title and authors, where the title may begin with the last of the names: what follows is set off or linked."""
    segments, roles = parts.entry.segments, parts.entry.roles
    begins = roles.find("T")
    if begins < 1 or roles[begins - 1] not in _PERSON or segments[begins].look:
        return NOTHING
    titled = [segments[at] for at, role in enumerate(roles) if role == "T"]
    looks = [(segment.look, segment.style.href) for segment in titled]
    change = next((at for at, look in enumerate(looks) if look != looks[0]), 0)
    may_be = change and all(" " not in each.text or is_like_name(each) for each in titled[:change])
    return TITLE_AND_AUTHORS if may_be else NOTHING


def _joined(parts: Parts) -> frozenset[str]:
    """All fields, where the title is joined to what is before it as only names are, or to what is after it.

    So it is where it goes on after a comma with what may be two who are joined.
    """
    title, people = parts.title, parts.people
    if not title:
        return NOTHING
    follows = people and people[0].start > title[-1].start
    are_two = len(title) > 1 and "&" in title[1].before and all(map(may_be_person, title[:2]))
    goes_on = people and not follows and are_two and title[0].before.lstrip(".")[:1] == "," and not is_set_off(title[0])
    is_joined = title[0].before.endswith("&") or (follows and people[0].before in ("&", ":"))
    if is_joined and follows and people[0].before == ":" and title[-1].after != ":":
        return NOTHING  # what the colon is after is a label: `Authors: A. Moss` on a line of its own
    return ALL_FIELDS if is_joined or goes_on else NOTHING


def _run_on(parts: Parts) -> frozenset[str]:
    """The fields that may have run into a venue, or into a year, where none was found.

    That is a title whose look changes where something parts it, or with a year within; and a list of turned names with
    one at its end that is not, or with a lone one whose given name is no initial, or with one of three given names.
    """
    entry = parts.entry
    if entry.venue is not None:
        return NOTHING
    unsure = set()
    changes = any(
        segment.look != following.look and any(sign in following.before for sign in ".,|–-")
        for segment, following in pairwise(parts.title)
    )
    if changes or (entry.year is None and any(segment.year for segment in parts.title)):
        unsure |= {"title", "year"}
    names = [author.name for author in entry.names.authors] if entry.names else []
    turned = ["," in name for name in names]
    if len(names) > 1 and all(turned[:-1]) and not turned[-1] and " " in names[-1]:
        unsure.add("authors")
    if any(map(_MANY_GIVEN.search, names)) or (turned == [True] and not HAS_INITIAL.search(names[0])):
        unsure.add("authors")
    return frozenset(unsure)


def _ended_as_venue(parts: Parts) -> frozenset[str]:
    """Title and venue, where no venue was found, and a plain title ends after a comma in several words, with a year.

    Or where words of venues are in a sentence of it that is not the first.
    """
    title = parts.title
    if len(title) < 2 or parts.entry.venue is not None or any(map(is_set_off, title)):
        return NOTHING
    last = title[-2] if title[-1].before == "/" else title[-1]
    is_several = " " in last.text or last is not title[-1] or is_acronym(last.text)
    is_other = last.before == ("," if parts.entry.year else ".") and last.text[0].isupper() and is_several
    is_other = is_other or (last.before == "." and all(word[0].isupper() for word in last.text.split()))
    meets = any(each.before[:1] in (".", "?", "!") and venue_doubts.MEETS.search(each.text) for each in title[1:])
    return TITLE_AND_VENUE if is_other or meets else NOTHING


def _across(parts: Parts) -> frozenset[str]:
    """The fields that go on over a break, or over a sign that parts fields elsewhere in the entry."""
    entry = parts.entry
    fields = (("title", parts.title), ("authors", parts.people), ("venue", parts.venue))
    if _BARS.isdisjoint("".join([segment.before for _, own in fields for segment in own[1:]])):
        return NOTHING
    roles = entry.roles.translate(_GOES_ON_WITH)
    parting = {"^"}
    for segment, (role, following) in zip(entry.segments[1:], pairwise(roles), strict=True):
        is_led = role not in _BESIDE and LEAD.fullmatch(segment.text)
        if role != following and role not in _BESIDE and (following not in _BESIDE or is_led):
            parting |= _BARS.intersection(segment.before)
    across = {name for name, own in fields if any(_is_parted(segment.before, parting) for segment in own[1:])}
    return ALL_FIELDS if across & TITLE_AND_AUTHORS else frozenset(across)


def _is_parted(separator: str, parting: Collection[str]) -> bool:
    """Whether a separator has a sign that parts fields; after a comma a line only goes on."""
    return separator[:1] not in GOES_ON and any(sign in parting for sign in separator)


def _name_as_title(parts: Parts) -> frozenset[str]:
    """All fields, where the title may be a person, and who is named is set off as titles are, or nobody is.

    Names that are set off may well be first, but then not all of them are one word or two without a comma.
    """
    title, people = parts.title, parts.people
    if not all(map(may_be_person, title)) or is_none(parts, title):
        return NOTHING
    if any(map(is_set_off, title)):
        return ALL_FIELDS if _may_be_owner(parts) or _may_be_surname(parts) else NOTHING
    if not people:
        return ALL_FIELDS
    is_first = title[0].start < people[0].start
    is_alone = len(title) == len(people) == 1 or not _BARS.isdisjoint(title[0].before)
    return ALL_FIELDS if all(map(is_set_off, people)) and (is_first or is_alone) else NOTHING


def _may_be_surname(parts: Parts) -> bool:
    """Whether a title of one word may be a surname beside the only other name: `*Reed*, Ian` and `Moss, Ada/*Reed*`."""
    title, people = parts.title, parts.people
    if len(title) > 1 or " " in title[0].text or title[0].style.href or not people:
        return False
    is_given = len(people) == 1 and people[0].before == "," and " " not in people[0].text and people[0] is not title[0]
    return title[0].before == "/" or (is_given and people[0].start > title[0].end and not is_set_off(people[0]))


def _may_be_owner(parts: Parts) -> bool:
    """Whether a bold or italic title of two words goes on after people as the owner of a page does."""
    title, people = parts.title, parts.people
    if len(title) > 1 or title[0].look not in ("b", "i") or title[0].text.count(" ") != 1 or title[0].style.href:
        return False
    is_after = bool(people) and people[0].start < title[0].start and not any(map(is_set_off, people))
    return is_after and (title[0].before[:1] == "," or len(people) == 1)


def _title_among_people(parts: Parts) -> frozenset[str]:
    """All fields, where the last who is named is alone in italics and parted from the title as people are.

    Or where a stop parts the last, who alone is set off, from the others.
    """
    people, title = parts.people, parts.title
    if len(people) < 2 or not title or people[-1].start > title[0].start:
        return NOTHING
    is_alone = "i" in people[-1].look and not any("i" in segment.look for segment in people[:-1])
    stops = is_set_off(people[-1]) and people[-1].before == "." and not any(map(is_set_off, people[:-1]))
    return ALL_FIELDS if (is_alone and title[0].before[:1] in (",", ":")) or stops else NOTHING


def _stopped(parts: Parts) -> frozenset[str]:
    """Title and authors, where a person goes on after a stop that shortens nothing: the title may begin there."""
    segments, roles = parts.entry.segments, parts.entry.roles
    if "I" not in roles:
        return NOTHING
    for segment, following, role in zip(segments, segments[1:], roles[1:], strict=False):
        if role != "I" or following.before.rstrip("/*") != "." or INITIALS.fullmatch(segment.text):
            continue
        if not joined.SHORTENED.search(segment.text) or form_of(following).brief[:1] != "X":
            return TITLE_AND_AUTHORS
    return NOTHING


def _unread(parts: Parts) -> frozenset[str]:
    """The fields that words in no field may be: those that were not found, and a venue that may be a person."""
    if not parts.unread:
        return NOTHING
    missing = {name for name in ("venue", "authors") if parts.entry.place(name) is None}
    joined = parts.venue and parts.venue[0].before[:1] in GOES_ON and are_beside(parts.entry, parts.people)
    if (joined or not parts.people) and parts.venue and are_plain_people(parts, parts.venue):
        missing |= {"venue", "authors"}
    return frozenset(missing)


def _skipped(parts: Parts) -> frozenset[str]:
    """All fields, where words in no field are right between the people and the title."""
    people, title = parts.people, parts.title
    if not people or not title:
        return NOTHING
    between = range(people[-1].end, title[0].start)
    return ALL_FIELDS if any(one.start in between and not one.bracketed for one in parts.unread) else NOTHING


def _without_words(parts: Parts) -> frozenset[str]:
    """All fields, where the title has no word; title and authors, where it ends in a sentence of another look."""
    title = parts.title
    if (
        len(title) > 1
        and not title[-1].before
        and not title[0].look
        and title[-1].look
        and title[-1].text.count(" ") > 1
    ):
        return TITLE_AND_AUTHORS
    return NOTHING if [1 for segment in title if WORD.search(segment.text)] else ALL_FIELDS


def _within_sentence(parts: Parts) -> frozenset[str]:
    """Title and authors, where the title is in brackets, or in quotation marks after which its sentence goes on."""
    title = parts.title
    if title and title[0].bracketed and not title[0].look and title[0].start and not is_none(parts, title):
        return TITLE_AND_AUTHORS
    if not title or "q" not in title[-1].look:
        return NOTHING
    following = next((segment for segment in parts.entry.segments if segment.start > title[-1].start), None)
    goes_on = following is not None and following.before in ("”", "”:") and following.text[0].islower()
    leads = following is not None and (following.text.lower() in IN or LEAD.match(following.text))
    return ALL_FIELDS if goes_on and not leads else NOTHING


def _torn_person(parts: Parts) -> frozenset[str]:
    """Title and authors, where the last two may be one: a surname, a comma, and initials that a word follows.

    Or where the title may begin with the last of the names, after initials or after a suffix, as `Marsh Jr., Paul`.
    """
    names, title, people = parts.entry.names, parts.title, parts.people
    if len(title) > 1 and people and " " not in title[0].text and may_be_person(title[0]) and title[1].before == ".":
        is_given = title[0].before in (".,", ",")
        is_family = title[0].before == "." and LEADING_INITIALS.fullmatch(people[-1].text)
        if (is_given or is_family) and title[0].start > people[-1].start and not is_set_off(title[0]):
            return TITLE_AND_AUTHORS
    if names is None or len(names.authors) < 3 or "," not in names.authors[0].name:
        return NOTHING
    family, last = names.authors[-2].name, names.authors[-1].name
    begins = next(segment for segment in parts.people if segment.start >= names.places[-1][0])
    is_torn = " " not in family and begins.before == "," and LEADING_INITIALS.match(last) is not None
    return TITLE_AND_AUTHORS if is_torn else NOTHING


_DOUBTS: tuple[DoubtRow, ...] = (
    ((LINKED,), _torn),
    ((TITLES, NO_VENUE), _ended_as_venue),
    ((NOBODY,), _begun_as_names),
    ((NOBODY, TITLES), _ended_as_names),
    ((TITLES, SET_OFF), _led_by_name),
    (("& :",), _joined),
    ((NO_VENUE,), _run_on),
    ((_BARS,), _across),
    ((), _name_as_title),
    ((SEVERAL, SET_OFF), _title_among_people),
    ((PEOPLE,), _stopped),
    ((UNREAD,), _unread),
    ((), _without_words),
    ((f"{BRACKETED} {QUOTED}",), _within_sentence),
    ((f"{TITLES} {THREE}",), _torn_person),
    *venue_doubts.DOUBTS,
    *beside_venues.DOUBTS,
    *people_doubts.DOUBTS,
    *by_hand.DOUBTS,
    *eastern_doubts.DOUBTS,
    *joined.DOUBTS,
    *short_words.DOUBTS,
    *title_doubts.DOUBTS,
    *years.DOUBTS,
)
_DOUBTS_OF_ONE: tuple[DoubtRow, ...] = (
    ((UNREAD, PEOPLE), _skipped),
    ((NAMES,), people_doubts.odd_neighbour),
    *venue_doubts.DOUBTS_OF_ONE,
    *title_doubts.DOUBTS_OF_ONE,
)
"""Doubts that the other entries of a list take away."""


@lru_cache(2)
def _choice(*, usual: bool) -> Choice[Doubt]:
    """All doubts, of which few are asked."""
    return Choice(_DOUBTS if usual else (*_DOUBTS, *_DOUBTS_OF_ONE))
