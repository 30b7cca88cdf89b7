"""The links of publications that are maps: keys that hold an address, maps of words to addresses, lists of links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from profile_tui.content.entries.entry import Link, Values, links_in
from profile_tui.markup import escape
from profile_tui.site.records import nested
from profile_tui.site.records.key_names import KeyNames
from profile_tui.site.records.keyed import Data
from profile_tui.site.records.plan import Plan
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily

_PAPER = ("paperurl", "pdf", "link", "url", "html", "page", "URL", "website")
_PAPER_WORDS = ("paper", "title", "link", "url", "pdf", "html")
_LISTS = ("links", "urls", "buttons", "resources")
_URLS = ("url", "link", "href", "target", "address")
_WORDS = ("name", "label", "text", "title", "display", "type")
_PREFIXES = {"doi": "https://doi.org/", "arxiv": "https://arxiv.org/abs/"}
_NUMBERS = lazily(r"(?=.*\d)(?:pp?\.\s*)?[A-Z]{0,2}[\d\s,.:;()\u2013\u2014-]+")
_IDENTIFIER = lazily(r"10\.\d{4,9}/\S+|\d{4}\.\d{4,5}(v\d+)?|[a-z-]+/\d{7}")


def read(data: Data, names: KeyNames) -> list[Link]:
    """Return the links among the values of a map."""
    links = nested.named(data)
    for key, value in data.items():
        if shape := _list_shape(key, value, names):
            links += [
                Link(str(link.get(shape[0]) or "Link"), target) for link in value if (target := _target(link, shape[1]))
            ]
        elif key == "links" and isinstance(value, dict):
            links += [Link(str(label), target) for label, address in value.items() if (target := _target(address))]
        elif key in names.links and (target := _target(value)) and not _is_number(key, target, names):
            links.append(Link(names.links[key], _prefix(key, target, names) + target))
    return links


def _target(value: object, key: str = "url") -> str:
    """The target of a link; empty where the value is none."""
    if isinstance(value, dict):
        value = value.get(key)
    if isinstance(value, float):
        return str(value)  # `2605.01234` of arXiv, which is a number to YAML; so it is printed
    return value.strip() if isinstance(value, str) else ""


def _is_number(key: str, value: str, names: KeyNames) -> bool:
    """Whether a value isn't an address but a number, as that of a page is."""
    return _NUMBERS.fullmatch(value) is not None and not _prefix(key, value, names)


def _prefix(key: str, value: str, names: KeyNames) -> str:
    """What the site puts before the value of a key to make an address of it."""
    if "://" in value:
        return ""
    bound = (names.prefixes or {}).get(key, "")
    return bound or (_PREFIXES.get(key.lower(), "") if _IDENTIFIER.fullmatch(value) else "")


def _list_shape(key: str, value: object, names: KeyNames) -> tuple[str, str] | None:
    """The keys of words and address in a list of links; None of what is no such list."""
    if not isinstance(value, list) or not value or not all(isinstance(link, dict) for link in value):
        return None
    bound = next((link_list for link_list in names.link_lists if link_list.key == key), None)
    if bound is None and key not in _LISTS:
        return None
    first = value[0]
    url = bound.url if bound and bound.url in first else next((name for name in _URLS if name in first), "")
    words = bound.label if bound and bound.label in first else next((name for name in _WORDS if name in first), "")
    return (words, url) if url else None


def plan(made: Plan, data: Data, values: Values, like: Sequence[Data], names: KeyNames, *, new: bool) -> None:
    """Set the keys of the links; those that are no more are dropped.

    Raises:
        Refused: The entries here have no place for one of them.
    """
    wanted = links_in(values)
    if maps := [item["links"] for item in (data, *like) if isinstance(item.get("links"), dict)]:
        made.set["links"] = _as_map(wanted, {} if new else maps[0], names)
        return
    rest = list(_in_keys(made, data, wanted, like, names, new=new))
    lists = [
        (key, shape, item[key])
        for item in (data, *like)
        for key in item
        if (shape := _list_shape(key, item[key], names))
    ]
    if rest and not lists:
        known = ", ".join(dict.fromkeys(names.links[key] for key in _places(data, like, names))) or "none"
        raise Refused(
            _("the entries here have no place for a link {label!r}; there are {known}").format(
                label=rest[0].label, known=known
            )
        )
    if lists and (rest or lists[0][0] in data):
        _in_list(made, data, rest, lists[0], new=new)


