"""Marks, completion, search and a place chosen by keys, in a real terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from support.pty_screen import PtyScreen

ALT_S, ALT_DOWN, CTRL_F, CTRL_L, CTRL_LEFT, CTRL_S = "\x1bs", "\x1b[1;3B", "\x06", "\x0c", "\x1b[1;5D", "\x13"
ENTER, ESC, RIGHT = "\r", "\x1b", "\x1b[C"

Sample = Callable[[str], Path]
Start = Callable[..., PtyScreen]


def test_marked_entries_are_removed_and_brought_back(start: Start, sample: Sample) -> None:
    page = sample("acad-homepage")
    before = page.read_bytes()
    screen = start(page)
    screen.wait("? Keys")
    screen.send("  ")
    screen.wait("2 marked")
    screen.send("d")
    screen.wait("● 2 removed")
    screen.send("u")
    screen.wait(lambda text: "● 2 removed" not in text and "Undone: Remove 2 news items" in text)
    screen.send("q")
    assert screen.exit_code() == 0
    assert page.read_bytes() == before


def test_a_paper_with_a_known_author_is_put_to_another_place(start: Start, sample: Sample) -> None:
    page = sample("acad-homepage")
    screen = start(page)
    screen.wait("? Keys")
    screen.send("2a")
    screen.wait("ctrl+s Apply")
    screen.send("Reeds" + ENTER)
    screen.send("noor")
    screen.wait("→ Noor Halvorsen-Adeyi")
    screen.send(RIGHT)
    screen.wait(lambda text: "Authors    Noor Halvorsen-Adeyi" in text and "→ Noor" not in text)
    screen.send(ENTER + "SOUNDFIELD")
    screen.wait("will be written, as lines 54–56")
    screen.send(ALT_DOWN)
    screen.wait("will be written, as lines 58–60")
    screen.send(CTRL_S)
    screen.wait("● 2 added")
    screen.send(CTRL_S)
    screen.wait("enter Save")
    screen.send(ENTER)
    screen.wait(lambda text: "● 2 added" not in text and "? Keys" in text)
    screen.send("q")
    assert screen.exit_code() == 0
    text = page.read_text("utf-8")
    assert text.index("Bitterns Do Not Read the Duty Cycle](") < text.index("\nReeds\n") < text.index("[Frogs as Noise")


def test_esc_goes_back_from_the_search_to_what_was_typed(start: Start, sample: Sample) -> None:
    screen = start(sample("acad-homepage"), size=(60, 20))
    screen.wait("? Keys")
    screen.send("n")
    screen.wait("ctrl+s Apply")
    screen.send("Half an item" + CTRL_F)
    screen.wait("Search the site")
    screen.send("lecture")
    screen.wait("evening")
    screen.send(ESC)
    screen.wait(lambda text: "Search the site" not in text and "Half an item" in text)


def test_a_news_item_with_a_link_is_added_by_enter(start: Start, sample: Sample) -> None:
    page = sample("acad-homepage")
    before = page.read_text("utf-8")
    screen = start(page)
    screen.wait("? Keys")
    screen.send("n")
    screen.wait("enter applies")
    screen.send("A talk at the marsh" + CTRL_L)
    screen.wait("A talk at the [marsh]()")
    screen.send("marsh.pdf" + CTRL_LEFT + ALT_S)
    screen.wait("[marsh](**marsh.pdf**)")
    screen.send(ALT_S)
    screen.wait("will be written, as line 37")
    screen.send(ENTER + ENTER)
    screen.wait("● 1 added")
    screen.send(CTRL_S)
    screen.wait("enter Save")
    screen.send(ENTER)
    screen.wait(lambda text: "● 1 added" not in text and "? Keys" in text)
    screen.send("q")
    assert screen.exit_code() == 0
    (line,) = set(page.read_text("utf-8").splitlines()) - set(before.splitlines())
    assert line.endswith("A talk at the [marsh](marsh.pdf)")
