"""Publications that were once misread: what each shows, written down."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Entry
from profile_tui.content.page.page import Page
from profile_tui.content.publications.roles.decode import ROLES, Model
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

Said = tuple[str, str, str | None, int | None]


def page(source: str) -> Page:
    return Page(Source(f"# Publications\n\n{source}\n".encode()))


def said(entry: Entry) -> Said:
    people, venue, year = (entry.values[name] for name in ("authors", "venue", "year"))
    assert isinstance(people, tuple)
    assert venue is None or isinstance(venue, str)
    assert year is None or isinstance(year, int)
    names = "; ".join(author.name for author in people if isinstance(author, Author))
    return str(entry.values["title"]), names, venue, year


LISTS: dict[str, tuple[str, list[Said]]] = {
    "theses": (
        "- Ada Example. Foo. PhD thesis, University of Oslo, 2021.\n"
        "- Ada Example. Bar in snow. Master's thesis, University of Oslo, 2018.",
        [
            ("Foo", "Ada Example", "PhD thesis, University of Oslo", 2021),
            ("Bar in snow", "Ada Example", "Master's thesis, University of Oslo", 2018),
        ],
    ),
    "a short form and the year in brackets": (
        "- **Tall reeds in rain**. Ada Example, Bo Sample. *Conference on Floods* (FLOOD 2022).\n"
        "- **Small lakes in snow**. Ada Example. (FLOOD 2022)\n"
        "- **Dry lakes in winter**. Ada Example, Bo Sample (FLOOD 2022)",
        [
            ("Tall reeds in rain", "Ada Example; Bo Sample", "Conference on Floods (FLOOD 2022)", 2022),
            ("Small lakes in snow", "Ada Example", "FLOOD", 2022),
            ("Dry lakes in winter", "Ada Example; Bo Sample", "FLOOD", 2022),
        ],
    ),
    "lists below years": (
        "- **2024**\n"
        "  - Ada Example, Bo Sample. Tall reeds in rain. *Lamp Letters*.\n"
        "  - Ada Example. Small lakes in snow. *Reed Journal*.\n"
        "- **2023**\n"
        "  - Ada Example, Carl Finch. Dim lamps of the north. *Lamp Letters*.",
        [
            ("Tall reeds in rain", "Ada Example; Bo Sample", "Lamp Letters", 2024),
            ("Small lakes in snow", "Ada Example", "Reed Journal", 2024),
            ("Dim lamps of the north", "Ada Example; Carl Finch", "Lamp Letters", 2023),
        ],
    ),
    "lists in HTML below years": (
        "<ul>\n<li><b>2024</b><ul>\n"
        "<li>Ada Example, Bo Sample. Tall reeds in rain. <i>Lamp Letters</i>.</li>\n"
        "<li>Bo Sample, Ada Example. Small lakes in snow. <i>Reed Journal</i>.</li>\n"
        "</ul></li>\n</ul>",
        [
            ("Tall reeds in rain", "Ada Example; Bo Sample", "Lamp Letters", 2024),
            ("Small lakes in snow", "Bo Sample; Ada Example", "Reed Journal", 2024),
        ],
    ),
    "Chinese commas": (
        "- 王芳, 李娜, “小样本湖泊，识别与匹配”，软件学报，2023\n"
        "- **张伟**，李娜，基于深度的冰层研究，计算机学报，2022",
        [
            ("小样本湖泊，识别与匹配", "王芳; 李娜", "软件学报", 2023),
            ("基于深度的冰层研究", "张伟; 李娜", "计算机学报", 2022),
        ],
    ),
    "initials without stops": (
        "- Trial A, Sample B. Stations and Their Keepers. *Harbour Studies*, 2021.\n"
        "- Sample B, Trial A, Moss C. Lamps and Their Users. *Harbour Studies*, 2020.\n"
        "- Moss C, Ko J-I. Quiet Harbours. *Harbour Studies*, 2019.",
        [
            ("Stations and Their Keepers", "Trial A; Sample B", "Harbour Studies", 2021),
            ("Lamps and Their Users", "Sample B; Trial A; Moss C", "Harbour Studies", 2020),
            ("Quiet Harbours", "Moss C; Ko J-I", "Harbour Studies", 2019),
        ],
    ),
    "initials without stops, set off": (
        "- **Ostermoor F**. Peat: A History of Bogs. *Moor Journal* 2021;12:1-9.\n"
        "- **Ostermoor F**, Sample B. Reeds: Their Past. *Moor Journal* 2020;11:3-8.",
        [
            ("Peat: A History of Bogs", "Ostermoor F", "Moor Journal", 2021),
            ("Reeds: Their Past", "Ostermoor F; Sample B", "Moor Journal", 2020),
        ],
    ),
    "titles wrapped over lines": (
        "- Ada Example, Ben Sample. A long title that goes\n  on and on over two lines. *Lamp Letters*, 2024.\n"
        "- Ben Sample. Another title that\n  is wrapped. *Reed\n  Journal*, 2023.",
        [
            ("A long title that goes on and on over two lines", "Ada Example; Ben Sample", "Lamp Letters", 2024),
            ("Another title that is wrapped", "Ben Sample", "Reed Journal", 2023),
        ],
    ),
    "numbers of affiliations": (
        "- Mira Tallow1*, Jonas Reef2, Pella Orrin1,2. On wet moss and dry reeds. *Journal of Peat*, 2025.\n"
        "- Jonas Reef², Mira Tallow¹. On cold moss and warm reeds. *Journal of Peat*, 2024.",
        [
            ("On wet moss and dry reeds", "Mira Tallow; Jonas Reef; Pella Orrin", "Journal of Peat", 2025),
            ("On cold moss and warm reeds", "Jonas Reef; Mira Tallow", "Journal of Peat", 2024),
        ],
    ),
    "a colon after the names": (
        "- Anna Moss, Ben Reed: Scheunen und Seen. In: *Zeitschrift für Seen*, Bd. 12, Nr. 3, S. 1-9, 2021.\n"
        "- Ben Reed: Lampen der Stadt. In: *Jahrbuch der Lampen*, Bd. 4, Nr. 1, S. 20-31, 2019.",
        [
            ("Scheunen und Seen", "Anna Moss; Ben Reed", "Zeitschrift für Seen", 2021),
            ("Lampen der Stadt", "Ben Reed", "Jahrbuch der Lampen", 2019),
        ],
    ),
    "titles in the headings of boxes": (
        "".join(
            f'<div style="border:1px solid">\n  <h3>{title}</h3>\n  <p>Jonas Reef, <strong>Mira Tallow</strong><br>\n'
            f"  Conference on Bogs, {year}</p>\n</div>\n"
            for title, year in (("A study of tall reeds", 2026), ("A study of short reeds", 2025))
        ),
        [
            ("A study of tall reeds", "Jonas Reef; Mira Tallow", "Conference on Bogs", 2026),
            ("A study of short reeds", "Jonas Reef; Mira Tallow", "Conference on Bogs", 2025),
        ],
    ),
    "several papers in a cell": (
        "<table>\n  <tr>\n    <td>\n"
        "      <p><strong>A study of tall reeds in cold bogs</strong><br/>\n      BogConf 2025<br/>\n"
        '      <a href="https://example.org/a">Paper</a></p>\n'
        "      <p><strong>A study of short reeds in warm bogs</strong><br/>\n"
        '      <a href="https://example.org/c">Paper</a></p>\n    </td>\n    <td>\n'
        "      <p><strong>What reeds know about dark bogs</strong><br/>\n      Peat Letters 2024<br/>\n"
        '      <a href="https://example.org/e">Paper</a></p>\n    </td>\n  </tr>\n</table>',
        [
            ("A study of tall reeds in cold bogs", "", "BogConf", 2025),
            ("A study of short reeds in warm bogs", "", None, None),
            ("What reeds know about dark bogs", "", "Peat Letters", 2024),
        ],
    ),
    "how far papers are on their way": (
        "- [The price of tall reeds](https://example.org/a), with Evan Trial, Forthcoming, *Reed Economics*.\n"
        "- [The wages of lamps](https://example.org/b), with Evan Trial and Bo Moss. Revise and Resubmit, *Lamps*.\n"
        "- [A market for bogs](https://example.org/c), with Evan Trial. R&R at *Journal of Bogs*.\n"
        "- [The returns to rain](https://example.org/d), with Evan Trial. Conditionally accepted, *Econometric Rain*.\n"
        "- [The taxes of lakes](https://example.org/e), avec Evan Trial. À paraître, *Revue des lacs*.\n",
        [
            ("The price of tall reeds", "Evan Trial", "Reed Economics", None),
            ("The wages of lamps", "Evan Trial; Bo Moss", "Lamps", None),
            ("A market for bogs", "Evan Trial", "Journal of Bogs", None),
            ("The returns to rain", "Evan Trial", "Econometric Rain", None),
            ("The taxes of lakes", "Evan Trial", "Revue des lacs", None),
        ],
    ),
}


def _box(title: str, class_: str = "pub-item") -> str:
    """A box with a paper."""
    return (
        f'<div class="{class_}">\n<strong>{title}</strong><br>\n<em>LampConf 2025</em><br>\n'
        'Ada Example, Ben Sample, Cleo Moss<br>\n<a href="https://example.org/p">Paper</a>\n</div>\n'
    )


def test_a_box_around_one_paper_is_made_as_those_around_several_beside_it() -> None:
    topics = {"Tall Lamps": ["Lamps of the coast", "Lamps of the moor"], "Wet Peat": ["Peat in long rain"]}
    around = "".join(
        f'<div class="pub-section">\n<h2>{topic}</h2>\n{"".join(map(_box, titles))}</div>\n'
        for topic, titles in topics.items()
    )
    found = page(f"<div>\n{around}</div>")
    assert [section.label for section in found.sections] == ["Publications", "Tall Lamps", "Wet Peat"]
    titles = [entry.values["title"] for entry in found.entries("publications")]
    assert titles == ["Lamps of the coast", "Lamps of the moor", "Peat in long rain"]


@pytest.mark.parametrize(("class_", "kind"), [("paper-box", "publications"), ("teaser", "text")])
def test_one_box_under_any_heading_is_a_paper_where_its_class_says_so(class_: str, kind: str) -> None:
    found = Page(Source(f"# Highlights\n\n{_box('Lamps of the coast', class_)}".encode()))
    assert [section.kind for section in found.sections] == [kind]


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_read(name: str) -> None:
    source, right = LISTS[name]
    assert [said(entry) for entry in page(source).entries("publications")] == right


def test_a_year_above_a_list_is_part_of_an_item_where_no_papers_are_listed() -> None:
    found = Page(Source(b"# News\n\n- **2024**\n  - A lamp was lit.\n- **2023**\n  - A lamp was bought.\n"))
    assert [unit.type for section in found.sections for unit in section.units] == ["item", "item"]


def test_a_title_that_may_begin_with_a_name_is_not_sure() -> None:
    found = page("- Ada Example. Foo. PhD thesis, 2021.")
    (entry,) = found.entries("publications")
    if entry.values["title"] != "Foo":
        with pytest.raises(Refused):
            edit.change(found, "publications", 1, {"authors": (Author("Ben Sample"),)})


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("*Conference on Floods* (FLOOD 2022).", "Reed Journal 2022."),
        ("Proceedings of the Floods (FLOOD'22), 2022", "Reed Journal, 2022"),
        ("(FLOOD 2022)", "(Reed Journal 2022)"),
    ],
)
def test_a_venue_is_changed_with_its_whole_bracket(source: str, changed: str) -> None:
    lead = "- **Tall reeds in rain**. Ada Example, Bo Sample. "
    now = edit.change(page(lead + source), "publications", 1, {"venue": "Reed Journal"}).page
    assert now.text.splitlines()[2] == lead + changed


def test_a_year_in_the_name_of_the_venue_is_changed() -> None:
    lead = "- Ada Example, Bo Sample. Tall reeds in rain. Lamp Letters, "
    now = edit.change(page(f"{lead}2019, 6(4):7-9"), "publications", 1, {"year": 2021}).page
    assert now.text.splitlines()[2] == f"{lead}2021, 6(4):7-9"


def test_what_fits_nearly_as_well_is_told() -> None:
    """What follows counts as the emissions do: a year is better after a venue than after a title."""
    after = [[0.0] * len(ROLES) for _ in ROLES]
    after[ROLES.index("V")][ROLES.index("Y")] = 30.0
    emissions = [[{"T": 100.0, "B": 85.0, "V": 60.0}.get(role, 0.0) for role in ROLES] for _ in range(2)]
    assert Model({}, after).rivals(0, 20.0, "TY", emissions, [0, 0]) == ["T", "B", "V"]
    assert Model({}, after).rivals(0, 20.0, "TT", emissions, [0, 0]) == ["T", "B"]


def test_a_title_is_looked_for_in_linear_time() -> None:
    """The best sequence with a title is the one that trying each place of the title finds."""
    model = Model({}, [[(i * 7 + j * 5) % 11 - 5 for j in range(len(ROLES))] for i in range(len(ROLES))])
    emissions = [[(at * 13 + role * 29) % 17 - 8.0 for role in range(len(ROLES))] for at in range(9)]
    apart = [at % 4 == 3 for at in range(9)]

    def forced(at: int) -> tuple[float, str]:
        most = [[score + (1e6 if (row, role) == (at, 0) else 0) for role, score in enumerate(one)]
                for row, one in enumerate(emissions)]  # fmt: skip
        roles, score = model.decode(most, apart)
        return score, roles

    best = max((forced(at) for at in range(9)), key=lambda found: found[0])
    assert model.score(model.roles_with_title(emissions, apart), emissions, apart) == best[0] - 1e6


def test_links_to_all_publications_of_somebody_are_none() -> None:
    links = "- [Google Scholar](https://scholar.google.com/citations?user=x)\n- [ORCID record](https://orcid.org/0000-0000)\n"
    assert list(Page(Source(f"# Publications\n\n{links}".encode())).entries("publications")) == []


def test_a_venue_that_runs_into_its_year_is_no_person() -> None:
    """Where nobody is named, a word above the title may be one; after a person, something parts the year."""
    box = '<div class="paper">\n<div>{}</div>\n<div>{}. (<a href="https://example.org/p">Paper</a>)</div>\n</div>\n'
    papers = [("LampConf 2025", "How lamps fail in long rain"), ("SNOW 2024", "Where the ice of small lakes is thin")]
    found = page("".join(box.format(*paper) for paper in papers))
    now = edit.change(found, "publications", 1, {"venue": "PeatConf"}).page
    assert now.text == found.text.replace("LampConf", "PeatConf")


FORMULAS = (
    r"Owls of $\alpha$ and marshes",
    "$L^2$ bounds for slow lamps",
    "Bounds on the $k$-means of owls",
    r"A proof that $P \neq NP$",
    "$^{137}$Cs in lakes of the north",
    "Sums $f(x, y) = g(x). h(y)$ and owls",
    "Lamps at $$x^2$$ metres",
)


@pytest.mark.parametrize("title", FORMULAS)
@pytest.mark.parametrize(
    "line",
    [
        "- A. Example, B. Sample, {}, *Journal of Owls* 12, 3 (2024).",
        "- Example, A., & Sample, B. (2024). {}. *Journal of Owls*, 12, 3.",
        "- **{}**. Ada Example, Ben Sample. *Journal of Owls*, 2024.",
        '- Ada Example and Ben Sample. "{}." *Journal of Owls*, 2024.',
    ],
)
def test_formulas_are_words_of_a_title(line: str, title: str) -> None:
    others = [line.format(words) for words in ("Slow lamps and other lights", "The grammar of ferries in snow")]
    found = page("\n".join([line.format(title), *others])).entries("publications")
    assert found[0].values["title"] == title


def test_formulas_right_after_names_are_marks() -> None:
    (entry, _) = page(
        r"- Ada Example$^{1,2}$, Ben Sample$^\dagger$, Cleo Moss$^*$. **Slow lamps and lights**. *Owls*, 2024."
        "\n- Ada Example$^1$. **The grammar of ferries in snow**. *Journal of Owls*, 2023."
    ).entries("publications")
    assert said(entry)[:2] == ("Slow lamps and lights", "Ada Example; Ben Sample; Cleo Moss")


def test_a_title_that_may_begin_with_the_last_author_is_not_sure() -> None:
    lines = (
        "WINTER, L.; Quill: Strong lamps in weak rain. *Review of Rivers*, 1998.",
        ("MOSS, A.; REED, B.: Slow lakes and tall reeds. *Review of Lamps*, 1999."),
    )
    found = page("".join(f"- {line}\n" for line in lines))
    with pytest.raises(Refused):
        edit.change(found, "publications", 1, {"title": "Other words on other lamps"})
    now = edit.change(found, "publications", 2, {"title": "Other words on other lamps"}).page
    assert now.text == found.text.replace("Slow lakes and tall reeds", "Other words on other lamps")
