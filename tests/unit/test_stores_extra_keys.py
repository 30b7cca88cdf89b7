"""Keys of stores beside those of the fields: set, changed and taken away on the command line, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.site.records.store import Store
from profile_tui.site.repository.locate import locate
from profile_tui.workspace.workspace import Workspace
from support.command_line import page_of, run, site_with
from support.repositories import ACADEMIC, build

BIB = (
    "@article{tallow2025moss,\n  abbr     = {Bog},\n  title    = {Moss at Noon},\n  author   = {Tallow, Mira},\n"
    "  journal  = {Bog News},\n  year     = {2025},\n  pages    = {1--9},\n  preview  = {moss_1.png},\n"
    "  pdf      = {https://example.org/moss.pdf},\n  selected = {true}\n}\n\n"
    "@article{tallow2024fen,\n  abbr     = {Fen},\n  title    = {Fens},\n  author   = {Tallow, Mira},\n"
    "  journal  = {Fen Letters},\n  year     = {2024}\n}\n"
)
SCHOLAR = "title: Mira Tallow\nscholar:\n  source: /_bibliography/\n  bibliography: papers.bib\n"
LOOP = (
    "# Publications\n{% for p in site.data.papers %}\n"
    "{{ p.title }} {{ p.authors }} {{ p.venue }} {{ p.year }}\n{% endfor %}\n"
)
DATA = (
    "- title: Moss\n  authors: Mira Tallow\n  venue: Bog News\n  year: 2025\n  selected: true\n  area: 'wet land'\n"
    "  tags: [moss, bog]\n  rank: 3\n\n"
    "# older\n- title: Fen\n  authors: Mira Tallow\n  venue: Fen Letters\n  year: 2024\n  area: 'fens'\n"
)
PAPER = (
    "---\ntitle: {title}\nauthors: Mira Tallow\ncollection: publications\ncategory: {category}\n"
    "excerpt: 'On {title}.'\ndate: {date}\nvenue: Bog News\nslidesurl: https://example.org/s.pdf\n"
    "---\n\nBody of {title}.\n"
)


@pytest.fixture
def folio(tmp_path: Path) -> Path:
    return build(tmp_path, {"_config.yml": SCHOLAR, "index.md": page_of("Hello.\n"), "_bibliography/papers.bib": BIB})


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    return site_with(tmp_path, {"index.md": page_of(LOOP), "_data/papers.yml": DATA})


@pytest.fixture
def academic(tmp_path: Path) -> Path:
    papers = {
        "_publications/2025-05-01-moss.md": PAPER.format(title="Moss", category="manuscripts", date="2025-05-01"),
        "_publications/2024-05-01-fen.md": PAPER.format(title="Fen", category="conferences", date="2024-05-01"),
    }
    config = "title: Mira Tallow\ncollections:\n  publications:\n    output: true\n"
    return build(tmp_path, {"_config.yml": config, "index.md": page_of("Hello.\n"), **papers})


def add(root: Path, *words: str, year: str = "2026") -> int:
    paper = ("--title", "Reeds", "--author", "Mira Tallow", "--venue", "Peat Letters", "--year", year)
    return run("publications", "add", "--in", str(root), *paper, *words)


def edit(root: Path, number: int, *words: str) -> int:
    return run("publications", "edit", "--in", str(root), str(number), *words)


def store(root: Path) -> Store:
    return next(each for each in Workspace(locate(root)).stores if each.kind == "publications")


def test_a_bibliography_offers_its_own_fields_before_those_of_bibtex(folio: Path) -> None:
    keys = store(folio).extra_keys()
    assert [key.name for key in keys] == ["abbr", "pages", "preview", "selected"]
    assert [key.values for key in keys] == [("Bog", "Fen"), ("1--9",), ("moss_1.png",), ("yes",)]
    assert [key.is_switch for key in keys] == [False, False, False, True]


def test_an_entry_of_a_bibliography_is_added_with_its_fields(folio: Path) -> None:
    assert add(folio, "--set", "abbr=Peat & Co", "--set", "selected=yes", "--set", "preview=reed_2.png") == 0
    text = (folio / "_bibliography/papers.bib").read_text()
    assert text == (
        "@article{tallow2026reeds,\n  abbr     = {Peat & Co},\n  title    = {Reeds},\n  author   = {Tallow, Mira},\n"
        "  journal  = {Peat Letters},\n  year     = {2026},\n  preview  = {reed_2.png},\n  selected = {true}\n}\n\n"
        + BIB
    )


def test_fields_of_an_entry_of_a_bibliography_are_changed_and_taken_away(folio: Path) -> None:
    file = folio / "_bibliography/papers.bib"
    assert edit(folio, 1, "--set", "abbr=Peat", "--set", "selected=", "--title", "Moss at Dawn") == 0
    changed = BIB.replace("{Bog}", "{Peat}").replace("Moss at Noon", "Moss at Dawn")
    changed = changed.replace(",\n  selected = {true}", "")
    assert file.read_text() == changed
    assert edit(folio, 2, "--set", "selected=no") == 4  # no neighbour has it any more
    assert file.read_text() == changed
    assert edit(folio, 2, "--set", "preview=fen.png", "--set", "pdf=https://example.org/fen.pdf") == 0
    assert file.read_text() == changed.replace(
        "  year     = {2024}\n",
        "  year     = {2024},\n  preview  = {fen.png},\n  pdf      = {https://example.org/fen.pdf}\n",
    )


def test_values_take_the_form_of_those_of_other_entries(folio: Path) -> None:
    file = folio / "_bibliography/papers.bib"
    bare = BIB.replace("{true}", "true").replace("{Bog}", '"Bog"')
    file.write_text(bare.replace("pages    = {1--9}", "month    = nov"))
    assert edit(folio, 2, "--set", "selected=false", "--set", "month=dec") == 0
    assert "  year     = {2024},\n  month    = dec,\n  selected = false\n}\n" in file.read_text()
    assert edit(folio, 1, "--set", "abbr=Peat") == 0
    assert '  abbr     = "Peat",\n' in file.read_text()


@pytest.mark.parametrize(
    ("word", "complaint"),
    [
        ("color=red", "no entry here has the key color; there are abbr, pages, preview, selected"),
        ("selected=perhaps", "selected is yes or no here; “perhaps” is neither"),
        ("title=Other", "title is where an entry has its title; change that instead"),
        ("abbr=a} b", "the braces in the text do not match"),
        ("abbr", "--set takes KEY=VALUE, not 'abbr'"),
    ],
)
def test_what_a_bibliography_does_not_take(
    folio: Path, capsys: pytest.CaptureFixture[str], word: str, complaint: str
) -> None:
    assert edit(folio, 1, "--set", word) in (2, 4)
    assert complaint in capsys.readouterr().err
    assert add(folio, "--set", word) in (2, 4)
    assert (folio / "_bibliography/papers.bib").read_text() == BIB


def test_bibtex_is_added_with_keys(folio: Path) -> None:
    source = folio / "new.bib"
    source.write_text("@article{reed,\n title={Reeds},\n author={Mira Tallow},\n journal={Peat},\n year={2026}\n}\n")
    assert run("publications", "add", "--in", str(folio), "--bibtex", str(source), "--set", "selected=true") == 0
    text = (folio / "_bibliography/papers.bib").read_text()
    assert text.startswith("@article{reed,\n")
    assert text.endswith(BIB)
    assert "  selected = {true}\n}\n\n" in text.removesuffix(BIB)


def test_a_data_file_offers_its_own_keys(listed: Path) -> None:
    assert [(key.name, key.is_switch) for key in store(listed).extra_keys()] == [
        ("selected", True),
        ("area", False),
        ("rank", False),
    ]


def test_an_item_is_added_with_its_keys(listed: Path) -> None:
    assert add(listed, "--set", "area=peat", "--set", "rank=4", "--set", "selected=no") == 0
    assert (listed / "_data/papers.yml").read_text() == (
        "- title: Reeds\n  authors: Mira Tallow\n  venue: Peat Letters\n  year: 2026\n  selected: false\n"
        "  area: 'peat'\n  rank: 4\n" + DATA
    )


def test_keys_of_an_item_are_changed_and_taken_away(listed: Path) -> None:
    file = listed / "_data/papers.yml"
    assert edit(listed, 1, "--set", "area=dry land", "--set", "rank=", "--set", "selected=y") == 0
    changed = DATA.replace("'wet land'", "'dry land'").replace("  rank: 3\n", "")
    assert file.read_text() == changed
    assert edit(listed, 2, "--set", "selected=true") == 0
    assert file.read_text() == changed.replace("2024\n", "2024\n  selected: true\n")


@pytest.mark.parametrize(
    ("word", "complaint"),
    [
        ("color=red", "no entry here has the key color; there are selected, area, tags, rank"),
        ("tags=moss", "tags holds more than one value here"),
        ("rank=high", "rank is a number here; “high” isn't one"),
        ("selected=2", "selected is yes or no here"),
        ("venue=Peat", "venue is where an entry has its venue; change that instead"),
    ],
)
def test_what_a_data_file_does_not_take(
    listed: Path, capsys: pytest.CaptureFixture[str], word: str, complaint: str
) -> None:
    assert edit(listed, 1, "--set", word) == 4
    assert complaint in capsys.readouterr().err
    assert (listed / "_data/papers.yml").read_text() == DATA


def test_a_cell_of_a_table_is_set(tmp_path: Path) -> None:
    table = "title,authors,venue,year,area\nMoss,Mira Tallow,Bog News,2025,wet\nFen,Mira Tallow,Fens,2024,\n"
    root = site_with(tmp_path, {"index.md": page_of(LOOP), "_data/papers.csv": table})
    assert edit(root, 2, "--set", "area=fens, dry") == 0
    assert (root / "_data/papers.csv").read_text() == table.replace("2024,\n", '2024,"fens, dry"\n')
    assert edit(root, 1, "--set", "area=") == 0
    assert (root / "_data/papers.csv").read_text() == table.replace("2024,\n", '2024,"fens, dry"\n').replace("wet", "")


def test_a_collection_offers_the_keys_of_its_files(academic: Path) -> None:
    assert [(key.name, key.values) for key in store(academic).extra_keys()] == [
        ("category", ("manuscripts", "conferences")),
        ("excerpt", ("On Moss.", "On Fen.")),
    ]


def test_a_file_is_added_with_its_keys(academic: Path) -> None:
    assert add(academic, "--set", "category=conferences", "--set", "excerpt=It's on: reeds") == 0
    [new] = [path for path in (academic / "_publications").iterdir() if "2026" in path.name]
    lines = new.read_text().splitlines()
    assert "category: conferences" in lines
    assert lines[lines.index("category: conferences") + 1] in (
        "excerpt: 'It''s on: reeds'",
        'excerpt: "It\'s on: reeds"',
    )


def test_keys_of_a_file_are_changed_and_taken_away(academic: Path) -> None:
    file = academic / "_publications/2025-05-01-moss.md"
    before = file.read_text()
    assert edit(academic, 1, "--set", "excerpt=", "--set", "category=conferences") == 0
    changed = before.replace("excerpt: 'On Moss.'\n", "").replace("manuscripts", "conferences")
    assert file.read_text() == changed
    assert edit(academic, 1, "--set", "excerpt=Moss again") == 0
    assert file.read_text().replace("'", "").replace("excerpt: Moss again\n", "") == changed
    assert edit(academic, 1, "--set", "slidesurl=https://example.org/n.pdf") == 0
    assert "slidesurl: https://example.org/n.pdf\n" in file.read_text()


def test_what_a_collection_does_not_take(academic: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert edit(academic, 1, "--set", "abbr=Bog") == 4
    assert "no entry here has the key abbr; there are collection, category, excerpt" in capsys.readouterr().err


def test_the_entries_of_a_page_have_no_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = page_of("# Publications\n\n- Mira Tallow, **Moss**, *Bog News*, 2025\n")
    root = site_with(tmp_path, {"index.md": text})
    assert edit(root, 1, "--set", "abbr=Bog") == 4
    assert "the entries of a page have no keys to set, such as abbr" in capsys.readouterr().err
    assert add(root, "--set", "abbr=Bog") == 4
    assert (root / "index.md").read_text() == text


def test_a_date_stays_one_and_lines_end_as_those_around(tmp_path: Path) -> None:
    data = DATA.replace("area: 'wet land'", "posted: 2025-03-01").replace("area: 'fens'", "posted: 2024-03-01")
    root = site_with(tmp_path, {"index.md": page_of(LOOP), "_data/papers.yml": data.replace("\n", "\r\n")})
    assert add(root, "--set", "posted=2026-01-02") == 0
    new = "- title: Reeds\n  authors: Mira Tallow\n  venue: Peat Letters\n  year: 2026\n  posted: 2026-01-02\n"
    assert (root / "_data/papers.yml").read_bytes().decode() == (new + data).replace("\n", "\r\n")


def test_a_news_item_of_a_collection_is_added_and_changed_with_keys(tmp_path: Path) -> None:
    header = "---\nlayout: post\ndate: {date}\ninline: true\n{more}---\n\n{text}\n"
    files = {
        "_config.yml": "title: Mira Tallow\ncollections:\n  news:\n    output: true\n",
        "index.md": page_of("Hello.\n"),
        "_news/a.md": header.format(date="2025-01-02", more="pinned: false\nicon: star\n", text="Moss."),
        "_news/b.md": header.format(date="2024-01-02", more="", text="Fen."),
    }
    root = build(tmp_path, files)
    words = ("--set", "pinned=yes", "--set", "icon=moon")
    assert run("news", "add", "--in", str(root), "--date", "2026-02-03", "Reeds.", *words) == 0
    [new] = {path.name for path in (root / "_news").iterdir()} - {"a.md", "b.md"}
    made = header.format(date="2026-02-03", more="pinned: true\nicon: moon\n", text="Reeds.")
    assert (root / "_news" / new).read_text() == made
    assert run("news", "edit", "--in", str(root), "1", "--set", "icon=", "--date", "2026-03-04") == 0
    assert (root / "_news" / new).read_text() == made.replace("icon: moon\n", "").replace("02-03", "03-04")


def test_what_a_citation_says_too_is_no_further_key(tmp_path: Path) -> None:
    """The venue is in a key and in the citation, so that the entry reads the same without either."""
    assert [key.name for key in store(build(tmp_path, ACADEMIC)).extra_keys()] == ["category", "excerpt"]
