"""Calls that help shows for the commands of a kind."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.content.entries.kind import Kind

MAIN_FIELD = "text"
"""The field that `add` takes as its argument, where a kind has it."""


def kind_examples(kind: Kind, action: str) -> Iterator[str]:
    """Yield calls of a kind's command."""
    name = kind.name
    has_text = any(field.name == MAIN_FIELD for field in kind.fields)
    has_date = any(field.name == "date" for field in kind.fields)
    if action == "add":
        if has_text:
            yield f'{name} add {"--date 2026-11 " if has_date else ""}"Written like its neighbours."'
            yield f"{name} add - < text.md"
            yield f"{name} add --jsonl - < entries.jsonl"
        else:
            yield f'{name} add --title "Reading Small Lakes" --author "Ada Example" --venue ICE --year 2026'
            yield f"{name} add --bibtex paper.bib --dry-run"
    elif action == "edit":
        yield f'{name} edit 2 --text "Two papers."' if has_text else f"{name} edit 1 --year 2027"
    else:
        yield f"{name} remove 2" if action == "remove" else f"{name} move 3 1"
