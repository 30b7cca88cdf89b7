"""Invented lists of publications as people type them by hand, each with what a reader of it should find.

The lists of `looks` tell which piece is which field; these tell only the fields, and are odder: any order of the
fields, any mark between them. In the orders `A` is the authors, `T` the title, `V` the venue and `Y` the year.
"""

from __future__ import annotations

import random
from typing import Any, NamedTuple

from scripts.publications.words import cap

_GIVEN = (
    "Ada Bo Carla Dov Emre Freya Gita Hugo Ines Jan Kofi Lena Mei Nils Olu Petra Quim Rosa Sven Tove Uma Vera Will Xiu "
    "Yuki Zora Ana-Maria Jean-Luc J. Mark Grace Joy Rose April May June Dale Art Max"
).split()
# Surnames that are words as well, those of other languages, and those of several words.
_WORDS = (
    "Snow Field Rivers Winter Long Young Wood Hill Sharp King Moss Reed Lake Stone Rich Rice Best Price Page Law Banks "
    "Marsh Frost Day Love Power Short Little Gray Waters Park Bird Fox Bell Cook Major Singer Street Summers Church "
    "English French Golden Hope"
).split()
_FOREIGN = (
    "Müller Østergård Nguyễn García O'Brien Kowalczyk Papadopoulos Yılmaz Okonkwo Li Wu Kim Ng Tanaka Rossi Dubois "
    "Svensson Haddad Sharma İnce Çelik Szabó Béal Đặng Smith-Lind"
).split()
_LONG = (
    "García López|Souza e Melo|Ortega y Sal|van der Berg|de la Cruz|von Riedel|da Silva|Ben Haim|Le Goff|El Amrani|"
    "Van Dyke|dos Reis|D'Angelo|Ruiz-Mar"
).split("|")
_SUFFIXES = ["Jr.", "III", "Jr", "II"]
_FORMS = {
    "{given} {family} {suffix}": 38,
    "{spaced} {family} {suffix}": 17,
    "{close} {family} {suffix}": 5,
    "{family}, {spaced}, {suffix}": 13,
    "{family}, {given}, {suffix}": 5,
    "{family} {bare} {suffix}": 7,
    "{family} {spaced} {suffix}": 5,
    "{family}": 3,
}

