"""Decides conditions: what the configuration or a front matter says, and what an entry must be like."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from profile_tui.markup.liquid.decided import compared
from profile_tui.markup.liquid.expressions import Comparison
from profile_tui.markup.liquid.expressions import Value as Written
from profile_tui.site.bindings.model import ANY_OF, EACH, Condition, Ref, Step
from profile_tui.site.bindings.values import Known, Value
from profile_tui.text.named_tuple import NamedTuple

_OPPOSITE = {"<>": "!="}


class Decision(NamedTuple):
    """What is known of a condition.

    Attributes:
        holds: Whether it holds; None where that is not known.
        of_entry: What it asks of an entry, where all of that must hold.
    """

    holds: bool | None
    of_entry: tuple[Condition, ...] = ()

    def negated(self) -> Decision:
        """Return what is known of the opposite."""
        single: tuple[Condition, ...] = self.of_entry if len(self.of_entry) == 1 else ()
        if single and single[0].operator == ANY_OF:
            sets = single[0].choices()
            single = tuple(choice[0] for choice in sets) if all(len(choice) == 1 for choice in sets) else ()
        return Decision(
            None if self.holds is None else not self.holds,
            tuple(condition._replace(holds=not condition.holds) for condition in single),
        )


def decide(parts: Sequence[Comparison], stands_for: Callable[[Written], Value]) -> Decision:
    """Decide a condition.

    Args:
        parts: Its comparisons.
        stands_for: Gives the value of what is written.
    """
    if not parts:
        return Decision(None)
    decision = _compared(parts[-1], stands_for)
    for part, following in zip(parts[-2::-1], parts[:0:-1], strict=True):
        compared = _compared(part, stands_for)
        if following.joint == "and":
            holds = (
                False
                if False in (compared.holds, decision.holds)
                else True
                if compared.holds and decision.holds
                else None
            )
            decision = Decision(holds, compared.of_entry + decision.of_entry)
        else:
            holds = True if True in (compared.holds, decision.holds) else None
            holds = False if compared.holds is False and decision.holds is False else holds
            rest = (
                decision
                if compared.holds is False
                else compared
                if decision.holds is False
                else _either(compared, decision)
            )
            decision = Decision(holds, rest.of_entry)
    return decision


def _either(first: Decision, second: Decision) -> Decision:
    """What is known where one of two has to hold that ask something of an entry."""
    if not first.of_entry or not second.of_entry:
        return Decision(None)
    sets = tuple(choice for side in (first.of_entry, second.of_entry) for choice in _choices(side))
    return Decision(None, (Condition(sets[0][0].path, ANY_OF, sets, True),))


def _choices(side: tuple[Condition, ...]) -> tuple[tuple[Condition, ...], ...]:
    """The sets of conditions that one side of an `or` is good for."""
    return side[0].choices() if len(side) == 1 else (side,)


def equals(left: Value, right: Value) -> Decision:
    """Decide whether two values are the same, as `case` and `when` ask."""
    if isinstance(left, Known) and isinstance(right, Known):
        return Decision(left.data == right.data)
    ref, other = (left, right) if isinstance(left, Ref) else (right, left)
    if isinstance(ref, Ref) and isinstance(other, Known):
        if path := path_in_entry(ref):
            return Decision(None, (Condition(path, "==", other.data, True),))
        if len(ref.steps) > len((EACH, "key")) and ref.steps[-3] is EACH and isinstance(ref.steps[-2], str):
            # of a loop over a list of the entry's: one of these is the value
            return Decision(None, (Condition((ref.steps[-2],), "contains", other.data, True),))
    return Decision(None)


def path_in_entry(ref: Ref) -> tuple[Step, ...]:
    """Return the keys of a value within its entry; nothing where it isn't a part of one."""
    if EACH not in ref.steps:
        return ()
    last = len(ref.steps) - 1 - ref.steps[::-1].index(EACH)
    return ref.steps[last + 1 :]


def _compared(part: Comparison, stands_for: Callable[[Written], Value]) -> Decision:
    """One comparison."""
    left = stands_for(part.left)
    if not part.operator:
        if isinstance(left, Known):
            return Decision(left.data not in (None, False))
        if isinstance(left, Ref) and (path := path_in_entry(left)):
            return Decision(None, (Condition(path, "", None, True),))
        return Decision(None)
    right = stands_for(part.right) if part.right is not None else Known(None)
    operator = _OPPOSITE.get(part.operator, part.operator)
    if isinstance(left, Known) and isinstance(right, Known):
        return Decision(compared(left.data, operator, right.data))
    if operator in ("==", "!="):
        decision = equals(left, right)
        if not decision.of_entry:
            return decision
        asked = decision.of_entry[0]
        if asked.operator == "==" and (asked.value is None or (operator == "!=" and asked.value == "")):
            asked = asked._replace(operator="", value=None, holds=False)  # what is nothing doesn't hold
        return Decision(None, (asked._replace(holds=asked.holds == (operator == "==")),))
    if operator == "contains" and isinstance(left, Ref) and isinstance(right, Known):
        path = path_in_entry(left)
        return Decision(None, (Condition(path, "contains", right.data, True),) if path else ())
    return Decision(None)
