"""academicpages: collections for publications, talks, teaching and portfolio, and a long `author:` map."""

from __future__ import annotations

from profile_tui.site.repository.template import SiteFacts, Template, academic_author
from profile_tui.site.templates import register

_COLLECTIONS = frozenset(("publications", "talks", "teaching", "portfolio"))


def _matches(site: SiteFacts) -> bool:
    if _COLLECTIONS.issubset(site.collections) or "publication_category" in site.config:
        return True
    return academic_author(site)


register(Template("academicpages", 30, _matches))
