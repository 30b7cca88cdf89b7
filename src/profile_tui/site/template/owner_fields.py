"""The fields that a template knows, written as tables."""

from __future__ import annotations

from typing import Literal, get_args

from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass

FieldType = Literal["text", "name", "url", "user", "email", "file", "flag", "area", "list", "maps"]
"""What a value must look like: any text, a person's name, a URL, a user name, an e-mail address, a file's path,
`true` or `false`, text of several lines, a list, a list whose items have keys of their own."""


@dataclass(frozen=True, slots=True)
class KnownField:
    """A field of a template.

    Attributes:
        name: Its key; keys of maps within maps are parted by dots.
        group: What it is under.
        type: What its value must look like.
        note: What else there is to say: for a user name, the address that it completes; for a URL, an example.
    """

    name: str
    group: str
    type: FieldType
    note: str = ""

    @property
    def hint(self) -> str:
        """What a value must look like, in a few words."""
        if self.type == "user":
            return _("user name: {address}").format(address=self.address)
        if self.type == "url":
            return f"URL: {self.url}"
        if self.type == "email":
            return self.note or _("e-mail address")
        if self.type == "file":
            return _("file: {said}").format(said=self.note) if self.note else _("file")
        if self.type == "flag":
            return _("true or false: {said}").format(said=self.note) if self.note else _("true or false")
        return self.note

    @property
    def url(self) -> str:
        """An example of its URL."""
        return f"https://{self.note or '…'}"

    @property
    def address(self) -> str:
        """The address that a user name completes."""
        return self.note.replace("…", "NAME") if "…" in self.note else f"{self.note}NAME"

    @property
    def path(self) -> tuple[str, ...]:
        """Its keys."""
        return tuple(self.name.split("."))


@dataclass(frozen=True, slots=True)
class OwnerFields:
    """The fields by which the sites of a template say who their owner is, by where they are kept.

    Attributes:
        author: In the `author:` map of the configuration; None where the template knows no such map.
        site: In the flat keys of the configuration; None where the template's are not known.
        socials: In `_data/socials.yml`.
        flat_socials: In the flat keys of the configuration, where there is no such file.
        page: In the front matter of the home page.
        profile: In `_data/profile.yml`.
        sidebar: In the sidebar of `_data/data.yml`.
        authors: Whether pages show an entry of `_data/authors.yml`.
    """

    author: tuple[KnownField, ...] | None = None
    site: tuple[KnownField, ...] | None = None
    socials: tuple[KnownField, ...] = ()
    flat_socials: tuple[KnownField, ...] = ()
    page: tuple[KnownField, ...] = ()
    profile: tuple[KnownField, ...] = ()
    sidebar: tuple[KnownField, ...] = ()
    authors: bool = False


def table(source: str) -> tuple[KnownField, ...]:
    """The fields of a table: a line `name | type | what else`, below the name of their group.

    Raises:
        ValueError: A type is unknown, or a name is twice.
    """
    known_fields: list[KnownField] = []
    group = ""
    for line in source.strip().splitlines():
        name, bar, rest = (part.strip() for part in line.partition("|"))
        if not bar:
            group = _(name) or group
            continue
        word, _unused, hint = (part.strip() for part in rest.partition("|"))
        field_type = next((name for name in get_args(FieldType) if name == word), None)
        if field_type is None or any(known.name == name for known in known_fields):
            raise ValueError(f"the table's line {line!r} has an unknown type, or its name stands twice")
        known_fields.append(KnownField(name, group, field_type, _(hint)))
    return tuple(known_fields)
