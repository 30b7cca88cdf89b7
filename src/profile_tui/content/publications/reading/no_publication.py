"""What reads as a publication and is none: remarks, links to other lists, labels above papers, several in one."""

from __future__ import annotations

import re

from profile_tui.content.entries.entry import Unit
from profile_tui.content.entries.lexicon import LABEL
from profile_tui.content.publications.cutting.lines import LEGEND, words
from profile_tui.content.publications.cutting.phrases import is_state, is_unfinished
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.content.publications.roles.consensus import Habits
from profile_tui.markup.inline import Visible
from profile_tui.text.pattern import lazily

_BIBTEX = lazily(r"(?<!\w)@\w+\{[^\s,{}]*,")
_OF_WRITER = lazily(r"\b(?:I(?!\.)|[Mm]y|[Ww]e|[Oo]ur)\s+[a-zß-ÿ]{2,}\b")
"""Words with which somebody tells of himself."""
_PROFILE = lazily(
    r"scholar\.google\.[^/]+/citations\?(?!.*view_op=view_citation)|//orcid\.org/|researchgate\.net/profile/|dblp\.(?:org|uni-trier\.de)/pid/"
    r"|semanticscholar\.org/author/|publons\.com/researcher/|ncbi\.nlm\.nih\.gov/myncbi/|arxiv\.org/a/|inspirehep\.net/authors/",
    re.I,
)
"""Addresses of what lists the publications of one person."""
_PLACE_OF_PROFILES = lazily(
    r"(?:my )?(?:google )?scholar\b|orcid\b|researchgate|dblp\b|semantic scholar|publons|arxiv\b|inspire|ncbi|pubmed|"
    r"mybibliography",
    re.I,
)
"""How links to those are called in a sentence."""
_VERSION = lazily(
    r"(?:latest|current|new|newest|recent|most recent|last|published|final|online|full) "
    r"(?:version|draft|appendix|text)\b.{0,20}",
    re.I,
)
_LIST_PAGE = lazily(
    r"(?:\{\{[^{}]*\}\})?(?!//)(?:[\w./-]*/)?(?:\w+[-_])?(?:pubs?|publications?|papers?|articles|bibliography|preprints?)"
    r"(?:[-_]\w+)?(?:/|\.html?|\.md)?",
    re.I,
)
"""The address of a page of the same site that is called as lists of papers are."""
_SORT = lazily(
    r"(?:[\w-]+ ){0,2}(?:papers|articles|books|chapters|proceedings|theses|talks|reports|patents|posters|preprints)",
    re.I,
)
"""What the papers are that are listed below a label."""
_OF_SITE = lazily(r"\{\{-?\s*(?:site\.(?:base)?url\b|'[^'{}]*'|\"[^\"{}]*\")[^{}]*\}\}")
"""What only says where the site is, or a fixed address of it, and nothing that differs from entry to entry."""
_FEW_WORDS = 3
"""A title in quotation marks that nobody is named beside has more."""
_LONGEST_LABEL = 4
"""A label above a list has fewer blanks than these."""


def is_one(unit: Unit, citation: Citation, habits: object = None) -> bool:
    """Return whether what was read of a unit is a publication, and one of them.

    Args:
        unit: A piece of a section.
        citation: What was read of it.
        habits: What the publications of its list have in common, where that is known.
    """
    shown = citation.shown
    if citation.title is None or _explains(shown, unit, citation) or _is_prose(shown, unit, citation):
        return False
    title = shown.text[slice(*citation.title)]
    if _VERSION.fullmatch(title.strip()):
        return False  # a link to a paper whose title is elsewhere
    target = citation.title_link[0] if citation.title_link else ""
    if citation.names or citation.venue:
        target = _OF_SITE.sub("", target)  # else it may lead back to another page of the site
    if "{{" in target or ("\ufffc" in title and "\n" in title):
        return False  # a template's, not an entry's
    if not (_says_enough(unit, citation) or _is_as_titles(unit, citation, habits)) or _is_profile(unit, citation):
        return False
    if _leads_to_profile(unit, citation):
        return False
    return not (_are_several(citation) if unit.type == "paragraph" else _is_above_list(unit, citation))


def _explains(shown: Visible, unit: Unit, citation: Citation) -> bool:
    """Whether a paragraph isn't a publication but explains the marks after names."""
    several = citation.names is not None and len(citation.names.places) > 1
    return unit.type == "paragraph" and not several and LEGEND.search(shown.text) is not None and citation.year is None


def _is_prose(shown: Visible, unit: Unit, citation: Citation) -> bool:
    """Whether a paragraph is a remark: its title is a plain sentence, and no names or year are after it.

    What tells of the writer twice, as `My work is about ice. I have a degree of …`, names nobody else.
    """
    if unit.type != "paragraph" or citation.title is None or citation.year or citation.title_link:
        return False
    if citation.names and len(_OF_WRITER.findall(shown.text)) < 2:
        return False
    start = citation.title[0]
    return not shown.run_at(start).style.bold and shown.text[max(0, start - 1) : start].strip() == ""


def _says_enough(unit: Unit, citation: Citation) -> bool:
    """Whether more than a title is there to tell that something is a publication."""
    if (
        unit.type == "paragraph"
        and not citation.names
        and all(segment.style.href is not None for segment in citation.segments)
    ):
        return False  # links to other pages
    bibtex = _BIBTEX.search(citation.shown.text) if "@" in citation.shown.text else None
    if bibtex and citation.shown.run_at(bibtex.start()).style.code:
        return False  # what to cite it by, not the paper itself
    if citation.names is None and citation.title and citation.title[1] - citation.title[0] == 1:
        return False  # a letter in a cell
    if citation.names or citation.venue or citation.is_above_prose:
        return True
    if unit.type == "paragraph":
        return bool(citation.year) and _is_quoted(citation)
    return _tells(citation)


