"""`broken-link`: a link or an image whose file is not in the repository."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import PurePosixPath

from profile_tui.content.page.page import Page
from profile_tui.markup.blocks import walk
from profile_tui.markup.html import TAG, attributes
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository import page_header
from profile_tui.site.repository.files import Files
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_TARGET = r"\(\s*<?((?:[^\s<>()]|\([^\s()]*\)|[ \t](?![\"'\s)]))*)"
_SYNTAX = lazily(
    r"<!--.*?(?:-->|\Z)"  # comments and code come first: what is in them isn't a link
    r"|\{%-?\s*(?P<block>highlight|comment)\b.*?(?:\{%-?\s*end(?P=block)\b|\Z)"
    r"|(?<![^\\]`)(?P<code>`+)(?!`)[^\n]+?(?<!`)(?P=code)(?!`)"
    rf"|!\[[^\]\n]*\]{_TARGET}|\]{_TARGET}"
    r"|^ {0,3}\[[^\]\n^]+\]:[ \t]*<?([^\s<>]+)"
    r"|<(?=[A-Za-z])",
    re.S | re.M,
)
_SCHEME = lazily(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#|\?|$")
_PREFIX = lazily(r"(?:\{\{\s*(?:site\.(?:url|baseurl)|base_path)\s*\}\})+")
_ESCAPE = lazily(r"\\([^\w\s])")
# Pages, feeds and style sheets are made by the build; only what is copied can be looked for.
_COPIED = frozenset(
    ".pdf .png .jpg .jpeg .gif .svg .webp .bmp .ico .tif .tiff .mp4 .mov .webm .avi .mp3 .wav .zip .gz .tar .7z .rar "
    ".ppt .pptx .doc .docx .xls .xlsx .bib .key .ipynb .csv .tsv .eps .ps".split()
)


class Link(NamedTuple):
    """A link or image in a page."""

    at: int
    target: str
    image: bool
    span: Span | None = None
    """Where its target is; None where it is an attribute's value."""


def _find(page: Page, target: Target) -> Iterator[Problem]:
    if target.site is None:
        return
    files = target.files or Files(target.site.root)
    base = _base(page, target)
    reported: set[str] = set()
    for link in links(page):
        path = _path(link, str(target.site.config.get("baseurl") or ""))
        if path is None or path in reported:
            continue
        names = _resolved(base, path)
        match = files.find(names)
        folder = "/".join(names[:-1])
        if match is True or (not match and folder in reported):
            continue
        reported.add(path)
        hint = _("; there is {found}, and capitals count on the web").format(found=match) if match else ""
        if not match and folder and files.find(names[:-1]) is False:
            reported.add(folder)  # said once for all that it should hold
            hint = _(", nor is the folder {folder}").format(folder=folder)
        what = "image" if link.image else "file"
        message = _("The {what} {path} is not in the repository{hint}.").format(what=what, path=path, hint=hint)
        yield Problem("warning", "broken-link", target.name, page.source.line_number(link.at), message)


def respelt(page: Page, target: Target) -> Iterator[tuple[Span, str]]:
    """Yield the targets of links whose files have other capitals, and what they should be."""
    if target.site is None:
        return
    files, base = target.files or Files(target.site.root), _base(page, target)
    for link in links(page):
        path = _path(link, str(target.site.config.get("baseurl") or ""))
        if link.span is None or path is None or path not in link.target:
            continue
        match = files.find(_resolved(base, path))
        if isinstance(match, str) and match.casefold().endswith(path.strip("/").casefold()):
            real = match[len(match) - len(path.strip("/")) :]
            yield link.span, link.target.replace(path.strip("/"), real, 1)


def without_target(page: Page) -> Iterator[tuple[Span, bool]]:
    """Yield the links of Markdown whose parentheses are empty, and whether each is an image."""
    for match in _syntax(page):
        if "" in (match[3], match[4]) and page.text[match.end() : match.end() + 1] == ")":
            yield Span(*match.span()), match[3] is not None


def _syntax(page: Page) -> Iterator[re.Match[str]]:
    """Yield what may be links and images of the body, code and comments left out."""
    code = sorted(block.span for _unused, block in walk(page.blocks) if block.kind in ("code", "comment"))
    for match in _SYNTAX.finditer(page.text, page.body_start):
        if not _within(code, match.start()):
            yield match


def links(page: Page) -> Iterator[Link]:
    """The links and images of the body, code and comments left out."""
    text = page.text
    for match in _syntax(page):
        if match[0] == "<":
            tag = TAG.match(text, match.start())
            given = attributes(tag["rest"]) if tag and tag["name"] and not tag["end"] else {}
            image = tag is not None and (tag["name"] or "").lower() == "img"
            for name in ("src", "href", "data", "poster"):
                if name in given and (name != "data" or (tag and tag["name"] == "object")):
                    yield Link(match.start(), given[name], image or name == "poster")
            continue
        for group in (3, 4, 5):
            if match[group]:
                yield Link(match.start(), match[group], group == 3, Span(*match.span(group)))


def _within(spans: list[Span], at: int) -> bool:
    """Whether a place is in one of these, which are in order and apart."""
    index = bisect_right(spans, (at, len(spans) and spans[-1].end)) - 1
    return index >= 0 and spans[index].start <= at < spans[index].end


def _path(link: Link, base_url: str) -> str | None:
    """The path that a link leads to within the site; None where it leads elsewhere or cannot be looked for."""
    target = _PREFIX.sub("", _ESCAPE.sub(r"\1", link.target.strip()))
    if "{{" in target or "{%" in target or _SCHEME.match(target):
        return None
    path = re.split(r"[?#]", target, maxsplit=1)[0]
    path = path.replace("\\", "/")  # as browsers do
    if "%" in path:
        from urllib.parse import unquote

        path = unquote(path)
    if "&" in path:
        from html import unescape

        path = unescape(path)
    if base_url.strip("/") and path.startswith(f"/{base_url.strip('/')}/"):
        path = path[len(base_url.strip("/")) + 1 :]
    suffix = PurePosixPath(path).suffix.lower()
    return path if suffix in _COPIED or (link.image and not suffix) else None


def _base(page: Page, target: Target) -> str:
    """The folder of the page's URL; that of the home page for what other pages take in."""
    permalink = page_header.values(page).get("permalink")
    if isinstance(permalink, str):
        return permalink if permalink.endswith("/") else permalink.rpartition("/")[0] + "/"
    if target.store == "include" or "/" not in target.name or target.name.startswith("_"):
        return "/"
    return "/" + target.name.rpartition("/")[0] + "/"


def _resolved(base: str, path: str) -> list[str]:
    """The names from the root to a file, as a browser resolves them."""
    names: list[str] = []
    for name in (path if path.startswith("/") else f"{base}/{path}").split("/"):
        if name == "..":
            del names[-1:]
        elif name not in ("", "."):
            names.append(name)
    return names


register(Check("broken-link", 110, _find, everywhere=True))
