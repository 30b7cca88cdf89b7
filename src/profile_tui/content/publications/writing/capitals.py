"""Which words of the titles of a list have capitals, and a title with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.text.pattern import lazily

_SMALL = frozenset("a an and as at but by for from in into nor of on or over the to under upon via vs with".split())
"""Words that have no capital in the middle of a title that has."""
_WORD = lazily(r"(?<!\w)[^\W\d_][\w’'-]*")
NO_WORDS = lazily(
    r"(?P<ticks>`+).+?(?P=ticks)|\$\$.+?\$\$|\$[^$\s](?:[^$]*[^$\s])?\$|\\\(.+?\\\)|\\\[.+?\\\]|\\[^\W\d_]+|</?\w[^<>]*>"
    r"|&#?\w+;|\{\{.*?\}\}|\{%.*?%\}|\]\([^()\s]*\)|\b\w+://\S+"
)
"""What in a title are letters of no word: code, formulas and their commands, tags, entities, Liquid, addresses."""


_FOREIGN = frozenset(
    "aux dans des du et les pour sur une der das den dem und für eine einer von zur del las los por para una della "
    "delle dei nel sul dos das uma het een voor".split()
)
"""Small words of languages whose titles have capitals at the beginning only."""
_ROMANCE = frozenset("de la le el il les".split())
"""Words of those that are in English titles, too, as in `de novo`, but one alone."""
_INITIAL_BEFORE = lazily(r"(?<!\w)[A-Z]\. $")
_LAST_LATIN = "\u024f"


_MOST, EVERY = "most", "every"
_TOLERATED, _SHORT_WORD = 12, 4
"""Of so many words one may be small, and no longer, where the others have capitals, as `be` and `than`."""
_AFTER_WORD = lazily(r"(?<=\w )[^\W\d_]+")


def capitals_of(titles: Sequence[str]) -> str:
    """Return which words of titles have capitals: most, every one, or none in particular."""
    words = [[word for word in _WORD.findall(title) if word.lower() not in _SMALL] for title in titles]
    long = [each for each in words if len(each) > 1]
    told = [word for each in long for word in each if word[0].isascii()]
    small = [word for word in told if not word[0].isupper()]
    if (
        len(long) < 3
        or not told
        or len(small) * _TOLERATED > len(told)
        or any(len(word) > _SHORT_WORD for word in small)
    ):
        return ""
    return EVERY if small_have_capitals(titles) else _MOST


def small_have_capitals(texts: Sequence[str]) -> bool:
    """Return whether the small words in the middle of texts have capitals; an `A` may be a part, as in `Bog Rev. A`."""
    small = [word for text in texts for word in _AFTER_WORD.findall(text) if word != "A" and word.lower() in _SMALL]
    return len(small) > 1 and all(word.istitle() for word in small)


def with_capitals(title: str, *, small: bool) -> str:
    """Return a title with capitals; words that have one anywhere stay, and those in languages without such capitals."""
    words = title.lower().split()
    if not _FOREIGN.isdisjoint(words) or sum(word in _ROMANCE for word in words) > 1:
        return title

    kept = [match.span() for match in NO_WORDS.finditer(title)]

    def capital(word: re.Match[str]) -> str:
        if any(start <= word.start() < end for start, end in kept):
            return word[0]
        if _INITIAL_BEFORE.search(title, 0, word.start()):
            return word[0]  # `E. coli`
        begins = not word.start() or title[: word.start()].rstrip()[-1:] in (":", ".", "?", "!", "—", "–")
        if not word[0].islower() or word[0][0] > _LAST_LATIN or "_" in word[0]:
            return word[0]
        if word[0] in _SMALL and not begins and not small:
            return word[0]
        return word[0][0].upper() + word[0][1:]

    return _WORD.sub(capital, title)
