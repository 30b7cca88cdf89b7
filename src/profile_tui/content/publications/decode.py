"""The best sequence of roles for an entry's segments, decoded as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

ROLES = "TBIVYNLO"
"""Title, the beginning of a person, more of that person, venue, year, volume and pages, link label, anything else."""

Scores = Sequence[float]


class Model:
    """Weights of evidence for roles, and of one role after another."""

    def __init__(self, weights: Mapping[str, Scores], after: Sequence[Scores]) -> None:
        """Take the weights; `after[i][j]` is of role `j` after role `i`."""
        self.weights = weights
        self.after = after
        self.into = [[row[j] for row in after] for j in range(len(ROLES))]
        self.known: dict[tuple[str, ...], list[float]] = {}

    def emission(self, evidence: tuple[str, ...]) -> list[float]:
        """Return how well each role fits some evidence."""
        found = self.known.get(evidence)
        if found is None:
            get = self.weights.get
            rows = [row for row in map(get, evidence) if row is not None]
            found = list(map(sum, zip(*rows, strict=True))) if rows else [0.0] * len(ROLES)
            if len(self.known) < 20000:
                self.known[evidence] = found
        return found

    def roles(self, emissions: Sequence[Scores]) -> str:
        """Return the best sequence of roles."""
        return "".join(ROLES[number] for number in self.decode(emissions))

    def decode(self, emissions: Sequence[Scores]) -> list[int]:
        """Return the best sequence of roles, as their numbers."""
        if not emissions:
            return []
        score = list(emissions[0])
        back: list[list[int]] = []
        into = self.into
        for emission in emissions[1:]:
            row: list[int] = []
            fresh: list[float] = []
            for role, own in enumerate(emission):
                sums = [a + b for a, b in zip(score, into[role], strict=True)]
                best = max(sums)
                row.append(sums.index(best))
                fresh.append(best + own)
            back.append(row)
            score = fresh
        at = score.index(max(score))
        path = [at]
        for row in reversed(back):
            at = row[at]
            path.append(at)
        return path[::-1]
