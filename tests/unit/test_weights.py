"""The table of weights: what is written by the script that fits them is what the program reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from scripts.publications import fit
from scripts.publications.conventions import cited
from scripts.publications.truth import Example, invented

from profile_tui.content.publications.roles import weights
from profile_tui.content.publications.roles.decode import ROLES

SHIPPED = Path(weights.__file__).with_name("weights.json")
TABLE = {
    "roles": ROLES,
    "after": [[number * 10 + other for other in range(len(ROLES))] for number in range(len(ROLES))],
    "weights": {'<"&': [1, 0, 0, -2, 0, 0, 0, 0], "<…,": [0] * 7 + [30]},
}


def test_what_is_written_is_read_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fit.write(TABLE, tmp_path / "weights.json")
    monkeypatch.setattr(weights, "__file__", str(tmp_path / "weights.py"))
    read = weights.model.__wrapped__()
    assert read.weights == {'<"&': (1, 0, 0, -2, 0, 0, 0, 0), "<…,": (0, 0, 0, 0, 0, 0, 0, 30)}
    assert read.after == TABLE["after"]


def test_it_is_written_by_columns_with_a_feature_a_line(tmp_path: Path) -> None:
    fit.write({**TABLE, "after": [[1, 2]]}, tmp_path / "weights.json")
    assert (tmp_path / "weights.json").read_text("utf-8") == (
        f'{{"roles":"{ROLES}",\n"after":[[1, 2]],\n"features":[\n"<\\"&",\n"<…,"\n],\n"weights":[\n'
        "[1,0],\n[0,0],\n[0,0],\n[-2,0],\n[0,0],\n[0,0],\n[0,0],\n[0,30]\n]}\n"
    )


def test_the_shipped_table_is_as_the_script_writes_it(tmp_path: Path) -> None:
    table = json.loads(SHIPPED.read_text("utf-8"))
    rows = dict(zip(table["features"], zip(*table["weights"], strict=True), strict=True))
    assert len(rows) == 3343
    fit.write({**table, "weights": rows}, tmp_path / "weights.json")
    assert (tmp_path / "weights.json").read_bytes() == SHIPPED.read_bytes()


def _examples() -> list[Example]:
    return [found for number, pieces in cited(12, 3) if (found := invented(number, pieces))]


def test_the_same_examples_give_the_same_weights_by_which_they_are_read() -> None:
    table = fit.fit(_examples())
    assert table == fit.fit(_examples())
    counts = fit.right(table, _examples())
    assert counts["entries"] > 30
    assert counts["fields"] * 5 >= counts["entries"] * 4


def test_it_is_told_whether_a_table_is_what_the_examples_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fit, "examples", lambda shared: (_examples(), [], []))
    table = tmp_path / "weights.json"
    assert fit.main(["--to", str(table)]) == 0
    written = table.read_bytes()
    assert fit.main(["--to", str(table), "--check"]) == 0
    table.write_bytes(written + b"\n")
    assert fit.main(["--to", str(table), "--check"]) == 1
    assert table.read_bytes() == written + b"\n"
    assert capsys.readouterr().out.splitlines()[-1] == "weights.json is not what the examples give"
