"""What Jekyll makes of a site before and after entries were added: its collections, its data and the page.

The site's own layouts, plugins, theme and gems are left out. One page of Liquid lists every file of the collections and
all data; a page that was changed is rendered by itself. jekyll-scholar is not asked: a bibliography is read with a
BibTeX parser.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.sites.copies import Copy, config_of
from benchmarks.sites.counts import entries
from benchmarks.sites.edits import KINDS, TOKEN, Tally, addition, shown_entries
from support.jekyll_referee import Referee, RefereeError

_LIST = """---
permalink: /list.txt
---
{% assign names = "NAMES" | split: "," %}{% for name in names %}{% for file in site[name] %}
{{ name | jsonify }},{{ file.relative_path | jsonify }},{{ file.title | jsonify }},"{{ file.date | date: "%s" }}",\
{{ file.category | jsonify }},{{ file.content | jsonify }}{% endfor %}{% endfor %}
{{ site.data | jsonify }}
"""
_KEPT = ("collections_dir", "data_dir", "permalink", "kramdown", "baseurl", "url", "publication_category")
TAG = re.compile(r"\{%-?\s*(\w+)")
_TIME = re.compile(r',"(\d{9,})",')
_PIECE = re.compile(r"<[^<>]*>|\n")
LIQUID = frozenset(
    "assign capture endcapture case when endcase if elsif else endif unless endunless for endfor break continue cycle "
    "tablerow endtablerow comment endcomment raw endraw include include_relative link post_url highlight endhighlight "
    "increment decrement render liquid echo".split()
)


def measure(copy: Copy, room: Path) -> dict[str, Tally]:
    """Adds an entry of each kind and compares what Jekyll makes of the site before and after.

    Args:
        copy: The site.
        room: A folder for what is built.
    """
    tallies = {f"{kind} built": Tally() for kind in KINDS}
    before = _listed(copy, room)
    for kind in KINDS:
        ran = copy.run(*addition(kind))
        if ran.code == 0 and (files := copy.changes()):
            name = files[0].name
            where = next((one["store"] for one in shown_entries(copy, kind) if TOKEN in json.dumps(one)), "page")
            tallies[f"{kind} built"].note(ran, lambda: _wrong(copy, room, before, name, where))  # noqa: B023 - called at once
        copy.restore()
    return tallies


def _wrong(copy: Copy, room: Path, before: list[str] | str, name: str, where: str) -> str:
    """What is wrong with the site that has a new entry in a file; empty where nothing is."""
    if where in ("page", "include"):
        return _wrong_page(copy, room, name if where == "page" else "")
    if where == "bibliography":
        return _wrong_bibliography(copy, name)
    after = _listed(copy, room)
    if isinstance(before, str) or isinstance(after, str):
        return f"not built: {after if isinstance(after, str) else before}"
    if where == "data":
        return _wrong_data(json.loads(before[-1]), json.loads(after[-1]))
    new = [line for line in after[:-1] if line not in before]
    gone = [line for line in before if line not in after]
    if len(new) != 1 or gone or TOKEN not in new[0]:
        return f"{len(new)} new files are listed, {len(gone)} no longer: {(new + gone)[:3]}"
    _, path, _, _, category, _ = json.loads(f"[{new[0]}]")
    listed = config_of(copy.folder).get("publication_category")
    if isinstance(listed, dict) and category not in listed and "_publications" in path:
        return f"its category {category} is not listed"
    return ""


def _wrong_data(before: Any, after: Any) -> str:  # noqa: ANN401 - YAML holds anything
    """Whether data differs in more than one new item of one list."""
    new = list(_new_items(before, after))
    return "" if len(new) == 1 and TOKEN in json.dumps(new[0]) else f"data differs in {len(new)} places"


def _new_items(before: Any, after: Any) -> Iterator[Any]:  # noqa: ANN401
    """Where two data differ; an item that is only put in counts once, with its value."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        for key, value in before.items():
            yield from _new_items(value, after[key])
    elif isinstance(before, list) and isinstance(after, list) and len(after) == len(before):
        for old, new in zip(before, after, strict=True):
            yield from _new_items(old, new)
    elif isinstance(before, list) and isinstance(after, list) and len(after) == len(before) + 1:
        at = next((index for index, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), -1)
        yield after[at]
        if before != (after[:at] + after[at + 1 :] if at >= 0 else after[:-1]):
            yield "the rest differs"
    else:
        yield "replaced"


def _wrong_bibliography(copy: Copy, name: str) -> str:
    """Whether a bibliography differs in more than one new entry."""
    after = entries(copy.folder / name)
    added = copy.folder / name
    new_text = added.read_bytes()
    copy.restore()
    before = entries(copy.folder / name)
    added.write_bytes(new_text)
    new = after.keys() - before.keys()
    rest = {key: value for key, value in after.items() if key not in new}
    if len(new) != 1 or rest != before:
        return f"{len(new)} new entries; the others are {'the same' if rest == before else 'not the same'}"
    return ""


