"""What identifies a paper, what each service says of it, and what becomes of it when they do not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from profile_tui.content.entries.entry import Author, Link
from profile_tui.content.publications.bibtex import clean
from profile_tui.text.errors import UsageError
from profile_tui.workspace.lookup import identifiers
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.errors import NoAnswer, NotFound, Unreached
from profile_tui.workspace.lookup.find import FoundPaper, is_identifier, look_up
from profile_tui.workspace.lookup.paper import Paper, Person
from profile_tui.workspace.services import services as all_services
from support.services import NAMES, Reply, Services, data, playing_all

KELP = {
    "type": "journal-article", "DOI": "10.5555/kelp.7", "title": "Kelp &amp; Gulls: H<sub>2</sub>O at 50% <i>off</i>",
    "author": [
        {"given": "Ida", "family": "Strand"},
        {"given": "Ole", "family": "von der Bucht", "suffix": "Jr."},
        {"name": "Tide Team and Friends"},
    ],
    "container-title": "Journal of Shores", "issued": {"date-parts": [[2024, 5, 2]]},
    "volume": "3", "issue": "1", "article-number": "e12", "publisher": "Shore & Sons",
}  # fmt: skip
KELP_TITLE = "Kelp & Gulls: H2O at 50% off"
CSL = "application/vnd.citationstyles.csl+json"


def atom(*entries: str) -> Reply:
    """A feed of arXiv's."""
    feed = '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">{}</feed>'
    return Reply(feed.format("".join(entries)), headers={"Content-Type": "application/atom+xml"})


def arxiv_entry(number: str, title: str, more: str = "") -> str:
    return (
        f"<entry><id>http://arxiv.org/abs/{number}v2</id><published>2023-02-03T00:00:00Z</published>"
        f"<title>{title}</title><author><name>Ida Strand</name></author><author><name>Zoë Ness</name></author>"
        f'<arxiv:primary_category term="cs.LG"/>{more}</entry>'
    )


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    with playing_all(tmp_path, monkeypatch) as played:
        yield played


def find(text: str) -> FoundPaper:
    return look_up(text, Client(5))


def said(answer: FoundPaper) -> tuple[object, list[str], object, object, list[tuple[str, str]]]:
    values = answer.given.values
    authors, links = values["authors"], values["links"]
    assert isinstance(authors, tuple)
    assert isinstance(links, tuple)
    names = [author.name for author in authors if isinstance(author, Author)]
    shown = [(link.label, link.url) for link in links if isinstance(link, Link)]
    return values["title"], names, values["venue"], values["year"], shown


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.5555/kelp.7", "10.5555/kelp.7"),
        ("  doi: 10.5555/KELP.7. ", "10.5555/KELP.7"),
        ("https://doi.org/10.5555%2Fkelp.7", "10.5555/kelp.7"),
        ("<http://dx.doi.org/10.5555/kelp.7>", "10.5555/kelp.7"),
        ("10.5555/(SICI)1(1996)7:3<1::A>3.0.CO;2-#", "10.5555/(SICI)1(1996)7:3<1::A>3.0.CO;2-#"),
        ("https://dl.example.org/doi/abs/10.5555/kelp.7?x=1#y", "10.5555/kelp.7"),
        ("https://www.example.org/content/10.5555/2020.01.01.7v2.full.pdf", "10.5555/2020.01.01.7"),
        ("https://pub.example.org/article/10.5555/kelp.7/full", "10.5555/kelp.7"),
        ("https://example.org/a?doi=10.5555/kelp.7&lang=en", "10.5555/kelp.7"),
        ("https://doi.org/10.5555/kelp.7?utm_source=mail&x=1", "10.5555/kelp.7"),
        ("https://doi.org/10.5555/kelp.7#citeas", "10.5555/kelp.7"),
        ("https://doi.org/10.5555/(SICI)1(1996)7:3<1::A>3.0.CO;2-#", "10.5555/(SICI)1(1996)7:3<1::A>3.0.CO;2-#"),
        ("https://zenodo.org/records/7700001?x=1", "10.5281/zenodo.7700001"),
        ("https://www.nature.com/articles/s41586-024-00001-1.pdf", "10.1038/s41586-024-00001-1"),
        ("https://www.nature.com/articles/nature12345#Abs1", "10.1038/nature12345"),
        ("https://www.nature.com/news/kelp", ""),
        ("https://example.org/10.5555", ""),
        ("10.5555/kelp 7", ""),
        ("Version 10.5555 of everything", ""),
        ("10.5/x", ""),
    ],
)
def test_dois_are_recognised(text: str, doi: str) -> None:
    assert identifiers.doi(text) == doi


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2301.04567", "2301.04567"),
        ("arXiv:2301.04567v3 [cs.LG]", "2301.04567"),
        ("https://arxiv.org/pdf/2301.04567v3.pdf", "2301.04567"),
        ("arxiv.org/abs/math/9601001", "math/9601001"),
        ("math.GT/0309136", "math.GT/0309136"),
        ("https://doi.org/10.48550/arXiv.2301.04567", "2301.04567"),
        ("http://export.arxiv.org/abs/2301.0456?context=cs", "2301.0456"),
        ("https://huggingface.co/papers/2301.04567", "2301.04567"),
        ("https://huggingface.co/kelp/model-2301.04567", ""),
        ("2301.045", ""),
        ("https://example.org/abs/2301.04567", ""),
        ("12301.04567", ""),
    ],
)
def test_numbers_of_arxiv_are_recognised(text: str, number: str) -> None:
    assert identifiers.arxiv(text) == number


