"""Jekyll builds the files that were created, at the URLs that they claim."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from profile_tui.site.creation.create import named, new_files
from profile_tui.site.repository.locate import locate
from profile_tui.site.repository.site import Site
from profile_tui.workspace.new_files import create
from profile_tui.workspace.workspace import Workspace
from support.jekyll_referee import unavailable
from support.repositories import ACADEMIC, build

pytestmark = pytest.mark.skipif(unavailable() is not None, reason=str(unavailable()))

TITLE = 'Snow: it\'s "100%" & #1'
LIST = (
    "---\npermalink: /list.txt\n---\n"
    "{% for one in site.talks %}{{ one.title }}@{{ one.url }}\n{% endfor %}"
    "{% for one in site.posts %}{{ one.title }}@{{ one.url }}\n{% endfor %}"
    "{% for one in site.html_pages %}{{ one.title }}@{{ one.url }}\n{% endfor %}"
)


def test_new_files_are_built_where_they_belong(tmp_path: Path) -> None:
    pages = {"_pages__cv.md": "---\ntitle: CV\npermalink: /cv/\n---\n", "list.txt": LIST}
    workspace = Workspace(locate(build(tmp_path, ACADEMIC, **pages)))
    offered = new_files(Site(tmp_path))
    for what in ("talk", "post", "page"):
        create(workspace, named(what, offered), TITLE, "2026-11-20")
    workspace.save()
    call = ["jekyll", "build", "--quiet", "--disable-disk-cache", "-s", str(tmp_path), "-d", str(tmp_path / "_site")]
    done = subprocess.run(call, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    shown = (tmp_path / "_site" / "list.txt").read_text().splitlines()
    assert {
        f"{TITLE}@/talks/2026-11-20-snow-its-100-1.html",
        f"{TITLE}@/2026/11/20/snow-its-100-1.html",
        f"{TITLE}@/snow-its-100-1/",
    } <= set(shown)
