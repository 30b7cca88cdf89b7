"""An entry's visible text, cut once: at changes of look, at breaks and at separators."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise
from string import ascii_letters

from profile_tui.content.entries import lexicon
from profile_tui.content.publications.cutting import separators
from profile_tui.content.publications.cutting.lines import DASHES, look_of, without_dashes
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.markup.inline import BULLET, PLAIN, SOFT, TEXT, Run, Style, Visible

_DOUBTED = frozenset(("joiner", "slash", "quote", "numbered", "formula"))
"""Types of separators that part only in some places, and what is passed over as a whole."""
_NOTED = {"usual": ",", "dots": "…", "slash": "/"}
"""As what types of separators are noted; the others that do nothing are noted as they are."""
_BLANKS = " \t\u200b\u3000~"
_STRAY, _BEHIND = _BLANKS + "./", _BLANKS + "→"
_SETS_OFF = frozenset("iblq")
_LONG = 80
"""Characters that the name of a body of people has at most."""
_SHORT = 10
"""Characters that it has at least up to what it is for."""
_LETTERS = frozenset(ascii_letters)
_BEGIN = _LETTERS - {"a", "e", "u"}
"""How most pieces begin: with none of these is anything to be trimmed, nor does one of them join."""
_FIRST_SYMBOL = "\u2100"
_JOINED = frozenset("aeu&و")
"""How words that join begin."""


def cut(shown: Visible) -> list[Segment]:
    """Return the segments of an entry, in order."""
    return _Cutter(shown).segments()


class _Cutter:
    """The state of one cutting: what was found, and the separator since."""

    def __init__(self, shown: Visible) -> None:
        self.shown = shown
        self.text = shown.text.replace("\u00a0", " ").replace("\u202f", " ")
        self.found: list[Segment] = []
        self.before = ""
        self.line = 0
        self.bullet = False
        self.quote = ""
        self.depth = 0
        self.bare: bool | None = None
        """Whether initials are after surnames without stops; None before that is asked."""
        self.last_closing: int | None = None
        """Where the last single quotation mark is that closes, -1 where none is; None before that is asked."""
        self.leaves_out = lexicon.may_have_others(self.text)
        """Whether something may stand for authors who are left out."""
        self.numbered: bool | None = None
        """Whether names have numbers after them, those of affiliations; None before that is asked."""

    def segments(self) -> list[Segment]:
        """Walk through the separators and take what is between."""
        at = 0
        for match in separators.SEPARATOR.finditer(self.text):
            group = match.lastindex
            if group is None:
                continue  # plain text without a separator after it
            start, end = match.span(group)
            if start < at:
                continue
            kind = separators.KINDS[group]
            if kind in _DOUBTED and not self.parts(kind, start, end):
                at = self.passed(kind, at, start)
                continue
            if start > at:
                self.piece(at, start)
            at = end
            if noted := _NOTED.get(kind):
                self.before += noted
            elif take := _TAKEN.get(kind):
                take(self, start, end)
                if kind == "year" and (rest := separators.DATE_REST.match(self.text, at)):
                    at = rest.end()
            else:
                sign = self.text[start:end]
                self.before += separators.FOLDED.get(sign, sign)
        if at < len(self.text):
            self.piece(at, len(self.text))
        for segment, following in pairwise(self.found):
            segment.after = following.before
        if self.found:
            self.found[-1].after = self.before or "$"
        return self.found

    def passed(self, kind: str, at: int, start: int) -> int:
        """Pass over what looks like a separator and is none; return up to where pieces are taken."""
        if kind != "joiner" or self.text[start] not in ",;":
            return at
        self.piece(at, start)  # the comma parts all the same
        self.before += self.text[start]
        return start + 1

    def parts(self, kind: str, start: int, end: int) -> bool:
        """Return whether a match is a separator where it is."""
        if kind == "joiner" and (self.goes_on(start) or self.is_in_title(start, end)):
            return False
        if kind in ("joiner", "slash"):  # words join only what begins with a capital or a particle
            following = self.text[end]
            if not following.isupper() and following.lower() != following.upper():
                return separators.parts_small(self.text, start, end)
        elif kind == "numbered":
            if self.numbered is None:
                self.numbered = len(separators.NUMBERED.findall(self.text)) > 1
            return self.numbered
        elif kind == "quote" and self.text[start:end] in "’'‘‚":  # most of them are apostrophes
            if self.quote and self.quote in "‘'‚" and start and not self.text[start - 1].isspace():
                return self.closes(start)
            if (start and self.text[start - 1].isalnum()) or self.text[start] == "’":
                return False
            if self.last_closing is None:
                closing = (match.start(1) for match in separators.CLOSING_QUOTE.finditer(self.text))
                self.last_closing = max(filter(self.closes, closing), default=-1)
            return self.last_closing > start
        return kind != "formula"

    def goes_on(self, at: int) -> bool:
        """Return whether what is before a word that joins is no whole name: a small word, or part of a longer one."""
        text, begins = self.text, max(0, at - 30)
        word = text[text.rfind(" ", begins, at) + 1 : at]
        is_name = word.isalpha() and word[0].isupper()
        if separators.is_in_surname(text, at) or (not is_name and separators.SMALL_BEFORE.search(text, begins, at)):
            return True
        begins = max(self.found[-1].end if self.found else 0, at - _LONG)
        return at - begins >= _SHORT and separators.BODY_BEFORE.search(text, begins, at) is not None

    def is_in_title(self, start: int, end: int) -> bool:
        """Return whether a word joins words within what is set off that are no names, as in `*Rivers and Lakes*`."""
        starts = self.shown.starts
        index = bisect_right(starts, start)
        set_off = look_of(self.shown.runs[index - 1].style, quoted=bool(self.quote))
        if _SETS_OFF.isdisjoint(set_off):
            return False
        begins, stop = starts[index - 1], starts[index] if index < len(starts) else len(self.text)
        if end >= stop or not self.text[end].isupper():
            return False
        begins = max(begins, self.found[-1].end if self.found else 0)
        several = " " in self.text[begins:start].strip(' ,;.“”"«»')
        patterns = (separators.INITIAL_BEFORE, separators.INITIALS_BEFORE)
        named = several or any(each.search(self.text, starts[index - 1], start) for each in patterns)
        return not named or separators.NAME_AFTER.match(self.text, end, stop) is None

    def closes(self, at: int) -> bool:
        """Return whether a quotation mark closes: no letter is after it, or one of another look."""
        following = self.text[at + 1 : at + 2]
        return not following.isalpha() or self.run_at(at).style != self.run_at(at + 1).style

    def year(self, start: int, end: int) -> None:
        """Take a year as a segment."""
        self.add(start, end, self.run_at(start).style, year=True)

    def initials(self, start: int, end: int) -> None:
        """Take initials as a segment of their own, their last stop being a separator, too; of each look, another."""
        run, last_run = self.run_at(start), self.run_at(end - 1)
        style = run.style
        if run is not last_run:
            parted = self.text.find(" ", start, end)
            if parted > 0 and self.run_at(parted + 1).style != style:  # `in the year I**. C. Moss`
                self.initials(start, parted)
                self.initials(parted + 1, end)
                return
        if not self.before and self.ends_name(start, end):
            last = self.found[-1]
            last.end = last.marks_end = end - 1
            last.text = self.text[last.start : last.end]
            self.before = "."
            return
        if last_run.style != style:
            end -= 1  # the stop is outside the look of the initial
        if style.sup or self.leaves_out or self.text[end : end + 1] in DASHES:
            self.look(start, end, style)
        else:
            self.add(start, end, style)
        self.before += "."

    def ends_name(self, start: int, end: int) -> bool:
        """Return whether an initial ends the name before it; where initials have no stops, its stop is the list's."""
        if end - start > 2 or self.before or not self.found or not self.text[start].isupper():
            return False
        if self.bare is None:
            is_full = separators.IN_FULL.search(self.text, 0, start) is not None
            self.bare = not is_full and separators.BARE.search(self.text, 0, start) is not None
        last = self.found[-1]
        beside = self.text[last.end : start] == " " and last.style == self.run_at(start).style
        is_inner = self.text[end : end + 1] == ","
        return self.bare and beside and not is_inner and last.text[-2:].isalpha() and not last.text.islower()

    def joiner(self, start: int, _: int) -> None:
        """Note a word that joins, as `&`."""
        first = self.text[start]
        self.before += first + "&" if first in ",;" else "&"

    def mark(self, start: int, end: int) -> None:
        """Give marks to the segment that they are after."""
        if self.found and (not self.before.strip(",* ") or (self.found[-1].end == start and self.before == ".")):
            mark = self.text[start:end]
            self.found[-1].marks += mark.strip("$^{}()[] ") or mark
            self.found[-1].marks_end = end
        self.before += "*" if not self.before.endswith("*") else ""

    def stop(self, start: int, end: int) -> None:
        """Note what ends a sentence; question and exclamation marks belong to it."""
        stop = self.text[start]
        last = self.found[-1] if self.found else None
        if stop in "?!" and last is not None and not self.text[last.end : start].strip():  # `Sûr ?`
            last.end = last.marks_end = end
            last.text = self.text[last.start : end]
        self.before += separators.FOLDED.get(stop, stop)

    def bracket(self, start: int, _: int) -> None:
        """Note a bracket, and how deep in brackets the text goes on."""
        bracket = separators.FOLDED.get(self.text[start], self.text[start])
        self.depth = max(0, self.depth + (1 if bracket in "([" else -1))
        self.before += bracket

    def quoted(self, start: int, end: int) -> None:
        """Note a quotation mark, as one that opens or one that closes."""
        quote = self.text[start:end]
        opens = separators.opens(self.text, start, end, within=self.quote)
        self.quote = quote if opens else ""
        self.before += "“" if opens else "”"

    def broken(self, start: int, end: int) -> None:
        """Note breaks: `/` for a soft one, `|` for a hard one or a block's border, `^` for a bullet."""
        worst = ""
        at = self.text.find("\n", start, end)
        while at >= 0:
            kind = self.run_at(at).kind
            if kind == BULLET:
                worst, self.bullet = "^", True
            elif kind != SOFT and worst != "^":
                worst, self.bullet = "|", False
            else:
                worst = worst or "/"
            at = self.text.find("\n", at + 1, end)
        if self.found and self.found[-1].line == self.line and worst != "/":
            self.line += 1
            self.quote = ""
            self.depth = 0
        self.before += worst

    def run_at(self, at: int) -> Run:
        """Return the run that shows a character."""
        starts, runs = self.shown.starts, self.shown.runs
        index = bisect_right(starts, at) - 1
        while index > 0 and not runs[index].text and starts[index] == at and runs[index].kind == TEXT:
            index -= 1
        return runs[index]

    def piece(self, start: int, end: int) -> None:
        """Take what is between two separators, cut where its look changes."""
        starts, runs = self.shown.starts, self.shown.runs
        count, following = len(runs), bisect_right(starts, start)
        while start < end:
            style = runs[following - 1].style
            while following < count and starts[following] < end and runs[following].style == style:
                following += 1
            until = starts[following] if following < count and starts[following] < end else end
            if until > start:
                self.look(start, until, style)
            start = until
            following += 1

    def look(self, start: int, end: int, style: Style) -> None:
        """Take a piece of one look: superscripts are marks, what leads in is a piece of its own."""
        text = self.text
        start += text[start : start + 1] == " "
        if start < end and self.is_plain(start, end, style):
            self.add(start, end, style)
            return
        start, end = self.trimmed(start, end)
        if start >= end:
            return
        stop = end
        while text[end - 1] in ",;:" and end - 1 > start:
            end -= 1  # before a number, as in `Journal,2024`
        self.looked(start, end, style)
        self.before += text[end:stop]

    def is_plain(self, start: int, end: int, style: Style) -> bool:
        """Return whether nothing is to be trimmed or cut in a piece of one look, as in most."""
        text = self.text
        if self.leaves_out or style.sup:
            return False
        if text[start] in _BEGIN:
            last = text[end - 1]
            is_whole = (
                last in _LETTERS and not text[end - 2].isdecimal() and (last != "n" or text[end : end + 1] != ":")
            )
            return is_whole and not self.lead_end(start, end)
        return text[start:end].isdecimal()

    def looked(self, start: int, end: int, style: Style) -> None:
        """Take a piece of one look that begins and ends with a word or a sign."""
        text = self.text
        if style.sup and self.found:
            self.found[-1].marks += text[start:end]
            self.found[-1].marks_end = end
            self.before += "*" if not self.before.endswith("*") else ""
        elif not text[start].isalnum() and not any(map(str.isalnum, text[start:end])):
            self.before += text[start:end][:2]
        elif led := self.lead_end(start, end):
            self.add(start, led, style)
            self.look(led + (text[led : led + 1] == ":"), end, style)
        elif self.leaves_out and (others := self.left_out(start, end)) is not None:
            self.look(start, others, style)
            whole = lexicon.ET_AL.fullmatch(text, others, end)
            self.add(others, end if whole else end + 1, style)
        elif self.counts_venue(start) and (count := separators.COUNT_BEFORE.match(text, start, end)):
            self.add(start, count.end() - 1, style)
            self.look(count.end(), end, style)
        elif text[end : end + 1] == ":" and (lead := separators.LEAD_AFTER.search(text, start, end)):
            self.look(start, lead.start(), style)
            self.add(lead.start(1), end, style)
        else:
            may = text[end - 1].isdecimal() or text[end - 2].isdecimal()
            volume = separators.VOLUME.search(text, start, end) if may else None
            self.add(start, volume.start() if volume else end, style)
            if volume:
                self.add(volume.start(1), end, style)

    def lead_end(self, start: int, end: int) -> int:
        """Return where words end that lead in what comes next; 0 where a piece does not begin with such."""
        first = self.text[start : start + 3] if end - start > 2 else self.text[start:end]
        if first.lower().rstrip() not in separators.BEGIN_LEAD or self.quote:
            return 0
        lead = separators.LEAD.match(self.text, start, end)
        begins = lead and not self.found and " " not in lead[0] and self.text.startswith(" ", lead.end())  # `In Fog`
        return lead.end() if lead and not begins and (lead.end() < end or end - start < 30) else 0

    def counts_venue(self, start: int) -> bool:
        """Return whether a number at a place may count a venue's volumes: after a year or what is set off."""
        if not self.text[start].isdecimal():
            return False
        last = self.found[-1] if self.found else None
        return last is not None and self.before.strip() in ("", ")", ",", "”,", ",”") and (last.year or last.look != "")

    def left_out(self, start: int, end: int) -> int | None:
        """Return where `et al.` begins after a name that ends there, if it does."""
        stop = end + self.text.startswith(".", end)
        match = lexicon.AND_OTHERS.search(self.text, start, stop)
        return None if match is None or lexicon.ET_AL.match(self.text, start, stop) else match.start() + 1

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Return a piece without blanks, stray punctuation and joining words at its ends."""
        text = self.text
        while start < end and text[start] in _STRAY:
            start += 1
        if text[start : start + 1] > _FIRST_SYMBOL and (symbols := separators.SYMBOLS.match(text, start, end)):
            start = symbols.end()
        if (
            text[start : start + 1] in _JOINED
            and self.found
            and (joined := separators.JOINED.match(text, start, end))
            and text[joined.end()].isupper()
        ):
            self.before += "&"
            start = joined.end()
        if text[end - 1].isalnum() and text[start : start + 1].isalnum():
            return start, end  # as most are
        while end > start and text[end - 1] in _BEHIND:
            end -= 1
        return without_dashes(text, start, end)

    def add(self, start: int, end: int, style: Style, *, year: bool = False) -> None:
        """Add a segment."""
        quoted = self.quote != ""
        look = "" if style is PLAIN and not quoted else look_of(style, quoted=quoted)
        text, before, line, bullet = self.text[start:end], self.before, self.line, self.bullet
        bracketed = self.depth > 0
        self.found.append(
            Segment(start, end, text, style, before, line, bullet, quoted, bracketed, look, year, "", "", end)
        )
        self.before = ""


_TAKEN: dict[str, Callable[[_Cutter, int, int], None]] = {
    "break": _Cutter.broken,
    "address": lambda cutter, start, end: cutter.add(start, end, cutter.run_at(start).style),
    "year": _Cutter.year,
    "joiner": _Cutter.joiner,
    "initials": _Cutter.initials,
    "stop": _Cutter.stop,
    "bracket": _Cutter.bracket,
    "quote": _Cutter.quoted,
    "numbered": _Cutter.mark,
    "mark": _Cutter.mark,
}
"""What types of separators do that are not only noted."""
