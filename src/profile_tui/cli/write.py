"""The commands that change entries: add, edit, remove and move, of every kind."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.cli import report
from profile_tui.cli.arguments import typed_text
from profile_tui.cli.command import Namespace
from profile_tui.cli.examples import MAIN_FIELD
from profile_tui.cli.output import complain, say
from profile_tui.cli.values import changed_links, field_value, keys, links
from profile_tui.content.entries import dates, typed
from profile_tui.content.entries.entry import Author, Value, Values, authors_in, links_in
from profile_tui.content.entries.kind import Kind
from profile_tui.content.kinds import kinds
from profile_tui.site.repository.locate import locate
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import UsageError
from profile_tui.workspace import performed, settings
from profile_tui.workspace.disk.files import FileChange
from profile_tui.workspace.performed import Performed
from profile_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from profile_tui.workspace.additions import Wish


def run(given: Namespace) -> int:
    """Do what a call of one kind's commands asks for; return the exit code.

    Raises:
        AppError: It cannot be done; nothing was written.
    """
    name, action = given.command.words
    kind = kinds()[name]
    workspace = Workspace(locate(Path(given.path)))
    self_author = str(getattr(given, "self", None) or "")
    kept = settings.name_change(self_author) if self_author else []
    if action == "add" and given.jsonl:
        code = _add_lines(kind, given, workspace, kept)
    elif action == "add" and (getattr(given, "bibtex", None) or getattr(given, "identifiers", None)):
        code = _add_read(kind, given, workspace, kept)
    else:
        code = _write_one(action, kind, given, workspace, kept)
    if workspace.owner.problem:
        complain(workspace.owner.problem)
    return code


def _add_lines(kind: Kind, given: Namespace, workspace: Workspace, kept: list[FileChange]) -> int:
    """Add the entries of a file with one JSON object a line; return the exit code."""
    from profile_tui.cli import jsonl

    if given.keys or _values(kind, given) or getattr(given, "bibtex", None) or getattr(given, "identifiers", None):
        raise UsageError(_("--jsonl takes all fields from its lines; leave out the others"))
    if getattr(given, "everywhere", False) or getattr(given, "news", False):
        raise UsageError(_("--jsonl adds each entry to one list; leave out --everywhere and --news"))
    return jsonl.add(workspace, given, kind, lambda line: _add(line.kind, line.values, given, workspace), kept)


def _add_read(kind: Kind, given: Namespace, workspace: Workspace, kept: list[FileChange]) -> int:
    """Add the entries of a BibTeX file, or what identifiers lead to; return the exit code."""
    from profile_tui.cli import bibtex

    def completed(values: dict[str, Value]) -> dict[str, Value]:
        return _dated(kind, _with_self(values, given.self), workspace, given.section)

    named = _values(kind, given)
    if given.identifiers:
        from profile_tui.cli import lookup

        return lookup.add(workspace, given, named=named, completed=completed, wish=wish_of(given), also=kept)
    outcomes = bibtex.add(
        workspace, given.bibtex, section=given.section, named=named, completed=completed, wish=wish_of(given)
    )
    return bibtex.report(workspace, given, outcomes, bibtex.places(given, outcomes), kept)


def _write_one(action: str, kind: Kind, given: Namespace, workspace: Workspace, kept: list[FileChange]) -> int:
    """Make the change of one entry that a call asks for; return the exit code."""
    if action == "remove":
        if kind.name == "publications":
            done = performed.remove_paper(workspace, given.number, everywhere=given.everywhere)
        else:
            done = performed.remove(workspace, kind.name, given.number)
    elif action == "move":
        done = performed.move(workspace, kind.name, given.number, given.to)
    else:
        sets_links = action == "edit" and getattr(given, "link", None) is not None
        before = workspace.held(kind.name, given.number).entry.values if sets_links else None
        values = _values(kind, given, before)
        is_enough = bool(values or (action == "edit" and given.keys))
        if not is_enough and _can_ask(given):
            return _ask(action, kind, given, workspace, kept)
        if not is_enough:
            message = (
                _("say what to change; see profile-tui {name} edit --help")
                if action == "edit"
                else _("say what to add: {field}; see profile-tui {name} add --help")
            )
            raise UsageError(message.format(name=kind.name, field=_main_argument(kind)))
        done = _with_values(action, kind, given, workspace, values)
    report.entry(workspace, given, done, also=kept)
    return 0


def _with_values(
    action: str, kind: Kind, given: Namespace, workspace: Workspace, values: dict[str, Value]
) -> Performed:
    """Add an entry, or change one."""
    if action == "edit":
        values = _with_self(values, getattr(given, "self", None))
        if kind.name == "publications":
            return performed.change_paper(
                workspace, given.number, values, everywhere=given.everywhere, keys=keys(given.keys)
            )
        return performed.change(workspace, kind.name, given.number, values, keys(given.keys))
    return _add(kind, values, given, workspace)


def _add(kind: Kind, values: dict[str, Value], given: Namespace, workspace: Workspace) -> Performed:
    """Add an entry."""
    values = _with_self(values, getattr(given, "self", None))
    if kind.name != "publications":
        dated = _dated(kind, values, workspace, given.section)
        return performed.add(workspace, kind.name, dated, given.section, keys(given.keys))
    wish = wish_of(given)
    done = performed.add_paper(workspace, values, given.section, wish)
    return done if wish.everywhere or "authors" not in values else _with_duplicate(workspace, done, values)


def wish_of(given: Namespace) -> Wish:
    """Return what a call asks for beside adding a paper to one list."""
    from profile_tui.workspace.additions import Wish

    return Wish(
        everywhere=getattr(given, "everywhere", False),
        news=getattr(given, "news", False),
        day=dates.parse("today"),
        keys=keys(getattr(given, "keys", None)),
    )


def _with_duplicate(workspace: Workspace, done: Performed, values: dict[str, Value]) -> Performed:
    """Return what was done to a paper, with a note where the same paper was there before."""
    from profile_tui.workspace.bibtex import already_there

    same = already_there(workspace, values, done.number) if done.number is not None else None
    if same is None:
        return done
    note = _("publication {number} seems to be the same paper").format(number=same.number)
    return replace(done, note="; ".join(filter(None, (note, done.note))))


def _can_ask(given: Namespace) -> bool:
    """Return whether to ask for what a call leaves out: with --plain, or where somebody can answer."""
    if given.no_input:
        return False
    streams = (sys.stdin, sys.stdout)
    return bool(given.plain or (not given.json and all(stream is not None and stream.isatty() for stream in streams)))


def _main_argument(kind: Kind) -> str:
    """Return the argument that a call of `add` gives first."""
    names = [field.name for field in kind.fields]
    return MAIN_FIELD.upper() if MAIN_FIELD in names else f"--{names[0]}"


def _ask(action: str, kind: Kind, given: Namespace, workspace: Workspace, kept: list[FileChange]) -> int:
    """Ask for an entry's fields, and write it once the user has seen its lines; return the exit code."""
    from profile_tui.cli import prompts

    before = workspace.held(kind.name, given.number).entry.values if action == "edit" else {}
    done = _with_values(action, kind, given, workspace, prompts.ask(kind, before))
    if workspace.dirty and not given.dry_run and not prompts.confirm(workspace):
        say(_("Nothing was written."))
        return 0
    report.entry(workspace, given, done, also=kept)
    return 0


