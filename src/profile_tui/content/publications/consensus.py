"""The list decides: an entry that differs is read again with what the others of its list have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from math import log

from profile_tui.content.publications.decode import ROLES
from profile_tui.content.publications.evidence import look
from profile_tui.content.publications.segments import Segment

_WEIGHT = 60.0
"""How much the votes of a list count beside an entry's own evidence."""
_DOUBT = 0.4
"""Added to each count of votes, so that few votes say little."""


def order(roles: str) -> str:
    """Return the order of the fields: each role once for all its neighbours, people as one."""
    return "".join(role for role, _ in groupby(roles.replace("I", "B")) if role not in "OLN")


class Habits:
    """What the entries of a list have in common: the orders of their fields, and where each field stands."""

    def __init__(self, cuts: Sequence[Sequence[Segment]], roles: Sequence[str]) -> None:
        """Learn from the first reading of a list."""
        orders = Counter(order(said) for said in roles if said)
        self.orders = frozenset(name for name, count in orders.items() if count > 1 and count * 3 >= len(roles))
        self.votes: dict[tuple[str, ...], Counter[str]] = {}
        if len(self.orders) == len(orders):
            return  # nobody is odd
        for segments, said in zip(cuts, roles, strict=True):
            if order(said) in self.orders:
                for index, role in enumerate(said):
                    for key in _keys(segments, index):
                        self.votes.setdefault(key, Counter())[role] += 1

    def is_odd(self, roles: str) -> bool:
        """Return whether an entry differs from what most of the list have in common."""
        return bool(self.votes) and order(roles) not in self.orders

    def weighed(self, segments: Sequence[Segment], emissions: Sequence[Sequence[float]]) -> list[list[float]]:
        """Return the evidence of an entry with the votes of the list."""
        return [
            [own + vote for own, vote in zip(emission, self._vote(segments, index), strict=True)]
            for index, emission in enumerate(emissions)
        ]

    def _vote(self, segments: Sequence[Segment], index: int) -> list[float]:
        """How much the list speaks for each role of a segment."""
        total = [0.0] * len(ROLES)
        for said in filter(None, map(self.votes.get, _keys(segments, index))):
            whole = sum(said.values()) + _DOUBT * len(ROLES)
            for number, role in enumerate(ROLES):
                total[number] += _WEIGHT * log((said[role] + _DOUBT) / whole)
        return total


def _keys(segments: Sequence[Segment], index: int) -> tuple[tuple[str, ...], ...]:
    """What a segment has in common with others that play its role."""
    segment = segments[index]
    own = look(segment)
    first = "year" if segment.year else "digit" if segment.text[0].isdigit() else "word"
    before = segments[index - 1].before if index else "^"
    return (
        ("between", segment.before, own, first, segment.after),
        ("after", before, segment.before, own, first),
        ("place", str(min(index, 5)), segment.before, own, first),
    )
