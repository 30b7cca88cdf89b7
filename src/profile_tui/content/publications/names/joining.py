"""What parts the names of a list: two of them, and the last of several."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from profile_tui.content.entries.lexicon import AND_OTHERS, ET_AL, MARKS
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.text.dataclass import dataclass, replace
from profile_tui.text.pattern import lazily

_WORDS = lazily(r"\w|&|\+")
_LEFT_OUT = lazily(r"[,;]?\s*\[?(?:\.\.\.+|…)\]?(?=\s*(?:[,;&]|and\b))|\[?(?:\.\.\.+|…)\]?\s*")
"""What stands for people between two names, with the separator that goes with it."""
_STRAY = lazily(rf"[{re.escape(MARKS)}\ufffc]|\([^()]*\)|\$[^$]*\$|\d")


@dataclass(frozen=True, slots=True)
class Joining:
    """How names are joined."""

    between: str = ", "
    pair: str = ", "
    """Between two that are all."""
    last: str = ", "
    """Before the last of three or more."""

    def after_stops(self) -> Joining:
        """Return how names are joined that end in a stop of their own."""
        return Joining(self.between.lstrip("."), self.pair.lstrip("."), self.last.lstrip("."))

    def join(self, names: Sequence[str]) -> str:
        """Return a list of names."""
        if len(names) < 3:
            return self.pair.join(names)
        return self.between.join(names[:-1]) + self.last + names[-1]


def joining_of(citations: Sequence[Citation], *, commas: bool) -> Joining:
    """Return how the entries of a list join names; `commas` where a comma is within the first name of each."""
    pairs: Counter[str] = Counter()
    between: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for citation in citations:
        names = citation.names
        if names is None or not names.places:
            continue
        written = [
            _between(citation, end, start) for (_, end), (start, _) in zip(names.places, names.places[1:], strict=False)
        ]
        if leaves_out(citation):
            between.update(written)
        elif len(written) == 1:
            pairs[written[0]] += bool(written[0].strip()) or not _has_dots(citation)
        elif written:
            between.update(written[:-1])
            last[written[-1]] += 1
    return made(pairs, between, last, commas=commas)


def made(pairs: Counter[str], between: Counter[str], last: Counter[str], *, commas: bool) -> Joining:
    """Return the commonest of each; what no entry shows follows from what others show."""
    pair, middle, final = (_commonest(each) for each in (pairs, between, last))
    if middle is None:
        middle = next((word for word in (final, pair) if word and not _WORDS.search(word)), ", ")
    if pair == ", " and ";" in middle:
        pair = None  # a name that is turned
    if final is None:
        final = pair or middle
        if pair and _WORDS.search(pair) and pair.startswith(" ") and commas and middle.strip() == ",":
            final = pair
    if pair is None:
        pair = final
        if _WORDS.search(final) and final[0] in ",;" and not commas:
            pair = final[1:]  # `A and B` beside `A, B, and C`
    return Joining(middle, pair, final)


def by_word(citations: Sequence[Citation], joining: Joining, text: str) -> Joining:
    """Return how a list joins names that turns the first one only, and shows none that are joined: by a word.

    `Moss, Anna, Ben Reed` would be three people, or two.

    Args:
        citations: Its entries.
        joining: How its entries join names.
        text: The page, which tells the language.
    """
    if any(len(each.names.places) > 1 and not leaves_out(each) for each in citations if each.names):
        return joining
    from profile_tui.content.languages.headings import language_of
    from profile_tui.content.languages.naming import joint_word

    word = joint_word(language_of(AND_OTHERS.sub("", text), 0))  # `et al.` is no French
    last = f"{',' if word == joint_word('') else ''} {word} "  # English has a comma, too, after one that is turned
    return replace(joining, pair=last, last=last)


def _commonest(counts: Counter[str]) -> str | None:
    """The commonest of some texts."""
    common, count = counts.most_common(1)[0] if counts else ("", 0)
    return common if count else None


def _between(citation: Citation, start: int, end: int) -> str:
    """What parts two names, without the marks that are there too, and without what stands for others."""
    written = _STRAY.sub("\0", _LEFT_OUT.sub("", citation.shown.text[start:end].replace("\n", " ")))
    return re.sub(r"\s+", " ", re.sub(r"\s*\0(?:\s*\0)*(?:\s+(?=[,;]))?", "", written)) or " "


def _has_dots(citation: Citation) -> bool:
    """Whether dots stand for people between two, as in `Moss, A. … Reed, B.`, which nothing else joins."""
    names = citation.names
    return names is not None and _LEFT_OUT.search(citation.shown.text, names.start, names.places[-1][0]) is not None


def leaves_out(citation: Citation) -> bool:
    """Return whether an entry says that it leaves authors out."""
    names = citation.names
    return names is not None and ET_AL.search(citation.shown.text, names.places[-1][1], names.end) is not None
