"""Lists that are grouped by years: a map with years for keys, or a list of maps with a year and its entries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from profile_tui.markup.csv import CsvDocument
from profile_tui.markup.yaml.document import YamlDocument
from profile_tui.site.records.list_refs import Where, at, value_at
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_YEAR = lazily(r"(?:19|20)\d\d")
_SEVERAL = 2
"""Of fewer years, the only one stays."""


def added(document: YamlDocument, where: Where, year: int, item: Mapping[str, Any]) -> list[Splice]:
    """Return the splices that put a group for another year beside the group whose list is at `where`.

    Raises:
        Refused: It cannot be written without touching something else.
    """
    split = _split(where)
    groups = value_at(document.data, where[:split])
    if isinstance(groups, dict):
        return [_key(document, where, year, item)]
    list_key = where[-1]
    model = groups[where[split]]
    key = next((key for key, value in model.items() if _is_year(value)), None)
    if key is None or set(model) != {key, list_key}:
        raise Refused(_("the groups here say more than their year; add the new year by hand"))
    written = year if isinstance(model[key], int) else str(year)
    years = [group.get(key) if isinstance(group, dict) else None for group in groups]
    return document.insert_item(where[:split], _index(years, year), {str(key): written, str(list_key): [dict(item)]})


def emptied(document: YamlDocument | CsvDocument, where: Where) -> list[Splice]:
    """Return the splices that take a year away with its only entry, which would still be a heading; none for others."""
    if isinstance(document, CsvDocument) or not where:
        return []
    split = _split(where)
    groups = value_at(document.data, where[:split])
    if len(at(document.data, where)) != 1 or len(groups) < _SEVERAL:
        return []
    if isinstance(groups, dict):
        return document.remove_key(where)
    group = groups[where[split]]
    says_more = {key for key in group if key != where[-1] and not _is_year(group[key])}
    return [] if says_more else document.remove_item(where[: split + 1])


def _key(document: YamlDocument, where: Where, year: int, item: Mapping[str, Any]) -> Splice:
    """The lines of a year that is a key, with an entry as those of a neighbour are written."""
    text = document.text
    groups = list(value_at(document.data, where[:-1]))
    index = _index(groups, year)
    own = document.key_lines(where)
    [line] = document.insert_item(where, 0, dict(item))
    if not isinstance(line.text, str) or not at(document.data, where):
        raise Refused(_("the lists here are written in one line; add the new year by hand"))
    head = text[own.start : text.index("\n", own.start) + 1]
    if str(where[-1]) not in head or not own.start < line.span.start <= own.end:
        raise Refused(_("the lists here are written in one line; add the new year by hand"))
    before = index < len(groups)
    beside = document.key_lines((*where[:-1], groups[index if before else -1]))
    between = _blank_after(text, own) or _blank_before(text, own)
    written = (
        re.sub(r"#.*", "", head).rstrip().replace(str(where[-1]), str(year), 1) + "\n" + line.text.strip("\n") + "\n"
    )
    spot = beside.start if before else beside.end
    lead = "" if before or text[:spot].endswith("\n") else "\n"
    return Splice.insert(spot, written + between if before else lead + between + written)


def _blank_after(text: str, lines: Span) -> str:
    """The blank lines after some lines, where something follows them."""
    match = re.compile(r"(?:[ \t]*\n)*").match(text, lines.end)
    return "\n" * match[0].count("\n") if match and text[match.end() :].strip() else ""


def _blank_before(text: str, lines: Span) -> str:
    """The blank lines before some lines."""
    match = re.search(r"\n((?:[ \t]*\n)*)$", text[: lines.start])
    return "\n" * match[1].count("\n") if match else ""


def _index(years: list[Any], year: int) -> int:
    """Where a year belongs among others."""
    known = [int(text) for text in map(str, years) if _YEAR.fullmatch(text)]
    ascending = len(known) > 1 and known[0] < known[-1]
    later = (
        at_ for at_, text in enumerate(map(str, years)) if _YEAR.fullmatch(text) and (int(text) > year) == ascending
    )
    return next(later, len(years))


def _is_year(value: object) -> bool:
    """Whether a value is a year."""
    return _YEAR.fullmatch(str(value)) is not None


def _split(where: Where) -> int:
    """How many steps lead to the groups."""
    return len(where) - 1 if isinstance(where[-1], str) and _is_year(where[-1]) else len(where) - 2


def place(data: Any, where: Where, year: int) -> Where:  # noqa: ANN401 - YAML holds anything
    """Return where the list of a year is, once it is there.

    Raises:
        Refused: It is not.
    """
    split = _split(where)
    groups = value_at(data, where[:split])
    if isinstance(groups, dict) and str(year) in groups:
        return (*where[:split], str(year))
    for index, group in enumerate(groups if isinstance(groups, list) else ()):
        if isinstance(group, dict) and any(str(value) == str(year) for value in group.values()):
            return (*where[:split], index, where[-1])
    raise Refused(_("the new year could not be read again; nothing was written"))


def same_others(before: Any, after: Any, where: Where, year: int) -> bool:  # noqa: ANN401 - YAML holds anything
    """Whether all but the group of a year is as it was."""
    split = _split(where)
    old, new = value_at(before, where[:split]), value_at(after, where[:split])
    if isinstance(old, dict) and isinstance(new, dict):
        return {key: value for key, value in new.items() if key != str(year)} == old
    if isinstance(old, list) and isinstance(new, list):
        index = place(after, where, year)[split]
        return [group for number, group in enumerate(new) if number != index] == old
    return False
