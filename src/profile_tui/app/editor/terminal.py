"""The terminal, left at once: Textual's own way out waits for its reader of keys, which looks up ten times a second."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message


class Terminal(LinuxDriver):
    """Reads keys in a thread that ends with the process; who goes for good does not wait for it."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """Make the driver of an application, as Textual does."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._for = app
        self._over = Event()
        """That the reader came to its end, or is not waited for any more."""

    @property
    def _is_left(self) -> bool:
        """Whether the application was left, so that nothing that is typed counts any more."""
        return self._for.return_code is not None

    def run_input_thread(self) -> None:
        """Read keys until the terminal is given back."""
        self._over.clear()
        failures: list[BaseException] = []

        def read() -> None:
            try:
                super(Terminal, self).run_input_thread()
            except BaseException as error:  # noqa: BLE001 (raised below, where Textual tells of it)
                failures.append(error)
            finally:
                self._over.set()

        Thread(target=read, name="keys", daemon=True).start()
        self._over.wait()
        if failures and not self._is_left:
            raise failures[0]

    def process_message(self, message: Message) -> None:
        """Pass on what was typed."""
        if not self._is_left:
            super().process_message(message)

    def disable_input(self) -> None:
        """Give the terminal's keys back."""
        if self._is_left:
            self._over.set()
        super().disable_input()
