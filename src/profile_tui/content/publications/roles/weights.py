"""The weights that `scripts/publications/fit.py` found, as a model."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from profile_tui.content.publications.roles.decode import Model


@cache
def model() -> Model:
    """Return the fitted model, read when first asked for."""
    table = json.loads(Path(__file__).with_name("weights.json").read_text("utf-8"))
    rows = zip(*table["weights"], strict=True)  # by columns, as the file has them, it is a sixth smaller when packed
    return Model(dict(zip(table["features"], rows, strict=True)), table["after"], table["roles"])
