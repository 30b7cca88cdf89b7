"""The lists that a site shows of its posts, which their categories or tags keep apart: news, papers, people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from profile_tui.site.bindings.model import Bindings, Condition, Loop
from profile_tui.site.bindings.roles import Shown, announced, by_source, keys, kind_of

SORTING = {
    "categories": ("categories", "category"),
    "category": ("category",),
    "tags": ("tags", "tag"),
    "tag": ("tag",),
}
"""Keys by which pages pick posts, and the keys of a post that say it."""


def picks(loop: Loop) -> frozenset[tuple[str, str]]:
    """Return the keys and values by which a loop picks the posts that it shows; nothing where it shows any."""
    filtered = {
        (applied.key, str(applied.value))
        for applied in loop.ref.applied
        if applied.name == "where" and applied.key in SORTING and applied.value is not None
    }
    conditions = [use.conditions for use in loop.uses if use.role == "text"]
    common = set(conditions[0]).intersection(*conditions[1:]) if conditions else set[Condition]()
    return frozenset(filtered | set(_named(common)))


def of_posts(bindings: Bindings) -> Iterator[Shown]:
    """Yield the lists that posts are shown in, one for each kind."""
    by_picks: dict[frozenset[tuple[str, str]], list[Loop]] = {}
    for loop in by_source(bindings).get(("collection", "posts", ()), ()):
        if loop.parent is None or loop.parent.ref.origin != "collection":  # one within another looks something up
            by_picks.setdefault(picks(loop), []).append(loop)
    of_kinds: dict[str, list[Loop]] = {}
    for picked, loops in by_picks.items():
        if kind := _kind(sorted({value for _, value in picked}), loops) or _printed(loops):
            of_kinds.setdefault(kind, []).extend(loops)
    for kind, loops in of_kinds.items():
        yield Shown("collection", "posts", (), kind, loops, keys(kind, loops))


def _printed(loops: Sequence[Loop]) -> str:
    """The kind of posts of which the pages print authors and a venue; empty for others."""
    names = keys("publications", loops)
    return "publications" if "authors" in names.authors and names.venue else ""


def _kind(called: Sequence[str], loops: Sequence[Loop]) -> str:
    """The kind of the posts that some loops pick: the values that they pick by say it first, then what is above."""
    kinds = [announced(re.sub(r"[-_]+", " ", name)) for name in called]
    if None in kinds:  # the team, a blog, or links that a heading calls news
        above = {announced(heading) for loop in loops for heading in loop.headings[-1:]}
        return (above.pop() or "") if len(above) == 1 else ""
    return next(filter(None, kinds), "") or kind_of("collection", " ".join(called) or "posts", (), loops)


def _named(conditions: Iterable[Condition]) -> Iterator[tuple[str, str]]:
    """The categories and tags that conditions ask for."""
    for condition in conditions:
        named = [[each for each in choice if _sorts(each)] for choice in condition.choices()]
        if condition.holds and all(named):  # of an `or`, a part that asks for something else picks any post
            yield from ((str(each.path[0]), str(each.value)) for choice in named for each in choice)


def _sorts(condition: Condition) -> bool:
    """Whether a condition asks for a category or a tag."""
    path = condition.path
    return len(path) == 1 and path[0] in SORTING and condition.operator in ("==", "contains") and condition.holds
