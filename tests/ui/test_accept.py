"""A preprint that is published: one key looks it up, fills its form, and offers the other lists and the news item."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.app.widgets.choices import ChoiceField
from support.editor import editing
from support.repositories import build
from support.services import Services, data

SITE = {
    "_config.yml": "title: Ada\nscholar:\n  source: /_bibliography\n",
    "index.md": (
        "---\ntitle: Ada\n---\n\n## News\n\n- *2023.01*: One paper accepted by **SOFT 2023**!\n\n## Publications\n\n"
        "- [Barns in the Rain](https://arxiv.org/abs/2401.00001). **Ada Lampwick**, Cleo Tarn. *arXiv*, 2024.\n"
        "- [Wicks at Noon](https://example.org/wicks). **Ada Lampwick**. *Journal of Candles*, 2022.\n"
    ),
    "_bibliography/papers.bib": (
        "@misc{lampwick2024barns,\n  title = {Barns in the Rain},\n  author = {Lampwick, Ada and Tarn, Cleo},\n"
        "  year = {2024},\n  eprint = {2401.00001},\n  archiveprefix = {arXiv}\n}\n"
    ),
}
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">'
    "<entry><id>http://arxiv.org/abs/2401.00001v1</id><title>Barns in the Rain</title>"
    "<published>2024-01-01T00:00:00Z</published><author><name>Ada Lampwick</name></author>"
    "<author><name>Cleo Tarn</name></author><arxiv:doi>10.5555/barns</arxiv:doi></entry></feed>"
)
PUBLISHED = {
    "type": "article-journal", "DOI": "10.5555/barns", "title": "Barns in the Rain",
    "container-title": "Harbour Letters", "issued": {"date-parts": [[2026, 2]]},
    "author": [{"family": "Lampwick", "given": "Ada"}, {"family": "Tarn", "given": "Cleo"}],
}  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a preprint on its page and in its bibliography."""
    return build(tmp_path / "site", SITE)


async def test_one_key_fills_in_the_published_version_everywhere(site: Path, services: Services) -> None:
    services.give("arxiv", "", data(ATOM)._replace(body=ATOM, headers={"Content-Type": "application/atom+xml"}))
    services.give("doi", "10.5555/barns", data(PUBLISHED))
    async with editing(site, (100, 50)) as editor:
        await editor.go_to("Publications")
        await editor.press("A")
        await editor.until("The published version is filled in from")
        texts = editor.form.texts()
        assert (texts["venue"], texts["year"]) == ("Harbour Letters", "2026")
        assert texts["links"].startswith("DOI=https://doi.org/10.5555/barns\n")
        field = editor.form.query_one(ChoiceField)
        assert field.value == "list:0"
        field.focus()
        await editor.press("end", "space")
        assert "One paper accepted by **Harbour Letters 2026**!" in "\n".join(editor.lines)
        await editor.press("ctrl+s")
        workspace = editor.main.session.workspace
        assert {document.name for document in workspace.documents if document.dirty} == {
            "index.md", "_bibliography/papers.bib",
        }  # fmt: skip
        await editor.press("u")
        assert not workspace.dirty


async def test_without_an_answer_the_form_waits_for_what_the_user_knows(site: Path, services: Services) -> None:
    async with editing(site, (100, 50)) as editor:
        await editor.go_to("Publications")
        await editor.press("A")
        await editor.until("Nothing is filled in: no service knows of a published version")
        await editor.fill("venue", "NLK")
        await editor.fill("year", "2026")
        await editor.press("ctrl+s", "ctrl+s", "enter")
    assert "*NLK*, 2026." in (site / "index.md").read_text()
    assert "@inproceedings{lampwick2024barns" in (site / "_bibliography/papers.bib").read_text()


async def test_what_is_no_preprint_is_not_asked_for(site: Path, services: Services) -> None:
    async with editing(site, (100, 50)) as editor:
        await editor.go_to("Publications")
        await editor.press("down", "A")
        assert "Go to a preprint among the publications first." in editor.told
        await editor.go_to("News")
        await editor.press("A")
    assert not services.log
