"""BibTeX entries written as their neighbours are: indentation, order of fields, delimiters, names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence, Set

from profile_tui.content.entries.comparison import reads_back
from profile_tui.content.entries.entry import (
    OTHERS,
    Author,
    Link,
    Value,
    Values,
    authors_in,
    authors_of,
    links_in,
    text_in,
)
from profile_tui.content.entries.lexicon import PARTICLES
from profile_tui.content.publications import sorts
from profile_tui.content.publications.bibtex import LINKS, MONTHS, VENUES, Given, authors, clean, read, targets
from profile_tui.markup import escape
from profile_tui.markup.bibtex.names import written
from profile_tui.markup.bibtex.syntax import BibBlock, BibField, is_sound
from profile_tui.markup.bibtex.values import Bibliography, parsed
from profile_tui.site.records.bibtex_layout import check_braces, inner, laid_out, with_field, without
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_VENUE_FIELDS = {
    "inproceedings": "booktitle", "incollection": "booktitle", "conference": "booktitle", "phdthesis": "school",
    "mastersthesis": "school", "thesis": "school", "techreport": "institution", "report": "institution",
    "book": "publisher",
}  # fmt: skip
"""Where the types of entries say where they appeared; the others in `journal`."""
_PREPRINTS = ("misc", "unpublished", "online")
"""The types of entries that preprints have."""
_CONFERENCE = lazily(r"proceedings|conference|workshop|symposium|\bproc\.", re.I)
_BODY = lazily(
    r"^(?:the|an?)\s|\band\b|\b(?:teams?|group|collaboration|consortium|society|institute|university|laborator(?:y|ies)"
    r"|foundation|committee|association|project|gmbh|ltd|inc|llc)\b",
    re.I,
)
"""Words that tell a body from a person."""
_SUFFIX = lazily(r"(?:jr|sr)\.?|ii|iii|iv", re.I)
_SMALL = frozenset("a an the on of in for and to with from by at is are towards toward".split())
_SPECIAL = lazily(r"(?<!\\)(?:(?P<maths>\$[^$]*[^$\\]\$)|[&%#_$])")
_PAPER = ("html", "url", "pdf")
_DOI = lazily(r"https?://(?:dx\.)?doi\.org/10\.", re.I)
_PAPER_WORDS = ("paper", "title", "link", "url", "html")


def compose(text: str, near: Sequence[BibBlock], values: Values, bibtex: str) -> str:
    """The source of a new entry.

    Args:
        text: The file.
        near: Its entries, the nearest to the new one's place first.
        values: What it says.
        bibtex: The BibTeX that it comes from; empty where it was typed.

    Raises:
        Refused: A field cannot be written.
    """
    file = parsed(text)
    pasted = Bibliography(bibtex, around=file)
    given = next((entry for entry in read(pasted) if isinstance(entry, Given)), None)
    kind = given.block.type if given else _type(values)
    base = given.values if given else {}
    kept = _kept(given, values) if given else {}
    typed = {name: value for name, value in values.items() if value and not _same(name, value, base.get(name))}
    fields = kept | _fields(kind, typed, links_in(values), [(text, block) for block in near], kept)
    if _shows_bibtex(near):
        fields.setdefault("bibtex_show", "true")
    bare = {name: value for name, value in _bare(given, pasted, file).items() if fields.get(name) == kept.get(name)}
    keys = {block.key for block in file.blocks}
    key = given.block.key if given else ""
    key = key if key.isascii() and is_sound(key) and key not in keys else _key(values, keys)
    model = _model(near, kind)
    kind = kind if given else _written_type(model, kind, text)
    return laid_out(text, model, near, f"@{kind}", key, fields, bare)


def _model(near: Sequence[BibBlock], kind: str) -> BibBlock | None:
    """The nearest entry of a type, or else of any."""
    with_fields = [block for block in near if block.fields]
    return next((block for block in with_fields if block.type == kind), next(iter(with_fields), None))


def _shows_bibtex(near: Sequence[BibBlock]) -> bool:
    """Whether the nearest entries have their BibTeX shown."""
    return bool(near) and all(block.field("bibtex_show") for block in near[:3])


def _kept(given: Given, values: Values) -> dict[str, str]:
    """The fields of a given entry, but for those that say something else than the values do now."""
    base, raw = given.values, given.raw
    sources: dict[str, Sequence[str]] = {
        "title": ("title", "subtitle"),
        "authors": ("author",) if raw.get("author") else ("editor",),
        "venue": VENUES,
        "year": ("year", "date"),
        "note": ("note",),
    }
    changed = [field for field in sources if not _same(field, values.get(field), base.get(field))]
    gone = {name for field in changed for name in sources[field]}
    lost = {link.url for link in links_in(base)} - {link.url for link in links_in(values)}
    gone |= {name for name, target in targets(raw).items() if target in lost}
    return {name: value for name, value in raw.items() if name not in gone}


def _same(field: str, first: Value, second: Value) -> bool:
    """Whether a field says the same; who of the authors the user is does not count."""
    return reads_back("authors", first, second) if field == "authors" else (first or None) == (second or None)


def _bare(given: Given | None, pasted: Bibliography, file: Bibliography) -> dict[str, str]:
    """The fields of a pasted entry that stay without braces, with their values."""
    fields = given.block.fields if given else ()
    return {field.name: pasted.portable(field) for field in fields if _is_bare(field, pasted, file)}


def _is_bare(field: BibField, pasted: Bibliography, file: Bibliography) -> bool:
    """Whether a value names months or abbreviations of the file, which stay names there."""
    words = [piece.span.of(pasted.text).lower() for piece in field.pieces if not piece.delimiter]
    names = [word for word in words if not word.isdecimal()]
    return bool(names) and all(word in file.strings or word in MONTHS for word in names)


def _type(values: Values) -> str:
    """The type of a new entry, by its venue."""
    venue = text_in(values, "venue")
    if not venue:
        return "misc"
    return "inproceedings" if _CONFERENCE.search(venue) else "article"


def _written_type(model: BibBlock | None, kind: str, text: str) -> str:
    """A type, in capitals where the neighbour's is."""
    source = text[model.span.start + 1 :][: len(model.type)] if model else ""
    return kind.upper() if source.isupper() else kind


