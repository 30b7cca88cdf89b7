"""What every screen with fields does: it keeps what was typed when it is left."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, TypeVar

from profile_tui.app.screens.base import CommandScreen

if TYPE_CHECKING:
    from textual.timer import Timer

T = TypeVar("T")
_ORIGIN = " origin"
"""Under what the origin is kept beside the fields; no field is named so."""
_PAUSE = 1.0
"""Seconds without a key after which what was typed goes into the draft."""


class TypingScreen(CommandScreen[T]):
    """A screen whose fields are kept: in the draft while one types, and until it is opened again when one leaves."""

    def __init__(self) -> None:
        """A screen."""
        super().__init__()
        self._pause: Timer | None = None

    @property
    @abstractmethod
    def key(self) -> str:
        """What the fields are kept under."""

    @property
    @abstractmethod
    def origin(self) -> str:
        """The text of the page that they are about."""

    @property
    @abstractmethod
    def initial(self) -> dict[str, str]:
        """What stood in the fields at first."""

    @abstractmethod
    def texts(self) -> dict[str, str]:
        """What stands in the fields."""

    @abstractmethod
    def fill(self, texts: dict[str, str]) -> None:
        """Puts texts into the fields."""

    @abstractmethod
    def keep(self) -> None:
        """Takes over what was typed, and leaves; or says why that is refused."""

    def kept(self) -> dict[str, str] | None:
        """What was typed here before and not taken over, if the page is still the same there."""
        texts = self.session.kept_texts.get(self.key)
        if texts is None or texts.get(_ORIGIN) != self.origin:
            return None
        return {name: text for name, text in texts.items() if name != _ORIGIN}

    def typed(self) -> None:
        """Called at every change of a field: after a pause, the draft is kept."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, self.keep_typed)

    def keep_typed(self) -> None:
        """Keeps what was typed in the draft."""
        texts = self.texts()
        if texts == self.initial:
            self.session.kept_texts.pop(self.key, None)
        else:
            self.session.kept_texts[self.key] = {**texts, _ORIGIN: self.origin}
        self.editor.keep_draft()

    def forget(self) -> None:
        """What was typed has been taken over."""
        if self._pause is not None:
            self._pause.stop()
        self.session.kept_texts.pop(self.key, None)

    def leave(self) -> None:
        """Goes back; what was typed is kept."""
        if self._pause is not None:
            self._pause.stop()
        if self.key in self.session.kept_texts or self.texts() != self.initial:
            self.keep_typed()
        if self.key in self.session.kept_texts:
            self.editor.main.say("What you typed is kept; it is there again when you come back.")
        self.dismiss(None)

    def start_afresh(self) -> None:
        """Puts into the fields what stood there at first."""
        self.fill(self.initial)
        self.typed()
