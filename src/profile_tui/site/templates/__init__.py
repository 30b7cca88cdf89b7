"""The templates of sites. Each module here is one that registers itself."""

from __future__ import annotations

from profile_tui.registry import Registry
from profile_tui.site.template.template import Template

_templates = Registry[Template](
    __name__, "templates", name=lambda template: template.name, order=lambda template: template.order
)

register = _templates.register
"""Add a template; called by its own module."""
templates = _templates.all
"""Return all templates, in the order in which they are tried."""


def title(name: str) -> str:
    """How people call the template of that name."""
    return next((template.title for template in templates() if template.name == name), "") or name
