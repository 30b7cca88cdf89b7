"""Does random sessions on copies of the samples, and tells the seeds of those that broke a rule.

    python scripts/fuzz.py [ACTIONS] [SEED]     # 2,000 actions if left out, from a seed that the clock gives

The rules are those of `tests/support/fuzzing.py`. A seed that is printed goes into `tests/property/test_sessions.py`
once its cause is mended. The code must stay as it is meanwhile: a session is made by its seed and the code alone.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.fuzzing import Broken, session

ACTIONS = 2_000


def main(wanted: int, seed: int) -> int:
    """Do sessions until that many actions are done; return how many of them broke a rule, at most 1."""
    done: Counter[str] = Counter()
    broken: list[int] = []
    print(f"seeds from {seed}", flush=True)
    with suppress(KeyboardInterrupt):  # ctrl+c ends it with what was done so far
        while sum(done.values()) < wanted:
            try:
                done += session(seed)
            except Broken as error:
                broken.append(seed)
                print(f"\nseed {seed}: {error}\n", flush=True)
            seed += 1
    print(f"{sum(done.values()):,} actions: {', '.join(f'{count:,} {name}' for name, count in done.most_common())}")
    print(f"broken: {', '.join(map(str, broken)) or 'none'}")
    return int(bool(broken))


if __name__ == "__main__":
    words = [*sys.argv[1:], *["", ""][len(sys.argv) - 1 :]]
    sys.exit(main(int(words[0] or ACTIONS), int(words[1] or time.time_ns() % 10**9)))
