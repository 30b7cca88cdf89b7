"""arXiv, by number and by title."""

from __future__ import annotations

from profile_tui.text.catalogue import _
from profile_tui.workspace.lookup import atom, identifiers
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.errors import NotFound
from profile_tui.workspace.lookup.paper import Paper
from profile_tui.workspace.lookup.service import Service
from profile_tui.workspace.services import register


class Arxiv(Service):
    """arXiv's interface, which wants no more than one request in three seconds."""

    name = "arxiv"
    label = "arXiv"
    order = 5
    address = "https://export.arxiv.org"
    pause = 3.0

    def recognise(self, text: str) -> str:
        """Return a number at arXiv."""
        return identifiers.arxiv(text)

    def look_up(self, client: Client, identifier: str) -> Paper:
        """Ask for the entry of a number."""
        from urllib.parse import quote

        path = f"api/query?id_list={quote(identifier, safe='/')}"
        return client.get(self, path, self._first, accept="application/atom+xml")

    def _first(self, text: str) -> Paper:
        """Return the paper in a feed, which now and then is empty without a reason, and is not kept then."""
        papers = atom.papers(text)
        if not papers:
            raise NotFound(_("{label} doesn't know it").format(label=self.label))
        return papers[0]

    def search(self, client: Client, title: str) -> list[Paper]:
        """Ask for the papers with the words of a title."""
        from urllib.parse import urlencode

        words = " ".join("".join(character if character.isalnum() else " " for character in title).split())
        query = urlencode({"search_query": f'ti:"{words}"', "max_results": 5})
        return client.get(self, f"api/query?{query}", atom.papers, accept="application/atom+xml")


register(Arxiv())
