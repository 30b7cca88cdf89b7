"""The user's settings: what no page tells and one is asked once, as the name one publishes under.

They are in `$XDG_CONFIG_HOME/profile-tui/settings.toml`, which is written only when something is to be kept, and then
only in the line in question.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import Any

from profile_tui.text.catalogue import _, settings_file
from profile_tui.text.errors import Refused, Unreadable, UsageError
from profile_tui.text.reading import read_bounded, reason
from profile_tui.workspace.disk.files import FileChange

Setting = str | Sequence[str] | None
"""What a setting holds."""
_MOST = 1024 * 1024
_NEW = "# The names that you publish under; profile-tui sets them off in the authors of a new publication.\n"


def settings_path() -> Path:
    """Where the settings are kept."""
    return Path(settings_file())


def names() -> tuple[str, ...]:
    """The names that the user publishes under; none where no settings were kept yet.

    Raises:
        Unreadable: The settings are broken.
    """
    return _names(_read(_text()))


def mail() -> str:
    """Return the user's address, which services are told so that they can write to whoever asks too much.

    Raises:
        Unreadable: The settings are broken.
    """
    return _text_of("mail", 'mail = "ada@example.org"')


def theme() -> str:
    """Return the editor's theme; empty where none was chosen.

    Raises:
        Unreadable: The settings are broken.
    """
    return _text_of("theme", 'theme = "textual-light"')


def _text_of(name: str, example: str) -> str:
    """Return a setting that is a text; empty where it is not set."""
    value = _read(_text()).get(name, "")
    if not isinstance(value, str):
        message = _("`{name}` in the settings must be a text, as {example}").format(name=name, example=example)
        raise Unreadable(message, path=str(settings_path()))
    return value


def keys() -> dict[str, str]:
    """Return the keys that the settings give to commands of the editor, by the commands' ids.

    Raises:
        Unreadable: The settings are broken.
    """
    keys = _flat(_read(_text()).get("keys", {}))
    if not all(isinstance(value, str) for value in keys.values()):
        raise Unreadable(_('`keys` in the settings must hold texts, as "entry.add" = "a,+"'), path=str(settings_path()))
    return keys


def _flat(table: object, above: str = "") -> dict[str, Any]:
    """Return a table's values by their whole names: `entry.add` without quotes is a table in a table."""
    if not isinstance(table, dict):
        return {above: None}
    flat: dict[str, Any] = {}
    for name, value in table.items():
        whole = f"{above}.{name}" if above else name
        flat |= _flat(value, whole) if isinstance(value, dict) else {whole: value}
    return flat


def keep_theme(name: str) -> None:
    """Keep the editor's theme; the rest of the file stays as it is.

    Raises:
        AppError: The settings are broken or could not be written; they are left as they are.
    """
    keep(("theme",), name)


def language() -> str:
    """Return the language in which the program talks; empty where the environment decides.

    Raises:
        Unreadable: The settings are broken.
    """
    return _text_of("language", 'language = "en"')


def keep(path: Sequence[str], value: Setting) -> None:
    """Set a value; comments and all else in the file stay as they are.

    Args:
        path: Its key, and those of the tables that it is in; keys of commands are whole names below `keys`.
        value: The value; None and an empty list take its line away.

    Raises:
        AppError: The settings are broken or could not be written; they are left as they are.
    """
    from profile_tui.workspace.disk.transaction import commit

    commit(change(path, value))


