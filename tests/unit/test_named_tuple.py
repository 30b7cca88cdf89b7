"""The program's own `NamedTuple` does what the standard one does, as far as the program uses it."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

import pytest

from profile_tui.text.named_tuple import NamedTuple

T = TypeVar("T")


class Town(NamedTuple):
    name: str
    lakes: Sequence[str] = ()
    size: int = 3

    @property
    def is_wet(self) -> bool:
        return bool(self.lakes)


class Village(Town):
    kind: ClassVar[str] = "village"

    def called(self) -> str:
        return f"{self.kind} {self.name}"


class Pair(NamedTuple, Generic[T]):
    left: T
    right: T


class Point(NamedTuple):
    x: int
    y: int


@pytest.fixture(params=[0, 50], autouse=True, ids=["seldom", "often"])
def _called(request: pytest.FixtureRequest) -> None:
    """A class that is called often has a constructor of its own from then on."""
    for _ in range(request.param):
        Town("Ulm")
        Village("Au")
        Pair(1, 2)


def test_fields_are_set_by_place_by_name_and_by_default() -> None:
    first, second = Town("Ulm", ["Blau"]), Town(name="Bonn", size=5)
    assert (first.name, first.lakes, first.size, first.is_wet) == ("Ulm", ["Blau"], 3, True)
    assert (second.name, second.lakes, second.size, second.is_wet) == ("Bonn", (), 5, False)
    loose: Callable[..., object] = Town
    with pytest.raises(TypeError):
        loose()
    with pytest.raises(TypeError):
        loose("Ulm", [], 3, 4)
    with pytest.raises(TypeError):
        loose("Ulm", name="Bonn")
    with pytest.raises(TypeError):
        loose("Ulm", height=4)


def test_one_is_a_tuple() -> None:
    name, lakes, size = town = Town("Ulm")
    assert town == (name, lakes, size) == ("Ulm", (), 3)
    assert town[0] == "Ulm"
    assert hash(town) == hash(("Ulm", (), 3))
    assert Point(1, 3) < Point(2, 1)
    assert not hasattr(town, "__dict__")
    with pytest.raises(AttributeError):
        town.__setattr__("name", "Bonn")


def test_it_shows_its_fields() -> None:
    assert repr(Town("Ulm")) == "Town(name='Ulm', lakes=(), size=3)"


def test_others_are_made_of_it() -> None:
    town = Town("Ulm")
    assert town._asdict() == {"name": "Ulm", "lakes": (), "size": 3}
    assert town._replace(size=4, name="Bonn") == Town("Bonn", (), 4)
    assert type(town._replace(size=4)) is Town
    loose: Callable[..., object] = town._replace
    with pytest.raises(ValueError, match="height"):
        loose(height=4)
    for copied in (copy.copy(town), copy.deepcopy(town), pickle.loads(pickle.dumps(town))):
        assert copied == town
        assert type(copied) is Town


def test_a_class_that_derives_has_the_same_fields() -> None:
    village = Village("Au", size=1)
    assert tuple(village) == ("Au", (), 1)
    assert village.called() == "village Au"
    assert type(village._replace(size=2)) is Village
    assert type(Town("Ulm")) is Town
    assert not hasattr(village, "__dict__")


def test_a_class_may_be_generic() -> None:
    pair: Pair[int] = Pair(1, right=2)
    assert (pair.left, pair.right) == (1, 2)
    assert type(pair) is Pair


def test_a_pattern_matches_it_by_place() -> None:
    match Town("Ulm"):
        case Town(name, _lakes, size):
            assert (name, size) == ("Ulm", 3)
