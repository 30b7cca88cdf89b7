"""Simple front matter that is read without the parser says what the parser reads, or is left to it."""

from __future__ import annotations

import random

from hypothesis import example, given
from hypothesis import strategies as st

from profile_tui.markup.yaml.document import YamlDocument
from profile_tui.markup.yaml.quick import simple_map
from profile_tui.text.span import Span
from support.yaml_headers import Headers
from support.yaml_texts import NASTY

KEYS = st.sampled_from(
    ["title", "date", "y", "no", "null", "a_b", "a-b", "_x", "A1", "<<", "1", "-", "é", "a b", "'q'", ""]
)
TEXTS = st.one_of(
    st.sampled_from(NASTY),
    st.text("ab01-/.:#'\"\\ \t,[]{}&*!|>%@`?~=é\x85\u2028\ufeff\x00\r", max_size=12),
)
VALUES = TEXTS.flatmap(
    lambda text: st.sampled_from(
        [text, f"'{text}'", f'"{text}"', f"'{text.replace(chr(39), chr(39) * 2)}'", f"{text} "]
    )
)
LINES = st.one_of(
    st.builds(lambda key, gap, value: f"{key}:{gap}{value}\n", KEYS, st.sampled_from([" ", "  ", "", "\t"]), VALUES),
    st.sampled_from(["\n", "# note\n", "  more\n", "- item\n", "...\n", "---\n", "key:\n", "key: \n"]),
)


def check(header: str) -> None:
    text = f"---\n{header}---\nBody: 'a\n"
    span = Span(4, 4 + len(header))
    found = simple_map(text, span)
    if found is not None:
        # compared as written out: to Python 1, 1.0 and True are the same
        assert repr(found) == repr(YamlDocument.read(text, span, first_line=2).data)


@given(st.lists(LINES, max_size=4).map("".join))
@example("a: 'it''s'\nb: \"x: y\"\nc: https://example.org/a#b\nd:\ne: 2024-01-01 10:00:00+0100\na: 1\n")
def test_headers_of_odd_lines(header: str) -> None:
    check(header)


@given(st.randoms(use_true_random=False))
def test_headers_as_people_write_them(rng: random.Random) -> None:
    check(Headers(rng).header())


def test_what_large_collections_consist_of_needs_no_parser() -> None:
    header = (
        "title: \"Ice: a study\"\ndate: 2024-05-01\nvenue: 'Ice''s'\nurl: https://example.org\ninline: true\nnote:\n"
    )
    assert simple_map(header, Span(0, len(header))) == {
        "title": "Ice: a study",
        "date": "2024-05-01",
        "venue": "Ice's",
        "url": "https://example.org",
        "inline": True,
        "note": None,
    }
    for line in ("tags: [a]\n", "key: a # b\n", "key: a: b\n", "key: |\n", "- a\n", "key: *a\n", "key: a\n  b\n"):
        assert simple_map(line, Span(0, len(line))) is None
