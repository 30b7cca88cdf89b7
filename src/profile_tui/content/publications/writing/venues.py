"""The source of a venue and its year: replaced, put in, or taken away with their separators."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry, Values, text_in
from profile_tui.content.entries.kind import plain_in
from profile_tui.content.publications.cutting.phrases import STATE
from profile_tui.content.publications.writing import marks, volumes
from profile_tui.content.publications.writing.pattern import Pattern
from profile_tui.markup.inline import plain
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_AFTER_SHORT = "*_<,;:"
"""What is after the period of a short form only, not after one that parts a venue from what follows."""


_SHORT_YEAR = lazily(r"(?<=\w)( ?['’])(\d\d)\Z")


def with_short_year(text: str, entry: Entry, values: Values) -> Values:
    """Return values with the year in two digits at the end of the venue where an entry's has it so, as `ICE'19`.

    Args:
        text: The page.
        entry: The entry, or the model of a new one.
        values: All fields of what is written.
    """
    venue, year = text_in(values, "venue"), text_in(values, "year")
    own = _SHORT_YEAR.search(entry.slots["venue"].of(text)) if "venue" in entry.slots and venue and year else None
    is_there = _SHORT_YEAR.search(venue) or (year and venue.endswith(year)) or " " in venue  # no short name
    if own is None or is_there or own[2] != text_in(entry.values, "year")[2:]:
        return values
    return {**values, "venue": f"{venue}{own[1]}{year[2:]}"}


def venue_and_year(text: str, entry: Entry, values: Values, habits: Pattern, *, new: bool) -> list[Splice]:
    """Return the splices that set venue and year; a field that is not named stays, in a new entry it is empty."""
    year = text_in(values, "year")
    spans = [span for name, span in entry.frame.items() if name.startswith("year") and year]
    again = [Splice(span, "" if new and _is_other(text, entry, span, values) else year) for span in spans]
    splices = _venue(text, entry, values, habits, new=new)
    if "venue" in entry.slots and not new and (words := _beside(text, entry, splices)):
        raise Refused(
            _("“{words}” would go with the venue of this publication; edit its source instead").format(words=words)
        )
    return [_in_two_digits(each) if each.span == entry.slots.get("year") else each for each in again + splices]


def _is_other(text: str, entry: Entry, year: Span, values: Values) -> bool:
    """Whether a year that is shown once more is of what a new entry has not."""
    return _is_of_a_date(text, entry, year) or _is_of_no_venue(entry, year, values) or _is_of_remark(text, entry, year)


def _is_of_remark(text: str, entry: Entry, year: Span) -> bool:
    """Whether a year that is shown once more is after what is no field, as in `[ICE 2026] Fog. *Fog Days*, 2026`."""
    remarks = (span for name, span in entry.frame.items() if name.startswith("remark"))
    return any(span.end <= year.start and not text[span.end : year.start].strip(" '’") for span in remarks)


def _in_two_digits(splice: Splice) -> Splice:
    """A year in two digits where that is how the one it replaces is written, as in `ICE '19`; any other as it is."""
    is_short = splice.span.end - splice.span.start == len("19")
    return Splice(splice.span, splice.text[-2:]) if is_short and isinstance(splice.text, str) else splice


def _beside(text: str, entry: Entry, splices: Sequence[Splice]) -> str:
    """Return the first word that would go with a venue, and is neither of it nor of its volume."""
    slot, year = entry.slots["venue"], entry.slots.get("year")
    name = entry.frame.get("venue_name", slot)
    rest = entry.frame.get("numbers venue")
    if rest and _SHORT_NAME.fullmatch(plain(text, rest)):
        name = slot  # as the field shows it
    if name == slot and year and slot.start < year.start < slot.end and _ENDS.match(text, year.end):
        name = Span(slot.start, year.start)  # `ICE 2026, Oslo`
    for span in (splice.span for splice in splices):
        parts = ((span.start, min(span.end, name.start)), (max(span.start, name.end), span.end))
        for start, end in parts if year is None or span.start != year.start else ():
            words = _WORD.findall(_UNSEEN.sub(" ", text[start : max(start, end)]))
            if word := next((word for word in words if word.lower() not in _OF_VOLUMES), ""):
                return word
    return ""


