"""The news item that announces a paper, worded as the earlier ones of its sort, with this paper's values in theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_tui.content.entries.entry import Author, Link, Values
from profile_tui.content.languages.accepted import ANNOUNCES, ENGLISH, FRAME, PREPRINT, SENTENCES
from profile_tui.content.publications import sorts
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
_NAME = r"[^\W\d_a-zà-ÿ][\w&’'/+-]*(?:,?\s+(?:(?:of|on|for|the|and|in|de|&)\s+)*[^\W\d_a-zà-ÿ][\w&’'/+-]*)*"
_AFTER = lazily(
    r"(?:accept(?:ed|ance)|appears?|published|acept\w+|publicad\w+|aceit\w+|accett\w+|pubblicat\w+|accepté\w*|publié\w*)"
    r"\s+(?:for (?:publication|presentation) )?(?:at|by|in|to|for|en|em|à|dans|su|a|na|no)\s+(?:the\s+)?"
    rf"[*_\[“\"<>a-z]{{0,9}}?(?P<venue>{_NAME})"
)
_SHORT_NAME = lazily(r"(?<![\w/])[A-Z][A-Za-z&-]*[A-Z][A-Za-z]*(?=[\s*_\]]*['’]?(?:20)?\d\d(?!\d))")
_YEAR_AFTER = lazily(r"(?P<gap>[\s,(]*)(?P<sign>['’]?)(?P<year>(?:19|20)\d\d|(?<=['’])\d\d)(?P<end>\)?)(?!\d)")
_YEAR_AT_END = lazily(r"(?:\s*['’]\d\d|\s*(?:19|20)\d\d)$")
_BESIDE = lazily(r"\s*\((\**)[A-Z][A-Za-z&/-]*[A-Z][A-Za-z]*(?P<year>\s*['’]?\d{2,4})?\1\)")
"""A venue in short, after its whole name."""
_PUBLISHER = lazily(r"(?:\b(?:IEEE|ACM|AAAI|USENIX|Springer|Elsevier|Wiley)\b[/\s]*)+$")
_TOPIC = lazily(
    r"\b(?P<what>(?:paper|article|work|manuscript)) (?:on|about) (?:(?!\b(?:with|and its|by|at|in)\b)[\w\s-])+?"
    r"(?= (?:is|has|was|got|gets|will|accepted)\b)"
)
"""What a paper is on, where its title is not named."""
_ACRONYM = lazily(r"\(([A-Z][A-Za-z&/-]*[A-Z][A-Za-z]*)(?:\s*['’]?\d{2,4})?\)")
_SHORT = lazily(r"(?:[A-Z][A-Za-z]*[A-Z][A-Za-z]*[-/& ]?)+")
_YEARS = lazily(r"[\s,]*['’(]?\b(?:19|20)\d\d\b\)?")
_TAG = lazily(r"</?(?:b|strong|i|em|span|u|a)\b[^<>]*>", re.I)
_WORD = lazily(r"[^\W\d_]+")
_MARK = lazily(f"[{_TITLE}-{_LOST}]")
_UNSPACED = lazily(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
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
        venue = _YEARS.sub("", escape.one_line(str(paper.get("venue") or ""))).strip(" ,")
        acronym = _ACRONYM.search(venue)
        short = acronym[1] if acronym else venue if _SHORT.fullmatch(venue) else ""
        links, year = paper.get("links"), paper.get("year")
        return cls(
            escape.plain_to_markdown(escape.one_line(str(paper.get("title") or ""))),
            escape.plain_to_markdown(venue),
            escape.plain_to_markdown(short),
            year if isinstance(year, int) else 0,
            tuple(one for one in links if isinstance(one, Link)) if isinstance(links, tuple) else (),
        )

    @property
    def url(self) -> str:
        """The address of the paper itself; empty where it has no link."""
        own = (one for label in _FIRST for one in self.links if one.label.casefold() == label.casefold())
        found = next(own, next(iter(self.links), None))
        return escape.url(found.url) if found else ""


def compose(items: Sequence[str], paper: Values, known: Sequence[Values], language: str = "") -> str:
    """Return the text of a news item that announces a paper.

    Args:
        items: The earlier items as Markdown, the newest first.
        paper: The paper.
        known: The other papers of the site, which earlier items may be about.
        language: The page's language.
    """
    said, preprint = _Said.of(paper), not paper.get("venue") or sorts.is_preprint(paper)
    for item in items:
        told = PREPRINT.search(item) is not None
        if told is preprint and (told or ANNOUNCES.search(item)) and (written := _like(item, said, known)):
            return written
    return _plain(said, paper, language, preprint=preprint)


def _like(item: str, said: _Said, known: Sequence[Values]) -> str:
    """Return an item with a paper's values in the place of another's; empty where it says more of that one."""
    frame, subject = _without_title(item, known)
    frame, was_short = _without_venue(frame, subject)
    frame = frame if _TITLE in frame else _without_quoted(frame)
    frame = _ANCHOR.sub(lambda found: _linked(found[0], found[3], found[2], said), frame)
    frame = _LINK.sub(lambda found: _linked(found[0], found[1], found[2], said), frame)
    if _LOST in frame or not (_TITLE in frame or _VENUE in frame) or not _is_general(frame):
        return ""
    venue = said.short if was_short and said.short else said.venue
    if _VENUE in frame and not venue:
        return ""
    if venue == said.short:
        frame = re.sub(rf"\bthe ([*_]*){_VENUE}", rf"\1{_VENUE}", frame)
    frame = re.sub(rf"[\s,(]*['’]?{_YEAR}{{2,4}}\)?", "", frame) if not said.year else frame
    year = f"{said.year:04}"
    frame = frame.replace(_YEAR * 4, year).replace(_YEAR * 2, year[2:])
    own = [(chr(_LINKS + at), escape.url(one.url)) for at, one in enumerate(said.links)]
    for mark, value in ((_TITLE, said.title), (_VENUE, venue), (_URL, said.url), *own):
        frame = frame.replace(mark, value)
    return frame


def _without_title(item: str, known: Sequence[Values]) -> tuple[str, Values]:
    """Return an item without the title that it names, and the paper of the site that it is, where that is known."""
    for paper in known:
        words = str(paper.get("title") or "").split()
        is_telling = len(" ".join(words)) >= _TELLING or any(map(_UNSPACED.search, words))
        found = re.search(r"\s+".join(map(re.escape, words)), item, re.I) if is_telling else None
        if found:
            return item[: found.start()] + _TITLE + item[found.end() :], paper
    for pattern, label, url in ((_LINK, 1, 2), (_ANCHOR, 3, 2)):
        for found in pattern.finditer(item):
            subject = next((one for one in known if found[url] in _addresses(one)), None)
            if subject is not None and _is_about(found[label], subject):
                return item[: found.start(label)] + _TITLE + item[found.end(label) :], subject
    return item, {}


def _without_quoted(frame: str) -> str:
    """Return an item without what it sets off as a title, where that is the title of no paper that is known."""
    for found in _QUOTED.finditer(frame):
        start, end = next(found.span(name) for name in "abcdfhi" if found[name] is not None)
        title = frame[start:end]
        is_long = len(title.split()) > 2 or _UNSPACED.search(title) is not None
        if is_long and not any(pattern.search(title) for pattern in (ANNOUNCES, _YEARS, _MARK)):
            return frame[:start] + _TITLE + frame[end:]
    return _TOPIC.sub(rf"\g<what> “{_TITLE}”", frame, count=1)


def _addresses(paper: Values) -> set[str]:
    """The addresses of a paper."""
    links = paper.get("links")
    return {one.url for one in links if isinstance(one, Link)} if isinstance(links, tuple) else set()


def _is_about(label: str, paper: Values) -> bool:
    """Whether the words of a link are a paper's title, or the beginning of it."""
    words, title = (_WORD.findall(text.casefold()) for text in (label, str(paper.get("title") or "")))
    return bool(words) and title[: len(words)] == words


