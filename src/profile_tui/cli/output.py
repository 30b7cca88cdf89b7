"""The one place where the command line prints: control characters harmless, every failure one clear line.

What is printed comes from files that others wrote, and goes where the user says: to a terminal that obeys control
characters, through an encoding that lacks most characters, into a full disk, a closed pipe or nowhere.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from profile_tui.cli import progress
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError
from profile_tui.text.pattern import lazily
from profile_tui.text.reading import reason

# Controls, what reorders or hides text, and halves of surrogate pairs; the joiners that words and emoji need are not.
_SPECIAL = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f"
    "\\ufeff\\ufff9-\\ufffb\\ud800-\\udfff\\U000e0000-\\U000e007f"
)
_HUNK = lazily(r"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")
_OBEYED = lazily(rf"[{_SPECIAL}]|\r(?!\n)")
_OBEYED_OR_ENDS = lazily(rf"[{_SPECIAL}\t\n\r]")


BOLD, RED, GREEN = "1", "31", "32"
"""Styles, as terminals number them."""
_OPENED = 4
"""How deep JSON is laid out in lines: `sections`, a section, `entries`, an entry."""


class Unprintable(AppError):
    """The output could not be written. A change that was asked for is made all the same."""

    exit_code = 74
    """What `sysexits.h` has for errors of input and output; 3 and 4 would say that nothing was done."""


def say(text: str, end: str = "\n", *, style: str = "") -> None:
    """Print text to standard output.

    Args:
        text: The text, of one line or several.
        end: What follows it.
        style: How it is set off on a terminal.

    Raises:
        Unprintable: It could not be written.
    """
    _write(f"\x1b[{style}m{visible(text)}\x1b[m{end}" if style and _shows_styles() else f"{visible(text)}{end}")


def say_diff(diff: str) -> None:
    """Print a unified diff to standard output; on a terminal, what goes and what comes in colour.

    Raises:
        Unprintable: It could not be written.
    """
    if not _shows_styles():
        say(diff, end="")
        return
    for line, style in _styled(diff.splitlines(keepends=True)):
        bare = line.rstrip("\n")
        say(bare, line[len(bare) :], style=style)


def _styled(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the lines of a unified diff with their styles.

    A line that was removed may begin with `-- `, and then looks like a file's name; how many lines follow a `@@` tells.
    """
    styles = {"-": RED, "+": GREEN}
    old = new = 0
    for line in lines:
        if old <= 0 and new <= 0:
            if hunk := _HUNK.match(line):
                old, new = (1 if size is None else int(size) for size in hunk.groups())
            yield line, BOLD if line.startswith(("--- ", "+++ ")) else ""
            continue
        old -= line[0] in "- "
        new -= line[0] in "+ "
        yield line, styles.get(line[0], "")


def _shows_styles() -> bool:
    """Return whether standard output is a terminal that shows styles, and its user has not turned them off."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM", "dumb") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def say_json(data: object) -> None:
    """Print data to standard output as JSON in ASCII, piece by piece: a large site fills no second memory with text.

    Raises:
        Unprintable: It could not be written.
    """
    for text in _json(data, 0):
        # DEL is the one control character that JSON allows as it is.
        _write(text.replace("\x7f", "\\u007f"))
    _write("\n")


def complain(text: str) -> None:
    """Print a complaint, one line, to standard error. Where that fails, there is nobody left to tell."""
    if sys.stderr is not None:
        with progress.paused(), suppress(OSError, ValueError):
            print(f"profile-tui: {_encodable(one_line(text), sys.stderr)}", file=sys.stderr, flush=True)


def finish() -> None:
    """Write what is still buffered.

    Raises:
        Unprintable: It could not be written.
    """
    if sys.stdout is not None:
        with _telling():
            sys.stdout.flush()


def abandon() -> None:
    """Let go of standard output, so that the interpreter does not try to write the rest once more."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def visible(text: str) -> str:
    r"""Return text with all that a terminal would obey as escapes (`\x1b`); its tabs and line ends stay."""
    return text if _is_plain(text.replace("\n", "").replace("\t", "")) else _OBEYED.sub(_escape, text)


def one_line(text: str) -> str:
    """Return text on one line, with all that a terminal would obey as escapes."""
    return text if _is_plain(text) else _OBEYED_OR_ENDS.sub(_escape, text)


def _is_plain(text: str) -> bool:
    """Return whether a text certainly has nothing to escape, for which no pattern needs to be compiled."""
    return text.isascii() and text.isprintable()


def _json(data: object, depth: int) -> Iterator[str]:
    """Yield JSON, down to the entries of a section one thing a line, and each of these on one line.

    Python indents without its fast encoder, which takes four times as long.
    """
    if depth == _OPENED or not data or not isinstance(data, (dict, list)):
        yield _one_line_json(data)
        return
    before, end = "{}" if isinstance(data, dict) else "[]"
    if isinstance(data, dict):
        items = [(f"{_one_line_json(key)}: ", value) for key, value in data.items()]
    else:
        items = [("", value) for value in data]
    for name, value in items:
        yield f"{before}\n{' ' * (depth + 1)}{name}"
        yield from _json(value, depth + 1)
        before = ","
    yield f"\n{' ' * depth}{end}"


def _one_line_json(data: object) -> str:
    """Return JSON on one line."""
    import json

    try:
        return json.dumps(data, allow_nan=False)
    except ValueError:
        return json.dumps(_finite(data))


def _finite(data: object) -> object:
    """Return data with the numbers that JSON does not have, infinity and NaN, as text."""
    if isinstance(data, dict):
        return {key: _finite(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_finite(value) for value in data]
    return str(data) if isinstance(data, float) and data - data != 0 else data


def _escape(match: re.Match[str]) -> str:
    """Return the escape of a character."""
    return repr(match[0])[1:-1]


def _encodable(text: str, stream: TextIO) -> str:
    """Return text with what the stream's encoding lacks as escapes."""
    encoding = stream.encoding or "utf-8"
    return text if text.isascii() else text.encode(encoding, "backslashreplace").decode(encoding)


def _write(text: str) -> None:
    """Write text to standard output."""
    if sys.stdout is None:
        raise Unprintable(_("standard output is closed; nothing could be printed"))
    progress.end()
    with _telling():
        sys.stdout.write(_encodable(text, sys.stdout))


@contextmanager
def _telling() -> Iterator[None]:
    """Say in words why standard output takes no more."""
    try:
        yield
    except BrokenPipeError:  # whoever read the output has seen enough
        raise
    except OSError as error:
        raise Unprintable(_("standard output could not be written: {reason}").format(reason=reason(error))) from error
