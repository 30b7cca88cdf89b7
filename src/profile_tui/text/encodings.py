"""What a file in another encoding than UTF-8 says, where that is certain or nearly so."""

from __future__ import annotations

import codecs
from functools import cache

_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_SIGNS = frozenset("€‚„…‘’“”•–—™\xa0©«»®°±·½×§¿¡º")
_OTHERS = ("iso8859_2", "iso8859_9", "iso8859_15")
_MOST = 0.25
"""The share of letters beyond ASCII that a text of western Europe has at most; others have far more."""


def as_utf_8(data: bytes, *, asked: bool) -> bytes | None:
    """Return a file in UTF-8; None where it is so already, or where its encoding cannot be told.

    UTF-16 is told by its first bytes. Else only Windows-1252 is known, of which Latin-1 is a part: without being asked
    for, where no letter would be another one in the encodings of other countries.

    Args:
        data: The file.
        asked: Whether the user asked for just this, and looks at what comes of it.
    """
    for mark, encoding in _UTF_16.items():
        if data.startswith(mark):
            return _exactly(data[len(mark) :], encoding)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None if _has_utf_8(data) else _from_windows(data, asked=asked)
    return None


def _exactly(data: bytes, encoding: str) -> bytes | None:
    """Return bytes in UTF-8 that give back the very same in their encoding; None where they would not."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text.encode() if "\0" not in text and text.encode(encoding) == data else None


def _has_utf_8(data: bytes) -> bool:
    """Whether some of the file is UTF-8 beyond ASCII, so that it is in two encodings."""
    return not data.decode("utf-8", "ignore").isascii()


def _from_windows(data: bytes, *, asked: bool) -> bytes | None:
    """Return a file of Windows-1252 in UTF-8; None where it is likely something else."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    beyond = [at for at, character in enumerate(text) if not character.isascii()]
    letters = sum(map(str.isalpha, text))
    if "\0" in text or not all(_is_likely(text, at, alone=asked) for at in beyond):
        return None
    if sum(text[at].isalpha() for at in beyond) > letters * _MOST:
        return None
    if not asked and any(text[at].isalpha() and text[at] not in _same_everywhere() for at in beyond):
        return None
    return text.encode() if text.encode("cp1252") == data else None


def _is_likely(text: str, at: int, *, alone: bool) -> bool:
    """Whether a character is one that a text has at such a place; with `alone`, it may be a word of its own."""
    character, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if not character.isalpha():
        return character in _SIGNS
    if character.isupper() and before.islower():
        return False  # what Macs write for an apostrophe or é
    return alone or before.isalpha() or after.isalpha()


@cache
def _same_everywhere() -> frozenset[str]:
    """The letters that have the same byte in the encodings of western, central and southern Europe."""
    pairs = [(chr(code), bytes([code])) for code in range(0xA0, 0x100)]
    return frozenset(
        character for character, byte in pairs if all(byte.decode(other, "replace") == character for other in _OTHERS)
    )
