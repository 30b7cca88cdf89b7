"""What headings say in any language: the kind that they announce, and what a new one is called.

`headings.txt` holds the words. English has patterns of its own, with the kinds; so a page in English asks here only for
headings that these do not know, and of the table only those lines are read that share a word with the heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

_CHOICE = lazily(r"\(([^()]*)\)")
_BREAK = lazily(r"[\s!-&(-,./:-@\[-`{-~\u2010-\u2015\u2018-\u206f\u3000-\u303f«»¿¡·・：，]+")
_ACCENT = lazily(r"[\u0300-\u036f]")
_LINE = lazily(r"^( )\w+: !?(.)", re.M)
_STEM = 4
"""A line of the table is read where so many first letters of a word are in it."""


_ENGLISH_TOO = frozenset(
    ("conferences", "curriculum vitae", "distinctions", "expertise", "formation", "patents", "seminar", "supervision",
     "tutorial")
)  # fmt: skip
"""Headings, folded, that other languages have as well as English."""
_SMALL_WORDS = {
    tag: words.split()
    for tag, words in {
        "en": "the of and in to is for with at on my i",
        "fr": "le la les des et du une dans pour je en sur",
        "es": "el los las de y en del una para por con la",
        "pt": "o os as de e em do da um uma para na",
        "it": "il la di e in del della per con un sono che",
        "de": "der die das und in von mit ich für zu an den",
        "nl": "de het en van in een is voor met op te ik",
        "ca": "el la els de i en del una per amb les al",
        "id": "yang dan di dari untuk pada dengan saya ini dalam ke adalah",
    }.items()
}
_FEW = 4
_ENOUGH = 1 << 14
"""How much of a text is asked for its language."""


class Meaning(NamedTuple):
    """A phrase that a heading holds, and what it says in one language."""

    phrase: str
    kind: str
    tag: str


@lru_cache(maxsize=1 << 9)
def meanings(heading: str) -> tuple[Meaning, ...]:
    """Return the phrases of the table that a heading holds."""
    words = [word for word in _BREAK.split(_folded(heading)) if word]
    padded = f" {' '.join(words)} "
    return tuple(
        Meaning(phrase.strip("!* "), kind, tag)
        for kind, tag, phrases in _sharing(words, _lower() if heading.isascii() else _low())
        for phrase in _phrases(phrases)
        if _holds(padded, phrase)
    )


def _sharing(words: Sequence[str], table: str) -> Iterator[tuple[str, str, str]]:
    """Yield kind, language and phrases of the lines in which a word begins like one of these.

    `table` is in lower case, or folded where the heading is not ASCII: pages in English need not wait until it is.
    """
    lines: set[int] = set()
    longer = [word for word in words if len(word) >= _STEM] or words
    for start in {before + word[:_STEM] for word in longer for before in " (|!"}:
        at = table.find(start)
        while at >= 0:
            lines.add(table.rfind("\n", 0, at) + 1)
            at = table.find(start, table.find("\n", at))
    if any(_unspaced(letter) for word in words for letter in word):
        lines.update(match.start(1) for match in _LINE.finditer(table) if _unspaced(match[2]))
    for line in sorted(lines):
        if table[line] == " ":
            kind, _, phrases = table[line : table.index("\n", line)].strip().partition(": ")
            block = table.rfind("\n\n", 0, line) + 2
            yield kind, table[block : table.index("\n", block)], phrases


def _holds(heading: str, phrase: str) -> bool:
    """Return whether a heading holds a phrase; its words are parted by blanks, and begin and end with one."""
    if phrase[0] == "!":
        return heading == f" {phrase[1:]} "
    if phrase[-1] == "*":
        return f" {phrase[:-1]}" in heading
    if _unspaced(phrase[0]):
        return phrase.replace(" ", "") in heading.replace(" ", "")
    return f" {phrase} " in heading


def _unspaced(character: str) -> bool:
    """Return whether a letter is of a script without blanks between words, or one that glues them, as Korean does."""
    return character > "\u0dff" and character.isalpha() and not "\u10a0" <= character <= "\u10ff"


def announced(heading: str) -> set[str]:
    """Return the kinds that a heading announces; `text` alone where it is known to announce none.

    A phrase that is part of a longer one does not count: so centres of interest are hobbies, and not interests.
    """
    announced_meanings = [meaning for meaning in meanings(heading) if meaning.kind not in ("now", "until")]
    whole = [
        meaning
        for meaning in announced_meanings
        if not any(meaning.phrase in other.phrase != meaning.phrase for other in announced_meanings)
    ]
    meant = {meaning.kind for meaning in whole}
    return meant - {"text"} or meant


def spoken(headings: Iterable[str], declared: str = "", text: str = "") -> str:
    """Return the language that most headings are in.

    Where several are likely, it is the declared one, or the one whose months a text names, or the first of the table.
    Words that English has, too, only count for the language of the text.
    """
    votes: Counter[str] = Counter()
    written = language_of(text)
    for heading in headings:
        tags = {meaning.tag for meaning in meanings(heading)}
        shared = written and _folded(heading).strip() in _ENGLISH_TOO
        votes.update(tags & {written} if shared else tags)
    if written == "en" and votes["en"] == max(votes.values(), default=0):
        return matching(declared, _titles()) or "en"
    most = max(votes.values(), default=0)
    best = [tag for tag in _titles() if most and votes[tag.lower()] == most]
    if own := matching(declared, best):
        return own
    if len(best) > 1 and text:
        from profile_tui.content.languages.months import months_in

        return max(best, key=lambda tag: months_in(text, tag))
    return "".join(best[:1])


def language_of(text: str, few: int = _FEW) -> str:
    """Return the language of whose small words a text has most, of English and its neighbours; empty where few.

    Args:
        text: The text.
        few: How many tell nothing.
    """
    words = Counter(re.findall(r"[^\W\d_]+", text[:_ENOUGH].lower()))
    counts = {tag: sum(words[word] for word in small) for tag, small in _SMALL_WORDS.items()}
    most = max(counts, key=lambda tag: counts[tag])
    return most if counts[most] > few else ""


def matching(language: str, tags: Iterable[str]) -> str:
    """Return the one of some tags that a page's language means, as `zh-Hant` for `zh-TW`; empty where none does."""
    wanted = language.replace("_", "-").lower()
    wanted = {"zh-tw": "zh-hant", "zh-hk": "zh-hant", "zh-mo": "zh-hant", "no": "nb"}.get(wanted, wanted)
    known = {tag.lower(): tag for tag in tags}
    while wanted and wanted not in known:
        wanted = wanted.rpartition("-")[0]
    return known.get(wanted, "")


