"""What patterns were compiled to is kept for the next run, and no run depends on it."""

from __future__ import annotations

import pkgutil
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import profile_tui
from profile_tui.text import compiled
from profile_tui.text.pattern import lazily
from profile_tui.workspace.disk import kept_patterns

DATE = r"(?P<year>(?:19|20)\d\d)[.-](?P<month>1[0-2]|0?[1-9])"


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A run that begins, and the file that it keeps what it compiles in."""
    monkeypatch.setattr(compiled, "_known", {})
    monkeypatch.setattr(compiled, "_used", {})
    monkeypatch.setattr(compiled, "_is_kept", False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "profile-tui" / "patterns"


def next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps what this run compiled, and begins another."""
    kept_patterns.keep()
    monkeypatch.setattr(compiled, "_known", {})
    monkeypatch.setattr(compiled, "_used", {})
    kept_patterns.take()


def patterns() -> Iterator[tuple[str, int]]:
    """All patterns of the program that are compiled when they are used."""
    for module in pkgutil.walk_packages(profile_tui.__path__, "profile_tui."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for name, loaded in list(sys.modules.items()):
        if name.startswith("profile_tui."):
            for value in vars(loaded).values():
                if type(value) is type(lazily("")):
                    yield value.__dict__["_source"], int(value.__dict__["_flags"])


def test_every_pattern_comes_back_as_it_was_compiled() -> None:
    found = set(patterns())
    assert len(found) > 300
    for source, flags in found:
        data = compiled.compiled(source, flags)
        again = compiled.restored(source, data)
        usual = re.compile(source, flags)
        assert (again, again.groupindex, again.groups) == (usual, usual.groupindex, usual.groups), source


def test_the_next_run_compiles_nothing(monkeypatch: pytest.MonkeyPatch, nothing_known: Path) -> None:
    kept_patterns.take()
    assert lazily(DATE, re.I).search("on 2026-11")
    next_run(monkeypatch)
    monkeypatch.setattr(compiled, "compiled", None)
    found = lazily(DATE, re.I).search("on 2026-11")
    assert found is not None
    assert (found["year"], found["month"], found.span()) == ("2026", "11", (3, 10))
    before = nothing_known.stat().st_mtime_ns
    kept_patterns.keep()
    assert nothing_known.stat().st_mtime_ns == before


@pytest.mark.parametrize("spoilt", [b"", b"abc", b"\0" * 5000, "torn", "another Python's"])
def test_what_cannot_be_taken_is_compiled(
    monkeypatch: pytest.MonkeyPatch, nothing_known: Path, spoilt: bytes | str
) -> None:
    kept_patterns.take()
    assert lazily(DATE).search("2026-11")
    if spoilt == "another Python's":
        with monkeypatch.context() as patch:
            patch.setattr(compiled, "python", lambda: "another")
            kept_patterns.keep()
    else:
        kept_patterns.keep()
        data = nothing_known.read_bytes()
        nothing_known.write_bytes(data[:-7] if isinstance(spoilt, str) else spoilt)
    monkeypatch.setattr(compiled, "_used", {})
    kept_patterns.take()
    found = lazily(DATE).search("2026-11")
    assert found is not None
    assert found["month"] == "11"


def test_data_that_fits_no_pattern_is_refused_and_the_pattern_compiled() -> None:
    compiled.begin({("a+", 0): (32, b"\xff" * 8, 0, {}), ("b+", 0): (1,)})
    assert lazily("a+").fullmatch("aaa")
    assert lazily("b+").fullmatch("bbb")


def test_a_fault_of_a_pattern_is_told_as_ever() -> None:
    compiled.begin({})
    with pytest.raises(re.error, match="unterminated"):
        lazily("(").search("x")


def test_a_folder_that_cannot_be_written_is_no_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/nowhere")
    kept_patterns.take()
    assert lazily(DATE).search("2026-11")
    kept_patterns.keep()
