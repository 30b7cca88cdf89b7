"""Random pages made of the frames that real pages have, and random edits of their entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from profile_tui.content.change import edit
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.entries.entry import Author, Link, Value
from profile_tui.content.page.page import Page
from support.hostile_texts import HOSTILE
from support.shapes import SHAPES

HEADERS = (
    "---\npermalink: /\ntitle: About\n---\n\n",
    "---\ntitle: 'About'\nredirect_from: \n  - /about/\n# a remark\n---\n",
    "---\n---\n\n\n",
    "",
)
INTROS = (
    "I study *lakes* and ice.\n\n",
    "I study lakes  \nand ice, see [here](https://example.org).\n\n\n",
    "<div align='center'>\n<b>Ada Example</b>\n</div>\n\n",
    "{% assign year = 2026 %}\n\nMy research interests include ice.\n\n",
    "",
)
NAMES = {"news": "News", "publications": "Publications", "interests": "Research Interests"}
HEADINGS = (
    "# {}\n\n",
    "# {}\n",
    "## 🔥 {}\n\n",
    "### {} ###\n\n",
    "{}\n======\n\n",
    "{}\n---\n",
    "<h2>{}</h2>\n\n",
    "**{}**\n\n",
    "<span class='anchor' id='a'></span>\n\n# {}\n\n",
)
FILLERS = (
    "# Contact\n\nWrite to me.\n\n- by post\n- by mail\n",
    "## Projects\n\n<div>\n<p>Raw *text*</p>\n\n# no heading\n\n</div>\n",
    "# Misc\n\n<!--\n# News\n\n- *2001.01*: Old.\n-->\n\nText.\n",
    "# Misc\n\n```\n# News\n- *2001.01*: code\n```\n\n$$\n- x\n$$\n",
    "# Misc\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> quoted\n",
    "# Education\n\n- *2019.06 - 2022.04*, a degree.\n- *2015 - 2019*, another.\n",
    "# Links\n\n{% raw %}{{ x }}{% endraw %}\n\n[a]: https://example.org\n*[ICE]: a conference\n",
    "---\n\nA paragraph\nof two lines.\n{: .lead}\n",
)


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """A page: a header, an introduction, and sections of several shapes under headings of several styles."""
    sections: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        if draw(st.integers(0, 3)) == 0:
            sections.append(draw(st.sampled_from(FILLERS)))
            continue
        shape = draw(st.sampled_from(SHAPES))
        body = shape.body.partition("\n\n")[2]
        sections.append(draw(st.sampled_from(HEADINGS)).format(NAMES[shape.kind]) + body)
    gap = draw(st.sampled_from(("\n", "\n", "\n\n")))
    text = draw(st.sampled_from(HEADERS)) + draw(st.sampled_from(INTROS)) + gap.join(sections)
    end = draw(st.sampled_from(("keep", "keep", "cut", "blank")))
    text = {"keep": text, "cut": text.rstrip("\n"), "blank": text + "\n\n"}[end]
    return (text.replace("\n", "\r\n") if draw(st.integers(0, 3)) == 0 else text).encode()


WORDS = st.sampled_from(
    "ice Lake 冰 雪 🎉 ❄️ naïve *very* **bold** `code` [a](b) 2026 | # - {{ <b> </b> & \\ _x_ : $y$ 1.".split()
)
TEXTS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=8).map(" ".join),
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30),
    st.text(min_size=1, max_size=5),
)
PLAIN_TEXTS = TEXTS
TITLES = st.one_of(PLAIN_TEXTS, PLAIN_TEXTS.map("Notes on {} and small lakes".format))
VENUES = st.one_of(
    PLAIN_TEXTS, st.sampled_from(("POLAR", "Journal of Ice & Snow", "冰雪与湖泊学报", "Proc. of ICE (LAKES)"))
)
DATES = st.sampled_from(("2026-11", "2026-11-21", "2026", "2024-05", "2019-01-31"))
PEOPLE = st.lists(
    st.sampled_from((Author("Ada Example", is_self=True), Author("Dora Fourth"), Author("E. Fifth"), Author("王小明"))),
    min_size=2,
    max_size=4,
    unique=True,
).map(tuple)
LINKS = st.lists(
    st.sampled_from((Link("Paper", "https://example.org/p"), Link("Code", "https://example.org/c_(1)"))),
    max_size=2,
    unique=True,
).map(tuple)
FIELDS: dict[str, dict[str, st.SearchStrategy[Value]]] = {
    "news": {"date": DATES, "text": TEXTS},
    "publications": {
        "title": TITLES,
        "authors": PEOPLE,
        "venue": VENUES,
        "year": st.integers(1995, 2030),
        "links": LINKS,
    },
    "interests": {"topic": PLAIN_TEXTS, "text": TEXTS},
}


@dataclass(frozen=True)
class Change:
    """An edit of a page's entries.

    Attributes:
        action: `add`, `change`, `remove` or `move`.
        kind: Of the entry.
        number: Of the entry; for `add`, none.
        to: Where it moves.
        values: What is typed.
    """

    action: str
    kind: str
    number: int
    to: int
    values: dict[str, Value]

    def made(self, page: Page) -> ProvenEdit:
        """The page with the edit made."""
        calls: dict[str, Callable[[], ProvenEdit]] = {
            "add": lambda: edit.add(page, self.kind, self.values),
            "change": lambda: edit.change(page, self.kind, self.number, self.values),
            "remove": lambda: edit.remove(page, self.kind, self.number),
            "move": lambda: edit.move(page, self.kind, self.number, self.to),
        }
        return calls[self.action]()


@st.composite
def changes(draw: st.DrawFn, page: Page, actions: str = "add change remove move") -> Change:
    """An edit of one of the entries of a page; without entries, an addition."""
    kind = draw(st.sampled_from(sorted(FIELDS)))
    count = len(page.entries(kind))
    action = draw(st.sampled_from(actions.split())) if count else "add"
    number, to = draw(st.integers(1, max(count, 1))), draw(st.integers(1, max(count, 1)))
    fields = FIELDS[kind]
    names = sorted(fields) if action == "add" else [draw(st.sampled_from(sorted(fields)))]
    return Change(action, kind, number, to, {name: draw(fields[name]) for name in names})
