"""Lists as people type them, edited: the field that was named is another one, and every other word stays."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Link, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

VENUE: Values = {"venue": "Salt Letters"}
TITLE: Values = {"title": "Quiet wells of the north"}
YEAR: Values = {"year": 2031}
PEOPLE: Values = {"authors": (Author("Ada Moss"), Author("Finn Quarry"))}
BESIDE = (
    "- Ada Moss, Ben Inn. “Small rain over wells.” *Fen Review*, 2019.\n"
    "- Ada Moss, Cy Reed. “Wide fog and its uses.” *Lake Papers*, 2018.\n"
)


def page(listed: str) -> Page:
    return Page(Source(f"# Publications\n\n{listed.strip()}\n".encode()))


def changed(listed: str, number: int, values: Values) -> str:
    """The line that an edit wrote; every other one has to stay."""
    before = page(listed)
    after = edit.change(before, "publications", number, values).page.text.splitlines()
    old = before.text.splitlines()
    assert len(after) == len(old)
    (line,) = (new for new, was in zip(after, old, strict=True) if new != was)
    return line


@pytest.mark.parametrize("beside", ["", BESIDE])
@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("*Fen Working Paper* 302, 2017.", "*Salt Letters*, 2017."),
        ("*Fen Working Paper* No. 2014, 2017.", "*Salt Letters*, 2017."),
        ("*Fen Discussion Paper* #36726 (2017).", "*Salt Letters* (2017)."),
        ("Fen Discussion Paper #36726, 2017.", "Salt Letters, 2017."),
        ("*IZB DP*, no. 4278, 2017.", "*Salt Letters*, 2017."),
        ("*Working Papers in Fens* 7703, 2017.", "*Salt Letters*, 2017."),
        ("*Lecture Notes in Fens*, vol. 12, 2017.", "*Salt Letters*, 2017."),
        ("*arXiv preprint* 2001.00001, 2017.", "*Salt Letters*, 2017."),
        ("Fen Technical Report TR-12 (2017).", "Salt Letters (2017)."),
        ("*US Patent* 9,123,456, 2017.", "*Salt Letters*, 2017."),
        ("*Journal of Salt* 12, 2017.", "*Salt Letters* 12, 2017."),
    ],
)
def test_the_number_of_a_paper_in_its_series_goes_with_the_series(line: str, written: str, beside: str) -> None:
    lead = "- Ada Moss, Bo Reed. “Old heat in quarries.” "
    assert changed(lead + line + "\n" + beside, 1, VENUE) == lead + written


def test_a_venue_that_begins_in_italics_is_written_in_them() -> None:
    lead = "- Pella Peters, Ada Moss, The slow drift of small rain over wells, "
    assert changed(f"{lead}*Technical Report* TR-12, Fen Lab 2020.", 1, VENUE) == f"{lead}*Salt Letters* 2020."


@pytest.mark.parametrize(
    "state",
    [
        "R&R at Journal of Salt",
        "Revise & Resubmit at Journal of Salt",
        "Revise & Resubmit, Journal of Salt",
        "Under revision at Journal of Salt",
        "Conditionally accepted, Journal of Salt",
        "Forthcoming in the Journal of Salt",
        "Journal of Salt, forthcoming",
        "Journal of Salt, accepted",
        "Revise and resubmit at Journal of Salt",
        "Revise & Resubmit, *Journal of Salt*",
        "Invited revise and resubmit, *Journal of Salt*",
        "R & R at *Journal of Salt*",
    ],
)
@pytest.mark.parametrize("mark", ["- ", "1\\. "])
def test_how_far_a_paper_is_stays_where_it_is_submitted_elsewhere(state: str, mark: str) -> None:
    line = f"{mark}Ada Moss and Bo Reed. Old heat in quarries of the north. {state}."
    beside = f"\n\n{mark}Ada Moss and Cy Reed. Small rain over the wells. *Lake Papers*, 2019.\n"
    for listed in (line, line + beside):
        (entry, *_) = page(listed).entries("publications")
        assert entry.values["title"] == "Old heat in quarries of the north"
        assert entry.values["venue"] == "Journal of Salt"
        assert changed(listed, 1, VENUE) == line.replace("Journal of Salt", "Salt Letters")


@pytest.mark.parametrize(
    "line",
    [
        '- Ada Moss, Cy Reed. "Small rain". *Lake Letters*, in press. *Featured in The Daily Moss.*',
        "- Ada Moss, Cy Reed. Small rain over fens. *Lake Letters* (in press). *Featured in The Daily Moss.*",
        "- **Small rain over fens**, Ada Moss and Cy Reed. *Lake Letters* (in press). *Featured in The Daily Moss.*",
        "- (2025). Ada Moss, Cy Reed. “Small rain over fens.” *Lake Letters* Awarded the Ferry Prize 2022.",
        "- Ada Moss, Cy Reed. Small rain over fens. *Lake Letters*, 2021. Media: Fen Radio, Salt News.",
    ],
)
def test_what_is_told_of_a_paper_stays_where_its_venue_is_another(line: str) -> None:
    assert changed(line, 1, VENUE) == line.replace("Lake Letters", "Salt Letters")
    assert changed(line + "\n" + BESIDE, 1, VENUE) == line.replace("Lake Letters", "Salt Letters")


@pytest.mark.parametrize(
    "line",
    [
        'Moss, A. "Old Heat in Quarries." *Proc. Fens*, ed. C. Day. Oslo: Salt Press, 2019.',
        'Moss, A. "Old Heat in Quarries." In Proc. Fens, ed. C. Day. Oslo: Salt Press, 2019.',
        "Moss, A. (2019). Old heat in quarries. *Proc. Fens*, ed. C. Day and L. Night. Oslo: Salt Press.",
        'Moss, A. "Old Heat in Quarries." *Proc. Fens* (eds. C. Day & L. Night). Oslo: Salt Press, 2019.',
    ],
)
def test_who_published_the_book_after_its_editors_is_no_venue(line: str) -> None:
    assert changed(f"- {line}", 1, VENUE) == "- " + line.replace("Proc. Fens", "Salt Letters")


def test_a_book_that_is_not_set_off_before_its_editors_is_not_taken_for_a_title() -> None:
    listed = (
        "- *Deep nets for ponds*, Harrow D, Moss A, Essays on Ferries (eds. C. Day & L. Night). Oslo: Salt Press 2025"
    )
    with pytest.raises(Refused, match="where the venue"):
        edit.change(page(listed), "publications", 1, VENUE)


@pytest.mark.parametrize(
    "names", ["Øre Þ., Moss A.", "Moss A. and Reed B.", "Moss A, Reed B.", "Moss, A., & Reed, B."]
)  # fmt: skip
def test_a_word_after_initials_that_a_colon_follows_is_of_the_title(names: str) -> None:
    line = f"- {names} GullBench: Agents that Sort Gulls. *Fen Review*, 2021."
    assert changed(line, 1, TITLE) == f"- {names} Quiet wells of the north. *Fen Review*, 2021."


@pytest.mark.parametrize("lead", ["Moss, A. Heat maps of moss growth. ", 'A. Moss, B. Reed. "Heat maps of moss". '])
@pytest.mark.parametrize("rest", ["Tide: A Journal of Rivers 45:12–93, 2023.", "Tide: A Journal of Rivers, 2023."])
def test_a_plain_venue_of_two_parts_is_read_whole(lead: str, rest: str) -> None:
    line = f"- {lead}{rest}"
    (entry,) = page(line).entries("publications")
    assert str(entry.values["venue"]).startswith("Tide: A Journal of Rivers")
    assert "Tide" not in changed(line, 1, VENUE)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        (
            '- Ada Moss. "Old heat". To appear in *Fen Review*.',
            '- Ada Moss. "Old heat". To appear in *Fen Review*, 2031.',
        ),
        ("- **Old heat of stones**, Ada Moss, Bo Reed", "- **Old heat of stones**, Ada Moss, Bo Reed, 2031"),
        ("- **Old heat in quarries of the north**\n- **Small rain**", "- **Old heat in quarries of the north**, 2031"),
    ],
)
def test_a_year_is_put_behind_what_is_set_off(line: str, written: str) -> None:
    assert changed(line, 1, YEAR) == written


def test_a_venue_is_put_behind_a_title_in_bold() -> None:
    listed = "- **Old heat in quarries of the north**\n- **Small rain over wells**"
    assert changed(listed, 1, VENUE) == "- **Old heat in quarries of the north**, *Salt Letters*"


def test_no_year_is_put_where_the_venue_is_a_guess() -> None:
    listed = "1. **Small Rain**, Ada Moss and Cy Reed. *Lake Letters* (2)."
    found = page(listed)
    (entry,) = found.entries("publications")
    if "venue" in entry.unsure:
        with pytest.raises(Refused):
            edit.change(found, "publications", 1, YEAR)


ASKED = "Does heat rise?"
OTHER = "Wide fog over fens"


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("Ada Moss. “{}” *Fen Review*, 2020.", "Ada Moss. “{}.” *Fen Review*, 2020."),
        ("Ada Moss, “{}” *Fen Review*, 2020.", "Ada Moss, “{},” *Fen Review*, 2020."),
        ("Ada Moss. {} *Fen Review*, 2020.", "Ada Moss. {}. *Fen Review*, 2020."),
        ("**{}** Ada Moss. *Fen Review*, 2020.", "**{}**. Ada Moss. *Fen Review*, 2020."),
        ("**{}** Ada Moss. *Fen Review*, 2020.", "**{}.** Ada Moss. *Fen Review*, 2020."),
        ("**{}**, Ada Moss. *Fen Review*, 2020.", "**{}**, Ada Moss. *Fen Review*, 2020."),
        ("Moss, A. (2020). {} *Fen Review*, 2.", "Moss, A. (2020). {}. *Fen Review*, 2."),
    ],
)
def test_a_title_that_asks_nothing_any_more_is_parted_as_its_neighbours_are(asked: str, other: str) -> None:
    listed = f"- {asked.format(ASKED)}\n- {other.format(OTHER)}\n- {other.format('The grammar of ferries')}"
    assert changed(listed, 1, TITLE) == f"- {other.format('Quiet wells of the north')}"


def test_initials_at_the_end_are_those_of_a_turned_name_though_editors_are_not() -> None:
    book = "*Handbook of Peat*, edited by C. Day, Fen House"
    line = f"- [Deep nets for ponds](https://example.org)<br>{book}<br>2022<br>**Moss, A.**."
    after = changed(f"{line} ([link](https://example.org/x))\n{line.replace('Deep', 'Wide')}", 1, PEOPLE)
    assert after == f"{line[:-1]}, Quarry, F. ([link](https://example.org/x))"


def test_what_begins_a_venue_in_italics_is_of_it() -> None:
    lead = "- **[On the {} of salt](https://example.org)**, __Moss, Ada__; Larsen, Finn, "
    rest = "*Tide: A Journal of Rivers* 4:51–179 2023.", "*Annals of Peat* 7 2022."
    listed = "\n".join(lead.format(words) + more for words, more in zip(("origin", "end"), rest, strict=True))
    assert page(listed).entries("publications")[0].values["venue"] == "Tide: A Journal of Rivers"


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("- *The slow drift of rain*, __A. Moss__, Reed Bank, forthcoming.", PEOPLE),
        ("- Moss & Lichen, “A survey of peat,” Marsh, Mira; Moss, Ada, (2020).", VENUE),
        (
            "- Moss, Ada – On the origin of salt marsh debt – *In Tide: A Journal of Rivers*, vol. 13, no. 5, "
            "pp. 53–168, 2020.",
            TITLE,
        ),
    ],
)
def test_what_may_be_people_or_a_venue_is_not_changed(line: str, values: Values) -> None:
    with pytest.raises(Refused):
        edit.change(page(line), "publications", 1, values)


def added(listed: str) -> str:
    """The line of a new entry."""
    values: Values = {**PEOPLE, **TITLE, "venue": "Salt Letters", "year": 2031}
    after = edit.add(page(listed), "publications", values).page.text.splitlines()
    (line,) = (new for new in after if "Quiet wells" in new)
    return line


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        (
            "- Inn, B., & **Moss, A.**. **Small rain over wells**. Fen Review, 2020.\n"
            "- **Moss, A.**. **Old heat in quarries**. Journal of Salt, 2019.",
            "- **Moss, A.**, & Quarry, F. **Quiet wells of the north**. Salt Letters, 2031.",
        ),
        (
            "- Ada Moss and Bo Inn – “Old heat in quarries” – *Journal of Salt*, vol. 12 – 2020",
            "- Ada Moss and Finn Quarry – “Quiet wells of the north” – *Salt Letters* – 2031",
        ),
        (
            "- Ada Moss and Bo Inn. “Old heat in quarries.” *Journal of Salt*, 2020. 🏆 Honorable mention",
            "- Ada Moss and Finn Quarry. “Quiet wells of the north.” *Salt Letters*, 2031.",
        ),
    ],
)
def test_a_new_one_has_no_more_signs_than_it_needs(listed: str, written: str) -> None:
    assert added(listed) == written


@pytest.mark.parametrize(
    "line",
    [
        "**雪论**. Ada Moss, Bo Inn. *Fen Review*, 2021.",
        "雪论. Ada Moss, Bo Inn. *Fen Review*, 2021.",
        "Ada Moss, Bo Inn. 雪论. *Fen Review*, 2021.",
        "张伟, Ada Moss. 雪论. *Fen Review*, 2021.",
    ],
)
def test_a_short_title_in_another_script_is_one_beside_names_in_latin(line: str) -> None:
    assert changed(f"- {line}", 1, TITLE) == "- " + line.replace("雪论", "Quiet wells of the north")


@pytest.mark.parametrize("names", ["A. Moss", "A. Moss and B. Inn", "A. Moss, B. Inn"])
@pytest.mark.parametrize("rest", ["", ", *Fen Review*, 2021"])
def test_a_word_in_bold_before_initials_that_a_surname_follows_is_a_title(names: str, rest: str) -> None:
    line = f"- **Lakes**, {names}{rest}"
    assert changed(line, 1, TITLE) == line.replace("Lakes", "Quiet wells of the north")


def test_a_number_in_bold_that_counts_an_entry_is_no_title() -> None:
    line = "1. **74.** **Ada Moss** & Cy Reed, Small rain over wells, *Lake Lett.*, **2022**"
    assert changed(line, 1, TITLE) == line.replace("Small rain over wells", "Quiet wells of the north")
    assert changed(line, 1, PEOPLE) == line.replace("Cy Reed", "Finn Quarry")


BIBTEX = """- @article{Moss2021,
  title = {Old Heat in Quarries},
  author = {Moss, Ada and Inn, Bo},
  journal = {Fen Review},
  volume = {3},
  year = {2021},
  doi = {10.5555/a}
  }
