"""`publications add --bibtex`: files with one entry or many, what is said of each, and what is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.cli.main import run
from support.command_line import page_alone
from support.repositories import FOLIO, build

PAGE = (
    "---\npermalink: /\n---\n\n# Publications\n\n"
    "- **Warm Light for Cold Rooms**. Ada Lampwick, Ben Wickham. *Journal of Candles*, 2023. "
    "[[Paper](https://example.org/p1)]\n"
    "- **Meadow Graphs at Noon**. Ben Wickham, Cleo Tarn. *Conference on Candles*, 2022. "
    "[[Paper](https://example.org/p2)]\n"
)
LETTERS = (
    "@article{b2026, title = {Barns in the Rain}, author = {Moss, Fay}, journal = {Harbour Letters}, year = {2026},\n"
    "  url = {https://example.org/b}}\n"
)
LADDERS = (
    "@article{l2025, title = {Ladders in the Sun}, author = {Tarn, Cleo}, journal = {Harbour Letters}, year = {2025},\n"
    "  url = {https://example.org/l}}\n"
)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page with two publications, in the current directory."""
    return page_alone(tmp_path, monkeypatch, PAGE)


def add(folder: Path, bibtex: bytes | str, *words: str) -> int:
    """Adds the entries of a file `x.bib`."""
    (folder / "x.bib").write_bytes(bibtex.encode() if isinstance(bibtex, str) else bibtex)
    path = "about.md" if (folder / "about.md").exists() else "."
    return run(["publications", "add", "--in", path, "--bibtex", "x.bib", *words], lambda path: 99)


def titles(page: Path) -> list[str]:
    """The titles on a page."""
    return [line.split("**")[1] for line in page.read_text("utf-8").splitlines() if line.startswith("- **")]


