"""`publications add --from` and `publications sync`: what is asked for, told and written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from support.command_line import page_alone
from support.repositories import FOLIO, build
from support.services import Reply, Services, data, playing_all

PAGE = (
    "---\npermalink: /\n---\n\n# Publications\n\n"
    "- **Warm Light for Cold Rooms**, Ada Lampwick, Ben Wickham, *Journal of Candles*, 2023. "
    "[[Paper](https://example.org/p1)]\n"
    "- **Tidal Graphs at Noon**, Ada Lampwick, Cleo Tarn, *arXiv preprint arXiv:2201.00077*, 2022. "
    "[[Paper](https://arxiv.org/abs/2201.00077)]\n"
)
BARNS = {
    "type": "journal-article", "DOI": "10.5555/barns.1", "title": "Barns in the Rain",
    "author": [{"given": "Ada", "family": "Lampwick"}], "container-title": "Harbour Letters",
    "issued": {"date-parts": [[2026, 3]]}, "volume": "7",
}  # fmt: skip
TIDAL = {**BARNS, "DOI": "10.5555/tidal.1", "title": "Tidal graphs at noon", "issued": {"date-parts": [[2024]]}}
ME = "0000-0002-1825-0097"


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    with playing_all(tmp_path / "home", monkeypatch) as played:
        yield played


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page with a paper and a preprint, in the current directory."""
    return page_alone(tmp_path, monkeypatch, PAGE)


def call(*words: str, path: str = "about.md") -> int:
    return run(["publications", *words, "--in", path], lambda path: 99)


def work(code: int, title: str, year: int, venue: str | None, **numbers: str) -> dict[str, object]:
    """A group of works as ORCID lists them."""
    ids = [
        {"external-id-type": name, "external-id-value": value, "external-id-relationship": "self"}
        for name, value in numbers.items()
    ]
    summary = {
        "put-code": code, "title": {"title": {"value": title}, "subtitle": None}, "type": "journal-article",
        "publication-date": {"year": {"value": str(year)}, "month": None}, "url": None,
        "journal-title": None if venue is None else {"value": venue},
        "external-ids": {"external-id": ids} if ids else None,
    }  # fmt: skip
    return {"work-summary": [summary], "external-ids": {"external-id": ids}}


@pytest.fixture
def listed(services: Services) -> Services:
    """An author's list at ORCID: a paper that is missing, one that is there, and one that is there as a preprint."""
    works = [
        work(1, "Warm light for cold rooms", 2023, "Journal of Candles"),
        work(2, "Barns in the Rain", 2026, "Harbour Letters", doi="10.5555/barns.1"),
        work(3, "Tidal Graphs at Noon", 2024, "Harbour Letters", doi="10.5555/tidal.1"),
        work(4, "Tidal Graphs at Noon", 2022, None, arxiv="arXiv:2201.00077"),
        work(5, "Ladders in the Sun", 2020, "Harbour Letters"),
        {"work-summary": [], "external-ids": None},
    ]
    services.give("orcid", f"v3.0/{ME}/works", data({"group": works}))
    services.give("doi", "10.5555/barns.1", data(BARNS))
    services.give("doi", "10.5555/tidal.1", data(TIDAL))
    contributors = [
        {"credit-name": {"value": "Ada Lampwick"}, "contributor-attributes": {"contributor-role": "author"}},
        {"credit-name": {"value": "Eve Editor"}, "contributor-attributes": {"contributor-role": "editor"}},
    ]
    alone = {**work(5, "Ladders in the Sun", 2020, "Harbour Letters")["work-summary"][0]}  # type: ignore[index]
    services.give("orcid", f"v3.0/{ME}/work/5", data({**alone, "contributors": {"contributor": contributors}}))
    return services


def test_a_paper_is_looked_up_and_added(page: Path, services: Services, capsys: pytest.CaptureFixture[str]) -> None:
    services.give("doi", "10.5555/barns.1", data(BARNS))
    assert call("add", "--from", "https://doi.org/10.5555/barns.1") == 0
    line = "- **Barns in the Rain**, Ada Lampwick, *Harbour Letters*, 2026. [[DOI](https://doi.org/10.5555/barns.1)]\n"
    assert page.read_text() == PAGE.replace("# Publications\n\n", f"# Publications\n\n{line}")
    assert capsys.readouterr() == ("about.md:7: added publication 1: Barns in the Rain\n", "")


