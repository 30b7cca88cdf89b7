"""Two changes of one file put together, line by line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from profile_tui.text.named_tuple import NamedTuple

_LONG = 1000


class Merged(NamedTuple):
    """Two changes put together.

    Attributes:
        data: The file with both.
        conflicts: In how many places both changed the same lines; mine are there.
    """

    data: bytes
    conflicts: int


class _Hunk(NamedTuple):
    """Lines that one change replaced.

    Attributes:
        start: The first of the replaced lines.
        end: The line after the last of them.
        lines: What is there instead.
    """

    start: int
    end: int
    lines: tuple[bytes, ...]


def merged(base: bytes, mine: bytes, theirs: bytes) -> bytes | None:
    r"""Return `theirs` with what leads from `base` to `mine`; None where the two touch the same lines.

    Args:
        base: What both began from.
        mine: One result.
        theirs: The other.
    """
    pieces = merge(base, mine, theirs)
    return None if pieces.conflicts else pieces.data


def merge(base: bytes, mine: bytes, theirs: bytes) -> Merged:
    """Return `theirs` with what leads from `base` to `mine`.

    Lines that both added in one place are all there. Where both changed the same lines, those of `mine` are there.
    """
    pieces = both(base, mine, theirs)
    made = [piece.mine if isinstance(piece, Conflict) else piece for piece in pieces]
    conflicts = sum(isinstance(piece, Conflict) for piece in pieces)
    # two changes that met where a file had no last newline would run into one line
    conflicts += any(piece and not piece.endswith((b"\n", b"\r")) for piece in made[:-1])
    return Merged(b"".join(made), conflicts)


class Conflict(NamedTuple):
    """Lines that both changed.

    Attributes:
        mine: What one made of them.
        theirs: What the other did.
    """

    mine: bytes
    theirs: bytes


def both(base: bytes, mine: bytes, theirs: bytes) -> list[bytes | Conflict]:
    """Return the file with what either changed, in pieces: as it is, or as a conflict where both did.

    Where there was nothing, each made a whole of its own, with a header maybe; such two are no one file.
    """
    if not base and mine and theirs and mine != theirs:
        return [Conflict(mine, theirs)]
    before = base.splitlines(keepends=True)
    own, other = _hunks(before, mine), _hunks(before, theirs)
    made: list[bytes | Conflict] = []
    at = 0
    while own or other:
        group_own, group_other = _next_group(own, other)
        start = min(hunk.start for hunk in (*group_own, *group_other))
        end = max(hunk.end for hunk in (*group_own, *group_other))
        made.append(b"".join(before[at:start]))
        sides = [b"".join(_side(before, start, end, group)) for group in (group_own, group_other)]
        made.append(Conflict(*sides) if group_own and group_other else sides[0 if group_own else 1])
        at = end
    made.append(b"".join(before[at:]))
    return [piece for piece in made if piece]


def chosen(pieces: Sequence[bytes | Conflict], theirs: Collection[int] = ()) -> bytes:
    """Return the file with one side of each conflict.

    Args:
        pieces: The file; see `both`.
        theirs: The indices of the pieces where the other's side is chosen.
    """
    sides = [
        piece if isinstance(piece, bytes) else piece.theirs if at in theirs else piece.mine
        for at, piece in enumerate(pieces)
    ]
    made = [side for side in sides if side]
    # no two lines run into one
    return b"".join(piece if piece.endswith((b"\n", b"\r")) else piece + b"\n" for piece in made[:-1]) + b"".join(
        made[-1:]
    )


def _next_group(own: list[_Hunk], other: list[_Hunk]) -> tuple[list[_Hunk], list[_Hunk]]:
    """Take the first hunk from the two lists, with all that overlap it or one another; what both did counts once."""
    if own and other and own[0] == other[0]:
        other.pop(0)
        return [own.pop(0)], []
    groups: tuple[list[_Hunk], list[_Hunk]] = ([], [])
    # where both added lines in one place, the order is a guess, and theirs come first
    side = 0 if own and (not other or own[0][:2] < other[0][:2]) else 1
    groups[side].append((own, other)[side].pop(0))
    end = groups[side][0].end
    grown = True
    while grown:
        grown = False
        for queue, group in zip((own, other), groups, strict=True):
            while queue and queue[0].start < end:
                group.append(queue.pop(0))
                end = max(end, group[-1].end)
                grown = True
    return groups


def _side(before: Sequence[bytes], start: int, end: int, hunks: list[_Hunk]) -> list[bytes]:
    """Return what one change made of a range of lines."""
    made: list[bytes] = []
    for hunk in hunks:
        made += before[start : hunk.start]
        made += hunk.lines
        start = hunk.end
    return made + list(before[start:end])


def _hunks(before: list[bytes], data: bytes) -> list[_Hunk]:
    """Return what leads from lines to a text."""
    after = data.splitlines(keepends=True)
    return [_Hunk(i1, i2, tuple(after[j1:j2])) for i1, i2, j1, j2 in line_changes(before, after)]


def line_changes(before: Sequence[bytes], after: Sequence[bytes]) -> list[tuple[int, int, int, int]]:
    """Return which lines `i1:i2` became which lines `j1:j2`, in order; all others are the same in both."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    tail = 0
    while tail < min(len(before), len(after)) - same and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    own, other = before[same : len(before) - tail], after[same : len(after) - tail]
    return [(same + i1, same + i2, same + j1, same + j2) for i1, i2, j1, j2 in _differences(own, other)]


def _differences(own: Sequence[bytes], other: Sequence[bytes]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where two texts differ."""
    if not own or not other:
        if own or other:
            yield 0, len(own), 0, len(other)
        return
    from difflib import SequenceMatcher

    # in a long text, lines that are everywhere aren't landmarks, and would take minutes
    matcher = SequenceMatcher(None, own, other, autojunk=len(other) > _LONG)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield i1, i2, j1, j2
