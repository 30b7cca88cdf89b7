"""No word of an entry goes along with a field that is changed: names, numerals and remarks as people type them."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Entry, Values, authors_in, links_of
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

VENUE: Values = {"venue": "Gull Letters"}


def page(*lines: str) -> Page:
    return Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))


def read(*lines: str) -> Entry:
    return page(*lines).entries("publications")[0]


def changed(values: Values, line: str) -> str:
    return edit.change(page(line), "publications", 1, values).page.text.splitlines()[2].removeprefix("- ")


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Souza e Melo, J. Vento nas dunas. *Revista do Sal*, 2019.", ["Souza e Melo, J."]),
        ("**How swifts wait**. Rao, P., Page, A., Lindo, M. J. *Acta Lacustria*, 2017.",
         ["Rao, P.", "Page, A.", "Lindo, M. J."]),
        ("Reis, A., Souza e Melo, J. (2019). Vento nas dunas. *Revista do Sal*, 4.", ["Reis, A.", "Souza e Melo, J."]),
        ("J. Souza e Melo, Ana Reis. Vento nas dunas. *Revista do Sal*, 2019.", ["J. Souza e Melo", "Ana Reis"]),
        ("João Souza e Melo, Ana Reis. Vento nas dunas. *Revista do Sal*, 2019.", ["João Souza e Melo", "Ana Reis"]),
        ("*Vento nas dunas*, Moss HS, Ortega y Sal L, Reed M, Journal of Salt (2016).",
         ["Moss HS", "Ortega y Sal L", "Reed M"]),
        ("Winter, G. and Souza e Melo, A. “Ice on dunes,” *Sal*, 2004", ["Winter, G.", "Souza e Melo, A."]),
        ("Kofi Reed, Ana Ortega y Sal, & Jan Kim, “Ice on dunes,” *Sal*, 2011",
         ["Kofi Reed", "Ana Ortega y Sal", "Jan Kim"]),
        ("Moss, A., Reed, B. e Lake, C. Vento nas dunas. *Sal*, 2019.", ["Moss, A.", "Reed, B.", "Lake, C."]),
        ("A. Moss, B. Reed e C. Lake. Vento nas dunas. *Sal*, 2019.", ["A. Moss", "B. Reed", "C. Lake"]),
        ("João Souza e Ana Reis. Vento nas dunas. *Sal*, 2019.", ["João Souza", "Ana Reis"]),
        ("Moss, Ada y Reed, Bo. Viento y sal. *Revista del Sal*, 2019.", ["Moss, Ada", "Reed, Bo"]),
        ("Bo S. dos Reis, Jan Lind, Ana Moss - **Ice in town**. In *Fen Review* (2016).",
         ["Bo S. dos Reis", "Jan Lind", "Ana Moss"]),
        ("*ICE*, 2013: “Apples in town”, *May F. von Riedel* / Kofi C. Long.", ["May F. von Riedel", "Kofi C. Long"]),
        ("山田さくら、鈴木ゆい「塩の歴史」『湿地研究』2020年", ["山田さくら", "鈴木ゆい"]),
        ("[Wind on dunes](u) - Tech Report.", []),
        ("1999 **Learned fens by boats**. Fen Review.", []),
        ("Banks, Jean-Luc E., Park, Mark & Haddad, Rosa. Ice in the dunes. *Fen Review*, 2020",
         ["Banks, Jean-Luc E.", "Park, Mark", "Haddad, Rosa"]),
        ("[Ice on maps](u) — *ICE* — Le Goff, Hugo W. (2025).", ["Le Goff, Hugo W."]),
        ("Ada Moss, Hugo W. Lake. Ice in the dunes. *Fen Review*, 2020", ["Ada Moss", "Hugo W. Lake"]),
    ],
)  # fmt: skip
def test_who_wrote_it(line: str, people: list[str]) -> None:
    entry = read(line)
    assert [author.name for author in authors_in(entry.values)] == people
    assert "authors" not in entry.unsure or line.startswith("Bo ")


@pytest.mark.parametrize(
    ("line", "values", "after"),
    [
        ("‘Wind on dunes’; *Journal of Ice* (Oral) (2002)", VENUE,
         "‘Wind on dunes’; *Gull Letters* (Oral) (2002)"),
        ("“Wind on dunes.” Ada Moss, Jan Reed. *Fen Letters* Poster (1998)", VENUE,
         "“Wind on dunes.” Ada Moss, Jan Reed. *Gull Letters* Poster (1998)"),
        ("(2004), J. F. Hill, M. Reed, «Cold tides», Proc. Fens Conf., revised June 2020", VENUE,
         "(2004), J. F. Hill, M. Reed, «Cold tides», Gull Letters, revised June 2020"),
        ("(2004), J. F. Hill, M. Reed, «Cold tides», Proc. Fens Conf., revised June 2020", {"year": 2005},
         "(2005), J. F. Hill, M. Reed, «Cold tides», Proc. Fens Conf., revised June 2020"),
        ("Ines Cook and Bo Fox – **Learned storms by harbours** – In *Annals of Swifts* Fen Press. 2012.", VENUE,
         "Ines Cook and Bo Fox – **Learned storms by harbours** – In *Gull Letters* Fen Press. 2012."),
        ("Notes on kelp. Part I<br>**Max Lind** & Bo Fox [2014], Fen Letters", {"title": "Sand"},
         "Sand<br>**Max Lind** & Bo Fox [2014], Fen Letters"),
        ("Notes on harbours. Part 2 – 2005", {"title": "Sand and tides"}, "Sand and tides – 2005"),
    ],
)  # fmt: skip
def test_what_is_beside_a_field_stays(line: str, values: Values, after: str) -> None:
    assert changed(values, line) == after


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("The width of fens, I May Reed, Ada Moss. ICE. 2016.", "title authors"),
        ("Wind on dunes by Ada Moss, Jan Reed, *Fen Review* (2022)", "title authors"),
        ("Ada Moss & Jan Reed, In Ferries We Trust. in Fen Letters, 2006", "title"),
        ("张伟 潮汐模型及应用 *盐业史学报* 2017.", "title authors"),
        ("河流与城市. 李雷，王小明, (2001): 『湿地研究』", "title venue"),
        ("河流与城市 陈思远,张伟 《河流科学》, [2015]", "title authors"),
        ("*Gulls (and apples) in Peru*<br>(2016). *Journal of Foxes*.", "title venue"),
        ("Ada Moss y Jan Lind. *In Kelp We Trust*: In *Wet Boats* 2006", "title venue"),
        ("2015: Fen Working Paper: Robust nets at crows. Moss, K., Bird, D. & Lake, J.", "title venue"),
        ("芦苇的生长．陈思远；张伟 - 『海洋通报』，*2025*", "title venue"),
        ("WINTER, L.; Quill: Strong lamps in weak rain. *Review of Rivers*, 1998.", "title authors"),
        ("Ada Moss. Salt » and sand: a history. *Fen Review*, 2020.", "title authors"),
        ("Ada Moss. The “ice of small lakes. *Fen Review*, 2020.", "title authors venue"),
    ],
)
def test_what_may_be_otherwise_is_unsure(line: str, fields: str) -> None:
    assert read(line).unsure.issuperset(fields.split())


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Ice in the maps - Xiu Çelik, Lena Moss, Proc. Grain Conf., 12(3), 45–67 arXiv:2201.01234 2008", "arXiv"),
    ],
)
def test_what_goes_along_with_a_venue_is_told(line: str, word: str) -> None:
    with pytest.raises(Refused, match=word):
        changed(VENUE, line)


@pytest.mark.parametrize("title", ["Was „Moor“ heißt", "Vad ”mosse” betyder", "Was »Moor« heißt", "What “bog” means"])
def test_a_quotation_that_is_all_in_the_title_is_of_it(title: str) -> None:
    entry = read(f"Ada Moss, Bo Reed. [{title}](https://example.org/p). *Fen Review*, 2020.")
    assert (entry.values["title"], "authors" in entry.unsure) == (title, False)


def test_titles_on_lines_of_their_own_are_so_in_the_whole_list() -> None:
    lines = (
        "Slow lakes and tall reeds<br>Ada Moss, Jan Reed<br>*Fen Review*, 2019",
        "The long winter of ponds<br>Jan Reed, Ada Moss<br>*Salt Letters*, 2018",
        "A survey of quiet bogs<br>Ada Moss, Bo Inn<br>*Fen Review*, 2017",
        "Stations & Keepers<br>Ada Moss, Bo Inn<br>*Fen Review*, 2016",
    )
    entries = page(*lines).entries("publications")
    assert entries[3].values["title"] == "Stations & Keepers"
    assert [author.name for author in authors_in(entries[3].values)] == ["Ada Moss", "Bo Inn"]


@pytest.mark.parametrize("state", ["In preparation", "Under review", "Forthcoming", "Manuscript in preparation"])
def test_how_far_a_paper_is_is_no_venue(state: str) -> None:
    assert read(f"Ada Moss, Bo Reed. On the width of rivers. {state}.").values["venue"] is None


@pytest.mark.parametrize(
    "line",
    [
        "L. Page-Brook, J. Ko. “A theory of folded maps”. Harb. Stud. Q. 2017. 37: 391–404.",
        "**MOSS, Ada**: “*Ferries in winter*”, Review of Maps, 2019, c. XXXVII, sy. 6, ss. 123-136.",
    ],
)
def test_a_venue_is_changed_with_its_volume_whatever_counts_it(line: str) -> None:
    now = changed(VENUE, line)
    assert "Gull Letters" in now
    assert not any(word in now for word in ("Harb", "Review", "391", "XXXVII"))


def test_a_title_in_italics_before_a_venue_in_italics_ends_there() -> None:
    entry = read("Hori, T. 2015. *Robust estimates of snow depth*. *Annals of Field Optics*. **34**, 376–397.")
    assert (entry.values["title"], entry.values["venue"]) == (
        "Robust estimates of snow depth",
        "Annals of Field Optics",
    )


def test_labels_beside_a_title_on_its_line_are_labels() -> None:
    lines = (
        "[Slow lakes and tall reeds](https://example.org/1)<br>Ada Moss, Jan Reed<br>*Fen Review*, 2019",
        "[The long winter of ponds](https://example.org/2)<br>Jan Reed, Ada Moss<br>*Salt Letters*, 2018",
        "[A survey of quiet bogs](https://example.org/3)<br>Ada Moss, Bo Inn<br>*Fen Review*, 2017",
        "[Grey ferries](https://example.org/4) [PDF](https://example.org/5)<br>Ada Moss, Bo Inn<br>*Fen Review*, 2016",
    )
    entry = page(*lines).entries("publications")[3]
    assert entry.values["title"] == "Grey ferries"
    assert [link.label for link in links_of(entry.values["links"])] == ["title", "PDF"]
