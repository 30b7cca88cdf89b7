"""Publications are read field by field, however a line parts title, authors, venue and year."""

from __future__ import annotations

from itertools import pairwise

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Entry, Link
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source


def read(line: str) -> Entry:
    page = Page(Source(f"# Publications\n\n- {line}\n".encode()))
    (entry,) = page.entries("publications")
    return entry


def people(entry: Entry) -> str:
    found = entry.values["authors"]
    assert isinstance(found, tuple)
    return "; ".join(author.name for author in found if isinstance(author, Author))


def labels(entry: Entry) -> dict[str, str]:
    found = entry.values["links"]
    assert isinstance(found, tuple)
    return {link.label: link.url for link in found if isinstance(link, Link)}


TWO = "Ada Example; Ben Sample"
JUNIOR = "A. Example; P. Moss Jr.; B. Press"
TURNED = "Example, A.; Sample, B."
LINES = (
    (
        "“Ice on lakes”, A. Example; P. Moss Jr.; B. Press, Journal of Ice, 2026",
        "Ice on lakes",
        JUNIOR,
        "Journal of Ice",
        2026,
    ),
    ("**Ice in spring**, A. Ex, *ICE*, 2026", "Ice in spring", "A. Ex", "ICE", 2026),
    (
        "Ada Moss, Ben Reed. Why do reeds sleep in winter? *Fen Review*, 2020.",
        "Why do reeds sleep in winter?",
        "Ada Moss; Ben Reed",
        "Fen Review",
        2020,
    ),
    ("雪论. Ada Moss, Bo Inn. *Fen Review*, 2021.", "雪论", "Ada Moss; Bo Inn", "Fen Review", 2021),
    (
        "Ada Moss, Ben Sample. **[Re] On (very) dim lamps [with fog]**. Lamp Journal, 2025.",
        "[Re] On (very) dim lamps [with fog]",
        "Ada Moss; Ben Sample",
        "Lamp Journal",
        2025,
    ),
    (
        "[The wages of lamps](/w), with Evan Trial and Bo Moss. Revise and Resubmit, *Lamps*, 2026.",
        "The wages of lamps",
        "Evan Trial; Bo Moss",
        "Lamps",
        2026,
    ),
    (
        "Pella Peters, Ada Moss, The slow drift of small rain over wells, *Technical Report* TR-12, Fen Lab 2020.",
        "The slow drift of small rain over wells",
        "Pella Peters; Ada Moss",
        "Technical Report TR-12, Fen Lab",
        2020,
    ),
    ("Ada Example, Ben Sample. ‘Ice’, *ICE*, 2026 *Featured in the News.*", "Ice", TWO, "ICE", 2026),
    (
        "Example, A. and Sample, B., Deep wells, J. Ice, 2026",
        "Deep wells",
        "Example, A.; Sample, B.",
        "J. Ice",
        2026,
    ),
    (
        "Example, A., & Marsh Jr., P. Ice, fog and snow. *ICE*, 2026.",
        "Ice, fog and snow",
        "Example, A.; Marsh Jr., P.",
        "ICE",
        2026,
    ),
    (
        "A. von der Au. *Ice on small lakes*. Acta Lacustria, 2026.",
        "Ice on small lakes",
        "A. von der Au",
        "Acta Lacustria",
        2026,
    ),
    (
        "A. Example, Kartika, B. Sample: Ice on small lakes. *ICE*, 2026.",
        "Ice on small lakes",
        "A. Example; Kartika; B. Sample",
        "ICE",
        2026,
    ),
    ("Example, A., Kartika, & Sample, B. (2026). Ice. *ICE*.", "Ice", "Example, A.; Kartika; Sample, B.", "ICE", 2026),
    (
        "Kartika and Sample, B.: Ice on small lakes. *ICE*, 2026.",
        "Ice on small lakes",
        "Kartika; Sample, B.",
        "ICE",
        2026,
    ),
    (
        "Example I. Maps, mills and markets of ice. *ICE*, 2026.",
        "Maps, mills and markets of ice",
        "Example I.",
        "ICE",
        2026,
    ),
    (
        "Ferries, Trade, and the Price (with A. Example), *ICE*, 2026",
        "Ferries, Trade, and the Price",
        "A. Example",
        "ICE",
        2026,
    ),
    (
        "**Ice on small lakes** (with March and bin Salim), *ICE*, 2026",
        "Ice on small lakes",
        "March; bin Salim",
        "ICE",
        2026,
    ),
    (
        "Ada Example, Ice on small lakes, Duke Lamp J. **75** (2026), 12.",
        "Ice on small lakes",
        "Ada Example",
        "Duke Lamp J.",
        2026,
    ),
    (
        "Ada Example, Ben Sample, Ice on small lakes, J. Phys. Fog **52**, 860 (2026)",
        "Ice on small lakes",
        TWO,
        "J. Phys. Fog",
        2026,
    ),
    (
        "Example A, Sample B. Ice, fog and snow. *ICE*. 2026;4:1-9.",
        "Ice, fog and snow",
        "Example A; Sample B",
        "ICE",
        2026,
    ),
    (
        "Example, A., & Sample, B. Ice, fog and snow. *ICE*, 2026.",
        "Ice, fog and snow",
        "Example, A.; Sample, B.",
        "ICE",
        2026,
    ),
    ("Ada Example, Ben Sample, Paper boats on lakes, II. *ICE*, 2026.", "Paper boats on lakes, II", TWO, "ICE", 2026),
    ("*Ice, Fog, and the Bishop*, Ada Example, Ben Sample, ICE, 2026", "Ice, Fog, and the Bishop", TWO, "ICE", 2026),
    ("*Ice on small lakes*, with A. Example, to appear in ICE, 2026.", "Ice on small lakes", "A. Example", "ICE", 2026),
    ("«El hielo» (con Ada Example y Ben Sample), *ICE*, 2026.", "El hielo", TWO, "ICE", 2026),
    (
        "Ice on small lakes, 9 Journal of Ice Law 759 (2026) (with Will May)",
        "Ice on small lakes",
        "Will May",
        "9 Journal of Ice Law 759",
        2026,
    ),
    (
        "Ada Example, *Ice on small lakes*, 42 Harbour L. Rev. (forthcoming 2026)",
        "Ice on small lakes",
        "Ada Example",
        "Harbour L. Rev",
        2026,
    ),
    (
        "**Ice on small lakes**, Ada Example, Ben Sample, *R&R at* Peat Papers, 2026",
        "Ice on small lakes",
        TWO,
        "Peat Papers",
        2026,
    ),
    (
        "최유진, 김민수, 「작은 호수의 긴 겨울」, 『호수학회지』 45, 2026, 515-542쪽.",
        "작은 호수의 긴 겨울",
        "최유진; 김민수",
        "호수학회지",
        2026,
    ),
    (
        "森 春香「小さな湖の長い冬」『湖沼学会誌』第81巻、2026年、572-601頁。",
        "小さな湖の長い冬",
        "森 春香",
        "湖沼学会誌",
        2026,
    ),
    ("Ada Example, Ben Sample. Ice on small lakes. *ICE*, 2026.", "Ice on small lakes", TWO, "ICE", 2026),
    ("Ada Example, Ben Sample. Ice on small lakes. In ICE, 2026.", "Ice on small lakes", TWO, "ICE", 2026),
    ("Ada Example, Ben Sample, Ice on small lakes, *ICE*, 2026.", "Ice on small lakes", TWO, "ICE", 2026),
    ("Ada Example, Ben Sample: Ice on small lakes. *ICE*, 2026.", "Ice on small lakes", TWO, "ICE", 2026),
    (
        "Ada Example, Ben Sample (2026). Ice on small lakes. *Journal of Ice*.",
        "Ice on small lakes",
        TWO,
        "Journal of Ice",
        2026,
    ),
    ("Ada Example, Ben Sample. “Ice on small lakes.” *ICE*, 2026.", "Ice on small lakes", TWO, "ICE", 2026),
    ("Ada Example, Ben Sample. Why is ice cold? *ICE*, 2026.", "Why is ice cold?", TWO, "ICE", 2026),
    ("Ada Example, Ben Sample. [Ice on small lakes](u). *ICE*, 2026.", "Ice on small lakes", TWO, "ICE", 2026),
    ("Ada Example, Ben Sample. **Ice on small lakes**. *ICE*, 2026.", "Ice on small lakes", TWO, "ICE", 2026),
    ("[Ice on small lakes](u), Ada Example, Ben Sample, *ICE*, 2026", "Ice on small lakes", TWO, "ICE", 2026),
    ("[Ice on small lakes](u). Ada Example, Ben Sample. *ICE 2026*.", "Ice on small lakes", TWO, "ICE", 2026),
    ("**Ice on small lakes**. Ada Example, Ben Sample. **ICE 2026**", "Ice on small lakes", TWO, "ICE", 2026),
    ("**Ice on small lakes**<br>Ada Example, Ben Sample<br>*ICE*, 2026", "Ice on small lakes", TWO, "ICE", 2026),
    ("`ICE 2026` [Ice on small lakes](u), Ada Example, Ben Sample", "Ice on small lakes", TWO, "ICE", 2026),
    ("[ICE 2026] **Ice on small lakes**, Ada Example, Ben Sample", "Ice on small lakes", TWO, "ICE", 2026),
    ('"Ice on small lakes", Ada Example, Ben Sample, *ICE*, 2026', "Ice on small lakes", TWO, "ICE", 2026),
    ("Ice: a *short* history, Ada Example, Ben Sample, *ICE*, 2026", "Ice: a short history", TWO, "ICE", 2026),
    ("[Ice & snow: A_b](u), Ada Example, Ben Sample, *ICE*, 2026", "Ice & snow: A_b", TWO, "ICE", 2026),
    (
        "[Ice on 9 lakes in 1990](u), Ada Example, Ben Sample, *ICE*, 2026",
        "Ice on 9 lakes in 1990",
        TWO,
        "ICE",
        2026,
    ),
    (
        "@article{m18, title={Soil, {DNA} and floods}, journal = {Bogs}, year = 2019, author={Moss, A. and Reed, B.}}",
        "Soil, {DNA} and floods",
        "Moss, A.; Reed, B.",
        "Bogs",
        2019,
    ),
    ("Moss, Anna, e.a., ‘Tall lamps’, *Bogs* 7 (2005)", "Tall lamps", "Moss, Anna", "Bogs", 2005),
    ("Moss, Anna, u.a., ‘Tall lamps’, *Bogs* 7 (2005)", "Tall lamps", "Moss, Anna", "Bogs", 2005),
    (
        "The frost and its clerks.Moss G, Fen S, Reed L-H.Bog Stud. 2003;7:1",
        "The frost and its clerks",
        "Moss G; Fen S; Reed L-H",
        "Bog Stud. 2003;7:1",
        2003,
    ),
    (
        "欧阳兰, 刘洋：《慢速河流研究》，《计算机与湖泊》，2011年第3期。",
        "慢速河流研究",
        "欧阳兰; 刘洋",
        "计算机与湖泊",
        2011,
    ),
    (
        "Klara Moss and Jo So, *Standing Water: Property and the Tide*, 39 Harbour L. Rev. (forthcoming 2022)",
        "Standing Water: Property and the Tide",
        "Klara Moss; Jo So",
        "Harbour L. Rev",
        2022,
    ),
    (
        "Press B, **Do M**. Vitamin D, moonlight, and mood. *Eur J Bells* 2010;52:138–142.",
        "Vitamin D, moonlight, and mood",
        "Press B; Do M",
        "Eur J Bells",
        2010,
    ),
    (
        "Ada Moss (2012). Ferries, Trade, and the Price of Salt. *Bog Studies*, 87, 340.",
        "Ferries, Trade, and the Price of Salt",
        "Ada Moss",
        "Bog Studies",
        2012,
    ),
    (
        "Øre Þ, Li W. FoldIt: A System for Maps. N Engl J Moss. 2014;88(5):235-256.",
        "FoldIt: A System for Maps",
        "Øre Þ; Li W",
        "N Engl J Moss. 2014;88(5):235-256",
        2014,
    ),
    (
        "„Nebel und Licht“, in: *Moor und Recht* 53 (2013), S. 582–609 (mit zu Berg, M., Jung, P. & Bach, H.).",
        "Nebel und Licht",
        "zu Berg, M.; Jung, P.; Bach, H.",
        "Moor und Recht",
        2013,
    ),
    # a word that leads in, with nothing after it
    (
        "Ada Moss, Ben Reed. *Ice on small lakes*. Tide Letters, 2025, Accepted",
        "Ice on small lakes",
        "Ada Moss; Ben Reed",
        "Tide Letters",
        2025,
    ),
)
IDS = [row[0] for row in LINES]


