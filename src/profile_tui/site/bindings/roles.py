"""Which loops show entries, of which kind, and what the keys mean that they print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from profile_tui.content.kinds import classify, kinds
from profile_tui.site.bindings.model import EACH, FURNITURE, Bindings, Condition, Loop, Step, Use
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.pattern import lazily

_PARTS = lazily(
    r"^(authors?|author[-_]?list|editors?|people|links?|urls?|buttons?|resources|materials|tags?|categor(y|ies)|keywords?"
    r"|awards?|badges|icons?|images?|authors[-_].*)$",
    re.I,
)
"""Keys of an entry that hold a list of its parts, not of further entries."""
_TITLE = lazily(r"^(paper[-_]?)?(title|name)$", re.I)
_AUTHORS = lazily(r"^(the[-_]|co[-_]?)?authors?", re.I)
_BY = lazily(
    r"^(by|by[-_]?line|written[-_]by|people|persons|names|who|team|contributors|creators?|researchers|autor(en|es|s)?"
    r"|auteurs?|autori|autore)$",
    re.I,
)
"""Keys of a publication that hold its authors, as people call them who do not call them so."""
_VENUE = lazily(
    r"venue|journal|conference|booktitle|container-title|publisher|published[-_ ]?in|publication$|^(pub|where|source"
    r"|proceedings|outlet|school|institution|publication[-_]?(name|venue|info))$",
    re.I,
)
_YEAR = lazily(r"^(pub[-_]?|publication[-_]?|preprint[-_]?)?year$|^issued$", re.I)
_DATE = lazily(r"date|^(time|when|day|month)$", re.I)
_TEXT = lazily(
    r"^(headline|content|excerpt|text|news|desc|description|details?|html|body|message|info|item|entry|summary|blurb|announcement"
    r"|update|event|markdown|md|title|name|what)$",
    re.I,
)
_NOTE = lazily(r"note|comment|status|award|remark|highlight|distinction|honou?r|acceptance|extra|others", re.I)
_ASIDE = lazily(
    r"abstract|bibtex|^bib$|^id$|key|slug|abbr|type|categor|tags?$|summary|description|image|img|thumb|teaser|volume"
    r"|issue|number|pages?$|month|location|city|country|doi|arxiv|isbn|editor|class|color|icon|^(url|path|content|excerpt"
    r"|citation|tldr|impact.*|ranking|rank|quartile|topics?|areas?|themes?|subjects?)$|[-_](prefix|suffix)$",
    re.I,
)
_PERSON = lazily(
    r"^(name|full_?name|first_?name|last_?name|role|position|photo|avatar|portrait|headshot|bio|email|affiliation|img|image)$",
    re.I,
)
"""Keys by which a list of people is known."""
_SHORT = lazily(r"short|abbr|acronym|logo|badge", re.I)
_NOT_ENTRIES = frozenset(("pages", "documents", "categories", "tags", "static_files"))


@dataclass(frozen=True, slots=True)
class LinkList:
    """A list of links within an entry, as `links: [{name, url}]`.

    Attributes:
        key: The key that holds the list.
        label: The key of the words in one; `0` where the list is a map of words to addresses.
        url: The key of the address in one.
    """

    key: str
    label: str
    url: str


@dataclass(slots=True)
class Keys:
    """What the keys of some entries mean, as the loops that show them print them, each list in the order of printing.

    Attributes:
        links: The keys that hold an address, with the words that are linked to it.
        prefixes: What a loop puts before the value of such a key, where it is the beginning of an address.
        local: The keys before whose value a loop puts a folder of the site.
        link_lists: Lists of links.
        link_parts: Maps of links of which a loop prints these parts, with the words that are linked.
        left: Keys of whose meaning nothing is known, one of which may be the venue's where no other is.
        required: Keys without which a loop does not show an entry.
        fixed: What an entry must say to be shown where its neighbours are: values of a key, any of which will do.
    """

    title: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    venue: list[str] = field(default_factory=list)
    year: list[str] = field(default_factory=list)
    date: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    link_lists: list[LinkList] = field(default_factory=list)
    link_parts: dict[str, dict[str, str]] = field(default_factory=dict)
    local: set[str] = field(default_factory=set)
    left: list[str] = field(default_factory=list)
    required: set[str] = field(default_factory=set)
    fixed: dict[str, list[object]] = field(default_factory=dict)


@dataclass(slots=True)
class Shown:
    """A list of entries that pages show.

    Attributes:
        origin: `data`, `collection`, `page`, `config` or `bibliography`.
        name: The collection, the bibliography, or the page; empty for data files.
        steps: The keys that lead to the list; `EACH` where there is one for each group.
        kind: The kind of its entries.
        loops: The loops that show it, those of the home page first.
        keys: What the keys of its entries mean.
        group: The key that holds the words of a group; `0` where the groups are the keys of a map.
        by_structure: Whether only what is printed of its entries tells the kind; they have yet to be looked at.
    """

    origin: str
    name: str
    steps: tuple[Step, ...]
    kind: str
    loops: list[Loop]
    keys: Keys
    group: str = ""
    by_structure: bool = False

    @property
    def pages(self) -> list[str]:
        """The pages that show it."""
        return list(dict.fromkeys(loop.page for loop in self.loops))

    @property
    def heading(self) -> str:
        """The heading that it is shown under."""
        return next((loop.headings[-1] for loop in self.loops if loop.headings), "")


def shown(bindings: Bindings) -> list[Shown]:
    """Return the lists of entries that the pages of a site show, in the order of their loops; those of posts not."""
    of = by_source(bindings)
    lists: list[Shown] = []
    for (origin, name, steps), loops in of.items():
        if _is_part(steps) or _is_group(loops, of) or FURNITURE & {str(step).lower() for step in steps}:
            continue
        if (origin, name) == ("collection", "posts"):
            continue  # one list for each kind; see `posts`
        if kind := kind_of(origin, name, steps, loops):
            group = _group(origin, name, steps, of)
            lists.append(Shown(origin, name, steps, kind, loops, keys(kind, loops), group))
    return lists


def by_source(bindings: Bindings) -> dict[tuple[str, str, tuple[Step, ...]], list[Loop]]:
    """Return the loops that may show entries, by the list that they go through."""
    of: dict[tuple[str, str, tuple[Step, ...]], list[Loop]] = {}
    for loop in bindings.loops:
        if loop.understood and not loop.hidden and loop.ref.origin not in _NOT_ENTRIES and not loop.ref.group:
            of.setdefault(loop.ref.source, []).append(loop)
    return of


def of_its_kind(shown: Shown) -> Shown:
    """Return a list as the loops show it that are under words of its kind; where there are none, as all do."""
    own = [loop for loop in shown.loops if _words_of(loop) == shown.kind]
    if not own or len(own) == len(shown.loops):
        return shown
    return Shown(shown.origin, shown.name, shown.steps, shown.kind, own, keys(shown.kind, own), shown.group)


def _is_part(steps: tuple[Step, ...]) -> bool:
    """Whether a list is one of an entry's parts, as its authors."""
    last = next((step for step in reversed(steps) if isinstance(step, str)), "")
    return EACH in steps and bool(_PARTS.match(last))


