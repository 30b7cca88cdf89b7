"""The name of the page's owner among the authors: learned from the page, and recognised in its variants."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from profile_tui.content.entries.entry import Author, Entry, authors_in
from profile_tui.content.entries.lexicon import PARTICLES
from profile_tui.content.publications.names.name_forms import Person, parts_of, person


def own_names(entries: Iterable[Entry]) -> list[str]:
    """The names that the page sets off as its owner's, the commonest first.

    A name counts if it is set off in at least a third of the entries that set one off: equal authors who are all in
    bold now and then are not the owner.
    """
    counts: Counter[str] = Counter()
    marked = 0
    for entry in entries:
        mine = [author.name for author in authors_in(entry.values) if author.is_self]
        counts.update(set(mine))
        marked += bool(mine)
    return [name for name, count in counts.most_common() if count * 3 >= marked]


def marked(authors: Sequence[Author], own: Iterable[str]) -> tuple[Author, ...]:
    """The authors, the owner told from the others; where the caller told already, as given."""
    known = list(own)
    if any(author.is_self for author in authors):
        return tuple(authors)
    return tuple(author._replace(is_self=any(same_person(author.name, name) for name in known)) for author in authors)


def same_people(some: Sequence[Author], others: Sequence[Author]) -> bool:
    """Return whether two lists name the same people with the same marks, in their order."""
    first, second = ([author for author in each if not author.others] for each in (some, others))
    return len(first) == len(second) and all(
        author.marks == other.marks and (author.name == other.name or same_person(author.name, other.name))
        for author, other in zip(first, second, strict=True)
    )


def same_person(spelling: str, other_spelling: str) -> bool:
    """Return whether two spellings can be one name: `Ada Example`, `Example, Ada`, `Example A`, `A. Example`."""
    words = [_folded(name).replace(",", " ").split() for name in (spelling, other_spelling)]
    if sorted(words[0]) == sorted(words[1]):
        return bool(words[0])
    return any(_alike(first, second) for first in _parts(spelling) for second in _parts(other_spelling))


def _alike(first: Person, second: Person) -> bool:
    """Whether two names have one surname and given names that begin alike; one of the two may have initials only."""
    if _folded(first.family) != _folded(second.family):
        return False
    given, others = (_folded(" ".join(name.given)).replace("-", " ").split() for name in (first, second))
    if not given or not others or given == others:
        return True
    return given[0][0] == others[0][0] and (_is_short(first) or _is_short(second))


def _is_short(person: Person) -> bool:
    """Whether given names are initials."""
    letters = [name.replace(".", "").replace("-", "") for name in person.given]
    return all(len(name) == 1 or (name.isupper() and len(name) < 4) for name in letters)


def _parts(name: str) -> list[Person]:
    """The ways to part a name."""
    shown = parts_of(name)
    words = name.split()
    long = [Person(tuple(words[:-2]), " ".join(words[-2:]))] if len(words) > 2 and "," not in name else []
    alone = [Person((), name)] if words and words[0].lower() in PARTICLES else []
    return [person(name), *long, *alone, *([shown[0]] if shown else [])]


def _folded(name: str) -> str:
    """A name without case, accents and periods."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.replace(".", " ").casefold().replace("ı", "i").split())
