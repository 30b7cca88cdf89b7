"""The news item that announces a paper, worded as the earlier ones of its sort, with this paper's values in theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Link, Values, authors_in, links_in, text_in, year_in
from profile_tui.content.languages.accepted import ANNOUNCES, ENGLISH, FRAME, PREPRINT, SENTENCES
from profile_tui.content.publications import sorts
from profile_tui.content.publications.cutting.letters import CAPITAL, EAST
from profile_tui.markup import escape
from profile_tui.text.dataclass import dataclass
from profile_tui.text.pattern import lazily

_TITLE, _URL, _VENUE, _YEAR = "\ue000", "\ue001", "\ue002", "\ue003"
"""What takes the place of the other paper's values while an item is made a frame."""
_LOST = "\ue004"
"""What takes the place of a link that the new paper has nothing for."""
_LINKS = 0xE100
"""The mark of the new paper's first link; those of the others follow."""
_QUOTED = lazily(
    r"[“„\"](?P<a>[^“”„\"\n]{8,}?)[.,]?[”“\"]|«\s?(?P<b>[^«»\n]{8,}?)\s?»|《(?P<c>[^《》\n]{4,})》|「(?P<d>[^「」\n]{4,})」"
    r"|(?<![\w*])(?P<e>\*\*|\*|__|_)(?P<f>[^*_\n]{8,}?)[.,]?(?P=e)(?![\w*])|<(?P<g>i|em|b|strong)>(?P<h>[^<>\n]{8,}?)[.,]?</(?P=g)>"
    r"|\[(?P<i>[^\[\]\n]{8,})\]\("
)
"""A title as an item sets it off."""
_LINK = lazily(r"\[([^\[\]\n]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)(?:\{:[^{}\n]*\})?")
_ANCHOR = lazily(r"<a\b[^<>]*?\bhref=([\"'])([^\"'<>]*)\1[^<>]*>(.*?)</a>", re.I)
_CALLED = rf"{CAPITAL}[\w&’'/+-]*"
"""A word of a venue's name, in which there may be signs that no name of a person has."""
_NAME = rf"{_CALLED}(?:,?\s+(?:(?:of|on|for|the|and|in|de|&)\s+)*{_CALLED})*"
_AFTER = lazily(
    r"(?:accept(?:ed|ance)|appears?|published|acept\w+|publicad\w+|aceit\w+|accett\w+|pubblicat\w+|accepté\w*|publié\w*)"
    r"\s+(?:for (?:publication|presentation) )?(?:at|by|in|to|for|en|em|à|dans|su|a|na|no)\s+(?:the\s+)?"
    rf"[*_\[“\"<>a-z]{{0,9}}?(?P<venue>{_NAME})"
)
_ACRONYM = r"[A-Z][A-Za-z&/-]*[A-Z][A-Za-z]*"
"""A venue in short, in brackets: whatever is in these belongs to it."""
_SHORT_NAME = lazily(r"(?<![\w/])[A-Z][A-Za-z&-]*[A-Z][A-Za-z]*(?=[\s*_\]]*['’]?(?:20)?\d\d(?!\d))")
_YEAR_AFTER = lazily(r"(?P<gap>[\s,(]*)(?P<sign>['’]?)(?P<year>(?:19|20)\d\d|(?<=['’])\d\d)(?P<end>\)?)(?!\d)")
_YEAR_AT_END = lazily(r"(?:\s*['’]\d\d|\s*(?:19|20)\d\d)$")
_BESIDE = lazily(rf"\s*\((\**){_ACRONYM}(?P<year>\s*['’]?\d{{2,4}})?\1\)")
"""A venue in short, after its whole name."""
_PUBLISHER = lazily(r"(?:\b(?:IEEE|ACM|AAAI|USENIX|Springer|Elsevier|Wiley)\b[/\s]*)+$")
_TOPIC = lazily(
    r"\b(?P<what>(?:paper|article|work|manuscript)) (?:on|about) (?:(?!\b(?:with|and its|by|at|in)\b)[\w\s-])+?"
    r"(?= (?:is|has|was|got|gets|will|accepted)\b)"
)
"""What a paper is on, where its title is not named."""
_BRACKETED = lazily(rf"\(({_ACRONYM})(?:\s*['’]?\d{{2,4}})?\)")
_SHORT = lazily(sorts.SHORT_NAME)
_YEARS = lazily(r"[\s,]*['’(]?\b(?:19|20)\d\d\b\)?")
_TAG = lazily(r"</?(?:b|strong|i|em|span|u|a)\b[^<>]*>", re.I)
_WORD = lazily(r"[^\W\d_]+")
_MARK = lazily(f"[{_TITLE}-{_LOST}]")
_UNSPACED = lazily(f"[{EAST}]")
_SAID_OF_ANY = frozenset(
    "我们的一篇新论文文章工作被已由在于上为中会议期刊正式了很高兴恭喜祝贺题目标名我們們論篇並會議期刊恭題標為録"
    "論文がにのはをされましたしまた本新しい国際会議誌採択우리논문이가에의를을되었습니다새한편"
)
_TELLING = 12
"""Characters from which on a title is not taken for other words of an item."""
_FIRST = ("Paper", "PDF", "DOI", "arXiv", "Link")
"""The labels of the link that is the paper's own."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What an item says of a paper, as Markdown."""

    title: str
    venue: str
    short: str
    year: int
    links: tuple[Link, ...]

    @classmethod
    def of(cls, paper: Values) -> _Said:
        """Return what there is to say of a paper."""
        venue = _YEARS.sub("", escape.one_line(text_in(paper, "venue"))).strip(" ,")
        acronym = _BRACKETED.search(venue)
        short = acronym[1] if acronym else venue if _SHORT.fullmatch(venue) else ""
        return cls(
            escape.plain_to_markdown(escape.one_line(text_in(paper, "title"))),
            escape.plain_to_markdown(venue),
            escape.plain_to_markdown(short),
            year_in(paper) or 0,
            tuple(links_in(paper)),
        )

    @property
    def url(self) -> str:
        """The address of the paper itself; empty where it has no link."""
        own = (link for label in _FIRST for link in self.links if link.label.casefold() == label.casefold())
        first = next(own, next(iter(self.links), None))
        return escape.url(first.url) if first else ""


