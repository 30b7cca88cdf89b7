"""What the form of a segment rules out about venues and their volumes; see `barred`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.entries.lexicon import ET_AL
from profile_tui.content.publications.cutting.form import are_initials, form_of, is_like_name, may_be_person
from profile_tui.content.publications.cutting.letters import BARE_INITIALS, CAPITAL
from profile_tui.content.publications.cutting.phrases import AWARD, PLACE, PUBLISHER, STATE, is_state
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import IN, LEAD
from profile_tui.content.publications.reading.entry_parts import numbers_title
from profile_tui.content.publications.reading.signs import ONLY_NUMBERS, ONLY_TITLE, ONLY_VENUE, Barred
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_IN_CORR = lazily(r"(?:abs|cs\.[A-Z]{2})/\d[\d.]+(?:v\d+)?")
_CORR = lazily(rf"CoRR(?: {_IN_CORR.pattern})?")
VOLUMES = frozenset(
    "vol volume volumes bd band jg jahrgang heft issue no nr nº núm número tom tome cilt sayı vol.".split()
)
"""Words for what a number counts."""
_COUNTED = lazily(r"\d|(?:vol|v|n|no|nº|p|pp|t|bd|h|s)\b", re.I)
_EAST_VOLUME = lazily(r"(?:第\s?\d+\s?(?:[期卷号號页頁辑輯]|巻)){1,3}")
SHORT = frozenset(
    "acad acc acta adv am amer ann appl arch biol bull chem comm commun comput econ eng eur geophys hist inf int j l "
    "lett math mater med mod nat nucl phil philos phys proc prog pure q quart rep res rev sci soc stat stud surv theor "
    "trans univ z".split()
)
"""Short forms of words in the names of periodicals."""
_BESIDE = ("", ".", ":")
"""What is between the word for a volume and its number."""
_LAST_LETTERS = ("J.", "Q.")
"""Those that a name may end in."""
_FEW = 3
"""Words before such an end that a name has at most."""


def is_person(segment: Segment, looks: str = "") -> bool:
    """Return whether a segment has the form of a person, or of a part of one, and no look but some."""
    if segment.year or (segment.look and set(segment.look) - set(looks)):
        return False
    form = form_of(segment)
    return form.names or form.initials or segment.text.isupper()


def short_venues(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A periodical in short words before its volume, as in `J. Phys. Fog 52`, is a venue, and none of it a person.

    Before a year so are those that end in a letter, as `Fog Res. Q. 2024`.
    """
    for at in range(2, len(segments)):
        if not _may_be_volume(segments[at], segments[at - 1]):
            continue
        start = at - 1
        while start and (
            (segments[start].before == "." and _ends_short(segments[start - 1].text.rstrip(".")))
            or (not segments[start].before and is_short(segments[start].text) and segments[start - 1].text[0].isupper())
        ):
            start -= 1
        is_plain = not any(segment.look or segment.year for segment in segments[start:at])
        is_long = any(len(segment.text.strip(".")) > 1 for segment in segments[start : at - 1])
        if is_plain and (is_long or (start < at - 1 and _ends_short(last := segments[at - 1].text) and " " in last)):
            yield from ((one, ONLY_VENUE) for one in range(start, at))
            if start and segments[start].before[:1] == ",":
                yield start - 1, "V"


def marine(_: Visible, segments: Sequence[Segment]) -> Barred:
    """After a title, `Mar.` before a word with a capital is no month but begins a periodical, as `Mar. Bogs 2024`."""
    for at, (segment, following) in enumerate(pairwise(segments)):
        if at and segment.text == "Mar" and following.before == "." and following.text[0].isupper():
            yield from ((at, ONLY_VENUE), (at + 1, ONLY_VENUE))


def _may_be_volume(number: Segment, last: Segment) -> bool:
    """Whether a number may be after the short name of a periodical, whose last part is before it."""
    if is_state(number.text):
        return number.before in (".,", ".(")
    if number.year and number.before in (".", "./", ".,", ".("):
        return (" " in last.text and _ends_short(last.text)) or (number.before == "." and last.text in _LAST_LETTERS)
    if not number.text[0].isdecimal() or number.before.strip("."):
        return False
    return not number.year or (last.before == "." and last.text in _LAST_LETTERS)


