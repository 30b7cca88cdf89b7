"""Entries that are maps of keys and values, as in front matter and data files: what the keys mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from profile_tui.content.entries import dates
from profile_tui.content.entries.entry import Author, Link, Value, Values
from profile_tui.markup import escape
from profile_tui.markup.inline import Visible, runs
from profile_tui.site.records import nested, people, timeline
from profile_tui.site.repository import jekyll_dates
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span

Data = Mapping[str, Any]
"""An entry's keys and values."""

TITLES = ("title", "name")
TEXTS = ("headline", "content", "text", "news", "title", "description", "details", "name")
AUTHORS = ("authors", "author")
VENUES = ("venue", "conference", "journal", "booktitle", "pub", "publisher", "conference_short")
DATES = ("date", "year", "pub_date", "pubdate")
NOTES = ("notes", "note", "award", "annotation", "others")
LINKS = {
    "paperurl": "Paper", "pdf": "PDF", "link": "Link", "url": "Link", "html": "HTML", "page": "Page",
    "slidesurl": "Slides", "slides": "Slides", "poster": "Poster", "posterurl": "Poster", "arxivurl": "arXiv",
    "arxiv": "arXiv", "code": "Code", "codeurl": "Code", "github": "GitHub", "project": "Project",
    "projecturl": "Project", "website": "Website", "video": "Video", "videourl": "Video", "demo": "Demo",
    "dataset": "Dataset", "data": "Data", "blog": "Blog", "doi": "DOI", "supp": "Supplement",
    "bibtex": "BibTeX", "bibtexurl": "BibTeX", "bib": "BibTeX",
}  # fmt: skip
_PAPER = ("paperurl", "pdf", "link", "url", "html", "page")
_PAPER_WORDS = ("paper", "title", "link", "url", "pdf", "html")
_SINGLED = {"selected", "published", "pinned", "featured", "highlight", "award"}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TAIL = re.compile(r"\s*[,.]?\s*\(?(?:19|20)\d\d\)?\s*\.?\s*$|\s*\.\s*$")


@dataclass
class Plan:
    """What to write into a map: keys with their new values, and keys to take away."""

    set: dict[str, Any] = field(default_factory=dict)
    drop: list[str] = field(default_factory=list)


def first(data: Data, names: Sequence[str]) -> str | None:
    """The first of some keys that a map has with a value."""
    return next((name for name in names if data.get(name) not in (None, "", [], {})), None)


def shown(text: object) -> str:
    """What a reader sees of a value that may hold HTML."""
    source = str(text)
    return " ".join(Visible(runs(source, Span(0, len(source)), markdown=False)).text.replace("\ufffc", "").split())


def read(kind: str, data: Data) -> dict[str, Value]:
    """An entry's fields from its keys."""
    if kind == "publications":
        return _publication(data)
    if kind in timeline.KINDS:
        return timeline.read(data)
    name, day = first(data, TEXTS), first(data, DATES)
    return {"date": _iso(data[day]) if day else None, "text": str(data[name]).strip() if name else ""}


def _iso(value: object) -> str | None:
    """The date that a value begins with, or holds."""
    found = dates.search(str(value))
    return found.iso if found else None


def _publication(data: Data) -> dict[str, Value]:
    """A publication's fields."""
    title, venue, day, note = (first(data, names) for names in (TITLES, VENUES, DATES, NOTES))
    place = shown(data[venue]) if venue else ""
    link = data.get("link")
    if not place and isinstance(link, dict):
        place = shown(link.get("display") or "")
    year = _YEAR.search(str(data[day])) if day else None
    year = year or _YEAR.search(_tail(place)) or _YEAR.search(place)
    return {
        "title": shown(data[title]) if title else shown(data.get("id") or ""),
        "authors": people.of(data, AUTHORS),
        "venue": place[: len(place) - len(_tail(place))] or place or None,
        "year": int(year[0]) if year else None,
        "links": tuple(_links(data)),
        "note": shown(data[note]) if note else None,
    }


def _tail(venue: str) -> str:
    """The year and the period that end a venue."""
    found = _TAIL.search(venue)
    return found[0] if found else ""


def _links(data: Data) -> list[Link]:
    """The links among the values of a map."""
    found = nested.named(data)
    for key, value in data.items():
        if key == "links" and isinstance(value, dict):
            found += [Link(str(label), target) for label, one in value.items() if (target := _target(one))]
        elif key in LINKS and (target := _target(value)):
            found.append(Link(LINKS[key], target))
    return found


def _target(value: object) -> str:
    """The target of a link; empty where the value is none."""
    if isinstance(value, dict):
        value = value.get("url")
    return value.strip() if isinstance(value, str) else ""


