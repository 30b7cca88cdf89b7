"""Learns weights from entries whose roles are known: a conditional random field, by stochastic gradients.

Every pass goes through the entries in random order. For each, the chances of all roles are reckoned, over all sequences
that there might be; the evidence of what is true gains what its chance lacks of one, and of all else loses its chance,
times a rate that falls from pass to pass. The mean over the last passes counts, and over all orders in which the
entries are gone through. Weights are whole numbers, chance has a seed, powers are looked up in a table, and sums are
rounded once: so the same examples give the same table on every machine.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from math import fsum
from operator import add, mul
from typing import Any, NamedTuple

from profile_tui.content.publications.reading.steps import BARRED
from profile_tui.content.publications.roles.decode import ROLES, Model
from profile_tui.content.publications.roles.evidence import apart, features
from scripts.publications.truth import Example

_NOTHING = [[0] * len(ROLES) for _ in ROLES]
_AGAINST = [[[count < 0 for count in row] for row in rows] for rows in Model({}, _NOTHING).afters]
"""Whether reading is against a role after another, by what ends between them."""
_UNIT = 1 << 16
"""A weight of one: what is likelier by it is likelier e times."""
_RATE, _FALLS = _UNIT // 10, 0.3
"""How far weights are moved in the first pass, and by how much less in each that follows."""
_FINE, _LEAST = 8, 5120
_POWER = 0.99610136947011749
"""The 256th root of 1 / e."""
_AGAIN = 0.3
"""How often an entry is gone through again that was sure the last time."""
_SURE, _NEAR = 0.999, 0.99
"""From which chance on a role is sure, and from which on nothing is learnt from it."""
_WITHOUT = 0.5
"""How often an entry is gone through without what its sentences say.

