"""Research interests: a topic in bold, a text, or either alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from profile_tui.content.entries import topic_row
from profile_tui.content.entries.dated import closed_row, unlayered
from profile_tui.content.entries.entry import PHRASE, Entry, Field, Places, Unit, Values, text_in
from profile_tui.content.entries.kind import Kind, any_of, markdown_in, no_place, plain_in, reframed
from profile_tui.content.entries.placeholder import placeholder
from profile_tui.content.kinds import register
from profile_tui.markup.escape import from_markdown
from profile_tui.markup.inline import plain
from profile_tui.text.catalogue import _, noted
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span, Splice, in_order

if TYPE_CHECKING:
    from profile_tui.content.entries.section import Section

_WRAPS = "span|font|mark|u"
_LEAD = lazily(
    r"\s*(?:\{:[^}\n]*\}\s*)?(?:[^\w\s*_<\x00-\x7f]+\s+)?"
    rf"(?P<around>(?:<(?:{_WRAPS})\b[^<>]*>\s*|\[)*)"
    r"(?P<open>(?P<mark>\*{1,3}|_{2,3}|_)(?![\s*_])|<(?P<tag>b|strong|em|i|u)\b[^<>]*>)"
    r"(?P<topic>.+?)(?P<inside>\s*[:：.,–—-]?\s*)"
    r"(?:(?P=mark)(?!\*)|(?!(?P=mark))</(?P=tag)>)"
    rf"(?P<ends>(?:\s*</(?:{_WRAPS})>|\]\([^()\n]*\))*)(?:\{{:[^}}\n]*\}})?"
    r"(?P<outside>[ \t]*(?:[:：.]|[-–—](?=\s)|\()?\s*)",
    re.S,
)
"""A topic in bold or italics, in its link or what gives it a colour, with the signs that part it from the text."""


class Interests(Kind):
    """The research interests of a page."""

    name = "interests"
    title = noted("Research Interests")
    one = _("research interest")
    emoji = "🔬"
    order = 3
    listed = True
    precedence = 25
    at_end = True
    chosen = lazily(r"research|scien|forsch|recherche|investig|pesquisa|ricerca|onderzoek|研究|研究|연구", re.I)
    heading = any_of(
        r"^(my |current |main |our )*(research|scientific)\s+"
        r"(interests?|focus|overview|directions?|areas?|topics?|themes?)\b",
        r"research interests?",
        r"^(my |current )?interests?$",
        r"^(my |main )?(areas?|fields?|topics?) of (research|interests?|specialization)\b",
    )
    fields = (
        Field("topic", _("Topic"), "text", hint=_("the bold lead; may be left empty")),
        Field("text", _("Text"), "markdown", hint=_("Markdown, one line")),
    )
    sample = (
        "# Research Interests\n\n- **Lake ice:** growth, decay, remote sensing.\n- **Snow physics:** field methods.\n"
    )

    def read(self, text: str, section: Section) -> list[Entry]:
        """The section's items, rows, or what running text names; other prose is left as text."""
        if placeholder(text, section.units) or _is_menu(text, section.units):
            return []
        items = [self._read_unit(text, unit) for unit in section.units if unit.type in ("item", "li")]
        if items:
            return items
        rows = [row for unit in section.units if (row := self._read_row(text, unit))]
        return rows or self._read_text(text, section)

    def _read_text(self, text: str, section: Section) -> list[Entry]:
        """What a section says in running text: items in one paragraph, or paragraphs that each begin with a topic."""
        from profile_tui.content.entries import phrases

        units = [unit for unit in section.units if unit.type in ("paragraph", "box")]
        alone = len(section.units) == 1
        inner = [items for unit in units if (items := phrases.parted(text, unit, section.language, alone=alone))]
        led = [entry for unit in units if (entry := self._read_led(text, unit))]
        if len(led) > 1 or (led and len(units) == 1 and not inner and _PARTED.search(text, *_between(led[0]))):
            return led
        return [self._read_phrase(text, item) for item in inner[0]] if len(inner) == 1 else []

    def _read_led(self, text: str, unit: Unit) -> Entry | None:
        """A paragraph that begins with a topic in bold and says something of it."""
        if unit.type != "paragraph" or not _BOLD.match(text, unit.content.start, unit.content.end):
            return None
        entry = self._read_unit(text, unit)
        several = _LED_BELOW.search(text, *unit.content)  # which are one paragraph, and no line of it is an item
        return entry if {"topic", "text"} <= entry.slots.keys() and not several else None

    def _read_phrase(self, text: str, unit: Unit) -> Entry:
        """One of several items in running text, which is a text in whatever marks are around it."""
        if _BOLD.match(text, unit.content.start, unit.content.end):
            entry = self._read_unit(text, unit)
            if {"topic", "text"} <= entry.slots.keys():
                return entry
        place = _unwrapped(text, unit.content)
        values = {"topic": None, "text": unlayered(from_markdown(place.of(text)))}
        return Entry(self.name, unit.span, {**values}, Places({"text": place}), unit)

    def _read_row(self, text: str, unit: Unit) -> Entry | None:
        """One row of a table; None where it is none, or says more than a topic and something of it."""
        cells = topic_row.columns(text, unit) if unit.type in topic_row.TYPES else []
        if len(cells) == 1:
            return self._read_place(text, unit, cells[0])
        if len(cells) != len(("topic", "text")):
            return None
        marks = _EMPHASIS.fullmatch(text, *cells[0])
        slots = {"topic": _innermost(text, Span(*marks.span(2)) if marks else cells[0]), "text": cells[1]}
        values = {"topic": plain(text, slots["topic"]) or None, "text": unlayered(from_markdown(cells[1].of(text)))}
        return Entry(self.name, unit.span, {**values}, Places(slots), unit)

    def _read_unit(self, text: str, unit: Unit) -> Entry:
        """One item."""
        return self._read_place(text, unit, unit.shown(text))

    def _read_place(self, text: str, unit: Unit, place: Span) -> Entry:
        """What is in an item, or in the only cell of a row."""
        start, end = place
        match = _LEAD.match(text, unit.content.start, end)
        if match is None or not _is_closed(match):
            values = {"topic": None, "text": unlayered(from_markdown(text[start:end]))}
            return Entry(self.name, unit.span, {**values}, Places({"text": Span(start, end)}), unit)
        start = match.end()
        if match["outside"].endswith("("):
            start -= 1
        slots = {"topic": _innermost(text, Span(*match.span("topic")))}
        if start < end:
            slots["text"] = Span(start, end)
        topic = plain(text, slots["topic"])
        return Entry(
            self.name,
            unit.span,
            {"topic": topic, "text": unlayered(from_markdown(text[start:end]))},
            Places(slots),
            unit,
        )

    def new(self, text: str, model: Entry, values: Values, others: Sequence[Entry]) -> str:
        """The model's source with its topic and text replaced."""
        _check_has_topics(model, values)
        if _in_cells(model):
            typed = {"topic": values.get("topic"), "text": values.get("text")}
            source = reframed(text, model.span, self._set_cells(text, model, typed))
            return closed_row(source) if model.unit.type == "row" else source
        splices = self._set(text, model, {"topic": values.get("topic"), "text": values.get("text")})
        return reframed(
            text, model.span, in_order([*splices, *(_unlinked(text, model) if values.get("topic") else ())])
        )

    def edit(self, text: str, entry: Entry, changes: Values, others: Sequence[Entry]) -> list[Splice]:
        """Replaces the topic's or the text's own span."""
        _check_has_topics(entry, changes)
        if _in_cells(entry):
            return self._set_cells(
                text, entry, {name: new for name, new in changes.items() if new != entry.values[name]}
            )
        if "topic" in changes and not changes["topic"] and "topic" in entry.slots and "text" not in entry.slots:
            raise no_place(self, "text")
        changed = {name: value for name, value in changes.items() if value != entry.values.get(name)}
        return self._set(text, entry, changed)

    def _set_cells(self, text: str, entry: Entry, changes: Values) -> list[Splice]:
        """Splices that set the cells of the fields named in `changes`; an empty value empties a cell."""
        typed = []
        cells = topic_row.columns(text, entry.unit)
        for cell, name in zip(cells, ("topic", "text"), strict=True):
            if name in changes:
                source = (plain_in if name == "topic" else markdown_in)(entry.unit, text_in(changes, name))
                whole = reframed(text, cell, [Splice(entry.slots[name], source)])  # with the emphasis around it
                typed.append((cell, whole if source else ""))
        return topic_row.splices(text, entry.unit, typed)

    def _set(self, text: str, entry: Entry, changes: Values) -> list[Splice]:
        """Splices that set the fields named in `changes`; an empty value takes a field away."""
        slots, unit = entry.slots, entry.unit
        has_topic = bool(changes["topic"]) if "topic" in changes else "topic" in slots
        splices = self._set_topic(text, entry, changes) if "topic" in changes else []
        if "text" in changes:
            before = slots["text"].of(text) if "text" in slots else ""
            typed = markdown_in(unit, text_in(changes, "text"), at_start=not has_topic, before=before)
            if "text" in slots:
                gone = not typed and "topic" in slots
                start = _behind_text(text, slots["text"].start) if gone else slots["text"].start
                splices.append(Splice(Span(start, slots["text"].end), typed))
            elif typed and (not splices or splices[-1].text):
                splices.append(Splice.insert(unit.shown(text).end, f": {typed}"))
            elif typed:
                splices[-1] = Splice(splices[-1].span, typed)
        return splices

    def _set_topic(self, text: str, entry: Entry, changes: Values) -> list[Splice]:
        """The splice that sets the topic; a new one is in bold before the text."""
        slots, unit = entry.slots, entry.unit
        topic = plain_in(unit, text_in(changes, "topic"))
        if "topic" in slots:
            lead = Span(unit.shown(text).start, slots["text"].start if "text" in slots else unit.content.end)
            return [Splice(slots["topic"], topic) if topic else Splice(lead, "")]
        if not topic:
            return []
        topic_lead = f"{topic}:" if changes.get("text", True) else topic
        lead_in = f"**{topic_lead}**" if unit.markdown else f"<b>{topic_lead}</b>"
        return [Splice.insert(slots["text"].start, lead_in if topic_lead == topic else lead_in + " ")]

    def first(self, values: Values) -> str:
        """A bullet with a bold lead, the commonest shape there is."""
        unit = Unit("item", Span(0, 0), Span(0, 0), Span(0, 0), 0)
        topic, typed = text_in(values, "topic"), text_in(values, "text")
        lead = f"**{plain_in(unit, topic)}{':' if typed else ''}**" if topic else ""
        return f"- {lead}{' ' if lead and typed else ''}{markdown_in(unit, typed, at_start=not lead)}\n"


