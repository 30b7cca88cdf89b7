"""Another venue or year of a publication: volume and pages go with the venue as a whole, or stay as a whole."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source


def edited(lines: tuple[str, ...], values: Values) -> str:
    """The first line after a change."""
    page = Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))
    return edit.change(page, "publications", 1, values).page.text.split("\n")[2].removeprefix("- ")


VANCOUVER = (
    "Moss A, Reed B. Effects of tall lamps. {0}Lamp Open{0}. 2022;12(4):e045.",
    "Reed B. The best page. {0}Bog Studies{0}. 2021;3(2):1-9.",
)
CHICAGO = (
    "Moss, Anna. “Effects of Lamps.” {0}Journal of Lamps{0} 12, no. 3 (2024): 3–9.",
    "Reed, Ben. “The Best Page.” {0}Bog Studies{0} 3 (2023): 1–9.",
)
APA = (
    "Moss, A., & Reed, B. (2024). Effects of lamps. {0}Journal of Lamps{0}, {0}12{0}(1), 3–9.",
    "Reed, B. (2023). The best page of a large press. {0}Bog Studies{0}, {0}3{0}, 1–9.",
)


@pytest.mark.parametrize(
    ("form", "look", "venue", "line"),
    [
        # a plain one is read with its volume, which goes with it
        (VANCOUVER, "", "Peat Letters", "Moss A, Reed B. Effects of tall lamps. Peat Letters. 2022."),
        (CHICAGO, "", "Peat Letters", "Moss, Anna. “Effects of Lamps.” Peat Letters (2024)."),
        (APA, "", "Peat Letters", "Moss, A., & Reed, B. (2024). Effects of lamps. Peat Letters."),
        # one that is set off is its name alone
        (VANCOUVER, "*", "Peat Letters", "Moss A, Reed B. Effects of tall lamps. *Peat Letters*. 2022;12(4):e045."),
        (CHICAGO, "*", "Peat Letters", "Moss, Anna. “Effects of Lamps.” *Peat Letters* 12, no. 3 (2024): 3–9."),
        (APA, "*", "Peat Letters", "Moss, A., & Reed, B. (2024). Effects of lamps. *Peat Letters*, *12*(1), 3–9."),
        # a volume that is typed is in the place of the old one
        (VANCOUVER, "", "Fen, 13(2), 5-9", "Moss A, Reed B. Effects of tall lamps. Fen. 2022;13(2):5-9."),
        (VANCOUVER, "*", "Fen, 13(2), 5-9", "Moss A, Reed B. Effects of tall lamps. *Fen*. 2022;13(2):5-9."),
        (CHICAGO, "", "Fen, 13(2), 5-9", "Moss, Anna. “Effects of Lamps.” Fen 13, no. 2 (2024): 5–9."),
        (CHICAGO, "*", "Fen, 13(2), 5-9", "Moss, Anna. “Effects of Lamps.” *Fen* 13, no. 2 (2024): 5–9."),
        (APA, "*", "Fen, 13, 5-9", "Moss, A., & Reed, B. (2024). Effects of lamps. *Fen*, *13*, 5–9."),
    ],
)
def test_another_venue(form: tuple[str, ...], look: str, venue: str, line: str) -> None:
    assert edited(tuple(each.format(look) for each in form), {"venue": venue}) == line


@pytest.mark.parametrize(
    "link", ['<a href="https://x.org" target="_blank">[DOI]</a>', "[[DOI](https://x.org)]", "[DOI](https://x.org)"]
)
def test_the_stop_before_a_link_stays_where_the_volume_goes(link: str) -> None:
    first, second = (f"{line.format('')} {link}" for line in APA)
    assert edited((first, second), {"venue": "Peat Letters"}) == (
        f"Moss, A., & Reed, B. (2024). Effects of lamps. Peat Letters. {link}"
    )


@pytest.mark.parametrize("marks", ["**[{}]**", "[{}]"])
def test_a_new_publication_has_no_badge_of_a_year_alone(marks: str) -> None:
    lines = (
        f"- {marks.format('ICE 2025')} Tall lamps of the north. Ada Moss, Ben Reed. *Conference on Ice*, 2025.\n"
        f"- {marks.format('SNOW 2024')} Small lamps of the south. Ada Moss. *Snow Days*, 2024.\n"
    )
    values: Values = {"title": "Fog", "authors": (Author("Ada Moss"),), "venue": "Fen Letters", "year": 2026}
    after = edit.add(Page(Source(f"# Publications\n\n{lines}".encode())), "publications", values).page.text
    assert after == f"# Publications\n\n- Fog. Ada Moss. *Fen Letters*, 2026.\n{lines}"


def test_a_volume_without_a_place_is_refused() -> None:
    lines = ("A. Moss. On lamps. *Fen Sci.* **12**, 3 (2024).", "B. Reed. On pages. *Bog Sci.* **3**, 1 (2023).")
    with pytest.raises(Refused, match="no place for this volume"):
        edited(lines, {"venue": "Moor Sci., 13(2), 5-9"})


NO_YEAR = ("A. Moss. Effects of tall lamps. {}Fen J. Invented Math.{}", "B. Reed. The best page. {}Bog Stud.{}")


@pytest.mark.parametrize(("opening", "closing"), [("*", "*"), ("<em>", "</em>"), ("<i>", "</i>")])
def test_a_year_is_behind_a_short_form_in_italics(opening: str, closing: str) -> None:
    lines = tuple(line.format(opening, closing) for line in NO_YEAR)
    assert edited(lines, {"year": 2024}) == f"{lines[0]}, 2024"


UNDER_YEARS = (
    "## 2024\n\n- R. To. On links. *Fen*{}\n\n## 2023\n\n- A. Moss. On lamps. *Moor*{}\n- B. Reed. On bogs. *Bog*{}\n"
)


def test_a_publication_that_leaves_its_year_to_the_heading_gets_no_other() -> None:
    page = Page(Source(("# Publications\n\n" + UNDER_YEARS.format("", "", "")).encode()))
    with pytest.raises(Refused, match="is under the heading “2023”; remove it, and add it again with a date of 2024"):
        edit.change(page, "publications", 2, {"year": 2024})


def test_it_is_told_that_a_publication_stays_under_its_heading() -> None:
    page = Page(Source(("# Publications\n\n" + UNDER_YEARS.format(", 2024", ", 2023", ", 2023")).encode()))
    done = edit.change(page, "publications", 2, {"year": 2024})
    assert "- A. Moss. On lamps. *Moor*, 2024\n" in done.page.text
    assert done.note == "it stays under the heading “2023”"
    assert not edit.change(page, "publications", 2, {"venue": "Fen"}).note


@pytest.mark.parametrize("typed", ["湖泊学报", "《湖泊学报》"])
def test_brackets_around_a_typed_venue_are_there_once(typed: str) -> None:
    lines = ("王小明. 高灯的影响. 《灯学报》, 2025年第3期", "李红, 王小明. 大页的研究. 《沼泽研究》, 2024年")
    assert edited(lines, {"venue": typed}) == "王小明. 高灯的影响. 《湖泊学报》, 2025年第3期"


@pytest.mark.parametrize("lead", ["", "In "])
@pytest.mark.parametrize("typed", ["In: Proceedings of LampConf", "in Proceedings of LampConf"])
def test_the_word_that_leads_to_a_typed_venue_is_no_part_of_it(typed: str, lead: str) -> None:
    lines = (
        f"Ada Moss, Ben Reed. *On lamps*. {lead}Lamp Studies, 2024.",
        f"Ben Reed. *On fog*. {lead}Bog Notes, 2023.",
    )
    after = f"Ada Moss, Ben Reed. *On lamps*. {lead}Proceedings of LampConf, 2024."
    assert edited(lines, {"venue": typed}) == after


def test_in_may_be_typed_where_the_list_has_it() -> None:
    lines = ("Ada Moss, Ben Reed. *On lamps*. In Lamp Studies, 2024.", "Ben Reed. *On fog*. In Bog Notes, 2023.")
    assert edited(lines, {"venue": "In Fog Notes"}) == "Ada Moss, Ben Reed. *On lamps*. In Fog Notes, 2024."


@pytest.mark.parametrize("state", ["to appear", "accepted"])
def test_a_state_typed_after_a_venue_is_the_note(state: str) -> None:
    lines = ("Ada Moss, Ben Reed. *On lamps*. Lamp Studies, 2024.", "Ben Reed. *On fog*. Bog Notes, 2023.")
    after = f"Ada Moss, Ben Reed. *On lamps*. Fog Notes, 2024 ({state})."
    assert edited(lines, {"venue": f"Fog Notes ({state})"}) == edited(lines, {"venue": "Fog Notes", "note": state})
    assert edited(lines, {"venue": f"Fog Notes ({state})"}) == after
