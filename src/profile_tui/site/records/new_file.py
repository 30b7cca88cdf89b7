"""A new file of a collection, in the shape of its neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from profile_tui.content.entries.entry import Value, Values, authors_in, links_in, text_in
from profile_tui.content.publications import sorts
from profile_tui.markup import escape
from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.problem import Problem
from profile_tui.site.records import fields, people, publication_map
from profile_tui.site.records.item import Item
from profile_tui.site.records.key_names import KeyNames
from profile_tui.site.records.keyed import with_picked, with_required
from profile_tui.site.records.naming import new_name
from profile_tui.site.records.yaml_map import Header
from profile_tui.site.repository import jekyll_dates
from profile_tui.site.repository.site import Site
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Refused, UsageError
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_MODELS = 4
_NEAR = 6
_FEW = 2
_MANY = 64
_DATED = lazily(r"\d{4}-\d{1,2}-\d{1,2}-")


class Collection(Protocol):
    """What is needed of the collection that a file is made for."""

    kind: str
    path: Path
    site: Site

    @property
    def titled(self) -> bool:
        """Whether an entry's text is always its title."""

    @property
    def names(self) -> KeyNames:
        """What the keys of its entries mean."""

    def names_among(self, like: Sequence[Mapping[str, Any]]) -> KeyNames:
        """What the keys mean, by those that the neighbours have where several say the same."""

    @property
    def categories(self) -> list[str]:
        """The categories that the configuration lists publications under."""

    @property
    def schema(self) -> dict[str, Any]:
        """The keys that the template's layouts show, for what no neighbour has."""

    def neighbours(self) -> list[Item]:
        """The newest files first, or some that may be the newest."""

    def items(self) -> tuple[list[Item], list[Problem]]:
        """All files that can be read, the newest first, and what is wrong with the others."""

    def inner(self, path: Path) -> str:
        """A file's name within the folder."""

    def taken(self) -> list[Path]:
        """The files whose names are not free."""


def compose(store: Collection, values: Values, today: date | None, bibtex: str = "") -> tuple[Path, str]:
    """The path and the text of a new file.

    Raises:
        Refused: No neighbour can serve as a model.
        UsageError: A publication without a year, which Jekyll could not sort.
    """
    news = store.kind != "publications"
    if not news and not values.get("year"):
        raise UsageError(_("a publication of this site needs a year, by which it is sorted; name it with --year"))
    day = jekyll_dates.whole(text_in(values, "date" if news else "year") or None, today)
    if bibtex:
        day = _precise(day, bibtex, today)
    if not jekyll_dates.is_day(day):
        raise UsageError(_("{day} isn't a day of the calendar; write a date such as 2026-11-21").format(day=day))
    sort = "" if news else sorts.sort_of(values, bibtex)
    some = store.neighbours()
    if not all(_named_after_file(item) for item in some[:_MANY]):
        some, _unused = store.items()  # then a free name does not mean a free permalink
    try:
        return _composed(store, some, values, day, sort)
    except Refused:
        items, _unused = store.items()  # what a few neighbours have no place for, one of the others may have
        if len(items) == len(some):
            raise
        return _composed(store, items, values, day, sort)


def _precise(day: str, bibtex: str, today: date | None) -> str:
    """A publication's day, or its month's first, where its BibTeX tells; not one to come, which Jekyll would hide."""
    from profile_tui.content.publications.bibtex import published

    day_published = published(bibtex)
    precise = jekyll_dates.whole(day_published) if day_published.startswith(f"{day[:4]}-") else day
    return precise if precise <= (today or date.today()).isoformat() else day