def _is_group(loops: Sequence[Loop], of: dict[tuple[str, str, tuple[Step, ...]], list[Loop]]) -> bool:
    """Whether the items of a list are groups of entries: they print lists of their own, and little else."""
    own = {use.path[0] for loop in loops for use in loop.uses if len(use.path) == 1 and use.role == "text"}
    if any(isinstance(key, str) and (_AUTHORS.match(key) or _VENUE.search(key)) for key in own):
        return False
    entry = loops[0].entry
    for (origin, name, steps), inner in of.items():
        if (origin, name) != loops[0].ref.source[:2] or steps[: len(entry)] != entry or len(steps) <= len(entry):
            continue
        if not _is_part(steps) and any(use.role == "text" for loop in inner for use in loop.uses):
            return True
    return False


def _group(
    origin: str, name: str, steps: tuple[Step, ...], of: dict[tuple[str, str, tuple[Step, ...]], list[Loop]]
) -> str:
    """The key that holds the words of the groups that a list is one of."""
    if EACH not in steps:
        return ""
    outer = steps[: len(steps) - 1 - steps[::-1].index(EACH)]
    for loop in of.get((origin, name, outer), ()):
        for use in loop.uses:
            if len(use.path) == 1 and use.role == "text":
                return str(use.path[0])
    return "0" if steps[-1] == 1 else ""


