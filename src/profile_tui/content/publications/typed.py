"""Authors and links as people type or paste them."""

from __future__ import annotations

import re

from profile_tui.content.entries.entry import OTHERS, Author, Link
from profile_tui.content.publications.separators import ET_AL, MARKS, PARTICLE
from profile_tui.text.errors import UsageError
from profile_tui.text.pattern import lazily

_AND = lazily(r"\s*[,;，；]?\s+(?:and|und|et|y|e|&)\s+|\s*[;；]\s*|\s*[,，、]\s*(?:and\s+|&\s*)?")
_EMPHASIS = lazily(r"</?(?:strong|b|u|em|i|span|font|sup)\b[^<>]*>|\*\*|__|(?<![\w.*])\*(?=\w)|(?<=\w)_(?=[\s,]|$)")
_MARK_RUN = lazily(rf"(?:\\?[{re.escape(MARKS)}]|(?<=\w)[¹²³⁴⁵]|(?<=[a-z.])\d(?=\d?(?:\\?[{re.escape(MARKS)}])*$))+$")
_EAST = lazily(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_SHORT = lazily(r"(?:[^\W\d_]\.?[-\s]?){1,4}")
_ADDRESSES = (
    ("PDF", lazily(r"\.pdf(?:[?#]|$)", re.I)),
    ("arXiv", lazily(r"//(?:www\.)?arxiv\.org/", re.I)),
    ("DOI", lazily(r"//(?:dx\.)?doi\.org/", re.I)),
    ("Code", lazily(r"//(?:www\.)?git(?:hub|lab)\.com/", re.I)),
    ("Link", lazily(r"", re.I)),
)
"""What a link is called that is typed without a label, by its address."""


def authors(typed: str) -> tuple[Author, ...]:
    """Return the authors in a text: parted by commas, semicolons or `and`, with their marks; `et al.` for the rest."""
    bare = " ".join(_EMPHASIS.sub("", typed).split())
    several = ";" in bare or "；" in bare
    parts = re.split(r"\s*[;；]\s*(?:and\s+|&\s*)?", bare) if several else _parted(bare)
    return tuple(_author(part) for part in parts if part.strip(" .,"))


def _parted(typed: str) -> list[str]:
    """The names in a text without semicolons; a surname and what stands after its comma are one."""
    parts: list[str] = []
    at = 0
    for match in [*_AND.finditer(typed), None]:
        stop = match.start() if match else len(typed)
        part = typed[at:stop]
        if parts and at and typed[:at].rstrip().endswith((",", "，")) and _is_given(parts[-1], part):
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
        at = match.end() if match else stop
    return parts


def _is_given(before: str, part: str) -> bool:
    """Whether a part is the given name of the surname before it: initials, or one word after one."""
    if "," in before or _EAST.search(part) or len(before.split()) > (2 if PARTICLE.match(before) else 1):
        return False
    return _SHORT.fullmatch(part) is not None or (len(part.split()) < 3 and not ET_AL.fullmatch(part))


def _author(part: str) -> Author:
    """One author, with the marks after the name."""
    name = part.strip(" ,")
    if ET_AL.fullmatch(name):
        return OTHERS
    marks = _MARK_RUN.search(name)
    if marks is None:
        return Author(name)
    return Author(name[: marks.start()].rstrip(" ("), marks=tuple(marks[0].replace("\\", "")))


def link(word: str) -> Link:
    """Return a link from LABEL=URL, or from an address alone.

    Raises:
        UsageError: It is neither.
    """
    if re.match(r"https?://", word.strip(), re.I):
        url = word.strip()
        return Link(next(label for label, pattern in _ADDRESSES if pattern.search(url)), url)
    label, equals, url = word.partition("=")
    if not equals or not label.strip() or not url.strip():
        raise UsageError(f"{word.strip()!r} isn't a link; type LABEL=URL")
    return Link(label.strip(), url.strip())
