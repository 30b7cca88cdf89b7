"""Volume, issue and pages of a new publication, typed behind its venue or told by BibTeX: written as the list does."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.cli import main
from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.content.publications.citation_line import values_of
from profile_tui.content.publications.writing import volumes
from profile_tui.text.source import Source
from support.command_line import page_alone

TITLE = "A study of bogs"
PLACES = ("towns", "lakes", "mills")
PAPER: Values = {"title": TITLE, "authors": (Author("Ada Example"), Author("Nora Quill")), "year": 2026}
APA = "Quill, N., & Example, A. (2024). Rivers of small towns. *Bog Letters*, *29*(1), 131–146."
IEEE = "N. Quill and A. Example, “Rivers of small towns,” *Bog Letters*, vol. 29, no. 1, pp. 131–146, 2024."
VANCOUVER = "Quill N, Example A. Rivers of small towns. Bog Letters. 2024;29(1):131-46."
CHICAGO = "Quill, Nora, and Ada Example. “Rivers of small towns.” *Bog Letters* 29, no. 1 (2024): 131–146."
ACM = "Nora Quill and Ada Example. 2024. Rivers of small towns. *Bog Letters* 29, 1 (2024), 131–146."
PHYSICS = "N. Quill, A. Example, Rivers of small towns, *Bog Letters* **29**, 131–146 (2024)."
MLA = "Quill, Nora, and Ada Example. “Rivers of small towns.” *Bog Letters*, vol. 29, no. 1, 2024, pp. 131–46."
SPRINGER = "Quill N, Example A (2024) Rivers of small towns. Bog Lett 29:131–146"
CONFERENCE = "N. Quill, A. Example. Rivers of small towns. In *Proceedings of the Bog Conference*, pages 131–146, 2024."
FULL, NO_ISSUE, ARTICLE, NO_PAGES = (
    f"Moss Letters, {it}" for it in ("31(2), 5–9", "31, 205–219", "31:104512", "31(4)")
)


def items(*forms: str) -> str:
    """A list whose entries are of a year each."""
    lines = (
        f"- {form.replace('2024', str(2024 - at)).replace('29', str(29 - at)).replace('towns', PLACES[at])}\n"
        for at, form in enumerate(forms)
    )
    return f"# Publications\n\n{''.join(lines)}"


@pytest.mark.parametrize(
    ("venue", "name", "volume", "issue", "pages"),
    [
        ("Bog Letters, 31(2), 5–9", "Bog Letters", "31", "2", "5–9"),
        ("Bog Letters 31(2):5-9", "Bog Letters", "31", "2", "5-9"),
        ("Bog Letters, vol. 31, no. 2, pp. 5-9", "Bog Letters", "31", "2", "5-9"),
        ("Bog Letters, 31, 2, 5–9", "Bog Letters", "31", "2", "5–9"),
        ("Bog Letters 31.2, 5–9", "Bog Letters", "31", "2", "5–9"),
        ("Bog Letters, Bd. 31, Heft 2, S. 5–9", "Bog Letters", "31", "2", "5–9"),
        ("Bog Letters, 31:2, pp. 5-9", "Bog Letters", "31", "2", "5-9"),
        ("Bog Letters, roč. 31, č. 2, s. 5‑9", "Bog Letters", "31", "2", "5‑9"),
        ("Bog Letters, v. 31, n. 2, p. 5～9", "Bog Letters", "31", "2", "5～9"),
        ("Bog Lett. B 12, 104512", "Bog Lett. B", "12", None, "104512"),
        ("Journal of 2000 Lakes, 12(3), 4–5", "Journal of 2000 Lakes", "12", "3", "4–5"),
        ("Bog Conference, pp. 5–9", "Bog Conference", None, None, "5–9"),
        ("Bog Letters, vol. 31", "Bog Letters", "31", None, None),
        # what may be of the name stays in it
        ("Bog Letters 31", "Bog Letters 31", None, None, None),
        ("Area 51, 3", "Area 51, 3", None, None, None),
        ("Lamps 2.0", "Lamps 2.0", None, None, None),
        ("ICE 2024, 5–9", "ICE 2024, 5–9", None, None, None),
        ("arXiv preprint arXiv:2401.01234", "arXiv preprint arXiv:2401.01234", None, None, None),
        ("Bog Letters, 31(2), paper 5", "Bog Letters, 31(2), paper 5", None, None, None),
    ],
)
def test_what_is_behind_a_venue(
    venue: str, name: str, volume: str | None, issue: str | None, pages: str | None
) -> None:
    every = {"volume": volume, "issue": issue, "pages": pages}
    assert volumes.parted(venue) == (name, {role: number for role, number in every.items() if number})


@pytest.mark.parametrize(
    ("form", "venue", "written"),
    [
        (APA, FULL, "Example, A., & Quill, N. (2026). A study of bogs. *Moss Letters*, *31*(2), 5–9."),
        (APA, NO_ISSUE, "Example, A., & Quill, N. (2026). A study of bogs. *Moss Letters*, *31*, 205–219."),
        (APA, ARTICLE, "Example, A., & Quill, N. (2026). A study of bogs. *Moss Letters*, *31*, 104512."),
        (APA, NO_PAGES, "Example, A., & Quill, N. (2026). A study of bogs. *Moss Letters*, *31*(4)."),
        (IEEE, FULL, "A. Example and N. Quill, “A study of bogs,” *Moss Letters*, vol. 31, no. 2, pp. 5–9, 2026."),
        (IEEE, NO_ISSUE, "A. Example and N. Quill, “A study of bogs,” *Moss Letters*, vol. 31, pp. 205–219, 2026."),
        (IEEE, ARTICLE, "A. Example and N. Quill, “A study of bogs,” *Moss Letters*, vol. 31, 104512, 2026."),
        (VANCOUVER, FULL, "Example A, Quill N. A study of bogs. Moss Letters. 2026;31(2):5-9."),
        (VANCOUVER, NO_ISSUE, "Example A, Quill N. A study of bogs. Moss Letters. 2026;31:205-19."),
        (VANCOUVER, NO_PAGES, "Example A, Quill N. A study of bogs. Moss Letters. 2026;31(4)."),
        (CHICAGO, FULL, "Example, Ada, and Nora Quill. “A study of bogs.” *Moss Letters* 31, no. 2 (2026): 5–9."),
        (CHICAGO, NO_ISSUE, "Example, Ada, and Nora Quill. “A study of bogs.” *Moss Letters* 31 (2026): 205–219."),
        (ACM, FULL, "Ada Example and Nora Quill. 2026. A study of bogs. *Moss Letters* 31, 2 (2026), 5–9."),
        (ACM, NO_ISSUE, "Ada Example and Nora Quill. 2026. A study of bogs. *Moss Letters* 31 (2026), 205–219."),
        (PHYSICS, NO_ISSUE, "A. Example, N. Quill, A study of bogs, *Moss Letters* **31**, 205–219 (2026)."),
        (PHYSICS, ARTICLE, "A. Example, N. Quill, A study of bogs, *Moss Letters* **31**, 104512 (2026)."),
        (MLA, NO_ISSUE, "Example, Ada, and Nora Quill. “A study of bogs.” *Moss Letters*, vol. 31, 2026, pp. 205–19."),
        (SPRINGER, NO_ISSUE, "Example A, Quill N (2026) A study of bogs. Moss Letters 31:205–219"),
        (CONFERENCE, "Ice, pp. 5–9", "A. Example, N. Quill. A study of bogs. In *Ice*, pages 5–9, 2026."),
        # what the list has no place for stays as it is typed, behind what sets the venue off
        (PHYSICS, FULL, "A. Example, N. Quill, A study of bogs, *Moss Letters*, 31(2), 5–9 (2026)."),
        (CONFERENCE, FULL, "A. Example, N. Quill. A study of bogs. In *Moss Letters*, 31(2), 5–9, 2026."),
    ],
)
def test_a_volume_that_is_typed_is_written_as_the_list_does(form: str, venue: str, written: str) -> None:
    page = edit.add(Page(Source(items(form, form).encode())), "publications", {**PAPER, "venue": venue}).page
    assert page.text.split("\n")[2] == f"- {written}"


def test_the_neighbour_that_shows_the_same_is_the_model() -> None:
    without = APA.replace("(1)", "")
    page = Page(Source(items(without, without, APA).encode()))
    after = edit.add(page, "publications", {**PAPER, "venue": FULL}).page.text
    assert after.split("\n")[2].endswith("*Moss Letters*, *31*(2), 5–9.")


@pytest.mark.parametrize(
    ("citation", "venue"),
    [
        (APA, "Bog Letters, 29(1), 131–146"),
        (IEEE, "Bog Letters, 29(1), 131–146"),
        (VANCOUVER, "Bog Letters, 29(1), 131–146"),
        (CHICAGO, "Bog Letters, 29(1), 131–146"),
        (ACM, "Bog Letters, 29(1), 131–146"),
        (PHYSICS, "Bog Letters, 29, 131–146"),
        (MLA, "Bog Letters, 29(1), 131–146"),
        (SPRINGER, "Bog Lett, 29, 131–146"),
        (CONFERENCE, "Proceedings of the Bog Conference, pp. 131–146"),
    ],
)
def test_a_citation_tells_its_volume(citation: str, venue: str) -> None:
    values = values_of(citation.replace("*", ""))
    assert values is not None
    assert values["venue"] == venue


def bibtex(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, fields: str) -> str:
    """The first line of a list after an article or a paper of a conference was added from BibTeX."""
    path = page_alone(tmp_path, monkeypatch, page)
    (tmp_path / "x.bib").write_text(
        f"@article{{q, title = {{{TITLE}}}, author = {{Example, Ada and Quill, Nora}}, year = 2026, {fields}}}\n"
    )
    assert main.run(["publications", "add", "--in", path.name, "--bibtex", "x.bib"], lambda path: 99) == 0
    return path.read_text("utf-8").split("\n")[2].partition(f"{TITLE}. ")[2]


JOURNAL = "journal = {Moss Letters}, volume = 31, number = 2, pages = {5--9}"
PLAIN = "Quill, N., & Example, A. (2024). Rivers of small towns. *Bog Conference*."


@pytest.mark.parametrize(
    ("forms", "fields", "written"),
    [
        ([APA, APA], JOURNAL, "*Moss Letters*, *31*(2), 5–9."),
        ([APA, PLAIN, PLAIN], JOURNAL, "*Moss Letters*, *31*(2), 5–9."),
        ([APA.replace("(1)", "")] * 2, JOURNAL, "*Moss Letters*, *31*, 5–9."),
        ([PLAIN, PLAIN], JOURNAL, "*Moss Letters*."),
        ([APA, APA], "booktitle = {Ice}, pages = {5--9}", "*Ice*."),
        ([APA, APA], "journal = {Moss Letters}, volume = {XII}, pages = {5--9}", "*Moss Letters*."),
        ([APA, APA], JOURNAL.replace("number = 2", "number = {2, Part 1}"), "*Moss Letters*, *31*, 5–9."),
        ([APA, APA.replace("*29*(1), ", "")], JOURNAL.replace("Moss", "Bog"), "*Bog Letters*, *31*(2), 5–9."),
        ([APA, *[PLAIN.replace("Conference", "Letters")] * 2], JOURNAL.replace("Moss", "Bog"), "*Bog Letters*."),
    ],
)  # fmt: skip
def test_bibtex_gives_the_volume_where_the_list_shows_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forms: list[str], fields: str, written: str
) -> None:
    assert bibtex(tmp_path, monkeypatch, items(*forms), fields) == written


def test_a_venue_that_holds_its_volume_has_it_in_the_form_of_another() -> None:
    assert volumes.like("Bog Letters 29(1), pp. 131-46", "Ice", {"volume": "31", "issue": "2", "pages": "205–219"}) == (
        "Ice 31(2), pp. 205-19"
    )
    assert volumes.like("Bog Letters 29, 131-46", "Ice", {"volume": "31", "issue": "2", "pages": "5–9"}) == ""