def _fields(
    kind: str, values: Values, links: Sequence[Link], near: Sequence[tuple[str, BibBlock]], kept: Mapping[str, str]
) -> dict[str, str]:
    """The fields that say some values and links, beside others that are kept."""
    made = {"title": _tex(text_in(values, "title"))} if values.get("title") else {}
    if people := _with_others("", None, values.get("authors")):
        made["author"] = _people(people, near)
    if values.get("venue"):
        made[_VENUE_FIELDS.get(kind, "journal")] = _tex(text_in(values, "venue"))
    if values.get("year"):
        made["year"] = text_in(values, "year")
    there = {target for name, target in targets(kept).items() if name in LINKS}
    for link in links:
        if link.url not in there:
            name = _link_field(link, near, {**kept, **made})
            made[name] = _link_value(name, link.url)
    if values.get("note"):
        made["note"] = _tex(text_in(values, "note"))
    return made


def _tex(typed: str) -> str:
    """Plain text as BibTeX holds it; maths stays as it is."""
    line = escape.one_line(typed)
    check_braces(line)
    return _SPECIAL.sub(lambda match: match["maths"] or "\\" + match[0], line)


def _people(people: Sequence[Author], near: Sequence[tuple[str, BibBlock]], old: str = "") -> str:
    """Names in one field, last name first where the neighbours have them so; those of an old value as they were."""
    known = [inner(text, field) for text, block in near[:6] if (field := block.field("author"))]
    names = [name for value in known for name in re.split(r"\s+and\s+", value)]
    last_first = not names or sum("," in name for name in names) * 2 >= len(names)
    same = {tuple(authors(name)): name for name in written(old)}
    return " and ".join(
        same.get((author._replace(is_self=False),)) or _name(author, last_first=last_first) for author in people
    )


