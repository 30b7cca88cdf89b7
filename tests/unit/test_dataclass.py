"""The program's own `dataclass` is the standard one, as far as the program uses it."""

from __future__ import annotations

import dataclasses
from types import ModuleType

import pytest

from profile_tui.text import dataclass as own


@pytest.fixture(params=[dataclasses, own], ids=["standard", "own"])
def made(request: pytest.FixtureRequest) -> ModuleType:
    module: ModuleType = request.param
    return module


def test_fields_are_set_by_place_by_name_and_by_default(made: ModuleType) -> None:
    for slots in (False, True):

        @made.dataclass(slots=slots)
        class Town:
            name: str
            lakes: list[str] = made.field(default_factory=list)
            size: int = 3

        first, second = Town("Ulm"), Town(name="Bonn", size=5)
        first.lakes.append("Blau")
        assert (first.name, first.lakes, first.size) == ("Ulm", ["Blau"], 3)
        assert (second.name, second.lakes, second.size) == ("Bonn", [], 5)
        with pytest.raises(TypeError):
            Town()
        with pytest.raises(TypeError):
            Town("Ulm", [], 3, 4)
        assert hasattr(first, "__dict__") is not slots


def test_instances_of_one_class_are_equal_by_their_fields(made: ModuleType) -> None:
    @made.dataclass
    class Point:
        x: int
        seen: int = made.field(default=0, compare=False, repr=False)

    @made.dataclass
    class Other:
        x: int

    assert Point(1, 2) == Point(1, 3)
    assert Point(1) != Point(2)
    assert Point(1) != Other(1)
    assert repr(Point(1)).endswith("Point(x=1)")
    with pytest.raises(TypeError):
        hash(Point(1))


def test_without_eq_every_instance_is_itself(made: ModuleType) -> None:
    @made.dataclass(eq=False)
    class Token:
        x: int

    assert Token(1) != Token(1)
    assert len({Token(1), Token(1)}) == 2


def test_frozen_instances_do_not_change_and_are_hashed_by_their_fields(made: ModuleType) -> None:
    for slots in (False, True):

        @made.dataclass(frozen=True, slots=slots)
        class Point:
            x: int
            y: int = 0

        point = Point(1)
        with pytest.raises(AttributeError):
            point.x = 2
        with pytest.raises(AttributeError):
            del point.x
        assert len({point, Point(1, 0), Point(1, 1)}) == 2
        assert made.replace(point, y=7) == Point(1, 7)
        assert point == Point(1, 0)


def test_fields_and_methods_are_inherited(made: ModuleType) -> None:
    @made.dataclass(slots=True)
    class Base:
        x: int

        def twice(self) -> int:
            return self.x * 2

    @made.dataclass(slots=True)
    class Derived(Base):
        y: int = 1

        def __post_init__(self) -> None:
            self.y += 1

    class Plain(Derived):
        pass

    assert (Derived(3).twice(), Derived(3).y, Plain(4, 5).y, Base(1).x) == (6, 2, 6, 1)
    assert Derived(3) != Base(3)
    assert Derived.__slots__ == ("y",)
    match Derived(3, 4):
        case Derived(x, y):
            assert (x, y) == (3, 5)
