"""What beginnings, and the order of plain sentences, brackets and scripts rule out: more rows for `barred.py`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.entries.lexicon import ET_AL, LABEL
from profile_tui.content.publications.cutting import letters
from profile_tui.content.publications.cutting.form import are_initials, is_like_name
from profile_tui.content.publications.cutting.phrases import (
    PRIZES,
    VERSION_WORDS,
    is_address,
    is_state,
)
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import IN
from profile_tui.content.publications.names.name_forms import BARE_INITIALS
from profile_tui.content.publications.reading import editors
from profile_tui.content.publications.reading.barred_venues import is_person, is_short
from profile_tui.content.publications.reading.by_words import all_of, is_acronym
from profile_tui.content.publications.reading.entry_parts import is_in_full
from profile_tui.content.publications.reading.signs import (
    EAST,
    ITALIC,
    LINKED,
    NO_FIELD,
    ONLY_BEGINS,
    ONLY_GOES_ON,
    ONLY_PEOPLE,
    ONLY_TITLE,
    ONLY_VENUE,
    QUOTED,
    SET_OFF,
    YEAR,
    Barred,
    Row,
)
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_NO_TITLE = "VBI"
_FEW = 3
_COUNT, _COUNT_LENGTH = lazily(r"[A-Z]{1,3}-?\d{1,3}"), 8
_ACRONYM = lazily(r"(?=\w*[A-Z]\w*[A-Z])[\w&/-]+\s?[’']\d\d")
_SMALL = frozenset("and at by de del der des di du e et for für fur in la le of on sur the to und y zur &".split())
"""Small words that the names of journals have."""
_ARTICLES = frozenset("a an".split())
_VENUE_WORDS, _TITLE_WORDS, _LONG_WORD = 8, 4, 4
_EAST = lazily(f"[{letters.EAST}]{{2,6}}")
_VERSION = lazily(
    r"(?:an? |the )?(?:earlier|preliminary|previous|prior|short|shorter|extended|conference|workshop|journal|full|"
    r"longer|first) (?:version|abstract|draft)s?\b",
    re.I,
)
_SCIENCES = frozenset(
    "biology mathematics physics chemistry bioinformatics medicine economics linguistics genetics genomics psychology "
    "neuroscience engineering statistics informatics robotics ecology astronomy astrophysics combinatorics letters "
    "reports communications reviews research materials sensors systems sciences technology methods".split()
)
_AWARD = lazily(r".+ (?:award|prize|medal)", re.I)


def _last_sentences(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What ends an entry as a sentence with capitals is the venue, where people, year and title are before it.

    That is `Moss, A. (2026). The ice of small lakes. Lake Reports. [doi]`; the title is the sentence after the year.
    """
    year = next((at for at, segment in enumerate(segments) if segment.year), 0)
    first = year + 1
    title = segments[first : first + 1]
    if not year or not title or "." not in title[0].before or _are_told(title):
        return
    stop = len(segments)
    while stop > first and _is_label(segments[stop - 1]):
        stop -= 1
    last = _last_sentence(segments, first, stop)
    if not last or _are_told(segments[last:stop]) or any(map(_is_label, segments[first:stop])):
        return
    if not all(map(_may_be_author, segments[:year])):
        return
    words, venue = _words(segments, first, last), _words(segments, last, stop)
    tells = any(map(_is_long_and_small, words)) or venue[0].lower() not in _ARTICLES
    if tells and len(words) >= _TITLE_WORDS and _is_name_of_venue(venue):
        yield from ((at, _NO_TITLE) for at in range(first, last))
        yield from ((at, ONLY_VENUE) for at in range(last, stop))


def _are_told(segments: Sequence[Segment]) -> bool:
    """Whether some segments have a look, or one is a year."""
    return any(segment.look or segment.year for segment in segments)


def _last_sentence(segments: Sequence[Segment], first: int, stop: int) -> int:
    """Return where the second of two sentences begins, but for stops in a shortened venue; 0 where more are."""
    starts = [at for at in range(first, stop) if "." in segments[at].before]
    if len(starts) < 2 or starts[0] != first:
        return 0
    last = starts.pop()
    while len(starts) > 1 and is_short(segments[starts[-1]].text):
        last = starts.pop()
    return last if len(starts) == 1 else 0


def _is_label(segment: Segment) -> bool:
    """Whether a segment is a link, or an address."""
    text = segment.text
    return segment.style.href is not None or is_address(text) or text.lower() in ("doi", "doi:")


def _may_be_author(segment: Segment) -> bool:
    """Whether a segment may be one of the people of a list, or stands for others."""
    text = segment.text
    return is_person(segment, "bu") or BARE_INITIALS.search(text) is not None or ET_AL.fullmatch(text) is not None


