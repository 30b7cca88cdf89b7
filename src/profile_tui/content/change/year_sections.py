"""Lists that are parted by headings that are years: the one of an entry's year, or a new one in the others' order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from profile_tui.content.change import first_numbers
from profile_tui.content.change.insertion import InsertionPoint
from profile_tui.content.change.new_section import ANCHOR
from profile_tui.content.change.typed_numbers import Labels
from profile_tui.content.entries import chronology
from profile_tui.content.entries.entry import Entry, Values, text_in
from profile_tui.content.entries.kind import Kind
from profile_tui.content.entries.section import Section
from profile_tui.content.page.page import Page
from profile_tui.content.publications import sorts
from profile_tui.markup.html import TAG, VOID
from profile_tui.markup.inline import plain
from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_YEAR = lazily(r"\W*((?:19|20)\d\d)\W*")


def year_of(section: Section) -> str:
    """Return the year that a section's heading is; empty where it says more, or something else."""
    match = _YEAR.fullmatch(section.label)
    return match[1] if match else ""


_RANGE = lazily(r"((?:19|20)\d\d)\s*(?:[-–—~]|to|bis|à)\s*((?:19|20)\d\d|\d\d|now|present|today)", re.I)
_UP_TO = lazily(
    r"(?:(?P<before>before|prior to|pre)|until|up to|through)[\s-]*(?P<first>(?:19|20)\d\d)"
    r"|(?P<last>(?:19|20)\d\d)\s*(?:and|&|or|,)\s*(?:earlier|before|older|prior)",
    re.I,
)
_SINCE = lazily(r"(?:since|from)\s*((?:19|20)\d\d)|((?:19|20)\d\d)\s*(?:and|&|or|,)\s*(?:later|newer|on)", re.I)
_EARLIER = lazily(r"earlier|older|before|previous|past|early|frühere|antérieures|anteriores|更早|以前", re.I)


def holds(section: Section, year: str, others: Sequence[Section]) -> bool:
    """Return whether a section is the one of a year: its heading is the year, or says years that it is one of.

    Args:
        section: The section.
        year: The year.
        others: All sections of the kind: what is headed `Earlier` holds what is older than their years.
    """
    label = section.label
    if year_of(section):
        return year_of(section) == year
    if match := _RANGE.search(label):
        last = match[2] if match[2].isdecimal() else "9999"
        return match[1] <= year <= (match[1][:2] + last if len(last) == 2 else last)
    if match := _UP_TO.search(label):
        border = match["first"] or match["last"]
        return year < border if match["before"] else year <= border
    if match := _SINCE.search(label):
        return year >= (match[1] or match[2])
    years = [year_of(section) for section in others if year_of(section)]
    if not years or not _EARLIER.match(label):
        return False
    newest = max((text_in(entry.values, "year") or text_in(entry.values, "date"))[:4] for entry in section.entries)
    return year < min(years) and (not newest or year <= newest)


def of_one_group(page: Page, sections: Sequence[Section], sort: str) -> list[Section]:
    """Return sections that are parts of one list, where a page has several lists with years, each under a heading.

    Args:
        page: The page.
        sections: Sections of a kind.
        sort: The sort of publication whose list is preferred.
    """
    groups: dict[str, list[Section]] = {}
    for section in sections:
        groups.setdefault(_above(page, section), []).append(section)
    yearly = {label: group for label, group in groups.items() if any(map(year_of, group))}
    if len(yearly) < 2:
        return list(sections)
    return next((group for label, group in yearly.items() if sort and sorts.named(label) == sort), None) or next(
        iter(yearly.values())
    )


def _above(page: Page, section: Section) -> str:
    """The words of the heading that a section's heading is under."""
    before = page.sections[: page.sections.index(section)]
    level = section.heading.level if section.heading else 0
    return next(
        (section.label for section in reversed(before) if section.heading and section.heading.level < level), ""
    )


def lacking(page: Page, target: Section, year: str, sort: str) -> list[Section]:
    """Return the sections of years beside which a year goes that none is of; nothing where it needs none of its own.

    Args:
        page: The page.
        target: The section that an entry of the year would go to.
        year: The year.
        sort: The sort of publication.
    """
    every = page.of_kind(target.kind)
    filled = of_one_group(page, [section for section in every if section.entries], sort)
    is_of_sort = bool(sort) and sorts.named(target.label) == sort
    if is_of_sort or holds(target, year, every) or not any(map(year_of, filled)):
        return []
    return filled


def filing_year(what: Kind, values: Values) -> str:
    """Return the year that a new entry is filed under; empty where it has none."""
    return chronology.when(what.fields, values)[:4]


def check_year(what: Kind, section: Section, old: Entry, values: Values) -> str:
    """Return what to say of an entry that gets a date of another year than its heading; empty where there is no such.

    Raises:
        Refused: It doesn't say its year itself.
    """
    year, own = filing_year(what, values), year_of(section)
    says_year = "year" in old.slots or ("date" in old.slots and "day of year" not in old.frame)
    if not own or not year or year == own:
        return ""
    if not says_year:
        raise Refused(
            _("this {one} is under the heading “{label}”; remove it, and add it again with a date of {year}").format(
                one=what.one, label=section.label, year=year
            )
        )
    return _("it stays under the heading “{label}”").format(label=section.label)