def _without_venue(frame: str, subject: Values) -> tuple[str, bool]:
    """Return an item without venue and year, and whether it names the venue in short."""
    own = _Said.of(subject)
    named = (re.search(rf"(?<!\w){re.escape(name)}(?!\w)", frame) for name in (own.venue, own.short) if name)
    found = next((one.span() for one in named if one), None)
    after = None if found else _AFTER.search(frame)
    found = found or (after.span("venue") if after else None)
    short = None if found else _SHORT_NAME.search(frame)
    found = found or (short.span() if short else None)
    if found is None:
        return frame, False
    start, end = found
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


def _linked(whole: str, label: str, url: str, said: _Said) -> str:
    """Return a link of an item with a mark for the new paper's address in it."""
    if _TITLE in label:
        return whole.replace(url, _URL) if said.url else label
    if _VENUE in label:
        return label  # the address of another year's conference
    words = _TAG.sub("", label).strip("*_ []\\").casefold()
    if words in ("paper", "here", "link", "preprint") and said.url:
        mark = _URL
    else:
        mark = next((chr(_LINKS + at) for at, one in enumerate(said.links) if one.label.casefold() == words), "")
    before, _unused, after = whole.rpartition(url)
    return before + mark + after if mark else _LOST


def _is_general(frame: str) -> bool:
    """Whether what is left of an item is said of any paper: no names, no numbers, no distinctions."""
    bare = _ANCHOR.sub(lambda found: found[3] if _TITLE in found[3] else "", frame)
    bare = _LINK.sub(lambda found: found[1] if _TITLE in found[1] else "", bare)
    bare = _TAG.sub("", bare).replace(_YEAR, "")
    if any(one.isdigit() or one in "@{}" for one in bare) or "://" in bare:
        return False
    if _UNSPACED.search(bare):
        rest = PREPRINT.sub("", ANNOUNCES.sub("", bare))
        return all(one in _SAID_OF_ANY for one in rest if one.isalpha() and not "\ue000" <= one <= "\ue004")
    words = [word.casefold() for word in _WORD.findall(PREPRINT.sub("", bare))]
    return all(word in FRAME for word in words)


def _plain(said: _Said, paper: Values, language: str, *, preprint: bool) -> str:
    """Return a plain sentence in the page's language."""
    sentence = SENTENCES.get(language[:2].lower(), ENGLISH)
    if preprint or not said.venue:
        return sentence.preprint.format(title=said.title)
    is_conference = sorts.sort_of(paper) != sorts.JOURNAL
    short = bool(said.short) and said.short == said.venue
    venue = f"{said.venue} {said.year}" if short and said.year else said.venue
    at = "by" if not is_conference else "at" if short else "at the"
    text = sentence.accepted.format(title=said.title, venue=venue, at=at)
    people = paper.get("authors")
    alone = isinstance(people, tuple) and sum(isinstance(one, Author) for one in people) == 1
    return text.replace("Our paper", "My paper", 1) if alone and sentence is ENGLISH else text
