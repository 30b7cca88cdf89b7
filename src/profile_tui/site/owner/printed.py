"""The owner's fields that the layouts and includes of a site print, by whatever keys: `{{ site["github-url"] }}`."""

from __future__ import annotations

import re

from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.owner.known_fields import known_by_name
from profile_tui.site.repository.site import Site
from profile_tui.site.template.owner_fields import FieldType, KnownField
from profile_tui.text.pattern import lazily

_OUTPUT = lazily(
    r"\{\{-?\s*"
    r"(?P<of>site\.(?=(?:author|owner)\b)|site\[[\"'](?=(?:author|owner)\b))?(?P<place>site|author|owner)(?:[\"']\])?"
    r"(?:\.(?P<key>[\w-]+)|\[[\"'](?P<quoted>[\w -]+)[\"']\])\s*(?:\|[^{}]*)?-?\}\}",
    re.I,
)
"""An output of a key of the configuration or of its `author` map."""
_LED = lazily(r"(?P<link>\bhref\s*=\s*[\"']?|\]\()?(?P<before>[^\s\"'<>{}()=]*(?:=[^\s\"'<>{}()=]*)?)\Z", re.I)
"""What is before an output in an address, and that this is a link."""
_LONGEST = 200
"""Characters before an output that are asked: a picture may be written out in a template as a word without an end."""
_ASSIGNED = lazily(r"\{%-?\s*assign\s+(author|owner)\s*=[^%]*\bsite\.(?:author|owner)\b")
_PARTS = lazily(r"[^\W_]+")
_EXTRA = frozenset("my user username handle id url uri link profile account page contact address social".split())
"""What keys for a name or an address at a service have beside the service."""
_SAME = {"googlescholar": "scholar", "gscholar": "scholar", "mail": "email", "place": "location"}


def base_of(key: str) -> str:
    """Return what a key is about: `github` of `github_username`, `github-url` and `my-github`."""
    words = [word.casefold() for word in _PARTS.findall(key)]
    base = " ".join(word for word in words if word not in _EXTRA) or " ".join(words)
    return _SAME.get(base.replace(" ", ""), base)


def printed_fields(site: Site, place: str) -> list[KnownField]:
    """Return the fields that a site's own layouts and includes print, each once, with what their places ask for.

    Args:
        site: The site.
        place: `site` for keys of the configuration, `author` or `owner` for those of that map.
    """
    field_of: dict[str, KnownField] = {}
    has_map = isinstance(site.config.get(place), dict)
    for text in lists_of(site).templates:
        for match in _OUTPUT.finditer(text):
            key = match["key"] or match["quoted"]
            usual = known_by_name(base_of(key).replace(" ", "")) or known_by_name(key)
            if match["place"].lower() != place or usual is None or key in field_of:
                continue
            if place != "site" and not (has_map or match["of"] or _ASSIGNED.search(text)):
                continue  # an author of a paper, say
            led = _LED.search(text, max(0, match.start() - _LONGEST), match.start())
            field_type, hint = _asked(usual, led["before"] if led else "", is_link=bool(led and led["link"]))
            field_of[key] = KnownField(key, usual.group, field_type, hint)
    return list(field_of.values())


def _asked(usual: KnownField, before: str, *, is_link: bool) -> tuple[FieldType, str]:
    """What a place in a template asks for: a name where an address is before it, else an address or a text."""
    if before.casefold().startswith("mailto:"):
        return "email", ""
    address = re.sub(r"^(?:https?:)?//", "", before)
    if address != before and address:
        return "user", address
    if is_link and usual.type in ("user", "url"):
        return "url", usual.note if usual.type == "url" else f"{usual.note}…"
    return usual.type, usual.note
