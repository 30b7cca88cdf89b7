"""A repository of 10,000 collection files beside one of ten, and beside Jekyll: first frame, `show --json`, memory.

python -m benchmarks scale
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.collections import repository
from benchmarks.common import PROGRAM, Aim, Bench, first_frame, open_terminal

_MANY, _FEW = 10_000, 10
_LIST = (
    "---\nlayout: default\npermalink: /publications/\n---\n\n# Publications\n\n"
    "{% for paper in site.publications reversed %}\n- {{ paper.title }}, {{ paper.venue }}\n{% endfor %}\n"
)
"""A page that shows the collection: what no page shows takes no new entry."""
_CHILD = (
    "import resource, subprocess, sys\n"
    "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
)
"""Runs a command and prints the most memory that it had, in KiB: of one child at a time, as rusage wants it."""


class Run(NamedTuple):
    """What a process took.

    Attributes:
        seconds: From its start to its end.
        megabytes: The most memory that it had.
    """

    seconds: float
    megabytes: float


def run(bench: Bench, rounds: int = 11, calls: int = 3) -> list[Aim]:
    """Measures all in one run; Jekyll builds once, which takes a minute or more."""
    many, few = (repository(bench.folder / f"site-{files}", files) for files in (_MANY, _FEW))
    for site in (many, few):
        (site / "publications.md").write_text(_LIST, "utf-8")
    frames = _frames(bench, many, few, rounds)
    env = {**os.environ, **bench.env}
    show = [*PROGRAM, "show", "--json"]
    shows = {site: [_process([*show, str(site)], env) for _ in range(calls)] for site in (few, many)}
    adds = [_add(many, env) for _ in range(calls + 1)][1:]
    listed = _listed(bench, many)
    own, small, add = _middle(shows[many]), _middle(shows[few]), _middle(adds)
    print(f"{'whole process':>34} {'seconds':>9} {'MB':>7}")
    print(f"{f'show --json, {_FEW} files':>34} {small.seconds:9.2f} {small.megabytes:7.0f}")
    print(f"{f'show --json, {_MANY:,} files':>34} {own.seconds:9.2f} {own.megabytes:7.0f}")
    print(f"{f'publications add, {_MANY:,} files':>34} {add.seconds:9.2f} {add.megabytes:7.0f}")
    print(f"{'editor, until all files are read':>34} {listed.seconds:9.2f} {listed.megabytes:7.0f}")
    aims = [Aim(f"first frame, {_MANY:,} / {_FEW} files", frames, 1.1)]
    if shutil.which("jekyll") is None:
        print(f"{'jekyll build':>34}  is not installed")
        return aims
    build = _build(many, env)
    print(f"{f'jekyll build, {_MANY:,} files':>34} {build.seconds:9.2f} {build.megabytes:7.0f}")
    return [*aims, Aim("jekyll build / show --json", build.seconds / own.seconds, 10, at_least=True)]


def _frames(bench: Bench, many: Path, few: Path, rounds: int) -> float:
    """The ratio of the first frames of the two, which are drawn in turn."""
    taken: dict[Path, list[float]] = {many: [], few: []}
    for _ in range(rounds + 1):
        for site, times in taken.items():
            times.append(first_frame([*PROGRAM, str(site)], bench.env, _frame) * 1000)
    print(f"{'first full frame':>34} {'median ms':>9} {'best':>7}")
    for site, files in ((few, _FEW), (many, _MANY)):
        print(f"{f'{files:,} files':>34} {median(taken[site][1:]):9.0f} {min(taken[site][1:]):7.0f}")
    return median(taken[many][1:]) / median(taken[few][1:])


def _frame(screen: str) -> bool:
    """The panes, the first of them with what the page holds, and the footer."""
    return all(part in screen for part in ("Publications", "Teaching", "Front matter", "_pages/about.md", "? Keys"))


def _add(site: Path, env: Mapping[str, str]) -> Run:
    """Adds a publication, which is taken away again."""
    words = ["--title", "Marsh walks", "--author", "Mara Voss", "--venue", "Coastal Letters", "--year", "2027"]
    taken = _process([*PROGRAM, "publications", "add", "--in", str(site), *words], env)
    [made] = (site / "_publications").glob("2027-*")
    made.unlink()
    return taken


def _listed(bench: Bench, site: Path) -> Run:
    """From the start of the editor to the moment when it has read all files, and the most memory until then."""
    started = time.perf_counter()
    with open_terminal([*PROGRAM, str(site)], bench.env) as terminal:
        terminal.wait("Keys")
        terminal.send("hG")
        terminal.wait("No problems found", timeout=60)
        seconds = time.perf_counter() - started
        status = Path(f"/proc/{terminal.pid}/status").read_text(encoding="ascii")
    peak = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    return Run(seconds, float(peak) / 1024)


def _build(site: Path, env: Mapping[str, str]) -> Run:
    """What Jekyll takes for the same repository."""
    target = site.parent / "built"
    places = ["--source", str(site), "--destination", str(target)]
    taken = _process(["jekyll", "build", "--disable-disk-cache", "--quiet", *places], env)
    assert (target / "index.html").is_file()
    return taken


def _process(command: Sequence[str], env: Mapping[str, str]) -> Run:
    """Runs a whole process."""
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", _CHILD, *command], env=env, check=True, stdout=subprocess.PIPE)
    return Run(time.perf_counter() - started, json.loads(done.stdout) / 1024)


def _middle(runs: Sequence[Run]) -> Run:
    """The medians."""
    return Run(median(one.seconds for one in runs), median(one.megabytes for one in runs))
