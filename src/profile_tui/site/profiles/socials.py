"""`_data/socials.yml`, whose order is the order of the icons."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.site.profiles import register
from profile_tui.site.profiles.base import ProfilePlace, Read
from profile_tui.site.profiles.tables import al_folio
from profile_tui.site.repository import Place


def _places(place: Place, read: Read) -> Iterator[ProfilePlace]:
    for name in ("_data/socials.yml", "_data/socials.yaml"):
        if place.site is not None and (path := place.site.root / name).is_file():
            # a key without a value still makes an icon
            yield ProfilePlace(
                path, name, read, prefix="socials.", known=al_folio.SOCIALS, others=True, blank_hides=False
            )
            return


register(40, _places)