_NOUNS = (
    "fens dunes reeds tides otters gulls herons salt peat wool ferries maps kelp moss lamps rivers storms grain wine "
    "bread nets snow ice mills canals bogs crows foxes swifts soil apples boats harbours glaciers"
).split()
_ADJECTIVES = (
    "Slow Quiet Deep Sparse Robust Cold Northern Fast Open Neural Local Bayesian Wet Dark Learned Causal Small Hidden"
).split()
_DOING = "Learning Counting Mapping Measuring Reading Sorting Drawing Pricing Saving Tracking Modelling Burning".split()
_SYSTEMS = "FenNet DuneBench SaltGAN Reed2Vec PeatBERT GullBench TideX".split()
_TITLES = (
    "{Counting} {fens} in the {dunes}|{Slow} {Fens} and {Dunes}|On the {fens} of {dunes}|"
    "{system}: {Slow} {Counting} of {Fens}|{Fens}, {Dunes}, and the Rate of {Reeds}|Why do {fens} {move}?|"
    "{Slow} {Fens}: {Dunes}, {Reeds} and law|A {slow} theory of {fens}|{Fens} v. Crown|"
    "{Counting} {fens} with {slow} {dunes}|In {Fens} We Trust|{Fens} (and {dunes}) in {place}|{Slow} {Fens} by {Dunes}|"
    "{Fens}|{Slow} {Counting}|On {fens} and {dunes}, II|The width of {fens}, I|"
    "{Fens} to {Dunes}: {Slow} {Counting} for {Reeds}|{Counting} with {Slow} {Fens}|"
    "Is {fens} {slow}? Evidence from {dunes}|{Slow}-{Fens}: a {counting} approach|{Fens} in the City, 1890–1914|"
    "{Counting} {Fens} from {Dunes} to {Reeds}|Notes on {Fens}. Part {part}|What {fens} know about “{dunes}”|"
    "{Slow} {Fens} at {Dunes}"
).split("|")
_VENUES = (
    "Journal of {Fens}|{Fens} Review|Annals of {Slow} {Fens}|ICE|NeurFens|{Fens}Conf|"
    "Proceedings of the {Slow} {Fens} Symposium|Proc. {Fens} Conf.|{Fens} Letters|Acta {Fens}|"
    "The {Slow} {Fens} Quarterly|arXiv preprint|Int. J. {Fens} Sci.|{Fens}|{Fens} & {Dunes}|{Slow} {Fens}|"
    "Workshop on {Fens} and {Dunes}|International Conference on {Slow} {Fens} (ICE)|"
    "Transactions on {Fens}, {Dunes} and Ice|J. {Fens} Res.|Revista de {Fens}|{Fens} Press|IEEE Trans. {Fens}|"
    "{Slow} {Fens} Workshop @ ICE|Technical Report, {Fens} Lab|PhD thesis, University of {Fens}|Fen Working Paper|"
    "ACM {FENS}"
).split("|")
_NUMBERS = (
    "12(3), 45–67|12(3): 45-67|vol. 3, no. 2|Vol. 12, No. 4, pp. 33-45|pp. 3–7|7|4, 112–130|12:3|Article 12|45, e123|"
    "**7**, 33|Volume 86|3 (2)"
).split("|")
_NOTES = (
    "(Best Paper Award)|(Oral)|(Spotlight)|[to appear]|(forthcoming)|(in press)|Best Student Paper|(Oslo, Norway)|"
    "Oslo, Norway|(equal contribution)|— Oral|(accepted)|Springer|Fen Press|(peer reviewed)|Acceptance rate: 21%|"
    "(winner of the Gull Prize)|In press.|Media: Fen Radio, Salt News|Covered by Fen Times|arXiv:2201.01234|"
    "doi:10.5555/12.34|https://doi.org/10.5555/abc|ISBN 978-0-00-000000-2|(extended abstract)|Poster|(R&R)|"
    "Under review|revised June 2020|[Invited]|*Best Paper*|**Oral**|(CORE A)|🏆 Best Paper"
).split("|")
_LINKS = [
    "[pdf](http://x.example/a.pdf)",
    "[[PDF](p.pdf)]",
    "[[pdf](a.pdf)] [[code](http://c.example)]",
    "[PDF](a.pdf) | [Code](b)",
    "([link](http://x.example))",
    "<a href='x.pdf'>PDF</a>",
    "![](https://img.shields.io/badge/a-b)",
    "[![stars](https://img.shields.io/x)](http://g.example)",
    "[paper](p) / [slides](s)",
    "[arXiv](http://arxiv.example/1)",
    "DOI: [10.5555/1](http://d.example)",
]

# What is not in Latin letters: people, titles and venues of each language.
_EASTERN = {
    "zh": (
        "王小明 李雷 张伟 陈思远 欧阳静".split(),
        "盐与沙的历史 湿地生态研究 河流与城市 芦苇的生长 潮汐模型及应用".split(),
        "芦荡研究 盐沙史学报 河沙科学 苇海通报".split(),
    ),
    "ja": (
        "山田さくら 鈴木ゆい 佐藤葦 田中マリ 高橋はるか".split(),
        "塩の歴史 湿地における葦の研究 潮汐モデル 砂と海".split(),
        "葦原研究 砂の科学 砂浜学会誌".split(),
    ),
    "ko": (
        "김갈대 이소금 박모래".split(),
        ["갈대의 역사", "소금과 모래", "습지 연구 방법"],
        "갈대연구 소금학보".split(),
    ),
}
_EASTERN_NUMBERS = "Vol.86 第3期 12(3) 第12卷第3号 45-60".split()

