"""What words and signs beside a segment rule out, in lists as people type them: more rows for `barred.py`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.publications.cutting.form import are_initials, form_of, may_be_person
from profile_tui.content.publications.cutting.phrases import PUBLISHER, PUBLISHER_WORDS, WITH_WORDS, is_state
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.separators import IN
from profile_tui.content.publications.reading.barred_venues import SHORT
from profile_tui.content.publications.reading.signs import (
    ITALIC,
    NO_FIELD,
    ONLY_PEOPLE,
    ONLY_TITLE,
    ONLY_VENUE,
    QUOTED,
    YEAR,
    Barred,
    Row,
)
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_NO_PERSON = "BI"
WITH = frozenset((
    *"with mit avec con com".split(), "joint with", "jointly with", "joint work with", "in collaboration with",
    "zusammen mit", "gemeinsam mit", "en collaboration avec", "junto con",
))  # fmt: skip
_TOLD = lazily(
    r"(?:reviewed|translated|presented|featured|reprinted|short-?listed|awarded|winner|reviews|"
    r"(?:media|press) coverage|(?P<label>media|press|coverage)$|"
    r"[\w-]+ translations?|(?:full|journal|extended|earlier) version|invited to|covered by|"
    r"(?:advis|supervis)ors?|(?P<by>supervised|advised) by)(?:\b|$)",
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
_IDENTIFIERS = frozenset("ar pm mr zb is ss ha do if im".split())
"""How those begin that begin with a word."""
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
_MEDIUM = lazily(
    r"(?:research |computer )?(?:data ?sets?|software|code|preprint|poster|video|podcast|film|map)|"
    r"(?:conference|symposium|oral|poster|paper|keynote) (?:paper|presentation|session|poster|address|abstract)|"
    r"(?:unpublished )?manuscript|apresentação de \w+|comunicación|ponencia",
    re.I,
)
_COUNTED = lazily(r"\d{1,4} [A-Z]")
_PLAIN_WORD = lazily(r"(?<!\S)[a-zß-ÿ]{4}")
"""The beginning of a word in small letters, as titles have them."""
_TALK = lazily(r"(?:invited |plenary |keynote )?(?:talk|lecture|address|keynote|panel|poster|seminar|tutorial)", re.I)
_THESIS = lazily(r"\b(?:thesis|dissertation|habilitation(?:sschrift)?|diplomarbeit)\b", re.I)
_DEGREE = lazily(r"(?:Ph|[A-Z]|Sc|Phil|Dr|M[AS]c?)\.?(?:D\.?)?")
_FEW, _SHORTENED = 3, 4
_MANY = 8


def all_of(numbers: range, roles: str) -> Barred:
    """Return the same roles for some segments."""
    return ((number, roles) for number in numbers)


def _with(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who is named after `with` wrote the paper, too: all up to one that a word joins, else the first."""
    for at, segment in enumerate(segments):
        if not at or (segment.bracketed and " " not in segment.text) or segment.text.lower() not in WITH:
            continue
        stops: list[int] = []
        stop = at + 1
        while (end := _person(segments, stop)) and (not stops or segments[stop].before.lstrip(".") in (",", "&", ",&")):
            stops.append(end)
            stop = end
        joined = [stop for stop in stops[1:] if "&" in _begins(segments, stop).before]
        if stops:
            yield at, NO_FIELD
            stop = joined[-1] if joined else stops[0]
            yield from all_of(range(at + 1, stop), ONLY_PEOPLE)
            if stop < len(segments) and (joined or segments[stop].before.startswith(".")):
                yield stop, _NO_PERSON


def _begins(segments: Sequence[Segment], stop: int) -> Segment:
    """Return the segment with which the person begins that ends before another one."""
    at = stop - 1
    while are_initials(segments[at - 1]) and segments[at].before == ".":
        at -= 1
    return segments[at]


def _person(segments: Sequence[Segment], at: int) -> int:
    """Return where a person ends that begins with a segment: initials and a surname, or two words; 0 for others."""
    if at + 1 < len(segments) and are_initials(segments[at]) and segments[at + 1].before == ".":
        return at + 2 if may_be_person(segments[at + 1]) else 0
    return at + 1 if at < len(segments) and " " in segments[at].text and may_be_person(segments[at]) else 0