def _tells(citation: Citation) -> bool:
    """Whether an item with a title tells of a publication, though it names neither people nor a venue."""
    if not citation.year and _is_link(citation) and _leads_to_list(citation):
        return False
    return bool(citation.year or _is_link(citation) or _has_material(citation) or _is_stated(citation))


def _is_quoted(citation: Citation) -> bool:
    """Whether a quoted title of several words is first, and nothing but a year and links is after it."""
    first = citation.segments[0]
    is_title = "q" in first.look and citation.roles[0] == "T" and first.before == "“"
    return is_title and set(citation.roles) <= {"T", "Y", "L"} and words(citation.shown.text) > _FEW_WORDS


def _is_stated(citation: Citation) -> bool:
    """Whether it is told of a title how far the paper is, as `Manuscript in preparation`, and nothing else."""
    rest = [segment.text for segment, role in zip(citation.segments, citation.roles, strict=True) if role != "T"]
    return citation.roles[:1] == "T" and bool(rest) and all(is_state(text) or is_unfinished(text) for text in rest)


def _is_as_titles(unit: Unit, citation: Citation, habits: object) -> bool:
    """Whether an item is some words that are set off as the titles of its list are, and nothing else."""
    segments = citation.segments
    if unit.type != "item" or not isinstance(habits, Habits) or len(segments) != citation.roles.count("T"):
        return False
    looks = {segment.look for segment in segments}
    return words(citation.shown.text) > 2 and len(looks) == 1 and habits.look_of.get(looks.pop()) == "T"


def _is_link(citation: Citation) -> bool:
    """Whether the title is one link."""
    assert citation.title is not None
    return (
        citation.title_link is not None
        and citation.shown.run_at(citation.title[1] - 1).style.link == citation.title_link[1][0]
    )


def _leads_to_list(citation: Citation) -> bool:
    """Whether the title is a link to a page of the site's own that is called as lists of papers are."""
    address = citation.title_link[0].partition("?")[0].partition("#")[0] if citation.title_link else ""
    return _LIST_PAGE.fullmatch(address) is not None


def _has_material(citation: Citation) -> bool:
    """Whether a title is set off, and followed by links that are called as those to a paper's material are."""
    assert citation.title is not None
    is_set_off = citation.shown.run_at(citation.title[0]).style.bold
    return is_set_off and bool(citation.links) and all(LABEL.match(link.label) for link, _ in citation.links)


def _is_profile(unit: Unit, citation: Citation) -> bool:
    """Whether it is a link to all publications of somebody elsewhere, or a part of the page, and not to one of them."""
    link = citation.title_link
    if link is None or citation.title is None:
        return False
    if link[0].startswith("#") and all((each.style.href or "").startswith("#") for each in citation.segments):
        return True  # a line of a table of contents
    is_alone = not (citation.names or citation.year or citation.venue)
    title = citation.shown.text[slice(*citation.title)]
    is_pointer = unit.type == "paragraph" and _PLACE_OF_PROFILES.match(title) is not None
    return (is_alone or is_pointer) and _PROFILE.search(link[0]) is not None


def _leads_to_profile(unit: Unit, citation: Citation) -> bool:
    """Whether a paragraph is a sentence that ends in the name of a place of profiles: `more is in my [dblp](…)`."""
    if unit.type != "paragraph" or citation.year or len(citation.segments) < 2:
        return False
    before, last = citation.segments[-2:]
    place = _PLACE_OF_PROFILES.match(last.text) if last.style.href is not None and not last.before else None
    return place is not None and place[0] == last.text and before.text.split()[-1].islower()


def _are_several(citation: Citation) -> bool:
    """Whether the lines of a paragraph are more than one publication: a title and a year are below another year."""
    pairs = list(zip(citation.segments, citation.roles, strict=True))
    dated = [segment.line for segment, role in pairs if role == "Y" or (segment.bracketed and is_state(segment.text))]
    venued = [segment.line for segment, role in pairs if role == "V"]
    below = [line for line in venued if dated and dated[0] < line <= dated[-1]]
    if len(below) > 1 and venued[0] == dated[0]:
        return True  # `Title, Journal (to appear)`, and `Title, Journal, 2024` below
    titled = [segment.line for segment, role in pairs if role == "T"]
    if len(set(dated)) < 2 or not titled or titled[0] > dated[0]:
        return False
    return any(dated[0] < line <= dated[-1] for line in titled)


def _is_above_list(unit: Unit, citation: Citation) -> bool:
    """Whether an item says only what is listed below it, as `Journal papers` above papers."""
    segments = citation.segments
    if not segments[-1].line:
        return False
    below = next((at for at, segment in enumerate(segments) if segment.line), 0) if unit.type == "item" else 0
    if not below or not segments[below].bullet:
        return False
    from profile_tui.content.languages.headings import announced  # which reads a table, and few ask

    label = citation.shown.text[segments[0].start : segments[below - 1].end].strip(" .:")
    if _SORT.fullmatch(label):
        return True
    return label.count(" ") < _LONGEST_LABEL and "publications" in announced(label)
