"""The lines that a change will write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from profile_tui.app.forms.base import Form
from profile_tui.app.keys.registry import command
from profile_tui.app.widgets.source import MOST_LINES, SourceLine, numbered
from profile_tui.app.widgets.terminal_text import line_range, one_line
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.page.page import Page
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Refused
from profile_tui.text.span import Span


def preview(edited: ProvenEdit, form: Form) -> tuple[str, list[SourceLine]]:
    """Return what is above the lines, and the lines.

    Args:
        edited: The change.
        form: The form that made it.
    """
    page, name = edited.page, form.document.name
    if not edited.splices:
        return _("no change"), _numbered(form.document.name, page, form.span) if form.span else []
    new_span = written(edited)
    span = new_span
    own = form.about(edited)
    if own is not None:
        span = Span(min(own.start, new_span.start), max(own.end, new_span.end))
    new = range(*_lines(edited, new_span))
    lines = [line._replace(style="added" if line.number in new else "") for line in _numbered(name, page, span)]
    while len(lines) > 1 and not lines[-1].text.strip():
        lines.pop()
    while len(lines) > 1 and not lines[0].text.strip():
        lines.pop(0)
    where = line_range(lines[0].number or 0, lines[-1].number or 0)
    message = _("will be written, as {where} of {name}").format(where=where, name=PurePath(name).name)
    return message, [*lines, *_beside(form)]


def refused(error: AppError, form: Form, *, is_ahead: bool) -> list[SourceLine]:
    """Return why nothing will be written, and what one can do about it where the file is not to be changed so.

    Args:
        error: The complaint.
        form: The form that was refused.
        is_ahead: Whether it is no fault yet: what lacks is still to be filled in.
    """
    lines = [SourceLine(error.message, None, "dim" if is_ahead else "error")]
    if isinstance(error, Refused) and form.kind_name and form.origin:
        key = next(iter(command("form.text").key_names), "")
        lines += [SourceLine(""), SourceLine(_("{key} opens the text in the file.").format(key=key))]
    return lines


def _beside(form: Form) -> Iterator[SourceLine]:
    """Yield what the change brings in other files, below the name of each."""
    for name, edited in form.written_beside:
        yield SourceLine("")
        yield SourceLine(one_line(name), style="heading")
        yield from (line._replace(style="added") for line in _numbered(name, edited.page, written(edited)))


def _numbered(name: str, page: Page, span: Span) -> list[SourceLine]:
    """Return the lines of a range of a file with their numbers."""
    first, last = page.lines(span)
    starts = [*page.source.line_starts, len(page.text) + 1]
    shown = range(first, min(last, first + MOST_LINES) + 1)
    return numbered(name, page, first, [page.text[starts[at - 1] : starts[at] - 1] for at in shown])


def written(edited: ProvenEdit) -> Span:
    """Return the range of the new text that differs from the old one."""
    old, new = edited.before.text, edited.page.text
    start = min(splice.span.start for splice in edited.splices)
    end = max(splice.span.end for splice in edited.splices)
    return Span(start, max(start, len(new) - (len(old) - end)))


def _lines(edited: ProvenEdit, written: Span) -> tuple[int, int]:
    """Return the numbers of the new lines, the last one excluded."""
    if written.end <= written.start:
        line = edited.page.source.line_number(written.start)
        return line, line
    first, last = edited.page.lines(written)
    return first, last + 1
