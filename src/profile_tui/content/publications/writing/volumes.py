"""Volume, issue and pages typed after a venue, as `Bog Letters, 31(2), 5–9`: they are written as the list has them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from profile_tui.content.entries.entry import Entry
from profile_tui.content.entries.kind import reframed
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

Volume = Mapping[str, str]
"""What a paper's volume, issue and pages are, by these names; what it has none of is left out."""
VOLUME, ISSUE, PAGES = "volume", "issue", "pages"
_EVERY = (VOLUME, ISSUE, PAGES)
_ROLES = {
    **dict.fromkeys("vol volume v bd band jg jahrgang tome tom t roč".split(), VOLUME),
    **dict.fromkeys("no nr nº n° nᵒ n č issue iss number num núm heft h".split(), ISSUE),
    **dict.fromkeys("pp p pages page pag págs pág s ss seiten article art".split(), PAGES),
}
_NUMBER = lazily(
    r"(?:(?<![^\W\d_])(?P<label>[^\W\d_]{1,9}[°º]?)\.?[ \xa0]*)?(?<![^\W_])(?P<first>[A-Za-z]{0,2}\d+)"
    r"(?:(?P<dash>--?|[–—‐‑−~～])(?P<last>[A-Za-z]{0,2}\d+))?(?![\w–—‑-])",
)
_YEAR = lazily(r"(?:19|20)\d\d")
_BREAK = lazily(r"[,.;:]?\s+|:(?=\d)")
_MARKS = "*_ \xa0"
_TAG = lazily(r"<[^<>]*>")


def _found(text: str, spans: Sequence[Span]) -> dict[str, tuple[Span, Span]]:
    """Return where volume, issue and pages are, each with its label and without; empty where not all is understood."""
    base = max(0, spans[0].start - 1)
    source = _TAG.sub(lambda tag: " " * len(tag[0]), text[base : spans[-1].end])
    found: dict[str, tuple[Span, Span]] = {}
    before = 0
    for start, end in (span.shifted(-base) for span in spans):
        for number in _NUMBER.finditer(source, start, end):
            role = _role(source, number, found, source[before : number.start()] if before else "")
            if not role or role in found or any(map(str.isalpha, source[max(before, start) : number.start()])):
                return {}
            found[role] = Span(*number.span()).shifted(base), Span(number.start("first"), number.end()).shifted(base)
            before = number.end()
        if any(map(str.isalnum, source[max(before, start) : end])):
            return {}
    return found


def _role(text: str, number: re.Match[str], found: Mapping[str, object], between: str) -> str:
    """Return what a number is, by its label, its form and what is before it; empty where that cannot be told."""
    if number["label"]:
        return _ROLES.get(number["label"].lower(), "")
    sign = text[: number.start()].rstrip(_MARKS)[-1:]
    if VOLUME not in found:
        return "" if number["dash"] or sign == ":" or _YEAR.fullmatch(number["first"]) else VOLUME
    if PAGES in found:
        return ""
    paged = not number["dash"] and ISSUE not in found and _PAGED.match(text, number.end())
    if paged or (sign == "(" and ISSUE not in found and between.strip(_MARKS) == sign):
        return ISSUE
    goes_on = sign == ":" or ISSUE in found or _YEAR.search(between) or len(number["first"]) > 2
    return PAGES if number["dash"] or goes_on else ""


_PAGED = lazily(r"[^,:\n]{0,12}[,:]\s*(?:p+\.?\s*)?\d")
"""What goes on with pages."""


def place(text: str, frame: dict[str, Span]) -> None:
    """Note where volume, issue and pages are, each with its label as `whole volume` and so on."""
    spans = sorted(span for name, span in frame.items() if name.startswith("numbers "))
    for role, (whole, number) in (_found(text, spans) if spans else {}).items():
        frame[f"whole {role}"], frame[role] = whole, number


def shown(entry: Entry) -> set[str]:
    """Return which of volume, issue and pages an entry shows."""
    return {role for role in _EVERY if role in entry.frame}


