"""What the keys of entries mean: as the site's loops print them, and by the names that people give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from profile_tui.content.entries import dates
from profile_tui.text.dataclass import dataclass, replace

if TYPE_CHECKING:
    from profile_tui.site.bindings.roles import Keys, LinkList

LINKS = {
    "paperurl": "Paper", "pdf": "PDF", "link": "Link", "url": "Link", "html": "HTML", "page": "Page",
    "slidesurl": "Slides", "slides": "Slides", "poster": "Poster", "posterurl": "Poster", "arxivurl": "arXiv",
    "arxiv": "arXiv", "code": "Code", "codeurl": "Code", "github": "GitHub", "project": "Project",
    "projecturl": "Project", "website": "Website", "video": "Video", "videourl": "Video", "demo": "Demo",
    "dataset": "Dataset", "data": "Data", "blog": "Blog", "doi": "DOI", "DOI": "DOI", "URL": "Link",
    "supp": "Supplement", "bibtex": "BibTeX", "bibtexurl": "BibTeX", "bib": "BibTeX",
}  # fmt: skip
"""The keys that hold addresses in the templates, with what they are called."""
FOR_LAYOUTS = frozenset(
    ("layout", "collection", "inline", "related_posts", "author_profile", "comments", "share", "bibtex_show")
)
"""The keys that tell the layouts of templates how to show an entry."""


@dataclass(frozen=True, slots=True)
class KeyNames:
    """The keys that may hold a field, those that count most first.

    Attributes:
        links: The keys that hold an address, with the words that are linked.
        link_lists: Keys that hold a list of links.
        link_parts: Maps of links of which the site prints these parts alone, with the words that are linked.
        prefixes: What the site puts before the value of a link.
        local: The keys before whose value the site puts a folder of its own, so that no whole address is one.
        required: The keys that an entry must have to be shown.
        fixed: The values of keys of which an entry must have one to be shown.
        lookups: The keys whose values are keys of a data file, with its name and what it says for each.
        printed: The keys that the site's loops print, so that an entry may have one that no other has yet.
    """

    titles: tuple[str, ...]
    texts: tuple[str, ...]
    authors: tuple[str, ...]
    venues: tuple[str, ...]
    dates: tuple[str, ...]
    notes: tuple[str, ...]
    links: Mapping[str, str]
    link_lists: tuple[LinkList, ...] = ()
    link_parts: Mapping[str, Mapping[str, str]] | None = None
    prefixes: Mapping[str, str] | None = None
    local: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    fixed: Mapping[str, list[object]] | None = None
    printed: frozenset[str] = frozenset()
    lookups: Mapping[str, tuple[str, Mapping[str, str]]] | None = None

    @property
    def own(self) -> set[str]:
        """All keys that hold a field, or more than one."""
        lists = (link_list.key for link_list in self.link_lists)
        fields = (*self.titles, *self.texts, *self.authors, *self.venues, *self.dates, *self.notes)
        return {*fields, *self.links, *lists}


USUAL = KeyNames(
    titles=("title", "name"),
    texts=("headline", "content", "text", "news", "title", "description", "details", "name"),
    authors=("authors", "author"),
    venues=tuple("venue conference journal booktitle container-title pub publisher conference_short".split()),
    dates=("date", "year", "pub_date", "pubdate", "issued", "releaseDate", "release_date"),
    notes=("notes", "note", "award", "annotation", "others"),
    links=LINKS,
)
"""The names that templates and people use, for entries that no loop is known to show."""


def key_names(keys: Keys | None) -> KeyNames:
    """Return what keys mean where loops print them so; the usual names count after those."""
    if keys is None:
        return USUAL
    links = {key: label or LINKS.get(key) or _called(key) for key, label in keys.links.items()}
    return KeyNames(
        titles=_first(keys.title, USUAL.titles),
        texts=_first(keys.text, USUAL.texts),
        authors=_first(keys.authors, USUAL.authors),
        venues=tuple(dict.fromkeys((*keys.venue, *USUAL.venues, *keys.left[:1]))),
        dates=_first([*keys.date, *keys.year], USUAL.dates),
        notes=_first(keys.note, USUAL.notes),
        links={**links, **{key: label for key, label in LINKS.items() if key not in links}},
        link_lists=tuple(keys.link_lists),
        link_parts=keys.link_parts,
        prefixes=keys.prefixes,
        local=frozenset(keys.local),
        required=frozenset(keys.required),
        fixed=keys.fixed,
        printed=frozenset(
            (*keys.title, *keys.authors, *keys.venue, *keys.left[:1], *keys.year, *keys.date, *keys.text, *keys.note)
        )
        | keys.links.keys(),
    )


def with_dates(names: KeyNames, items: Sequence[Mapping[str, Any]]) -> KeyNames:
    """Return what keys mean in a list none of whose items has a key that is called one for dates: all others may be."""
    if not items or any(item.get(key) for item in items for key in names.dates):
        return names
    key = next((key for key in items[0] if all(_is_date(item.get(key)) for item in items)), None)
    texts = tuple(name for name in names.texts if name != key)
    is_beside = any(item.get(name) for item in items for name in texts)
    return replace(names, texts=texts, dates=(key, *names.dates)) if key and is_beside else names


def _is_date(value: object) -> bool:
    """Whether a value is a date, and not only a year."""
    written = str(value or "").strip()
    date = dates.at(written, 0)
    return date is not None and date.end == len(written) and len(date.iso) > len("2026")


def _first(own: list[str], usual: tuple[str, ...]) -> tuple[str, ...]:
    """Some names, then the usual ones."""
    return tuple(dict.fromkeys((*own, *usual)))


def _called(key: str) -> str:
    """What a key is called that nothing else names."""
    words = key.replace("_", " ").replace("-", " ").removesuffix("url").removesuffix("link").strip()
    return words[:1].upper() + words[1:] if words else key
