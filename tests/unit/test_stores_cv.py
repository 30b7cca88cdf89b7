"""CVs in data files: `cv.yml` of al-folio and RenderCV, `cv.json`, `resume.json`; spliced, never dumped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from profile_tui.content.entries.entry import Author, Link, Value, Values
from profile_tui.markup.json_text import JsonDocument
from profile_tui.site.records.store import Store
from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span
from profile_tui.workspace.everywhere import Everywhere
from profile_tui.workspace.workspace import Workspace
from support.repositories import build

HOME = {
    "_config.yml": "title: Ada Lampwick\n",
    "index.md": (
        "---\ntitle: Ada Lampwick\n---\n\n## Publications\n\n"
        "- **Warm Light for Cold Rooms**. Ada Lampwick, Ben Wickham. *Journal of Candles*, 2024.\n"
    ),
}
FOLIO = (
    "- title: General Information\n  type: map\n  contents:\n    - name: Full Name\n      value: Ada Lampwick\n\n"
    "- title: Education\n  type: time_table\n  contents:\n    - title: PhD\n      institution: Lamp College\n"
    "      year: 2021\n\n"
    "- title: Publications\n  type: time_table\n  contents:\n"
    "    - title: Warm Light for Cold Rooms\n      institution: Journal of Candles\n      year: 2024\n"
)
RENDER = (
    "cv:\n  name: Ada Lampwick # as printed\n  sections:\n    Education:\n"
    "      - institution: Lamp College\n        area: Candles\n        degree: PhD\n"
    "        start_date: 2017-09\n        end_date: 2021-06\n"
    "    Publications:\n"
    "      - title: Warm Light for Cold Rooms\n        authors:\n          - Ada Lampwick\n          - Ben Wickham\n"
    "        doi: 10.55555/warm\n        journal: Journal of Candles\n        date: 2024-05\n"
    "    Awards:\n      - title: Best Wick\n        date: 2023\n"
)
RESUME = (
    "{\n"
    '    "basics": { "name": "Ada Lampwick", "email": "ada@example.org" },\n'
    '    "work": [\n'
    "        {\n"
    '            "name": "Institute of Candles",\n            "position": "Chandler",\n'
    '            "startDate": "2021-09-01",\n            "endDate": "",\n            "highlights": ["Wax", "Wick"]\n'
    "        }\n"
    "    ],\n"
    '    "education": [\n'
    "        {\n"
    '            "institution": "Lamp College",\n            "area": "Candles",\n            "studyType": "PhD",\n'
    '            "startDate": "2017-09-01",\n            "endDate": "2021-06-30",\n            "courses": []\n'
    "        }\n"
    "    ],\n"
    '    "awards": [\n'
    '        { "title": "Best Wick", "date": "2023-05-01", "awarder": "Guild" }\n'
    "    ],\n"
    '    "publications": [\n'
    "        {\n"
    '            "name": "Warm Light for Cold Rooms",\n            "publisher": "Journal of Candles",\n'
    '            "releaseDate": "2024-05-01",\n            "url": "https://example.org/warm",\n'
    '            "summary": ""\n'
    "        }\n"
    "    ]\n"
    "}\n"
)
BARNS: Values = {
    "title": "Barns in the Rain",
    "authors": (Author("Ada Lampwick", is_self=True), Author("Cleo Tarn")),
    "venue": "Harbour Letters",
    "year": 2026,
    "links": (Link("DOI", "https://doi.org/10.55555/barns"),),
}


def stores(folder: Path, name: str, text: str) -> dict[str, Store]:
    """The stores that a CV is, by their kinds."""
    workspace = Workspace(locate(build(folder, {**HOME, name: text})))
    return {store.kind: store for store in workspace.stores if store.name == name}


def after(store: Store, values: Values) -> str:
    """The text of a store's file with an entry more."""
    change = store.add({name: value for name, value in values.items() if value})
    return store.read(change.path).splice(change.splices).raw


def said(store: Store) -> list[dict[str, Value]]:
    """What the entries of a store say."""
    return [dict(record.entry.values) for record in store.listing().records]


@pytest.mark.parametrize(
    ("name", "text", "publication", "education"),
    [
        ("_data/cv.yml", FOLIO, ("Warm Light for Cold Rooms", None, 2024), ("2021", "PhD, Lamp College")),
        (
            "_data/cv.yml", RENDER, ("Warm Light for Cold Rooms", "Journal of Candles", 2024),
            ("2017-09 - 2021-06", "PhD, Candles, Lamp College"),
        ),
        (
            "assets/json/resume.json", RESUME, ("Warm Light for Cold Rooms", "Journal of Candles", 2024),
            ("2017-09-01 - 2021-06-30", "PhD, Candles, Lamp College"),
        ),
        (
            "_data/cv.json", RESUME, ("Warm Light for Cold Rooms", "Journal of Candles", 2024),
            ("2017-09-01 - 2021-06-30", "PhD, Candles, Lamp College"),
        ),
    ],
)  # fmt: skip
def test_each_shape_is_read(
    tmp_path: Path, name: str, text: str, publication: tuple[str, str | None, int], education: tuple[str, str]
) -> None:
    found = stores(tmp_path, name, text)
    (paper,) = said(found["publications"])
    assert (paper["title"], paper["year"]) == (publication[0], publication[2])
    if publication[1]:
        assert paper["venue"] == publication[1]
    (degree,) = said(found["education"])
    assert (degree["date"], degree["text"]) == education


