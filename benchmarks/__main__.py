"""Prints the measurements and whether they are what is aimed at: `python -m benchmarks [NAME ...]`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from benchmarks import command, drawn, echo, engine, parse, publications, resting, scale, startup
from benchmarks.common import Aim, Bench, bench

MEASUREMENTS: dict[str, Callable[[Bench], list[Aim]]] = {
    "startup": startup.run,
    "echo": echo.run,
    "drawn": drawn.run,
    "resting": resting.run,
    "command": command.run,
    "engine": engine.run,
    "publications": publications.run,
    "parse": parse.run,
    "scale": scale.run,
}


def main(names: list[str]) -> int:
    """Runs the named measurements, or all; no result makes it fail, because another machine may be busy or slow."""
    if any(name in ("-h", "--help") for name in names):
        print(f"{__doc__}\n\nNAME is one of {', '.join(MEASUREMENTS)}; without one, all are taken, which takes long.")
        return 0
    unknown = [name for name in names if name not in MEASUREMENTS]
    if unknown:
        print(f"no measurement is named {unknown[0]}; there are {', '.join(MEASUREMENTS)}", file=sys.stderr)
        return 2
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # users have the bytecode of the program, whatever is set here
    aims: list[Aim] = []
    with bench() as opened:
        for name in names or MEASUREMENTS:
            aims += MEASUREMENTS[name](opened)
            print(flush=True)
    for aim in aims:
        wish = f"at {'least' if aim.at_least else 'most'} {aim.limit:g} {aim.unit}"
        print(f"{aim.name:<36} {aim.value:8.2f} {aim.unit:<2}  aim {wish:<14} {'holds' if aim.holds else 'MISSED'}")
    return 0


sys.exit(main(sys.argv[1:]))
