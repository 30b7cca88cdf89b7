"""Fields that offer what the site has already, as one types."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar

from profile_tui.app.screens.fields_screen import FieldsScreen
from profile_tui.app.widgets.areas import AreaField
from profile_tui.app.widgets.fields import LineField
from profile_tui.text.catalogue import _

T = TypeVar("T")


class CompletingScreen(FieldsScreen[T]):
    """Offers how the text with the cursor may go on, after the key that was typed is on the screen."""

    _offering = False

    @abstractmethod
    def completions(self, name: str, typed: str) -> Sequence[str]:
        """Return what the text of a field may go on as, the likeliest first."""

    @abstractmethod
    def show_hint(self) -> None:
        """Say what the field with the cursor takes."""

    def offer_soon(self) -> None:
        """Offer it once the key is on the screen."""
        if not self._offering:
            self._offering = True
            self.call_after_refresh(self._offer)

    def _offer(self) -> None:
        """Offer it in the field with the cursor."""
        self._offering = False
        field = self.focused
        if not isinstance(field, (LineField, AreaField)):
            return
        had = field.offers
        field.offer(self.completions(field.name or "", field.before_cursor))
        if field.offers or had:
            self.show_hint()

    @property
    def offered_now(self) -> str:
        """What the right arrow would write, in words; empty where nothing is offered."""
        field = self.focused
        offers = field.offers if isinstance(field, (LineField, AreaField)) else ()
        if not offers:
            return ""
        more = (
            _(" · ↓ {count} more").format(count=len(offers) - 1)
            if len(offers) > 1 and isinstance(field, LineField)
            else ""
        )
        return f"→ {offers[0]}{more}"
