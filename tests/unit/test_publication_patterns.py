"""The next entry of a list is written in its pattern; one field is edited, and every other word stays."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Entry, Link, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

HEAD = "# Publications\n\n"
NEW: Values = {
    "title": "Reeds of the north",
    "authors": (Author("Anna Moss"), Author("Ludo van der Berg"), Author("Carl Finch")),
    "venue": "Peat Letters",
    "year": 2026,
}


def page(*lines: str) -> Page:
    return Page(Source((HEAD + "".join(f"- {line}\n" for line in lines)).encode()))


def said(entry: Entry) -> tuple[object, ...]:
    people = entry.values["authors"]
    assert isinstance(people, tuple)
    names = "; ".join(author.name for author in people if isinstance(author, Author))
    return entry.values["title"], names, entry.values["venue"], entry.values["year"]


VANCOUVER = (
    "Moss A, Reed BC, Finch C. Effects of tall lamps. *J Lamps*. 2024;12:45.",
    "Reed BC, Do M. The best page of a large press. *Bog Studies*. 2023;3(2):1-9.",
    "To R, Moss A. On the link of models. *J Lamps*. 2022;10:100-9.",
)
CHICAGO = (
    "Moss, Anna, Ben Reed, and Carl Finch. “Effects of Tall Lamps.” *Journal of Lamps* 12 (2024): 3.",
    "Reed, Ben, and Minh Do. “The Best Page of a Large Press.” *Bog Studies* 3 (2023): 1–9.",
    "To, Rita. “On the Link of Models.” *Journal of Lamps* 10 (2022): 100–9.",
)
APA = (
    "Moss, A., Reed, B. C., & Finch, C. (2024). Effects of tall lamps. *Journal of Lamps*, 12, 45.",
    "Reed, B. C., & Do, M. (2023). The best page of a large press. *Bog Studies*, 3(2), 1–9.",
    "To, R. (2022). On the link of models. *Journal of Lamps*, 10, 100–109.",
)
NATURE = (
    "Moss, A., Reed, B. C. & Finch, C. Effects of tall lamps. *J. Lamps* **12**, 45 (2024).",
    "Reed, B. C. & Do, M. The best page of a large press. *Bog Stud.* **3**, 1–9 (2023).",
    "To, R. On the link of models. *J. Lamps* **10**, 100–109 (2022).",
)
PLAIN = (
    "[Effects of tall lamps](https://example.org/a). Anna Moss, Ben Reed, Carl Finch. *Journal of Lamps*, 2024.",
    "[The best page](https://example.org/b). Ben Page, Minh Do. *Bog Studies*, 2023.",
    "[Link models](https://example.org/c). Rita To, Anna Best. *Journal of Lamps*, 2022.",
)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (VANCOUVER, ["Moss A; Reed BC; Finch C", "Reed BC; Do M", "To R; Moss A"]),
        (CHICAGO, ["Moss, Anna; Ben Reed; Carl Finch", "Reed, Ben; Minh Do", "To, Rita"]),
        (APA, ["Moss, A.; Reed, B. C.; Finch, C.", "Reed, B. C.; Do, M.", "To, R."]),
        (NATURE, ["Moss, A.; Reed, B. C.; Finch, C.", "Reed, B. C.; Do, M.", "To, R."]),
        (PLAIN, ["Anna Moss; Ben Reed; Carl Finch", "Ben Page; Minh Do", "Rita To; Anna Best"]),
    ],
    ids=["Vancouver", "Chicago", "APA", "Nature", "plain"],
)
def test_a_style_is_read(lines: tuple[str, ...], names: list[str]) -> None:
    entries = page(*lines).entries("publications")
    assert [said(entry)[1] for entry in entries] == names
    assert [said(entry)[3] for entry in entries] == [2024, 2023, 2022]


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (VANCOUVER, "- Moss A, van der Berg L, Finch C. Reeds of the north. *Peat Letters*. 2026."),
        (
            CHICAGO,
            "- Moss, Anna, Ludo van der Berg, and Carl Finch. “Reeds of the North.” *Peat Letters*, 2026.",
        ),
        (APA, "- Moss, A., van der Berg, L., & Finch, C. (2026). Reeds of the north. *Peat Letters*."),
        (NATURE, "- Moss, A., van der Berg, L. & Finch, C. Reeds of the north. *Peat Letters* (2026)."),
    ],
    ids=["Vancouver", "Chicago", "APA", "Nature"],
)
def test_the_next_entry_is_written_as_its_style_would(lines: tuple[str, ...], line: str) -> None:
    added = edit.add(page(*lines), "publications", NEW)
    assert added.page.text.splitlines()[2] == line


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (r"owls of $\alpha$ and $x_n$ in wet marshes", r"Owls of $\alpha$ and $x_n$ in Wet Marshes"),
        (r"reeds of \(\beta\) lakes", r"Reeds of \\(\beta\\) Lakes"),
        ("reeds of a_b lakes", "Reeds of a_b Lakes"),
        ("the 2nd year of 3d reeds", "The 2nd Year of 3d Reeds"),
        ("fog <em>of lakes</em>", "Fog &lt;em>of Lakes&lt;/em>"),
        ("moss | lakes", r"Moss \| Lakes"),
    ],
)
def test_only_words_are_given_capitals(typed: str, written: str) -> None:
    lines = (
        "[Effects of Tall Lamps](https://example.org/a). Anna Moss, Ben Reed. *Journal of Lamps*, 2024.",
        "[The Best Page of $x$](https://example.org/b). Ben Page, Minh Do. *Bog Studies*, 2023.",
        "[Link Models](https://example.org/c). Rita To, Anna Best. *Journal of Lamps*, 2022.",
    )
    links = (Link("Paper", "https://example.org/d"),)
    added = edit.add(page(*lines), "publications", {**NEW, "title": typed, "links": links})
    assert added.page.text.splitlines()[2].startswith(f"- [{written}](https://example.org/d). Anna Moss, ")


@pytest.mark.parametrize("lines", [VANCOUVER, CHICAGO, APA, NATURE, PLAIN], ids=lambda lines: lines[0][:9])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_another_venue_leaves_names_title_and_year(lines: tuple[str, ...], number: int) -> None:
    before = page(*lines)
    was = said(before.entries("publications")[number - 1])
    after = edit.change(before, "publications", number, {"venue": "Peat Letters"}).page
    now = said(after.entries("publications")[number - 1])
    assert (now[0], now[1], now[2], now[3]) == (was[0], was[1], "Peat Letters", was[3])


def test_two_authors_are_joined_as_a_pair_further_down_is() -> None:
    lines = (
        "Ben Reed, Anna Moss, and Carl Finch. *On dry moss*. Bog Studies, 2024.",
        "Anna Moss and Ben Reed. *On wet moss*. Journal of Peat, 2025.",
    )
    values: Values = {**NEW, "authors": (Author("Anna Moss"), Author("Carl Finch"))}
    added = edit.add(page(*lines), "publications", values)
    assert "- Anna Moss and Carl Finch. *" in added.page.text


def test_surnames_that_are_words_are_read_where_names_stand() -> None:
    (entry,) = page("**Lakes seen from far above.** Ann Page, Ben Sample. *ICE*, 2026.").entries("publications")
    assert said(entry) == ("Lakes seen from far above", "Ann Page; Ben Sample", "ICE", 2026)


def test_a_title_that_may_hold_another_field_is_a_guess() -> None:
    one, two = (
        page(*lines).entries("publications")[0]
        for lines in (
            ("В. Лодкина; И. Река (1998). Карты болот. *Известия озёр*.",) * 2,
            ("Ήσυχα ποτάμια του βορρά. Ποταμός, Νίκος & Γέφυρα, Ελένη. _Περιοδικό Παλιρροιών_, 1993.",) * 2,
        )
    )
    assert one.values["venue"] == "Известия озёр" or "title" in one.unsure
    assert two.values["title"] == "Ήσυχα ποτάμια του βορρά" or "title" in two.unsure


def test_a_title_that_may_begin_with_an_author_of_one_name_is_a_guess() -> None:
    joined, linked, sure = page(
        "M. On, W. Frost III and Suhartono: A survey of tall lamps, *Northern Studies*, 1999.",
        "R. To, W. Frost III, Suhartono — [Tall reeds](https://example.org/x), *Lake Letters*, 2011.",
        "K. Reed, B. Moss and C. Finch: Notes on dust, *Northern Studies*, 2004.",
    ).entries("publications")
    for entry in (joined, linked):
        assert "Suhartono" in str(entry.values["authors"]) or {"title", "authors"} <= set(entry.unsure)
    assert sure.values["title"] == "Notes on dust"
    assert not sure.unsure


def test_who_is_always_last_and_never_elsewhere_may_be_the_venue() -> None:
    entries = page(
        "“Τι θυμούνται οι λίμνες”, Πέτρος Φάρος, Ζωή Βροχή, Χρονικά Χαρτών, 2009",
        "“Χάρτες των βάλτων”, Γιώργος Πέτρας, Άννα Λίμνη, Χρονικά Χαρτών, 2003",
        "“Λάμπες στην ομίχλη”, Νίκος Ποταμός, Ζωή Βροχή, Περιοδικό Παλιρροιών, 2024",
        "“Ήσυχα ποτάμια”, Ελένη Γέφυρα, Πέτρος Φάρος, Περιοδικό Παλιρροιών, 2016",
    ).entries("publications")
    for entry in entries:
        assert entry.values["venue"] in ("Χρονικά Χαρτών", "Περιοδικό Παλιρροιών") or "authors" in entry.unsure


def test_the_label_of_a_link_is_not_the_venue_though_it_names_it() -> None:
    entry, *_ = page(
        "[Using Reeds Should Follow Lamps: Finding Insecure Ferries](https://example.org/a)\n"
        "![](/b.png)[![](/c.png)](https://example.org/c)\n  - Ben Sample, **Ada Example**, Cy Reed\n"
        "  - Snow Systems 2024\n  - This paper is about finding unsafe ferries.\n"
        "  - [Slides for Snow Systems 2024](/ice.pdf)",
        "[Dust in the Lamps: A Theory](https://example.org/d)\n![](/b.png)\n  - **Ada Example**, Ben Sample\n"
        "  - Peat Letters 2023",
    ).entries("publications")
    assert (entry.values["venue"], entry.values["year"]) == ("Snow Systems", 2024)


def test_a_venue_of_joined_words_is_sure_beside_a_linked_title() -> None:
    box = (
        "<div class='paper-box'>\n<div class='paper-box-text'>\n"
        '<a href="https://example.org/x">Distance of reeds: A measure for slow lakes</a>\n<br>\n'
        "<strong>Ada Example</strong>, Ben Sample, Cy Reed.\n<br>\n"
        '<em>Snow Engineering & Lake Safety</em>, 2025 <a href="https://example.org/c">[code]</a>\n'
        "<p>我们提出一种方法，用于湖泊。</p>\n</div>\n</div>\n"
    )
    (entry,) = Page(Source(f"# Publications\n\n{box}".encode())).entries("publications")
    assert (entry.values["venue"], entry.unsure) == ("Snow Engineering & Lake Safety", frozenset())


@pytest.mark.parametrize(
    "lines",
    [
        (
            "الخطيب، أحمد (2019). الماء في الصحراء. مجلة البحيرات، 12(3)، 45-60.",
            "حداد، مريم (2018). ملح الأرض. مجلة البحيرات، 11، 5-10.",
        ),
        (
            "כהן, דוד (2019). מים במדבר. כתב עת לאגמים, 12(3), 45-60.",
            "לוי, שרה (2018). מלח הארץ. כתב עת לאגמים, 11, 5-10.",
        ),
        ("एक लेखक और दूसरा लेखक. नदी का पानी. झील पत्रिका, 2019.", "एक लेखक. नमक. झील पत्रिका, 2018."),
    ],
)
def test_names_without_capitals_are_doubted_and_no_model(lines: tuple[str, ...]) -> None:
    before = page(*lines)
    for entry in before.entries("publications"):
        assert {"title", "authors"} <= entry.unsure
    with pytest.raises(Refused):
        edit.add(before, "publications", NEW)


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("A. Moss, B. Reed: Slow ice in lakes. CoRR abs/1905.01234 (2019)", "CoRR abs/1905.01234"),
        ("A. Moss: Slow ice in lakes. *CoRR*, abs/1905.01234, 2019.", "CoRR"),
    ],
)
def test_preprints_are_read_as_dblp_has_them(line: str, venue: str) -> None:
    entry, *_ = page(line, "C. Finch: Notes on dust. Fen Lett. 12(3): 1-9 (2018)").entries("publications")
    assert (entry.values["title"], entry.values["venue"]) == ("Slow ice in lakes", venue)
    assert not entry.unsure


def test_what_a_paper_won_is_none_of_its_authors() -> None:
    entry, *_ = page(
        "**Tall reeds of the north** 🏆 *Best Student Paper Award*\n  Ada Example, Ben Sample. *Lake Journal*, 2025.",
        "**Dust in the lamps**\n  Ben Sample, Ada Example. *Northern Studies*, 2024.",
    ).entries("publications")
    assert said(entry) == ("Tall reeds of the north", "Ada Example; Ben Sample", "Lake Journal", 2025)


def test_dots_for_people_left_out_are_no_separator_of_a_new_entry() -> None:
    before = page(
        "Quill N., ..., **Example A.**, ... & Model M. (2025). Tall reeds of the north. *Journal of Lakes*.",
        "Ferro I., …, Stone K., **Example A.** & Grebe P. (2024). Dust in the lamps. *Northern Studies*.",
    )
    made = edit.add(before, "publications", NEW).page
    assert "- Moss A., van der Berg L. & Finch C. (2026). Reeds of the north. *Peat Letters*.\n" in made.text


def test_a_guess_is_not_edited() -> None:
    before = page(
        "[Frost](https://example.org/f), **Ada Example**, Ben Sample, *ICE*, 2026",
        "Hail, Ben Sample, Ada Example, *SNOW*, 2025",
    )
    entry = before.entries("publications")[1]
    assert "title" in entry.unsure
    with pytest.raises(Refused, match="can't tell for certain where the title"):
        edit.change(before, "publications", 2, {"title": "Drizzle"})


def test_each_list_of_a_page_has_its_own_forms_of_names() -> None:
    """Articles in one style, talks in another and a selection with full names: none writes the names of another."""
    lists = {"Articles": APA, "Proceedings": VANCOUVER, "Selected": PLAIN}
    text = "# Publications\n\n" + "\n".join(
        f"## {heading}\n\n" + "".join(f"- {line}\n" for line in lines) for heading, lines in lists.items()
    )
    several = Page(Source(text.encode()))
    people = {"authors": (Author("Eva Lund"), Author("Bo Jan Chen"))}
    for number, written in (
        (1, "- Lund, E., & Chen, B. J. (2024)."),
        (2, "- Lund, E., & Chen, B. J. (2023)."),
        (5, "- Lund E, Chen BJ. The best page"),
        (8, "(https://example.org/b). Eva Lund, Bo Jan Chen. *Bog Studies*"),
    ):
        assert written in edit.change(several, "publications", number, people).page.text
    new = {**NEW, "links": (Link("title", "https://example.org/d"),)}
    for heading, written in (
        ("Articles", "- Moss, A., van der Berg, L., & Finch, C. (2026). Reeds of the north."),
        ("Proceedings", "- Moss A, van der Berg L, Finch C. Reeds of the north."),
        ("Selected", "- [Reeds of the north](https://example.org/d). Anna Moss, Ludo van der Berg, Carl Finch. "),
    ):
        values = new if heading == "Selected" else NEW
        assert written in edit.add(several, "publications", values, section=heading).page.text


def test_what_a_list_in_another_style_would_read_otherwise_is_not_moved_into_it() -> None:
    text = "# Articles\n\n" + "".join(f"- {line}\n" for line in APA)
    box = "<li><b>Tall lamps</b><br>Anna Moss, Ben Reed<br><i>Fens</i>, 2024</li>"
    text += f"\n# Selected Publications\n\n<ul>\n{box}\n</ul>\n"
    several = Page(Source(text.encode()))
    assert len(several.entries("publications")) == 4
    with pytest.raises(Refused, match="publication 3 would be read otherwise in the list there"):
        edit.move(several, "publications", 3, 4)


@pytest.mark.parametrize("tail", ["", " [![](/img/web.svg)](https://example.org/a)"])
def test_the_stop_behind_volume_and_pages_stays_before_a_new_link(tail: str) -> None:
    text = (
        "# Publications\n\n"
        f"* Moss, M. B., & Reed, R. (2025). Selection in lakes. *Lakes & Ponds*, *87*, 794-814.{tail}\n"
        f"* Reed, R., & Moss, M. B. (2024). Perception of lakes. *ICE Letters*, *4*(3), 34-40.{tail}\n"
    )
    values: Values = {
        "title": "Deep lakes",
        "authors": (Author("Ada Moss"), Author("Ben Reed")),
        "venue": "Ice",
        "year": 2026,
        "links": (Link("PDF", "https://example.org/p"),),
    }
    edited = edit.add(Page(Source(text.encode())), "publications", values)
    written = "".join(str(splice.text) for splice in edited.splices)
    assert written.startswith("* Moss, A., & Reed, B. (2026). Deep lakes. *Ice*. [[PDF](https://example.org/p)]")