_SHORT_NAME = lazily(r"\s*\(\w+(?:[ ’'-]*\d+)?\)\s*")
"""The short form after a meeting's name, as in `Conference on Ice (ICE 2026)`."""
_UNSEEN = lazily(r"<[^<>]*>|&\w+;|\]\([^()]*\)|\{[^{}]*\}|\w*://\S*")
_ENDS = lazily(r"[)\]*_]*[,;.]")
_WORD = lazily(r"(?![IVXLCDM]+\b)[^\W\d_]{4,}(?![^\W_])")
_OF_VOLUMES = frozenset(
    "article issue number volume pages heft band jahrgang seiten tome núm págs sayı cilt paper eprint".split()
)


_MONTH_BEFORE = lazily(r"[,;.] ?(?:\d{1,2} )?[^\W\d_]{3,9}\.? \Z")


def _is_of_a_date(text: str, entry: Entry, year: Span) -> bool:
    """Whether a year that is shown once more is of a date, as in `ICE 2026, July 2026`: a new entry has none."""
    venue, first = entry.slots.get("venue"), entry.slots["year"]
    if venue is None or venue.covers(first) or not venue.end <= first.start < year.start:
        return False
    return _MONTH_BEFORE.search(text[max(first.end, year.start - 16) : year.start]) is not None


def _is_of_no_venue(entry: Entry, year: Span, values: Values) -> bool:
    """Whether a year that is shown once more is beside the venue, as in `2025. Fog. *Fog J* (2025)`, and none comes."""
    venue, first = entry.slots.get("venue"), entry.slots["year"]
    return venue is not None and not text_in(values, "venue") and first.end <= venue.start < year.start


def _venue(text: str, entry: Entry, values: Values, habits: Pattern, *, new: bool) -> list[Splice]:
    """Replaces venue and year, or takes them away. A field that is not named stays, in a new entry it is empty."""
    slots, unit = entry.slots, entry.unit
    venue = plain_in(unit, text_in(values, "venue")) if "venue" in values else "" if new else None
    year = text_in(values, "year") if "year" in values else "" if new else None
    if "year" not in slots and year == text_in(entry.values, "year"):
        year = None  # the heading says it
    if "venue" not in slots:
        return _venue_anew(text, entry, venue or "", year)
    slot = slots["venue"]
    if new and venue and (at := after_look(text, entry, venue)):
        name = venue[: len(volumes.parted(venue)[0])]
        return [*_venue(text, entry, {**values, "venue": name}, habits, new=new), Splice.insert(at, venue[len(name) :])]
    if venue and (placed := _with_volume(text, entry, venue, habits, new=new)):
        return [*placed, *_year(entry, year)]
    if venue and (numbered := _beside_numbers(text, entry, venue, year, habits, new=new)):
        return numbered
    if "year" not in slots:
        return _with_numbers_gone(entry, _venue_without_year(text, entry, venue, year), new=new and not venue)
    if slot.covers(slots["year"]):
        return _venue_with_year(text, entry, venue, year)
    if venue == "":
        return _with_numbers_gone(entry, [Splice(slot, ""), *_led(entry), *_year(entry, year)], new=new)
    return _named(text, entry, venue) + _year(entry, year)


def after_look(text: str, entry: Entry, venue: str) -> int:
    """Return where volume and pages go that are typed after a venue, of which a model has no place: after its look.

    0 where it shows such, or its venue is not set off; then they stay as they are typed.
    """
    volume = volumes.parted(venue)[1]
    if not volume or volumes.alike(entry, volume):
        return 0
    slot = entry.slots["venue"]
    end = marks.of(text, entry).around(slot, signs=True, brackets=True).end
    if "numbers venue" in entry.frame and _SHORT_NAME.fullmatch(plain(text, entry.frame["numbers venue"])):
        return slot.end  # `*Conference on Ice* (**ICE**)`
    return end if end > slot.end else 0


