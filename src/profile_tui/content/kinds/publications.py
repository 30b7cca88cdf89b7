"""Publications: bulleted, numbered, boxed, in paragraphs or rows.

Their reader and writer are large, so they are imported only when a page's publications are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import (
    Entry,
    Unit,
    Value,
    Values,
    authors_in,
    authors_of,
    links_in,
    text_in,
    year_in,
)
from profile_tui.content.entries.kind import Kind, any_of, stays
from profile_tui.content.kinds import register
from profile_tui.content.publications.fields import FIELDS
from profile_tui.text.catalogue import _, noted
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Splice

if TYPE_CHECKING:
    from profile_tui.content.entries.section import Section

_PAPER_BOX = lazily(r"\s*<\w+[^<>]*\bclass\s*=\s*[\"']?[^<>\"']*\b(?:paper|pub)", re.I)
_LINKED = lazily(r"\s*(\*\*|__|)\[[^\]\n]{3,}\]\(\S+\)\1[ \t]*(?:\\{1,2}|<br[ /]*>)?[ \t]*\n[ \t]*\S")
"""A line that is a link, maybe in bold, with another line below it."""


class Publications(Kind):
    """The publications of a page."""

    name = "publications"
    title = noted("Publications")
    one = _("publication")
    emoji = "📝"
    order = 2
    listed = True
    files = ("publications", "papers", "publication", "publist", "pubs", "sources")
    record = "publication"
    precedence = 30
    heading = any_of(
        r"\bpub(s|lications?)?\b",
        r"\bpapers\b",
        r"^\W*(?:my |our |the )?paper(?: list)?\W*$",
        r"\b(?:working|journal|conference|workshop|research|discussion|job[- ]market|white|policy|accepted|published|"
        r"selected|featured|full|short|position|invited|review|term|latest|recent|new) paper\b",
        r"\blist of paper",
        r"\bpreprints?\b",
        r"\bmanuscripts?\b",
        r"\bjournal articles?\b",
        r"\bconference proceedings\b",
        r"\bwrite-?ups?\b",
        r"\b(?:selected|published|scholarly|academic|representative|peer-?reviewed|refereed) (?:[\w-]+ )?"
        r"(?:works?|writings?|articles?|outputs?|essays)$",
        r"\b(?:published|peer-?reviewed|refereed) (?:[\w-]+ )?research$",
        r"\b(?:research|scientific) (?:articles?|outputs?)$",
        r"^\W*works? in progress\W*$",
        r"\b(?:book )?chapters\b",
    )
    fields = FIELDS
    sample = (
        "# Publications\n\n"
        "- [Reading Small Lakes](https://example.org/lakes.pdf), **Ada Example**, Ben Sample, *ICE*, 2026\n"
        "- [Ice in Spring](https://example.org/ice.pdf), Ben Sample, **Ada Example**, *Journal of Ice*, 2025\n"
    )

    def read(self, text: str, section: Section) -> list[Entry]:
        """The section's items, boxes, rows and groups of paragraphs."""
        from profile_tui.content.publications import reader

        return reader.read(text, section)

    def recognises(self, text: str, section: Section) -> bool:
        """Boxes or items that nearly all show title, authors and venue are publications under any heading.

        So are paragraphs whose first line is a link, with a venue and its year below; a sentence may be before them.
        """
        types = [unit.type for unit in section.units if unit.type in ("item", "box")]
        linked = [unit for unit in section.units if unit.type == "paragraph" and _LINKED.match(unit.content.of(text))]
        if len(linked) > 1 and [*section.units[-len(linked) :]] == linked:
            return len(section.units) - len(linked) < 2 and all(self._is_titled_by_link(text, unit) for unit in linked)
        if types == ["box"] and not section.below and not self._is_paper_box(text, section):
            return False
        if not types or len(types) < len(section.units) - 2:
            return False
        from profile_tui.content.publications import reader

        return reader.nothing_else(text, section)

    @staticmethod
    def _is_titled_by_link(text: str, unit: Unit) -> bool:
        """Whether a paragraph that begins with a link is a publication with a venue and a year."""
        from profile_tui.content.publications import reader

        entry = reader.read_unit(text, unit, None)
        if entry is None or not any(link.label == "title" for link in links_in(entry.values)):
            return False
        return bool(entry.values["venue"] and entry.values["year"])

    @staticmethod
    def _is_paper_box(text: str, section: Section) -> bool:
        """Whether the class of a section's first box says that it is a paper; one alone may be anything else."""
        box = next(unit for unit in section.units if unit.type == "box")
        return _PAPER_BOX.match(box.span.of(text)) is not None

    def new(self, text: str, model: Entry, values: Values, others: Sequence[Entry]) -> str:
        """The model's source with its fields replaced and what is only its own taken out."""
        from profile_tui.content.publications import writer

        return writer.compose(text, model, self._with_owner(values, others), others)

    def written(self, text: str, model: Entry, values: Values, others: Sequence[Entry]) -> Values:
        """The values, with the authors whom the list would name."""
        from profile_tui.content.publications import writer

        return writer.named(text, model, self._with_owner(values, others), others)

    def told(self, text: str, entry: Entry, changes: Values, others: Sequence[Entry] = ()) -> Values:
        """The changes, without a link whose address is shown, a volume with a place of its own, an owner unnamed."""
        if changes.keys().isdisjoint(("links", "venue", "title", "authors")):
            return changes
        from profile_tui.content.publications import writer

        return writer.told(text, entry, self._with_owner(changes, others), others)

    def edit(self, text: str, entry: Entry, changes: Values, others: Sequence[Entry]) -> list[Splice]:
        """Replaces each field's own span."""
        from profile_tui.content.publications import writer

        changes = self._with_owner(changes, others)
        changed = {name: value for name, value in changes.items() if value != entry.values.get(name)}
        if not changed.get("venue", True) and _has_volume(text, entry):
            raise stays(self, "venue")
        return writer.rewrite(text, entry, changed, others)

    def _with_owner(self, values: Values, others: Sequence[Entry]) -> Values:
        """The values, with the owner of the page told from the other authors."""
        people = authors_in(values)
        if not people:
            return values
        from profile_tui.content.publications.names.self_author import marked, own_names

        return {**values, "authors": marked(people, own_names(others))}

    def first(self, values: Values) -> str:
        """A bullet on one line, the commonest shape but the paper box."""
        from profile_tui.content.publications import writer

        return writer.first(values)

    def newest_first(self, entries: Sequence[Entry]) -> bool:
        """True unless the years ascend."""
        years = [year for entry in entries if (year := year_in(entry.values)) is not None]
        return sum(a < b for a, b in pairwise(years)) <= sum(a > b for a, b in pairwise(years))

    def same(self, name: str, meant: Value, got: Value, before: Value = None) -> bool:
        """A title or venue is read without the punctuation after it; names are written in the list's form."""
        if name == "authors" and meant and got:
            from profile_tui.content.publications.names.self_author import same_people

            return same_people(authors_of(meant), authors_of(got))
        if isinstance(meant, str) and self.field(name).type == "text":
            bare = got.rstrip(" .,;") if isinstance(got, str) else got
            folded = bare.casefold() if name == "title" and isinstance(bare, str) else bare
            meant = meant.rstrip(" .,;")
            return super().same(name, meant, bare) or super().same(name, meant.casefold(), folded)
        return super().same(name, meant, got, before)

    def touched(self, values: Values) -> set[str]:
        """A title's own link is also one of the links."""
        return {*values, "links"} if "title" in values else set(values)

    def leaves(self, was: Values, now: Values, values: Values) -> bool:
        """A year in the name of the venue changes there, too; a stop after it may be the short form's or not."""
        was, now = ({**each, "venue": text_in(each, "venue").removesuffix(".")} for each in (was, now))
        years = [text_in(each, "year") for each in (was, now)]
        is_within = all(years) and _without(text_in(was, "venue"), years) != text_in(was, "venue")
        if "year" not in values or "venue" in values or not is_within:
            return super().leaves(was, now, values)
        before, after = ({**each, "venue": _without(text_in(each, "venue"), years)} for each in (was, now))
        return super().leaves(before, after, values)

    def fits(self, model: Entry, values: Values) -> int:
        """Prefers models whose source is little more than its fields, and whose fields are certain."""
        from profile_tui.content.publications import writer

        filled = super().fits(model, values) + writer.shows_address(model, values) + writer.shows_volume(model, values)
        filled += "with" in model.frame and not values.get("authors")  # the bracket goes with whom it names
        return 4 * filled - writer.remarks(model) - 4 * len(model.unsure)

    def models(self, text: str, near: Sequence[Entry], values: Values) -> list[Entry]:
        """Prefers those that are what the new one is: an article, or a book."""
        from profile_tui.content.publications.writing import likeness

        unlike = dict(zip((entry.number for entry in near), likeness.unlike(text, near, values), strict=True))
        near = likeness.of_its_form(text, near, unlike)
        return sorted(near, key=lambda entry: unlike[entry.number] - self.fits(entry, values))


_VOLUME = lazily(
    r"(?:[ \n,;:*_()（，]|</?\w+>)*(?:(?:19|20)\d\d(?:[ \n,;:*_()），]|</?\w+>)+)?"
    r"(?:vol(?:ume)?\.? *|n[or]\. *|pp?\. *|bd\. *|s\. *|第 *)?\d{1,3}(?![\w/])",
    re.I,
)
"""A volume or pages after a venue and perhaps a year, which are its own and mean nothing without it."""


def _has_volume(text: str, entry: Entry) -> bool:
    """Whether volume or pages follow the venue of an entry, in no field of it."""
    venue = entry.slots.get("venue")
    return venue is not None and _VOLUME.match(text, venue.end, entry.unit.content.end) is not None


def _without(venue: str, years: Sequence[str]) -> str:
    """A venue with a sign in the place of each of some years, in two digits beside an apostrophe, too."""
    for year in years:
        venue = venue.replace(year, "#")
        for apostrophe in "'’":
            venue = venue.replace(f"{apostrophe}{year[2:]}", "#").replace(f"{year[2:]}{apostrophe}", "#")
    return venue


register(Publications())
