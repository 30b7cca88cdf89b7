"""Prints three tables of real sites: `python -m benchmarks.sites FOLDER [--table sites.tsv] [--only NAME] [--jobs N]`.

FOLDER holds a folder for each site. The first table tells how the editor reads them, beside counts made without it; the
second, what became of entries that were added, edited and removed on copies; the third, which pages of the built site
show a new entry. The sites themselves are only read.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.sites import build, edits, fields, shown
from benchmarks.sites.copies import Copy
from benchmarks.sites.counts import Looked, look
from benchmarks.sites.edits import Tallies, Tally
from benchmarks.sites.shown import Placed
from support.jekyll_referee import unavailable

_KINDS = ("news", "publications", "profile")


@dataclass(frozen=True)
class Measured:
    """What was found of one site."""

    name: str
    looked: Looked
    tallies: Tallies
    placed: list[Placed]


def main(words: list[str]) -> int:
    """Measures the sites and prints the tables; returns 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sites", description="Measures on copies of sites.")
    parser.add_argument("folder", type=Path, help="holds a folder for each site")
    parser.add_argument("--table", type=Path, help="a table with the columns repo and template, to compare with")
    parser.add_argument("--only", default="", metavar="WORD", help="only sites whose name has it")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="sites at a time")
    given = parser.parse_args(words)
    if reason := unavailable():
        print(f"{reason}; what Jekyll makes of the sites is not measured", file=sys.stderr)
    named = _templates(given.table) if given.table else {}
    sites = sorted(path for path in given.folder.iterdir() if path.is_dir() and given.only in path.name)
    with tempfile.TemporaryDirectory(prefix="profile-tui-sites-") as name, ThreadPoolExecutor(given.jobs) as pool:
        measured = list(pool.map(partial(_measure, folder=Path(name)), sites))
    _print_looks(measured, named)
    _print_edits(measured)
    _print_placed(measured)
    return 0


def _measure(site: Path, folder: Path) -> Measured:
    """All that is measured of one site, on a copy below a temporary place."""
    own = folder / site.name
    own.mkdir()
    copy = Copy(site, own / "site", folder / "compiled")
    looked = look(copy)
    copy.restore()
    tallies: Tallies = {}
    placed: list[Placed] = []
    if looked.template:
        tallies = edits.measure(copy) | fields.measure(copy)
        if unavailable() is None:
            tallies |= build.measure(copy, own)
            placed = shown.measure(copy, own)
    shutil.rmtree(own)
    print(site.name, file=sys.stderr, flush=True)
    return Measured(site.name, looked, tallies, placed)


def _templates(table: Path) -> dict[str, str]:
    """The template of each site by another's reading."""
    with table.open(encoding="utf-8", newline="") as file:
        return {row["repo"].replace("/", "__"): row["template"] for row in csv.DictReader(file, delimiter="\t")}


def _print_looks(measured: list[Measured], named: dict[str, str]) -> None:
    """The first table."""
    print("1. How sites are read: the template, and each store's entries as shown / as counted otherwise\n")
    same = stores = alike = wrote = 0
    for site in measured:
        looked, other = site.looked, named.get(site.name, "")
        same += looked.template == other
        wrote += not looked.untouched
        stores += len(looked.stores)
        alike += sum(store.shown == store.counted for store in looked.stores)
        told = f"{looked.template}{f' (table: {other})' if other and other != looked.template else ''}"
        said = ", ".join(f"{store.name} {store.shown}/{store.counted}" for store in looked.stores)
        print(f"{site.name:<55} {told:<30} {said or looked.complaint}{'' if looked.untouched else '  WRITTEN'}")
        if any(store.shown != store.counted for store in looked.stores):
            print(f"    DIFFERS; told of its stores: {'; '.join(looked.problems) or 'nothing'}")
    print(
        f"\n{len(measured)} sites, {same} named as in the table; {stores} stores, {alike} with the same count; ", end=""
    )
    print(f"{wrote} sites written to by looking\n")


def _print_edits(measured: list[Measured]) -> None:
    """The second table, and what went wrong."""
    print("2. What became of additions, edits and removals: good / tried (refused)\n")
    sums: dict[str, Tallies] = defaultdict(lambda: defaultdict(Tally))
    for site in measured:
        for template in (site.looked.template, "all"):
            for action, tally in site.tallies.items():
                total = sums[template][action]
                total.tried += tally.tried
                total.good += tally.good
                total.refused += tally.refused
    for template in sorted(sums, key=lambda name: (name == "all", name)):
        count = sum(template in (site.looked.template, "all") for site in measured)
        print(f"{template}, {count} sites")
        for action, tally in sorted(
            sums[template].items(), key=lambda pair: (_KINDS.index(pair[0].split()[0]), pair[0])
        ):
            refused = f" ({len(tally.refused)} refused)" if tally.refused else ""
            print(f"    {action:<26} {tally.good:>4} / {tally.tried}{refused}")
    for title, chosen in (("Went wrong", "bad"), ("Refused", "refused")):
        print(f"\n{title}")
        for site in measured:
            for action, tally in site.tallies.items():
                for said in tally.bad if chosen == "bad" else tally.refused:
                    print(f"    {site.name} {action}: {said}")


def _print_placed(measured: list[Measured]) -> None:
    """The third table."""
    print("\n3. Shown by which page: as the program tells / as Jekyll prints the new entry / its neighbours\n")
    placed = [(site.name, new) for site in measured for new in site.placed]
    for name, new in placed:
        pages = " / ".join(", ".join(some) or "none" for some in (new.told, new.printed, new.near))
        said = f"  WRONG: {new.wrong}" if new.wrong else f"  not compared: {new.unknown}" if new.unknown else ""
        print(f"{name:<55} {new.kind:<12} {new.store:<12} {pages}{said}")
    known = [new for _, new in placed if not new.unknown]
    print(f"\n{sum(not new.wrong for new in known)} of {len(known)} new entries are where their neighbours are", end="")
    print(f"; {len(placed) - len(known)} not compared")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
