"""Invented lists as journals and disciplines cite: chemists, physicians, economists, historians, in many languages.

Where `looks.py` invents how homepages look, this invents how an entry is punctuated: who stands surname first, what
joins the last of several, where the year is, what is said before volume, issue and pages.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import NamedTuple

from scripts.publications import words
from scripts.publications.looks import Pieces

_BEHIND = ("L, F", "L, i", "L, i", "L, j", "L, n", "L F", "L i", "L j", "L n", "L n", "L (i)")
_AHEAD = ("F L", "F L", "i L", "i L", "j L", "n L")
_BETWEEN = (", ",) * 9 + ("; ",) * 4 + (" / ", "/", " – ", " - ", " & ", ",")
_QUOTED = (
    *("{}",) * 9, *("“{}”",) * 4, "‘{}’", "«{}»", "« {} »", "„{}“", '"{}"', "*{}*", "*{}*", "'{}'", "_{}_", "”{}”",
)  # fmt: skip
_INSIDE = ("“{},”", "‘{},’", "“{}.”", '"{},"')
_AFTER_TITLE = (
    *(". ",) * 8, *(", ",) * 6, " ", ": ", "; ", ". – ", ". - ", " // ", " [J]. ", "[J]. ", ".",
)  # fmt: skip
_DATED = (
    " ({})", " ({}).", " ({}).", " ({}):", " ({}),", ", {}.", ", {},", ", {}:", ". {}.", ". {}.", " {}.", " {}",
    " {}:", ". {}", " [{}]", ", ({}),", ". ({}).", " – {}", ", {}", "/{}/",
)  # fmt: skip
"""The year after the people."""
_BEFORE_TITLE = (*(". ",) * 5, *(", ",) * 4, ": ", ": ", " ", "; ", ". – ")
_LABELS = (*("",) * 24, "{} {}: ", "[{} ({})] ", "{} {} = ", "{} ({}): ", "[{}, {}] ", "**{} {}** ")
"""How the text cites the entry, before it."""
_BEFORE_PAGES = (", ", ", ", ":", ": ", ", ", " ", "; ", " : ", ". ")
_WHEN = {
    "v": ("{y}, ", "{y};", "{y}; ", "**{y}**, ", "({y}), ", "{y}. ", "({y}) ", "{y}, "),
    "n": (" ({y})", " ({y}),", ", {y}", " ({y}):", "({y})", ", ({y})"),
    "p": (", {y}", " ({y})", ", ({y})", "; {y}", ". {y}", " [{y}]"),
}
"""The year before the volume, behind it, and behind the pages."""
_IN = ("",) * 14 + ("In: ", "In: ", "in: ", "in ", "in ", "In ", "In: ", "dans ", "en ", "W: ", "— ", "– ")
_SET = ("*{}*",) * 10 + ("{}",) * 7 + ("**{}**", "***{}***", "<i>{}</i>", "“{}”", "_{}_", "«{}»")
_VOLUME = ("{}",) * 8 + ("**{}**",) * 4 + ("*{}*",) * 3
_PARTICLES = "De|Di|Du|La|Le|Van|El|Mac".split("|")


class Tongue(NamedTuple):
    """The small words of a language."""

    joined: tuple[str, ...]
    others: tuple[str, ...]
    volume: tuple[str, ...]
    issue: tuple[str, ...]
    pages: tuple[str, ...]


_PLAIN = ("",)
_ENGLISH = Tongue(
    ("and", "&"), ("et al.", "et al", "*et al.*", "and others"), ("vol. ", "Vol. ", "Volume ", "vol."),
    ("no. ", "No. ", "issue ", "Issue ", "no ", "Iss. "), ("pp. ", "p. ", "pp.", "pages "),
)  # fmt: skip
_TONGUES = (_ENGLISH,) * 12 + (
    Tongue(("und", "u."), ("u. a.", "et al.", "u.a."), ("Bd. ", "Band ", "Jg. "), ("Nr. ", "H. ", "Heft "), ("S. ",)),
    Tongue(("et",), ("et al.", "*et al.*"), ("vol. ", "t. "), ("n° ", "no ", "nᵒ "), ("p. ", "p. ", "pp. ")),
    Tongue(("y", "e"), ("et al.", "y otros", "y cols."), ("vol. ", "t. "), ("núm. ", "nº ", "n.º "), ("pp. ", "p. ")),
    Tongue(("e",), ("et al.", "e altri", "e outros"), ("vol. ", "v. "), ("n. ", "fasc. ", "nº "), ("pp. ", "p. ")),
    Tongue(("och", "og", "&"), ("m.fl.", "m.fl", "et al."), ("vol. ", "bd. "), ("nr. ", "nr "), ("s. ", "s.")),
    Tongue(("en",), ("e.a.", "et al."), ("jg. ", "deel "), ("nr. ", "nr "), ("p. ", "blz. ")),
    Tongue(("i", "oraz"), ("i in.", "et al."), ("t. ", "T. "), ("nr ", "z. "), ("s. ", "ss. ")),
    Tongue(("a", "in"), ("a kol.", "et al.", "idr."), ("roč. ", "zv. ", "let. "), ("č. ", "št. "), ("s. ", "str. ")),
    Tongue(("ja", "és"), ("ym.", "et al.", "és mtsai."), ("vol. ", ""), ("nro ", "nr. "), ("s. ", "lk. ")),
    Tongue(("ve",), ("vd.", "ve diğerleri"), ("c. ", "cilt "), ("sy. ", "sayı "), ("ss. ", "s. ")),
    Tongue(("и",), ("и др.",), ("Т. ", "т. "), ("№ ", "вып. "), ("С. ", "с. ")),
)


class Convention:
    """How the entries of a list are cited."""

    def __init__(self, r: random.Random) -> None:
        """Choose everything that the entries of a list have in common."""
        self.r = r
        self.tongue = r.choice(_TONGUES)
        self._choose_people(r)
        self.year = r.choice(("a",) * 10 + ("v", "v", "n", "n", "n", "p", "p", "p", "nn"))
        self.dated, self.before_title = r.choice(_DATED), r.choice(_BEFORE_TITLE)
        self.quoted = r.choice(_QUOTED) if r.random() < 0.85 else r.choice(_INSIDE)
        self.linked, self.capitals = r.random() < 0.35, r.choice("Tss")
        self.after_title = r.choice(_AFTER_TITLE)
        if self.quoted in _INSIDE:
            self.after_title = " "
        self.before_venue = r.choice(_IN)
        self.venue, self.short, self.section = r.choice(_SET), r.choice((0, 0, 0, 1, 1, 2)), r.random() < 0.2
        self.after_venue = r.choice((", ",) * 8 + (" ",) * 8 + (". ", ". ", ": ", "; ", ".", ", ,"))
        self.volume = r.choice(_VOLUME)
        self.numbers = self._numbers(r)
        self.end = r.choice((".", ".", ".", "", "", " .", ";"))
        self.label = r.choice(_LABELS)
        self.links = r.choice(("",) * 7 + (" [PDF](u)", " \\[[doi](u)\\]", ". [Link](u)"))

    def _choose_people(self, r: random.Random) -> None:
        """Choose the form of names, what joins them, and how many are named."""
        self.first = r.choice(_BEHIND * 2 + _AHEAD)
        self.form = self.first
        self.between = r.choice(_BETWEEN)
        if self.first in _BEHIND and r.random() < 0.25:
            self.form = r.choice(_AHEAD)
            self.between = r.choice((", ", ", ", ", ", "; ", " / "))
        elif ", " in self.first and self.between == ",":
            self.between = "; "
        joint = r.choice(self.tongue.joined)
        comma = r.choice((" ", " ", ", ", "; " if ";" in self.between else ", "))
        self.last = r.choice((self.between, f"{comma}{joint} ", f"{comma}{joint} ", f" {joint} "))
        self.of_two = r.choice((self.last, self.last, f" {joint} ")) if self.last != self.between else self.between
        self.most, self.others = r.choice((99,) * 8 + (1, 1, 2, 3, 6)), r.choice(self.tongue.others)
        self.before_others = r.choice((" ", " ", ", "))
        self.case = r.choice(("", "", "", "", "", "upper", "small", "all"))
        self.set_off = r.choice(("{}", "{}", "{}", "{}", "**{}**", "**{}**", "<u>{}</u>", "whole"))

    def _numbers(self, r: random.Random) -> str:
        """Choose a form for volume, issue and pages: `{v}`, `{i}`, `{p}`, and `{y}` for the year among them."""
        volume, issue, pages = (r.choice(said) for said in (self.tongue.volume, self.tongue.issue, self.tongue.pages))
        if r.random() < 0.5:
            volume = ""
        if r.random() < 0.4:
            pages = ""
        by_name, in_brackets = f", {issue}{{i}}", f" ({issue}{{i}})"
        issues = r.choice(("", "({i})", " ({i})", by_name, by_name, "/{i}", ".{i}", in_brackets))
        when, behind, ending = (r.choice(_WHEN[at]) if self.year == at else "" for at in "vnp")
        before = " " if behind.endswith((",", ":")) else r.choice(_BEFORE_PAGES)
        turned = r.random()
        if turned < 0.05:
            return f"{when}{issue}{{i}}, {{v}}{behind}{before}{pages}{{p}}{ending}"
        if turned < 0.12 and not volume:
            counted = r.choice(("Jg.", "évf.", "vol.", "sz."))
            return f"{when}{{v}}. {counted}{issues}{behind}{before}{pages}{{p}}{ending}"
        if turned < 0.18:
            return f"{when}{volume}{{v}}{issues}{behind}{before}{{p}}{r.choice((' o.', ' s.', ' p.', ' pp.'))}{ending}"
        return f"{when}{volume}{{v}}{issues}{behind}{before}{pages}{{p}}{ending}"


def cited(lists: int, seed: int = 1) -> Iterator[tuple[int, Pieces]]:
    """Yield entries, three of each list, with the list's number."""
    r = random.Random(seed)
    for number in range(lists):
        convention = Convention(r)
        for _ in range(3):
            yield number, _entry(convention)


