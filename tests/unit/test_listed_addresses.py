"""BibTeX with the address of a page and a DOI: of the two, what the list shows of its other papers is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.cli import main
from support.command_line import page_alone

BOTH = (
    "@article{q, title = {A study of bogs}, author = {Example, Ada and Quill, Nora}, journal = {Bog Letters},\n"
    "  year = 2026, url = {https://bogs.example.org/9}, doi = {10.5555/9}}\n"
)
PDF = BOTH.replace("doi =", "pdf = {https://bogs.example.org/9.pdf}, doi =")
TITLE = "Rivers of small towns"


def run(words: list[str]) -> int:
    """Make a call that opens no editor."""
    return main.run(words, lambda path: 99)


def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, bibtex: str, title: str = TITLE) -> str:
    """What is after the year of a paper that was added to a list of three in a form."""
    items = "".join(
        f"- Quill, N., & Example, A. ({2024 - at}). {title}. *Bog Letters*. {form}".replace("#", str(at)).rstrip()
        + "\n"
        for at in range(3)
    )
    page = page_alone(tmp_path, monkeypatch, f"# Publications\n\n{items}")
    (tmp_path / "x.bib").write_text(bibtex)
    assert run(["publications", "add", "--in", page.name, "--bibtex", "x.bib"]) == 0
    return page.read_text("utf-8").split("\n")[2].partition("(2026). ")[2]


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("", "[[Paper](https://bogs.example.org/9)]"),
        ("[[Paper](https://example.org/#)]", "[[Paper](https://bogs.example.org/9)]"),
        ("[[PDF](https://example.org/#.pdf)]", "[[Paper](https://bogs.example.org/9)]"),
        ("https://example.org/#", "https://bogs.example.org/9"),
        ("https://doi.org/10.5555/#", "https://doi.org/10.5555/9"),
        ("doi:10.5555/#", "doi:10.5555/9"),
        ("[DOI](https://doi.org/10.5555/#)", "[DOI](https://doi.org/10.5555/9)"),
        ("[[PDF](https://example.org/#.pdf)] [[DOI](https://doi.org/10.5555/#)]", "[[DOI](https://doi.org/10.5555/9)]"),
        ("[[Paper](https://example.org/#)] [[DOI](https://doi.org/10.5555/#)]",
         "[[Paper](https://bogs.example.org/9)] [[DOI](https://doi.org/10.5555/9)]"),
        ("[doi](https://doi.org/10.5555/#) / [url](https://example.org/#)",
         "[DOI](https://doi.org/10.5555/9) / [Paper](https://bogs.example.org/9)"),
    ],
)  # fmt: skip
def test_addresses_are_those_that_the_list_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, written: str
) -> None:
    assert added(tmp_path, monkeypatch, form, BOTH) == f"A study of bogs. *Bog Letters*. {written}"


@pytest.mark.parametrize(
    ("target", "form", "bibtex", "written"),
    [
        ("https://example.org/#", "[DOI](https://doi.org/10.5555/#)", BOTH,
         "[A study of bogs](https://bogs.example.org/9). *Bog Letters*. [DOI](https://doi.org/10.5555/9)"),
        ("https://example.org/#", "doi:10.5555/#", BOTH,
         "[A study of bogs](https://bogs.example.org/9). *Bog Letters*. doi:10.5555/9"),
        ("https://example.org/#", "", BOTH, "[A study of bogs](https://bogs.example.org/9). *Bog Letters*."),
        ("https://doi.org/10.5555/#", "doi:10.5555/#", BOTH,
         "[A study of bogs](https://doi.org/10.5555/9). *Bog Letters*. doi:10.5555/9"),
        ("https://doi.org/10.5555/#", "", BOTH, "[A study of bogs](https://doi.org/10.5555/9). *Bog Letters*."),
        ("https://doi.org/10.5555/#", "[PDF](/files/#.pdf)", PDF,
         "[A study of bogs](https://doi.org/10.5555/9). *Bog Letters*. [PDF](https://bogs.example.org/9.pdf)"),
    ],
)  # fmt: skip
def test_titles_lead_where_those_of_the_list_lead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, form: str, bibtex: str, written: str
) -> None:
    assert added(tmp_path, monkeypatch, form, bibtex, f"[{TITLE}]({target})") == written


def test_an_address_that_the_call_gives_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_alone(
        tmp_path,
        monkeypatch,
        f"# Publications\n\n- **{TITLE}**. Nora Quill. *Bog Letters*, 2024. [[DOI](https://doi.org/10.5555/1)]\n",
    )
    (tmp_path / "x.bib").write_text(BOTH)
    words = ["--bibtex", "x.bib", "--link", "Code=https://code.example.org/9"]
    assert run(["publications", "add", "--in", page.name, *words]) == 0
    assert page.read_text("utf-8").split("\n")[2].endswith("2026. [[Code](https://code.example.org/9)]")


def test_the_keys_of_a_data_file_decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_data").mkdir()
    (tmp_path / "_config.yml").write_text("title: Ada Example\n")
    (tmp_path / "index.md").write_text(
        "---\nlayout: page\n---\n\n# Publications\n\n{% for p in site.data.publications %}\n"
        "- {{ p.authors }}. {{ p.title }}. {{ p.venue }}, {{ p.year }}. {{ p.doi }} {{ p.url }}\n{% endfor %}\n"
    )
    data = tmp_path / "_data" / "publications.yml"
    item = f"- title: {TITLE}\n  authors: Nora Quill\n  venue: Bog Letters\n  year: 2024\n  doi: 10.5555/1\n"
    (tmp_path / "x.bib").write_text(BOTH)
    monkeypatch.chdir(tmp_path)
    for keys, added_keys in (
        ("", '  doi: "10.5555/9"\n'),
        ("  url: https://example.org/1\n", '  doi: "10.5555/9"\n  url: https://bogs.example.org/9\n'),
    ):
        data.write_text(item + keys)
        assert run(["publications", "add", "--bibtex", "x.bib"]) == 0
        new = "- title: A study of bogs\n  authors: Ada Example, Nora Quill\n  venue: Bog Letters\n  year: 2026\n"
        assert data.read_text().startswith(f"{new}{added_keys}- title")
