"""Publications whose plain sentences, brackets and scripts tell what is what, and items that are none."""

from __future__ import annotations

import pytest

from profile_tui.content.entries.entry import Entry, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source


def _read(*lines: str) -> list[Entry]:
    """The publications of a list."""
    return list(Page(Source(("# Publications\n\n" + "\n".join(lines) + "\n").encode())).entries("publications"))


def _names(entry: Entry) -> list[str]:
    """The names of an entry's authors."""
    return [author.name for author in authors_in(entry.values)]


@pytest.mark.parametrize(
    "link",
    [
        "",
        " [doi](https://doi.org/10.5555/12)",
        " https://doi.org/10.5555/12",
        " DOI: [10.5555/12](https://doi.org/10.5555/12)",
        " doi:10.5555/12",
        " [PDF](/12.pdf) [code](https://example.org/code)",
    ],
)
def test_the_last_plain_sentence_with_capitals_is_the_venue_after_people_and_year(link: str) -> None:
    entries = _read(
        f"- **Reed KD**, Stone SS, & Field AD (2025). Signs of salt in the roots of reeds. New Lakes.{link}",
        f"- Nettle R, **Reed KD**, & Field RT (2023). Patterns of salt in small lakes. The Naturalist.{link}",
        f"- Nettle R, **Reed KD**, … & Stone SS (2020). Fungi of <i>Phragmites</i>, a reed. J. Phys. Lakes.{link}",
        f"- **Reed KD** & Field RT (2018). How lakes freeze in Utland, UL. Journal of Ice and of Water.{link}",
    )
    assert [(entry.values["title"], entry.values["venue"], entry.values["year"]) for entry in entries] == [
        ("Signs of salt in the roots of reeds", "New Lakes", 2025),
        ("Patterns of salt in small lakes", "The Naturalist", 2023),
        ("Fungi of Phragmites, a reed", "J. Phys. Lakes", 2020),
        ("How lakes freeze in Utland, UL", "Journal of Ice and of Water", 2018),
    ]
    assert [entry.unsure for entry in entries] == [frozenset()] * 4


def test_a_name_in_another_script_in_brackets_is_of_the_same_person() -> None:
    entries = _read(
        "- `Wen Shu(舒文文)`, Ben Sample, 张大凯\\*. How warm lakes freeze in spring. *Lake Access*, 2019.",
        "- Ben Sample, Wen Shu (舒文文). How cold lakes freeze in spring. *Lake Access*, 2020.",
        "- 舒文文 (Wen Shu), Ben Sample. How deep lakes freeze in spring. *Lake Access*, 2021.",
    )
    assert [_names(entry) for entry in entries] == [
        ["Wen Shu(舒文文)", "Ben Sample", "张大凯"],
        ["Ben Sample", "Wen Shu (舒文文)"],
        ["舒文文 (Wen Shu)", "Ben Sample"],
    ]


def test_what_is_told_of_another_version_is_no_venue() -> None:
    entry, _ = _read(
        "- __On counting lakes__ (with Wolf Muster) Theory of Harbour Systems 39(5), 2006. (an earlier version "
        "appeared in: <em>Mathematical foundations of harbours 2003, LNCS 2747, Springer, 2003</em>)",
        "- __Schnorr lakes__ (with Rod Sample and Wolf Muster) Structures in Harbour Science 16(5), 2007.",
    )
    assert (entry.values["venue"], entry.values["year"]) == ("Theory of Harbour Systems 39(5)", 2006)


def test_a_linked_award_is_no_venue() -> None:
    entry, _ = _read(
        "- **Planning around islands** Ada Example, Ben Sample, and Cora Muster. Journal of Harbour Robotics. 2023. "
        "[**Cover of the May issue**](https://example.org/a) [**IRAS Model Based Harbours Best Paper Award**](https://example.org/b)",
        "- **Fast walks on ice** Ada Example and Ben Sample. Transactions on Harbours (TH). 2022. [[pdf]](https://example.org/c)",
    )
    assert (entry.values["venue"], entry.values["year"]) == ("Journal of Harbour Robotics", 2023)


def test_a_preprint_that_says_where_it_is_kept_lacks_no_venue() -> None:
    entries = _read(
        "- *Pressure in lakes* A. B. Example and C. Sample, [arXiv:2407.05990](https://example.org/05990) (2024)",
        "- *Ice in dilute lakes* A. B. Example and C. Sample, [Forum of Lakes 12, e78](https://example.org/78) (2023)",
        "- *Snow on dilute lakes* A. B. Example and C. Sample, [J. Stat. Lakes 189, 5](https://example.org/5) (2022)",
    )
    assert entries[0].unsure == frozenset()
    assert (_names(entries[0]), entries[0].values["year"]) == (["A. B. Example", "C. Sample"], 2024)


@pytest.mark.parametrize(
    "line",
    [
        '<ul><li><a href="#in">Research Interests</a></li><li><a href="#ad">Workshop Papers (Ad Hoc)</a></li></ul>',
        "Updated May 2025. Full list on [Google Scholar](https://scholar.google.com/citations?user=abcdef).",
        "<mark>The first paper on ice as water. Frozen lake = ice, warm lake = water.</mark>",
    ],
)
def test_contents_pointers_and_remarks_are_no_publications(line: str) -> None:
    entries = _read(
        line, "", "- Moss, A. B., Reed, C. (2025). The ice of small lakes. *Lakes and Ponds*, *87*, 794–814."
    )
    assert [entry.values["title"] for entry in entries] == ["The ice of small lakes"]


