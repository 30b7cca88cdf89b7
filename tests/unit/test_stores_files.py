"""Data files of other sorts: tables of values, lists of plain texts, a file for each year."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from profile_tui.cli import main
from profile_tui.markup.csv import CsvDocument, CsvError
from profile_tui.text.span import spliced
from support.command_line import sections
from support.repositories import build

TALKS = 'date,title,where\n2025-03-04,"Reading, slowly",Polar seminar\n2024-11-02,Slow rivers,"Tarn, Lindholm"\n'
NEWS = '# newest first\n- "Mar 2025: The *Lakes* data set is out."\n- Jan 2025 - One paper accepted at ICE.\n'
PAPERS = "{% for p in year[1] %}\n- {{ p.title }}, {{ p.authors }}\n{% endfor %}"
YEARS = f"{{% for year in site.data.papers %}}{PAPERS}{{% endfor %}}\n"
OLD = "- title: Slow rivers\n  authors: Ben Sample\n  year: 2024\n"
NEW = "- title: Reading small lakes\n  authors: Ada Example\n  year: 2025\n"


def site(root: Path, body: str, files: Mapping[str, str]) -> Path:
    page = f"---\nlayout: default\n---\n\n{body}"
    every = {"_config.yml": "title: T\n", "_layouts/default.html": "{{ content }}\n", "index.md": page, **files}
    return build(root, every)


def run(root: Path, kind: str, what: str, *words: str) -> int:
    return main.run([kind, what, "--in", str(root), *words], lambda path: 0)


def entries(root: Path, name: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [entry for section in sections(root, capsys) if section["path"] == name for entry in section["entries"]]


@pytest.mark.parametrize(
    ("what", "words", "after"),
    [
        ("add", ["--date", "2025-06-01", 'A "talk", Tarn'], (0, 'date,title,where\n2025-06-01,"A ""talk""",Tarn\n')),
        ("edit", ["1", "--date", "2025-03-05"], (0, TALKS.replace("03-04", "03-05"))),
        ("edit", ["2", "--text", "Slow rivers, Tarn, Lund"], (0, TALKS.replace("Tarn, Lindholm", "Tarn, Lund"))),
        ("remove", ["1"], (0, 'date,title,where\n2024-11-02,Slow rivers,"Tarn, Lindholm"\n')),
    ],
)
def test_rows_of_a_table_of_values(tmp_path: Path, what: str, words: list[str], after: tuple[int, str]) -> None:
    body = "## Talks\n\n{% for t in site.data.talks %}\n- {{ t.date }}: {{ t.title }}, {{ t.where }}\n{% endfor %}\n"
    root = site(tmp_path, body, {"_data/talks.csv": TALKS})
    assert run(root, "talks", what, *words) == after[0]
    assert (root / "_data/talks.csv").read_text().startswith(after[1])


def test_a_table_of_tabs_without_a_final_newline_keeps_it_so(tmp_path: Path) -> None:
    body = "## News\n\n{% for n in site.data.news %}\n- {{ n.date }}: {{ n.text }}\n{% endfor %}\n"
    root = site(tmp_path, body, {"_data/news.tsv": "date\ttext\n2025-01-02\tIce, at last.\n2025-03-02\tSnow."})
    assert run(root, "news", "add", "--date", "2025-04-01", "Hail, again.") == 0
    text = "date\ttext\n2025-01-02\tIce, at last.\n2025-03-02\tSnow.\n2025-04-01\tHail, again."
    assert (root / "_data/news.tsv").read_text() == text


def test_a_field_without_a_column_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "## Papers\n\n{% for p in site.data.papers %}\n- {{ p.title }}, {{ p.authors }}\n{% endfor %}\n"
    root = site(tmp_path, body, {"_data/papers.csv": "title,authors\nSlow rivers,Ben Sample\n"})
    assert run(root, "publications", "add", "--title", "Ice", "--author", "Ada Example", "--venue", "SNOW") == 4
    assert "no place for a venue" in capsys.readouterr().err


def test_cells_in_quotation_marks_have_neighbours_in_them() -> None:
    document = CsvDocument('title,year\n"Slow rivers","2024"\n', ",")
    [splice] = document.insert_item((), 0, {"title": "Ice", "year": 2025})
    assert spliced(document.text, [splice]) == 'title,year\n"Ice","2025"\n"Slow rivers","2024"\n'


def test_a_value_of_two_lines_and_an_empty_one_are_read_as_ruby_reads_them() -> None:
    assert CsvDocument('a,b\n"x\ny",\n"",z\n', ",").data == [{"a": "x\ny", "b": None}, {"a": "", "b": "z"}]


def test_a_stray_quotation_mark_is_told_with_its_line() -> None:
    with pytest.raises(CsvError) as error:
        CsvDocument('a,b\nx,y\nan "odd" one,z\n', ",")
    assert error.value.line == 3


