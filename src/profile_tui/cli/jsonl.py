"""`add --jsonl`: many entries in one call, one JSON object a line, in the fields of `show --json`; all or none."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from profile_tui.cli import progress, report
from profile_tui.cli.arguments import file_or_input
from profile_tui.cli.command import Namespace
from profile_tui.cli.output import complain
from profile_tui.cli.values import field_value
from profile_tui.content.entries import typed
from profile_tui.content.entries.entry import Author, Field, Link, Value
from profile_tui.content.entries.kind import Kind
from profile_tui.content.kinds import kinds
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, replace
from profile_tui.text.errors import AppError, Unreadable, UsageError
from profile_tui.workspace.disk.files import FileChange
from profile_tui.workspace.many import counted
from profile_tui.workspace.performed import Performed, where
from profile_tui.workspace.refs import EntryNumber
from profile_tui.workspace.workspace import Workspace

_OF_SHOW = ("number", "path", "first_line", "last_line", "unsure")
"""What `show --json` says of an entry beside its fields: so its output can be given back."""


@dataclass(frozen=True)
class Line:
    """An entry that is to be added.

    Attributes:
        number: Its line, 1-based.
        kind: Its kind.
        values: Its fields.
    """

    number: int
    kind: Kind
    values: dict[str, Value]


Add = Callable[[Line], Performed]
"""Adds an entry to the open files."""


def add(workspace: Workspace, given: Namespace, kind: Kind, add_one: Add, also: list[FileChange]) -> int:
    """Add the entries of a file, or say of each that cannot be added why; return the exit code.

    Args:
        workspace: The site.
        given: The call's arguments.
        kind: What an entry is whose line names no kind.
        add_one: Adds one of them.
        also: What is to be written together with the site's files.

    Raises:
        Unreadable: The file cannot be read.
        UsageError: There is no entry in it.
    """
    name = _("standard input") if given.jsonl == "-" else given.jsonl
    done: dict[int, Performed] = {}
    refused: dict[int, AppError] = {}
    lines: list[Line] = []
    for number, text in _texts(name, file_or_input(given.jsonl)):
        try:
            lines.append(Line(number, *_entry(text, kind)))
        except UsageError as error:
            refused[number] = error
    if not lines and not refused:
        raise UsageError(_("{name} holds no entry; write one JSON object per line").format(name=name))
    entries = [EntryNumber(line.kind.name, line.number) for line in lines]
    with workspace.together(_("Add {one}").format(one=counted(entries)) if len(lines) > 1 else ""):
        for at, line in enumerate(_in_order(workspace, lines), 1):
            progress.doing(_("{number} of {count}").format(number=at, count=len(lines)))
            try:
                result = add_one(line)
            except AppError as error:
                refused[line.number] = error
            else:
                done = {number: _shifted(before, result) for number, before in done.items()} | {line.number: result}
    if refused:
        return _say_refused(given, name, done, refused)
    _say_done(workspace, given, [_now(workspace, done[number]) for number in sorted(done)], also)
    return 0


def _texts(name: str, data: bytes) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, with their numbers."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(_("{name} is not UTF-8 text").format(name=name)) from None
    # only these end a line: JSON allows all other line ends inside texts
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line


def _entry(text: str, kind: Kind) -> tuple[Kind, dict[str, Value]]:
    """Return the kind and the fields of an entry.

    Raises:
        UsageError: It is none, or has a field that its kind has not.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise UsageError(_("this isn't a JSON object; write one entry per line, the way show --json prints them"))
    named = data.pop("kind", kind.name)
    if named not in kinds():
        raise UsageError(
            _("there is no kind {json}; there are {names}").format(json=_json(named), names=", ".join(kinds()))
        )
    kind = kinds()[named]
    known = {field.name: field for field in kind.fields}
    values: dict[str, Value] = {}
    for name, value in data.items():
        if name in known:
            values |= _value(known[name], value)
        elif name not in _OF_SHOW:
            raise UsageError(
                _("there is no field {json} in the {one}; its fields are {known}").format(
                    one=kind.one, json=_json(name), known=", ".join(known)
                )
            )
    if not values:
        raise UsageError(
            _("this line has none of the fields of the {one}; they are {known}").format(
                one=kind.one, known=", ".join(known)
            )
        )
    return kind, values


