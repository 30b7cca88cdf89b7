"""`sample-entries`: what came with the template and is still on the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from profile_tui.content.page.page import Page
from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.checking.seen import Seen, Survey, bytes_of
from profile_tui.site.checks import Surveyor, register_surveyor
from profile_tui.site.problem import Problem
from profile_tui.site.records.data_list import folder_of
from profile_tui.site.records.store import Store
from profile_tui.site.repository import page_header
from profile_tui.site.repository.tree import YAML, file_names
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.text.source import Source

_MENU = lazily(r"nav|menu|header|sidebar", re.I)
_COMMENT = lazily(r"(?:^|\s)#.*")


@register_surveyor
class SampleEntries(Surveyor):
    """Asks each store for the entries that are the template's."""

    def __init__(self, given: Survey) -> None:
        """No page seen yet."""
        super().__init__(given)
        self._menu_of_pages = False

    def look(self, seen: Seen) -> Iterator[Problem]:
        """Notes whether pages put themselves into the menu."""
        self._menu_of_pages = self._menu_of_pages or "nav" in seen.data
        return iter(())

    def end(self) -> Iterator[Problem]:
        """The files and folders that hold some, each told once."""
        reported: set[str] = set()
        for store in self.given.stores:
            if store.name in reported or store.is_unshown or not self._is_seen(store):
                continue
            records = store.listing().records
            samples = [record for record in records if store.is_sample(record)]
            if not samples:
                continue
            reported.add(store.name)
            all_ = len(samples) == len(records)
            entries = store.what.counted(len(samples))
            if all_ and len(samples) > 1:
                template = _(
                    "All {entries} of {label} came with the template, and visitors see that; replace or remove what is "
                    "not yours."
                )
            else:
                template = _(
                    "{entries} of {label} came with the template, and visitors see that; replace or remove what is not "
                    "yours."
                )
            message = template.format(entries=entries, label=store.label)
            yield Problem("warning", "sample-entries", samples[0].name, samples[0].lines[0], message)

    def _is_seen(self, store: Store) -> bool:
        """Whether visitors come to a page that shows a store; true where that cannot be told."""
        if not store.shown_by:
            lists = lists_of(self.given.site)
            return store.store == "page" or not lists.bindings.has_layouts or not lists.templates
        if not (self._menu or self._menu_of_pages) or self.given.target.name in store.shown_by:
            return True
        return any(self._is_in_menu(name) for name in store.shown_by)

    def _is_in_menu(self, name: str) -> bool:
        """Whether the menu leads to a page, or the page puts itself into it, as with `nav: true`."""
        header = page_header.values(Page(Source(bytes_of(self.given.site.root / name))))
        if any(header.get(key) not in (None, False) for key in ("nav", "menu", "navigation", "nav_order")):
            return True
        url = str(header.get("permalink") or name.rpartition(".")[0].removeprefix("_pages/")).strip("/")
        leads = rf"(?:/|\b(?:url|link|href):\s*[\"']?){re.escape(url)}(?:\.html)?/?(?![\w/-])"
        return re.search(leads, self._menu) is not None

    @cached_property
    def _menu(self) -> str:
        """What the data files of menus say, and the configuration and the home page, if there are such files."""
        folder = folder_of(self.given.site)
        menus = [folder / name for name in file_names(folder) if name.endswith(YAML) and _MENU.search(name)]
        if not menus:
            return ""
        sources = [*menus, self.given.site.root / "_config.yml", self.given.target.page]
        lines = [line for path in sources for line in Source(bytes_of(path)).text.split("\n")]
        return "\n".join(_COMMENT.sub("", line) for line in lines)
