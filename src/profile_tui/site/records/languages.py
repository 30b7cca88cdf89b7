"""Values that are given in several languages: maps of language codes to texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from profile_tui.text.pattern import lazily

_CODE = lazily(r"[a-z]{2}([-_][A-Za-z]{2,4})?|cn|jp|kr")


def is_one(value: object) -> bool:
    """Whether a value is a text in several languages."""
    if not isinstance(value, dict) or not value:
        return False
    return all(_CODE.fullmatch(str(key)) and isinstance(text, (str, type(None))) for key, text in value.items())


def one(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an entry with its texts in the first of their languages."""
    if not any(is_one(value) for value in data.values()):
        return data
    return {key: next(iter(value.values())) if is_one(value) else value for key, value in data.items()}


def all_of(values: Mapping[str, Any], models: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what is to be written, a text in all languages that other entries have it in."""
    written = dict(values)
    for key, value in values.items():
        model = next((model[key] for model in models if is_one(model.get(key))), None)
        if model is not None and isinstance(value, str):
            written[key] = dict.fromkeys(model, value)
    return written
