"""Publications of data files whose links have keys of their own, or that are named by an identifier."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from typing import Any

from profile_tui.content.entries.entry import Link, Values, links_in, text_in
from profile_tui.markup import escape
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily

Data = Mapping[str, Any]

_SHOWN = ("display", "text", "label", "name")
_YEAR = lazily(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DOI = lazily(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(10\.\S+)", re.I)
_ARXIV = lazily(r"(?:https?://arxiv\.org/(?:abs|pdf)/|arxiv:\s*)(\d{4}\.\d{4,5}(?:v\d+)?)(?:\.pdf)?", re.I)


def used(data: Data, like: Sequence[Data]) -> bool:
    """Whether the link of an entry here is a map: its address, and the words shown, which are venue and year."""
    return any(isinstance(item.get("link"), dict) for item in (data, *like))


def tells(data: Data, like: Sequence[Data], keys: Sequence[str]) -> bool:
    """Whether the words of the link tell venue and year, as none of the entries has a key for those."""
    return not any(item.get(key) for item in (data, *like) for key in keys)


def plan(data: Data, values: Values, old: Values, like: Sequence[Data], also_told: Set[str]) -> dict[str, Any]:
    """The link with its address, and with venue and year where its words tell those.

    Args:
        data: The entry's own keys; for a new one, those of the model.
        values: The fields.
        old: The fields as they are; none of a new entry.
        like: Its neighbours.
        also_told: The fields that the words tell.

    Raises:
        Refused: There is more than one link, or nothing that tells how links are written here.
    """
    if not any(name in values for name in ("links", *also_told)):
        return {}
    model = next(item["link"] for item in (data, *like) if isinstance(item.get("link"), dict))
    shown = next((name for name in _SHOWN if name in model), "display")
    now = {**old, **{name: value for name, value in values.items() if name in ("links", *also_told)}}
    links = links_in(now)
    if len(links) > 1:
        raise Refused(_("an entry here has one link; name one, or edit the file's source instead"))
    own = data.get("link")
    words = str(own.get(shown) or "") if old and isinstance(own, dict) else ""
    label = _words(words, now, old) if also_told else words or str(model.get(shown) or "")
    return {"link": {"url": escape.url(links[0].url) if links else "", shown: label}}


def _words(words: str, now: Values, old: Values) -> str:
    """The words of a link: what they said of venue and year with both as they are to be."""
    venue, year = text_in(now, "venue"), text_in(now, "year")
    name = escape.plain_to_html(escape.one_line(venue))
    before = escape.plain_to_html(text_in(old, "venue"))
    if words and before and before in words:
        words = words.replace(before, name, 1)
        return _YEAR.sub(year, words) if year and _YEAR.search(words) else words
    return f"{name} ({year})" if name and year else name or year


def named(data: Data) -> list[Link]:
    """The link that an entry's identifier stands for."""
    identifier = str(data.get("id") or "")
    if match := _DOI.match(identifier):
        return [Link("DOI", f"https://doi.org/{match[1]}")]
    if match := _ARXIV.match(identifier):
        return [Link("arXiv", f"https://arxiv.org/abs/{match[1]}")]
    return [Link("Link", identifier.removeprefix("url:"))] if identifier.startswith("url:") else []


def identifier(values: Values, like: Sequence[Data]) -> str:
    """The identifier of a new entry, where the entries here have one and a link of it tells one."""
    if not any("id" in item for item in like):
        return ""
    for link in links_in(values):
        if match := _DOI.match(link.url):
            return f"doi:{match[1]}"
        if match := _ARXIV.match(link.url):
            return f"arxiv:{match[1]}"
    return ""


def others(values: Values, identifier_: object) -> Values:
    """The values without the link that an identifier stands for."""
    links = links_in(values)
    if not identifier_ or not links:
        return values
    stands_for = {link.url for link in named({"id": identifier_})}
    rest = tuple(link for link in links if escape.url(link.url) not in stands_for)
    return {**values, "links": rest}
