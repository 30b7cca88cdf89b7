"""Answers read with care: JSON of any shape, and XML without entities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from profile_tui.text.catalogue import _
from profile_tui.workspace.lookup.errors import NoAnswer

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WEB_PAGE = ("<!doctype html", "<html")


class WrongShape(NoAnswer):
    """An answer is not what the service is documented to give."""


def json_of(text: str) -> Any:  # noqa: ANN401 - JSON holds anything
    """Return the data of an answer in JSON.

    Raises:
        WrongShape: It is none.
    """
    import json

    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise WrongShape(what_stands(text)) from None


def xml_of(text: str) -> Element:
    """Return the root of an answer in XML, names without their namespaces.

    Raises:
        WrongShape: It is none, or declares entities, which could be made to grow without bound.
    """
    from xml.etree.ElementTree import ParseError, fromstring

    head = text[: text.find("<", text.find("?>") + 1) + 16].casefold() if "?>" in text[:200] else text[:16].casefold()
    if head.lstrip().startswith(_WEB_PAGE):
        raise WrongShape(what_stands(text))
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise WrongShape(_("an XML answer with declarations, which are not read"))
    try:
        root = fromstring(text)
    except (ParseError, ValueError, RecursionError):
        raise WrongShape(what_stands(text)) from None
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    return root


def what_stands(text: str) -> str:
    """Return what is in the place of the data that were asked for."""
    if not text.strip():
        return _("an empty answer")
    if text.lstrip()[:400].casefold().startswith(_WEB_PAGE):
        return _("a web page, not data")
    return _("an answer that is cut short or garbled")


def at(data: object, *keys: str | int) -> object:
    """Return what is in data under keys and indices; None where there is no such place."""
    for key in keys:
        if isinstance(key, str) and isinstance(data, dict):
            data = data.get(key)
        elif isinstance(key, int) and isinstance(data, list) and key < len(data):
            data = data[key]
        else:
            return None
    return data


def text_at(data: object, *keys: str | int) -> str:
    """Return the text in a place, on one line; of a list its first; empty where there is none."""
    value = at(data, *keys)
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, (str, int)) and str(item).strip()), "")
    return " ".join(str(value).split()) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


def items_at(data: object, *keys: str | int) -> list[object]:
    """Return the items in a place; where a list of one is given as that one, it."""
    value = at(data, *keys)
    return value if isinstance(value, list) else [] if value is None else [value]


def texts_at(data: object, *keys: str | int) -> list[str]:
    """Return the texts among the items in a place."""
    return [text for item in items_at(data, *keys) if (text := text_at(item))]


def inner_text(element: Element, path: str) -> str:
    """Return all text of the first element of a path, on one line; empty where there is none."""
    inner = element.find(path)
    return " ".join("".join(inner.itertext()).split()) if inner is not None else ""


def inner_texts(element: Element, path: str) -> Iterator[str]:
    """Yield the texts of the elements of a path."""
    for inner in element.iterfind(path):
        if text := " ".join("".join(inner.itertext()).split()):
            yield text
