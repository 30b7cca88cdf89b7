"""Lists as historians, economists and teachers write them: chapters in books, talks, abstracts below titles."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Entry, Value, authors_in
from profile_tui.content.kinds import classify
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

CHAPTER = "Moss Ada, « Un lac et deux rives ? », in *{book}* (dir. Reed Ben et Lac Cy), Presses du Nord, 2024, 92-103."


def entries_of(*lines: str) -> list[Entry]:
    items = "\n".join(f"- {line}" for line in lines)
    return list(Page(Source(f"# Publications\n\n{items}\n".encode())).entries("publications"))


def names_of(entry: Entry) -> list[str]:
    return [author.name for author in authors_in(entry.values)]


@pytest.mark.parametrize(
    "book",
    [
        "Glaces du nord, rives sensibles",
        "Marcher, Nager, Regarder les rives du nord",
        "Mares : des rives et des gens",
        "Au lac comme au port. Pratiques des anciens, images et échos modernes",
    ],
)
def test_a_venue_in_italics_is_all_that_is_in_italics(book: str) -> None:
    (entry,) = entries_of(CHAPTER.format(book=book))
    assert entry.values["venue"] == book


def test_a_volume_after_italics_is_none_of_the_venue() -> None:
    (entry,) = entries_of("Ada Moss, Ben Reed. Counting small lakes from above. *Lake Review*, 12, 2024.")
    assert entry.values["venue"] == "Lake Review"


def test_an_edit_of_a_venue_leaves_nothing_of_it_in_italics() -> None:
    text = "# Publications\n\n- Moss Ada, « Un lac ? », in *Mares : des rives et des gens*, 80, 2014, 67-77.\n"
    after = edit.change(Page(Source(text.encode())), "publications", 1, {"venue": "Revue des lacs"}).page.text
    assert after == text.replace("Mares : des rives et des gens", "Revue des lacs")


def test_italics_before_a_venue_in_bold_are_the_title() -> None:
    entries = entries_of(
        "**2021** – Ada Moss. *Un lac par le livre. L’“eau claire” des éditions du Nord (1941-1944)*. "
        "**Revue de glace**, 150 (Varia): 3–16. Presses du Nord.",
        "**2020** – Ada Moss and Ben Reed. *Counting small lakes from above*. **Fen Review**, 12: 4–9. Peat Press.",
        "**2019** – Ada Moss. *Lake of lakes. Why Ana Reed could be the inventor of the “flying pond”*. **Ice 2019**.",
    )
    assert [(entry.values["title"], entry.values["venue"]) for entry in entries] == [
        ("Un lac par le livre. L’“eau claire” des éditions du Nord (1941-1944)", "Revue de glace"),
        ("Counting small lakes from above", "Fen Review"),
        ("Lake of lakes. Why Ana Reed could be the inventor of the “flying pond”", "Ice"),
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Revues internationales avec comité de lecture", "publications"),
        ("Dossier dans une revue à comité de lecture", "publications"),
        ("Artículos en revistas con comité evaluador", "publications"),
        ("Artigos com revisão por pares", "publications"),
        ("Articoli con comitato di redazione", "publications"),
        ("Chapitre d’ouvrage collectif", "publications"),
        ("Membre du comité de lecture", "service"),
        ("Comités de lecture", "service"),
        ("Revisión por pares", "service"),
        ("Chapitre 1", None),
        ("新聞・雑誌記事", "text"),
    ],
)
def test_papers_that_a_committee_read_are_no_service(heading: str, kind: str | None) -> None:
    assert classify(heading) == kind


def test_what_journals_are_called_is_no_person() -> None:
    entries = entries_of(
        "**2024:** Counting small lakes from above, Journal of Lakes",
        "**2023:** FOG: drawing mist on maps, Fen Biology",
        "**2022:** Reed beds in winter light, MarshConf/Moss-Sys",
        "**2021:** Mapping wet moss at night, Proceedings of Bogs",
    )
    assert [names_of(entry) for entry in entries] == [[], [], [], []]
    assert entries[1].values["venue"] == "Fen Biology"


@pytest.mark.parametrize(
    ("line", "unsure"),
    [
        (
            "Reed, B., & **Moss, A.** (2019). Does rain in spring change small lakes? "
            "Gemeinsame Tagung der Fachgruppen Wasser und Eis (WaEi) 2019, Bonn, Deutschland.",
            "title venue",
        ),
        ("2021 – « Elle nage trop » : images du lac en ville, Collectif Mare, Presses du Nord", "title authors venue"),
    ],
)
def test_a_meeting_and_its_place_are_unsure(line: str, unsure: str) -> None:
    (entry,) = entries_of(line)
    assert entry.unsure.issuperset(unsure.split())


def test_a_venue_ends_before_the_word_that_counts_pages() -> None:
    (entry,) = entries_of(
        "森田武, 山口高, “湖の地図の作り方と使い方”, "
        "湖沼学会論文誌, Vol. 35, No. 4, pp. D-J33_1-14, DOI: 10.5555/lakes.35 (2020)"
    )
    assert entry.values["venue"] == "湖沼学会論文誌, Vol. 35, No. 4"


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("vol. 124, no. 393, LK2024-69, pp. 15-22, Mar 2025", "vol. 124, no. 393, LK2024-69, pp. 15-22, Mar 2031"),
        ("vol. 122, no. 85, LK2025-1, pp. 1-7, Jun 2025", "vol. 122, no. 85, LK2025-1, pp. 1-7, Jun 2031"),
        ("2025-LAKE-100, no. 62, pp. 1-8, Mar 2025", "2025-LAKE-100, no. 62, pp. 1-8, Mar 2031"),
        ("vol. 3, 2025-03-14", "vol. 3, 2031-03-14"),
    ],
)
def test_the_year_in_the_number_of_a_report_is_not_when_it_was_published(source: str, changed: str) -> None:
    text = (
        f'# Publications\n\n- Ada Moss, Ben Reed, "Counting small lakes from above," Lake Technical Report, {source}\n'
    )
    after = edit.change(Page(Source(text.encode())), "publications", 1, {"year": 2031}).page.text
    assert after == text.replace(source, changed)


@pytest.mark.parametrize("sign", ["&", "&amp;"])
def test_people_in_html_are_joined_as_before(sign: str) -> None:
    items = "".join(
        f"<li>Moss, A., {sign} Reed, B. (202{number}). <em>Counting small lakes from above</em>. Fen Review.</li>\n"
        for number in range(3)
    )
    page = Page(Source(f"# Publications\n\n<ul>\n{items}</ul>\n".encode()))
    people = (Author("Moss, A."), Author("Brook, D."))
    after = edit.change(page, "publications", 1, {"authors": people}).page.text
    assert f"<li>Moss, A., {sign} Brook, D. (2020)." in after


def test_a_page_without_headings_is_in_the_language_of_its_title() -> None:
    page = Page(Source("---\ntitle: Mes actualités\n---\n".encode()))
    after = edit.add(page, "news", {"date": "2026-11", "text": "Un lac de plus."}).page.text
    assert "## Actualités\n" in after


ABSTRACT = "We count lakes from above and ask how many there are in each country of the north and of the south, " * 3
ECONOMIST = f"""---
title: Research
---
<h2> Published Papers </h2>

