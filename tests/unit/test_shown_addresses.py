"""Lists that show the addresses of their papers as they are: a new paper's is written as its neighbours'."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries import typed
from profile_tui.content.entries.entry import Author, Link, Values
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

ITEMS = (
    "Quill, N., Sample, B., & Example, A. (2024). Rivers of small towns. *Bog Letters*, *29*, 131–146.",
    "Example, A., & Quill, N. (2023). Salt and the memory of floods. *Journal of Ice*, *27*(1), 12–30.",
    "Example, A. (2021). Low pressure in apple cellars. *Bog Letters*, *21*, 319–346.",
)
PAPER: Values = {
    "title": "A study of bogs",
    "authors": (Author("Ada Example"), Author("Nora Quill")),
    "venue": "Bog Letters",
    "year": 2026,
}
NEW = "- Example, A., & Quill, N. (2026). A study of bogs. *Bog Letters*."
DOI = Link("DOI", "https://doi.org/10.5555/9")
PDF = Link("PDF", "https://example.org/9.pdf")
PAGE = Link("Paper", "https://example.org/9.html")


def added(forms: list[str], *links: Link) -> str:
    """The first item after a paper was added to a list whose items end in some forms."""
    items = "".join(f"- {item} {form}".rstrip() + "\n" for item, form in zip(ITEMS, forms, strict=True))
    page = Page(Source(f"# Publications\n\n{items}".encode()))
    return edit.add(page, "publications", {**PAPER, "links": links}).page.text.split("\n")[2]


def alike(form: str) -> list[str]:
    """A form with the numbers of three papers."""
    return [form.replace("#", str(number)) for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("https://doi.org/10.5555/#", "https://doi.org/10.5555/9"),
        ("https://doi.org/10.5555/#.", "https://doi.org/10.5555/9."),
        ("http://dx.doi.org/10.5555/#", "http://dx.doi.org/10.5555/9"),
        ("<https://doi.org/10.5555/#>", "<https://doi.org/10.5555/9>"),
        ("<https://doi.org/10.5555/#>.", "<https://doi.org/10.5555/9>."),
        ("doi:10.5555/#", "doi:10.5555/9"),
        ("doi: 10.5555/#.", "doi: 10.5555/9."),
        ("DOI 10.5555/#", "DOI 10.5555/9"),
        ("DOI: https://doi.org/10.5555/#", "DOI: https://doi.org/10.5555/9"),
        ("doi.org/10.5555/#", "doi.org/10.5555/9"),
        ("10.5555/#", "10.5555/9"),
        ("(doi: 10.5555/#).", "(doi: 10.5555/9)."),
        ("[doi:10.5555/#]", "[doi:10.5555/9]"),
        ("**DOI:** 10.5555/#", "**DOI:** 10.5555/9"),
        ("<b>DOI:</b> 10.5555/#", "<b>DOI:</b> 10.5555/9"),
        ("*doi*:10.5555/#.", "*doi*:10.5555/9."),
        ("Available from: https://doi.org/10.5555/#", "Available from: https://doi.org/10.5555/9"),
        ("https://example.org/#.html", "https://doi.org/10.5555/9"),
        ("[doi:10.5555/#](https://doi.org/10.5555/#)", "[doi:10.5555/9](https://doi.org/10.5555/9)"),
        ("[https://doi.org/10.5555/#](https://doi.org/10.5555/#)", "[https://doi.org/10.5555/9](https://doi.org/10.5555/9)"),
        ("https://doi.org/10.5555/# [PDF](https://example.org/#.pdf)", "https://doi.org/10.5555/9"),
        ("[[DOI](https://doi.org/10.5555/#)]", "[[DOI](https://doi.org/10.5555/9)]"),
        ("[doi](https://doi.org/10.5555/#)", "[DOI](https://doi.org/10.5555/9)"),
    ],
)  # fmt: skip
def test_a_doi_is_written_as_the_neighbours_show_theirs(form: str, written: str) -> None:
    assert added(alike(form), DOI) == f"{NEW} {written}"


@pytest.mark.parametrize(
    ("form", "links", "written"),
    [
        # another address of the paper itself goes where any address may be
        ("https://doi.org/10.5555/#.", (PAGE,), "https://example.org/9.html."),
        ("https://example.org/#", (PAGE,), "https://example.org/9.html"),
        ("<https://doi.org/10.5555/#>", (PAGE,), "<https://example.org/9.html>"),
        ("doi:10.5555/#", (PAGE,), "[[Paper](https://example.org/9.html)]"),
        ("DOI: https://doi.org/10.5555/#", (PAGE,), "[[Paper](https://example.org/9.html)]"),
        ("https://doi.org/10.5555/# [PDF](https://example.org/#.pdf)", (PAGE,), "[Paper](https://example.org/9.html)"),
        ("https://doi.org/10.5555/#", (Link("Paper", "/files/9.pdf"),), "[[Paper](/files/9.pdf)]"),
        # what else a link leads to is said by its label
        ("https://doi.org/10.5555/#", (PDF,), "[[PDF](https://example.org/9.pdf)]"),
        ("https://doi.org/10.5555/#.", (PDF, DOI), "https://doi.org/10.5555/9. [[PDF](https://example.org/9.pdf)]"),
        ("<https://doi.org/10.5555/#>", (PDF, DOI), "<https://doi.org/10.5555/9> [[PDF](https://example.org/9.pdf)]"),
        ("https://doi.org/10.5555/# [PDF](https://example.org/#.pdf)", (PDF, DOI), "https://doi.org/10.5555/9 [PDF](https://example.org/9.pdf)"),
        ("Code: https://example.org/#", (DOI,), "[[DOI](https://doi.org/10.5555/9)]"),
        # by its number
        ("https://doi.org/10.5555/#", (Link("DOI", "10.5555/9"),), "https://doi.org/10.5555/9"),
        ("doi:10.5555/#", (Link("DOI", "https://dx.doi.org/10.5555/2019.12"),), "doi:10.5555/2019.12"),
        ("https://doi.org/10.5555/#", (Link("DOI", "https://doi.org/10.5555/_a_b*c*"),), r"https://doi.org/10.5555/\_a_b\*c\*"),
    ],
)  # fmt: skip
def test_which_link_is_shown_as_a_mere_address(form: str, links: tuple[Link, ...], written: str) -> None:
    assert added(alike(form), *links) == f"{NEW} {written}"


@pytest.mark.parametrize("form", ["https://doi.org/10.5555/#", "doi:10.5555/#.", "<https://doi.org/10.5555/#>"])
def test_a_paper_without_links_shows_nothing_of_its_neighbours_address(form: str) -> None:
    assert added(alike(form)) == NEW


def test_the_neighbour_that_shows_an_address_is_the_model() -> None:
    assert added(["", "https://doi.org/10.5555/2", ""], DOI) == f"{NEW} https://doi.org/10.5555/9"
    assert added(["", "https://doi.org/10.5555/2", ""]) == NEW


def test_a_title_that_is_a_link_leads_to_the_address_that_is_shown() -> None:
    items = "".join(
        f"- Quill, N. ({year}). [{title}](https://doi.org/10.5555/{number}). *Bog Letters*. doi:10.5555/{number}\n"
        for number, year, title in ((1, 2024, "Rivers of small towns"), (2, 2023, "Salt and floods"))
    )
    page = Page(Source(f"# Publications\n\n{items}".encode()))
    after = edit.add(page, "publications", {**PAPER, "links": (DOI,)}).page
    title = "[A study of bogs](https://doi.org/10.5555/9)"
    expected = f"- Example, A., Quill, N. (2026). {title}. *Bog Letters*. doi:10.5555/9"
    assert after.text.split("\n")[2] == expected


def test_a_cell_that_holds_an_address_is_given_another() -> None:
    rows = (
        "| Title | Authors | Venue | Year | DOI |\n|---|---|---|---|---|\n"
        "| Rivers of small towns | N. Quill, A. Example | Bog Letters | 2024 | 10.5555/1 |\n"
        "| Salt and floods | A. Example | Journal of Ice | 2023 | 10.5555/2 |\n"
    )
    page = Page(Source(f"# Publications\n\n{rows}".encode()))
    after = edit.add(page, "publications", {**PAPER, "links": (DOI,)}).page
    assert "| A study of bogs | A. Example, N. Quill | Bog Letters | 2026 | 10.5555/9 |\n" in after.text


DOI_X = Link("DOI", "https://doi.org/10.1234/x")


@pytest.mark.parametrize(
    ("form", "link", "written"),
    [
        ("https://doi.org/10.5555/1", DOI_X, "https://doi.org/10.1234/x"),
        ("http://dx.doi.org/10.5555/1.", DOI_X, "http://dx.doi.org/10.1234/x."),
        ("doi:10.5555/1.", DOI_X, "doi:10.1234/x."),
        ("(DOI: 10.5555/1).", DOI_X, "(DOI: 10.1234/x)."),
        ("<https://doi.org/10.5555/1>", DOI_X, "<https://doi.org/10.1234/x>"),
        ("[doi:10.5555/1](https://doi.org/10.5555/1)", DOI_X, "[doi:10.1234/x](https://doi.org/10.1234/x)"),
        ("https://example.org/1", PAGE, "https://example.org/9.html"),
        # what is no address of the sort that is shown goes beside it
        ("https://doi.org/10.5555/1", PAGE, "https://doi.org/10.5555/1 [[Paper](https://example.org/9.html)]"),
        ("https://doi.org/10.5555/1", PDF, "https://doi.org/10.5555/1 [[PDF](https://example.org/9.pdf)]"),
        ("https://example.org/1", DOI_X, "https://example.org/1 [[DOI](https://doi.org/10.1234/x)]"),
        # the label is what is changed
        ("[doi:10.5555/1](https://doi.org/10.5555/1)", Link("DOI", "https://doi.org/10.5555/1"), "[DOI](https://doi.org/10.5555/1)"),
        # nothing is
        ("doi:10.5555/1.", Link("DOI", "https://doi.org/10.5555/1"), "doi:10.5555/1."),
    ],
)  # fmt: skip
def test_an_address_that_is_shown_is_changed_in_its_place(form: str, link: Link, written: str) -> None:
    source = f"# Publications\n\n- {ITEMS[0]} {form}\n- {ITEMS[1]}\n"
    after = edit.change(Page(Source(source.encode())), "publications", 1, {"links": (link,)}).page.text
    assert after == source.replace(f" {form}\n", f" {written}\n")


def test_links_beside_an_address_that_is_changed_stay_where_they_are_named() -> None:
    source = f"# Publications\n\n- {ITEMS[0]} [[PDF](https://example.org/9.pdf)] doi:10.5555/1\n- {ITEMS[1]}\n"
    after = edit.change(Page(Source(source.encode())), "publications", 1, {"links": (PDF, DOI_X)}).page.text
    assert after == source.replace("10.5555/1\n", "10.1234/x\n")
    assert (
        added(["[[PDF](https://example.org/1.pdf)] doi:10.5555/1"] * 3, PDF)
        == f"{NEW} [[PDF](https://example.org/9.pdf)]"
    )


@pytest.mark.parametrize("word", ["DOI=10.1234/x", "DOI=https://doi.org/10.1234/x", "10.1234/x", "doi:10.1234/x"])
def test_a_doi_that_is_typed_is_its_address(word: str) -> None:
    assert typed.link(word) == DOI_X
