"""Writes the table of month names from CLDR, as Babel has it; the same Babel gives the same bytes.

python scripts/months.py
"""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale
from babel.localedata import locale_identifiers

TABLE = Path(__file__).parents[1] / "src/profile_tui/content/languages/months.txt"
FIRST = (
    "en de fr es pt it nl pl ru tr sv da nb fi cs el hu ro uk ca id vi ja ko zh zh-Hant ar fa he th sk sl hr sr "
    "sr-Latn bg lt lv et eu gl is hi bn ms ka hy kk mk sq"
).split()
"""The languages that win where a name says as much for another."""
FORMS = (("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated"), ("stand-alone", "abbreviated"))
BETWEEN = "de del der do di da of ngày พ.ศ".split()
"""What people write between the parts of a date though CLDR does not."""
BEFORE = "le am den el il o ngày vom".split()
"""What people write before a date."""
AFTER = "г года год р року років r. r roku god. godine г. թ. թ".split()
"""What people write after a year though CLDR does not."""
ORDINALS = "er re e ère ro º ª ° .º .ª :e :a -e -a -а -го -те -ға -ші th st nd rd an".split()
"""What people write after the number of a day."""
_TOKEN = re.compile(r"'((?:[^']|'')*)'|([yYMLdG])\2*|(.)", re.S)
_PIECE, _NEAR = 4, 40
"""How many letters are compared, and with how many rows before."""
_EDGE = " \u00a0\u202f\u200f.,،⹁/-"


def pieces(pattern: str, era: str) -> list[tuple[str, str]]:
    """Return a pattern of CLDR as pairs of a field's letter (empty for literal text) and the text."""
    found: list[tuple[str, str]] = []
    for quoted, letter, other in _TOKEN.findall(pattern):
        if letter and letter != "G":
            found.append((letter.replace("L", "M").replace("Y", "y"), ""))
            continue
        text = quoted or other or (era if letter else "'")
        if found and not found[-1][0]:
            found[-1] = ("", found[-1][1] + text)
        else:
            found.append(("", text))
    return found


def patterns(locale: Locale) -> list[str]:
    """Return the patterns of a locale that show a month and a year."""
    skeletons = locale.datetime_skeletons
    found = [str(skeletons[name].pattern) for name in ("yMMMM", "yMMM", "yMMMd", "yMMMMd") if name in skeletons]
    found += [str(locale.date_formats[length].pattern) for length in ("long", "medium")]
    return [pattern for pattern in found if "#" not in pattern]


def main() -> None:
    """Writes the table."""
    rows: dict[str, str] = {}
    before, between, after = set(BEFORE), set(BETWEEN), set(AFTER)
    for identifier in sorted(locale_identifiers(), key=lambda one: (len(one), one)):
        locale = Locale.parse(identifier)
        tag = identifier.replace("_", "-")
        forms = _names(locale)
        shown = patterns(locale)
        if not shown or not forms[0] or forms[0][0] == "M01" or tag.startswith("en-"):
            continue
        row = _row(forms, shown)
        if not any(tag.startswith(one + "-") and rows[one] == row for one in rows):
            rows[tag] = row
        era = str(dict(locale.eras.get("abbreviated", {})).get(1, "")) or "AD"
        for pattern in shown:
            _collect_words(pieces(pattern, era), before, between, after)
    order = _like_beside_like(rows, [tag for tag in FIRST if tag in rows])
    lists = [sorted(words, key=lambda one: (-len(one), one)) for words in (before, between, after, set(ORDINALS))]
    head = "".join(f"{name} {';'.join(words)}\n" for name, words in zip(("<", "=", ">", "#"), lists, strict=True))
    TABLE.write_text(head + "".join(f"{tag} {rows[tag]}\n" for tag in order), encoding="utf-8")


def _like_beside_like(rows: dict[str, str], first: list[str]) -> list[str]:
    """Return the languages, those that win first, each of the others after others like it: so the table packs well."""
    pieces_of = {tag: {row[at : at + _PIECE] for at in range(len(row) - _PIECE + 1)} for tag, row in rows.items()}
    order, left = list(first), sorted(rows.keys() - set(first))
    while left:
        near = set[str]().union(*(pieces_of[tag] for tag in order[-_NEAR:]))
        order.append(max(left, key=lambda tag: len(pieces_of[tag] & near) / len(pieces_of[tag])))
        left.remove(order[-1])
    return order


def _row(forms: list[tuple[str, ...]], shown: list[str]) -> str:
    """Return the row of a locale: flags for months that stand alone in a date and for a period after it, and names."""
    alone = "L" if "L" in shown[0] else ""
    period = "." if re.search(r"[yd]\.$", shown[-2 if len(shown) > 1 else 0]) else ""
    return alone + period + "".join("\t" + "".join(f";{name}" for name in form) for form in forms)


def _collect_words(parts: list[tuple[str, str]], before: set[str], between: set[str], after: set[str]) -> None:
    """Add the words of a pattern to those that stand before, between or after the fields of a date."""
    named = [at for at, (letter, _) in enumerate(parts) if letter]
    for at, (letter, text) in enumerate(parts):
        bare = text.strip(_EDGE).casefold()
        if letter or not bare:
            continue
        if at > named[-1]:
            after.add(text.strip().casefold())
        else:
            (before if at < named[0] else between).add(bare)


def _names(locale: Locale) -> list[tuple[str, ...]]:
    """Return the names of a locale's months in the four forms; one is empty where it says no more than another."""
    forms: list[tuple[str, ...]] = []
    for context, width in FORMS:
        found = locale.months.get(context, {}).get(width, {})
        names = tuple(str(found.get(number, "")) for number in range(1, 13))
        useless = not all(names) or any(name.isdigit() for name in names) or names in forms
        forms.append(() if useless else names)
    return forms


if __name__ == "__main__":
    main()
