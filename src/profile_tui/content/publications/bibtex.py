"""BibTeX entries as publications: which of their fields say title, authors, venue, year, links and note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from profile_tui.content.entries import entry
from profile_tui.content.entries.entry import Author, Link, Value, Values
from profile_tui.content.publications.bibtex_lexicon import EPRINTS, JOURNALS
from profile_tui.content.publications.foreign import complaint
from profile_tui.markup.bibtex.latex import decode
from profile_tui.markup.bibtex.names import OTHERS, people
from profile_tui.markup.bibtex.syntax import BibBlock
from profile_tui.markup.bibtex.values import Bibliography
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

VENUES = (
    "journal", "journaltitle", "booktitle", "eventtitle", "maintitle", "school", "institution", "organization",
    "publisher", "howpublished", "fjournal", "venue",
)  # fmt: skip
"""The fields that may say where an entry appeared, the likeliest first."""
LINKS = {
    "pdf": "PDF", "html": "HTML", "url": "Paper", "arxiv": "arXiv", "doi": "DOI", "code": "Code", "website": "Website",
    "project": "Project", "blog": "Blog", "video": "Video", "poster": "Poster", "slides": "Slides", "supp": "Supp",
}  # fmt: skip
"""The fields that themes and BibTeX use for links, with their labels."""
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MARKS = lazily(r"(?:[*∗†‡§¶‖^⋆]|(?<=\S)&(?!\s*\w))+")
_PEOPLE = ("author", "editor")
HOMONYM = lazily(r"(?<=[^\W\d_.]) 0\d{3}(?=\s+and\s|[\s,}\"]*\Z)")
"""The number by which DBLP tells people of the same name apart."""
_YEAR = lazily(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_QUOTED = lazily(r"^\s*(?:>\s?)+")
_NUMBERED = lazily(r"^\s*\d{1,4}(?:[.:|)]|\s|$)\s?")
_DATE = lazily(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?(?![\d-])")
TAG = lazily(r"</?(?:[a-z]+:[a-z]+|i|b|em|strong|sub|sup|inf|scp|sc|u|tt|span|p|bold|italic|title)\b[^<>]*>", re.I)
"""The HTML and JATS that publishers put into titles; other words between `<` and `>` may be the title's own."""
_ENTITY = lazily(r"&(?:#\d+|#x[\da-f]+|[a-z]\w*);", re.I)
_URL = lazily(r"\\(?:url|path|href)\s*\{([^{}]*)\}|(https?://[^\s{},]+)", re.I)
_ADDRESS = lazily(r"(?:https?|ftp)://[^\s]+", re.I)
_LEADING = lazily(r"(?:available|online|accessed|retrieved|from|at|see|web ?page|website|url|on|\W)+", re.I)
_ARXIV_NUMBER = r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
_ARXIV = lazily(_ARXIV_NUMBER, re.I)
_ARXIV_AROUND = lazily(r"^(?:arxiv:|https?://arxiv\.org/(?:abs|pdf)/)|\.pdf$|\[[^\]]*\]$", re.I)
_ARXIV_IN = lazily(rf"\barxiv(?:\.org/(?:abs|pdf)/|[:.])\s?({_ARXIV_NUMBER})", re.I)
_NO_NOTE = lazily(
    r"(?:publisher|conference name|place|issn|isbn|doi|pmid|arxiv|eprint|version|number|publication|accessed|retrieved"
    r"|cited|citation|type|tex\.|section|number of|online|see|working paper or preprint)\b.*"
    r"|_.*|\d+\s*(?:pages?|pp|citations?|p)\b.*|https?://.*|.*\[[a-z-]+(?:\.[A-Za-z-]+)?\]|\W*",
    re.I | re.S,
)
"""What exporters keep in `note`, and no reader wants to see."""
_PRIVATE = lazily(
    r"file|local-?(?:url|file)|bdsk-.*|date-(?:added|modified)|creationdate|modificationdate|owner|timestamp|groups|comment"
    r"|read(?:status)?|ranking|rating|priority|printed|relevance|qualityassured|annot(?:e|ation)|__markedentry|mendeley-.*"
    r"|citeulike-.*|zotero-.*|x-color"
)
"""The fields in which reference managers keep what is their user's own."""
_LOCAL = lazily(r"(?:file:|/(?:home|users|mnt|tmp|var)/|~/|[a-z]:[\\/])", re.I)


