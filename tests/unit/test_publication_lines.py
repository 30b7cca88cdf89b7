"""A new publication is written as a careful author would have typed it below these neighbours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries import typed
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

HEAD = "# Publications\n\n"


def paper(venue: str, *people: str, title: str = "Tides of the Inner Fen", year: int = 2026) -> Values:
    return {"title": title, "authors": tuple(map(Author, people)), "venue": venue, "year": year}


def added(lines: tuple[str, ...], values: Values) -> str:
    """The line that is new in a list of bullets."""
    page = Page(Source((HEAD + "".join(f"- {line}\n" for line in lines)).encode()))
    after = edit.add(page, "publications", values).page.text
    (new,) = set(after.split("\n")) - set(page.text.split("\n"))
    return new.removeprefix("- ")


IEEE = (
    "A. Moss, B. Reed, and M. Do, “Effects of tall lamps,” *Fen Trans. Imag. Syst.*, vol. 3, 2026.",
    "B. Reed and M. Do, “The best page,” *Proc. Lamp Days*, pp. 3–9, 2025.",
)
PLAIN_IEEE = (
    'A. Moss and B. Reed, "Effects of tall lamps", Fen Trans. Imag. Syst., vol. 3, 2026.',
    'B. Reed and M. Do, "The best page", Fen J. Bog Sci., vol. 9, 2025.',
)


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (IEEE, "A. Moss and L. Berg, “Tides of the Inner Fen,” *J. Fen Sci.*, 2026."),
        (PLAIN_IEEE, 'A. Moss and L. Berg, "Tides of the Inner Fen", J. Fen Sci., 2026.'),
    ],
    ids=["in italics", "plain"],
)
def test_a_venue_in_short_form_has_the_comma_of_the_others(lines: tuple[str, ...], line: str) -> None:
    assert added(lines, paper("J. Fen Sci.", "Anna Moss", "Ludo Berg")) == line


APA_BOOK = (
    "Moss, A. (2025). *The book of lamps*. Fen Press.",
    "Moss, A., & Reed, B. (2024). Effects of tall lamps. *Journal of Lamps*, *12*(1), 3–9.",
    "Reed, B., Do, M., & To, R. (2023). The best page of a large press. *Bog Studies*, *3*, 1–9.",
)
CHICAGO_BOOK = (
    "Moss, Anna. *The Book of Lamps*. Oslo: Fen Press, 2025.",
    "Moss, Anna, and Ben Reed. “Effects of Tall Lamps.” *Journal of Lamps* 12, no. 1 (2024): 3–9.",
    "Reed, Ben, Minh Do, and Rita To. “The Best Page of a Large Press.” *Bog Studies* 3 (2023): 1–9.",
)
GERMAN_BOOK = (
    "Moss, Anna: *Das Buch der Lampen*. Berlin: Moorverlag 2025.",
    "Moss, Anna / Reed, Ben: Wirkung hoher Lampen. In: *Zeitschrift für Lampen* 12 (2024), S. 3–9.",
    "Reed, Ben: Die beste Seite. In: *Moorstudien* 3 (2023), S. 1–9.",
)
PLAIN_BOOK = (
    "Moss, A. The book of lamps. Oslo: Fen Press, 2025.",
    "Moss, A. and Reed, B. Effects of tall lamps. Journal of Lamps 12 (2024): 3–9.",
    "Reed, B. The best page. Bog Studies 3 (2023): 1–9.",
)
MOSTLY_BOOKS = (
    "Moss, A. (2025). *The book of lamps*. Fen Press.",
    "Moss, A. (2024). *The next book of lamps*. Fen Press.",
    "Moss, A. (2023). *The third book of lamps*. Moor Books.",
    "Moss, A., & Reed, B. (2022). Effects of tall lamps. *Journal of Lamps*, *12*(1), 3–9.",
)
ALL_TITLES_IN_ITALICS = (
    "*Effects of tall lamps*. Anna Moss, Ben Reed. ICE, 2026.",
    "*The best page*. Ben Reed, Minh Do. NICE, 2025.",
    "The last page. Ben Reed, Minh Do. *Bog Studies*, 2024.",
)
PROCEEDINGS = (
    "A. Moss and B. Reed. Effects of tall lamps. In *Proceedings of the Lamp Days*, 2026.",
    "B. Reed and M. Do. The best page. *Bog Studies*, 12(3), 2025.",
    "R. To and M. Do. The last page. In *Workshop on Pages*, 2024.",
)


@pytest.mark.parametrize(
    ("lines", "venue", "line"),
    [
        (APA_BOOK, "Peat Letters", "Moss, A., & Berg, L. (2026). Tides of the Inner Fen. *Peat Letters*."),
        (APA_BOOK, "Moor Press", "Moss, A., & Berg, L. (2026). *Tides of the Inner Fen*. Moor Press."),
        (CHICAGO_BOOK, "Peat Letters", "Moss, Anna, and Ludo Berg. “Tides of the Inner Fen.” *Peat Letters*, 2026."),
        (CHICAGO_BOOK, "Bonn: Moor", "Moss, Anna, and Ludo Berg. *Tides of the Inner Fen*. Bonn: Moor, 2026."),
        (GERMAN_BOOK, "Torfbriefe", "Moss, Anna / Berg, Ludo: Tides of the Inner Fen. In: *Torfbriefe* (2026)."),
        (GERMAN_BOOK, "Bonn: Moor", "Moss, Anna / Berg, Ludo: *Tides of the Inner Fen*. Bonn: Moor 2026."),
        (PLAIN_BOOK, "Peat Letters", "Moss, A. and Berg, L. Tides of the Inner Fen. Peat Letters (2026)."),
        (PLAIN_BOOK, "Moor Press", "Moss, A. and Berg, L. Tides of the Inner Fen. Moor Press, 2026."),
        (MOSTLY_BOOKS, "Peat Letters", "Moss, A., & Berg, L. (2026). Tides of the Inner Fen. *Peat Letters*."),
        (ALL_TITLES_IN_ITALICS, "ICFL", "*Tides of the Inner Fen*. Anna Moss, Ludo Berg. ICFL, 2026."),
        (PROCEEDINGS, "Peat Letters", "A. Moss and L. Berg. Tides of the Inner Fen. *Peat Letters*, 2026."),
        (PROCEEDINGS, "Peat Workshop", "A. Moss and L. Berg. Tides of the Inner Fen. In *Peat Workshop*, 2026."),
    ],
)
def test_the_model_is_of_the_sort_of_the_new_one(lines: tuple[str, ...], venue: str, line: str) -> None:
    assert added(lines, paper(venue, "Anna Moss", "Ludo Berg")) == line


NO_AUTHORS = (
    "*The Book of Lamps*. Oslo: Fen Press, 2025.",
    "“Effects of Tall Lamps.” *Journal of Lamps* 12 (2024): 3–9.",
    "*A Second Book*. Bergen: Moor Press, 2020.",
    "“The Best Page of a Large Press.” *Bog Studies* 3 (2019): 1–9.",
)


@pytest.mark.parametrize(
    ("venue", "year", "line"),
    [
        ("Peat Letters", 2026, "“Tides of the Inner Fen.” *Peat Letters*, 2026."),
        ("Peat Letters", 2021, "“Tides of the Inner Fen.” *Peat Letters*, 2021."),
        ("Peat Letters, 12, 4-9", 2026, "“Tides of the Inner Fen.” *Peat Letters* 12 (2026): 4–9."),
        ("Bergen: Moor Press", 2026, "*Tides of the Inner Fen*. Bergen: Moor Press, 2026."),
    ],
)
def test_a_list_without_authors_has_articles_and_books(venue: str, year: int, line: str) -> None:
    assert added(NO_AUTHORS, paper(venue, year=year)) == line


SPANISH = (
    "Gómez y Ruiz, A. y Peña, L. (2025). Efectos de las lámparas. *Revista de Lámparas*, 12(1), 3-9.",
    "Mota, A. (2023). Del enlace de modelos. *Revista de Lámparas*, 10(3), 100-109.",
)
CATALAN = (
    "Puig i Serra, A. i Mota, L. (2025). Efectes de les làmpades. *Revista de Làmpades*, 12(1), 3-9.",
    "Mota, L. (2024). La millor pàgina. *Estudis de Torba*, 3(2), 1-9.",
)
PORTUGUESE = (
    "Costa e Silva, A. e Mota, L. (2025). Efeitos das lâmpadas. *Revista de Lâmpadas*, 12(1), 3-9.",
    "Mota, L. (2024). A melhor página. *Estudos de Turfa*, 3(2), 1-9.",
)


@pytest.mark.parametrize(
    ("lines", "people", "names"),
    [
        (SPANISH, ("Ana Sal", "Ludo Berga"), "Sal, A. y Berga, L."),
        (SPANISH, ("Ana Sal", "Ludo Berga", "Carla Pino"), "Sal, A., Berga, L. y Pino, C."),
        (SPANISH, ("Gómez y Ruiz, A.", "Sal, B."), "Gómez y Ruiz, A. y Sal, B."),
        (CATALAN, ("Ana Sal", "Ludo Berga"), "Sal, A. i Berga, L."),
        (PORTUGUESE, ("Ana Sal", "Ludo Berga"), "Sal, A. e Berga, L."),
    ],
)
def test_the_word_between_two_surnames_is_not_the_one_between_people(
    lines: tuple[str, ...], people: tuple[str, ...], names: str
) -> None:
    assert added(lines, paper("Cartas de Turba", *people)).partition(" (")[0] == names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Gómez y Ruiz, A.", ["Gómez y Ruiz, A."]),
        ("Ortega y Sal, José", ["Ortega y Sal, José"]),
        ("Puig i Serra, A. i Mota, B.", ["Puig i Serra, A.", "Mota, B."]),
        ("Peña, L., Costa e Silva, A. e Mota, B.", ["Peña, L.", "Costa e Silva, A.", "Mota, B."]),
        ("Peña, L. y Mota, A.", ["Peña, L.", "Mota, A."]),
        ("Ana Peña y Luis Mota", ["Ana Peña", "Luis Mota"]),
        ("Peña, Luis y Mota, Ana", ["Peña, Luis", "Mota, Ana"]),
    ],
)
def test_a_typed_person_with_two_surnames_is_one(said: str, names: list[str]) -> None:
    assert [author.name for author in typed.authors(said)] == names


MLA_OTHERS = (
    'Moss, Anna, et al. "Effects of Tall Lamps." *Journal of Lamps*, vol. 12, no. 1, 2024, pp. 3-9.',
    'Reed, Ben, et al. "The Best Page of a Large Press." *Bog Studies*, vol. 3, 2023, pp. 1-9.',
)
MLA_BOOK = (
    "Moss, Anna. *The Book of Lamps*. Fen Press, 2025.",
    "Moss, Anna. “Effects of Tall Lamps.” *Journal of Lamps*, vol. 12, no. 1, 2024, pp. 3–9.",
    "Moss, Anna. “The Best Page of a Large Press.” *Bog Studies*, vol. 3, 2023, pp. 1–9.",
)
ONE_SPANISH = (
    "Mota, Anna. «Efectos de las lámparas». *Revista de Lámparas* 12 (2024): 3-9.",
    "Mota, Anna. «La mejor página». *Estudios de Turba* 3 (2023): 1-9.",
)
VANCOUVER_OTHERS = (
    "Moss A, Reed B, Do M, et al. Effects of tall lamps. *J Lamps*. 2024;12(1):3-9.",
    "Reed B, Moss A, To R, et al. The best page of a large press. *Bog Stud*. 2023;3:1-9.",
)
OTHERS_AND_COMMA = (
    "A. Moss et al., Effects of tall lamps, *Journal of Lamps*, 2024.",
    "B. Reed et al., The best page of a large press, *Bog Studies*, 2023.",
)


@pytest.mark.parametrize(
    ("lines", "people", "line"),
    [
        (MLA_OTHERS, 3, 'Moss, Anna, et al. "Tides of the Inner Fen." *Peat Letters*, 2026.'),
        (MLA_OTHERS, 2, 'Moss, Anna, and Ludo Berg. "Tides of the Inner Fen." *Peat Letters*, 2026.'),
        (MLA_OTHERS, 1, 'Moss, Anna. "Tides of the Inner Fen." *Peat Letters*, 2026.'),
        (MLA_BOOK, 3, "Moss, Anna, Ludo Berg, and Carl Finch. “Tides of the Inner Fen.” *Peat Letters*, 2026."),
        (MLA_BOOK, 2, "Moss, Anna, and Ludo Berg. “Tides of the Inner Fen.” *Peat Letters*, 2026."),
        (ONE_SPANISH, 2, "Moss, Anna y Ludo Berg. «Tides of the Inner Fen». *Peat Letters*, 2026."),
        (VANCOUVER_OTHERS, 2, "Moss A, Berg L. Tides of the Inner Fen. *Peat Letters*. 2026."),
        (OTHERS_AND_COMMA, 2, "A. Moss, L. Berg, Tides of the Inner Fen, *Peat Letters*, 2026."),
    ],
)
def test_names_are_joined_and_end_where_the_list_shows_few_that_are(
    lines: tuple[str, ...], people: int, line: str
) -> None:
    assert added(lines, paper("Peat Letters", *("Anna Moss", "Ludo Berg", "Carl Finch")[:people])) == line


DESCRIBED = (
    "Moss, A., & Reed, B. (2025). {0}Effects of tall lamps{0} [Conference paper]. {1}Lamp Days{1}.",
    "Reed, B., Do, M., & To, R. (2024). {0}The best page of a large press{0} [Preprint]. {1}Bog Archive{1}.",
)


@pytest.mark.parametrize(("title", "venue"), [("", "*"), ("*", ""), ("**", "*")])
def test_what_sort_a_neighbour_is_goes_and_the_stop_stays(title: str, venue: str) -> None:
    lines = tuple(line.format(title, venue) for line in DESCRIBED)
    written = added(lines, paper("Peat Letters", "Anna Moss", "Ludo Berg"))
    assert written == f"Moss, A., & Berg, L. (2026). {title}Tides of the Inner Fen{title}. {venue}Peat Letters{venue}."


CHINESE = (
    "王小明. 高灯的影响. 《灯学报》, 2025年",
    "李红, 王小明. 大页的研究. 《沼泽研究》, 2024年",
)
CHINESE_ISSUES = (
    "王小明. 高灯的影响. 《灯学报》2025年第3期",
    "李红, 王小明. 大页的研究. 《沼泽研究》, 2024年",
    "李红, 王小明. 小页的研究. 《沼泽研究》, 2023年",
)


@pytest.mark.parametrize(
    ("lines", "venue", "line"),
    [
        (CHINESE, "湖泊学报", "王小明, 李红. 论湖泊的冰. 《湖泊学报》, 2026年"),
        (CHINESE, "Journal of Ice", "王小明, 李红. 论湖泊的冰. 《Journal of Ice》, 2026年"),
        (CHINESE, "湖泊学报, 12(3), 4-9", "王小明, 李红. 论湖泊的冰. 《湖泊学报》, 12(3), 4-9, 2026年"),
        # the neighbour without an issue shows what parts venue and year
        (CHINESE_ISSUES, "湖泊学报", "王小明, 李红. 论湖泊的冰. 《湖泊学报》, 2026年"),
    ],
)
def test_what_parts_venue_and_year_in_chinese(lines: tuple[str, ...], venue: str, line: str) -> None:
    assert added(lines, paper(venue, "王小明", "李红", title="论湖泊的冰")) == line


def test_people_who_are_not_sure_tell_what_parts_them_where_nobody_else_does() -> None:
    lines = (
        "Moss, Anna; Reed, Ben (2025): Wirkung hoher Lampen. In: Zeitschrift für Lampen 12 (1), S. 3–9.",
        "Reed, Ben (2024): Die beste Seite. In: Moorstudien 3 (2), S. 1–9.",
    )
    line = added(lines, paper("Torfbriefe", "Anna Moss", "Ludo Berg", title="Ebbe"))
    assert line == "Moss, Anna; Berg, Ludo (2026): Ebbe. In: Torfbriefe."


ACM = (
    "Anna Moss and Ben Reed. 2025. Effects of Tall Lamps. In *Proceedings of the Lamp Days (LD '25)*. ACM, New York, "
    "NY, USA, 12 pages.",
    "Ben Reed, Minh Do, and Rita To. 2024. The Best Page. *Bog Trans. Inf. Syst.* 3, 2 (2024), 1–9.",
)


def test_an_article_is_written_as_the_article_beside_a_paper_in_proceedings() -> None:
    written = added(ACM, paper("Peat Letters", "Anna Moss", "Ludo Berg"))
    assert written == "Anna Moss and Ludo Berg. 2026. Tides of the Inner Fen. *Peat Letters* (2026)."


def test_a_year_is_there_once_without_a_venue() -> None:
    assert added(ACM, paper("", "Anna Moss", "Ludo Berg")) == "Anna Moss and Ludo Berg. 2026. Tides of the Inner Fen."


@pytest.mark.parametrize(
    ("lines", "venue", "line"),
    [
        (CHINESE, "《湖泊学报》", "王小明. 论湖泊的冰. 《湖泊学报》, 2026年"),
        (CHINESE_ISSUES[1:], "湖泊学报", "王小明. 论湖泊的冰. 《湖泊学报》, 2026年"),
    ],
)
def test_brackets_that_are_typed_around_a_venue_are_there_once(lines: tuple[str, ...], venue: str, line: str) -> None:
    assert added(lines, paper(venue, "王小明", title="论湖泊的冰")) == line


LNCS = (
    "Moss, A., Reed, B.: Effects of tall lamps. In: Proceedings of the Lamp Days, pp. 3–9. Fenner, Cham (2025)",
    "Reed, B., Do, M., To, R.: The best page. Bog Studies 3(2), 1–9 (2024)",
)
PREPRINT = (
    "A. Moss, B. Reed. Effects of tall lamps. arXiv:2501.01234, 2025.",
    "B. Reed, M. Do. The best page. *ICE*, 2025.",
    "R. To. On links. *NICE*, 2024.",
)


@pytest.mark.parametrize(
    ("lines", "venue", "line"),
    [
        (LNCS, "Proceedings of the Fen", "Moss, A., Berg, L.: Ebb. In: Proceedings of the Fen (2026)"),
        (LNCS, "Peat Letters", "Moss, A., Berg, L.: Ebb. Peat Letters (2026)"),
        (PREPRINT, "Peat Letters", "A. Moss, L. Berg. Ebb. *Peat Letters*, 2026."),
    ],
)
def test_a_publisher_goes_with_what_parts_it_and_a_preprint_is_no_model(
    lines: tuple[str, ...], venue: str, line: str
) -> None:
    assert added(lines, paper(venue, "Anna Moss", "Ludo Berg", title="Ebb")) == line


def test_a_row_without_a_venue_has_nothing_that_parted_one() -> None:
    rows = "| 2 | A. Moss, B. Reed. Fog. *ICE*, 2025. |\n| 1 | B. Reed, M. Do. Page. *NICE*, 2024. |\n"
    page = Page(Source(f"{HEAD}| No | Paper |\n|---|---|\n{rows}".encode()))
    after = edit.add(page, "publications", paper("", "Anna Moss", "Ludo Berg", title="Ebb and flow")).page
    assert "\n| 3 | A. Moss, L. Berg. Ebb and flow. 2026. |\n" in after.text


HYDRO = (
    "Conti, L., & Moore, R. (2023). Dust in rivers. *Fen J.*, 945, 12.",
    "Moore, R. (2021). Stones in rivers. *Fen J.*, 502, 1234.",
)


@pytest.mark.parametrize(
    ("lines", "people", "written"),
    [
        (HYDRO, "Moore, R., van der Marsh, P.", "Moore, R., & van der Marsh, P. (2023). Dust in rivers."),
        (
            ("Novak P, Horak J. Bones. *Fen*. 2021;374:12-20.", "Horak J, Novak P. Falls. *Bog*. 2017;390:123-31."),
            "Novak P, Horak J, Petra van Oord",
            "Novak P, Horak J, van Oord P. Bones.",
        ),
        (
            (
                "W. Moss and L. Reed, “An Array,” *Fen J.*, 57, 2022.",
                "W. Moss, *CMOS Peat Arrays*. Oslo: Peat Press, 2019.",
            ),
            "W. Moss, L. Reed, Petra van Oord",
            "W. Moss, L. Reed and P. van Oord, “An Array,”",
        ),
        (
            (
                "Berg, I., Lind, K. & Dahl, O. Pulses. *Fen* **5**, 2–4 (2021).",
                "Lind, K. & Berg, I. Ice. *Fen* **2**, 3 (2019).",
            ),
            "Berg, I., Lind, K., Dahl, O., Petra van Oord",
            "Berg, I., Lind, K., Dahl, O. & van Oord, P. Pulses.",
        ),
    ],
)
def test_people_who_are_typed_as_the_list_has_them_stay_so(lines: tuple[str, ...], people: str, written: str) -> None:
    page = Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))
    after = edit.change(page, "publications", 1, {"authors": typed.authors(people)}).page.text
    assert after.splitlines()[2].startswith(f"- {written}")


def test_the_number_of_a_preprint_keeps_its_date() -> None:
    line = "- K. Abel and R. Stein. Turnout. *bioRxiv* 2019.01.02.500001 (2019)."
    page = Page(Source(f"# Publications\n\n{line}\n".encode()))
    with pytest.raises(Refused, match="another field"):
        edit.change(page, "publications", 1, {"year": 2021})


def test_et_al_is_no_french() -> None:
    lines = ("Moss, Ruth. “Gaslight.” *Fen*, vol. 87, 2020.", "Moss, Ruth, et al. “Candles.” *Bog*, vol. 50, 2017.")
    written = added(lines, paper("Peat Letters", "Ruth Moss", "Pieter van der Berg"))
    assert written.startswith("Moss, Ruth, and Pieter van der Berg. “Tides of the Inner Fen.”")


def test_an_article_has_no_word_that_leads_to_the_book_of_a_chapter() -> None:
    lines = (
        "Moss, Tom. 2022. “Who Counts?” *Social Fens* 127 (4): 1201–45.",
        "Moss, Tom. 2017. “Counting Cattle.” In *Measures of Peat*, edited by J. Scott, 12–40. Oslo: Peat Press.",
    )
    written = added(lines, paper("Peat Letters", "Tom Moss", "Ana Lind"))
    assert written == "Moss, Tom, and Ana Lind. 2026. “Tides of the Inner Fen.” *Peat Letters*."


def test_a_particle_behind_initials_makes_them_no_name_in_full() -> None:
    lines = (
        "SILVA, R.; SOUZA, M. A. de. Solos. **Revista do Fen**, v. 44, p. 101-118, 2020.",
        "SOUZA, M. A. de; SILVA, R. Fogo. **Turfa**, v. 3, p. 1-9, 2018.",
    )
    written = added(lines, paper("Peat Letters", "Rafael Silva", "Pieter van der Berg"))
    assert written.startswith("SILVA, R.; VAN DER BERG, P. ")


def test_a_particle_has_the_capital_that_the_list_gives_it() -> None:
    lines = (
        "De Jong, K. & van den Berg, M. (2021). Water. *Fen*, 3, 4–9.",
        "De Jong, K. (2019). Land. *Turf*, 2, 3–8.",
    )
    written = added(lines, paper("Peat Letters", "Karel de Jong", "Pieter van der Lind"))
    assert written.startswith("De Jong, K. & van der Lind, P. (2026).")


DASHED = "- Moss, Tom. 2019. “Counting Cattle.” *Fen* 97: 12–40.\n- ———. 2015. “A Note on Lists.” *Fen* 93: 401–9.\n"


@pytest.mark.parametrize(
    "do",
    [
        lambda page: edit.remove(page, "publications", 1),
        lambda page: edit.change(page, "publications", 1, {"authors": (Author("Lind, Ana"),)}),
    ],
    ids=["removed", "by others"],
)
def test_whom_a_dash_stands_for_stays(do: Callable[[Page], object]) -> None:
    with pytest.raises(Refused, match="write them out there first"):
        do(Page(Source(f"# Publications\n\n{DASHED}".encode())))


def test_nothing_is_put_between_a_dash_and_those_it_stands_for() -> None:
    page = Page(Source(f"# Publications\n\n{DASHED}".encode()))
    assert DASHED in edit.add(page, "publications", {**paper("Fen", "Ana Lind"), "year": 2016}).page.text


@pytest.mark.parametrize("others", ["et al.", "..."])
def test_what_stands_for_others_stays_when_somebody_is_added(others: str) -> None:
    line = "- {}, {}, “Peat Maps,” *Fen Methods* 18, 2021.\n"
    page = Page(Source(f"# Publications\n\n{line.format('Kim Lee, Pia Night', others)}".encode()))
    after = edit.change(page, "publications", 1, {"authors": typed.authors("Kim Lee, Pia Night, Bo Ek")}).page.text
    assert after == f"# Publications\n\n{line.format('Kim Lee, Pia Night, Bo Ek', others)}"
