"""Where the links of a publication are, and how a new one is written: as the list has one of that label, or another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, takewhile
from typing import NamedTuple

from profile_tui.content.entries.entry import Entry, Link, links_in
from profile_tui.content.entries.kind import plain_in, reframed
from profile_tui.content.publications.writing import addresses, marks
from profile_tui.markup import escape
from profile_tui.markup.inline import TEXT
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice

_OWN = frozenset(
    "article articles doi link paper papers pdf publisher publication published title url web website html arxiv "
    "preprint manuscript draft full text fulltext version journal official proceedings proc open access online here "
    "read view download book chapter thesis dissertation acm ieee springer elsevier sciencedirect openreview ssrn hal "
    "biorxiv medrxiv pubmed pmc acl anthology jstor dl p digital library volltext artikel papier lien texte artículo "
    "texto enlace articolo testo artigo статья текст 论文 論文 全文 原文 链接 連結 논문 원문 본문".split()
)
"""Words of the labels of links to a paper itself; others, as `Code`, lead to what belongs to it."""
_WORD = lazily(r"\w+")
_LEAD = lazily(r"(?:[\s,;:.。，]|\\|<br\s*/?>|&nbsp;|[-–—|·])*[(\[]?")
"""What may be between the last field of an entry and its links."""
_AFTER = ".)]）】。"
"""What belongs to the field before it."""
_CLOSES = {"(": ")", "[": "]"}


class LinkPlace(NamedTuple):
    """A link of an entry that is not its title's."""

    link: Link
    core: Span
    """Its source."""
    whole: Span
    """The same with the marks and brackets that hold nothing else."""


class LinkForm(NamedTuple):
    """A link that others are written like."""

    entry: Entry
    place: LinkPlace


def is_papers_own(label: str) -> bool:
    """Return whether a link of that label leads to a paper itself, not to what belongs to it; so does one without."""
    return all(word in _OWN for word in _WORD.findall(label.lower()))


def places(text: str, entry: Entry) -> list[LinkPlace]:
    """Return where the links of an entry are, but for the title's, in the order of its links."""
    numbered = (entry.frame.get(f"link at {number}") for number in count())
    cores = [span for span in takewhile(lambda span: span is not None, numbered) if span is not None]
    if not cores:
        return []
    around = marks.of(text, entry)
    links = links_in(entry.values)[-len(cores) :]
    wholes = (around.around(core, brackets=True) for core in cores)
    return [LinkPlace(*each) for each in zip(links, cores, wholes, strict=True)]


def of_run(text: str, entry: Entry) -> list[LinkPlace]:
    """Return those of the links of an entry that are in its run of links."""
    run = entry.slots.get("links")
    return [place for place in places(text, entry) if run.covers(place.core)] if run else []


def labels(text: str, entries: Sequence[Entry]) -> set[str]:
    """Return the labels of the links in the runs of some entries, in small letters."""
    return {place.link.label.lower() for entry in entries for place in of_run(text, entry)}


def new_link(text: str, entry: Entry, link: Link, near: Sequence[Entry]) -> str:
    """Return the source of one more link: like that of its label in the entry or near it, else like the first one.

    Args:
        text: The page.
        entry: The entry, or the model of a new one.
        link: The link.
        near: The entries around.
    """
    forms = list(_forms(text, entry, near))
    alike = next((form for form in forms if form.place.link.label.lower() == link.label.lower()), None)
    form = alike or (forms[0] if forms else None)
    if form is None:
        return plain_link(entry, link, brackets=True)
    within = relinked(text, form.entry, form.place, link, with_icon=alike is not None)
    return reframed(text, form.place.whole, within)


def _forms(text: str, entry: Entry, near: Sequence[Entry]) -> Iterator[LinkForm]:
    """Yield the links that another one may be written like: the entry's own first."""
    for each in (entry, *_alike(entry, near)):
        for place in of_run(text, each):
            if not addresses.is_in_angles(text, place.core):
                yield LinkForm(each, place)


def _alike(entry: Entry, near: Sequence[Entry]) -> list[Entry]:
    """The entries near another one that are of its sort: items, boxes, rows, in Markdown or not."""
    sort = entry.unit.type, entry.unit.markdown
    return [other for other in near if other is not entry and (other.unit.type, other.unit.markdown) == sort]