def of(text: str, spans: Sequence[Span]) -> Volume:
    """Return the volume, issue and pages that are in some places; empty where not all there is understood."""
    found = _found(text, sorted(spans)) if spans else {}
    return {role: number.of(text) for role, (_unused, number) in found.items()}


def parted(venue: str) -> tuple[str, Volume]:
    """Return the name of a venue, and volume, issue and pages that are typed after it."""
    end, found = _parted(venue)
    return venue[:end].rstrip(" ,;:"), {role: number.of(venue) for role, (_unused, number) in found.items()}


def _parted(venue: str) -> tuple[int, dict[str, tuple[Span, Span]]]:
    """Where the name of a venue ends, and what of volume, issue and pages is after it."""
    for gap in _BREAK.finditer(venue):
        found = _found(venue, [Span(gap.end(), len(venue))])
        if len(found) > 1 or (found and venue[gap.end()].isalpha()):
            return gap.start(), found
    return len(venue), {}


def like(model: str, name: str, volume: Volume) -> str:
    """Return a venue with volume, issue and pages as another text has its own; empty where that shows others."""
    end, found = _parted(model)
    if found.keys() != volume.keys():
        return ""
    new = [
        _pages(model, *found[role], volume[role]) if role == PAGES else Splice(found[role][1], volume[role])
        for role in found
    ]
    return reframed(model, Span(0, len(model)), [Splice(Span(0, end), name), *new])


def typed(venue: str, volume: str = "", issue: str = "", pages: str = "") -> str:
    """Return a venue with volume, issue and pages after it, those left out that are in no usual form."""
    pages = _SHORT.sub(lambda short: short[1] + "–" + short[1][: -len(short[2])] + short[2], _BETWEEN.sub("–", pages))
    counted = f"{volume}({issue})" if volume and issue else f"vol. {volume}" if volume and not pages else volume
    paged = pages if counted and "–" in pages else f":{pages}" if counted and pages else f"pp. {pages}" if pages else ""
    whole = f"{venue}, {counted}{', ' if counted and '–' in pages else ''}{paged}" if counted or paged else venue
    return whole if parted(whole)[0] == venue else typed(venue, volume, "", pages) if issue else venue


_SHORT = lazily(r"^(\d+)–(?!\1)(\d{1,3})$")
_BETWEEN = lazily(r"\s*(?:--?|[–—‐‑−~～])\s*")


def alike(entry: Entry, volume: Volume) -> int:
    """Return how well an entry shows what another one has: 2 for just that, 0 where it has no place for all of it."""
    own = shown(entry)
    if not volume or not volume.keys() <= own or (VOLUME in own) != (VOLUME in volume):
        return 0
    return 1 + (own == volume.keys())


def splices(text: str, entry: Entry, volume: Volume) -> list[Splice]:
    """Return what puts volume, issue and pages in the place of an entry's; empty where it shows none that are alike."""
    if not alike(entry, volume):
        return []
    done = []
    for role in sorted(shown(entry)):
        whole, number = entry.frame[f"whole {role}"], entry.frame[role]
        if role not in volume:
            done.append(Splice(Span(whole.start - text.startswith(":", whole.start - 1), whole.end), ""))
        elif role == PAGES:
            done.append(_pages(text, whole, number, volume[role]))
        else:
            done.append(Splice(number, volume[role]))
    return done


def _pages(text: str, whole: Span, number: Span, new: str) -> Splice:
    """Replaces pages, as others are written: with their dash, and as short; without a label that is not theirs."""
    old, pages = _NUMBER.fullmatch(number.of(text)), _NUMBER.fullmatch(new)
    if old is None or pages is None or not old["dash"] or not pages["dash"]:
        is_alike = old is None or pages is None or bool(old["dash"]) == bool(pages["dash"])
        return Splice(number if is_alike else whole, new)
    first, last = pages["first"], pages["last"]
    if len(old["last"]) < len(old["first"]) and len(first) == len(last):
        kept = 1 if len(old["last"]) == 1 else 2
        same = next((at for at, (one, other) in enumerate(zip(first, last, strict=True)) if one != other), 0)
        last = last[max(0, min(same, len(last) - kept)) :]
    return Splice(number, f"{first}{old['dash']}{last}")
