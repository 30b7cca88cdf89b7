"""sharu725/online-cv: everything in `_data/data.yml`."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import OwnerFields
from profile_tui.site.template.template import SiteFacts, Template
from profile_tui.site.templates import register


def _matches(site: SiteFacts) -> bool:
    data = site.data("_data/data.yml")
    return isinstance(data, dict) and {"sidebar", "career-profile"} <= data.keys()


def _owner() -> OwnerFields:
    from profile_tui.site.template.tables import others

    return OwnerFields(sidebar=others.ONLINE_CV)


register(Template("online-cv", 80, _matches, owner=_owner))
