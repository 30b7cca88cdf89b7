"""Authors as values of maps: a text, a list, or the beginning of a citation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from typing import Any

from profile_tui.content.entries.entry import Author, Values, authors_in
from profile_tui.content.publications.names import name_forms, name_style
from profile_tui.content.publications.names.plain_names import plain_names
from profile_tui.content.publications.reading import steps as reading
from profile_tui.markup import escape
from profile_tui.markup.inline import Visible, runs
from profile_tui.site.records import csl
from profile_tui.site.records.plan import Plan
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_BETWEEN = lazily(r"\s*(?:[,;，、]\s*(?:and\b|&)?|\band\b|&)\s*")
_MARKS = lazily(r"[*†‡§#^✉¶]+$")
_TAGS = lazily(r"<[^<>]*>|\*\*|__")
_SURNAMES = lazily(r"[^\W\d_]{2,}, [^\W\d_]{3,}")
_LED = lazily(r"[^\"“”(]{2,400}?(?=[.,]?\s*(?:\((?:19|20)\d\d|[\"“]))")
"""What a citation begins with: up to a year in brackets, or a title in quotation marks."""
_ABBREVIATED = lazily(r"(?:\b[^\W\d_]|\bet al|\bJr|\bSr)\.$")
"""What ends with a stop of its own."""
_ASKED = 8
"""How many entries are asked for the form of names."""
_SET_OFF = lazily(r"\s*(\*{1,3}|_{1,3})([^\s*_](?:[^*_]*[^\s*_])?)\1([*†‡§#^✉¶]*)\s*")
"""One name between stars, as RenderCV has its owner's."""
_OWN = lazily(r"((?:<(?:strong|b|u|em|i|span|font)\b[^<>]*>|\*{1,3}|_{1,3})+)\s*$")


def of(data: Mapping[str, Any], names: Sequence[str]) -> tuple[Author, ...]:
    """The authors that a map names; those of its citation where it has no key for them."""
    value = next((data[name] for name in names if data.get(name)), None)
    if isinstance(value, list):
        return tuple(_one(csl.name(item) if isinstance(item, dict) else str(item)) for item in value)
    if isinstance(value, dict):
        return tuple(_one(csl.name(item)) for item in (value,) if csl.name(item))
    if value is not None:
        return text(str(value))
    citation = data.get("citation")
    return cited(citation)[0] if isinstance(citation, str) else ()


def text(source: str) -> tuple[Author, ...]:
    """The authors in a text: read as on a page, or, where that does not reach the end, cut at the commas."""
    from html import unescape

    if plain := plain_names(source):
        return tuple(map(Author, plain))
    shown = Visible(runs(source, Span(0, len(source))))
    names = reading.people(shown)
    if names and not shown.text[names.end :].strip(" .\n") and not _may_be_surnames(names.authors):
        return tuple(names.authors)
    parts = _BETWEEN.split(unescape(source).strip().rstrip("."))
    return tuple(author for part in parts if _TAGS.sub("", part).strip(" *") and not (author := _one(part)).others)


def _may_be_surnames(people: Sequence[Author]) -> bool:
    """Return whether `Example, Sample` is likelier two surnames than one name: where not all names are so turned."""
    turned = [author for author in people if _SURNAMES.fullmatch(author.name)]
    return bool(turned) and not (len(people) > 1 and len(turned) == len(people))


def _one(source: str) -> Author:
    """One author, with the marks and the emphasis of its source."""
    if set_off := _SET_OFF.fullmatch(source):
        return Author(" ".join(set_off[2].split()), is_self=True, marks=tuple(set_off[3]))
    own = _TAGS.search(source) is not None
    name = " ".join(_TAGS.sub("", source).split())
    marks = _MARKS.search(name)
    bare = _MARKS.sub("", name).strip()
    return Author(bare, is_self=own, marks=tuple(marks[0]) if marks else ())


def cited(citation: str) -> tuple[tuple[Author, ...], Span]:
    """The authors that a citation begins with, and where they are in it."""
    led = _LED.match(citation)
    if led and (plain := plain_names(led[0])):
        return tuple(map(Author, plain)), Span(*led.span())
    shown = Visible(runs(citation, Span(0, len(citation)), markdown=False))
    names = reading.read(shown).names
    at_start = names is not None and not shown.text[: names.start].strip(" {")
    if not at_start and (led := _LED.match(shown.text)):
        # one name alone might be a title as well, but not where a citation goes on as citations do
        span = shown.span(*led.span())
        return text(span.of(citation)), span
    if names is None or shown.text[: names.start].strip(" {"):
        return (), Span(0, 0)
    return tuple(names.authors), shown.span(names.start, names.end)


def plan(
    made: Plan, data: Mapping[str, Any], values: Values, like: Sequence[Mapping[str, Any]], names: Sequence[str],
    printed: Set[str] = frozenset(), *, new: bool,
) -> None:  # fmt: skip
    """Sets the authors in the key, or the citation, that holds them."""
    people = authors_in(values)
    key = next((name for item in (data, *like) for name in names if item.get(name)), None)
    if key is None and new:
        key = next((name for name in names if name in printed), None)
    if key is None:
        _plan_without_key(made, data, people, like, new=new)
    elif people:
        made.set[key] = _as_in(people, [item[key] for item in (data, *like) if item.get(key)] or [""])
    elif key in data and not new:
        made.drop.append(key)


