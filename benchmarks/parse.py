"""How long it takes to cut a page into blocks, beside markdown-it-py's block mode on the same text in the same run.

python -m benchmarks parse
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import NamedTuple

from markdown_it import MarkdownIt

from benchmarks.common import Aim, Bench
from profile_tui.markup.blocks import blocks, walk

_SECTION = """# Research in year {n}

I work on the {n}th question of tidal ecology, with field stations at three coasts and a *small* group of people.
Before that I was a postdoc in [Lindholm](https://example.org/lindholm/{n}), where I built instruments for salt marshes.

## News

- **2024.{n}** Our paper on [eelgrass meadows](https://example.org/p{n}) was accepted at Coastal Letters.
- **2024.{n}** I gave a talk at the *Symposium on Sediment*, about slow rivers and what they carry.
- **2023.{n}** Welcome to Ines Falk and Tor Brandt, who join the group as doctoral students.
  Both will work on the northern station.
- **2023.{n}** The data set of the second campaign is public.

## Publications

1. **Mara Voss**, Ines Falk, and Jon Aberg. "What the tide leaves, part {n}." *Coastal Letters*, 2023.
   [paper](https://example.org/{n}.pdf) | `code`
2. Tor Brandt and **Mara Voss**. "A sieve for every grain size." *Sediment and Society*, 2022.
3. Jon Aberg, **Mara Voss**, and Tor Brandt. "Marsh walks." *Workshop on Wet Places*, 2021.

<div class="note">
  <p>Office hours are on Tuesdays, {n} o'clock.</p>
</div>

Write to me if you would like to visit the station; there are beds for four guests, and a boat.

"""


class Timing(NamedTuple):
    """What cutting a text of one size took, best of the rounds.

    Attributes:
        size: The text's size, to read.
        top_ms: Milliseconds for the top level.
        all_ms: Milliseconds for the top level and all that is nested.
        markdown_it_ms: Milliseconds of markdown-it-py with its inline rules off.
    """

    size: str
    top_ms: float
    all_ms: float
    markdown_it_ms: float

    @property
    def ratio(self) -> float:
        """How many times longer markdown-it-py takes than the top level."""
        return self.markdown_it_ms / self.top_ms


def page(size: int) -> str:
    """An invented page body of about `size` characters."""
    parts, length, n = [], 0, 0
    while length < size:
        n += 1
        parts.append(_SECTION.format(n=n))
        length += len(parts[-1])
    return "".join(parts)


def measure(sizes: tuple[int, ...] = (10_000, 100_000, 1_000_000, 10_000_000), rounds: int = 5) -> list[Timing]:
    """Times the three readings of each text in turn, so that a slow moment of the machine meets all of them."""
    parser = MarkdownIt("commonmark").disable("inline")
    readings: tuple[Callable[[str], object], ...] = (blocks, _all_blocks, parser.parse)
    timings = []
    for size in sizes:
        text, often = page(size), max(1, 300_000 // size)
        best = [float("inf")] * len(readings)
        for _ in range(rounds if size < 5_000_000 else 2):
            for index, reading in enumerate(readings):
                best[index] = min(best[index], _milliseconds(reading, text, often))
        timings.append(Timing(_readable(size), *best))
    return timings


def _all_blocks(text: str) -> int:
    return sum(1 for _ in walk(blocks(text)))


def _milliseconds(reading: Callable[[str], object], text: str, often: int) -> float:
    """What one of `often` readings in a row takes."""
    gc.collect()
    started = time.perf_counter()
    for _ in range(often):
        reading(text)
    return (time.perf_counter() - started) * 1000 / often


def _readable(size: int) -> str:
    return f"{size // 1_000_000} MB" if size >= 1_000_000 else f"{size // 1000} KB"


def run(bench: Bench) -> list[Aim]:
    """Prints the table."""
    print(f"{'size':>8} {'top level ms':>14} {'all blocks ms':>14} {'markdown-it ms':>15} {'ratio':>7}")
    rows = measure()
    for row in rows:
        print(f"{row.size:>8} {row.top_ms:14.2f} {row.all_ms:14.2f} {row.markdown_it_ms:15.2f} {row.ratio:7.1f}")
    return [Aim(f"markdown-it-py / parse, {row.size}", row.ratio, 5, at_least=True) for row in rows]