@pytest.mark.parametrize(
    ("text", "service", "identifier"),
    [
        ("2024.shore-long.31", "acl", "2024.shore-long.31"),
        ("https://aclanthology.org/P19-1001.pdf", "acl", "P19-1001"),
        ("https://www.aclweb.org/anthology/P19-1001/", "acl", "P19-1001"),
        ("https://openreview.net/forum?id=Ab3_xY-9zQ&noteId=q", "openreview", "Ab3_xY-9zQ"),
        ("https://openreview.net/pdf?id=Ab3_xY-9zQ", "openreview", "Ab3_xY-9zQ"),
        ("Ab3xY09zQq", "openreview", "Ab3xY09zQq"),
        ("attentions", "openreview", ""),
        ("DBLP:conf/shore/StrandN23", "dblp", "conf/shore/StrandN23"),
        ("https://dblp.org/rec/conf/shore/StrandN23.html?view=bibtex", "dblp", "conf/shore/StrandN23"),
        ("https://dblp.uni-trier.de/rec/bib/journals/sh/StrandN23", "dblp", "journals/sh/StrandN23"),
        ("PMID: 12345678", "pubmed", "12345678"),
        ("https://pubmed.ncbi.nlm.nih.gov/12345678/", "europepmc", "12345678"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/", "europepmc", "PMC1234567"),
        ("PMC1234567", "pubmed", ""),
        ("https://www.semanticscholar.org/paper/Kelp/" + "a1" * 20, "semanticscholar", "a1" * 20),
        ("https://dl.acm.org/citation.cfm?id=123", "semanticscholar", "URL:https://dl.acm.org/citation.cfm?id=123"),
        ("https://api.semanticscholar.org/CorpusID:12345", "semanticscholar", "CorpusId:12345"),
        ("https://openalex.org/W4400000001", "openalex", "W4400000001"),
        ("https://example.org/", "semanticscholar", ""),
    ],
)
def test_other_identifiers_are_recognised(text: str, service: str, identifier: str) -> None:
    (one,) = [one for one in all_services() if one.name == service]
    assert one.recognise(text) == identifier


@pytest.mark.parametrize("text", ["Kelp and Gulls", "2024", "", "https://example.org/kelp", "@article{a}", "news 10.5"])
def test_what_is_no_identifier_is_none(text: str) -> None:
    assert not is_identifier(text)


def test_a_doi_gives_the_whole_paper(services: Services) -> None:
    services.give("doi", "10.5555/kelp.7", data(KELP))
    answer = find("https://doi.org/10.5555/kelp.7")
    assert said(answer) == (
        KELP_TITLE,
        ["Ida Strand", "Ole von der Bucht Jr.", "Tide Team and Friends"],
        "Journal of Shores",
        2024,
        [("DOI", "https://doi.org/10.5555/kelp.7")],
    )
    assert answer.source == "doi.org"
    assert answer.given.source == (
        "@article{strand2024kelp,\n"
        "  title = {Kelp \\& Gulls: H2O at 50\\% off},\n"
        "  author = {Strand, Ida and von der Bucht, Jr., Ole and {Tide Team and Friends}},\n"
        "  journal = {Journal of Shores},\n  volume = {3},\n  number = {1},\n  publisher = {Shore \\& Sons},\n"
        "  pages = {e12},\n  year = {2024},\n  doi = {10.5555/kelp.7},\n  month = may\n}\n"
    )
    assert services.log[0].headers["accept"] == CSL


def test_crossref_is_asked_where_the_resolver_fails(services: Services) -> None:
    services.give("doi", "", Reply("<html>Sign in</html>"))
    listed = {**KELP, "title": [KELP["title"]], "subtitle": ["A Study"], "container-title": ["Journal of Shores"]}
    services.give("crossref", "works/10.5555/kelp.7", data({"message": listed}))
    answer = find("10.5555/kelp.7")
    assert (answer.given.values["title"], answer.source) == (f"{KELP_TITLE}: A Study", "Crossref")


def test_a_doi_that_its_resolver_does_not_know_is_asked_for_nowhere_else(services: Services) -> None:
    with pytest.raises(NotFound, match=r"^no service knows 10\.5555/none; check it, or paste the paper's BibTeX"):
        find("10.5555/none")
    assert [request.service for request in services.log] == ["doi"]


@pytest.mark.parametrize(
    "paper",
    [
        {**KELP, "author": None, "issued": {"date-parts": [[None]]}},
        {**KELP, "author": "x", "issued": None, "container-title": []},
        {**KELP, "author": [None, {}, {"family": ""}], "issued": {"date-parts": None}, "volume": {"a": 1}},
    ],
)
def test_what_a_record_lacks_is_left_empty(services: Services, paper: dict[str, object]) -> None:
    services.give("doi", "", data(paper))
    title, names, _, year, _ = said(find("10.5555/kelp.7"))
    assert (title, names, year) == (KELP_TITLE, [], None)


def test_a_record_without_a_title_is_told(services: Services) -> None:
    for name in ("doi", "crossref", "semanticscholar", "openalex"):
        services.give(name, "", data({"DOI": "10.5555/x", "title": ""}))
    with pytest.raises(NoAnswer, match=r"^doi.org gave a paper without a title, nor did 3 other services help; paste"):
        find("10.5555/x")


def test_a_number_of_arxiv_gives_the_preprint(services: Services) -> None:
    services.give("arxiv", "api/query?id_list=2301.04567", atom(arxiv_entry("2301.04567", "Deep\n  Kelp &lt; $x_1$")))
    answer = find("arXiv:2301.04567v1")
    assert said(answer) == (
        "Deep Kelp < $x_1$",
        ["Ida Strand", "Zoë Ness"],
        "arXiv preprint arXiv:2301.04567",
        2023,
        [("arXiv", "https://arxiv.org/abs/2301.04567")],
    )


def test_a_preprint_that_is_published_gives_the_published_version(services: Services) -> None:
    services.give("arxiv", "", atom(arxiv_entry("2301.04567", "Deep Kelp", "<arxiv:doi>10.5555/kelp.7</arxiv:doi>")))
    services.give("doi", "", data(KELP))
    answer = find("2301.04567")
    assert said(answer)[2:4] == ("Journal of Shores", 2024)
    assert answer.note == "arXiv:2301.04567 is published; this is that version"
    assert "eprint = {2301.04567}" in answer.given.source


def test_a_preprint_whose_published_version_is_not_found_is_given_with_a_word(services: Services) -> None:
    services.give("arxiv", "", atom(arxiv_entry("2301.04567", "Deep Kelp", "<arxiv:doi>10.5555/kelp.7</arxiv:doi>")))
    answer = find("2301.04567")
    assert said(answer)[2:4] == ("arXiv preprint arXiv:2301.04567", 2023)
    assert "published as 10.5555/kelp.7" in answer.note


@pytest.mark.parametrize(
    "reply",
    [
        atom(),
        atom("<entry><id>https://arxiv.org/api/errors#x</id><title>Error</title></entry>"),
        Reply("Rate exceeded.", 403),
        Reply("<!DOCTYPE feed [<!ENTITY a 'b'>]><feed>&a;</feed>"),
    ],
)
def test_where_arxiv_does_not_tell_its_doi_is_asked_for(services: Services, reply: Reply) -> None:
    services.give("arxiv", "", reply)
    paper = {**KELP, "DOI": "10.48550/ARXIV.2301.04567", "type": "article", "container-title": None}
    services.give("doi", "10.48550/arXiv.2301.04567", data(paper))
    assert said(find("2301.04567"))[2] == "arXiv preprint arXiv:2301.04567"


def test_a_preprint_of_another_server_leads_to_its_publication_too(services: Services) -> None:
    relation = {"is-preprint-of": [{"id-type": "doi", "id": "10.5555/kelp.7"}]}
    preprint = {**KELP, "DOI": "10.5555/2020.01.01.7", "type": "posted-content", "relation": relation}
    services.give("doi", "10.5555/2020.01.01.7", data(preprint))
    services.give("doi", "10.5555/kelp.7", data(KELP))
    answer = find("https://www.example.org/content/10.5555/2020.01.01.7v2.full")
    assert said(answer)[2] == "Journal of Shores"
    assert answer.note == "10.5555/2020.01.01.7 is published; this is that version"


def test_tex_in_titles_and_names_of_arxiv_is_decoded(services: Services) -> None:
    entry = arxiv_entry("2301.04567", 'K\\"ahler Kelp &lt;pad&gt; in $\\mathbb{R}^n$ at 50%').replace("Zoë", 'Zo\\"e')
    services.give("arxiv", "", atom(entry))
    assert said(find("2301.04567"))[:2] == (
        "Kähler Kelp <pad> in $\\mathbb{R}^n$ at 50%",
        ["Ida Strand", "Zoë Ness"],
    )


BIBTEX = (
    "@inproceedings{k, title = {Kelp {\\&} Tides}, author = {Strand, Ida and N{\\'e}ss, Zo{\\\"e}},\n"
    " booktitle = {Shore}, year = 2024, url = {https://example.org/k}}\n"
)


@pytest.mark.parametrize(
    ("text", "service", "path"),
    [
        ("https://aclanthology.org/2024.shore-long.31/", "acl", "2024.shore-long.31.bib"),
        ("https://dblp.org/rec/conf/shore/StrandN23", "dblp", "rec/conf/shore/StrandN23.bib"),
    ],
)
def test_services_of_bibtex(services: Services, text: str, service: str, path: str) -> None:
    services.give(service, path, Reply(BIBTEX, headers={"Content-Type": "application/x-bibtex"}))
    assert said(find(text)) == (
        "Kelp & Tides",
        ["Ida Strand", "Zoë Néss"],
        "Shore",
        2024,
        [("Paper", "https://example.org/k")],
    )


@pytest.mark.parametrize("body", ["", "nothing", BIBTEX[:60], BIBTEX + BIBTEX.replace("{k,", "{l,"), "<html>x</html>"])
def test_bibtex_that_is_not_the_one_entry_is_no_answer(services: Services, body: str) -> None:
    services.give("acl", "", Reply(body))
    with pytest.raises(NoAnswer, match="the ACL Anthology gave a"):
        find("2024.shore-long.31")


def test_openreview_gives_its_bibtex_or_its_fields(services: Services) -> None:
    services.give("openreview", "notes?id=Ab3xY09zQq", data({"notes": [{"content": {"_bibtex": {"value": BIBTEX}}}]}))
    assert said(find("https://openreview.net/forum?id=Ab3xY09zQq"))[0] == "Kelp & Tides"
    content = {
        "title": {"value": "Kelp"}, "authors": {"value": ["Ida Strand"]}, "venue": {"value": "Shore 2025 Poster"}
    }  # fmt: skip
    services.give("openreview", "notes?id=Ab3xY09zQr", data({"notes": [{"forum": "Ab3xY09zQr", "content": content}]}))
    assert said(find("Ab3xY09zQr")) == (
        "Kelp",
        ["Ida Strand"],
        "Shore",
        2025,
        [("Paper", "https://openreview.net/forum?id=Ab3xY09zQr")],
    )


def test_pubmed_by_way_of_europe_pmc_and_by_itself(services: Services) -> None:
    paper = {
        "pmid": "12345678", "doi": "10.5555/kelp.7", "title": "Kelp &amp; Tides.", "pubYear": "2024",
        "authorList": {"author": [{"firstName": "Ida", "lastName": "Strand"}, {"collectiveName": "Tide Team"}]},
        "journalInfo": {"journal": {"title": "Journal of Shores"}, "volume": "3"},
    }  # fmt: skip
    services.give("europepmc", "europepmc/webservices/rest/search", data({"resultList": {"result": [paper]}}))
    assert said(find("PMID:12345678"))[:4] == ("Kelp & Tides", ["Ida Strand", "Tide Team"], "Journal of Shores", 2024)
    services.give("europepmc", "europepmc/webservices/rest/search", Reply("", 403))
    summary = {
        "title": "Kelp.", "pubdate": "2024 May", "fulljournalname": "Journal of Shores",
        "authors": [{"name": "von Strand IA"}, {"name": "Tide Team", "authtype": "CollectiveName"}],
    }  # fmt: skip
    services.give("pubmed", "entrez/eutils/esummary.fcgi", data({"result": {"12345679": summary}}))
    assert said(find("PMID:12345679"))[:2] == ("Kelp", ["I. A. von Strand", "Tide Team"])


def test_semantic_scholar_and_openalex_stand_in(services: Services) -> None:
    for name in ("doi", "crossref"):
        services.give(name, "", Reply("", 403))
    paper = {"paperId": "a", "title": "Kelp", "authors": [{"name": "Ida Strand"}], "year": 2024, "venue": "Shore",
             "externalIds": {"DOI": "10.5555/kelp.7"}}  # fmt: skip
    services.give("semanticscholar", "graph/v1/paper/DOI:10.5555/kelp.7", data(paper))
    assert find("10.5555/kelp.7").source == "Semantic Scholar"
    services.give("semanticscholar", "", Reply("", 403))
    work = {"id": "W1", "title": "Kelp", "publication_year": 2024, "doi": "https://doi.org/10.5555/kelp.8",
            "authorships": [{"author": {"display_name": "Ida Strand"}}], "primary_location": None}  # fmt: skip
    services.give("openalex", "works/doi:10.5555/kelp.8", data(work))
    assert said(find("10.5555/kelp.8"))[:2] == ("Kelp", ["Ida Strand"])


def test_a_title_that_is_found_gives_the_paper(services: Services) -> None:
    listed = {**KELP, "title": ["Kelp and Gulls at the Shore"], "container-title": ["Journal of Shores"]}
    other = {**listed, "title": ["Gulls"], "DOI": "10.5555/gulls"}
    services.give("crossref", "works?query.bibliographic=kelp", data({"message": {"items": [other, listed]}}))
    answer = find("kelp & gulls at the shore")
    assert said(answer)[0] == "Kelp and Gulls at the Shore"


def test_near_titles_are_told_and_not_taken(services: Services) -> None:
    listed = {**KELP, "title": ["Kelp and Gulls, Part II"]}
    services.give("crossref", "works?query", data({"message": {"items": [listed]}}))
    words = (
        r"no paper has this title; similar ones are “Kelp and Gulls, Part II” 2024 \(10\.5555/kelp\.7\); "
        "give the DOI of one"
    )
    with pytest.raises(NoAnswer, match=words):
        find("Kelp and Gulls, Part I")


def test_several_papers_of_one_title_are_told(services: Services) -> None:
    listed = [
        {**KELP, "title": ["Looking Back at It"], "DOI": f"10.5555/{at}", "author": [{"family": family}]}
        for at, family in enumerate(("Strand", "Ness"))
    ]
    services.give("crossref", "works?query", data({"message": {"items": listed}}))
    with pytest.raises(NoAnswer, match=r"several papers have this title: .*10\.5555/0.*10\.5555/1"):
        find("looking back at it")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kelp", "'kelp' isn't a DOI"),
        ("10.5/x", "'10.5/x' isn't a DOI"),
        ("1402894628", "'1402894628' isn't a DOI"),
        ("", "'' isn't a DOI"),
        ("https://example.org/kelp", "the address at example.org does not tell which paper it is; give the DOI, or"),
        ("ISBN 978-1-4028-9462-6", "9781402894626 is an ISBN, which names a book; give the DOI, or"),
        ("0-306-40615-2", "0306406152 is an ISBN"),
        ("isbn: 080442957X", "080442957X is an ISBN"),
    ],
)
def test_what_cannot_be_looked_up_is_told_before_anybody_is_asked(services: Services, text: str, message: str) -> None:
    with pytest.raises(UsageError) as complaint:
        find(text)
    assert complaint.value.message.startswith(message)
    assert not services.log


