"""The lines of a unified diff as they are shown: with their numbers in the file, and with the words that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from profile_tui.app.widgets.source import SourceLine

_STYLES = {"+": "added", "-": "removed", "@": "dim", "\\": "dim"}
_HUNK = re.compile(r"@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@")
_WORDS = re.compile(r"\w+|\s+|.")
_Ranges = tuple[tuple[int, int], ...]
_NEAR = 5
"""How many of the lines that were added are looked at for one that was removed."""
_ALIKE = 0.4
"""How much of two lines must be the same for one to be the other, changed."""
_LONGEST = 2_000
"""The longest line, in characters, whose words are compared."""


def diff_lines(diff: Sequence[str]) -> list[SourceLine]:
    """Return the lines of a diff; numbers are those of the file as it will be, of removed lines as it was."""
    shown: list[SourceLine] = []
    old = new = 0
    for line in diff:
        hunk = _HUNK.match(line)
        if hunk:
            old, new = int(hunk[1]), int(hunk[2])
        style = style_of(line)
        signed = not hunk and style != "heading" and line[:1] in (" ", "+", "-")
        number = (old if line[:1] == "-" else new) if signed else None
        shown.append(SourceLine(line, number, style, signed=signed))
        old += signed and line[:1] != "+"
        new += signed and line[:1] != "-"
    return _with_words(shown)


def style_of(line: str) -> str:
    """Return how a line of the diff is shown."""
    if line.startswith(("--- a/", "+++ b/", "--- /dev/null", "+++ /dev/null")):
        return "heading"
    return _STYLES.get(line[:1], "")


def _with_words(lines: list[SourceLine]) -> list[SourceLine]:
    """Return the lines, those that took the place of others with the words marked that differ."""
    marked_lines = list(lines)
    for removed, added in _runs(lines):
        for line in removed:
            for at, other in enumerate(added[:_NEAR]):
                marks = _unlike_words(lines[line].text[1:], lines[other].text[1:])
                if marks is not None:
                    marked_lines[line] = lines[line]._replace(marks=marks[0])
                    marked_lines[other] = lines[other]._replace(marks=marks[1])
                    added = added[at + 1 :]
                    break
    return marked_lines


def _runs(lines: Sequence[SourceLine]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the removed lines, and the added ones right after them, by their indices."""
    removed: list[int] = []
    added: list[int] = []
    for at, line in enumerate([*lines, SourceLine("")]):
        if line.style == "removed" and not added:
            removed.append(at)
        elif line.style == "added":
            added.append(at)
        else:
            yield removed, added
            removed, added = [at] if line.style == "removed" else [], []


def _unlike_words(before: str, after: str) -> tuple[_Ranges, _Ranges] | None:
    """Return the ranges of words in which two lines differ; None where they have little in common."""
    if max(len(before), len(after)) > _LONGEST:
        return None
    from difflib import SequenceMatcher

    words, other_words = _WORDS.findall(before), _WORDS.findall(after)
    matcher = SequenceMatcher(None, words, other_words, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return None
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        tuple(_range(words, first, last) for _, first, last, _, _ in changed if last > first),
        tuple(_range(other_words, first, last) for _, _, _, first, last in changed if last > first),
    )


def _range(words: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Return the characters that some words take."""
    start = sum(map(len, words[:first]))
    return start, start + sum(map(len, words[first:last]))
