"""Measurements beside a peer in the same run: ratios tell more than milliseconds of one machine."""

import sys
from pathlib import Path

# The pseudo-terminal is the tests'.
sys.path.append(str(Path(__file__).parents[1] / "tests"))