def title(kind: str, language: str) -> str | None:
    """Return the heading of a new section of a kind; None for a language that is not known."""
    return _titles().get(matching(language, _titles()), {}).get(kind)


@cache
def range_words(which: str) -> re.Pattern[str]:
    """Return what ends a range of dates that goes on (`now`), or joins its dates (`until`), in any language."""
    lines = re.findall(rf"^ {which}: (.*)$", _table(), re.M)
    phrases = {re.escape(phrase) for line in lines for phrase in line.split("; ")}
    return re.compile(rf"(?:{'|'.join(sorted(phrases, key=len, reverse=True))})(?!\w)", re.I)


def _folded(text: str) -> str:
    """Return a text without what case, accents and apostrophes tell; composed letters are taken apart."""
    low = text.casefold().replace("ı", "i").replace("’", "'")
    if low.isascii():
        return low
    from unicodedata import normalize

    return _ACCENT.sub("", normalize("NFD", low))


@cache
def _table() -> str:
    """Return the table."""
    return Path(__file__).with_name("headings.txt").read_text("utf-8")


@cache
def _lower() -> str:
    """Return the table in lower case."""
    return _table().lower()


@cache
def _low() -> str:
    """Return the table, folded."""
    return _folded(_table())


@cache
def _titles() -> dict[str, dict[str, str]]:
    """Return the first phrase of each kind, as it is written, by language in the table's order."""
    blocks = [block.splitlines() for block in _table().split("\n\n")[1:]]
    rows = {block[0]: [line.strip().partition(": ") for line in block[1:]] for block in blocks}
    return {tag: {kind: phrases.split("; ")[0] for kind, _, phrases in lines} for tag, lines in rows.items()}


@lru_cache(maxsize=1 << 10)
def _phrases(line: str) -> list[str]:
    """Return the phrases of a line, words parted by blanks; with the marks for the whole heading and for stems."""
    return [
        ("!" if phrase[0] == "!" else "")
        + " ".join(_BREAK.split(phrase.strip("!*")))
        + ("*" if phrase[-1] == "*" else "")
        for written in _folded(line).split("; ")
        for phrase in _choices(written)
    ]


def _choices(phrase: str) -> list[str]:
    """Return the phrases that `(a|b) c` stands for."""
    choice = _CHOICE.search(phrase) if "(" in phrase else None
    if choice is None:
        return [phrase]
    start, end = choice.span()
    return [variant for word in choice[1].split("|") for variant in _choices(phrase[:start] + word + phrase[end:])]
