"""acad-homepage: academicpages cut down to one page; citation counts by a scheduled crawler."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import OwnerFields
from profile_tui.site.template.template import SiteFacts, Template, academic_author
from profile_tui.site.templates import register


def _matches(site: SiteFacts) -> bool:
    config = site.config
    if "google_scholar_stats_use_cdn" in config or site.has("google_scholar_crawler"):
        return True
    # copies that dropped the crawler: the family's author map, without what academicpages has besides
    return academic_author(site) and not config.keys() & {"collections", "publication_category", "category_archive"}


def _owner() -> OwnerFields:
    from profile_tui.site.template.tables import academic

    return OwnerFields(author=academic.ACAD_HOMEPAGE, site=academic.SITE, authors=True)


register(Template("acad-homepage", 20, _matches, owner=_owner, url_has_path=True))