def _plan_without_key(
    made: Plan, data: Mapping[str, Any], people: Sequence[Author], like: Sequence[Mapping[str, Any]], *, new: bool
) -> None:
    """Sets the authors in the citation; a new entry is given its citation elsewhere."""
    if not new and isinstance(data.get("citation"), str):
        made.set["citation"] = _cited_anew(str(made.set.get("citation", data["citation"])), people)
    elif not new or (people and not any("citation" in item for item in (data, *like))):
        raise Refused(_("the entries here have no place for authors; edit the file's source instead"))


def _cited_anew(citation: str, people: Sequence[Author]) -> str:
    """A citation with other authors."""
    authors, span = cited(citation)
    if not authors:
        raise Refused(_("the citation does not begin with its authors; edit it in the file's source"))
    return (
        citation[: span.start]
        + ", ".join(escape.plain_to_html(author.name) for author in people)
        + citation[span.end :]
    )


def _as_in(people: Sequence[Author], models: Sequence[Any]) -> object:
    """The value for some authors, in the form of the first of the models."""
    if isinstance(models[0], list) and any(isinstance(item, dict) for item in models[0]):
        return _in_parts(people, models)
    frame = _frame(models)
    people = _formed(people, models)
    written = [_written(author, frame) for author in people]
    return written if isinstance(models[0], list) else _joined(written, str(models[0]))


def _formed(people: Sequence[Author], models: Sequence[Any]) -> list[Author]:
    """The authors, their names in the form that those of the models have."""
    lists = [
        [_one(str(person)).name for person in model] if isinstance(model, list) else _names(model) for model in models
    ]
    parts = [name_forms.person(author.name) for author in people]
    every = [name for names in lists[:_ASKED] for name in names]
    if 2 * sum(_is_formed(name) for name in every) <= len(every):
        return list(people)  # most names are in full, as they are typed
    style = name_style.style_of([names for names in lists[:_ASKED] if names], parts)
    if style is None:
        return list(people)
    forms = [style.rest if at else style.first for at in range(len(people))]
    return [
        author if author.others else author._replace(name=form.write(part))
        for author, form, part in zip(people, forms, parts, strict=True)
    ]


def _is_formed(name: str) -> bool:
    """Whether a name is turned, or has initials alone before or after its surname."""
    parts = name_forms.parts_of(name)
    return parts is not None and (parts[1].order != "given family" or parts[1].given != "full")


def _names(model: object) -> list[str]:
    """The names in the text of a model."""
    return [author.name for author in text(str(model))] if model else []


def _in_parts(people: Sequence[Author], models: Sequence[object]) -> list[dict[str, str]]:
    """The authors as maps, each as another name is parted."""
    known = [item for model in models if isinstance(model, list) for item in model if isinstance(item, dict)]
    written = [csl.parts(author, known) for author in people]
    parted = [person for person in written if person is not None]
    if len(parted) < len(written):
        raise Refused(_("the authors here are maps that a new name does not fit; edit the file's source instead"))
    return parted


def _frame(models: Sequence[object]) -> tuple[set[str], str, str]:
    """The names that are set off in some lists of authors, and what is put around them."""
    own: set[str] = set()
    before = after = ""
    for model in models:
        whole = ", ".join(map(str, model)) if isinstance(model, list) else str(model)
        for author in map(_one, map(str, model)) if isinstance(model, list) else text(whole):
            at = whole.find(author.name)
            match = _OWN.search(whole, 0, at) if author.is_self and at >= 0 else None
            if match:
                own.add(_folded(author.name))
                if not before:
                    before = match[1]
                    opened = re.findall(r"<(\w+)|(\*{1,3}|_{1,3})", before)
                    after = "".join(f"</{tag}>" if tag else mark for tag, mark in reversed(opened))
    return own, before, after


def _folded(name: str) -> str:
    """A name for comparison."""
    return " ".join(name.split()).casefold()


def _written(author: Author, frame: tuple[set[str], str, str]) -> str:
    """A name with its marks, set off where it is the owner's."""
    own, before, after = frame
    name = escape.plain_to_html(escape.one_line(author.name)) + "".join(author.marks)
    return f"{before}{name}{after}" if before and (author.is_self or _folded(author.name) in own) else name


def _joined(names: Sequence[str], model: str) -> str:
    """The names in one text, parted and ended as a neighbour's are."""
    between = "; " if ";" in model else ", "
    last = re.search(r"(,?\s+(?:and|&)\s+)[^,]+$", _TAGS.sub("", model))
    ends = model.rstrip().endswith(".") and not _ABBREVIATED.search(model.rstrip())
    end = "." if ends and not names[-1].endswith(".") else ""
    if len(names) > 1 and last:
        parted = last[1] if len(names) > 2 else last[1].lstrip(",")
        return between.join(names[:-1]) + parted + names[-1] + end
    return between.join(names) + end
