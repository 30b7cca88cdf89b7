"""The value that a word means for a field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from profile_tui.content.entries import dates, typed
from profile_tui.content.entries.entry import Field, Link, Value
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError


def field_value(field: Field, word: str) -> Value:
    """Return the value that a word means for a field; an empty one means that the field is empty.

    Raises:
        UsageError: It means none.
    """
    if field.type == "authors":
        return typed.authors(word)
    if field.type == "links":
        return links([word])
    if not word.strip():
        return None
    if field.type == "date":
        return dates.parse(word)
    if field.type == "period":
        return _told(word) or word
    if field.type == "year":
        if not word.isdecimal() or len(word) != 4:
            raise UsageError(_("{word!r} isn't a year; write four digits").format(word=word))
        return int(word)
    return word


def links(words: Iterable[str]) -> tuple[Link, ...]:
    """Return the links that words mean, each LABEL=URL or an address; an empty word means none.

    Raises:
        UsageError: A word is neither.
    """
    return tuple(typed.link(word) for word in words if word.strip())


def changed_links(before: Sequence[Link], words: Sequence[str]) -> tuple[Link, ...]:
    """Return the links of an entry once a call has set some by their labels; the others stay.

    Args:
        before: The links that it has.
        words: Each LABEL=URL or an address; LABEL= takes that one away, and an empty word all that were there.

    Raises:
        UsageError: A word is none of these, or names a link to be taken away that is not there.
    """
    from profile_tui.content.publications.set_links import set_links

    kept = before if all(word.strip() for word in words) else ()
    return set_links(kept, [_named_link(word) for word in words if word.strip()])


def _named_link(word: str) -> Link:
    """Return the link that a word sets; with LABEL= one without an address."""
    label, equals, url = word.partition("=")
    return Link(label.strip(), "") if equals and label.strip() and not url.strip() else typed.link(word)


def keys(words: Iterable[str] | None) -> dict[str, str]:
    """Return the keys that words set, each KEY=VALUE; an empty value takes a key away.

    Raises:
        UsageError: A word is none, or names a key once more.
    """
    typed: dict[str, str] = {}
    for word in words or ():
        key, equals, value = word.partition("=")
        if not equals or not key.strip():
            raise UsageError(_("--set takes KEY=VALUE, not {word!r}").format(word=word))
        if key.strip() in typed:
            raise UsageError(_("--set names {key} twice").format(key=key.strip()))
        typed[key.strip()] = value
    return typed


def _told(word: str) -> str | None:
    """Return the date that `today` and the like tell; None where a word tells none."""
    if not word[-1:].isalpha():
        return None
    from profile_tui.content.entries import day_words

    return day_words.told(word)
