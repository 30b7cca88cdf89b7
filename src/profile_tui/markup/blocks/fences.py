"""Fenced code: a fence counts only where it is closed."""

from __future__ import annotations

from bisect import bisect_left

from profile_tui.markup.blocks import patterns


class Fences:
    """The fences of a text that may close code, so that an unclosed one is known without another search."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._end = end
        self._closers: dict[str, list[tuple[int, int, int]]] = {"`": [], "~": []}
        for match in patterns.FENCE_END.finditer(text, start, end):
            self._closers[match[1][0]].append((match.start(), match.end(), len(match[1])))
        self._longest = {sign: _longest_after(closers) for sign, closers in self._closers.items()}

    def end_of(self, at: int) -> int:
        """Where the fenced code that starts at `at` stops; -1 where there is none."""
        opener = patterns.FENCE.match(self._text, at, self._end)
        if not opener or not patterns.FENCE_WORD.match(opener[3]):
            return -1
        sign, length = opener[1], 1 + len(opener[2])
        closers, longest = self._closers[sign], self._longest[sign]
        first = bisect_left(closers, (opener.end(),))
        if first == len(closers):
            return -1
        if longest[first] < length:
            # kramdown then takes the fence for a shorter one, and what is over for the start of the language's name.
            if opener[3][:1] in patterns.BLANKS and opener[3].strip(patterns.BLANKS):
                return -1
            length = longest[first]
        return next(stop for _, stop, size in closers[first:] if size >= length)


def _longest_after(closers: list[tuple[int, int, int]]) -> list[int]:
    longest = 0
    fences = []
    for _, _, length in reversed(closers):
        longest = max(longest, length)
        fences.append(longest)
    return fences[::-1]
