"""The list decides: an entry that differs is read again with what the others of its list have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from math import log

from profile_tui.profile.publications.decode import ROLES, Model
from profile_tui.profile.publications.evidence import look
from profile_tui.profile.publications.segments import Segment

WEIGHT = 100.0
SMOOTH = 0.4


def order(roles: str) -> str:
    """Return the order of the fields: each role once for all its neighbours, people as one."""
    return "".join(role for role, _ in groupby(roles.replace("I", "B")) if role not in "OLN")


def _keys(segments: Sequence[Segment], index: int) -> tuple[tuple[str, ...], ...]:
    """What a segment has in common with others that play its role."""
    segment = segments[index]
    own = look(segment)
    first = "y" if segment.year else "d" if segment.text[0].isdigit() else "x"
    return (
        ("1", segment.before, own, first, segment.after),
        ("2", segments[index - 1].before if index else "^", segment.before, own, first),
        ("3", str(min(index, 5)), segment.before, own, first),
    )


def agreed(
    weights: Model, cuts: Sequence[Sequence[Segment]], evidence: Sequence[Sequence[Sequence[float]]], roles: Sequence[str]
) -> list[str]:
    """Return the roles of all entries, the odd ones read again."""
    orders = Counter(map(order, roles))
    common = {name for name, count in orders.items() if count * 3 >= len(roles) and count > 1}
    if len(common) == len(orders):
        return list(roles)
    counts: dict[tuple[str, ...], Counter[str]] = {}
    for segments, said in zip(cuts, roles, strict=True):
        if order(said) not in common:
            continue
        for index, role in enumerate(said):
            for key in _keys(segments, index):
                counts.setdefault(key, Counter())[role] += 1
    if not counts:
        return list(roles)
    found = []
    for segments, emissions, said in zip(cuts, evidence, roles, strict=True):
        if order(said) in common:
            found.append(said)
            continue
        again = [
            [own + more for own, more in zip(emission, _votes(segments, index, counts), strict=True)]
            for index, emission in enumerate(emissions)
        ]
        found.append("".join(ROLES[number] for number in weights.decode(again)))
    return found


def _votes(segments: Sequence[Segment], index: int, counts: dict[tuple[str, ...], Counter[str]]) -> list[float]:
    """How much the other entries speak for each role of a segment."""
    total = [0.0] * len(ROLES)
    for key in _keys(segments, index):
        said = counts.get(key)
        if said is None:
            continue
        whole = sum(said.values())
        for number, role in enumerate(ROLES):
            total[number] += WEIGHT * log((said[role] + SMOOTH) / (whole + SMOOTH * len(ROLES)))
    return total
