"""Quarto: `_quarto.yml`. Not Jekyll; recognised to be able to say so."""

from __future__ import annotations

from profile_tui.site.template.template import Template
from profile_tui.site.templates import register

register(Template("quarto", 1, lambda site: site.has("_quarto.yml", "_quarto.yaml"), "Quarto"))