def change(path: Sequence[str], value: Setting, comment: str = "") -> list[FileChange]:
    """Return what sets a value; see `keep`.

    Args:
        path: Its key, and those of the tables that it is in.
        value: The value.
        comment: What is above a value that is new at the top of the file.

    Raises:
        Unreadable: The settings are broken.
        Refused: The value has no place that can be told in them.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    text = _text()
    before = _read(text)
    where = _found(before, path)
    meant = _with(before, where, value)
    if meant == before:
        return []
    line = tomlkit.dumps({where[-1]: value}) if value else ""
    try:
        if len(where) == 1 and where[0] not in before:
            after = f"{comment}{line}{text}"  # on top, where no table can claim it
        else:
            document = tomlkit.parse(text)
            _put(document, where, value)
            after = tomlkit.dumps(document)
    except TOMLKitError:
        after = text
    return _changed(text, after, meant, _("change it by hand: {line}").format(line=line.strip() or ".".join(where)))


def _found(settings: dict[str, Any], path: Sequence[str]) -> list[str]:
    """Return a path as the file has it: `entry.add` without quotes is a table in a table."""
    whole = list(path)
    if len(whole) == 2 and "." in whole[1]:
        parted = [whole[0], *whole[1].split(".")]
        table: object = settings
        for name in parted:
            table = table.get(name) if isinstance(table, dict) else None
        return whole if table is None else parted
    return whole


def _with(settings: dict[str, Any], path: Sequence[str], value: Setting) -> dict[str, Any]:
    """Return settings with a value set, or taken away where it is none."""
    merged = dict(settings)
    if len(path) > 1:
        inner = merged.get(path[0])
        merged[path[0]] = _with(inner if isinstance(inner, dict) else {}, path[1:], value)
        if not merged[path[0]] and path[0] not in settings:
            del merged[path[0]]
    elif value:
        merged[path[0]] = list(value) if isinstance(value, tuple) else value
    else:
        merged.pop(path[0], None)
    return merged


def _put(table: MutableMapping[str, Any], path: Sequence[str], value: Setting) -> None:
    """Set a value in a document that keeps its comments."""
    import tomlkit

    for name in path[:-1]:
        if name not in table:
            table[name] = tomlkit.table()
        inner = table[name]
        if not isinstance(inner, MutableMapping):  # is refused, because it does not say what is meant
            return
        table = inner
    if value:
        table[path[-1]] = list(value) if isinstance(value, tuple) else value
    elif path[-1] in table:
        del table[path[-1]]


def services() -> dict[str, dict[str, str]]:
    """Return what the settings say of services that tell of papers: their addresses, and the user's keys to them.

    Raises:
        Unreadable: The settings are broken.
    """
    services = _read(_text()).get("services", {})
    tables = services if isinstance(services, dict) else {"…": services}
    for name, table in tables.items():
        if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
            message = _('`services.{name}` in the settings must hold texts, as address = "https://example.org"').format(
                name=name
            )
            raise Unreadable(message, path=str(settings_path()))
    return tables


def keep_name(name: str) -> None:
    """Add a name that the user publishes under; the rest of the file stays as it is.

    Raises:
        AppError: As `name_change` does, or they could not be written.
    """
    from profile_tui.workspace.disk.transaction import commit

    commit(name_change(name))


def name_change(name: str) -> list[FileChange]:
    """Return what adds a name that the user publishes under to the settings; nothing where it is in them.

    Raises:
        Unreadable: The settings are broken; they are left as they are.
        Refused: The name has no place that can be told in them.
        UsageError: It isn't a name that a file can hold.
    """
    known = names()
    wanted = " ".join(name.split())
    if not wanted.isprintable():
        raise UsageError(_("a name can't hold control characters; take them out"))
    if not wanted or wanted in known:
        return []
    return change(("names",), (*known, wanted), _NEW)


def _changed(text: str, after: str, meant: dict[str, Any], by_hand: str) -> list[FileChange]:
    """Return the change of the settings from one text to another, if that says what is meant.

    Raises:
        Refused: It does not.
    """
    try:
        same = _read(after) == meant
    except Unreadable:
        same = False
    if not same:
        raise Refused(
            _("the settings could not be changed; {by_hand}").format(by_hand=by_hand), path=str(settings_path())
        )
    return [
        FileChange(
            settings_path(),
            str(settings_path()),
            text.encode() if os.path.lexists(settings_path()) else None,
            after.encode(),
        )
    ]


def _text() -> str:
    """The settings as they stand in their file; empty where there is none."""
    try:
        return read_bounded(settings_path(), _MOST).decode()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise Unreadable(
            _("the settings cannot be read: {reason}").format(reason=reason(error)), path=str(settings_path())
        ) from error
    except UnicodeDecodeError:
        raise Unreadable(
            _("the settings file isn't UTF-8 text; repair it or move it away"), path=str(settings_path())
        ) from None


def _read(text: str) -> dict[str, Any]:
    """The settings that a text gives."""
    if not text:
        return {}
    from profile_tui.markup.toml import TomlError, read_toml  # most pages tell the name themselves

    try:
        return read_toml(text)
    except TomlError as error:
        message = _("the settings file isn't valid TOML ({error}); repair it or move it away").format(error=error)
        raise Unreadable(message, path=str(settings_path())) from None


def _names(settings: dict[str, Any]) -> tuple[str, ...]:
    """The names in the settings."""
    names = settings.get("names", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise Unreadable(
            _('`names` in the settings must be a list, as names = ["Ada Example"]'), path=str(settings_path())
        )
    return tuple(names)
