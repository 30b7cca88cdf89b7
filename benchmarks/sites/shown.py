"""On which pages of the built site a new entry is, beside those that the program says and those of its neighbours.

The site is built with its own layouts and includes. What stands for its gems and plugins is in `stub.rb`. Only pages
count: an entry's own page, and those of posts that lead to the next one, say nothing of where entries are listed.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.sites.build import LIQUID, TAG
from benchmarks.sites.copies import Copy, config_of
from benchmarks.sites.edits import KINDS, TOKEN, addition

_STUB = Path(__file__).with_name("stub.rb")
_TEXTS = frozenset(".md .markdown .mkd .mkdn .html .htm .liquid .yml .yaml .json .csv .tsv .bib .txt".split())
_DROPPED = frozenset(
    "_plugins _site .git .github node_modules vendor Gemfile Gemfile.lock _config.yml _config.yaml".split()
)
_NOT_KEPT = frozenset(
    "plugins gems theme remote_theme markdown plugins_dir source destination incremental liquid safe whitelist".split()
)
_LARGE = 2_000_000
_UNSEEN = re.compile(r"<!--.*?-->|<(head|script|style)\b.*?</\1>", re.S | re.I)
_MARKUP = re.compile(r"<[^<>]*>|\]\([^)\s]*\)|\{:[^{}]*\}")
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
_NEAR = 2
"""So many neighbours on either side are looked for."""
_LETTERS = 40


@dataclass(frozen=True)
class Placed:
    """Where a new entry is.

    Attributes:
        kind: Its kind.
        store: The sort of store that took it.
        told: The pages that show the store, as the program says.
        printed: The pages that have the entry.
        near: The pages that have one of its neighbours.
        wrong: What is wrong with that; empty where nothing is.
        unknown: Why that cannot be told; empty where it can.
    """

    kind: str
    store: str
    told: list[str]
    printed: list[str]
    near: list[str]
    wrong: str = ""
    unknown: str = ""


def measure(copy: Copy, room: Path) -> list[Placed]:
    """Adds an entry of each kind that the site has and looks for it on the built pages.

    Args:
        copy: The site.
        room: A folder for what is built.
    """
    found = []
    for kind in KINDS:
        ran = copy.run(*addition(kind))
        if ran.code == 0 and (one := _placed(copy, room, kind)):
            found.append(one)
        copy.restore()
    return found


def _placed(copy: Copy, room: Path, kind: str) -> Placed | None:
    """Where the new entry of a kind is; None where its list had no other, so that it has no neighbours."""
    said = copy.show()
    sections = [one for one in said.get("sections", []) if one["kind"] == kind]
    section = next((one for one in sections if any(map(_is_new, one["entries"]))), None)
    if section is None or len(section["entries"]) < 2:
        return None
    sources = section.get("shown_by") or [section["path"] if section["store"] == "page" else said["path"]]
    pages = _built(copy.folder, room)
    if isinstance(pages, str):
        return Placed(kind, section["store"], sources, [], [], unknown=f"not built: {pages}")
    new, near = _letters(TOKEN), [_words(one) for one in _neighbours(section["entries"])]
    printed = {name: text.count(new) for name, text in pages.items() if new in text}
    beside = {name: max(map(text.count, near)) for name, text in pages.items() if any(one in text for one in near)}
    if not printed and not (copy.folder / "_layouts").is_dir():
        return Placed(kind, section["store"], sources, [], [], unknown="the layouts are not in the repository")
    wrong = misplaced(sources, printed, beside)
    return Placed(kind, section["store"], sources, sorted(printed), sorted(beside), wrong)


def _neighbours(entries: list[Any]) -> list[Any]:
    """Return the entries around the new one."""
    at = next(index for index, one in enumerate(entries) if _is_new(one))
    return entries[max(0, at - _NEAR) : at] + entries[at + 1 : at + 1 + _NEAR]


def misplaced(told: list[str], printed: dict[str, int], near: dict[str, int]) -> str:
    """What is wrong with the pages that have an entry; empty where nothing is.

    Args:
        told: The pages that the program names.
        printed: How often each page has the entry.
        near: How often each page has one of its neighbours.
    """
    if not printed:
        return "no page has it"
    if alone := sorted(printed.keys() - near.keys()):
        return f"without neighbours on {', '.join(alone)}"
    if often := [name for name, times in printed.items() if times > near[name]]:
        return f"more often than its neighbours on {', '.join(sorted(often))}"
    if strange := sorted(printed.keys() - set(told)):
        return f"not told of {', '.join(strange)}"
    return ""


def _is_new(entry: dict[str, Any]) -> bool:
    return TOKEN in json.dumps(entry)


def _words(entry: dict[str, Any]) -> str:
    """The letters by which an entry is known on a page."""
    said = str(entry.get("title") or entry.get("text") or "")
    return _letters(html.unescape(_MARKUP.sub("", said)))[:_LETTERS] or "\0"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _built(root: Path, room: Path) -> dict[str, str] | str:
    """The letters of each page that Jekyll makes, by the page's source; or why it makes none."""
    source, target, listed = room / "shown", room / "shown-site", room / "shown.json"
    for folder in (source, target):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root, source, ignore=_left_out, symlinks=True)
    config = {key: value for key, value in config_of(root).items() if key not in _NOT_KEPT}
    (source / "_config.yml").write_text(json.dumps({**config, "future": True}, ensure_ascii=False), "utf-8")
    (source / "_plugins").mkdir()
    shutil.copy(_STUB, source / "_plugins")
    texts = (
        path.read_text("utf-8", "replace") for path in source.rglob("*") if path.suffix in (".md", ".html", ".liquid")
    )
    tags = sorted({tag for text in texts for tag in TAG.findall(text)} - LIQUID)
    command = ["jekyll", "build", "--quiet", "--disable-disk-cache", "-s", str(source), "-d", str(target)]
    env = {**os.environ, "TAGS": " ".join(tags), "PAGES": str(listed)}
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", env=env, timeout=300)
    if done.returncode:
        said = _COLOUR.sub("", done.stderr)
        lines = [line.strip() for line in said.split("\n") if "rror" in line or "xception" in line]
        return (lines or [said.strip()])[0][:200]
    pages = json.loads(listed.read_text("utf-8"))
    return {
        name: _letters(html.unescape(_MARKUP.sub("", _UNSEEN.sub("", (target / made).read_text("utf-8", "replace")))))
        for name, made in pages.items()
        if made.endswith(".html") and (target / made).is_file()
    }


def _left_out(folder: str, names: list[str]) -> set[str]:
    """What a build does without: programs, pictures, styles and what is very large."""
    dropped = set(_DROPPED.intersection(names))
    for name in set(names) - dropped:
        path = Path(folder, name)
        if path.is_file() and (path.suffix.lower() not in _TEXTS or path.stat().st_size > _LARGE):
            dropped.add(name)
    return dropped
