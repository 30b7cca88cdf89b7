"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module

import pytest

import profile_tui
from profile_tui.text.pattern import lazily


def test_it_has_the_methods_of_a_pattern() -> None:
    pattern = lazily(r"(a)|b", re.I)
    assert pattern.sub("x", "AbC") == "xxC"
    assert [found[0] for found in pattern.finditer("ab", 1)] == ["b"]
    match = pattern.fullmatch("A")
    assert match is not None
    assert match[1] == "A"
    assert pattern.split("1b2") == ["1", None, "2"]
    assert pattern.pattern == "(a)|b"


def test_it_is_compiled_at_the_first_use_only(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile

    def noted(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return compile_(source, flags)

    monkeypatch.setattr(re, "compile", noted)
    pattern = lazily("a")
    assert compiled == []
    assert pattern.match("a")
    assert pattern.match("a")
    assert not pattern.search("b")
    assert compiled == ["a"]


def test_every_pattern_of_the_program_can_be_compiled() -> None:
    found = 0
    for info in pkgutil.walk_packages(profile_tui.__path__, "profile_tui."):
        if info.name != "profile_tui.__main__":
            for value in vars(import_module(info.name)).values():
                if isinstance(value, type(lazily(""))):
                    found += 1
                    assert value.pattern is not None, info.name
    assert found > 50
