"""What might as well be read otherwise is marked unsure, and an edit of it is refused; what is plain is not."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Entry, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

DOUBTED = (
    # a name as title, or a title as name
    ("- Ada Example, Nora Quill, *Sleeping Rivers*, SAMPLE.", {"title", "authors", "venue"}),
    ("- Kartika. **Quiet Lamps**. *Northern Studies* 12 (2003), 1–9.", {"title", "authors"}),
    ("- **Tall Lamps** · Ludo VAN DER MOOR · *Bog Quarterly* · 2014", {"title", "authors"}),
    ("- A. Quill, E. Moss; Stone & Reed; Soil; 2006", {"title", "authors"}),
    ("- Rao & Kartika. On the warmth of old stone. In: ICE. 2018.", {"title", "authors"}),
    ("- Okafor, Olu: The Old Mill. *Soil*, 2008.", {"title", "authors"}),
    ("- Kartika, *Maps, mills and markets*, ICE.", {"title", "authors"}),
    ("- Lamps in the fog: a field study, Quill and Do, Annals of Mapping, 2002", {"title", "authors"}),
    # people as venue, or a venue among people
    ("- [Quiet Lamps](https://example.org/l)<br>On M; Kartika<br>Acta Lacustria, 1999", {"venue"}),
    ("- **[Lamps]** Reading small lakes. Link A, Best C, Kartika. 2011.", {"venue", "authors"}),
    ("- `PEAT Workshop 1998` **Hedges as borders, hedges as homes** Stone", {"venue", "authors"}),
    ("- **The Old Mill**, Lake, Lamps 1995.", {"authors", "venue"}),
    ("- **On the warmth of old stone**, Park & Quill, NeurLamp 1995.", {"venue", "authors"}),
    ("- Slow rivers and their banks. Max JOURNAL. University Press, 2007.", {"venue", "authors"}),
    ("- Counting ferries, M. On; O. Okafor; Kartika, Reed & Moss, 2021", {"venue", "authors"}),
    ("- O'Neil S; On M; Large T; Lamps 2.0; Reed & Moss; 2007", {"title", "authors"}),
    ("- “Storm surges”, Frost III, W., Suhartono, Lamp Letters, 2016", {"venue", "authors"}),
    # half a title
    ("- Reed, K., Mori, H., Suhartono: Maps, mills and markets. *Tides*, 1997.", {"title", "authors"}),
    ("- “Ice on lakes”, A. Moss, Kartika, B. Reed, Journal of Ice, 2026", {"authors"}),
    ("- Suhartono, H. Mori: Towards a theory of folded letters. *Tides*, 2023.", {"title", "authors"}),
    ("- Paul Marsh Jr., Tom Large, Suhartono: On the warmth of old stone. *Tides*, 2015.", {"title", "authors"}),
    ("- Jo So, Phys. Ponds **59**, 498 (2014). Search for raindrops *Featured in the Daily Lamp.*", {"title"}),
    ("- *Tides: A History*, So & Reed, **Annals of Mapping** 2009", {"title", "authors"}),
    ("- So & On, Lamps (and what they hide), *Journal of Tides*, 2001.", {"title", "authors"}),
    ("- L. Moor, K. Reed, *Tides: A History*, Lamps.", {"title", "venue"}),
    ("- Sukarno, A. Moss. On the warmth of old stone. Tides, 1992.", {"title", "authors"}),
    ("- In B, Reed X. Do ants queue? A note on lamps Orchard Rev. 2023;4:5", {"title", "venue"}),
    # what only a list can tell: a short title set off as an owner is, one word at the end of the people, no year
    ("- Ada Moss. **Quiet Rivers**. *Northern Studies* 12 (2003), 1–9.", {"title", "authors"}),
    ("- “Dim lamps of the north”, Quill, N., Kartika, Lamp Letters, 2016", {"authors", "venue"}),
    ("- A. Moss, B. Reed, *Sleeping rivers of the north*, Lamps.", {"title", "venue"}),
    ("- 佐藤花子・森春香：霧の中の灯台の検出，湖沼学会誌，Vol.21，2014．", {"title", "authors"}),
    (
        "<table>\n<tr><td>Duty and Dredge</td><td>Iris Long</td><td>Peat L.J.</td><td>2014</td></tr>\n</table>",
        {"authors"},
    ),
    ("- *Learning to Queue*, Hall, An & de Castro, American Economic Lamp (2018)", {"authors", "venue"}),
)
"""Entries with fields that are not certain to be what they seem."""
PLAIN = (
    "- Moss, S., An, J., and Marsh Jr., P. Self-Assembly of Peat Acids. *ACS Ponds* **2019**, 57, 811.",
    "- Zhou, X., Lindo, M. J., and March, A. On the Colour of Cobalt Glass. *Brine Lett.* **2019**, 65, 105.",
    "- Do M, Hall P. Long-term outcomes after minor splinters. Eur J Bells. 2010 Mar;29:353. PMID: 335329.",
    "- Noise in quiet circuits, A. Reed and **R. Hill**, Phys. Rev. Ponds **88**, 260 (2016)",
    "- Quill, N., & Kartika. Maps, mills and markets. arXiv 2020;15:1-9.",
    "- “Maps, mills”, Ægisdóttir, Þ., Winter, L., Kartika, & Reed, K., Northern Studies, 1999",
    "- Lindo, M. J., & Do, M. Maps, mills and markets of the north. *Tides*, 1999.",
    "- Rao P, Paper G. Vitamin D, moonlight, and mood. *Lamp Ponds* 2024;43:862–878.",
    "- Spin waves in ponds, D. Early, **R. Sale** and M. Law, J. Phys. Fog **52**, 860 (2017).",
    "- «El valor de la espera» (con de la Torre, L.), *Boletín de Molinos*, 2018.",
    "- **Tall lamps of the north**, A. Moss and C. Best, *Revise and resubmit at* Econometric Ponds, 2020.",
    "- 田中健「静かな港の調査」『湖沼学会誌』第20巻、2018年、798-826頁。",
    "- Ada Quill, *Standing Water: Property and the Tide*, 75 Harbour L. Rev. 12 (2012).",
    "- Wu, Y., and M. Do. Deep wells and the shallow graves. *Letters in Bird Acoustics*, 48 (2025): 101–28.",
    "- **Moss, Ada** (2020): Reeds, Rails and Rumours. *Proceedings of the Northern Academy*, Vol. 36, pp. 139–152.",
    "- **Quiet lamps of the north** · Ada Example, Bo Moss · *Journal of Tides* · 2023",
    "- **Quiet lamps of the north**<br>Ada Example, Bo Moss,  \n  Cy Reed<br>*Journal of Tides*, 2024",
    "- A survey of *Sphagnum* bogs. A. Quill and E. Moss. *Journal of Tides*, 2001.",
    "- Lake, Søren; Marsh Jr., Paul. How children draw bridges. *Tides*, 2015.",
    "- Marsh Jr., P., & Large, T. Is moss enough? *Acta Lacustria*, 1998.",
    "- Md. Quill, E. Moss. Slow rivers and their banks. *Journal of Tides*, 2001.",
    "- A. Quill and E. Moss. Slow rivers. In *Conference on Floods* (FLOOD), 2001.",
    "- Quill, A. Do ants queue? Revue d’histoire du climat de Ponds. 2023;4:5",
    "- Wells and the Price of Salt, with Ada Moss, forthcoming, *Journal of Tides*.",
    "- Ada Moss. **Quiet rivers of the north**. *Northern Studies* 12 (2003), 1–9.",
    "- “Dim lamps of the north”, Quill, N., Kartika, N., Lamp Letters, 2016",
    "- A. Moss, B. Reed, *Sleeping rivers of the north*, Lamps, 2020.",
)
"""Entries in which every field is certain."""


def entry(line: str) -> Entry:
    (found,) = Page(Source(f"# Publications\n\n{line}\n".encode())).entries("publications")
    return found


@pytest.mark.parametrize(("line", "fields"), DOUBTED)
def test_what_may_be_read_otherwise_is_unsure(line: str, fields: set[str]) -> None:
    assert fields <= entry(line).unsure


@pytest.mark.parametrize("line", PLAIN)
def test_what_is_plain_is_sure(line: str) -> None:
    assert entry(line).unsure == frozenset()


@pytest.mark.parametrize(("line", "fields"), DOUBTED)
def test_an_edit_of_what_is_unsure_is_refused(line: str, fields: set[str]) -> None:
    page = Page(Source(f"# Publications\n\n{line}\n".encode()))
    changes: dict[str, Values] = {"title": {"title": "Ash"}, "venue": {"venue": "Clay"}, "authors": {"authors": ()}}
    for name in fields - {"authors"}:
        with pytest.raises(Refused):
            edit.change(page, "publications", 1, changes[name])


def test_what_is_missing_is_unsure_where_words_are_in_no_field() -> None:
    assert "venue" in entry("- **[Zeitschrift]** A survey of quiet harbours. Lake, S., & Page, A. 2025.").unsure


def test_a_year_in_a_phrase_is_not_when_it_was_published() -> None:
    values = entry("- Rivers I; Deep R; Rao P. Ice of 1998. Acta Lacustria. 2023.").values

    assert values["year"] == 2023


def test_an_initial_ends_with_its_line() -> None:
    values = entry("- [Quiet lamps](https://example.org/l)<br>Mori, H.<br>J. Lamps, 1997").values

    assert (values["authors"], values["venue"]) == ((Author("Mori, H."),), "J. Lamps")


def test_a_short_title_of_a_person_ends_no_sentence() -> None:
    values = entry("- K. Reed, J. An. Dr. Moss meets Mr. Reed. *Journal of Tides*, 2001.").values

    assert values["title"] == "Dr. Moss meets Mr. Reed"


def test_paragraphs_that_are_whole_publications_are_not_put_together() -> None:
    text = "# Publications\n\nWang. 2008. Old lamps of the north. *Proc. Reed Soc.*.\n\n" + (
        "On and Nature. 2021. Why do swifts return? *Peat and Bog*.\n\nOn. 2020. Robust signals. *Peat and Bog*.\n"
    )
    years = [found.values["year"] for found in Page(Source(text.encode())).entries("publications")]

    assert years == [2008, 2021, 2020]
