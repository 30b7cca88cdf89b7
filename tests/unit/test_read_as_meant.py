"""Kinds of entries that are read as their writers meant them, and surely so, alone and in a list."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Entry, Values, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

Meant = tuple[str, str, str, str | None]

WITHOUT_TITLES: list[tuple[str, str, str]] = [
    ("R. Moss, S. Reed, Imag. Rev. Lett. 99, 022001 (2022)", "R. Moss; S. Reed", "Imag. Rev. Lett. 99, 022001"),
    ("R. Moss and S. Reed, Nucl. Phys. B 12, 1 (1999)", "R. Moss; S. Reed", "Nucl. Phys. B 12, 1"),
    ("R. Moss, S. Reed and T. Lind, JHEP 05 (2020) 123", "R. Moss; S. Reed; T. Lind", "JHEP 05 (2020) 123"),
    ("R. Moss, S. Reed, *Phys. Rev. Lett.* **99**, 022001 (2022) [arXiv:2201.01234](https://example.org)",
     "R. Moss; S. Reed", "Phys. Rev. Lett."),
    ("R. Moss *et al.*, Eur. Phys. J. C 80 (2020) 12", "R. Moss", "Eur. Phys. J. C 80 (2020) 12"),
    ("**R. Moss**, S. Reed, Imag. J. 12, 34 (2020)", "R. Moss; S. Reed", "Imag. J. 12, 34"),
    ("B. Reed,* A. Moss, Angew. Imag. Int. Ed. 2017, 56, 1234.", "B. Reed; A. Moss",
     "Angew. Imag. Int. Ed. 2017, 56, 1234"),
]  # fmt: skip
LINES: list[Meant] = [
    # theses
    ("陳大河(2018)。河流的記憶(未出版博士論文)。虛構大學,臺北。", "河流的記憶", "陳大河", "虛構大學,臺北"),
    ("김갈대(2018). 강의 기억. 박사학위논문, 상상대학교.", "강의 기억", "김갈대", "박사학위논문, 상상대학교"),
    ("MOSS, Ana Maria. **Rios e margens**: um estudo. 2019. 120 f. Dissertação (Mestrado em Letras) – "
     "Universidade do Brejo, Lagoa, 2019.", "Rios e margens: um estudo", "MOSS, Ana Maria",
     "Dissertação (Mestrado em Letras) – Universidade do Brejo, Lagoa"),
    ("MOSS, A. Rios e margens. 2019. Tese (Doutorado) - Universidade do Brejo, Lagoa, 2019.", "Rios e margens",
     "MOSS, A.", "Tese (Doutorado) - Universidade do Brejo, Lagoa"),
    ("Moss, A. (2019). *The river* (Doctoral dissertation). Fen University, Oslo.", "The river", "Moss, A.",
     "Fen University, Oslo"),
    # a title goes on with the number of its part
    ("A. Moss. Graphs, Part II: Trees. *Fen Letters*, 2012.", "Graphs, Part II: Trees", "A. Moss", "Fen Letters"),
    ("A. Moss. Graphs, Vol. 1: Trees. Fen Press, 2012.", "Graphs, Vol. 1: Trees", "A. Moss", "Fen Press"),
    ("*Graphs, Vol. 1: Trees*. Fen Press, 2012.", "Graphs, Vol. 1: Trees", "", "Fen Press"),
    ("Graphs, Teil 2: Bäume. A. Moss. *Fen Letters*, 2012.", "Graphs, Teil 2: Bäume", "A. Moss", "Fen Letters"),
    ("Notes on Storms. Part I. **H. García**, A. Marsh, B. Okonkwo Jr. (Proc. Nets Conf.) (2018)",
     "Notes on Storms. Part I", "H. García; A. Marsh; B. Okonkwo Jr.", "Proc. Nets Conf"),
    ("Notes on Storms. Part I. H. García, A. Marsh. Nets, 2018", "Notes on Storms. Part I", "H. García; A. Marsh",
     "Nets"),
    ("Notes on Storms. II. Hail. H. García. *Nets* 12 (2018) 33", "Notes on Storms. II. Hail", "H. García", "Nets"),
    # a title begins with a quotation
    ("A. Moss, B. Reed. \"I see you\": Gaze in groups. *Fen Review*, 2012.", "\"I see you\": Gaze in groups",
     "A. Moss; B. Reed", "Fen Review"),
    ("Moss, A. (2012). „Ich sehe dich“: Blicke in Gruppen. *Fen Review*, 12(3), 1–9.",
     "„Ich sehe dich“: Blicke in Gruppen", "Moss, A.", "Fen Review"),
    ("Moss, A. (2012). « Je te vois » : regards croisés. *Fen Review*, 12(3), 1–9.",
     "« Je te vois » : regards croisés", "Moss, A.", "Fen Review"),
    # bare initials with particles and suffixes, and people after a number
    ("Moss R Jr, de Souza e Lind M, van der Berg HJ 3rd. Ice on lakes. J Imag. 2021;3:4.", "Ice on lakes",
     "Moss R Jr; de Souza e Lind M; van der Berg HJ 3rd", "J Imag. 2021;3:4"),
    ("van der Berg HJ, de Souza e Lind M, Moss R Jr. Ice on lakes. J Imag. 2021;3:4.", "Ice on lakes",
     "van der Berg HJ; de Souza e Lind M; Moss R Jr", "J Imag. 2021;3:4"),
    ("da Souza e Lind M, Moss R. Ice on lakes. J Imag. 2021;3:4.", "Ice on lakes", "da Souza e Lind M; Moss R",
     "J Imag. 2021;3:4"),
    ("**DuneBench: Neural Tracking of Boats**. **Fen Working Paper**, 7 L. B. Fox, J.-L. Ruiz-Mar y Z. da Lind | 2024.",
     "DuneBench: Neural Tracking of Boats", "L. B. Fox; J.-L. Ruiz-Mar; Z. da Lind", "Fen Working Paper, 7"),
    # who edited what, and who wrote it
    ("Moss, A. (2017) 'Rivers', in Reed, B. and Lind, C. (eds) *Water*. Oslo: Peat Press, pp. 45–60.", "Rivers",
     "Moss, A.", "Water"),
    ("A. Moss, B. Reed (Hrsg.), *Wasserrecht*, Moorverlag, Berlin 2014.", "Wasserrecht", "A. Moss; B. Reed",
     "Moorverlag, Berlin"),
    ("Moss, A. y B. Reed. 2018. \"La niebla y el río\", en C. Lind (comp.), El libro de las aguas, Lagos, 2018.",
     "La niebla y el río", "Moss, A.; B. Reed", "El libro de las aguas, Lagos"),
    ("Sorting with Dark Otters. A. Moss, B. Reed. IEEE Trans. Nets 12 (2006).", "Sorting with Dark Otters",
     "A. Moss; B. Reed", "IEEE Trans. Nets 12"),
    ("[In Gulls We Trust](https://example.org) / Hugo G. Law / to appear in Workshop on Kelp, pp. 3–7 (2004).",
     "In Gulls We Trust", "Hugo G. Law", "Workshop on Kelp, pp. 3–7"),
    # initials with raised numbers, and beside numerals of people
    ("Lind, E. F.<sup>1</sup>, and García, B. T.<sup>2</sup>, (2001). On wine and crows. **Revista de Maps**.",
     "On wine and crows", "Lind, E. F.; García, B. T.", "Revista de Maps"),
    ("Robust tides in winter. Carla Singer II, Bo Rice and Yuki W. Field. *Fen Letters*, 2013.",
     "Robust tides in winter", "Carla Singer II; Bo Rice; Yuki W. Field", "Fen Letters"),
    ("**Tides in winter**. A. Moss, & S. Marsh → [Fen Letters](https://example.org). 2013.", "Tides in winter",
     "A. Moss; S. Marsh", "Fen Letters"),
    ("“Small tracking of ice”. A. Moss, B. Reed. Technical Report, Ice Lab. 2012.", "Small tracking of ice",
     "A. Moss; B. Reed", "Technical Report, Ice Lab"),
    # where a meeting was
    ("A. Moss, Ice on lakes, Int. Conf. on Peat, Oslo, Norway, 2019", "Ice on lakes", "A. Moss", "Int. Conf. on Peat"),
    ("A. Moss, B. Reed, Ice on lakes, Proc. of the Int. Conf. on Peat, Oslo, Norway, 2019", "Ice on lakes",
     "A. Moss; B. Reed", "Proc. of the Int. Conf. on Peat"),
]  # fmt: skip
ALONE: list[tuple[str, list[str]]] = [
    ("Lakes of the north | A. Moss, B. Reed | Fen Review 2012\n\nFoam and sand: a theory | C. Lind | *Peat*, 2013\n",
     ["Lakes of the north/A. Moss; B. Reed/Fen Review", "Foam and sand: a theory/C. Lind/Peat"]),
    ("“Lakes of the north,” 2022.\n\n“On the price of salt” (with A. Reed), 2022\n",
     ["Lakes of the north//None", "On the price of salt/A. Reed/None"]),
    ("- Why foam on lakes? Job market paper.\n- Lakes of the north. Manuscript in preparation.\n- Old rivers. "
     "Under review.\n",
     ["Why foam on lakes?//None", "Lakes of the north//None", "Old rivers//None"]),
]  # fmt: skip
"""Sections, and what is read in them."""
DOUBTED: list[str] = [
    "- *The Book of Reeds*, translated by Ada Moss, Peat Press, 2015.\n",
    "- Avec B. Martin, « Les eaux lentes », *Revue des marais*, 10, 2016.\n",
    "- 2018 Review of Cy Lind, The Salt Road, in Fen Law Review 40: 12-14.\n" * 2,
    "- *String Quartet No. 2* (2019), for two violins and cello. Premiered by the Fen Quartet, Oslo.\n",
    "- Nguyễn Văn An (2018), Sương mù, NXB Đầm Lầy, Hà Nội.\n",
    "- Иванов, А. А. История озёр : дис. … канд. ист. наук / А. А. Иванов. — М., 2015.\n",
    "- **Bird, May**, Frost, Will L. y Lind, Rosa G.<br>[Cold Bread](https://example.org) - In SaltConf, 2002.\n" * 3,
    "- Carla Marsh, Emre H. Kim y Will S. Marsh. *The width of dunes*. Ferries Press, 2022.\n",
    "1. (2026) 塩の歴史 田中マリ、鈴木ゆい、山田さくら. 《砂の科学》.\n" * 3,
    "- (2006). Ferries in the City, 1890–1914. **Causal Maps**\n" * 2,
    "- Translated *The Fog* (by Ivo Lind) from the Estonian, Peat Press, 2019.\n",
    "- Nets v. Crown, __E.T. Lind__, P. Moss & C. Page, ***Acta Wine*** 4, 112–130 Springer, (2000)\n" * 2,
    "- 박모래,이소금,김갈대 갈대의 역사 《소금학보》, 2021.\n" * 3,
    "- A hidden theory of lamps arXiv:2201.01234. *Acta Wine* 7. 1999.\n" * 2,
    "3. **Lind**, Kim & Rice, (2025), Peat – Bogs Letters\n",
    "- 《갈대연구》，第3期: 《소금과 모래》，이소금, 김갈대 (2000)\n",
    "- Moss, A. (2019), Ville et tourbe, Paris, Marais, coll. « Eaux », 240 p.\n",
    "- Moss, A.: Art. „Nebel“, in: Lexikon der Gewässer, Bd. 2, Sp. 45–47.\n",
    "- 김갈대 외 2인, 안개 그물, 습지학회지, 2018.\n",
    '- Moss, A. (2018). "Fog", Encyclopedia entry. In: Water A–Z, vol. 2.\n',
    "- Vera Lake On the ferries of foxes. *Acta Maps* 7. 1999.\n" * 2,
    "- *Is ice learned? Evidence from peat*, (2024), **Lind, Xiu**: in *Proceedings of the Snow Symposium*.\n" * 2,
    "- Modelling boats in the grain, 2015 [Revista de Gulls]. (accepted)\n" * 2,
    "- Herons (and ferries) in 1848, 1999. → [Fast Ferries](https://example.org)\n",
    "- Counting ice with open reeds, 2007 (winner of the Gull Prize). → [ICE](https://example.org)\n" * 3,
    "- Slow Snow and Bread Rose D'Angelo, **Hugo Wu**, and June Lind: [PhD thesis, University of Apples] 2008.\n" * 3,
]
"""Sections in which nothing is sure that is not right."""


def page(*lines: str) -> Page:
    return Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))


def told(entry: Entry) -> dict[str, object]:
    """What an entry says, and what of it is not sure."""
    people = "; ".join(author.name for author in authors_in(entry.values))
    return {**entry.values, "authors": people, "unsure": {*entry.unsure} - {"year"}}


def same(entry: Entry, title: str, people: str, venue: str | None) -> bool:
    said = told(entry)
    return {name: said[name] for name in ("title", "authors", "venue")} == {
        "title": title, "authors": people, "venue": venue
    }  # fmt: skip


@pytest.mark.parametrize(("line", "title", "people", "venue"), LINES, ids=[line[:30] for line, *_ in LINES])
def test_a_line_is_read_as_it_was_meant_and_surely(line: str, title: str, people: str, venue: str | None) -> None:
    for entries in (page(line).entries("publications"), page(*[line] * 4).entries("publications")):
        assert [told(entry) for entry in entries if not same(entry, title, people, venue)] == []
        assert [entry.unsure for entry in entries if entry.unsure - {"year"}] == []


@pytest.mark.parametrize(("line", "people", "venue"), WITHOUT_TITLES, ids=[line[:30] for line, *_ in WITHOUT_TITLES])
def test_an_entry_without_a_title_says_who_and_where(line: str, people: str, venue: str) -> None:
    other = "R. Moss, S. Reed, Ice on lakes and rivers in winter, Imag. Rev. Lett. 99, 022001 (2022)"
    for lines in ([line], [line] * 3, [line, other, other]):
        entry = page(*lines).entries("publications")[0]
        assert told(entry) | {"year": 0, "links": ()} == {
            "title": "", "authors": people, "venue": venue, "year": 0, "links": (), "note": None, "unsure": {"title"}
        }  # fmt: skip


def test_an_entry_without_a_title_gets_another_year_and_no_title() -> None:
    before = page(*[line for line, *_ in WITHOUT_TITLES])
    year: Values = {"year": 1987}
    title: Values = {"title": "Ice on lakes"}
    assert edit.change(before, "publications", 1, year).page.text == before.text.replace("(2022)", "(1987)", 1)
    with pytest.raises(Refused):
        edit.change(before, "publications", 1, title)


@pytest.mark.parametrize(("section", "meant"), ALONE, ids=["bars", "quoted", "unfinished"])
def test_a_section_is_read_as_it_was_meant(section: str, meant: list[str]) -> None:
    entries = Page(Source(f"# Publications\n\n{section}".encode())).entries("publications")
    assert ["/".join(str(told(entry)[name]) for name in ("title", "authors", "venue")) for entry in entries] == meant


@pytest.mark.parametrize("section", DOUBTED)
def test_what_may_be_otherwise_is_doubted(section: str) -> None:
    for entry in Page(Source(f"# Publications\n\n{section}".encode())).entries("publications"):
        assert entry.unsure & {"title", "authors", "venue"}