def _with_self(values: dict[str, Value], name: str | None) -> dict[str, Value]:
    """Return the values, with the user told from the other authors by name."""
    if name is None or values.get("authors") is None:
        return values
    from profile_tui.content.publications.names.self_author import marked

    authors = marked(authors_in(values), [name])
    if not any(author.is_self for author in authors):
        raise UsageError(_("{name!r} isn't one of the authors; --self takes the name of one of them").format(name=name))
    return {**values, "authors": authors}


def _dated(kind: Kind, values: dict[str, Value], workspace: Workspace, section: str | None) -> dict[str, Value]:
    """Return the values; an addition that names no date is of today, unless the page's own entries have no dates.

    A list of news in a data file gives the day itself, where it has a place for one.
    """
    field = next((field.name for field in kind.fields if field.type == "date"), None)
    if field is None or field in values:
        return values
    if kind.name == "news" and (store := workspace.destination(kind.name, section).store) and store.store == "data":
        return values
    refs = workspace.on_pages(kind.name)
    if refs and not any(held.entry.values.get(field) for held in refs):
        return values
    return {**values, field: dates.parse("today")}


def _values(kind: Kind, given: Namespace, before: Values | None = None) -> dict[str, Value]:
    """Return the fields that a call names; `before` are those of the entry that it changes."""
    words = {field.name: getattr(given, field.name, None) for field in kind.fields}
    if list(words.values()).count("-") > 1:
        raise UsageError(_("standard input can be read for one field only"))
    values: dict[str, Value] = {}
    for field in kind.fields:
        word = words[field.name]
        if field.type == "authors":
            names = _authors(word, given.author)
            if names is not None:
                values[field.name] = names
        elif field.type == "links":
            if given.link is not None:
                values[field.name] = (
                    links(given.link) if before is None else changed_links(links_in(before), given.link)
                )
        elif word is not None:
            is_text = field.type in ("text", "markdown")
            values[field.name] = field_value(field, typed_text(word) if is_text else word)
    return values


def _authors(together: str | None, single: list[str] | None) -> tuple[Author, ...] | None:
    """Return the authors that a call names; None where it names none."""
    if together is not None:
        return typed.authors(together)
    return None if single is None else tuple(author for word in single for author in typed.authors(word))
