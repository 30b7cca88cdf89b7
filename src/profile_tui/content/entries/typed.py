"""What people type for authors and links, in forms and in calls of the command line."""

from __future__ import annotations

from profile_tui.content.entries.entry import Author, Link
from profile_tui.text.errors import UsageError
from profile_tui.text.pattern import lazily

_MARKS = lazily(r"\s*([*†‡§#^✉¶∗⋆☆★]+)$")
_COMMAS = lazily(r"[,，、]")
_SEMICOLONS = lazily(r"[;；]")


def author(typed: str) -> Author | None:
    """Return an author; marks after a name are marks. None for nothing but blanks and marks."""
    name = " ".join(typed.split())
    marks = _MARKS.search(name)
    if marks:
        name = name[: marks.start()]
    return Author(name, marks=tuple(marks[1]) if marks else ()) if name else None


def authors(typed: str) -> tuple[Author, ...]:
    """Return authors separated by commas, or by semicolons where names have commas."""
    separator = _SEMICOLONS if ";" in typed or "；" in typed else _COMMAS
    words = (" ".join(word.split()).removeprefix("and ") for word in separator.split(typed))
    return tuple(one for word in words if (one := author(word)) is not None)


def link(typed: str) -> Link:
    """Return a link from LABEL=URL.

    Raises:
        UsageError: It is none.
    """
    label, equals, url = typed.partition("=")
    if not equals or not label.strip() or not url.strip():
        raise UsageError(f"“{typed.strip()}” is no link; write LABEL=URL, as PDF=https://example.org/paper.pdf")
    return Link(label.strip(), url.strip())