_LINK_OPENS = lazily(r"\[(?=[*_]+$|<\w+>$)")
_LINK_ENDS = lazily(r"(?:[*_]+|</\w+>)(\]\([^()\n]*\))")


def _unlinked(text: str, model: Entry) -> list[Splice]:
    """The splices that take a link away from around the topic of a model: a new one leads to no page of another's."""
    start, end = model.slots.get("topic", Span(0, 0))
    opens = _LINK_OPENS.search(text[model.unit.content.start : start])
    ends = _LINK_ENDS.match(text, end)
    if not opens or not ends:
        return []
    return [Splice(Span(*opens.span()).shifted(model.unit.content.start), ""), Splice(Span(*ends.span(1)), "")]


def _is_closed(lead: re.Match[str]) -> bool:
    """Whether what is around a topic ends right after it."""
    around, ends = lead["around"], lead["ends"]
    return around.count("<") == ends.count("<") and around.count("[") == ends.count("](")


def _check_has_topics(entry: Entry, values: Values) -> None:
    """Raise Refused where a topic is given to what running text names without any."""
    if entry.unit.type == PHRASE and values.get("topic") and "topic" not in entry.slots:
        raise Refused(_("the interests here are named in running text, without topics; give a text alone"))


def _in_cells(entry: Entry) -> bool:
    """Whether topic and text have a cell each."""
    return entry.unit.type in topic_row.TYPES and {"topic", "text"} <= entry.slots.keys()


