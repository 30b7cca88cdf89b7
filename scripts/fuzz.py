"""Does random sessions on copies of the samples, on all cores, and tells the seeds of those that broke a rule.

    python scripts/fuzz.py [ACTIONS] [SEED]     # 2,000 actions if left out, from a seed that the clock gives

The rules are those of `tests/support/fuzzing.py`. A seed that is printed goes into `tests/property/test_sessions.py`
once its cause is mended. The code must stay as it is meanwhile: a session is made by its seed and the code alone.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.fuzzing import STEPS, Broken, session

ACTIONS = 2_000
TOLD_EVERY = 10_000
"""Actions between two lines of progress."""
A_WORKER = 25
"""Sessions that a process does: each start of the program within it leaves a thread behind."""


def main(wanted: int, seed: int) -> int:
    """Do sessions until that many actions are done; return whether one of them broke a rule, as an exit code."""
    done: Counter[str] = Counter()
    broken: list[int] = []
    print(f"seeds from {seed}", flush=True)
    told = TOLD_EVERY
    processes = multiprocessing.get_context("fork")
    with (
        processes.Pool(os.cpu_count(), _leave_interrupts, maxtasksperchild=A_WORKER) as workers,
        suppress(KeyboardInterrupt),  # ctrl+c ends it with what was done so far
    ):
        for number, counts, said in workers.imap_unordered(_session, range(seed, seed + math.ceil(wanted / STEPS))):
            done += counts
            if said:
                broken.append(number)
                print(f"\nseed {number}: {said}\n", flush=True)
            if done.total() >= told:
                print(f"{done.total():,} actions", flush=True)
                told += TOLD_EVERY
    print(f"{done.total():,} actions: {', '.join(f'{count:,} {name}' for name, count in done.most_common())}")
    print(f"broken: {', '.join(map(str, broken)) or 'none'}")
    return int(bool(broken))


def _leave_interrupts() -> None:
    """Leave ctrl+c to the process that waits for this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _session(seed: int) -> tuple[int, Counter[str], str]:
    """Do a session; return its seed, how often which action was done, and which rule was broken."""
    try:
        return seed, session(seed), ""
    except Broken as error:
        return seed, Counter(), str(error)


if __name__ == "__main__":
    words = [*sys.argv[1:], *["", ""][len(sys.argv) - 1 :]]
    sys.exit(main(int(words[0] or ACTIONS), int(words[1] or time.time_ns() % 10**9)))
