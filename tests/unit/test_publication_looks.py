"""What the entries of a list have in common shows in the next one: capitals, names, the year without a volume."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values, authors_in
from profile_tui.content.page.page import Page
from profile_tui.content.publications.writing.likeness import check_names
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

PEOPLE = (Author("Anna Moss"), Author("Ludo van der Berg"), Author("Kim R. Finch"))
NEW: Values = {"title": "Reeds of the north", "authors": PEOPLE, "venue": "Letters of the Peat", "year": 2026}


def page(*lines: str) -> Page:
    return Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))


def written(*lines: str, **changes: object) -> str:
    """What a new publication adds to a list."""
    added = edit.add(page(*lines), "publications", {**NEW, **changes})  # type: ignore[dict-item]
    new = [line for line in added.page.text.splitlines() if line not in map("- {}".format, lines)]
    return "\n".join(new[2:]).removeprefix("- ")


def test_small_words_have_capitals_where_all_of_the_list_have() -> None:
    lines = (
        "Moss, A., & Do, M. (2024). Effects Of Lamps In The Fog. *Journal Of Quiet Lamps*, 12, 45–50.",
        "Reed, B., & Moss, A. (2023). The Best Page Of A Press. *Annals Of The Bog*, 3, 1–9.",
        "To, R., & Moss, A. (2022). On The Link Of Models. *Peat And Ice*, 10, 100–109.",
    )
    assert written(*lines) == (
        "Moss, A., van der Berg, L., & Finch, K. R. (2026). Reeds Of The North. *Letters Of The Peat*."
    )


def test_small_words_of_venues_have_none_where_one_of_the_list_has_none() -> None:
    lines = (
        "Moss, A., & Do, M. (2024). Effects of lamps. *Journal Of Quiet Lamps*, 12, 45–50.",
        "Reed, B., & Moss, A. (2023). The best page of a press. *Annals of the Bog*, 3, 1–9.",
        "To, R., & Moss, A. (2022). On the link of models. *Peat And Ice*, 10, 100–109.",
    )
    assert "*Letters of the Peat*" in written(*lines)


@pytest.mark.parametrize(
    ("shown", "end"),
    [
        ("“{}.” *{}* {}, no. 2 ({}): 3–9.", "*Letters of the Peat*, 2026."),
        ("“{}”. *{}* {} ({}), pp. 3–9.", "*Letters of the Peat*, 2026."),
        ("{}. *{}* {} ({}): 3–9.", "*Letters of the Peat* (2026)."),
        ("“{}”, *{}*, {}/2 ({}), 3–9.", "*Letters of the Peat*, (2026)."),
        ("“{}”, *{}*, {}/2 ({}), Edition, 3–9.", "*Letters of the Peat* (2026)."),
        ("“{}”, in *{}*, vol. {}, no. 2 ({}), 3–9.", "in *Letters of the Peat*, (2026)."),
        ("{}, «*{}*», {} ({}), 2, p. 3–9.", "«*Letters of the Peat*», (2026)."),
        ("{}. *{}*, **{}**, 3–9 ({}).", "*Letters of the Peat*, (2026)."),
        ("{}. *{}*. {}, ({}), 3–9.", "*Letters of the Peat*. (2026)."),
        ("“{}”, *{}*, {}, 2 ({}), 3–9.", "*Letters of the Peat* (2026)."),
        ("“{}”, *{}*, {}.2 ({}), 3–9.", "*Letters of the Peat*, 2026."),
        ("“{}”, *{}*, vol. {}, no. 2 ({}), 3–9.", "*Letters of the Peat*, 2026."),
        ("“{}”, *{}*, {}, ({}), 3–9.", "*Letters of the Peat*, (2026)."),
    ],
)
def test_a_year_without_a_volume_has_brackets_as_its_style_has_them(shown: str, end: str) -> None:
    papers = (("Effects of tall lamps", "Journal of Lamps", 12, 2024), ("The best page", "Bog Studies", 3, 2023))
    lines = [f"Moss, Anna, and Rita To. {shown.format(*paper)}" for paper in papers]
    assert written(*lines).endswith(end)


def test_a_year_that_is_shown_again_for_want_of_an_issue_is_shown_again() -> None:
    lines = (
        "Moss, Anna, and Rita To. 2024. “Effects of tall lamps”. *Journal of Lamps* 12 (3): 3–9.",
        "Reed, Ben, and Anna Moss. 2023. “The best page”. *Bog Studies* 3 (2023): 1–9.",
        "To, Rita, and Anna Moss. 2022. “The link of models”. *Journal of Lamps* 10 (2): 100–109.",
    )
    assert written(*lines).endswith("Finch. 2026. “Reeds of the north”. *Letters of the Peat*, 2026.")


def test_initials_are_close_where_no_word_joins_names() -> None:
    close = "Moss, A., Do, M., To, R. 2024. Effects of tall lamps. Journal of Lamps 12, 3–9."
    apart = "Moss, A., Do, M., and To, R. 2024. Effects of tall lamps. Journal of Lamps 12, 3–9."
    assert written(close).startswith("Moss, A., van der Berg, L., Finch, K.R. 2026.")
    assert written(apart).startswith("Moss, A., van der Berg, L., and Finch, K. R. 2026.")


def test_names_are_in_full_where_more_people_are() -> None:
    lines = (
        "K. R. Finch, Anna Moss, and Rita To. *Effects of tall lamps*. Journal of Lamps, 2024.",
        "K. R. Finch, Minh Do, and Anna Moss. *The best page*. Bog Studies, 2023.",
        "Ben Reed, K. R. Finch, and Anna Moss. *The link of models*. Journal of Lamps, 2022.",
    )
    assert written(*lines).startswith("Anna Moss, Ludo van der Berg, and Kim R. Finch. *")


def test_the_owner_is_plain_in_a_place_where_the_list_leaves_the_name_plain() -> None:
    lines = (
        "Moss, Anna, and Rita To. “Effects of tall lamps”. *Journal of Lamps*, 2024.",
        "Reed, Ben, **Anna Moss**, and Rita To. “The best page”. *Bog Studies*, 2023.",
        "To, Rita, and **Anna Moss**. “The link of models”. *Journal of Lamps*, 2022.",
        "Moss, Anna, and Ben Reed. “The wet page”. *Bog Studies*, 2021.",
    )
    assert written(*lines).startswith("Moss, Anna, Ludo van der Berg, and ")
    others = (Author("Rita To"), Author("Anna Moss"))
    assert written(*lines, authors=others).startswith("To, Rita, and **Anna Moss**. ")


def test_initials_do_not_hide_the_word_that_joins_in_what_is_set_off() -> None:
    lines = (
        "**Moss, A., B. Reed and R. To**. 2024. Effects of tall lamps. *Journal of Lamps* 12: 3–9.",
        "**To, R. and A. Moss**. 2023. The best page. *Bog Studies* 3: 1–9.",
    )
    (first, _) = page(*lines).entries("publications")
    assert [author.name for author in authors_in(first.values)] == ["Moss, A.", "B. Reed", "R. To"]
    assert written(*lines).startswith("**Moss, A., L. van der Berg and K. R. Finch**. 2026.")


def test_the_letter_of_a_journal_is_no_initial() -> None:
    lines = (
        "Moss A., To R., Effects of tall lamps, Annals of Peat B, 12 (2024) 3–9.",
        "Reed B., Moss A., The best page, Annals of Peat B, 3 (2023) 1–9.",
        "To R., Do M., Moss A., The link of models, Annals of Peat B, 10 (2022) 100–109.",
    )
    assert written(*lines).startswith("Moss A., van der Berg L., Finch K.R., Reeds of the north, Letters of the Peat")


def test_a_title_ends_in_a_number_within_straight_quotes() -> None:
    lines = (
        'Moss, A. and To, R. (2024). "Effects of tall lamps". *Journal of Lamps*, 12.',
        'Reed, B. and Moss, A. (2023). "The best page". *Bog Studies*, 3.',
    )
    assert '"Reeds in 1950". *Letters' in written(*lines, title="Reeds in 1950")


def test_a_volume_before_the_year_leaves_the_names_their_stop() -> None:
    lines = (
        "Moss, A. and R. To. vol. 12, no. 3. 2024, “Effects of tall lamps”, *Journal of Lamps*. pp. 3–9.",
        "Reed, B. et al. vol. 3. 2023, “The best page”, *Bog Studies*. pp. 1–9.",
        "To, R. and A. Moss. vol. 10. 2022, “The link of models”, *Journal of Lamps*. pp. 100–109.",
    )
    people = (Author("Anna Moss"), Author("Kim Finch"))
    assert written(*lines, authors=people) == (
        "Moss, A. and K. Finch. 2026, “Reeds of the north”, *Letters of the Peat*."
    )


def test_an_entry_whose_names_may_have_been_taken_for_a_title_is_no_model() -> None:
    lines = ("Moss, A. and To, R. Effects of lamps. *Journal of Lamps*, 2024.",) * 2
    other, model = page(*lines).entries("publications")
    check_names(model, {}, (other, model))
    del model.slots["authors"]
    check_names(model, {}, (other, model))
    model.doubted = lambda: frozenset({"authors"})
    with pytest.raises(Refused):
        check_names(model, {}, (other, model))


def test_and_others_stands_for_those_whom_the_list_leaves_out() -> None:
    lines = (
        "Moss, A. and others, ‘Effects of lamps’, *Bog Studies* 12 (2024), 45–50.",
        "Reed, B., and A. Moss, ‘Tall reeds’, *Bog Studies* 11 (2023), 1–9.",
        "To, R. and others, ‘Models of fog’, *Peat and Ice* 10 (2022), 100–109.",
    )
    assert written(*lines) == "Moss, A. and others, ‘Reeds of the north’, *Letters of the Peat* (2026)."


def test_one_entry_that_leaves_people_out_does_not_tell_that_the_owner_stays() -> None:
    lines = (
        "**Moss, A.** et al. Effects of lamps. *Bog Studies*, 2024.",
        "Reed, B., **Moss, A.** Tall reeds. *Bog Studies*, 2023.",
        "**Moss, A.**, To, R. Models of fog. *Peat and Ice*, 2022.",
        "**Moss, A.** The best page. *Peat and Ice*, 2021.",
        "To, R., **Moss, A.** Links of models. *Peat and Ice*, 2020.",
    )
    people = (Author("Ben Reed"), Author("Anna Moss", is_self=True), Author("Rita To"), Author("Kim Finch"))
    assert written(*lines, authors=people) == "Reed, B. et al. Reeds of the north. *Letters of the Peat*, 2026."


def test_a_journal_in_short_leaves_its_year_in_brackets() -> None:
    papers = (("Effects of tall lamps", "J. Quiet Lamps", 12, 2024), ("The best page", "Bog Stud.", 3, 2023))
    lines = ["Moss, Anna, and Rita To. “{}”. *{}* {}.2 ({}): 3–9.".format(*paper) for paper in papers]
    assert written(*lines).endswith("“Reeds of the north”. *Letters of the Peat* (2026).")


def test_a_volume_in_the_italics_of_its_venue_leaves_them_whole() -> None:
    lines = (
        "Moss, A. & Do, M. 2024: Effects of lamps. *Bog Studies 12*, 45–50.",
        "Reed, B. & Moss, A. 2023: Tall reeds. *Lamp Letters 11*, 1–9.",
    )
    assert written(*lines).endswith(" 2026: Reeds of the north. *Letters of the Peat*.")


def test_a_stop_behind_the_italics_of_a_venue_is_none_of_its_name() -> None:
    lines = (
        "Moss, A.; Do, M., 2024: Effects of lamps. *Bog Studies*., **12**, 45–50.",
        "Reed, B.; Moss, A., 2023: Tall reeds. *Lamp Letters*., **11**, 1–9.",
    )
    assert page(*lines).entries("publications")[0].values["venue"] == "Bog Studies"
    assert written(*lines).endswith(", 2026: Reeds of the north. *Letters of the Peat*.")


def test_asterisks_around_the_names_are_no_marks_of_the_last() -> None:
    lines = (
        "****Moss A, Do M****. 2024. Effects of lamps. *Bog Studies* **12**: 45–50.",
        "****Reed B, Moss A****. 2023. Tall reeds. *Lamp Letters* **11**: 1–9.",
    )
    assert [author.marks for author in authors_in(page(*lines).entries("publications")[0].values)] == [(), ()]
    assert written(*lines).startswith("****Moss A, van der Berg L, Finch KR****. 2026.")


def test_paragraphs_are_one_list() -> None:
    """In each of them alone, names have a form of their own: those of a lone author, of two, and of some of many."""
    lines = (
        "Moss, A. et al. (2024) Effects of lamps. *Bog Studies* 12: 45–50.",
        "To, R. et al. (2023) Tall reeds. *Bog Studies* 11: 1–9.",
        "Moss, A., and B. Reed (2022) Models of fog. *Peat and Ice* 10: 100–109.",
    )
    before = Page(Source(("# Publications\n\n" + "\n\n".join(lines) + "\n").encode()))
    made = edit.add(before, "publications", NEW).page.text
    assert "Moss, A. et al. (2026) Reeds of the north. *Letters of the Peat*.\n" in made


def test_a_full_word_and_short_ones_before_a_year_are_a_journal() -> None:
    entries = page(
        "Reed B, Moss A. Effects of lamps. Lake Res. Q. 2024;12:45–50.",
        "Moss A. Tall reeds. Bog Sci. J. 2023;11:1–9.",
        "Moss A, To R. Models of fog. Ann. Peat. 2022;10:100–9.",
    ).entries("publications")
    assert [entry.values["title"] for entry in entries] == ["Effects of lamps", "Tall reeds", "Models of fog"]
    assert str(entries[0].values["venue"]).startswith("Lake Res. Q.")
