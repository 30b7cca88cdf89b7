"""The templates of sites. Each is one module here that registers itself; adding one edits no other file."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from profile_tui.site.repository.locate import Site


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
    matches: Callable[[Site], bool]
    title: str = ""


_registered: dict[str, Template] = {}


def register(template: Template) -> Template:
    """Adds a template; called by its own module.

    Raises:
        ValueError: Its name is taken.
    """
    if template.name in _registered:
        raise ValueError(f"two templates are named {template.name}")
    _registered[template.name] = template
    return template


@cache
def templates() -> tuple[Template, ...]:
    """All templates, in the order in which they are tried."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return tuple(sorted(_registered.values(), key=lambda template: template.order))


def title(name: str) -> str:
    """How people call the template of that name."""
    return next((template.title for template in templates() if template.name == name), "") or name


def academic_author(site: Site) -> bool:
    """Whether the configuration has the `author:` map of the academicpages family."""
    author = site.config.get("author")
    return (
        isinstance(author, dict)
        and len({"googlescholar", "researchgate", "impactstory", "bitbucket"} & set(author)) > 1
    )