def _value(field: Field, value: object) -> dict[str, Value]:
    """Return what a JSON value means for a field; nothing for null.

    Raises:
        UsageError: It means nothing.
    """
    if value is None:
        return {}
    if isinstance(value, int) and not isinstance(value, bool) and field.type in ("year", "date"):
        value = str(value)
    if isinstance(value, str):
        return {field.name: field_value(field, value)}
    if field.type == "authors" and isinstance(value, list):
        return {field.name: tuple(author for item in value for author in _authors(item))}
    if field.type == "links" and isinstance(value, list):
        return {field.name: tuple(_link(item) for item in value)}
    takes = {"authors": _("a text or a list of names"), "links": _("a list of objects with label and url")}
    raise UsageError(
        _("{name} takes {get}, not {json}").format(
            name=field.name, get=takes.get(field.type, _("a text")), json=_json(value)
        )
    )


def _authors(value: object) -> tuple[Author, ...]:
    """Return the authors that an item of a list means."""
    if isinstance(value, str):
        return typed.authors(value)
    if isinstance(value, dict) and isinstance(name := value.get("name"), str) and name.strip():
        marks = value.get("marks") or []
        if isinstance(marks, list) and all(isinstance(mark, str) for mark in marks):
            return (Author(name, value.get("self") is True, tuple(marks)),)
    raise UsageError(
        _("{json} isn't an author; write a name, or an object with name, self and marks").format(json=_json(value))
    )


def _link(value: object) -> Link:
    """Return the link that an item of a list means."""
    if isinstance(value, str):
        return typed.link(value)
    if (
        isinstance(value, dict)
        and isinstance(label := value.get("label"), str)
        and isinstance(url := value.get("url"), str)
    ):
        return Link(label, url)
    raise UsageError(
        _("{json} isn't a link; write LABEL=URL, or an object with label and url").format(json=_json(value))
    )


def _json(value: object) -> str:
    """Return the beginning of a JSON value, for a complaint."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:37]}..."


def _in_order(workspace: Workspace, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the entries as they are to be added, so that the page has them in the sequence of their lines.

    Where the newest are on top, what is added later is above what was added before.
    """
    for name in dict.fromkeys(line.kind.name for line in lines):
        own = [line for line in lines if line.kind.name == name]
        there = [ref.entry for ref in workspace.on_pages(name)]
        yield from reversed(own) if own[0].kind.newest_first(there) else own


def _shifted(before: Performed, result: Performed) -> Performed:
    """Return an addition with the number that it has after another one."""
    if before.kind != result.kind or before.number is None or result.number is None or before.number < result.number:
        return before
    return replace(before, number=before.number + 1)


def _now(workspace: Workspace, done: Performed) -> Performed:
    """Return an addition with the lines that its entry has after all others."""
    if done.number is None:
        return done
    path, lines = where(workspace.held(done.kind, done.number))
    return replace(done, path=path, lines=lines)


def _say_done(workspace: Workspace, given: Namespace, done: Sequence[Performed], also: list[FileChange]) -> None:
    """Save, and say of each entry where it is now."""
    entries = [report.as_data(result) for result in done]
    lines = "\n".join(report.line(result) for result in done)
    report.finish(
        workspace,
        given,
        {**entries[0], "entries": entries},
        lines,
        also=also,
        reported=[result.path for result in done],
    )
    for note in dict.fromkeys(result.note for result in done if result.note):
        complain(_("note: {note}").format(note=note))


def _say_refused(given: Namespace, name: str, done: dict[int, Performed], refused: dict[int, AppError]) -> int:
    """Say which entries cannot be added and that none was; return the exit code."""
    for number, error in sorted(refused.items()):
        complain(f"{name}:{number}: {error}")
    if done:
        complain(
            _("nothing was written: {count} of {count2} entries cannot be added").format(
                count=len(refused), count2=len(done) + len(refused)
            )
        )
    if given.json:
        from profile_tui.cli.output import say_json

        entries = [
            {"action": "refused", "line": number, "refusal": str(refused[number])}
            if number in refused
            else {"action": "left out", "line": number, "refusal": None}
            for number in sorted({*done, *refused})
        ]
        say_json({"action": "refused", "entries": entries, "files": []})
    return min(error.exit_code for error in refused.values())
