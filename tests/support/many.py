"""Invented repositories with many collection files."""

from __future__ import annotations

from pathlib import Path

from support.repositories import build

CONFIG = (
    "title: Ada Example\ninclude: [_pages]\nfuture: true\ncollections:\n  publications: {output: true}\n  news: {}\n"
    "publication_category:\n  manuscripts: {title: Articles}\n"
)
ABOUT = "---\npermalink: /\ntitle: About\n---\nI study small lakes.\n"


def publication(number: int) -> tuple[str, str]:
    """Name and text of a file; the names' order is neither that of the numbers nor that of the dates' text."""
    day = f"{2000 + number * 7 % 25}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    name = f"{day}-ice-of-lake-{number}"
    return f"_publications/{name}.md", (
        f'---\ntitle: "Ice of Lake {number}"\ncollection: publications\ncategory: manuscripts\n'
        f"permalink: /publication/{name}\ndate: {day}\nvenue: 'Journal of Ice'\n"
        f"citation: 'Ada Example. ({day[:4]}). &quot;Ice of Lake {number}.&quot; <i>Journal of Ice</i>.'\n---\n"
    )


def many(folder: Path, files: int, **more: str) -> Path:
    """Writes a repository with that many publications; `more` as for `build`."""
    texts = dict(publication(number) for number in range(1, files + 1))
    return build(folder, {"_config.yml": CONFIG, "_pages/about.md": ABOUT, **texts}, **more)
