"""`dataclass` of the standard library, but with a constructor that is written when a class has been called often.

The standard one writes and compiles up to seven methods of every class while it is imported, and imports `inspect`;
that was a third of a short command. Type checkers see the standard one; here is as much of it as the program uses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

_FIELDS = "__lazy_fields__"
_MISSING: Any = object()
_after: attrgetter[Callable[[], object]] = attrgetter("__post_init__")
_CALLS = 20
"""How often a class is called before its constructor is written, which takes as long as so many calls."""


class _Field:
    """What is known of a field besides its name."""

    __slots__ = ("compare", "default", "factory", "repr")

    def __init__(self, default: object, factory: Callable[[], object] | None, compare: bool, repr: bool) -> None:
        self.default = default
        self.factory = factory
        self.compare = compare
        self.repr = repr


def _field(
    *,
    default: object = _MISSING,
    default_factory: Callable[[], object] | None = None,
    compare: bool = True,
    repr: bool = True,
) -> _Field:
    """Return what to assign to a field in the body of its class, as `dataclasses.field`."""
    return _Field(default, default_factory, compare, repr)


def _replace(obj: object, /, **changes: object) -> object:
    """Return a new instance with other values in the named fields, as `dataclasses.replace`."""
    for name in getattr(obj, _FIELDS):
        if name not in changes:
            changes[name] = getattr(obj, name)
    make: Callable[..., object] = type(obj)
    return make(**changes)


def _dataclass(cls: type | None = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True) -> object:
    """Make a class a dataclass, as `dataclasses.dataclass`."""
    if cls is None:
        return lambda decorated: _made(decorated, frozen=frozen, slots=slots, eq=eq)
    return _made(cls, frozen=frozen, slots=slots, eq=eq)


def _made(cls: type, *, frozen: bool, slots: bool, eq: bool) -> type:
    """Return the class with its methods; with slots it is another class of the same name."""
    body = dict(cls.__dict__)
    inherited: dict[str, _Field] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited.update(base.__dict__.get(_FIELDS, {}))
    own = _own_fields(body)
    fields = inherited | own
    compared = [name for name, field in fields.items() if field.compare]
    new: dict[str, Any] = {_FIELDS: fields, "__match_args__": tuple(fields), "__repr__": _repr}
    new["__init__"] = _init(fields, frozen=frozen, is_last=not hasattr(cls, "__post_init__"))
    if frozen:
        new |= {"__setattr__": _refuse, "__delattr__": _refuse}
    if eq:
        new["__eq__"] = _eq(compared)
        new["__hash__"] = _hash(compared) if frozen else None
    if slots:
        return _with_slots(cls, new | body, [name for name in own if name not in inherited])
    for name, value in new.items():
        if name not in body:
            setattr(cls, name, value)
    for name, field in own.items():
        if field.factory is not None:
            delattr(cls, name)
    return cls


def _own_fields(body: Mapping[str, Any]) -> dict[str, _Field]:
    """Return the fields that a class adds: the annotated names, in their order."""
    fields: dict[str, _Field] = {}
    for name, annotation in body.get("__annotations__", {}).items():
        if not str(annotation).startswith("ClassVar"):
            given = body.get(name, _MISSING)
            fields[name] = given if isinstance(given, _Field) else _field(default=given)
    return fields


def _with_slots(cls: type, body: dict[str, Any], names: list[str]) -> type:
    """Return a class like this one whose instances have no more than these attributes."""
    body = {name: value for name, value in body.items() if name not in {*names, "__dict__", "__weakref__"}}
    made = type(cls)(cls.__name__, cls.__bases__, {**body, "__slots__": tuple(names)})
    made.__qualname__ = cls.__qualname__
    return made


def _init(fields: Mapping[str, _Field], *, frozen: bool, is_last: bool) -> Callable[..., None]:
    """Return the method that sets the fields; once it is called often, it writes what does it sooner.

    Args:
        fields: The fields.
        frozen: Whether they cannot be set otherwise.
        is_last: Whether the class has no `__post_init__`; as in the standard library, one of a subclass is not called.
    """
    unwritten = repeat(True, _CALLS)

    def method(self: object, /, *args: object, **kwargs: object) -> None:
        values = _values(fields, args, kwargs) if next(unwritten, False) else None
        if values is None:
            written = _written(fields, frozen=frozen, is_last=is_last)
            for cls in type(self).__mro__:
                if cls.__dict__.get("__init__") is method:
                    type.__setattr__(cls, "__init__", written)
            written(self, *args, **kwargs)
            return
        for name, value in values.items():
            object.__setattr__(self, name, value)
        if not is_last:
            _after(self)()

    return method


def _values(
    fields: Mapping[str, _Field], args: tuple[object, ...], kwargs: Mapping[str, object]
) -> Mapping[str, object] | None:
    """Return the values of all fields; None where the arguments do not fit."""
    values = dict(zip(fields, args, strict=False))
    if len(args) > len(fields) or not kwargs.keys() <= fields.keys() - values.keys():
        return None
    values.update(kwargs)
    for name, field in fields.items():
        if name not in values:
            if field.factory is None and field.default is _MISSING:
                return None
            values[name] = field.factory() if field.factory is not None else field.default
    return values


def _written(fields: Mapping[str, _Field], *, frozen: bool, is_last: bool) -> Callable[..., None]:
    """Return the method that sets the fields, compiled for them, and calls `__post_init__` if it is not the last."""
    known: dict[str, Any] = {"_missing": _MISSING, "_set": object.__setattr__}
    parameters, lines = [], []
    for name, field in fields.items():
        value = name
        if field.factory is not None:
            known[f"_make_{name}"] = field.factory
            parameters.append(f"{name}=_missing")
            value = f"_make_{name}() if {name} is _missing else {name}"
        elif field.default is not _MISSING:
            known[f"_default_{name}"] = field.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        lines.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if not is_last:
        lines.append("self.__post_init__()")
    body = "".join(f"    {line}\n" for line in lines or ["pass"])
    exec(f"def __init__({', '.join(['self', *parameters])}):\n{body}", known)
    made: Callable[..., None] = known["__init__"]
    return made


def _eq(compared: Sequence[str]) -> Callable[[object, object], bool]:
    """Return the method that compares the fields of two instances of one class."""
    values = _reader(compared)

    def method(self: object, other: object, /) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return method


def _hash(compared: Sequence[str]) -> Callable[[object], int]:
    """Return the method that hashes the fields."""
    values = _reader(compared)
    return lambda self: hash(values(self))


def _reader(names: Sequence[str]) -> Callable[[object], object]:
    """Return what gives the values of these fields of an instance."""
    return attrgetter(*names) if names else lambda _: ()


def _repr(self: object) -> str:
    """Show an instance with its fields."""
    fields: Mapping[str, _Field] = getattr(self, _FIELDS)
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name, field in fields.items() if field.repr)
    return f"{type(self).__qualname__}({shown})"


def _refuse(self: object, name: str, _value: object = None) -> NoReturn:
    """Take the place of setting and deleting in frozen classes."""
    raise AttributeError(f"cannot assign to field {name!r}")


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    dataclass, field, replace = _dataclass, _field, _replace
