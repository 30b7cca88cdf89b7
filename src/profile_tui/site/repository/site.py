"""A site: its folder, and what its configuration and its files say of it."""

from __future__ import annotations

import os
import re
from functools import cached_property
from pathlib import Path
from typing import Any

from profile_tui.site.problem import Problem
from profile_tui.site.repository import config, home, other_generator, pages
from profile_tui.site.template.template import Template
from profile_tui.text.pattern import lazily
from profile_tui.text.reading import read_bounded
from profile_tui.text.source import Source

_GEMFILE = 100_000
"""The bytes of a Gemfile that are read."""
_GEM = lazily(r"^\s*gem[\s(]+[\"']([\w.-]+)[\"']", re.M)


class Site:
    """A repository. Everything about it is read when it is first asked for.

    Attributes:
        root: Its folder.
    """

    def __init__(self, root: Path, unsaved: Source | None = None) -> None:
        """A site of that folder; reads nothing yet. `unsaved` is its configuration where that is not saved yet."""
        self.root = root
        self._unsaved = unsaved

    @cached_property
    def _loaded(self) -> tuple[dict[str, Any], list[Problem]]:
        """The configuration and its problems."""
        path = config.find(self.root)
        if path is None:
            return {}, []
        return config.load(path) if self._unsaved is None else config.read(path, self._unsaved)

    @property
    def config(self) -> dict[str, Any]:
        """The configuration's data; empty where there is none or it is broken."""
        return self._loaded[0]

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the configuration."""
        return self._loaded[1]

    @cached_property
    def made_from(self) -> Template:
        """The template that the site was made from; the generic one where none is recognised."""
        from profile_tui.site.templates import templates

        return next(template for template in templates() if template.matches(self))

    @property
    def template(self) -> str:
        """The name of that template."""
        return self.made_from.name

    @cached_property
    def homes(self) -> home.Home:
        """The home page and what competes with it."""
        if self.has_other_generator:
            return home.Home(other_generator.home(self.root))
        return home.find(self.root, self.includes, self._is_translation)

    @cached_property
    def has_other_generator(self) -> bool:
        """Whether another generator than Jekyll builds it."""
        return other_generator.is_other_generator(self.root)

    @property
    def home(self) -> Path | None:
        """The file that is shown at `/`."""
        return self.homes.page.path if self.homes.page else None

    def includes(self, folder: str) -> bool:
        """Whether Jekyll reads a folder whose name begins with `_`: by `include:`, or as a collection."""
        named = self.config.get("include")
        words = [str(word).strip("/") for word in named] if isinstance(named, list) else []
        return folder in words or folder.removeprefix("_") in self.collections

    @property
    def collections(self) -> list[str]:
        """The names of the collections, which the configuration may give as a list or a map."""
        value = self.config.get("collections")
        return [str(name) for name in value] if isinstance(value, (list, dict)) else []

    def folder(self, key: str, otherwise: str = "") -> str:
        """The folder that a key of the configuration names, relative to the root: as for Jekyll, no `..` leads out."""
        return os.path.normpath(f"/{self.config.get(key) or otherwise}").strip("/")

    @property
    def owners(self) -> list[str]:
        """The name of the site's owner, as its configuration or its profile data give it; empty where none does."""
        author = self.config.get("author")
        parts = [str(self.config.get(f"{part}_name") or "") for part in ("first", "middle", "last")]
        named = author.get("name") if isinstance(author, dict) else author
        names = [str(named or ""), " ".join(part for part in parts if part)]
        profile = self.data("_data/profile.yml")
        if isinstance(profile, dict):
            names += [str(profile.get(key) or "") for key in ("primary_name", "name")]
        return [name for name in names if " " in name.strip()]

    def _values(self, *keys: str) -> dict[str, Any]:
        """The configuration, or at least these keys of it where they can be told without reading all."""
        path = config.find(self.root) if "_loaded" not in self.__dict__ else None
        values = config.values(path, keys, self._unsaved) if path else None
        return self.config if values is None else values

    @cached_property
    def language(self) -> str:
        """The language that the configuration gives; empty where it gives none."""
        keys = ("lang", "language", "locale")
        values = self._values(*keys)
        return next((value for key in keys if isinstance(value := values.get(key), str)), "")

    @cached_property
    def languages(self) -> list[str]:
        """The languages that a plugin builds the site in, its main one first; empty where it is built once."""
        value = self._values("languages").get("languages")
        named = [code for code in value if isinstance(code, str)] if isinstance(value, list) else []
        return sorted(named, key=lambda code: code != self.config.get("default_lang"))

    def language_of(self, name: str) -> str:
        """Return the language whose folder a file is in, of a site in several; empty where it is in none."""
        return next((language for language in self.languages if language in name.split("/")), "")

    def _is_translation(self, name: str) -> bool:
        """Return whether a file is in the folder of another language than the site's main one."""
        return self.language_of(name) not in ("", *self.languages[:1])

    @property
    def theme(self) -> str:
        """The theme or remote theme, in lower case without its version."""
        value = self.config.get("remote_theme") or self.config.get("theme")
        return str(value or "").lower().partition("@")[0]

    def has(self, *names: str) -> bool:
        """Whether one of these files or folders exists below the root."""
        return any(os.path.exists(self.root / name) for name in names)

    def has_plugin(self, *names: str) -> bool:
        """Whether one of these plugins is named in the configuration or in the Gemfile."""
        lists = [self.config.get(key) for key in ("plugins", "gems")]
        named = {str(name) for names in lists if isinstance(names, list) for name in names}
        return not named.isdisjoint(names) or not self._gems.isdisjoint(names)

    @cached_property
    def _gems(self) -> frozenset[str]:
        """The gems that the Gemfile names; none where there is no such file or it cannot be read."""
        try:
            data = read_bounded(self.root / "Gemfile", _GEMFILE)
        except OSError:
            return frozenset()
        return frozenset(_GEM.findall(data.decode("utf-8", "replace")))

    def header_value(self, name: str, key: str) -> str | None:
        """The text of a top-level key of a page's front matter; None where there is no such page or key."""
        page = pages.read(self.root, self.root / name)
        return page.value(key) if page else None

    def data(self, name: str) -> object:
        """The content of a YAML file below the root; None where it is missing or broken."""
        path = self.root / name
        return config.load(path)[0] if os.path.isfile(path) else None
