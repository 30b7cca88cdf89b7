"""`adopt`: plain texts of invented people become pages, by insertions before their own lines."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profile_tui.cli.main import run
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source
from support.jekyll_referee import Referee

CAPITALS = """ADA EXAMPLE
Postdoc, Lakeside University
Room 5, Lake Street 1

RESEARCH INTERESTS
Ice on small lakes: how it grows and decays.
Snow physics.

NEWS
2026-03  The FROST data set is out.
2025-11  One paper accepted by ICE, after a long
         review.

PUBLICATIONS
[1] A. Example, B. Sample. "Reading Small Lakes." Journal of Ice, 2026.
[2] B. Sample, A. Example. "Ice in Spring." Proceedings of SNOW,
    2025.

EDUCATION
    2020-2024  PhD in Hydrology, Lakeside University
    2016-2020  BSc in Physics, Hill College

CONTACT
ada@example.org
"""
UNDERLINED = """Ada Example
===========

I measure ice on small lakes and teach others to do so. My group has five people who travel a lot.

News
----
* 2026-03: The FROST data set is out.
* 2025-11: One paper accepted by ICE.

Publications
------------
Example, A., and Sample, B. (2026). Reading small lakes.
    Journal of Ice, 4(2), 1-9.
Sample, B., and Example, A. (2025). Ice in spring.
    Proceedings of SNOW, 12-20.

Talks
-----
2026-02-01, On Ice, Lake Forum, Hilltown
2025-05-03, On Snow, Snow Days, Valley
"""
COLONS = """Ada Example

I measure ice on small lakes, and I teach others to do so. Before that I was at Hill College for three years.

Publications:

A. Example, B. Sample. Reading small lakes. Journal of Ice, 2026.

B. Sample, A. Example. Ice in spring. Proceedings of SNOW, 2025.

Teaching:

  Hydrology I, Lakeside University, Spring 2025
  Field Methods, Lakeside University, Fall 2024

Awards:
• 2025: Best paper, SNOW
• 2024: Young Lake Prize
"""
ABSTRACTS = """Ada Example

I measure ice on small lakes, and I teach others to do so. Before that I was at Hill College for three years.

Notes & essays on papers

Essay · lake physics
Why Small Lakes Freeze Before Large Ones Do

Small lakes lose their heat faster than large ones; this essay says why, with data of twelve winters (1990-2002).

Layers in Lake Ice: A Field Study Across Three Valleys

Counts the layers of ice in three valleys, by drill and by radar, and finds that the two agree to a centimetre.

A remark on the drill. It was lent to us by Ben Sample, who also read the numbers while we held the light.

Older Observations

Snow on Ice Slows the Growth of Both of Its Layers

Shows that ten centimetres of snow halve the growth of the ice below it, and that wind undoes this in a night.

Teaching

Hydrology I, Lakeside University, Spring 2025

Hobbies

I like to skate, and in summer I row on the very lakes that I measure in winter, which keeps me warm all year.
"""


def adopt(path: Path, text: str, *words: str) -> int:
    """Write a text to a file and adopt it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return run(["adopt", str(path), *words], lambda _: 99)


def check_insertions(before: str, after: str) -> None:
    """Check that every line is there in its order, with at most something before it; all else is new."""
    header, body = after.split("\n---\n\n", 1)
    assert header.startswith("---\n")
    rest = iter(body.split("\n"))
    for line in before.split("\n"):
        found = next((new for new in rest if new.endswith(line)), None)
        assert found is not None, line
        assert found.removesuffix(line) in ("", "# ", "## ", "### ", "- ", "  ")


def sections(path: Path) -> list[tuple[str, str, list[str]]]:
    """Return kind, heading and what the entries say of each section."""
    page = Page(Source(path.read_bytes()))
    return [
        (
            section.kind,
            section.label,
            [" ".join(str(entry.values.get("title") or entry.values.get("text")).split()) for entry in section.entries]
            if section.kind != "text"
            else [],
        )
        for section in page.sections
    ]


@pytest.mark.parametrize("text", [CAPITALS, UNDERLINED, COLONS, ABSTRACTS])
def test_only_marks_and_blank_lines_are_inserted_and_jekyll_renders_it(
    tmp_path: Path, text: str, jekyll: Referee
) -> None:
    page = tmp_path / "index.md"
    assert adopt(page, text) == 0
    check_insertions(text, page.read_text())
    reply = jekyll.render(page.read_text())
    assert reply.ok
    assert "<code>" not in reply.html
    assert "<h2" in reply.html


