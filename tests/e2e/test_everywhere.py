"""A paper from its BibTeX to the disk in a real terminal: page, collection, CV and news item, and one undo."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from support.pty_screen import PtyScreen
from support.repositories import SEVERAL, build, snapshot

CTRL_S, ENTER, TAB, DOWN, END = "\x13", "\r", "\t", "\x1b[B", "\x1b[F"
BIBTEX = (
    "@inproceedings{barns,\n  title = {Barns in the Rain},\n  author = {Lampwick, Ada and Tarn, Cleo},\n"
    "  booktitle = {NLK},\n  year = {2026}\n}\n"
)
WRITTEN = {
    "index.md": "- **Barns in the Rain**. **Ada Lampwick**, Cleo Tarn. *NLK*, 2026.\n",
    "index-de.md": "- **Barns in the Rain**. **Ada Lampwick**, Cleo Tarn. *NLK*, 2026.\n",
    "_data/cv.yml": "  - title: Barns in the Rain\n    venue: NLK\n    year: 2026\n",
    "_publications/2026-barns-in-the-rain.md": "title: Barns in the Rain\n",
}


SAMPLE = Path(__file__).parents[2] / "sample_profiles" / "acad-homepage"
IN_SAMPLE = {
    "_pages/about.md": "Barns in the Rain\n\n**Noor Halvorsen-Adeyi**, Cleo Tarn \\[**NLK 2026**\\]\n",
    "_data/cv.yml": (
        "  - title: Barns in the Rain\n    authors: N. Halvorsen-Adeyi, C. Tarn\n    venue: NLK\n    year: 2026\n"
    ),
}


def test_pasted_bibtex_goes_everywhere_and_one_undo_takes_it_back(
    start: Callable[..., PtyScreen], tmp_path: Path
) -> None:
    site = build(tmp_path / "site", SEVERAL)
    before = snapshot(site)
    screen = start(site, size=(100, 44))
    add_and_save(screen, site, announced="One paper accepted by **NLK 2026**!", owner="Ada Lampwick")
    after = snapshot(site)
    assert {name for name in after if after[name] != before.get(name)} == set(WRITTEN)
    for name, text in WRITTEN.items():
        assert text in after[name].decode()
    assert ": One paper accepted by **NLK 2026**!\n" in after["index.md"].decode()
    undo_and_save(screen)
    assert snapshot(site) == before


def test_the_sample_that_demo_opens_shows_the_same(start: Callable[..., PtyScreen], tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(SAMPLE, site)
    before = snapshot(site)
    screen = start(site, size=(100, 44))
    add_and_save(screen, site, announced="🎉 One paper accepted by *NLK*.", owner="Noor Halvorsen-Adeyi")
    after = snapshot(site)
    assert {name for name in after if after[name] != before.get(name)} == set(IN_SAMPLE)
    for name, text in IN_SAMPLE.items():
        assert text in after[name].decode()
    assert "🎉 One paper accepted by *NLK*.\n" in after["_pages/about.md"].decode()
    undo_and_save(screen)
    assert snapshot(site) == before


def add_and_save(screen: PtyScreen, site: Path, *, announced: str, owner: str) -> None:
    """Paste the paper into a new form, announce it, apply and save all of it."""
    before = snapshot(site)
    screen.wait("? Keys")
    screen.send("\x1b[D")
    screen.send(DOWN)
    screen.wait(lambda shown: "Publications ·" in shown)
    screen.send("a")
    screen.wait("New publication")
    screen.wait("[x] _data/cv.yml")
    screen.paste(BIBTEX.replace("Lampwick, Ada", owner))
    screen.wait(f"{owner}, Cleo Tarn")
    screen.wait(lambda shown: "title: Barns in the Rain" in shown.partition("will be written")[2])
    for _ in range(6):
        screen.send(TAB)
    screen.wait("all of it is one step")
    screen.send(END)
    screen.send(" ")
    screen.wait("[x] News, in ")
    screen.wait(announced)
    screen.send(CTRL_S)
    screen.wait("● ")
    assert snapshot(site) == before
    screen.send(CTRL_S)
    screen.wait("enter Save")
    screen.send(ENTER)
    screen.wait("Saved.")


def undo_and_save(screen: PtyScreen) -> None:
    """Undo the one step, save, and leave."""
    screen.send("u")
    screen.wait("Undone")
    screen.send(CTRL_S)
    screen.wait("enter Save")
    screen.send(ENTER)
    screen.wait(lambda shown: "enter Save" not in shown)
    screen.send("q")
    screen.exit_code()
