"""academicpages: collections for publications, talks, teaching and portfolio, and a long `author:` map."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import OwnerFields
from profile_tui.site.template.template import SiteFacts, Template, academic_author
from profile_tui.site.templates import register

_COLLECTIONS = frozenset(("publications", "talks", "teaching", "portfolio"))


def _matches(site: SiteFacts) -> bool:
    if _COLLECTIONS.issubset(site.collections) or "publication_category" in site.config:
        return True
    return academic_author(site)


def _owner() -> OwnerFields:
    from profile_tui.site.template.tables import academic

    return OwnerFields(author=academic.ACADEMICPAGES, site=academic.SITE, authors=True)


register(
    Template(
        "academicpages",
        30,
        _matches,
        owner=_owner,
        publication_keys=("title", "date", "venue", "paperurl", "slidesurl", "bibtexurl", "citation"),
        url_has_path=True,
    )
)
