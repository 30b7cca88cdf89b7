"""Lists in the front matter of the home page, which its layout shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.cli.main import run

HEADER = """\
---
layout: home
title: Ada Example
news:
  - date: 2025-10-01
    text: A paper on lakes appeared.
---

Hello.
"""
LAYOUT = """\
<html><body>{{ content }}
<h2>News</h2>
<ul>{% for item in page.news %}<li>{{ item.date | date: "%b %Y" }}: {{ item.text }}</li>{% endfor %}</ul>
</body></html>
"""


def site(folder: Path, layout: str) -> Path:
    (folder / "_layouts").mkdir()
    (folder / "_layouts" / "home.html").write_text(layout, "utf-8")
    (folder / "_config.yml").write_text("title: Lakes\n", "utf-8")
    page = folder / "index.md"
    page.write_text(HEADER, "utf-8")
    return page


def test_news_goes_to_the_front_matter_where_the_layout_shows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = site(tmp_path, LAYOUT)
    words = ["news", "add", "--in", str(tmp_path), "--date", "2026-11-02", "The lake map is out."]
    assert run(words, lambda path: 99) == 0
    added = "news:\n  - date: 2026-11-02\n    text: The lake map is out.\n"
    assert page.read_text("utf-8") == HEADER.replace("news:\n", added)
    assert "index.md:5: added news item 1" in capsys.readouterr().out