def _as_map(wanted: Sequence[Link], own: dict[str, Any], names: KeyNames) -> dict[str, str]:
    """The map of an entry's links, from their labels to their addresses; `own` is the one that it has."""
    if not all(isinstance(value, str) for value in own.values()):
        raise Refused(_("a link here has more than its address; edit the file's source instead"))
    parts = (names.link_parts or {}).get("links", {})
    return {_part(link.label, parts, own): escape.url(link.url) for link in wanted}


def _part(label: str, parts: Mapping[str, str], own: Mapping[str, Any]) -> str:
    """Return the key of a link in a map of links: one of those that the page prints, where it prints some alone.

    Raises:
        Refused: It prints none for that label.
    """
    if not parts or label in own or label in parts:
        return label
    word = label.casefold()
    fits = [key for key, words in parts.items() if word in (key.casefold(), words.casefold())]
    fits += [key for key in (*_PAPER, *_PAPER_WORDS, *parts) if word in _PAPER_WORDS and key in parts]
    if not fits:
        raise Refused(
            _("the page shows no link {label!r}; it shows {parts}").format(label=label, parts=", ".join(parts))
        )
    return fits[0]


def _in_list(
    made: Plan, data: Data, links: Sequence[Link], shape: tuple[str, tuple[str, str], list[Any]], *, new: bool
) -> None:
    """Sets a list of links."""
    key, (words, url), model = shape
    if any(set(item) - {words, url} for item in model):
        raise Refused(_("a link here has more than its words and its address; edit the file's source instead"))
    written = [
        {words: link.label, url: escape.url(link.url)} if words else {url: escape.url(link.url)} for link in links
    ]
    if not written:
        made.drop += [key] if key in data and not new else []
    elif new or written != data.get(key):
        made.set[key] = written


def _in_keys(
    made: Plan, data: Data, wanted: Sequence[Link], like: Sequence[Data], names: KeyNames, *, new: bool
) -> Iterator[Link]:
    """Sets the keys of links that have one; yields the links that have none."""
    free = {} if new else {key: target for key in data if key in names.links and (target := _target(data[key]))}
    every = _places(data, like, names)
    for link in wanted:
        target = escape.url(link.url)
        places = [key for key in every if "://" not in target or not _is_local(key, (data, *like), names)]
        same = next((key for key, value in free.items() if target in (value, _prefix(key, value, names) + value)), "")
        key = same or _key_of(link.label, places, made.set, names)
        if not key:
            yield link
            continue
        free.pop(key, None)
        made.set[key] = target if isinstance(data.get(key), dict) else _short(key, target, data, like, names)
    made.drop += free


def _is_local(key: str, items: Sequence[Data], names: KeyNames) -> bool:
    """Whether the site puts a folder before the value of a key, and no entry has a whole address there."""
    return key in names.local and not any("://" in str(item.get(key)) for item in items)


def _places(data: Data, like: Sequence[Data], names: KeyNames) -> list[str]:
    """The keys for links that the entries here have."""
    keys = ((key, item[key]) for item in (data, *like) for key in item if key in names.links)
    keys_of_links = [
        key
        for key, value in keys
        if value is None or not (isinstance(value, (list, dict)) or _is_number(key, str(value).strip(), names))
    ]
    return [*keys_of_links, *(key for key in names.links if key in names.printed and key not in keys_of_links)]


def _short(key: str, target: str, data: Data, like: Sequence[Data], names: KeyNames) -> str:
    """An address without what the site puts before it."""
    bound = (names.prefixes or {}).get(key, "")
    known = next((str(item[key]).strip() for item in (data, *like) if item.get(key)), "")
    prefix = bound or (_prefix(key, known, names) if known else "")
    if not prefix or "://" in known:
        return target
    for start in (prefix, prefix.replace("https://", "http://"), prefix.replace("https://", "https://dx.")):
        if target.startswith(start):
            return target[len(start) :]
    if bound and "://" in target:
        raise Refused(
            _("the page puts {bound} before the value of {key}; this address is another one").format(
                bound=bound, key=key
            )
        )
    return target


def _key_of(label: str, places: Sequence[str], taken: Mapping[str, Any], names: KeyNames) -> str:
    """The key for a link with that label, of those that the entries here have; empty where none is for it."""
    word = label.casefold()
    fits = [
        key
        for key in places
        if word in (names.links[key].casefold(), key.casefold(), key.casefold().removesuffix("url"))
    ]
    if not fits and word in _PAPER_WORDS:
        fits = [key for key in _PAPER if key in places]
        fits = fits or [key for key in places if set(re.split(r"[-_ ]", key.casefold())) & set(_PAPER_WORDS)]
    return next((key for key in fits if key not in taken), "")