def test_all_entries_are_added_the_newest_on_top(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(page.parent, LADDERS + LETTERS) == 0
    assert titles(page)[:3] == ["Barns in the Rain", "Ladders in the Sun", "Warm Light for Cold Rooms"]
    assert capsys.readouterr() == (
        "about.md:8: added publication 2: Ladders in the Sun\nabout.md:7: added publication 1: Barns in the Rain\n",
        "",
    )


def test_what_is_there_already_is_told_and_not_added_again(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = "@misc{k, title = {warm light for {Cold} rooms}, author = {Lampwick, A.}, year = 2022}"
    assert add(page.parent, LETTERS + LETTERS + again) == 0
    assert titles(page) == ["Barns in the Rain", "Warm Light for Cold Rooms", "Meadow Graphs at Noon"]
    assert capsys.readouterr().out.splitlines() == [
        "about.md:7: already there as publication 1: Barns in the Rain",
        "about.md:7: added publication 1: Barns in the Rain",
        "about.md:8: already there as publication 2: warm light for Cold rooms",
    ]


def test_a_broken_neighbour_is_refused_with_its_line_and_the_others_added(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(page.parent, "@misc{a,\n title = {A {B},\n year = 2020\n}\n\n" + LETTERS) == 4
    assert titles(page)[0] == "Barns in the Rain"
    out, complaints = capsys.readouterr()
    assert out == "about.md:7: added publication 1: Barns in the Rain\n"
    assert complaints == ("profile-tui: x.bib:2: the entry a cannot be read: the value of title does not end\n")


def test_nothing_is_written_where_all_are_refused(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(page.parent, "@misc{a, year = 2020}") == 4
    assert page.read_text() == PAGE
    assert capsys.readouterr().err == "profile-tui: x.bib:1: the entry a has no title\n"


def test_a_dry_run_prints_the_diff_alone(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(page.parent, LETTERS, "--dry-run") == 0
    assert page.read_text() == PAGE
    assert capsys.readouterr().out.startswith("--- a/about.md\n")


def test_a_field_can_be_named_beside_one_entry_only(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(page.parent, LETTERS + LADDERS, "--year", "2024") == 2
    assert page.read_text() == PAGE
    assert add(page.parent, LETTERS, "--year", "2024") == 0
    assert "Barns in the Rain**. Fay Moss. *Harbour Letters*, 2024." in page.read_text()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_files_of_older_programs_are_read(page: Path, encoding: str) -> None:
    text = LETTERS.replace("Barns in the Rain", "Größe und Maß der Scheunen")
    assert add(page.parent, text.encode(encoding)) == 0
    assert titles(page)[0] == "Größe und Maß der Scheunen"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_file_of_wide_characters_is_read_without_its_mark(page: Path, encoding: str) -> None:
    assert add(page.parent, LETTERS.encode(encoding)) == 0
    assert titles(page)[0] == "Barns in the Rain"


@pytest.mark.parametrize("encoding", ["gb18030", "cp1251", "euc-kr"])
def test_a_file_whose_encoding_cannot_be_told_is_refused(
    page: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    words = {"gb18030": "小灯的研究", "cp1251": "Лампа", "euc-kr": "등불연구"}
    text = LETTERS.replace("Barns in the Rain", words[encoding])
    assert add(page.parent, text.encode(encoding)) == 3
    assert capsys.readouterr().err.endswith("its encoding cannot be told; save it as UTF-8\n")
    assert page.read_text() == PAGE


def test_other_forms_of_bibliographies_are_named_with_their_file(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(page.parent, "TY  - JOUR\nTI  - On Lamps\nER  -\n") == 2
    assert capsys.readouterr().err == (
        "profile-tui: x.bib:1: this is RIS, not BibTeX; paste its BibTeX, which begins with @article{key, or the like\n"
    )


def test_a_bibliography_keeps_what_its_own_abbreviations_say_and_nothing_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(build(tmp_path, FOLIO))
    text = (
        "@string{hl = {Harbour Letters}}\n"
        "@article{b (1), title = {Barns}, author = {Moss, Fay and others}, journal = jice, series = hl,\n  month = jul,"
        "  year = 2026, file = {/home/fay/b.pdf}, howpublished = July}\n"
        "@inproceedings{l, title = {Ladders}, author = {Tarn, Cleo}, year = 2025, booktitle = {Proc},\n"
        "  doi = {10.50009/l}}\n"
    )
    assert add(tmp_path, text) == 0
    added = (tmp_path / "_bibliography/papers.bib").read_text().split("\n\n")
    assert added[3] == (
        "@article{moss2026barns,\n  title    = {Barns},\n  author   = {Moss, Fay and others},\n  journal  = jice,\n"
        "  year     = 2026,\n  month    = jul,\n  series   = {Harbour Letters},\n  howpublished = {July},\n}"
    )
    assert added[4] == (
        "@inproceedings{l,\n  title     = {Ladders},\n  author    = {Tarn, Cleo},\n  booktitle = {Proc},\n"
        "  year      = {2025},\n  doi       = {10.50009/l}\n}"
    )


ITEM = (
    "---\ntitle: 'On Wet Moss'\ncollection: publications\npermalink: /publication/2023-05-01-wet\ndate: 2023-05-01\n"
    "venue: 'Journal of Peat'\ncategory: {}\npaperurl: 'https://example.org/wet'\n---\n"
)
CONFIG = (
    "title: x\ncollections:\n  publications:\n    output: true\n"
    "publication_category:\n  books:\n    title: Books\n  manuscripts:\n    title: Articles\n"
    "  conferences:\n    title: Talks\n"
)


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with a collection of publications, in the current directory."""
    files = {
        "_config.yml": CONFIG,
        "_pages/home.md": "---\npermalink: /\n---\nI study moss.\n",
        "_publications/2023-05-01-wet.md": ITEM.format("manuscripts"),
    }
    monkeypatch.chdir(build(tmp_path, files))
    return tmp_path / "_publications"


def added(folder: Path) -> Path:
    """The one file of a collection that is new."""
    (path,) = (path for path in folder.iterdir() if path.name != "2023-05-01-wet.md")
    return path


def test_a_file_of_a_collection_has_month_type_and_the_papers_own_link(
    collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "@inproceedings{b, title = {Barns}, author = {Moss*, Fay and Tarn, Cleo}, year = 2024, month = jul,\n"
        "  booktitle = {Harbour Days, Tarnstead, May 4--9, 2024}, doi = {10.50009/b}, code = {https://example.org/c},\n"
        "  note = {Best paper}}\n"
    )
    assert add(collection.parent, text) == 0
    path = added(collection)
    assert path.name == "2024-07-01-barns.md"
    lines = path.read_text("utf-8").splitlines()
    assert "date: 2024-07-01" in lines
    assert "category: conferences" in lines
    assert "paperurl: 'https://doi.org/10.50009/b'" in lines
    assert "venue: 'Harbour Days, Tarnstead, May 4–9, 2024'" in lines
    assert capsys.readouterr().out == (
        "_publications/2024-07-01-barns.md:1: added publication 1: Barns (no place there for its link Code, note)\n"
    )


def test_a_month_to_come_would_hide_a_file_and_is_left_out(collection: Path) -> None:
    assert add(collection.parent, "@article{b, title = {Barns}, author = {Moss, Fay}, year = 2099, month = dec}") == 0
    assert added(collection).name == "2099-01-01-barns.md"


def test_those_left_out_of_the_authors_are_et_al_on_a_page(page: Path) -> None:
    assert add(page.parent, LETTERS.replace("Moss, Fay", "Moss, Fay and Tarn, Cleo and others")) == 0
    assert "- **Barns in the Rain**. Fay Moss, Cleo Tarn, et al. *Harbour Letters*, 2026." in page.read_text()


def test_a_number_of_arxiv_gets_the_field_that_themes_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(build(tmp_path, FOLIO))
    text = (
        "@misc{b, title = {Barns}, author = {Moss, Fay}, year = 2026, eprint = {2403.01234}, archivePrefix = {arXiv}}"
    )
    assert add(tmp_path, text) == 0
    entry = (tmp_path / "_bibliography/papers.bib").read_text().split("\n\n")[3]
    assert "  eprint   = {2403.01234},\n" in entry
    assert "  arxiv    = {2403.01234},\n" in entry


def test_a_venue_that_ends_with_the_year_goes_into_a_collection(collection: Path) -> None:
    text = "@inproceedings{b, title = {Barns}, author = {Moss, Fay}, year = 2024, booktitle = {Findings: HARBOUR 2024}}"
    assert add(collection.parent, text) == 0
    assert "venue: 'Findings: HARBOUR 2024'" in added(collection).read_text("utf-8")


def test_a_value_that_joins_a_number_is_written_so_that_the_site_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(build(tmp_path, FOLIO))
    text = '@article{b, title = {Barns}, author = {Moss, Fay}, journal = {Ice}, year = 2026, month = 5 # "~" # feb}'
    assert add(tmp_path, text) == 0
    assert "  month    = {5} # {~} # feb,\n" in (tmp_path / "_bibliography/papers.bib").read_text()


OLDEST_FIRST = (
    "---\npermalink: /\n---\n\n# Publications\n\n"
    "- **Meadow Graphs at Noon**. Ben Wickham, Cleo Tarn. *Conference on Candles*, 2022.\n"
    "- **Warm Light for Cold Rooms**. Ada Lampwick, Ben Wickham. *Journal of Candles*, 2023.\n"
)
YARNS = "@article{y2026, title = {Yarns in the Wind}, author = {Moss, Fay}, journal = {Harbour Letters}, year = {2026}}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (PAGE, ["Barns in the Rain", "Yarns in the Wind", "Ladders in the Sun", "Warm Light", "Meadow Graphs"]),
        (OLDEST_FIRST, ["Meadow Graphs", "Warm Light", "Ladders in the Sun", "Barns in the Rain", "Yarns in the Wind"]),
    ],
    ids=["newest first", "oldest first"],
)
def test_entries_of_a_year_stand_in_their_sequence(page: Path, text: str, shown: list[str]) -> None:
    page.write_text(text)
    assert add(page.parent, LETTERS + YARNS + LADDERS) == 0
    assert [title[: len(short)] for title, short in zip(titles(page), shown, strict=True)] == shown


def test_the_entries_of_a_file_are_one_step(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(page.parent, LETTERS + YARNS) == 0
    assert run(["undo", "--in", "about.md"], lambda path: 99) == 0
    assert page.read_text() == PAGE
    assert capsys.readouterr().out.splitlines()[-1] == "about.md:7: undone: Add 2 publications"
