"""Items that stand in running text: `lake ice, radar and floods`, a row of badges, lines with breaks between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from profile_tui.content.entries.entry import PHRASE, Unit
from profile_tui.content.languages.naming import is_lead, is_part_of_a_sentence, joint_of, remainder
from profile_tui.markup.inline import plain
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_LONGEST, _MOST_WORDS, _FEW_WORDS, _LONGEST_LINE = 90, 12, 4, 160
_WHOLE = lazily(
    r"\s*(?:<(\w+)\b[^<>]*>(?P<a>(?:(?!</?\1\b).)*)</\1>|(\*{1,3}|_{1,3})(?=\S)(?P<b>[^*_]+)\3)[ \t]*", re.S
)
_INNER = lazily(
    r"\{\{.*?\}\}|&(?!nbsp;)\w+;|`[^`\n]+`|<(?P<tag>\w+)\b[^<>]*>(?:(?!</?(?P=tag)\b).)*</(?P=tag)>|!?\[[^\[\]]*\](?:\([^()]*\))?|"
    r"\([^()]*\)|（[^（）]*）|(?P<mark>\*{1,3}|(?<!\w)_{1,3})(?=\S)[^*_]+?(?P=mark)|“[^”]*”|«[^»]*»",
    re.S,
)
"""What is of one piece, whatever signs it holds."""
_ELEMENT = (
    r"(?:`[^`\n]+`|<(?:span|code|kbd|mark|button|small|b|strong|em|i|a|div|p)\b[^<>]*>[^<>]*</\w+>)(?:\{:[^}\n]*\})?"
)
_DOTS = ("&bull;", "&middot;", "&sdot;")
_BADGE = lazily(_ELEMENT)
_BADGES = lazily(rf"\s*{_ELEMENT}(?:(?:\s|&nbsp;|<br\s*/?>)*[,·•|/]?(?:\s|&nbsp;|<br\s*/?>)*{_ELEMENT})+\s*")
_LINE_END = lazily(r"(?:[ \t]*<br\s*/?>[ \t]*\n?|[ ]{2,}\n|\\{1,2}\n)[ \t]*", re.I)
_BULLET = lazily(r"\s*(?:[•·▪●○◦‣▸►→✓✔–—*-]|&bull;|&#8226;|\d{1,2}[.)])(?:\s|&nbsp;)+")
_SENTENCE_END = lazily(r"(?<=[.!?])\s+|(?<=[。！？])\s*")
_STOP = lazily(r"[\s.。]*\Z")
_SEPARATORS = tuple(
    lazily(sign)
    for sign in (r"\s*[;；]\s*", r"(?:\s|&nbsp;)+(?:[·•|⋅∙‧/]|\\\|)(?:\s|&nbsp;)+", r"\s*、\s*", r"\s*[,，،]\s*")
)
"""What parts items, the strongest first: where there is one of these, the ones after it are within items."""
_COUNTED = lazily(r"[(（]?[ivxa-z\d]{1,4}[)）.]\s", re.I)
_EASTERN_NOUN = lazily(r"(?:研究|工作|领域|方向|等)\Z")
_LEAD_END = lazily(r"[^:：,，、;；.。]{1,80}[:：](?:\*\*|__|</\w+>)?\s*")


class _Text(NamedTuple):
    """A text, and the same with what is of one piece made unrecognizable; all offsets stay."""

    source: str
    masked: str


def parted(text: str, unit: Unit, language: str, *, alone: bool = True) -> list[Unit]:
    """Return the items of a paragraph or a box, as units of their own; nothing where that isn't certain.

    Args:
        text: The page.
        unit: The paragraph or box.
        language: The page's, where known.
        alone: Whether nothing else is under the heading, so that it needs no words to say what it names.
    """
    place = _within(text, unit.content)
    items = _badges(text, place) or (_lines(text, place) if alone else []) or _listed(text, place, language, alone)
    return [Unit(PHRASE, item, item, Span(item.start, item.start), unit.container, unit.markdown) for item in items]


def _within(text: str, content: Span) -> Span:
    """A range without the one element or emphasis that is around all of it."""
    while match := _WHOLE.fullmatch(text, *content):
        group = "a" if match["a"] is not None else "b"
        content = Span(*match.span(group))
    return content


def _badges(text: str, place: Span) -> list[Span]:
    """Elements with no words between them, after a lead."""
    lead = _LEAD_END.match(text, *place)
    start = lead.end() if lead else place.start
    if not _BADGES.fullmatch(text, start, place.end):
        return []
    items = [Span(*match.span()) for match in _BADGE.finditer(text, start, place.end)]
    is_menu = all(item.of(text).startswith("<a") for item in items)
    return [] if is_menu or any(not plain(text, item) for item in items) else items


def _lines(text: str, place: Span) -> list[Span]:
    """Short lines with breaks between them."""
    ends = list(_LINE_END.finditer(text, *place))
    starts, stops = [place.start, *(end.end() for end in ends)], [*(end.start() for end in ends), place.end]
    lines = [_trimmed(text, Span(*each)) for each in zip(starts, stops, strict=True)]
    lines = [line for line in lines if line.start < line.end]
    if len(lines) < 2:
        return []
    if lines[0].of(text).rstrip("*_ ").endswith((":", "：")):
        lines = lines[1:]
    bullets = [_BULLET.match(text, *line) for line in lines]
    if any(bullets) and not all(bullets):
        return []
    items = [
        Span(bullet.end() if bullet else line.start, line.end) for bullet, line in zip(bullets, lines, strict=True)
    ]
    if any("\n" in item.of(text) or item.end - item.start > _LONGEST_LINE for item in items):
        return []
    sentences = sum(len(_SENTENCE_END.split(plain(text, item))) > 1 for item in items)
    return items if len(items) > 1 and not sentences else []


def _listed(text: str, place: Span, language: str, alone: bool) -> list[Span]:
    """The items of the one sentence that names them."""
    masked = text[: place.start] + _INNER.sub(lambda match: _mask(match[0]), text[place.start : place.end])
    sentences = _sentences(masked, place)
    alone = alone and len(sentences) == 1
    lists = [items for sentence in sentences if (items := _items(_Text(text, masked), sentence, language, alone))]
    return lists[0] if len(lists) == 1 else []


def _mask(piece: str) -> str:
    """A piece of the same length without signs."""
    if piece.lower() in _DOTS:
        return "·".ljust(len(piece))
    return re.sub(r"[^\w\s]", "x", re.sub(r"\s", "x", piece))


def _sentences(masked: str, place: Span) -> list[Span]:
    """The sentences of a paragraph."""
    ends = list(_SENTENCE_END.finditer(masked, *place))
    starts = [place.start, *(end.end() for end in ends)]
    stops = [*(end.start() for end in ends), place.end]
    return [Span(*each) for each in zip(starts, stops, strict=True) if masked[each[0] : each[1]].strip()]


def _items(texts: _Text, sentence: Span, language: str, alone: bool) -> list[Span]:
    """The items that a sentence names; nothing where it names none, or where they begin and end isn't certain."""
    text, masked = texts
    sentence = _trimmed(masked, sentence)
    stop = _STOP.search(masked, *sentence)
    end = stop.start() if stop else sentence.end
    start = _lead(texts, Span(sentence.start, end), language)
    has_lead = start > sentence.start
    if not has_lead and (not alone or is_part_of_a_sentence(text[start:end])):
        return []  # a sentence of which nothing tells where it begins to name them
    sign = next((sign for sign in _SEPARATORS if sign.search(masked, start, end)), None)
    parts = _split(masked, Span(start, end), sign) if sign else [Span(start, end)]
    parts = _with_joint(masked, parts, language)
    few = sum(len(part.of(text).split()) > _FEW_WORDS for part in parts) == 0
    if len(parts) < 2 or not (has_lead or (sign and (few or end == sentence.end or sign is not _SEPARATORS[-1]))):
        return []
    if _repeats_word(text, parts) or _shares_noun(text, parts):
        return []
    return parts if all(_may_be_item(texts, part) for part in parts) else []