def plan(kind: str, data: Data, values: Values, like: Sequence[Data], *, new: bool) -> Plan:
    """What to write to have an entry say some fields.

    Args:
        kind: Its kind.
        data: The entry's own keys; for a new one, those of the model.
        values: The fields.
        like: Its neighbours, for the names of keys that it has not.
        new: Whether it is a new one, which takes no value over.

    Raises:
        Refused: Neither it nor a neighbour has a key for a field.
    """
    made = Plan()
    if kind in timeline.KINDS:
        made.set.update(timeline.plan(data, values, like, new=new))
        return made
    if kind != "publications":
        _plan_dated(made, data, values, like)
        return made
    old = {} if new else read(kind, data)
    if values.get("title") is not None:
        made.set[_key("title", TITLES, data, like)] = escape.plain_to_html(escape.one_line(str(values["title"])))
    if "authors" in values and values["authors"] != old.get("authors"):
        people.plan(made, data, values, like, AUTHORS, new=new)
    if nested.used(data, like):
        made.set.update(nested.plan(data, values, old, like))
        values = {name: value for name, value in values.items() if name not in ("venue", "year", "links")}
    if new and (named := nested.identifier(values, like)):
        made.set["id"] = named
    if "venue" in values or "year" in values:
        _plan_venue(made, data, values, like, new=new)
    if "links" in values and values["links"] != old.get("links"):
        _plan_links(made, data, nested.others(values, made.set.get("id")), like, new=new)
    if "note" in values and values["note"] != old.get("note"):
        _plan_text(made, "note", NOTES, data, values["note"], like)
    if not new and isinstance(data.get("citation"), str):
        _plan_citation(made, data, values, old)
    return made


def _key(field_: str, names: Sequence[str], data: Data, like: Sequence[Data]) -> str:
    """The key that holds a field here."""
    own = first(data, names) or next((name for name in names if name in data), None)
    found = own or next((name for other in like for name in names if name in other), None)
    if found is None:
        raise Refused(f"the entries here have no place for a {field_}; edit the file's source instead")
    return found


def _plan_text(made: Plan, field_: str, names: Sequence[str], data: Data, value: Value, like: Sequence[Data]) -> None:
    """Sets or drops a field of plain text."""
    if value in (None, ""):
        made.drop += [name for name in names[:1] if name in data] or [n for n in names if n in data][:1]
    else:
        made.set[_key(field_, names, data, like)] = escape.plain_to_html(escape.one_line(str(value)))


def _plan_dated(made: Plan, data: Data, values: Values, like: Sequence[Data]) -> None:
    """A dated text's keys."""
    if values.get("text") is not None:
        made.set[_key("text", TEXTS, data, like)] = escape.one_line(str(values["text"]))
    if values.get("date"):
        key = _key("date", DATES, data, like)
        written = [str(one[key]) for one in (data, *like) if one.get(key)]
        shapes = [dates.Shape.of(place) for one in written if (place := dates.at(one, 0))]
        found = dates.at(written[0], 0) if written else None
        iso = str(values["date"])
        made.set[key] = shapes[0].write(iso, shapes) + written[0][found.end :] if found else iso
    elif "date" in values and (day := first(data, DATES)):
        made.drop.append(day)


def _plan_venue(made: Plan, data: Data, values: Values, like: Sequence[Data], *, new: bool) -> None:
    """The venue and the year, which one value may hold together."""
    year = values.get("year")
    venue = next((name for one in (data, *like) for name in VENUES if one.get(name)), None)
    model = next((str(one[venue]) for one in (data, *like) if venue and one.get(venue)), "")
    tail = _tail(model)
    holds = _YEAR.search(tail) is not None
    days = [name for name in DATES if data.get(name)] or [n for o in like for n in DATES if o.get(n)][:1]
    if values.get("venue") not in (None, ""):
        said = escape.plain_to_html(escape.one_line(str(values["venue"])))
        if new and year is None:
            tail = _YEAR.sub("", tail).replace("()", "").replace(" ", "").strip(",") if holds else tail
        tail = _YEAR.sub(str(year), tail) if holds and year else tail
        said = said.rstrip(".") if tail.strip().startswith(".") else said
        made.set[_key("venue", VENUES, data, like)] = said + tail
    elif "venue" in values and venue in data:
        made.drop.append(str(venue))
    elif year and holds and not new:
        made.set[str(venue)] = model[: len(model) - len(tail)] + _YEAR.sub(str(year), tail)
    if year is None or (new and days == ["date"] and "date" in made.set):
        return
    for name in days:
        old = next(one[name] for one in (data, *like) if one.get(name))
        if isinstance(old, int):
            made.set[name] = year
        elif new and jekyll_dates.read(str(old)):
            made.set[name] = f"{year}-01-01"  # of a new entry, no more than the year is known
        elif _YEAR.search(str(old)):
            made.set[name] = jekyll_dates.with_year(str(old), int(str(year)))
    whole = made.set.get(venue or "") or (data.get(venue or "") if not new else None)
    if days or any(_YEAR.search(str(value)) for value in made.set.values()):
        return
    if not whole or not venue:
        raise Refused("the entries here have no place for a year; edit the file's source instead")
    made.set[venue] = f"{str(whole).removesuffix('.')}, {year}{'.' if str(whole).endswith('.') else ''}"


