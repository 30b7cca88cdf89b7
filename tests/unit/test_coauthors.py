"""Lists that say `(with Ben Reed)`, as economists do: the owner is not named, and a paper of one has no bracket."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

BEN, CY, EVA = (Author(name) for name in ("Ben Reed", "Cy Lake", "Eva Quill"))
OWNER = Author("Ada Moss", is_self=True)


def page(*lines: str) -> Page:
    return Page(Source("\n".join(["# Publications", "", *(f"- {line}" for line in lines), ""]).encode()))


def written(before: Page, after: Page) -> str:
    """Return the only line that differs; empty where none does."""
    old = before.text.splitlines()
    lines = [line for line in after.text.splitlines() if line not in old]
    assert len(lines) < 2
    return lines[0].removeprefix("- ") if lines else ""


def changed(lines: tuple[str, ...], number: int, *people: Author) -> str:
    before = page(*lines)
    return written(before, edit.change(before, "publications", number, {"authors": people}).page)


QUOTED = (
    '"Old Heat in Quarries" (with Ben Reed and Cy Lake), *Fen Review*, 2024.',
    '"Small Rain over Wells," *Lake Papers*, 2022.',
)
LINKED = (
    "[Old Heat in Quarries](https://example.org/a), with Ben Reed and Cy Lake, *Fen Review*, 2024.",
    "[Small Rain over Wells](https://example.org/b), *Lake Papers*, 2022.",
)
BOLD = (
    "**Old Heat in Quarries** (with Ben Reed, Cy Lake, and Dan Inn). *Fen Review* 12(3), 2024, 3-9.",
    "**Small Rain over Wells**. *Lake Papers* 2, 2022, 1-8.",
)
JOINT = (
    "Old Heat in Quarries, joint with Ben Reed and Cy Lake, Fen Review, forthcoming",
    "Small Rain over Wells, Lake Papers, 2022",
)
GERMAN = (
    "„Alte Hitze“ (mit Ben Reed und Cy Lake), *Moorschrift*, 2024.",
    "„Kleiner Regen“, *Seeblatt*, 2022.",
)
FRENCH = (
    "« Vieille chaleur » (avec Ben Reed et Cy Lake), *Revue du marais*, 2024.",
    "« Petite pluie », *Cahiers du lac*, 2022.",
)
LAST = (
    "*Alte Hitze*, in: Nordstudien 12 (2024), S. 12–20 (mit Ben Reed).",
    "*Kleiner Regen*, in: Südstudien 3 (2022), S. 1–9.",
)
LINES = (
    "Old Heat in Quarries\n  (with Ben Reed and Cy Lake)\n  *Fen Review*, 2024",
    "Small Rain over Wells\n  *Lake Papers*, 2022",
)


@pytest.mark.parametrize("people", [(BEN, CY), (OWNER, BEN, CY), (BEN, OWNER, CY)])
@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (QUOTED, '"Small Rain over Wells" (with Ben Reed and Cy Lake), *Lake Papers*, 2022.'),
        (LINKED, "[Small Rain over Wells](https://example.org/b), with Ben Reed and Cy Lake, *Lake Papers*, 2022."),
        (BOLD, "**Small Rain over Wells** (with Ben Reed and Cy Lake). *Lake Papers* 2, 2022, 1-8."),
        (JOINT, "Small Rain over Wells, joint with Ben Reed and Cy Lake, Lake Papers, 2022"),
        (GERMAN, "„Kleiner Regen“ (mit Ben Reed und Cy Lake), *Seeblatt*, 2022."),
        (FRENCH, "« Petite pluie » (avec Ben Reed et Cy Lake), *Cahiers du lac*, 2022."),
        (LINES, "  (with Ben Reed and Cy Lake)"),
    ],
)
def test_whom_a_paper_was_written_with_is_said_as_the_others_say_it(
    lines: tuple[str, ...], line: str, people: tuple[Author, ...]
) -> None:
    if lines is LINES:
        before = page(*lines)
        after = edit.change(before, "publications", 2, {"authors": people}).page.text
        assert after == before.text.replace("Wells\n", f"Wells\n{line}\n")
    else:
        assert changed(lines, 2, *people) == line


def test_the_bracket_is_last_where_the_others_have_it_last() -> None:
    assert changed(LAST, 2, BEN) == "*Kleiner Regen*, in: Südstudien 3 (2022), S. 1–9 (mit Ben Reed)."


def test_the_owner_is_not_put_among_the_others() -> None:
    assert changed(QUOTED, 1, OWNER, BEN, EVA) == QUOTED[0].replace("Cy Lake", "Eva Quill")


@pytest.mark.parametrize("people", [(), (OWNER,)])
def test_who_writes_alone_has_no_bracket(people: tuple[Author, ...]) -> None:
    assert changed(QUOTED, 1, *people) == '"Old Heat in Quarries", *Fen Review*, 2024.'
    assert changed(QUOTED, 2, *people) == ""


@pytest.mark.parametrize(("lines", "line"), [(QUOTED, '"Fog", *Peat*, 2026.'), (LAST, "*Fog*, in: Peat (2026).")])
def test_a_new_paper_of_the_owner_alone_has_no_bracket(lines: tuple[str, ...], line: str) -> None:
    values: Values = {"title": "Fog", "authors": (OWNER,), "venue": "Peat", "year": 2026}
    before = page(*lines)
    assert written(before, edit.add(before, "publications", values).page) == line


def test_names_that_are_links_in_the_bracket_are_authors_and_keep_their_links() -> None:
    linked = "Old Heat in Quarries (with [Ben Reed](/b) and [Cy Lake](/c)), *Fen*, 2024"
    lines = (linked, "Small Rain over Wells, *Lake Papers*, 2022")
    assert page(*lines).entries("publications")[0].values["authors"] == (BEN, CY)
    shown = linked.replace("[Cy Lake](/c)", "Eva Quill")
    assert changed(lines, 1, BEN, EVA) == shown


@pytest.mark.parametrize(
    "line",
    [
        '**[Ada Moss](/a)**, [Ben Reed](/b), Cy Lake. "{}." *Fen*, 2024.',
        '[**Ada Moss**](/a), [Ben Reed](/b){{:.me}}, Cy Lake. "{}." *Fen*, 2024.',
        '<a href="/a"><b>Ada Moss</b></a>, <a href="/b">Ben Reed</a>, Cy Lake. "{}." <i>Fen</i>, 2024.',
    ],
)
def test_authors_who_stay_keep_their_links(line: str) -> None:
    first, beside = line.format("Old heat in quarries"), line.format("Small rain over wells")
    assert changed((first, beside), 1, OWNER, BEN, EVA) == first.replace("Cy Lake", "Eva Quill")


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ('"Small Rain," *Lake Papers*, 2022.', '"Small Rain," Ada Moss, Ben Reed, *Lake Papers*, 2022.'),
        ('"Small Rain", *Lake Papers*, 2022.', '"Small Rain", Ada Moss, Ben Reed, *Lake Papers*, 2022.'),
        ("« Pluie », *Cahiers du lac*, 2022.", "« Pluie », Ada Moss, Ben Reed, *Cahiers du lac*, 2022."),
    ],
)
def test_authors_are_not_put_within_quotation_marks(line: str, whole: str) -> None:
    assert changed((line, line.replace("2022", "2021")), 1, Author("Ada Moss"), BEN) == whole


SMALL = '<span style="font-variant:small-caps">{}</span>'


@pytest.mark.parametrize(
    ("line", "written_so"),
    [
        (f"{SMALL}, Ada & {SMALL}, Ben. *Ice and lake*. Fen Studies 12 (2019), 12–20.", f"{SMALL}, Eva"),
        (
            'A. <span class="sc">{}</span> and B. <span class="sc">{}</span>, *Ice and lake*, Fen Lab 12 (2019), 1–9.',
            "E. <span",
        ),
        (
            '<span class="sc">{}</span> A., <span class="sc">{}</span> B., « Glace », *Fen*, 12, 2019, p. 1-9.',
            "</span> E.",
        ),
        ("**{}**, A., **{}**, B. (2019). Ice and lake. *Fen Studies*, 12, 12–20.", "**{}**, E."),
    ],
)
def test_surnames_that_are_set_off_are_so_in_new_names(line: str, written_so: str) -> None:
    lines = (line.format("Moss", "Reed"), line.format("Moss", "Lake").replace("Ice", "Snow").replace("Glace", "Neige"))
    shown = changed(lines, 1, Author("Ada Moss"), Author("Eva Quill"))
    assert written_so.format("Quill") in shown
    assert shown.replace("Quill", "Reed").replace("E.", "B.").replace("Eva", "Ben") == lines[0]


def test_a_surname_in_italics_is_no_title_for_certain_and_no_model() -> None:
    lines = (
        "*Moss*, Ada, *Reed*, Ben: Eis und See. In: Nordstudien 12 (2019), S. 12–20.",
        "*Lake*, Cy, *Moss*, Ada: Regen. In: Moorschrift 2 (2017), S. 1–9.",
    )
    assert all({"title", "authors"} <= entry.unsure for entry in page(*lines).entries("publications"))
    with pytest.raises(Refused):
        edit.add(page(*lines), "publications", {"title": "Fog", "authors": (BEN,), "venue": "Peat", "year": 2026})