def test_capitals_and_indents(tmp_path: Path) -> None:
    adopt(tmp_path / "index.md", CAPITALS)
    assert sections(tmp_path / "index.md") == [
        ("text", "ADA EXAMPLE", []),
        ("interests", "RESEARCH INTERESTS", ["Ice on small lakes: how it grows and decays.", "Snow physics."]),
        ("news", "NEWS", ["The FROST data set is out.", "One paper accepted by ICE, after a long review."]),
        ("publications", "PUBLICATIONS", ["Reading Small Lakes", "Ice in Spring"]),
        ("education", "EDUCATION", ["PhD in Hydrology, Lakeside University", "BSc in Physics, Hill College"]),
        ("text", "CONTACT", []),
    ]


def test_underlines_and_hanging_indents(tmp_path: Path) -> None:
    adopt(tmp_path / "index.md", UNDERLINED)
    assert sections(tmp_path / "index.md") == [
        ("text", "Ada Example", []),
        ("news", "News", ["The FROST data set is out.", "One paper accepted by ICE."]),
        ("publications", "Publications", ["Reading small lakes", "Ice in spring"]),
        ("talks", "Talks", ["On Ice, Lake Forum, Hilltown", "On Snow, Snow Days, Valley"]),
    ]


def test_colons_and_blank_lines(tmp_path: Path) -> None:
    adopt(tmp_path / "index.md", COLONS)
    assert sections(tmp_path / "index.md") == [
        ("text", "Ada Example", []),
        ("publications", "Publications:", ["Reading small lakes", "Ice in spring"]),
        (
            "teaching",
            "Teaching:",
            ["Hydrology I, Lakeside University", "Field Methods, Lakeside University"],
        ),
        ("awards", "Awards:", ["Best paper, SNOW", "Young Lake Prize"]),
    ]


def test_titles_with_abstracts_below_headings_without_marks(tmp_path: Path) -> None:
    adopt(tmp_path / "index.md", ABSTRACTS)
    assert sections(tmp_path / "index.md") == [
        ("text", "Ada Example", []),
        (
            "publications",
            "Notes & essays on papers",
            ["Why Small Lakes Freeze Before Large Ones Do", "Layers in Lake Ice: A Field Study Across Three Valleys"],
        ),
        ("publications", "Older Observations", ["Snow on Ice Slows the Growth of Both of Its Layers"]),
        ("teaching", "Teaching", ["Hydrology I, Lakeside University"]),
        ("text", "Hobbies", []),
    ]
    page = Page(Source((tmp_path / "index.md").read_bytes()))
    assert [entry.values["year"] for entry in page.entries("publications")] == [None, None, None]


def test_what_was_done_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "index.md"
    adopt(page, CAPITALS)
    counts = "6 headings, 2 news items, 2 publications, 2 research interests, 2 education entries"
    assert capsys.readouterr() == (f"{page}:1: adopted: {counts}\n", "")


def test_a_dry_run_prints_the_diff_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "index.md"
    assert adopt(page, COLONS, "--dry-run") == 0
    assert page.read_text() == COLONS
    out = capsys.readouterr().out
    assert "+---\n+permalink: /\n+title: Ada Example\n+---\n+\n+# Ada Example\n" in out
    assert "-Publications:\n+## Publications:\n" in out


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "index.md"
    adopt(page, COLONS, "--json")
    assert json.loads(capsys.readouterr().out) == {
        "action": "adopted",
        "path": str(page),
        "first_line": 1,
        "last_line": 25,
        "kind": None,
        "number": None,
        "files": [str(page)],
    }


