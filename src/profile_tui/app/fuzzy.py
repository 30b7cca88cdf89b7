"""Which of many names match what is typed, the best first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import prod
from typing import TypeVar

from textual.fuzzy import Matcher

T = TypeVar("T")
_MOST_WAYS = 2000
"""In how many ways letters may be found in a name before only the first of them counts."""


def best(typed: str, named: Sequence[tuple[str, T]]) -> list[T]:
    """What has all typed words in its name, each as letters in their order, the best matches first.

    Args:
        typed: The words.
        named: Names, and what they name.
    """
    words = typed.casefold().split()
    shapes = [re.compile(".*?".join(map(re.escape, word))) for word in words]
    matchers = [Matcher(word) for word in words]
    found: list[tuple[float, T]] = []
    for name, what in named:
        low = name.casefold()
        hits = [shape.search(low) for shape in shapes]
        if all(hits):
            found.append((sum(map(_score, matchers, hits, [low] * len(hits))), what))
    return [what for _, what in sorted(found, key=lambda pair: -pair[0])]


def _score(matcher: Matcher, hit: re.Match[str] | None, name: str) -> float:
    """How well a word matches a name; letters that can be found in very many ways are scored by how near they are."""
    word = matcher.query
    if word in name or prod(name.count(letter) for letter in word) <= _MOST_WAYS:
        return matcher.match(name)
    return len(word) / max(1, hit.end() - hit.start()) if hit else 0.0
