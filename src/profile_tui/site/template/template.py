"""What a template is, and what of a site tells it from others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from profile_tui.site.template.owner_fields import OwnerFields
from profile_tui.text.dataclass import dataclass, field


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

    def header_value(self, name: str, key: str) -> str | None:
        """The text of a top-level key of a page's front matter; None where there is no such page or key."""

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
        owner: Gives the fields that say who the owner is; called when they are asked for.
        publication_keys: The front matter keys that its layouts print of a publication.
        news_keys: What the front matter of the first news item holds besides its date.
        home_layout: The layout of its home page, where that does not show the page's own text.
        url_has_path: Whether its authors have a project's path written into `url`.
    """

    name: str
    order: int
    matches: Callable[[SiteFacts], bool]
    title: str = ""
    owner: Callable[[], OwnerFields] = OwnerFields
    publication_keys: tuple[str, ...] = ()
    news_keys: Mapping[str, str | bool] = field(default_factory=dict)
    home_layout: str = ""
    url_has_path: bool = False


def academic_author(site: SiteFacts) -> bool:
    """Whether the configuration has the `author:` map of the academicpages family."""
    author = site.config.get("author")
    return (
        isinstance(author, dict)
        and len({"googlescholar", "researchgate", "impactstory", "bitbucket"} & set(author)) > 1
    )
