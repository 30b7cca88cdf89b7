r"""Line differences. Only `\n` ends a line: U+2028, a form feed or a lone `\r` does not, as for git."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.text.named_tuple import NamedTuple

_CONTEXT = 3
_ZERO = "\0"
"""What no text has, and binary files do."""


class _Change(NamedTuple):
    """Lines `old_start:old_end` of the old text that became `new_start:new_end` of the new one, 0-based."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def unified(before: str, after: str, name: str, *, created: bool = False, removed: bool = False) -> str:
    """The differences as `git apply` and `patch` take them; empty where there are none.

    Args:
        before: The text as it was.
        after: The text as it is.
        name: The file, relative to the folder that the patch is to be applied in.
        created: Whether there was no such file before.
        removed: Whether there is none after.
    """
    if before == after:
        return ""
    label = name.lstrip("/") + ("\t" if " " in name else "")
    none = "/dev/null"
    if _ZERO in before or _ZERO in after:
        sides = (none if created else f"a/{label}", none if removed else f"b/{label}")
        return f"Binary files {sides[0]} and {sides[1]} differ\n"
    old, new = _lines(before), _lines(after)
    pieces = [f"--- {none if created else f'a/{label}'}\n", f"+++ {none if removed else f'b/{label}'}\n"]
    for hunk in _hunks(_changes(old, new)):
        pieces += _hunk(hunk, old, new)
    return "".join(pieces)


def changed_lines(before: str, after: str) -> set[int]:
    """The 1-based numbers of the lines of `after` that are new or other than in `before`."""
    if before == after:
        return set()
    changes = _changes(_lines(before), _lines(after))
    return {number for change in changes for number in range(change.new_start + 1, change.new_end + 1)}


def _lines(text: str) -> list[str]:
    r"""The lines with their ends, cut after each `\n` only."""
    pieces = text.split("\n")
    lines = [piece + "\n" for piece in pieces[:-1]]
    return [*lines, pieces[-1]] if pieces[-1] else lines


def _changes(old: list[str], new: list[str]) -> list[_Change]:
    """The changed ranges. What both have in common at the ends is cut off first: difflib is slow on long texts."""
    from difflib import SequenceMatcher

    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    end = next((at for at in range(shorter - start) if old[-1 - at] != new[-1 - at]), shorter - start)
    middle = SequenceMatcher(None, old[start : len(old) - end], new[start : len(new) - end], autojunk=False)
    return [
        _Change(one + start, two + start, three + start, four + start)
        for tag, one, two, three, four in middle.get_opcodes()
        if tag != "equal"
    ]


def _hunks(changes: list[_Change]) -> Iterator[list[_Change]]:
    """The changes in groups whose context would touch."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.old_start - hunk[-1].old_end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _hunk(changes: list[_Change], old: list[str], new: list[str]) -> Iterator[str]:
    """One hunk, header first."""
    first, last = changes[0], changes[-1]
    before = min(_CONTEXT, first.old_start)
    after = min(_CONTEXT, len(old) - last.old_end)
    start, end = first.old_start - before, last.old_end + after
    yield f"@@ -{_range(start, end)} +{_range(first.new_start - before, last.new_end + after)} @@\n"
    at = start
    for change in changes:
        yield from _marked(" ", old[at : change.old_start])
        yield from _marked("-", old[change.old_start : change.old_end])
        yield from _marked("+", new[change.new_start : change.new_end])
        at = change.old_end
    yield from _marked(" ", old[at:end])


def _range(start: int, end: int) -> str:
    """A hunk header's line number and count."""
    count = end - start
    if count == 1:
        return str(start + 1)
    return f"{start + 1 if count else start},{count}"


def _marked(mark: str, lines: list[str]) -> Iterator[str]:
    """Lines with their mark in front."""
    for line in lines:
        yield mark + line if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"
