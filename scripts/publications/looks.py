"""Invented lists of publications in random looks, each entry in pieces that know their roles.

A role is one of those of `decode.ROLES`; `P` is a person, `None` what stands between fields.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from scripts.publications import words

Piece = tuple[str, str | None]
Pieces = list[Piece]

_FORMS = (
    ["FL"] * 10 + ["iL", "jL", "nL", "L,F", "L,i", "L,i", "L,n", "Li", "Ln", "Ln", "LF", "cL,i", "cLn"] + ["east"] * 3
)
_TITLES = (
    ["{}"] * 8 + ["**{}**"] * 3 + ["[{}](u)"] * 3
    + ["[**{}**](u)", "**[{}](u)**", "*{}*", "“{}”", '"{}"', '"{}"', "<b>{}</b>", '<a href="u">{}</a>']
    + ["<u>**{}**</u>", "‘{}’", "« {} »", "<strong>{}</strong>"]
)  # fmt: skip
_VENUES = (
    ["{}"] * 5 + ["*{}*"] * 4 + ["**{}**"] * 3
    + ["`{}`", "<i>{}</i>", "<em>{}</em>", "***{}***", "<b>{}</b>", '<font color="red">{}</font>', "[{}](u)", "_{}_"]
    + ["[*{}*](u)"]
)  # fmt: skip
_YEARS = ["v[", "v|"] + ["v,"] * 6 + ["v "] * 5 + ["v(", "v(", "a.", "a(", "a(", "none", "none", "n", "v;", "v2"]
_LEADS = (
    [""] * 10
    + ["In ", "in ", "In: ", "Accepted by ", "To appear in ", "Published in ", "in: ", "Presented at ", "in the "]
    + ["In the "]
)  # fmt: skip
_LAYOUTS = ["line"] * 7 + ["hard"] * 4 + ["br"] * 2 + ["para"] * 3 + "bullets html html2 slash soft fields".split()
_BREAKS = {"hard": "  \n", "br": "<br>\n", "para": "\n\n", "bullets": "\n  - ", "slash": "\\\\\n", "soft": "\n"}
_LINKS = ["[[{}](u)]", "[{}](u)", "[**{}**](u)", "\\[[{}](u)\\]", '<a href="u">{}</a>', '[<a href="u">{}</a>]']
_LABELS = (
    "PDF|Paper|Code|Project|arXiv|Slides|Video|BibTeX|Appendix|Data|DOI|Website|Poster|Demo|WebServer|Talk|Blog|HTML|"
    "Project Page|Supplementary|coming soon"
).split("|")
_NOTES = (
    "(Oral)|(Spotlight)|(Best Paper Award)|[CCF-A]|CCF B|(accepted)|🏆 Best Paper|(Impact factor 3.2)|(to appear)|"
    "JCR Q1|CCF C|SCI Q2|中科院一区|CCF-B 类|(CCF A)|(CCF-A, IF 5.1)|TOP|Accepted|"
    "Best Student Paper Award|(alphabetical order)|(Best Paper of the workshop on lakes)|[Outstanding Reviewer]"
).split("|")
_LEGENDS = (
    "(*Equal contribution)|*Equal contribution|(* indicates co-first authors)|(†Corresponding author)|"
    "\\*Co-First Authors"
).split("|")
_TAGS = "Work in Progress|Survey|CCF-A|Best Paper|J1|Vision-based tracking".split("|")


class Look:
    """How a list looks."""

    def __init__(self, r: random.Random) -> None:
        """Choose everything that the entries of a list have in common."""
        self.r = r
        self.capitals, self.form = r.choice("TTTs"), r.choice(_FORMS)
        self.between = r.choice([", "] * 6 + ["; ", "; ", " and "])
        if "," in self.form:
            self.between = r.choice([", ", "; ", "; ", " / ", " and "])
        self.last = r.choice(
            [self.between] * 8 + [" and ", ", and ", " & ", ", & "] * 2 + [" e ", " et ", " und ", " y "]
        )
        self.venue_kind = r.choice(["long"] * 6 + ["short"] * 5)
        if self.form == "east":
            self.between = self.last = r.choice(["，", "、", ", "])
            self.capitals = "C" if r.random() < 0.75 else self.capitals
            self.venue_kind = r.choice(["east", "east", "short", "long"])
        self.owner = r.choice(["**{}**"] * 5 + ["<u>{}</u>", "<b>{}</b>", "<strong>{}</strong>", "{}", "**<u>{}</u>**"])
        self.mark = r.choice([""] * 3 + ["\\*", "*", "†", "<sup>1</sup>", "<sup>*</sup>", "#", "$^{\\dagger}$"])
        self.others = r.choice([""] * 30 + ["et al.", "et al", "...", "and others", "等"])
        self.title, self.venue, self.year = r.choice(_TITLES), r.choice(_VENUES), r.choice(_YEARS)
        self.numbered = r.random() < (0.45 if self.venue_kind == "long" else 0.08)
        self.lead, self.layout = r.choice(_LEADS), r.choice(_LAYOUTS)
        self.order = r.choice(["TAV"] * 8 + ["ATV"] * 9 + ["VTA"] * 2 + ["TVA"] * 2 + ["AVT"])
        if self.order == "VTA" and self.layout == "line" and self.venue_kind == "long":
            self.venue_kind = "short"
        self._choose_the_rest(r)

    def _choose_the_rest(self, r: random.Random) -> None:
        """Choose links, remarks and separators."""
        self.links, self.link = r.choice([0, 0, 0, 1, 1, 2, 2, 3]), r.choice(_LINKS)
        self.link_gap = r.choice([" ", " ", " / ", " | ", " \\| ", ", ", ""])
        self.note, self.legend = r.choice([0.0] * 5 + [0.4, 0.9]), r.choice([0.0] * 8 + [0.6])
        self.text, self.badge = r.choice([0.0] * 7 + [0.8]), r.choice([False] * 5 + [True])
        self.number = r.choice([""] * 9 + ["[{}] ", "{}. ", "({}) ", "`J-{}` ", "[J{}] "])
        self.joint = r.choice([". "] * 5 + [", "] * 5 + [" "])
        if self.order == "ATV" and self.title == "{}" and self.joint == " ":
            self.joint = r.choice([", ", ", ", ": "])
        self.after_title = r.choice([self.joint] * 4 + [", ", ". ", " ", ": ", " - ", " – "])
        self.end, self.label = r.choice(["."] * 3 + [""] * 3), r.choice(["*{}*:", "{}:", "**{}:**", "**{}**:"])
        self.with_people, self.tagged = r.random() < 0.09, r.random() < 0.12
        self.month, self.bars, self.unsigned = r.random() < 0.12, r.random() < 0.08, r.random() < 0.06
        self.doi, self.enclosed = r.random() < 0.05, r.random() < 0.05
        self.wrap, self.early = r.choice([0] * 12 + [70, 90]), r.choice([0, 0, 0, 1, 2])


def samples(lists: int, seed: int = 1) -> Iterator[tuple[int, Pieces]]:
    """Yield entries, three of each list, with the list's number."""
    r = random.Random(seed)
    for number in range(lists):
        look = Look(r)
        for count in (1, 2, 3):
            yield number, _wrapped(look, entry(look, count))


