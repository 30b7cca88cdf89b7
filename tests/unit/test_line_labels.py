"""Publications whose lines begin with names of fields, as `**Venue:** Fog`: read, changed and written anew."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

LABELS = {
    "bold": ("**Authors:** ", "**Venue:** ", "**Year:** "),
    "colon after": ("**Authors**: ", "**Journal**: ", "**Date**: "),
    "italic": ("*Co-authors*: ", "*Conference*: ", "*Year*: "),
    "plain": ("Authors: ", "Venue: ", "Year: "),
    "German": ("*Autoren*: ", "*Zeitschrift*: ", "*Jahr*: "),
    "Spanish": ("**Autores:** ", "**Revista:** ", "**Año:** "),
}


def page(labels: str) -> Page:
    people, venue, year = LABELS[labels]
    entries = (("On fog", "Ben Sample, Cleo Third", "Fog Letters", 2024), ("On ice", "Ben Sample", "Ice Studies", 2023))
    items = (
        f"- **{title}**\n  - {people}{names}\n  - {venue}{of}\n  - {year}{when}\n" for title, names, of, when in entries
    )
    return Page(Source(("# Publications\n\n" + "".join(items)).encode()))


@pytest.mark.parametrize("labels", LABELS)
def test_each_line_is_the_field_that_its_label_names(labels: str) -> None:
    first, second = page(labels).entries("publications")
    assert [first.values[name] for name in ("title", "venue", "year")] == ["On fog", "Fog Letters", 2024]
    assert [author.name for author in authors_in(first.values)] == ["Ben Sample", "Cleo Third"]
    assert [second.values[name] for name in ("title", "venue", "year")] == ["On ice", "Ice Studies", 2023]
    assert not first.unsure | second.unsure


@pytest.mark.parametrize("labels", LABELS)
def test_a_new_publication_has_the_labels_of_its_fields_alone(labels: str) -> None:
    people, venue, year = LABELS[labels]
    values: Values = {"title": "On moss", "authors": (Author("Dov Fourth"),), "venue": "Peat Letters", "year": 2026}
    after = edit.add(page(labels), "publications", values).page.text
    assert f"- **On moss**\n  - {people}Dov Fourth\n  - {venue}Peat Letters\n  - {year}2026\n- **On fog**" in after
    after = edit.add(page(labels), "publications", {**values, "venue": None}).page.text
    assert f"- **On moss**\n  - {people}Dov Fourth\n  - {year}2026\n- **On fog**" in after


@pytest.mark.parametrize("labels", LABELS)
def test_a_field_is_changed_after_its_label(labels: str) -> None:
    _people, venue, year = LABELS[labels]
    after = edit.change(page(labels), "publications", 1, {"venue": "Peat Letters", "year": 2025}).page.text
    assert f"  - {venue}Peat Letters\n  - {year}2025\n- **On ice**" in after


def test_who_is_the_owner_is_none_of_the_co_authors() -> None:
    people = (Author("Ada Moss", is_self=True), Author("Dov Fourth"))
    values: Values = {"title": "On moss", "authors": people, "venue": "Peat Letters", "year": 2026}
    assert "  - *Co-authors*: Dov Fourth\n" in edit.add(page("italic"), "publications", values).page.text
    assert "  - **Authors:** Ada Moss, Dov Fourth\n" in edit.add(page("bold"), "publications", values).page.text


def test_no_label_is_left_without_its_field() -> None:
    with pytest.raises(Refused, match="Venue"):
        edit.change(page("bold"), "publications", 1, {"venue": None})


@pytest.mark.parametrize("end", ["", "  "])
def test_labelled_lines_may_follow_each_other_in_one_paragraph(end: str) -> None:
    def item(title: str, venue: str, year: int) -> str:
        lines = (f"- **Title**: {title}", "  **Authors**: Ben Sample, Cleo Third", f"  **Venue**: {venue}")
        return "".join(f"{line}{end}\n" for line in (*lines, f"  **Year**: {year}"))

    old = item("On fog", "Fog Letters", 2024)
    first, second = Page(Source(f"# Publications\n\n{old}{item('On ice', 'Ice', 2023)}".encode())).entries(
        "publications"
    )
    assert [first.values[name] for name in ("title", "venue", "year")] == ["On fog", "Fog Letters", 2024]
    assert [second.values[name] for name in ("title", "venue", "year")] == ["On ice", "Ice", 2023]
    assert not first.unsure | second.unsure
    people = (Author("Ben Sample"), Author("Cleo Third"))
    values: Values = {"title": "On moss", "authors": people, "venue": "Peat Letters", "year": 2026}
    after = edit.add(Page(Source(f"# Publications\n\n{old}".encode())), "publications", values).page.text
    assert after == f"# Publications\n\n{item('On moss', 'Peat Letters', 2026)}{old}"