def _name(author: Author, *, last_first: bool) -> str:
    """A name as BibTeX tells its parts: braces keep a body together, commas part last name, suffix and first name."""
    if author.others:
        return "others"
    name, marks = _tex(author.name), "".join(author.marks)
    if _BODY.search(name):
        return f"{{{name}}}{marks}"
    words = name.split()
    if len(words) < 2 or "," in name:
        return name + marks
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    if not (last_first or suffix):
        return name + marks
    at = next((i for i, word in enumerate(words) if i and word in PARTICLES), len(words) - 1)
    last = " ".join(words[at:]) + marks
    return ", ".join(part for part in (last, suffix, " ".join(words[:at])) if part)


def _link_field(link: Link, near: Sequence[tuple[str, BibBlock]], taken: Mapping[str, str]) -> str:
    """The field that a link goes to."""
    word = link.label.casefold()
    used = {field.name for _unused, block in near for field in block.fields}
    named = [name for name, label in LINKS.items() if word in (name, label.casefold()) and word not in _PAPER_WORDS]
    if not named and word in _PAPER_WORDS:
        named = sorted(_PAPER, key=lambda name: name not in used)
    free = [name for name in named if name not in taken]
    if not free:
        raise Refused(
            _("a bibliography has no field for a link {label!r}; there are {names}").format(
                label=link.label, names=", ".join(LINKS.values())
            )
        )
    return free[0]


def _link_value(name: str, url: str) -> str:
    """A link's address as its field holds it."""
    target = escape.url(url)
    if name == "doi":
        return re.sub(r"^https?://(dx\.)?doi\.org/", "", target)
    return re.sub(r"^https?://arxiv\.org/abs/", "", target) if name == "arxiv" else target


def _key(values: Values, taken: Set[str]) -> str:
    """A key as Google Scholar makes them: last name, year, first word of the title."""
    people = authors_in(values)
    name = people[0].name.split(",")[0].split()[-1] if people else ""
    words = [word for word in re.findall(r"\w+", text_in(values, "title")) if word.casefold() not in _SMALL]
    raw = f"{name}{values.get('year') or ''}{words[0] if words else ''}"
    folded = unicodedata.normalize("NFKD", raw).encode("ascii", "ignore").decode()
    base = re.sub(r"[^A-Za-z0-9]", "", folded).lower() or "entry"
    return next(key for suffix in ["", *map(str, range(2, 10000))] if (key := base + suffix) not in taken)


def rewritten(text: str, block: BibBlock, blocks: Sequence[BibBlock], wanted: Values) -> list[Splice]:
    """The splices that set some fields of an entry.

    Raises:
        Refused: A field cannot be written.
    """
    near = [(text, block), *((text, other) for other in blocks if other is not block)]
    new: dict[str, str | None] = {}
    if wanted.get("title"):
        _set_title(text, block, text_in(wanted, "title"), new)
    if "authors" in wanted:
        _set_authors(text, block, wanted["authors"], near, new)
    kind = block.type
    if "venue" in wanted:
        kind = _set_venue(text, block, text_in(wanted, "venue"), new)
    if "note" in wanted:
        new["note"] = _tex(text_in(wanted, "note")) if wanted["note"] else None
    if "year" in wanted:
        _set_year(text, block, wanted, new)
    if "links" in wanted:
        _set_links(text, block, wanted, near, new)
    gone = {name for name, value in new.items() if value is None}
    splices = [splice for name, value in new.items() if value for splice in with_field(text, block, name, value)]
    if kind != block.type:
        start = block.span.start + 1
        splices.insert(0, Splice(Span(start, start + len(block.type)), _written_type(block, kind, text)))
    return [*splices, *without(block, [field.name in gone for field in block.fields])]