def _composed(store: Collection, items: Sequence[Item], values: Values, day: str, sort: str) -> tuple[Path, str]:
    """The path and the text of a new file that takes its shape from some of the others."""
    news = store.kind != "publications"
    about = text_in(values, "text" if news else "title")
    own = store.site.languages[:1]
    items = [item for item in items if store.site.language_of(item.record.name) in ("", *own)] or items
    taken = [store.inner(path) for path in store.taken()]
    taken.sort(key=lambda inner: store.site.language_of(inner) in ("", *own), reverse=True)
    names = dict.fromkeys([*(store.inner(item.record.path) for item in items), *taken])
    name = new_name(list(names), day, about, taken)
    models = [item for item in items if item.data.get("inline") is not False] if news else items
    refusal: Refused | None = None
    for model in (models or items)[:_MODELS]:
        try:
            return store.path / name, _text(store, model, items, values, day, name, sort)
        except Refused as error:
            refusal = refusal or error
    if refusal:
        raise refusal
    return store.path / name, _first(store, values, day, name, sort)


def _text(store: Collection, model: Item, items: Sequence[Item], values: Values, day: str, name: str, sort: str) -> str:
    """The text of a file that takes a model's frame and keys."""
    near = [item.data for item in items[:_NEAR]]
    header = Header(model.source.text, model.header.yaml, first_line=2)
    wanted = _wanted(store, model, items, values, day, name, sort)
    keep = (
        fields.constant([model.data, *(data for data in near if data is not model.data)], store.names) | wanted.keys()
    )
    for key in list(header.data):
        if key not in keep:
            header.drop(key)
    for key, value in wanted.items():
        header.set(key, value)
    yaml = without_comments(header)
    source = model.source.text
    opening = source[: model.header.yaml.start]
    closing = re.match(r"(?:---|\.\.\.)[^\n]*", source[model.header.yaml.end :])
    text = f"{opening}{yaml}{closing[0] if closing else '---'}\n"
    if (body := _body(store, model, values)) is not None:
        gap = source[model.header.yaml.end : model.header.body_start].count("\n") - 1
        text += "\n" * max(gap, 0) + body + "\n"
    return text.replace("\n", model.source.newline)


def without_comments(header: Header) -> str:
    """The YAML lines without comments on lines of their own, which speak of the model's values."""
    source = header.span.of(header.text)
    kept = re.sub(r"^[ \t]*#[^\n]*\n", "", source, flags=re.M)
    if kept == source:
        return source
    same = Header(kept, Span(0, len(kept))).data == header.data
    return kept if same else source


def _wanted(
    store: Collection, model: Item, items: Sequence[Item], values: Values, day: str, name: str, sort: str
) -> dict[str, Any]:
    """The keys of a new file that say what it is to say."""
    data, like = model.data, [item.data for item in items]
    if store.kind == "publications":
        wanted = _of_publication(store, data, like, _without_told_year(store, like, values, name), sort)
    elif _in_body(store, model):
        wanted = {"inline": True} if "inline" in data else {}
        if _is_of_posts(store) and data.get("title"):
            wanted["title"] = escape.one_line(text_in(values, "text"))
    else:
        wanted = {"title": escape.one_line(text_in(values, "text"))}
    zone = jekyll_dates.zone(store.site.config)
    is_told = store.titled or _is_dated_elsewhere(items, wanted, name)
    if "date" in data or not is_told or jekyll_dates.needs_time(day, zone):
        wanted["date"] = jekyll_dates.like(str(data.get("date") or ""), day, zone)
    wanted.update(_placed(store, model, items, day, name))
    wanted = with_required(wanted, like, store.names_among(like), sort)
    if store.kind == "publications":
        loops = lists_of(store.site).bindings.of("collection", store.path.name.removeprefix("_"))
        wanted = with_picked(wanted, like, loops, sort or (sorts.JOURNAL if values.get("venue") else sorts.PREPRINT))
    return {key: wanted[key] for key in sorted(wanted, key=lambda key: list(data).index(key) if key in data else 99)}


def _placed(store: Collection, model: Item, items: Sequence[Item], day: str, name: str) -> dict[str, Any]:
    """The address and the layout of a new file, where its neighbours have what it is to have."""
    placed, like = {}, [item.data for item in items]
    # an address elsewhere says nothing of where this site puts its own
    with_own = (
        item for item in (model, *items) if "permalink" in item.data and "://" not in str(item.data["permalink"])
    )
    if _most_have("permalink", like) and (own := next(with_own, None)) is not None:
        placed["permalink"] = _permalink(own, like, Path(name).stem, day)
    if store.kind == "news" and (layout := _layout(like)):
        placed["layout"] = layout
    return placed