def entry(look: Look, count: int) -> Pieces:
    """One entry of a list."""
    r = look.r
    year = str(r.randint(1998, 2026))
    parts = {"A": _people(look, year), "T": _title(look), "V": _venue(look, year)}
    if look.unsigned or r.random() < 0.04:
        parts["A"] = []
    if r.random() < 0.13:
        parts["V"] = [(year, "Y")] if r.random() < 0.75 and look.year[0] == "v" else []
    links = _links(look)
    note: Pieces = [(r.choice(_NOTES), "O")] if r.random() < look.note else []
    head: Pieces = [(look.number.format(count), "O")] if look.number else []
    if look.layout == "line":
        return head + _on_a_line(look, parts, links, note, year)
    if look.layout == "fields":
        return head + _labelled(look, parts, links, year)
    if look.layout in ("html", "html2"):
        return head + _elements(look, parts, links, year)
    return head + _on_lines(look, parts, links, note, year)


def _people(look: Look, year: str) -> Pieces:
    """The list of authors, with the year after it where that is its place."""
    r = look.r
    count = r.choice([1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6, 8])
    owner = r.randrange(count)
    in_brackets = look.with_people and look.order == "TAV"
    found: Pieces = (
        [("(with " if in_brackets else r.choice(["with ", "with ", "joint with "]), None)] if look.with_people else []
    )
    for at in range(count):
        if at:
            last = look.last[1:] if count == 2 and look.last.startswith(", ") and r.random() < 0.5 else look.last
            found.append((look.between if at < count - 1 else last, None))
        before, after = _around_name(look, is_owner=at == owner)
        found += [(before, None), (words.person(r, look.form), "P"), (after, None)]
    return [*found, *_after_people(look, year, in_brackets=in_brackets)]