def _lead(texts: _Text, sentence: Span, language: str) -> int:
    """Where a sentence begins to name items, after `My interests are`; its start where it says nothing before."""
    colon = _LEAD_END.match(texts.source, *sentence)
    if colon and not _SEPARATORS[-1].search(texts.masked, sentence.start, colon.end()):
        return colon.end()
    return sentence.start + is_lead(texts.masked[sentence.start : sentence.end], language)


def _split(masked: str, span: Span, sign: re.Pattern[str]) -> list[Span]:
    """A range cut at a sign; an end that only says that there are more is left out."""
    ends = list(sign.finditer(masked, *span))
    starts, stops = [span.start, *(end.end() for end in ends)], [*(end.start() for end in ends), span.end]
    parts = [Span(*each) for each in zip(starts, stops, strict=True)]
    return parts[:-1] if remainder(masked[parts[-1].start : parts[-1].end]) else parts


def _with_joint(masked: str, parts: list[Span], language: str) -> list[Span]:
    """Parts of which the last is cut at its `and`, or begins after that.

    An `and` within the others shows that items may have one; then the last may, too, and nothing is certain.
    """
    joint = joint_of(language)
    *others, last = parts
    leading = joint.match(masked, max(0, last.start - 1), last.end) or joint.match(masked, *last)
    if leading and others:
        return [*others, Span(leading.end(), last.end)]
    within = list(joint.finditer(masked, *last))
    if not within:
        return parts
    if len(within) > 1 or any(joint.search(masked, *part) for part in others):
        return []
    rest = Span(within[0].end(), last.end)
    return [*others, Span(last.start, within[0].start()), *([] if remainder(rest.of(masked)) else [rest])]


def _may_be_item(texts: _Text, part: Span) -> bool:
    """Whether a part of a sentence is short, whole, and names something."""
    said = texts.masked[part.start : part.end]
    words = len(plain(texts.source, part).split())
    whole = not re.search(r"[()\[\]{}<>:：*`?？]|[.!。]\s", said) and not _COUNTED.match(texts.source, *part)
    return (
        bool(said.strip())
        and whole
        and len(said) <= _LONGEST
        and words <= _MOST_WORDS
        and not is_part_of_a_sentence(said)
    )


def _repeats_word(text: str, parts: Sequence[Span]) -> bool:
    """Whether each item begins with the same small word, which a new one would lack: `on ice, on snow`."""
    firsts = [part.of(text).split()[0].lower() for part in parts[1:]]
    return any(
        first == second and first in ("on", "in", "of", "about", "how", "to", "why", "auf", "sur")
        for first, second in pairwise(firsts)
    )


def _shares_noun(text: str, parts: Sequence[Span]) -> bool:
    """Whether what the last item ends with is of all items, as in `法制史、冰川与法院研究`."""
    ends = [_EASTERN_NOUN.search(text, *part) is not None for part in parts]
    return ends[-1] and not all(ends)


def _trimmed(text: str, span: Span) -> Span:
    """A range without the blanks around it."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