def test_a_resume_has_work_and_awards(tmp_path: Path) -> None:
    found = stores(tmp_path, "assets/json/resume.json", RESUME)
    assert [(one["date"], one["text"]) for one in said(found["experience"])] == [
        ("2021-09-01", "Chandler, Institute of Candles")
    ]
    assert [(one["date"], one["text"]) for one in said(found["awards"])] == [("2023-05-01", "Best Wick, Guild")]


def test_a_paper_goes_into_a_resume_with_nothing_else_touched(tmp_path: Path) -> None:
    store = stores(tmp_path, "assets/json/resume.json", RESUME)["publications"]
    new = (
        "        {\n"
        '            "name": "Barns in the Rain",\n            "publisher": "Harbour Letters",\n'
        '            "releaseDate": "2026-01-01",\n            "url": "https://doi.org/10.55555/barns",\n'
        '            "summary": ""\n        },\n'
    )
    paper = {**BARNS, "authors": None, "links": (Link("Paper", "https://doi.org/10.55555/barns"),)}
    assert after(store, paper) == RESUME.replace('"publications": [\n', '"publications": [\n' + new)


def test_tabs_line_ends_and_escapes_stay(tmp_path: Path) -> None:
    text = RESUME.replace("    ", "\t").replace("\n", "\r\n").replace("Lamp College", "Universit\\u00e9 Lampe")
    store = stores(tmp_path, "_data/resume.json", text)["publications"]
    paper = {**BARNS, "title": "Bärns", "authors": None, "links": None}
    new = (
        '\t\t{\r\n\t\t\t"name": "B\\u00e4rns",\r\n\t\t\t"publisher": "Harbour Letters",\r\n'
        '\t\t\t"releaseDate": "2026-01-01",\r\n\t\t\t"summary": ""\r\n\t\t},\r\n'
    )
    assert after(store, paper) == text.replace('"publications": [\r\n', '"publications": [\r\n' + new)


def test_a_paper_goes_into_rendercv(tmp_path: Path) -> None:
    store = stores(tmp_path, "_data/cv.yml", RENDER)["publications"]
    new = (
        "      - title: Barns in the Rain\n        authors:\n          - Ada Lampwick\n          - Cleo Tarn\n"
        '        doi: "10.55555/barns"\n        journal: Harbour Letters\n        date: "2026"\n'
    )
    assert after(store, BARNS) == RENDER.replace("Publications:\n", "Publications:\n" + new)


@pytest.mark.parametrize("stars", ["*", "**", "***"])
def test_the_owner_is_set_off_as_rendercv_has_it(tmp_path: Path, stars: str) -> None:
    text = RENDER.replace("- Ada Lampwick\n", f'- "{stars}Ada Lampwick{stars}"\n')
    store = stores(tmp_path, "_data/cv.yml", text)["publications"]
    assert said(store)[0]["authors"] == (Author("Ada Lampwick", is_self=True), Author("Ben Wickham"))
    new = f'        authors:\n          - "{stars}Ada Lampwick{stars}"\n          - "Cleo Tarn"\n'
    assert new in after(store, BARNS)


def test_a_paper_goes_into_al_folios_list_of_sections(tmp_path: Path) -> None:
    store = stores(tmp_path, "_data/cv.yml", FOLIO)["publications"]
    new = "    - title: Barns in the Rain\n      institution: Harbour Letters\n      year: 2026\n"
    at = FOLIO.index("    - title: Warm")
    paper = {**BARNS, "authors": None, "links": None}
    assert after(store, paper) == FOLIO[:at] + new + FOLIO[at:]


def test_education_and_awards_of_a_resume_are_added_to_in_their_layout(tmp_path: Path) -> None:
    found = stores(tmp_path, "assets/json/resume.json", RESUME)
    award = '        { "title": "Long Burn", "date": "2025-01-01", "awarder": "Guild" },\n'
    text = after(found["awards"], {"date": "2025-01-01", "text": "Long Burn, Guild"})
    assert text == RESUME.replace('"awards": [\n', '"awards": [\n' + award)
    text = after(found["education"], {"date": "2022-01-01 - 2023-01-01", "text": "MSc, Wax, Lamp College"})
    assert json.loads(text)["education"][0] == {
        "institution": "Lamp College", "area": "Wax", "studyType": "MSc",
        "startDate": "2022-01-01", "endDate": "2023-01-01", "courses": [],
    }  # fmt: skip