def _plan_links(made: Plan, data: Data, values: Values, like: Sequence[Data], *, new: bool) -> None:
    """The keys of the links; those that are no more are dropped."""
    wanted = [link for link in _several(values["links"]) if isinstance(link, Link)]
    if maps := [one["links"] for one in (data, *like) if isinstance(one.get("links"), dict)]:
        if not new and not all(isinstance(value, str) for value in maps[0].values()):
            raise Refused("a link here has more than its address; edit the file's source instead")
        made.set["links"] = {link.label: escape.url(link.url) for link in wanted}
        return
    free = {} if new else {key: str(data[key]).strip() for key in data if key in LINKS and _target(data[key])}
    places = [key for one in (data, *like) for key in one if key in LINKS]
    for link in wanted:
        target = escape.url(link.url)
        same = next((key for key, value in free.items() if value == target), "")
        key = same or _link_key(link.label, places, made.set)
        free.pop(key, None)
        made.set[key] = target
    made.drop += free


def _several(value: Value) -> Sequence[Author | Link]:
    """The parts of a value; none of one that is no tuple."""
    return value if isinstance(value, tuple) else ()


def _link_key(label: str, places: Sequence[str], taken: Mapping[str, Any]) -> str:
    """The key for a link with that label, of those that the entries here have."""
    word = label.casefold()
    fits = [key for key in places if word in (LINKS[key].casefold(), key.casefold(), key.removesuffix("url"))]
    if not fits and word in _PAPER_WORDS:
        fits = [key for key in _PAPER if key in places]
    fits = [key for key in fits if key not in taken]
    if not fits:
        known = ", ".join(dict.fromkeys(LINKS[key] for key in places)) or "none"
        raise Refused(f"the entries here have no place for a link {label!r}; there are {known}")
    return fits[0]


def _plan_citation(made: Plan, data: Data, values: Values, old: Values) -> None:
    """Keeps a citation in step: what it says of a changed field, once and in the same words, is changed too."""
    citation = str(made.set.get("citation", data["citation"]))
    before = citation
    for name in ("title", "venue", "year"):
        if name not in values or values[name] in (None, "", old.get(name)):
            continue
        said, now = str(old.get(name) or ""), escape.plain_to_html(escape.one_line(str(values[name])))
        for written in (said, escape.plain_to_html(said), said.replace('"', "&quot;")):
            if written and citation.count(written) == 1:
                citation = citation.replace(written, now)
                break
    if citation != before:
        made.set["citation"] = citation


def citation(values: Values) -> str:
    """A citation as academicpages has them: HTML on one line."""
    found = values.get("authors")
    names = ", ".join(one.name for one in found if isinstance(one, Author)) if isinstance(found, tuple) else ""
    title, venue = (escape.plain_to_html(escape.one_line(str(values.get(name) or ""))) for name in ("title", "venue"))
    parts = [f"{names.rstrip('.')}." if names else "", f"({values['year']})." if values.get("year") else ""]
    parts += [f"&quot;{title}.&quot;", f"<i>{venue}</i>." if venue else ""]
    return " ".join(part for part in parts if part)


def constant(models: Sequence[Data]) -> set[str]:
    """The keys that say the same in all of some neighbours, and so are likely to in the next."""
    if not models:
        return set()
    own = {*TITLES, *TEXTS, *AUTHORS, *VENUES, *DATES, *NOTES, *LINKS, "permalink", "citation", "excerpt", "links"}
    known = {"layout", "collection", "inline", "related_posts", "author_profile", "comments", "share", "bibtex_show"}
    found = {key for key in models[0] if all(key in one and one[key] == models[0][key] for one in models)}
    # a switch is set for the site's layout to heed; what singles an entry out is not
    switches = {key for key, value in models[0].items() if isinstance(value, bool)} - _SINGLED
    return {key for key in found - own if len(models) > 2 or key in known} | switches
