"""The best sequence of roles for an entry's segments, decoded as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

ROLES = "TBIVYNLO"
"""Title, the beginning of a person, more of that person, venue, year, volume and pages, link label, anything else."""

Scores = Sequence[float]
_FORCED = 1e6
_APART = 400.0
"""What it costs a title to go on where the look ends that sets it off."""


class Model:
    """Weights of evidence for roles, and of one role after another."""

    def __init__(self, weights: Mapping[str, Scores], after: Sequence[Scores]) -> None:
        """Take the weights; `after[i][j]` is of role `j` after role `i`."""
        self.weights = weights
        self.after = after
        self.into = [[row[j] for row in after] for j in range(len(ROLES))]
        apart = [list(row) for row in after]
        apart[0][0] -= _APART
        self.into_apart = [[row[j] for row in apart] for j in range(len(ROLES))]
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

    def roles(self, emissions: Sequence[Scores], apart: Sequence[bool]) -> str:
        """Return the best sequence of roles; `apart` tells where a look ends that sets something off."""
        return self.decode(emissions, apart)[0]

    def roles_with_title(self, emissions: Sequence[Scores], apart: Sequence[bool]) -> str:
        """Return the best sequence in which some segment is a title."""
        best, most = "", float("-inf")
        for index, emission in enumerate(emissions):
            forced = [*emissions[:index], [emission[0] + _FORCED, *emission[1:]], *emissions[index + 1 :]]
            said, score = self.decode(forced, apart)
            if score > most:
                best, most = said, score
        return best

    def decode(self, emissions: Sequence[Scores], apart: Sequence[bool]) -> tuple[str, float]:
        """Return the best sequence of roles and its score."""
        if not emissions:
            return "", 0.0
        score = list(emissions[0])
        back: list[list[int]] = []
        for emission, ends in zip(emissions[1:], apart[1:], strict=True):
            into = self.into_apart if ends else self.into
            row: list[int] = []
            fresh: list[float] = []
            for role, own in enumerate(emission):
                sums = [a + b for a, b in zip(score, into[role], strict=True)]
                best = max(sums)
                row.append(sums.index(best))
                fresh.append(best + own)
            back.append(row)
            score = fresh
        most = max(score)
        at = score.index(most)
        path = [ROLES[at]]
        for row in reversed(back):
            at = row[at]
            path.append(ROLES[at])
        return "".join(reversed(path)), most
