"""The last commit's version of a file with the lines that this program saved, and none of other programs' changes."""

from __future__ import annotations

from collections.abc import Sequence

from profile_tui.text.named_tuple import NamedTuple
from profile_tui.workspace.drafts.merge import line_changes


class _Line(NamedTuple):
    """A line of one state of a file.

    Attributes:
        own: Whether this program wrote it.
        covers: The lines of the commit that it is, or that are gone for it.
    """

    own: bool
    covers: frozenset[int]


def since(head: bytes, pairs: Sequence[tuple[bytes, bytes]]) -> Sequence[tuple[bytes, bytes]]:
    """Return the saves that a commit does not have yet, as far as its content tells."""
    for at in range(len(pairs) - 1, -1, -1):
        if pairs[at][1] == head:
            return pairs[at + 1 :]
        if pairs[at][0] == head:
            return pairs[at:]
    return pairs


def with_own_lines(head: bytes, pairs: Sequence[tuple[bytes, bytes]], disk: bytes) -> bytes | None:
    """Return the commit's version of a file with what this program changed.

    What another program changed in a line that this program saved goes with it: it is the user's last word on it.

    Args:
        head: The file as the last commit has it.
        pairs: What it held before and after each save, oldest first.
        disk: What it holds now.

    Returns:
        The file; None where the two sorts of changes cannot be told apart.
    """
    pairs = since(head, pairs)
    if not pairs or head == disk:
        return head
    states = [head, *(state for pair in pairs for state in pair), disk]
    if all(states[at] == states[at + 1] for at in range(0, len(states), 2)):
        return disk  # nobody else changed anything
    before = head.splitlines(keepends=True)
    after = disk.splitlines(keepends=True)
    lines = [_Line(False, frozenset((at,))) for at in range(len(before))]
    gone: set[int] = set()
    for at in range(len(states) - 1):
        lines = _step(lines, states[at], states[at + 1], is_own=at % 2 == 1, gone=gone)
    made: list[bytes] = []
    start = 0
    for i1, i2, j1, j2 in line_changes(before, after):
        kept = [before[at] for at in range(i1, i2) if at not in gone]
        ordered = _ordered(kept, [(after[at], lines[at].own) for at in range(j1, j2)])
        if ordered is None:
            return None
        made += [*before[start:i1], *ordered]
        start = i2
    made += before[start:]
    whole = all(line.endswith((b"\n", b"\r")) for line in made[:-1])
    return b"".join(made) if whole else None


def _step(lines: list[_Line], old: bytes, new: bytes, *, is_own: bool, gone: set[int]) -> list[_Line]:
    """Return the lines of the next state; note in `gone` the commit's lines that this program took away."""
    made: list[_Line] = []
    start = 0
    for i1, i2, j1, j2 in line_changes(old.splitlines(keepends=True), new.splitlines(keepends=True)):
        replaced = lines[i1:i2]
        covers = frozenset[int]().union(*(line.covers for line in replaced))
        own = is_own or any(line.own for line in replaced)
        if own:
            gone |= covers
        made += lines[start:i1]
        made += [_Line(own, covers)] * (j2 - j1)
        start = i2
    return [*made, *lines[start:]]


def _ordered(kept: list[bytes], new: list[tuple[bytes, bool]]) -> list[bytes] | None:
    """Return the lines that stay and this program's new ones in their order; None where that is unclear."""
    own = [line for line, is_own in new if is_own]
    if not own or not kept:
        return own or kept
    flags = [is_own for _, is_own in new]
    if flags == sorted(flags, reverse=True):
        return own + kept
    return kept + own if flags == sorted(flags) else None
