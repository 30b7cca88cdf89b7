"""Learns weights from entries whose roles are known: an averaged perceptron over whole entries, with a margin.

Every pass decodes each entry, each wrong role made better by the margin; where that does not give the truth, the
evidence of what is true gains one, and of what was found loses one. The mean of the weights over all steps counts, and
over all orders in which the entries are gone through. Only whole numbers are reckoned with, and chance has a seed: so
the same examples give the same table on every machine.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from operator import add
from typing import Any, NamedTuple

from scripts.publications.truth import Example

from profile_tui.content.publications.roles.decode import ROLES, Model
from profile_tui.content.publications.roles.evidence import apart, features

_ALL = range(len(ROLES))
_NOTHING = [[0] * len(ROLES) for _ in ROLES]
_AGAINST = [[[count < 0 for count in row] for row in rows] for rows in Model({}, _NOTHING).afters]
"""Whether reading is against a role after another, by what ends between them."""
_NEVER = 1_000_000
_AGAIN = 0.3
"""How often an entry is decoded again that was right the last time."""
_WITHOUT = 0.5
"""How often an entry is decoded without what its sentences say.

Weights lean on that for styles of citation that they have met, and misread others.
"""
_SENTENCES = "S"
_SLIGHT, _STEP = 15, 10
"""What counts as nothing, and in which steps the rest is kept, in hundredths: the packed table is half as large so."""


class _Row:
    """The weights of a feature, or of what follows a role."""

    __slots__ = ("now", "spent")

    def __init__(self) -> None:
        """Begin at nothing."""
        self.now, self.spent = [0] * len(ROLES), [0] * len(ROLES)
        """The weights, and how much of their sum over all steps lies before each was changed."""

    def move(self, role: int, by: int, step: int) -> None:
        """Change a weight."""
        self.now[role] += by
        self.spent[role] += by * step

    def sums(self, step: int) -> list[int]:
        """Return the sums of the weights over all steps up to one."""
        return [now * step - spent for now, spent in zip(self.now, self.spent, strict=True)]

    def settle(self) -> None:
        """Begin to count anew."""
        self.spent = [0] * len(ROLES)


class _Entry:
    """An entry to learn from."""

    def __init__(self, example: Example) -> None:
        """Weigh nothing yet."""
        self.evidence, self.ends = features(example.segments), apart(example.segments)
        self.roles = [ROLES.index(role) for role in example.roles]
        pairs = zip(self.ends[1:], pairwise(self.roles), strict=True)
        self.is_odd = any(_AGAINST[end][before][after] for end, (before, after) in pairs)
        """Whether reading is against its truth."""
        self.is_right = False
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


class Learner:
    """Weights that are being learnt."""

    def __init__(self, examples: Sequence[Example], *, margin: int, seed: int) -> None:
        """Take the examples."""
        self._given = [_Entry(example) for example in examples]
        self.entries = list(self._given)
        self.counts = Counter(chain.from_iterable(entry.names() for entry in self.entries))
        self.margin, self.random, self.step = margin, random.Random(seed), 1
        self.rows: dict[str, _Row] = {}
        self.after = [_Row() for _ in ROLES]

    def begin(self, seed: int) -> None:
        """Forget all weights, and go through the entries in another order from now on."""
        self.random, self.entries = random.Random(seed), list(self._given)
        self.rows = {name: _Row() for name in self.rows}
        self.after = [_Row() for _ in ROLES]
        self.keep(list(self.rows))

    def keep(self, names: Sequence[str]) -> None:
        """Go on with some features only, and begin the means anew."""
        self.rows = {name: self.rows.get(name) or _Row() for name in names}
        self.step = 1
        for row in chain(self.rows.values(), self.after):
            row.settle()
        for entry in self.entries:
            entry.look_up(self.rows)
            entry.is_right = False

    def best(self, count: int) -> list[str]:
        """Return the features that tell most: those that are far from equal for all roles, and common."""

        def tells(name: str) -> tuple[int, str]:
            sums = self.rows[name].sums(self.step)
            return -((max(sums) - min(sums)) ** 2) * self.counts[name], name

        return sorted(sorted(self.rows, key=tells)[:count])

    def run(self) -> int:
        """Go once through all entries, in random order; return how many were wrong."""
        wrong = 0
        intos = self._intos()
        self.random.shuffle(self.entries)
        for entry in self.entries:
            self.step += 1
            if entry.is_right and self.random.random() >= _AGAIN:
                continue
            rows = entry.less if self.random.random() < _WITHOUT else entry.full
            found = self._decode(rows, entry, intos)
            entry.is_right = found == entry.roles
            if not entry.is_right:
                wrong += 1
                self._learn(rows, entry.roles, found)
                intos = self._intos()
        return wrong

    def _learn(self, rows: Sequence[Sequence[_Row]], roles: Sequence[int], found: Sequence[int]) -> None:
        """Move the weights from what was found to what is true."""
        step = self.step
        for evidence, role, other in zip(rows, roles, found, strict=True):
            if role != other:
                for row in evidence:
                    row.move(role, 1, step)
                    row.move(other, -1, step)
        for right, got in zip(pairwise(roles), pairwise(found), strict=True):
            if right != got:
                self.after[right[0]].move(right[1], 1, step)
                self.after[got[0]].move(got[1], -1, step)

    def _intos(self) -> list[list[list[int]]]:
        """Return what each role counts after each, by the role that follows, for all that may end between them."""
        return [
            [
                [row.now[role] - _NEVER * barred[role] for row, barred in zip(self.after, rows, strict=True)]
                for role in _ALL
            ]
            for rows in _AGAINST
        ]

    def _decode(self, rows: Sequence[Sequence[_Row]], entry: _Entry, intos: list[list[list[int]]]) -> list[int]:
        """Return the best sequence of roles, where each that is wrong counts the margin more."""
        score: list[int] = []
        back: list[list[int]] = []
        for evidence, role, end in zip(rows, entry.roles, entry.ends, strict=True):
            own = [self.margin + sum(column) for column in zip(*[row.now for row in evidence], strict=True)]
            own = own or [self.margin] * len(ROLES)
            own[role] -= self.margin
            if not score:
                score = own
                continue
            chosen, fresh = [], []
            for into, value in zip(intos[0 if entry.is_odd else end], own, strict=True):
                sums = list(map(add, score, into))
                best = max(sums)
                chosen.append(sums.index(best))
                fresh.append(best + value)
            back.append(chosen)
            score = fresh
        path = [score.index(max(score))]
        for chosen in reversed(back):
            path.append(chosen[path[-1]])
        return path[::-1]

    def learnt(self) -> Learnt:
        """Return the weights over all steps since a choice of features was kept."""
        sums = {name: row.sums(self.step) for name, row in sorted(self.rows.items())}
        return Learnt(sums, [row.sums(self.step) for row in self.after], self.step)


class Learnt(NamedTuple):
    """What was learnt from the entries in one order."""

    weights: dict[str, list[int]]
    after: list[list[int]]
    """The sums over all steps."""
    steps: int


def mean(parts: Sequence[Learnt], scale: int) -> dict[str, Any]:
    """Return the means of weights that were learnt in several orders, times a scale, as `weights.json` has them."""
    steps = sum(part.steps for part in parts)

    def scaled(rows: Iterable[list[int]]) -> list[int]:
        return [(2 * scale * sum(column) + steps) // (2 * steps) for column in zip(*rows, strict=True)]

    weights = {name: _spare(scaled(part.weights[name] for part in parts)) for name in parts[0].weights}
    return {
        "roles": ROLES,
        "after": [scaled(rows) for rows in zip(*[part.after for part in parts], strict=True)],
        "weights": {name: row for name, row in weights.items() if any(row)},
    }


def _spare(row: Sequence[int]) -> list[int]:
    """Return weights of a feature that tell the same, as many as can be nought: only how far they are apart counts."""

    def order(middle: int) -> tuple[int, int, int]:
        return -sum(abs(weight - middle) <= _SLIGHT for weight in row), abs(middle), middle

    middle = min(row, key=order)
    moved = (weight - middle for weight in row)
    return [0 if abs(weight) <= _SLIGHT else (weight + _STEP // 2) // _STEP * _STEP for weight in moved]
