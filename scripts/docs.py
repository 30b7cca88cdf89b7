"""Writes the tables of keys in README.md anew from the commands themselves.

python scripts/docs.py            writes them between their markers
python scripts/docs.py --check    exits with 1 where they are not as the commands are
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from profile_tui.app.keys.other_keys import OTHER_KEYS
from profile_tui.app.keys.registry import commands

README = Path(__file__).parents[1] / "README.md"
_TABLE = re.compile(r"(?<=<!-- keys: )(\w+)( -->\n).*?(?=<!-- /keys -->)", re.DOTALL)


def main(arguments: list[str]) -> int:
    """Write the tables, or compare them with the commands; return the exit code."""
    text = README.read_text("utf-8")
    new = with_tables(text)
    if "--check" not in arguments:
        README.write_text(new, "utf-8")
    elif new != text:
        print("README.md does not list the keys as the commands have them; run: make docs", file=sys.stderr)
        return 1
    return 0


def with_tables(text: str) -> str:
    """Return a text with a table of keys between each pair of markers."""
    return _TABLE.sub(lambda match: f"{match[1]}{match[2]}{key_table(match[1])}", text)


def key_table(context: str) -> str:
    """Return the keys of a kind of screen as a table in Markdown."""
    lines = (f"| {', '.join(f'`{key}`' for key in keys)} | {does} |\n" for keys, does in _keys(context))
    return "| key | what it does |\n|---|---|\n" + "".join(lines)


def _keys(context: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield keys and what they do: those of commands in their order, then the others; none that a field would take."""
    for command in commands(context):
        names = [name for name in command.key_names if context != "form" or len(name) > 1]
        if names:
            yield tuple(names), command.help
    yield from OTHER_KEYS.get(context, ())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
