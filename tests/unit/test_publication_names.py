"""The names of a new publication are set, joined, set off and left out as those of its list are."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries import typed
from profile_tui.content.entries.entry import Author, Link, Values, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source


def added(lines: tuple[str, ...], *people: str) -> str:
    """The new line at the top of a list, up to its year."""
    page = Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))
    values: Values = {
        "title": "Reeds of the north",
        "authors": tuple(Author(name) for name in people),
        "venue": "Peat Letters",
        "year": 2026,
    }
    after = edit.add(page, "publications", values).page
    return after.text.splitlines()[2].removeprefix("- ").partition("Reeds of the north")[0]


ONE_TURNED = (
    "Moss, A., and **K.R. Reed**. Effects of tall lamps. *Journal of Lamps* 12 (2024): 3.",
    "**Reed, K.R.**, M. Do, and R. To. The best page. *Bog Studies* 3 (2023): 1–9.",
    "To, R., and **K.R. Reed**. On the link of models. *Journal of Lamps* 10 (2022): 100–9.",
)
CAPITALS = (
    "MOSS Anna, Ben REED, “Effects of tall lamps”, *Journal of Lamps*, 2024.",
    "TO Rita, Anna MOSS, “The best page”, *Bog Studies*, 2023.",
    "REED Ben, Carl FINCH, “On the link of models”, *Journal of Lamps*, 2022.",
)
STOP_INSIDE = (
    "Moss A, **Reed B.** Effects of tall lamps. *J Lamps*. 2024;12:45.",
    "**Reed B**, Do M. The best page of a large press. *Bog Studies*. 2023;3(2):1-9.",
    "To R, **Reed B.** On the link of models. *J Lamps*. 2022;10:100-9.",
)
ALL_BOLD = (
    "**Moss A, Reed B**. Effects of tall lamps. *J Lamps*. 2024;12:45.",
    "**Reed B**. The best page of a large press. *Bog Studies*. 2023;3(2):1-9.",
    "**To R, Moss A, Reed B**. On the link of models. *J Lamps*. 2022;10:100-9.",
)
SHORTENED = (
    "Moss, A., *et al.* (2024) Effects of tall lamps. *Journal of Lamps*, 12, 45.",
    "Do, M. & Finch, C. (2023) The best page of a large press. *Bog Studies*, 3(2), 1–9.",
    "To, R., *et al.* (2022) On the link of models. *Journal of Lamps*, 10, 100–109.",
)
SHORTENED_WITH_OWNER = (
    "**Reed, B.** et al. (2024) Effects of tall lamps. *Journal of Lamps*, 12, 45.",
    "Do, M. & **Reed, B.** (2023) The best page of a large press. *Bog Studies*, 3(2), 1–9.",
    "**Reed, B.** et al. (2022) On the link of models. *Journal of Lamps*, 10, 100–109.",
)


@pytest.mark.parametrize(
    ("lines", "people", "written"),
    [
        (ONE_TURNED, ("Ada Moss", "K. R. Reed"), "Moss, A., and **K.R. Reed**. "),
        (ONE_TURNED, ("Ida Rose Moss", "Rita To", "Minh Do"), "Moss, I.R., R. To, and M. Do. "),
        (CAPITALS, ("Rita To", "Larry Page-Brook"), "TO Rita, Larry PAGE-BROOK, “"),
        (STOP_INSIDE, ("Ada Moss", "Ben Reed"), "Moss A, **Reed B.** "),
        (STOP_INSIDE, ("Ben Reed", "Ada Moss"), "**Reed B**, Moss A. "),
        (ALL_BOLD, ("Ben Reed", "Ada Moss"), "**Reed B, Moss A**. "),
        (ALL_BOLD, ("Ben Reed",), "**Reed B**. "),
        (ONE_TURNED, ("Bo In", "Ada Moss"), "In, B., and A. Moss. "),
        (SHORTENED, ("Ben Reed", "Minh Do", "Rita To"), "Reed, B., *et al.* (2026) "),
        (SHORTENED, ("Ben Reed", "Minh Do"), "Reed, B. & Do, M. (2026) "),
        (SHORTENED, ("Ben Reed", "et al."), "Reed, B., *et al.* (2026) "),
        (SHORTENED_WITH_OWNER, ("Ben Reed", "Minh Do", "Rita To"), "**Reed, B.** et al. (2026) "),
        (SHORTENED_WITH_OWNER, ("Ada Moss", "Rita To", "Ben Reed"), "Moss, A., To, R. & **Reed, B.** (2026) "),
    ],
)
def test_names_stand_as_their_neighbours_do(lines: tuple[str, ...], people: tuple[str, ...], written: str) -> None:
    assert added(lines, *people) == written


def test_words_of_each_entry_are_the_list_s_and_others_are_remarks() -> None:
    lines = (
        "Moss A. Effects of tall lamps[J]. Journal of Lamps, 2024, 12: 45.",
        "Reed B. The best page of a large press[J]. Bog Studies, 2023, 3: 1-9.",
        "To R. On the link of models[J]. Journal of Lamps, 2022, 10: 100-9.",
    )
    page = Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))
    values: Values = {
        "title": "Reeds of the north", "authors": (Author("Ada Moss"),), "venue": "Peat Letters", "year": 2026
    }  # fmt: skip
    after = edit.add(page, "publications", values).page
    assert after.text.splitlines()[2] == "- Moss A. Reeds of the north[J]. Peat Letters, 2026."


def test_a_blank_before_a_separator_is_the_list_s() -> None:
    lines = (
        "Moss, Anna ; Reed, Ben ; To, Rita. Effects of tall lamps. *Journal of Lamps*, 2024.",
        "Reed, Ben ; To, Rita ; Do, Minh. The best page of a large press. *Bog Studies*, 2023.",
    )
    assert added(lines, "Rita To", "Minh Do", "Ada Moss") == "To, Rita ; Do, Minh ; Moss, Ada. "


def test_one_list_that_is_cut_short_among_few_tells_nothing() -> None:
    lines = (
        "Ada Example, Ben Sample. Effects of tall lamps. *Journal of Lamps*, 2024.",
        "Ben Sample, Ada Example et al. The best page. *Bog Studies*, 2023.",
    )
    assert added(lines, "Anna Moss", "Ben Reed", "Carl Finch").startswith("Anna Moss, Ben Reed, Carl Finch")


WITH = (
    "[On wet moss](https://example.org/a) (with Jonas Reed and Pella Finch), *Journal of Peat*, 2020",
    "[On dry moss](https://example.org/b) (with Jonas Reed), *Bog Studies*, 2018",
)


@pytest.mark.parametrize(
    ("people", "line"),
    [
        (
            ["Jonas Reed", "Pella Finch"],
            "[Tall reeds](https://example.org/r) (with Jonas Reed and Pella Finch), *ICE*, 2026",
        ),
        (["Pella Finch"], "[Tall reeds](https://example.org/r) (with Pella Finch), *ICE*, 2026"),
        ([], "[Tall reeds](https://example.org/r), *ICE*, 2026"),
    ],
)
def test_a_list_of_those_with_whom_the_owner_wrote_does_not_name_the_owner(people: list[str], line: str) -> None:
    page = Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in WITH)).encode()))
    values: Values = {
        "title": "Tall reeds",
        "authors": (Author("Ada Example", is_self=True), *map(Author, people)),
        "venue": "ICE",
        "year": 2026,
        "links": (Link("title", "https://example.org/r"),),
    }
    assert edit.add(page, "publications", values).page.text.splitlines()[2] == f"- {line}"


@pytest.mark.parametrize(
    "body", ["The Lamp Collaboration", "Kettle and Sons Ltd.", "Open Lamp Project", "Institute of Moss", "Lamp Team"]
)
def test_a_body_of_people_is_no_person_with_initials(body: str) -> None:
    lines = (
        "Moss, A., & Reed, B. (2024). Effects of tall lamps. *Journal of Lamps*, 12.",
        "Do, M., Reed, B., & To, R. (2023). The best page of a large press. *Bog Studies*, 3.",
        "To, R., & Moss, A. (2022). On the link of models. *Journal of Lamps*, 10.",
    )
    try:
        written = added(lines, body, "Ada Moss")
    except Refused:
        return
    assert written == f"{body}, & Moss, A. (2026). "


def test_a_year_typed_into_the_venue_stands_once() -> None:
    lines = (
        "**Frost on lakes**. Ada Moss, Ben Reed. *ICE*, 2024.",
        "**Rime on lakes**. Ben Reed, Ada Moss. *SNOW*, 2023.",
    )
    page = Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))
    values: Values = {"title": "Hail on lakes", "authors": (Author("Ada Moss"),), "venue": "ICE 2026", "year": 2026}
    after = edit.add(page, "publications", values).page
    assert after.text.splitlines()[2] == "- **Hail on lakes**. Ada Moss. *ICE*, 2026."


def test_venue_and_year_that_stand_apart_go_each_with_its_own_marks() -> None:
    lines = (
        "Ben Reed, Ada Moss (2015). Deep wells and shallow ponds. *Review of Reeds*.",
        "Ada Moss, Ben Reed (2014). Measuring rain without gauges. *Lamp Letters*.",
        "Ada Moss (2013). Hedges as borders and as homes. *Lamp Letters*.",
    )
    page = Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))
    values: Values = {"title": "Storm surges in narrow bays", "authors": (Author("Ada Moss"), Author("Ben Reed"))}
    after = edit.add(page, "publications", values).page
    assert "- Ada Moss, Ben Reed. Storm surges in narrow bays.\n" in after.text


def test_an_entry_has_all_its_names_in_full_or_none_where_the_list_has() -> None:
    lines = (
        "**A. Moss**, B. Reed. *Tall lamps*. Journal of Lamps, 2024.",
        "Carl Finch, **Anna Moss**. *Dry lamps*. Journal of Lamps, 2023.",
        "Rita To, **Anna Moss**. *Wet lamps*. Journal of Lamps, 2022.",
    )
    assert added(lines, "Ida Page", "Ben Reed", "Anna Moss") == "Ida Page, Ben Reed, **Anna Moss**. *"
    assert (
        added((lines[0], lines[0].replace("2024", "2022"), lines[1]), "Ida Page", "Ben Reed") == "I. Page, B. Reed. *"
    )


def test_a_share_in_brackets_goes_with_its_remark() -> None:
    lines = (
        "**Wet lamps of the west**. C. Finch, A. Moss. *J Lamps*, 2024. Best Paper Award (top 5%).",
        "**Tall lamps of the north**. A. Moss, B. Reed. *Proc. ICE*, 2023. (acceptance rate 21%)",
    )
    page = Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))
    values: Values = {"title": "Dry lamps", "authors": (Author("Ada Moss"),), "venue": "ICE", "year": 2026}
    assert edit.add(page, "publications", values).page.text.splitlines()[2] == "- **Dry lamps**. A. Moss. *ICE*, 2026."


def test_chinese_names_are_parted_as_in_the_list() -> None:
    lines = ("高塔的灯。李伟、王芳。《湖泊学报》，2024。", "湖上的灯。王芳、李伟。《湖泊学报》，2023。")
    page = Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))
    values: Values = {
        "title": "北方的灯",
        "authors": (Author("张三"), Author("李伟")),
        "venue": "地理学报",
        "year": 2026,
    }
    assert (
        edit.add(page, "publications", values).page.text.splitlines()[2]
        == "- 北方的灯。张三、李伟。《地理学报》，2026。"
    )


VANCOUVER = (
    "Moss A, Reed BC, Finch C. Effects of tall lamps. *J Lamps*. 2024;12:45.",
    "Reed BC, Do M. The best page of a large press. *Bog Studies*. 2023;3(2):1-9.",
    "To R, Moss A. On the link of models. *J Lamps*. 2022;10:100-9.",
)
IN_FULL = (
    "Ada Moss, Ben Reed. *Effects of tall lamps*. Journal of Lamps, 2024.",
    "Ben Reed, Ada Moss. *The best page of a large press*. Bog Studies, 2023.",
)


@pytest.mark.parametrize(
    ("lines", "people", "written"),
    [
        (VANCOUVER, ("Page I", "Anantha KR"), "Page I, Anantha KR. "),
        (VANCOUVER, ("Page I",), "Page I. "),
        (VANCOUVER, ("Ida Page", "K. R. Anantha"), "Page I, Anantha KR. "),
        (ONE_TURNED, ("Page I", "Anantha KR"), "Page, I., and K.R. Anantha. "),
        (IN_FULL, ("Page, Ida", "van der Berg, Ludo"), "Ida Page, Ludo van der Berg. *"),
    ],
)
def test_names_may_be_typed_in_another_form_than_the_list_s(
    lines: tuple[str, ...], people: tuple[str, ...], written: str
) -> None:
    assert added(lines, *people) == written


def test_those_who_are_left_out_may_stand_behind_the_last_name() -> None:
    for said in ("Ida Page, Rita To et al.", "Ida Page, Rita To, et al.", "Ida Page, Rita To and others"):
        people = typed.authors(said)
        assert [one.name for one in people if not one.others] == ["Ida Page", "Rita To"]
        assert people[-1].others


def test_braces_around_a_body_of_people_are_not_its_name() -> None:
    assert [one.name for one in typed.authors("{The Lamp Collaboration}, Ada Moss")] == [
        "The Lamp Collaboration",
        "Ada Moss",
    ]


ODD_NAMES = (
    ("March, Colin, Ada Do, and Bo In. “Tall lamps.” *Bog Studies* 54 (2011).", ("March, Colin", "Ada Do", "Bo In")),
    ("May G. 2009. Notes from a small bog. Bog Stud, 47:1813–1837.", ("May G.",)),
    ("Moss, A., C. March, and B. In. 2011. Tall lamps. *Bog Studies* 54: 2.", ("Moss, A.", "C. March", "B. In")),
    ("Moss T, In B, May G. Tall lamps and bogs. *Bog Stud* 2012;3:4.", ("Moss T", "In B", "May G")),
    ("Do, Quang Minh. “Tall lamps and bogs.” *Bog Studies* 54 (2011).", ("Do, Quang Minh",)),
    ("Reed, R. J., Jr., & Moss, T. (2012). Tall lamps. *Bog Studies*.", ("Reed, R. J., Jr.", "Moss, T.")),
    ("Reed, Ben, III, and Ada Moss. “Tall lamps.” *Bog Studies*, 2012.", ("Reed, Ben, III", "Ada Moss")),
    ("Reed A III, Moss T. Tall lamps and bogs. Bog Stud. 2012;3:4.", ("Reed A III", "Moss T")),
    ("Brook C de la, Fen Z. Tall lamps and bogs. Bog Stud. 2019;74:67–79.", ("Brook C de la", "Fen Z.")),
    ("Brook, C. de la, Fen, P. van den et March, C. (2019) : “Tall lamps”, *Bog Studies*, 43, 77‑102.",
     ("Brook, C. de la", "Fen, P. van den", "March, C.")),
    ("Moss Tom, Fen Ana Lúcia da et Brook Ada de la, « Tall lamps », *Bog Studies*, 2012.",
     ("Moss Tom", "Fen Ana Lúcia da", "Brook Ada de la")),
    ("Reed, Robert J., Jr., Sora O, and Ada Moss. 2014. “Tall lamps.” *Bog Studies* 19: 1728–42.",
     ("Reed, Robert J., Jr.", "Sora O", "Ada Moss")),
    ("Colin March, Xin E, Robert J. Reed Jr., and Ada Moss, ‘Tall lamps’, *Bog Studies*, 2003.",
     ("Colin March", "Xin E", "Robert J. Reed Jr.", "Ada Moss")),
    ("Fen, H., A. Moss III, and K. Long, ‘Tall lamps’, *Bogs*, 83 (2019)", ("Fen, H.", "A. Moss III", "K. Long")),
    ("Brook, C. de la et al., ‘Tall lamps’, *Bog Studies*, 88 (2023)", ("Brook, C. de la",)),
    ("DA REED, Ana Ida et al. **Tall lamps**. *Bog Studies*. 2007, Vol. 84, p. 232‑235.", ("DA REED, Ana Ida",)),
    ("Moss G, **da Reed AL**. [On lamps](u). *Bogs* 2011;**50**:1119–31.", ("Moss G", "da Reed AL")),
    ("**Do, Quang Minh** and Ida Reed, “Tall lamps” *Bogs* 2020, pp. 1165–1168.", ("Do, Quang Minh", "Ida Reed")),
    ("REED Amos III, **MOSS Li-Hua** et BROOK Ada de la, 2020. « Tall lamps », *Bog Studies*, 28 (8), p. 188‑205.",
     ("REED Amos III", "MOSS Li-Hua", "BROOK Ada de la")),
    ("Ada Reed, Omar al-Moss, and Yan Fen. 2018. Tall lamps. *Bogs* 70.", ("Ada Reed", "Omar al-Moss", "Yan Fen")),
    ("Moss, Anna e.a., ‘Tall lamps’, *Bog Studies* 5 (2012).", ("Moss, Anna",)),
    ("Reed, Bo u. a.: Tall lamps and bogs, in: Bog Studies 53 (2017), S. 408–417.", ("Reed, Bo",)),
    ("al-Moss O, d’Arbois B. Tall lamps and bogs. Bog Stud. 2011;3:4.", ("al-Moss O", "d’Arbois B.")),
)  # fmt: skip


@pytest.mark.parametrize(("line", "people"), ODD_NAMES)
def test_surnames_that_are_other_words_and_what_is_around_surnames_are_names(
    line: str, people: tuple[str, ...]
) -> None:
    page = Page(Source(f"# Publications\n\n- {line}\n".encode()))
    (entry,) = page.entries("publications")
    assert tuple(author.name.rstrip(".") for author in authors_in(entry.values)) == tuple(
        name.rstrip(".") for name in people
    )


def test_a_title_in_quotation_marks_may_begin_with_in() -> None:
    page = Page(Source(b'# Publications\n\n- Moss T, Reed B. "In Search of Tall Lamps". *Bog Studies*, 2013.\n'))
    (entry,) = page.entries("publications")
    assert (entry.values["title"], entry.values["venue"]) == ("In Search of Tall Lamps", "Bog Studies")


def test_no_stop_is_put_before_the_word_for_editors() -> None:
    lines = (
        "Moss, Ada. *The Empty Stage*. Oslo: Fen Press, 2019.",
        "Moss, Ada, and Ida Holm, eds. *Snow on Stage*. London: Quill, 2016.",
    )
    page = Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))
    people = (Author("Cy Reed"), Author("Ben Lind"))
    after = edit.change(page, "publications", 2, {"authors": people}).page.text
    assert after == page.text.replace("Moss, Ada, and Ida Holm, eds.", "Reed, Cy, and Ben Lind, eds.")


def test_names_with_initials_last_are_turned_where_all_are_in_full() -> None:
    lines = (
        "Anna Moss and Ben Reed. *On tall lamps*. Bog Notes, 2024.",
        "Ben Reed. *The best page*. Bog Studies, 2023.",
    )
    assert added(lines, "Finch AB", "To R") == "A. B. Finch and R. To. *"
    assert added(lines, "Finch AB", "Rita To") == "Finch AB and Rita To. *"  # who may be called so