def _wrong_page(copy: Copy, room: Path, name: str) -> str:
    """Whether the page of that name, or the home page, has the new entry once when rendered, and all else as before."""
    page = name or copy.show()["path"]
    after = _rendered(copy, room, page)
    kept = {file.name: (copy.folder / file.name).read_bytes() for file in copy.changes()}
    copy.restore()
    before = _rendered(copy, room, page)
    for name, data in kept.items():
        (copy.folder / name).write_bytes(data)
    if isinstance(before, str) or isinstance(after, str):
        return f"not rendered: {after if isinstance(after, str) else before}"
    if sum(line.count(TOKEN) for line in after) != 1:
        return f"the page shows it {sum(line.count(TOKEN) for line in after)} times"
    rest = iter(after)
    missing = [line for line in before if line not in rest]
    return f"what the page shows is not as before: {missing[:2]}" if missing else ""


def _rendered(copy: Copy, room: Path, page: str) -> list[str] | str:
    """The pieces of text that a page shows, or why there are none."""
    site = room / "rendered"
    _stubbed(copy.folder, site, whole=True)
    texts = [path.read_text("utf-8", "replace") for path in site.rglob("*") if path.suffix in (".md", ".html")]
    tags = sorted({tag for text in texts for tag in TAG.findall(text)} - LIQUID)
    try:
        with Referee(site, stubs=tags) as jekyll:
            reply = jekyll.render((site / page).read_bytes(), page)
        if not reply.ok and "include" in reply.error:
            with Referee(site, stubs=[*tags, "include"]) as jekyll:
                reply = jekyll.render((site / page).read_bytes(), page)
    except RefereeError as error:
        return str(error)
    pieces = (piece.strip() for piece in _PIECE.split(reply.html))
    return [piece for piece in pieces if piece] if reply.ok else f"{reply.stage}: {reply.error}"


def _listed(copy: Copy, room: Path) -> list[str] | str:
    """A line for each file of the collections, then all data as JSON; or why Jekyll does not build it."""
    site = room / "listed"
    _stubbed(copy.folder, site, whole=False)
    names = [*json.loads((site / "_config.yml").read_text())["collections"], "posts"]
    (site / "list.txt").write_text(_LIST.replace("NAMES", ",".join(names)))
    begun = time.time()
    command = ["jekyll", "build", "--quiet", "--disable-disk-cache", "--source", str(site), "--destination"]
    done = subprocess.run([*command, str(room / "built")], capture_output=True, text=True, errors="replace")
    if done.returncode:
        lines = [line.strip() for line in done.stderr.split("\n") if "rror" in line or "xception" in line]
        return (lines or [done.stderr.strip()])[0][:200]
    lines = [line for line in (room / "built/list.txt").read_text("utf-8").split("\n") if line.strip()]
    return [_undated(line, begun) for line in lines]


def _undated(line: str, begun: float) -> str:
    """A line without the time of the build, which a file without a date gets."""
    return _TIME.sub(lambda match: match[0] if int(match[1]) < begun - 2 else ',"",', line, count=1)


def _stubbed(root: Path, site: Path, *, whole: bool) -> None:
    """Copies what Jekyll needs of a site: all but layouts, plugins and gems, or only the collections and data."""
    config = config_of(root)
    named = config.get("collections") or {}
    collections = {str(name): {"output": False} for name in named}
    base = str(config.get("collections_dir") or "").strip("/")
    data = str(config.get("data_dir") or "_data").strip("/")
    needed = {data.split("/")[0], base.split("/")[0], "_posts", *(f"_{name}" for name in collections)}

    def left_out(folder: str, names: list[str]) -> set[str]:
        dropped = {"_layouts", "_plugins", "Gemfile", "Gemfile.lock", ".git", "_config.yml", "_config.yaml", "_site"}
        if Path(folder) == root and not whole:
            dropped |= {name for name in names if name not in needed}
        return dropped & set(names)

    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(root, site, ignore=left_out, symlinks=True)
    made = {key: config[key] for key in _KEPT if config.get(key) is not None}
    made |= {"collections": collections, "future": True, "timezone": "UTC"}
    if not whole:
        # the list is Liquid; what it lists is not to run any
        made["defaults"] = [
            {"scope": {"path": "", "type": name}, "values": {"render_with_liquid": False}}
            for name in [*collections, "posts"]
        ]
    else:
        made |= {key: value for key, value in config.items() if key in ("include", "author", "title", "description")}
    (site / "_config.yml").write_text(json.dumps(made, ensure_ascii=False), "utf-8")