def test_fields_that_the_call_names_count_more(page: Path, services: Services) -> None:
    services.give("doi", "10.5555/barns.1", data(BARNS))
    assert call("add", "--from", "10.5555/barns.1", "--venue", "HL") == 0
    assert "- **Barns in the Rain**, Ada Lampwick, *HL*, 2026." in page.read_text()


def test_several_are_looked_up_and_each_is_told(
    page: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    services.give("doi", "10.5555/barns.1", data(BARNS))
    assert call("add", "--from", "10.5555/none", "--from", "10.5555/barns.1", "--from", "10.5555/barns.1") == 4
    out, complaints = capsys.readouterr()
    assert out == "about.md:7: added publication 1: Barns in the Rain\n"
    assert complaints == (
        "profile-tui: 10.5555/none: no service knows 10.5555/none; check it, or paste the paper's BibTeX instead\n"
    )


def test_nothing_is_written_where_it_is_not_found(
    page: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    services.give("doi", "", Reply("<html>Sign in</html>"))
    assert call("add", "--from", "10.5555/barns.1") == 4
    assert page.read_text() == PAGE
    out, complaint = capsys.readouterr()
    assert out == ""
    assert complaint.count("\n") == 1
    assert complaint.startswith("profile-tui: doi.org gave a web page, not data, nor did ")


def test_a_preprint_that_is_there_is_told_with_what_to_do(
    page: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    services.give("doi", "10.5555/tidal.1", data(TIDAL))
    assert call("add", "--from", "10.5555/tidal.1") == 0
    assert page.read_text() == PAGE
    out, complaint = capsys.readouterr()
    assert out == "about.md:8: already there as publication 2: Tidal graphs at noon\n"
    assert complaint == (
        "profile-tui: note: publication 2 is the preprint of a paper that is published now: "
        'profile-tui publications edit 2 --venue "Harbour Letters" --year 2024\n'
    )


def test_a_bibliography_keeps_all_that_is_known(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = build(tmp_path / "site", FOLIO)
    monkeypatch.chdir(folder)
    services.give("doi", "10.5555/barns.1", data(BARNS))
    assert call("add", "--from", "10.5555/barns.1", path=".") == 0
    written = (folder / "_bibliography" / "papers.bib").read_text()
    for line in ("title = {Barns in the Rain}", "volume = {7}", "doi = {10.5555/barns.1}"):
        assert line in " ".join(written.split())


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["add", "--from", "10.5555/a", "--bibtex", "x.bib"], "give --from or --bibtex, not both"),
        (["add", "--from", "10.5555/a", "--from", "10.5555/b", "--year", "2024"], "give --year for one alone"),
        (["add", "--from", "kelp"], "'kelp' isn't a DOI"),
        (["sync"], "say whose papers: --orcid ID or --dblp PID"),
        (["sync", "--orcid", ME, "--dblp", "1/2"], "say whose papers"),
        (["sync", "--orcid", "0000-0002-1825-0098"], "isn't an ORCID iD"),
        (["sync", "--dblp", "me"], "'me' isn't a DBLP author"),
        (["sync", "--dblp", "1/2"], "DBLP knows no author 1/2"),
    ],
)
def test_wrong_words_are_told(
    page: Path, services: Services, words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*words) == 2
    assert complaint in capsys.readouterr().err


def test_sync_lists_what_is_missing_or_older(page: Path, listed: Services, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("sync", "--orcid", ME) == 0
    assert capsys.readouterr().out == (
        "  1  2026  Barns in the Rain (Harbour Letters): missing\n"
        "  2  2024  Tidal Graphs at Noon (Harbour Letters): publication 2 is its preprint\n"
        "  4  2020  Ladders in the Sun (Harbour Letters): missing\n"
        "4 papers listed, 2 missing here, 1 here as a preprint only; take them with --add N\n"
    )
    assert page.read_text() == PAGE
    assert [request.path for request in listed.log] == [f"v3.0/{ME}/works"]


def test_sync_as_json(page: Path, listed: Services, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("sync", "--orcid", f"https://orcid.org/{ME}", "--json") == 0
    works = json.loads(capsys.readouterr().out)["works"]
    assert [(one["number"], one["state"], one["publication"]) for one in works] == [
        (1, "missing", None),
        (2, "published", 2),
        (3, "there", 1),
        (4, "missing", None),
    ]
    assert works[1]["doi"] == "10.5555/tidal.1"


def test_sync_takes_what_is_named(page: Path, listed: Services, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("sync", "--orcid", ME, "--add", "4", "1", "2", "3") == 0
    lines = page.read_text().splitlines()[6:]
    assert lines == [
        "- **Barns in the Rain**, Ada Lampwick, *Harbour Letters*, 2026. [[DOI](https://doi.org/10.5555/barns.1)]",
        PAGE.splitlines()[6],
        "- **Tidal Graphs at Noon**, Ada Lampwick, Cleo Tarn, *Harbour Letters*, 2024. "
        "[[DOI](https://doi.org/10.5555/tidal.1)] [[Paper](https://arxiv.org/abs/2201.00077)]",
        "- **Ladders in the Sun**, Ada Lampwick, *Harbour Letters*, 2020.",
    ]
    out = capsys.readouterr().out
    assert "added publication 1: Barns in the Rain" in out
    assert "already there as publication 2" in out


def test_sync_shows_the_diff_first_if_asked(page: Path, listed: Services, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("sync", "--orcid", ME, "--add", "2", "--dry-run") == 0
    assert page.read_text() == PAGE
    assert "+- **Tidal Graphs at Noon**, Ada Lampwick, Cleo Tarn, *Harbour Letters*, 2024." in capsys.readouterr().out


def test_sync_adds_the_others_where_one_cannot_be_had(
    page: Path, listed: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    listed.give("doi", "10.5555/barns.1", Reply("", 404))
    assert call("sync", "--orcid", ME, "--add", "1", "2") == 4
    assert "*Harbour Letters*, 2024" in page.read_text()
    assert "1: Barns in the Rain: no service knows 10.5555/barns.1" in capsys.readouterr().err
    assert call("sync", "--orcid", ME, "--add", "9") == 2


DBLP = """<?xml version="1.0"?>
<dblpperson name="Ada Lampwick" pid="12/3456">
<r><inproceedings key="conf/hl/LampwickT24"><author>Ada Lampwick 0002</author><author>Cleo Tarn</author>
<title>Tidal Graphs at Noon.</title><booktitle>HL</booktitle><year>2024</year>
<ee>https://doi.org/10.5555/tidal.1</ee></inproceedings></r>
<r><article publtype="informal" key="journals/corr/abs-2201-00077"><author>Ada Lampwick 0002</author>
<title>Tidal Graphs at <i>Noon</i>.</title><journal>CoRR</journal><volume>abs/2201.00077</volume><year>2022</year>
<ee>https://arxiv.org/abs/2201.00077</ee></article></r>
<r><article key="journals/hl/Lampwick26"><author>Ada Lampwick 0002</author><title>Barns &#38; Rain.</title>
<journal>HL</journal><year>2026</year></article></r>
</dblpperson>"""


def test_sync_with_dblp(page: Path, services: Services, capsys: pytest.CaptureFixture[str]) -> None:
    services.give("dblp", "pid/12/3456.xml", Reply(DBLP))
    bibtex = "@article{DBLP:x, author = {Ada Lampwick}, title = {Barns {\\&} Rain}, journal = {HL}, year = {2026}}"
    services.give("dblp", "rec/journals/hl/Lampwick26.bib", Reply(bibtex))
    assert call("sync", "--dblp", "https://dblp.org/pid/12/3456.html") == 0
    assert capsys.readouterr().out == (
        "  1  2026  Barns & Rain (HL): missing\n"
        "  2  2024  Tidal Graphs at Noon (HL): publication 2 is its preprint\n"
        "2 papers listed, 1 missing here, 1 here as a preprint only; take them with --add N\n"
    )
    assert call("sync", "--dblp", "12/3456", "--add", "1") == 0
    assert "- **Barns & Rain**, Ada Lampwick, *HL*, 2026." in page.read_text()


def test_a_paper_that_is_typed_and_there_already_is_told(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--title", "Warm Lights for Cold Rooms", "--author", "A. Lampwick", "--venue", "X", "--year", "2024"]
    assert call("add", *words) == 0
    assert "note: publication 2 seems to be the same paper" in capsys.readouterr().err


def test_a_missing_paper_goes_everywhere_where_that_is_asked_for(page: Path, listed: Services) -> None:
    (page.parent / "about-de.md").write_text(page.read_text().replace("---\n", "---\nlang: de\n", 1))
    (page.parent / "_config.yml").write_text("title: Ada\n")
    assert run(["publications", "sync", "--orcid", ME, "--add", "1", "--everywhere", "--in", "."], lambda _: 99) == 0
    assert "Barns in the Rain" in page.read_text()
    assert "Barns in the Rain" in (page.parent / "about-de.md").read_text()