def relinked(text: str, entry: Entry, place: LinkPlace, link: Link, *, with_icon: bool = True) -> list[Splice]:
    """Return the splices that make a link another one: its target and its label, and nothing else.

    Args:
        text: The page.
        entry: The entry that has the link.
        place: The link.
        link: What it is to be.
        with_icon: Whether what is beside its label stays, which tells what the link is.
    """
    if link == place.link:
        return []
    if addresses.is_in_angles(text, place.core):
        by_address = link.label == link.url
        return [
            Splice(place.core, f"<{escape.url(link.url)}>" if by_address else plain_link(entry, link, brackets=False))
        ]
    around = marks.of(text, entry)
    splices = []
    if link.url != place.link.url:
        target = around.target(place.core, place.link.url)
        if target is None:
            return [Splice(place.core, plain_link(entry, link, brackets=False))]
        splices.append(Splice(target, escape.url(link.url)))
    if link.label != place.link.label:
        inner = around.innermost(place.core)
        span = _label(text, inner, place) if with_icon else inner
        splices.append(Splice(span, plain_in(entry.unit, link.label)))
    return splices


def _label(text: str, within: Span, place: LinkPlace) -> Span:
    """Where the words of a link's label are: not the picture or the icon beside them."""
    source, label = within.of(text), place.link.label
    if label and source.count(label) == 1:
        start = within.start + source.index(label)
        return Span(start, start + len(label))
    return within


_CALLED = lazily(r"(?:^|(?<=[.,;|/·—–] )|(?<=[.,;|/·—–>(\[]))[^\W\d_]+(?: [^\W\d_]+)?:(?: |\u00a0|&nbsp;)?\Z")
"""A word or two and a colon before a link that nothing but a sign is before, as in `. PDF: [link](…)`."""


def with_lead(text: str, link: Span) -> Span:
    """Return a link with the word before it that says with a colon what it is: it goes with the link."""
    line = text.rfind("\n", 0, link.start) + 1
    lead = _CALLED.search(text, max(line, link.start - 30), link.start)
    return Span(lead.start(), link.end) if lead else link


def plain_link(entry: Entry, link: Link, *, brackets: bool) -> str:
    """Return a link as an entry without a model has it."""
    label, url = plain_in(entry.unit, link.label), escape.url(link.url)
    written = f"[{label}]({url})" if entry.unit.markdown else f'<a href="{url}">{label}</a>'
    return f"[{written}]" if brackets else written


def around_run(text: str, near: Sequence[Entry], entry: Entry) -> tuple[str, str]:
    """Return what the neighbours have between their last field and their links, and after these: a blank at least."""
    for other in _alike(entry, near):
        if "links" not in other.slots:
            continue
        run = other.slots["links"]
        end = max((slot.end for name, slot in other.slots.items() if name != "links"), default=0)
        end = marks.of(text, other).after(max(end, _ends(other)), _AFTER)
        lead = text[end : run.start]
        if end > run.start or not _LEAD.fullmatch(lead):
            continue
        lead = lead.lstrip(".。")
        closing = _CLOSES.get(lead[-1:], "")
        if closing and not text.startswith(closing, run.end):
            continue
        return lead if lead.strip("([") else f" {lead}", closing
    return " ", ""


def _ends(entry: Entry) -> int:
    """Where the title's link ends; 0 where it is none."""
    link = entry.frame.get("title_link")
    return link.end if link else 0


def end_of_fields(text: str, entry: Entry) -> int:
    """Return where links go in an entry that has none: after its last field, or after the numbers after that."""
    end = max(max(slot.end for slot in entry.slots.values()), _ends(entry))
    around = marks.of(text, entry)
    return _after_numbers(text, entry, around, around.after(end, _AFTER))


def _after_numbers(text: str, entry: Entry, around: marks.Marks, at: int) -> int:
    """The end of the rest of a line, where it goes on with a volume, pages or an identifier; else its beginning."""
    end, counts, stop = at, False, entry.unit.content.end
    for run in around.shown.runs:
        if run.span.end > at:
            if run.kind != TEXT or run.style.href is not None:
                stop = run.span.start
                break
            words = text[max(at, run.span.start) : run.span.end].rstrip()
            end = max(at, run.span.start) + len(words) if words else end
            counts |= any(sign.isdigit() for sign in words)
    return min(around.after(end), stop) if counts else at