# What the entries of a list have in common, by weight.
_SCRIPTS = {"latin": 88, "zh": 5, "ja": 4, "ko": 3}
_BETWEEN = {", ": 70, "; ": 9, " / ": 3, " · ": 2, " and ": 3, " & ": 3}
_OWNER = {"{}": 50, "**{}**": 35, "__{}__": 5, "*{}*": 5, "<u>{}</u>": 5}
_ORDERS = {
    "ATVY": 24, "AYTV": 12, "TAVY": 20, "YATV": 5, "ATYV": 4, "TAYV": 5, "TVAY": 4, "VTAY": 3, "YTAV": 4, "TVYA": 3,
    "TVY": 4, "TYV": 2, "TY": 1, "TAV": 3, "TA": 2, "ATV": 3, "VYTA": 2, "YVTA": 2, "T": 1, "TYAV": 3, "YTV": 2,
}  # fmt: skip
_OF_TITLE = {
    "{}": 40, "*{}*": 8, "**{}**": 14, "“{}”": 8, '"{}"': 9, "[{}](http://x.example/{number})": 10, "***{}***": 2,
    "‘{}’": 2, "«{}»": 2, "__{}__": 1, "**[{}](http://x.example/1)**": 4,
}  # fmt: skip
_OF_VENUE = {
    "{}": 42, "*{}*": 28, "**{}**": 5, "({})": 7, "[{}]": 3, "`{}`": 3, "_{}_": 4, "[{}](http://v.example)": 3,
    "***{}***": 1,
}  # fmt: skip
_OF_YEAR = {"{}": 55, "({})": 32, "[{}]": 4, "**{}**": 5, "*{}*": 3}
_GAPS = {
    ". ": 34, ", ": 22, " - ": 5, " – ": 6, " | ": 4, ": ": 3, "; ": 4, " / ": 2, "  \n  ": 8, "<br>": 5,
    "<br/>\n  ": 3, " · ": 2, "\\\n  ": 2, " ": 1, " — ": 4,
}  # fmt: skip
_BEFORE_VENUE = {
    "": 70, "In ": 12, "in ": 4, "In: ": 3, "In Proc. of ": 2, "to appear in ": 2, "Published in ": 1, "@ ": 1, "→ ": 1,
}  # fmt: skip
_BEFORE_PEOPLE = {"": 86, "with ": 4, "by ": 4, "(with ": 5, " By ": 1}
_MARKERS = {"- ": 66, "* ": 10, "{}. ": 12, "": 8, "[{}] ": 2, "+ ": 2}
_INDENTS = {"{}. ": "   ", "": "", "[{}] ": ""}
_MARKS = {"": 86, "\\*": 6, "<sup>1</sup>": 3, "†": 3, "^*^": 2}

_TOP = "---\ntitle: About\npermalink: /\n---\n\nI study things.\n\n## Publications\n\n"


class Typed(NamedTuple):
    """A page with a list of publications.

    Attributes:
        markdown: The text of the page.
        entries: Title, authors, venue and year of each publication. Title and year are None, the venue is empty and
            there are no authors where the list does not give them.
    """

    markdown: str
    entries: list[dict[str, Any]]


class Look:
    """How a list looks."""

    def __init__(self, r: random.Random) -> None:
        """Choose everything that the entries of a list have in common."""
        self.r = r
        self.script, self.form = _weighted(r, _SCRIPTS), _weighted(r, _FORMS)
        self._choose_between_people(r)
        self.owner, self.order = _weighted(r, _OWNER), _weighted(r, _ORDERS)
        self.title, self.venue, self.year = _weighted(r, _OF_TITLE), _weighted(r, _OF_VENUE), _weighted(r, _OF_YEAR)
        self.gap = _weighted(r, _GAPS)
        self.gaps: dict[str, str] = {}
        self.venue_to_year = r.choice([" ", ", ", ", ", " ", ". ", self.gap])
        self.before_venue = _weighted(r, _BEFORE_VENUE)
        self.before_people = _weighted(r, _BEFORE_PEOPLE) if self.order.startswith("T") else ""
        self.end = r.choice([".", "", ".", ""])
        self.numbered, self.noted, self.linked = r.random() < 0.3, r.random() < 0.25, r.random() < 0.3
        self.note_inside = r.choice([False, False, False, True])
        self.before_links = r.choice([" ", ". ", " | ", "  \n  ", "<br>", " - ", ", "])
        self.marker, self.others_left_out = _weighted(r, _MARKERS), r.random() < 0.05
        r.randrange(3)  # chooses nothing any more, but the list of a seed stays as it is
        self.mark = _weighted(r, _MARKS)
        r.randrange(4)  # likewise
        self.stop_in_quotes = r.random() < 0.5
        if self.script != "latin":
            self._choose_eastern(r)

    def _choose_between_people(self, r: random.Random) -> None:
        """Choose what stands between the names, and before the last one."""
        is_turned = self.form.startswith("{family},")
        self.between = r.choice([", ", "; ", ", "]) if is_turned else _weighted(r, _BETWEEN)
        self.last = self.between
        if self.between in (", ", "; "):
            same = self.between
            self.last = r.choice([same, " and ", " & ", ", and ", same, ", & ", " et ", " y ", " und "])
        if self.between == "; ":
            self.last = r.choice(["; ", "; ", "; and ", " and "])

    def _choose_eastern(self, r: random.Random) -> None:
        """Choose again what is different in a list that is not in Latin letters."""
        self.between = self.last = r.choice(["，", "、", ", ", ",", "；"])
        self.gap = r.choice(["，", ", ", ". ", "．", "。", " ", " "])
        self.title = r.choice(["{}", "《{}》", "「{}」", "“{}”", "{}"])
        self.venue = r.choice(["{}", "《{}》", "『{}』", "*{}*"])
        self.venue_to_year = r.choice(["，", ", ", " "])
        self.owner, self.before_venue, self.before_people, self.mark = "{}", "", "", ""
        self.noted = self.others_left_out = False

    def between_fields(self, before: str, after: str) -> str:
        """What stands between two fields, the same in each entry."""
        if before + after not in self.gaps:
            self.gaps[before + after] = self._chosen_between(before, after)
        return self.gaps[before + after]

    def _chosen_between(self, before: str, after: str) -> str:
        """Choose what stands between two fields."""
        r, gap = self.r, self.gap
        if r.random() < 0.35:
            gap = r.choice([". ", ", ", ", ", ". ", ": ", " - ", " ", "  \n  ", "<br>"])
        if before + after in ("VY", "YV"):
            gap = self.venue_to_year
        if before + after == "AY" and self.year == "({})":
            gap = r.choice([" ", " ", ", "])
        if before == "Y":
            gap = r.choice([". ", ": ", " ", ", ", gap])
        return gap


