"""The year of a publication: which of those that an entry shows it is, and what changes with it."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

MEETING = "- A. Moss, B. Reed. Old heat in quarries. "
PAPER: Values = {
    "title": "Quiet wells of the north",
    "authors": (Author("Ada Moss"), Author("Finn Quarry")),
    "venue": "Salt Letters",
    "year": 2033,
}


def page(listed: str) -> Page:
    return Page(Source(f"# Publications\n\n{listed.strip()}\n".encode()))


def dated(line: str) -> tuple[object, str]:
    """The year that is read, and the line with another one in its place."""
    (entry,) = page(line).entries("publications")
    assert "year" not in entry.unsure
    return entry.values["year"], edit.change(page(line), "publications", 1, {"year": 2031}).page.text.splitlines()[-1]


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("*Proceedings of the 2019 Conference on Ice*, pp. 4-9, {}.", 2020),
        ("*Proceedings of the 2019 Conference on Ice*, pp. 4-9, {}.", 2019),
        ("*Proceedings of the 2019 Conference on Ice (ICE 2019)*, pp. 4-9, {}.", 2020),
        ("In Proc. of the 2019 Symposium on Ice, {}.", 2020),
        ("In: Proceedings of the 2019 Conference on Ice, pp. 4–9. Springer, Cham ({}).", 2019),
        ("*ICE 2019*, Springer, {}.", 2020),
        ("In: ICE 2019. LNCS, vol. 1234, pp. 4–9. Springer, Cham ({}).", 2020),
        ("In: ICE 2019. LNCS, vol. 1234, pp. 4–9. Springer, Cham ({}).", 2019),
        ("*ICE 2019 Workshop on Quarries*, {}.", 2019),
        ("**ICE 2019**, {}.", 2020),
        ("[ICE 2019](https://a.example/1), Oslo, {}.", 2020),
        ("Workshop on Quarries at ICE 2019, {}.", 2020),
        ("In *2020 IEEE Conference on Ice (ICE)*, {}, pp. 1-8.", 2020),
        ("In *Proc. ICE'19*, Oslo, {}.", 2019),
    ],
)
def test_a_year_in_the_name_of_a_venue_stays_where_another_is(line: str, written: int) -> None:
    read, changed = dated(MEETING + line.format(written))
    assert read == written
    assert changed == MEETING + line.format(2031)


@pytest.mark.parametrize("written", [2019, 2020])
@pytest.mark.parametrize(
    "line",
    [
        "- Moss, A., & Reed, B. ({}). Old heat in quarries. In *Proceedings of the 2019 Conference on Ice* (pp. 4–9).",
        "- Moss, A., & Reed, B. ({}). Old heat in quarries. In *ICE 2019* (pp. 4–9).",
        "- Ada Moss and Ben Reed. {}. Old heat in quarries. In Proceedings of ICE 2019, pages 4–9, Lyon, France.",
    ],
)
def test_a_year_before_the_title_counts_more_than_one_in_a_name(line: str, written: int) -> None:
    assert dated(line.format(written)) == (written, line.format(2031))


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("*ICE 2019*.", "*ICE 2031*."),
        ("In Proc. of the 2019 Conf. on Ice.", "In Proc. of the 2031 Conf. on Ice."),
        ("In *2019 IEEE Conference on Ice (ICE)*, pp. 1-8.", "In *2031 IEEE Conference on Ice (ICE)*, pp. 1-8."),
        ("ICE'19.", "ICE'31."),
        ("*IceConf '19*.", "*IceConf '31*."),
        ("Ice’19, Oslo.", "Ice’31, Oslo."),
        ("In *ICE ’19*, pp. 4–9.", "In *ICE ’31*, pp. 4–9."),
        ("ICE-2019.", "ICE-2031."),
        ("In ICE 2019 (Oslo, May 2019).", "In ICE 2031 (Oslo, May 2031)."),
    ],
)
def test_a_name_that_alone_tells_the_year_changes_with_it(line: str, changed: str) -> None:
    assert dated(MEETING + line) == (2019, MEETING + changed)


@pytest.mark.parametrize(
    "line",
    [
        "- Moss, A. *Old heat in quarries*. Amsterdam: Elsevier; {}:112.",
        "- Moss A, Reed B. Old heat in quarries. Oslo: Salt Books; {}:45-60.",
        "- Moss A, Reed B. Old heat in quarries. Fen Rev. {}:1-8.",
        "- A. Moss, “Old heat in quarries”, *The Salt Times*, 03/05/{}.",
        "- A. Moss, “Old heat in quarries”, *The Salt Times*, 30.11.{}.",
        "- Moss, A. [1998] {}. *Old heat in quarries*. London: Fen Press.",
        "- Moss, A. {} [1998]. *Old heat in quarries*. London: Fen Press.",
        "- Moss, A. ({}). *Old heat in quarries*. London: Fen Press. (Original work published 1998)",
        "- Moss, A. *Old heat in quarries*. 2nd ed., {} (1st ed. 2015). Fen Press.",
        "- Moss, A. Old heat in quarries. *Journal of Salt* 12, 4-9 (published online 2021; print {}).",
        "- Moss, A. Old heat in quarries. *J. Salt* 12, 2019 ({}).",
        "- A. Moss, B. Reed. Old heat in quarries. US Patent 9,123,456, filed May 2017, issued June {}.",
        "- A. Moss. Old heat in quarries. *Journal of Salt*, {}, revised June 2021.",
        "- A. Moss. Old heat in quarries. In *ICE*, Oslo, May 2020, pp. 4–9. Springer, {}.",
        "- A. Moss. Old heat in quarries. *Conference on Ice*, {}. **ICE 2020 Best Paper Award**.",
    ],
)
def test_the_year_of_this_publication_is_read_and_changed(line: str) -> None:
    assert dated(line.format(2020)) == (2020, line.format(2031))


@pytest.mark.parametrize(
    "line",
    [
        "- A. Moss. Old heat in quarries. *Salt Letters* 2019(3), 4–9 (2019).",
        "- A. Moss. Old heat in quarries. *Salt Letters* 12, 2019 (2019).",
        "- A. Moss (2019). Old heat in quarries. *Salt Letters* 2019, 12.",
        "- Moss, A. (2019/2020). Old heat in quarries. *Journal of Salt*, 12, 4-9.",
        "- Moss, A. (2019–2021). Old heat in quarries. *Journal of Salt*, 12, 4-9.",
        "- Moss, A. “Old heat in quarries.” *Journal of Salt* 12, no. 3 (Winter 2019–20): 4–9.",
        "- Moss, A. (n.d.). Old heat in quarries. *Journal of Salt*.",
        "- Moss, A. (2019). *Old heat in quarries* (Doctoral dissertation, University of Fens, 2018).",
        "- A. Moss, B. Reed. “Old heat in quarries.” Conference on Ice (ICE '19), Oslo.",
        "- A. Moss, B. Reed. “Old heat in quarries.” ICE-19.",
        "- A. Moss. Old heat in quarries. *Journal of Salt*, MMXIX.",
        "- A. Moss: Alte Hitze in Brüchen. In: Salzblätter, WS 2019/20, S. 4–9.",
        "- A. Moss. Old heat in quarries. *Journal of Salt* 12 (1999/00), 4–9.",
        "- 山田太郎「石の熱」『岩石学会誌』平成31年（2019年）.",
        "- Moss, A. (2562). Old heat in quarries. *Journal of Salt*, 12(3), 4-9.",
        "- Moss, A. (2021). Old heat in quarries. *Journal of Salt*, 12 (2020), 4-9.",
    ],
)
def test_a_year_that_is_not_plain_is_not_changed(line: str) -> None:
    (entry,) = page(line).entries("publications")
    assert "year" in entry.unsure
    with pytest.raises(Refused, match="where the year"):
        edit.change(page(line), "publications", 1, {"year": 2031})


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("In: ICE 2019. LNCS, vol. 1234, pp. 4–9. Springer, Cham (2019).", "In: Salt Letters (2033)."),
        ("*Proceedings of the 2019 Conference on Ice (ICE 2019)*, pp. 4-9, 2020.", "*Salt Letters*, 2033."),
        ("In *2020 IEEE Conference on Ice (ICE)*, 2020, pp. 1-8.", "In *Salt Letters*, 2033."),
        ("Amsterdam: Elsevier; 2020:112.", "Salt Letters; 2033."),
        ("ICE'19.", "Salt Letters, 2033."),
        ("*The Salt Times*, 03/05/2019.", "*Salt Letters*, 2033."),
        ("In *ICE*, Oslo, May 2019, pp. 4–9. Springer, 2019.", "In *Salt Letters*. 2033."),
        ("*Conference on Ice*, 2019. **ICE 2019 Best Paper Award**.", "*Salt Letters*, 2033."),
    ],
)
def test_a_new_entry_shows_its_own_year_alone(line: str, written: str) -> None:
    after = edit.add(page(MEETING + line), "publications", PAPER).page.text.splitlines()
    assert f"- A. Moss, F. Quarry. Quiet wells of the north. {written}" in after


def test_a_year_after_the_people_is_not_that_of_a_name_in_brackets() -> None:
    line = "- Old heat in quarries (ICE 2019). A. Moss, B. Reed. {}."
    assert dated(line.format(2019)) == (2019, line.format(2031))


def test_a_day_in_numbers_is_one_of_a_year() -> None:
    line = "- A. Moss, B. Reed. Old heat in quarries. *Journal of Salt*, {}-12-03."
    assert dated(line.format(2011)) == (2011, line.format(2031))


def test_a_bracket_that_closes_within_a_venue_may_be_of_it() -> None:
    (entry,) = page("- Cy Inn: Small rain over wells. SALT (Workshops) 2017: 1-8").entries("publications")
    assert {"title", "venue"} <= entry.unsure


def test_another_venue_takes_the_year_of_its_name_along() -> None:
    line = MEETING + "In: ICE 2019. LNCS, vol. 1234, pp. 4–9. Springer, Cham (2020)."
    changed = edit.change(page(line), "publications", 1, {"venue": "SALT 2018"}).page.text.splitlines()[-1]
    assert changed == line.replace("ICE 2019", "SALT 2018")


@pytest.mark.parametrize(
    ("form", "new"),
    [
        ("**[{}]** Ada Moss. *{}*.", "**[FEN'33]** Ada Moss, Finn Quarry. *Quiet wells of the north*."),
        ("**[{}]** Ada Moss. *{}*. 2019.", "**[FEN'33]** Ada Moss, Finn Quarry. *Quiet wells of the north*. 2033."),
        ("{1}. Ada Moss, Ben Reed. **{0}**.", "Quiet wells of the north. Ada Moss, Finn Quarry. **FEN'33**."),
    ],
)
@pytest.mark.parametrize("venue", ["FEN", "FEN'33"])
def test_a_year_in_two_digits_goes_with_a_short_venue(form: str, new: str, venue: str) -> None:
    lines = [
        f"- {form.format(*fields)}" for fields in (("ICE'19", "Old heat in quarries"), ("BOG'19", "Rain over wells"))
    ]
    listed = page("\n".join(lines))
    added = edit.add(listed, "publications", {**PAPER, "venue": venue})
    assert f"- {new}" in added.page.text.splitlines()
    changed = edit.change(listed, "publications", 1, {"venue": "SALT"}).page.text.splitlines()
    assert changed[2] == lines[0].replace("ICE", "SALT")
