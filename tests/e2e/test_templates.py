"""A news item and a publication in a repository of each main template, by keyboard, from the start to the disk."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from support.pty_screen import PtyScreen
from support.repositories import snapshot

SAMPLES = Path(__file__).parents[2] / "sample_profiles"
CTRL_S, CTRL_U, TAB, SHIFT_TAB, ENTER, ESCAPE, DOWN = "\x13", "\x15", "\t", "\x1b[Z", "\r", "\x1b", "\x1b[B"
NEWS = "The *second* station is open."


class Written(NamedTuple):
    """What a template's repository gets: in which file, and which lines."""

    news: tuple[str, str]
    publication: tuple[str, str]
    copies: tuple[tuple[str, str], ...] = ()
    """The same publication in the site's other lists."""


WRITTEN = {
    "academicpages": Written(
        ("_pages/about.md", "1. **Feb 2026**: The *second* station is open.\n"),
        (
            "_publications/2026-01-01-stations-keepers.md",
            '---\ntitle: "Stations & Keepers"\ncollection: publications\ncategory: manuscripts\n'
            "permalink: /publication/2026-01-01-stations-keepers\ndate: 2026-01-01\n"
            "venue: 'Journal of Stations'\n"
            "citation: 'Trial, Ada, and Ben Sample. (2026). &quot;Stations & Keepers.&quot; "
            "<i>Journal of Stations</i>.'\n---\n",
        ),
    ),
    "acad-homepage": Written(
        ("_pages/about.md", "- *2026.02*: &nbsp;The *second* station is open.\n\n"),
        ("_pages/about.md", "Stations & Keepers\n\nAda Trial, Ben Sample \\[**Journal of Stations 2026**\\]\n\n"),
        (
            (
                "_data/cv.yml",
                "  - title: Stations & Keepers\n    authors: A. Trial, B. Sample\n    venue: Journal of Stations\n"
                "    year: 2026\n",
            ),
        ),
    ),
    "al-folio": Written(
        (
            "_news/announcement_5.md",
            "---\nlayout: post\ndate: 2026-02-03 12:00:00+0200\ninline: true\nrelated_posts: false\n---\n\n"
            "The *second* station is open.\n",
        ),
        (
            "_bibliography/papers.bib",
            "@article{trial2026stations,\n  title        = {Stations \\& Keepers},\n"
            "  author       = {Trial, Ada and Sample, Ben},\n  journal      = {Journal of Stations},\n"
            "  year         = {2026}\n}\n\n",
        ),
    ),
    "minimal-light": Written(
        ("index.md", "- **[Feb. 2026]** The *second* station is open.\n"),
        (
            "_data/publications.yml",
            '  - title: "Stations & Keepers"\n    authors: Ada Trial, Ben Sample\n'
            "    conference: Journal of Stations, 2026.\n\n",
        ),
    ),
    "luost26": Written(
        (
            "_news/2026-02-the-second-station-is-open.md",
            "---\ntitle: >-\n  The *second* station is open.\ndate: 2026-02-03 10:00:00 +0000\n---\n",
        ),
        (
            "_publications/2026/2026-01-stations-keepers.md",
            '---\ntitle:          "Stations & Keepers"\ndate:           2026-01-01 00:00:00 +0000\n'
            'pub:            "Journal of Stations"\npub_date:       "2026"\n'
            "authors:\n  - Ada Trial\n  - Ben Sample\n---\n",
        ),
    ),
    "generic": Written(
        ("index.md", "* 2026-02: The *second* station is open.\n"),
        ("index.md", "1. Ada Trial and Ben Sample. Stations & Keepers. *Journal of Stations*, 2026.\n"),
    ),
    "own-loops": Written(
        (
            "_dispatches/2026-02-the-second-station-is-open.md",
            "---\ndate: 2026-02-03\n---\n\nThe *second* station is open.\n",
        ),
        (
            "_data/writings.yml",
            '    - name: "Stations & Keepers"\n      by: [Ada Trial, Ben Sample]\n'
            "      outlet: Journal of Stations\n      year: 2026\n\n",
        ),
    ),
    "page-per-list": Written(
        ("aktuelles.md", "- **Februar 2026:** The *second* station is open.\n"),
        (
            "publikationen.md",
            "## 2026\n\n- Trial A, Sample B. Stations & Keepers. *Journal of Stations*. 2026.\n\n",
        ),
    ),
}


def fill(screen: PtyScreen, form: str, *texts: str) -> None:
    """Types into the fields of a form from its first field on, and keeps the entry."""
    screen.wait(form)
    screen.wait("ctrl+s Apply")
    if form == "New news item":
        screen.send(SHIFT_TAB)  # the cursor is in the text, below the date
    screen.send(TAB.join(CTRL_U + text for text in texts))
    screen.wait(lambda shown: texts[-1] in shown.partition("will be written")[2])
    screen.send(CTRL_S)


def go_to_publications(screen: PtyScreen) -> None:
    """Chooses the publications in the list on the left, which stand below the news."""
    for key, section in ((ESCAPE, "News"), (DOWN, "Publications")):
        screen.send(key)
        screen.wait(lambda shown, section=section: re.search(rf"^│▸[\W\d]*{section} ", shown, re.MULTILINE) is not None)  # type: ignore[misc]


@pytest.mark.parametrize("name", WRITTEN)
def test_a_news_item_and_a_publication_from_the_key_to_the_disk(
    start: Callable[..., PtyScreen], tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(SAMPLES / name, folder)
    before = snapshot(folder)
    screen = start(folder, size=(100, 30))
    screen.wait("? Keys")
    screen.send("n")
    fill(screen, "New news item", "2026-02-03", NEWS)
    screen.wait("● 1 ")
    go_to_publications(screen)
    screen.send("a")
    fill(screen, "New publication", "Stations & Keepers", "Ada Trial, Ben Sample", "Journal of Stations", "2026")
    news, publication, copies = WRITTEN[name]
    screen.wait(f"● {2 + len(copies)} added")
    assert snapshot(folder) == before
    screen.send(CTRL_S)
    screen.wait("enter Save")
    screen.send(ENTER)
    screen.wait("Saved.")
    screen.send("q")
    assert screen.exit_code() == 0
    assert b"Traceback" not in screen.output

    after = snapshot(folder)
    wanted = dict(before)
    for file, text in (news, publication, *copies):
        assert text in after.get(file, b"").decode()
        wanted.setdefault(file, b"")
        after[file] = after[file].replace(text.encode(), b"", 1)
    assert after == wanted