def test_offline_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Services("http://127.0.0.1:1").settings(tmp_path / "config", NAMES)
    with pytest.raises(Unreached) as caught:
        find("10.5555/kelp.7")
    assert str(caught.value) == (
        "doi.org can't be reached: connection refused; check that you are online, or paste the paper's BibTeX instead"
    )


@drawn(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="<&$") | st.just(" ")))
def test_any_title_comes_back_as_it_was(text: str) -> None:
    written = Paper(title=f"x{text}x").bibtex.split("title = {", 1)[1].rsplit("}\n}", 1)[0]
    assert clean(written) == " ".join(normalize("NFC", f"x{text}x").split())


def test_names_keep_their_parts() -> None:
    people = (
        Person("Strand", "Ida"),
        Person("de la Bucht", "Ole", "III"),
        Person(whole="Lake, River & Sons"),
        Person(whole="Zoë Ness"),
        Person("Shore and Sea", "A."),
        Person(whole="Plato"),
    )
    given = Paper(title="Kelp", authors=people).given
    found = given.values["authors"]
    assert isinstance(found, tuple)
    assert [part[0] for part in found] == [
        "Ida Strand", "Ole de la Bucht III", "Lake, River & Sons", "Zoë Ness", "A. Shore and Sea", "Plato"
    ]  # fmt: skip