def _entry(own: Convention) -> Pieces:
    """One entry of a list."""
    r = own.r
    year = str(r.randint(1998, 2026))
    people = [_person(r, own.case) for _ in range(r.choice((1, 1, 2, 2, 3, 3, 4, 5, 6)))]
    found = _label(own, [family for _, family in people], year)
    found += _authors(own, people)
    if own.year in ("a", "nn"):
        before, after = own.dated.split("{}")
        found += [(before, None), (year, "Y"), (after, None)]
        found.append((" " if after or r.random() < 0.95 else "", None))
    else:
        found.append((own.before_title, None))
    title = _title(own)
    asks = title[1][0].endswith("?") and own.after_title.startswith(".")
    found += [*title, (own.after_title[1:] or " " if asks else own.after_title, None)]
    found += [*_venue(own, year), (own.end, None)]
    if own.links:
        before, label, after = re.split(r"(PDF|doi|Link)", own.links)
        found += [(before, None), (label, "L"), (after, None)]
    return found


def _person(r: random.Random, case: str) -> tuple[str, str]:
    """Given names and a surname."""
    given, family = r.choice(words.GIVEN), r.choice(words.FAMILY)
    if r.random() < 0.2:
        given += " " + r.choice(words.GIVEN)
    elif r.random() < 0.03:
        given = ""  # who has one name only
    if r.random() < 0.1:
        family = f"{r.choice(_PARTICLES if r.random() < 0.5 else words.PARTICLES)} {family}"
    elif r.random() < 0.06:
        family += r.choice((" ", "-")) + r.choice(words.FAMILY)
    return (given.upper() if case == "all" else given), (family.upper() if case in ("upper", "all") else family)