Weights lean on that for styles of citation that they have met, and misread others.
"""
_SENTENCES = "S"
_BARRED = int(BARRED) * _UNIT // 100
"""How much worse a role is that the rules of reading say a segment cannot have, as they count it."""
_SLIGHT, _STEP = 20, 20
"""What counts as nothing, and in which steps the rest is kept, in hundredths: the packed table is half as large so."""

_Row = list[int]
"""The weights of a feature, or of what follows a role."""
_Chances = list[float]


def _powers() -> list[float]:
    """Return e to the power of what is below nought, in steps of 1 / 256."""
    found = [1.0]
    while len(found) <= _LEAST:
        found.append(found[-1] * _POWER)
    return found


_POWERS = _powers()


def _likely(lags: Iterable[int]) -> _Chances:
    """Return how likely each of some is that are behind the best by so much."""
    return [_POWERS[min(lag >> _FINE, _LEAST)] for lag in lags]


def _shares(parts: _Chances) -> _Chances:
    """Return how much of their sum each is."""
    total = fsum(parts)
    return [part / total for part in parts]


def _against(roles: str) -> _Row:
    """Return what is taken from each role where some cannot be."""
    return [-_BARRED if role in roles else 0 for role in ROLES]


class _Entry:
    """An entry to learn from."""

    def __init__(self, example: Example) -> None:
        """Weigh nothing yet."""
        self.evidence = features(example.segments)
        self.roles = [ROLES.index(role) for role in example.roles]
        self.ends = apart(example.segments)
        pairs = zip(self.ends[1:], pairwise(self.roles), strict=True)
        if any(_AGAINST[end][before][after] for end, (before, after) in pairs):
            self.ends = [0] * len(self.ends)  # reading is against its truth
        self.barred = [_against(example.barred.get(at, "")) for at, _ in enumerate(self.roles)]
        """What is taken from each role of each segment by the rules of reading."""
        self.is_sure = False
        self.full: list[list[_Row]] = []
        self.less: list[list[_Row]] = []
        """The rows of each segment's features, and those of them that sentences don't say."""

    def names(self) -> Iterator[str]:
        """Yield the features of all segments."""
        return chain.from_iterable(chain.from_iterable(self.evidence))

    def look_up(self, rows: Mapping[str, _Row]) -> None:
        """Find the rows of the features that have one."""
        known = [[name for group in each for name in group if name in rows] for each in self.evidence]
        self.full = [[rows[name] for name in names] for names in known]
        self.less = [[rows[name] for name in names if name[0] != _SENTENCES] for names in known]


class _Ways:
    """What the sequences of roles of an entry come to, by the weights as they are."""

    def __init__(self, learner: Learner, entry: _Entry, rows: Sequence[Sequence[_Row]]) -> None:
        """Weigh all sequences."""
        self.afters = [learner.likely_after(end) for end in entry.ends]
        fits = []
        for evidence, barred in zip(rows, entry.barred, strict=True):
            scores = [sum(column) for column in zip(barred, *evidence, strict=True)]
            most = max(scores)
            fits.append(_likely(most - score for score in scores))
        self.to = [_shares(fits[0])]
        """For each segment and role, how likely it is by what leads to it."""
        for fit, (_, columns) in zip(fits[1:], self.afters[1:], strict=True):
            last = self.to[-1]
            self.to.append(_shares([fsum(map(mul, last, into)) * own for into, own in zip(columns, fit, strict=True)]))
        self.on = [fits[-1]]
        """How likely it is by itself and by what follows; backwards, until all are known."""
        chances = [self.to[-1]]
        for fit, to, (table, _) in zip(fits[-2::-1], self.to[-2::-1], self.afters[:0:-1], strict=True):
            following = self.on[-1]
            ways = _shares([fsum(map(mul, row, following)) for row in table])
            chances.append(list(map(mul, to, ways)))
            self.on.append(list(map(mul, ways, fit)))
        self.on.reverse()
        self.chances = [_shares(each) for each in reversed(chances)]

    def after(self, at: int) -> _Chances:
        """Return the chance of each role after each, a segment and the one before it."""
        on, table = self.on[at], self.afters[at][0]
        return _shares(
            [
                way * last * own
                for last, row in zip(self.to[at - 1], table, strict=True)
                for way, own in zip(row, on, strict=True)
            ]
        )


class Learner:
    """Weights that are being learnt."""

    def __init__(self, examples: Sequence[Example], *, seed: int) -> None:
        """Take the examples."""
        self._given = [_Entry(example) for example in examples]
        self.entries = list(self._given)
        self.counts = Counter(chain.from_iterable(entry.names() for entry in self.entries))
        self.random = random.Random(seed)
        self.rows: dict[str, _Row] = {}
        self.after: list[_Row] = [[0] * len(ROLES) for _ in ROLES]
        self._likely_after: dict[int, tuple[list[_Chances], list[_Chances]]] = {}
        self.passes = 0
        """How many have been since a choice of features was kept."""
        self.noted: dict[str, _Row] = {}
        self.noted_after: list[_Row] = []
        self.notes = 0
        """The sums of weights that were noted, and how often they were."""

    def begin(self, seed: int) -> None:
        """Forget all weights, and go through the entries in another order from now on."""
        self.random, self.entries = random.Random(seed), list(self._given)
        self.after = [[0] * len(ROLES) for _ in ROLES]
        names = list(self.rows)
        self.rows = {}
        self.keep(names)

    def keep(self, names: Sequence[str]) -> None:
        """Go on with some features only, and begin to count anew."""
        self.rows = {name: self.rows.get(name) or [0] * len(ROLES) for name in names}
        self.noted = {name: [0] * len(ROLES) for name in names}
        self.noted_after = [[0] * len(ROLES) for _ in ROLES]
        self.notes = self.passes = 0
        self._likely_after.clear()
        for entry in self.entries:
            entry.look_up(self.rows)
            entry.is_sure = False

    def best(self, count: int) -> list[str]:
        """Return the features that tell most: those that are far from equal for all roles, and common."""

        def tells(name: str) -> tuple[int, str]:
            sums = self.noted[name]
            return -((max(sums) - min(sums)) ** 2) * self.counts[name], name

        return sorted(sorted(self.rows, key=tells)[:count])

    def run(self) -> None:
        """Go once through all entries, in random order."""
        rate = int(_RATE / (1 + _FALLS * self.passes))
        self.passes += 1
        self.random.shuffle(self.entries)
        for entry in self.entries:
            if not entry.is_sure or self.random.random() < _AGAIN:
                rows = entry.less if self.random.random() < _WITHOUT else entry.full
                entry.is_sure = self._learn(entry, rows, rate)

    def note(self) -> None:
        """Add the weights to those whose mean counts."""
        for name, row in self.rows.items():
            _move(self.noted[name], row)
        for noted, row in zip(self.noted_after, self.after, strict=True):
            _move(noted, row)
        self.notes += 1

    def likely_after(self, ends: int) -> tuple[list[_Chances], list[_Chances]]:
        """Return how likely each role is after each, in rows and in columns, by what ends between them."""
        kept = self._likely_after.get(ends)
        if kept is None:
            most = max(map(max, self.after))
            made = [
                [
                    0.0 if barred else way
                    for way, barred in zip(_likely(most - count for count in row), against, strict=True)
                ]
                for row, against in zip(self.after, _AGAINST[ends], strict=True)
            ]
            kept = self._likely_after[ends] = made, [list(column) for column in zip(*made, strict=True)]
        return kept

    def _learn(self, entry: _Entry, rows: Sequence[Sequence[_Row]], rate: int) -> bool:
        """Move the weights of an entry to what is true; return whether that was sure."""
        ways = _Ways(self, entry, rows)
        truth = [chances[role] for role, chances in zip(entry.roles, ways.chances, strict=True)]
        far = [at for at, chance in enumerate(truth) if chance <= _NEAR]
        for at in far:
            move = [-int(rate * chance) for chance in ways.chances[at]]
            move[entry.roles[at]] += rate
            for row in rows[at]:
                _move(row, move)
        count = len(ROLES)
        for at in sorted({*far, *(at + 1 for at in far)} & set(range(1, len(truth)))):
            moves = [-int(rate * chance) for chance in ways.after(at)]
            moves[entry.roles[at - 1] * count + entry.roles[at]] += rate
            for number, row in enumerate(self.after):
                _move(row, moves[number * count : number * count + count])
            self._likely_after.clear()
        return min(truth) > _SURE

    def learnt(self) -> Learnt:
        """Return the sums of the weights that were noted."""
        return Learnt(dict(sorted(self.noted.items())), self.noted_after, self.notes * _UNIT)


def _move(row: _Row, by: Sequence[int]) -> None:
    """Change weights."""
    row[:] = map(add, row, by)


class Learnt(NamedTuple):
    """What was learnt from the entries in one order."""

    weights: dict[str, list[int]]
    after: list[list[int]]
    """Sums of the weights."""
    parts: int
    """What these are to be divided by."""


def mean(learnt: Sequence[Learnt]) -> dict[str, Any]:
    """Return the means of weights that were learnt in several orders, in hundredths, as `weights.json` has them."""
    parts = sum(each.parts for each in learnt)

    def scaled(rows: Iterable[list[int]]) -> list[int]:
        return [(2 * 100 * sum(column) + parts) // (2 * parts) for column in zip(*rows, strict=True)]

    weights = {name: _spare(scaled(each.weights[name] for each in learnt)) for name in learnt[0].weights}
    return {
        "roles": ROLES,
        "after": [scaled(rows) for rows in zip(*[each.after for each in learnt], strict=True)],
        "weights": {name: row for name, row in weights.items() if any(row)},
    }


def _spare(row: Sequence[int]) -> list[int]:
    """Return weights of a feature that tell the same, as many as can be nought: only how far they are apart counts."""

    def order(middle: int) -> tuple[int, int, int]:
        return -sum(abs(weight - middle) <= _SLIGHT for weight in row), abs(middle), middle

    middle = min(row, key=order)
    moved = (weight - middle for weight in row)
    return [0 if abs(weight) <= _SLIGHT else (weight + _STEP // 2) // _STEP * _STEP for weight in moved]
