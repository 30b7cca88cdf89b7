"""Fix what `check` found: each fix is a step of its file that can be undone; nothing is saved."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from profile_tui.markup.conflict import check_merged
from profile_tui.site.fixes import apply, fixes, found
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import AppError

if TYPE_CHECKING:
    from profile_tui.content.page.page import Page
    from profile_tui.site.problem import Problem
    from profile_tui.workspace.workspace import Workspace


def fix(
    workspace: Workspace, problems: Iterable[Problem], codes: Collection[str] | None = None
) -> tuple[list[Problem], list[AppError]]:
    """Fix problems of the page and of the files around it.

    Args:
        workspace: The files.
        problems: What was found in them.
        codes: The codes of the problems to fix; all that have a fix where left out.

    Returns:
        The problems that are gone, and why files could not be looked at.
    """
    wanted: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.code in fixes() and (codes is None or problem.code in codes):
            wanted.setdefault(problem.path, []).append(problem)
    fixed: list[Problem] = []
    complaints: list[AppError] = []
    for name, own in wanted.items():
        try:
            fixed += _fixed(workspace, name, own)
        except AppError as error:
            error.path = error.path or name
            complaints.append(error)
    return fixed, complaints


def _fixed(workspace: Workspace, name: str, problems: list[Problem]) -> list[Problem]:
    """Return the problems of one file that are gone."""
    target = workspace.target
    document = workspace.page
    if name != target.name:
        if target.root is None:
            return []
        document = workspace.file(target.root / name)
    check_merged(document.page.source)
    there = replace(target, page=document.path, name=name, whole=False)
    first = document.page
    gone: list[Problem] = []
    for mending in fixes().values():
        own = [problem for problem in problems if problem.code == mending.code]
        before = document.page
        if own and (after := apply(mending, before, there)) is not before:
            document.replace(after.source.data, mending.label)
            left = [problem.line or 1 for problem in found(mending.code, after, there)]
            lines = _Lines(first, after)
            gone += [problem for problem in own if not any(line in lines.now(problem.line or 1) for line in left)]
    return gone


class _Lines:
    """Where the lines of a file are after changes."""

    def __init__(self, before: Page, after: Page) -> None:
        """Compare two states of it."""
        from profile_tui.workspace.drafts.merge import line_changes

        self._changes = line_changes(*(page.text.encode().split(b"\n") for page in (before, after)))

    def now(self, line: int) -> range:
        """Return the numbers of the lines that a line became; of its neighbours' too, where they changed with it."""
        shift = 0
        for start, end, new_start, new_end in self._changes:
            if start < line <= end:
                at = new_start + line - start
                return range(at, at + 1) if end - start == new_end - new_start else range(new_start + 1, new_end + 1)
            if line > end:
                shift = new_end - end
        return range(line + shift, line + shift + 1)
