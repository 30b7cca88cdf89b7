"""Lists of authors: recognising one in visible text, and writing one as the neighbours do."""

from __future__ import annotations

import re

from profile_tui.content.entries.entry import Author
from profile_tui.content.entries.lexicon import NOT_NAMES
from profile_tui.markup.inline import IMAGE, LIQUID, Visible
from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_PARTICLES = frozenset(
    "van von der den de del della di da dos du la le el al bin ibn ter ten zu y dr prof jr jr. sr sr. ii iii iv".split()
)
_MARKS = "*†‡§#^✉¶∗⋆☆★♯♠♣♦✝✢⚹📧"
_MARK_RUN = lazily(
    rf"[{re.escape(_MARKS)}\s\ufe0f]*[{re.escape(_MARKS)}]\ufe0f?|\s?\}}|\s?\(\s?[{re.escape(_MARKS)}]+\s?\)|[¹²³⁴⁵]+"
)
_SEPARATOR = lazily(r"\s*(?:[,;，；、·]\s*(?:and\b|&|和|及)?|\band\b|&|和(?=[\u4e00-\u9fff])|\n)\s*")
_WORD = lazily(r"(?:[^\W\d_]\.(?:-?[^\W\d_]\.)*|[^\W\d_](?:(?:[^\W\d_]|['’ʼ`\-‐.·])*[^\W\d_])?\.?)")
_HYPHENED = lazily(r"[-‐][^\W\d_]\.")
_SURNAME = lazily(r" [A-Z][a-z]+(?=\W{0,4}(?:[,，、]|$))")
_CJK = lazily(r"[\u4e00-\u9fff·]{2,5}(?![\u4e00-\u9fff])|[\uac00-\ud7a3]{2,4}")
_ET_AL = lazily(r"et\.?\s?al\.?|等|\.\.\.|…|others", re.I)
_AND_OTHERS = lazily(r"\s+et\.?\s?al\b\.?")
_GAP = lazily(r"(?:\.\.\.|…)\s*,?\s*(?:&|and\b)\s*(?=\w)")
_SYMBOLS = lazily(r"[\u2190-\u2bff\U0001f000-\U0001faff\u200d\ufe0f]+\s*")
_PERHAPS = frozenset("can an do in on to so how".split())
_NOTE = lazily(r"\s?[(（](?![^()（）]*\d{4})[^()\[\]（）|]{1,60}[)）](?=\s*(?:[,;，；、\n]|and\b|$))")
_ICON = lazily(r"[ \u00a0]+\ufffc")
_CONSONANTS = lazily(r"[B-DF-HJ-NP-TV-XZ]{3,}")
_INITIALS = lazily(r"(?:[^\W\d_]\.[\s-]?){1,4}$")


@dataclass(slots=True)
class Names:
    """A list of authors found in visible text."""

    start: int
    end: int
    """Offsets in `Visible.text`, marks and notes of the last author within."""
    authors: list[Author] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    """Each name's own offsets."""
    closed: bool = True
    """Whether what follows is a border (a break, a period, a bracket), not more of a sentence."""


def emphasised(shown: Visible, start: int, end: int) -> str:
    """How the runs of a name are set off: a sign for each style that all of it has; empty where none."""
    styles = [shown.run_at(index).style for index in range(start, end) if not shown.text[index].isspace()]
    if not styles:
        return ""
    return "".join(
        sign
        for sign, on in (
            ("b", all(style.bold for style in styles)),
            ("u", all(style.underline for style in styles)),
            ("i", all(style.italic for style in styles)),
            ("f", all(style.font for style in styles)),
        )
        if on
    )


