"""Values as CSL has them: names in parts, and dates as lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from profile_tui.content.entries.entry import Author
from profile_tui.content.entries.lexicon import PARTICLES

_FAMILY = ("family", "last", "last_name", "lastname", "surname")
_GIVEN = ("given", "first", "first_name", "firstname", "forename")
_WHOLE = ("literal", "name", "author", "full", "fullname")


def name(item: Mapping[str, Any]) -> str:
    """Return the name that a map gives in one piece or in parts; empty where it gives none."""
    whole = next((str(item[key]) for key in _WHOLE if item.get(key)), "")
    particle = str(item.get("non-dropping-particle") or item.get("dropping-particle") or "")
    parts = [next((str(item[key]) for key in keys if item.get(key)), "") for keys in (_GIVEN, _FAMILY)]
    return whole or " ".join(part for part in (parts[0], particle, parts[1], str(item.get("suffix") or "")) if part)


def parts(author: Author, models: Sequence[Mapping[str, Any]]) -> dict[str, str] | None:
    """Return the map for a name, with the keys of some others; None where it is not known how to part it."""
    same = next((item for item in models if name(item).casefold() == author.name.casefold()), None)
    if same is not None and all(isinstance(value, str) for value in same.values()):
        return dict(same)
    model = next((item for item in models if name(item)), {})
    family, given, whole = (next((key for key in keys if key in model), "") for keys in (_FAMILY, _GIVEN, _WHOLE))
    if not (family and given):
        return {whole: author.name} if whole else None
    before, last = _given_and_family(author.name)
    part_of = {given: before, family: last}
    return {key: part_of[key] for key in model if part_of.get(key)} if before else {family: author.name}


def _given_and_family(whole: str) -> tuple[str, str]:
    """A name's given names and its family name, which begins with its particles."""
    words = whole.split()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:])


def issued(model: Any, year: int, *, whole: bool = False) -> Any:  # noqa: ANN401 - dates are nested in several ways
    """Return a date like another, of another year; its month and day stay where it is `whole`."""
    if isinstance(model, dict):
        kept = {
            key: issued(value, year, whole=whole) if key in ("year", "date-parts") else value
            for key, value in model.items()
            if whole or key in ("year", "date-parts")
        }
        return kept or {"year": year}
    if isinstance(model, list):
        rest = model[1:] if whole else []
        return [issued(model[0], year, whole=whole), *rest] if model else [year]
    return str(year) if isinstance(model, str) else year
