"""What lists of all sciences have beside title, people and venue: numbers of articles, remarks, short names."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Entry, Values, authors_in, links_in
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

VENUE: Values = {"venue": "Salt Letters"}
NOTE: Values = {"note": "Best Paper"}
YEAR: Values = {"year": 2031}


def page(*lines: str) -> Page:
    return Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))


def changed(line: str, values: Values) -> str:
    """The line that an edit wrote."""
    return edit.change(page(line), "publications", 1, values).page.text.split("\n")[2].removeprefix("- ")


def read(*lines: str) -> Entry:
    return page(*lines).entries("publications")[0]


@pytest.mark.parametrize(
    ("numbers", "left"),
    [
        (", 47(12), W12520", ""),
        (". 10 (11), e0141854", ""),
        (", 10, e63721", ""),
        (", 23, bbac208", ""),
        (", 35, 027102", ""),
    ],
)
def test_the_number_of_an_article_goes_with_a_plain_venue(numbers: str, left: str) -> None:
    line = f"Moss, A., Reed, B. (2011). Old heat in quarries. Lake Research{numbers}."
    assert read(line).values["venue"] == f"Lake Research{numbers}"
    assert changed(line, VENUE) == f"Moss, A., Reed, B. (2011). Old heat in quarries. Salt Letters{left}."


@pytest.mark.parametrize("number", ["1913", "43104", "e2176", "L051301", "9375–9380"])
def test_what_is_behind_the_year_of_a_volume_is_an_article(number: str) -> None:
    line = f"A. Moss, B. Reed, *Old heat in quarries*, Lake Reports 7 (2017) {number}."
    assert read(line).values["year"] == 2017
    assert changed(line, VENUE) == "A. Moss, B. Reed, *Old heat in quarries*, Salt Letters (2017)."
    assert changed(line, YEAR) == line.replace("(2017)", "(2031)")


@pytest.mark.parametrize("number", ["2017-07", "2017/07"])
def test_the_number_of_a_paper_is_whole(number: str) -> None:
    line = f"Moss, A., Reed, B., 2017. Old heat in quarries. Fen Discussion Paper {number}."
    assert read(line).values["venue"] == f"Fen Discussion Paper {number}"
    assert changed(line, VENUE) == "Moss, A., Reed, B., 2017. Old heat in quarries. Salt Letters."


@pytest.mark.parametrize(
    "behind", ["*Lake Papers*, *29*(3), 1019–1029", "**Lake Papers**, 7, 36523", "*Lake J.* 25(2): e20241740"]
)
def test_a_note_is_behind_volume_and_pages(behind: str) -> None:
    line = f"A. Moss, B. Reed (2019). Old heat in quarries. {behind}."
    noted = f"A. Moss, B. Reed (2019). Old heat in quarries. {behind} (Best Paper)."
    assert changed(line, NOTE) == noted
    assert read(noted).values["note"] == "Best Paper"
    assert changed(noted, {"note": "Cover story"}) == noted.replace("Best Paper", "Cover story")


def test_a_note_stays_in_its_box() -> None:
    boxes = (
        '<li><div class="t">Old heat in quarries</div>\n<div class="p">Ada Moss, Bo Reed</div>\n'
        '<div class="v"><span class="venue">Lake Days, 2024</span></div></li>\n'
        '<li><div class="t">Small rain over wells</div>\n<div class="p">Cy Marsh, Ada Moss</div>\n'
        '<div class="v"><span class="venue">Fen Days, 2023</span></div></li>\n'
    )
    before = Page(Source(f"# Publications\n\n<ul>\n{boxes}</ul>\n".encode()))
    after = edit.change(before, "publications", 1, NOTE).page.text
    assert '<span class="venue">Lake Days, 2024</span> (Best Paper)</div></li>' in after


@pytest.mark.parametrize("opening", ["[ ", "["])
def test_links_in_one_bracket_are_no_note(opening: str) -> None:
    entry = read(
        f"**Old heat in quarries**\n\n\tAda Moss, *Lake Days, 2025*\n\n"
        f"\t{opening}[paper](https://x.example/a) \\| [code](https://x.example/b) ]"
    )
    assert [link.label for link in links_in(entry.values)] == ["paper", "code"]
    assert entry.values["note"] is None


@pytest.mark.parametrize("given", ["Md. Karim", "Mohd. Karim", "Chr. Emil"])
@pytest.mark.parametrize("people", ["{} Moss, Ada Reed", "Ada Reed, {} Moss", "Ada Reed, Bo Lind, {} Moss and Cy Fen"])
def test_a_short_given_name_begins_a_name(given: str, people: str) -> None:
    listed = people.format(given)
    entry = read(f"{listed} (2023). Old heat in quarries of the north. Lake Research, 35, 27.")
    assert [each.name for each in authors_in(entry.values)] == listed.replace(" and ", ", ").split(", ")


def test_the_owner_is_told_by_a_class() -> None:
    boxes = "".join(
        f'<li><div class="t">{title}</div>\n<div class="p">{people}</div>\n<div class="v">{venue}</div></li>\n'
        for title, people, venue in (
            ("Old heat in quarries", 'Bo Reed, <span class="me">Ada Moss</span>', "Lake Days, 2024"),
            ("Small rain over wells", '<span class="me">Ada Moss</span>, Cy Marsh', "Fen Days, 2023"),
        )
    )
    before = Page(Source(f"# Publications\n\n<ul>\n{boxes}</ul>\n".encode()))
    authors = authors_in(before.entries("publications")[0].values)
    assert [each.is_self for each in authors] == [False, True]
    after = edit.change(before, "publications", 1, {"authors": (*authors, Author("Zed Lind"))}).page.text
    assert 'Bo Reed, <span class="me">Ada Moss</span>, Zed Lind</div>' in after


@pytest.mark.parametrize(
    ("line", "doubted"),
    [
        # a bracket says where a journal stands among others
        ("Ada Moss (2012). Old heat. Lake Analysis, 36(8), 1226–1234. (SCIE, 25/85, ENGINEERING, MARINE).", "authors"),
        # the venue ends in its editors
        ("**Old heat**, in *Handbook of Heat, I. Reed and J. Marsh (eds.), Fen Press (2025), 5–7.*", "venue"),
        # it goes on as a list
        (
            "Moss, A., 2019. Old heat, in: Marsh, M. (Ed.), Atlas of Heat: Ice, Risks, and Many Fens. Fen Press.",
            "venue",
        ),
        # half of it is before a slash
        ("Ada Moss (2011). On the slow convergence of rivers. Lakes VI / MFS II 2011, Oslo, March 15–18.", "venue"),
        # words that are set off as it is go on with it
        ("*Old heat*. Ada P. Moss. **Post-proceedings of FENS 2022 in Oslo**, 2023. [PDF](a.pdf)", "venue"),
        # a meeting is no person
        ("__Old heat__ [[pdf]](b.pdf)   \n  Heat Colloquium 06, Oslo   \n  Fen University Press, 2009", "authors"),
    ],
)
def test_what_may_be_something_else_is_doubted(line: str, doubted: str) -> None:
    assert doubted in read(line).unsure


def test_a_year_of_another_version_stays() -> None:
    line = "**Old heat**, Ada Moss, Bo Reed. *Lake Papers*, 2005. (An earlier version was at Fen Days 2005 in Oslo.)"
    assert changed(line, YEAR) == line.replace("Papers*, 2005", "Papers*, 2031")


def test_a_short_form_goes_with_its_stop() -> None:
    line = "A. Moss, B. Reed. A map of old heat. <strong> J. Comput. Fens. </strong>, 38: 2409–2413, 2018."
    assert changed(line, VENUE) == line.replace("J. Comput. Fens.", "Salt Letters")
