"""What is in a section that is empty as yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Unit
from profile_tui.markup.inline import plain
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_PLACEHOLDER = lazily(
    r"\W*(coming soon|to be (added|updated|announced)|tba|tbd|none( yet)?|n/a|nothing( here)? yet|"
    r"under construction|stay tuned|"
    r"(will be )?updat(ed|ing)( soon)?|more to come|in preparation|敬请期待|待更新|更新中|暂无|无)\W*",
    re.I,
)


def placeholder(text: str, units: Sequence[Unit]) -> Span | None:
    """The lines of a paragraph or item that says that there is nothing yet; None where there is more or no such."""
    if len(units) != 1 or units[0].type not in ("paragraph", "item"):
        return None
    return units[0].span if _PLACEHOLDER.fullmatch(plain(text, units[0].content)) else None
