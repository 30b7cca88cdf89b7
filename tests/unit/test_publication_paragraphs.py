"""Publications in paragraphs: a title in one, its people and venue in the next; the list tells which is which."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Link, Values, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

BY_TURNS = """\
[Ice in Spring and Summer](https://example.org/ice)

Ben Sample, **Ada Example** \\[**SNOW 2025**\\]

[Why Do Reeds Wait?](https://example.org/reeds)

**Ada Example**, Ben Sample \\[**ICE 2024**\\]
"""


def page(body: str) -> Page:
    return Page(Source(f"# Publications\n\n{body}".encode()))


@pytest.mark.parametrize(
    "title", ["Reeds", "Stations & Keepers", "Stations and keepers", "[Moss](https://example.org/m)"]
)
@pytest.mark.parametrize("people", ["**Ada Example**", "Ben Sample, **Ada Example**", "Ada Example"])
def test_a_title_of_a_word_or_two_is_one_where_titles_are(title: str, people: str) -> None:
    entries = page(f"{title}\n\n{people} \\[**ICE 2026**\\]\n\n{BY_TURNS}").entries("publications")
    titles = [entry.values["title"] for entry in entries]
    assert titles == [title.partition("]")[0].strip("["), "Ice in Spring and Summer", "Why Do Reeds Wait?"]
    names = "; ".join(author.name for author in authors_in(entries[0].values))
    assert names == people.replace("**", "").replace(", ", "; ")


def test_a_short_title_is_added_above_its_people() -> None:
    people = (Author("Ada Example", is_self=True), Author("Ben Sample"))
    values: Values = {"title": "Stations & Keepers", "authors": people, "venue": "ICE", "year": 2026}
    after = edit.add(page(BY_TURNS), "publications", values).page.text
    new = "Stations & Keepers\n\n**Ada Example**, Ben Sample \\[**ICE 2026**\\]\n\n"
    assert after == f"# Publications\n\n{new}{BY_TURNS}"


def test_venue_and_year_may_be_above_each_title() -> None:
    body = "`2021` *Journal of Ice*\n\n**Quiet rivers of the north**\n\n`2020` *Fens*\n\n**Slow lakes and reeds**\n"
    entries = page(body).entries("publications")
    assert [(entry.values["title"], entry.values["venue"], entry.values["year"]) for entry in entries] == [
        ("Quiet rivers of the north", "Journal of Ice", 2021),
        ("Slow lakes and reeds", "Fens", 2020),
    ]


def test_paragraphs_with_a_third_that_tells_more_are_put_together_one_by_one() -> None:
    body = "".join(
        f"**{title}**\n\nAda Example, Ben Sample. *Journal of Ice*, {year}\n\n[PDF](https://example.org/{year})\n\n"
        for title, year in (("Quiet rivers of the north", 2026), ("Slow lakes and tall reeds", 2025))
    )
    entries = page(body).entries("publications")
    assert [(entry.values["title"], entry.values["year"]) for entry in entries] == [
        ("Quiet rivers of the north", 2026),
        ("Slow lakes and tall reeds", 2025),
    ]


@pytest.mark.parametrize(
    ("line", "title", "people", "venue"),
    [
        ("**The width of herons, I**. C. Moss, X. Bird. *Fen Review*. (2007).", "The width of herons, I",
         "C. Moss; X. Bird", "Fen Review"),
        ("What reeds know about tides. French, M. A. & Moss, G. *J. Wine Res.*, 1998.", "What reeds know about tides",
         "French, M. A.; Moss, G.", "J. Wine Res."),
    ],
)  # fmt: skip
def test_initials_end_where_their_look_ends(line: str, title: str, people: str, venue: str) -> None:
    (entry,) = page(f"- {line}\n").entries("publications")
    found = (entry.values["title"], "; ".join(each.name for each in authors_in(entry.values)), entry.values["venue"])
    assert found == (title, people, venue)


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("- *Counting small lakes from above*. Ada Moss, Bo Reed. **Fen Review**, 12: 4–9. Peat Press.", "Fen Review"),
        ("- Ada Moss, Bo Reed. Counting small lakes. *ICE*, 2020. Vancouver Press.", "ICE"),
    ],
)
def test_of_two_venues_the_one_set_off_counts(line: str, venue: str) -> None:
    (entry,) = page(f"{line}\n").entries("publications")
    assert entry.values["venue"] == venue


def test_a_sentence_that_leads_to_a_profile_is_no_publication() -> None:
    lead = "The **last two** were written during the *first years of my thesis*, and more of our work is in my"
    body = f"- [Ice on lakes](https://example.org/i). Ada Moss, Bo Reed. *Fens*, 2020\n\n{lead} [dblp](https://dblp.org/a)."
    assert [entry.values["title"] for entry in page(f"{body}\n").entries("publications")] == ["Ice on lakes"]


IN_THREES = """\
**Learning to Fold Proteins**

Dana Whitfield, Ruo Chen

NeurIPS 2023

**When Do Transformers Forget?**

Ruo Chen, Dana Whitfield

*ICML*, 2022. [[pdf]](b.pdf)
"""


def test_a_venue_in_a_paragraph_of_its_own_is_of_the_title_above() -> None:
    entries = page(IN_THREES).entries("publications")
    assert [(entry.values["venue"], entry.values["year"]) for entry in entries] == [("NeurIPS", 2023), ("ICML", 2022)]
    after = edit.remove(page(IN_THREES), "publications", 2).page.text
    assert after == page(IN_THREES.partition("\n**When")[0]).text


SEVERAL = (
    'R. Amato, **S. Beck**, "Tides and Time," *Ocean Letters*, 2024.<br>\n'
    '**S. Beck**, Q. Zhou, "Sand, Salt, and Silt," *Marine Notes*, 2022.<br>\n'
    '**S. Beck**, "Why Foam?" *Ocean Letters*, 2021.<br>\n'
)


def test_lines_of_one_paragraph_that_are_a_publication_each_are_not_taken_for_one() -> None:
    assert not page(SEVERAL).entries("publications")


LINKED = """\
### Where I come from

My work is grounded in rigorous research. I earned my degree at **ICU**, on lakes and ferries.

**[Slow Ice: Reeds in a Game of Two Levels](https://example.org/ice)**/
*Lake Conference on Ice (LCI), 2025*/
**The Insight:** Solves unrest by fair auctions.

**[Forecasting Fog by Reeds](https://example.org/fog)**/
*FOGCONF, 2024*/
**The Insight:** Bridges numbers with text.
""".replace("/\n", "  \n")


def test_linked_titles_with_venue_and_year_below_are_publications_under_any_heading() -> None:
    before = Page(Source(LINKED.encode()))
    entries = before.entries("publications")
    fields = [(entry.values["title"], entry.values["authors"], entry.values["venue"]) for entry in entries]
    assert fields == [
        ("Slow Ice: Reeds in a Game of Two Levels", (), "Lake Conference on Ice (LCI)"),
        ("Forecasting Fog by Reeds", (), "FOGCONF"),
    ]
    values: Values = {"title": "Ice", "venue": "LCI", "year": 2026, "links": (Link("title", "https://example.org/i"),)}
    after = edit.add(before, "publications", values).page.text
    new = "**[Ice](https://example.org/i)**  \n*LCI, 2026*\n\n"
    assert after == LINKED.replace("**[Slow", f"{new}**[Slow")


def test_prose_with_links_below_a_heading_stays_text() -> None:
    prose = LINKED.replace("*Lake Conference on Ice (LCI), 2025*", "A tool for lakes.").replace("2024", "ours")
    assert not Page(Source(prose.encode())).entries("publications")
