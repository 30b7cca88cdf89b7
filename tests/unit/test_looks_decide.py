"""A list that sets off its titles and venues tells by that where they are, whatever they say."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

PAGE = (
    "# Publications\n\n"
    "- **Warm lamps for cold rooms**. Ada Example, Ben Sample. *Journal of Lamps*, 2023. [[Paper](https://example.org/p)]\n"
    "- **Bog graphs at noon**. Ben Sample, Ada Example, Cleo Moss. *Proceedings of the Conference on Lamps*, 2022.\n"
)


@pytest.mark.parametrize(
    ("title", "people", "venue"),
    [
        ("The “Quiet” Lamp’s Tale – and Other… Stories", ["Ada Example"], "Journal of Lamps"),
        ("“Quiet” lamps with $10^{-3}$ lumen on $x_{12}$", ["Ada Example", "Ben Sample"], "Journal of Lamps"),
        ('The "woven" meadow: on borrowed rope', ["Ben Sample"], "Journal of Lamps"),
        ("Lamps & kettles: a study of E. lumen", ["Fay Moss"], "Journal of Lamps"),
        ("Slow lamps", ["Cher"], "Bog Letters"),
        ("Hail: watching moss by ear", ["Ana Clara de Kettleford", "Ludo van der Berg"], "Journal of Lamps"),
        ("Sparse moss", ["Fay Moss", "J. Böl Reed", "Ida Lamp"], "2018 4th Conference on Moss (MOSS)"),
        ("Woven moss", ["Fay Moss", "Ben Sample"], "47th Colloquium on Moss, Lanterns, and Kettles (MOSS 2026)"),
        ("Slow reeds", ["Fay Moss"], "Conference on Reeds, REED 2026, Moss Town, UK, May 4-9, 2026"),
        ("Small letters", ["ada lamplight", "b. tarn"], "Journal of Lamps"),
        ("Suffixes", ["Leo Reed Jr.", "Ben Moss III"], "Journal of Lamps"),
        ("Numbered", ["Fay Moss", "Leo Reed"], "Proceedings of Lamps: Kettle Technologies, Volume 1 (Long Papers)"),
        ("Elder suffixes", ["Leo Reed III", "Ben Moss Sr."], "Journal of Lamps"),
        ("A lonely note on lamps", ["Fay Moss"], None),
        ("“Quiet” lamps: 1990–2020, Part I & II", ["Fay Moss"], "Letters B"),
        ("A* search, snake_case_names, [brackets], <angles>, #1 and 5 * 3 | bars", ["Fay Moss"], "Journal of Lamps"),
        (r"Decays $B\to\mu$ at $\sqrt{s}=13\,\mathrm{TeV}$", ["Fay Moss", "Leo Reed"], "Phys. Lamp Lett."),
        ("Sets in {braces}", ["Fay Moss", "Leo Reed"], "J. Wax."),
        ("Of 1990 and after…", ["Fay Moss"], "Journal of Lamps"),
        ('"Why won\'t it light?" – questions of users', ["Fay Moss", "Leo Reed"], "Journal of Lamps"),
        ("First light", ["The Meadow Array Collaboration", "Ada Lamplight", "Kettle and Sons Ltd."], "Lamp Institute"),
        ("Boiling", ["Institute for Lamps and Kettles", "Fay Moss"], "Kettle Board"),
        ("A report on shade", ["Ministry of Light and Shade"], "Kettle Board"),
    ],
)
def test_a_new_paper_reads_back_by_the_looks_of_its_list(title: str, people: list[str], venue: str | None) -> None:
    values: Values = {"title": title, "authors": tuple(map(Author, people)), "venue": venue, "year": 2026}
    after = edit.add(Page(Source(PAGE.encode())), "publications", values).page
    entry = after.entries("publications")[0]
    authors = entry.values["authors"]
    assert isinstance(authors, tuple)
    assert (entry.values["title"], entry.values["venue"], entry.values["year"]) == (title, venue, 2026)
    assert [one.name for one in authors if isinstance(one, Author)] == people


def test_a_title_in_the_look_of_titles_is_one_though_it_may_be_two_names() -> None:
    text = (
        "# Publications\n\n"
        "- **One Lamp, Many Names**. Ida Trial. *Proceedings of the Lamp Conference, Rooms and Kettles*, 2024.\n"
        "- **Warm Light for Cold Rooms**. Ada Example, Ben Sample. *Journal of Candle Studies*, 2023.\n"
        "- **Meadow Graphs at Noon**. Ben Sample, Ada Example, Cleo Third. *Proceedings on Candles*, 2022.\n"
    )
    first = Page(Source(text.encode())).entries("publications")[0]
    assert first.values["title"] == "One Lamp, Many Names"
    assert first.values["authors"] == (Author("Ida Trial"),)


def test_two_people_are_no_body_though_one_of_them_may_sound_like_it() -> None:
    for said, names in (
        ("Cleo Institute and Ben Sample", ["Cleo Institute", "Ben Sample"]),
        ("Ada Example, Ben Sample, and Fay Partners", ["Ada Example", "Ben Sample", "Fay Partners"]),
    ):
        text = PAGE.replace("Ada Example, Ben Sample.", f"{said}.")
        authors = Page(Source(text.encode())).entries("publications")[0].values["authors"]
        assert isinstance(authors, tuple)
        assert [one.name for one in authors if isinstance(one, Author)] == names
