"""Authors and links as people type or paste them, in forms and in calls of the command line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import OTHERS, Author, Link
from profile_tui.content.entries.lexicon import ET_AL, MARKS, PARTICLES
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.text.pattern import lazily

_AND = lazily(r"\s*[,;，；]?\s+(?:and|und|et(?!\.? al)|y|e|i|&)\s+|\s*[,，、]\s*(?:and\s+|&\s*)?")
_TWO_SURNAMES = lazily(
    r"(?:^|(?<=\.\s)|(?<=\.,\s)|(?<=\s[yei]\s))[^\W\d_][^\W\d_’'-]+ [yei] [^\W\d_][\w’'-]+"
    r"(?=,\s*(?:[^\W\d_]\.|(?!.* [yei] )[^,;]+$))"
)
"""The two surnames of one person, who are turned, as `Ortega y Sal, J.`: a list has its `y` before the last only."""
_REST = lazily(r"(?<=[^\W\d_.])[,;]?\s+(et\.? al\.?|and others|u\. ?a\.)$", re.I)
"""`et al.` after the last name."""
_SEMICOLON = lazily(r"\s*[;；]\s*(?:and\s+|&\s*)?")
_EMPHASIS = lazily(
    r"</?(?:strong|b|u|em|i|a|mark|span|font|sup)\b[^<>]*>|\*\*|__|(?<![\w.*])\*(?=\w)|(?<=\w)_(?=[\s,;]|$)|(?<!\w)_(?=\w)"
)
_SET_OFF = lazily(r"(?<![^\s,;])(\*|\*{3})(?=\w)([^*,;\n]+)(?<=[\w.])\1(?![*\w])")
"""A name between two stars: it is in italics, and neither star is its mark."""
_LINKED = lazily(r"\[([^\[\]]+)\]\([^()\s]*\)(?:\{:[^{}]*\})?")
"""A name with its link, as it is copied from a page."""
_MARK_RUN = lazily(rf"(?:\\?[{re.escape(MARKS)}]|(?<=\w)[¹²³⁴⁵]|(?<=[a-z.])\d(?=\d?(?:\\?[{re.escape(MARKS)}])*$))+$")
_INITIALS = lazily(r"(?:[^\W\d_]\.?[-\s]?){1,4}")
_EAST = lazily(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_ADDRESSES = (
    ("PDF", lazily(r"\.pdf(?:[?#]|$)", re.I)),
    ("arXiv", lazily(r"//(?:www\.)?arxiv\.org/", re.I)),
    ("DOI", lazily(r"//(?:dx\.)?doi\.org/", re.I)),
    ("Code", lazily(r"//(?:www\.)?git(?:hub|lab)\.com/", re.I)),
)
"""What a link is called that is typed without a label, by its address."""


def authors(typed: str) -> tuple[Author, ...]:
    """Return the authors in a text: parted by commas, semicolons or `and`, with their marks; `et al.` for the rest."""
    copied = _SET_OFF.sub(r"\2", _LINKED.sub(r"\1", _in_a_line(typed)))
    bare = " ".join(_EMPHASIS.sub("", copied).split())
    bare = _REST.sub(", \\1", bare)
    parts = _SEMICOLON.split(bare) if ";" in bare or "；" in bare else _parted(bare)
    return tuple(name for part in parts if (name := author(part)) is not None)


def _in_a_line(typed: str) -> str:
    """Names that are typed one a line with a semicolon between them; other lines are a text that was wrapped."""
    lines = [line for line in typed.splitlines() if line.strip()]
    several = any(" " in line.strip() for line in lines[1:])
    return "; ".join(lines) if several and all(len(authors(line)) == 1 for line in lines) else typed


def author(typed: str) -> Author | None:
    """Return an author; marks after a name are marks. None for nothing but blanks and marks."""
    name = " ".join(typed.split()).strip(" ,{}")
    if ET_AL.fullmatch(name):
        return OTHERS
    marks = _MARK_RUN.search(name)
    bare = name[: marks.start()].rstrip(" (") if marks else name
    return Author(bare, marks=tuple(marks[0].replace("\\", "")) if marks else ()) if bare.strip(" .") else None


def _parted(typed: str) -> list[str]:
    """The names in a text without semicolons; a surname and what is after its comma are one."""
    parts: list[str] = []
    at = 0
    for match in [*_joints(typed), None]:
        stop = match.start() if match else len(typed)
        part = typed[at:stop]
        if parts and typed[:at].rstrip().endswith((",", "，")) and _is_given(parts[-1], part):
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
        at = match.end() if match else stop
    return parts


def _joints(typed: str) -> list[re.Match[str]]:
    """Where commas and words part names; not those between the two surnames of one."""
    within = [match.span() for match in _TWO_SURNAMES.finditer(typed)]
    return [match for match in _AND.finditer(typed) if not any(start < match.start() < end for start, end in within)]


def next_mark(typed: str, at: int, marks: Sequence[str]) -> tuple[int, int, str]:
    """Return the next mark for the name at a place: no mark, each of `marks` in turn, and none again.

    Args:
        typed: Names as they are typed.
        at: The place; between two names, the first is meant.
        marks: The marks there are.

    Returns:
        The range of what is behind the name now, and what is to be there; an empty range and text without a name.
    """
    start, stop = next((place for place in _places(typed) if at <= place[1]), (0, 0))
    name = typed[start:stop].rstrip()
    if author(name) in (None, OTHERS):
        return at, at, ""
    run = _MARK_RUN.search(name)
    begins, has = (start + run.start(), run[0].replace("\\", "")) if run else (start + len(name), "")
    turn = ["", *marks]
    after = turn[(turn.index(has) + 1) % len(turn)] if has in turn else ""
    return begins, start + len(name), after


def _places(typed: str) -> list[tuple[int, int]]:
    """The ranges of the names in a text; a surname and what is after its comma are one."""
    apart = ";" in typed or "；" in typed
    places: list[tuple[int, int]] = []
    at = 0
    for match in [*(_SEMICOLON.finditer(typed) if apart else _joints(typed)), None]:
        stop = match.start() if match else len(typed)
        is_after_comma = not apart and typed[:at].rstrip().endswith((",", "，"))
        if places and is_after_comma and _is_given(typed[slice(*places[-1])], typed[at:stop]):
            places[-1] = (places[-1][0], stop)
        else:
            places.append((at, stop))
        at = match.end() if match else stop
    return places


def _is_given(before: str, part: str) -> bool:
    """Whether a part is the given name of the surname before it: initials, or a name after a single word."""
    words = before.split()
    are_two = len(words) == 3 and words[1] in "yei"  # surnames
    family = [word for word in words if word.lower() not in PARTICLES]  # `van der Berg`
    if "," in before or _EAST.search(part) or not (are_two or len(family) <= 1):
        return False
    return _INITIALS.fullmatch(part) is not None or (len(part.split()) < 3 and not ET_AL.fullmatch(part))


_DOI = lazily(r"^([^=]*=\s*)?(?:doi:\s*)?(10\.\d{4,9}/\S+)$", re.I)


def link(typed: str) -> Link:
    """Return a link from LABEL=URL, or from an address alone; a DOI alone is that address, too.

    Raises:
        UsageError: It is neither.
    """
    typed = _DOI.sub(r"\1https://doi.org/\2", typed.strip())
    if re.match(r"https?://", typed.strip(), re.I):
        url = typed.strip()
        return Link(next((label for label, pattern in _ADDRESSES if pattern.search(url)), "Link"), url)
    label, equals, url = typed.partition("=")
    if not equals or not label.strip() or not url.strip():
        raise UsageError(
            _("“{typed}” isn't a link; write LABEL=URL, such as PDF=https://example.org/paper.pdf").format(
                typed=typed.strip()
            )
        )
    return Link(label.strip(), url.strip())