_EMPHASIS = lazily(r"(\*{1,3}|_{1,3})(?![\s*_])([^*_|]+)\1")
_ONLY_LINK = lazily(r"\s*(?:\[[^\[\]]*\]\([^()]*\)|<a\b[^<>]*>[^<>]*</a>)[\s.,;]*(?:and\b)?\s*", re.I)


def _is_menu(text: str, units: Sequence[Unit]) -> bool:
    """Whether a list does no more than lead to other pages of the site."""
    items = [unit.content.of(text) for unit in units if unit.type in ("item", "li")]
    return len(items) > 1 and all(_ONLY_LINK.fullmatch(item) and "://" not in item for item in items)


_LED_BELOW = lazily(r"\n[ \t]*(?:\*\*|__|<b\b|<strong\b)(?=\S)", re.I)
_PARTED = lazily(r"[.:：\n–—-]")


def _between(entry: Entry) -> Span:
    """What is between an entry's topic and its text."""
    return Span(entry.slots["topic"].end, entry.slots["text"].start)


_BOLD = lazily(r"\s*(?:\*\*|__|<b\b|<strong\b)", re.I)
_MARKED = lazily(r"(\*{1,3}|_{1,3}|`)(?=\S)([^*_`]+)\1(?:\{:[^}\n]*\})?")


def _unwrapped(text: str, span: Span) -> Span:
    """A range without the tags or marks that are around all of it."""
    span = _innermost(text, span)
    marked = _MARKED.fullmatch(text, *span)
    return Span(*marked.span(2)) if marked else span


_WHOLLY = lazily(r"<(\w+)\b[^<>]*>(.*)</\1>", re.S)


def _innermost(text: str, span: Span) -> Span:
    """A range without the tags that are around all of it."""
    while match := _WHOLLY.fullmatch(text, *span):
        span = Span(*match.span(2))
    return span


def _behind_text(text: str, start: int) -> int:
    """`start` moved back over the blanks, line ends, dashes and colons before it, which go with the text."""
    while start and text[start - 1] in " \t\n–—:：":
        start -= 1
    return start


register(Interests())
