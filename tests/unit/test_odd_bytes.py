"""Bytes that a reader once did not survive, found by `make readers`; the first byte names the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.readers import Readers

FOUND = {
    "a badge in which the title begins": b"\x01# .\n<div class='paper'>\"e\"S</div><div class='paper'>"
    b'<div class="badge">2025</div>i#R and A',
}


@pytest.mark.parametrize("data", FOUND.values(), ids=FOUND)
def test_a_reader_survives_it_or_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    Readers(tmp_path).one(data)
