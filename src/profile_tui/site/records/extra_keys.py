"""Keys of entries that no field of their kind is in: which there are among neighbours, and what they may hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from profile_tui.markup import escape
from profile_tui.site.records.key_names import FOR_LAYOUTS
from profile_tui.site.records.keyed import Data
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

NEWEST = 12
"""So many neighbours tell which keys a form offers."""
_SHARE = 3
"""A key is offered where at least one in so many of them has it."""
_MOST = 6
"""More keys than these would drown the fields."""
_FEW = 2
"""Of so few entries, one value throughout does not tell that it always is that."""
_MACHINERY = FOR_LAYOUTS | {"permalink"}
"""Keys by which the page of an entry is built, and which writing gives to a new one; they say nothing of it."""
_SWITCHES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_NUMBER = lazily(r"[-+]?[0-9]+(?:\.[0-9]+)?")

Typed = Mapping[str, str]
"""Keys with what was typed for them; an empty text takes a key away."""


class ExtraKey(NamedTuple):
    """A key that the entries of a store have beside those of their kind's fields.

    Attributes:
        name: The key.
        values: What the entries have there as a form shows it, the most frequent first.
        is_switch: Whether it is true or false in all of them.
    """

    name: str
    values: tuple[str, ...] = ()
    is_switch: bool = False


class WrongKey(Refused):
    """A key cannot be set.

    Attributes:
        key: The key.
    """

    def __init__(self, key: str, message: str, *, path: str = "") -> None:
        """Make the complaint about a key."""
        super().__init__(message, path=path)
        self.key = key


def offered(
    near: Sequence[Data],
    own: Data | None,
    is_covered: Callable[[Data, str], bool],
    *,
    printed: Set[str] = frozenset(),
    general: Set[str] = frozenset(),
) -> list[ExtraKey]:
    """Return the keys that the form of an entry offers, in the order in which the neighbours have them.

    Args:
        near: The neighbours, the newest first.
        own: The entry's own keys; None for a new one.
        is_covered: Whether a field of the kind is in a key of an entry.
        printed: The keys that the site's loops print.
        general: Keys that any such entry may have, which come after those of the site.
    """
    newest = near[:NEWEST]
    counts = Counter(key for data in newest for key in data)
    usual = {key for key, count in counts.items() if count * _SHARE >= len(newest)} | (printed & counts.keys())
    fit = [
        key for key in _scalars([*near, own or {}]) if key not in _MACHINERY and (key in usual or key in (own or {}))
    ]
    fit = [key for key in fit if not is_covered(_holder(key, [own or {}, *near]), key)]
    fit.sort(
        key=lambda key: (
            key in general or _is_always_same(key, newest),
            own is not None and key not in own,
            -counts[key],
        )
    )
    kept = set(fit[:_MOST])
    return [_described(key, near) for key in in_order([*near, own or {}]) if key in kept]


def _scalars(items: Sequence[Data]) -> list[str]:
    """The keys that hold texts, numbers or switches alone."""
    several = {key for data in items for key, value in data.items() if isinstance(value, (list, dict))}
    return [key for key in dict.fromkeys(key for data in items for key in data) if key not in several]


def _holder(key: str, items: Iterable[Data]) -> Data:
    """The first of some entries that has a key with a value, or that has it at all."""
    having = [data for data in items if key in data]
    return next((data for data in having if data[key] not in (None, "")), having[0])


def _is_always_same(key: str, newest: Sequence[Data]) -> bool:
    """Whether all of some entries have one value: writing gives it to a new one, too."""
    values = {str(data.get(key)) for data in newest}
    return len(newest) > _FEW and len(values) == 1


def _described(key: str, near: Sequence[Data]) -> ExtraKey:
    """A key with what the entries have there."""
    held = _held(key, near)
    return ExtraKey(key, tuple(text for text, _count in Counter(map(as_text, held)).most_common()), _are_switches(held))


def _held(key: str, near: Sequence[Data]) -> list[object]:
    """What entries have at a key, where they have something."""
    return [data[key] for data in near if data.get(key) not in (None, "")]


def _are_switches(held: Sequence[object]) -> bool:
    """Whether all values are true or false."""
    return bool(held) and all(str(value).casefold() in ("true", "false") for value in held)


def in_order(items: Sequence[Data]) -> list[str]:
    """Return all keys of some entries, each after the one that it follows where it is first seen."""
    order: list[str] = []
    for data in items:
        at = 0
        for key in data:
            if key in order:
                at = order.index(key) + 1
            else:
                order.insert(at, key)
                at += 1
    return order


def as_text(value: object) -> str:
    """Return a value as a form shows it."""
    if value is None:
        return ""
    if str(value).casefold() in ("true", "false"):
        return _("yes") if str(value).casefold() == "true" else _("no")
    return " ".join(str(value).split())


def check_known(typed: Typed, near: Sequence[Data], own: Data, is_covered: Callable[[Data, str], bool]) -> None:
    """Raise WrongKey where neither an entry nor a neighbour has a key."""
    items = [own, *near]
    known = in_order(items)
    for key in typed:
        if key not in known:
            names = [name for name in known if not is_covered(_holder(name, items), name)]
            message = (
                _("no entry here has the key {key}; there are {names}")
                if names
                else _("no entry here has the key {key}, or any but those of its fields")
            )
            raise WrongKey(key, message.format(key=key, names=", ".join(names)))


def value_of(key: str, typed: str, items: Sequence[Data]) -> object:
    """Return what a text means at a key, of the type that the entries have there; None to take the key away.

    Args:
        key: The key.
        typed: The text.
        items: The entry and its neighbours.

    Raises:
        WrongKey: The entries have a list there, or values of another type.
    """
    text, held = escape.one_line(typed), _held(key, items)
    if any(isinstance(data.get(key), (list, dict)) for data in items):
        raise WrongKey(key, _("{key} holds more than one value here; edit the file's source instead").format(key=key))
    if not text:
        return None
    meant = {**_SWITCHES, _("yes"): True, _("no"): False}.get(text.casefold())
    if _are_switches(held):
        meant = {"y": True, "n": False}.get(text.casefold(), meant)
        if meant is None:
            raise WrongKey(key, _("{key} is yes or no here; “{text}” is neither").format(key=key, text=text))
        return meant if isinstance(held[0], bool) else _in_case_of(str(held[0]), meant=meant)
    if meant is not None and any(isinstance(value, bool) for value in held):
        return meant
    if held and all(isinstance(value, (int, float)) for value in held):
        return _number(key, text)
    return text


def _in_case_of(like: str, *, meant: bool) -> str:
    """The word for a switch, in the letters of another."""
    word = "true" if meant else "false"
    return word.upper() if like.isupper() else word.capitalize() if like[0].isupper() else word


def _number(key: str, text: str) -> int | float:
    """The number that a text says."""
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    raise WrongKey(key, _("{key} is a number here; “{text}” isn't one").format(key=key, text=text))
