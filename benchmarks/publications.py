"""What the engine takes to read 300 publications, in six forms of citation, no two of them alike, and 10,000 in one.

python -m benchmarks publications

One machine takes three times as long as another, and one moment twice as long as the next: so what markdown-it-py
takes to render a page of 1,000 to HTML, right after each reading, is the measure of all. The aims were 100 ms for 300
and 2 s for 10,000 on the machine where the program took 3.4 s for these. That program takes 55 times as long as
markdown-it-py for the page of 1,000, which would have needed 62 ms there.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Callable
from pathlib import Path
from statistics import median

from markdown_it import MarkdownIt

from benchmarks.common import Aim, Bench, milliseconds
from benchmarks.engine import written
from profile_tui.content.entries.entry import Entry
from profile_tui.workspace.documents.document import Document

_ENTRIES, _PAGES = 300, 6
_MANY, _PEERS = 10_000, 1_000
_AIM, _AIM_OF_MANY = 1.6, 32
"""How many times as long as markdown-it-py for the page of 1,000 the program may take: 100 ms and 2 s of 62 ms."""
_ROUNDS = 5
"""How often the page of 10,000 is read."""
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
    pages = {name: _pages(bench.folder, name, form) for name, form in _FORMS.items()}
    pages[f"{_MANY:,} in one form"] = [bench.folder / "many.md"] * _ROUNDS
    pages[f"{_MANY:,} in one form"][0].write_text(written(_MANY, "publications"), "utf-8")
    peer = written(_PEERS, "publications")
    ratios: list[float] = []
    print(f"{f'{_ENTRIES} publications':>24} {'median ms':>10} {'first ms':>9} {'how sure':>9} {'ratio':>6}")
    for name, each in pages.items():
        (first, *_), *others = [(*_read(page), _rendered(peer)) for page in each]
        ratios.append(median(read / rendered for read, _, rendered in others))
        read, sure = (median(took) for took in list(zip(*others, strict=True))[:2])
        print(f"{name:>24} {read:10.0f} {first:9.0f} {sure:9.0f} {ratios[-1]:6.2f}")
    *few, many = ratios
    return [
        Aim("300 publications: middle of six forms", median(few), _AIM),
        Aim("300 publications: slowest form", max(few), _AIM),
        Aim("10,000 publications", many, _AIM_OF_MANY),
    ]


def _pages(folder: Path, name: str, form: Callable[[_Paper], str]) -> list[Path]:
    """Pages of invented papers, the same in every run."""
    chance, pages = random.Random(7), []
    for number in range(_PAGES):
        entries = "\n".join(f"- {form(_Paper(chance))}" for _ in range(_ENTRIES))
        pages.append(folder / f"{name}-{number}.md")
        pages[-1].write_text(f"{_HEAD}{entries}\n\n# Teaching\n\n- Tides, 2025\n", "utf-8")
    return pages


def _rendered(text: str) -> float:
    """The milliseconds in which markdown-it-py renders a page, garbage let be as well."""
    parser = MarkdownIt("commonmark")
    gc.collect()
    gc.disable()
    taken = milliseconds(lambda: parser.render(text))
    gc.enable()
    return taken


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
    assert len(entries) in (_ENTRIES, _MANY)
    return read, sure
