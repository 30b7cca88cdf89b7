"""Whether two publications are one and the same paper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from profile_tui.content.entries.entry import Values, authors_in, links_in, text_in, year_in
from profile_tui.text.pattern import lazily

_DOI = lazily(r"\b(10\.\d{4,9}/[^\s?#\"<>]+)", re.I)
_ARXIV = lazily(r"arxiv(?:\.org/(?:abs|pdf|html)/|[:.])\s?((?:\d{4}\.\d{4,5})|[a-z-]+(?:\.[a-z]{2})?/\d{7})", re.I)
_NO_WORD = lazily(r"[\W_]+")
_NEAR = 2
"""The years that may lie between a preprint and its publication."""
_SMALL = frozenset("a an and at by for from in of on or the to via with der die das und le la les et".split())
"""Words that come and go between the versions of a title."""
_LONG = 5
"""Letters from which on two words may be spellings of one."""
_MOST_OTHER = 1 / 3
"""The share of a title's words that may be other spellings of the other's."""

_TELLING = 3
"""Words of a title that is hardly another paper's, too."""
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
"""Letters that are no others with an accent, as they are written without it."""
_COMMAND = lazily(r"\\([a-z]+)", re.I)
_ADDED = lazily(r"(?<=\w)\++(?!\w)")
"""What tells the next of a series from the one before, as in `LampNet++`."""
_AMERICAN = (("our", "or"), ("ll", "l"), ("ise", "ize"), ("isa", "iza"), ("ysi", "yzi"), ("ogue", "og"), ("tre", "ter"))
"""Spellings of two countries."""
_UMLAUT = lazily(r"(?<=[aou])e(?!$)")
_INITIALS = 3
"""Letters of initials without stops at most."""
_SUFFIXES = frozenset("jr sr ii iii iv phd".split())

_T = TypeVar("_T")


def same_paper(first: Values, second: Values) -> bool:
    """Whether two publications share a DOI or an arXiv number, or nearly the title, an author and about the year."""
    if _numbers(first) & _numbers(second):
        return True
    years = [year for values in (first, second) if (year := year_in(values)) is not None]
    if len(years) == 2 and abs(years[0] - years[1]) > _NEAR:
        return False
    titles = text_in(first, "title"), text_in(second, "title")
    if not near_title(*titles) or _are_two_of_one_name(first, second):
        return False
    mine, theirs = _last_names(first), _last_names(second)
    if mine and theirs and any(map(str.isascii, mine)) == any(map(str.isascii, theirs)):
        return bool(mine & theirs)
    return _folded(titles[0]) == _folded(titles[1])


def _are_two_of_one_name(first: Values, second: Values) -> bool:
    """Whether two publications with a title such as `Preface` have each a DOI of its own."""
    dois = [{number for number in _numbers(values) if number.startswith("doi:")} for values in (first, second)]
    return all(dois) and len(_words(text_in(first, "title"))) < _TELLING


def marks(values: Values) -> frozenset[str]:
    """Return what a publication is known again by at once: its DOI, its arXiv number, and its title in bare letters."""
    title = _folded(text_in(values, "title"))
    return _numbers(values) | ({f"title:{title}"} if title else frozenset())


