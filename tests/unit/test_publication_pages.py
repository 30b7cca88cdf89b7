"""Lists of publications as homepages of many disciplines write them: what is read, and what is written."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Entry, Values, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

CHEMISTRY = """\
* Moss, A.; Winter, B.; Quill, C. Coupling of Salt Doping and Oxygen-Rich Lamps in Marshes toward Advanced Mills \
and Photocatalytic Degradation. Phys. Chem. Mills 2023, 25 (39), 26748–26766.
* Moss, A.; Quill, C. Research on Salt Meshes with Percentages of Peat. React. Mills Eng. 2024, 9 (3), 532–542.
"""
GEOLOGY = """\
- Moss, A. F., Winter, B., 2018. Slabs of salt in the marsh. Marsh Planet. Sci. Lett., 489, 72-83, \
doi:10.1016/j.mpsl.2018.02.024. ([PDF](/papers/moss_mpsl2018.pdf))
- Moss, A. F., and Quill, C., 2016. The effect of rain on peat. Peat. Res. J., 208, 491-507, doi:10.1093/prj/prj003. \
([PDF](/papers/moss_prj2016.pdf))
"""
ENGINEERING = """\
- Ada Quill, Bo Winter, "Lamps of the marsh", Proceedings of the 6th Conference on Lamps, pp. 17-24, \
DOI: [10.1145/195.1](http://dx.doi.org/10.1145/195.1) (2011)
- Ada Quill, Cy Marsh, "Mills of the marsh", Lamp Systems, Vol. 12, pp. 211-233, IOS Press, \
DOI: [10.3233/W-1](http://dx.doi.org/10.3233/W-1) (2014)
"""
PSYCHOLOGY = """\
Quill, A., Moss, B. B., & Winter, C. (2021). Tides of the north. _Water Letters_, _43_(1), 52–68. \
<https://doi.org/10.1000/xyz.1>

Quill, A. (2019). Salt pans and lamps. _Peat Review_, _4_(2), 1–9. <https://doi.org/10.1000/xyz.2>
"""
LINGUISTICS = """\
Moss Sobrinho, Marina; Cardo, P.C.F.; Faver, Elo L. [Objetos de moinho](https://a.org/1). Novas Marés, v. 4, p. 1, 2006.

Guedes, H.M.C.; Cardo, P C F.; Freire, E.R. [Leitores de sal](https://a.org/2). Journal on Mills, v. 14, p. 54-61, 2023.

Alves, E.A.; Cardo, P.C.F.; Freire, A.P. [Resumos de sal](https://a.org/3). Journal on Mills, v. 12, p. 4-6, 2021.
"""
CLIMATE = """\
- **Dutre, N., Agost, C., Vigon, É., & Prié, F.**
  *Improving surface fluxes in polar mills: a case study at Lamp C, East Marsh.*
  *EGUmill* **(preprint)**, 2025.
  [DOI: 10.22541/a.1](https://doi.org/10.22541/a.1)
- **Agost, C., & Prié, F.**
  *Air Mass Effects on Salt.*
  *EGUmill* **(preprint)**, 2025.
  [DOI: 10.22541/a.3](https://doi.org/10.22541/a.3)
"""
PHYSICS = """\
- "[Lamps and the marsh](https://a.org/1)"<br />
 with [Peter L. Moss](https://b.org), [Simon Winter][sw], Cy Lear and [Nick Hart](https://c.org).<br />
 *International Conference on Mills (MILL), Oslo, Norway*, 2025;<br />
- "[Mills and the marsh](https://a.org/2)"<br />
 with [Simon Winter][sw] and Jack Day.<br />
 *Proceedings of Lamps*, 2023;<br />

[sw]: https://winter.example
"""
BIOLOGY = """\
1. Jorge Moss, Robert B. Allen, and Markus P. Eich. Asymmetric mills. Proceedings of the Mill Society B: \
Biological Mills, 283(1823):20152404, January 2016
2. Jorge Moss and Al Robled. Structure for renewal of mills. Journal of Mills, 26(2):3-15, February 2012.
"""
APA = """\
- Moss, A., & Quill, C. (2018). Slab mills in the marsh. *Mill Planet Letters, 489*(8), 72-83.
- Moss, A., & Quill, C. (2017). Slab lamps in the marsh. *Mill Planet Letters, 463*(2), 189-201.
"""
AUDIO = """\
* _Mills and their sounds_ (Dimitri de Oliveira Moss, **Tito Quill** e Ricardo Frost, 2020)
* _Moinhos e marés_ (**Tito Quill** e Ricardo Frost, 2017)
* _Redes de sal_ (**Tito Quill**, 2016)
"""
JAPAN = """\
1. 森田葦，福澤潮，"知識の推論の統合"，塩処理学会 第86回全国大会，7B-03 (2024/3/17)
1. 森田葦，柏木菜，"喫茶店の水車"，2018年度人工塩学会全国大会（第32回），DOI: [10.5555/p](https://a.org/p) (2018/6/8)
"""
READ = [
    (AUDIO, 1, "authors", "Dimitri de Oliveira Moss; Tito Quill; Ricardo Frost"),
    (JAPAN, 1, "venue", "塩処理学会 第86回全国大会，7B-03"),
    (JAPAN, 2, "venue", "人工塩学会全国大会"),
    (JAPAN, 2, "authors", "森田葦; 柏木菜"),
    (APA, 1, "venue", "Mill Planet Letters"),
    (CHEMISTRY, 1, "title", "Coupling of Salt Doping and Oxygen-Rich Lamps in Marshes toward Advanced Mills and "
     "Photocatalytic Degradation"),
    (CHEMISTRY, 1, "venue", "Phys. Chem. Mills 2023, 25 (39), 26748–26766"),
    (GEOLOGY, 1, "venue", "Marsh Planet. Sci. Lett., 489, 72-83"),
    (ENGINEERING, 1, "venue", "Proceedings of the 6th Conference on Lamps, pp. 17-24"),
    (LINGUISTICS, 1, "authors", "Moss Sobrinho, Marina; Cardo, P.C.F.; Faver, Elo L."),
    (LINGUISTICS, 2, "authors", "Guedes, H.M.C.; Cardo, P C F.; Freire, E.R."),
    (CLIMATE, 1, "title", "Improving surface fluxes in polar mills: a case study at Lamp C, East Marsh"),
    (CLIMATE, 1, "venue", "EGUmill (preprint)"),
    (PHYSICS, 1, "authors", "Peter L. Moss; Simon Winter; Cy Lear; Nick Hart"),
    (PHYSICS, 2, "authors", "Simon Winter; Jack Day"),
    (BIOLOGY, 1, "year", "2016"),
    ("- [Mills and salt](https://a.org/1)<br>Ada Frost, **Bo Moss (Corresponding Author)**<br>Mill Data, 2025.\n",
     1, "authors", "Ada Frost; Bo Moss"),
    ("- **[Uses of the ‘No Mill’ Policy](https://a.org/1)** (2024)  \n  With [Cy Moss](https://b.org) and Bo Frost\n",
     1, "title", "Uses of the ‘No Mill’ Policy"),
    ("- **[Uses of the ‘No Mill’ Policy](https://a.org/1)** (2024)  \n  With [Cy Moss](https://b.org) and Bo Frost\n",
     1, "authors", "Cy Moss; Bo Frost"),
    ("Ada Quill, Bo Winter:\nUser Centered Mills in Tides (SACE 2016). CHIR 2016: 337-340\n", 1, "venue",
     "CHIR 2016: 337-340"),
]  # fmt: skip


def page_of(body: str) -> Page:
    """A page with a list of publications."""
    return Page(Source(f"# Publications\n\n{body}".encode()))


def entry_of(body: str, number: int) -> Entry:
    """One of the entries of a list."""
    return next(entry for entry in page_of(body).entries("publications") if entry.number == number)


@pytest.mark.parametrize(("body", "number", "field", "value"), READ)
def test_a_list_is_read(body: str, number: int, field: str, value: str) -> None:
    values = entry_of(body, number).values
    found = "; ".join(author.name for author in authors_in(values)) if field == "authors" else values[field]
    assert str(found) == value


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("- Moss John, Abhis, “Minority Mills,” *AIM* 46, no. 3 (December 2019).\n", {"authors"}),
    ],
)
def test_what_a_bracket_or_one_word_may_go_on_with_is_unsure(line: str, fields: set[str]) -> None:
    assert fields <= entry_of(line, 1).unsure


def test_a_lone_bold_name_in_brackets_is_unsure() -> None:
    assert {"authors", "venue"} <= entry_of(AUDIO, 3).unsure


def test_what_a_paper_is_cited_by_is_no_paper() -> None:
    bibtex = "<pre><code>@article{quill, title = {Salt}, year = 2019}</code></pre>"
    body = f"- Quill, A. (2019). Salt. *Peat Review*.\n\n<div>\n{bibtex}\n</div>\n"
    assert len(page_of(body).entries("publications")) == 1


NEW: Values = {
    "title": "New tides",
    "authors": (Author("Ada Frost"), Author("Bo Lear"), Author("Cy Day")),
    "venue": "Salt",
    "year": 2031,
}
"""A new paper, of people whose names tell no order."""


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (
            "+ 2022\\. Mills. (With Bo Moss.) *Peat*. DOI: <https://a.org/1> {[PDF](https://a.org/1.pdf)}.\n"
            "+ 2021\\. Lamps. (With Cy Moss.) *Peat*. DOI: <https://a.org/2> {[PDF](https://a.org/2.pdf)}.\n",
            "+ 2031\\. New tides. (With Ada Frost, Bo Lear, Cy Day.) *Salt*.\n",
        ),
        (PSYCHOLOGY, "Frost, A., Lear, B., & Day, C. (2031). New tides. _Salt_.\n"),
        (ENGINEERING, '- Ada Frost, Bo Lear, Cy Day, "New tides", Salt (2031)\n'),
        (
            "- Quill, A., Winter, V. (2022). *Fuzzy Mills*. [DOI](https://doi.org/10.3390/app1)\n"
            "- Quill, A., Winter, V. (2021). *Salt Mills*. [DOI](https://doi.org/10.3390/app2)\n",
            "- Frost, A., Lear, B., Day, C. (2031). *New tides*. *Salt*.\n",
        ),
        (
            "- **Mills and their lamps** Ada Quill, *Salt 2023*\n- **Lamps** Lecture at the M.A., *Peat 2022*\n"
            "- **Tides and lamps** Ada Quill, Abe Winter, *Peat 2022*\n",
            "- **New tides** Ada Frost, Bo Lear, Cy Day, *Salt 2031*\n",
        ),
        (
            "- Quill, Ada. “Mills.” *Peat* 19, no. 1 (2022): 118–134.\n"
            "- Quill, Ada. “Lamps.” *Peat* 18, no. 2 (2021): 1–3.\n",
            "- Frost, Ada, Bo Lear, and Cy Day. “New tides.” *Salt*, 2031.\n",
        ),
    ],
)
def test_a_new_paper_has_nothing_of_its_neighbours(body: str, line: str) -> None:
    assert f"\n{line}" in edit.add(page_of(body), "publications", NEW).page.text


@pytest.mark.parametrize(
    ("body", "number", "change", "old", "new"),
    [
        (GEOLOGY, 1, {"year": 2031}, "B., 2018.", "B., 2031."),
        (GEOLOGY, 1, {"venue": "Salt Letters"}, "Marsh Planet. Sci. Lett., 489, 72-83,", "Salt Letters,"),
        (
            ENGINEERING,
            1,
            {"venue": "Salt Letters"},
            "Proceedings of the 6th Conference on Lamps, pp. 17-24,",
            "Salt Letters,",
        ),
        (BIOLOGY, 1, {"year": 2031}, "January 2016", "January 2031"),
        (APA, 1, {"venue": "Salt Letters"}, "Mill Planet Letters, 489", "Salt Letters, 489"),
    ],
)
def test_an_edit_leaves_identifiers_alone(body: str, number: int, change: Values, old: str, new: str) -> None:
    changed = edit.change(page_of(body), "publications", number, change).page.text
    assert changed == page_of(body.replace(old, new, 1)).text


CELLS = """---
title: Ada
---

## Publications

<table>
<tr><th>Year</th><th>Papers</th></tr>
<tr><td>2025</td><td>
<p><b>On dim lamps</b>, Ada Moss, Ben Sample, <i>Lamp Journal</i></p>
<p><b>On fog</b>, Ben Sample, Ada Moss, <i>Fog Studies</i></p>
<p><b>On ice</b>, Ada Moss, Bo In, <i>Fog Studies</i></p>
</td></tr>
<tr><td>2024</td><td>
<p><b>On old lamps</b>, Ada Moss, Ben Sample, <i>Lamp Journal</i></p>
</td></tr>
</table>
"""


@pytest.mark.parametrize("tags", [("<p>", "</p>"), ("<div>", "</div>"), ("<li>", "</li>")])
def test_paragraphs_of_one_make_in_a_cell_are_publications_of_the_row_s_year(tags: tuple[str, str]) -> None:
    text = CELLS.replace("<p>", tags[0]).replace("</p>", tags[1])
    if tags[0] == "<li>":
        text = text.replace("<td>\n", "<td><ul>\n").replace("\n</td>", "\n</ul></td>")
    page = Page(Source(text.encode()))
    found = [(entry.values["title"], entry.values["year"]) for entry in page.entries("publications")]
    assert found == [("On dim lamps", 2025), ("On fog", 2025), ("On ice", 2025), ("On old lamps", 2024)]

    after = edit.remove(page, "publications", 2).page.text
    assert after == text.replace(f"{tags[0]}<b>On fog</b>, Ben Sample, Ada Moss, <i>Fog Studies</i>{tags[1]}\n", "")


def test_a_publication_of_another_year_is_put_into_no_row() -> None:
    page = Page(Source(CELLS.encode()))
    new: Values = {"title": "On hail", "authors": (Author("Ada Moss"), Author("Bo In")), "venue": "Hail"}
    with pytest.raises(Refused, match="there is no section 2026 yet"):
        edit.add(page, "publications", {**new, "year": 2026})
    after = edit.add(page, "publications", {**new, "year": 2025}).page.text
    assert "<p><b>On hail</b>, Ada Moss, Bo In, <i>Hail</i></p>\n<p><b>On dim lamps</b>" in after
