"""BibTeX brought to a site: each entry is added where the site keeps its publications, or it is said why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Value
from profile_tui.content.publications.bibtex import Given, Unusable, read
from profile_tui.content.publications.duplicates import same_paper
from profile_tui.markup.bibtex.values import Bibliography
from profile_tui.text.errors import AppError, Unreadable, UsageError

if TYPE_CHECKING:
    from profile_tui.workspace.refs import EntryRef
    from profile_tui.workspace.workspace import Workspace

_KIND = "publications"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one entry.

    Attributes:
        line: Where it stands in the BibTeX text, 1-based.
        title: Its title; empty where it cannot be read.
        entry: It, or the same paper that was there before, as the site has it now; None where it was refused.
        added: Whether it was added.
        refusal: Why it was not taken, in one line; empty where it was, or was there already.
    """

    line: int
    title: str
    entry: EntryRef | None = None
    added: bool = False
    refusal: str = ""


def entries(workspace: Workspace, text: str) -> list[Given | Unusable]:
    """The publications in a BibTeX text, which may use the abbreviations of the site's own bibliographies.

    Raises:
        UsageError: It holds no entry.
    """
    around: Bibliography | None = None
    for store in workspace.stores:
        if store.store == "bibliography":
            try:
                around = Bibliography(store.read(store.path).text, around)
            except Unreadable:
                continue
    found = list(read(Bibliography(text, around)))
    if not found:
        raise UsageError("no BibTeX entry can be read there; it begins with @article{key, or the like")
    return found


def add_all(
    workspace: Workspace,
    given: Sequence[Given | Unusable],
    *,
    section: str | None = None,
    completed: Callable[[dict[str, Value]], dict[str, Value]] = dict,
) -> list[Outcome]:
    """Adds what is not there yet, so that the first or newest stands where the newest go; nothing is saved.

    Args:
        workspace: The site.
        given: The entries.
        section: Where they go; see `Workspace.add`.
        completed: Gives the values of an entry with what the caller knows of it.
    """
    known = [(ref.entry.values, -1) for ref in workspace.entries(_KIND)]
    refusals: dict[int, str] = {}
    added: set[int] = set()
    # what is added later stands on top: so the newest last, and those of one year from behind
    order = sorted(range(len(given)), key=lambda at: (_year(given[at]), -at))
    for at in order:
        one = given[at]
        if isinstance(one, Unusable):
            refusals[at] = one.reason
            continue
        if any(same_paper(one.values, values) for values, _ in known):
            continue
        try:
            workspace.add(_KIND, completed(one.values), section=section, bibtex=one.source)
        except AppError as error:
            refusals[at] = str(error)
            continue
        added.add(at)
        known.append((one.values, at))
    now = workspace.entries(_KIND)
    return [
        Outcome(one.line, "", refusal=refusals[at])
        if isinstance(one, Unusable)
        else Outcome(one.line, str(one.values["title"]), _found(one, now), at in added, refusals.get(at, ""))
        for at, one in enumerate(given)
    ]


def _year(one: Given | Unusable) -> int:
    """The year of an entry; 0 where there is none."""
    year = one.values["year"] if isinstance(one, Given) else None
    return year if isinstance(year, int) else 0


def _found(one: Given, now: Sequence[EntryRef]) -> EntryRef | None:
    """An entry as the site has it."""
    return next((ref for ref in now if same_paper(one.values, ref.entry.values)), None)
