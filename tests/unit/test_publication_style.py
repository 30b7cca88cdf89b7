"""A new publication is written as the style of its list would write it, whatever the language."""

from __future__ import annotations

import pytest

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


def said(line: str) -> tuple[object, ...]:
    """Return title, authors and venue of the only publication of a page."""
    (entry,) = Page(Source(f"# Publications\n\n- {line}\n".encode())).entries("publications")
    return entry.values["title"], people(line), entry.values["venue"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Moss, Ada; Vega, Bo 2020. »Tall reeds«, in *Lake Letters* 2, 1, S. 3–9.", ["Moss, Ada", "Vega, Bo"]),
        ("Moss, Ada, ja Bo Vega. ”Tall Reeds and Rust”. *Lake Letters* 2 (2020): 3–9.", ["Moss, Ada", "Bo Vega"]),
        ("Moss A. i in., *Tall reeds*, „Lake Letters” 2012, t. 47, nr 1.", ["Moss A."]),
        ("Moss, A. és mtsai. Tall reeds. *Lake Letters*. 2012;47:3–9.", ["Moss, A."]),
        ("Moss A. và Vega B. (2025). Tall reeds. *Lake Letters*, 42, 3–9.", ["Moss A.", "Vega B."]),
        ("**Moss (Ada)** et Lo (Bo), « Tall reeds », *Lake Letters*, 51 (2022), p. 3‑9.", ["Moss (Ada)", "Lo (Bo)"]),
        ("*zu Lind/Moss/de Reed*, Tall reeds, Lake Lett. 2012, 291", ["zu Lind", "Moss", "de Reed"]),
        ("Moss A, von der Lind K-H: Tall reeds. Lake Lett. 2013; 39: 3–9.", ["Moss A", "von der Lind K-H"]),
        ("Moss, A., K.-H. von der Lind und B. Vega 2020: Tall reeds. *Lake Letters* 5: 3–9.",
         ["Moss, A.", "K.-H. von der Lind", "B. Vega"]),
        ("Holm L, af Moss B. Tall reeds. Lake Lett. 2018;42:19–34.", ["Holm L", "af Moss B"]),
    ],
)  # fmt: skip
def test_people_of_many_languages_are_told(line: str, wanted: list[str]) -> None:
    assert (said(line)[0], people(line)) == ("Tall Reeds and Rust" if "Rust" in line else "Tall reeds", wanted)


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("Moss A, Vega B. Tall reeds. Mar. Lamps 2019;12:228–255.", "Mar. Lamps 2019;12:228–255"),
        ("A. Moss, B. Vega, Do tides sleep?, Q. Rev. Peat A. 7 (2024) 3–9.", "Q. Rev. Peat A. 7 (2024) 3–9"),
        ("Moss A, Vega B. Tall reeds. Lake Letters, Mar. 2019.", "Lake Letters"),
    ],
)
def test_short_words_of_periodicals_are_no_month_and_nobody(line: str, venue: str) -> None:
    assert said(line)[2] == venue


def test_names_without_a_blank_after_their_comma_stay_so() -> None:
    line = added(
        "Short,P. and Example,A.B. (2010) Tall reeds. *Lake Letters*, **19**, 209–218.",
        "Sample,B., Finch,C. and Example,A.B. (2024) Dust in the lamps. *Northern Studies*, **60**, 103–121.",
    )
    assert line == "Moss,A., Vega,M.L. and Sample,B. (2026) Reeds of the north. *Peat Letters*."


def test_given_names_in_brackets_stay_so() -> None:
    line = added(
        "Example (Ada) et Finch (Carl), « Tall reeds », *Lake Letters*, 2024.",
        "Sample (Ben), Example (Ada) et Finch (Carl), « Dust in the lamps », *Northern Studies*, 2023.",
    )
    assert line.startswith("Moss (Anna), Vega (Maria Luisa) et Sample (Ben), « Reeds of the north », *Peat Letters*")


def test_a_letter_of_a_venue_tells_no_capitals() -> None:
    line = added(
        "Example A, Sample B. Tall reeds. J. Peat A 2024;5:3–9.",
        "Sample B. Dust in the lamps. Rev. Fog A 2023;39:142–165.",
        values={**NEW, "venue": "Advances in Peat"},
    )
    assert "Advances in Peat" in line


def test_hyphens_go_where_the_list_shows_them_gone() -> None:
    line = added(
        "LIND A I, SAMPLE B. Tall reeds. Lake Letters, 2019, 11(1): 327-357.",
        "SAMPLE B, LIND A I. Dust in the lamps. Northern Studies, 2024, 54(5): 197-201.",
        values={**NEW, "authors": (Author("Ana-Ida Lind"), Author("Jo-Ann Moss"))},
    )
    assert line.startswith("LIND A I, MOSS J A. Reeds of the north.")