def test_a_year_before_a_colon_in_the_link_is_the_year() -> None:
    entries = _read(
        "- [2024: Fish of small lakes](https://example.org/fish)",
        "- [2023: On the use of warm lakes in winter](https://example.org/warm)",
    )
    assert [(entry.values["title"], entry.values["year"], entry.unsure) for entry in entries] == [
        ("Fish of small lakes", 2024, frozenset()),
        ("On the use of warm lakes in winter", 2023, frozenset()),
    ]


def test_a_venue_may_have_a_colon() -> None:
    entries = _read(
        "**A biconvex method for time in lakes** \\",
        "Tobias Muster, Matt Sample, and Ada Example. \\",
        "Harbours: Ice and Systems (HIS). \\",
        "2025.",
        "",
        "**Multi query paths in graphs of lakes** \\",
        "Savva Sample, Tobias Muster, and Ada Example. \\",
        "International Workshop on the Foundations of Lakes (WAFL). \\",
        "2024.",
    )
    assert [entry.values["venue"] for entry in entries] == [
        "Harbours: Ice and Systems (HIS)",
        "International Workshop on the Foundations of Lakes (WAFL)",
    ]


def test_a_paragraph_that_begins_as_the_title_before_is_the_next_publication() -> None:
    entries = _read(
        "**Maps of quiet lakes with latent ice** [bib](/bib/quiet.bib)",
        "",
        "Muster, Wen and Sample, Juan and Example, Ada",
        "",
        "Harbour Letters, 2023, pp.",
        "",
        "**Points on warm lakes** [bib](/bib/points.bib)",
        "",
        "Reed, Kim and Example, Ada",
        "",
        "Proceedings of the Conference on Lakes (COL), 2022, pp. 12--13",
    )
    assert [entry.values["title"] for entry in entries] == [
        "Maps of quiet lakes with latent ice",
        "Points on warm lakes",
    ]
    assert [_names(entry) for entry in entries] == [
        ["Muster, Wen", "Sample, Juan", "Example, Ada"],
        ["Reed, Kim", "Example, Ada"],
    ]


def test_editors_with_two_surnames_are_no_authors() -> None:
    entry, _ = _read(
        '- _"Crabs in lakes: guests."_ (2019) Moss, AL; Lake, S; Reed, J. **In:** Rey-Muster M., Field Casal J, '
        "Lastres M.A. (Eds.). Forum of Lakes. 19:200-201.",
        '- _"Snails in lakes."_ (2018) Moss, AL; Reed, J. **In:** Rey-Muster M. (Eds.). Forum of Lakes. 18:20-21.',
    )
    assert _names(entry) == ["Moss, AL", "Lake, S", "Reed, J"]
    assert str(entry.values["venue"]).startswith("Forum of Lakes")


def test_the_year_of_a_badge_that_is_told_again_is_no_number_of_a_series() -> None:
    entries = _read(
        *(
            f'<div class="paper-box"><div class="badge">{badge}</div>\n<a href="https://example.org">{title}</a>\n'
            f"<div>Ada Example, Ben Sample, Cy Reed.</div>\n<ul><li>Under Review, {badge[-4:]}.</li></ul>\n</div>\n"
            for badge, title in (("Preprint 2026", "Learning fast lakes"), ("ICE 2025", "Learning slow lakes"))
        )
    )
    assert [entry.values["year"] for entry in entries] == [2026, 2025]
    assert "2026" not in str(entries[0].values["venue"])


def test_a_town_with_its_country_in_brackets_is_no_part_of_a_venue_in_italics() -> None:
    entries = _read(
        "- [How lakes freeze](/a.pdf) by R. Moss, A. Reed. *33e Conférence sur les Lacs (LAC)*, Lyon (France), 2026",
        "- [How lakes melt](/b.pdf) by A. Reed, B. Sample. *Workshop on Ice (ICE @ LAC)*, Lago (USA), 2025<br>**A**",
        "- [How lakes boil](/c.pdf) by A. Reed. *Atelier sur la Glace (GLACE)*, Oulu (Finlande), 2024",
    )
    assert [(entry.values["venue"], entry.values["year"]) for entry in entries] == [
        ("33e Conférence sur les Lacs (LAC)", 2026),
        ("Workshop on Ice (ICE @ LAC)", 2025),
        ("Atelier sur la Glace (GLACE)", 2024),
    ]


_JOURNALS = ["Rivista di ghiaccio", "Annales de la tourbe et du marais", "Studies in peat", "Revista de turba 12(3)"]


@pytest.mark.parametrize("venue", [*_JOURNALS, "*Lettere di ghiaccio*"])
@pytest.mark.parametrize("title", ["*{}*.", "*{}*,", '"{}."', "“{}”,", "**{}**.", "[{}](/m.pdf).", "{}."])
def test_a_venue_in_small_words_before_its_year_is_read(title: str, venue: str) -> None:
    if (title, venue[0]) == ("*{}*,", "*"):
        pytest.skip("one stretch of italics")
    line = f"- Ada Moss, **Bo Reed**. {title.format('Sobre los musgos altos')} {venue}, "
    for entry in _read(f"{line}2025.", f"{line}2024."):
        assert (entry.values["title"], entry.values["venue"]) == ("Sobre los musgos altos", venue.strip("*"))
        assert not entry.unsure


@pytest.mark.parametrize("remark", ["Winner of the moss prize", "Manuscript in preparation", "Best paper award"])
def test_a_remark_before_the_year_is_no_venue(remark: str) -> None:
    (entry,) = _read(f"- Ada Moss, **Bo Reed**. *Of tall mosses*. {remark}, 2025.")
    assert not entry.values["venue"]
