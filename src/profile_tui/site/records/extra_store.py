"""Stores whose entries have keys of their own beside those of their kind's fields."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence, Set
from typing import Any

from profile_tui.content.entries.entry import Values
from profile_tui.site.records import extra_keys
from profile_tui.site.records.extra_keys import ExtraKey, Typed, WrongKey
from profile_tui.site.records.keyed import Data, first
from profile_tui.site.records.plan import Plan
from profile_tui.site.records.store import Change, Record, Store
from profile_tui.text.catalogue import _


class ExtraStore(Store):
    """A store whose entries are maps of keys and values.

    Attributes:
        general: Keys that any such entry may have, whatever the site.
    """

    general: Set[str] = frozenset()

    @abstractmethod
    def maps(self) -> Sequence[Data]:
        """Return the keys of the entries, the newest first."""

    @abstractmethod
    def map_of(self, record: Record) -> Data:
        """Return the keys of an entry."""

    @abstractmethod
    def says_in(self, data: Data) -> Values:
        """Return the fields that keys say."""

    @abstractmethod
    def set_in(self, change: Change, record: Record | None, make: Setting) -> Change:
        """Return a change after which an entry has some keys, too, once all else is proven to be as it was.

        Args:
            change: The change that is made with it.
            record: The entry; None for the one that the change adds.
            make: What gives the keys and values, of those that the entry has then.
        """

    def extra_keys(self, record: Record | None = None) -> list[ExtraKey]:
        """Return the keys that a form offers."""
        own = self.map_of(record) if record else None
        printed = (
            {str(use.path[0]) for loop in self.shown.loops for use in loop.uses if use.path} if self.shown else set()
        )
        return extra_keys.offered(self.maps(), own, self._covers, printed=printed, general=self.general)

    def extra_values(self, record: Record) -> dict[str, str]:
        """Return what an entry has at its keys, as a form shows it."""
        return {key: extra_keys.as_text(value) for key, value in self.map_of(record).items()}

    def with_extras(self, change: Change, record: Record | None, typed: Typed) -> Change:
        """Return a change with some keys set, too; see `Store`."""
        near = self.maps()
        own = self.map_of(record) if record else {}
        extra_keys.check_known(typed, near, own, self._covers)
        return self.set_in(change, record, Setting(self, typed, near))

    def _covers(self, data: Data, key: str) -> bool:
        """Whether a field of the kind is in a key of an entry."""
        names = self.names
        is_paper = self.what.record == "publication"
        usual = (*names.titles, *names.authors, *names.links, first(data, names.venues)) if is_paper else ()
        if key in usual or key in names.dates:  # another key, as that of a citation, may say the same
            return True
        without = {name: value for name, value in data.items() if name != key}
        return self.says_in(without) != self.says_in(data)


class Setting:
    """Keys to set, and the proof that nothing else was."""

    def __init__(self, store: ExtraStore, typed: Typed, near: Sequence[Data]) -> None:
        """Keep what was typed, and the neighbours that tell how it is written."""
        self._store = store
        self._typed = typed
        self.near = near

    @property
    def order(self) -> list[str]:
        """The keys of the neighbours, in their order."""
        return extra_keys.in_order(self.near)

    def plan(self, own: Data) -> Plan:
        """Return what to write into an entry.

        Raises:
            WrongKey: A value is not of the type that the neighbours have.
        """
        plan = Plan()
        for key, text in self._typed.items():
            if key in own and extra_keys.as_text(own[key]) == text.strip():
                continue
            value = extra_keys.value_of(key, text, [own, *self.near])
            if value is not None:
                plan.set[key] = value
            elif key in own:
                plan.drop.append(key)
        return plan

    def check(self, before: Data, after: Data, plan: Plan, was: Values, now: Values) -> None:
        """Raise Refused where an entry has other keys than were meant, or a field of it says something else.

        Args:
            before: Its keys before.
            after: Its keys after that.
            plan: What was to be written.
            was: Its fields before.
            now: Its fields after that.
        """
        meant: Mapping[str, Any] = {**{key: before[key] for key in before if key not in plan.drop}, **plan.set}
        for key in {*meant, *after}:
            if after.get(key) != meant.get(key) and (key in meant or after[key] != ""):  # a table keeps an empty cell
                message = _("the {name} can't be written here as typed; word it differently, or edit the file's source")
                raise WrongKey(key, message.format(name=key), path=self._store.name)
        is_link = any(key in self._store.names.links for key in self._typed)
        for name, value in was.items():
            if now.get(name) != value and not (is_link and name == "links"):
                key = next(iter((*plan.set, *plan.drop)))
                message = _("{key} is where an entry has its {name}; change that instead")
                raise WrongKey(key, message.format(key=key, name=self._store.what.called(name)), path=self._store.name)