def test_surnames_and_given_names_are_set_off_each() -> None:
    line = added(
        "**Example**, **Ada**; **Sample**, **Ben** (2012). «Tall reeds». *Lake Letters*, v. 53.",
        "**Finch**, **Carl**; **Example**, **Ada** (2013). «Dust in the lamps». *Northern Studies*, v. 54.",
    )
    assert line.startswith("**Moss**, **Anna**; **Vega**, **Maria Luisa**; **Sample**, **Ben** (2026).")


def test_a_title_that_comes_twice_is_written_twice() -> None:
    line = added(
        "Example, A.; Sample, B. [Do reeds sleep?; 2020]: Do reeds sleep?, in: Lake Letters, vol. 11, pp. 307–327.",
        "Sample, B.; Finch, C. [Dust in the lamps; 2011]: Dust in the lamps, in: Northern Studies, vol. 8, pp. 11–28.",
    )
    assert line.count("Reeds of the north") == 2


def test_what_parts_volume_and_pages_goes_with_them() -> None:
    line = added(
        "EXAMPLE, A.; SAMPLE, B.: “Tall reeds”, *Lake Letters*, 11: 310-316, 2018.",
        "SAMPLE, B.; EXAMPLE, A.: “Dust in the lamps”, *Northern Studies*, 43: 306-323, 2025.",
    )
    assert line.endswith("“Reeds of the north”, *Peat Letters*, 2026.")


def test_the_sign_of_a_year_stays_after_it() -> None:
    line = added(
        "Example A. Tall reeds. Lake Lett. 2023년;41:166–89.",
        "Sample B, Example A. Dust in the lamps. North. Stud. 2019년;31(3):358–63.",
    )
    assert "2026년" in line


def test_letters_without_a_dot_are_the_same_in_capitals() -> None:
    line = added(
        "GÜNEŞ Ada, Ben SAMPLE, “Tall reeds”, *Lake Letters*, c. 9, sy. 5 (2009), ss. 249-75.",
        "SAMPLE Ben, Ada GÜNEŞ, “Dust in the lamps”, *Northern Studies*, c. 38 (2023), ss. 290-307.",
        values={**NEW, "authors": (Author("Ada Güneş"), Author("Nazlı Işık"))},
    )
    assert line.startswith("GÜNEŞ Ada, Nazlı IŞIK, “Reeds of the north”")


def test_several_initials_share_one_stop() -> None:
    line = added(
        "Moss A., Reed BC., Lind D. Dry lakes. *Peat Lett.* 2024;12:45.",
        "Moss A., Lind D. Wet lakes. *Fen Rev.* 2023;7:1.",
        "Finch EF., Moss A. Cold lakes. *Fen Rev.* 2022;3:9.",
    )
    assert line == "Moss A., Vega ML., Sample B. Reeds of the north. *Peat Letters* 2026."


def test_a_short_venue_with_two_stops_leaves_one() -> None:
    lines = ("Moss A, Lind D. Dry lakes. Peat Lett.. 2024;12:45.", "Moss A. Wet lakes. Fen. 2023;7:1.")
    assert added(*lines) == "Moss A, Vega ML, Sample B. Reeds of the north. Peat Letters. 2026."


def test_dots_between_two_people_join_no_others() -> None:
    lines = (
        "Moss, A. … Reed, B. 2016. Dry lakes. *Peat Lett.*, 12, 4–9.",
        "Moss, A. 2015. Wet lakes. *Fen Rev.*, 7, 1–3.",
    )
    written = added(*lines, values={**NEW, "authors": (Author("Anna Moss"), Author("Ben Sample"))})
    assert written == "Moss, A., Sample, B. 2026. Reeds of the north. *Peat Letters*."


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("De novo design of reeds", "De Novo Design of Reeds"),
        ("How E. coli eats in cold water", "How E. coli Eats in Cold Water"),
        ("Le temps perdu de la ville", "Le temps perdu de la ville"),
    ],
)
def test_capitals_of_titles_are_those_of_english(typed: str, written: str) -> None:
    lines = (
        "A. Moss. “A Study of Slow Waves in Cold Water.” *Fen*, 2022.",
        "A. Moss. “Reeds and Their Uses in the Field.” *Bog*, 2020.",
        "A. Moss. “Small Birds of the North.” *Bog*, 2019.",
    )
    line = added(*lines, values={"title": typed, "authors": (Author("A. Moss"),), "venue": "Ice", "year": 2026})
    assert line == f"A. Moss. “{written}.” *Ice*, 2026."
