"""`sample-entries`: what came with the template and is still on the site."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.site.checks import Surveyor, register_surveyor
from profile_tui.site.problem import Problem


@register_surveyor
class SampleEntries(Surveyor):
    """Asks each store for the entries that are the template's."""

    def end(self) -> Iterator[Problem]:
        """The files and folders that hold some, each told once."""
        told: set[str] = set()
        for store in self.given.stores:
            records = store.listing().records
            found = [] if store.name in told else [record for record in records if store.is_sample(record)]
            if not found:
                continue
            told.add(store.name)
            all_ = len(found) == len(records)
            entries = store.what.one if len(found) == 1 else f"{store.what.one}s".replace("entrys", "entries")
            which = f"{'All ' if all_ and len(found) > 1 else ''}{len(found)} {entries} of {store.label}"

            message = f"{which} came with the template, and visitors see that; replace or remove what is not yours."
            yield Problem("warning", "sample-entries", found[0].name, found[0].lines[0], message)