class Given(NamedTuple):
    """An entry of a BibTeX text that says a publication.

    Attributes:
        block: The entry.
        line: Where it begins, 1-based.
        values: What it says.
        source: The entry by itself as plain BibTeX: its own abbreviations put in, what it takes over from the entry
            that it refers to, and nothing private.
        raw: Its fields as LaTeX.
    """

    block: BibBlock
    line: int
    values: dict[str, Value]
    source: str
    raw: dict[str, str]


class Unusable(NamedTuple):
    """An entry of a BibTeX text that cannot be taken.

    Attributes:
        line: Where it goes wrong, 1-based.
        reason: What is wrong.
    """

    line: int
    reason: str


def read(bibliography: Bibliography) -> Iterator[Given | Unusable]:
    """The entries of a text, those left out that aren't papers but what papers refer to."""
    text = bibliography.text
    for block in bibliography.blocks:
        if (not block.is_entry and not block.broken) or _is_remark(text, block.span.start):
            continue
        if block.broken:
            name = _("the entry {key}").format(key=block.key) if block.key else f"@{block.type}"
            yield Unusable(
                _line(text, block.broken.at),
                _("{said} cannot be read: {message}").format(said=name, message=block.broken.message),
            )
        elif block.span.start not in bibliography.parents:
            raw = bibliography.fields(block)
            values = {**publication(raw), "links": tuple(shown_links(raw)), "note": note(raw)}
            if OTHERS in people(raw.get("author") or ""):
                values["authors"] = (*authors(raw["author"]), entry.OTHERS)
            if values["title"]:
                source = _source(bibliography, block, raw)
                yield Given(block, _line(text, block.span.start), values, source, raw)
            else:
                yield Unusable(
                    _line(text, block.span.start), _("the entry {key} has no title").format(key=block.key or block.type)
                )


def _is_remark(text: str, at: int) -> bool:
    """Whether what begins at an offset was made a remark of by a `%` before it."""
    return text[text.rfind("\n", 0, at) + 1 : at].lstrip().startswith("%")


def from_bibtex(text: str) -> Values:
    """The fields of the first entry of a BibTeX text: names first name first, accents as characters, braces gone.

    Authors who are left out aren't authors.

    Raises:
        UsageError: It holds no entry that can be read.
    """
    results = list(read(Bibliography(readable(text))))
    if (given := next((result for result in results if isinstance(result, Given)), None)) is not None:
        return {**given.values, "authors": publication(given.raw)["authors"]}
    if results and isinstance(results[0], Unusable):
        raise UsageError(
            _("no BibTeX entry can be read there (line {line}): {reason}").format(
                line=results[0].line, reason=results[0].reason
            )
        )
    raise complaint(text)


def _source(bibliography: Bibliography, block: BibBlock, raw: Mapping[str, str]) -> str:
    """An entry as plain BibTeX that needs nothing around it, without what is its owner's own."""
    written = {field.name: bibliography.portable(field) for field in block.fields if bibliography.value(field).strip()}
    lines = []
    for name, value in raw.items():
        if _PRIVATE.fullmatch(name) or _LOCAL.match(value) or (name == "crossref" and bibliography.parent(block)):
            continue
        if name == "xdata":
            continue
        source = written.get(name) or f"{{{value}}}"
        lines.append(f",\n  {name} = {HOMONYM.sub('', source) if name in _PEOPLE else source}")
    return f"@{block.type}{{{block.key or 'entry'}{''.join(lines)}\n}}\n"


