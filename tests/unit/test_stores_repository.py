"""Entries of collections, data files and bibliographies: read, added, edited, removed, moved, saved, taken back."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.entries.entry import Author, Link, Values
from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import AppError, Refused, UsageError
from profile_tui.workspace.disk import files
from profile_tui.workspace.workspace import Workspace
from support.repositories import ACADEMIC, FOLIO, LIGHT, build, snapshot

PAPER: Values = {
    "title": "Snow & Ice: 100% of a_b",
    "authors": (Author("Ada Example"), Author("Cy van Trial")),
    "venue": "Journal of Snow",
    "year": 2026,
    "links": (Link("Paper", "https://example.org/s_n%20w.pdf"),),
}
LISTED = (
    "---\npermalink: /\n---\n# Publications\n\n"
    "- [Deep Snow](https://example.org/s), **Ada Example**, Ben Sample, *ICE*, 2025\n"
)
NEWS: Values = {"date": "2026-11-02", "text": "We *measured* | the ice."}


def opened(folder: Path) -> Workspace:
    return Workspace(locate(folder))


def saved(workspace: Workspace) -> Workspace:
    workspace.save()
    return opened(workspace.target.root or workspace.target.page)


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


@pytest.mark.parametrize(
    ("site", "kind", "values", "stays"),
    [
        (ACADEMIC, "publications", PAPER, "_publications/"),
        (FOLIO, "publications", PAPER, "_bibliography/papers.bib"),
        (FOLIO, "news", NEWS, "_news/"),
        (LIGHT, "publications", PAPER, "_data/publications.yml"),
        (LIGHT, "news", NEWS, "index.md"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_entry_added_and_removed_leaves_every_byte(
    tmp_path: Path, site: dict[str, str], kind: str, values: Values, stays: str, newline: str
) -> None:
    build(tmp_path, {name: text.replace("\n", newline) for name, text in site.items()})
    before = snapshot(tmp_path)
    workspace = opened(tmp_path)
    edited = workspace.add(kind, values)
    workspace = saved(workspace)
    after = snapshot(tmp_path)
    assert [name.startswith(stays) for name in changed(before, after)] == [True]
    assert all(b"\r" not in data.replace(b"\r\n", b"") for data in after.values())
    (name,) = changed(before, after)
    assert (newline == "\r\n") == (b"\r\n" in after[name])
    assert b"\n" not in after[name].replace(b"\r\n", b"") or newline == "\n"
    refs = [held for held in workspace.entries(kind) if held.number == edited.number]
    got = refs[0].entry.values
    assert got["text" if kind == "news" else "title"] == values["text" if kind == "news" else "title"]
    if kind == "publications":
        assert (got["venue"], got["year"]) == ("Journal of Snow", 2026)
        people, links = got["authors"], got["links"]
        assert isinstance(people, tuple)
        assert isinstance(links, tuple)
        assert [part[0] for part in people] == ["Ada Example", "Cy van Trial"]
        assert [link[1] for link in links] == ["https://example.org/s_n%20w.pdf"]
    workspace.remove(kind, refs[0].number)
    workspace.save()
    assert snapshot(tmp_path) == before


def test_a_new_publication_looks_like_its_neighbours(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, ACADEMIC))
    workspace.add("publications", PAPER)
    workspace.save()
    assert (tmp_path / "_publications/2026-01-01-snow-ice-100-of-a-b.md").read_text() == (
        '---\ntitle: "Snow & Ice: 100% of a_b"\ncollection: publications\ncategory: manuscripts\n'
        "permalink: /publication/2026-01-01-snow-ice-100-of-a-b\ndate: 2026-01-01\nvenue: 'Journal of Snow'\n"
        "paperurl: 'https://example.org/s_n%20w.pdf'\n"
        "citation: 'Ada Example, Cy van Trial. (2026). &quot;Snow & Ice: 100% of a_b.&quot; <i>Journal of Snow</i>.'\n"
        "---\n"
    )


def test_a_new_publication_takes_a_category_that_the_site_lists(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, ACADEMIC))
    workspace.add("publications", {**PAPER, "venue": "Workshop on Snow"})
    assert "\n+category: conferences\n" in workspace.diff()


def test_a_publication_without_a_year_is_not_written_where_it_could_not_be_sorted(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, ACADEMIC))
    with pytest.raises(UsageError, match="needs a year"):
        workspace.add("publications", {"title": "Snow"})
    assert not workspace.dirty


def test_news_go_to_a_file_counted_on_and_dated_as_the_newest_is(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, FOLIO))
    edited = workspace.add("news", NEWS)
    assert edited.number == 1
    workspace.save()
    assert (tmp_path / "_news/announcement_11.md").read_text() == (
        "---\nlayout: post\ndate: 2026-11-02\ninline: true\nrelated_posts: false\n---\n\n"
        "We *measured* &#x7C; the ice.\n"
    )


def test_a_collection_is_numbered_as_the_site_sorts_it_and_not_moved(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, FOLIO))
    shown = [(held.number, held.entry.values["date"], held.entry.values["text"]) for held in workspace.entries("news")]
    assert shown == [
        (1, "2025-02-03", "A long way to the lake"),
        (2, "2024-12-03", "A *map* is out. :map:"),
        (3, "2024-02-03", "The lab opens."),
    ]
    with pytest.raises(Refused, match="by date"):
        workspace.move("news", 1, 2)


@pytest.mark.parametrize(
    ("number", "values", "line"),
    [
        (1, {"text": "A short way"}, "title: A short way"),
        (2, {"text": "A *plan* is out."}, "A *plan* is out."),
        (3, {"date": "2024-03-04"}, "date: 2024-03-04 15:59:00-0400"),
        (3, {"date": "2024-03"}, "date: 2024-03-01 15:59:00-0400"),
    ],
)
def test_an_edit_of_news_changes_one_line(tmp_path: Path, number: int, values: Values, line: str) -> None:
    workspace = opened(build(tmp_path, FOLIO))
    workspace.change("news", number, values)
    made = [row[1:] for row in workspace.diff().split("\n") if row.startswith("+") and not row.startswith("+++")]
    assert made == [line]


@pytest.mark.parametrize(
    ("values", "gone", "come"),
    [
        (
            {"title": "Reading Big Lakes"},
            ["  title    = {Reading {S}mall Lakes},"],
            ["  title    = {Reading Big Lakes},"],
        ),
        ({"year": 2024}, ["  year     = 2025,"], ["  year     = 2024,"]),
        ({"venue": "Snow & Co"}, ["  journal  = jice,"], ["  journal  = {Snow \\& Co},"]),
        (
            {"authors": (Author("Ada Example"), Author("Cy de Trial"))},
            ["  author   = {Example*, Ada and Sample, Ben},"],
            ["  author   = {Example, Ada and de Trial, Cy},"],
        ),
        (
            {"links": (Link("PDF", "https://example.org/a%20b_c.pdf"), Link("Code", "https://example.org/c"))},
            ["  selected = {true},"],
            ["  selected = {true},", "  code     = {https://example.org/c},"],
        ),
        ({"links": ()}, ["  pdf      = {https://example.org/a%20b_c.pdf},"], []),
        ({"note": "Best paper"}, [], ["  note     = {Best paper},"]),
    ],
)
def test_an_edit_of_a_bibliography_changes_that_field(
    tmp_path: Path, values: Values, gone: list[str], come: list[str]
) -> None:
    workspace = opened(build(tmp_path, FOLIO))
    workspace.change("publications", 1, values)
    rows = workspace.diff().split("\n")[2:]
    minus = [row[1:] for row in rows if row.startswith("-")]
    plus = [row[1:] for row in rows if row.startswith("+")]
    assert [row for row in minus if row not in plus] == [row for row in gone if row not in come]
    assert [row for row in plus if row not in minus] == [row for row in come if row not in gone]


def test_links_that_stand_last_are_taken_away_together(tmp_path: Path) -> None:
    entry = "@article{b,\n  title = {Ice},\n  year = 2025,\n  code = {c},\n  poster = {p},\t\n  html = {h}\n}\n"
    workspace = opened(build(tmp_path, {**FOLIO, "_bibliography/papers.bib": entry}))
    workspace.change("publications", 1, {"links": ()})
    bib = workspace.stored(tmp_path / "_bibliography/papers.bib")
    assert bib is not None
    assert bib.page.text == "@article{b,\n  title = {Ice},\n  year = 2025\n}\n"
    workspace.undo()
    workspace.change("publications", 1, {"links": (Link("PDF", "https://example.org/x.pdf"),)})
    assert bib.page.text == "@article{b,\n  title = {Ice},\n  year = 2025,\n  pdf = {https://example.org/x.pdf}\n}\n"


@pytest.mark.parametrize("title", ["Snow\\", "Snow {", "} Snow {", "{Snow}}", "\\alpha"])
@pytest.mark.parametrize("number", [1, 2])
def test_what_bibtex_cannot_hold_is_refused(tmp_path: Path, title: str, number: int) -> None:
    workspace = opened(build(tmp_path, FOLIO))
    with pytest.raises(Refused):
        workspace.change("publications", number, {"title": title})
    with pytest.raises(Refused):
        workspace.add("publications", {**PAPER, "title": title})
    assert not workspace.dirty


def test_a_bibliography_is_read_with_its_abbreviations_accents_and_owner(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, FOLIO))
    first, second = (held.entry.values for held in workspace.entries("publications"))
    assert (first["title"], first["venue"], first["year"]) == ("Reading Small Lakes", "Journal of Ice", 2025)
    assert first["authors"] == (Author("Ada Example", is_self=True, marks=("*",)), Author("Ben Sample"))
    assert first["links"] == (Link("PDF", "https://example.org/a%20b_c.pdf"),)
    assert second["authors"] == (Author("Cy Müller"), Author("Ben Sample"))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Cy van der Trial", "van der Trial, Cy"),
        ("Leo Tarn Jr.", "Tarn, Jr., Leo"),
        ("The Lake Collaboration", "{The Lake Collaboration}"),
        ("Kettle and Sons", "{Kettle and Sons}"),
        ("Suharmo", "Suharmo"),
        ("et al.", "others"),
    ],
)
def test_names_are_written_so_that_bibtex_tells_their_parts(tmp_path: Path, name: str, written: str) -> None:
    workspace = opened(build(tmp_path, FOLIO))
    workspace.add("publications", {**PAPER, "authors": (Author("Ada Example"), Author(name))})
    workspace.save()
    assert f"{{Example, Ada and {written}}}" in (tmp_path / "_bibliography/papers.bib").read_text()


def test_an_edited_list_of_authors_still_leaves_the_others_out(tmp_path: Path) -> None:
    bib = build(tmp_path, FOLIO) / "_bibliography/papers.bib"
    names = 'Sample, Ben and {Lake Lab} and M{\\"u}ller, Zo{\\"e} and Trial, Cy and others'
    bib.write_text(f"@article{{b,\n  title = {{Ice}},\n  author = {{{names}}},\n  year = 1\n}}\n")
    workspace = opened(tmp_path)
    people = [Author("Ben Sample"), Author("Lake Lab"), Author("Zoë Müller"), Author("Cyd Trial")]
    workspace.change("publications", 1, {"authors": tuple(people)})
    workspace.save()
    assert bib.read_text() == (
        f"@article{{b,\n  title = {{Ice}},\n  author = {{{names.replace('Cy', 'Cyd')}}},\n  year = 1\n}}\n"
    )


def test_doubled_fields_and_subtitles_are_edited_where_they_count(tmp_path: Path) -> None:
    bib = build(tmp_path, FOLIO) / "_bibliography/papers.bib"
    bib.write_text("@book{b,\n  title = {Ice},\n  subtitle = {A Tale},\n  year = {2022},\n  year = {2023}\n}\n")
    workspace = opened(tmp_path)
    workspace.change("publications", 1, {"title": "Old Ice: A Tale", "year": 2024})
    workspace.save()
    assert bib.read_text() == (
        "@book{b,\n  title = {Old Ice},\n  subtitle = {A Tale},\n  year = {2022},\n  year = {2024}\n}\n"
    )
    workspace.change("publications", 1, {"title": "Snow"})
    workspace.save()
    assert bib.read_text() == "@book{b,\n  title = {Snow},\n  year = {2022},\n  year = {2024}\n}\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Write to me@example.org.\n@misc{a, title = {A}}\n", 1),
        ("@misc{a, title = {A}}\n@misc{b (1), title = {B}}\n", 2),
        ("@misc{a, title = {A}}\n@misc{b,\n  title = {B}\n  year = 2020}\n", 3),
        ("@misc{a, title = {A}}\n@misc{b,\n  % by hand\n  title = {B}}\n", 3),
    ],
)
def test_what_stops_the_build_of_a_bibliography_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    build(tmp_path, FOLIO)
    (tmp_path / "_bibliography/papers.bib").write_text(text)
    workspace = opened(tmp_path)
    assert [(problem.code, problem.line) for problem in workspace.store_problems] == [("bibtex-error", line)]
    assert [held.entry.values["title"] for held in workspace.entries("publications")] == ["A"]


def test_bibtex_goes_into_a_bibliography_with_all_its_fields(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, FOLIO))
    text = (
        "@inproceedings{t26, title={Snow}, author={Cy Trial}, booktitle={ICE}, year={2026}, doi={10.1/x}, pages={3--4}}"
    )
    from profile_tui.content.publications.bibtex import from_bibtex

    workspace.add("publications", from_bibtex(text), bibtex=text)
    workspace.save()
    added = (tmp_path / "_bibliography/papers.bib").read_text().split("\n\n")[3]
    assert added == (
        "@inproceedings{t26,\n  title     = {Snow},\n  author    = {Cy Trial},\n  booktitle = {ICE},\n"
        '  year      = {2026},\n  pages     = "3--4",\n  doi       = {10.1/x}\n}'
    )


def test_data_items_are_read_edited_and_moved(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, LIGHT))
    first, second = (held.entry.values for held in workspace.entries("publications"))
    assert first["authors"] == (Author("Ada Example", is_self=True, marks=("*",)), Author("Ben Sample"))
    assert (first["venue"], first["year"], second["note"]) == ("Journal of Ice", 2025, "Best paper")
    before = snapshot(tmp_path)
    workspace.change("publications", 2, {"year": 2022, "authors": (Author("Ada Example"), Author("Cy Trial"))})
    text = workspace.documents[-1].page.text
    assert "    authors: <strong>Ada Example</strong>, Cy Trial\n    conference: Proceedings of ICE, 2022.\n" in text
    workspace.undo()
    workspace.move("publications", 2, 1)
    assert next(held.entry.values["title"] for held in workspace.entries("publications")) == "Ice in Spring"
    workspace.move("publications", 1, 2)
    assert not workspace.dirty
    assert snapshot(tmp_path) == before


def test_a_bibliography_is_moved_there_and_back(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, FOLIO))
    workspace.move("publications", 1, 2)
    assert [held.entry.values["year"] for held in workspace.entries("publications")] == [2023, 2025]
    workspace.move("publications", 2, 1)
    assert not workspace.dirty


def test_created_and_removed_files_are_undone_and_done_again(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, FOLIO))
    before = snapshot(tmp_path)
    workspace.add("news", NEWS)
    workspace.remove("news", 2)
    assert [held.entry.values["date"] for held in workspace.entries("news")] == [
        "2026-11-02",
        "2024-12-03",
        "2024-02-03",
    ]
    assert workspace.undo() == "Remove news item “A long way to the lake”"
    assert workspace.undo() == "Add news item “We measured | the ice.”"
    assert not workspace.dirty
    workspace.redo()
    workspace.redo()
    workspace.save()
    assert changed(before, snapshot(tmp_path)) == {"_news/announcement_11.md", "_news/announcement_2.md"}
    workspace.undo()
    workspace.undo()
    workspace.save()
    assert snapshot(tmp_path) == before


def test_a_save_that_fails_leaves_no_new_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = opened(build(tmp_path, FOLIO))
    before = snapshot(tmp_path)
    workspace.add("news", NEWS)
    workspace.change("news", 4, {"text": "The lab has opened."})
    workspace.remove("news", 2)

    real = os.unlink

    def fails(path: Path) -> None:
        if path.name == "announcement_2.md":
            raise OSError(errno.ENOSPC, "No space left on device")
        real(path)

    monkeypatch.setattr(os, "unlink", fails)
    with pytest.raises(AppError, match="disk is full"):
        workspace.save()
    assert snapshot(tmp_path) == before
    assert workspace.dirty


def test_a_new_file_is_never_written_over_another(tmp_path: Path) -> None:
    workspace = opened(build(tmp_path, FOLIO))
    workspace.add("news", NEWS)
    (tmp_path / "_news/announcement_11.md").write_text("mine\n")
    with pytest.raises(Refused):
        workspace.save()
    assert (tmp_path / "_news/announcement_11.md").read_text() == "mine\n"


def test_broken_entries_are_told_with_their_lines_and_the_rest_works(tmp_path: Path) -> None:
    build(
        tmp_path,
        FOLIO,
        _news__broken="",
    )
    (tmp_path / "_news/bad.md").write_text("---\ndate: 2024-01-01\ntitle: a: b\n---\nx\n")
    (tmp_path / "_news/late.md").write_text("---\ninline: true\ndate: 2023\n---\nOnce.\n")
    (tmp_path / "_news/latin.md").write_bytes("---\ndate: 2024-01-01\n---\ncaf\xe9\n".encode("latin-1"))
    bib = tmp_path / "_bibliography/papers.bib"
    bib.write_text(
        bib.read_text() + "\n@article{open, title={Never closed,\n  year={2020}\n\n@misc{fine,\n title={Fine}\n}\n"
    )
    workspace = opened(tmp_path)
    assert len(workspace.entries("news")) == 4
    assert [held.entry.values["title"] for held in workspace.entries("publications")][-1] == "Fine"
    found = {(problem.code, problem.path, problem.line) for problem in workspace.store_problems}
    assert found == {
        ("yaml-error", "_news/bad.md", 3),
        ("bad-date", "_news/late.md", 3),
        ("unreadable", "_news/latin.md", 4),
        ("bibtex-error", "_bibliography/papers.bib", 26),
    }
    workspace.add("news", NEWS)
    workspace.add("publications", PAPER)
    workspace.remove("publications", 2)
    workspace.save()
    assert b"{Never closed,\n" in bib.read_bytes()


def test_a_broken_data_file_is_told_and_left_alone(tmp_path: Path) -> None:
    build(tmp_path, LIGHT, _data__publications="")
    path = tmp_path / "_data/publications.yml"
    path.write_text('main:\n  - title: "open\n')
    workspace = opened(tmp_path)
    assert [(problem.code, problem.path) for problem in workspace.store_problems] == [
        ("yaml-error", "_data/publications.yml")
    ]
    with pytest.raises(Refused):
        workspace.add("publications", PAPER)


def test_a_broken_configuration_leaves_the_folders_to_be_found(tmp_path: Path) -> None:
    build(tmp_path, FOLIO)
    (tmp_path / "_config.yml").write_text("title: a: b\n")
    workspace = opened(tmp_path)
    assert (len(workspace.entries("news")), len(workspace.entries("publications"))) == (3, 2)


def test_a_link_out_of_the_repository_is_not_written_through(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "x.md").write_text("---\ndate: 2025-01-01\ninline: true\n---\n\nOutside.\n")
    build(tmp_path, FOLIO)
    (tmp_path / "_news/x.md").symlink_to(outside / "x.md")
    workspace = opened(tmp_path)
    assert "Outside." not in [held.entry.values["text"] for held in workspace.entries("news")]
    assert [problem.code for problem in workspace.store_problems] == ["link-outside"]
    os.rename(tmp_path / "_news", outside / "_news")
    (tmp_path / "_news").symlink_to(outside / "_news")
    before = snapshot(outside)
    with pytest.raises(Refused):
        opened(tmp_path).add("news", NEWS)
    assert snapshot(outside) == before


def test_an_addition_goes_where_the_repository_keeps_its_list(tmp_path: Path) -> None:
    build(tmp_path, {**ACADEMIC, "_pages/about.md": LISTED})
    workspace = opened(tmp_path)
    numbers = [(held.number, held.document.name) for held in workspace.entries("publications")]
    assert numbers[0] == (1, "_pages/about.md")
    assert len(numbers) == 3
    assert workspace.add("publications", PAPER).number == 2
    assert workspace.documents[-1].name.startswith("_publications/2026")
    alone = Workspace(locate(tmp_path / "_pages/about.md"))
    alone.add("publications", PAPER)
    assert [document.name for document in alone.documents if document.dirty] == ["_pages/about.md"]


def test_template_samples_are_shown_but_not_added_to_where_the_page_has_a_list(tmp_path: Path) -> None:
    samples = {
        f"_publications/20{year}-10-01-paper-title-number-{number}.md": text + f"Paper Title Number {number}\n"
        for year, number, text in zip((9, 10), (1, 2), [*ACADEMIC.values()][2:4], strict=True)
    }
    config = {"_config.yml": ACADEMIC["_config.yml"]}
    workspace = opened(build(tmp_path, {**config, "_pages/about.md": LISTED, **samples}))
    assert len(workspace.entries("publications")) == 3
    workspace.add("publications", PAPER)
    assert [document.name for document in workspace.documents if document.dirty] == ["_pages/about.md"]


def test_an_addition_to_the_page_reads_no_file_of_a_collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "---\npermalink: /\n---\n# News\n\n" + "".join(f"- *2024.0{n}*: Item {n}.\n" for n in (5, 4, 3, 2))
    build(tmp_path, {**FOLIO, "_pages/about.md": page})
    read: list[str] = []
    original = files.read

    def noted(path: Path, name: str = "") -> bytes:
        read.append(path.name)
        return original(path, name)

    monkeypatch.setattr(files, "read", noted)
    workspace = opened(tmp_path)
    workspace.add("news", NEWS)
    workspace.change("news", 2, {"text": "Item five."})
    assert read == ["about.md"]


def test_show_and_dry_run_write_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(tmp_path, FOLIO)
    before = snapshot(tmp_path)
    assert run(["show", "--json", str(tmp_path)], lambda _: 0) == 0
    shown = json.loads(capsys.readouterr().out)
    stores = [(part["kind"], part["store"], part["path"], len(part["entries"])) for part in shown["sections"]]
    assert stores[1:] == [
        ("news", "collection", "_news", 3),
        ("publications", "bibliography", "_bibliography/papers.bib", 2),
    ]
    entry = shown["sections"][2]["entries"][1]
    assert (entry["number"], entry["first_line"], entry["last_line"]) == (2, 19, 24)
    assert run(["show", str(tmp_path)], lambda _: 0) == 0
    assert run(["news", "add", "--in", str(tmp_path), "--dry-run", "--date", "2026-11", "Snow."], lambda _: 0) == 0
    assert run(["news", "remove", "--in", str(tmp_path), "--dry-run", "3"], lambda _: 0) == 0
    out = capsys.readouterr().out
    assert "--- /dev/null\n+++ b/_news/announcement_11.md\n" in out
    assert "--- a/_news/announcement_1.md\n+++ /dev/null\n" in out
    assert snapshot(tmp_path) == before


def test_check_of_a_repository_tells_what_its_stores_hide(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(tmp_path, ACADEMIC)
    path = tmp_path / "_publications/2022-03-09-ice-in-spring.md"
    path.write_text(path.read_text().replace("category: conferences", "category: posters"))
    run(["check", str(tmp_path)], lambda _: 0)
    assert "not listed: its category is none of manuscripts, conferences" in capsys.readouterr().out
