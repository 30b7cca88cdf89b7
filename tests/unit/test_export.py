"""`publications export`: what other programs are given, written down."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from support.command_line import page_alone
from support.repositories import FOLIO, build

PAGE = (
    "---\ntitle: T\n---\n\n# Publications\n\n"
    "- [Reading Lakes & Ponds](https://example.org/lakes), **Ada Example**\\*, Ben van Dyk, *Proceedings of ICE*, 2026 "
    "[[Code](https://example.org/code)] [[DOI](https://doi.org/10.50009/ice.1)]\n"
    "- [Reading Snow](https://example.org/snow), **Ada Example**, Ben van Dyk, *Journal of Snow*, 2026\n"
)
IN_BIBTEX = """@inproceedings{example2026reading,
  title = {Reading Lakes \\& Ponds},
  author = {Example*, Ada and van Dyk, Ben},
  booktitle = {Proceedings of ICE},
  year = {2026},
  url = {https://example.org/lakes},
  code = {https://example.org/code},
  doi = {10.50009/ice.1}
}

@article{example2026reading2,
  title = {Reading Snow},
  author = {Example, Ada and van Dyk, Ben},
  journal = {Journal of Snow},
  year = {2026},
  url = {https://example.org/snow}
}

"""


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return page_alone(tmp_path, monkeypatch, PAGE)


def export(*words: str) -> int:
    return run(["publications", "export", *words], lambda path: 99)


@pytest.mark.parametrize("words", [[], ["--bibtex"]])
def test_a_page_as_bibtex(page: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--in", "about.md", *words) == 0
    assert capsys.readouterr() == (IN_BIBTEX, "")


def test_a_page_as_csl_json(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--in", "about.md", "--csl-json") == 0
    first, second = json.loads(capsys.readouterr().out)
    assert first == {
        "id": "example2026reading",
        "type": "paper-conference",
        "title": "Reading Lakes & Ponds",
        "author": [{"family": "Example", "given": "Ada"}, {"family": "van Dyk", "given": "Ben"}],
        "container-title": "Proceedings of ICE",
        "issued": {"date-parts": [[2026]]},
        "DOI": "10.50009/ice.1",
        "URL": "https://example.org/lakes",
    }
    assert (second["id"], second["type"]) == ("example2026reading2", "article-journal")


def test_a_page_as_an_object(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--in", "about.md", "--json") == 0
    given = json.loads(capsys.readouterr().out)
    assert [(one["number"], one["path"], one["first_line"], one["title"]) for one in given["entries"]] == [
        (1, "about.md", 7, "Reading Lakes & Ponds"),
        (2, "about.md", 8, "Reading Snow"),
    ]


def test_a_bibliography_stays_as_it_is_and_needs_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export("--in", str(build(tmp_path, FOLIO))) == 0
    assert capsys.readouterr().out == (
        "@article{example2025lakes,\n  abbr = {JI},\n  title = {Reading {S}mall Lakes},\n"
        "  author = {Example*, Ada and Sample, Ben},\n  journal = {Journal of Ice},\n  year = 2025,\n"
        "  pages = {1--9},\n"
        "  pdf = {https://example.org/a%20b_c.pdf},\n  selected = {true}\n}\n\n"
        "@inproceedings{sample2023ice,\n  title = {Ice in Spring},\n"
        '  author = {M{\\"u}ller, Cy and Sample, Ben},\n  booktitle = {Proceedings of ICE},\n  year = {2023}\n}\n\n'
    )


def test_a_paper_on_two_pages_is_printed_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(tmp_path, FOLIO)
    home = "---\nlayout: about\npermalink: /\ntitle: about\n---\n\n# Selected publications\n\n"
    item = "- [Reading Small Lakes](https://example.org/l), **Ada Example**, Ben Sample, *Journal of Ice*, 2025\n"
    (tmp_path / "_pages/about.md").write_text(home + item)
    assert export("--in", str(tmp_path)) == 0
    assert capsys.readouterr().out.count("@") == 2


def test_what_is_exported_is_there_already(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (page.parent / "x.bib").write_text(IN_BIBTEX, "utf-8")
    assert run(["publications", "add", "--in", "about.md", "--bibtex", "x.bib"], lambda path: 99) == 0
    assert capsys.readouterr().out == (
        "about.md:7: already there as publication 1: Reading Lakes & Ponds\n"
        "about.md:8: already there as publication 2: Reading Snow\n"
    )
    assert page.read_text("utf-8") == PAGE


def test_only_one_form_at_once(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--in", "about.md", "--json", "--csl-json") == 2
    assert capsys.readouterr().err == "profile-tui: choose one of --bibtex, --csl-json and --json\n"
