"""Conditions that nothing but their own words decides, as that of `{% if false %}`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profile_tui.markup.liquid import expressions
from profile_tui.markup.liquid.expressions import Comparison, Constant
from profile_tui.markup.liquid.template import Branch, Template
from profile_tui.text.span import Span

_CONDITIONS = ("if", "elsif", "unless")


def compared(left: object, operator: str, right: object) -> bool | None:
    """Return whether a comparison of two known values holds; None where that is not known."""
    if operator in ("==", "!=", "<>"):
        same = left == right or (right == "" and left in ([], {}))
        return same if operator == "==" else not same
    if operator == "contains":
        if isinstance(left, str):
            return str(right) in left
        return right in left if isinstance(left, (list, dict)) else False
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return {"<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right}.get(operator)
    return False if left is None or right is None else None


def never_shown(template: Template) -> Iterator[Span]:
    """Yield the parts of a text that are under a condition which is never met, as `{% if false %}`.

    Only what is written in the tag itself decides: a variable may be anything.
    """
    for block in template.blocks:
        if block.name not in ("if", "unless") or block.close is None:
            continue
        is_done = False
        for branch in block.branches:
            holds = not is_done and _holds(template.text, branch)
            if holds is False:
                yield branch.body
            is_done = is_done or holds is True


def _holds(text: str, branch: Branch) -> bool | None:
    """Whether a part of a block is shown; None where that is not known."""
    if branch.tag.name not in _CONDITIONS:
        return True
    holds = _decided(expressions.condition(branch.tag.content.of(text)))
    return not holds if branch.tag.name == "unless" and holds is not None else holds


def _decided(parts: Sequence[Comparison]) -> bool | None:
    """Return whether a condition is met, its parts tied from the right; None where that is not known."""
    if not parts:
        return None
    result = _one(parts[-1])
    for part, following in zip(parts[-2::-1], parts[:0:-1], strict=True):
        both = (_one(part), result)
        sure = following.joint == "or"  # what decides, whatever the other part is
        result = sure if sure in both else None if None in both else not sure
    return result


def _one(part: Comparison) -> bool | None:
    """Return whether one comparison holds; None where a variable is in it."""
    if not isinstance(part.left, Constant):
        return None
    if not part.operator:
        return part.left.value not in (None, False)
    return compared(part.left.value, part.operator, part.right.value) if isinstance(part.right, Constant) else None