class Entry:
    """A publication, and its text as a list of a certain look has it."""

    def __init__(self, look: Look) -> None:
        """Invent the publication."""
        self.look, r = look, look.r
        if look.script == "latin":
            self.authors: list[str] = []
            while len(self.authors) < r.choice([1, 2, 2, 3, 3, 4, 5]):
                self.authors.append(_person(r, look.form))
            self.title, self.venue = _title(r), _venue(r)
        else:
            people, titles, venues = _EASTERN[look.script]
            self.authors = r.sample(people, r.randint(1, min(3, len(people))))
            self.title, self.venue = r.choice(titles), r.choice(venues)
        self.year = r.randint(1998, 2026)
        self.owner = r.randrange(len(self.authors))
        self.pieces: list[str] = []

    def text(self) -> str:
        """The entry as it stands in the list, without the list's marker."""
        look, r, order = self.look, self.look.r, self.look.order
        has_numbers = look.numbered and "V" in order and r.random() < 0.8
        has_note = look.noted and r.random() < 0.7
        for at, field in enumerate(order):
            if at:
                self._go_on(order[at - 1], field)
            self.pieces += self._field(field, is_first=not at)
            if field == "V" and has_numbers:
                self.pieces += self._numbers()
            if has_note and look.note_inside and at == len(order) // 2:
                self.pieces += [" ", r.choice(_NOTES)]
        if not self.pieces[-1].endswith("."):
            self.pieces.append(look.end)
        if has_note and not look.note_inside:
            self.pieces += [r.choice([" ", ". ", ", ", " - ", "<br>", "  \n  "]), r.choice(_NOTES)]
        if look.linked and r.random() < 0.8:
            self.pieces += [look.before_links, r.choice(_LINKS)]
        return "".join(self.pieces).rstrip()

    def truth(self) -> dict[str, Any]:
        """What a reader should find."""
        look, order = self.look, self.look.order
        shown = self.authors[:-1] if look.others_left_out and len(self.authors) > 1 else self.authors
        in_proceedings = look.before_venue == "In Proc. of " and order[0] != "V"
        return {
            "title": self.title if "T" in order else None,
            "authors": shown if "A" in order else [],
            "venue": ("Proc. of " * in_proceedings + self.venue) if "V" in order else "",
            "year": self.year if "Y" in order else None,
        }

    def _go_on(self, before: str, field: str) -> None:
        """Add what stands between two fields: no second stop after one, the stop perhaps within the quotes."""
        gap, said = self.look.between_fields(before, field), self.pieces[-1]
        mark = said.rstrip("*_”\"»’'")[-1:]
        if mark in "?!" and gap[0] in ".,":
            gap = " "
        elif mark == gap[0] == ".":
            gap = gap[1:]
        if gap[0] in ".," and said[-1] in '”"' and self.look.stop_in_quotes and before == "T":
            self.pieces[-1] = said[:-1] + gap[0] + said[-1]
            gap = gap[1:]
        self.pieces.append(gap)

    def _field(self, field: str, *, is_first: bool) -> list[str]:
        """The pieces of a field."""
        look = self.look
        if field == "A":
            return [look.before_people + self._people()] + [")"] * look.before_people.startswith("(")
        if field == "T":
            return [look.title.format(self.title, number=len(self.title) * 7 % 999)]
        if field == "V":
            return ["" if is_first else look.before_venue, look.venue.format(self.venue)]
        return [look.year.format(self.year)]

    def _people(self) -> str:
        """The list of authors."""
        look, r = self.look, self.look.r
        found = []
        for at, name in enumerate(self.authors):
            marked = name + look.mark if look.mark and r.random() < 0.4 else name
            found.append(look.owner.format(marked) if at == self.owner else marked)
        *others, last = found
        if not others:
            return last
        end = r.choice([", et al.", ", et al", " et al."]) if look.others_left_out else look.last + last
        return look.between.join(others) + end

    def _numbers(self) -> list[str]:
        """Volume, issue or pages after a venue."""
        r = self.look.r
        if self.look.script == "latin":
            return [r.choice([", ", " "]), r.choice(_NUMBERS)]
        return ["，", r.choice(_EASTERN_NUMBERS)]


