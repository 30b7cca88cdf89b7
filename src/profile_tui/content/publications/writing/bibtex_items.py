"""Publications that are items of a list, each in BibTeX: the next one has a key of its own and the fields of all."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry, Values, authors_in, links_in, text_in
from profile_tui.content.publications.names.name_forms import person
from profile_tui.markup.bibtex import syntax
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span, Splice

_OWN = frozenset(("title", "author", "journal", "journaltitle", "booktitle", "year", "date"))
"""The fields that a new entry has, too."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def is_one(text: str, entry: Entry) -> bool:
    """Return whether an entry is in BibTeX."""
    return text.startswith("@", entry.unit.content.start)


def check(text: str, entry: Entry, values: Values) -> None:
    """Raise Refused where an entry in BibTeX would get what its fields have no place for.

    Raises:
        Refused: It is given links or a note.
    """
    if is_one(text, entry) and (links_in(values) or text_in(values, "note")):
        raise Refused(_("a publication in BibTeX has no place for links and notes here; edit its source instead"))


def written(text: str, model: Entry, values: Values, splices: Sequence[Splice]) -> list[Splice]:
    """Return the splices of a new entry in the model's frame, with those of its key and of fields that it lacks."""
    content = model.unit.content
    block = next((block for block in syntax.blocks(content.of(text)) if block.is_entry), None)
    kept = [splice for splice in splices if splice.text]
    if block is None or not block.key:
        return kept
    start, end = content.start, block.key_span.end
    gone = []
    for field in block.fields:
        if field.name not in _OWN:
            gone.append(Splice(Span(start + end, start + field.span.end), ""))
        end = field.span.end
    return [Splice(block.key_span.shifted(start), _key(text, block.key, values)), *kept, *gone]


def _key(text: str, like: str, values: Values) -> str:
    """A key as the model's: the first surname and the year, in two digits or four; with a letter where it is taken."""
    people = [author for author in authors_in(values) if not author.others]
    family = person(people[0].name).family if people else text_in(values, "title").partition(" ")[0]
    letters = "".join(sign for sign in unicodedata.normalize("NFKD", family) if sign.isascii() and sign.isalpha())
    digits = sum(sign.isdigit() for sign in like)
    year = text_in(values, "year")[-2 if digits == len("21") else 0 :]
    key = (letters if like[:1].isupper() else letters.lower()) + year
    return next((each for each in (key, *(key + more for more in _LETTERS)) if f"{{{each}," not in text), key)
