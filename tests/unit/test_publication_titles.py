"""Titles whose ends look like something else: brackets, years, words that lead in a venue, marks that ask."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries import typed
from profile_tui.content.entries.entry import Author, Entry, Link, Value, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source


def page(*lines: str) -> Page:
    return Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))


def read(line: str) -> Entry:
    (entry,) = page(line).entries("publications")
    return entry


def people(*names: str) -> tuple[Author, ...]:
    return tuple(Author(name) for name in names)


NEW: dict[str, Value] = {"authors": people("Ada Moss", "Ben Sample"), "venue": "Lamp Letters", "year": 2026}


@pytest.mark.parametrize(
    ("line", "title", "venue", "year"),
    [
        ("Ada Moss, Ben Sample. **[Re] On (very) dim lamps [with fog]**. Lamp Journal, 2025.", 0, "Lamp Journal", 2025),
        ("Ada Moss, Ben Sample. [Re] On dim lamps. *Lamp Journal*, 2025.", "[Re] On dim lamps", "Lamp Journal", 2025),
        ("(Not so) dim lamps. Ada Moss, Ben Sample. *Lamp Journal*, 2025.", "(Not so) dim lamps", "Lamp Journal", 2025),
        ("Ada Moss, Ben Sample. [in press] On lamps. *Lamp Journal*, 2025.", "On lamps", "Lamp Journal", 2025),
        ("[C3] On dim lamps. Ada Moss, Ben Sample. *Lamp Journal*, 2025.", "On dim lamps", "Lamp Journal", 2025),
        ("Moss, A. (2024). 1984 in the fog. *Fog Studies*, 7, 1–9.", "1984 in the fog", "Fog Studies", 2024),
        ("Moss, A. (2023). 2001: a lamp odyssey. *Fog Studies*, 7.", "2001: a lamp odyssey", "Fog Studies", 2023),
        ("Ada Moss. 2023. 1984 Revisited. *Fog Studies*.", "1984 Revisited", "Fog Studies", 2023),
        ("Ada Moss. *The Book of Fog*. Trans. Bo In. Oslo: Quill, 2019.", "The Book of Fog", "Oslo: Quill", 2019),
        ("Ada Moss. *Das Buch vom Moor*. Übersetzt von Bo In. *Quill*, 2019.", "Das Buch vom Moor", "Quill", 2019),
        ("Ada Moss. *The Book of Fog*. Trans. Lamp Society, 2019.", "The Book of Fog", "Trans. Lamp Society", 2019),
        ("Ada Moss, Bo In. 2023. Fogs Revisited. *Fog Studies*.", "Fogs Revisited", "Fog Studies", 2023),
        ("A. Moss, B. Sample. In Search of Fog. In Proceedings of LampConf, 2025.", "In Search of Fog", 0, 2025),
        ("A. Moss (2024). With Fog in Mind. *Fog Studies*, 4.", "With Fog in Mind", "Fog Studies", 2024),
        (
            "By Fog Alone: A Study. A. Moss, B. Sample. *Fog Studies*, 2024.",
            "By Fog Alone: A Study",
            "Fog Studies",
            2024,
        ),
        ("Ada Moss et Ben Sample, « La brume dort-elle ? », *Brumes*, 2025.", "La brume dort-elle ?", "Brumes", 2025),
        ("Ada Moss, Bo In. Où va la brume ? *Revue des brumes*, 2024.", "Où va la brume ?", "Revue des brumes", 2024),
    ],
)
def test_the_first_words_of_a_title_belong_to_it(line: str, title: str | int, venue: str | int, year: int) -> None:
    values = read(line).values
    assert values["title"] == (title or "[Re] On (very) dim lamps [with fog]")
    assert values["venue"] == (venue or "Proceedings of LampConf")
    assert values["year"] == year


@pytest.mark.parametrize(
    ("lines", "title", "begins"),
    [
        (("Ada Moss, Bo In. Does fog sleep? *Fog J*, 2025.",), "On fog", "On fog. *Lamp Letters*"),
        (
            ("Ada Moss, Bo In. Does fog sleep? *Fog J*, 2025.", "Bo In. On ice. *Ice*, 2024."),
            "Fog",
            "Fog. *Lamp Letters*",
        ),
        (
            ("Ada Moss, Bo In. “Does fog sleep?” *Fog J*, 2025.", "Bo In. “On ice.” *Ice*, 2024."),
            "On fog",
            "“On fog.” *Lamp Letters*",
        ),
        (
            ("Ada Moss, Bo In. “Does fog sleep?” *Fog J*, 2025.", "Bo In. “On ice”. *Ice*, 2024."),
            "On fog",
            "“On fog”. *Lamp Letters*",
        ),
        (
            ("Ada Moss, Bo In. On fog. *Fog J*, 2025.", "Bo In. Is it ice? *Ice*, 2024."),
            "Is fog wet?",
            "Is fog wet? *Lamp Letters*",
        ),
        (
            ("Ada Moss, Bo In. On fog. *Fog J*, 2025.", "Bo In. Is it ice?. *Ice*, 2024."),
            "Is fog wet?",
            "Is fog wet?. *Lamp Letters*",
        ),
        (("Ada Moss, Bo In. “On fog.” *Fog J*, 2025.",), "Is fog wet?", "“Is fog wet?” *Lamp Letters*"),
        (("**On fog.** Ada Moss, Bo In. *Fog J*, 2025.",), "Is fog wet?", "**Is fog wet?** Ada Moss"),
    ],
)
def test_a_title_that_asks_has_the_period_that_the_list_gives_such_titles(
    lines: tuple[str, ...], title: str, begins: str
) -> None:
    text = edit.add(page(*lines), "publications", {**NEW, "title": title}).page.text
    assert begins in text.splitlines()[2]


def test_a_title_is_changed_with_its_period() -> None:
    was = page("Ada Moss, Bo In. Does fog sleep? *Fog J*, 2025.", "Bo In. On ice. *Ice*, 2024.")
    after = edit.change(was, "publications", 1, {"title": "On fog"}).page
    assert "Ada Moss, Bo In. On fog. *Fog J*, 2025." in after.text


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("Ada Moss, Bo In. “On fog.” *Fog J*.", "Ada Moss, Bo In. “On fog.” *Fog J*, 2026."),
        (
            "Ada Moss, Bo In. “On fog.” *Fog J* (forthcoming).",
            "Ada Moss, Bo In. “On fog.” *Fog J*, 2026 (forthcoming).",
        ),
        ("Moss, A., & In, B. (in press). On fog. *Fog J*.", "Moss, A., & In, B. (in press, 2026). On fog. *Fog J*."),
        (
            "On fog. Ada Moss, Bo In. [*Fog J*](https://e.org/j).",
            "On fog. Ada Moss, Bo In. [*Fog J*](https://e.org/j), 2026.",
        ),
    ],
)
def test_a_year_is_put_outside_of_what_sets_the_venue_off(line: str, after: str) -> None:
    changed = edit.change(page(line, "Bo In. “On ice.” *Ice* (2024)."), "publications", 1, {"year": 2026}).page
    assert changed.text.splitlines()[2] == f"- {after}"


def test_names_typed_with_initials_last_are_written_so() -> None:
    was = page("Moss A, **Lind O**. On fog. *Fog J*. 2025;2:3-5.", "**Lind O**, Moss A. On ice. *Ice*. 2024;7:1-9.")
    after = edit.change(was, "publications", 2, {"authors": (Author("Lind O", is_self=True), Author("Berg T"))}).page
    assert after.text.splitlines()[3] == "- **Lind O**, Berg T. On ice. *Ice*. 2024;7:1-9."


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("*Ada Moss*", ["Ada Moss"]),
        ("*Ada Moss*, Ben Sample*", ["Ada Moss", "Ben Sample*"]),
        ("**Ada Moss***; ***Ben Sample***", ["Ada Moss*", "Ben Sample"]),
        ("_Ada Moss_; Ben Sample", ["Ada Moss", "Ben Sample"]),
        ("[Ada Moss](https://a.example/m)*, [**Ben Sample**](/b)", ["Ada Moss*", "Ben Sample"]),
        ('<a href="/m">Ada Moss</a>, Ben Sample', ["Ada Moss", "Ben Sample"]),
    ],
)
def test_names_copied_with_their_emphasis_or_link_are_the_names(said: str, names: list[str]) -> None:
    assert [author.name + "".join(author.marks) for author in typed.authors(said)] == names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Ada Moss\nBen Sample\nBo In", ["Ada Moss", "Ben Sample", "Bo In"]),
        ("Moss, Ada\nSample, Ben", ["Moss, Ada", "Sample, Ben"]),
        ("Ada Moss, Ben\nSample, Bo In", ["Ada Moss", "Ben Sample", "Bo In"]),
        ("Ada\nMoss", ["Ada Moss"]),
    ],
)
def test_names_may_be_typed_one_a_line(said: str, names: list[str]) -> None:
    assert [author.name for author in typed.authors(said)] == names


@pytest.mark.parametrize(
    "hidden",
    [
        *("<span hidden>2025-09 fog</span>", '<span style="display: none">Fog</span>', '<b aria-hidden="true">Fog</b>'),
        *('<span class="sr-only">Paper:</span> ', '<i class="small visually-hidden">Paper:</i> '),
    ],
)
def test_what_is_hidden_is_in_no_field(hidden: str) -> None:
    entry = read(f"{hidden}**On dim lamps**. Ada Moss, Ben Sample. *Lamp Journal*, 2025.")
    assert entry.values["title"] == "On dim lamps"


@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_block_of_code_between_fences_is_its_entry_s_alone(blank: str) -> None:
    code = f"\n{blank}  ```bibtex\n  @article{{moss2025,\n    title={{On fog}},\n    year={{1999}}\n  }}\n  ```\n"
    was = page(f"Ada Moss, Bo In. **On fog**. *Fog J*, 2025.{code}", f"Ada Moss. **On ice**. *Ice*, 2024.{code}")
    first, second = was.entries("publications")
    assert [first.values[name] for name in ("title", "venue", "year")] == ["On fog", "Fog J", 2025]
    assert [second.values[name] for name in ("title", "venue", "year")] == ["On ice", "Ice", 2024]
    assert not first.unsure | second.unsure
    after = edit.add(was, "publications", {"title": "On moss", **NEW}).page.text
    assert "- Ada Moss, Ben Sample. **On moss**. *Lamp Letters*, 2026.\n" in after
    assert after.count("bibtex") == 2
    after = edit.change(was, "publications", 1, {"venue": "Fog Letters"}).page.text
    assert after == was.text.replace("Fog J", "Fog Letters")


def test_an_icon_that_is_hidden_from_readers_aloud_is_the_lists() -> None:
    icon = '<i class="file" aria-hidden="true"></i>'
    was = page(f"{icon} **On fog**. Ada Moss, Bo In. *Fog J*, 2025.", f"{icon} **On ice**. Ada Moss. *Ice*, 2024.")
    after = edit.add(was, "publications", {"title": "On moss", **NEW}).page.text
    assert f"- {icon} **On moss**. Ada Moss, Ben Sample. *Lamp Letters*, 2026.\n" in after


MINE = "**Ada Moss**{: .me}"


@pytest.mark.parametrize(
    ("number", "names", "after"),
    [
        (1, ("Bo In", "Cy Berg"), "Bo In, Cy Berg. *On fog*. Fog J, 2025."),
        (1, ("Bo In", "Ada Moss!", "Cy Berg"), f"Bo In, {MINE}, Cy Berg. *On fog*. Fog J, 2025."),
        (1, ("Ada Moss!",), f"{MINE}. *On fog*. Fog J, 2025."),
    ],
)
def test_the_attributes_of_the_owner_s_name_go_where_it_goes(number: int, names: tuple[str, ...], after: str) -> None:
    was = page(f"Bo In, {MINE}. *On fog*. Fog J, 2025.", f"{MINE}, Bo In. *On ice*. Ice, 2024.")
    authors = tuple(Author(name.rstrip("!"), is_self=name.endswith("!")) for name in names)
    changed = edit.change(was, "publications", number, {"authors": authors}).page
    assert changed.text.splitlines()[2] == f"- {after}"


def test_a_new_publication_has_the_attributes_of_what_it_has_and_no_others() -> None:
    was = page(
        "**On fog**. Ada Moss, Bo In. *Fog J*{: .venue}, 2025. [PDF](https://e.org/a){: .btn}",
        "**On ice**. Bo In. *Ice*{: .venue}, 2024. [PDF](https://e.org/b){: .btn}",
    )
    new = {**NEW, "title": "On lamps", "links": (Link("PDF", "https://e.org/c"),)}
    with_all = edit.add(was, "publications", new).page.text
    without = edit.add(was, "publications", {**NEW, "title": "On lamps", "venue": None}).page.text
    assert (
        "- **On lamps**. Ada Moss, Ben Sample. *Lamp Letters*{: .venue}, 2026. [PDF](https://e.org/c){: .btn}\n"
        in with_all
    )
    assert "- **On lamps**. Ada Moss, Ben Sample. 2026.\n" in without


@pytest.mark.parametrize(
    ("lines", "after"),
    [
        (
            ("Ada Moss, Bo In. *On fog*. Fog J, 2025. <!-- ask -->",),
            "Ada Moss, Ben Sample. *On lamps*. Lamp Letters, 2026.",
        ),
        (
            ("Ada Moss, Bo In. <!-- ask --> *On fog*. Fog J, 2025.",),
            "Ada Moss, Ben Sample. *On lamps*. Lamp Letters, 2026.",
        ),
        (("**On fog** <!-- ask -->  \n  Ada Moss, Bo In  \n  *Fog J*, 2025",), "**On lamps**  "),
    ],
)
def test_a_neighbour_s_comment_leaves_no_blanks(lines: tuple[str, ...], after: str) -> None:
    text = edit.add(page(*lines), "publications", {**NEW, "title": "On lamps"}).page.text
    assert text.splitlines()[2] == f"- {after}"


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Bounds of $$O(n_1)$$ on fog", "Bounds of $$O(n_1)$$ on fog"),
        ("$$O(n_1)$$ bounds on *fog*", r"$$O(n_1)$$ bounds on \*fog\*"),
        ("Bounds of $$O(n_2)$$ on fog", r"Bounds of \$\$O(n_2)\$\$ on fog"),
        ("Costs in $$ and $$$", r"Costs in \$\$ and \$\$\$"),
    ],
)
def test_a_formula_of_the_title_s_own_stays_one(title: str, written: str) -> None:
    was = page("Ada Moss, Bo In. *Bounds of $$O(n_1)$$ on ice*. Ice J, 2025.")
    assert f"*{written}*. Ice J" in edit.change(was, "publications", 1, {"title": title}).page.text


@pytest.mark.parametrize(
    ("line", "title", "names", "venue"),
    [
        ("**On fog**. Ada Moss, Ben Sample. LakeConf, 2026.", "On fog", ("Ada Moss", "Ben Sample"), "LakeConf"),
        (
            "On dim lamps in fog. Ada Moss, B. McSample, 2026. LakeConf.",
            "On dim lamps in fog",
            ("Ada Moss", "B. McSample"),
            "LakeConf",
        ),
        (
            "Ada Moss, Bo In. Lamp 2.0 vs. Moon 3.1. *Fog J*, 2026.",
            "Lamp 2.0 vs. Moon 3.1",
            ("Ada Moss", "Bo In"),
            "Fog J",
        ),
    ],
)
def test_a_stop_ends_names_and_no_shortened_word(line: str, title: str, names: tuple[str, ...], venue: str) -> None:
    values = read(line).values
    assert (values["title"], values["venue"]) == (title, venue)
    assert authors_in(values) == list(people(*names))


@pytest.mark.parametrize(
    "form", ['{}, "{},"', "{}. “{}.”", "{}. **{}**.", "{} (2025). {}.", "{}. [{}](https://example.org/a.pdf)."]
)
@pytest.mark.parametrize(
    "title", ["‘Quiet’ lamps of the north", "'Quiet' lamps of the fen", "“Quiet” lamps of old", "«Quiet» lamps of old"]
)
def test_a_title_keeps_the_quotation_that_begins_it(form: str, title: str) -> None:
    lines = [
        f"{form.format('Ada Moss, Ben Sample', words)} *Lamp Journal*{'' if '2025' in form else ', 2025'}."
        for words in ("On dim lamps", "Small rain over wells")
    ]
    added = edit.add(page(*lines), "publications", {**NEW, "title": title})
    entry = added.page.entries("publications")[0]
    assert entry.values["title"] == title
    assert title in added.page.text


@pytest.mark.parametrize(
    ("form", "title", "written"),
    [
        ('{}, "{}," *{}*, 2025.', "Lamps of old.", '"Lamps of old," '),
        ("{}, {}, *{}*, 2025.", "Lamps of old.", ", Lamps of old, "),
        ("{}. **{}**. *{}*, 2025.", "Lamps of old.", "**Lamps of old**. "),
        ('{}, "{}," *{}*, 2025.', "Lamps of the U.S.", '"Lamps of the U.S.," '),
    ],
)
def test_the_stop_of_a_title_is_not_there_beside_the_sign_that_parts_it(form: str, title: str, written: str) -> None:
    lines = [
        form.format("Ada Moss, Ben Sample", words, "Lamp Journal") for words in ("On dim lamps", "Rain over wells")
    ]
    assert written in edit.add(page(*lines), "publications", {**NEW, "title": title}).page.text


@pytest.mark.parametrize("target", ["{{ site.baseurl }}/a.pdf", "{{ '/a.pdf' | relative_url }}", "{{site.url}}/a.pdf"])
def test_a_title_may_be_linked_to_an_address_of_the_site(target: str) -> None:
    line = f"Ada Moss, Ben Sample. [On dim lamps]({target}). *Lamp Journal*, 2025."
    assert read(line).values["links"] == (Link("title", target),)
    changed = edit.change(page(line), "publications", 1, {"title": "On fog"}).page.text
    assert changed == page(line.replace("On dim lamps", "On fog")).text
    added = edit.add(page(line), "publications", {**NEW, "title": "On fog", "links": (Link("PDF", "https://a.org/b"),)})
    assert "- Ada Moss, Ben Sample. [On fog](https://a.org/b). *Lamp Letters*, 2026.\n" in added.page.text


def test_a_title_that_a_template_links_is_no_paper() -> None:
    assert not page("Ada Moss, Ben Sample. [On dim lamps]({{ paper.url }}). *Lamp Journal*, 2025.").entries(
        "publications"
    )


def test_a_title_in_italics_may_begin_and_end_with_quotations() -> None:
    lines = (
        'Ada Moss, Ben Sample. *"Fog" and its "lamps"*. Lamps, 2025.',
        "Ada Moss. *On fog*. Bog Letters, 2024.",
    )
    assert page(*lines).entries("publications")[0].values["title"] == '"Fog" and its "lamps"'
    added = edit.add(page(*lines), "publications", {**NEW, "title": '"Bogs" or "fens"'}).page
    assert '*"Bogs" or "fens"*. Lamp Letters' in added.text
