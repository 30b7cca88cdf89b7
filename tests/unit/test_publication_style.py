"""A new publication is written as the style of its list would write it, whatever the language."""

from __future__ import annotations

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

NEW: Values = {
    "title": "Reeds of the north",
    "authors": (Author("Anna Moss"), Author("Maria Luisa Vega"), Author("Ben Sample")),
    "venue": "Peat Letters",
    "year": 2026,
}


def added(*lines: str, values: Values = NEW) -> str:
    """Return the line of a new publication in a list."""
    page = Page(Source("\n".join(["# Publications", "", *(f"- {line}" for line in lines), ""]).encode()))
    before = page.text.splitlines()
    (line,) = [line for line in edit.add(page, "publications", values).page.text.splitlines() if line not in before]
    return line.removeprefix("- ")


def people(line: str) -> list[str]:
    """Return the authors of the only publication of a page."""
    (entry,) = Page(Source(f"# Publications\n\n- {line}\n".encode())).entries("publications")
    found = entry.values["authors"]
    assert isinstance(found, tuple)
    return [author.name for author in found if isinstance(author, Author)]


def test_blanks_that_do_not_break_are_blanks() -> None:
    others = "Example, Ada u.\u00a0a.: „Reeds of the south“. In: *Lake Letters* 4 (2020), S. 3–9."
    assert people(others) == ["Example, Ada"]
    line = added(
        "Ada Example, «\u202fTall reeds\u202f», *Lake Letters*, 2024.",
        "Ben Sample, Ada Example et Carl Finch, «\u202fDust in the lamps\u202f», *Northern Studies*, 2023.",
    )
    assert line == "Anna Moss, Maria Luisa Vega et Ben Sample, «\u202fReeds of the north\u202f», *Peat Letters*, 2026."


def test_a_dash_as_wide_as_a_figure_is_one() -> None:
    line = added(
        "Example A., Sample B. (2024) ‒ Tall reeds, *Lake Letters*, 5, 2, 3–9.",
        "Sample B. (2023) ‒ Dust in the lamps, *Northern Studies*, 39, 142–165.",
    )
    assert line == "Moss A., Vega M.L., Sample B. (2026) ‒ Reeds of the north, *Peat Letters*."


def test_a_word_joins_the_last_of_names_in_bold() -> None:
    line = added(
        "**Example, A., Finch, C. ve Sample, B.** (2024). Tall reeds. *Lake Letters*, 5(2), 3–9.",
        "**Sample, B., ve Finch, C.** (2023). Dust in the lamps. *Northern Studies*, 39, 142–165.",
        "**Sample, B., Example, A., ve Finch, C.** (2022). Snow. *Northern Studies*, 38, 14–16.",
        "**Finch, C., Example, A., ve Sample, B.** (2021). Rain. *Northern Studies*, 37, 24–26.",
    )
    assert line.startswith("**Moss, A., Vega, M. L., ve Sample, B.** (2026). Reeds of the north.")


def test_initials_are_set_close_by_a_joiner_that_is_a_sign() -> None:
    lines = (
        "Example, A.{} Sample, B. (2024). Tall reeds. *Lake Letters*.",
        "Sample, B.{} Finch, C. (2023). Dust. *Ice*.",
    )
    for joiner, name in ((" &", "Vega, M.L."), (" and", "Vega, M. L.")):
        assert name in added(*(line.format(joiner) for line in lines)), joiner


def test_surnames_first_without_a_comma_are_told_by_people_who_are_known() -> None:
    lines = (
        "Vega Maria Luisa et Finch K. R., « Tall reeds », *Lake Letters*, 2024.",
        "Example Ada, Finch K. R. et Grebe Paul, « Dust in the lamps », *Northern Studies*, 2023.",
    )
    assert added(*lines).startswith("Moss Anna, Vega Maria Luisa et Sample Ben, « Reeds of the north »")
    alone = {**NEW, "authors": (Author("K. R. Finch"),)}
    assert added(*lines, values=alone).startswith("Finch K. R., « Reeds of the north »")


def test_names_in_capitals_are_so_as_a_whole() -> None:
    line = added(
        "EXAMPLE, ADELE ET BENNO SAMPLE. 2024. « Tall reeds », *Lake Letters*, 6 : 18-41.",
        "SAMPLE, BENNO. 2023. « Dust in the lamps », *Northern Studies*, 16 : 84-103.",
        "SAMPLE, BENNO, ADELE EXAMPLE ET CARL FINCH. 2022. « Snow », *Northern Studies*, 15 : 4-10.",
    )
    assert line == "MOSS, ANNA, MARIA LUISA VEGA ET BEN SAMPLE. 2026. « Reeds of the north », *Peat Letters*."


def test_words_that_lead_on_to_nothing_are_the_styles() -> None:
    for before, after in (
        (", 18, traduit par , p. 48–57", ", traduit par"),
        (", p. 48–57. Tradução de", ". Tradução de"),
    ):
        titles = ("Ice on lakes", "Fog in towns", "Rime on trees")
        line = added(*(f"Example A., Sample B., 2024, {title}, *Lake Letters*{before}" for title in titles))
        assert line == f"Moss A., Vega M.L., Sample B., 2026, Reeds of the north, *Peat Letters*{after}"


def test_a_letter_after_the_words_of_a_periodical_is_of_its_name() -> None:
    for venue in ("*Proceedings of the Lake Society A*.", "*Proc. Lake Soc. A*."):
        lines = [
            f"Example, A. and Sample, B. {title}. {venue} 2023. 12(3): 4–9." for title in ("Tall reeds", "Low reeds")
        ]
        (one, _) = Page(Source("\n".join(["# Publications", "", *(f"- {line}" for line in lines)]).encode())).entries(
            "publications"
        )
        assert str(one.values["venue"]).startswith(venue.strip("*."))


def test_a_letter_with_a_colon_counts() -> None:
    line = added(
        "**Example, Ada / Ben Sample**, “Tall reeds”, Lake Letters, C: 44, S: 6, 2023, ss. 4-9.",
        "**Sample, Ben**, “Dust in the lamps”, Northern Studies, C: 12, 2022, ss. 14-19.",
    )
    assert line == "**Moss, Anna / Maria Luisa Vega / Ben Sample**, “Reeds of the north”, Peat Letters, 2026."


def test_one_small_word_does_not_keep_the_others_from_capitals() -> None:
    line = added(
        "Sample, B. 2023. “Can a River be Owned?”. *Lake Letters* 12: 4–9.",
        "Example, A., and B. Sample. 2022. “Dust in the Old Lamps”. *Northern Studies* 3: 14–19.",
        "Sample, B. 2021. “Why Chairs Creak: An Experiment in Wood”. *Northern Studies* 2: 1–9.",
    )
    assert "“Reeds of the North”" in line


def test_surnames_that_are_small_words_are_names_beside_initials() -> None:
    assert people("By, P., As, L., and No, H.-J. 2016. Kites, keys and kindness. *Lake Letters* 3: 4–9.") == [
        "By, P.",
        "As, L.",
        "No, H.-J.",
    ]


def test_a_surname_keeps_its_particle() -> None:
    values = {**NEW, "authors": (Author("Paola dal Monte"), Author("Ana de los Lagos"))}
    line = added("Example, A., Sample, B., 2023. Tall reeds. *Lake Letters*, 12, 4–9.", values=values)
    assert line.startswith("dal Monte, P., de los Lagos, A., 2026.")
