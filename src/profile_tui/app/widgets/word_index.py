"""Finds the texts that hold what is typed: words, the beginnings and middles of words, and words typed wrongly."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from profile_tui.app.widgets.terminal_text import folded
from profile_tui.text.named_tuple import NamedTuple

_WHOLE, _BEGINNING, _WITHIN, _LETTERS, _SLIP = 1.0, 0.9, 0.6, 0.4, 0.3
"""What a word counts that is typed whole, in part, by some of its letters, or with a slip."""
_FOR_LETTERS = 3
"""The fewest letters that stand for a word which has others between them."""
_FOR_SLIP = 4
"""The fewest letters of a word in which one may be wrong."""
_SIDE_BY_SIDE = 0.5
"""What it adds that words stand side by side as typed."""
_EDGES = ".,;:!?()[]{}<>\"'“”‘’*_`"


class Match(NamedTuple):
    """A text that was found.

    Attributes:
        at: The text's index.
        score: How well it fits.
    """

    at: int
    score: float


class Found(NamedTuple):
    """What was found.

    Attributes:
        matches: The texts, the best first; those that fit alike in their order.
        words: What is to be set off in them.
    """

    matches: list[Match]
    words: list[str]


class WordIndex:
    """The words of many texts. Each is looked at once, however many texts have it."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take in texts."""
        self._texts = [folded(text) for text in texts]
        holders: dict[str, list[int]] = {}
        for index, text in enumerate(self._texts):
            for word in dict.fromkeys(text.split()):
                holders.setdefault(word.strip(_EDGES) or word, []).append(index)
        self._words = list(holders)
        self._holders = list(holders.values())
        self._joined = "\n".join(self._words)
        self._starts = _starts(self._words)

    def find(self, typed: str) -> Found:
        """Return the texts that have every typed word."""
        wanted = folded(typed).split()
        scores: dict[int, float] | None = None
        shown: list[str] = []
        for word in wanted:
            near = self._near(word)
            holds = self._texts_with(near)
            scores = (
                holds if scores is None else {at: scores[at] + score for at, score in holds.items() if at in scores}
            )
            exact = any(weight >= _WITHIN for weight in near.values())
            shown += [word] if exact else [self._words[at] for at in near]
        scores_found = scores or {}
        phrase = " ".join(wanted)
        if len(wanted) > 1:
            scores_found = {
                at: score + _SIDE_BY_SIDE * (phrase in self._texts[at]) for at, score in scores_found.items()
            }
        matches = [Match(at, score) for at, score in scores_found.items()]
        matches.sort(key=lambda match: (-match.score, match.at))
        return Found(matches, shown)

    def _texts_with(self, near: Mapping[int, float]) -> dict[int, float]:
        """Return the texts that have one of some words, with what the best of them counts."""
        weights: dict[int, float] = {}
        for at, weight in near.items():
            for index in self._holders[at]:
                if weights.get(index, 0.0) < weight:
                    weights[index] = weight
        return weights

    def _near(self, typed: str) -> dict[int, float]:
        """Return the words that a typed one stands for; letters and slips count only where nothing has it as typed."""
        typed = typed.strip(_EDGES) or typed
        weights = {at: _weight(typed, self._words[at]) for at in self._at(self._places(typed))}
        if not weights and len(typed) >= _FOR_LETTERS and typed.isalnum():
            letters = "[^\n]*?".join(map(re.escape, typed))
            most = 3 * len(typed)
            weights = {at: _LETTERS for at in self._matching(f"^{letters}") if len(self._words[at]) <= most}
        if not weights and len(typed) >= _FOR_SLIP:
            weights = dict.fromkeys(self._matching(f"^(?:{'|'.join(_slips(typed))})"), _SLIP)
        return weights

    def _places(self, typed: str) -> Iterator[int]:
        """Yield where a typed word is in the joined words."""
        at = self._joined.find(typed)
        while at >= 0:
            yield at
            at = self._joined.find(typed, at + 1)

    def _matching(self, pattern: str) -> dict[int, None]:
        """Return the words that a pattern matches."""
        return self._at(match.start() for match in re.finditer(pattern, self._joined, re.MULTILINE))

    def _at(self, places: Iterator[int]) -> dict[int, None]:
        """Return the words at some places of the joined words."""
        return dict.fromkeys(bisect_right(self._starts, place) - 1 for place in places)


def _starts(words: Sequence[str]) -> list[int]:
    """Return where each word begins, once they are joined."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    return starts


def _weight(typed: str, word: str) -> float:
    """Return what a word counts that holds the typed one."""
    return _WHOLE if word == typed else _BEGINNING if word.startswith(typed) else _WITHIN


def _slips(typed: str) -> Iterator[str]:
    """Yield patterns of a word typed with a letter too many, too few, wrong, or two of them the wrong way round."""
    for at in range(len(typed)):
        before, letter, after = typed[:at], typed[at], typed[at + 1 :]
        yield re.escape(before + after)
        yield f"{re.escape(before)}[^\n]{re.escape(after)}"
        yield f"{re.escape(before)}[^\n]{re.escape(letter + after)}"
        if after:
            yield re.escape(before + after[0] + letter + after[1:])
