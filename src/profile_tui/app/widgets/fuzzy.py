"""Which of many names match what is typed, the best first."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TypeVar

from textual.fuzzy import Matcher

T = TypeVar("T")
_REFINED = 200
"""How many of the names that match best are compared closely; more than one looks through."""
_MOST_WAYS = 500
"""In how many ways letters may be found in a name before they are not compared closely."""


def best(typed: str, named: Sequence[tuple[str, T]]) -> list[T]:
    """Return what has all typed words in its name, each as letters in their order, the best matches first.

    Args:
        typed: The words.
        named: Names, and what they name.
    """
    words = typed.casefold().split()
    scored: list[tuple[float, str, T]] = []
    for name, what in named:
        low = name.casefold()
        near = _nearness(words, low)
        if near:
            scored.append((near, low, what))
    scored.sort(key=lambda scored_row: -scored_row[0])
    matchers = [Matcher(word) for word in words]
    closely = [(near, _closeness(matchers, low), what) for near, low, what in scored[:_REFINED]]
    closely.sort(key=lambda scored_row: (-(scored_row[0] // 1), -scored_row[1]))
    return [what for _, _, what in closely] + [what for _, _, what in scored[_REFINED:]]


def _nearness(words: Sequence[str], name: str) -> float:
    """How well words match at first sight: 0 not at all, 1 where the name holds them, more where it begins so."""
    if all(word in name for word in words):
        if name.startswith(" ".join(words)):
            return 3.0
        return 2.0 if name.rpartition("/")[2].startswith(words[0]) else 1.0
    widths = [_width(word, name) for word in words]
    if not all(widths):
        return 0.0
    return sum(len(word) / (2 * width) for word, width in zip(words, widths, strict=True)) / len(words)


def _width(word: str, name: str) -> int:
    """Return how many characters the letters of a word take in a name, in their order; 0 where they are not there."""
    first = at = name.find(word[0])
    for letter in word[1:]:
        if at < 0:
            return 0
        at = name.find(letter, at + 1)
    return 0 if at < 0 else at + 1 - first


def _closeness(matchers: Sequence[Matcher], name: str) -> float:
    """Return how well words match: letters at the beginning of words and side by side count more."""
    return sum(
        matcher.match(name)
        for matcher in matchers
        if matcher.query in name or prod(name.count(letter) for letter in matcher.query) <= _MOST_WAYS
    )