def _words(segments: Sequence[Segment], start: int, stop: int) -> list[str]:
    """Return the words of some segments."""
    return [word for segment in segments[start:stop] for word in segment.text.split()]


def _is_name_of_venue(words: Sequence[str]) -> bool:
    """Whether words are few, and in capitals but for the small ones that names of journals have."""
    capitals = all(word in _SMALL or word[0].isupper() for word in words)
    return len(words) <= _VENUE_WORDS and capitals and words[0][0].isupper()


def _is_long_and_small(word: str) -> bool:
    """Whether a word is one that only the titles of papers have in small letters."""
    return len(word) >= _LONG_WORD and word.islower() and word not in _SMALL


def _other_scripts(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """What a name is in another script, in brackets after it as in `Wen Shu (舒文)`, is of the same person."""
    if _EAST.search(shown.text) is None:
        return
    for at, (name, other) in enumerate(pairwise(segments)):
        if other.before not in ("(", "（") or name.bracketed or not _are_one_name(name, other):
            continue
        before, after = segments[at - 1] if at else None, segments[at + 2] if at + 2 < len(segments) else None
        follows = before is not None and before.after in (",", "&", ",&", ";") and is_like_name(before)
        goes_on = after is not None and after.before[:1] in (")", "）") and not {",", "&", ";"}.isdisjoint(after.before)
        if follows or goes_on:
            yield at, ONLY_BEGINS
            yield at + 1, ONLY_GOES_ON


def _are_one_name(name: Segment, other: Segment) -> bool:
    """Whether of two segments one has the form of a name in Latin letters, and one is in an eastern script."""
    first, second = (_EAST.fullmatch(segment.text) is not None for segment in (name, other))
    return first != second and is_like_name(other if first else name)


def _versions(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is told in brackets of another version, as `(an earlier version appeared in Ice 2020)`, is no field."""
    for at, segment in enumerate(segments):
        if segment.bracketed and "(" in segment.before and _VERSION.match(segment.text):
            for other in range(at, len(segments)):
                if other > at and (not segments[other].bracketed or ")" in segments[other].before):
                    break
                yield other, NO_FIELD


def _linked_awards(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What a paper won, as the label of a link after its year, is no field."""
    dated = next((at for at, segment in enumerate(segments) if segment.year), len(segments))
    for at in range(dated + 1, len(segments)):
        segment = segments[at]
        if segment.style.href is not None and _AWARD.fullmatch(segment.text):
            yield at, NO_FIELD
            start = at
            while segments[start - 1].style.link == segment.style.link and start - 1 > dated:
                start -= 1
                yield start, NO_FIELD


def _towns(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Where a conference was, as `Lyon (France)` between a venue in italics and its year, is no part of the venue."""
    for at in range(1, len(segments) - 2):
        if segments[at + 1].before != "(":
            continue
        venue, town, country, year = segments[at - 1 : at + 3]
        is_place = town.before.endswith(",") and year.before.startswith(")")
        is_plain = not town.look and not country.look and year.year and set(venue.look) & set("iq")
        if is_place and is_plain and _is_name_of_venue([*town.text.split(), *country.text.split()]):
            yield from ((at, NO_FIELD), (at + 1, NO_FIELD))
            start = next((one + 1 for one in range(at - 1, -1, -1) if segments[one].look != venue.look), 0)
            titled = any(not set("lq").isdisjoint(segment.look) for segment in segments[:start])
            yield from ((one, ONLY_VENUE if titled else "TBI") for one in range(start, at))


def _years_first(_: Visible, segments: Sequence[Segment]) -> Barred:
    """The only year of an entry, first and with a colon after it, as in `2026: Ice`, is no part of the title."""
    leads = len(segments) > 1 and segments[0].year and segments[1].before == ":"
    if leads and not any(segment.year for segment in segments[1:]):
        yield 0, role_table.all_but("Y")


def _parted_venues(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in capitals on both sides of a colon, after title and people, is a venue: `Harbours: Ice and Systems`.

    What is after the editors of a book is not, as `Oslo: Salt Press`.
    """
    titled = next((at for at, segment in enumerate(segments) if _is_title_set_off(segment)), len(segments))
    for at in range(titled + 2, len(segments) - 1):
        if segments[at + 1].before != ":":
            continue
        first, second = segments[at : at + 2]
        is_parted = "." in first.before and not first.look and not second.look
        is_parted = is_parted and " " not in first.text and is_person(segments[at - 1])
        is_venue = is_parted and _is_name_of_venue([first.text, *second.text.split()])
        if is_venue and at < editors.first(segments):
            yield from ((part, ONLY_VENUE) for part in (at, at + 1))


def _is_title_set_off(segment: Segment) -> bool:
    """Whether a segment has the look of a title, and more words than people have."""
    return not set("bliq").isdisjoint(segment.look) and segment.text.count(" ") >= _TITLE_WORDS - 1


def _counts(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What counts an entry, as `C3.` or `[J-12]`, is no field; nor is a number in bold, as `**73.**`."""
    first = segments[0]
    if len(segments) < _FEW or not first.text[-1].isdigit() or len(first.text) >= _COUNT_LENGTH:
        return
    counts = _COUNT.fullmatch(first.text) or (first.text.isdecimal() and "b" in first.look and not first.year)
    if counts and segments[1].before[:1] in (".", ":", "]", ")"):
        yield from ((0, NO_FIELD), (1, "I"))


def _venues_first(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is first as `[ICE'26]` or `ICE 2026:` is a venue; so is what is in code or brackets after `[2026]`."""
    if len(segments) < _FEW:
        return
    if segments[0].year and segments[0].bracketed and segments[0].before == "[":
        is_code = segments[1].look == "c" and segments[1].before == "]" and not segments[2].before
        is_apart = segments[1].before == "][" and segments[2].before == "]" and is_acronym(segments[1].text)
        if (is_code or is_apart) and not LABEL.match(segments[1].text) and not is_state(segments[1].text):
            yield 1, ONLY_VENUE
    first, second = segments[:2]
    bracketed = first.before.endswith("[") and second.before.startswith("]") and _ACRONYM.fullmatch(first.text)
    if bracketed or _is_dated_venue(segments):
        yield 0, ONLY_VENUE


def _after_venue(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Names in full between a venue as `ICE 2026:` and a quotation are of people."""
    quoted = next((at for at, each in enumerate(segments) if each.quoted), 0)
    if quoted and _is_dated_venue(segments) and all(map(is_in_full, segments[2:quoted])):
        yield from all_of(range(2, quoted), ONLY_PEOPLE)


def _is_dated_venue(segments: Sequence[Segment]) -> bool:
    """Whether an acronym and a year are first, with a colon after them."""
    if len(segments) < _FEW:
        return False
    venue, year, following = segments[:_FEW]
    return year.year and not year.before and following.before == ":" and is_acronym(venue.text)


def _square(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is first in square brackets, with the word for `in` after it, is the title: `[Ice]. In: *Lakes*`."""
    if segments and segments[0].before.endswith("[") and not segments[0].text[-1].isdigit():
        stop = next((at for at, segment in enumerate(segments) if not segment.bracketed), len(segments))
        if stop < len(segments) and segments[stop].text.lower() in IN:
            yield from all_of(range(stop), ONLY_TITLE)


def _led(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who is first is not called `In`, nor `in Fen Review`, which is a venue."""
    first = segments[0].text
    has_initials = len(segments) > 1 and segments[1].before in (",", "") and are_initials(segments[1])
    if (first.lower() in ("in", "in:") and not has_initials) or (
        first.startswith("In ") and first.count(" ") > 1
    ):  # but `In E` and `In Ella`
        yield 0, "BI"
    elif first.startswith("in "):
        yield 0, ONLY_VENUE


def _sciences(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Nobody who is not first has the name of a science, or of what journals hold, as in `Fen Biology`."""
    for at in range(1, len(segments)):
        words = segments[at].text.lower().split()
        if len(words) > 1 and words[-1] in _SCIENCES and not segments[at].bracketed:
            yield at, "BI"


def _led_in(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in italics right after the word for `in`, and that after a comma or a quotation, is the venue."""
    for at in range(2, len(segments) - 1):
        if segments[at].text.lower() not in IN or segments[at].look or segments[at].before[-1:] not in (",", "”"):
            continue
        style = segments[at + 1].style
        for other in range(at + 1, len(segments) if "i" in segments[at + 1].look else at):
            if segments[other].style != style or segments[other].year or not segments[other].text[0].isalpha():
                break
            yield other, ONLY_VENUE


RULES: tuple[Row, ...] = (
    ((IN, ITALIC), _led_in),
    ((_SCIENCES,), _sciences),
    ((YEAR, "."), _last_sentences),
    (("(", EAST), _other_scripts),
    (("(", VERSION_WORDS), _versions),
    ((LINKED, PRIZES), _linked_awards),
    ((YEAR, ":"), _years_first),
    ((")", ","), _towns),
    ((":", SET_OFF), _parted_venues),
    ((". : ] )",), _counts),
    (("[ :",), _venues_first),
    ((QUOTED, ":"), _after_venue),
    (("[", IN), _square),
    ((IN,), _led),
)
"""Rules with their signs, as `barred.py` has them."""