def test_one_value_of_a_resume_is_changed_alone(tmp_path: Path) -> None:
    store = stores(tmp_path, "assets/json/resume.json", RESUME)["publications"]
    (record,) = store.listing().records
    change = store.change(record, {"venue": 'The "Harbour" Letters'})
    text = store.read(change.path).splice(change.splices).raw
    assert text == RESUME.replace('"Journal of Candles"', '"The \\"Harbour\\" Letters"')


def test_the_cv_that_comes_with_a_template_is_no_list_of_the_site(tmp_path: Path) -> None:
    sample = RESUME.replace("Warm Light for Cold Rooms", "Paper Title Number 1")
    assert "publications" not in stores(tmp_path, "_data/cv.json", sample)


def test_a_cv_takes_a_paper_alone_only_where_there_is_no_list(tmp_path: Path) -> None:
    workspace = Workspace(locate(build(tmp_path, {**HOME, "_data/cv.yml": RENDER})))
    assert workspace.destination("publications", None, BARNS).store is None
    text = HOME["index.md"].partition("## Publications")[0]
    (tmp_path / "index.md").write_text(text)
    alone = Workspace(locate(tmp_path)).destination("publications", None, BARNS).store
    assert alone is not None
    assert alone.name == "_data/cv.yml"


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ('{"a": [1, 2]}', '{"a": [0, 1, 2]}'),
        ('{"a": []}', '{"a": [0]}'),
        ('{\n  "a": [\n    1\n  ]\n}', '{\n  "a": [\n    0,\n    1\n  ]\n}'),
        ('{\n  "a": []\n}', '{\n  "a": [\n    0\n  ]\n}'),
    ],
)
def test_an_item_of_json_is_laid_out_as_its_neighbours(text: str, changed: str) -> None:
    document = JsonDocument.read(text, Span(0, len(text)))
    assert document.spliced(document.insert_item(("a",), 0, 0)).text == changed


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ('{"a": 1}', '{"a": 1, "b": "é"}'),
        ("{}", '{"b": "é"}'),
        ('{\n\t"a": 1\n}', '{\n\t"a": 1,\n\t"b": "é"\n}'),
        ('{"a" : 1,"c" : 2}', '{"a" : 1,"c" : 2,"b" : "é"}'),
    ],
)
def test_a_key_of_json_is_laid_out_as_the_others_and_goes_without_a_trace(text: str, changed: str) -> None:
    document = JsonDocument.read(text, Span(0, len(text)))
    added = document.spliced(document.add_key((), "b", "é"))
    assert added.text == changed
    assert added.spliced(added.remove_key(("b",))).text == text


def test_what_is_no_json_is_refused() -> None:
    text = '{"a": b}'
    document = JsonDocument.read(text, Span(0, len(text)))
    assert not document.is_json
    with pytest.raises(Refused):
        document.add_key((), "a", 1)


def test_a_cv_that_a_page_shows_by_its_keys_is_a_copy_all_the_same(tmp_path: Path) -> None:
    shown = "---\ntitle: CV\n---\n{% for p in site.data.cv.publications %}{{ p.name }}, {{ p.publisher }}{% endfor %}\n"
    papers = "---\ntitle: Warm Light for Cold Rooms\nvenue: Journal of Candles\ndate: 2024-05-01\n---\n"
    files = {
        **HOME,
        "_config.yml": "title: Ada Lampwick\ncollections:\n  publications:\n    output: true\n",
        "index.md": "---\ntitle: Ada Lampwick\n---\n\nI pour candles.\n",
        "cv.html": shown,
        "_data/cv.json": RESUME,
        "_publications/2024-warm-light.md": papers,
    }
    workspace = Workspace(locate(build(tmp_path, files)))
    paper = {**BARNS, "venue": "Journal of Candles"}
    where = workspace.destination("publications", None, paper)
    assert where.store is not None
    assert where.store.name == "_publications"
    found = Everywhere(workspace, where, paper)
    assert [one.name for one in found.lists] == ["_data/cv.json"]


def test_publications_that_are_plain_texts_are_kept_in_their_form(tmp_path: Path) -> None:
    text = (
        "- title: Publications\n  type: list\n  contents:\n"
        "    - Ada Lampwick, Ben Wickham. Warm Light for Cold Rooms. *Journal of Candles*, 2024.\n"
        "    - Ben Wickham, Ada Lampwick. Meadow Graphs at Noon. *Conference on Candles*, 2022.\n"
    )
    store = stores(tmp_path, "_data/cv.yml", text)["publications"]
    assert [one["title"] for one in said(store)] == ["Warm Light for Cold Rooms", "Meadow Graphs at Noon"]
    new = "    - Ada Lampwick, Cleo Tarn. Barns in the Rain. *Harbour Letters*, 2026.\n"
    at = text.index("    - Ada")
    people = (Author("Ada Lampwick"), Author("Cleo Tarn"))
    assert after(store, {**BARNS, "authors": people, "links": None}) == text[:at] + new + text[at:]
