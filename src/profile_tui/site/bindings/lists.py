"""The lists of entries that a site's pages show, found once for all who ask."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.site.bindings.model import EACH, Bindings, Place, Step
from profile_tui.site.bindings.roles import Shown
from profile_tui.site.repository.tree import below
from profile_tui.text.pattern import lazily
from profile_tui.text.reading import read_bounded

if TYPE_CHECKING:
    from profile_tui.site.repository.site import Site

_DYNAMIC = lazily(r"\bsite(?:\.data)?\[")


class SiteLists:
    """What the pages of a site show.

    Attributes:
        site: The site.
    """

    def __init__(self, site: Site) -> None:
        """Look at nothing yet."""
        self.site = site

    @cached_property
    def bindings(self) -> Bindings:
        """The loops."""
        from profile_tui.site.bindings.find import bindings

        return bindings(self.site)

    @cached_property
    def shown(self) -> list[Shown]:
        """The lists of entries."""
        from profile_tui.site.bindings.posts import of_posts
        from profile_tui.site.bindings.roles import shown
        from profile_tui.site.bindings.structure import maybe_news

        lists = [*shown(self.bindings), *of_posts(self.bindings)]
        return lists if any(listed.kind == "news" for listed in lists) else [*lists, *maybe_news(self.bindings)]

    def of(self, origin: str, name: str = "", steps: tuple[Step, ...] = ()) -> Shown | None:
        """Return the list of that place; None where no page is known to show one."""
        return next(
            (
                listed
                for listed in self.shown
                if listed.origin == origin and listed.name == name and listed.steps == steps
            ),
            None,
        )

    def pages(self, origin: str, name: str = "", steps: tuple[Step, ...] = ()) -> list[str]:
        """Return the pages whose loops show a list, or something in it."""
        pages = [
            loop.page
            for loop in self.bindings.loops
            if not loop.hidden and (loop.ref.origin, loop.ref.name) == (origin, name)
            and (_begins(loop.ref.steps, steps) or _begins(steps, loop.ref.steps))
        ]  # fmt: skip
        return list(dict.fromkeys(pages))

    def picked_by(self, origin: str, name: str, steps: tuple[Step, ...]) -> list[str]:
        """Return the keys by whose values pages pick entries of a list into a list of their own, which they print."""
        loops = [loop for loop in self.bindings.of(origin, name) if loop.ref.steps[: len(steps)] == steps]
        inner = [loop.ref.steps[-1] for loop in loops if loop.ref.steps[len(steps) : -1] == (EACH,)]
        if any(loop.uses for loop in loops if loop.ref.steps == steps):
            return []
        return list(dict.fromkeys(key for key in inner if isinstance(key, str)))

    def looked_up(self, source: Place) -> dict[str, tuple[tuple[Step, ...], str]]:
        """Return the keys of a list's entries that pages show by a table alone: where that is, and what it shows."""
        origin, name, steps = source
        loops = [loop for loop in self.bindings.of(origin, name) if loop.ref.steps == steps]
        printed = {use.path[0] for loop in loops for use in loop.uses if use.path}
        table_of = {}
        for (of, called, path), table in self.bindings.lookups.items():
            key, *inner = path[len(steps) + 1 :] or (EACH,)
            within = (of, called) == (origin, name) and path[: len(steps) + 1] == (*steps, EACH)
            if within and isinstance(key, str) and inner in ([], [EACH]) and key not in printed:
                table_of[key] = table
        return table_of

    def surely_unshown(self, origin: str, name: str = "", steps: tuple[Step, ...] = ()) -> bool:
        """Whether no page shows a list: the layouts are all known, and nothing that could not be followed names it."""
        if not self.bindings.pages or not self.bindings.has_layouts or not self.templates:
            return False
        if self.pages(origin, name, steps):
            return False
        return self.bindings.is_complete or not self._is_named(name or str(steps[0]) if steps or name else "")

    def may_print(self, *names: str) -> bool:
        """Return whether an include or a layout names a variable by its keys, or one that is elsewhere may do so."""
        if not self.bindings.has_layouts or not self.templates:
            return True
        pattern = re.compile(r"\b" + r"\.".join(map(re.escape, names)) + r"\b")
        return any(pattern.search(text) for text in self.templates)

    def _is_named(self, word: str) -> bool:
        """Whether an include or a layout names a source, or takes one whose name it is given."""
        pattern = re.compile(rf"\bsite\.(?:data\.)?{re.escape(word)}\b") if word else _DYNAMIC
        return any(pattern.search(text) or _DYNAMIC.search(text) for text in self.templates)

    @cached_property
    def templates(self) -> list[str]:
        """The text of all includes and layouts."""
        texts: list[str] = []
        for folder in ("_includes", "_layouts"):
            for path in below(Path(self.site.root, folder), ("",), skipped=lambda name: False):
                with suppress(OSError):
                    texts.append(read_bounded(path).decode("utf-8", "replace"))
        return texts


def _begins(steps: tuple[Step, ...], with_steps: tuple[Step, ...]) -> bool:
    """Whether some steps begin with others, an index being one of all items."""
    return len(with_steps) <= len(steps) and all(
        step == other_step or EACH in (step, other_step) for step, other_step in zip(with_steps, steps, strict=False)
    )


@lru_cache(maxsize=4)
def lists_of(site: Site) -> SiteLists:
    """Return what the pages of a site show; found when it is first asked for."""
    return SiteLists(site)
