"""`mojibake`: text that was UTF-8 and was read as another encoding, as `â€™` for an apostrophe."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_RUN = lazily(r"[^\x00-\x7f]{2,}")
_ENCODINGS = ("mac_roman", "cp1252")
_UNSEEN = frozenset(("Cc", "Cn", "Co", "Cs"))
"""Categories of characters that nobody writes in a page: controls, what is not assigned, private use."""
_LATIN = (0xA0, 0x17F)
_COMMON = (_LATIN, (0x200D, 0x203A), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2190, 0x22FF), (0x2600, 0x27BF))
"""What mojibake of a word or two in a page is: accents, quotation marks and dashes, signs; and emoji."""
_EMOJI = 0x1F000
_VARIATION = 0xFE0F
_CJK = 0x2E80
_CJK_SIGNS = ((0x3000, 0x303F), (0xFF00, 0xFF65))
_PUNCTUATION = frozenset("‘’‚“”„«»‹›–—…")


def repairs(text: str) -> list[tuple[Span, str]]:
    """Return the runs of characters that are another encoding's reading of UTF-8, and what they were.

    The bytes of a run must come in just the order that UTF-8 demands. Chance can do that to two or three signs that
    stand side by side for good reasons, as `’é` or `é…»`; so what comes out must be what pages hold, and what is still
    open counts only beside what is certain.
    """
    if text.isascii():
        return []
    runs: dict[Span, str] = {}
    foreign: dict[int, str] = {}
    unlikely: list[Span] = []
    for run in _RUN.finditer(text):
        span = Span(*run.span())
        encoding, meant = _meant(run[0])
        if not meant:
            unlikely.append(span)
            continue
        runs[span] = meant
        if not all(_is_common(ord(sign)) for sign in meant):
            foreign[text.rfind("\n", 0, span.start)] = encoding
    for span in unlikely if foreign else ():
        # beside words of another script, a character or two of it are no chance
        encoding = foreign.get(text.rfind("\n", 0, span.start), "")
        if encoding and _is_written(meant := _decoded(span.of(text), encoding)):
            runs[span] = meant
    certain = [run for run in runs.items() if not _is_open(text, *run)]
    return sorted(runs.items()) if certain else []


def _meant(run: str) -> tuple[str, str]:
    """Return in which encoding a run of characters was read, and what it was; nothing where it is likely right."""
    for encoding in _ENCODINGS:
        meant = _decoded(run, encoding)
        if meant and _is_likely(meant):
            return encoding, meant
    return "", ""


def _decoded(run: str, encoding: str) -> str:
    """Return the UTF-8 that was read in an encoding; empty where it was not."""
    try:
        return b"".join(_byte(sign, encoding) for sign in run).decode("utf-8")
    except UnicodeError:
        return ""


def _byte(character: str, encoding: str) -> bytes:
    """Return the byte that a character was read from; what Windows has no character for is read as a control."""
    control = encoding == "cp1252" and "\x80" <= character <= "\x9f"
    return bytes([ord(character)]) if control else character.encode(encoding)


def _is_written(text: str) -> bool:
    """Whether characters are such as people write in pages; not where there are none."""
    return bool(text) and not any(unicodedata.category(sign) in _UNSEEN for sign in text)


def _is_likely(meant: str) -> bool:
    """Return whether characters are what a page may hold, and not what chance makes of others."""
    if not _is_written(meant):
        return False
    rare = [character for character in meant if not _is_common(ord(character))]
    letters = [character for character in rare if character.isalpha()]
    if any(not character.isalpha() and not _is_cjk_sign(ord(character)) for character in rare):
        return False
    return not rare or len(letters) >= (2 if all(ord(character) >= _CJK for character in rare) else 3)


def _is_cjk_sign(code: int) -> bool:
    """Return whether a character may be a comma, a stop or a bracket of Chinese or Japanese."""
    return any(first <= code <= last for first, last in _CJK_SIGNS)


def _is_common(code: int) -> bool:
    """Return whether a character may be all that is wrong in a word."""
    return code >= _EMOJI or code == _VARIATION or any(first <= code <= last for first, last in _COMMON)


def _is_open(text: str, span: Span, meant: str) -> bool:
    """Return whether a run may be right as it is: two signs, or one letter that no other is beside."""
    if len(meant) > 1 or not _LATIN[0] <= ord(meant) <= _LATIN[1]:
        return False
    if not meant.isalpha():
        return text[span.start] != "Â"
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if not (before.isalpha() or after.isalpha()):
        return True
    return text[span.end - 1] in _PUNCTUATION and before.isupper()


def _find(page: Page, target: Target) -> Iterator[Problem]:
    reported: set[int] = set()
    for span, meant in repairs(page.text):
        line = page.source.line_number(span.start)
        if line not in reported:
            reported.add(line)
            read = span.of(page.text)
            message = _(
                "“{read}” is “{meant}” read in the wrong encoding; `check --fix mojibake` repairs this line."
            ).format(read=read, meant=meant)
            yield Problem("warning", "mojibake", target.name, line, message)


register(Check("mojibake", 115, _find, any_generator=True, everywhere=True))