def test_crlf_stays(tmp_path: Path) -> None:
    page = tmp_path / "index.md"
    page.write_bytes(COLONS.replace("\n", "\r\n").encode())
    assert run(["adopt", str(page)], lambda _: 99) == 0
    data = page.read_bytes()
    assert data.startswith(b"---\r\npermalink: /\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_the_front_matter_is_as_the_neighbours_have_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name, title in (("about", "About"), ("cv", "CV"), ("lakes", "Lakes")):
        (site / "_pages").mkdir(parents=True, exist_ok=True)
        link = "/" if name == "about" else f"/{name}/"
        (site / "_pages" / f"{name}.md").write_text(
            f"---\nlayout: single\ntitle: {title}\npermalink: {link}\nauthor_profile: true\n---\n\nText.\n"
        )
    (site / "_config.yml").write_text("title: Ada Example\ninclude: [_pages]\n")
    page = site / "_pages" / "my-work.md"
    assert adopt(page, COLONS.removeprefix("Ada Example\n\n")) == 0
    assert page.read_text().startswith(
        "---\nlayout: single\npermalink: /my-work/\ntitle: My work\nauthor_profile: true\n---\n\nI measure"
    )


def test_the_home_page_takes_the_layout_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "_layouts").mkdir()
    (tmp_path / "_layouts" / "homepage.html").write_text("{{ content }}\n")
    (tmp_path / "_config.yml").write_text("title: Ada Example\n")
    assert adopt(tmp_path / "index.md", COLONS) == 0
    assert (
        (tmp_path / "index.md")
        .read_text()
        .startswith("---\nlayout: homepage\npermalink: /\ntitle: Ada Example\n---\n\n# Ada Example\n")
    )


def test_markdown_without_front_matter_gets_that_alone(tmp_path: Path) -> None:
    text = "# Ada Example\n\nHello.\n\n## News\n\n- *2026.03*: The map is out.\n"
    page = tmp_path / "index.md"
    assert adopt(page, text) == 0
    assert page.read_text() == f"---\npermalink: /\ntitle: Ada Example\n---\n\n{text}"


def test_a_text_file_is_adopted_and_to_be_renamed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert adopt(tmp_path / "me.txt", COLONS) == 0
    assert "rename it to me.md" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\ntitle: A\n---\n\nText.\n", "the file has front matter already"),
        ("", "the file is empty"),
        ("Just a few words about me, without any heading, that go on and on until they end here.\n", "no heading was"),
        ("News:\n2026: {{ site.title }}\n\nTalks:\n2025: A talk\n", ":2: this is Liquid"),
        ("News:\n2026: see <lake map>\n\nTalks:\n2025: A talk\n", ":2: this would be read as HTML"),
        ("News:\n2024. A prize\n\nTalks:\n2025: A talk\n", ":2: Markdown reads 2024. as a list number"),
        ("News\n~~~~\n2024: A prize\n\nTalks\n~~~~~\n2025: A talk\n", "~"),
        ("About:\n\n    Deep in the text.\n\nNews:\n2024: A prize\n", ":3: Markdown would show this indented line"),
        ("<!doctype html>\n<p>News\n", "this is HTML, not plain text"),
    ],
)
def test_what_cannot_be_understood_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    page = tmp_path / "index.md"
    assert adopt(page, text) == 4
    complaint = capsys.readouterr().err
    assert told in complaint
    assert complaint.startswith(f"profile-tui: {page}:")
    assert page.read_text() == text


def test_addresses_in_angle_brackets_are_links(tmp_path: Path) -> None:
    text = f"{COLONS}\nContact:\n<https://example.org/ada>, <ada@example.org>\n"
    assert adopt(tmp_path / "index.md", text) == 0


CENTRED = """              Dr. Ada Example

Lecturer in Hydrology
Lakeside University

-----------------------------------------------------------

                 Selected Publications

2026

  1. A. Example and B. Sample, "Reading small lakes," Journal of Ice, vol. 4, 2026.
  2. B. Sample and A. Example, "Ice in spring," in Proc. SNOW, 2026.

2025

  3. A. Example, "Old ice," in Proc. ICE, 2025.

                 Teaching

Spring 2025: Hydrology I
Fall 2024: Field Methods
"""


def test_centred_headings_and_years(tmp_path: Path) -> None:
    adopt(tmp_path / "index.md", CENTRED)
    check_insertions(CENTRED, (tmp_path / "index.md").read_text())
    assert sections(tmp_path / "index.md") == [
        ("text", "Dr. Ada Example", []),
        ("publications", "Selected Publications", []),
        ("publications", "2026", ["Reading small lakes", "Ice in spring"]),
        ("publications", "2025", ["Old ice"]),
        ("teaching", "Teaching", ["Hydrology I", "Field Methods"]),
    ]


