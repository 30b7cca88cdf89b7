"""Where a new field goes: its line in the file's own comments, its place in the template's order, or the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from profile_tui.markup.yaml.document import Path, Scalar, YamlDocument
from profile_tui.site.template.owner_fields import KnownField
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_COMMENT = lazily(r"[ \t]*#([ \t]*)\S[^\n]*\n?")


def added(
    document: YamlDocument, path: Path, value: Scalar | list[str], known: Sequence[KnownField], depth: int
) -> list[Splice]:
    """Adds a key where the template has it.

    Args:
        document: The file.
        path: Where the value is to be.
        value: The value.
        known: The template's fields, in its order.
        depth: How many steps lead to the map that they are of.

    Raises:
        Refused: There is no map for it, or something else would change.
    """
    into, key, inner = _nearest(document.data, path, value)
    inside = len(into) - depth
    siblings: dict[str, str] = {}
    for field in known if inside >= 0 else ():
        if len(field.path) > inside and field.path[:inside] == into[depth:]:
            siblings.setdefault(field.path[inside], field.group)
    refused: Refused | None = None
    for make in _ways(document, into, key, inner, siblings):
        try:
            return make()
        except Refused as error:
            refused = refused or error
    raise refused or Refused(_("There is no place for {key} here; add it as text.").format(key=key))


def _nearest(data: Any, path: Path, value: Scalar | list[str]) -> tuple[Path, str, Any]:  # noqa: ANN401
    """The innermost map on the way that is there, the key to add to it, and what that is to hold."""
    found = data
    for at, step in enumerate(path[:-1]):
        if not isinstance(found, dict) or step not in found:
            if at < len(path) - 2:
                raise Refused(_("There is no {path} here; add it as text.").format(path=path[at]))
            return path[:at], str(step), {str(path[-1]): value}
        found = found[step]
    return path[:-1], str(path[-1]), value


def _ways(
    document: YamlDocument, into: Path, key: str, value: Any, order: Mapping[str, str]  # noqa: ANN401
) -> Iterator[Callable[[], list[Splice]]]:  # fmt: skip
    """The ways to add a key, the best first. `order` gives the groups of the template's keys."""
    stub = _stub(document, into, key)
    if stub is not None:
        yield lambda: document.add_key(into, key, value, at=stub)
    there = document.data
    for step in into:
        there = there[step]
    names = list(order)
    at = names.index(key) if key in order else 0
    before = [name for name in reversed(names[:at]) if name in (there or ())]
    after = [name for name in names[at + 1 :] if name in (there or ())] if key in order else []
    beside = sorted([*before, *after], key=lambda name: (order[name] != order[key], name in after))[:1]
    if beside and beside[0] in before:
        yield lambda: document.add_key(into, key, value, after=beside[0])
    elif beside:
        yield lambda: document.add_key(into, key, value, at=document.key_lines((*into, beside[0])).start)
    yield lambda: document.add_key(into, key, value)


def _stub(document: YamlDocument, into: Path, key: str) -> int | None:
    """Where the line after a key that is commented out begins; None where there is no such comment in the map."""
    text = document.text
    span = document.key_lines(into) if into else document.span
    end = _with_comments(text, span, document.span.end) if into else span.end
    match = re.compile(rf"^[ \t]*#([ \t]*){re.escape(key)}[ \t]*:(?!\S)[^\n]*\n?", re.M).search(text, span.start, end)
    if match is None:
        return None
    at = match.end()
    # what a commented-out block goes on with is indented further
    while (more := _COMMENT.match(text, at, end)) and len(more[1]) > len(match[1]):
        at = more.end()
    return at


def _with_comments(text: str, span: Span, end: int) -> int:
    """Where comments that are below the last line of a map, and are indented as its keys are, end."""
    indent = len(text[span.start : span.end]) - len(text[span.start : span.end].lstrip(" "))
    at = span.end
    while at < end:
        stop = text.find("\n", at, end) + 1 or end
        line = text[at:stop]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= indent:
            break
        at = stop
    return at