def _most_have(key: str, like: Sequence[dict[str, Any]]) -> bool:
    """Whether at least half of some entries have a key."""
    return 2 * sum(key in item for item in like) >= len(like) > 0


def _layout(like: Sequence[dict[str, Any]]) -> str:
    """The layout of a new file whose neighbours have several: that of posts, or the commonest; empty for others."""
    layouts = [str(item.get("layout") or "") for item in like]
    if not all(layouts) or len(set(layouts)) == 1:
        return ""
    return "post" if "post" in layouts else max(layouts, key=layouts.count)


def _of_publication(
    store: Collection, data: dict[str, Any], like: Sequence[dict[str, Any]], values: Values, sort: str
) -> dict[str, Any]:
    """The keys of a new publication that say its fields."""
    given = {field: value for field, value in values.items() if value not in (None, "", ()) and field != "year"}
    if year := values.get("year"):
        given["year"] = year
    plan = fields.plan(store.kind, data, given, [*like, store.schema], new=True, names=store.names)
    wanted = {key: value for key, value in plan.set.items() if key != "date"}  # the day is written with the file's name
    if category := _category(store, values, like, sort):
        wanted["category"] = category
    named = any(item.get(key) for item in like for key in store.names.authors)
    if any("citation" in item for item in like[:_NEAR]) or ("citation" in store.schema and not named):
        wanted["citation"] = _citation_like(values, [str(item.get("citation") or "") for item in like[:_NEAR]])
    if values.get("authors") and not any(key in wanted for key in store.names.authors):
        _ensure_authors(wanted, values)
    return wanted


def _citation_like(values: Values, near: Sequence[str]) -> str:
    """A citation written as the neighbours' are; in the template's form where they do not tell."""
    models = [" ".join(citation.split()) for citation in near if citation]
    if len(models) < _FEW:
        return publication_map.citation(values)
    from profile_tui.content.change import edit
    from profile_tui.content.page.page import Page
    from profile_tui.text.source import Source

    heading = "# Publications\n\n"
    page = Page(Source((heading + "".join(f"- {citation}\n" for citation in models)).encode()))
    try:
        made = edit.add(page, "publications", {name: value for name, value in values.items() if name != "links"})
    except AppError:
        return publication_map.citation(values)
    entry = made.page.entries("publications")[(made.number or 1) - 1]
    return " ".join(entry.span.of(made.page.text).removeprefix("- ").split())


def _without_told_year(store: Collection, like: Sequence[dict[str, Any]], values: Values, name: str) -> Values:
    """The values, without the year where the names of the files alone tell it."""
    keyed = any(item.get(key) for item in like for key in store.names.dates)
    if keyed or not like or jekyll_dates.in_name(name) is None:
        return values
    return {field: value for field, value in values.items() if field != "year"}


def _is_dated_elsewhere(items: Sequence[Item], wanted: dict[str, Any], name: str) -> bool:
    """Whether a file needs no key for its date, as no other has one: its name tells it, or a key for the year."""
    if not items or any("date" in item.data for item in items):
        return False
    return jekyll_dates.in_name(name) is not None or "year" in wanted


def _is_of_posts(store: Collection) -> bool:
    """Whether a file is a post: of those that are not told by their titles, the pages show the text, titled or not."""
    return store.path.name == "_posts"


def _in_body(store: Collection, model: Item) -> bool:
    """Whether the text of an entry like this one goes to its body."""
    if store.titled:
        return False
    if model.data.get("inline") is False or _is_of_posts(store):
        return True  # a headline with a page of its own isn't a model for one line; `inline` is set for it
    body = model.source.text[model.header.body_start :].strip()
    return model.data.get("inline") is True or (bool(body) and not model.data.get("title"))


def _body(store: Collection, model: Item, values: Values) -> str | None:
    """The body of a new file; None where it has none."""
    if store.kind == "publications" or not _in_body(store, model):
        return None
    return escape.to_markdown(escape.lines(text_in(values, "text")), at_start=True)


