"""The settings: what is in their one file, what can be there, and how to change it."""

from __future__ import annotations

from collections.abc import Awaitable, Iterator
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from profile_tui.app.keys.command import Command, key_name
from profile_tui.app.keys.registry import all_commands, bindings
from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.widgets.bars import Footer
from profile_tui.app.widgets.row_list import RowList
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text import catalogue
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.workspace import settings

_OF_LISTS = frozenset("up down j k g G home end pageup pagedown 1 2 3 4 5 6 7 8 9".split())
"""Keys that belong to the lists of the main screen."""
_TYPED_IN = ("form", "jump", "search", "sync")
"""Screens on which letters are typed."""


class Item(NamedTuple):
    """A setting.

    Attributes:
        path: Where it is in the file.
        name: What it is called.
        value: What it is, as it is typed.
        hint: What it takes.
        command: The command whose key it is; None for another setting.
    """

    path: tuple[str, ...]
    name: str
    value: str = ""
    hint: str = ""
    command: Command[Any] | None = None


class SettingsScreen(CommandScreen[None]):
    """Lists the settings; enter changes one, and what is changed holds at once."""

    CONTEXT = "settings"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("settings")]
    DEFAULT_CSS = "SettingsScreen RowList { border: round $border; height: 1fr; max-width: 100; }"

    def compose(self) -> ComposeResult:
        """Return the list and the footer."""
        listing = RowList()
        listing.border_title = title(_("Settings"))
        listing.border_subtitle = title(str(settings.settings_path()))
        yield listing
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """List them."""
        self.show()
        self.set_focus(self.query_one(RowList))

    def on_screen_resume(self) -> None:
        """Show a theme that was chosen meanwhile."""
        self.show()

    @property
    def item(self) -> Item | None:
        """The highlighted setting."""
        row = self.query_one(RowList).row
        return row.key if row is not None and isinstance(row.key, Item) else None

    def show(self) -> None:
        """List the settings as they are now."""
        listing = self.query_one(RowList)
        try:
            rows = list(self._rows())
        except AppError as error:
            listing.show([], 0, f"{error}")
            return
        listing.show(rows, listing.cursor)
        self.refresh_footer()

    def _rows(self) -> Iterator[ListRow]:
        """Yield the rows."""
        yield ListRow(_("Appearance"), role="heading")
        theme = settings.theme()
        yield _row(Item(("theme",), _("Theme"), theme), _("{theme}, as the terminal").format(theme=self.app.theme))
        language = Item(
            ("language",), _("Language"), settings.language(), _("en or zh_CN; takes effect at the next start.")
        )
        yield _row(language, _("{language}, from the environment").format(language=catalogue.language()))
        yield ListRow(_("You"), role="heading")
        names = "; ".join(settings.names())
        yield _row(Item(("names",), _("Your names"), names, _("The way papers print them, separated by semicolons.")))
        mail = Item(("mail",), _("E-mail"), settings.mail(), _("Sent to the services that are asked for papers."))
        yield _row(mail)
        yield ListRow(_("Look-up services"), role="heading")
        from profile_tui.workspace.services import services

        own = settings.services()
        for service in services():
            if service.takes_key:
                hint = _("The key that {name} gave you.").format(name=service.label)
                path, key = ("services", service.name, "key"), own.get(service.name, {}).get("key", "")
                yield _row(Item(path, _("Key to {name}").format(name=service.label), key, hint))
        yield from self._key_rows()

    def _key_rows(self) -> Iterator[ListRow]:
        """Yield the rows of keys, screen by screen."""
        own = settings.keys()
        context = ""
        for command in sorted(all_commands(), key=lambda command: _SCREENS.get(command.context, "")):
            if command.context not in _SCREENS or not (command.title or command.keys):
                continue
            if command.context != context:
                context = command.context
                yield ListRow(_SCREENS[context], role="heading")
            name = command.title or command.footer or command.help
            item = Item(("keys", command.id), name, own.get(command.id, ""), command=command)
            yield _row(item, " ".join(command.key_names) or "–")

    def edit(self) -> Awaitable[object] | None:
        """Change the highlighted setting."""
        from profile_tui.app.screens.prompt import KeyPromptScreen, PromptScreen

        item = self.item
        if item is None:
            return None
        if item.path == ("theme",):
            self.editor.search_themes()
            return None
        if item.command is not None:
            return self.app.push_screen(KeyPromptScreen(item.name), lambda key: self._take_key(item, key))
        prompt = PromptScreen(item.name, item.hint, item.value)
        return self.app.push_screen(prompt, lambda typed: self._take(item, typed))

    def reset(self) -> None:
        """Take the highlighted setting out of the file."""
        if self.item is not None:
            self._take(self.item, "")

    def _take_key(self, item: Item, key: str | None) -> None:
        """Give a command a key, unless that has another use there."""
        if key is None or item.command is None:
            return
        reason = _taken(item.command, key)
        if reason:
            self.say(reason, wrong=True)
        else:
            self._take(item, key)

    def _take(self, item: Item, typed: str | None) -> None:
        """Keep a value, and let it hold."""
        if typed is None or typed == item.value:
            return
        if item.path == ("language",) and typed and typed not in catalogue.languages():
            self.say(_("The languages are {languages}.").format(languages=", ".join(catalogue.languages())), wrong=True)
            return
        several = tuple(name for part in typed.split(";") if (name := part.strip()))
        try:
            settings.keep(item.path, several if item.path == ("names",) else typed)
        except AppError as error:
            self.say(str(error), wrong=True)
            return
        self.editor.take_settings()
        self.show()


def _row(item: Item, usual: str = "–") -> ListRow:
    """Return the row of a setting; what holds without it is dim."""
    value = item.value if item.command is None or not item.value else usual
    secret = item.path[0] == "services" and item.value
    shown = "•" * 8 if secret else one_line(value) if item.value else usual
    return ListRow(one_line(item.name), "", shown, "place", bool(item.value), key=item)


def _taken(command: Command[Any], key: str) -> str:
    """Return why a command cannot have a key, as a sentence; empty where it can."""
    if command.context in _TYPED_IN and len(key) == 1:
        return _("Letters are for typing there: choose a key with ctrl, alt or F.")
    if command.context == "main" and key in _OF_LISTS:
        return _("{key} moves through the lists.").format(key=key_name(key))
    for other in all_commands():
        same = other.context == command.context or "any" in (other.context, command.context)
        if other is not command and same and key in other.keys.split(","):
            name = other.title or other.footer or other.help
            return _("{key} is the key for “{name}”; choose another key for that first.").format(
                key=key_name(key), name=name
            )
    return ""


_SCREENS = {"main": _("Keys of the main screen"), "any": _("Keys everywhere"), "form": _("Keys in forms")}
"""The screens whose keys are listed; those of questions are told where they are asked."""