def kind_of(origin: str, name: str, steps: tuple[Step, ...], loops: Sequence[Loop]) -> str:
    """Return the kind of the entries of a list: as the headings above say, the page's title, its name, or its keys."""
    if origin == "bibliography":
        return "publications"
    printed = _printed(loops)
    if not printed or _are_people(loops):
        return ""
    names = [name, *(step for step in steps if isinstance(step, str))]
    called = [announced(re.sub(r"[-_]+", " ", name)) for name in reversed(names)]
    own = next((kind for kind in called if kind), "")
    if own == "publications" and any(map(_AUTHORS.match, printed)):
        return own  # whatever else is under `Papers & Talks`
    for loop in [loop for loop in loops if loop.understood] or loops:
        if kind := _words_of(loop):
            return kind
    return own


def _printed(loops: Sequence[Loop]) -> set[str]:
    """The keys that loops print as text, in small letters; empty for entries that are texts themselves."""
    uses = [use for loop in loops for use in loop.uses if use.role == "text"]
    return {str(use.path[0]).lower() if use.path else "" for use in uses}


def _words_of(loop: Loop) -> str:
    """The kind that the words above a loop announce; empty where they announce none."""
    for words in (*reversed(loop.headings), loop.title):
        kind = announced(words)
        if kind != "":
            return kind or ""
    return ""


def _are_people(loops: Sequence[Loop]) -> bool:
    """Whether the entries of a list are people: it prints a name and what is said of people, and nobody's work."""
    used = {str(use.path[0]).lower() for loop in loops for use in loop.uses if use.path}
    if "title" in used or any(_AUTHORS.match(key) or _VENUE.search(key) or _DATE.search(key) for key in used):
        return False
    return any("name" in key for key in used) and sum(_PERSON.match(key) is not None for key in used) >= 2


def announced(words: str) -> str | None:
    """Return the kind that some words announce; empty where they say nothing, None where they announce no entries."""
    meaning = classify(words) if words else ""
    if meaning == "text":
        return None
    return meaning if meaning in kinds() else ""


def keys(kind: str, loops: Sequence[Loop]) -> Keys:
    """Return what the keys mean that some loops print."""
    keys = Keys()
    texts: list[tuple[str, Use]] = []
    lists: dict[str, list[tuple[str, Use]]] = {}
    uses = list(_uses(loops))
    linked = {use.path[0] for use in uses if len(use.path) == 2 and use.role == "link"}
    for use in uses:
        key, *within = use.path
        if not isinstance(key, str):
            continue
        if not within:
            if use.role == "link":
                _link(keys, key, use)
            elif use.role == "text":
                texts.append((key, use))
        elif within[0] is EACH and isinstance(within[-1], (str, int)):
            lists.setdefault(key, []).append((str(within[-1]), use))
        elif len(within) == 1 and use.role == "link" and isinstance(within[0], str):
            keys.link_parts.setdefault(key, {})[within[0]] = use.label if len(use.label) <= 30 else ""
        elif use.role == "text" and key not in linked:
            texts.append((key, use))
    for key, parts in lists.items():
        _list(keys, key, parts)
    _texts(keys, kind, texts)
    _conditions(keys, loops)
    return keys


def _uses(loops: Sequence[Loop]) -> Iterator[Use]:
    """What some loops print, each once."""
    seen: set[Use] = set()
    for loop in loops:
        for use in loop.uses:
            if use.path and use not in seen:
                seen.add(use)
                yield use


def _link(keys: Keys, key: str, use: Use) -> None:
    """A key that holds an address."""
    if key == "url" and not use.label and use.label_path:
        return  # of a collection's entry, its own page
    if use.prefix.startswith(("#", "?")):
        return
    label = use.label if len(use.label) <= 30 else ""
    if not keys.links.get(key):
        keys.links[key] = label
    prefix = use.prefix
    if prefix.startswith(("http://", "https://")) and "\ufffc" not in prefix:
        keys.prefixes[key] = prefix
    elif prefix.strip("\ufffc/") and not prefix.startswith("http"):
        keys.local.add(key)


