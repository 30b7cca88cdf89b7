"""`dataclass` of the standard library, but with methods that are written when they are first called.

The standard one writes and compiles up to seven methods of every class while it is imported, and imports `inspect`;
that was a third of a short command. Type checkers see the standard one; here is as much of it as the program uses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

_FIELDS = "__lazy_fields__"
_MISSING: Any = object()


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
    if frozen:
        new |= {"__setattr__": _refuse, "__delattr__": _refuse}
    if slots:
        cls = _with_slots(cls, body, [name for name in own if name not in inherited])
    new["__init__"] = _written_when_called(cls, "__init__", lambda: _init(cls, fields, frozen=frozen))
    if eq:
        new["__eq__"] = _written_when_called(cls, "__eq__", lambda: _eq(compared))
        new["__hash__"] = _written_when_called(cls, "__hash__", lambda: _hash(compared)) if frozen else None
    for name, value in new.items():
        if name not in body:
            setattr(cls, name, value)
    for name, field in own.items():
        if field.factory is not None and not slots:
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


def _written_when_called(cls: type, name: str, write: Callable[[], Callable[..., object]]) -> Callable[..., object]:
    """Return what stands for a method of a class until it is first called, and puts the method there then."""

    def method(self: object, /, *args: object, **kwargs: object) -> object:
        real = write()
        setattr(cls, name, real)
        return real(self, *args, **kwargs)

    return method


def _init(cls: type, fields: Mapping[str, _Field], *, frozen: bool) -> Callable[..., object]:
    """Return the method that sets the fields."""
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
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    return _compiled("__init__", ["self", *parameters], lines or ["pass"], known)


def _eq(compared: list[str]) -> Callable[..., object]:
    """Return the method that compares the fields of two instances of one class."""
    mine, theirs = (f"({''.join(f'{who}.{name}, ' for name in compared)})" for who in ("self", "other"))
    line = f"return {mine} == {theirs} if other.__class__ is self.__class__ else NotImplemented"
    return _compiled("__eq__", ["self", "other"], [line], {})


def _hash(compared: list[str]) -> Callable[..., object]:
    """Return the method that hashes the fields."""
    return _compiled("__hash__", ["self"], [f"return hash(({''.join(f'self.{name}, ' for name in compared)}))"], {})


def _compiled(name: str, parameters: list[str], lines: list[str], known: dict[str, Any]) -> Callable[..., object]:
    """Return a function of these lines, which see the known names."""
    source = f"def {name}({', '.join(parameters)}):\n" + "".join(f"    {line}\n" for line in lines)
    exec(source, known)
    made: Callable[..., object] = known[name]
    return made


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
