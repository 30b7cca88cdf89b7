"""The roles that the segments of an entry may have: one table, from which all that reads and writes them is drawn.

A new role is a row here and a test. Its letter is a tag of the lists that weights are fitted on, a column of the table
of weights, and what rules of reading may ask for; how sure it has to be, where it may be and what becomes of its words
is told by the row. Before weights are fitted for it only a rule of `reading/barred.py` gives it to a segment.
"""

from __future__ import annotations

from typing import NamedTuple


class Role(NamedTuple):
    """What a segment may be."""

    letter: str
    """How it is written in sequences of roles, in tables of weights and in lists to learn from."""
    name: str
    field: str = ""
    """The field whose words have it; empty where they are of none."""
    sure: float = 0.0
    """How sure each segment has to be, in hundredths, so that its field may be changed; 0 where nothing is asked."""
    anywhere: bool = False
    """Whether it is no part of the order of fields that the entries of a list have in common."""
    goes_on: str = ""
    """The letter of the role that it goes on with, as a given name with a surname."""
    within: str = ""
    """The letter of the role among whose segments it may be, and in whose look."""
    set_off: bool = False
    """Whether lists set it off by a look of its own."""
    remark: bool = False
    """Whether its words have a place of their own that a new entry leaves out."""


TABLE = [
    Role("T", "title", "title", 150.0, set_off=True),
    Role("B", "the beginning of a person", "authors", 130.0),
    Role("I", "more of that person", "authors", 130.0, goes_on="B"),
    Role("V", "venue", "venue", 40.0, set_off=True),
    Role("Y", "year", "year", 40.0, within="V"),
    Role("N", "volume and pages", anywhere=True, within="V"),
    Role("L", "link label", "links", anywhere=True),
    Role("O", "anything else", anywhere=True),
]
"""All roles. What is drawn from them is drawn when the modules that read are imported."""


def register(role: Role) -> None:
    """Add a role, before publications are read."""
    TABLE.append(role)


def is_same(role: Role, other: Role) -> bool:
    """Return whether the words of two roles are of one field."""
    return role is other or (role.field != "" and role.field == other.field)


def letters() -> str:
    """Return the letters of all roles, in the order of the table."""
    return "".join(role.letter for role in TABLE)


def of_field(field: str) -> str:
    """Return the letters of a field's roles."""
    return "".join(role.letter for role in TABLE if role.field == field)


def all_but(kept: str) -> str:
    """Return the letters of all roles but some."""
    return "".join(role.letter for role in TABLE if role.letter not in kept)


def anywhere() -> str:
    """Return the letters of the roles that are no part of an order of fields."""
    return "".join(role.letter for role in TABLE if role.anywhere)


def in_no_field() -> str:
    """Return the letters of the roles whose words are of no field, or a label."""
    return "".join(role.letter for role in TABLE if role.anywhere and not role.within)


def set_off() -> str:
    """Return the letters of the roles that lists set off."""
    return "".join(role.letter for role in TABLE if role.set_off)


def within(letter: str) -> str:
    """Return the letters of the roles that may be among the segments of another one."""
    return "".join(role.letter for role in TABLE if role.within == letter)


def going_on(letter: str) -> str:
    """Return a role's letter with those of the roles that go on with it."""
    return letter + "".join(role.letter for role in TABLE if role.goes_on == letter)


def begun() -> dict[int, str]:
    """Return by which roles those that go on with another are replaced, for `str.translate`."""
    return {ord(role.letter): role.goes_on for role in TABLE if role.goes_on}


def held(field: str) -> str:
    """Return the letters of all that a place for one field alone may hold."""
    own = of_field(field)
    return own + "".join(within(letter) for letter in own) + "O"


def remarks() -> list[Role]:
    """Return the roles whose words have a place of their own that a new entry leaves out."""
    return [role for role in TABLE if role.remark]