def _ensure_authors(wanted: dict[str, Any], values: Values) -> None:
    """Gives the authors a key of their own where the citation would not tell them."""
    named = authors_in(values)
    names = [author.name for author in named if not author.others]
    from profile_tui.content.publications.names.self_author import same_people

    if not same_people(
        people.cited(str(wanted.get("citation") or ""))[0], [author for author in named if not author.others]
    ):
        line = ", ".join(names)
        wanted["authors"] = line if [author.name for author in people.text(line)] == names else names


def _permalink(model: Item, like: Sequence[dict[str, Any]], stem: str, day: str) -> str:
    """The permalink of a new file: its neighbour's, with its own name and its own date in it."""
    old = re.sub(
        r"/(?:19|20)\d\d/(?:\d\d/)?(?:\d\d/)?",
        lambda match: "/" + "/".join(day.split("-")[: match[0].count("/") - 1]) + "/",
        str(model.data["permalink"]),
        count=1,
    )
    own = model.record.path.stem
    if own in old:
        new = old.replace(own, stem)
    else:
        folder, slash, last = old.rstrip("/").rpartition("/")
        stem = _DATED.sub("", stem) if not _DATED.match(last) and _DATED.match(own) else stem
        new = f"{folder}{slash}{stem}{'/' if old.endswith('/') else Path(last).suffix if '.' in last else ''}"
    if any(str(item.get("permalink")) == new for item in like):
        raise Refused(_("the permalink {new} is taken").format(new=new))
    return new


def _named_after_file(item: Item) -> bool:
    """Whether a file's permalink, if it has one, holds the file's own name."""
    return item.record.path.stem in str(item.data.get("permalink", item.record.path.stem))


def _category(store: Collection, values: Values, like: Sequence[dict[str, Any]], sort: str) -> str | None:
    """The category of a new publication: one that the site lists, by its sort; None where the others have none."""
    categorised = [item for item in like if item.get("category")]
    used = [str(item["category"]) for item in categorised]
    names = _categories(store) or list(dict.fromkeys(used))
    if not names or (not used and len(like) >= _MODELS):
        return None
    venue = sorts.bare(values.get("venue"))
    same = [str(item["category"]) for item in categorised if venue and sorts.bare(item.get("venue")) == venue]
    own = sort or (sorts.JOURNAL if venue else sorts.PREPRINT)
    fits = [name for kind in (own, sorts.JOURNAL) for name in names if sorts.named(name) == kind]
    return next(name for name in [*same, *fits, *used, *names] if name in names)


def _categories(store: Collection) -> list[str]:
    """The categories that the configuration lists, or that the pages ask for."""
    return store.categories or [str(category) for category in (store.names.fixed or {}).get("category", ())]


def _first(store: Collection, values: Values, day: str, name: str, sort: str) -> str:
    """The text of the first file of a collection, by the template's schema."""
    date_ = jekyll_dates.like("", day, jekyll_dates.zone(store.site.config))
    wanted: dict[str, Value] = {}
    if store.kind == "publications":
        wanted = {"title": values["title"], "collection": store.path.name.removeprefix("_")}
        if category := _category(store, values, (), sort):
            wanted["category"] = category
        wanted |= {"permalink": f"/publication/{Path(name).stem}", "date": date_}
        wanted |= {"venue": values["venue"]} if values.get("venue") else {}
        links = links_in(values)
        wanted |= {"paperurl": links[0].url} if links else {}
        wanted |= {"citation": publication_map.citation(values)}
    else:
        usual = store.site.made_from.news_keys
        wanted = {**({"layout": "post"} if usual else {}), "date": date_, **usual}
    seed = "---\nlayout: post\n---\n"
    header = Header(seed, Span(4, len(seed) - 4), first_line=2)
    for key, value in wanted.items():
        header.set(key, value)
    if "layout" not in wanted:
        header.drop("layout")
    if store.kind == "publications":
        return header.text
    return header.text + "\n" + escape.to_markdown(escape.lines(text_in(values, "text")), at_start=True) + "\n"