def typed_list(seed: int) -> Typed:
    """A page with a list of publications; the same seed gives the same page."""
    r = random.Random(seed)
    look = Look(r)
    indent = _INDENTS.get(look.marker, "  ")
    lines, entries = [], []
    for number in range(1, r.choice([1, 2, 2, 3, 3, 4, 5, 6]) + 1):
        entry = Entry(look)
        lines.append(look.marker.format(number) + entry.text().replace("\n  ", "\n" + indent))
        entries.append(entry.truth())
    between = "\n\n" if look.marker in ("", "[{}] ") else "\n"
    return Typed(_TOP + between.join(lines) + "\n", entries)


def _weighted(r: random.Random, table: dict[str, int]) -> str:
    """Choose from a table of weights."""
    return r.choices(list(table), list(table.values()))[0]


def _person(r: random.Random, form: str) -> str:
    """A name, written in a form."""
    kind, given = r.random(), r.choice(_GIVEN)
    if r.random() < 0.25:
        given += f" {r.choice('ABCDEFGHKLMRSTW')}."
    family = r.choice(_WORDS if kind < 0.5 else _FOREIGN if kind < 0.82 else _LONG)
    suffix = r.choice(_SUFFIXES) if r.random() < 0.04 else ""
    spaced = " ".join("-".join(f"{part[0]}." for part in name.split("-")) for name in given.split())
    close = spaced.replace(" ", "")
    bare = close.replace(".", "")
    said = form.format(given=given, family=family, suffix=suffix, spaced=spaced, close=close, bare=bare)
    return said.rstrip(", ")


def _title(r: random.Random) -> str:
    """A title."""
    fens, dunes, reeds = r.sample(_NOUNS, 3)
    slow, _ = r.sample(_ADJECTIVES, 2)
    said = _in_each_case(fens=fens, dunes=dunes, reeds=reeds, slow=slow, counting=r.choice(_DOING))
    said |= {"system": r.choice(_SYSTEMS), "move": r.choice(["sleep", "wait", "move"])}
    said |= {"place": r.choice(["Norway", "Peru", "1848"]), "part": r.choice(["I", "2"])}
    return r.choice(_TITLES).format(**said)


def _venue(r: random.Random) -> str:
    """A venue."""
    said = _in_each_case(slow=r.choice(_ADJECTIVES), fens=r.choice(_NOUNS), dunes=r.choice(_NOUNS))
    return r.choice(_VENUES).format(**said)


def _in_each_case(**chosen: str) -> dict[str, str]:
    """Words by their places in a form, small, capitalised and in capitals: `fens`, `Fens` and `FENS`."""
    return {case(name): case(word) for name, word in chosen.items() for case in (str.lower, cap, str.upper)}
