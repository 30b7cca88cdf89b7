"""The name of the page's owner among the authors: learned from the page, and recognised in its variants."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from profile_tui.content.entries.entry import Author, Entry


def own_names(entries: Iterable[Entry]) -> list[str]:
    """The names that the page sets off as its owner's, the commonest first.

    A name counts if it is set off in at least a third of the entries that set one off: equal authors who are all in
    bold now and then are not the owner.
    """
    counts: Counter[str] = Counter()
    marked = 0
    for entry in entries:
        found = entry.values.get("authors")
        mine = (
            [author.name for author in found if isinstance(author, Author) and author.me]
            if isinstance(found, tuple)
            else []
        )
        counts.update(set(mine))
        marked += bool(mine)
    return [name for name, count in counts.most_common() if count * 3 >= marked]


def marked(authors: Sequence[Author], own: Iterable[str]) -> tuple[Author, ...]:
    """The authors, the owner told from the others; where the caller told already, as given."""
    known = list(own)
    if any(author.me for author in authors):
        return tuple(authors)
    return tuple(author._replace(me=any(same_person(author.name, name) for name in known)) for author in authors)


def same_person(one: str, other: str) -> bool:
    """Whether two spellings can be one name: `Ada Example`, `Example, Ada`, `Example, A.`, `A. Example`."""
    first, second = _parts(one), _parts(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    given, others = first[:-1], second[:-1]
    if not given or not others:
        return given == others
    return given == others or (given[0][0] == others[0][0] and (len(given[0]) == 1 or len(others[0]) == 1))


def _parts(name: str) -> list[str]:
    """A name's words, first name first, without case, accents and periods."""
    last, comma, first = name.partition(",")
    ordered = f"{first} {last}" if comma else name
    plain = "".join(c for c in unicodedata.normalize("NFKD", ordered) if not unicodedata.combining(c))
    return [word for word in plain.replace(".", " ").casefold().split() if word]
