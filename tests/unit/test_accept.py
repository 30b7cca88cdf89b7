"""`publications accept`: a preprint becomes its published version, in one list or all, with the news item if wanted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.entries.entry import Link, Values
from profile_tui.workspace.accepting import published_values
from support.repositories import build
from support.services import Services, data, playing_all

PREPRINT = "- [Barns in the Rain](https://arxiv.org/abs/2401.00001). **Ada Lampwick**, Cleo Tarn. *arXiv*, 2024.\n"
PUBLISHED = (
    "- [Warm Light for Cold Rooms](https://example.org/warm). **Ada Lampwick**. *Journal of Candles*, 2023.\n"
    "- [Wicks at Noon](https://example.org/wicks). **Ada Lampwick**. *Journal of Candles*, 2022.\n"
)
SITE = {
    "_config.yml": "title: Ada\nscholar:\n  source: /_bibliography\n",
    "index.md": (
        "---\ntitle: Ada\n---\n\n## News\n\n- *2023.01*: One paper accepted by **SOFT 2023**!\n\n## Publications\n\n"
        + PREPRINT
        + PUBLISHED
    ),
    "_bibliography/papers.bib": (
        "@misc{lampwick2024barns,\n  title = {Barns in the Rain},\n  author = {Lampwick, Ada and Tarn, Cleo},\n"
        "  year = {2024},\n  eprint = {2401.00001},\n  archiveprefix = {arXiv}\n}\n"
    ),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with a preprint on its page and in its bibliography, in the current directory."""
    folder = build(tmp_path / "site", SITE)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    with playing_all(tmp_path / "home", monkeypatch) as played:
        yield played


def accept(*words: str) -> int:
    """Calls the command."""
    return run(["publications", "accept", *words], lambda path: 99)


def test_venue_year_and_link_are_written_in_place(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accept("1", "--venue", "Harbour Letters", "--year", "2026") == 0
    now = PREPRINT.replace("*arXiv*, 2024", "*Harbour Letters*, 2026")
    assert (site / "index.md").read_text() == SITE["index.md"].replace(PREPRINT, now)
    assert (site / "_bibliography/papers.bib").read_text() == SITE["_bibliography/papers.bib"]
    assert capsys.readouterr() == (
        "index.md:11: changed publication 1: Barns in the Rain  Ada Lampwick, Cleo Tarn  arXiv  2024\n",
        "profile-tui: note: _bibliography/papers.bib has it as a preprint, too; --everywhere changes all of them\n",
    )


def test_everywhere_and_the_news_are_one_set(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accept("1", "--venue", "NLK", "--year", "2026", "--everywhere", "--news") == 0
    page = (site / "index.md").read_text()
    assert "*NLK*, 2026." in page
    assert ": One paper accepted by **NLK 2026**!\n- *2023.01*" in page
    assert (site / "_bibliography/papers.bib").read_text() == (
        "@inproceedings{lampwick2024barns,\n  title = {Barns in the Rain},\n"
        "  author = {Lampwick, Ada and Tarn, Cleo},\n  year = {2026},\n  eprint = {2401.00001},\n"
        "  archiveprefix = {arXiv},\n  booktitle = {NLK}\n}\n"
    )
    assert [line.partition(": ")[2] for line in capsys.readouterr().out.splitlines()] == [
        "changed publication 1: Barns in the Rain  Ada Lampwick, Cleo Tarn  arXiv  2024",
        "changed publication 4: Barns in the Rain  Ada Lampwick, Cleo Tarn  arXiv preprint arXiv:2401...",
        "added news item 1: One paper accepted by **NLK 2026**!",
    ]


def test_the_published_version_is_looked_up_where_none_is_named(site: Path, services: Services) -> None:
    services.give(
        "doi", "10.5555/barns",
        data({
            "type": "article-journal", "DOI": "10.5555/barns", "title": "Barns in the Rain",
            "container-title": "Harbour Letters", "issued": {"date-parts": [[2026, 2]]},
            "author": [{"family": "Lampwick", "given": "Ada"}, {"family": "Tarn", "given": "Cleo"}],
        }),
    )  # fmt: skip
    assert accept("1", "--from", "10.5555/barns", "--dry-run") == 0
    assert (site / "index.md").read_text() == SITE["index.md"]
    assert accept("1", "--from", "10.5555/barns") == 0
    line = (site / "index.md").read_text().splitlines()[10]
    assert "*Harbour Letters*, 2026." in line
    assert "https://doi.org/10.5555/barns" in line


def test_where_no_service_knows_of_one_nothing_is_written(
    site: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accept("1") != 0
    assert (site / "index.md").read_text() == SITE["index.md"]
    assert capsys.readouterr().err.count("\n") == 1


def test_bibtex_of_the_published_version_is_taken(site: Path, tmp_path: Path) -> None:
    (tmp_path / "b.bib").write_text(
        "@article{b, title = {Barns in the Rain}, author = {Lampwick, Ada}, journal = {Harbour Letters}, year = 2026}\n"
    )
    assert accept("1", "--bibtex", str(tmp_path / "b.bib")) == 0
    assert "*Harbour Letters*, 2026." in (site / "index.md").read_text()


def test_what_is_published_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accept("2", "--venue", "NLK") == 4
    assert "publication 2 isn't a preprint: it appeared in Journal of Candles" in capsys.readouterr().err


def test_json_tells_all_that_was_done(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accept("1", "--venue", "NLK", "--year", "2026", "--everywhere", "--news", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["action"], told["path"], told["number"]) == ("changed", "index.md", 1)
    assert [(one["action"], one["path"]) for one in told["also"]] == [
        ("changed", "_bibliography/papers.bib"), ("added", "index.md"),
    ]  # fmt: skip
    assert told["files"] == ["index.md", "_bibliography/papers.bib"]


def paper(venue: str, *urls: str) -> Values:
    """A paper of a venue, with links."""
    return {"title": "T", "venue": venue, "links": tuple(Link("Paper", url) for url in urls)}


ARXIV = "https://arxiv.org/abs/2401.00001"
NEW = Link("DOI", "https://doi.org/10.5555/barns")


@pytest.mark.parametrize(
    ("neighbours", "urls"),
    [
        ([], [NEW.url, ARXIV]),
        ([paper("Ice", "https://example.org/1"), paper("Ice", "https://arxiv.org/abs/2001.00001")], [NEW.url, ARXIV]),
        ([paper("Ice", f"https://example.org/{at}") for at in range(2)], [NEW.url, ARXIV]),
        ([paper("Ice", f"https://example.org/{at}") for at in range(3)], [NEW.url]),
        ([paper("arXiv", "https://arxiv.org/abs/1"), paper("Ice", "https://example.org/2")], [NEW.url, ARXIV]),
    ],
)
def test_the_link_to_the_preprint_stays_where_the_neighbours_have_such(
    neighbours: list[Values], urls: list[str]
) -> None:
    published: Values = {"venue": "Ice", "year": 2026, "links": (NEW,)}
    links = published_values(paper("arXiv", ARXIV), neighbours, published)["links"]
    assert isinstance(links, tuple)
    assert [link[1] for link in links] == urls
