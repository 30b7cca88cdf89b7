"""Keeps changes out of what Liquid repeats, hides or puts aside."""

from __future__ import annotations

from collections.abc import Iterable

from profile_tui.content.entries.entry import Entry
from profile_tui.markup.liquid.template import LiquidBlock, Template
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span, Splice

_MAKING = frozenset(("for", "tablerow", "comment", "raw", "capture", "highlight"))
"""Blocks whose text is shown several times, elsewhere, as it is written, or not at all."""
_CHOOSING = frozenset(("if", "unless", "case", "ifchanged"))
"""Blocks whose parts are shown once or not at all."""


def check(template: Template, splices: Iterable[Splice], entries: Iterable[Entry] = ()) -> None:
    """Raise Refused where a change is made in a block of Liquid that does not show its text once.

    Args:
        template: The text before the change.
        splices: The change.
        entries: The entries that there are; a condition that one of them is under is good for another one.
    """
    if not template.blocks:
        return
    known = list(entries)
    for splice in splices:
        _check(template, splice, known)


def _check(template: Template, splice: Splice, entries: list[Entry]) -> None:
    """Raises Refused where one splice is made in such a block."""
    for block in template.enclosing(splice.span.start):
        at = splice.span.start
        is_under = block.name in _CHOOSING and not any(_within(block, at, entry.span) for entry in entries)
        if is_under or block.name in _MAKING:
            raise Refused(
                _("the Liquid block `{{% {name} %}}` makes this part of the page; edit it as text").format(
                    name=block.name
                ),
                line=template.text.count("\n", 0, block.span.start) + 1,
            )


def _within(block: LiquidBlock, at: int, span: Span) -> bool:
    """Whether something lies in the same part of a block as an offset."""
    part = block.branch_at(at)
    return part is not None and part.body.start <= span.start and span.end <= part.body.end
