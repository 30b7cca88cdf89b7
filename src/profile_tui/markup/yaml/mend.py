"""What makes Jekyll read a header as it is likely meant: quotes, and one of two equal keys taken away."""

from __future__ import annotations

from profile_tui.markup.yaml.data import located, read_scalar
from profile_tui.markup.yaml.nodes import YamlTree
from profile_tui.markup.yaml.quote import quote
from profile_tui.markup.yaml.refs import line_after, line_start, whole_lines
from profile_tui.text.span import Span, Splice


def quoting(tree: YamlTree, code: str) -> list[Splice]:
    """Return the splices that put into quotes what is read otherwise than it is written.

    Args:
        tree: The header.
        code: The code of the problems: `odd-value`, `odd-key`, `fatal-value` or `liquid`.
    """
    splices = []
    for problem, (_, node) in located(tree):
        if problem.code != code or node.anchor or node.tag or node.style not in ("", "{"):
            continue
        if node.kind == "scalar" and read_scalar(node).kind == "str":
            continue  # a day that the calendar does not have is text already
        span = Span(node.inner, node.end)
        splices.append(Splice(span, quote(span.of(tree.text), style='"')))
    return splices


def without_doubles(tree: YamlTree) -> list[Splice]:
    """Return the splices that take away the first of two equal keys, which Jekyll does not read."""
    splices: dict[Span, Splice] = {}
    for problem, (key, value) in located(tree):
        if problem.code != "duplicate-key" or key is None or any(node.anchor for node in (key, value)):
            continue
        start, end = line_start(tree, key.start), line_after(tree, value)
        lines = whole_lines(tree, start, end)
        # beside other keys on its line, as in a flow map, or with a comment or a name used elsewhere, it stays
        if tree.text[start : key.start].strip() or "&" in lines.of(tree.text):
            continue
        removed = lines.of(tree.text)
        if "#" in removed and f"\n{removed}" not in tree.text[lines.end - 1 : tree.span.end]:
            continue  # a comment that is there word for word once more is not lost
        splices[lines] = Splice.delete(lines)
    return list(splices.values())
