"""The news item that announces a paper: worded as the earlier ones of the page, with nothing of another paper in it."""

from __future__ import annotations

import pytest

from profile_tui.content.entries.entry import Author, Link, Values
from profile_tui.content.publications.announcement import compose

BARNS: Values = {
    "title": "Barns in the Rain",
    "venue": "Conference on Neural Lakes (NLK)",
    "year": 2026,
    "authors": (Author("Fay Moss"), Author("Ben Tarn")),
    "links": (Link("DOI", "https://doi.org/10.55555/barns"), Link("Code", "https://example.org/barns-code")),
}
WARM: Values = {
    "title": "Warm Light for Cold Rooms: A Study",
    "venue": "Journal of Candles",
    "year": 2023,
    "links": (Link("Paper", "https://example.org/warm"),),
}
JOURNAL: Values = {**BARNS, "venue": "Harbour Letters"}
PREPRINT: Values = {**BARNS, "venue": "arXiv:2601.00001"}


@pytest.mark.parametrize(
    ("earlier", "written"),
    [
        (
            "Our paper *Warm Light for Cold Rooms: A Study* was accepted at the Journal of Candles!",
            "Our paper *Barns in the Rain* was accepted at the Conference on Neural Lakes (NLK)!",
        ),
        (
            '🎉 Our paper "A Long Title of Things" was accepted at **SOFT 2025**!',
            '🎉 Our paper "Barns in the Rain" was accepted at **NLK 2026**!',
        ),
        ("One paper accepted by SOFT'25.", "One paper accepted by NLK'26."),
        (
            "[Warm Light for Cold Rooms](https://example.org/warm) is accepted to SOFT 2025.",
            "[Barns in the Rain](https://doi.org/10.55555/barns) is accepted to NLK 2026.",
        ),
        (
            "Our work “Meadow Graphs at Noon” will appear in *SOFT* ([code](https://example.org/old-code)).",
            "Our work “Barns in the Rain” will appear in *NLK* ([code](https://example.org/barns-code)).",
        ),
        (
            '<b>SOFT 2025</b>: our paper <a href="https://example.org/warm">Warm Light for Cold Rooms</a> is accepted',
            '<b>NLK 2026</b>: our paper <a href="https://doi.org/10.55555/barns">Barns in the Rain</a> is accepted',
        ),
        (
            "Our paper on sequential candles has been accepted by SOFT 2025.",
            "Our paper “Barns in the Rain” has been accepted by NLK 2026.",
        ),
        (
            "One paper was accepted by the Conference on Soft Handling (SOFT 2025).",
            "One paper was accepted by the Conference on Neural Lakes (NLK) 2026.",
        ),
        ("一篇论文被 SOFT 2025 接收！", "一篇论文被 NLK 2026 接收！"),
        ("论文《冷室中的暖光研究》被 SOFT 2025 录用。", "论文《Barns in the Rain》被 NLK 2026 录用。"),
        (
            "Unser Beitrag „Lichter auf dem kalten See“ wurde bei der SOFT 2025 angenommen.",
            "Unser Beitrag „Barns in the Rain“ wurde bei der NLK 2026 angenommen.",
        ),
    ],
)
def test_an_item_is_worded_as_the_earlier_ones(earlier: str, written: str) -> None:
    assert compose([earlier], BARNS, [WARM]) == written


@pytest.mark.parametrize(
    "earlier",
    [
        "Two papers accepted by SOFT 2025.",
        "Our paper “A Long Title of Things” was accepted by SOFT 2025 as an **oral**.",
        "Paper with Anna Wick accepted at SOFT 2025.",
        "Our paper “A Long Title of Things” was accepted by SOFT 2025! See the [poster](https://example.org/poster).",
        "Our paper “A Long Title of Things” was accepted by SOFT 2025 (acceptance rate 20%).",
        "I joined the Institute of Candles, and my application was accepted.",
        "一篇关于烛光的论文被 SOFT 2025 接收（一作）。",
        "New preprint: “A Long Title of Things”.",
    ],
)
def test_what_is_said_of_one_paper_alone_is_not_said_of_the_next(earlier: str) -> None:
    plain = "Our paper “Barns in the Rain” was accepted by Harbour Letters."
    assert compose([earlier], JOURNAL, [WARM]) == plain


def test_the_newest_item_that_fits_is_the_model() -> None:
    items = ["Two papers accepted by SOFT 2025.", "One paper accepted by SOFT 2024!", "Paper accepted at SOFT 2023."]
    assert compose(items, BARNS, []) == "One paper accepted by NLK 2026!"


def test_a_preprint_is_announced_as_preprints_were() -> None:
    items = ["One paper accepted by SOFT 2024!", "New preprint: [Meadow Graphs at Noon](https://example.org/m)."]
    written = compose(items, PREPRINT, [])
    assert written == "New preprint: [Barns in the Rain](https://doi.org/10.55555/barns)."
    assert compose(items[:1], PREPRINT, []) == "New preprint: “Barns in the Rain”."


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("", "Our paper “Barns in the Rain” was accepted by Harbour Letters."),
        ("de", "Unser Artikel „Barns in the Rain“ wurde angenommen: Harbour Letters."),
        ("zh-Hans", "论文《Barns in the Rain》被 Harbour Letters 接收。"),
        ("xx", "Our paper “Barns in the Rain” was accepted by Harbour Letters."),
    ],
)
def test_without_an_earlier_one_it_is_a_plain_sentence_in_the_language_of_the_page(language: str, written: str) -> None:
    assert compose([], JOURNAL, [], language) == written


def test_one_author_says_my() -> None:
    alone = {**JOURNAL, "authors": (Author("Fay Moss"),)}
    assert compose([], alone, []) == "My paper “Barns in the Rain” was accepted by Harbour Letters."


def test_a_title_shows_as_it_was_typed() -> None:
    starred = {**JOURNAL, "title": "A* Search for [Lost] Barns"}
    assert compose([], starred, []) == r"Our paper “A\* Search for \[Lost\] Barns” was accepted by Harbour Letters."
