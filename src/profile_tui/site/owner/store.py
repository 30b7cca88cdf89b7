"""What a place of the profile is: a map in a YAML file, and the fields that its template knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from profile_tui.markup import frontmatter
from profile_tui.markup.yaml.document import Path as YamlPath
from profile_tui.markup.yaml.document import Scalar, YamlDocument, YamlField
from profile_tui.markup.yaml.typed import set_items
from profile_tui.site.owner.known_fields import known_by_name
from profile_tui.site.owner.write import added
from profile_tui.site.records.store import Change
from profile_tui.site.repository.locate import Target
from profile_tui.site.template.owner_fields import FieldType, KnownField
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass
from profile_tui.text.errors import AppError, Refused, UsageError
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice

Read = Callable[[Path], Source]
"""Gives a file as it is now, unsaved changes included; raises Unreadable."""

OTHER = _("Other")
"""The group of what no table has."""


_MAPS = _("its items have keys of their own")


@dataclass(frozen=True, slots=True)
class ProfileField:
    """A field of the profile: what it takes, and what is there.

    Attributes:
        store: The owner store that it lives in.
        name: What it is called, without what all fields of its place have in common.
        path: Where it is in its file, or would.
        group: What it is under.
        type: What its value must look like.
        hint: The same in a few words.
        state: `filled`; `blank`: the key is there without a value; `absent`.
        value: The value; None where there is none.
        kind: `text`, `number`, `bool`, `list`, `map` or `null`, as the file has it.
        span: Its lines in the file; None where the key is absent.
        line: The file's 1-based line that its value begins on; None where it is absent.
        block: Whether it is a text in lines below its key, whose last line end belongs to it.
        fixed: Why it cannot be edited as a value; empty where it can.
        known: What the table says of it; None for what no table has.
    """

    store: OwnerStore
    name: str
    path: YamlPath
    group: str
    type: FieldType
    hint: str
    state: str = "absent"
    value: Any = None
    kind: str = "null"
    span: Span | None = None
    line: int | None = None
    block: bool = False
    fixed: str = ""
    known: KnownField | None = None

    @property
    def full_name(self) -> str:
        """Its name with what tells it from those of other places."""
        return self.store.prefix + self.name


class OwnerStore:
    """A map of a YAML file that says something of the owner.

    Attributes:
        path: The file.
        name: Its path relative to the repository's root.
        at: Where the map is in the file.
        prefix: What is put before the names of its fields to tell them from those of other places.
        known: The fields that the template knows, in its order.
        others: Whether all else that the map holds belongs to the profile, too.
        blank_hides: Whether a key without a value is the same to the template as none.
    """

    def __init__(
        self, path: Path, name: str, read: Read, *, at: Sequence[str] = (), prefix: str = "",
        known: Sequence[KnownField] = (), others: bool = False, blank_hides: bool = True, header: bool = False,
    ) -> None:  # fmt: skip
        """A place; reads nothing yet. `header` tells that it is the front matter of a page."""
        self.path = path
        self.name = name
        self.at: YamlPath = tuple(at)
        self.prefix = prefix
        self.known = tuple(known)
        self.others = others
        self.blank_hides = blank_hides
        self._header = header
        self._read = read

    @property
    def document(self) -> YamlDocument:
        """Its YAML.

        Raises:
            YamlError: Jekyll cannot read it.
            Refused: The page has no front matter.
            Unreadable: The file cannot be read.
        """
        return _document(self._read(self.path), header=self._header)

    @property
    def span(self) -> Span:
        """The lines of the map in its file.

        Raises:
            YamlError: Jekyll cannot read it.
            Refused: It is not there.
        """
        return self.document.key_lines(self.at) if self.at else self.document.span

    @property
    def data(self) -> dict[str, Any]:
        """What the map holds; empty where it is not there or cannot be read."""
        try:
            value = self.document.data
        except AppError:
            return {}
        for step in self.at:
            value = value.get(step) if isinstance(value, dict) else None
        return value if isinstance(value, dict) else {}

    def fields(self) -> list[ProfileField]:
        """Its fields, in the template's order; what only the file has comes last.

        Raises:
            YamlError: Jekyll cannot read the file.
            Unreadable: It cannot be read.
        """
        document = self.document
        depth = len(self.at)
        own = {field.path[depth:]: field for field in document.fields() if field.path[:depth] == self.at}
        listed = [self._of(known, own, document) for known in self.known]
        taken = {known.path for known in self.known}
        rest = [] if not self.others else list(self._rest(own, taken, document))
        return [*(field for group in listed for field in group), *rest]

    def field(self, name: str) -> ProfileField:
        """The field of that key, be it known or not."""
        own = next((field for field in self.fields() if field.name == name), None)
        return own or ProfileField(self, name, (*self.at, name), OTHER, "text", "")

    def _of(self, known: KnownField, own: dict[YamlPath, YamlField], document: YamlDocument) -> list[ProfileField]:
        """The field of a line of the table; where it holds a map or a list of maps, a field for each value in it."""
        inner = {path: field for path, field in own.items() if path[: len(known.path)] == known.path}
        if inner:
            return [self._found(path, field, known, document) for path, field in inner.items()]
        fixed = _MAPS if known.type == "maps" else ""
        path = (*self.at, *known.path)
        return [ProfileField(self, known.name, path, known.group, known.type, known.hint, fixed=fixed, known=known)]

    def _rest(
        self, own: dict[YamlPath, YamlField], taken: set[tuple[str, ...]], document: YamlDocument
    ) -> Iterator[ProfileField]:
        """The fields that no line of the table is about."""
        for path, field in own.items():
            if path and not any(path[: len(key)] == key for key in taken):
                yield self._found(path, field, None, document)

    def _found(
        self, path: YamlPath, field: YamlField, known: KnownField | None, document: YamlDocument
    ) -> ProfileField:
        """A field that the file has."""
        exact = known is not None and known.path == path
        like = known if exact else known_by_name(str(path[-1]))
        value = field.value
        blank = value is None or value == "" or value == [] or value == {}
        field_type: FieldType = like.type if like else "text"
        if field.kind in ("list", "bool"):
            field_type = (
                "list" if field.kind == "list" and not blank else "flag" if field.kind == "bool" else field_type
            )
        fixed = field.editable or (_MAPS if field_type == "maps" else "")
        return ProfileField(
            self, path_name(path), field.path, known.group if known else OTHER, field_type, like.hint if like else "",
            "blank" if blank else "filled", None if blank else value, field.kind, _lines(document, field), field.line,
            re.match(r"[|>](?!-)", document.text[field.span.start : field.span.end]) is not None, fixed, like,
        )  # fmt: skip

    def set(self, field: ProfileField, value: Scalar | list[str]) -> Change:
        """Gives a field a value: in place, or as a new line where the template has it.

        Raises:
            Refused: It cannot be done without touching something else.
            UsageError: The value is not one that can be there.
        """
        self._check(field)
        if isinstance(value, str) and not value.strip():
            raise UsageError(
                _("{full_name} needs a value; clear it to leave it empty").format(full_name=field.full_name)
            )
        document = self.document
        if field.state == "absent":
            splices = added(document, field.path, value, self.known, len(self.at))
            return self._change(splices, _("Add {name}").format(name=field.name))
        if isinstance(value, list) or field.kind == "list":
            items = value if isinstance(value, list) else [str(value)]
            splices = set_items(document, field.path, field.value or [], items)
        else:
            if field.block and isinstance(value, str) and not value.endswith("\n"):
                value += "\n"  # as its indicator has it
            splices = document.set(field.path, value)
        return self._change(splices, _("Set {name}").format(name=field.name))

    def clear(self, field: ProfileField) -> Change:
        """Takes a field's value away; its key stays.

        Raises:
            Refused: It is not there, or cannot be emptied without touching something else.
        """
        self._check(field)
        if field.state == "absent":
            raise Refused(_("{full_name} isn't in the file.").format(full_name=field.full_name))
        if field.kind == "list":
            splices = set_items(self.document, field.path, field.value or [], [])
        else:
            splices = self.document.set(field.path, None)
        return self._change(splices, _("Clear {name}").format(name=field.name))

    def remove(self, field: ProfileField) -> Change:
        """Takes a field's key and value away.

        Raises:
            Refused: It is not there, or cannot go without touching something else.
        """
        if field.state == "absent":
            raise Refused(_("{full_name} isn't in the file.").format(full_name=field.full_name))
        if isinstance(field.path[-1], int):
            splices = self.document.remove_item(field.path)
        else:
            splices = self.document.remove_key(self._with_parents(field.path), nothing=True)
        return self._change(splices, _("Remove {name}").format(name=field.name))

    def _with_parents(self, path: YamlPath) -> YamlPath:
        """The key to remove: the outermost, within the place, that holds nothing but this one, not even a comment."""
        document = self.document
        while len(path) - 1 > len(self.at):
            inner, outer = document.key_lines(path), document.key_lines(path[:-1])
            if inner.end != outer.end or document.text.count("\n", outer.start, inner.start) != 1:
                break
            path = path[:-1]
        return path

    def _check(self, field: ProfileField) -> None:
        """Raises Refused where a field cannot be edited as a value."""
        if field.fixed:
            raise Refused(
                _("{full_name} is left alone: {fixed}; edit it as text.").format(
                    full_name=field.full_name, fixed=field.fixed
                ),
                line=field.line,
            )

    def _change(self, splices: list[Splice], label: str) -> Change:
        """The change, once the file was read again as a whole."""
        if splices and self._header:
            source = self._read(self.path)
            changed = source.splice(splices)
            before, after = frontmatter.find(source), frontmatter.find(changed)
            grown = len(changed.text) - len(source.text)
            if not (
                isinstance(before, frontmatter.FrontMatter)
                and isinstance(after, frontmatter.FrontMatter)
                and after.yaml.end - before.yaml.end == grown
            ):
                raise Refused(_("The front matter would end elsewhere; edit it as text."))
        return Change(self.path, self.name, tuple(splices), label)


def path_name(path: YamlPath) -> str:
    """A path as people write it: `links[1].url` is of the first link."""
    name = ""
    for step in path:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else step
    return name


def _lines(document: YamlDocument, field: YamlField) -> Span:
    """The lines of a value with its key; where a key is twice, of the value alone."""
    try:
        return document.key_lines(field.path)
    except Refused:
        text = document.text
        return Span(text.rfind("\n", 0, field.span.start) + 1, text.find("\n", field.span.end) + 1 or len(text))


@lru_cache(maxsize=8)
def _document(source: Source, *, header: bool) -> YamlDocument:
    """The YAML of a file, or of a page's front matter."""
    text = source.text
    if not header:
        return YamlDocument.read(text, Span(0, len(text)))
    found = frontmatter.find(source)
    if not isinstance(found, frontmatter.FrontMatter):
        raise Refused(_("the page has no front matter"))
    return YamlDocument.read(text, found.yaml, first_line=2)


@dataclass(frozen=True, slots=True)
class OwnerStoreType:
    """A sort of place that says who the owner of a site is.

    Attributes:
        name: Its name among the sorts.
        order: Its place in the form.
        find: Finds the places of a page's site, in the order of the form.
    """

    name: str
    order: int
    find: Callable[[Target, Read], Iterator[OwnerStore]]
