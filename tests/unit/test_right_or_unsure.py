"""What one line alone may say in two ways is read as its writer meant it, or said to be unsure: never surely wrong."""

from __future__ import annotations

from contextlib import suppress

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Entry, Values, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

LINES: list[tuple[str, str, str, str | None]] = [
    # a name may be a title, a title may be names
    ("Slow rivers and their banks. Noor AL-HADI. _PEAT Workshop_, 2020.",
     "Slow rivers and their banks", "Noor AL-HADI", "PEAT Workshop"),
    ("2021. Зоя Мостовая. **Карты болот**. *Известия озёр*.", "Карты болот", "Зоя Мостовая", "Известия озёр"),
    ("Wells, Trade, and the Price of Salt, with Moss, forthcoming, *Tides*.",
     "Wells, Trade, and the Price of Salt", "Moss", "Tides"),
    ("Tom Large and Eva Moss Self-Assembly of Peat Acids. *Chem. Peat* 2020, 60, 426.",
     "Self-Assembly of Peat Acids", "Tom Large; Eva Moss", "Chem. Peat"),
    ("Ada Moss, Jan Reed, Rivers, Roads, and the Price of Grain, Fen Review, 2026.",
     "Rivers, Roads, and the Price of Grain", "Ada Moss; Jan Reed", "Fen Review"),
    ("Ada Moss, Peat v. Crown: Property After Floods, Fen Review, 2011",
     "Peat v. Crown: Property After Floods", "Ada Moss", "Fen Review"),
    ("É. Moss, Le vent, la dune et l'homme, Cahiers du sel, 2014",
     "Le vent, la dune et l'homme", "É. Moss", "Cahiers du sel"),
    ("Hail over towns and fields. Ada Example. HAIL 2021.", "Hail over towns and fields", "Ada Example", "HAIL"),
    ("Ada Example. Hail over towns and fields. HAIL 2021.", "Hail over towns and fields", "Ada Example", "HAIL"),
    ("Moss, Ada F., Reed, Bo. Hail over towns. *Ice Letters*, 2021.",
     "Hail over towns", "Moss, Ada F.; Reed, Bo", "Ice Letters"),
    # people in one word, or with a sign that joins them
    ("[Quiet Lamps](https://example.org/l), Best & Lindo, *Northern Studies*, 2020",
     "Quiet Lamps", "Best; Lindo", "Northern Studies"),
    ("**Learning to Queue**, Early, Large, May, Ægir and March, *Tidal Studies*, 2012",
     "Learning to Queue", "Early; Large; May; Ægir; March", "Tidal Studies"),
    ("Hedges as homes. Ryba, Zdeněk & Đỗ, Ngọc Anh. _Bog Quarterly_, 1991.",
     "Hedges as homes", "Ryba, Zdeněk; Đỗ, Ngọc Anh", "Bog Quarterly"),
    ("B. Press, I. Young, Suhartono. On the warmth of old stone. *Tides*, 1992.",
     "On the warmth of old stone", "B. Press; I. Young; Suhartono", "Tides"),
    ("O. Salim, Suhartono, and P. Marsh Jr. Lamps in the fog. *Tides*, 2000.",
     "Lamps in the fog", "O. Salim; Suhartono; P. Marsh Jr.", "Tides"),
    ("“Lamps in the mist”, N. Quill and A. Moss, Tidal Papers, 2000",
     "Lamps in the mist", "N. Quill; A. Moss", "Tidal Papers"),
    ("‘Small peat’<br>French y Haddad<br>2022. in `arXiv`.", "Small peat", "French; Haddad", "arXiv"),
    ("2007, Moss RS y **Reed MC**. Maps v. Crown. Fen Working Paper", "Maps v. Crown", "Moss RS; Reed MC",
     "Fen Working Paper"),
    ("Nets v. Crown. by **Moss, A.-M.**, et al. *Fen Review* (Oslo, Norway), 2007.", "Nets v. Crown", "Moss, A.-M.",
     "Fen Review"),
    ("Why do swifts sleep? *J. H. Wood*. *Journal of Maps*, 2020", "Why do swifts sleep?", "J. H. Wood",
     "Journal of Maps"),
    ("Why do rivers sleep? D'Angelo, B., Jr In Proc. of Fen Working Paper 3 (2), 2026",
     "Why do rivers sleep?", "D'Angelo, B., Jr", "Proc. of Fen Working Paper 3 (2)"),
    ("**Quiet storms** - A. Moss, B. Reed In Proc. of arXiv preprint 4",
     "Quiet storms", "A. Moss; B. Reed", "Proc. of arXiv preprint 4"),
    ("Hans v. Moor, Ida Berg, Jan Reed: Der Fluss. In: Vogelwarte 3 (2019)",
     "Der Fluss", "Hans v. Moor; Ida Berg; Jan Reed", "Vogelwarte 3"),
    ("Ada Example. Foo. PhD thesis, 2021.", "Foo", "Ada Example", "PhD thesis"),
    ("[2008], Jan Ortega y Sal, **Yuki Major**<br>Modelling nets in the tides<br>Fen Working Paper",
     "Modelling nets in the tides", "Jan Ortega y Sal; Yuki Major", "Fen Working Paper"),
    ("Rich G, Ortega y Sal CF y Bird MK. **On rivers and ice in winter**. *Fen Review*. 1998",
     "On rivers and ice in winter", "Rich G; Ortega y Sal CF; Bird MK", "Fen Review"),
    ("**2015**, **[Maps of ice](http://x.example/1)**. *Tove D. von Riedel*; Dale Law; and Jan Lind in ACM SOIL.",
     "Maps of ice", "Tove D. von Riedel; Dale Law; Jan Lind", "ACM SOIL"),
    ("‘Quiet Soil: Bogs, Tides and law’ Lind, Max, da Silva, Mark B. y Wu, Jan, Jr. *Acta Harbours*, 1998.",
     "Quiet Soil: Bogs, Tides and law", "Lind, Max; da Silva, Mark B.; Wu, Jan, Jr.", "Acta Harbours"),
    ("von Riedel T<br>Northern Storms and Wine<br>*Fen Review*, 2015", "Northern Storms and Wine", "von Riedel T",
     "Fen Review"),
    ("J. Moss and K. Reed, Cliques, cycles and Ramsey numbers, *Combinatorial Letters* 11 (2023), 30-44.",
     "Cliques, cycles and Ramsey numbers", "J. Moss; K. Reed", "Combinatorial Letters"),
    ("**J. Moss**. Colorings, Part II: The Planar Case. *Combinatorial Letters*, 2023.",
     "Colorings, Part II: The Planar Case", "J. Moss", "Combinatorial Letters"),
    ("Moss, A. 2024. \"Who Said 'No'?\" *Imagined Review* 12 (1): 1–9.", "Who Said 'No'?", "Moss, A.",
     "Imagined Review"),
    ("(2021) *El archivo y la ciudad*. Tesis doctoral, Universidad Imaginaria.", "El archivo y la ciudad", "",
     "Tesis doctoral, Universidad Imaginaria"),
    ("“Χάρτες των βάλτων”, Βροχή Ζ, Πέτρας Γ, Περιοδικό Παλιρροιών, 2016", "Χάρτες των βάλτων", "Βροχή Ζ; Πέτρας Γ",
     "Περιοδικό Παλιρροιών"),
    # brackets and numerals that a title goes on with, and where things were
    ("**J. So**. An “old” lamp. *SAMPLE* 1990;11:1-9.", "An “old” lamp", "J. So", "SAMPLE"),
    ("Ada Quill, Bo Winter: Overview of Quiet Tides (Temporalia) Task. NTC 2014",
     "Overview of Quiet Tides (Temporalia) Task", "Ada Quill; Bo Winter", "NTC"),
    ("The width of fens, I. Jan Reed, Ada Moss. Fen Letters, 2016", "The width of fens, I", "Jan Reed; Ada Moss",
     "Fen Letters"),
    ("Ada Moss, Jan Reed. Salt (and swifts) in Peru, In *Kelp*, 2006", "Salt (and swifts) in Peru",
     "Ada Moss; Jan Reed", "Kelp"),
    ("Canals (and storms) in 1848: A. Moss, B. Reed and **C. Lind**, In `ICE`", "Canals (and storms) in 1848",
     "A. Moss; B. Reed; C. Lind", "ICE"),
    ("Fen Letters - **On reeds and tides, II**, A. Moss; and V. Reed, 2015.", "On reeds and tides, II",
     "A. Moss; V. Reed", "Fen Letters"),
    ("Ada Moss, 2018: [Drawing ferries with lamps](u), In Salt<br>Springer", "Drawing ferries with lamps", "Ada Moss",
     "Salt"),
    ("**Moss, A.**, Reed, B. & Lake, C. (2017). Do reeds grow at night or in the morning? "
     "Vortrag auf der 9th Reed Conference in Oslo, Norwegen.", "Do reeds grow at night or in the morning?",
     "Moss, A.; Reed, B.; Lake, C.", "Vortrag auf der 9th Reed Conference in Oslo, Norwegen"),
    ("Reed, B., & **Moss, A.** (2016). *Ein Versuch über das Wachsen von Schilf* (Vortrag). "
     "50. Kongress der Freunde der Seen, September 2016, Leipzig.", "Ein Versuch über das Wachsen von Schilf",
     "Reed, B.; Moss, A.", "50. Kongress der Freunde der Seen"),
    ("Ada Moss, Ben Reed. Counting small lakes from above. *LakeConf*, Oslo, Norway, 2024.",
     "Counting small lakes from above", "Ada Moss; Ben Reed", "LakeConf"),
    ("Counting foxes on maps<br>NeurFens<br>with Jan Reed - 2015", "Counting foxes on maps", "Jan Reed", "NeurFens"),
    ("(1999): Modelling Peat from Rivers to Ferries. Lind, Zora, Sharp, Carla. - Oslo, Norway.",
     "Modelling Peat from Rivers to Ferries", "Lind, Zora; Sharp, Carla", None),
    # theses, reviews, and people in brackets
    ("Moss, A. (2011). Lamps in the fog. Bachelor thesis. Fen University.", "Lamps in the fog", "Moss, A.",
     "Bachelor thesis. Fen University"),
    ("Moss, Ada. Review of *The Long Night*, by Ida Holm. *Stage Review* 11 (2017): 90–92.",
     "Review of The Long Night, by Ida Holm", "Moss, Ada", "Stage Review"),
    ("Moss, A. “Ice and salt” (with I. Holm), forthcoming in *Salt Review*.", "Ice and salt", "Moss, A.; I. Holm",
     "Salt Review"),
    ("Moss, A. “Ice and salt” (with Ida Holm). *Salt Review*, 2019.", "Ice and salt", "Moss, A.; Ida Holm",
     "Salt Review"),
    ("Moss, Ada. “Fog Plays.” Translated by Ida Holm. *Stage Review* 12 (2019): 1–9.", "Fog Plays", "Moss, Ada",
     "Stage Review"),
    ("With Jan Holm, I study peat. Ida Berg, Max Quill and others have said that bogs grow.", "Peat", "Jan Holm", None),
    ("*Peat v Crown* [2019] FLR 45, case note by H. Moss.", "Peat v Crown", "H. Moss", "FLR 45"),
    # East Asia
    ("鈴木ゆい、田中マリ. 砂と海. 『湿地研究』，(1998).", "砂と海", "鈴木ゆい; 田中マリ", "湿地研究"),
    ("佐藤健 2017 “湿地における葦の研究”: 『湿地研究』", "湿地における葦の研究", "佐藤健", "湿地研究"),
    ("王小明，李雷 (1998) 《河流与城市》．《海洋通报》", "河流与城市", "王小明; 李雷", "海洋通报"),
    ("“河流与城市”，陈思远,李雷，海洋通报，(2021).", "河流与城市", "陈思远; 李雷", "海洋通报"),
    ("2002, 소금학보．《습지 연구 방법》．김갈대.", "습지 연구 방법", "김갈대", "소금학보"),
]  # fmt: skip


