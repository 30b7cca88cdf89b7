"""What a service is: what it recognises, and how it is asked."""

from __future__ import annotations

from abc import ABC
from typing import TYPE_CHECKING

from profile_tui.text.named_tuple import NamedTuple
from profile_tui.workspace.lookup.paper import Paper

if TYPE_CHECKING:
    from profile_tui.workspace.lookup.client import Client


class Work(NamedTuple):
    """A paper in an author's list, with what the list says of it."""

    paper: Paper
    identifier: str = ""
    """What the paper is looked up by, as a user would type it; empty where the list tells all there is."""


class Service(ABC):
    """A public service that tells of papers.

    A module of `workspace/services`, or one that another package names, registers an instance.
    """

    name: str
    """What settings call it."""
    label: str
    """What people call it."""
    order: int
    """Its place among the services that recognise the same identifier; the best first."""
    address: str
    """Where it is, unless the settings say otherwise; without a slash at the end."""
    pause = 0.2
    """The seconds that it wants between two requests."""
    sparse = False
    """Whether others tell more of a paper, once its DOI is known."""
    takes_key = False
    """Whether users may have a key of their own to it, which the settings keep."""
    knows_all = False
    """Whether what it does not know is not there, so that nobody else needs to be asked."""
    people = ""
    """What it calls an author: `orcid`, `dblp`; empty where it lists no author's papers."""

    def recognise(self, text: str) -> str:
        """Return the identifier in a text, as the service takes it; empty where there is none that it knows."""
        return ""

    def look_up(self, client: Client, identifier: str) -> Paper:
        """Return what the service says of an identifier that it recognised.

        Raises:
            NoAnswer: It says nothing.
        """
        raise NotImplementedError

    def search(self, client: Client, title: str) -> list[Paper]:
        """Return the papers that a title may be that of, the likeliest first.

        Raises:
            NoAnswer: It says nothing.
        """
        raise NotImplementedError

    @property
    def searches(self) -> bool:
        """Whether it can be asked for a title."""
        return type(self).search is not Service.search

    def works(self, client: Client, person: str) -> list[Work]:
        """Return the papers of an author.

        Raises:
            UsageError: There is no such author.
            NoAnswer: It says nothing.
        """
        raise NotImplementedError
