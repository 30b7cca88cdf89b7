"""An entry's visible text, cut once: at changes of look, at breaks and at separators."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from profile_tui.markup.inline import BREAKS, BULLET, HARD, IMAGE, LIQUID, SOFT, TEXT, Style, Visible
from profile_tui.text.pattern import lazily

IN = frozenset("in dans en em en: v w i sisään içinde in:".split())
"""Words that lead in a venue."""
JOINERS = "و|and|et|und|y|e|i|a|og|och|ja|en|és|ve|dan|și|и|та|eta|&|\\+|和|及|と|및"
"""Words that part the last two names of a list, in the languages of citation styles."""
_PARTICLES = "van|von|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu|der|den|d'"
MARKS = "*†‡§#^✉¶∗⋆☆★♯♠♣♦✝✢⚹📧"
"""Characters that mark names."""
_YEAR = r"(?<![\d:/–-])(?<!\d\.)(?:18|19|20)\d\d(?!\d|[:/.–-]\d)"
_PARTICLE = lazily(rf"(?:{_PARTICLES})[\s']")
_CLOSING_QUOTE = lazily(r"[\w.?!,]\s?[’'](?![^\W\d_])")
_JOINED = lazily(rf"(?:and|et|und|&)\s+(?=[^\W\d_])")
_VOLUME = lazily(r"(?<=\w)[\s\u00a0]+(\d{1,4}[A-Za-z]?)$")
_CUT = lazily(
    r"(?P<break>\s*\n\s*)"
    r"|(?P<image>\ufffc)"
    r"|(?P<dots>\.\.\.+|…)"
    rf"|(?P<year>{_YEAR}(?=[a-z]?(?![^\W\d_]{{2}})))"
    rf"|(?P<joiner>(?<=[\w.)\]’'{MARKS}])[,;]?\s+(?:{JOINERS})\s+(?=[^\W\d_]))"
    r"|(?P<stop>(?<=\w)[?!](?=\s|$|[”\"»’])|[?!](?=\s|$|[)\]”\"»“„«\ufffc])"
    r"|(?<![^\W\d_])[^\W\d_]\.(?:[-‐]?[^\W\d_]\.)*(?:\s[^\W\d_]\.(?:[-‐]?[^\W\d_]\.)*)*(?!\w)|\.(?=\s|$|[)\]”\"»“„«,;:\ufffc])|\.(?=[A-Z][a-z])(?<=[a-z\d]{3}\.)|[。！？])"
    r"|(?P<comma>[,;:，；、：،؛](?!\d)|[,;:](?<=\d[,;:]))"
    r"|(?P<dash>(?<=\s)[-–—―|·•](?=\s)|[|｜·•])"
    r"|(?P<slash>(?<=[\w.])\s?/\s?(?=[^\W\d_]))"
    r"|(?P<bracket>[()\[\]{}（）【】])"
    r"|(?P<quote>[“”\"„«»「」《》]|``|''|(?<![^\W\d_])[‘'‚](?=\w)|(?<=[\w.?!,])[’'](?![^\W\d_]))"
    r"|(?P<maths>\$\s*\^?\{?[^$\n]{1,20}\}?\s*\$|\^\{[^{}\n]{1,20}\})"
    rf"|(?P<mark>(?<=\S)[{MARKS}]+|[{MARKS}]+(?=\s|$|,))"
)
_ET_AL = r"et\.? ?al\b\.?|al\.|v\. ?dğr|et coll\.?|u\. ?a\.|и др\.|a kol\.|ve ark\.|vd\.|i in\.|y col\.|y otros|e outros|et autres|ym\.|m\. ?fl\.|mfl\.|dkk\.?|idr\.|in drugi|és mtsai|等|ほか|\.\.\.|…|others\b"
ET_AL = lazily(rf"(?:{_ET_AL})\.?", 2)
_LEAD = lazily(
    r"(?:in|dans|en|em|by|with|joint(?: work)? with|(?:to appear|accepted|published|appeared|in press|presented|submitted)"
    r"(?: (?:by|to|at|in|as))?)(?=:?\s+[^\Wa-z\d_]|$)",
    2,
)
OPENING = "“\"„«「《‘'‚``"


@dataclass(slots=True)
class Segment:
    """A piece of one look without a separator in it."""

    start: int
    end: int
    text: str
    style: Style
    before: str
    """The separator before it, folded: `, `, `. `, ` & `, `|` for a line break…"""
    line: int
    """Number of its line, from 0."""
    bullet: bool
    """Whether its line begins with a bullet or a number."""
    quoted: bool
    bracketed: bool
    year: bool = False
    marks: str = ""
    """Marks of equal contribution and the like that stand after it."""
    after: str = ""
    """The separator after it."""
    marks_end: int = 0
    """Offset after its marks."""


def cut(shown: Visible) -> list[Segment]:
    """Return the segments of an entry, in order."""
    return _Cutter(shown).segments()


class _Cutter:
    """The state of one cutting."""

    def __init__(self, shown: Visible) -> None:
        self.shown = shown
        self.text = shown.text
        self.found: list[Segment] = []
        self.before = ""
        self.line = 0
        self.bullet = False
        self.quote = ""
        self.depth = 0
        self.run = 0

    def segments(self) -> list[Segment]:
        """Walk through the separators and take what stands between."""
        at = 0
        for match in _CUT.finditer(self.text):
            if match.start() < at or not self.cuts(match):
                continue
            if match.start() > at:
                self.piece(at, match.start())
            at = self.separator(match)
        if at < len(self.text):
            self.piece(at, len(self.text))
        for one, other in zip(self.found, self.found[1:], strict=False):
            one.after = other.before
        if self.found:
            self.found[-1].after = self.before or "$"
        return self.found

    def cuts(self, match) -> bool:
        """Whether a match is a separator: words join only what begins with a capital or a particle."""
        kind = match.lastgroup
        if kind in ("joiner", "slash"):
            following = self.text[match.end()]
            if following.lower() != following.upper():
                return following.isupper() or (kind == "joiner" and _PARTICLE.match(self.text, match.end()) is not None)
        if kind == "quote" and match[0] in "’'‘‚":
            at = match.start()
            if at and self.text[at - 1].isalnum() or match[0] == "’":
                return self.quote in ("‘", "'", "‚") and bool(self.quote)
            return _CLOSING_QUOTE.search(self.text, match.end()) is not None
        return True

    def separator(self, match) -> int:
        """Note a separator; return where the text goes on."""
        kind = match.lastgroup
        said = match[0]
        if kind == "break":
            return self.broken(match.start(), match.end())
        if kind == "year":
            self.add(match.start(), match.end(), year=True)
            end = match.end()
            if self.text[end : end + 1].isalpha():
                end += 1
            return end
        if kind == "quote":
            opening = said in "“„«「《‘‚``" if not self.quote or said in "„«「《" else False
            if said in "\"'" and not self.quote:
                opening = True
            if said == "“" and self.quote == "„":
                opening = False
            self.quote = said if opening else ""
            self.before += "“" if opening else "”"
            return match.end()
        if kind == "bracket":
            opening = said in "([{（【"
            self.depth = max(0, self.depth + (1 if opening else -1))
            self.before += said if said in "()[]" else "(" if opening else ")"
            return match.end()
        if kind in ("mark", "maths"):
            if self.found and not self.before.strip(",* "):
                self.found[-1].marks += said
                self.found[-1].marks_end = match.end()
            self.before += "*" if not self.before.endswith("*") else ""
            return match.end()
        if kind == "joiner":
            joined = said.strip()
            self.before += (joined[0] if joined[0] in ",;" else "") + "&"
            return match.end()
        if kind in ("dots", "slash"):
            self.before += "…" if kind == "dots" else "/"
            return match.end()
        if kind == "image":
            self.before += "!"
            return match.end()
        if kind == "stop" and len(said) > 1:
            self.look(match.start(), match.end(), self.run_at(match.start()).style)
            self.before += "."
            return match.end()
        if kind == "stop" and said in "?!":
            if self.found and self.found[-1].end == match.start():
                self.found[-1].end = match.end()
                self.found[-1].text = self.text[self.found[-1].start : match.end()]
                self.found[-1].marks_end = match.end()
        self.before += {"。": ".", "，": ",", "；": ";", "、": ",", "،": ",", "؛": ";", "：": ":", "｜": "|", "—": "–", "―": "–"}.get(said, said)
        return match.end()

    def broken(self, start: int, end: int) -> int:
        """Note breaks: `/` for a soft one, `|` for a hard one or a block's border, `^` for a bullet."""
        shown = self.shown
        worst = ""
        at = self.text.find("\n", start, end)
        while 0 <= at < end:
            kind = self.run_at(at).kind
            if kind == BULLET:
                worst = "^"
                self.bullet = True
            elif kind != SOFT and worst != "^":
                worst = "|"
                self.bullet = False
            elif not worst:
                worst = "/"
            at = self.text.find("\n", at + 1, end)
        del shown
        if self.found and self.found[-1].line == self.line and worst != "/":
            self.line += 1
            self.quote = ""
            self.depth = 0
        self.before += worst
        return end

    def run_at(self, at: int):
        """The run at an offset, the walk going forward only."""
        starts = self.shown.starts
        index = bisect_right(starts, at) - 1
        while index > 0 and not self.shown.runs[index].text and starts[index] == at and self.shown.runs[index].kind == TEXT:
            index -= 1
        return self.shown.runs[index]

    def piece(self, start: int, end: int) -> None:
        """Take what stands between two separators, cut where its look changes."""
        starts, runs = self.shown.starts, self.shown.runs
        index = bisect_right(starts, start) - 1
        at = start
        while at < end:
            style = runs[index].style
            stop = index + 1
            while stop < len(runs) and starts[stop] < end and _same(runs[stop].style, style):
                stop += 1
            until = min(end, starts[stop] if stop < len(runs) else end)
            if until > at:
                self.look(at, until, style)
            at, index = until, stop
        return

    def look(self, start: int, end: int, style: Style) -> None:
        """Take a piece of one look: superscripts are marks, what leads in is a piece of its own."""
        text = self.text
        while start < end and text[start] in " \t\u00a0\u200b\u3000~./":
            start += 1
        if self.found and (joined := _JOINED.match(text, start, end)) and text[joined.end()].isupper():
            self.before += "&"
            start = joined.end()
        while end > start and text[end - 1] in " \t\u00a0\u200b\u3000~":
            end -= 1
        while start < end and text[start] in "-–" and text[start + 1 : start + 2] == " ":
            start += 2
        while end > start and text[end - 1] in "-–.":
            if text[end - 1] == "." and self.text[end : end + 1] not in ("-", "–"):
                break
            end -= 1
        if start >= end:
            return
        if style.sup and self.found:
            self.found[-1].marks += text[start:end]
            self.found[-1].marks_end = end
            self.before += "*" if not self.before.endswith("*") else ""
            return
        if not any(character.isalnum() for character in text[start:end]):
            self.before += text[start:end][:2]
            return
        if (lead := _LEAD.match(text, start, end)) and (lead.end() < end or end - start < 30):
            self.add(start, lead.end(), style=style)
            start = lead.end()
            while start < end and text[start] in " :\u00a0":
                start += 1
        elif (others := ET_AL.search(text, start, end)) and others.start() > start and text[others.start() - 1] == " ":
            self.look(start, others.start(), style)
            start = others.start()
        if start < end:
            volume = _VOLUME.search(text, start, end)
            self.add(start, volume.start() if volume else end, style=style)
            if volume:
                self.add(volume.start(1), end, style=style)

    def add(self, start: int, end: int, *, style: Style | None = None, year: bool = False) -> None:
        """Add a segment."""
        look = style or self.run_at(start).style
        self.found.append(
            Segment(
                start, end, self.text[start:end], look, self.before, self.line, self.bullet,
                bool(self.quote), self.depth > 0, year, "", "", end,
            )
        )
        self.before = ""


def _same(one: Style, other: Style) -> bool:
    """Whether two styles look alike."""
    return one is other or one == other
