"""lab-website-template: citations generated from `_data/sources.yaml`, members as a collection."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import OwnerFields
from profile_tui.site.template.template import SiteFacts, Template
from profile_tui.site.templates import register


def _matches(site: SiteFacts) -> bool:
    return site.has("_cite/cite.py") or (site.has("_data/sources.yaml") and site.has("_members"))


def _owner() -> OwnerFields:
    from profile_tui.site.template.tables import others

    return OwnerFields(site=others.LAB)


register(Template("lab-website-template", 50, _matches, owner=_owner))
