"""What a template is, and what of a site tells it from others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol


class SiteFacts(Protocol):
    """What a template may look at to recognise its sites."""

    @property
    def root(self) -> Path:
        """The site's folder."""

    @property
    def config(self) -> dict[str, Any]:
        """The configuration's data."""

    @property
    def theme(self) -> str:
        """The theme or remote theme, in lower case without its version."""

    @property
    def collections(self) -> list[str]:
        """The names of the collections."""

    @property
    def home(self) -> Path | None:
        """The file that is shown at `/`."""

    def has(self, *names: str) -> bool:
        """Whether one of these files or folders exists below the root."""

    def data(self, name: str) -> object:
        """The content of a YAML file below the root; None where it is missing or broken."""


@dataclass(frozen=True)
class Template:
    """A template, and how its sites are told from others.

    Attributes:
        name: As in `show`.
        order: Place in the sequence in which templates are tried; the first that matches is taken.
        matches: Whether a site was made from it.
        title: How people call it; the name where empty.
    """

    name: str
    order: int
    matches: Callable[[SiteFacts], bool]
    title: str = ""


def academic_author(site: SiteFacts) -> bool:
    """Whether the configuration has the `author:` map of the academicpages family."""
    author = site.config.get("author")
    return (
        isinstance(author, dict)
        and len({"googlescholar", "researchgate", "impactstory", "bitbucket"} & set(author)) > 1
    )
