"""The front matter that makes a page of a file: as the site's other pages have it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from profile_tui.markup.yaml.quote import write_scalar
from profile_tui.site.creation.create import new_files
from profile_tui.site.creation.neighbours import Neighbour, model, neighbours, permalink, usual_keys, usual_value
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.site import Site
from profile_tui.text.source import Source

_HOMES = ("index", "about", "home", "readme")
_HOME_LAYOUTS = ("home", "homepage", "about", "default", "page", "single")
_LAYOUTS = ("page", "single", "default")
_SHARED = ("author_profile", "lang", "locale", "comments")
"""Keys besides that are the same for all pages, where they have them."""


def header_of(target: Target, title: str, read: Callable[[Path], Source]) -> str:
    """Return the lines of the front matter of a page that has none, with the marks around them.

    Args:
        target: The page.
        title: Its title; empty where it has none.
        read: Gives a file as it is now.
    """
    near = _pages(target, read)
    is_home = _is_home(target, near)
    stem = PurePosixPath(target.name).stem
    keys: dict[str, object] = {}
    if layout := _layout(target.site, near, is_home=is_home):
        keys["layout"] = layout
    if is_home:
        keys["permalink"] = "/"
    elif near and "permalink" in usual_keys(near) and "permalink" in model(near).data:
        keys["permalink"] = permalink(model(near), stem, "0000-00-00")
    keys["title"] = title or ("About" if is_home else stem.replace("-", " ").replace("_", " ").capitalize())
    for key in _SHARED:
        if key in usual_keys(near) and isinstance(value := usual_value(key, near), str | bool):
            keys[key] = value
    lines = [f"{key}: {_written(value)}" for key, value in keys.items()]
    return "\n".join(["---", *lines, "---", "", ""])


def _written(value: object) -> str:
    """Return a value as YAML."""
    return write_scalar(value if isinstance(value, str | bool) else str(value))


def _pages(target: Target, read: Callable[[Path], Source]) -> list[Neighbour]:
    """Return the other pages of the site."""
    if target.site is None:
        return []
    names = [name for new_file in new_files(target.site) if new_file.group == "page" for name in new_file.names]
    return neighbours(target.site.root, [name for name in names if name != target.name], read)


def _is_home(target: Target, near: Sequence[Neighbour]) -> bool:
    """Return whether a page is to be the home page: its name says so, and there is no other."""
    if PurePosixPath(target.name).stem.lower() not in _HOMES and target.site is not None:
        return False
    return not any(
        neighbour.data.get("permalink") == "/" or neighbour.name in ("index.md", "index.html") for neighbour in near
    )


def _layout(site: Site | None, near: Sequence[Neighbour], *, is_home: bool) -> str:
    """Return the layout to name; empty where the site gives one to all pages, or none is known."""
    if site is None or any(_defaults(site)):
        return ""
    if near and "layout" in usual_keys(near) and not is_home:
        return str(usual_value("layout", near))
    wanted = _HOME_LAYOUTS if is_home else _LAYOUTS
    there = next((name for name in wanted if site.has(f"_layouts/{name}.html")), "")
    if there or not near or "layout" not in usual_keys(near):
        return there
    value = usual_value("layout", near)
    return value if isinstance(value, str) else ""


def _defaults(site: Site) -> Iterator[str]:
    """Yield the layouts that the configuration gives to pages without one."""
    defaults = site.config.get("defaults")
    for scoped in defaults if isinstance(defaults, list) else []:
        scope, values = (scoped.get("scope"), scoped.get("values")) if isinstance(scoped, dict) else (None, None)
        kind = scope.get("type", "pages") if isinstance(scope, dict) else ""
        if kind in ("pages", "") and isinstance(values, dict) and values.get("layout"):
            yield str(values["layout"])