def _slashed(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who is first, and parted by a slash, or by a colon from what is set off, is a person: `A. Moss / B. Reed: T`."""
    if not any(each.before.endswith("/") or (each.before == ":" and each.look) for each in segments[:_MANY]):
        return
    stop = 0
    while end := _person(segments, stop):
        stop = end
        if stop == len(segments) or segments[stop].before.strip("*†‡#") not in ("/", ",", "&", ",&", ""):
            break
    if not 1 < stop < len(segments) or segments[stop].before[:1] not in (":", "("):
        return
    look = segments[stop].look
    is_set_off = segments[stop].before == ":" and look != segments[stop - 1].look and set(look) & set("biql")
    if is_set_off or any(segment.before.endswith("/") for segment in segments[1:stop]):
        yield from all_of(range(stop), ONLY_PEOPLE)
        yield from ((at, "I") for at in range(stop) if segments[at].before.endswith("/"))


def _after_slash(shown: Visible, segments: Sequence[Segment]) -> Barred:
    """No name goes on in initials after a slash."""
    slashed = (at for at in range(1, len(segments)) if segments[at].before.endswith("/") and are_initials(segments[at]))
    return ((at, "I") for at in slashed if "/" in shown.text[segments[at - 1].end : segments[at].start])


def _told(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is told of a publication after its year or its state, or in a list below it, is no field of it."""
    if start := told_from(segments):
        line = segments[start].line
        yield from ((at, NO_FIELD) for at in range(start, len(segments)) if segments[at].line == line)


def told_from(segments: Sequence[Segment]) -> int:
    """Return the segment from which on a line tells of a publication; 0 where none does."""
    is_over = False
    for at, segment in enumerate(segments):
        below = segment.before[-1:] == "^" and segment.line
        stops = below or "." in segment.before or (at and not segment.before and segments[at - 1].look == "i")
        begins = below or (is_over and (stops or "," in segment.before))
        told = _TOLD.match(segment.text) if at and begins else None
        if told and (stops or told["by"]) and (not told["label"] or segment.after[:1] == ":"):
            return at
        is_over = is_over or segment.year or is_state(segment.text)
    return 0


def _books_first(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in italics, with a publisher and a year in brackets after it and nothing else, is the title."""
    if not segments or segments[0].look != "i":
        return
    first = next((at for at, segment in enumerate(segments) if segment.look != "i"), 0)
    stop = next((at for at in range(first, len(segments)) if not segments[at].bracketed), len(segments))
    is_last = stop == (told_from(segments) or len(segments))
    if is_last and 0 < first < stop - 1 and segments[stop - 1].year and segments[first].text[0].isalpha():
        yield from all_of(range(first), ONLY_TITLE)
        if first == stop - 2 or not any(segment.look for segment in segments[first:stop]):  # the owner among others is
            yield from all_of(range(first, stop - 1), "TBI")


def _reviews(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Whose book is reviewed is no author of the review."""
    if not segments or not _REVIEW.match(segments[0].text):
        return
    by = next((at for at, segment in enumerate(segments) if segment.text.lower() in _BY), len(segments))
    for at in range(by + 1, len(segments)):
        if not may_be_person(segments[at]) or segments[at].look:
            return
        yield at, NO_FIELD


def _identifiers(_: Visible, segments: Sequence[Segment]) -> Barred:
    """An identifier, a price or a number of pages after the year is the publication's own, and not the venue's."""
    dated = [segment.year for segment in segments].index(True)  # a year is its sign
    for at in range(dated, len(segments)):
        text = segments[at].text
        may_be = text[:2].lower() in _IDENTIFIERS if text[0].isalpha() else not text[-1].isdecimal() or text[0] in "£$€"
        if may_be and _IDENTIFIES.fullmatch(text):
            yield at, NO_FIELD
            if segments[at].before.endswith("&"):  # `xii + 240 pp.`
                yield at - 1, NO_FIELD


def _series(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A series of papers with a number, as `Fen Working Paper No. 7`, is the venue where nothing is set off later."""
    for at in range(1, len(segments) - 1):
        segment, number = segments[at : at + 2]
        counted = number.text.lstrip("#")[:1].isdigit() and number.before in ("", ".")
        if number.year and not any(other.year for other in segments[at + 2 :]):
            continue
        is_series = counted and not segment.bracketed and _SERIES.search(segment.text)
        if is_series and not any(set(other.look) & set("iq") for other in segments[at:]):
            yield from all_of(range(at, at + 2), ONLY_VENUE)


def _book_series(_: Visible, segments: Sequence[Segment]) -> Barred:
    """The series of the proceedings that a venue is, as `LNCS`, and what is after its number, are no part of it."""
    for at in range(1, len(segments)):
        if _BOOK_SERIES.fullmatch(segments[at].text):
            if any(each.year or each.text.lower() in IN or form_of(each).venue for each in segments[1:at]):
                yield at, NO_FIELD
                publishers = (each for each in range(at + 1, len(segments)) if segments[each].before[-1:] == ".")
                yield from ((each, NO_FIELD) for each in publishers if segments[each].text[0].isupper())
            return


def _published(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Who published the book that a chapter is in, and that is set off, is no part of its name."""
    led = next((at for at, segment in enumerate(segments) if segment.text.lower() in IN), len(segments))
    for at in range(led + 2, len(segments)):
        book, publisher = segments[at - 1 : at + 1]
        is_beside = set(book.look) & set("iq") and not publisher.look and publisher.before in (",", ".", "")
        if is_beside and not publisher.year and PUBLISHER.search(publisher.text):
            yield at, NO_FIELD


def _theses(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is called a thesis, as `Ph.D. thesis`, is nobody."""
    for at, segment in enumerate(segments):
        if _THESIS.search(segment.text):
            start = at
            while start and _DEGREE.fullmatch(segments[start - 1].text) and segments[start - 1].text[0] not in "IVX":
                start -= 1
            leads_on = start < at and 0 < at + 1 < len(segments) and segments[at + 1].before == ","
            is_venue = leads_on and not segments[at + 1].year and segments[start].text.startswith("Ph")
            yield from all_of(range(start, at + 1), "TBIO" if is_venue else "TBI" if start < at else "BI")


def _acronyms(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A word with capitals that a year follows, as `ICE 2026`, is a venue where words are before it.

    So is one after names in full that a comma parts from its year: `Ada Moss, Bo In. LakeConf, 2026`.
    """
    for at in range(2, len(segments)):
        name, year = segments[at - 1], segments[at]
        if year.before not in ("", ",") or name.look or not (year.year or year.text[0].isdecimal()):
            continue
        dated = year.year or (year.text.isdecimal() and at + 1 < len(segments) and segments[at + 1].year)
        beside = (
            name.before == "," if not year.before else year.before == "," and year.year and _ends_list(segments, at - 1)
        )
        is_venue = dated and beside and is_acronym(name.text)
        if is_venue and not (year.year and all(map(may_be_person, segments[: at - 1]))):
            yield at - 1, ONLY_VENUE


def _ends_list(segments: Sequence[Segment], at: int) -> bool:
    """Whether a segment is after a stop that ends a list of names in full."""
    before = segments[at - 1]
    return segments[at].before == "." and not before.look and " " in before.text and may_be_person(before)


def _talks(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What was given, as `Invited talk`, is no title, and where it was given, which a comma parts, is a venue."""
    for at, segment in enumerate(segments):
        if at and _TALK.fullmatch(segment.text):
            yield at, "TBI"
            if at + 1 < len(segments) and segments[at + 1].before == "," and not segments[at + 1].look:
                yield at + 1, ONLY_VENUE


def _media(_: Visible, segments: Sequence[Segment]) -> Barred:
    """`[Data set]` is no field, and what follows it is where that is kept."""
    for at, segment in enumerate(segments):
        if at and segment.before.endswith("[") and not segment.look and _MEDIUM.fullmatch(segment.text):
            yield at, NO_FIELD
            if segment.before == "[":
                yield at - 1, ONLY_TITLE
            following = segments[at + 1] if at + 1 < len(segments) else None
            if following and following.before == "]." and not following.year and "http" not in following.text:
                yield at + 1, ONLY_VENUE


def _shortened(_: Visible, segments: Sequence[Segment]) -> Barred:
    """Words of a journal that stops shorten, as in `Lake Phys. Lett. 4`, are no title and name nobody."""
    for at in range(1, len(segments) - 1):
        segment, following = segments[at : at + 2]
        word, goes_on = segment.text.lower().rpartition(" ")[2], following.text.lower().partition(" ")[0].strip(".")
        are_short = following.before == "." and len(word) > 1 and word in SHORT and not _PLAIN_WORD.search(segment.text)
        if are_short and (goes_on in SHORT or goes_on.isdecimal()):
            yield at, "TBI"
            if not following.text[0].isdigit():
                yield at + 1, "TBI"


def _law_reviews(_: Visible, segments: Sequence[Segment]) -> Barred:
    """A shortened venue between the number of its volume and a page is one: `44 Fen L. Rev. 345 (2026)`."""
    for at in range(1, len(segments)):
        if segments[at].before[-1:] == "," and _COUNTED.match(segments[at].text):
            pages = (page for page in range(at + 1, min(at + _MANY, len(segments) - 1)) if segments[page + 1].year)
            page = next(pages, 0)
            if page and segments[page].text.isdecimal():
                yield from all_of(range(at, page), ONLY_VENUE)


def is_acronym(text: str) -> bool:
    """Return whether a text is one word with several capitals, as `ICE` or `LakeConf`."""
    return " " not in text and sum(map(str.isupper, text)) > 1


def _quoted(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is quoted after a colon begins the title; after people and a title that is quoted no more people come."""
    first, stop = _quotation(segments)
    if not first < stop or not _ends(segments, stop):
        return
    if segments[first].before.endswith(":“") and segments[first - 1].text.lower() not in IN:
        yield from all_of(range(first), ONLY_VENUE if first == 1 and is_acronym(segments[0].text) else "T")
    leads = segments[0].text.partition(" ")[0].lower() in IN
    if first > 1 and not leads and all(map(may_be_person, segments[:first])):
        for at in range(stop, len(segments)):
            if segments[at].bracketed or segments[at].text.lower() in WITH:
                return
            yield at, ONLY_VENUE if at == stop and is_acronym(segments[at].text) else _NO_PERSON


def _quoted_venues(_: Visible, segments: Sequence[Segment]) -> Barred:
    """What is in italics after a quotation, or quoted itself after words and before a year, is a venue."""
    first, stop = _quotation(segments)
    if _is_quoted_venue(segments, first, stop):
        yield from all_of(range(first, stop), "TBI")
    elif stop < len(segments) and segments[stop].look == "i" and not may_be_person(segments[stop]):
        yield stop, ONLY_VENUE if _ends(segments, stop) else ""


def _quotation(segments: Sequence[Segment]) -> tuple[int, int]:
    """Return where the first quotation of an entry is."""
    first = next((at for at, segment in enumerate(segments) if "q" in segment.look), len(segments))
    return first, next((at for at in range(first, len(segments)) if "q" not in segments[at].look), len(segments))


def _ends(segments: Sequence[Segment], stop: int) -> bool:
    """Whether the sentence of a quotation that ends before a segment does not go on after it."""
    return stop == len(segments) or not {"(", ",", "."}.isdisjoint(segments[stop].before)


def _is_quoted_venue(segments: Sequence[Segment], first: int, stop: int) -> bool:
    """Whether a quotation is a venue, as its year follows at once, and words after people are before it."""
    if not 1 < first < stop < len(segments) or segments[first].before != ",“" or segments[stop].before != "”":
        return False
    title = segments[first - 1]
    return segments[stop].year and title.before == "," and not title.look and not may_be_person(title)


def _impact_factors(_: Visible, segments: Sequence[Segment]) -> Barred:
    """An impact factor in brackets after a venue, as `Fen Review (IF: 2.5)`, is no part of its name."""
    for at, segment in enumerate(segments):
        if segment.bracketed and segment.text.lower() in ("if", "jif"):
            yield at, "TBIV"


def _italic_after_stop(_: Visible, segments: Sequence[Segment]) -> Barred:
    """No name goes on in italics after a stop, but after initials."""
    for at, (segment, following) in enumerate(pairwise(segments)):
        if following.look == "i" and following.before == "." and not segment.look and len(segment.text) > _SHORTENED:
            yield at + 1, "I"


RULES: tuple[Row, ...] = (
    ((WITH_WORDS,), _with),
    (("/ :",), _slashed),
    (("/",), _after_slash),
    (("reviewed translated presented featured reprinted listed shortlisted awarded winner reviews coverage translation "
      "translations version invited covered advisor advisors supervisor supervisors supervised advised media press",),
     _told),
    (("(", ITALIC), _books_first),
    (("review rezension compte reseña",), _reviews),
    ((YEAR, "arxiv pmid pmcid mr zbl isbn issn ssrn hal doi impact if £ $ € eur usd gbp p pp pages s"), _identifiers),
    (("lecture lncs lnai lnee lnbip lni lipics ccis aisc pmlr ceur",), _book_series),
    (("paper papers report reports note notes", "working discussion research policy technical staff occasional"),
     _series),
    (("[", "data dataset datasets software code preprint poster video podcast film map paper presentation session "
           "address abstract manuscript comunicación ponencia apresentação"), _media),
    ((".", SHORT), _shortened),
    (("talk lecture address keynote panel poster seminar tutorial",), _talks),
    (("thesis dissertation habilitation habilitationsschrift diplomarbeit",), _theses),
    ((YEAR,), _acronyms),
    (("l", "."), _law_reviews),
    ((QUOTED,), _quoted),
    ((QUOTED,), _quoted_venues),
    ((ITALIC, "."), _italic_after_stop),
    ((IN, PUBLISHER_WORDS), _published),
    (("(", ("if", "jif")), _impact_factors),
)  # fmt: skip
"""Rules with their signs, as `barred.py` has them."""
