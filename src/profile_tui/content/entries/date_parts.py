"""Parts of a date in words: what follows the number of a day, a season, the digits of other scripts."""

from __future__ import annotations


def english_ordinal(day: int) -> str:
    """Return what English puts after the number of a day."""
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def in_digits_of(model: str, written: str) -> str:
    """Return numbers in the digits that the model has, as those of Persian or Hindi."""
    digit = next((character for character in model if character.isdecimal()), "0")
    if digit.isascii():
        return written
    zero = ord(digit) - int(digit)
    return "".join(chr(zero + int(character)) if character.isdecimal() else character for character in written)


def season(month: int) -> str:
    """The season of a month."""
    return ("Winter", "Spring", "Summer", "Fall")[month % 12 // 3]
