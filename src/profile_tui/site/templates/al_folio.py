"""al-folio: bibliography by jekyll-scholar, news as a collection; since 2026 a theme gem, before that a copy."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import OwnerFields
from profile_tui.site.template.template import SiteFacts, Template, academic_author
from profile_tui.site.templates import register


def _matches(site: SiteFacts) -> bool:
    config = site.config
    if "al_folio" in config or "al_folio" in site.theme or "al-folio" in site.theme:
        return True
    scholar = config.get("scholar")
    if not isinstance(scholar, dict) or academic_author(site):
        return False  # jekyll-scholar is also added to sites of other templates
    return str(scholar.get("bibliography_template")).split(".")[0] == "bib"


def _owner() -> OwnerFields:
    from profile_tui.site.template.tables import al_folio

    return OwnerFields(
        site=al_folio.NAMES, socials=al_folio.SOCIALS, flat_socials=al_folio.FLAT_SOCIALS, page=al_folio.PAGE
    )


register(Template("al-folio", 10, _matches, owner=_owner, news_keys={"inline": True, "related_posts": False}))