def compose(items: Sequence[str], paper: Values, papers: Sequence[Values], language: str = "") -> str:
    """Return the text of a news item that announces a paper.

    Args:
        items: The earlier items as Markdown, the newest first.
        paper: The paper.
        papers: The other papers of the site, which earlier items may be about.
        language: The page's language.
    """
    details, preprint = _Said.of(paper), not paper.get("venue") or sorts.is_preprint(paper)
    for item in items:
        tells_preprint = PREPRINT.search(item) is not None
        is_model = tells_preprint is preprint and (tells_preprint or ANNOUNCES.search(item))
        if is_model and (written := _like(item, details, papers)):
            return written
    return _plain(details, paper, language, preprint=preprint)


def _like(item: str, details: _Said, papers: Sequence[Values]) -> str:
    """Return an item with a paper's values in the place of another's; empty where it says more of that one."""
    frame, subject = _without_title(item, papers)
    frame, was_short = _without_venue(frame, subject)
    frame = frame if _TITLE in frame else _without_quoted(frame)
    frame = _ANCHOR.sub(lambda match: _linked(match[0], match[3], match[2], details), frame)
    frame = _LINK.sub(lambda match: _linked(match[0], match[1], match[2], details), frame)
    if _LOST in frame or not (_TITLE in frame or _VENUE in frame) or not _is_general(frame):
        return ""
    venue = details.short if was_short and details.short else details.venue
    if _VENUE in frame and not venue:
        return ""
    if venue == details.short:
        frame = re.sub(rf"\bthe ([*_]*){_VENUE}", rf"\1{_VENUE}", frame)
    frame = re.sub(rf"[\s,(]*['’]?{_YEAR}{{2,4}}\)?", "", frame) if not details.year else frame
    year = f"{details.year:04}"
    frame = frame.replace(_YEAR * 4, year).replace(_YEAR * 2, year[2:])
    own = [(chr(_LINKS + at), escape.url(link.url)) for at, link in enumerate(details.links)]
    for mark, value in ((_TITLE, details.title), (_VENUE, venue), (_URL, details.url), *own):
        frame = frame.replace(mark, value)
    return frame


def _without_title(item: str, papers: Sequence[Values]) -> tuple[str, Values]:
    """Return an item without the title that it names, and the paper of the site that it is, where that is known."""
    for paper in papers:
        words = text_in(paper, "title").split()
        is_telling = len(" ".join(words)) >= _TELLING or any(map(_UNSPACED.search, words))
        match = re.search(r"\s+".join(map(re.escape, words)), item, re.I) if is_telling else None
        if match:
            return item[: match.start()] + _TITLE + item[match.end() :], paper
    for pattern, label, url in ((_LINK, 1, 2), (_ANCHOR, 3, 2)):
        for match in pattern.finditer(item):
            subject = next((paper for paper in papers if match[url] in _addresses(paper)), None)
            if subject is not None and _is_about(match[label], subject):
                return item[: match.start(label)] + _TITLE + item[match.end(label) :], subject
    return item, {}


