"""New keys keep to the columns of the map that they go into."""

from __future__ import annotations

import pytest

from profile_tui.markup.yaml.document import YamlDocument
from profile_tui.text.span import Span, spliced


def with_key(text: str, key: str, value: str) -> str:
    """The last line of a map after a key was added to it."""
    document = YamlDocument.read(text, Span(0, len(text)))
    return spliced(text, document.add_key((), key, value)).splitlines()[-1]


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("name     : a\nbio      : b\n", "email", "email    : x"),
        ("name     : a\nbio      :\n", "email", "email    : x"),
        ("name     : a\nbio: b\nurl      : c\n", "email", "email    : x"),
        ("name : a\nbio  : b\n", "a_long_one", "a_long_one : x"),
        ("name     :   a\nbio      :   b\n", "email", "email    :   x"),
        ("name:    a\nbio:     b\n", "email", "email:   x"),
        ("name:    a\nbio:     b\n", "a_long_one", "a_long_one: x"),
        ("name: a\nbio: b\n", "email", "email: x"),
        ("a: 1\nb: 2\n", "email", "email: x"),
        ("name:   a\n", "email", "email: x"),
        ("layout: a\ndate: b\ninline: c\n", "icon", "icon: x"),
        ("name: 'a'\nbio: 'b'\nyear: 2026\n", "email", "email: 'x'"),
        ("name: 'a'\nbio: b\n", "email", "email: x"),
    ],
)
def test_a_new_key_is_padded_and_quoted_as_most_others_are(text: str, key: str, line: str) -> None:
    assert with_key(text, key, "x") == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- a: b\n- a: c\n  when: 2025-01-02\n", "  when: 2026-01-02"),
        ("- a: b\n- a: c\n  when: '2025-01-02'\n", "  when: '2026-01-02'"),
        ("- a: b\n  day: 2025-01-02\n- a: c\n", "  when: 2026-01-02"),
        ("- a: b\n- a: c\n", '  when: "2026-01-02"'),
    ],
)
def test_a_date_in_an_item_is_written_as_those_beside_it(text: str, line: str) -> None:
    document = YamlDocument.read(text, Span(0, len(text)))
    made = spliced(text, document.add_key((0,), "when", "2026-01-02"))
    assert line in made.splitlines()
