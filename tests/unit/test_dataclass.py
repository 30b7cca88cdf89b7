"""The program's own `dataclass` does what the standard one does, as far as the program uses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest

from profile_tui.text.dataclass import dataclass, field, replace


@dataclass
class Town:
    kind: ClassVar[str] = "town"
    name: str
    lakes: list[str] = field(default_factory=list)
    size: int = field(default=3, compare=False, repr=False)


@dataclass(slots=True)
class Slotted:
    name: str
    lakes: list[str] = field(default_factory=list)
    size: int = 3


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0


@dataclass(frozen=True)
class Open:
    x: int
    y: int = 0


@dataclass(slots=True)
class Derived(Slotted):
    area: int = 1

    def __post_init__(self) -> None:
        self.area += 1


@pytest.fixture(params=[0, 50], autouse=True, ids=["seldom", "often"])
def _called(request: pytest.FixtureRequest) -> None:
    """A class that is called often has a constructor of its own from then on."""
    for _ in range(request.param):
        Town("Ulm")
        Slotted("Ulm")
        Point(1)
        Open(1)
        Derived("Ulm")


@pytest.mark.parametrize("kind", [Town, Slotted])
def test_fields_are_set_by_place_by_name_and_by_default(kind: type[Town] | type[Slotted]) -> None:
    first, second = kind("Ulm"), kind(name="Bonn", size=5)
    first.lakes.append("Blau")
    assert (first.name, first.lakes, first.size) == ("Ulm", ["Blau"], 3)
    assert (second.name, second.lakes, second.size) == ("Bonn", [], 5)
    loose: Callable[..., object] = kind
    with pytest.raises(TypeError):
        loose()
    with pytest.raises(TypeError):
        loose("Ulm", [], 3, 4)
    with pytest.raises(TypeError):
        loose("Ulm", name="Bonn")
    with pytest.raises(TypeError):
        loose("Ulm", height=3)


def test_instances_of_one_class_are_equal_by_their_fields() -> None:
    assert Town("Ulm", size=2) == Town("Ulm", size=3)
    assert Town("Ulm") != Town("Bonn")
    same_fields: object = Slotted("Ulm")
    assert Town("Ulm") != same_fields
    assert repr(Town("Ulm")) == "Town(name='Ulm', lakes=[])"
    with pytest.raises(TypeError):
        hash(Town("Ulm"))


def test_without_eq_every_instance_is_itself() -> None:
    @dataclass(eq=False)
    class Token:
        x: int

    assert Token(1) != Token(1)
    assert len({Token(1), Token(1)}) == 2


@pytest.mark.parametrize("kind", [Point, Open])
def test_frozen_instances_do_not_change_and_are_hashed_by_their_fields(kind: type[Point] | type[Open]) -> None:
    point = kind(1)
    with pytest.raises(AttributeError):
        point.__setattr__("x", 2)
    with pytest.raises(AttributeError):
        point.__delattr__("x")
    assert len({point, kind(1, 0), kind(1, 1)}) == 2
    assert replace(point, y=7) == kind(1, 7)
    assert point == kind(1, 0)


def test_fields_are_inherited() -> None:
    class Plain(Derived):
        pass

    assert (Derived("Ulm").area, Plain("Ulm", area=5).area, Slotted("Ulm").size) == (2, 6, 3)
    assert Derived("Ulm") != Slotted("Ulm")
    assert not hasattr(Derived("Ulm"), "__dict__")
    match Derived("Ulm", [], 3):
        case Derived(name, lakes, size, area):
            assert (name, lakes, size, area) == ("Ulm", [], 3, 2)


def test_what_follows_the_constructor_is_that_of_the_dataclass_whichever_class_is_made_first() -> None:
    """As in the standard library, a subclass that is no dataclass has the constructor of its base and no more."""

    @dataclass
    class Base:
        x: int

    class Sub(Base):
        done = False

        def __post_init__(self) -> None:
            self.done = True

    assert not any(Sub(1).done for _ in range(50))
    assert {Base(1).x for _ in range(50)} == {1}