def _after_people(look: Look, year: str, *, in_brackets: bool) -> Pieces:
    """What follows the names: those left out, a legend, the year."""
    r = look.r
    found: Pieces = []
    if look.others and r.random() < 0.7:
        found.append((look.between + look.others, "O" if "al" in look.others else None))
    if in_brackets:
        found.append((")", None))
    if look.legend and r.random() < look.legend:
        found.append((" " + r.choice(_LEGENDS), "O"))
    return found + _year_after_people(look, year)


def _around_name(look: Look, *, is_owner: bool) -> tuple[str, str]:
    """What stands before and after a name: what sets off the owner's, and a mark."""
    before, after = look.owner.split("{}") if is_owner else ("", "")
    mark = look.mark if look.mark and look.r.random() < 0.4 else ""
    return before, mark + after if is_owner and look.r.random() < 0.3 else after + mark


def _year_after_people(look: Look, year: str) -> Pieces:
    """The year where it stands after the authors, bare or in brackets; nothing where its place is elsewhere."""
    if look.year == "a.":
        return [(look.r.choice([". ", ", ", " "]), None), (year, "Y")]
    if look.year == "a(":
        month: Pieces = [(", ", None), (look.r.choice(words.MONTHS), "O")] if look.month else []
        return [(" (", None), (year, "Y"), *month, (")", None)]
    return []


def _title(look: Look) -> Pieces:
    """The title, a tag perhaps before it."""
    r = look.r
    said = words.title(r, look.capitals)
    if look.title == "{}" and r.random() < 0.08:
        each = said.split(" ")
        at = r.randrange(len(each))
        each[at] = f"*{each[at]}*"
        said = " ".join(each)
    before, after = look.title.split("{}")
    tag: Pieces = []
    if look.tagged and r.random() < 0.6:
        tag = [(r.choice(["`{}` ", "[{}] ", "**{}** ", "**[{}]** "]).format(r.choice(_TAGS)), "O")]
    return [*tag, (before, None), (said, "T"), (after, None)]


