"""`NamedTuple` of the standard library, but with a constructor that is written when a class has been called often.

The standard one compiles a constructor and every annotation of each class while it is imported; that was an eighth of a
short command. Type checkers see the standard one; here is as much of it as the program uses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from itertools import repeat
from operator import itemgetter
from typing import TYPE_CHECKING, Any

_CALLS = 20
"""How often a class is called before its constructor is written, which takes as long as so many calls."""
_new = tuple.__new__


def _getters() -> Callable[[int, str], object]:
    """Return what makes the attribute of a field, by its place: as for `collections`, in C where this Python has it."""
    return getattr(import_module("_collections"), "_tuplegetter", lambda index, _doc: property(itemgetter(index)))


_getter = _getters()


class _Maker(type):
    """Makes a tuple with these fields out of a body with annotated names."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _Maker:
        body["__slots__"] = ()
        if any(getattr(base, "_fields", ()) for base in bases):
            return super().__new__(cls, name, bases, body)
        fields = tuple(body.get("__annotations__", ()))
        defaults = {field: body[field] for field in fields if field in body}
        getters = {field: _getter(index, "") for index, field in enumerate(fields)}
        made = {"_fields": fields, "_defaults": defaults, "_unwritten": repeat(True, _CALLS), "__match_args__": fields}
        return super().__new__(cls, name, bases, body | getters | made)


class _NamedTuple(tuple[Any, ...], metaclass=_Maker):
    """What all of these classes derive from."""

    if TYPE_CHECKING:
        _fields: tuple[str, ...]
        _defaults: Mapping[str, object]
        _unwritten: Iterator[bool]

    def __new__(cls, /, *args: object, **kwargs: object) -> _NamedTuple:
        """Make a tuple of the values of its fields; once the class is called often, write what does it sooner."""
        values = _values(cls._fields, cls._defaults, args, kwargs) if next(cls._unwritten, False) else None
        if values is not None:
            return _new(cls, values)
        owner = cls
        while "_fields" not in owner.__dict__:  # a class that only adds methods
            owner = next(base for base in owner.__bases__ if issubclass(base, _NamedTuple))
        constructor = _constructor(owner._fields, owner._defaults)
        type.__setattr__(owner, "__new__", staticmethod(constructor))
        made: _NamedTuple = constructor(cls, *args, **kwargs)
        return made

    def __getnewargs__(self) -> tuple[object, ...]:
        """Return what copies are made of."""
        return tuple(self)

    def __repr__(self) -> str:
        """Show an instance with its fields."""
        shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({shown})"

    def _asdict(self) -> dict[str, object]:
        """Return the values by the names of their fields."""
        return dict(zip(self._fields, self, strict=True))

    def _replace(self, /, **changes: object) -> _NamedTuple:
        """Return a tuple with other values in the named fields.

        Raises:
            ValueError: There is no field of such a name.
        """
        values: Iterable[object] = map(changes.pop, self._fields, self)
        made: _NamedTuple = _new(type(self), tuple(values))
        if changes:
            raise ValueError(f"there is no field {next(iter(changes))!r}")
        return made


def _values(
    fields: tuple[str, ...], defaults: Mapping[str, object], args: tuple[object, ...], kwargs: Mapping[str, object]
) -> tuple[object, ...] | None:
    """Return the values of all fields; None where the arguments do not fit."""
    others = fields[len(args) :]
    named = {**defaults, **kwargs}
    if len(args) > len(fields) or not kwargs.keys() <= set(others) or not named.keys() >= set(others):
        return None
    return (*args, *map(named.__getitem__, others))


def _constructor(fields: tuple[str, ...], defaults: Mapping[str, object]) -> Callable[..., Any]:
    """Return the function that makes a tuple of the values of its fields."""
    known: dict[str, Any] = {"_new": _new} | {f"_default_{name}": value for name, value in defaults.items()}
    parameters = "".join(f", {name}=_default_{name}" if name in defaults else f", {name}" for name in fields)
    values = "".join(f"{name}, " for name in fields)
    made: Callable[..., Any] = eval(f"lambda _cls{parameters}: _new(_cls, ({values}))", known)
    made.__name__ = made.__qualname__ = "__new__"
    return made


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    NamedTuple = _NamedTuple
