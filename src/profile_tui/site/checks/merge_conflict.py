"""`merge-conflict`: what Git leaves where two changes met; a reader of the site sees it, or the site does not build."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from profile_tui.content.page.page import Page
from profile_tui.markup.conflict import conflict
from profile_tui.site.checking.seen import bytes_of
from profile_tui.site.checks import Check, Surveyor, register, register_surveyor
from profile_tui.site.problem import Problem
from profile_tui.site.repository import config
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.source import Source

_FOLDERS = ("_data", "_includes", "_layouts")
_MESSAGE = _(
    "An unresolved merge conflict begins here. Choose a side and delete the lines with <<<<<<<, ======= and >>>>>>>."
)


def _find(page: Page, target: Target) -> Iterator[Problem]:
    yield from _problems(page.source, target.name)


def _problems(source: Source, name: str) -> Iterator[Problem]:
    """Yield the first conflict of a file."""
    at = conflict(source.text)
    if at is not None:
        yield Problem("error", "merge-conflict", name, source.line_number(at), _MESSAGE)


register(Check("merge-conflict", 5, _find, any_generator=True, everywhere=True))


@register_surveyor
class MergeConflicts(Surveyor):
    """Looks at the files that aren't pages: the configuration, data, bibliographies, includes, layouts."""

    def end(self) -> Iterable[Problem]:
        """Yield the first conflict of each file."""
        root = self.given.site.root
        for path in dict.fromkeys(self._paths(root)):
            data = bytes_of(path)
            if b"<<<<<<<" in data or b">>>>>>>" in data:
                yield from _problems(Source(data), os.path.relpath(path, root).replace(os.sep, "/"))

    def _paths(self, root: Path) -> Iterator[Path]:
        """Yield the files."""
        if path := config.find(root):
            yield path
        for name in _FOLDERS:
            for folder, _unused, names in os.walk(root / name):
                yield from (Path(folder, name) for name in sorted(names))
        for store in self.given.stores:
            if os.path.isfile(store.path):
                yield store.path
