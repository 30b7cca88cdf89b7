"""A new page, post or entry of a collection, whose name and front matter are as its neighbours have them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from profile_tui.content.kinds import kind_of_file
from profile_tui.markup.frontmatter import FrontMatter, find
from profile_tui.markup.yaml.document import YamlDocument, YamlError
from profile_tui.site.creation.neighbours import EMPTY, Neighbour, model, neighbours, permalink, usual_keys, usual_value
from profile_tui.site.records.naming import new_name, slug
from profile_tui.site.records.new_file import without_comments
from profile_tui.site.records.yaml_map import Header
from profile_tui.site.repository import jekyll_dates
from profile_tui.site.repository.listing import SiteFile, site_files
from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import inside
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass, replace
from profile_tui.text.errors import Refused, UsageError
from profile_tui.text.reading import read_start
from profile_tui.text.source import Source
from profile_tui.text.span import Span, spliced

if TYPE_CHECKING:
    from profile_tui.site.stores.collection import Collection as CollectionStore

Read = Callable[[Path], Source]
_NEAR = 6
"""How many of the newest files tell what is usual now."""
_FRAME = ("layout", "title", "permalink", "author_profile")
"""The keys that even a page that stands alone beside the home page has with it."""
_HEAD = 65536


@dataclass(frozen=True, slots=True)
class NewFile:
    """Something that can be created in a site.

    Attributes:
        group: `page`, `posts`, or the name of a collection.
        folder: Where it goes, relative to the root; empty for the root itself.
        names: The files that it will are among, relative to the root.
    """

    group: str
    folder: str
    names: tuple[str, ...]

    @property
    def one(self) -> str:
        """What people call one of them."""
        if self.group in ("page", "posts"):
            return _("page") if self.group == "page" else _("post")
        kind = kind_of_file(self.group, whole=True)
        return kind.one if kind else _("entry of {group}").format(group=self.group)

    @property
    def dated(self) -> bool:
        """Whether one of them is of a day."""
        return self.group != "page"


def new_files(site: Site, files: Sequence[SiteFile] | None = None) -> list[NewFile]:
    """What can be created in a site; nothing in that of another generator.

    Args:
        site: The site.
        files: Its files, where they are listed already.
    """
    if site.has_other_generator:
        return []
    listed = site_files(site) if files is None else files
    pages = [file.name for file in listed if file.group == "page" and file.name.endswith((".md", ".markdown"))]
    folder = "_pages" if site.has("_pages") else ""
    beside = [name for name in pages if str(PurePosixPath(name).parent) == (folder or ".")]
    offered = [NewFile("page", folder, tuple(beside))]
    base = site.folder("collections_dir")
    known = {file.group for file in listed} - {"page", "include", "draft", "data"}
    declared = [name for name in site.collections if site.has(str(PurePosixPath(base, f"_{name}")))]
    for group in sorted({*known, *declared, "posts"}, key=lambda name: (name != "posts", name)):
        names = [file.name for file in listed if file.group == group and not file.name.lower().endswith(".html")]
        names = names or [file.name for file in listed if file.group == group]
        offered.append(NewFile(group, str(PurePosixPath(base, f"_{group}")), tuple(names)))
    return offered


def named(word: str, offered: Sequence[NewFile]) -> NewFile:
    """The one that a word names: `page`, `post`, `talk`, `teaching` or a collection.

    Raises:
        UsageError: There is none.
    """
    wanted = word.strip("_/").casefold()
    for new_file in offered:
        if wanted in (new_file.group.casefold(), new_file.group.casefold().removesuffix("s")):
            return new_file
    there = ", ".join(
        new_file.group.removesuffix("s") if new_file.group == "posts" else new_file.group for new_file in offered
    )
    raise UsageError(
        _("this site has no {word!r}; it has {there}").format(word=word, there=there) if there else _FOREIGN
    )


_FOREIGN = _("files are created in Jekyll sites only; this one is built by another program")


class Composer:
    """Writes new files of one sort; what it learns of their neighbours is read once.

    Attributes:
        site: The site.
        what: What it creates.
    """

    def __init__(self, site: Site, what: NewFile, read: Read, waiting: Collection[str] = ()) -> None:
        """A composer; reads nothing yet.

        Args:
            site: The site.
            what: What to create.
            read: Gives a file as it is now.
            waiting: Paths of files that are created already, but not saved.
        """
        self.site = site
        self.what = what
        self._read = read
        self._waiting = tuple(waiting)

    def compose(self, title: str, day: str | None, *, today: date | None = None) -> tuple[str, str]:
        """The path, relative to the root, and the text of a new file.

        Args:
            title: Its title.
            day: Its date in ISO form, which may lack day and month; today where left out.
            today: The day that is today; the clock's where left out.

        Raises:
            Refused: There is such a file, its permalink is taken, or it could not be read again.
            UsageError: The title is empty, or the day is none.
        """
        title = " ".join(title.split())
        if not title:
            raise UsageError(_("give the new {one} a title").format(one=self.what.one))
        iso = jekyll_dates.whole(day, today)
        if not jekyll_dates.is_day(iso):
            raise UsageError(_("{iso} isn't a day of the calendar; write a date such as 2026-11-21").format(iso=iso))
        if self._news is not None:
            change = self._news.add({"text": title, "date": iso}, today=today)
            return change.name, spliced("", change.splices)
        name = _name(self.what, self._near, title, iso, {*self.what.names, *self._waiting})
        _check_free(self.site.root, name)
        text = self._text(title, iso, name) if self._near else _first(self.site, self.what, title, iso, name)
        self._check(name, text, title)
        return name, text

    def _text(self, title: str, day: str, name: str) -> str:
        """The text of a file that takes the frame and the keys of its neighbours."""
        near, zone = self._near, jekyll_dates.zone(self.site.config)
        like = model(near)
        source = like.source.text
        header = Header(source, like.header.yaml, first_line=2)
        keys = usual_keys(near)
        for key in list(header.data):
            if key not in keys:
                header.drop(key)
        for key in list(header.data):
            if key != "date":
                _set(header, key, _value(key, near, like, title, day, name))
        if "title" not in header.data:
            header.set("title", title)
        if "date" in header.data or (self.what.dated and jekyll_dates.needs_time(day, zone)):
            header.set("date", jekyll_dates.like(str(like.data.get("date") or ""), day, zone))
        yaml = without_comments(header)
        opening = source[: like.header.yaml.start]
        closing = re.match(r"(?:---|\.\.\.)[^\n]*", source[like.header.yaml.end :])
        return f"{opening}{yaml}{closing[0] if closing else '---'}\n".replace("\n", like.source.newline)

    @cached_property
    def _news(self) -> CollectionStore | None:
        """The store of a collection of news, whose items are their text."""
        from profile_tui.site.stores.collection import Collection as CollectionStore

        kind = kind_of_file(self.what.group, whole=True)
        if kind is None or kind.name != "news" or not self.what.names:
            return None
        return CollectionStore(self.site, "news", self.site.root / self.what.folder, self._read)

    @cached_property
    def _near(self) -> list[Neighbour]:
        """The files that a new one is to be like."""
        beside = [name for name in self._waiting if str(PurePosixPath(name).parent) == (self.what.folder or ".")]
        names = [*self.what.names, *beside]
        if self.what.group == "posts":
            # Jekyll takes nothing for a post that has no day in its name
            names = [name for name in names if jekyll_dates.in_name(PurePosixPath(name).name)]
        near = neighbours(self.site.root, names, self._read)
        if self.what.dated:
            return near[:_NEAR]
        pages = [neighbour for neighbour in near if not _is_home(neighbour)]
        # the home page has keys for what only it shows
        homes = [
            replace(neighbour, data={key: neighbour.data[key] for key in _FRAME if key in neighbour.data})
            for neighbour in near
        ]
        return pages or [neighbour for neighbour in homes if neighbour.data][:1]

    @cached_property
    def _permalinks(self) -> dict[str, str]:
        """The permalinks of the site and the files that claim them."""
        files = [file.name for file in site_files(self.site) if file.group not in ("include", "data")]
        permalinks = ((self._permalink(self.site.root / name), name) for name in (*files, *self._waiting))
        return {link: name for link, name in permalinks if link}

    def _permalink(self, path: Path) -> str:
        """The permalink that a file claims; empty where it claims none."""
        try:
            head = read_start(path, _HEAD)
        except FileNotFoundError:
            head = self._read(path).data  # it waits to be saved
        except OSError:
            return ""
        match = re.search(rb"^permalink[ \t]*:[ \t]*[\"']?([^\"'\s#]+)", head, re.M) if b"permalink" in head else None
        return _bare(match[1].decode("utf-8", "replace")) if match else ""

    def _check(self, name: str, text: str, title: str) -> None:
        """Raises Refused where the file does not say what it should, or claims a URL that another file has."""
        source = Source(text.encode())
        header = find(source)
        try:
            document = (
                YamlDocument.read(source.text, header.yaml, first_line=2) if isinstance(header, FrontMatter) else None
            )
        except YamlError as error:
            raise Refused(
                _("the new file's front matter could not be read again ({error})").format(error=error), path=name
            ) from error
        data = document.data if document else None
        if not isinstance(data, dict) or str(data.get("title")) != title:
            raise Refused(_("the title can't be written here as typed; word it differently"), path=name)
        link = _bare(str(data.get("permalink") or ""))
        if link and (other := self._permalinks.get(link)):
            raise Refused(
                _("the permalink {permalink} is taken by {other}; choose another title").format(
                    permalink=data["permalink"], other=other
                ),
                path=name,
            )


def _bare(link: str) -> str:
    """A permalink without what makes no difference."""
    return link.strip("/").casefold()


def _is_home(neighbour: Neighbour) -> bool:
    """Whether a page is the home page or the one for what is missing, which no other is like."""
    return neighbour.stem in ("404", "index") or str(neighbour.data.get("permalink")) in (
        "/",
        "/index.html",
        "/404.html",
    )


def _name(what: NewFile, near: Sequence[Neighbour], title: str, day: str, taken: Collection[str]) -> str:
    """The path of the new file, relative to the root."""
    if not what.dated:
        return str(PurePosixPath(what.folder, f"{slug(title)}.md"))
    folder = f"{what.folder}/"
    names = [neighbour.name.removeprefix(folder) for neighbour in near]
    return folder + new_name(names, day, title, [name.removeprefix(folder) for name in taken])


def _check_free(root: Path, name: str) -> None:
    """Raises Refused where there is such a file, in whatever case, or its folder leads out of the repository."""
    path = root / name
    if not inside(path, root):
        raise Refused(_("a symbolic link leads out of the repository; it is not followed"), path=name)
    try:
        there = {entry.casefold() for entry in os.listdir(path.parent)}
    except OSError:
        there = set()
    stem, _unused, _unused = path.name.casefold().rpartition(".")
    if path.name.casefold() in there or f"{stem}.html" in there:
        raise Refused(_("there is a file of that name already; choose another title"), path=name)


def _value(key: str, near: Sequence[Neighbour], like: Neighbour, title: str, day: str, name: str) -> object:
    """What a key of the new file holds."""
    if key == "title":
        return title
    if key == "permalink":
        own = next(
            (
                neighbour
                for neighbour in (like, *near)
                if key in neighbour.data and "://" not in str(neighbour.data[key])
            ),
            None,
        )
        return permalink(own, PurePosixPath(name).stem, day) if own else EMPTY
    if key == "year" and isinstance(like.data[key], int):
        return int(day[:4])
    return usual_value(key, near)


def _set(header: Header, key: str, value: object) -> None:
    """Sets a key; what is left open stays as empty as its notation can be."""
    if value is not EMPTY:
        header.set(key, value)
        return
    old = header.data[key]
    if isinstance(old, list):
        header.set(key, [])
    elif isinstance(old, dict):
        header.drop(key)
    elif old is not None:
        line = re.search(rf"^{re.escape(key)}[ \t]*:[ \t]*(.?)", header.span.of(header.text), re.M)
        mark = line[1] if line else ""
        if mark in "|>":
            header.drop(key)
        else:
            # an empty excerpt that is quoted stops the build of some templates
            header.set(key, "" if mark and mark in "'\"" and key != "excerpt" else None)


def _first(site: Site, what: NewFile, title: str, day: str, name: str) -> str:
    """The text of the first file of its sort."""
    more = ""
    if what.group == "page":
        more = f"permalink: /{PurePosixPath(name).stem}/\n"
    elif what.group != "posts":
        more = f"date: {jekyll_dates.like('', day, jekyll_dates.zone(site.config))}\n"
    seed = f"---\ntitle: \n{more}---\n"
    header = Header(seed, Span(4, len(seed) - 4), first_line=2)
    header.set("title", title)
    layout = "page" if what.group == "page" else "post"
    if site.has(f"_layouts/{layout}.html", f"_layouts/{layout}.liquid") and "defaults" not in site.config:
        header.set("layout", layout)
    return header.text
