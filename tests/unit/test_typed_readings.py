"""Publications as people type them by hand: what is read, what is doubted, and what a change leaves alone."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Entry, Values, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

NEW: Values = {"title": "Otters at night", "authors": (Author("Mara Feld"), Author("Ivo Brandt"))}
ADDED: Values = {**NEW, "venue": "Gull Letters", "year": 2027}


def page(*lines: str) -> Page:
    return Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))


def read(*lines: str) -> Entry:
    return page(*lines).entries("publications")[0]


def added(*lines: str, values: Values = ADDED) -> str:
    """The line of a new publication."""
    text = edit.add(page(*lines), "publications", values).page.text
    (line,) = set(text.splitlines()) - set(page(*lines).text.splitlines())
    return line.removeprefix("- ")


def changed(values: Values, *lines: str) -> str:
    """The first line, once some of its fields are other ones."""
    return edit.change(page(*lines), "publications", 1, values).page.text.splitlines()[2].removeprefix("- ")


@pytest.mark.parametrize(
    ("line", "title", "people", "venue"),
    [
        (
            "Wind on dunes (and what to do about it) (with Jan Reed). Fen Review, 2024",
            "Wind on dunes (and what to do about it)",
            ["Jan Reed"],
            "Fen Review",
        ),
        (
            "Wind on dunes (and what, if anything, it does). Ada Moss. FENCON 2013",
            "Wind on dunes (and what, if anything, it does)",
            ["Ada Moss"],
            "FENCON",
        ),
        (
            "How Crows Wait (Or Do They). Ada Moss, Jan Reed. FENCON 2013",
            "How Crows Wait (Or Do They)",
            ["Ada Moss", "Jan Reed"],
            "FENCON",
        ),
        (
            "Ada Moss and Jan Reed: Peat v. Crown: Property After Floods. FENCON 2009",
            "Peat v. Crown: Property After Floods",
            ["Ada Moss", "Jan Reed"],
            "FENCON",
        ),
        (
            "Peat v. Crown: Property After Floods (with Jan Reed), Fen Review (2015).",
            "Peat v. Crown: Property After Floods",
            ["Jan Reed"],
            "Fen Review",
        ),
        (
            "**Peat v. Crown: Property After Floods**<br>**A. Moss**<br>*NeurFens* 2022",
            "Peat v. Crown: Property After Floods",
            ["A. Moss"],
            "NeurFens",
        ),
        (
            "Hans v. Moor, Ida Berg, Jan Reed: Der Fluss. In: Vogelwarte 3 (2019)",
            "Der Fluss",
            ["Hans v. Moor", "Ida Berg", "Jan Reed"],
            "Vogelwarte 3",
        ),
        ("Ein Vogel, ein Wort (with Haddad), Vogelwarte, in press", "Ein Vogel, ein Wort", ["Haddad"], "Vogelwarte"),
        ("Das Nest und der Wind (mit Ida Berg), Vogelwarte, 2019", "Das Nest und der Wind", ["Ida Berg"], "Vogelwarte"),
        (
            "Ada Moss (with Jan Reed), Salt and sand, Fen Review, 2019",
            "Salt and sand",
            ["Ada Moss", "Jan Reed"],
            "Fen Review",
        ),
        (
            "“Wind”, 2020, with Jan Snow Jr. and Ana Prado. Fen Review",
            "Wind",
            ["Jan Snow Jr.", "Ana Prado"],
            "Fen Review",
        ),
        (
            "in Fen Review, 61(4), Tides and tolls, Ada Moss and Jan Reed, (2020)",
            "Tides and tolls",
            ["Ada Moss", "Jan Reed"],
            "Fen Review, 61(4)",
        ),
        (
            "Tides and tolls / Ada Moss, Jan Reed / Fen Review / 2014",
            "Tides and tolls",
            ["Ada Moss", "Jan Reed"],
            "Fen Review",
        ),
        ("[**2026**] `ICE` Tides and tolls. Ada Moss, Jan Reed.", "Tides and tolls", ["Ada Moss", "Jan Reed"], "ICE"),
        ("[**2026**] [ICE] Tides and tolls. Ada Moss, Jan Reed.", "Tides and tolls", ["Ada Moss", "Jan Reed"], "ICE"),
        (
            "A. Moss, **J. Reed**, *Prices in 1848*, «Studi sul sale», 40 (2018), pp. 2–3.",
            "Prices in 1848",
            ["A. Moss", "J. Reed"],
            "Studi sul sale",
        ),
        (
            "Ida von Riedel/Jan Moor: Recht und Wasser. In: Archiv für Wasser 55 (2011).",
            "Recht und Wasser",
            ["Ida von Riedel", "Jan Moor"],
            "Archiv für Wasser 55",
        ),
        ("盐与沙，王小明，《湿地研究》，2018", "盐与沙", ["王小明"], "湿地研究"),
        ("《盐和沙》，王小明、李雷，《湿地研究》，2018", "盐和沙", ["王小明", "李雷"], "湿地研究"),
        (
            "Moss A. Tides and tolls. *Journal of Fens 69.11*: 3-4, 2026.",
            "Tides and tolls",
            ["Moss A."],
            "Journal of Fens 69.11",
        ),
    ],
)
def test_a_line_is_read(line: str, title: str, people: list[str], venue: str) -> None:
    values = read(line).values
    assert (values["title"], [author.name for author in authors_in(values)]) == (title, people)
    assert values["venue"] == venue


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Ada Moss, Solveig Amar-Holt: Title. ROOF 2022", "title authors"),
        ("“Notes”. Haddad. 2011", "authors venue"),
        ("Why Herons Wait with Mei Tanaka. Fen Review, 63(7), 2014.", "title authors"),
    ],
)
def test_what_may_be_otherwise_is_unsure(line: str, fields: str) -> None:
    assert read(line).unsure.issuperset(fields.split())


@pytest.mark.parametrize(
    ("values", "line", "after"),
    [
        (
            {"title": "Sand"},
            "Wind (and what it does) (with Jan Reed). Fen Review, 2024",
            "Sand (with Jan Reed). Fen Review, 2024",
        ),
        (
            {"title": "Sand"},
            "Do reeds sleep? / Ada Moss, Jan Reed / Fen Review / 2014",
            "Sand / Ada Moss, Jan Reed / Fen Review / 2014",
        ),
        ({"title": "Sand"}, "*Do reeds sleep?* (London: Peat Press, 2026).", "*Sand* (London: Peat Press, 2026)."),
        (
            {"title": "La sal"},
            "«¿Quién cuida?» (con Ana Moss). *Humedales*, 2023.",
            "«La sal» (con Ana Moss). *Humedales*, 2023.",
        ),
        (
            {"title": "Le sel"},
            "Ana Moss, « Que faire ? », *Revue du sel*, 2020.",
            "Ana Moss, « Le sel », *Revue du sel*, 2020.",
        ),
        (
            {"venue": "Salt"},
            "Ada Moss, Wind on dunes, Trans. Fen Soc. (2021).",
            "Ada Moss, Wind on dunes, Salt (2021).",
        ),
        (
            {"venue": "Salt"},
            "Moss, A. Wind on dunes. *J. Fen Sci.* **4**, 5–6 (2016).",
            "Moss, A. Wind on dunes. *Salt* **4**, 5–6 (2016).",
        ),
        (
            {"venue": "Salt"},
            "A. Moss, J. Reed, *Wind on dunes*, Journal of Fens 69.11:115003, 2026",
            "A. Moss, J. Reed, *Wind on dunes*, Salt, 2026",
        ),
        (
            {"venue": "Salt"},
            "Wind (with Jan Reed). Fen Letters, 18: 398-403, 2012.",
            "Wind (with Jan Reed). Salt, 2012.",
        ),
        (
            {"venue": "Salt Letters"},
            "Wind on dunes / Ada Moss, Jan Reed / Fen Review / 2014",
            "Wind on dunes / Ada Moss, Jan Reed / Salt Letters / 2014",
        ),
        (
            {"authors": (Author("Ana Prado"), Author("Bo Inn"))},
            "Wind – Ada Moss, and Jan Snow Jr. – Fen Letters, 2022",
            "Wind – Ana Prado, and Bo Inn – Fen Letters, 2022",
        ),
    ],
)
def test_a_change_leaves_no_sign_behind_and_takes_none_along(values: Values, line: str, after: str) -> None:
    assert changed(values, line, line.replace("Wind", "Rain")) == after


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (
            (
                "in Fen Review, 61(4), Tides and tolls, Ada Moss and Jan Reed, (2020)",
                "in Fen Letters, 1(2), Wind on the dunes, Jan Reed and Kim Lake, (2018)",
            ),
            "in Gull Letters, Otters at night, Mara Feld and Ivo Brandt, (2027)",
        ),
        (
            ("A. Moss and J. Reed, *Wind*, Journal of Fens 69.11:115003, 2026",),
            "M. Feld and I. Brandt, *Otters at night*, Gull Letters, 2027",
        ),
        (
            ("Do reeds sleep? | Ada Moss, Jan Reed | Fen Review, 2014",),
            "Otters at night | Mara Feld, Ivo Brandt | Gull Letters, 2027",
        ),
        (
            ("A. J. Moss and Jan Reed: Wind on dunes. ICE 2019", "A. J. Moss and Ana Prado: Rain on dunes. ICE 2018"),
            "Mara Feld and Ivo Brandt: Otters at night. Gull Letters 2027",
        ),
        (
            (
                "김갈대, 이소금, 「갈대의 역사」, 『습지연구』, 2024",
                "김갈대, 「소금의 역사」, 『습지연구』, 2023",
                "김갈대, 「모래의 역사」, 『습지연구』, 2022",
            ),
            "Mara Feld, Ivo Brandt, 「Otters at night」, 『Gull Letters』, 2027",
        ),
        (
            ("盐与沙，王小明，《湿地研究》，2018", "风与海，王小明，《湿地研究》，2017"),
            "Otters at night，Mara Feld, Ivo Brandt，《Gull Letters》，2027",
        ),
        (
            ("Salt (with Jan Reed), Trans. Fen Soc. (2020)", "Wind (with Ada Moss), Fen Review (2019)"),
            "Otters at night (with Mara Feld, Ivo Brandt), Gull Letters (2027)",
        ),
    ],
)
def test_a_new_one_is_as_its_neighbours_are(lines: tuple[str, ...], line: str) -> None:
    assert added(*lines) == line
