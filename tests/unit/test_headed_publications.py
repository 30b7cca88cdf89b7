"""Publications whose titles are headings, with authors and venue in paragraphs below: they are read and written."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Entry, Value
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

TOGETHER = """\
# Publications

Some words on them.

### Counting lakes in linear time
Ada Moss, Ben Reed
*LakeConf* 2021

### Rivers
Ben Reed, Cy Finch, Ada Moss
*Journal of Rivers* 2019

# Teaching

### Lakes for everyone

University of Fens, 2020.

### Rivers for everyone

University of Fens, 2021.
"""
APART = """\
# Publications

## 2021

### [Counting lakes in linear time](a.pdf)

**Ada Moss**, Ben Reed. *LakeConf*.

We count lakes in linear time, which nobody had done before, and show that it is best.

### [Teaching rivers to flow](b.pdf)

Ben Reed, Cy Finch, **Ada Moss**. *Journal of Rivers*.
"""


def page(text: str) -> Page:
    return Page(Source(text.encode()))


def told(entry: Entry) -> tuple[object, ...]:
    found = entry.values["authors"]
    assert isinstance(found, tuple)
    people = "; ".join(author.name for author in found if isinstance(author, Author))
    return entry.values["title"], people, entry.values["venue"], entry.values["year"]


NEW: dict[str, Value] = {
    "title": "Ponds",
    "authors": (Author("Ada Moss"), Author("Dana Brook")),
    "venue": "Bog Letters",
    "year": 2026,
}


def test_headings_with_people_and_a_venue_below_are_titles() -> None:
    assert [told(entry) for entry in page(TOGETHER).entries("publications")] == [
        ("Counting lakes in linear time", "Ada Moss; Ben Reed", "LakeConf", 2021),
        ("Rivers", "Ben Reed; Cy Finch; Ada Moss", "Journal of Rivers", 2019),
    ]
    assert [told(entry) for entry in page(APART).entries("publications")] == [
        ("Counting lakes in linear time", "Ada Moss; Ben Reed", "LakeConf", 2021),
        ("Teaching rivers to flow", "Ben Reed; Cy Finch; Ada Moss", "Journal of Rivers", 2021),
    ]


def test_the_next_one_has_a_heading() -> None:
    after = edit.add(page(TOGETHER), "publications", NEW).page.text
    new = "### Ponds\nAda Moss, Dana Brook\n*Bog Letters* 2026\n\n"
    assert after == TOGETHER.replace("### Counting", f"{new}### Counting")


def test_its_paragraphs_are_apart_where_those_of_the_others_are() -> None:
    values = {**NEW, "year": 2021, "links": ()}
    after = edit.add(page(APART), "publications", values).page.text
    assert "## 2021\n\n### Ponds\n\n**Ada Moss**, Dana Brook. *Bog Letters*.\n\n### [Counting" in after


def test_fields_are_changed_and_papers_removed_and_moved() -> None:
    old = page(TOGETHER)
    changed = edit.change(old, "publications", 1, {"title": "Counting ponds", "venue": "PondConf"}).page.text
    assert changed == TOGETHER.replace("Counting lakes in linear time", "Counting ponds").replace(
        "LakeConf", "PondConf"
    )
    three = edit.add(old, "publications", NEW).page
    assert edit.remove(three, "publications", 1).page.text == TOGETHER
    first, second = "### Counting lakes in linear time", "### Rivers\n"
    moved = edit.move(old, "publications", 1, 2).page.text
    assert moved.index(second) < moved.index(first) < moved.index("# Teaching")


def test_an_edit_that_leaves_a_heading_alone_is_refused() -> None:
    with pytest.raises(Refused):
        edit.change(page(TOGETHER), "publications", 1, {"authors": ()})


@pytest.mark.parametrize(
    "body",
    [
        # the paragraphs are whole publications
        "### Recent working papers\n\nAda Moss, Ben Reed. Counting lakes. *LakeConf*, 2021.\n\n"
        "### Older working papers\n\nBen Reed, Ada Moss. Counting rivers. *RiverConf*, 2019.\n",
        # years
        "### 2021\n\nAda Moss, Ben Reed. *LakeConf*, 2021.\n\n### 2019\n\nBen Reed, Ada Moss. *RiverConf*, 2019.\n",
        # only one
        "### Counting lakes in linear time\n\nAda Moss, Ben Reed. *LakeConf*, 2021.\n",
        # nobody
        "### Lakes of the north\n\nWe study lakes.\n\n### Rivers of the south\n\nWe study rivers.\n",
    ],
)
def test_other_headings_are_headings(body: str) -> None:
    sections = page(f"# Publications\n\n{body}").sections
    assert len([section for section in sections if section.heading]) == 1 + body.count("###")


BESIDE = """\
# Research

<h2> Policy publications </h2>

## Counting lakes in linear time
With Ben Reed and Cy Finch \\
Bulletin of the Bank of Fens, 2024

## Rivers: never again?
With Cy Finch, Ada Moss and Ben Reed \\
Bulletin of the Bank of Fens, 2023

## Teaching

University of Fens, 2020.
"""


def test_a_heading_with_nothing_below_it_announces_titles_of_its_own_level() -> None:
    entries = Page(Source(BESIDE.encode())).entries("publications")
    assert [(entry.values["title"], entry.values["venue"], entry.values["year"]) for entry in entries] == [
        ("Counting lakes in linear time", "Bulletin of the Bank of Fens", 2024),
        ("Rivers: never again?", "Bulletin of the Bank of Fens", 2023),
    ]


def boxes(style: str) -> Page:
    """Two boxes, each with its title in a heading."""
    box = "<div{}>\n<h3>On {} in winter</h3>\n<p>Ada Moss, Ben Reed</p>\n<p><em>Journal of Fens</em>, {}</p>\n</div>\n"
    two = box.format(style, "rivers", 2021) + box.format(style, "lakes", 2019)
    return Page(Source(f"# Publications\n\n{two}".encode()))


@pytest.mark.parametrize("number", [1, 2])
def test_of_two_boxes_with_frames_one_is_left(number: int) -> None:
    after = edit.remove(boxes(' style="border: 1px solid"'), "publications", number).page
    (left,) = after.entries("publications")
    assert left.values["title"] == ("On lakes in winter", "On rivers in winter")[number - 1]
    assert after.text.count("div") == 2


def test_of_two_boxes_without_frames_none_is_left_alone() -> None:
    with pytest.raises(Refused, match="the title of the box beside it would head a section"):
        edit.remove(boxes(""), "publications", 1)