def _venue(look: Look, year: str) -> Pieces:
    """The venue with its numbers, and the year where that is its place."""
    r = look.r
    before, after = look.venue.split("{}")
    found: Pieces = [(look.lead, "O")] if look.lead else []
    if before == "**" and r.random() < 0.2:
        found.append((r.choice(["Submission to ", "Journal of ", "Workshop at "]), "V"))
    found += [(before, None), (words.venue(r, look.venue_kind), "V")]
    inside = look.year in ("v,", "v ", "v2") and r.random() < 0.6
    if not inside:
        found.append((after, None))
    if look.year == "v2":
        found += [(r.choice([", ", " "]), None), (year, "Y")]
    if look.year == "v;":
        found += [(". ", None), (year, "Y"), (";", None)]
    if look.numbered and r.random() < 0.8:
        before, numbers = "" if look.year == "v;" else r.choice([", ", " "]), words.numbers(r)
        if r.random() < 0.06:
            remark = r.choice(["special issue on {}", "invited", "{} section"]).format(words.phrase(r))
            found += [(before, None), (str(r.randint(1, 90)), "N"), (f" ({remark})", "O")]
            before, numbers = ", ", words.rest_of_numbers(r)
        found += [(before, None), (numbers, "N")]
    found += _dated(look, year)
    if inside:
        found.append((after, None))
    return [("[", None), *found, (" ", None), (year, "Y"), ("]", None)] if look.year == "v[" else found


def _dated(look: Look, year: str) -> Pieces:
    """The year after a venue."""
    month: Pieces = [(look.r.choice(words.MONTHS), "O"), (" ", None)] if look.month else []
    return {
        "v,": [(", ", None), *month, (year, "Y")],
        "v ": [(" ", None), (year, "Y")],
        "v(": [(" (", None), (year, "Y"), (")", None)],
        "v|": [(" | ", None), (year, "Y")],
    }.get(look.year, [])


def _links(look: Look) -> Pieces:
    """The links to the material."""
    before, after = look.link.split("{}")
    found: Pieces = []
    for at in range(look.links):
        found += [(look.link_gap, None)] if at else []
        found += [(before, None), (look.r.choice(_LABELS), "L"), (after, None)]
    return found


def _on_a_line(look: Look, parts: dict[str, Pieces], links: Pieces, note: Pieces, year: str) -> Pieces:
    """All fields on one line."""
    r = look.r
    order = [name for name in look.order if parts[name]]
    order, fields, links = _enclosed(look, order, parts, links, year)
    found: Pieces = []
    for before, name in zip(["", *order], order, strict=False):
        if before:
            joint = _joint(look, before, name, fields)
            found.append((joint, None))
        found += fields[name]
    if look.doi:
        found.append((f", doi: 10.{r.randint(1000, 9999)}/{r.randint(100, 99999)}", "O"))
    found.append((look.end, None))
    found += [(" ", None), *note] if note else []
    found += [(r.choice([" ", "  \n", " ", "\n"]), None), *links] if links else []
    return found


def _enclosed(
    look: Look, order: list[str], parts: dict[str, Pieces], links: Pieces, year: str
) -> tuple[list[str], dict[str, Pieces], Pieces]:
    """The fields in their order and the links, what follows the title in brackets where the list has it so."""
    fields = dict(parts)
    if look.bars and look.order == "TAV" and len(order) == 3:
        bar: Pieces = [(" | ", None)] if links else []
        fields["A"] = [*parts["A"], (" (", None), *parts["V"], *bar, *links, (")", None)]
        order, links = ["T", "A"], []
    elif look.enclosed and look.order == "TAV" and parts["A"] and look.year[0] != "a":
        fields["A"] = [("(", None), *parts["A"], (", ", None), (year, "Y"), (")", None)]
        order = ["T", "A"]
    return order, fields, links


def _joint(look: Look, before: str, name: str, fields: dict[str, Pieces]) -> str:
    """What stands between two fields."""
    r = look.r
    joint = look.after_title if before == "T" else look.joint
    if before == "T" and joint == ". " and any(said.endswith("?") for said, role in fields["T"] if role == "T"):
        joint = r.choice([" ", " ", ". "])
    if before == "V" and name == "T" and look.order[0] == "V":
        joint = r.choice([" ", ": ", " "])
    elif name == "T" and look.title[0] in '“"‘«' and r.random() < 0.5:
        joint = ", "
    return joint