def _list(keys: Keys, key: str, uses: Sequence[tuple[str, Use]]) -> None:
    """A list within an entry: of links, or of people."""
    url = next((name for name, use in uses if use.role == "link"), "")
    label = next((name for name, use in uses if use.role == "text" and name != url), "")
    are_people = _AUTHORS.match(key) or _BY.match(key)
    if url and not are_people:
        keys.link_lists.append(LinkList(key, label, url))
    elif are_people and key not in keys.authors:
        keys.authors.append(key)


def _texts(keys: Keys, kind: str, texts: Sequence[tuple[str, Use]]) -> None:
    """The keys that are printed as text."""
    left: list[str] = []
    for key, use in texts:
        is_date = any(name.startswith("date") for name in use.filters)
        if kind == "publications":
            role = _role_of_publication(key, is_date)
        else:
            role = "date" if is_date or _DATE.search(key) or _YEAR.match(key) else "text" if _TEXT.match(key) else ""
        own = getattr(keys, role) if role else left
        if key not in own:
            own.append(key)
    left = [key for key in left if not _ASIDE.search(key) and key not in keys.links]
    if kind == "publications":
        _fill_publication(keys, left, texts)
    elif not keys.text:
        keys.text += left


def _fill_publication(keys: Keys, left: list[str], texts: Sequence[tuple[str, Use]]) -> None:
    """The authors, title and venue of publications whose names do not tell them, from the keys that are left."""
    if not keys.authors:
        # a list of words that is printed as one is one of names
        listed = {key for key, use in texts if EACH in use.path or "join" in use.filters}
        keys.authors += [key for key in left if _BY.match(key)] or [key for key in left if key in listed][:1]
        left = [key for key in left if key not in keys.authors]
    keys.venue.sort(key=lambda key: (_SHORT.search(key) is not None, "preprint" in key.lower()))
    if not keys.title and left:
        keys.title.append(left.pop(0))
    keys.left = left if not keys.venue else []


def _role_of_publication(key: str, is_date: bool) -> str:
    """What a key of a publication means; empty where its name does not tell."""
    for role, pattern in (("title", _TITLE), ("authors", _AUTHORS), ("year", _YEAR)):
        if pattern.match(key):
            return role
    if is_date or _DATE.search(key):
        return "date"
    if _ASIDE.search(key) and not _VENUE.search(key):
        return ""
    return "venue" if _VENUE.search(key) else "note" if _NOTE.search(key) else ""


def _conditions(keys: Keys, loops: Sequence[Loop]) -> None:
    """What an entry must say to be shown in one of the loops that show the whole list, or else in any."""
    whole = [loop for loop in loops if not loop.leaves_out] or loops
    asked = [conditions for loop in whole if (conditions := _asked_by(loop, keys)) is not None]
    if not asked or not all(asked):
        return
    for key, condition in _binding(asked):
        if condition.operator == "" and all(condition in conditions for conditions in asked):
            keys.required.add(key)
        for value in condition.values():
            if value not in keys.fixed.get(key, []):
                keys.fixed.setdefault(key, []).append(value)


def _binding(asked: Sequence[set[Condition]]) -> Iterator[tuple[str, Condition]]:
    """What some loops ask a key of the entry itself to hold, with the key, unless another shows the opposite."""
    # what one loop shows for having a value, another may for not having it
    free = {item.path for few in asked for item in few if (item.operator == "!=") is item.holds and item.operator}
    for condition in (condition for conditions in asked for condition in sorted(conditions, key=repr)):
        if condition.path in free or not condition.holds or len(condition.path) != 1:
            continue
        key = condition.path[0]
        if isinstance(key, str):
            yield key, condition


def _asked_by(loop: Loop, keys: Keys) -> set[Condition] | None:
    """What a loop asks of each entry whose text it prints; None where it prints none."""
    main = [use for use in loop.uses if len(use.path) == 1 and use.role == "text"]
    named = [use for use in main if use.path[0] in (*keys.title, *keys.text)] or main
    if not named:
        return None
    return set(named[0].conditions).intersection(*(use.conditions for use in named[1:])) | {
        Condition((applied.key,), "==", applied.value, True)
        for applied in loop.ref.applied
        if applied.name == "where" and applied.key and applied.value is not None
    }
