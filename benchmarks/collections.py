"""An invented repository in the manner of academicpages, with as many collection files as are asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

_CONFIG = """title: Mara Voss
include: [_pages]
future: true
url: https://example.org
author:
  name: Mara Voss
collections:
  publications: {output: true, permalink: "/:collection/:path/"}
  talks: {output: true, permalink: "/:collection/:path/"}
  news: {output: false}
publication_category:
  manuscripts: {title: Journal Articles}
  conferences: {title: Conference Papers}
"""
_ABOUT = """---
permalink: /
title: "About me"
author_profile: true
layout: default
---

I study tides.

Teaching
======
* Tides for beginners, 2025
"""
_LAYOUT = "<!doctype html>\n<title>{{ page.title }}</title>\n{{ content }}\n"
_PUBLICATION = """---
title: "What the tide leaves, part {n}"
collection: publications
category: {category}
permalink: /publication/{day}-what-the-tide-leaves-{n}
excerpt: 'A field study at {n} stations.'
date: {day}
venue: '{venue}'
paperurl: 'https://example.org/files/tide{n}.pdf'
citation: 'Mara Voss, Ines Falk, and Tor Brandt. ({year}). &quot;What the tide leaves, part {n}.&quot; <i>{venue}</i>.'
---
We walked the marsh at low water and counted what lay there; the counts of station {n} are in the appendix.
"""
_TALK = """---
title: "Slow rivers and what they carry, part {n}"
collection: talks
type: "Talk"
permalink: /talks/{day}-slow-rivers-{n}
venue: "Symposium on Sediment"
date: {day}
location: "Lindholm, Sweden"
---

A talk of half an hour, with *{n}* slides.
"""
_NEWS = """---
layout: default
date: {day} 10:00:00+0100
inline: true
related_posts: false
---

Paper **{n}** was accepted at [Coastal Letters](https://example.org/n{n}). :tada:
"""
_VENUES = (("manuscripts", "Coastal Letters"), ("conferences", "Proceedings of the Symposium on Sediment"))


def repository(folder: Path, files: int) -> Path:
    """Writes a repository: of ten collection files, five are publications, three talks and two news."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in {"_config.yml": _CONFIG, "_pages/about.md": _ABOUT, "_layouts/default.html": _LAYOUT}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("_publications", "_talks", "_news"):
        (folder / name).mkdir()
    for n in range(1, files + 1):
        name, text = _file(n)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _file(n: int) -> tuple[str, str]:
    """The name and the text of the nth file."""
    year = 2026 - n % 25
    day = f"{year}-{n // 7 % 12 + 1:02}-{n % 28 + 1:02}"
    if n % 10 < 5:
        category, venue = _VENUES[n % 2]
        said = _PUBLICATION.format(n=n, day=day, year=year, category=category, venue=venue)
        return f"_publications/{day}-what-the-tide-leaves-{n}.md", said
    if n % 10 < 8:
        return f"_talks/{day}-slow-rivers-{n}.md", _TALK.format(n=n, day=day)
    return f"_news/announcement_{n}.md", _NEWS.format(n=n, day=day)