def _on_lines(look: Look, parts: dict[str, Pieces], links: Pieces, note: Pieces, year: str) -> Pieces:
    """A line for each field."""
    r = look.r
    new_line = _BREAKS[look.layout]
    found: Pieces = []
    if look.badge and look.layout == "para":
        other = r.random() < 0.2
        said: Pieces = [(r.choice(_TAGS), "O")] if other else [(words.letters(r, 4), "V"), (" ", None), (year, "Y")]
        found = [("<div class='paper-box-image'><div><div class=\"badge\">", None), *said]
        found.append(("</div><img src='x.png'></div></div>\n<div class='paper-box-text' markdown=\"1\">\n\n", None))
    order = [name for name in look.order if parts[name]]
    for at, name in enumerate(order):
        if at:
            found.append((("" if look.layout == "bullets" else r.choice(["", "", ".", ","])) + new_line, None))
        found += parts[name]
        if links and look.early and at == min(look.early, len(order)) - 1:
            found += [(r.choice([new_line, new_line, " "]), None), *links]
    found += [(" ", None), *note] if note else []
    found += [(r.choice([new_line, " ", new_line]), None), *links] if links and not look.early else []
    if look.text and r.random() < look.text:
        told = [words.phrase(r) for _ in range(4)]
        said_so = f"{words.cap(told[0])} is {told[1]}, and {told[2]}. We show {told[3]}."
        found += [(r.choice(["\n- ", "\n\n", "\n  - "]), None), (said_so, "O")]
    return found


def _labelled(look: Look, parts: dict[str, Pieces], links: Pieces, year: str) -> Pieces:
    """A title, and below it items that say which field they are."""
    r = look.r
    before, after = look.label.split("{}")
    new_line = "<br>\n" if look.capitals == "s" else "\n  - "

    def item(label: str, said: Pieces) -> Pieces:
        return [(new_line, None), (before, None), (label, "O"), (after + " ", None), *said]

    titled: Pieces = [(before, None), ("Title", "O"), (after + " ", None)]
    found = [*(titled if look.joint == " " else []), *parts["T"]]
    for name in look.order:
        if name == "A" and parts["A"]:
            found += item(r.choice(["Authors", "Co-authors", "With"]), parts["A"])
        elif name == "V" and parts["V"]:
            own = [piece for piece in parts["V"] if piece[1] == "V" or piece[0] in look.venue.split("{}")]
            found += item(r.choice(["Journal", "Venue", "Conference", "Published in"]), own)
            found += item(r.choice(["Year", "Date"]), [(year, "Y")])
    for _ in filter(lambda piece: piece[1] == "L", links):
        label = r.choice([*_LABELS, "package"])
        found += item(r.choice(["Code", "Link", "Data"]), [("[", None), (label, "L"), ("](u)", None)])
    return found


def _elements(look: Look, parts: dict[str, Pieces], links: Pieces, year: str) -> Pieces:
    """Each field in an element of its own, its class perhaps saying which."""

    def opening(name: str) -> Piece:
        return (f'<div class="{name}">' if look.layout == "html" else "<div>", None)

    found: Pieces = []
    if look.badge:
        badge = words.letters(look.r, 4)
        found = [('<div class="badge">', None), (badge, "V"), (" ", None), (year, "Y"), ("</div>\n", None)]
    for name in look.order:
        if parts[name]:
            found += [opening({"T": "title", "A": "author", "V": "periodical"}[name]), *parts[name], ("</div>\n", None)]
    return [*found, opening("links"), *links, ("</div>", None)] if links else found


def _wrapped(look: Look, pieces: Pieces) -> Pieces:
    """The pieces, their lines wrapped at a width where the list does so."""
    if not look.wrap:
        return pieces
    column, found = 0, []
    for said, role in pieces:
        kept = []
        for part in said.replace(" ", "\0 \0").split("\0"):
            if part == " " and column > look.wrap and "<" not in said:
                part, column = "\n", 0
            column = 0 if "\n" in part else column + len(part)
            kept.append(part)
        found.append(("".join(kept), role))
    return found
