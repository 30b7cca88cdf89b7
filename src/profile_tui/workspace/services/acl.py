"""The ACL Anthology, which gives the BibTeX of each of its papers."""

from __future__ import annotations

import re

from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily
from profile_tui.workspace.lookup import identifiers
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.paper import Paper, from_bibtex
from profile_tui.workspace.lookup.service import Service
from profile_tui.workspace.services import register

_ID = r"(?:[A-Z]\d{2}-\d{4,5}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)"
_BARE = lazily(rf"(?:acl(?: anthology)?\s*[:=]?\s*)?({_ID})", re.I)
_HOST = lazily(r"aclanthology\.(?:org|info)|aclweb\.org")
_PATH = lazily(
    rf"(?:anthology/|papers/(?:\w/\w+/)?)?({_ID})(?:v\d+)?(?:/|\.(?:pdf|bib|xml|html|endf))?(?:[?#].*)?", re.I
)


class Acl(Service):
    """The ACL Anthology."""

    name = "acl"
    label = _("the ACL Anthology")
    order = 15
    address = "https://aclanthology.org"

    def recognise(self, text: str) -> str:
        """Return the identifier of a paper."""
        return identifiers.at_host(text, _HOST, _PATH, _BARE)

    def look_up(self, client: Client, identifier: str) -> Paper:
        """Ask for the BibTeX of a paper."""
        return client.get(self, f"{identifier}.bib", from_bibtex, accept="application/x-bibtex")


register(Acl())
