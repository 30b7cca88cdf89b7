"""Lists that only what is printed of their entries tells to be news."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from profile_tui.content.entries.entry import Values, text_in
from profile_tui.site.bindings.model import Bindings, Loop
from profile_tui.site.bindings.roles import Keys, Shown, announced, by_source, keys, kind_of
from profile_tui.text.pattern import lazily

_OTHER_DATED = lazily(
    r"event|seminar|workshop|project|milestone|timeline|trip|travel|class|schedule|calendar|deadline|talk|course|photo"
    r"|gallery|press|media|team|people|member|alumni|job|position|opening|episode|lecture|meeting",
    re.I,
)
"""Words of lists that have dates and aren't news."""
_AUTHORS = lazily(r"^(the[-_]|co[-_]?)?authors?", re.I)

_FEW = 2
_SHORT = 320
"""Characters that an item has at most of news that only its form tells."""


def looks_like_news(entries: Sequence[Values]) -> bool:
    """Return whether entries all have dates and short texts."""
    texts = sorted(len(text_in(values, "text")) for values in entries)
    return len(entries) >= _FEW and all(entry.get("date") for entry in entries) and 0 < texts[len(texts) // 2] <= _SHORT


def maybe_news(bindings: Bindings) -> Iterator[Shown]:
    """Yield the lists that may be news, though no words say so: the home page shows a date and a text of each entry."""
    for (origin, name, steps), loops in by_source(bindings).items():
        on_home = [loop for loop in loops if bindings.pages[:1] == [loop.page] and loop.headings]
        if (
            origin not in ("collection", "data")
            or name == "posts"
            or not on_home
            or kind_of(origin, name, steps, loops)
        ):
            continue
        words = [*on_home[0].headings[-1:], name, *map(str, steps)]
        keys_by_use = keys("news", on_home)
        if kind_of(origin, name, steps, loops):
            continue
        if not any(announced(word) is None or _OTHER_DATED.search(word) for word in words) and _are_dated(
            on_home, keys_by_use
        ):
            yield Shown(origin, name, steps, "news", on_home, keys_by_use, by_structure=True)


def _are_dated(loops: Sequence[Loop], keys: Keys) -> bool:
    """Whether some loops print dates and texts, and nothing else."""
    used = {str(use.path[0]) for loop in loops for use in loop.uses if len(use.path) == 1 and use.role == "text"}
    others = [key for key in used if key not in (*keys.date, *keys.text) or _AUTHORS.match(key)]
    return bool(keys.date and keys.text and not others)
