"""The profile of a site's owner: its fields through all files, and steps that change one of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from profile_tui.content.change.edit import ProvenEdit
from profile_tui.markup.conflict import check_merged
from profile_tui.markup.yaml.document import Path as YamlPath
from profile_tui.markup.yaml.document import Scalar
from profile_tui.markup.yaml.typed import number
from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.owner.printed import base_of, printed_fields
from profile_tui.site.owner.store import OwnerStore, ProfileField
from profile_tui.site.owner.stores import owner_stores
from profile_tui.site.owner.validation import validate
from profile_tui.site.records.store import Change
from profile_tui.site.repository import config
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import inside
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import replace
from profile_tui.text.errors import AppError, Refused, UsageError
from profile_tui.text.reading import listed
from profile_tui.text.similar import suggestion
from profile_tui.text.source import Source
from profile_tui.workspace.documents.document import Document

_READ_BY_PLUGINS = frozenset("title tagline description author url baseurl lang name email twitter logo locale".split())
"""Keys that jekyll-seo-tag and jekyll-feed read, which print them without a layout."""
_FOLDERS = ("", "images", "assets", "assets/img", "assets/images", "assets/pdf", "files")
"""Where templates look for pictures and files."""


class Profile:
    """What the files of a site say of its owner.

    Its steps are of the documents that the workspace opens, and so of its one history.
    """

    def __init__(self, target: Target, document: Callable[[Path], Document]) -> None:
        """The profile of a page and the site around it; reads nothing yet.

        Args:
            target: The page and the site.
            document: Opens a file, as one of the workspace.
        """
        self._target = target
        self._known: tuple[tuple[Source | None, Source | None], list[OwnerStore]] | None = None
        self.document = document

    def _read(self, path: Path) -> Source:
        """A file as it is now."""
        return self.document(path).page.source

    @property
    def stores(self) -> list[OwnerStore]:
        """Where the fields live as the configuration and the page are now, in the order of the form."""
        path = config.find(self._target.site.root) if self._target.site else None
        state = (self._tried(path), self._tried(self._target.page))
        if self._known is None or self._known[0] != state:
            target = self._target
            if target.site is not None and path is not None and state[0] is not None and self.document(path).dirty:
                target = replace(target, site=Site(target.site.root, state[0]))
            self._known = (state, owner_stores(target, self._read))
        return self._known[1]

    def _tried(self, path: Path | None) -> Source | None:
        """A file as it is now; None where there is none that can be read."""
        try:
            return self._read(path) if path else None
        except AppError:
            return None

    def holds(self, path: Path) -> bool:
        """Whether a file is one of them."""
        return any(store.path == path for store in self.stores)

    @property
    def complaints(self) -> list[AppError]:
        """Why stores cannot be read, one for a file."""
        complaints: dict[str, AppError] = {}
        for store in self.stores:
            try:
                _unused = store.document
            except AppError as error:
                error.path = store.name
                complaints.setdefault(store.name, error)
        config = self._target.site.root / "_config.toml" if self._target.site else None
        if config is not None and os.path.isfile(config) and not self.stores:
            complaints[config.name] = Refused(_("TOML is not edited here; use a text editor"), path=config.name)
        return list(complaints.values())

    def fields(self) -> list[ProfileField]:
        """All fields of the files that can be read, those that the template knows in its order."""
        fields: list[ProfileField] = []
        for store in self.stores:
            try:
                fields += store.fields()
            except AppError:
                continue  # `complaints` says why
        return fields

    def field(self, name: str, *, new: bool = False) -> ProfileField:
        """The field of a name: in full, or as it is called in its place.

        Of several with one name, the one that is filled is meant.

        Args:
            name: Its name.
            new: Whether it may be one that the template does not know, where its place is named with it.

        Raises:
            UsageError: There is none, or several are filled.
            AppError: A file cannot be read.
        """
        fields = self.fields()
        matches = _called(name, fields)
        filled = [field for field in matches if field.state == "filled"]
        if len(filled) > 1:
            names = ", ".join(f"{field.full_name} ({field.store.name})" for field in filled)
            raise UsageError(
                _("several fields are called {name}: {names}; name one in full").format(name=name, names=names)
            )
        if matches:
            return (filled or [field for field in matches if field.state == "blank"] or matches)[0]
        for error in self.complaints:
            raise error
        added = (self._new_field(name.strip()) or self._printed_field(name.strip())) if new else None
        if added is None:
            raise self._no_field(name, fields, new=new)
        return added

    def _new_field(self, name: str) -> ProfileField | None:
        """A field that the template does not know, in the place that its name begins with; None where that has none."""
        for store in self.stores:
            key = name.removeprefix(store.prefix)
            if store.others and store.prefix and key != name and key and "." not in key:
                return store.field(key)
        return None

    def _printed_field(self, name: str) -> ProfileField | None:
        """The field of that name that the site's own templates print; None where that is none, or several."""
        if self._target.site is None:
            return None
        fields = []
        for store in self.stores:
            printed = printed_fields(self._target.site, store.prefix.removesuffix("."))
            keys = (known.name for known in printed)
            fields += [store.field(key) for key in keys if name.casefold() in (key, base_of(key))]
        return fields[0] if len(fields) == 1 else None

    def _no_field(self, name: str, fields: Sequence[ProfileField], *, new: bool) -> UsageError:
        """The complaint where no field has a name, with the one that may be meant and with how one is added."""
        prefix = next((store.prefix for store in self.stores if store.others and store.prefix and store.data), "")
        more = (
            _(", and {prefix}{name} adds one").format(prefix=prefix, name=name)
            if prefix and new and "." not in name
            else ""
        )
        near = suggestion(name, (field.full_name for field in fields))
        message = _("{near} `profile show` lists").format(near=near) if near else _("`profile show` lists")
        return UsageError(
            _("the template has no field {name}; {said} them all{more}").format(name=name, said=message, more=more)
        )

    def value(self, field: ProfileField, texts: list[str], *, as_is: bool = False) -> tuple[Scalar | list[str], str]:
        """The value that typed texts mean for a field, and what may be wrong with it.

        Args:
            field: The field.
            texts: What was typed; more than one for a list.
            as_is: Whether what cannot be right is only remarked upon.

        Raises:
            UsageError: It is not what the field takes.
        """
        if field.type == "list" or field.kind == "list":
            return texts, ""
        if len(texts) > 1:
            raise UsageError(_("{full_name} takes one value; put it in quotes").format(full_name=field.full_name))
        text = texts[0]
        problem = validate(field, text)
        if problem is not None and problem.sure and not as_is:
            raise UsageError(f"{field.name} {problem.message}")
        remark = problem.message if problem else self._missing(field, text.strip()) or self._elsewhere(field)
        remark = remark or self._unprinted(field)
        typed = text.strip()
        if field.type == "flag" and typed in ("true", "false"):
            return typed == "true", remark
        count = number(typed) if field.kind == "number" else None
        return (text if field.type == "area" else typed) if count is None else count, remark

    def _missing(self, field: ProfileField, text: str) -> str:
        """A remark where a file that is named is in none of the folders that templates look in."""
        site = self._target.site
        if site is None or field.type != "file" or not text or "//" in text:
            return ""
        name = text.split("?")[0].lstrip("/")
        there = any(os.path.exists(site.root / folder / name) for folder in _FOLDERS)
        return "" if there else _("names a file that the repository does not have: {text}").format(text=text)

    def _unprinted(self, field: ProfileField) -> str:
        """A remark where a new key is none that a site's own layouts and includes name, nor a plugin reads."""
        site, key = self._target.site, str(field.path[-1])
        if site is None or field.state != "absent" or key in _READ_BY_PLUGINS or field.store.name not in config.NAMES:
            return ""
        return "" if lists_of(site).may_print(key) else _("is a key that no layout of this site prints")

    def _elsewhere(self, field: ProfileField) -> str:
        """A remark where another configuration file sets the same field: a build that names both takes the last."""
        if field.store.name not in config.NAMES:
            return ""
        names = (name for name, data in self._configurations if name != field.store.name and _has(data, field.path))
        name = next(names, "")
        return _("is set by {name}, too; a build that reads both takes the last").format(name=name) if name else ""

    @cached_property
    def _configurations(self) -> list[tuple[str, object]]:
        """All configuration files that a build may name, as they were when first asked for."""
        root = self._target.site.root if self._target.site else None
        return [(path.name, config.load(path)[0]) for path in listed(root, "_config*.y*ml")] if root else []

    def planned(self, change: Change) -> ProvenEdit:
        """What a change would make of its file; nothing is done.

        Raises:
            Refused: The file lies outside the repository, or holds an unresolved merge conflict.
        """
        self._check_outside(change.path)
        document = self.document(change.path)
        check_merged(document.page.source)
        page = document.page.spliced(change.splices) if change.splices else document.page
        return ProvenEdit(document.page, page, change.splices, change.label)

    def set(self, field: ProfileField, value: Scalar | list[str]) -> ProvenEdit:
        """Gives a field a value, as the newest step of all.

        Raises:
            Refused: Something else would change, or the file lies outside the repository.
            UsageError: The field does not take it.
        """
        return self.perform(field.store, lambda: field.store.set(field, value))

    def clear(self, field: ProfileField) -> ProvenEdit:
        """Takes a field's value away; its key stays.

        Raises:
            Refused: It is not there, or something else would change.
        """
        return self.perform(field.store, lambda: field.store.clear(field))

    def remove(self, field: ProfileField) -> ProvenEdit:
        """Takes a field's line away.

        Raises:
            Refused: It is not there, or something else would change.
        """
        return self.perform(field.store, lambda: field.store.remove(field))

    def perform(self, store: OwnerStore, make: Callable[[], Change]) -> ProvenEdit:
        """Makes a change of a place, as the newest step of all.

        Raises:
            Refused: Something else would change, or the file lies outside the repository.
        """
        try:
            edited = self.planned(make())
            if edited.splices:
                self.document(store.path).perform(edited)
        except AppError as error:
            error.path = error.path or store.name
            raise
        return edited

    def _check_outside(self, path: Path) -> None:
        """Raises Refused where writing would follow a link out of the repository."""
        root = self._target.root
        if root is not None and path != self._target.page and not inside(path, root):
            raise Refused(_("a symbolic link leads out of the repository; it is not followed"))


def _called(name: str, fields: Sequence[ProfileField]) -> list[ProfileField]:
    """The fields of a name in full, or else as they are called in their stores, or else by their keys there."""
    wanted = name.strip().casefold()
    full = [field for field in fields if field.full_name.casefold() == wanted]
    in_place = full or [field for field in fields if field.name.casefold() == wanted]
    by_key = in_place or [field for field in fields if str(field.path[-1]).casefold() == wanted]
    if by_key:
        return by_key
    of_service = [field for field in fields if wanted in (base_of(field.name), base_of(str(field.path[-1])))]
    return of_service if len(of_service) == 1 else []


def _has(data: object, path: YamlPath) -> bool:
    """Whether data hold something at a path."""
    for step in path:
        if not isinstance(data, dict) or step not in data:
            return False
        data = data[step]
    return True