- @article{Inn2020,
  title = {Small rain},
  author = {Inn, Bo},
  journal = {Fen Review},
  year = {2020}
  }
"""


def test_a_new_one_among_bibtex_has_a_key_of_its_own_and_the_fields_it_needs() -> None:
    values: Values = {**PEOPLE, **TITLE, "venue": "Salt Letters", "year": 2021}
    after = edit.add(page(BIBTEX), "publications", values).page.text
    new = (
        "- @article{Moss2021a,\n  title = {Quiet wells of the north},\n  author = {Moss, Ada and Quarry, Finn},\n"
        "  journal = {Salt Letters},\n  year = {2021}\n  }\n"
    )
    assert after == page(BIBTEX).text.replace("- @article{Moss", f"{new}- @article{{Moss", 1)


@pytest.mark.parametrize("values", [{"note": "Oral"}, {"links": (Link("PDF", "https://example.org/a.pdf"),)}])
def test_what_bibtex_in_a_list_has_no_place_for_is_refused(values: Values) -> None:
    with pytest.raises(Refused, match="no place for links and notes"):
        edit.change(page(BIBTEX), "publications", 1, values)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("- A. Moss, B. Reed. *Ice on ponds*. Fen Studies. 2017.", "Salt Lett. 2017."),
        ("- A. Moss, B. Reed. *Ice on ponds*. Fen Rev. Lett. **131**, 12 (2017)", "Salt Lett. **131**, 12 (2017)"),
        ("- A. Moss, B. Reed. Ice on ponds. *Fen Studies*. **12**, 2017.", "*Salt Lett.* **12**, 2017."),
        ("- A. Moss, B. Reed. 2017. Ice on ponds. *Fen Studies*.", "*Salt Lett.*"),
    ],
)
def test_the_stop_of_a_short_venue_is_the_one_that_is_after_it(line: str, written: str) -> None:
    assert changed(line, 1, {"venue": "Salt Lett."}).endswith(f" {written}")


@pytest.mark.parametrize("title", ["*{}*. *Fen*", "“{}.” *Fen*", "“{}”, *Fen*", "[{}](https://example.org/i). *Fen*"])
def test_a_title_that_is_typed_with_its_stop_has_no_second_one(title: str) -> None:
    line = f"- A. Moss, B. Reed. {title}, 2017."
    assert changed(line.format("Ice on ponds"), 1, {"title": "Snow on lakes."}) == line.format("Snow on lakes")


def test_the_stop_of_a_short_venue_before_its_volume_is_of_its_name() -> None:
    line = "- A. Moss, B. Reed. *Ice on ponds*. Fen Rev. Lett. **131**, 12 (2017)"
    assert page(line).entries("publications")[0].values["venue"] == "Fen Rev. Lett."
    assert changed(line, 1, {"venue": "Salt Letters"}).endswith(". Salt Letters **131**, 12 (2017)")


def test_what_is_between_two_links_is_told_by_the_list() -> None:
    line = "- **Ice on ponds**. Ada Moss, Bo Reed. FenConf, 2024. [PDF](/i.pdf)"
    beside = "- **Snow on lakes**. Ada Moss, Bo Reed. FenConf, 2023. [PDF](/s.pdf) / [Code](/s)"
    links = (Link("PDF", "/i.pdf"), Link("Code", "/i"))
    assert changed(f"{line}\n{beside}", 1, {"links": links}) == f"{line} / [Code](/i)"


def test_a_star_in_a_tag_is_written_as_the_entry_writes_it() -> None:
    line = "- **Ada Moss**<sup>*</sup>, Bo Reed<sup>*</sup>. *Ice on ponds*. FenConf, 2024."
    authors = (Author("Ada Moss", is_self=True, marks=("*",)), Author("Cy Quill", marks=("*",)))
    assert changed(line, 1, {"authors": authors}) == line.replace("Bo Reed", "Cy Quill")
