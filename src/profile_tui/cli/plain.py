"""What `show` and `check` print for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from profile_tui.cli.main import one_line
from profile_tui.markup.inline import plain
from profile_tui.profile.entry import Author, Entry, Link, Value

if TYPE_CHECKING:
    from profile_tui.site.problems import Problem
    from profile_tui.workspace.workspace import Workspace


def print_page(workspace: Workspace) -> None:
    """Prints sections and entries, one line each."""
    place = workspace.place
    print(f"{one_line(place.name)} ({place.template})")
    seen: dict[str, int] = {}
    for part in workspace.parts:
        page, section = part.document.page, part.section
        first, last = page.lines(section.span)
        count = f", {len(section.entries)}" if section.kind != "text" else ""
        where = f"{one_line(part.document.name)}, " if part.store == "include" else ""
        print(f"\n{section.kind}{count}: {one_line(section.label) or '(no heading)'}  [{where}lines {first}-{last}]")
        before = seen.get(section.kind, 0)
        seen[section.kind] = before + len(section.entries)
        for number, entry in enumerate(section.entries, before + 1):
            print(f"{number:5}  {one_line(summary(entry))}")
        for start, end in page.unread(section):
            print(f"       not read: line{'s' if end > start else ''} {start}{f'-{end}' if end > start else ''}")


def summary(entry: Entry) -> str:
    """An entry on one line, as a reader sees it."""
    values = entry.values
    parts = [_word(values.get(name)) for name in ("date", "title", "topic", "text", "authors", "venue", "year")]
    return "  ".join(part for part in parts if part)


def _word(value: Value) -> str:
    """A field on one line."""
    if isinstance(value, tuple):
        return ", ".join(
            part.name if isinstance(part, Author) else part.label for part in value if isinstance(part, (Author, Link))
        )
    return plain(value) if isinstance(value, str) else str(value or "")


def print_problems(problems: Iterable[Problem]) -> None:
    """Prints problems, one line each."""
    for problem in problems:
        line = f":{problem.line}" if problem.line else ""
        print(f"{one_line(problem.path)}{line}: {problem.severity}: {one_line(problem.message)} [{problem.code}]")
