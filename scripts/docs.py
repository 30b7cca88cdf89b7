"""Writes what the pages in docs/ list anew from the program itself: keys, commands, fields of the profile.

A page whose name ends in `.zh-CN.md` has them in Chinese.

python scripts/docs.py            writes it between its markers
python scripts/docs.py --check    exits with 1 where it is not as the program is
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from profile_tui.app.keys.other_keys import OTHER_KEYS
from profile_tui.app.keys.registry import commands
from profile_tui.cli import help, tree
from profile_tui.site.template.owner_fields import KnownField
from profile_tui.site.templates import templates
from profile_tui.text import catalogue

DOCS = Path(__file__).parents[1] / "docs"
_MARKED = re.compile(r"(<!-- (keys|fields|commands)(?:: ([\w-]+))? -->\n).*?(?=<!-- /\2 -->)", re.DOTALL)


def main(arguments: list[str]) -> int:
    """Write the lists, or compare them with the program; return the exit code."""
    outdated = False
    is_chinese = catalogue.language() == "zh_CN"
    for page in sorted(DOCS.rglob("*.md")):
        if page.name.endswith(".zh-CN.md") != is_chinese:
            continue
        text = page.read_text("utf-8")
        new = with_lists(text)
        if new == text:
            continue
        outdated = True
        if "--check" in arguments:
            print(f"{page.relative_to(DOCS.parent)} is not as the program is; run: make docs", file=sys.stderr)
        else:
            page.write_text(new, "utf-8")
    if not is_chinese:  # the language is chosen once in a process
        chinese = {**os.environ, "LC_ALL": "zh_CN.UTF-8"}
        done = subprocess.run([sys.executable, __file__, *arguments], env=chinese, check=False)
        outdated = outdated or done.returncode != 0
    return int(outdated and "--check" in arguments)


def with_lists(text: str) -> str:
    """Return a page with its lists between their markers."""
    return _MARKED.sub(lambda found: found[1] + "".join(_LISTS[found[2]](found[3] or "")), text)


def key_table(context: str) -> Iterator[str]:
    """Yield the keys of a kind of screen as a table in Markdown."""
    head = "按键 | 作用" if catalogue.language() == "zh_CN" else "key | what it does"
    yield f"| {head} |\n|---|---|\n"
    for keys, does in _keys(context):
        yield f"| {', '.join(f'`{key}`' for key in keys)} | {does} |\n"


def _keys(context: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield keys and what they do: those of commands in their order, then the others; none that a field would take."""
    for command in commands(context):
        names = [name for name in command.key_names if context != "form" or len(name) > 1]
        if names:
            yield tuple(names), command.help
    yield from OTHER_KEYS.get(context, ())


def command_list(_none: str) -> Iterator[str]:
    """Yield all commands with their options and examples."""
    for command in tree.commands():
        yield f"## {command.name}\n\n{command.summary}\n\n"
        rows = [
            *((one.name, one) for one in command.positionals),
            *((help.option(one), one) for one in command.options),
        ]
        if rows:
            yield "| | |\n|---|---|\n"
            for name, argument in rows:
                yield f"| `{_cell(name)}` | {_cell(argument.help)} |\n"
            yield "\n"
        if command.details:
            yield f"{command.details}\n\n"
        yield "".join(f"    profile-tui {call}\n" for call in command.examples) + "\n"


def field_table(name: str) -> Iterator[str]:
    """Yield the fields by which a template names its owner."""
    owner = next(template for template in templates() if template.name == name).owner()
    yield "| field | what it takes |\n|---|---|\n"
    groups = (owner.author, owner.profile, owner.socials, owner.flat_socials if not owner.socials else (), owner.page)
    for fields in (*groups, owner.site, owner.sidebar):
        for field in fields or ():
            yield f"| `{field.name}` | {_cell(_said(field))} |\n"


def _said(field: KnownField) -> str:
    """Return what a field takes."""
    return field.hint or {"list": "a list", "area": "a text"}.get(field.type, "a text")


def _cell(text: str) -> str:
    """Return a text for a cell of a table."""
    return text.replace("|", "\\|")


_LISTS = {"keys": key_table, "fields": field_table, "commands": command_list}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