def _named(given: str, family: str, form: str) -> str:
    """A person in a form: `F` given names, `i` initials apart, `j` together, `n` without stops."""
    if not given:
        return family
    parts = [[part[0] for part in name.split("-")] for name in given.split()]
    initials = ["-".join(f"{letter}." for letter in part) for part in parts]
    bare = "".join("-".join(part) for part in parts).upper()
    made = {"F": given, "i": " ".join(initials), "j": "".join(initials), "n": bare}
    return "".join(made.get(sign, family if sign == "L" else sign) for sign in form)


def _authors(own: Convention, people: list[tuple[str, str]]) -> Pieces:
    """The list of authors."""
    r = own.r
    named = people if len(people) <= own.most + 1 else people[: own.most]
    owner = r.randrange(len(named)) if own.set_off not in ("{}", "whole") else -1
    found: Pieces = [("**", None)] if own.set_off == "whole" else []
    for at, (given, family) in enumerate(named):
        if at:
            is_last = at == len(named) - 1 and len(named) == len(people)
            found.append(((own.of_two if len(people) == 2 else own.last) if is_last else own.between, None))
        before, after = own.set_off.split("{}") if at == owner else ("", "")
        found += [(before, None), (_named(given, family, own.form if at else own.first), "P"), (after, None)]
    if len(named) < len(people):
        before, others, after = re.fullmatch(r"(\*?)(.*?)(\*?)", own.others).groups()  # type: ignore[union-attr]
        found += [(own.before_others + before, None), (others, "O"), (after, None)]
    return [*found, ("**", None)] if own.set_off == "whole" else found


