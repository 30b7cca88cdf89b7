"""Entries of a piece or two, of which nothing can be told: they are read or not, and the paper beside them is."""

from __future__ import annotations

from itertools import product

import pytest

from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

PAPER = "**Slow lakes of salt**, Ada Moss, Ben Reed, *ICE*, 2024"
PIECES = (
    "https://example.org/a", "10.5555/12", "**Lakes**", "*ICE*", "A.", "Moss", "2024", "“Ice”", "[Ice](u)", "Jr.",
    "et al.", "in", "with", "ed.", "[J]", "12", "(2020)", "forthcoming", "Oslo: Peat",
    "Ph.D. thesis", "LNCS", "`B`", "de",
    "『T』", "@article{a, title={A}}", "J. Phys.", "Talk", "[Data set]", "C3.", "III",
)  # fmt: skip


def titles(*lines: str) -> list[object]:
    page = Page(Source("\n".join(["# Publications\n", *(f"- {line}" for line in lines), ""]).encode()))
    return [entry.values["title"] for entry in page.entries("publications")]


def test_an_address_alone_is_no_paper() -> None:
    assert titles("https://example.org/a", PAPER) == ["Slow lakes of salt"]


@pytest.mark.parametrize("first", PIECES)
def test_the_paper_beside_them_is_read(first: str) -> None:
    for second, separator in product(("", *PIECES), (", ", ". ")):
        assert "Slow lakes of salt" in titles(f"{first}{separator}{second}" if second else first, PAPER)


def test_a_venue_after_a_colon_that_begins_an_entry_is_read_without_harm() -> None:
    assert titles(": *J* $x$ Press <br>", PAPER)[-1] == "Slow lakes of salt"