@pytest.mark.parametrize(("line", "title", "names", "venue", "year"), LINES, ids=IDS)
def test_a_line_is_read(line: str, title: str, names: str, venue: str, year: int) -> None:
    entry = read(line)
    assert (entry.values["title"], people(entry), entry.values["venue"], entry.values["year"]) == (
        title,
        names,
        venue,
        year,
    )


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("[[Paper](p)] [[Code](c)]", {"Paper": "p", "Code": "c"}),
        ("[Paper](p) \\| [Code](c)", {"Paper": "p", "Code": "c"}),
        ("[**Paper**](p) / [**Code**](c)", {"Paper": "p", "Code": "c"}),
        ("<a href='p'>Paper</a> <a href='c'>Code</a>", {"Paper": "p", "Code": "c"}),
        ("[PDF]()", {"PDF": ""}),
        ("", {}),
    ],
)
def test_links_are_read_with_their_labels(behind: str, found: dict[str, str]) -> None:
    entry = read(f"**Ice on small lakes**, Ada Example, Ben Sample, *ICE*, 2026. {behind}")
    assert labels(entry) == found


def test_the_title_s_link_is_the_first_of_the_links() -> None:
    entry = read("[Ice on small lakes](t), Ada Example, Ben Sample, *ICE*, 2026. [Code](c)")
    assert list(labels(entry).items()) == [("title", "t"), ("Code", "c")]