def _label(own: Convention, families: list[str], year: str) -> Pieces:
    """A label before the entry, as those in the text cite it."""
    if not own.label:
        return []
    before, between, after = own.label.split("{}")
    named = " and ".join(families) if len(families) < 3 else f"{families[0]} et al."
    return [(before, None), (named, "O"), (between, None), (year, "Y"), (after, None)]


def _title(own: Convention) -> Pieces:
    """The title, in its quotes, perhaps linked."""
    said = words.title(own.r, own.capitals)
    before, after = own.quoted.split("{}")
    if own.linked:
        before, after = before + "[", "](u)" + after
    return [(before, None), (said, "T"), (after, None)]


def _venue(own: Convention, year: str) -> Pieces:
    """The venue with its numbers, and the year where that is its place."""
    r = own.r
    name = _journal(r, own)
    before, after = own.venue.split("{}")
    found: Pieces = []
    if own.before_venue:
        word = own.before_venue.strip(" :")
        found += [(word, "O" if word.isalpha() else None), (own.before_venue[len(word) :], None)]
    found += [(before, None), (name, "V"), (after, None), (own.after_venue, None)]
    volume, issue, first = r.randint(1, 99), r.randint(1, 12), r.randint(1, 900)
    pages = f"{first}{r.choice('-–-–‑')}{first + r.randint(3, 30)}" if r.random() < 0.93 else str(first)
    form = own.numbers
    if r.random() < 0.3:  # not every paper has an issue
        form = re.sub(r"[,/.]? ?\(?[^\W\d{}]*\.? ?\{i\}\)?", "", form) or form
    if own.year == "nn":
        form += " ({y})"
    bold_before, bold_after = own.volume.split("{}")
    for part in re.split(r"(\{y\}|\{v\}|\*\*)", form):
        if part == "{y}":
            found.append((year, "Y"))
        elif part == "{v}":
            found += [(bold_before, None), (str(volume), "N"), (bold_after, None)]
        elif part:
            said = part.replace("{i}", str(issue)).replace("{p}", pages)
            found.append((said, "N" if any(map(str.isalnum, said)) else None))
    return found


def _journal(r: random.Random, own: Convention) -> str:
    """A journal's name, shortened where the list does so."""
    name = words.cap(r.choice(words.NOUNS)) if r.random() < 0.04 else words.venue(r, "long")
    if own.section and r.random() < 0.3:
        name += " " + r.choice("ABCD")
    if not own.short or "(" in name or "," in name:
        return name
    kept = [word for word in name.split() if word.lower() not in ("of", "the", "and", "in", "on", "&", "für", "de")]
    if len(kept) < 2:
        return name
    stop = "." if own.short == 1 else ""
    cut = [word if len(word) < 5 or "." in word else word[: r.randint(3, 5)] + stop for word in kept]
    if cut[0] == "Journal"[: len(cut[0]) - len(stop)] + stop:
        cut[0] = "J" + stop
    return " ".join(cut)
