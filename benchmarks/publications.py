"""What the engine takes to read 300 publications, in six forms of citation, no two of them alike.

python -m benchmarks publications
"""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from benchmarks.common import Aim, Bench, milliseconds
from profile_tui.content.entries.entry import Entry
from profile_tui.workspace.documents.document import Document

_ENTRIES, _PAGES = 300, 6
_WORDS = (
    "tide marsh lamp snow river lake apple seed field bird swift map theory winter ferry soil salt memory flood reed "
    "harbour wind storm glass copper thread paper stone cloud forest moss light dim warm cold slow fast quiet distant "
    "shallow robust learned estimated measured counted hidden open small large new simple study estimate survey network"
).split()
_GIVEN = (
    "Anna Ben Carl Dora Emil Fay Gus Hana Ines Jon Kai Lena Mo Nils Olga Per Rosa Sven Tara Uwe Vera Wim Xia".split()
)
_FAMILIES = "Moss Reed Finch Page Sample Lake Field Strand Voss Quill Winter Ko Do To An Wood Stone Hill Marsh".split()
_VENUES = (
    "Tide Letters", "Journal of Slow Rivers", "Annals of Field Optics", "Review of Map Theory", "LampConf",
    "Harbour Studies Quarterly", "Proceedings of the Northern Academy", "Transactions on Snow Systems",
)  # fmt: skip
_HEAD = "---\npermalink: /\ntitle: About\n---\n\nI study tides.\n\n# Publications\n\n"


class _Paper:
    """An invented paper."""

    def __init__(self, chance: random.Random) -> None:
        words = [chance.choice(_WORDS) for _ in range(chance.randint(4, 13))]
        self.title = " ".join([words[0].capitalize(), *words[1:]])
        self.people = [(chance.choice(_GIVEN), chance.choice(_FAMILIES)) for _ in range(chance.choice((1, 2, 3, 4, 6)))]
        self.venue, self.year = chance.choice(_VENUES), chance.randint(2001, 2026)
        self.volume, self.issue, self.page = chance.randint(1, 90), chance.randint(1, 12), chance.randint(1, 400)

    def names(self, form: str) -> str:
        """The authors, each in a form, as `{first} {last}`, the last joined by a word."""
        *others, last = [form.format(first=first, last=last, initial=first[0]) for first, last in self.people]
        return f"{', '.join(others)}{',' * (len(others) > 1)} and {last}" if others else last


_FORMS: dict[str, Callable[[_Paper], str]] = {
    "plain": lambda p: f"[{p.title}](/p/{p.page}.pdf), {p.names('{first} {last}')}, *{p.venue}* {p.year}.",
    "APA": lambda p: (
        f"{p.names('{last}, {initial}.')} ({p.year}). {p.title}. *{p.venue}*, *{p.volume}*({p.issue}), {p.page}–"
        f"{p.page + 9}. <https://doi.org/10.1000/{p.page}>"
    ),
    "Vancouver": lambda p: (
        f"{', '.join(f'{last} {first[0]}' for first, last in p.people)}. {p.title}. *{p.venue}*. {p.year};{p.volume}:"
        f"{p.page}-{p.page + 9}."
    ),
    "lines": lambda p: (
        f"**{p.title}**  \n  {p.names('{first} {last}')}  \n  *{p.venue}*, {p.year}  \n  [[PDF]](/p.pdf) [Code](/c)"
    ),
    "Chicago": lambda p: (
        f"{p.names('{first} {last}')}. “{p.title}.” *{p.venue}* {p.volume}, no. {p.issue} ({p.year}): {p.page}."
    ),
    "IEEE": lambda p: (
        f'{p.names("{initial}. {last}")}, "{p.title}," in *{p.venue}*, {p.year}, pp. {p.page}–{p.page + 9}.'
    ),
}


def run(bench: Bench) -> list[Aim]:
    """Reads several pages of each form; what a process reads first takes longer, and is told apart.

    How sure the fields of an entry are is found when that is asked, as `show` does; it is told apart as well.
    """
    print(f"{f'{_ENTRIES} publications':>24} {'median ms':>10} {'first ms':>9} {'how sure':>9}")
    medians = []
    for name, form in _FORMS.items():
        (first, _), *others = [_read(page) for page in _pages(bench.folder, name, form)]
        medians.append(median(read for read, _ in others))
        print(f"{name:>24} {medians[-1]:10.0f} {first:9.0f} {median(sure for _, sure in others):9.0f}")
    return [
        Aim("300 publications: middle of six forms", median(medians), 100, "ms"),
        Aim("300 publications: slowest form", max(medians), 100, "ms"),
    ]


def _pages(folder: Path, name: str, form: Callable[[_Paper], str]) -> Sequence[Path]:
    """Pages of invented papers, the same in every run."""
    chance, pages = random.Random(7), []
    for number in range(_PAGES):
        entries = "\n".join(f"- {form(_Paper(chance))}" for _ in range(_ENTRIES))
        pages.append(folder / f"{name}-{number}.md")
        pages[-1].write_text(f"{_HEAD}{entries}\n\n# Teaching\n\n- Tides, 2025\n", "utf-8")
    return pages


def _read(page: Path) -> tuple[float, float]:
    """The milliseconds in which a page is opened and its publications are read, and those for how sure each field is.

    Garbage is let be as the program does.
    """
    entries: list[Entry] = []
    gc.collect()
    gc.disable()
    read = milliseconds(lambda: entries.extend(Document.open(page).page.entries("publications")))
    sure = milliseconds(lambda: [entry.unsure for entry in entries])
    gc.enable()
    assert len(entries) == _ENTRIES
    return read, sure
