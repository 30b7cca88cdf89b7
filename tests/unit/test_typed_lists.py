"""Lists of publications as people type them by hand: what is around the fields of an entry is none of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Entry, Value, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source


def entries(body: str) -> Sequence[Entry]:
    return Page(Source(f"# Publications\n\n{body}\n".encode())).entries("publications")


def told(entry: Entry) -> tuple[object, str, object, object]:
    found = entry.values["authors"]
    assert isinstance(found, tuple)
    people = "; ".join(author.name for author in found if isinstance(author, Author))
    return entry.values["title"], people, entry.values["venue"], entry.values["year"]


ICE = "Ice on small lakes"
TWO = "Ada Moss; Ben Reed"
LINES = (
    # places and publishers
    ("Ada Moss / Ben Reed: Vom Rand der Moore. Bielefeld: transcript, 2014.", "Vom Rand der Moore", TWO,
     "Bielefeld: transcript", 2014),
    ("Ada Moss / Ben Reed: Stille Ufer. München: Fink, 2011.", "Stille Ufer", TWO, "München: Fink", 2011),
    ("Ada Moss / Ben Reed: Licht und Wasser. Köln: Moor Verlag, 2016.", "Licht und Wasser", TWO, "Köln: Moor Verlag",
     2016),
    ("Ada Moss, *The Long Lake*, Oxford: Peat Press, 2019, 320 pp., ISBN 978-0-00-000001-2, £35.", "The Long Lake",
     "Ada Moss", "Oxford: Peat Press", 2019),
    ("*The Long Lake* (Peat Press, 2019). Translated into Welsh and Korean.", "The Long Lake", "", "Peat Press", 2019),
    ("*The Long Lake* (Peat Press, 2015). French translation: *Le long lac* (Paris: Rive, 2017).", "The Long Lake", "",
     "Peat Press", 2015),
    # editors
    ("Ada Moss (ed.), *The Lake Reader*, Peat Press, 2019.", "The Lake Reader", "Ada Moss", "Peat Press", 2019),
    ("Ada Moss and Ben Reed (eds.), *Rivers in Context*, Reed Books, 2015.", "Rivers in Context", TWO, "Reed Books",
     2015),
    ('"Lake," in *Encyclopedia of Water*, ed. B. Reed (New York: Peat Press, 2021).', "Lake", "",
     "Encyclopedia of Water", 2021),
    ("Wem gehört der Teich?, in: Karl Brook / Ute Long (Hgg.), Wasser und Recht, Berlin 2017, S. 101–119.",
     "Wem gehört der Teich?", "", "Wasser und Recht, Berlin 2017, S. 101–119", 2017),
    # co-authors after the title
    ("Wages near ponds, with Li Wei. *Pond Policy*, 2019", "Wages near ponds", "Li Wei", "Pond Policy", 2019),
    ("[Ice on small lakes](a.pdf) with Ada Moss and Ben Reed. LakeConf 2021.", ICE, TWO, "LakeConf", 2021),
    ("[Ice on small lakes](a.pdf) with A. Moss and B. Reed. LakeConf 2021.", ICE, "A. Moss; B. Reed", "LakeConf", 2021),
    # series, identifiers and what is beside a venue
    ("Ada Moss, Ben Reed. Ice on small lakes. Journal of Ice 12 (2021), 33–48. arXiv:2101.01234.", ICE, TWO,
     "Journal of Ice 12 (2021), 33–48", 2021),
    ("A. Moss, B. Reed: Ice on small lakes. In: LakeConf 2021. LNCS, vol. 12345, pp. 33–48. Springer (2021)", ICE,
     "A. Moss; B. Reed", "LakeConf 2021", 2021),
    ("Ice on small lakes (with Ben Reed), Fen Working Paper No. 12345, 2021", ICE, "Ben Reed",
     "Fen Working Paper No. 12345", 2021),
    ("Who pays for bogs?, Bog Research Paper No. 12, 2018", "Who pays for bogs?", "", "Bog Research Paper No. 12",
     2018),
    ("Moss, A. (2019): Lake depths, version 2 [Data set]. Dryad. https://doi.org/10.5061/dryad.1",
     "Lake depths, version 2", "Moss, A.", "Dryad", 2019),
    ("The Law of Lakes, 44 Oxford L. Rev. 345 (2021)", "The Law of Lakes", "", "44 Oxford L. Rev. 345", 2021),
    ("On rivers of degree three. River Math. J. 9 (2019), 1–15.", "On rivers of degree three", "",
     "River Math. J. 9 (2019), 1–15", 2019),
    ('"Heat in bogs", A. Moss, D. Brook, Bog Phys. Lett. 4, 7 (2018).', "Heat in bogs", "A. Moss; D. Brook",
     "Bog Phys. Lett. 4, 7", 2018),
    ('A. Moss, B. Reed, "Ice on small lakes," LakeConf, Oslo, Norway, June 2021.', ICE, "A. Moss; B. Reed",
     "LakeConf", 2021),
    ("On the width of rivers, B. Reed and A. Moss, RiverConf 2019. Full version in Journal of Rivers 9.",
     "On the width of rivers", "B. Reed; A. Moss", "RiverConf", 2019),
    ("Ada Moss and Ben Reed: *Lakes and their widths*. Ph.D. thesis, University of Fenland, 2015. Advisor: Cy Finch.",
     "Lakes and their widths", TWO, "Ph.D. thesis, University of Fenland", 2015),
    ("Counting lakes. Invited talk, LakeConf, Oslo, May 2021.", "Counting lakes", "",
     "Invited talk, LakeConf, Oslo", 2021),
    ("A. Jezioro, B. Trzcina, O liczeniu jezior, „Przegląd Jezior” 2021, nr 3, s. 33–48.", "O liczeniu jezior",
     "A. Jezioro; B. Trzcina", "Przegląd Jezior", 2021),
    ("« Les lacs du nord », *Revue des lacs*, n° 12, 2021, p. 33-48.", "Les lacs du nord", "", "Revue des lacs", 2021),
    ("Anna Moss and Dana Brook: *Bogs are hard to drain*, BogConf 2018", "Bogs are hard to drain",
     "Anna Moss; Dana Brook", "BogConf", 2018),
    ("C3. Anna Moss and Ben Reed, Ice on small lakes, LakeConf, 2021.", ICE, "Anna Moss; Ben Reed", "LakeConf", 2021),
    ('"Rivers in law," in: C. Finch and D. Brook (eds.), *Law and Nature*, Peat Press, 2018, pp. 101–120.',
     "Rivers in law", "", "Law and Nature", 2018),
    ("Das Recht der Seen, zusammen mit Ada Moss und Ben Reed, JZ 2019, 1–15", "Das Recht der Seen", TWO,
     "JZ 2019, 1–15", 2019),
    ("Das Recht der Flüsse, AcP 218 (2018), 7–21 (gemeinsam mit Ben Reed)", "Das Recht der Flüsse", "Ben Reed",
     "AcP 218 (2018), 7–21", 2018),
    # venues first, titles in brackets, reviews
    ("**[ICE'21]** Ice on small lakes. Ada Moss, Ben Reed.", ICE, TWO, "ICE'21", 2021),
    ("LakeConf 2021: Ada Moss, Ben Reed, “Ice on small lakes”", ICE, TWO, "LakeConf", 2021),
    ('LakeConf: "Ice on small lakes" (2021)', ICE, "", "LakeConf", 2021),
    ("[Seen und Sümpfe]. In: Moorblätter 12 (2017), 101–119.", "Seen und Sümpfe", "", "Moorblätter 12 (2017), 101–119",
     2017),
    ("Review of *The Long Lake* by Ben Reed, *Lake Studies* 12 (2021): 33–35.", "Review of The Long Lake", "",
     "Lake Studies", 2021),
    ("A. Moss, B. Reed. On the width of rivers. In preparation.", "On the width of rivers", "A. Moss; B. Reed",
     None, None),
)  # fmt: skip


@pytest.mark.parametrize(("line", "title", "names", "venue", "year"), LINES, ids=[row[0] for row in LINES])
def test_a_typed_line_is_read(line: str, title: str, names: str, venue: str, year: int | None) -> None:
    (entry,) = entries(f"- {line}")
    assert told(entry) == (title, names, venue, year)


def test_a_list_of_reviews_below_a_book_is_no_field_of_it() -> None:
    (entry,) = entries(
        "- *The Long Lake* (Peat Press, 2019).\n  - Reviewed in *Lake Times*, *Bog Quarterly*, and *The Fen*."
    )
    assert told(entry) == ("The Long Lake", "", "Peat Press", 2019)


def test_paragraphs_with_a_number_each_are_a_publication_each() -> None:
    found = entries(
        "(12) Moss, A.; Reed, B. Solvent effects in small lakes. *J. Lake Chem.* **2021**, *12*, 33–48.\n\n"
        "(11) Reed, B.; Finch, C. Copper in rivers. *River Lett.* **2019**, *9*, 1–15."
    )
    assert [told(entry)[:2] for entry in found] == [
        ("Solvent effects in small lakes", "Moss, A.; Reed, B."),
        ("Copper in rivers", "Reed, B.; Finch, C."),
    ]


def test_a_title_alone_is_one_where_its_list_sets_titles_off_so() -> None:
    body = (
        "- **Counting lakes in linear time**\n"
        "- **On the width of rivers**, Ben Reed, Ada Moss. *Journal of Rivers*, 2019.\n"
        "- **Bogs are hard to drain**, Ada Moss, Dana Brook. *Bog Letters*, 2018.\n"
    )
    assert [told(entry)[0] for entry in entries(body)] == [
        "Counting lakes in linear time",
        "On the width of rivers",
        "Bogs are hard to drain",
    ]
    assert not entries("- **All of my papers**\n- *Counting lakes*\n")


NEW: dict[str, Value] = {"title": "A new count", "authors": (Author("Ada Moss"),), "venue": "Wet Screens", "year": 2026}


@pytest.mark.parametrize(
    ("lines", "added"),
    [
        (
            (
                '- "Rivers in law," in: C. Finch and D. Brook (eds.), *Law and Nature*, Peat Press, 2018, pp. 101–120.',
                '- "The sound of lakes," in: B. Reed (ed.), *Handbook of Water*, Oxford UP, 2021, pp. 33–48.',
            ),
            '- "A new count," *Wet Screens*, 2026.',
        ),
        (
            (
                "(12) Moss, A.; Reed, B. Solvents in small lakes. *J. Lake Chem.* **2021**, *12*, 33–48.",
                "(11) Reed, B.; Moss, A. Copper in rivers. *River Lett.* **2019**, *9*, 1–15.",
            ),
            "(13) Moss, A. A new count. *Wet Screens* **2026**.",
        ),
        (
            (
                "- A. Moss, B. Reed: Counting lakes. In: LakeConf 2021. LNCS, vol. 12345, pp. 33–48. Springer (2021)",
                "- A. Moss, B. Reed: Counting rivers. In: LakeConf 2019. LNCS, vol. 11222, pp. 1–15. Springer (2019)",
            ),
            "- A. Moss: A new count. In: Wet Screens (2026)",
        ),
    ],
)
def test_the_next_line_is_written_as_those(lines: Sequence[str], added: str) -> None:
    gap = "\n" if lines[0].startswith("-") else "\n\n"
    page = Page(Source(f"# Publications\n\n{gap.join(lines)}\n".encode()))
    values = {**NEW, "authors": ()} if "”" in added or added.startswith('- "') else NEW
    assert added in edit.add(page, "publications", values).page.text.splitlines()


@pytest.mark.parametrize(
    "line",
    [
        "Ada Moss, Ben Reed. Living with lakes. Physica: Condensed Water, 2018.",
        'Ada Moss, Ben Reed. "Living with lakes". *Lake Notes*, 2018. With a reply.',
        "Ada Moss, Ben Reed. Living with lakes. *Lake Notes* 2018. arXiv:1801.01234",
        "Ada Moss, Ben Reed. Living with lakes. In *Lake Notes*, ed. Cy Finch, 2018.",
    ],
)
def test_a_line_that_only_looks_like_those_is_read(line: str) -> None:
    (entry,) = entries(f"- {line}")
    title, names, _, year = told(entry)
    assert (title, names, year) == ("Living with lakes", TWO, 2018)


@pytest.mark.parametrize(
    "line",
    [
        "*Les lacs du nord*, Paris, Éditions de la Rive, 2021.",
        "Seen und Sümpfe im Norden, in: Petra Finch (Hg.), Handbuch der Ufer, Köln 2019, S. 33–58.",
        "*The Long Lake* (Peat Press, 2019). Translated into Welsh and Korean.",
    ],
)
def test_what_a_rule_tells_is_no_doubt(line: str) -> None:
    (entry,) = entries(f"- {line}")
    assert "venue" not in entry.unsure


def test_a_mark_is_of_the_person_before_it_after_initials_too() -> None:
    lines = (
        "- Kim, S.\\*, Moss, A., & Wei, L.\\* (2021). Lakes and memory. *Journal of Ice*, 12(3), 33–48.",
        "- Moss, A., Okeke, C.\\*, & Reed, B. (2019). Rivers of thought. *Cognition and Water*, 9, 1–15.",
    )
    page = Page(Source(f"# Publications\n\n{chr(10).join(lines)}\n".encode()))
    first, _ = page.entries("publications")
    assert [author.marks for author in authors_in(first.values)] == [("*",), (), ("*",)]
    values = {**NEW, "authors": (Author("Ada Moss"), Author("Ben Reed"))}
    after = edit.add(page, "publications", values).page.text
    assert "- Moss, A., & Reed, B. (2026). A new count. *Wet Screens*." in after.splitlines()


def test_a_line_that_nobody_counted_is_a_publication_among_counted_lines() -> None:
    body = (
        '1、**Ada Moss**, Bo Reed. "On fens", Fen Review, 2024. <br>\n'
        '2、**Ada Moss**, Cy Reed. "On wells", Lake Letters, 2023. <br>\n'
        "   (best paper award of the year 2023)<br>\n"
        '3、**Ada Moss**, Bo Reed. "On ice", Fen Review, 2021. <br>\n'
        '4、Cy Reed, **Ada Moss**. "On slow rain", Tide Journal, vol. 6, 2019,pp. 9-30.<br>\n'
        'Bo Reed, **Ada Moss**, Mia Quarry. "Small harbours", Salt Access, vol. 7, 2019, pp. 26-30.<br>'
    )
    found = entries(body)
    assert [told(entry)[0] for entry in found] == ["On fens", "On wells", "On ice", "On slow rain", "Small harbours"]
    assert "best paper" in found[1].unit.content.of(f"# Publications\n\n{body}")


@pytest.mark.parametrize("name", ["In E", "In Ella"])
def test_who_is_called_in_may_be_the_first(name: str) -> None:
    (entry,) = entries(
        f"- {name}, **Moss A**, Long R. Cheap sensors for wet cellars. *J. Small Rivers*. 2010;33(3):26-9."
    )
    people = authors_in(entry.values)
    assert (len(people), people[0].name) == (3, name)


def test_people_in_japanese_are_parted_by_dots() -> None:
    first, second = entries(
        "1. 高橋一郎・森川健（2025）「灯台の記憶」『海洋史研究』27(9), 110–121.\n"
        "1. ジョン・スミス（2024）「山・川」『芸術・文化研究』3, 1–9."
    )
    assert told(first) == ("灯台の記憶", "高橋一郎; 森川健", "海洋史研究", 2025)
    assert second.values["title"] == "山・川"
