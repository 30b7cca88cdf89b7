"""What the engine takes to read, add, change and undo on a page whose news section has 10,000 entries.

python -m benchmarks engine
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.common import Aim, Bench, milliseconds
from profile_tui.profile import edit
from profile_tui.profile.edit import Edited
from profile_tui.workspace.document import Document

_ENTRIES = 10_000


def page(entries: int) -> str:
    """A page with that many news items."""
    news = "".join(
        f"- *{2026 - n * 20 // entries}.{12 - n % 12:02}*: Trip {n} to the *salt marsh* is [written up](/trips/{n}/).\n"
        for n in range(entries)
    )
    return f"---\npermalink: /\ntitle: About\n---\n\nI study tides.\n\n# News\n\n{news}\n# Teaching\n\n- Tides, 2025\n"


def run(place: Bench, rounds: int = 7) -> list[Aim]:
    """Does each a few times in the way the editor does, and prints the medians."""
    path = place.folder / "long.md"
    path.write_text(page(_ENTRIES), encoding="utf-8")
    times: dict[str, list[float]] = {}

    def timed(name: str, action: Callable[[], object]) -> None:
        gc.collect()
        times.setdefault(name, []).append(milliseconds(action))

    for _ in range(rounds):
        once(path, timed)
    print(f"{f'{_ENTRIES:,} news items':>24} {'median ms':>10} {'best ms':>10}")
    for name, taken in times.items():
        print(f"{name:>24} {median(taken):10.1f} {min(taken):10.1f}")
    return [Aim(f"engine: {name}", median(times[name]), 10, "ms") for name in ("add", "change", "undo")]


def once(path: Path, timed: Callable[[str, Callable[[], object]], None]) -> None:
    """Opens, adds, changes in the middle, and takes it back; each is timed until the entries are read again."""
    documents: list[Document] = []

    def read() -> None:
        documents.append(Document.open(path))
        assert len(documents[0].page.entries("news")) == _ENTRIES

    def perform(make: Callable[[], Edited], entries: int) -> None:
        document.perform(make())
        assert len(document.page.entries("news")) == entries

    def undo() -> None:
        document.undo()
        assert len(document.page.entries("news")) == _ENTRIES + 1

    timed("read", read)
    document = documents[0]
    added = {"date": "2026-11", "text": "A new tide table is out."}
    timed("add", lambda: perform(lambda: edit.add(document.page, "news", added), _ENTRIES + 1))
    changed = {"text": "The trip in between was *wet*."}
    timed("change", lambda: perform(lambda: edit.change(document.page, "news", _ENTRIES // 2, changed), _ENTRIES + 1))
    timed("undo", undo)