def readable(text: str) -> str:
    """A text that was copied, without what a mail or a listing puts before each of its lines; no line is lost."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = [line for line in text.split("\n") if line.strip()]
    for before in (_QUOTED, _NUMBERED):
        if len(lines) > 1 and all(before.match(line) for line in lines):
            return "\n".join(before.sub("", line) for line in text.split("\n"))
    return text


def _line(text: str, at: int) -> int:
    """The 1-based line of an offset."""
    return text.count("\n", 0, at) + 1


def publication(raw: Mapping[str, str]) -> dict[str, Value]:
    """A publication's fields but for its links and its note."""
    year = next((match for name in ("year", "date") if (match := _YEAR.search(raw.get(name) or ""))), None)
    title, subtitle = clean(raw.get("title") or ""), clean(raw.get("subtitle") or "")
    return {
        "title": f"{title}: {subtitle}" if title and subtitle else title,
        "authors": tuple(authors(raw.get("author") or raw.get("editor") or "")),
        "venue": _venue(raw),
        "year": int(year[0]) if year else None,
    }


def _venue(raw: Mapping[str, str]) -> str | None:
    """Where a publication appeared."""
    for name in VENUES:
        value = raw.get(name) or ""
        macro = re.fullmatch(r"\{?\\([a-z]+)\}?", value.strip())
        if macro and macro[1] in JOURNALS:
            return JOURNALS[macro[1]]
        if name == "howpublished" and _URL.search(value):
            value = _URL.sub("", value)
            if _LEADING.fullmatch(clean(value)):
                continue
        if venue := clean(value):
            return venue
    matches = (match for name in ("url", "doi", "note") if (match := _ARXIV_IN.search(raw.get(name) or "")))
    number = arxiv(raw) or next((match[1] for match in matches), "")
    return f"arXiv preprint arXiv:{number}" if number else None


def first(text: str) -> Given | None:
    """The first entry of a BibTeX text that can be read."""
    return next((result for result in read(Bibliography(text)) if isinstance(result, Given)), None)


def published(bibtex: str) -> str:
    """When the first entry of a BibTeX text appeared, in ISO form, as precisely as it says; empty where it does not."""
    given = first(bibtex) if bibtex else None
    raw = given.raw if given else {}
    if (whole := _DATE.match(raw.get("date") or "")) and not raw.get("year"):
        return whole[0]
    year = _YEAR.search(raw.get("year") or raw.get("date") or "")
    if year is None:
        return ""
    word, number = (re.search(form, raw.get("month") or "") for form in (r"[^\W\d_]{3,}", r"\d+"))
    if word:
        month = MONTHS.index(name) + 1 if (name := word[0][:3].lower()) in MONTHS else 0
    else:
        month = int(number[0]) if number else 0
    if not 1 <= month <= 12:
        return year[0]
    day = raw.get("day") or ""
    return f"{year[0]}-{month:02}" + (f"-{int(day):02}" if day.isdecimal() and 1 <= int(day) <= 28 else "")


def authors(value: str) -> list[Author]:
    """The names in an `author` field, first name first; `others` is none."""
    named = []
    for name in people(value):
        shown = HOMONYM.sub("", clean(name))
        bare = " ".join(_MARKS.sub("", shown).split())
        if bare and bare != OTHERS:
            named.append(Author(bare, marks=tuple("".join(_MARKS.findall(shown)))))
    return named


def clean(value: str) -> str:
    """A field as a reader sees it: accents as characters, no braces and no markup, on one line."""
    shown = decode(value)
    if "&" in shown or "<" in shown:
        import html

        shown = TAG.sub("", _ENTITY.sub(lambda match: html.unescape(match[0]), shown))
    shown = " ".join(shown.split())
    if shown.isascii():
        return shown
    import unicodedata

    return unicodedata.normalize("NFC", shown)


def note(raw: Mapping[str, str]) -> str | None:
    """A note that is meant for readers; None where there is none, or only what an exporter put there."""
    text = clean(raw.get("note") or "")
    return text if text and not _NO_NOTE.fullmatch(text) else None


