"""Random sessions, few of them here; `make fuzz` does as many as one likes."""

from __future__ import annotations

import pytest

from support.fuzzing import session

FOUND = (2, 10, 19, 243, 275, 383, 436, 5041, 5078, 6061, 20439)
"""Seeds of sessions that once broke a rule, of the program or of how the rules are checked."""


@pytest.mark.parametrize("seed", [*FOUND, *range(1_000, 1_013)])
def test_nothing_is_lost_mixed_or_torn_whatever_is_done_in_whatever_order(seed: int) -> None:
    session(seed)