def _with_volume(text: str, entry: Entry, venue: str, habits: Pattern, *, new: bool) -> list[Splice]:
    """Replaces a venue, and volume and pages by those that are typed after it; empty where they are of the venue."""
    slot = entry.slots["venue"]
    numbers = [span for name, span in entry.frame.items() if name.startswith("numbers")]
    name, volume = volumes.parted(venue) if new or numbers else ("", {})
    if volume and (placed := volumes.splices(text, entry, volume)):
        named = _without_list_stop(text, entry, entry.frame.get("venue_name", slot), name, habits)
        return [Splice(named, name), *placed]
    if volume and not new and not any(map(slot.covers, numbers)):  # else they go with the venue
        raise Refused(_("this publication has no place for this volume and these pages; edit its source instead"))
    return []


def _named(text: str, entry: Entry, venue: str | None) -> list[Splice]:
    """Replaces a venue; the stop of a short form is the one that is after it, too."""
    if venue is None:
        return []
    slot = entry.slots["venue"]
    end = marks.of(text, entry).after_text(slot.end)
    stops = venue.endswith(".") and text.startswith(".", end)
    return [Splice(slot, venue), *([Splice(Span(end, end + 1), "")] if stops else [])]


def _venue_without_year(text: str, entry: Entry, venue: str | None, year: str | None) -> list[Splice]:
    """Replaces a venue that has no year beside it, and puts one after it: after its italics, but within a badge."""
    slot = entry.slots["venue"]
    if venue == "":
        return [Splice(slot, year or "")]
    named = _named(text, entry, venue)
    if not year:
        return named
    gap = _before_year(text, entry)
    end = slot.end
    if gap == _COMMA:
        around = marks.of(text, entry)
        end += slot.end + text.startswith(".", end) in around.closing  # `*Fen Sci.*`
        end = around.after_text(end)
    if state := _STATE_BRACKETED.search(text, entry.unit.content.start, entry.slots["title"].start):
        return [*named, Splice.insert(state.end(), f"{_COMMA}{year}")]
    if end > slot.end:
        return [*named, Splice.insert(end, f"{gap}{year}")]
    return [Splice(slot, f"{slot.of(text) if venue is None else venue}{gap}{year}")]


_STATE_BRACKETED = lazily(rf"(?<=[(\[]){STATE.pattern}(?=[)\]])", re.I)
"""How far a paper is, in brackets before its title, where others have their year."""


def _with_numbers_gone(entry: Entry, splices: list[Splice], *, new: bool) -> list[Splice]:
    """Add, for a new entry without a venue, what takes away the model's volume and pages."""
    numbers = [span for name, span in entry.frame.items() if name.startswith("numbers") and new]
    gone = [splice.span for splice in splices]
    whole = [span for span in numbers if not any(span.start < other.end and other.start < span.end for other in gone)]
    return [*splices, *(Splice(span, "") for span in whole)]


def _led(entry: Entry) -> list[Splice]:
    """Takes away the word that leads to the venue."""
    return [Splice(entry.frame["led"], "")] if "led" in entry.frame else []


def _year(entry: Entry, year: str | None) -> list[Splice]:
    """Replaces the year, or takes it away; None lets it be."""
    return [] if year is None else [Splice(entry.slots["year"], year)]


def _beside_numbers(
    text: str, entry: Entry, venue: str, year: str | None, habits: Pattern, *, new: bool
) -> list[Splice]:
    """Replaces a venue whose volume and pages go with it, and the year beside them; empty where it has none."""
    slots, slot = entry.slots, entry.slots["venue"]
    gone = [span for name, span in entry.frame.items() if name.startswith("numbers") and (new or span.start < slot.end)]
    if (not gone and "venue_name" not in entry.frame) or ("year" not in slots and year):
        return []
    named = _without_list_stop(text, entry, entry.frame.get("venue_name", slot), venue, habits)
    gone = [span for span in gone if not named.covers(span) and (new or named.end <= span.start)]
    splices = [Splice(named, venue), *(Splice(span, "") for span in gone)]
    if "year" not in slots:
        return splices
    if new and year and (bracketed := _year_in_brackets(text, entry, named, year, habits)):
        return [*splices, bracketed]
    return splices + (_year_after(text, slots["year"], gone, year) if year and gone else _year(entry, year))


