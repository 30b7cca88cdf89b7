"""What words and signs beside a segment rule out, in lists as people type them: more rows for `barred.py`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from profile_tui.content.entries.lexicon import ET_AL, PARTICLE
from profile_tui.content.publications.cutting.form import form_of, is_like_name
from profile_tui.content.publications.cutting.phrases import STATE
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import IN, LEAD
from profile_tui.content.publications.reading.entry_parts import may_be_person
from profile_tui.content.publications.roles import role_table
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_FIELDS, _NO_PERSON = role_table.all_but(role_table.in_no_field()), "BI"
_ONLY_VENUE, _ONLY_TITLE, _ONLY_PEOPLE = (
    role_table.all_but(kept) for kept in ("V", "T", role_table.of_field("authors"))
)
_WITH = frozenset(("with", "joint with", "jointly with", "joint work with", "mit", "avec", "con", "com"))
_INITIALS = lazily(r"[^\W\d_]\.(?:[\s-]?[^\W\d_]\.)*")
_TOLD = lazily(
    r"(?:reviewed|translated|presented|featured|reprinted|short-?listed|awarded|winner|reviews|"
    r"(?:media|press) coverage|[\w-]+ translations?)\b",
    re.I,
)
"""What is told of a publication begins with such words."""
_REVIEW = lazily(r"(?:book )?review(?: essay)?(?: of|:)|rezension|compte rendu|reseña", re.I)
_BY = frozenset("by von de par di por".split())
_IDENTIFIES = lazily(
    r"(?:arxiv|pmc?id|mr|zbl|isbn(?:-1[03])?|issn|ssrn|hal|doi|if|impact factor)[\s:#.]*[\w./-]*\d[\w./-]*|"
    r"[£$€]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|EUR|USD|GBP)|\d+ (?:pp|pages|p|S)\b\.?",
    re.I,
)
"""A number that is the publication's own: an identifier, a price, how many pages it has."""
_SERIES = lazily(
    r"\b(?:working|discussion|research|policy|technical|staff|occasional) "
    r"(?:paper|report|note)s?(?: series)?(?:,? no)?$",
    re.I,
)
_BOOK_SERIES = lazily(
    r"(?:lecture notes in [\w ]+|communications in computer and information science|LN(?:CS|AI|EE|BIP|I)|LIPIcs|CCIS|"
    r"AISC|PMLR|CEUR[\w -]*|(?:ceur )?workshop proceedings)(?: \d+)?",
    re.I,
)
_MEDIUM = lazily(r"(?:research |computer )?(?:data ?sets?|software|code|preprint|poster|video|podcast|film|map)", re.I)
_SHORT_WORD = (
    "amer|appl|acad|astron|biol|bull|chem|commun|comput|eng|geophys|int|lett|mater|math|mech|med|natl|phys|proc|"
    "rev|sci|soc|stat|trans"
)
_SHORT = lazily(rf"\b(?:{_SHORT_WORD})$", re.I)
_GOES_ON_SHORT = lazily(rf"(?:(?:{_SHORT_WORD}|j|a|[a-e]|am)\b|\d)", re.I)
_COUNTED = lazily(r"\d{1,4} [A-Z]")
_BARE_NAME = lazily(r"[^\Wa-z\d_].* [A-ZÀ-Þ]{1,3}")
_SUFFIX = lazily(r"[JS]r|I{2,3}|IV")
_SMALL = lazily(
    rf"(?!{PARTICLE.pattern}|{ET_AL.pattern}|{LEAD.pattern}|{STATE.pattern}|with\b|joint|corresp|equal)[a-zß-ÿ].{{4}}",
    re.S,
)
"""The beginning of words in small letters that go on with no name."""
PROSE = lazily(r"\b(?:the|of|in|for|on|at|by|from|to|an?|für|zur|pour|dans|sur|une|para|sobre)\s")
"""A small word of a sentence."""
_MANY = 6
_ACRONYM = lazily(r"(?=\w*[A-Z]\w*[A-Z])[\w&/-]+\s?[’']\d\d")

_Barred = Iterator[tuple[int, str]]


def _all(numbers: range, roles: str) -> _Barred:
    """The same roles for some segments."""
    return ((number, roles) for number in numbers)