def _ends_short(text: str) -> bool:
    """Whether a text ends in a short form in the name of a periodical, and has no more than names of such have."""
    *words, last = text.split()
    return last.lower() in SHORT and len(words) < _FEW and all(word[0].isupper() for word in words)


def is_short(text: str) -> bool:
    """Return whether each word of a text is a short form in the name of a periodical."""
    return all(word.lower().strip(".") in SHORT or word == "New" for word in text.split())


def quoted_books(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in `『』` after a title in `「」` is a venue; so is what is in `《》` after another such and a comma."""
    opened = [shown.text[segment.start - 1 : segment.start] for segment in segments]
    if "「" in opened:
        title = opened.index("「")
        yield title, ONLY_TITLE
        yield from ((at, ONLY_VENUE) for at in range(title, len(segments)) if opened[at] == "『")
    for at in range(1, len(segments)):
        if opened[at] == "《" and segments[at].before == "”,“" and segments[at - 1].before[:1] in (":", ",", "."):
            yield from ((at - 1, ONLY_TITLE), (at, ONLY_VENUE))


def volumes(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """The number of a volume or an issue with the word for it, as `Volume 43`, is nothing else.

    A letter after the words of a periodical, as in `Proc. Soc. A`, is of its name.
    """
    if "第" in shown.text:
        east = (at for at, segment in enumerate(segments) if _EAST_VOLUME.fullmatch(segment.text))
        yield from ((at, ONLY_NUMBERS) for at in east)
    for at, (word, number) in enumerate(pairwise(segments)):
        if number.before not in _BESIDE:
            continue
        if number.text[0].isupper():
            if len(number.text) < 3 and number.before != ":" and _is_part(word, number):
                yield at + 1, "N"
        elif number.text[0].isdigit() and _counts(word, number) and not numbers_title(segments, at):
            yield from ((number, ONLY_NUMBERS) for number in (at, at + 1))


def _counts(word: Segment, number: Segment) -> bool:
    """Return whether a word counts with the number after it, as in `Journal, C: 44, S: 6`."""
    if number.year or not word.before:
        return False
    is_letter = len(word.text) == 1 and word.text.isupper() and word.before[-1] == ","
    return is_letter if number.before == ":" else word.text.lower() in VOLUMES


def parts(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A letter with a stop is of a name in short words, as in `Q. Rev. Peat A. 7`."""
    for before, (at, word), letter in zip(segments, enumerate(segments[1:], 1), segments[2:], strict=False):
        is_letter = letter.text[0] < "H" and letter.text[1:] == "." == word.before + letter.before
        if is_letter and is_short(before.text):
            yield from ((one, ONLY_VENUE) for one in (at, at + 1))


def _is_part(word: Segment, letter: Segment) -> bool:
    """Return whether a letter, right after a word or its stop, is a part of a name that ends in that word."""
    name = word.text.lower()
    beside = name in SHORT if letter.before else " " in name
    return beside and letter.text[1:] in ("", ".") and name not in VOLUMES


def counted_venues(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A venue after the number of its volume, as law reviews are cited: `44 Oxford Journal of Bogs 345`."""
    for at, (segment, count, venue) in enumerate(zip(segments, segments[1:], segments[2:], strict=False)):
        if venue.before or not count.text[0].isdecimal() or count.year or not count.text.isdecimal():
            continue
        counts = count.before[-1:] == (")" if segment.year else ",")
        end = _end_of_short(segments, at + 3)
        named = venue.text[0].isupper() and not venue.look and (" " in venue.text or end > at + 3)
        named = named and not (are_initials(venue) and segments[end - 1].text.strip(".").lower() not in SHORT)
        if counts and named and (segment.year or set(segment.look) & set("iqb")):
            yield from ((at + 1, ONLY_NUMBERS), *((part, ONLY_VENUE) for part in range(at + 2, end)))
            if not segment.year:
                yield at, "VBI"
                yield from ((before, "TV") for before in range(at) if is_person(segments[before]))


def _end_of_short(segments: Sequence[Segment], at: int) -> int:
    """Where the short words of a venue end that goes on there, as in `Harbour L. Rev.`."""
    while at < len(segments) and not segments[at].before.strip(".") and not segments[at].look:
        if not segments[at].text[0].isupper():
            break
        at += 1
    return at


def quoted_venues(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """What is set off after the word for `in`, after a slash, or quoted after a title in italics is a venue."""
    slashes = "//" in shown.text
    for at, (segment, following) in enumerate(pairwise(segments)):
        if slashes and following.before.endswith("//"):
            yield at + 1, ONLY_VENUE
        elif not at or not following.look:
            continue
        elif set(following.look) & set("iq") and segment.text.lower() in IN:
            yield at + 1, "TBI"
        elif "q" in following.look and segment.look == "i" and following.before != "“":  # else they go on
            start = next((before for before in range(at, 0, -1) if segments[before - 1].look != "i"), 0)
            are_names = all(map(_may_be_of_name, segments[start : at + 1]))
            if start and not are_names and _are_plain_people(segments[:start], segments[start]):
                yield from (*((part, ONLY_TITLE) for part in range(start, at + 1)), (at + 1, ONLY_VENUE))


def _may_be_of_name(segment: Segment) -> bool:
    """Whether a segment may be a name, or initials with stops or without."""
    return may_be_person(segment) or are_initials(segment) or segment.text.isupper()


def _are_plain_people(segments: Sequence[Segment], following: Segment) -> bool:
    """Whether some segments begin as people, with no look but the owner's, and what follows is no `et al.`."""
    others = ET_AL.match(following.text) is not None
    begins = is_like_name(segments[0]) or are_initials(segments[0])
    return begins and not others and not any(set(segment.look) - {"b", "u"} for segment in segments)


def subtitled(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A plain venue of two parts after a title, as `Tide: A Journal of Rivers 12`, is one; so its volume tells."""
    for at in [at for at in range(2, len(segments)) if segments[at].before == ":"]:
        title, name, more = segments[at - 2 : at + 1]
        if name.look or more.look or name.year or name.text.lower() in IN or LEAD.fullmatch(name.text):
            continue
        stops = name.before[:1] == "." or name.before[-1:] in (".", "”")
        follows = stops and not is_person(title) and not title.year
        counted = follows and at + 1 < len(segments) and _is_volume(segments, at + 1)
        if counted or (_JOURNAL.match(more.text) and (follows or any(map(_is_titled, segments[: at - 1])))):
            yield from ((part, ONLY_VENUE) for part in (at - 1, at))


def repository(_: Visible, segments: Sequence[Segment]) -> Barred:
    """`CoRR abs/1905.01234`, as DBLP has preprints of arXiv, is a venue with its number."""
    for at, segment in enumerate(segments):
        if at and _CORR.fullmatch(segment.text):
            yield at, ONLY_VENUE
            if at + 1 < len(segments) and _IN_CORR.fullmatch(segments[at + 1].text):
                yield at + 1, ONLY_NUMBERS


def subtitled_in_italics(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A venue of two parts in italics, as `*Tide: A Journal of Rivers*`, is one."""
    for at in range(2, len(segments)):
        title, name, more = segments[at - 2 : at + 1]
        if more.before == ":" and name.look == more.look == "i" != title.look and _JOURNAL.match(more.text):
            yield from ((part, ONLY_VENUE) for part in (at - 1, at))


_FEW_WORDS = 4
"""Of a place at most."""


def _places(segments: Sequence[Segment], lines: Sequence[int]) -> Barred:
    """A line of places and the year, right after one in italics that is no remark, holds no venue."""
    for start, place in pairwise(lines[1:]):
        words = " ".join(segment.text for segment in segments[start:place])
        *places, last = segments[place:]
        is_venue = all(segment.look == "i" for segment in segments[start:place]) and words.count(" ") > 1
        if not is_venue or AWARD.search(words) or STATE.search(words) or not last.year or len(places) < 2:
            continue
        if all(not each.look and each.text.count(" ") < _FEW_WORDS for each in places) and "," in places[1].before:
            yield from ((at, "V") for at in range(place, place + len(places)))
            yield from ((at, ONLY_VENUE) for at in range(start, place))


def below_titles(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in italics on a line below title and people is no title, where it is of two parts or counted."""
    title = segments[0] if segments else None
    if title is None or title.look != "b" or is_person(title, "b") or title.text.count(" ") < 2:
        return
    lines = [at for at, segment in enumerate(segments) if "|" in segment.before]
    yield from _places(segments, lines)
    for at in lines[1:]:
        name, *after = segments[at : at + 2]
        if "i" not in name.look or not after:
            continue
        counted = after[0].before == "," and after[0].text.lower() in VOLUMES
        if counted or (after[0].before == ":" and after[0].look == name.look):
            yield at, "T"
        if counted:
            yield from ((part, "V") for part in range(lines[0]))


def _is_titled(segment: Segment) -> bool:
    """Whether a segment is set off, and nobody."""
    return segment.look != "" and not is_person(segment, "biqlu")


def _is_volume(segments: Sequence[Segment], at: int) -> bool:
    """Whether a number runs into what is before it, and ends there or goes on in numbers."""
    number = segments[at]
    ends = at + 1 == len(segments) or segments[at + 1].text[0].isdigit() or segments[at + 1].before[:1] == "("
    return number.text.isdecimal() and not number.year and not number.before and ends


_JOURNAL = lazily(r"(?:An?|The) (?:[A-Z][\w-]+ ){0,2}(?:Journal|Magazine|Quarterly|Bulletin)\b")


def cities(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A city after a venue that is set off, and before its volume, is no part of it."""
    for at, (venue, city) in enumerate(pairwise(segments)):
        between = city.before == "," and city.after == "," and venue.look and not city.look
        counted = between and at + 2 < len(segments) and _COUNTED.match(segments[at + 2].text)
        if counted and PLACE.fullmatch(city.text):
            yield at + 1, "TBIV"


_NAMED = lazily(
    rf"(?:(?:il|la|le|les|el|de|het|der|die|das|den) )?{CAPITAL}[\w.’'-]*"
    rf"(?:\s(?:{CAPITAL}[\w.’'-]*|&|and|und|et|y|de|of|the|du|des|la|am|an))*"
)
"""Words with capitals, as the name of a place or of a firm has them."""
_WITH_INITIALS = lazily(rf"[^\W\d_][\w’'-]+ {BARE_INITIALS}")
"""A person, as `Press B` or `Oslo JM`: no place and no publisher."""
_INITIAL = lazily(r"^[^\W\d_]\.")
"""What a surname follows, and no place."""
_BEFORE_PLACE = (".", "(", "”", ",", ";")
COUNTRIES = frozenset(
    "australia austria belgium brasil brazil canada china denmark deutschland england españa finland france germany "
    "greece india ireland israel italia italy japan korea mexico netherlands norway poland portugal schweiz singapore "
    "spain sweden switzerland taiwan turkey uk usa österreich".split()
)
"""Countries, which a city is in, and no publisher is called as."""


def imprints(segments: Sequence[Segment]) -> list[int]:
    """Return which segments are the first of the two of an imprint."""
    last = len(segments) - 2
    joined = [
        at
        for at in range(1, last + 1)
        if (before := segments[at + 1].before) == ":" or (before == "," and (at == last or segments[at + 2].year))
    ]
    joined = [at for at in joined if not segments[at + 1].text[0].isdigit()]
    named = [at for at in joined if segments[at].before != "." or not _INITIAL.search(segments[at - 1].text)]
    return [at for at in named if _is_imprint(segments, at)]


def _is_imprint(segments: Sequence[Segment], at: int) -> bool:
    """Whether two segments are a place and a publisher, or these the other way round."""
    before, first, second = segments[at - 1], segments[at], segments[at + 1]
    ends = at + 2 == len(segments) or segments[at + 2].year
    if (
        first.look != second.look
        or first.before[-1:] not in _BEFORE_PLACE
        or second.year
        or first.text.lower() in IN
        or (second.before == "," and second.text.lower().split(" ")[-1] in COUNTRIES)
        or any(_WITH_INITIALS.fullmatch(each.text) for each in (first, second))
    ):
        return False
    signs = [bool(ends and not first.look and {*before.look, first.before} & set("iql."))]
    signs += [any(pattern(each.text) for each in (first, second)) for pattern in (PLACE.fullmatch, PUBLISHER.search)]
    enough = sum(signs) > 1 if second.before == "," else any(signs)
    return enough and _is_named(first.text) and (_is_named(second.text) or second.text.isalpha())


def _is_named(name: str) -> bool:
    """Whether words are like the name of a place or of a publisher."""
    return _NAMED.fullmatch(name) is not None or PUBLISHER.search(name) is not None