def _year_in_brackets(text: str, entry: Entry, named: Span, year: str, habits: Pattern) -> Splice | None:
    """Replaces a year in brackets that a comma leads to without a volume; None where it stays as it is."""
    whole = marks.of(text, entry).around(entry.slots["year"], brackets=True)
    if not whole.of(text).startswith("("):
        return None
    if habits.comma_before_year or _keeps_comma(text, entry, named, whole):
        return Splice(whole, f", ({year})")
    return Splice(whole, f", {year}") if _loses_brackets(text, entry, named, whole, habits) else None


def _keeps_comma(text: str, entry: Entry, named: Span, whole: Span) -> bool:
    """Whether the comma after a venue parts it from a year in brackets, too, where there is no volume.

    So it is after a venue that `in` leads to or that is quoted; where the year ends the entry; and where its pages are
    right after it, as in `Journal, 12/3 (2024), 4–9`, which is `Journal, (2024)`.
    """
    if whole.start < named.end or not _COMMA_AFTER.match(text, named.end):
        return False
    volume = text[named.end : whole.start]
    if _SENTENCE.search(volume):
        return False  # `, pp. 3–9. Fen Press (2025)`
    ends = _VOLUME.match(volume) and not text[whole.end : entry.unit.content.end].strip(" .\n")
    paged = "/" in volume and _FIRST_PAGE.match(text, whole.end) is not None
    return bool(ends) or paged or "led" in entry.frame or "»," in volume


def _year_after(text: str, place: Span, gone: Sequence[Span], year: str) -> list[Splice]:
    """Replaces the year beside numbers that go; one right after their slash, as in `12:3/2024`, after a comma."""
    if not text.startswith("/", place.start - 1):
        return [Splice(place, year)]
    start = max(place.start - 1, *(min(span.end, place.start) for span in gone))
    return [Splice(Span(start, place.end), f", {year}")]


def _loses_brackets(text: str, entry: Entry, named: Span, whole: Span, habits: Pattern) -> bool:
    """Whether a year has brackets after a volume only, and a comma where there is none.

    `Journal, 12.3 (2024), 4–9` is `Journal, 2024` without volume and pages; so is `Journal 12, no. 3 (2024): 4–9`
    in full after a title in quotation marks that a stop parts from the names. But `Journal, 12/3 (2024): 4` is not.
    """
    content = entry.unit.content
    numbers = [span for name, span in entry.frame.items() if name[:7] == "numbers" and span.start < whole.start]
    if not numbers or numbers[0].start < named.end:
        return False
    after = text[named.end : numbers[0].start].lstrip("*_")
    if after.startswith(","):
        ends = text[whole.end : min(whole.end + 1, content.end)] in ("", ",", ".", ":", "\n")
        return ends and not habits.issue_apart and not _PARTED.search(text, numbers[0].start, whole.start)
    if "." in named.of(text):
        return False  # Chicago has no short forms
    chicago = after == text[whole.start - 1] == " " and _PAGES.match(text, whole.end, content.end)
    title = entry.slots["title"]
    return bool(chicago and (_QUOTED.search(text, content.start, title.start) or _begins_quoted(text, content, title)))


def _begins_quoted(text: str, content: Span, title: Span) -> bool:
    """Whether an entry begins with its title, in quotation marks and with its stop within them."""
    return bool(_QUOTE.fullmatch(text, content.start, title.start)) and text.startswith(".", title.end)


_SENTENCE = lazily(r"\d\. ")
_PARTED = lazily(r",\s*(?:\d|$)|:\s|[-–]")
"""A comma before an issue in numbers, or before the year; and pages."""
_PAGES = lazily(r"\s?:|, pp?\b")
_FIRST_PAGE = lazily(r", (?:pp?\.? ?)?\d")
_COMMA_AFTER = lazily(r"[*_»”]*,")
_VOLUME = lazily(r"[*_»”]*, [*_]*\d+[*_]*(?:,|:| ?\()")
_QUOTED = lazily(r"\.[*_]*\s[“\"‘«„”][\s\[*_]*$")
"""A stop, and a quotation mark that opens."""
_QUOTE = lazily(r"[\s\[*_]*[“\"‘«„”][\[*_]*")