@pytest.mark.parametrize(
    ("what", "words", "line"),
    [
        ("add", ["--date", "2025-06", 'A "new" thing: out'], '- "Jun 2025: A \\"new\\" thing: out"'),
        ("add", ["--date", "2025-02", "Old thing"], "- Feb 2025 - Old thing"),
        ("edit", ["2", "--text", "Two papers."], "- Jan 2025 - Two papers."),
    ],
)
def test_plain_texts_are_written_as_their_neighbours(tmp_path: Path, what: str, words: list[str], line: str) -> None:
    root = site(
        tmp_path, "## News\n\n{% for n in site.data.news %}\n- {{ n }}\n{% endfor %}\n", {"_data/news.yml": NEWS}
    )
    assert run(root, "news", what, *words) == 0
    assert set((root / "_data/news.yml").read_text().split("\n")) - set(NEWS.split("\n")) == {line}


def test_plain_texts_are_read_and_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = site(
        tmp_path, "## News\n\n{% for n in site.data.tidings %}\n- {{ n }}\n{% endfor %}\n", {"_data/tidings.yml": NEWS}
    )
    found = [(one["date"], one["text"]) for one in entries(root, "_data/tidings.yml", capsys)]
    assert found == [("2025-03", "The *Lakes* data set is out."), ("2025-01", "One paper accepted at ICE.")]
    assert run(root, "news", "remove", "1") == 0
    assert (root / "_data/tidings.yml").read_text() == "# newest first\n- Jan 2025 - One paper accepted at ICE.\n"


def test_citations_as_plain_texts_are_publications(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cited = "- Ben Sample, Ada Example. “Slow rivers.” *SNOW*, 2024.\n- Ada Example. “Ice in spring.” *ICE*, 2023.\n"
    body = "## Publications\n\n{% for p in site.data.works %}\n- {{ p | markdownify }}\n{% endfor %}\n"
    root = site(tmp_path, body, {"_data/works.yml": cited})
    assert [one["title"] for one in entries(root, "_data/works.yml", capsys)] == ["Slow rivers", "Ice in spring"]
    words = [
        "--title",
        "Hail",
        "--author",
        "Ben Sample",
        "--author",
        "Ada Example",
        "--venue",
        "POLAR",
        "--year",
        "2026",
    ]
    assert run(root, "publications", "add", *words) == 0
    assert (root / "_data/works.yml").read_text() == "- Ben Sample, Ada Example. “Hail.” *POLAR*, 2026.\n" + cited


def test_lists_of_names_and_years_are_no_entries(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "## Publications\n\n{% for y in site.data.years %}\n- {{ y }}\n{% endfor %}\n"
    root = site(tmp_path, body, {"_data/years.yml": "- '2024'\n- '2023'\n"})
    assert entries(root, "_data/years.yml", capsys) == []


@pytest.mark.parametrize("names", [("2024", "2025"), ("papers_2024", "papers_2025")])
def test_a_paper_goes_to_the_file_of_its_year(tmp_path: Path, names: tuple[str, str]) -> None:
    files = {f"_data/papers/{name}.yml": text for name, text in zip(names, (OLD, NEW), strict=True)}
    root = site(tmp_path, f"## Papers\n\n{YEARS}", files)
    assert run(root, "publications", "add", "--title", "Ice", "--author", "Ada Example", "--year", "2024") == 0
    added = "- title: Ice\n  authors: Ada Example\n  year: 2024\n"
    assert (root / f"_data/papers/{names[0]}.yml").read_text() == added + OLD
    assert (root / f"_data/papers/{names[1]}.yml").read_text() == NEW


def test_the_first_paper_of_a_year_makes_its_file(tmp_path: Path) -> None:
    root = site(tmp_path, f"## Papers\n\n{YEARS}", {"_data/papers/p2024.yml": OLD, "_data/papers/p2025.yml": NEW})
    assert run(root, "publications", "add", "--title", "Ice", "--author", "Ada Example", "--year", "2026") == 0
    assert (root / "_data/papers/p2026.yml").read_text() == "- title: Ice\n  authors: Ada Example\n  year: 2026\n"


def test_no_file_is_made_where_the_page_names_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    each = "{{% for p in site.data.papers.p{0} %}}\n- {{{{ p.title }}}}, {{{{ p.authors }}}}\n{{% endfor %}}\n"
    body = f"## Papers\n\n{each.format(2025)}{each.format(2024)}"
    root = site(tmp_path, body, {"_data/papers/p2024.yml": OLD, "_data/papers/p2025.yml": NEW})
    assert run(root, "publications", "add", "--title", "Ice", "--author", "Ada Example", "--year", "2026") == 4
    assert "create one for 2026" in capsys.readouterr().err
    assert sorted(path.name for path in (root / "_data/papers").iterdir()) == ["p2024.yml", "p2025.yml"]