def test_lines_of_an_entry_stay_lines(tmp_path: Path) -> None:
    text = "News:\n2026: A prize\n\nPublications:\n\nReading the layers of lakes\nAda Example, Ben Sample\nICE 2026\n"
    adopt(tmp_path / "index.md", text)
    assert (
        (tmp_path / "index.md")
        .read_text()
        .endswith("- Reading the layers of lakes\n\n  Ada Example, Ben Sample\n\n  ICE 2026\n")
    )
    assert sections(tmp_path / "index.md")[-1] == ("publications", "Publications:", ["Reading the layers of lakes"])


def test_a_row_below_text_makes_no_heading_of_it(tmp_path: Path, jekyll: Referee) -> None:
    text = "News:\n2026: A prize\n\nAbout:\nI like cold places, and I measure how cold they are.\n-----\nThe end.\n"
    adopt(tmp_path / "index.md", text)
    assert "cold they are.</p>" in jekyll.render((tmp_path / "index.md").read_text()).html


_HEADINGS = ["News", "Publications", "Teaching", "Awards", "Contact", "Research Interests", "Hobbies"]
_BODIES = [
    "2026-03  The FROST data set is out.\n2025-11  A paper was accepted,\n         after a long review.",
    '[1] A. Example, B. Sample. "Reading small lakes." Journal of Ice, 2026.\n[2] B. Sample. "Ice." SNOW, 2025.',
    "1. A. Example. Old ice. Journal of Ice, 2024.\n2. B. Sample. New ice. Journal of Ice, 2023.",
    "Example, A. (2026). Reading lakes.\n    Journal of Ice, 4(2), 1-9.\nSample, B. (2025). Ice.\n    SNOW, 12-20.",
    "A. Example, B. Sample. Reading small lakes. Journal of Ice, 2026.\n\nB. Sample. Ice in spring. SNOW, 2025.",
    "  Hydrology I, Lakeside University, Spring 2025\n  Field Methods, Hill College, Fall 2024",
    "I like to skate, and in summer I row on the very lakes that I measure in winter, and so I am warm all year.",
    "* Best paper, SNOW 2025\n* Young Lake Prize, 2024",
    "• 2025: Best paper, SNOW\n• 2024: Young Lake Prize",
    "ada@example.org\nRoom 5, Lake Street 1",
    "Layers in Lake Ice: A Field Study\n\nCounts the layers of ice in three valleys, by drill and by radar, and more.",
    "2026\n\nA. Example. Reading small lakes. ICE.\n\n2025\n\nB. Sample. Ice in spring. SNOW.",
]
_FORMS = ["{0}\n{1}\n", "{0}:\n{1}\n", "{0}:\n\n{1}\n", "{0}\n{2}\n{1}\n", "{0}\n{2}\n\n{1}\n"]


@settings(max_examples=150)
@given(
    st.lists(st.tuples(st.sampled_from(_HEADINGS), st.sampled_from(_BODIES)), min_size=2, max_size=5),
    st.sampled_from(_FORMS),
    st.booleans(),
    st.booleans(),
)
def test_no_word_is_lost_whatever_the_form(
    tmp_path: Path, jekyll: Referee, parts: list[tuple[str, str]], form: str, capitals: bool, named: bool
) -> None:
    body = "\n".join(
        form.format(heading.upper() if capitals else heading, text, "-" * len(heading)) for heading, text in parts
    )
    before = f"Ada Example\n\n{body}" if named else body
    page = tmp_path / "index.md"
    code = adopt(page, before)
    assert code in ((0,) if capitals or form != _FORMS[0] else (0, 4))
    if code:
        assert page.read_text() == before
        return
    check_insertions(before, page.read_text())
    reply = jekyll.render(page.read_text())
    assert reply.ok
    assert "<pre>" not in reply.html
    shown = unescape(re.sub(r"<[^>]+>", "", reply.html))
    assert letters(shown) == letters(before)
    told = [heading for heading, _ in parts if capitals or form != _FORMS[0] or heading != "Hobbies"]
    assert len(re.findall(r"<h[123]", reply.html)) >= len(told)


def letters(text: str) -> str:
    """Return the letters of a text, in order."""
    return "".join(filter(str.isalpha, text))