def clues(values: Values) -> frozenset[str]:
    """Return what two publications must share one of to be the same paper, so that few need be compared.

    Of the words of a title these are so many, in one order for all, that two titles which share half of them share
    one of these.
    """
    words = sorted({*_words(text_in(values, "title"))}, key=lambda word: (-len(word), word))
    return marks(values) | {f"word:{word}" for word in words[: len(words) - len(words) // 2 + 1]}


def near_title(first: str, second: str) -> bool:
    """Whether two titles are the same but for small words, spelling, punctuation, case and accents.

    Numbers and single letters must be the same: Part I is not Part II.
    """
    if not first or not second:
        return False
    if (mine := _folded(first)) == (theirs := _folded(second)):
        return bool(mine)
    if abs(len(mine) - len(theirs)) > max(4, min(len(mine), len(theirs)) // 5):
        return False
    words, others = _words(first), _words(second)
    if words == others and len(words) > 1:
        return True
    shorter = min(len(words), len(others))
    if shorter < 3 or abs(len(words) - len(others)) > 1 or 2 * len({*words} & {*others}) < shorter:
        return False
    return _differ_in_spelling(words, others)


def _differ_in_spelling(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two titles are the same but for the spelling of a few words."""
    from difflib import SequenceMatcher

    different = 0
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        mine, theirs = "".join(words[i1:i2]), "".join(others[j1:j2])
        if mine != theirs:  # else one has a hyphen where the other has none
            if not _is_spelling(mine, theirs):
                return False
            different += 1
    return different <= max(1, int(_MOST_OTHER * min(len(words), len(others))))


def _is_spelling(first: str, second: str) -> bool:
    """Whether two words are one in two spellings, as of two countries, or in singular and plural, or mistyped."""
    short, long = sorted((first, second), key=len)
    if long == f"{short}s" and len(short) > 2:
        return True
    if len(short) < _LONG or not (first.isalpha() and second.isalpha()) or first[0] != second[0]:
        return False
    allowed = 2 if len(short) > 7 else 1
    return len(long) - len(short) <= allowed and _distance(first, second, allowed) <= allowed


def _distance(first: Sequence[_T], second: Sequence[_T], most: int) -> int:
    """The letters that are to be changed, added or left out to make one word of another; of more than `most`, more."""
    before = list(range(len(second) + 1))
    for at, letter in enumerate(first, 1):
        row = [at]
        for to, its in enumerate(second, 1):
            row.append(min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != its)))
        if min(row) > most:
            return most + 1
        before = row
    return before[-1]


def _numbers(values: Values) -> frozenset[str]:
    """The DOIs and arXiv numbers that a publication's links and venue name, without versions."""
    texts = [link.url for link in links_in(values)]
    texts.append(text_in(values, "venue"))
    return frozenset().union(*map(_numbers_in, texts))


@lru_cache(maxsize=8192)
def _numbers_in(text: str) -> frozenset[str]:
    """The DOIs and arXiv numbers in a text; of an address, also where it is quoted."""
    if "%" in text:
        from urllib.parse import unquote

        text = unquote(text)
    numbers = [("arxiv", match[1]) for match in _ARXIV.finditer(text)]
    numbers += [("doi", match[1].rstrip(".,;)")) for match in _DOI.finditer(text)]
    return frozenset(f"{kind}:{number.casefold()}" for kind, number in numbers)


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    """A title for comparing: without case, accents, punctuation and maths signs."""
    return _NO_WORD.sub("", _plain(text))


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    """The words of a title that say something."""
    written = _NO_WORD.split(_plain(text.replace("&", " and ")))
    return tuple(_american(word) for word in written if word and word not in _SMALL)


def _american(word: str) -> str:
    """A word in one of its spellings."""
    for other, ours in _AMERICAN:
        word = word.replace(other, ours)
    return word


def _plain(text: str) -> str:
    """A text without case, accents and commands, those of Greek letters as the letters."""
    if "\\" in text:
        text = _COMMAND.sub(_letter, text)
    text = _ADDED.sub("plus", text)
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.casefold().translate(_LETTERS)


def _letter(command: re.Match[str]) -> str:
    """The Greek letter that a command is; nothing for others."""
    try:
        return unicodedata.lookup(" ".join(("GREEK", "SMALL", "LETTER", command[1])))
    except KeyError:
        return ""


def _last_names(values: Values) -> frozenset[str]:
    """The last words of the authors' names, umlauts in either spelling; of `Moss, F.` and `Moss FA` the first."""
    people = [author.name for author in authors_in(values)]
    return frozenset().union(*map(_last_name, people))


@lru_cache(maxsize=8192)
def _last_name(name: str) -> frozenset[str]:
    """The last word of a name before its suffix, and the first where what is last may be initials."""
    written = name.split(",")[0].split()
    words = [word for word in map(_folded, written) if word]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    if not words:
        return frozenset()
    initials = len(words[-1]) == 1 or (len(words[-1]) <= _INITIALS and written[-1].isupper())
    last = {words[0]} if len(words[-1]) == 1 else {words[0], words[-1]} if initials else {words[-1]}
    return frozenset(_UMLAUT.sub("", word) for word in last)