def page(line: str, before: str) -> Page:
    return Page(Source(f"# Publications\n\n{before}{line}\n".encode()))


def read(line: str, before: str) -> Entry | None:
    """What is read; None of a paragraph that may be prose."""
    found = page(line, before).entries("publications")
    assert len(found) == 1 or not before
    return found[0] if found else None


@pytest.mark.parametrize("before", ["", "- "], ids=["paragraph", "item"])
@pytest.mark.parametrize(("line", "title", "people", "venue"), LINES, ids=[line[:30] for line, *_ in LINES])
def test_a_field_is_right_or_unsure(line: str, title: str, people: str, venue: str | None, before: str) -> None:
    entry = read(line, before)
    if entry is None:
        return
    found = {
        "title": entry.values["title"],
        "authors": "; ".join(author.name for author in authors_in(entry.values)),
        "venue": entry.values["venue"],
    }
    meant = {"title": title, "authors": people, "venue": venue}
    assert {name: found[name] for name in found if name not in entry.unsure} == {
        name: meant[name] for name in meant if name not in entry.unsure
    }


@pytest.mark.parametrize(("line", "title", "people", "venue"), LINES, ids=[line[:30] for line, *_ in LINES])
def test_another_title_or_venue_stands_in_its_place_or_is_refused(
    line: str, title: str, people: str, venue: str | None
) -> None:
    del people
    for old, new in ((title, {"title": "Ash on the moor"}), (venue, {"venue": "Clay Review"})):
        values: Values = new
        try:
            after = edit.change(page(line, "- "), "publications", 1, values).page.text
        except Refused:
            continue
        assert old is not None
        word = next(iter(new.values()))
        ends = [(each, f"{word}{sign}") for each in (old, f"{old}.") for sign in ("", ".", ",")]
        assert after in {page(line.replace(each, end), "- ").text for each, end in ends}


@pytest.mark.parametrize(
    ("line", "venues"),
    [
        ("[Wind on dunes](https://example.org)<br>ICE 2026, Oslo", ["ICE"]),
        ("[Wind on dunes](https://example.org)<br>Ada Moss, Jan Reed<br>ICE 2026, Oslo", ["ICE"]),
        ("Ice - J. Tanaka and X. García. Annals of Bogs, Volume 86 ISBN 978-0-00-000000-2. (2006).",
         ["Annals of Bogs", "Annals of Bogs, Volume 86"]),
    ],
)  # fmt: skip
def test_what_is_beside_a_venue_stays_or_the_change_is_refused(line: str, venues: list[str]) -> None:
    after = page(line, "- ").text
    with suppress(Refused):
        after = edit.change(page(line, "- "), "publications", 1, {"venue": "Clay Review"}).page.text
    assert after in [page(line.replace(venue, word), "- ").text for venue in venues for word in (venue, "Clay Review")]