def _without_quoted(frame: str) -> str:
    """Return an item without what it sets off as a title, where that is the title of no paper that is known."""
    for quoted in _QUOTED.finditer(frame):
        start, end = next(quoted.span(name) for name in "abcdfhi" if quoted[name] is not None)
        title = frame[start:end]
        is_long = len(title.split()) > 2 or _UNSPACED.search(title) is not None
        if is_long and not any(pattern.search(title) for pattern in (ANNOUNCES, _YEARS, _MARK)):
            return frame[:start] + _TITLE + frame[end:]
    return _TOPIC.sub(rf"\g<what> “{_TITLE}”", frame, count=1)


def _addresses(paper: Values) -> set[str]:
    """The addresses of a paper."""
    return {link.url for link in links_in(paper)}


def _is_about(label: str, paper: Values) -> bool:
    """Whether the words of a link are a paper's title, or the beginning of it."""
    words, title = (_WORD.findall(text.casefold()) for text in (label, text_in(paper, "title")))
    return bool(words) and title[: len(words)] == words


def _without_venue(frame: str, subject: Values) -> tuple[str, bool]:
    """Return an item without venue and year, and whether it names the venue in short."""
    own = _Said.of(subject)
    named = (re.search(rf"(?<!\w){re.escape(name)}(?!\w)", frame) for name in (own.venue, own.short) if name)
    place = next((match.span() for match in named if match), None)
    after = None if place else _AFTER.search(frame)
    place = place or (after.span("venue") if after else None)
    short = None if place else _SHORT_NAME.search(frame)
    place = place or (short.span() if short else None)
    if place is None:
        return frame, False
    start, end = place
    if year := _YEAR_AT_END.search(frame, start, end):
        end = year.start()
    name = frame[start:end]
    if publisher := _PUBLISHER.search(frame, 0, start):
        start = publisher.start()
    if beside := _BESIDE.match(frame, end):
        frame = frame[:end] + (beside["year"] or "") + frame[beside.end() :]
    rest = _YEAR_AFTER.sub(
        lambda year: year["gap"] + year["sign"] + _YEAR * len(year["year"]) + year["end"], frame[end:], count=1
    )
    return frame[:start] + _VENUE + rest, _SHORT.fullmatch(name) is not None


def _linked(whole: str, label: str, url: str, details: _Said) -> str:
    """Return a link of an item with a mark for the new paper's address in it."""
    if _TITLE in label:
        return whole.replace(url, _URL) if details.url else label
    if _VENUE in label:
        return label  # the address of another year's conference
    words = _TAG.sub("", label).strip("*_ []\\").casefold()
    if words in ("paper", "here", "link", "preprint") and details.url:
        mark = _URL
    else:
        mark = next((chr(_LINKS + at) for at, link in enumerate(details.links) if link.label.casefold() == words), "")
    before, _unused, after = whole.rpartition(url)
    return before + mark + after if mark else _LOST


def _is_general(frame: str) -> bool:
    """Whether what is left of an item is said of any paper: no names, no numbers, no distinctions."""
    bare = _ANCHOR.sub(lambda match: match[3] if _TITLE in match[3] else "", frame)
    bare = _LINK.sub(lambda match: match[1] if _TITLE in match[1] else "", bare)
    bare = _TAG.sub("", bare).replace(_YEAR, "")
    if any(sign.isdigit() or sign in "@{}" for sign in bare) or "://" in bare:
        return False
    if _UNSPACED.search(bare):
        rest = PREPRINT.sub("", ANNOUNCES.sub("", bare))
        return all(sign in _SAID_OF_ANY for sign in rest if sign.isalpha() and not "\ue000" <= sign <= "\ue004")
    words = [word.casefold() for word in _WORD.findall(PREPRINT.sub("", bare))]
    return all(word in FRAME for word in words)


def _plain(details: _Said, paper: Values, language: str, *, preprint: bool) -> str:
    """Return a plain sentence in the page's language."""
    sentence = SENTENCES.get(language[:2].lower(), ENGLISH)
    if preprint or not details.venue:
        return sentence.preprint.format(title=details.title)
    is_conference = sorts.sort_of(paper) != sorts.JOURNAL
    short = bool(details.short) and details.short == details.venue
    venue = f"{details.venue} {details.year}" if short and details.year else details.venue
    at = "by" if not is_conference else "at" if short else "at the"
    text = sentence.accepted.format(title=details.title, venue=venue, at=at)
    alone = len(authors_in(paper)) == 1
    return text.replace("Our paper", "My paper", 1) if alone and sentence is ENGLISH else text