def _without_list_stop(text: str, entry: Entry, named: Span, venue: str, habits: Pattern) -> Span:
    """The name of a venue with the period of its short form, but without one that parts all venues of the list."""
    start, end = named
    if text.startswith("..", end - 1):  # the first is that of the short form
        return Span(start, end + venue.endswith("."))
    stops = text.startswith(".", end - 1) or text.startswith(".", end)
    parts = stops and habits.venue_stop and not _ends_in_year(text, entry)
    if text.startswith(".", end - 1) and parts and text[end : end + 1] not in _AFTER_SHORT:
        end -= 1
    elif text.startswith(".", end) and (text[end + 1 : end + 2] in _AFTER_SHORT or not parts):
        end += 1
    return Span(start, end + (venue.endswith(".") and text.startswith(".", end)))


def _ends_in_year(text: str, entry: Entry) -> bool:
    """Whether an entry ends in its year in brackets, or has it in them right after venue and volume."""
    year = entry.slots.get("year")
    if year is None or not text.startswith("(", year.start - 1) or not text.startswith(")", year.end):
        return False
    return entry.slots["venue"].covers(year) or not text[year.end + 1 : entry.unit.content.end].strip(" .\n")


def _venue_with_year(text: str, entry: Entry, venue: str | None, year: str | None) -> list[Splice]:
    """Replaces a venue that has the year within, as `Journal, 2024, 7(3)`."""
    if venue is None:
        return [Splice(entry.slots["year"], year or "")]
    written = text_in(entry.values, "year") if year is None else year
    gap = " " if re.search(r"[^\s,]\s$", text[: entry.slots["year"].start][-2:]) else ", "
    if not venue:
        slot = entry.slots["venue"]
        return [Splice(slot, written), *_led(entry)]
    again = (span for name, span in entry.frame.items() if name.startswith("year"))
    shown = written in venue or _SHORT_YEAR.search(venue) or not all(map(entry.slots["venue"].covers, again))
    return [Splice(entry.slots["venue"], venue if shown else f"{venue}{gap}{written}")]


def _venue_anew(text: str, entry: Entry, venue: str, year: str | None) -> list[Splice]:
    """Puts venue and year into an entry that shows no venue."""
    if venue and "year" in entry.slots and entry.slots["year"].end <= entry.slots["title"].start:
        return [_venue_after_title(text, entry, venue), *_year(entry, year)]
    if "year" in entry.slots:
        splices = _year(entry, year)
        return [Splice.insert(entry.slots["year"].start, f"{venue}, "), *splices] if venue else splices
    if not venue and not year:
        return []
    if not venue:
        return [Splice.insert(after_names(text, entry), f", {year}")]
    written = f"*{venue}*" if entry.unit.markdown else f"<em>{venue}</em>"
    return [Splice.insert(after_names(text, entry), f", {written}, {year}" if year else f", {written}")]


def _venue_after_title(text: str, entry: Entry, venue: str) -> Splice:
    """Puts a venue after a title that the year is before: as its own sentence where the title is one."""
    title = entry.frame.get("title_link") or entry.slots["title"]
    at = marks.of(text, entry).after(title.end, ".?!")
    written = f"*{venue}*" if entry.unit.markdown else f"<em>{venue}</em>"
    if text[at - 1] in ".?!":
        return Splice.insert(at, f" {written}.")
    names = entry.slots.get("authors")
    return Splice.insert(at, f"{'. ' if names and names.end <= title.start else ', '}{written}")


def _before_year(text: str, entry: Entry) -> str:
    """What parts venue and year where an entry shows none: a blank in badges, code and bold, else a comma."""
    before = text[entry.unit.content.start : entry.slots["venue"].start].rstrip(" \n")
    if before.lower().endswith(("<em>", "<i>", "<cite>")):
        return _COMMA
    before = before[-1:]
    return " " if before in (">", "`", "[") or text.endswith("**", 0, entry.slots["venue"].start) else _COMMA


_COMMA = ", "


def after_names(text: str, entry: Entry) -> int:
    """Return where something may be put in after the names, or after the title, and after their marks."""
    last = entry.slots["title"]
    if "authors" in entry.slots and entry.slots["authors"].start > last.start:
        last = entry.slots["authors"]
    elif "title_link" in entry.frame:
        last = entry.frame["title_link"]
    return marks.of(text, entry).after_text(last.end)
