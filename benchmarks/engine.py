"""What the engine takes to read, add, change, remove and undo on a page with a section of 10,000 entries.

python -m benchmarks engine
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.common import Aim, Bench, milliseconds
from profile_tui.content.change import edit
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.workspace.documents.document import Document

_ENTRIES = 10_000
_STEPS = 25
"""How often each is done on one page: what comes after a change must be as quick as the first."""

_ADDED: dict[str, Values] = {
    "news": {"date": "2026-11", "text": "A new tide table is out."},
    "education": {"date": "2026", "text": "A course on *tides*"},
    "publications": {
        "title": "What the Ebb Leaves on the Flats",
        "authors": (Author("Nora Field"), Author("Per Strand")),
        "venue": "Tide Letters",
        "year": 2026,
    },
}
_CHANGED: dict[str, Values] = {
    "news": {"text": "The trip in between was *wet*."},
    "education": {"text": "Another course"},
    "publications": {"title": "Where the Ebb Goes at Night"},
}


def written(entries: int, kind: str = "news") -> str:
    """A page with that many entries of a kind."""
    line: Callable[[int], str] = {
        "news": lambda n: (
            f"- *{2026 - n * 20 // entries}.{12 - n % 12:02}*: Trip {n} to the *marsh* is [written up](/trips/{n}/).\n"
        ),
        "education": lambda n: f"- {2000 + n * 20 // entries}, Course {n} on the *salt marsh*\n",
        "publications": lambda n: (
            f"- [Marsh Number {n}](/papers/{n}.pdf), **Nora Field**, Per Strand, *Tide Letters* {2026 - n // 1000}.\n\n"
        ),
    }[kind]
    body = "".join(map(line, range(entries)))
    title = kind.capitalize()
    return (
        f"---\npermalink: /\ntitle: About\n---\n\nI study tides.\n\n# {title}\n\n{body}\n# Teaching\n\n- Tides, 2025\n"
    )


def run(bench: Bench) -> list[Aim]:
    """Does each many times in the way the editor does, and prints the medians."""
    aims: list[Aim] = []
    print(f"{f'{_ENTRIES:,} entries':>24} {'median ms':>10} {'worst ms':>10}")
    for kind in _ADDED:
        path = bench.folder / f"{kind}.md"
        path.write_text(written(_ENTRIES, kind), encoding="utf-8")
        times = once(path, kind)
        for name, taken in times.items():
            print(f"{f'{kind}: {name}':>24} {median(taken):10.1f} {max(taken):10.1f}")
        aims += [Aim(f"engine: {kind}: {name}", median(times[name]), 10, "ms") for name in times if name != "read"]
    return aims


def once(path: Path, kind: str) -> dict[str, list[float]]:
    """Opens a page and works on it; each step is timed until the entries are read again."""
    documents: list[Document] = []
    times: dict[str, list[float]] = {}

    def timed(name: str, action: Callable[[], object], entries: int) -> None:
        def until_read() -> None:
            action()
            assert len(documents[0].page.entries(kind)) == entries

        gc.collect()
        times.setdefault(name, []).append(milliseconds(until_read))

    def perform(make: Callable[[Page], ProvenEdit]) -> None:
        documents[0].perform(make(documents[0].page))

    def now() -> int:
        return len(document.page.entries(kind))

    timed("read", lambda: documents.append(Document.open(path)), _ENTRIES)
    document = documents[0]
    numbers = range(1, _ENTRIES, _ENTRIES // _STEPS)
    for _ in numbers:
        timed("add", lambda: perform(lambda page: edit.add(page, kind, _ADDED[kind])), now() + 1)
    for number in numbers:
        timed("change", partial(perform, partial(_changed, kind=kind, number=number)), now())
    for number in numbers:
        timed("remove", partial(perform, partial(edit.remove, kind=kind, number=number)), now() - 1)
    for _ in numbers:
        timed("undo", document.undo, now() + 1)
    return times


def _changed(page: Page, kind: str, number: int) -> ProvenEdit:
    """The page with an entry changed."""
    return edit.change(page, kind, number, _CHANGED[kind])