def _set_venue(text: str, block: BibBlock, venue: str, new: dict[str, str | None]) -> str:
    """The venue's field, and the type that the entry has then: a preprint becomes what it is published as."""
    own = block.field(*VENUES, "venue")
    before = clean(inner(text, own)) if own else ""
    is_preprint = block.type in _PREPRINTS or sorts.sort_of({"venue": before}) == sorts.PREPRINT
    if not venue or not is_preprint or sorts.sort_of({"venue": venue}) == sorts.PREPRINT:
        new[own.name if own else _VENUE_FIELDS.get(block.type, "journal")] = _tex(venue) if venue else None
        return block.type
    kind = "article" if sorts.sort_of({"venue": venue}) == sorts.JOURNAL else "inproceedings"
    name = _VENUE_FIELDS.get(kind, "journal")
    if own and own.name != name:
        new[own.name] = None
    new[name] = _tex(venue)
    return kind


def _set_title(text: str, block: BibBlock, title: str, new: dict[str, str | None]) -> None:
    """The title; a subtitle that it still ends with keeps its own field."""
    below = block.field("subtitle")
    kept = f": {clean(inner(text, below))}" if below else ""
    new["title"] = _tex(title.removesuffix(kept))
    if below and not title.endswith(kept):
        new["subtitle"] = None


def _set_authors(
    text: str, block: BibBlock, authors: Value, near: Sequence[tuple[str, BibBlock]], new: dict[str, str | None]
) -> None:
    """The authors, or the editors where the entry has only these."""
    name = "editor" if block.field("editor") and not block.field("author") else "author"
    before = block.field(name)
    people = _with_others(text, before, authors)
    new[name] = _people(people, near, inner(text, before) if before else "") or None


def _with_others(text: str, old: BibField | None, people: Value) -> list[Author]:
    """The authors, with those whom the entry leaves out, which no reader is shown."""
    named = authors_of(people)
    ends = old is not None and re.search(r"\sand\s+others\W*$", old.value.of(text), re.I)
    return [*named, OTHERS] if named and ends and not named[-1].others else named


def _set_year(text: str, block: BibBlock, wanted: Values, new: dict[str, str | None]) -> None:
    """The year's field, or the year in a whole date."""
    dated = block.field("date")
    year = text_in(wanted, "year")
    if dated and not block.field("year") and year:
        new["date"] = re.sub(r"(?:19|20)\d\d", year, inner(text, dated), count=1)
    else:
        new["year"] = year or None


def _set_links(
    text: str, block: BibBlock, wanted: Values, near: Sequence[tuple[str, BibBlock]], new: dict[str, str | None]
) -> None:
    """The links' fields: those that stay are left alone, the others are set or taken away."""
    left = [field for field in block.fields if field.name in LINKS]
    for link in links_in(wanted):
        same = [field for field in left if _link_value(field.name, link.url) == inner(text, field)]
        if same:
            left.remove(same[0])
            continue
        label = [field for field in left if link.label in (LINKS[field.name], field.name)]
        kept = {field.name: "" for field in block.fields if field.name in LINKS and field not in left}
        name = label[0].name if label else _link_field(link, near, {**kept, **dict.fromkeys(new, "")})
        left = [field for field in left if field.name != name]
        new[name] = _link_value(name, link.url)
    for field in left:
        new[field.name] = None


def standalone(values: Values, taken: Set[str]) -> tuple[str, str]:
    """Return the key and the source of an entry that stands alone; links that BibTeX has no field for are left out.

    Raises:
        Refused: A field cannot be written.
    """
    kind, key = _type(values), _key(values, taken)
    fields = _fields(kind, values, [], [], {})
    for link in links_in(values):
        name = _standard_field(link, fields)
        if name:
            fields[name] = _link_value(name, link.url)
    return key, laid_out("", None, [], f"@{kind}", key, fields, {})


def _standard_field(link: Link, taken: Mapping[str, str]) -> str:
    """Return the field that all programs know a link by; empty where there is none."""
    if _DOI.match(link.url) and "doi" not in taken:
        return "doi"
    if link.label.casefold() in ("title", *_PAPER_WORDS, *_PAPER) and "url" not in taken:
        return "url"
    try:
        return _link_field(link, [], taken)
    except Refused:
        return ""