def _with(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """Who is named after `with` wrote the paper, too: all up to one that a word joins, else the first."""
    for at, segment in enumerate(segments):
        if not at or segment.bracketed or segment.text.lower() not in _WITH:
            continue
        stops: list[int] = []
        stop = at + 1
        while (stop := _person(segments, stop)) and (segments[stop - 1].after in (",", "&", ",&") or not stops):
            stops.append(stop)
        joined = [stop for stop in stops[1:] if "&" in _begins(segments, stop).before]
        if stops:
            yield at, _FIELDS
            stop = joined[-1] if joined else stops[0]
            yield from _all(range(at + 1, stop), _ONLY_PEOPLE)
            if stop < len(segments) and (joined or segments[stop].before.startswith(".")):
                yield stop, _NO_PERSON


def _begins(segments: Sequence[Segment], stop: int) -> Segment:
    """Return the segment with which the person begins that ends before another one."""
    at = stop - 1
    while _INITIALS.fullmatch(segments[at - 1].text) and segments[at].before == ".":
        at -= 1
    return segments[at]


def _person(segments: Sequence[Segment], at: int) -> int:
    """Return where a person ends that begins with a segment: initials and a surname, or two words; 0 for others."""
    if at + 1 < len(segments) and _INITIALS.fullmatch(segments[at].text) and segments[at + 1].before == ".":
        return at + 2 if may_be_person(segments[at + 1]) else 0
    return at + 1 if at < len(segments) and " " in segments[at].text and may_be_person(segments[at]) else 0


def _slashed(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """Who is first, and parted by a slash, as in `Ada Moss / Ben Reed: Ice`, is a person."""
    stop = 0
    while stop < len(segments) and (not stop or segments[stop].before == "/") and may_be_person(segments[stop]):
        stop += 1
    if 1 < stop < len(segments) and segments[stop].before[:1] in (":", "("):
        yield from _all(range(stop), _ONLY_PEOPLE)


def _told(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """What is told of a publication after its year, or in a list below it, is no field of it."""
    if start := told_from(segments):
        line = segments[start].line
        yield from ((at, _FIELDS) for at in range(start, len(segments)) if segments[at].line == line)


def told_from(segments: Sequence[Segment]) -> int:
    """Return the segment from which on a line tells of a publication; 0 where none does."""
    is_dated = False
    for at, segment in enumerate(segments):
        below = segment.before[-1:] == "^" and segment.line
        if at and (below or (is_dated and "." in segment.before)) and _TOLD.match(segment.text):
            return at
        is_dated = is_dated or segment.year
    return 0


def _books_first(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """What is in italics, with a publisher and a year in brackets after it and nothing else, is the title."""
    if not segments or segments[0].look != "i":
        return
    first = next((at for at, segment in enumerate(segments) if segment.look != "i"), 0)
    stop = next((at for at in range(first, len(segments)) if not segments[at].bracketed), len(segments))
    is_last = stop == (told_from(segments) or len(segments))
    if is_last and 0 < first < stop - 1 and segments[stop - 1].year and segments[first].text[0].isalpha():
        yield from _all(range(first), _ONLY_TITLE)
        yield from _all(range(first, stop - 1), "TBI")


def _reviews(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """Whose book is reviewed is no author of the review."""
    if not segments or not _REVIEW.match(segments[0].text):
        return
    by = next((at for at, segment in enumerate(segments) if segment.text.lower() in _BY), len(segments))
    for at in range(by + 1, len(segments)):
        if not may_be_person(segments[at]) or segments[at].look:
            return
        yield at, _FIELDS


def _identifiers(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """An identifier, a price or a number of pages after the year is the publication's own, and not the venue's."""
    dated = next((at for at, segment in enumerate(segments) if segment.year), len(segments))
    for at in range(dated, len(segments)):
        if _IDENTIFIES.fullmatch(segments[at].text):
            yield at, _FIELDS
            if segments[at].before.endswith("&"):  # `xii + 240 pp.`
                yield at - 1, _FIELDS


def _series(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """A series of papers with a number, as `Fen Working Paper No. 7`, is the venue where nothing is set off later."""
    for at in range(1, len(segments) - 1):
        segment, number = segments[at : at + 2]
        counted = number.text[0].isdigit() and number.before in ("", ".") and not number.year
        is_series = counted and not segment.bracketed and _SERIES.search(segment.text)
        if is_series and not any(set(other.look) & set("iq") for other in segments[at:]):
            yield from _all(range(at, at + 2), _ONLY_VENUE)


def _book_series(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """The series of the proceedings that a venue is, as `LNCS`, and what is after its number, are no part of it."""
    for at in range(1, len(segments)):
        if _BOOK_SERIES.fullmatch(segments[at].text):
            if any(each.year or each.text.lower() in IN or form_of(each).venue for each in segments[1:at]):
                yield at, _FIELDS
                publishers = (each for each in range(at + 1, len(segments)) if segments[each].before[-1:] == ".")
                yield from ((each, _FIELDS) for each in publishers if segments[each].text[0].isupper())
            return


def _media(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """`[Data set]` is no field, and what follows it is where that is kept."""
    for at, segment in enumerate(segments):
        if at and segment.before.endswith("[") and not segment.look and _MEDIUM.fullmatch(segment.text):
            yield at, _FIELDS
            if segment.before == "[":
                yield at - 1, _ONLY_TITLE
            following = segments[at + 1] if at + 1 < len(segments) else None
            if following and following.before == "]." and not following.year and "http" not in following.text:
                yield at + 1, _ONLY_VENUE


def _shortened(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """Words of a journal that stops shorten, as in `Lake Phys. Lett. 4`, are no title and name nobody."""
    for at in range(1, len(segments) - 1):
        segment, following = segments[at : at + 2]
        if following.before == "." and _SHORT.search(segment.text) and _GOES_ON_SHORT.match(following.text):
            yield at, "TBI"
            if not following.text[0].isdigit():
                yield at + 1, "TBI"


def _law_reviews(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """A shortened venue between the number of its volume and a page is one: `44 Fen L. Rev. 345 (2026)`."""
    for at in range(1, len(segments)):
        if segments[at].before[-1:] == "," and _COUNTED.match(segments[at].text):
            pages = (page for page in range(at + 1, min(at + _MANY, len(segments) - 1)) if segments[page + 1].year)
            page = next(pages, 0)
            if page and segments[page].text.isdecimal():
                yield from _all(range(at, page), _ONLY_VENUE)


def _venues_first(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """What is first as `[ICE'26]` or `ICE 2026:` is a venue."""
    if len(segments) < _FEW:
        return
    first, second, third = segments[:_FEW]
    dated = second.year and not second.before and third.before == ":" and _is_acronym(first.text)
    bracketed = first.before.endswith("[") and second.before.startswith("]") and _ACRONYM.fullmatch(first.text)
    if bracketed or dated:
        yield 0, _ONLY_VENUE


def _is_acronym(text: str) -> bool:
    """Whether a text is one word with several capitals, as `ICE` or `LakeConf`."""
    return " " not in text and sum(map(str.isupper, text)) > 1


_FEW = 3


def _quoted(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """What is quoted after a colon begins the title; after people and a title that is quoted, no more people come."""
    first = next((at for at, segment in enumerate(segments) if "q" in segment.look), 0)
    stop = next((at for at in range(first, len(segments)) if "q" not in segments[at].look), len(segments))
    if not first or (stop < len(segments) and not set(segments[stop].before) & set("(,.")):
        return
    if segments[first].before.endswith(":“"):
        yield from _all(range(first), _ONLY_VENUE if first == 1 and _is_acronym(segments[0].text) else "T")
    if len(segments[:first]) > 1 and all(map(may_be_person, segments[:first])):
        for at in range(stop, len(segments)):
            if segments[at].bracketed or segments[at].text.lower() in _WITH:
                return
            yield at, _ONLY_VENUE if at == stop and _is_acronym(segments[at].text) else _NO_PERSON


def _square(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """What is first in square brackets, with the word for `in` after it, is the title: `[Ice]. In: *Lakes*`."""
    if segments and segments[0].before.endswith("["):
        stop = next((at for at, segment in enumerate(segments) if not segment.bracketed), len(segments))
        if stop < len(segments) and segments[stop].text.lower() in IN:
            yield from _all(range(stop), _ONLY_TITLE)


def _ended_people(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """After the initials that end a list of names a title begins, as in `Moss, A. Maps, mills` and `Moss A. Vitamin D`.

    So it does where small letters follow a comma after a few words with capitals.
    """
    for at in range(1, len(segments)):
        segment, before = segments[at], segments[at - 1]
        if not segment.before.endswith(".") or segment.look != before.look:
            continue
        following = segments[at + 1] if at + 1 < len(segments) else segment
        is_turned = segment.before == "." and _is_turned(segments, at)
        is_bare = before.before[:1] in (",", "&", ";") and _BARE_NAME.fullmatch(before.text)
        is_last = is_bare or (is_turned and (at > 2 or segment.after[:1] not in (",", "&")))
        goes_on = _INITIALS.fullmatch(following.text) or _SUFFIX.fullmatch(segment.text)
        is_titled = following.before == "," and _SMALL.match(following.text)
        begins = is_turned or not before.before or not _INITIALS.fullmatch(before.text)
        if (is_last and not goes_on) or (is_titled and begins):
            yield at, "BI"
    yield from ((at, "BI") for at in range(_begun_title(segments)))


def _begun_title(segments: Sequence[Segment]) -> int:
    """How many words begin an entry that goes on in small letters, as in `Ferries, Trade, and the Price of Salt`."""
    for at, segment in enumerate(segments):
        is_plain = segment.look == segments[0].look and segment.line == segments[0].line
        if at and (segment.before != "," or not is_plain):
            return 0
        if at and _SMALL.match(segment.text) and (at == 1 or PROSE.search(segment.text)):
            return at
        if " " in segment.text and not _BARE_NAME.fullmatch(segment.text):
            return 0
    return 0


def _one_named(_: Visible, segments: Sequence[Segment]) -> _Barred:
    """Who has but one name among names that are turned, as in `Moss, A., Suhartono, & Reed, B.`, is a person."""
    turned = [
        at for at in range(1, len(segments)) if segments[at].before == "," and _INITIALS.fullmatch(segments[at].text)
    ]
    for at in range(len(segments) - 1 if turned else 0):
        segment, following = segments[at : at + 2]
        if " " in segment.text or at + 1 in turned or not is_like_name(segment) or _INITIALS.fullmatch(segment.text):
            continue
        goes_on = at + 2 in turned and following.before in (",", ",&", "&", ";", ";&") and is_like_name(following)
        ends = "&" in segment.before and following.before[:1] in ("(", ":", ".")
        if (goes_on and "&" in following.before) if not at else (goes_on or ends) and at - 1 in turned:
            yield at, _ONLY_PEOPLE + "I"


def _is_turned(segments: Sequence[Segment], at: int) -> bool:
    """Whether initials before a segment end a name that is turned, as the first of the entry is."""
    if at < 2 or segments[at - 1].before != "," or not _INITIALS.fullmatch(segments[at - 1].text):
        return False
    listed = at == 2 or any(sign in segments[at - 2].before for sign in ",;&")
    return listed and _INITIALS.fullmatch(segments[1].text) is not None


RULES: tuple[tuple[Sequence[str], Callable[[Visible, Sequence[Segment]], _Barred]], ...] = (
    ((". ", ", "), _ended_people),
    (("., ", ". & ", "., & ", ".; ", " and ", " & "), _one_named),
    (("with ", "mit ", "avec ", "con ", "com "), _with),
    ((" / ",), _slashed),
    (("reviewed", "translat", "presented", "featured", "printed", "listed", "award", "winner", "reviews", "cover"),
     _told),
    (("(",), _books_first),
    (("review", "rezension", "compte rendu", "reseña"), _reviews),
    (("arxiv", "pmid", "pmcid", " mr", "zbl", "isbn", "issn", "ssrn", "hal-", "impact", " if:", " if ", "£", "$", "€",
      " eur", " pp", " pages", " s."), _identifiers),
    (("lecture notes", "lnc", "lna", "lnb", "lni", "lipics", "ccis", "aisc", "pmlr", "ceur"), _book_series),
    ((" paper", " report", " note"), _series),
    (("[data", "[research", "[soft", "[computer", "[code", "[p", "[video", "[film", "[map"), _media),
    (("phys.", "math.", "chem.", "appl.", "sci.", "proc.", "trans.", "rev.", "lett.", "biol.", "soc."), _shortened),
    ((" l.",), _law_reviews),
    (("[", ":"), _venues_first),
    (("“", '"', "«", "„", "‘"), _quoted),
    (("[",), _square),
)  # fmt: skip
"""Rules with their signs, as `barred.py` has them."""
