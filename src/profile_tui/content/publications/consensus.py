"""The list decides: an entry whose fields stand in another order than its neighbours' is read in theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from profile_tui.content.publications.decode import Model, Scores

_SEPARATE = "OLN"
"""Roles that stand anywhere."""
_MARGIN = 300.0
"""How much less likely a reading in the list's order may be by itself than the best one, to be taken."""


def order(roles: str) -> str:
    """Return the order of the fields: each role once for all its neighbours, people as one."""
    return "".join(role for role, _ in groupby(roles.replace("I", "B")) if role not in _SEPARATE)


class Habits:
    """The orders of fields that the entries of a list have in common."""

    def __init__(self, roles: Sequence[str]) -> None:
        """Learn from the first reading of a list."""
        orders = Counter(order(said) for said in roles if said)
        self.orders = tuple(
            name for name, count in orders.most_common(3) if count > 1 and count * 4 >= len(roles) and "T" in name
        )

    def is_odd(self, roles: str) -> bool:
        """Return whether an entry differs from what most of the list have in common."""
        return bool(self.orders) and order(roles) not in self.orders

    def read(self, weights: Model, emissions: Sequence[Scores], apart: Sequence[bool], roles: str) -> str:
        """Return the roles of an odd entry as the list's orders have them; as they were where none fits."""
        best, most = roles, weights.score(roles, emissions, apart) - _MARGIN
        for name in self.orders:
            said, score = weights.decode_in_order(emissions, apart, name)
            if score > most:
                best, most = said, score
        return best
