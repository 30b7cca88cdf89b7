"""How the measurements are called."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_names_the_measurements(flag: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", flag], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "python -m benchmarks [NAME ...]" in done.stdout
    assert "NAME is one of startup, echo, drawn, resting, command, engine, publications, parse, scale" in done.stdout


def test_a_name_that_is_none_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "nothing"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("no measurement is named nothing; there are startup, ")
