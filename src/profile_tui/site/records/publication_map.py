"""Publications that are maps of keys and values: what the keys say, and what to write into them."""

from __future__ import annotations

from collections.abc import Sequence, Set

from profile_tui.content.entries import dates
from profile_tui.content.entries.entry import Value, Values, authors_in, text_in, text_of
from profile_tui.content.publications import sorts
from profile_tui.content.publications.fields import called
from profile_tui.markup import escape
from profile_tui.site.records import csl, map_links, nested, people
from profile_tui.site.records.key_names import KeyNames
from profile_tui.site.records.keyed import Data, first, key_for, shown
from profile_tui.site.records.plan import Plan
from profile_tui.site.repository import jekyll_dates
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily

_ISO = lazily(r"\d{4}-\d")
_YEAR = lazily(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = lazily(r"[^\W\d_]{3,}\.?\s+\d{1,2}(?:\s*[-–—]+\s*(?:[^\W\d_]+\s+)?\d{1,2})?$|\d\.?\s+[^\W\d_]{3,}$")
_ABBREVIATED = lazily(r"[^\W\d_]\.(?=\s)")
_CITED_VENUE = lazily(r"(?:&quot;|[\"”])[.,]?\s*(?:In:?\s+)?<(i|em)>([^<>]+)</\1>")
_TAIL = lazily(r"\s*[,.]?\s*(?:\((?:19|20)\d\d\)|(?<!\d)(?:19|20)\d\d)\s*\.?\s*$|\s*\.\s*$")


def read(data: Data, names: KeyNames) -> dict[str, Value]:
    """Return a publication's fields."""
    title, venue, note = (first(data, keys) for keys in (names.titles, names.venues, names.notes))
    label = shown(data[venue]) if venue else ""
    link = data.get("link")
    if not label and isinstance(link, dict) and not any(data.get(key) for key in names.dates):
        label = shown(link.get("display") or "")
    label = label or cited_venue(data)
    tail = _tail(label)
    return {
        "title": shown(data[title]) if title else shown(data.get("citation") or data.get("id") or ""),
        "authors": people.of(data, names.authors),
        "venue": label[: len(label) - len(tail)] or label or None,
        "year": _year(data, names) or _year_in(tail) or _year_in(label),
        "links": tuple(map_links.read(data, names)),
        "note": shown(data[note]) if note else None,
    }


def cited_venue(data: Data) -> str:
    """The venue that a citation tells in the template's form: in italics, after the title in quotation marks."""
    cited = _CITED_VENUE.search(str(data.get("citation") or ""))
    return shown(cited[2]) if cited else ""


def _year(data: Data, names: KeyNames) -> int | None:
    """The year that a key of its own gives."""
    return next((year for key in names.dates if data.get(key) and (year := _year_in(str(data[key])))), None)


def _year_in(text: str) -> int | None:
    """The year that a text holds."""
    match = _YEAR.search(text)
    return int(match[0]) if match else None


def _tail(venue: str) -> str:
    """The year and the period that end a venue."""
    match = _TAIL.search(venue)
    if match is None or _DAY.search(venue, 0, match.start()):
        return ""  # the year of a day, as in `Tarnstead, May 4-9, 2020`
    if match[0].strip() == "." and _ABBREVIATED.search(venue, 0, match.start()):
        return ""  # the period is the last word's own, as in `J. Cold Wat. Res.`
    return match[0]


def plan(data: Data, values: Values, like: Sequence[Data], names: KeyNames, *, new: bool) -> Plan:
    """What to write to have a publication say some fields; see `fields.plan`."""
    made = Plan()
    old = {} if new else read(data, names)
    if values.get("title") is not None:
        made.set[key_for(called("title"), names.titles, data, like, names.printed)] = escape.plain_to_html(
            escape.one_line(text_in(values, "title"))
        )
    if "authors" in values and values["authors"] != old.get("authors"):
        people.plan(made, data, values, like, names.authors, names.printed, new=new)
    if nested.used(data, like):
        also_told = {"venue", "year"} if nested.tells(data, like, (*names.venues, *names.dates)) else set[str]()
        made.set.update(nested.plan(data, values, old, like, also_told))
        values = {name: value for name, value in values.items() if name not in {"links", *also_told}}
    if new and (named := nested.identifier(values, like)):
        made.set["id"] = named
    if "venue" in values or "year" in values:
        _plan_venue(made, data, values, like, names, new=new)
    if "links" in values and values["links"] != old.get("links"):
        map_links.plan(made, data, nested.others(values, made.set.get("id")), like, names, new=new)
    if "note" in values and values["note"] != old.get("note"):
        _plan_text(made, "note", names.notes, data, values["note"], like, names)
    if not new and isinstance(data.get("citation"), str):
        _plan_citation(made, data, values, old)
    return made


def _plan_text(
    made: Plan, field_: str, keys: Sequence[str], data: Data, value: Value, like: Sequence[Data], names: KeyNames
) -> None:
    """Sets or drops a field of plain text."""
    if value in (None, ""):
        made.drop += [name for name in keys[:1] if name in data] or [n for n in keys if n in data][:1]
    else:
        made.set[key_for(called(field_), keys, data, like, names.printed)] = escape.plain_to_html(
            escape.one_line(text_of(value))
        )


def _plan_venue(made: Plan, data: Data, values: Values, like: Sequence[Data], names: KeyNames, *, new: bool) -> None:
    """The venue and the year, which one value may hold together."""
    year = values.get("year")
    venues = _of_sort(names.venues, values, new=new)
    venues = venues if any(item.get(name) for item in (data, *like) for name in venues) else names.venues
    venue = next((name for item in (data, *like) for name in venues if item.get(name)), None)
    model = next((str(item[venue]) for item in (data, *like) if venue and item.get(venue)), "")
    tail = _tail(model)
    if values.get("venue") not in (None, "") and venue is None and _is_cited(data, like, new=new):
        pass  # the citation has it, and is written with it
    elif values.get("venue") not in (None, ""):
        written = _with_tail(text_in(values, "venue"), tail, year, new=new)
        made.set[key_for(called("venue"), venues, data, like, names.printed)] = written
    elif "venue" in values and venue in data:
        made.drop.append(str(venue))
    elif year and not new and _is_dated(data, venue):
        made.set[str(venue)] = model[: len(model) - len(tail)] + _YEAR.sub(str(year), tail)
    if year is not None:
        days = _year_keys(data, like, _of_sort(names.dates, values, new=new), names.printed)
        _plan_years(made, data, year, like, days, venue, new=new)


def _is_dated(data: Data, venue: str | None) -> bool:
    """Whether an entry has a venue of its own that ends in a year."""
    return _YEAR.search(_tail(str(data.get(venue or "") or ""))) is not None


def _is_cited(data: Data, like: Sequence[Data], *, new: bool) -> bool:
    """Whether entries tell their venues in citations alone, as this one does, or is going to."""
    return any(map(cited_venue, (data, *like))) if new else bool(cited_venue(data))


def _of_sort(keys: Sequence[str], values: Values, *, new: bool) -> Sequence[str]:
    """Of keys for the same, some of which are for preprints, those for a new entry's sort; all where there are none."""
    is_preprint = sorts.sort_of(values) == sorts.PREPRINT
    return [name for name in keys if not new or ("preprint" in name) is is_preprint] or keys


def _with_tail(venue: str, tail: str, year: Value, *, new: bool) -> str:
    """A venue with the year and the period that the model's has after it."""
    if _YEAR.search(tail):
        if year:
            tail = _YEAR.sub(str(year), tail)
        elif new and year is None:
            tail = _YEAR.sub("", tail).replace("()", "").replace(" ", "").strip(",")
    name = escape.plain_to_html(escape.one_line(venue))
    return (name.rstrip(".") if tail.strip().startswith(".") else name) + tail


def _plan_years(
    made: Plan, data: Data, year: Value, like: Sequence[Data], days: Sequence[str], venue: str | None, *, new: bool
) -> None:
    """The keys that tell the year; where the entries have none, the venue does."""
    if new and days == ["date"] and "date" in made.set:
        return
    for name in days:
        old = next((item[name] for item in (data, *like) if item.get(name)), 2000)
        _plan_year(made, name, old, int(str(year)), new=new)
    if days or any(_YEAR.search(str(value)) for value in made.set.values()):
        return
    whole = made.set.get(venue or "") or (data.get(venue or "") if not new else None)
    if not whole or not venue:
        raise Refused(_("the entries here have no place for a year; edit the file's source instead"))
    if venue not in made.set and (told := _year_in(str(whole))):  # within a bracket, as in `Fen Conference (FC 2024)`
        made.set[venue] = str(whole).replace(str(told), str(year))
        return
    made.set[venue] = f"{str(whole).removesuffix('.')}, {year}{'.' if str(whole).endswith('.') else ''}"


def _year_keys(data: Data, like: Sequence[Data], keys: Sequence[str], printed: Set[str]) -> list[str]:
    """The keys of an entry that tell its year, or else the one that its neighbours have, or that the page prints."""
    own = [name for name in keys if data.get(name)]
    near = [name for item in like for name in keys if item.get(name)]
    return own or near[:1] or [name for name in keys if name in printed][:1]


def _plan_year(made: Plan, name: str, old: object, year: int, *, new: bool) -> None:
    """A key that tells the year, written as another value of it is."""
    if isinstance(old, int):
        made.set[name] = year
    elif isinstance(old, (list, dict)):
        made.set[name] = csl.issued(old, year, whole=not new)
    elif new and jekyll_dates.read(str(old)):
        # of a new entry, no more than the year is known
        made.set[name] = f"{year}-01-01" if _ISO.match(str(old)) else str(year)
    elif new and _is_month(str(old)):
        made.set[name] = str(year)
    elif _YEAR.search(str(old)):
        made.set[name] = jekyll_dates.with_year(str(old), year)


def _is_month(value: str) -> bool:
    """Whether a value is a year with its month, which is not known of a new entry."""
    date = dates.at(value, 0)
    return date is not None and len(date.iso) > len("2000") and not value[date.end :].strip(" .")


def _plan_citation(made: Plan, data: Data, values: Values, old: Values) -> None:
    """Keeps a citation in step: what it says of a changed field, once and in the same words, is changed too."""
    citation = str(made.set.get("citation", data["citation"]))
    before = citation
    for name in ("title", "venue", "year"):
        if name not in values or values[name] in (None, "", old.get(name)):
            continue
        written_before, now = text_in(old, name), escape.plain_to_html(escape.one_line(text_in(values, name)))
        for written in (written_before, escape.plain_to_html(written_before), written_before.replace('"', "&quot;")):
            if written and citation.count(written) == 1:
                citation = citation.replace(written, now)
                break
    if citation != before:
        made.set["citation"] = citation


def citation(values: Values) -> str:
    """A citation as academicpages has them: HTML on one line."""
    people = authors_in(values)
    names = ", ".join(escape.plain_to_html(author.name) + "".join(author.marks) for author in people)
    title, venue = (escape.plain_to_html(escape.one_line(text_in(values, name))) for name in ("title", "venue"))
    parts = [f"{names.rstrip('.')}." if names else "", f"({values['year']})." if values.get("year") else ""]
    parts += [f"&quot;{title}.&quot;", f"<i>{venue}</i>." if venue else ""]
    return " ".join(part for part in parts if part)