def read(shown: Visible, start: int, end: int) -> Names | None:
    """The list of authors that begins at `start`; None where none does."""
    text = shown.text
    at = start
    while at < end and (text[at].isspace() or text[at] in "\ufffc{"):
        at += 1
    if (symbols := _SYMBOLS.match(text, at, end)) and text[at] not in _MARKS:
        at = symbols.end()
    names = Names(at, start)
    while at < end:
        stop = _name(shown, at, end)
        if stop is None:
            if names.places and (gap := _GAP.match(text, at, end)):
                at = gap.end()  # names left out before the last
                continue
            others = _ET_AL.match(text, at, end)
            if others and names.places:
                names.end = others.end()
            break
        if names.places and _looks_other(shown, names.places[0][0], at):
            break
        after, marks = _marks(shown, stop, end)
        names.places.append((at, stop))
        names.authors.append(Author(_clean(text[at:stop]), marks=marks))
        names.end = after
        separator = _SEPARATOR.match(text, after, end)
        if separator is None:
            if (others := _AND_OTHERS.match(text, after, end)) is not None:
                names.end = others.end()
            break
        at = separator.end()
    if not names.places:
        return None
    _close(shown, names, end)
    _join_initials(names)
    _mark_own(shown, names)
    return names


def _close(shown: Visible, names: Names, end: int) -> None:
    """Lets a list end at a border: a last name that goes on as a sentence is none."""
    names.closed = _border(shown.text, names.end, end)
    if not names.closed and len(names.places) > 1:
        names.authors.pop()
        names.places.pop()
        names.end, _ = _marks(shown, names.places[-1][1], end)
        names.closed = True


def _mark_own(shown: Visible, names: Names) -> None:
    """Says which names are set off from the others: they are the owner's."""
    looks = [emphasised(shown, *place) for place in names.places]
    common = min(set(looks), key=lambda look: (-looks.count(look), look))
    mine = [bool(look) if len(looks) == 1 else bool(set(look) - set(common)) for look in looks]
    names.authors = [author._replace(me=own) for author, own in zip(names.authors, mine, strict=True)]


def source(shown: Visible, names: Names) -> Span:
    """Where a list of authors stands in the source, with the links of its first and last name or an icon behind it."""
    start, end = shown.span(names.start, names.end)
    first, last = shown.run_at(names.start).style, shown.run_at(names.end - 1).style
    if first.href is not None and (not names.start or shown.run_at(names.start - 1).style.link != first.link):
        start = min(start, first.link)
    return Span(start, max(end, last.link_end) if last.href is not None and last.link >= start else end)


def _looks_other(shown: Visible, first: int, at: int) -> bool:
    """Whether a word is set in code or italics as the first name is not: a venue that follows the names."""
    one, other = shown.run_at(first).style, shown.run_at(at).style
    return (other.code and not one.code) or (other.italic and not other.bold and not one.italic)


def _clean(name: str) -> str:
    """A name on one line."""
    return " ".join(name.replace("\ufffc", "").split())


def _name(shown: Visible, at: int, end: int) -> int | None:
    """Where the name that begins at `at` ends; None where none begins."""
    text = shown.text
    if cjk := _CJK.match(text, at, end):
        return cjk.end()
    words: list[str] = []
    last = at
    while last < end and len(words) < 6:
        begin = _next_word(shown, at, last, end, words) if words else at
        word = _WORD.match(text, begin, end) if begin is not None else None
        if word is None or word[0].lower() in ("and", "with"):
            break
        bare = word[0].lower()
        capital = not word[0][0].islower()
        given = not words and bare in _PERHAPS and _SURNAME.match(text, word.end(), end)
        if not (capital or bare in _PARTICLES) or (_no_name(bare) and not given):
            if words and capital:
                return None
            break
        words.append(word[0])
        last = word.end()
        if _ends_sentence(word[0]):
            last -= 1
            break
    behind = "" if last < end and shown.run_at(last).style.sup else text[last:end]
    return last if _is_name(words, behind) else None


def _next_word(shown: Visible, at: int, last: int, end: int, words: list[str]) -> int | None:
    """Where a further word of a name may begin; None where the name ends.

    Args:
        shown: The text.
        at: Where the name begins.
        last: Where its last word ends.
        end: Where the text ends for this purpose.
        words: Its words so far.
    """
    text = shown.text
    begin = last
    while begin < end and text[begin] in " \u00a0":
        begin += 1
    if len(words) == 1 and begin < end and text[begin] == "\n" and text[at - 2 : at] == ", ":
        begin += 1  # a name that a line end of the source parts
    if begin < end and shown.run_at(begin).style.link != shown.run_at(at).style.link:
        return None  # a linked title right behind the last name
    if len(words) > 1 and begin < end and not _same_bold(shown, at, last, begin):
        return None  # a venue in bold
    if words[-1].endswith(".") and _HYPHENED.match(text, begin, end):
        begin += 1
    return begin if begin > last else None


