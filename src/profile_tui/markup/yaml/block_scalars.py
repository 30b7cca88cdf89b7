"""Block scalars (`|` and `>`): new text in the place of the old; indicator, indentation and line widths stay."""

from __future__ import annotations

import re
from itertools import groupby

from profile_tui.markup.yaml.nodes import YamlTree
from profile_tui.markup.yaml.refs import YamlRef, column, dashes, line_after
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_HEADER = lazily(r"([|>])([-+]?)([1-9]?)([-+]?)([ \t]*(?:[ \t]#[^\n]*)?)")
# Old lines show only how long a line may be at least.
_USUAL_WIDTH = 78
_BREAKABLE = lazily(r"(?<=[^ \t]) (?=[^ \t])")


def rewrite_block(tree: YamlTree, ref: YamlRef, value: str) -> list[Splice]:
    """Puts `value` into the block scalar at `ref`."""
    text, node = tree.text, ref.node
    header_end = text.find("\n", node.inner, node.end)
    header_end = node.end if header_end < 0 else header_end
    match = _HEADER.fullmatch(text, node.inner, header_end)
    if match is None:
        raise Refused(
            _("This block of text is written in a way that can't be edited here; edit the file as text."),
            line=tree.line(node.start),
        )
    old_chomp = match[2] or match[4]
    body = Span(min(header_end + 1, node.end), node.end if old_chomp == "+" else line_after(tree, node))
    chomp, body = _chomp_and_body(text, body, node.end, old_chomp, _chomp(value))
    base = _base(tree, ref)
    old_lines = body.of(text).split("\n")
    indent = base + int(match[3]) if match[3] else _indent(old_lines) or base + 2
    old_lines = [line[indent:] for line in old_lines]
    digit = match[3] or _digit(value, indent - base)
    lines = block_lines(value, match[1], indent, old_lines)
    ending = "" if header_end == node.end or (not value.endswith("\n") and not body.of(text).endswith("\n")) else "\n"
    new_body = "\n".join(lines) + (ending if lines else "")
    if header_end == node.end:
        new_body = "\n" + new_body
    header = match[0] if (chomp, digit) == (old_chomp, match[3]) else f"{match[1]}{digit}{chomp}{match[5]}"
    return [
        *minimal(text, Span(node.inner, header_end), header),
        *minimal(text, body, new_body),
    ]


def _chomp_and_body(text: str, body: Span, end: int, old: str, new: str) -> tuple[str, Span]:
    """The indicator for the line ends after a new text, and what of the old one it replaces.

    Args:
        text: The file.
        body: The old text's lines.
        end: Where the scalar ends.
        old: The indicator as it is; with `+`, blank lines after the text are a part of it.
        new: The indicator that the new text needs.
    """
    if old == "+" and new != "+":
        kept = body.of(text).rstrip(" \t\n")
        stop = text.find("\n", body.start + len(kept), end)
        stop = end if stop < 0 else stop + 1
        # Blank lines that `+` made part of the text stay, as mere distance to what follows.
        return "+" if new == "" and stop == body.end else new, Span(body.start, stop)
    return new, Span(body.start, end) if new == "+" else body


def can_hold(value: str) -> bool:
    """Whether a block scalar can hold the text: some characters break lines there that are not the text's own."""
    return not re.search("[\x85\u2028\u2029]", value)


def new_block(value: str, style: str, base: int) -> str:
    """A new block scalar, without its last line end, for a key or dash in column `base`."""
    lines = block_lines(value, style, base + 2, [])
    return "\n".join([f"{style}{_digit(value, 2)}{_chomp(value)}", *lines])


def block_lines(value: str, style: str, indent: int, old_lines: list[str]) -> list[str]:
    """The content lines for a text; those of a folded scalar that still fit are taken over."""
    content = value.rstrip("\n")
    blank = [""] * max(len(value) - len(content) - 1, 0) if content else [""] * len(value)
    lines = content.split("\n") if content else []
    if style == ">":
        lines = _folded(lines, old_lines)
    return [" " * indent + line if line else "" for line in lines] + blank


def minimal(text: str, span: Span, new: str) -> list[Splice]:
    """The splice without what it would replace by the same; nothing where all is the same."""
    old = span.of(text)
    if old == new:
        return []
    limit = min(len(old), len(new))
    start = next((at for at in range(limit) if old[at] != new[at]), limit)
    limit -= start
    back = next((at for at in range(limit) if old[-1 - at] != new[-1 - at]), limit)
    return [Splice(Span(span.start + start, span.end - back), new[start : len(new) - back])]


def _chomp(value: str) -> str:
    """The indicator that gives the text's own number of line ends at its end."""
    ends = len(value) - len(value.rstrip("\n"))
    return "-" if ends == 0 else "" if ends == 1 and value != "\n" else "+"


def _base(tree: YamlTree, ref: YamlRef) -> int:
    """The column that an indentation indicator counts from."""
    parent = ref.parent
    if parent is None:
        return 0
    return column(tree, parent.pairs[0][0].start if parent.kind == "map" else dashes(tree, parent)[0])


def _indent(lines: list[str]) -> int:
    """How far the first line that is not blank is indented; 0 where there is none."""
    return next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" \t")), 0)


def _digit(value: str, step: int) -> str:
    """The indentation indicator, where the text's first lines would mislead without one."""
    for line in value.split("\n"):
        if line.startswith((" ", "\t")):
            if not 1 <= step <= 9:
                raise Refused(_("The text begins with a space, which its indentation does not allow."))
            return str(step)
        if line:
            break
    return ""


def _folded(lines: list[str], old_lines: list[str]) -> list[str]:
    """Source lines that fold to `lines`."""
    old = [list(group) for whole, group in groupby(old_lines, _is_running) if whole]
    group_of = {" ".join(group): group for group in old}
    running = [line for line in lines if _is_running(line)]
    beside = dict(zip(running, old, strict=False)) if len(running) == len(old) else {}
    wrapped: list[str] = []
    before: str | None = None
    for line in lines:
        if line and before is not None and _is_running(line) and _is_running(before):
            wrapped.append("")
        wrapped += (group_of.get(line) or _wrapped(line, beside.get(line, []))) if _is_running(line) else [line]
        before = line or before
    return wrapped


def _is_running(line: str) -> bool:
    """Whether a line is folded with its neighbours."""
    return bool(line) and line[0] not in " \t"


def _wrapped(line: str, old: list[str]) -> list[str]:
    """A paragraph on lines as wide as the old ones, of which those at its start and end that still fit are kept."""
    if len(old) < 2:
        return [line]
    head: list[str] = []
    while len(head) < len(old) and line.startswith(old[len(head)] + " "):
        head.append(old[len(head)])
        line = line[len(head[-1]) + 1 :]
    tail: list[str] = []
    rest = old[len(head) :]
    while rest and line.endswith(" " + rest[-1]):
        tail.insert(0, rest.pop())
        line = line[: -len(tail[0]) - 1]
    width, middle = max(_USUAL_WIDTH, *map(len, old)), [""]
    for word in _BREAKABLE.split(line):
        if middle[-1] and len(middle[-1]) + 1 + len(word) > width:
            middle.append(word)
        else:
            middle[-1] += f" {word}" if middle[-1] else word
    return head + middle + tail
