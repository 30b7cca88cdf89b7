"""`broken-link` for files that the front matter and the configuration name: teasers, papers, portraits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from profile_tui.content.page.page import Page
from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.checks import Check, Surveyor, register, register_surveyor
from profile_tui.site.problem import Problem
from profile_tui.site.repository import page_header
from profile_tui.site.repository.files import Files
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily

_KEYS = (
    "paperurl",
    "slidesurl",
    "posterurl",
    "bibtexurl",
    "image",
    "img",
    "cover",
    "avatar",
    "teaser",
    "overlay_image",
)
_MAPS = ("header", "profile", "author")
_FOLDERS = ("", "images", "assets/img", "assets/images", "img", "assets", "files", "assets/pdf")
_ELSEWHERE = lazily(r"[a-z][a-z0-9+.-]*:|//|#|.*(?:\{\{|\{%)|/?(?:__\w+__|%\w+%|@\w+@|\$\w+|\$\{\w+\})/", re.I)
"""What is not in the repository, or begins with a word that the build puts another in the place of."""
_SUFFIX = lazily(r"\.\w{2,5}$")


def _find(page: Page, target: Target) -> Iterator[Problem]:
    if target.site is None:
        return
    files = target.files or Files(target.site.root)
    for key, value in _named(page_header.values(page)):
        if "." in key and not lists_of(target.site).may_print("page", *key.split(".")[:1]):
            continue  # what came with the template, and no layout shows any more
        if hint := missing(files, value, str(target.site.config.get("baseurl") or "")):
            message = _("The file {value} that `{key}` names is not in the repository{hint}").format(
                value=value, key=key, hint=hint
            )
            yield Problem("warning", "broken-link", target.name, page_header.line_of(page, *key.split(".")), message)


@register_surveyor
class Portrait(Surveyor):
    """Looks for the portrait that the configuration names."""

    def end(self) -> Iterator[Problem]:
        """What is missing."""
        author, name, line = self.given.setting("author")
        avatar = author.get("avatar") if isinstance(author, dict) else None
        base = str(self.given.site.config.get("baseurl") or "")
        if isinstance(avatar, str) and avatar and (hint := missing(self.given.files, avatar, base)):
            message = _("The file {avatar} that `author.avatar` names is not in the repository{hint}").format(
                avatar=avatar, hint=hint
            )
            yield Problem("warning", "broken-link", name, line, message)


def _named(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The keys that name files, and the files."""
    for key, value in data.items():
        if isinstance(value, str) and key in _KEYS:
            yield key, value
        elif isinstance(value, dict) and key in _MAPS:
            yield from (
                (f"{key}.{inner}", inner_value)
                for inner, inner_value in value.items()
                if inner in _KEYS and _is_text(inner_value)
            )


def _is_text(value: object) -> bool:
    """Whether a value is a text."""
    return isinstance(value, str)


def missing(files: Files, value: str, base: str) -> str:
    """How a message ends about a file that is not there; empty where it is, or where it cannot be looked for.

    Templates put a folder of theirs before a name, so it is looked for in those that are known, and then in all.
    """
    path = value.strip().split("?")[0].split("#")[0]
    if not path or _ELSEWHERE.match(path) or not _SUFFIX.search(path) or path.endswith((".html", ".htm")):
        return ""
    if base.strip("/") and path.startswith(f"/{base.strip('/')}/"):
        path = path[len(base.strip("/")) + 1 :]
    parts = [part for part in PurePosixPath(path.lstrip("/")).parts if part not in (".", "..")]
    matches = [files.find([*filter(None, folder.split("/")), *parts]) for folder in _FOLDERS]
    if any(match is True for match in matches) or files.holds(parts):
        return ""
    near = next((match for match in matches if isinstance(match, str)), "")
    return _("; there is {near}, and capitals count on the web.").format(near=near) if near else "."


register(Check("header-files", 111, _find, everywhere=True))