@pytest.mark.parametrize(("line", "title", "names", "venue", "year"), LINES, ids=IDS)
def test_each_field_has_a_slot_of_its_own(line: str, title: str, names: str, venue: str, year: int) -> None:
    entry = read(line)
    slots = sorted(entry.slots.items(), key=lambda pair: pair[1])
    assert {"title", "authors", "venue", "year"} <= entry.slots.keys()
    for (_, span), (name, other) in pairwise(slots):
        assert span.end <= other.start or name == "year"


@pytest.mark.parametrize("line", ["See [Scholar](u) for all.", "More to come soon.", "[CV](cv.pdf)"])
def test_a_remark_in_the_list_is_no_publication(line: str) -> None:
    page = Page(Source(f"# Publications\n\n{line}\n".encode()))
    assert not page.entries("publications")


def test_a_title_over_two_links_is_read_and_not_edited() -> None:
    page = Page(
        Source(
            b"# Publications\n\n"
            b"- [Effects of tall lamps on reeds](https://example.org/1) [and on their neighbours](https://example.org/2),"
            b" Ada Trial, Ben Sample, *LampConf*, 2024\n"
            b"- [Reading many reeds at dusk](https://example.org/3), Ada Trial, Cy Test, *LampConf*, 2023\n"
        )
    )
    first, second = page.entries("publications")
    assert first.values["title"] == "Effects of tall lamps on reeds and on their neighbours"
    assert second.values["title"] == "Reading many reeds at dusk"
    with pytest.raises(Refused, match="I can't tell for certain where the title"):
        edit.change(page, "publications", 1, {"title": "Lamps"})
    after = edit.change(page, "publications", 2, {"title": "Lamps at dusk"}).page
    assert "[Lamps at dusk](https://example.org/3), Ada Trial, Cy Test" in after.text


def test_an_edit_of_an_entry_in_bibtex_leaves_its_key() -> None:
    page = Page(Source(b"# Publications\n\n- @article{moss_2018, title={Tall lamps}, journal={Bogs}, year={2018}}\n"))

    after = edit.change(page, "publications", 1, {"venue": "Ponds", "year": 2019}).page.text

    assert after.endswith("- @article{moss_2018, title={Tall lamps}, journal={Ponds}, year={2019}}\n")
