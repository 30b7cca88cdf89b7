"""Random sessions, few of them here; `make fuzz` does as many as one likes."""

from __future__ import annotations

import pytest

from support.fuzzing import session

FOUND = (
    600302,
    301626,
    500763,
    400185,
    200186,
    90080,
    90087,
    90139,
    90184,
    90186,
    2,
    10,
    19,
    243,
    275,
    383,
    436,
    5041,
    5078,
    6061,
    20439,
    30634,
)
"""Seeds of sessions that once broke a rule, of the program or of how the rules are checked.

What a seed does depends on the code, so what was found in the program has a test of its own, too.
"""


@pytest.mark.parametrize("seed", [*FOUND, *range(1_000, 1_013)])
def test_nothing_is_lost_mixed_or_torn_whatever_is_done_in_whatever_order(seed: int) -> None:
    session(seed)