def _ends_sentence(word: str) -> bool:
    """Whether the period after a word ends a sentence and not an abbreviation."""
    return word.endswith(".") and len(word) > 2 and word.lower() not in _PARTICLES and word.count(".") == 1


def _same_bold(shown: Visible, first: int, *others: int) -> bool:
    """Whether some characters are bold as the first one is, or none of them."""
    return all(shown.run_at(at).style.bold == shown.run_at(first).style.bold for at in others)


def _no_name(word: str) -> bool:
    """Whether a word, in lower case and perhaps with the period that ends a sentence, is in titles but not in names."""
    return (word in NOT_NAMES and len(word) > 1) or (word.endswith(".") and len(word) > 3 and word[:-1] in NOT_NAMES)


def _is_name(words: list[str], behind: str) -> bool:
    """Whether words can be one person's name; `behind` is the text that follows them."""
    if not words or len(words) >= 6 or behind[:1].isdigit() or not any(not word[0].islower() for word in words):
        return False
    if all(word.isupper() and len(word) > 2 and "." not in word for word in words):
        return False  # an acronym
    if any(_CONSONANTS.fullmatch(word) for word in words):
        return False
    if len(words) > 1 or _INITIALS.fullmatch(words[0]):
        return True
    return len(words[0]) > 1 and re.match(r",\s*[^\W\d_]\.", behind) is not None  # one word only as `Last, F.`


def _marks(shown: Visible, at: int, end: int) -> tuple[int, tuple[str, ...]]:
    """What stands behind a name that is no part of it: marks, superscripts, a remark in brackets; and the marks."""
    text = shown.text
    marks: list[str] = []
    while at < end:
        if found := _MARK_RUN.match(text, at, end):
            marks += [character for character in found[0] if character in _MARKS]
            at = found.end()
        elif shown.run_at(at).style.sup and not text[at].isspace():
            stop = at
            while stop < end and shown.run_at(stop).style.sup:
                stop += 1
            marks += [part for part in re.split(r"[\s,]+", text[at:stop]) if part]
            at = stop
        elif text[at] == "$" and (maths := re.compile(r"\$\s*\^?\{?([^$]{1,20}?)\}?\s*\$").match(text, at, end)):
            marks.append(maths[1].strip("^{}"))
            at = maths.end()
        elif shown.run_at(at).kind in (IMAGE, LIQUID) and text[at] == "\ufffc":
            at += 1
        elif (icon := _ICON.match(text, at, end)) and shown.run_at(icon.end() - 1).style.href is not None:
            at = icon.end()  # a linked icon behind a name, as ORCID's
        elif note := _NOTE.match(text, at, end):
            at = note.end()
        else:
            return at, tuple(marks)
    return at, tuple(marks)


def _join_initials(names: Names) -> None:
    """Puts `Last, F.` together again, which the comma parted."""
    initials = [bool(_INITIALS.fullmatch(author.name)) and "." in author.name for author in names.authors]
    if sum(initials) * 3 < len(initials):
        return
    joined: list[Author] = []
    places: list[tuple[int, int]] = []
    for author, place, initial in zip(names.authors, names.places, initials, strict=True):
        if (
            initial
            and joined
            and not _INITIALS.search(joined[-1].name.split(",")[-1].strip())
            and "," not in joined[-1].name
        ):
            joined[-1] = Author(f"{joined[-1].name}, {author.name}", marks=joined[-1].marks + author.marks)
            places[-1] = (places[-1][0], place[1])
        else:
            joined.append(author)
            places.append(place)
    names.authors, names.places = joined, places


def _border(text: str, at: int, end: int) -> bool:
    """Whether a list of names may end here: not in the middle of a sentence."""
    rest = text[at:end].lstrip(" \u00a0")
    return not rest or rest[0] in '.,:;\n([|<\ufffc“"-–—。，：（【{' or not rest[0].islower()
