"""The publications of a site for other programs: as BibTeX, and as CSL-JSON, which citation managers read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Values, authors_in, links_in, text_in
from profile_tui.content.publications.bibtex import Given, read
from profile_tui.content.publications.duplicates import same_paper
from profile_tui.markup.bibtex.values import parsed
from profile_tui.site.records import csl
from profile_tui.site.records.write_bibtex import standalone
from profile_tui.text.errors import AppError
from profile_tui.text.pattern import lazily
from profile_tui.workspace.refs import EntryRef

if TYPE_CHECKING:
    from profile_tui.workspace.documents.document import Document
    from profile_tui.workspace.workspace import Workspace

_DOI = lazily(r"https?://(?:dx\.)?doi\.org/(10\..+)", re.I)
_PARTS = ({"family": "Example", "given": "Ada"},)
"""A name as CSL tells its parts."""
_TYPES = {"article": "article-journal", "inproceedings": "paper-conference", "misc": "article"}


def publications(workspace: Workspace) -> list[EntryRef]:
    """Return the publications of a site, each paper once: where a bibliography has it, which says most, from there."""
    refs: list[EntryRef] = []
    for ref in workspace.entries("publications"):
        values = ref.entry.values
        same = next((at for at, ref in enumerate(refs) if same_paper(ref.entry.values, values)), None)
        if same is None:
            refs.append(ref)
        elif _is_bibtex(ref) and not _is_bibtex(refs[same]):
            refs[same] = ref
    return refs


def as_bibtex(refs: list[EntryRef]) -> Iterator[tuple[str, str] | AppError]:
    """Yield the key and the source of each publication, or why it cannot be written.

    An entry of a bibliography keeps its key and its fields, with its abbreviations put in and nothing that is private.
    """
    known = {id(ref.document): _by_place(ref.document) for ref in refs if _is_bibtex(ref)}
    own = [known.get(id(ref.document), {}).get(ref.entry.span.start) for ref in refs]
    taken = {entry.block.key for entry in own if entry is not None}
    for ref, given in zip(refs, own, strict=True):
        if given is not None:
            yield given.block.key, given.source.strip()
            continue
        try:
            key, source = standalone(ref.entry.values, taken)
        except AppError as error:
            error.path = ref.document.name
            error.line = ref.document.page.source.line_number(ref.entry.span.start)
            yield error
            continue
        taken.add(key)
        yield key, source


def as_csl(refs: list[EntryRef]) -> Iterator[dict[str, object]]:
    """Yield each publication as CSL-JSON has it."""
    for number, (ref, written) in enumerate(zip(refs, as_bibtex(refs), strict=True), 1):
        key, source = (f"publication-{number}", "@misc{") if isinstance(written, AppError) else written
        yield _csl(key, source[1:].partition("{")[0].lower(), ref.entry.values)


def citation(values: Values) -> str:
    """Return a publication as one cites it in a text: names, title, where it appeared, and its address."""
    names = [author.name for author in authors_in(values)]
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
    where = ", ".join(filter(None, (text_in(values, name) for name in ("venue", "year"))))
    urls = [link.url for link in links_in(values)]
    url = next((url for url in urls if _DOI.match(url)), next((url for url in urls if "://" in url), ""))
    parts = [f"{part.rstrip('.')}." for part in (listed, text_in(values, "title"), where) if part]
    return " ".join([*parts, url]).strip()


def _is_bibtex(ref: EntryRef) -> bool:
    """Return whether a bibliography holds an entry."""
    return ref.holder is not None and ref.holder.store == "bibliography"


def _by_place(document: Document) -> dict[int, Given]:
    """Return the entries of a bibliography by where they begin."""
    return {entry.block.span.start: entry for entry in read(parsed(document.page.text)) if isinstance(entry, Given)}


def _csl(key: str, kind: str, values: Values) -> dict[str, object]:
    """Return a publication as CSL-JSON has it."""
    names = [author for author in authors_in(values) if not author.others]
    urls = [link.url for link in links_in(values)]
    doi = next((match[1] for url in urls if (match := _DOI.match(url))), None)
    year = values.get("year")
    data: dict[str, object] = {
        "id": key,
        "type": _TYPES.get(kind, "article"),
        "title": values.get("title"),
        "author": [csl.parts(author, _PARTS) or {"literal": author.name} for author in names],
        "container-title": values.get("venue"),
        "issued": {"date-parts": [[year]]} if year else None,
        "DOI": doi,
        "URL": next((url for url in urls if url.startswith("http")), None),
        "note": values.get("note"),
    }
    return {name: value for name, value in data.items() if value}
