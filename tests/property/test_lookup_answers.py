"""Whatever a service answers, it gives a paper or a clear line, and never anything else."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_tui.text.errors import AppError
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.paper import Paper
from profile_tui.workspace.lookup.service import Work
from profile_tui.workspace.services import services

PERSON = {"given": "Ida", "family": "Strand", "name": "Ida Strand", "literal": "x", "firstName": "I", "lastName": "S"}
LISTED = {"external-id-type": "doi", "external-id-value": "10.5555/a", "external-id-relationship": "self"}
SUMMARY = {
    "put-code": 1, "type": "journal-article", "title": {"title": {"value": "Kelp"}, "subtitle": {"value": "x"}},
    "external-ids": {"external-id": [LISTED]}, "publication-date": {"year": {"value": "2024"}},
    "journal-title": {"value": "Shore"}, "contributors": {"contributor": [{"credit-name": {"value": "I"}}]},
    "citation": {"citation-type": "bibtex", "citation-value": "@a{b, title = {c}}"},
}  # fmt: skip
ITEM = {
    "title": "Kelp", "DOI": "10.5555/a", "type": "book-chapter", "author": [PERSON], "container-title": ["A", "B"],
    "issued": {"date-parts": [[2024, 5]]}, "subtitle": ["x"], "event": {"name": "E"}, "institution": [{"name": "I"}],
    "page": "1-2", "volume": "3",
}  # fmt: skip
ANSWERS: dict[str, object] = {
    "doi": ITEM,
    "crossref": {"message": {**ITEM, "items": [ITEM, ITEM]}},
    "openreview": {"notes": [{"id": "x", "content": {"title": {"value": "Kelp"}, "authors": {"value": ["Ida"]},
                                                     "venue": {"value": "Shore 2025 Poster"}}}]},
    "europepmc": {"resultList": {"result": [{"title": "Kelp.", "authorList": {"author": [PERSON]}, "pubYear": "2024",
                                             "journalInfo": {"journal": {"title": "Shore"}, "volume": "1"}}]}},
    "pubmed": {"result": {"12345678": {"title": "Kelp.", "pubdate": "2024 May", "authors": [{"name": "Strand I"}],
                                       "articleids": [{"idtype": "doi", "value": "10.5555/a"}]}}},
    "semanticscholar": {"title": "Kelp", "year": 2024, "authors": [{"name": "Ida"}], "venue": "Shore",
                        "externalIds": {"ArXiv": "2301.04567"}, "data": [{"title": "Kelp"}], "journal": {"pages": "1"}},
    "openalex": {"title": "Kelp", "publication_year": 2024, "authorships": [{"author": {"display_name": "Ida"}}],
                 "primary_location": {"source": {"display_name": "Shore"}}, "biblio": {"first_page": "1"}},
    "orcid": {**SUMMARY, "group": [{"work-summary": [SUMMARY], "external-ids": {"external-id": [LISTED]}}]},
}  # fmt: skip
IDENTIFIERS = {
    "openreview": "Ab3xY09zQq", "europepmc": "12345678", "pubmed": "12345678", "orcid": "orcid:0000-0002-1825-0097/1",
}  # fmt: skip
ODD: st.SearchStrategy[object] = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just([]) | st.just({})
)
ODD = ODD | st.lists(ODD, max_size=2) | st.dictionaries(st.sampled_from(["value", "name", "title"]), ODD, max_size=2)


class Answering(Client):
    """A client that has the answer."""

    def __init__(self, text: str) -> None:
        self._text = text

    def get(self, service: object, path: str, read: Callable[[str], object], **more: object) -> object:  # type: ignore[override]
        return read(self._text)

    def key(self, service: object) -> str:
        return ""


def places(data: object) -> list[tuple[object, object]]:
    """All collections in data with their keys."""
    items = list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    return [(data, key) for key, _ in items] + [place for _, value in items for place in places(value)]


def outcome(ask: Callable[[], object]) -> str:
    """The titles of what is found, or the complaint."""
    try:
        result = ask()
    except AppError as error:
        return error.message
    papers = [one.paper if isinstance(one, Work) else one for one in (result if isinstance(result, list) else [result])]
    return f"found {[one.given.values['title'] for one in papers if isinstance(one, Paper)]}"


@pytest.mark.parametrize("name", ANSWERS)
@given(drawn=st.data())
def test_any_answer_gives_a_paper_or_a_clear_line(name: str, drawn: st.DataObject) -> None:
    answer = json.loads(json.dumps(ANSWERS[name]))
    for _ in range(drawn.draw(st.integers(0, 3))):
        found = places(answer)
        if not found:
            break
        holder, key = drawn.draw(st.sampled_from(found))
        if isinstance(holder, dict):
            holder[key] = drawn.draw(ODD)
        elif isinstance(holder, list):
            holder[cast(int, key)] = drawn.draw(ODD)
    (service,) = [one for one in services() if one.name == name]
    client = Answering(json.dumps(answer))
    asked: list[Callable[[], object]] = [lambda: service.look_up(client, IDENTIFIERS.get(name, "10.5555/a"))]
    if service.searches:
        asked.append(lambda: service.search(client, "Kelp"))
    if service.people:
        asked.append(lambda: service.works(client, "0000-0002-1825-0097"))
    for ask in asked:
        said = outcome(ask)
        assert "\n" not in said
        assert said
