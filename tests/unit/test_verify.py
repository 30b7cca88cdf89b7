"""The proof of a change: each thing that it refuses, on two pages written down, and what it lets pass."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.change.verify import Intent, verify
from profile_tui.content.entries.comparison import reads_back
from profile_tui.content.entries.entry import Author, Link, Value
from profile_tui.content.kinds import kind
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice, unlike

HEADER = "---\ntitle: Ada\n---\n"
NEWS = "# News\n\n- *2026.03*: A talk.\n- *2026.01*: A prize.\n"
PAPERS = "\n# Publications\n\n- [Reading of Small Lakes](https://example.org/l), Ada Example, *ICE*, 2025 [PDF](https://example.org/p)\n"
PAGE = HEADER + "Hello.\n\n" + NEWS + PAPERS + "\n# Notes\n\nSome text.\n"


def page(text: str) -> Page:
    return Page(Source(text.encode()))


def prove(before: str, after: str, **intent: object) -> None:
    start, end, written = unlike(before, after)
    what = kind(str(intent.pop("kind", "news")))
    verify(page(before), page(after), [Splice(Span(start, end), written)], Intent(what, **intent))  # type: ignore[arg-type]


def also(what: str) -> str:
    """The refusal of what would change something else."""
    return f"this would also change {what}, so nothing was written; edit the section's source instead"


def refusal(before: str, after: str, **intent: object) -> str:
    with pytest.raises(Refused) as caught:
        prove(before, after, **intent)
    return str(caught.value)


ADDED = PAGE.replace("- *2026.03*", "- *2026.05*: A visit.\n- *2026.03*")
VISIT: dict[str, Value] = {"date": "2026-05", "text": "A visit."}


def test_an_addition_that_says_what_was_meant_passes() -> None:
    prove(PAGE, ADDED, added={1: VISIT})


def test_a_removal_a_change_and_a_move_that_do_only_that_pass() -> None:
    prove(PAGE, PAGE.replace("- *2026.01*: A prize.\n", ""), removed={2})
    prove(PAGE, PAGE.replace("A prize.", "A medal."), changed={2: {"text": "A medal."}})
    swapped = "- *2026.01*: A prize.\n- *2026.03*: A talk.\n"
    prove(PAGE, PAGE.replace("- *2026.03*: A talk.\n- *2026.01*: A prize.\n", swapped), moved=(1, 2))


@pytest.mark.parametrize(
    ("after", "says"),
    [
        pytest.param(ADDED.replace("title: Ada", "title: Bo"), "the front matter", id="front matter"),
        pytest.param(ADDED.replace("---\ntitle", "----\ntitle"), "the front matter", id="no front matter"),
        pytest.param(ADDED.replace("# Notes", "# Remarks"), "the headings", id="heading worded otherwise"),
        pytest.param(ADDED.replace("# Notes", "## Notes"), "the headings", id="level of a heading"),
        pytest.param(ADDED.replace("# Notes", "# Talks"), "the headings", id="kind of a heading"),
        pytest.param(ADDED.replace("# Notes\n\n", ""), "the headings", id="heading gone"),
        pytest.param(ADDED.replace("Some text", "Some words"), "the section “Notes”", id="section of text"),
        pytest.param(ADDED.replace("Hello.", "Hallo."), "the text before the first heading", id="text before"),
        pytest.param(ADDED.replace("*ICE*", "*ACE*"), "the section “Publications”", id="section of another kind"),
        pytest.param(ADDED.replace("A prize.", "A medal."), "news item 2", id="other entry"),
        pytest.param(ADDED.replace("*2026.01*", "*2026.02*"), "news item 2", id="date of another entry"),
    ],
)
def test_an_addition_that_alters_something_else_is_refused(after: str, says: str) -> None:
    assert also(says) == refusal(PAGE, after, added={1: VISIT})


def test_an_addition_that_is_not_read_as_an_entry_is_refused() -> None:
    said = (
        "this would not be read as one more news item; fill in more of its fields, as the others here have them, "
        "or edit the section's source"
    )
    assert said == refusal(PAGE, PAGE, added={1: VISIT})


def test_a_neighbour_that_becomes_loose_is_refused() -> None:
    loose = ADDED.replace("- *2026.03*: A talk.\n", "- *2026.03*: A talk.\n\n")
    assert also("the spacing of news item 1") == refusal(PAGE, loose, added={1: VISIT})


def test_a_block_elsewhere_that_moves_further_than_the_text_grew_is_refused() -> None:
    written = "- *2026.05*: A visit.\n"
    spaced = ADDED.replace("\n# Notes", "\n\n# Notes")
    insertion = Splice.insert(PAGE.index("- *2026.03*"), written)
    with pytest.raises(Refused) as caught:
        verify(page(PAGE), page(spaced), [insertion], Intent(kind("news"), added={1: VISIT}))
    assert str(caught.value) == also("what is at line 11")


@pytest.mark.parametrize(("beside", "number"), [("- *2026.03*", 1), ("\n# Publications", 3)])
def test_a_list_may_grow_at_its_very_start_and_end(beside: str, number: int) -> None:
    written = "- *2026.05*: A visit.\n"
    insertion = Splice.insert(PAGE.index(beside), written)
    after = PAGE.replace(beside, written + beside)
    verify(page(PAGE), page(after), [insertion], Intent(kind("news"), added={number: VISIT}))


def test_an_entry_moved_elsewhere_than_meant_is_refused() -> None:
    three = PAGE.replace("- *2026.01*", "- *2026.02*: A visit.\n- *2026.01*")
    turned = three.replace(
        "- *2026.03*: A talk.\n- *2026.02*: A visit.\n", "- *2026.02*: A visit.\n- *2026.03*: A talk.\n"
    )
    prove(three, turned, moved=(1, 2))
    assert "news item" in refusal(three, turned, moved=(1, 3))


def test_only_the_heading_that_is_meant_to_come_may_come() -> None:
    before = HEADER + PAPERS
    after = HEADER + "\n# News\n\n- *2026.05*: A visit.\n" + PAPERS
    prove(before, after, added={1: VISIT}, new_section=True)
    assert "the headings" in refusal(before, after, added={1: VISIT})
    other = after.replace("# News", "# Talks")
    assert "the headings" in refusal(before, other, added={1: VISIT}, new_section=True)
    two = after.replace("# News", "# Hello\n\nHi.\n\n# News")
    assert "the headings" in refusal(before, two, added={1: VISIT}, new_section=True)
    assert "the headings" in refusal(before, before, new_section=True)


def test_the_last_entry_may_take_the_kind_of_an_unnamed_section_along() -> None:
    before = (
        HEADER + "# Recent\n\n- [Reading of Small Lakes](https://example.org/l), Ada Example, Ben Sample, *ICE*, 2025\n"
    )
    assert [section.kind for section in page(before).sections] == ["publications"]
    prove(before, HEADER + "# Recent\n", kind="publications", removed={1})


def test_what_its_entries_told_of_another_section_does_not_lapse_with_an_entry_of_this_one() -> None:
    before = HEADER + NEWS + PAPERS.replace("# Publications", "# Recent").replace("Example,", "Example, Ben Sample,")
    assert [section.kind for section in page(before).sections if section.heading] == ["news", "publications"]
    prove(before, before.replace("- *2026.01*: A prize.\n", ""), removed={2})


def test_only_the_heading_that_is_meant_to_go_may_go() -> None:
    before = HEADER + "# Hello\n\nHi.\n\n# News\n\n- *2026.03*: A talk.\n" + PAPERS
    after = before.replace("# News\n\n- *2026.03*: A talk.\n", "")
    prove(before, after, removed={1}, lost_section=True)
    assert "the headings" in refusal(before, after, removed={1})
    both = after.replace("# Hello\n\n", "")
    assert "the headings" in refusal(before, both, removed={1}, lost_section=True)
    emptied = before.replace("- *2026.03*: A talk.\n", "")
    assert "the headings" in refusal(before, emptied, removed={1}, lost_section=True)


# --- what an entry says, against what was typed
@pytest.mark.parametrize(
    ("field", "typed", "read"),
    [
        ("text", "A visit", "A visit."),
        ("text", "2026", "2"),
        ("text", "2026-05", "2026"),
        ("date", "2026-05", "2026-0"),
        ("date", "2026-05", "2027"),
        ("date", "2026", "2026-05"),
        ("text", "A visit.", None),
    ],
)
def test_news_that_reads_otherwise_is_not_the_same(field: str, typed: Value, read: Value) -> None:
    assert not kind("news").same(field, typed, read)


@pytest.mark.parametrize(
    ("field", "typed", "read"),
    [
        ("text", "A  visit\n of a lake.", "A visit of a lake."),
        ("date", "2026-05-14", "2026-05"),
        ("date", "2026-05-14", "2026"),
        ("date", "2026-05", "2026-05"),
        ("date", "", None),
    ],
)
def test_news_that_reads_the_same(field: str, typed: Value, read: Value) -> None:
    assert kind("news").same(field, typed, read)


ADA, BEN = Author("Ada Example"), Author("Ben Sample")
PDF, CODE, TITLE = Link("PDF", "https://e.org/p"), Link("Code", "https://e.org/c"), Link("title", "https://e.org/p")


@pytest.mark.parametrize(
    ("field", "typed", "read"),
    [
        ("title", "Reading Lakes", "Reading Lakes, again"),
        ("year", 2025, 2024),
        ("year", 2025, None),
        ("authors", (ADA, BEN), (BEN, ADA)),
        ("authors", (ADA, BEN), (ADA,)),
        ("authors", (ADA._replace(marks=("*",)), BEN), (ADA, BEN)),
        ("authors", (), (ADA,)),
        ("links", (PDF,), ()),
        ("links", (PDF,), (PDF, CODE)),
        ("links", (Link("[", PDF.url),), (Link("", PDF.url),)),
        ("links", (Link("x\\", PDF.url),), (Link("x", PDF.url),)),
        ("links", (PDF,), (Link("Code", PDF.url),)),
        ("links", (CODE,), (TITLE, CODE)),
        ("links", (TITLE, CODE), (CODE,)),
        ("links", (), (TITLE,)),
    ],
)
def test_a_publication_that_reads_otherwise_is_not_the_same(field: str, typed: Value, read: Value) -> None:
    assert not kind("publications").same(field, typed, read)


@pytest.mark.parametrize(
    ("field", "typed", "read"),
    [
        ("title", "Reading Lakes.", "Reading Lakes"),
        ("venue", "ICE,", "ICE"),
        ("authors", (ADA, BEN), (ADA._replace(is_self=True), BEN)),
        ("links", (PDF, CODE), (CODE, PDF)),
        ("links", (PDF,), (TITLE,)),
        ("links", (PDF, CODE), (TITLE, CODE)),
        ("links", (PDF, CODE), (TITLE, PDF, CODE)),
        ("links", (Link("Title", PDF.url), CODE), (TITLE, CODE)),
    ],
)
def test_a_publication_that_reads_the_same(field: str, typed: Value, read: Value) -> None:
    assert kind("publications").same(field, typed, read)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("A visit\nof a lake.", "A visit<br>of a lake."),
        ("A visit of a lake.", "A visit\\\nof a lake."),
        ("**A visit**<br />of a lake.", "**A visit** of a lake."),
        ("**A visit**<br />of a lake.", "<strong>A visit</strong> of a lake."),
    ],
)
def test_a_line_break_parts_words_as_a_blank_does(typed: str, read: str) -> None:
    assert reads_back("text", typed, read)
    assert not reads_back("text", typed, read.replace("lake", "pond"))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2020-09 – 2024-06", "Sep. 2020 – Jun. 2024"),
        ("2020-09", "Sep. 2020"),
        ("2020-09-03", "Sept. 2020"),
        ("2020-09-03", "2020"),
        ("*since* 2020", "<em>since</em> 2020"),
    ],
)
def test_a_period_may_be_written_another_way_and_a_single_date_less_precisely(typed: str, read: str) -> None:
    assert reads_back("period", typed, read)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2020-09", "2021"),
        ("2020-09-03", "Sep 2020 (1)"),
        ("2020-09", "since Sep 2020"),
        ("2020", "2020-09"),
        ("2020-09 – 2024-06", "Sep. 2020 – 2024"),
        ("2020 – 2024", "2020 – 2023"),
    ],
)
def test_a_period_of_other_dates_or_with_other_words_is_not_the_same(typed: str, read: str) -> None:
    assert not reads_back("period", typed, read)


def test_authors_are_compared_by_name_and_marks_in_any_kind() -> None:
    assert reads_back("authors", (ADA, BEN), (ADA._replace(is_self=True), BEN))
    assert reads_back("authors", (ADA,), (Author("Ada  Example"),))
    assert not reads_back("authors", (ADA, BEN), (BEN, ADA))
    assert not reads_back("authors", (ADA,), ())


def test_the_target_of_an_old_title_may_be_typed_with_its_label_in_any_letters() -> None:
    new = "https://e.org/new"
    assert kind("publications").same("links", (Link("Title", new),), (Link("title", new),), (TITLE,))


def test_the_target_of_an_old_title_stays_its_own() -> None:
    same = kind("publications").same
    assert same("links", (CODE,), (TITLE, CODE), (TITLE, PDF))
    assert not same("links", (CODE,), (Link("title", CODE.url),), (TITLE, PDF))
    assert not same("links", (CODE,), (Link("title", CODE.url), CODE), (TITLE, PDF))


def test_an_entry_that_says_something_else_is_refused_with_both_readings() -> None:
    said = refusal(PAGE, ADDED, added={1: {"date": "2026-05", "text": "A visit to a lake."}})
    assert said == (
        "the text can't be written here: “A visit to a lake.” would read as “A visit.”; "
        "word it differently, or edit the section's source"
    )


def test_a_change_that_alters_another_field_is_refused() -> None:
    after = PAGE.replace("- *2026.03*: A talk.", "- *2026.04*: A lecture.")
    assert also("another field of news item 1") == refusal(PAGE, after, changed={1: {"text": "A lecture."}})
    after = PAGE.replace("*ICE*, 2025", "*ACE*, 2024")
    said = refusal(PAGE, after, kind="publications", changed={1: {"venue": "ACE"}})
    assert said == also("another field of publication 1")


def test_a_removal_that_removes_nothing_is_refused() -> None:
    after = PAGE.replace("A prize.", "A medal.")
    assert refusal(PAGE, after, removed={2}) == also("the number of news")


def test_an_entry_without_what_every_entry_needs_is_refused() -> None:
    after = PAGE.replace("- *2026.03*: A talk.", "- *2026.03*:")
    said = refusal(PAGE, after, changed={1: {"date": "2026-03"}})
    assert said == "the news item would have no text; nothing was written"


# --- through the changes themselves
def test_a_label_that_would_break_the_link_is_refused_or_comes_back() -> None:
    for label in ("[", "x\\", "a]b"):
        before = page(PAGE)
        try:
            after = edit.change(before, "publications", 1, {"links": (Link(label, "https://example.org/n"),)}).page
        except Refused:
            continue
        assert after.entries("publications")[0].values["links"] == (
            Link("title", "https://example.org/l"),
            Link(label, "https://example.org/n"),
        )


def test_a_link_named_pdf_leaves_the_titles_own_target() -> None:
    after = edit.change(page(PAGE), "publications", 1, {"links": (Link("PDF", "https://example.org/new"),)}).page
    assert "[Reading of Small Lakes](https://example.org/l)" in after.text
    assert "[PDF](https://example.org/new)" in after.text


# --- long lists, of which only what was touched is read again
LONG = (
    HEADER + "# News\n\n" + "".join(f"- *2025.{12 - at:02}*: Item {at}.\n" for at in range(12)) + "\n# Notes\n\nText.\n"
)


def reread(before: str, after: str, **intent: object) -> None:
    """The proof, where the page after the change is read again only in part, as the editor does."""
    old = page(before)
    old.entries("news")
    start, end, written = unlike(before, after)
    new = old.of(Source(after.encode()))
    verify(old, new, [Splice(Span(start, end), written)], Intent(kind("news"), **intent))  # type: ignore[arg-type]


@pytest.mark.parametrize("at", [1, 2, 6, 11, 12])
def test_a_change_in_a_long_list_passes_wherever_it_is(at: int) -> None:
    changed = LONG.replace(f"Item {at - 1}.\n", "Another thing.\n")
    reread(LONG, changed, changed={at: {"text": "Another thing."}})
    removed = LONG.replace(f"- *2025.{13 - at:02}*: Item {at - 1}.\n", "")
    reread(LONG, removed, removed={at})
    added = LONG.replace(
        f"- *2025.{13 - at:02}*: Item {at - 1}.\n", f"- *2026.01*: New.\n- *2025.{13 - at:02}*: Item {at - 1}.\n"
    )
    reread(LONG, added, added={at: {"date": "2026-01", "text": "New."}})


@pytest.mark.parametrize(("number", "to"), [(1, 3), (3, 1), (5, 9), (9, 5), (12, 10), (10, 12), (1, 12)])
def test_a_move_in_a_long_list_passes_wherever_it_is_and_no_other(number: int, to: int) -> None:
    lines = [f"- *2025.{12 - at:02}*: Item {at}.\n" for at in range(12)]
    lines.insert(to - 1, lines.pop(number - 1))
    moved = HEADER + "# News\n\n" + "".join(lines) + "\n# Notes\n\nText.\n"
    reread(LONG, moved, moved=(number, to))
    for other in ((number, to + 1 if to < 12 else to - 1), (number + 1 if number < 12 else number - 1, to)):
        with pytest.raises(Refused):
            reread(LONG, moved, moved=other)


@pytest.mark.parametrize("at", [1, 6, 12])
def test_another_entry_that_changes_in_a_long_list_is_refused(at: int) -> None:
    both = LONG.replace("Item 5.\n", "Another thing.\n").replace(f"Item {at - 1}.\n", "Something else.\n")
    with pytest.raises(Refused):
        reread(LONG, both, changed={6 if at != 6 else 7: {"text": "Another thing."}})


def test_an_entry_that_was_not_touched_at_all_does_not_pass_for_a_changed_one() -> None:
    """A blank more elsewhere is no fault, but what was meant did not happen."""
    said = {"text": "Another thing."}
    blank = LONG.replace(": Item 8.", ":  Item 8.")
    assert blank != LONG
    with pytest.raises(Refused, match=r"“Another thing\.” would read as “Item 1\.”"):
        reread(LONG, blank, changed={2: said})
    blank = LONG.replace(": Item 1.", ":  Item 1.")
    with pytest.raises(Refused, match=r"“Another thing\.” would read as “Item 8\.”"):
        reread(LONG, blank, changed={9: said})


@pytest.mark.parametrize(("gone", "meant"), [(2, 9), (9, 2), (2, 3), (3, 2), (1, 12), (12, 1)])
def test_another_entry_that_goes_than_was_meant_is_refused(gone: int, meant: int) -> None:
    after = LONG.replace(f"- *2025.{13 - gone:02}*: Item {gone - 1}.\n", "")
    with pytest.raises(Refused, match="this would also change news item"):
        reread(LONG, after, removed={meant})


# --- what the refusals say
def test_long_values_are_cut_in_messages_and_lists_are_named() -> None:
    words = "A visit to a lake that froze over early."
    assert len(words) == 40
    assert f"“{words}” would read as “A visit.”" in refusal(PAGE, ADDED, added={1: {**VISIT, "text": words}})
    longer = words.removesuffix(".") + "ier."
    cut = longer[:40]
    assert f"“{cut}…” would read as “A visit.”" in refusal(PAGE, ADDED, added={1: {**VISIT, "text": longer}})
    one_more = words + "."
    assert f"“{words}…” would read as" in refusal(PAGE, ADDED, added={1: {**VISIT, "text": one_more}})
    emptied = refusal(PAGE, PAGE.replace("prize", "medal"), changed={2: {"text": ""}})
    assert emptied.startswith("the text can't be written here: nothing would read as “A medal.”;")
    people = (Author("Ada Example"), Author("Cy Trial"))
    said = refusal(PAGE, PAGE.replace("*ICE*", "*ACE*"), kind="publications", changed={1: {"authors": people}})
    assert said.startswith("the authors can't be written here: “Ada Example, Cy Trial” would read as “Ada Example”;")
    said = refusal(PAGE, PAGE.replace("*ICE*", "*ACE*"), kind="publications", changed={1: {"note": "new"}})
    assert said.startswith("the note can't be written here: “new” would read as nothing;")


def test_a_word_that_would_go_with_a_field_is_named() -> None:
    before = PAGE.replace("2025 [PDF]", "2025. Best award! [PDF]")
    after = before.replace("*ICE*, 2025. Best award!", "*ACE*, 2025. Best!")
    said = refusal(before, after, kind="publications", changed={1: {"venue": "ACE"}})
    assert said == (
        "this would also change the word “award” of publication 1, so nothing was written; "
        "edit the section's source instead"
    )


def test_a_heading_that_does_not_come_is_told() -> None:
    assert refusal(PAGE, PAGE.replace("Some", "More"), new_section=True) == (
        "this would also change the headings, so nothing was written; edit the section's source instead"
    )


def test_text_before_the_first_heading_that_comes_is_refused() -> None:
    before = HEADER + NEWS
    after = HEADER + "Hello.\n\n" + NEWS.replace("- *2026.03*", "- *2026.05*: A visit.\n- *2026.03*")
    assert refusal(before, after, added={1: VISIT}) == (
        "this would also change the sections, so nothing was written; edit the section's source instead"
    )


def test_a_blank_line_after_the_header_is_none_of_the_header_and_its_blanks_before_are() -> None:
    indented = PAGE.replace("title: Ada", " title: Ada")
    assert "the front matter" in refusal(
        PAGE, indented.replace("A prize.", "A medal."), changed={2: {"text": "A medal."}}
    )
    spaced = PAGE.replace("---\nHello.", "---\n\nHello.")
    prove(PAGE, spaced)
    prove(spaced, spaced.replace("A prize.", "A medal."), changed={2: {"text": "A medal."}})


def test_nothing_is_written_into_a_loop_of_the_page() -> None:
    before = HEADER + "# News\n\n{% for one in site.news %}\n- *2026.03*: A talk.\n{% endfor %}\n"
    after = before.replace("- *2026.03*", "- *2026.05*: A visit.\n- *2026.03*")
    assert "the Liquid block `{% for %}` makes this part of the page" in refusal(before, after, added={1: VISIT})


def test_a_condition_that_an_entry_is_under_is_good_for_another_one() -> None:
    before = HEADER + "# News\n\n{% if page.x %}\n- *2026.03*: A talk.\n{% endif %}\n"
    prove(before, before.replace("A talk", "A lecture"), changed={1: {"text": "A lecture."}})
    prove(before, before.replace("- *2026.03*", "- *2026.05*: A visit.\n- *2026.03*"), added={1: VISIT})


def test_links_without_a_value_are_no_links() -> None:
    assert kind("publications").same("authors", None, ())
    assert kind("publications").same("title", "", "")
    assert not kind("publications").same("authors", (ADA,), None)
    assert not kind("publications").same("authors", (ADA,), "Ada Example")
    assert not kind("publications").same("links", (Link("Pdf file", PDF.url),), (Link("Pdffile", PDF.url),))
    assert kind("publications").same("links", (Link("Pdf  file", PDF.url),), (Link("Pdf file", PDF.url),))
