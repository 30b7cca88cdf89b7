"""The keys of a store's entry in its form: what they hold, what they may go on as, and what of them was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from profile_tui.app.forms.base import FormField, Texts, WrongField
from profile_tui.app.widgets.terminal_text import folded
from profile_tui.site.records.extra_keys import ExtraKey, WrongKey
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError

if TYPE_CHECKING:
    from profile_tui.site.records.store import Record, Store

_PREFIX = "key-"
"""What tells the names of these fields from those of the kind's."""
_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
"""The keys that a widget can be named after."""
_LONGEST = 24
"""Characters of a value that a hint shows at most."""


class StoreKeys:
    """The fields of the keys that the neighbours have.

    Attributes:
        initial: What is in them at first.
    """

    def __init__(self, store: Store, record: Record | None) -> None:
        """Ask a store which keys its entries have.

        Args:
            store: The store.
            record: The entry; None for a new one, for which an empty field means what is written anyway.
        """
        keys: Sequence[ExtraKey] = ()
        values: Texts = {}
        try:
            keys = [key for key in store.extra_keys(record) if _NAME.fullmatch(key.name)]
            values = store.extra_values(record) if record else {}
        except AppError:  # what cannot be read has no keys to offer; the form itself says why
            pass
        self._keys = {_PREFIX + key.name: key for key in keys}
        self.initial = {name: values.get(key.name, "") for name, key in self._keys.items()}

    @property
    def fields(self) -> list[FormField]:
        """The fields, labelled by their keys."""
        return [FormField(name, key.name, "line", _hint(key)) for name, key in self._keys.items()]

    def typed(self, texts: Texts) -> dict[str, str]:
        """Return the keys whose text was changed."""
        changed = (name for name, text in self.initial.items() if texts.get(name, text).strip() != text.strip())
        return {self._keys[name].name: texts[name] for name in changed}

    def completions(self, name: str, typed: str) -> list[str]:
        """Return what the entries of the store have that begins so, the likeliest first; none for another field."""
        key, sought = self._keys.get(name), folded(typed.strip())
        if key is None or not sought:
            return []
        values = (_("yes"), _("no")) if key.is_switch else key.values
        return [value for value in values if folded(value).startswith(sought) and folded(value) != sought]

    @contextmanager
    def beside_fields(self) -> Iterator[None]:
        """Have a complaint about a key stand beside its field."""
        try:
            yield
        except WrongKey as error:
            if _PREFIX + error.key not in self._keys:
                raise
            raise WrongField(_PREFIX + error.key, error.message) from error


def _hint(key: ExtraKey) -> str:
    """Return what a key takes."""
    if key.is_switch:
        return _("yes or no")
    short = [value for value in key.values if len(value) <= _LONGEST][:3]
    return _("such as {values}").format(values=", ".join(short)) if short else ""
