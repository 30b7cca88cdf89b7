"""Notes of publications, in brackets or set off: read, written as the list has them, changed and taken away."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Link, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

NEW: Values = {
    "title": "Quiet wells",
    "authors": (Author("Ada Moss"), Author("Cy Reed")),
    "venue": "FenConf",
    "year": 2026,
}
HEAD = "- Ada Moss, Ben Inn. “Small rain over wells.” *Fen Review*, 2019"
BESIDE = "- Ada Moss, Cy Reed. “Wide fog and its uses.” *Lake Papers*, 2018"


def page(listed: str) -> Page:
    return Page(Source(f"# Publications\n\n{listed.strip()}\n".encode()))


def note(listed: str) -> object:
    return page(listed).entries("publications")[0].values["note"]


def noted(listed: str, typed: str | None) -> str:
    """A list after the note of its first entry was set."""
    after = edit.change(page(listed), "publications", 1, {"note": typed}).page.text
    return after.removeprefix("# Publications\n\n").rstrip("\n")


def added(listed: str, typed: str | None) -> str:
    """The first line of a list to which a paper was added."""
    return edit.add(page(listed), "publications", {**NEW, "note": typed}).page.text.splitlines()[2]


@pytest.mark.parametrize(
    ("rest", "read"),
    [
        (". **Oral**", "Oral"),
        (". *Under review.*", "Under review"),
        (". ***Spotlight***", "Spotlight"),
        (", **Best Paper Award**", "Best Paper Award"),
        (" — *Oral presentation*", "Oral presentation"),
        ("<br>**Best Paper Award**", "Best Paper Award"),
        (". [PDF](/1.pdf) **Oral**", "Oral"),
        (". **Oral** [PDF](/1.pdf)", "Oral"),
        (". **(Oral)**", "Oral"),
        (". (**Oral**)", "Oral"),
        (". *Im Erscheinen.*", "Im Erscheinen"),
        (". 🏆 **Best Paper**", "Best Paper"),
        (". **🏆 Best Paper**", "🏆 Best Paper"),
        (', 12(3), 4–8. <font color="red">Oral</font>', "Oral"),
        (", 12(3), 4–8 (Best Paper).", "Best Paper"),
        (". Oral.", "Oral"),
        (", Spotlight", "Spotlight"),
        (". Best Paper Award.", "Best Paper Award"),
        (". Invited paper. [PDF](/1.pdf)", "Invited paper"),
        (", 12(3), 4–8. In press.", "In press"),
        (". Manuscript in preparation.", "Manuscript in preparation"),
        # what goes on, or says anything else, is none
        (". **Oral** exams of wells", None),
        (". Best of the north.", None),
        (". Oral exams of wells.", None),
        (". **Keywords:** best wells", None),
        (". **Keywords**", None),
        (". *Salt Press*", None),
        (", 12(3), 4–8 (doi: 10.5555/12).", None),
    ],
)
def test_what_is_set_off_after_venue_and_year_is_a_note(rest: str, read: str | None) -> None:
    assert note(f"{HEAD}{rest}\n{BESIDE}.") == read


FORMS = [
    ". **{}**", ". *{}.*", ", **{}**", " — **{}**", "<br>**{}**", "\\\n  *{}*", ". [PDF](/1.pdf) **{}**",
    ". **{}** [PDF](/1.pdf)", " ({}).", ". (**{}**)", " **({})**", " [{}].",
    ', 12(3), 4–8. <font color="red">{}</font>', ". {}.", ", {}.", "<br>{}", ". {}. [PDF](/1.pdf)",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_another_note_takes_the_place_of_the_old_one(form: str) -> None:
    listed = f"{HEAD}{form}\n{BESIDE}."
    assert noted(listed.format("Oral"), "Best Paper") == listed.format("Best Paper")


@pytest.mark.parametrize("form", FORMS)
def test_a_note_is_taken_away_with_what_sets_it_off(form: str) -> None:
    left = noted(f"{HEAD}{form.format('Oral')}\n{BESIDE}.", None)
    assert "Oral" not in left
    assert left.startswith(HEAD)
    assert not left.splitlines()[0].endswith(("*", "—", ",", "(", "[", "<br>", "\\", "</font>"))


def test_a_state_that_is_set_off_where_venues_are_is_one() -> None:
    # else it would become one, unchanged, as soon as another paper of its list has a venue
    listed = "- Ada Moss, Ben Inn. “Small rain over wells.” *Under review.*\n- Ada Moss. “Wide fog.” *Under review.*"
    (entry, _) = page(listed).entries("publications")
    assert (entry.values["venue"], entry.values["note"]) == ("Under review", None)
    assert edit.change(page(listed), "publications", 1, {"venue": "Fen Review"}).page.text == page(listed).text.replace(
        "Under review", "Fen Review", 1
    )


def test_one_of_two_notes_is_not_changed() -> None:
    for listed in (f"{HEAD} (Oral). **Best Paper Award**\n{BESIDE}.", f"{HEAD}. Oral. Best Paper Award.\n{BESIDE}."):
        assert note(listed) == "Oral"
        with pytest.raises(Refused, match="note"):
            noted(listed, "Spotlight")


def test_the_picture_of_a_prize_goes_with_it() -> None:
    assert noted(f"{HEAD}. 🏆 **Best Paper**\n{BESIDE}.", None) == f"{HEAD}.\n{BESIDE}."
    assert added(f"{HEAD}. 🏆 **Best Paper**\n{BESIDE}. 🏆 **Best Paper**", None).endswith("*FenConf*, 2026.")


@pytest.mark.parametrize(
    ("end", "form"),
    [
        (".", ". **{}**"),
        (".", ". *{}.*"),
        (".", " ({})."),
        (".", ". (**{}**)"),
        ("", ", **{}**"),
        ("", " — **{}**"),
        ("", "<br>**{}**"),
        ("", " **({})**"),
        (".", ". {}."),
        (".", ", {}."),
        (", 12(3), 4–8.", ", 12(3), 4–8. **{}**"),
        (", 12(3), 4–8.", ", 12(3), 4–8 ({})."),
    ],
)
def test_a_first_note_is_written_as_the_neighbours_have_theirs(end: str, form: str) -> None:
    written = form.format("Spotlight")
    assert noted(f"{HEAD}{end}\n{BESIDE}{form.format('Oral')}", "Spotlight").splitlines()[0] == f"{HEAD}{written}"
    line = added(f"{HEAD}{end}\n{BESIDE}{form.format('Oral')}", "Spotlight")
    assert line == f"- Ada Moss, Cy Reed. “Quiet wells.” *FenConf*, 2026{written}".replace(", 12(3), 4–8", "")


def test_a_note_of_other_words_than_such_notes_have_is_in_brackets() -> None:
    listed = f"{HEAD}. **Oral**\n{BESIDE}. **Oral**"
    assert noted(listed, "Shown at the fair") == listed.replace(". **Oral**", " (Shown at the fair).", 1)
    assert added(listed, "Shown at the fair").endswith("*FenConf*, 2026 (Shown at the fair).")


def test_a_note_is_not_put_between_a_venue_and_its_volume() -> None:
    for typed in ("Oral", "Shown at the fair"):
        assert noted(f"{HEAD};12(3):4–8.", typed) == f"{HEAD};12(3):4–8 ({typed})."


def test_links_are_behind_the_brackets_of_a_note() -> None:
    listed = f"{HEAD}. **（最佳论文奖）**\n{BESIDE}. **（最佳论文奖）**"
    values = {**NEW, "note": "Spotlight", "links": (Link("PDF", "/p"),)}
    line = edit.add(page(listed), "publications", values).page.text.splitlines()[2]
    assert line.endswith("2026. **（Spotlight）** [[PDF](/p)]")


def test_the_first_publication_of_a_page_has_its_note_and_the_links_beside_its_title() -> None:
    links = (Link("Code", "/c"), Link("PDF", "/p.pdf"))
    empty = Page(Source(b"# Publications\n\n"))
    line = edit.add(empty, "publications", {**NEW, "note": "Oral", "links": links}).page.text.splitlines()[2]
    assert line == "- [Quiet wells](/p.pdf), Ada Moss, Cy Reed, *FenConf*, 2026 (Oral) [[Code](/c)]"
    line = edit.add(empty, "publications", {**NEW, "links": links[:1]}).page.text.splitlines()[2]
    assert line == "- **Quiet wells**, Ada Moss, Cy Reed, *FenConf*, 2026 [[Code](/c)]"