def check_label(page: Page, what: Kind, model: Entry, values: Values) -> None:
    """Raise Refused where the list of a model, which says no year itself, is under a line that is another year.

    Such a line is no heading: `<summary>2024</summary>`, or `2024:` alone.
    """
    if "year" in model.slots or ("date" in model.slots and "day of year" not in model.frame):
        return
    year = filing_year(what, values)
    line = plain(page.text[: model.unit.container].rstrip().rpartition("\n")[2])
    label = _YEAR.fullmatch(line)
    if year and label and label[1] != year:
        raise Refused(
            _(
                "the list here is of the year {label}; begin one of {year} by hand, and the next ones will go there"
            ).format(label=label[1], year=year)
        )


@dataclass(frozen=True)
class NewYear:
    """A year that has no section yet.

    Attributes:
        page: The page.
        year: The year.
        model: The section that the new one is to look like.
        at: Where it goes.
        number: The number that its first entry gets.
    """

    page: Page
    year: str
    model: Section
    at: int
    number: int

    def splices(self, what: Kind, values: Values) -> Iterator[Splice]:
        """Yield splices that add the section with its entry, each with another entry as its model.

        Raises:
            Refused: The model says more around its entries than its year.
        """
        text, entries = self.page.text, self.model.entries
        if not _is_a_year_alone(text, self.model):
            raise Refused(_("there is no section {year} yet; add its heading by hand first").format(year=self.year))
        before = text[self.model.span.start : entries[0].span.start].replace(year_of(self.model), self.year)
        before = first_numbers.of_new_list(self.page, entries, self.at, before)
        after = text[entries[-1].span.end : self.model.span.end].strip("\n")
        after += "\n" if after else ""
        lead, end = self._around()
        labels = Labels(self.page, what.name)
        for entry in InsertionPoint(entries, 0).models(what, text, values):
            headed = "year" in values and "year" not in entry.slots  # the heading says it, in the new section too
            in_section = {**values, "year": entry.values.get("year")} if headed else values
            source = what.new(text, entry, in_section, entries).strip("\n")
            source = labels.numbered(source, entry, self.number, ())
            written = f"{lead}{before}{source}\n{after}{end}"
            if self.at == len(text) and not text.endswith("\n"):
                written = written.removesuffix("\n")  # the file keeps its habit, and the removal is told by it
            elif self.at == len(text) and text.endswith("\n\n"):
                written += "\n"
            yield Splice.insert(self.at, written)

    def _around(self) -> tuple[str, str]:
        """What parts the section from those before and after it, as the model is parted."""
        text = self.page.text
        if _is_item(text, self.model):
            yearly = [
                section for section in self.page.of_kind(self.model.kind) if year_of(section) and section.entries
            ][:2]
            parted = len(yearly) > 1 and text[: yearly[1].span.start].endswith("\n\n")
            gap = "\n" if parted else ""
            return (gap, "") if self.at > self.model.span.start else ("", gap)
        blank = "\n" if text[: self.model.span.start].endswith("\n\n") else ""
        if self.at < len(text):
            return "", blank
        return ("" if text.endswith("\n") else "\n") + ("" if text.endswith("\n\n") else blank), ""


def new_year(page: Page, what: Kind, sections: Sequence[Section], year: str) -> NewYear:
    """Return where a year belongs among the sections of years that a page has.

    Args:
        page: The page.
        what: The kind of the entries.
        sections: The sections with entries of the kind, in page order; at least one is of a year.
        year: A year that none of them is of.
    """
    yearly = [section for section in sections if year_of(section)]
    is_ascending = len(yearly) > 1 and year_of(yearly[0]) < year_of(yearly[-1])
    following = next((section for section in yearly if (year_of(section) > year) == is_ascending), None)
    model = following or yearly[-1]
    end = model.entries[-1].span.end if _is_item(page.text, model) else model.span.end
    at = model.span.start if following else end
    anchor = ANCHOR.search(page.text, page.body_start, at) if following else None
    at = anchor.start() if anchor else at
    before = sum(len(section.entries) for section in page.of_kind(what.name) if section.span.start < at)
    return NewYear(page, year, model, at, before + 1)


def emptied(page: Page, section: Section) -> Span | None:
    """Return what goes with the only entry of a section: all of it, where it is one of several that are years."""
    years = [other for other in page.of_kind(section.kind) if year_of(other)]
    if len(section.entries) != 1 or section not in years or len(years) == 1 or not _is_a_year_alone(page.text, section):
        return None
    start, end = section.span
    before = page.text[:start]
    if _is_item(page.text, section):
        return Span(start, section.entries[-1].span.end)
    if end < len(page.text) or page.text.endswith("\n\n"):
        return Span(start, end)
    if not page.text.endswith("\n"):
        return Span(len(before.rstrip("\n")), end)
    return Span(start - before.endswith("\n\n"), end)


def _is_item(text: str, section: Section) -> bool:
    """Whether a section's heading is a year in an item of a list, with its entries in a list below."""
    heading = section.heading
    marker = text[heading.span.start : heading.content.start].strip() if heading else ""
    return marker[:1] in ("-", "+") or marker == "*" or marker[:1].isdigit()


def _is_a_year_alone(text: str, section: Section) -> bool:
    """Whether a section holds a heading and entries, and else only what frames them."""
    first, last = section.entries[0].span.start, section.entries[-1].span.end
    heading = section.heading.span.end if section.heading else section.body.start
    words = plain(text, Span(heading, first)) + plain(text, Span(last, section.span.end))
    return not words and _is_balanced(text[section.span.start : first] + text[last : section.span.end])


def _is_balanced(source: str) -> bool:
    """Whether every element that begins in a source ends in it, and the other way round."""
    open_tags: Counter[str] = Counter()
    for tag in TAG.finditer(source):
        if tag["name"] and tag["name"].lower() not in VOID:
            open_tags[tag["name"].lower()] += -1 if tag["end"] else 1
    return not any(open_tags.values())
