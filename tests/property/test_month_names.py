"""Every language that CLDR has: its dates read back, and are written from their neighbours as CLDR writes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.localedata import locale_identifiers

from profile_tui.content.entries import dates

FORMATS = ("long", "medium", "yMMMM", "yMMM")
DAYS = ("long", "medium")
FULL = ("long", "yMMMM")
UNREAD = {"tok", "prg", "bo", "dz", "en-Dsrt", "en-Shaw"}
"""Alphabets made for English, Tibetan numbers for months, and languages that write `#3` or `05.03 st. 2024`."""


def written(locale: Locale, form: str, day: date) -> str:
    return str(format_date(day, form, locale) if form in DAYS else format_skeleton(form, day, locale=locale))


def locales() -> Iterator[tuple[str, Locale]]:
    """Those whose months have names, each but once."""
    known = set()
    for name in sorted(locale_identifiers()):
        tag, locale = name.replace("_", "-"), Locale.parse(name)
        texts = tuple(written(locale, form, date(2024, month, 5)) for form in FORMATS for month in (3, 11))
        if texts not in known and not any(tag.startswith(one) for one in UNREAD) and "M03" not in "".join(texts):
            known.add(texts)
            yield tag, locale


LOCALES = tuple(locales())
KNOWN = ("dua: ", "bas: ", "gaa: Abe", "st: 2024 Jan", "teo: ", "mni: \u200c")
"""Short names that are English ones for another month, and one that begins with a mark that nobody sees."""
in_each_form = pytest.mark.parametrize("form", FORMATS)


@in_each_form
def test_dates_read_back(form: str) -> None:
    wrong = []
    for tag, locale in LOCALES:
        for month in range(1, 13):
            day = date(2024, month, 5)
            text = written(locale, form, day)
            found_date = dates.at(text, 0, language=tag)
            iso = day.isoformat() if form in DAYS else day.isoformat()[:7]
            if named(text) and (found_date is None or (found_date.iso, found_date.end) != (iso, len(text))):
                wrong.append(f"{tag}: {text}")
    assert " ".join(one for one in wrong if not one.startswith(KNOWN)) == ""


@in_each_form
def test_the_next_date_reads_back_and_full_names_are_as_cldr_writes_them(form: str) -> None:
    wrong = []
    for tag, locale in LOCALES:
        neighbours = [written(locale, form, date(2023, month, 4)) for month in (10, 12, 3, 4)]
        shapes = [
            dates.DateFormat.of(found_date) for one in neighbours if (found_date := dates.at(one, 0, language=tag))
        ]
        for month in range(1, 13) if named(neighbours[0]) else ():
            day = date(2024, month, 7)
            iso = day.isoformat() if form in DAYS else day.isoformat()[:7]
            text = shapes[0].write(iso, shapes, tag)
            again = dates.at(text, 0, language=tag)
            same = text.replace("’", "'") == written(locale, form, day).replace("’", "'")
            if again is None or again.iso != iso or (form in FULL and not same):
                wrong.append(f"{tag}: {text}")
    assert " ".join(one for one in wrong if not one.startswith(KNOWN)) == ""


def named(text: str) -> bool:
    """Whether a date has letters other than the `г.` of a year."""
    return any(character.isalpha() for character in text.replace("г.", ""))


def test_all_of_cldr_is_asked() -> None:
    assert len(LOCALES) > 280
    assert len({tag.split("-")[0] for tag, _ in LOCALES}) > 200
