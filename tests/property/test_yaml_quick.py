"""Simple front matter that is read without the parser says what the parser reads, or is left to it."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from profile_tui.markup.yaml.document import YamlDocument, YamlError
from profile_tui.markup.yaml.quick import simple_map, values
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


@given(st.lists(LINES, max_size=5).map("".join))
@example("lang: en # said\n")
@example("title: 'a\nlang: de'\n")
@example("  title: x\n  y: de\n")
@example("{y: 1,\ny: 2}\n")
@example("title: |\n  y: 1\ny: 2\n")
@example("y: a\n  b\n")
@example("y:\n  - a\n")
@example("? y\n: 1\n")
def test_single_values_are_what_the_parser_reads(text: str) -> None:
    keys = ("y", "title", "lang", "no", "a-b")
    found = values(text, keys)
    if found is not None:
        try:
            data = YamlDocument.read(text, Span(0, len(text))).data
        except YamlError:
            return  # a broken document has no values, and that is told elsewhere
        held = {key: data[key] for key in keys if key in data} if isinstance(data, dict) else {}
        assert repr(found) == repr(held)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('locale                   : "en-US"  # of the site\ntitle: T\n', {"locale": "en-US"}),
        ("title: T\n# lang: fr\nauthor:\n  lang: de\n", {}),
        ("title: T\nlang: no\n", {"lang": False}),
        ("lang: zh-TW\n\nlocale: 'fr'", {"lang": "zh-TW", "locale": "fr"}),
        ("title: T\nlang:\n  - en\n", None),
        ("lang: en\nlang: de\n", None),
        ('"lang": de\n', None),
        ("{lang: de}\n", None),
    ],
)
def test_the_language_of_a_site_needs_no_parser(text: str, found: dict[str, object] | None) -> None:
    assert values(text, ("lang", "locale")) == found


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