## Counting lakes from above
<span>With Ben Reed and Cy Finch</span> \\
<span>Journal of Lakes, 2024 </span>  \\
{ABSTRACT}.\\
*[Link](https://example.org/lakes)

## Prices of reeds in winter \n<span>With Ben Reed</span> \\
<span>Fen Review, 2023 </span>  \\
{ABSTRACT}.\\
*[Link](https://example.org/reeds)
"""


def test_titles_with_abstracts_below_people_and_venue_are_publications() -> None:
    page = Page(Source(ECONOMIST.encode()))
    first, second = page.entries("publications")
    assert (first.values["title"], first.values["venue"], names_of(first)) == (
        "Counting lakes from above",
        "Journal of Lakes",
        ["Ben Reed", "Cy Finch"],
    )
    assert (second.values["title"], second.values["venue"], second.values["year"]) == (
        "Prices of reeds in winter",
        "Fen Review",
        2023,
    )
    values: dict[str, Value] = {
        "title": "Ponds",
        "authors": (Author("Dana Brook"),),
        "venue": "Bog Letters",
        "year": 2025,
    }
    after = edit.add(page, "publications", values).page.text
    assert after.count(ABSTRACT) == 2
    assert "## Ponds\n<span>With Dana Brook</span> \\\n<span>Bog Letters, 2025</span>\n" in after
