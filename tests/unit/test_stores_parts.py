"""What stores are made of: the names of new files, authors in values."""

from __future__ import annotations

import pytest

from profile_tui.content.entries.entry import Author
from profile_tui.site.records import people
from profile_tui.site.records.naming import new_name


@pytest.mark.parametrize(
    ("names", "text", "new"),
    [
        ([], "Reading Lakes", "2026-11-02-reading-lakes.md"),
        (["announcement_2.md", "announcement_10.md", "defense.md"], "x", "announcement_11.md"),
        (["news-09.markdown", "news-08.markdown"], "x", "news-10.markdown"),
        (["2024-01-01-a-b.md", "other.md"], "Größe & [Maß](https://example.org/x)", "2026-11-02-grosse-mass.md"),
        (["2024-01-01-A-Long-Title.md"], "On Ice", "2026-11-02-On-Ice.md"),
        (["2024_lakes.html", "2023_ice.html"], "On Ice", "2026_on-ice.html"),
        (["2025-09-lakes.md", "2025-03-ice.md", "2024-lab.md"], "On Ice", "2026-11-on-ice.md"),
        (["2025/2025-03-ice.md"], "3D Ice", "2026/2026-11-3d-ice.md"),
        (["lakes.md", "ice.md"], "On Ice", "on-ice.md"),
        (["2024/lakes.md"], "On Ice", "2026/on-ice.md"),
        (["2026-11-02-on-ice.md"], "On Ice", "2026-11-02-on-ice-2.md"),
        (["2025-01-01-湖.md"], "湖", "2026-11-02-湖.md"),
    ],
)
def test_a_new_file_is_named_as_its_neighbours_are(names: list[str], text: str, new: str) -> None:
    assert new_name(names, "2026-11-02", text, names).replace("ß", "ss") == new


def test_names_differ_in_more_than_their_case() -> None:
    assert new_name(["2026-11-02-On-Ice.md"], "2026-11-02", "ON Ice", ["2026-11-02-On-Ice.md"]).endswith("-2.md")


@pytest.mark.parametrize(
    ("value", "names", "mine"),
    [
        ("<strong>Ada Example</strong>*, Ben Sample.", ["Ada Example", "Ben Sample"], [True, False]),
        ("Example, Sample and Trial", ["Example", "Sample", "Trial"], [False] * 3),
        ("A. Example; **B. Sample**", ["A. Example", "B. Sample"], [False, True]),
        ("M&uuml;ller, Sch&ouml;n", ["Müller", "Schön"], [False, False]),
    ],
)
def test_authors_in_a_value(value: str, names: list[str], mine: list[bool]) -> None:
    authors = people.text(value)
    assert [author.name for author in authors] == names
    assert [author.is_self for author in authors] == mine


def test_authors_of_a_citation_are_read_where_there_is_no_key_for_them() -> None:
    data = {"citation": "Ada Example, Ben Sample. (2024). &quot;Ice.&quot; <i>Journal</i>."}
    assert people.of(data, ("authors",)) == (Author("Ada Example"), Author("Ben Sample"))
