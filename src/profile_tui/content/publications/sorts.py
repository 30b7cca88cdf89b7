"""Sorts of publications: journal, conference, preprint, book, thesis. A site may keep each in a list of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry, Values, links_in, text_in
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

JOURNAL, CONFERENCE, PREPRINT, BOOK, THESIS = "journal", "conference", "preprint", "book", "thesis"

KICKER = lazily(
    r".*\s[·|•]\s.*|(?:write-?up|essay|technical (?:note|report)|note|preprint|working paper|draft|book|chapter|thesis|"
    r"talk|blog post|poster)s?\b.*",
    re.I,
)
"""A line above a title that says what it is a title of, as `Technical note · in preparation`."""
_TYPE = lazily(r"^\s*@\s*(\w+)\s*[{(]", re.M)
_TYPES = {
    "article": JOURNAL, "inproceedings": CONFERENCE, "conference": CONFERENCE, "proceedings": CONFERENCE,
    "unpublished": PREPRINT, "book": BOOK, "inbook": BOOK, "incollection": BOOK, "booklet": BOOK,
    "phdthesis": THESIS, "mastersthesis": THESIS, "thesis": THESIS,
}  # fmt: skip
_PREPRINT_VENUE = lazily(
    r"arxiv|\w+rxiv\b|preprint|under review|in review|submitted|in submission|in preparation|unpublished|working paper"
    r"|ssrn|^corr\b",
    re.I,
)
_PREPRINT_SERVER = lazily(
    r"^https?://(?:[\w-]+\.)?(?:arxiv\.org|(?:bio|med)rxiv\.org|openreview\.net|ssrn\.com|hal\.science)/", re.I
)
_CONFERENCE_VENUE = lazily(
    r"proceedings|conference|conf\b|workshop|symposium|meeting|\bproc\b|congress|colloquium|会议|會議|大会|研讨会|论文集",
    re.I,
)
SHORT_NAME = r"(?:[A-Z][A-Za-z]*[A-Z][A-Za-z]*[-/& ]?)+"
"""A venue in short: words with two capitals or more each."""
_ACRONYM = lazily(rf"{SHORT_NAME}[\W\d]*")
_CODE = lazily(r"\\?\[([A-Z]{1,2}(?:/[A-Z]{2})?)\\?\]")
"""What GB/T 7714 writes after a title, as `[J]`."""
_CODES = {JOURNAL: "J", CONFERENCE: "C", BOOK: "M", THESIS: "D", PREPRINT: "EB"}
_THESIS_VENUE = lazily(r"thesis|dissertation", re.I)
_WORDS = (
    (PREPRINT, lazily(r"pre-?print|unpublished|working|under[-_ ]review|submitted|\barxiv", re.I)),
    (CONFERENCE, lazily(r"conf|proc(eed|\b)|workshop|symposi|会议|會議|tagung|congr|学会", re.I)),
    (JOURNAL, lazily(r"journal|\bjour\b|article|manuscript|period|期刊|雑誌|zeitschrift|revue|revista|magazin", re.I)),
    (BOOK, lazily(r"book|chapter|著作|专著|buch|livre|libro", re.I)),
    (THESIS, lazily(r"thes[ei]s|dissertation|学位", re.I)),
)


def sort_of(values: Values, bibtex: str = "") -> str:
    """Return the sort of a publication: by its BibTeX type, else by its venue; empty where neither tells."""
    venue = text_in(values, "venue")
    match = _TYPE.search(bibtex)
    by_type = _TYPES.get(match[1].lower(), "") if match else ""
    if _PREPRINT_VENUE.search(venue):
        return PREPRINT
    if by_type:
        return by_type
    if not venue:
        return PREPRINT if bibtex else ""
    if _THESIS_VENUE.search(venue):
        return THESIS
    if _CONFERENCE_VENUE.search(venue):
        return CONFERENCE
    return "" if _ACRONYM.fullmatch(venue.strip()) else JOURNAL


def code_of(text: str, entry: Entry) -> Span | None:
    """Return where the code is after an entry's title that names its sort, as `[J]`; None where there is none."""
    match = _CODE.match(text, entry.frame.get("title_link", entry.slots["title"]).end, entry.unit.content.end)
    return Span(*match.span()) if match else None


def of_code(text: str, values: Values, entries: Sequence[Entry]) -> Entry | None:
    """Return the first of some entries that has the code of a publication: that of its venue, else of its sort."""
    coded = [(entry, code.of(text).strip("\\[]")) for entry in entries if (code := code_of(text, entry))]
    venue = bare(values.get("venue"))
    letter = _CODES.get(sort_of(values), "-")
    same = [entry for entry, _code in coded if venue and bare(entry.values.get("venue")).startswith(venue)]
    return next(iter(same + [entry for entry, code in coded if code.partition("/")[0] == letter]), None)


def is_preprint(values: Values) -> bool:
    """Whether a publication is a preprint: its venue says so, or it has none and links to where preprints are."""
    if values.get("venue"):
        return sort_of(values) == PREPRINT
    return any(_PREPRINT_SERVER.match(link.url) for link in links_in(values))


def is_preprint_address(url: str) -> bool:
    """Whether an address is of where preprints are."""
    return _PREPRINT_SERVER.match(url) is not None or "10.48550/arxiv" in url.casefold()


def named(words: str) -> str:
    """Return the sort that some words name, as those of a heading or a category; empty where they name none."""
    return next((sort for sort, pattern in _WORDS if pattern.search(words)), "")


def held(entries: Sequence[Values]) -> str:
    """Return the sort that most of some entries are of; empty where there is none that most are."""
    counts = Counter(sort_of(entry) for entry in entries)
    sort, count = counts.most_common(1)[0] if counts else ("", 0)
    return sort if 2 * count > len(entries) else ""


def bare(venue: object) -> str:
    """Return a venue without what differs from year to year, to compare it."""
    return " ".join(re.sub(r"\W*\d+\W*", " ", str(venue or "").casefold()).split())
