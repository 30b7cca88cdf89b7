"""Lists of names that are plain to see are told as the reader of citations tells them, or left to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_tui.content.publications.names.plain_names import plain_names
from profile_tui.content.publications.reading import steps as reading
from profile_tui.markup.inline import Visible, runs
from profile_tui.text.span import Span

GIVEN = st.sampled_from("Ada Ben Cleo Mara Zoë Jürgen Wei Li Émile Øystein Rose Will Grant".split())
FAMILY = st.sampled_from("Example Sample Voss Li Wu Müller Ng Rivers Stone Young Page Model Press".split())
INITIAL = st.sampled_from([" B.", " F.", "", ""])
FULL = st.builds(lambda given, middle, family: f"{given}{middle} {family}", GIVEN, INITIAL, FAMILY)
SHORT = st.builds(lambda given, middle, family: f"{given[0]}.{middle} {family}", GIVEN, INITIAL, FAMILY)
TURNED = st.builds(lambda given, middle, family: f"{family}, {given[0]}.{middle}", GIVEN, INITIAL, FAMILY)
LISTS = st.one_of(*(st.lists(names, min_size=2, max_size=6) for names in (FULL, SHORT, TURNED)))


@given(LISTS, st.sampled_from([", and ", " and ", " & ", ", & ", ", "]), st.sampled_from(["", "."]))
def test_the_reader_finds_the_same(names: list[str], last: str, end: str) -> None:
    text = ", ".join(names[:-1]) + last + names[-1] + end
    found = plain_names(text)
    if found:
        read = reading.people(Visible(runs(text, Span(0, len(text)))))
        assert read is not None
        assert found == [author.name for author in read.authors] == names
        assert not any(author.is_self or author.marks for author in read.authors)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Example, Ben B. Sample, and Cleo Third.", ["Ada Example", "Ben B. Sample", "Cleo Third"]),
        ("June B. Example & Ben Sample", ["June B. Example", "Ben Sample"]),
        ("Example, A. B., Sample, C., & Third, D.", ["Example, A. B.", "Sample, C.", "Third, D."]),
        ("Garcia Example, Ada Lou", []),
        ("Van Example, Ada, and De Sample, Ben", []),
        ("Ada Example", []),
        ("Learning Rivers and Deep Networks", []),
        ("<b>Ada Example</b> and Ben Sample", []),
        ("Ada Example* and Ben Sample", []),
        ("Ada Example and Ben Sample, et al.", []),
    ],
)
def test_only_plain_lists_are_told(text: str, names: list[str]) -> None:
    assert plain_names(text) == names
