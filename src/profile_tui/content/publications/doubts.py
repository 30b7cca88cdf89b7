"""What in an entry's form makes a reading doubtful: each doubt is a function and a row of the table.

A field that is doubted is shown as it was read, and not changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from profile_tui.content.entries.lexicon import ET_AL, LABEL
from profile_tui.content.publications.citation import Citation, Range
from profile_tui.content.publications.form import form_of, is_badge, is_like_name
from profile_tui.content.publications.segments import Segment
from profile_tui.content.publications.separators import IN, LEAD
from profile_tui.text.pattern import lazily

_NOTHING = frozenset[str]()
_TITLE_AND_AUTHORS = frozenset(("title", "authors"))
_BARS = frozenset("|^·•–")
"""Signs that part fields rather than words, where they part fields at all; a break is one of them."""
_SET_OFF = frozenset("bliqu")
_INITIALS = lazily(r"(?:[^\W\d_]\.?[\s-]?){1,4}")
_NAME = lazily(r"(?:[^\Wa-zß-ÿ\d_][\w’'-]*\.?|(?:van|von|de|der|den|di|da|dos|du|la|le|al|bin|ter|ten|della)(?=\s))(?:\s|$)")
"""A word of a name."""
_LONGEST_NAME = 4
_WORD = lazily(r"[^\W\d_]{2}")
_SHORT = lazily(r"\b(?:[^\W\d_]{1,3}|[^\W\d_aeiouyà-ÿ]{4})$", )
"""What a stop after it may shorten in a name, as `Md` and `Chr`."""


def doubted(citation: Citation) -> frozenset[str]:
    """Return the fields of a publication that the form of the entry makes doubtful."""
    return _NOTHING.union(*(doubt(citation) for doubt in _DOUBTS))


def _own(citation: Citation, roles: str, place: Range | None) -> list[Segment]:
    """The segments of a field: those that have one of its roles, where it is."""
    if place is None:
        return []
    start, end = place
    return [
        segment for segment, role in zip(citation.segments, citation.roles, strict=True) if role in roles and start <= segment.start < end
    ]


def _fields(citation: Citation) -> Iterator[tuple[str, list[Segment]]]:
    """Yield the name of each field that may be more than a segment, and its segments."""
    yield "title", _own(citation, "T", citation.title)
    yield "authors", _own(citation, "BI", citation.place("authors"))
    yield "venue", _own(citation, "V", citation.venue)


def _begun_as_names(citation: Citation) -> frozenset[str]:
    """Title and authors, where the title begins with what may be names and a stop, and nobody else is named."""
    titled = _own(citation, "T", citation.title)
    if citation.names is not None or not titled or titled[0].look:
        return _NOTHING  # what is set off in bold or italics is no list of names that goes on as a title
    stop = next((at for at in range(1, len(titled)) if titled[at].before[:1] in (".", ":")), 0)
    return _TITLE_AND_AUTHORS if stop and _may_be_people(titled[:stop]) else _NOTHING


def _ended_as_names(citation: Citation) -> frozenset[str]:
    """Title and authors, where names may end the title, after a stop, and nobody else is named."""
    last = _own(citation, "T", citation.title)
    stop = next((at for at in range(len(last) - 1, 0, -1) if "." in last[at].before), 0)
    if citation.names is not None or not stop or len({segment.look for segment in last}) > 1:
        return _NOTHING
    return _TITLE_AND_AUTHORS if _may_be_people(last[stop:]) else _NOTHING


def _may_be_people(segments: Sequence[Segment]) -> bool:
    """Whether all of some segments may be people, or parts of segment."""
    return all(map(_may_be_person, segments))


def _may_be_person(one: Segment) -> bool:
    """Whether a segment may be a person or a part of one: a few words with capitals, initials, or particles."""
    words = segment.text.split()
    if segment.year or not words or len(words) > _LONGEST_NAME:
        return False
    return is_like_name(segment) or all(_NAME.fullmatch(word + " ") or _INITIALS.fullmatch(word) for word in words)


def _led_by_name(citation: Citation) -> frozenset[str]:
    """Title and authors, where the title may begin with the last of the names, who has but segment.

    So it is joined to the others as only a name is, or what follows it alone is set off or linked.
    """
    titled = [at for at, role in enumerate(citation.roles) if role == "T"]
    if not titled or citation.roles[titled[0] - 1 : titled[0]] not in ("B", "I"):
        return _NOTHING
    one = citation.segments[titled[0]]
    following = citation.segments[titled[1]] if len(titled) > 1 else None
    is_alone = following is not None and (segment.look, segment.style.href) != (following.look, following.style.href)
    may_be = segment.before == "&" or (is_alone and not segment.look and (" " not in segment.text or is_like_name(segment)))
    return _TITLE_AND_AUTHORS if may_be else _NOTHING


def _run_on(citation: Citation) -> frozenset[str]:
    """The field that may have run into a venue where none was found.

    That is a title whose look changes at a stop, and a list of turned names with one at its end that is not.
    """
    if citation.venue is not None:
        return _NOTHING
    unsure = set()
    titled = [segment for segment, role in zip(citation.segments, citation.roles, strict=True) if role == "T"]
    if any(segment.look != other.look and "." in other.before for segment, other in pairwise(titled)):
        unsure.add("title")
    names = [author.name for author in citation.names.authors] if citation.names else []
    turned = ["," in name for name in names]
    if len(names) > 1 and all(turned[:-1]) and not turned[-1] and " " in names[-1]:
        unsure.add("authors")
    return frozenset(unsure)


def _torn(citation: Citation) -> frozenset[str]:
    """The fields that lie in several links: to write another segment in their place would tear the links."""
    places = {"title": citation.title, "venue": citation.venue}
    return frozenset(
        name
        for name, place in places.items()
        if place is not None
        and len({segment.style.link for segment in citation.segments if segment.style.href and place[0] <= segment.start < place[1]}) > 1
    )


def _across(citation: Citation) -> frozenset[str]:
    """The fields that go on over a break, or over a sign that parts fields elsewhere in the entry."""
    parting = {"^"}
    for segment, (role, following) in zip(citation.segments[1:], pairwise(citation.roles.replace("I", "B")), strict=True):
        if role != following and "O" not in (role, following) and "L" not in (role, following):
            parting |= _BARS.intersection(segment.before)
    return frozenset(
        name for name, own in _fields(citation) if any(parting.intersection(segment.before) for segment in own[1:])
    )


def _mixed(citation: Citation) -> frozenset[str]:
    """The venue, and who or what is before it, where a part of it is set off and another is not."""
    own = _own(citation, "V", citation.venue)
    for segment, other in pairwise(own):
        if _set_off(segment) != _set_off(other) and other.before.strip("/ "):
            return frozenset(("venue", "authors")) if citation.names is None else frozenset(("venue",))
    return _NOTHING


def _set_off(one: Segment) -> bool:
    """Whether a segment has a look that sets something off."""
    return bool(_SET_OFF.intersection(segment.look))


def _name_as_title(citation: Citation) -> frozenset[str]:
    """All of the entry, where the title may be a person and something else is set off as titles are."""
    titled = _own(citation, "T", citation.title)
    if any(map(_set_off, titled)) or not _may_be_people(titled):
        return _NOTHING
    people = _own(citation, "BI", citation.place("authors"))
    odd = any(_SET_OFF.intersection(segment.look) for segment in people)
    return frozenset(("title", "authors", "venue")) if odd or not people else _NOTHING


def _title_among_people(citation: Citation) -> frozenset[str]:
    """Title and authors, where the last who is named is alone in italics, and is parted from the title as people are."""
    people = _own(citation, "BI", citation.place("authors"))
    titled = _own(citation, "T", citation.title)
    if len(people) < 2 or not titled or _set_off(titled[0]) or people[-1].start > titled[0].start:
        return _NOTHING
    alone = "i" in people[-1].look and not any("i" in segment.look for segment in people[:-1])
    return frozenset(("title", "authors", "venue")) if alone and titled[0].before[:1] == "," else _NOTHING


def _stopped(citation: Citation) -> frozenset[str]:
    """Title and authors, where a person goes on after a stop that shortens nothing: there the title may begin."""
    for segment, other, role in zip(citation.segments, citation.segments[1:], citation.roles[1:], strict=False):
        if role == "I" and other.before[:1] == "." and not _INITIALS.fullmatch(segment.text):
            if not _SHORT.search(segment.text) or form_of(other).brief[:1] != "X":
                return _TITLE_AND_AUTHORS
    return _NOTHING


def _unread(citation: Citation) -> frozenset[str]:
    """The venue and the authors, where none was found, and words are in no field that might be them."""
    missing = {name for name in ("venue", "authors") if citation.place(name) is None}
    if not missing:
        return _NOTHING
    for segment, role in zip(citation.segments, citation.roles, strict=True):
        if role == "O" and _says_something(segment):
            return frozenset(missing)
    return _NOTHING


def _says_something(one: Segment) -> bool:
    """Whether words are more than a link, a label, or what leads in a field."""
    text = segment.text
    if segment.style.href is not None or text.lower() in IN or LEAD.fullmatch(text) or ET_AL.fullmatch(text):
        return False
    return _WORD.search(text) is not None and LABEL.match(text) is None and not text.startswith("http")


def _glued(citation: Citation) -> frozenset[str]:
    """The title, where it is quoted in a sentence whose other words are in no field."""
    return _NOTHING


_DOUBTS: tuple[Callable[[Citation], frozenset[str]], ...] = (
    _torn, _begun_as_names, _ended_as_names, _led_by_name, _run_on, _across, _mixed, _name_as_title,
    _title_among_people, _stopped, _unread,
)  # fmt: skip
