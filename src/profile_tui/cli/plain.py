"""What `show` and `check` print for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from profile_tui.cli.output import one_line, say
from profile_tui.content.entries.entry import Entry, Value, authors_of, links_of, text_of
from profile_tui.markup.inline import plain
from profile_tui.text.catalogue import _, led

if TYPE_CHECKING:
    from profile_tui.site.problem import Problem
    from profile_tui.workspace.open_files import OpenFiles

_SEVERITIES = {"error": _("error"), "warning": _("warning")}


def print_page(workspace: OpenFiles) -> None:
    """Prints sections and entries, one line each."""
    target = workspace.target
    say(f"{one_line(target.name)} ({target.template})")
    seen: dict[str, int] = {}
    for ref in workspace.all_sections:
        rows = ref.rows
        count = f", {len(rows)}" if ref.kind != "text" else ""
        lines = _("lines {lines}-{lines2}").format(lines=ref.lines[0], lines2=ref.lines[1]) if ref.lines else ""
        name = one_line(ref.name) if ref.store != "page" and ref.label != ref.name else ""
        where = ", ".join(word for word in (name, lines) if word) or ref.store
        say(f"\n{ref.kind}{count}: {one_line(ref.label) or _('(no heading)')}  [{where}]")
        before = seen.get(ref.kind, 0)
        seen[ref.kind] = before + len(rows)
        for number, (entry, *_unused) in enumerate(rows, before + 1):
            say(f"{number:5}  {one_line(summary(entry))}{_guessed(entry)}")
        for start, end in ref.unread:
            message = _("not read: lines {start}-{end}") if end > start else _("not read: line {start}")
            say("       " + message.format(start=start, end=end))
    problems = workspace.store_problems
    if problems:
        say("")
        print_problems(problems)


def summary(entry: Entry) -> str:
    """An entry on one line, as a reader sees it."""
    values = entry.values
    parts = [shown(values.get(name)) for name in ("date", "title", "topic", "text", "authors", "venue", "year")]
    return "  ".join(part for part in parts if part)


def _guessed(entry: Entry) -> str:
    """Which fields of an entry were not read for certain; empty where all were."""
    if not entry.unsure:
        return ""
    from profile_tui.content.publications.fields import called

    fields = ", ".join(called(name) for name in entry.values if name in entry.unsure)
    return "  " + _("(not read for certain: {fields})").format(fields=fields)


def shown(value: Value) -> str:
    """Return a field on one line, as a reader sees it."""
    if isinstance(value, tuple):
        return ", ".join([author.name for author in authors_of(value)] + [link.label for link in links_of(value)])
    return plain(value) if isinstance(value, str) else text_of(value)


def print_problems(problems: Iterable[Problem]) -> None:
    """Prints problems, one line each."""
    for problem in problems:
        line = f":{problem.line}" if problem.line else ""
        message = led(_SEVERITIES[problem.severity], one_line(problem.message))
        say(f"{one_line(problem.path)}{line}: {message} [{problem.code}]")
