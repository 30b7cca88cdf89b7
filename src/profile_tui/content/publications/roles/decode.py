"""The best sequence of roles for an entry's segments, decoded as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, repeat
from operator import add, itemgetter, sub
from struct import Struct

from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.evidence import Evidence, Group

ROLES = role_table.letters()
"""A letter for each role, as the table has them."""

Scores = Sequence[float]
_States = tuple[list[tuple[int, str]], list[float], list[list[list[float]]]]
_ONLY: Sequence[tuple[Sequence[int], Sequence[Scores]]] = [((role,), ()) for role, _ in enumerate(ROLES)]
"""What is before all roles where one alone leads to them."""
_ANYWHERE = role_table.anywhere()
_PERSON = role_table.of_field("authors")
_GOING_ON = "".join(role.letter for role in role_table.TABLE if role.goes_on)
_TITLE, _PEOPLE = ROLES.index("T"), [ROLES.index(letter) for letter in _PERSON]
_MORE = [ROLES.index(letter) for letter in _GOING_ON]
_OTHERS = [
    itemgetter(*(at for at, other in enumerate(role_table.TABLE) if not role_table.is_same(own, other)))
    for own in role_table.TABLE
]
"""For each role, what takes the others from a row: to begin a person and to go on with one count as the same."""
_KEPT = 20000
"""How much is kept of what was weighed and decoded."""
_WIDTH = 4 * len(ROLES)
_HIGHEST = sum(1 << 32 * at + 31 for at, _ in enumerate(ROLES))
"""The highest bit of each weight of those that are packed in one number, each in 32 bits."""
_unpacked = Struct(f"<{len(ROLES)}i").unpack
_FORCED = 1e6
_NEVER = -1e9
_UNKNOWN = 250.0
"""By how much a role is worse for which no weights are fitted: less than what a rule of reading counts."""
_MISSING = 250.0
"""What it costs where a field is missing that the others of a list have."""
WORDS_JOINED = 3
"""The number of what is before a word that joins."""
_JOINED = 1500.0
"""What it costs another field to begin after a word that joins."""
_APART = 500.0
"""What it costs a title to go on where the look ends that sets it off, and a name where it is whole."""


class Model:
    """Weights of evidence for roles, and of one role after another."""

    def __init__(self, weights: Mapping[str, Scores], after: Sequence[Scores], roles: str = ROLES) -> None:
        """Take the weights.

        Args:
            weights: Of each feature, for each role.
            after: `after[i][j]` is of role `j` after role `i`.
            roles: The letters of the roles for which there are weights; others are only where a rule puts them.
        """
        if roles != ROLES:
            weights, after = _with_unknown(weights, after, roles)
        self.weights = weights
        self.after = after
        apart, done = [list(row) for row in after], [list(row) for row in after]
        apart[_TITLE][_TITLE] -= _APART
        for number in _PEOPLE:
            for more in _MORE:
                done[number][more] -= _APART
        joined = [
            [
                count - _JOINED * (not role_table.is_same(own, other))
                for other, count in zip(role_table.TABLE, row, strict=True)
            ]
            for own, row in zip(role_table.TABLE, after, strict=True)
        ]
        self.afters = after, apart, done, joined
        """What each role after each counts, where nothing, a look or a name ends, or words are joined: as
        `evidence.apart` numbers them."""
        self.intos = [[[row[j] for row in rows] for j in range(len(ROLES))] for rows in self.afters]
        self.behind = [_behind(rows) for rows in self.afters]
        """By how much each role has to be behind another to be no part of any best sequence, and the most of those."""
        self.orders: dict[str, _States] = {}
        self.entries: dict[int, tuple[Sequence[Scores], Sequence[Evidence]]] = {}
        self.packed: dict[Group, int] = {}
        """What each group of features weighs, the weights for all roles in one number."""
        self.scores: dict[Evidence, Scores] = {}
        """How well each role fits all groups of a segment."""
        self.rows: dict[str, int] = {}
        """The weights of each feature, packed so as well."""
        self.decoded: dict[tuple[int, ...], tuple[str, Sequence[Scores], list[float]]] = {}

    # Evidence comes again and again as the very same object, so it is told by its identity, not by what it says.

    def emissions(self, evidence: Sequence[Evidence]) -> Sequence[Scores]:
        """Return how well each role fits the evidence of each segment of an entry."""
        kept = self.entries.get(id(evidence))
        if kept is None:
            known = self.scores.get
            scores = [known(groups) or self._scored(groups) for groups in evidence]
            if len(self.entries) > _KEPT:
                self.entries.clear()
            kept = self.entries[id(evidence)] = scores, evidence
        return kept[0]

    def _scored(self, evidence: Evidence) -> Scores:
        """Return how well each role fits evidence that was not met before."""
        if max(len(self.packed), len(self.scores)) > _KEPT:
            self.packed.clear()
            self.scores.clear()
        try:
            total = sum(map(self.packed.__getitem__, evidence), _HIGHEST)
        except KeyError:
            total = sum(map(self._weighed, evidence), _HIGHEST)
        scores: Scores = _unpacked((total ^ _HIGHEST).to_bytes(_WIDTH, "little"))
        self.scores[evidence] = scores
        return scores

    def _weighed(self, group: Group) -> int:
        """Return how well each role fits some features, packed."""
        kept = self.packed.get(group)
        if kept is None:
            try:
                kept = sum(map(self.rows.__getitem__, group))
            except KeyError:
                kept = sum(map(self._packed_row, group))
            self.packed[group] = kept
        return kept

    def _packed_row(self, feature: str) -> int:
        """Return the weights of a feature, packed; nothing of one that has none."""
        kept = self.rows.get(feature)
        if kept is None:
            if len(self.rows) > _KEPT:
                self.rows.clear()
            weights = self.weights.get(feature, ())
            kept = self.rows[feature] = sum(round(weight) << 32 * at for at, weight in enumerate(weights))
        return kept

    def roles(self, emissions: Sequence[Scores], apart: Sequence[int]) -> str:
        """Return the best sequence of roles; `apart` tells what ends before each segment."""
        return self._best(emissions, apart)[0]

    def sure(self, emissions: Sequence[Scores], apart: Sequence[int], roles: str) -> Sequence[float]:
        """Return for each segment how sure its role is, as `margins` does."""
        best, _, kept = self._best(emissions, apart)
        if best != roles:
            return self.margins(roles, emissions, apart)
        if not kept:
            kept.extend(self.margins(roles, emissions, apart))
        return kept

    def _best(self, emissions: Sequence[Scores], apart: Sequence[int]) -> tuple[str, Sequence[Scores], list[float]]:
        """Return the best sequence of roles, with what it was found for, and how sure each is, once that was asked."""
        entry = (*map(id, emissions), *apart)  # evidence that was weighed before is the same object
        kept = self.decoded.get(entry)
        if kept is None:
            if len(self.decoded) > _KEPT:
                self.decoded.clear()
            # the evidence is kept with what it gave, so that nothing else takes its identity
            kept = self.decoded[entry] = self.decode(emissions, apart)[0], emissions, []
        return kept

    def roles_with_title(self, emissions: Sequence[Scores], apart: Sequence[int]) -> str:
        """Return the best sequence in which some segment is a title."""
        before = self._scores(emissions, apart, self.intos)
        # the best ways on from each segment are the best ways to it, walked backwards
        ends = [0, *apart[:0:-1]]
        after = self._scores(emissions[::-1], ends, self.afters)[::-1]
        sums = [to[0] + on[0] - own[0] for to, on, own in zip(before, after, emissions, strict=True)]
        at = sums.index(max(sums))
        forced = [*emissions[:at], [emissions[at][0] + _FORCED, *emissions[at][1:]], *emissions[at + 1 :]]
        return self.decode(forced, apart)[0]

    @staticmethod
    def _scores(emissions: Sequence[Scores], apart: Sequence[int], intos: Sequence[Sequence[Scores]]) -> list[Scores]:
        """Return how good the best sequence is that leads to each role of each segment."""
        score = emissions[0]
        scores = [score]
        for emission, ends in zip(emissions[1:], apart[1:], strict=True):
            best = [max(map(add, score, row)) for row in intos[ends]]
            score = list(map(add, best, emission))
            scores.append(score)
        return scores

    def decode(self, emissions: Sequence[Scores], apart: Sequence[int]) -> tuple[str, float]:
        """Return the best sequence of roles and its score.

        Nearly always one or two roles are so much better than all others that nothing else leads to the best.
        """
        if not emissions:
            return "", 0.0
        score: Scores = emissions[0]
        total = 0.0
        back: list[tuple[Sequence[int], Sequence[Scores]]] = []
        for emission, ends in zip(emissions[1:], apart[1:], strict=True):
            ranked = sorted(score)
            most = ranked[-1]
            best, rows = score.index(most), self.afters[ends]
            behind, least = self.behind[ends][best]
            alive: Sequence[int] = ()
            if ranked[-2] + least >= most:
                alive = [role for role, lag in enumerate(map(add, score, behind)) if lag >= most]
            if len(alive) < 2:
                back.append(_ONLY[best])
                total += most
                score = list(map(add, rows[best], emission))
                continue
            fresh, *others = sums = [list(map(add, repeat(score[role]), rows[role])) for role in alive]
            for each in others:
                fresh = [one if one > other else other for one, other in zip(fresh, each, strict=True)]
            back.append((alive, sums))
            score = list(map(add, fresh, emission))
        most = max(score)
        at = score.index(most)
        path = [ROLES[at]]
        for before, ways in reversed(back):
            to = [way[at] for way in ways]
            at = before[to.index(max(to))] if to else before[0]
            path.append(ROLES[at])
        return "".join(reversed(path)), total + most

    def score(self, roles: str, emissions: Sequence[Scores], apart: Sequence[int]) -> float:
        """Return how likely a sequence of roles is."""
        numbers = [ROLES.index(role) for role in roles]
        total = sum(emission[number] for emission, number in zip(emissions, numbers, strict=True))
        for (before, after), ends in zip(pairwise(numbers), apart[1:], strict=True):
            total += self.intos[ends][after][before]
        return total

    def margins(self, roles: str, emissions: Sequence[Scores], apart: Sequence[int]) -> list[float]:
        """Return for each segment how much its role fits better than any other would in its place.

        To begin a person and to go on with one count as the same; that words are joined makes nothing surer.
        """
        pairs = zip(map(ROLES.index, roles), self._fits(roles, emissions, apart), strict=True)
        return [fits[number] - max(_OTHERS[number](fits)) for number, fits in pairs]

    def rivals(
        self, at: int, margin: float, roles: str, emissions: Sequence[Scores], apart: Sequence[int]
    ) -> list[str]:
        """Return the roles that are worse for a segment in its place by less than a margin, and its own."""
        fits = self._fit(at, roles, emissions, apart)
        least = fits[ROLES.index(roles[at])] - margin
        return [role for role, fit in zip(ROLES, fits, strict=True) if fit > least]

    def _fits(self, roles: str, emissions: Sequence[Scores], apart: Sequence[int]) -> list[Scores]:
        """Return for each segment how well each role fits between those beside it."""
        return [self._fit(at, roles, emissions, apart) for at in range(len(emissions))]

    def _fit(self, at: int, roles: str, emissions: Sequence[Scores], apart: Sequence[int]) -> Scores:
        """Return how well each role fits a segment between those beside it."""
        fits = emissions[at]
        if at:
            before = self.afters[apart[at] % WORDS_JOINED][ROLES.index(roles[at - 1])]
            fits = list(map(add, fits, before))
        if at + 1 < len(roles):
            following = self.intos[apart[at + 1] % WORDS_JOINED][ROLES.index(roles[at + 1])]
            fits = list(map(add, fits, following))
        return fits

    def decode_in_order(self, emissions: Sequence[Scores], apart: Sequence[int], order: str) -> tuple[str, float]:
        """Return the best sequence whose fields are in an order, and its score; parts of it may be missing.

        A state has the role of its place in the order, or one that is anywhere.
        """
        states, start, steps = self._states(order)
        numbers = [ROLES.index(role) for _, role in states]
        score = [cost + emissions[0][number] for cost, number in zip(start, numbers, strict=True)]
        back: list[list[int]] = []
        for emission, ends in zip(emissions[1:], apart[1:], strict=True):
            row: list[int] = []
            fresh: list[float] = []
            for number, step in zip(numbers, steps[ends], strict=True):
                sums = list(map(add, score, step))
                best = max(sums)
                row.append(sums.index(best))
                fresh.append(best + emission[number])
            back.append(row)
            score = fresh
        score = [total - _MISSING * (len(order) - 1 - place) for total, (place, _) in zip(score, states, strict=True)]
        most = max(score)
        at = score.index(most)
        path = [states[at][1]]
        for row in reversed(back):
            at = row[at]
            path.append(states[at][1])
        return "".join(reversed(path)), most

    def _states(self, order: str) -> _States:
        """Return the states of an order; what the first one costs, and each after each, by what ends between.

        A state is a place in the order and a role.
        """
        kept = self.orders.get(order)
        if kept is None:
            states = [(place, role) for place, part in enumerate(order) for role in role_table.going_on(part)]
            states += [(place, role) for place in range(-1, len(order)) for role in _ANYWHERE]
            start = [_step((-1, "O"), state, order) for state in states]
            steps = [
                [
                    [
                        into[ROLES.index(other[1])][ROLES.index(state[1])] + _step(state, other, order)
                        for state in states
                    ]
                    for other in states
                ]
                for into in self.intos
            ]
            kept = self.orders[order] = states, start, steps
        return kept


def _with_unknown(
    weights: Mapping[str, Scores], after: Sequence[Scores], roles: str
) -> tuple[Mapping[str, Scores], Sequence[Scores]]:
    """Return weights with columns for all roles; a role that they do not know is worse than any that they do."""
    places = [roles.find(letter) for letter in ROLES]
    known = {
        # of the features of a segment's place each has one
        name: [row[at] if at >= 0 else -_UNKNOWN * name.startswith("i:") for at in places]
        for name, row in weights.items()
    }
    return known, [[after[at][to] if at >= 0 and to >= 0 else 0.0 for to in places] for at in places]


def _behind(rows: Sequence[Scores]) -> list[tuple[Scores, float]]:
    """Return by how much more than each role another one could gain with any role after it, and the most of those."""
    gains = [[max(map(sub, other, best)) for other in rows] for best in rows]
    return [(others, max([*others[:own], *others[own + 1 :]])) for own, others in enumerate(gains)]


def _step(before: tuple[int, str], after: tuple[int, str], order: str) -> float:
    """What it costs to go from one state to another: what is skipped is missing, and nothing goes back."""
    place, following = before[0], after[0]
    if after[1] in _ANYWHERE:
        return 0.0 if following == place else _NEVER
    if following < place or (after[1] in _GOING_ON and not (following == place and before[1] in _PERSON)):
        return _NEVER
    return -_MISSING * max(0, following - place - 1)