def arxiv(raw: Mapping[str, str]) -> str:
    """The number under which arXiv has a publication; empty where the entry names none."""
    kind = (raw.get("archiveprefix") or raw.get("eprinttype") or "").strip().casefold()
    for name in ("eprint", "arxiv", "arxivid"):
        number = _ARXIV_AROUND.sub("", address(raw.get(name) or ""))
        if _ARXIV.fullmatch(number) and (name != "eprint" or kind in ("", "arxiv")):
            return number
    return ""


def _eprint(raw: Mapping[str, str]) -> Link | None:
    """The link that an `eprint` field leads to."""
    if number := arxiv(raw):
        return Link("arXiv", f"https://arxiv.org/abs/{number}")
    target = address(raw.get("eprint") or "")
    if _ADDRESS.fullmatch(target):
        return Link("PDF" if target.casefold().endswith(".pdf") else "Paper", target)
    form = EPRINTS.get((raw.get("archiveprefix") or raw.get("eprinttype") or "").strip().casefold())
    return Link("Paper", form.format(target)) if form and target else None


def shown_links(raw: Mapping[str, str]) -> list[Link]:
    """Return the links that a page shows of an entry, where nothing else is known of the page."""
    return list(_links(raw))


def _links(raw: Mapping[str, str]) -> Iterator[Link]:
    """What `shown_links` promises."""
    pdf, code = address(raw.get("pdf") or ""), address(raw.get("code") or "")
    if _ADDRESS.fullmatch(pdf):
        yield Link("PDF", pdf)
    named = [raw.get(name) or "" for name in ("url", "html")]
    named += [match[1] or match[2] for name in ("howpublished", "note") if (match := _URL.search(raw.get(name) or ""))]
    target = next((target for value in named if _ADDRESS.fullmatch(target := address(value))), "")
    number = doi(raw.get("doi") or "")
    if target:
        yield Link("Paper", doi(target) or target)
    elif number:
        yield Link("DOI", number)
    elif (other := _eprint(raw)) and other.url != pdf:
        yield other
    if _ADDRESS.fullmatch(code):
        yield Link("Code", code)


def address(value: str) -> str:
    """A link's target; what LaTeX escapes in it is written plain."""
    wrapped = re.fullmatch(r"\s*\{?\s*\\(?:url|path)\s*\{(.*)\}\s*\}?\s*", value, re.S)
    url = re.split(r"[\s,;]+(?=https?://)", (wrapped[1] if wrapped else value).strip())[0]
    url = re.sub(r"\{?\\(?:textasciitilde|string~)\s*(?:\{\}|\})?|\$\\sim\$", "~", url)
    url = re.sub(r"\\(?=[%_#&~$])", "", url.replace("\\textunderscore", "_"))
    plain = "".join(url.replace("{", "").replace("}", "").split())
    plain = plain[1:-1] if plain.startswith("<") and plain.endswith(">") else plain
    return f"https://{plain}" if plain.casefold().startswith(("www.", "doi.org/")) else plain


def doi(value: str) -> str:
    """The address that a DOI leads to; empty where there is none in a value."""
    match = re.search(r"(?:^|doi\.org/|doi:|/)(10\.\d+/[^\s]+)$", address(value), re.I)
    if not match or (re.match(r"https?://", value.strip(), re.I) and "doi.org/" not in value.casefold()):
        return ""
    return "https://doi.org/" + match[1]


def target(name: str, value: str) -> str:
    """The address that a field of `LINKS` leads to; empty where there is none."""
    plain = address(value)
    if not plain or plain in ("true", "false"):
        return ""
    if name == "doi":
        return doi(value) or "https://doi.org/" + plain
    return "https://arxiv.org/abs/" + plain if name == "arxiv" and "://" not in plain else plain


def targets(raw: Mapping[str, str]) -> dict[str, str]:
    """The addresses that an entry's fields lead to, by the fields' names."""
    urls = {name: target(name, raw[name]) for name in LINKS if raw.get(name)}
    how = _URL.search(raw.get("howpublished") or "")
    if how:
        urls["howpublished"] = address(how[1] or how[2])
    if raw.get("eprint") and (link := _eprint({**raw, "arxiv": ""})):
        urls["eprint"] = link.url
    return {name: doi(url) or url for name, url in urls.items() if url}
