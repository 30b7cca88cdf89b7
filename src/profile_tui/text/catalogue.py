"""What the program says, in the user's language.

Every text for people is written in English in the code, within `_()`; the catalogues in `locales` have it in other
languages. The language is chosen once, when the first text is asked for, by `language = "zh_CN"` in the settings or by
the environment: so tables that are made at import are in it.

`scripts/messages.py` makes of each catalogue a file with two lines for each text: six digits for the English text, and
further down, in the same order, its translation; apart, and by translation, each compresses better. The English itself
is in the code; without it the file is half as large as gettext's, and is read in a tenth of the time.

What goes into the user's files, the keys of `--json` and the codes of problems are never translated.
"""

from __future__ import annotations

import os

FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locales")
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What names the user's language, as POSIX has it: the first that is set counts."""
_ENGLISH = "en"
_OTHER_SCRIPT = ("tw", "hk", "mo", "hant")
"""Where Chinese is written in other characters than those of the catalogue."""

FILE = "profile_tui.txt"
"""The catalogue of a language, as the program reads it, in the language's folder."""
FORMS = "\t"
"""What is between the translations for one thing and for several, where they differ."""
APART = "\n\n"
"""What is between the digits and the translations."""
_SIX = 0xFFFFFF
_MOST = 64 * 1024
_catalogue: dict[str, str] | None = None
_is_chosen = False


def _(message: str) -> str:
    """Return a text in the user's language.

    Args:
        message: The text in English, as it stands in the code: so none with values in it, for which `.format` is there.
    """
    catalogue = _chosen()
    return catalogue.get(key(message), message) if catalogue else message


def counting(single: str, several: str, count: int) -> str:
    """Return a text for a number of things, in the user's language.

    Args:
        single: The text in English for one thing, with `{count}` where the number is.
        several: The text for any other number.
        count: The number.
    """
    catalogue = _chosen()
    forms = catalogue.get(key(single), "").split(FORMS) if catalogue else []
    text = forms[0 if count == 1 else -1] if forms else ""
    return (text or (single if count == 1 else several)).format(count=count)


def led(lead: str, text: str) -> str:
    """Return a text after what leads to it, with the colon of the user's language between."""
    return _("{lead}: {text}").format(lead=lead, text=text)


def key(message: str) -> str:
    """Return the six digits that stand for an English text in a catalogue."""
    from zlib import crc32  # English does without it

    return f"{crc32(message.encode(errors='replace')) & _SIX:06x}"


def noted(message: str) -> str:
    """Return a text as it is, which `_` is given later: it goes into the user's files in English, too."""
    return message


def language() -> str:
    """Return the language that is used: `en`, or the name of a folder in `locales`."""
    wanted = _preferred() or next(filter(None, map(os.environ.get, _VARIABLES)), "")
    name, _dot, _encoding = wanted.partition(".")
    parts = name.lower().replace("-", "_").split("_")
    if parts[0] == "zh" and not any(part in _OTHER_SCRIPT for part in parts):
        return "zh_CN"
    return _ENGLISH


def languages() -> list[str]:
    """Return the languages that there are."""
    return [_ENGLISH, *sorted(name for name in os.listdir(FOLDER) if os.path.isdir(os.path.join(FOLDER, name)))]


def settings_file() -> str:
    """Return where the user's settings are kept."""
    config = os.environ.get("XDG_CONFIG_HOME", "")
    home = config if os.path.isabs(config) else os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(home, "profile-tui", "settings.toml")


def _preferred() -> str:
    """Return the language that the settings name; empty where they name none.

    The one line is looked for, because the parser of TOML takes longer than the rest of a short command.
    """
    path = settings_file()
    try:
        if not os.path.isfile(path):  # a pipe would be waited for
            return ""
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read(_MOST).splitlines()
    except (OSError, ValueError):
        return ""
    for line in lines:
        name, equals, value = line.partition("=")
        if equals and name.strip() == "language":
            return value.partition("#")[0].strip().strip("\"'")
    return ""


def _chosen() -> dict[str, str] | None:
    """Return the catalogue of the user's language; None for English, for which nothing is read or imported."""
    global _catalogue, _is_chosen
    if not _is_chosen:
        name = language()
        if name != _ENGLISH:
            _catalogue = _read(os.path.join(FOLDER, name, FILE))
        _is_chosen = True
    return _catalogue


def _read(path: str) -> dict[str, str] | None:
    """Return a catalogue; None where there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            keys, _apart, texts = file.read().partition(APART)
    except OSError:
        return None
    pairs = zip(keys.split("\n"), texts.split("\n"), strict=False)
    return {key: text.replace("\\n", "\n") for key, text in pairs}
