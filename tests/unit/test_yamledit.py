"""Edits of YAML: what each makes of a header, to the byte; and what it refuses."""

from __future__ import annotations

import pytest

from profile_tui.markup.frontmatter import FrontMatter, find
from profile_tui.markup.yaml.document import Path, YamlDocument
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source
from profile_tui.text.span import Span, spliced


def edited(header: str, method: str, *arguments: object) -> str:
    """The header within a page after an edit."""
    text = f"---\n{header}---\n\n# News\n"
    document = YamlDocument.read(text, Span(4, len(text) - 12), first_line=2)
    new = spliced(text, getattr(document, method)(*arguments))
    assert new.startswith("---\n")
    assert new.endswith("---\n\n# News\n")
    return new[4:-12]


@pytest.mark.parametrize(
    ("header", "value", "expected"),
    [
        ("k: old\n", "new", "k: new\n"),
        ("k: old   # why\n", "new", "k: new   # why\n"),
        ("k:    old\n", "new", "k:    new\n"),
        ("k : old\n", "new", "k : new\n"),
        ("k: old\n", "a: b", 'k: "a: b"\n'),
        ("k: old\n", "a #b", 'k: "a #b"\n'),
        ("k: old\n", "NO", 'k: "NO"\n'),
        ("k: old\n", "12:30", 'k: "12:30"\n'),
        ("k: old\n", "1.10", 'k: "1.10"\n'),
        ("k: old\n", "2401.01234", 'k: "2401.01234"\n'),
        ("k: old\n", ":x", 'k: ":x"\n'),
        ("k: old\n", "", 'k: ""\n'),
        ("k: old\n", "a\nb", 'k: "a\\nb"\n'),
        ("k: old\n", "研究", "k: 研究\n"),
        ("k: old\n", "/cv/", "k: /cv/\n"),
        ("k: old\n", "2025-01-01", 'k: "2025-01-01"\n'),
        ("k: 2024-01-01\n", "2025-01-01", "k: 2025-01-01\n"),
        ("k: 2024-01-01\n", "soon", "k: soon\n"),
        ("k: '2024'\n", "2025", "k: '2025'\n"),
        ("k: 'old'\n", "it's", "k: 'it''s'\n"),
        ("k: 'old'\n", "a\nb", 'k: "a\\nb"\n'),
        ('k: "old"\n', 'say "x\\y"', 'k: "say \\"x\\\\y\\""\n'),
        ('k: "old"\n', "new", 'k: "new"\n'),
        ("k: 1\n", 2, "k: 2\n"),
        ("k: yes\n", False, "k: false\n"),
        ("k: 1\n", 1e20, "k: 1.0e+20\n"),
        ("k: '1'\n", 1, "k: 1\n"),
        ("k: old # c\n", None, "k: # c\n"),
        ("k:\n", "new", "k: new\n"),
        ("k: \n", "new", "k: new\n"),
        ("k: # c\n", "new", "k: new # c\n"),
        ("k: ~\n", "new", "k: new\n"),
        ("k: &q old\n", "new", "k: &q new\n"),
        ("k: !!str 5\n", "6", 'k: !!str "6"\n'),
        ("k: old\n  and more\nl: 1\n", "new", "k: new\nl: 1\n"),
        ('k: "old\n  and more"\nl: 1\n', "new", 'k: "new"\nl: 1\n'),
        ("? k\n: old\n", "new", "? k\n: new\n"),
        ("k: :bad\n", ":bad", 'k: ":bad"\n'),
        ("{k: old, l: 1}\n", "a, b", '{k: "a, b", l: 1}\n'),
        ("{k: old, l: 1}\n", None, "{k: null, l: 1}\n"),
        ("{k: , l: 1}\n", "new", "{k: new, l: 1}\n"),
    ],
)
def test_a_value_is_set_in_its_own_style(header: str, value: object, expected: str) -> None:
    assert edited(header, "set", ("k",), value) == expected


@pytest.mark.parametrize("header", ["k: x # c\n", "k: 'x'\n", 'k: "\\x78"\n', "k: >-\n  x\n"])
def test_setting_what_stands_there_changes_nothing(header: str) -> None:
    document = YamlDocument.read(header, Span(0, len(header)))
    assert document.set(("k",), "x") == []


@pytest.mark.parametrize(
    ("header", "value", "expected"),
    [
        ("k: |\n  One.\n\n  Two.\n\nl: 1\n", "One.\n\n2.\n", "k: |\n  One.\n\n  2.\n\nl: 1\n"),
        ("k: |   # c\n    One.\n# d\nl: 1\n", "a\nb\n", "k: |   # c\n    a\n    b\n# d\nl: 1\n"),
        ("k: |\n  One.\n", "One.", "k: |-\n  One.\n"),
        ("k: |-\n  One.\n\nl: 1\n", "a", "k: |-\n  a\n\nl: 1\n"),
        ("k: |\n  One.\n", "  code\n", "k: |2\n    code\n"),
        ("k: |\n  One.\n\nl: 1\n", "", "k: |-\n\nl: 1\n"),
        ("k: |+\n  One.\n\nl: 1\n", "a\n", "k: |\n  a\n\nl: 1\n"),
        ("k: |+\n  One.\n\nl: 1\n", "a\n\n", "k: |+\n  a\n\nl: 1\n"),
        ("k: |\n  One.\n\nl: 1\n", "a\n\n\n", "k: |+\n  a\n\n\nl: 1\n"),
        ("k: |1-\n  One.\nl: 1\n", "a", "k: |1-\n a\nl: 1\n"),
        ("m:\n  k: |\n\nl: 1\n", "a\n", "m:\n  k: |\n    a\n\nl: 1\n"),
        ("k: |  # c\n  One.\n\nl: 1\n", 5, "k: 5  # c\n\nl: 1\n"),
        ("k: |\n  One.\n", "a\u2028b", 'k: "a\\u2028b"\n'),
        (
            "k: >-\n  On thin ice in May,\n  when the sun is up,\n  we measured snow.\nl: 1\n",
            "On thin ice in May, when the moon is up, we measured snow.",
            "k: >-\n  On thin ice in May,\n  when the moon is up,\n  we measured snow.\nl: 1\n",
        ),
        (
            "k: >-\n  On thin ice in May,\n  we measured snow.\n",
            "On thin ice in May, we measured snow. And then we went home.",
            "k: >-\n  On thin ice in May,\n  we measured snow.\n  And then we went home.\n",
        ),
        (
            "k: >\n  One long\n  paragraph.\n\n  Two.\n",
            "One long paragraph.\n2.\nThree.\n",
            "k: >\n  One long\n  paragraph.\n\n  2.\n\n  Three.\n",
        ),
        ("k: >\n  One.\n", "a\n  code\nb\n", "k: >\n  a\n    code\n  b\n"),
    ],
)
def test_a_block_text_stays_one(header: str, value: object, expected: str) -> None:
    path: Path = ("m", "k") if header.startswith("m") else ("k",)
    assert edited(header, "set", path, value) == expected


@pytest.mark.parametrize(
    ("header", "arguments", "expected"),
    [
        ("", ((), "k", "v"), "k: v\n"),
        ("", ((), "k", ["x"]), "k:\n  - x\n"),
        ("b:\n  l:\n  - x\n", (("b",), "k", ["p"]), "b:\n  l:\n  - x\n  k:\n  - p\n"),
        ("# c\n\n", ((), "k", "v"), "# c\n\nk: v\n"),
        ("a: 1\n", ((), "k", "v"), "a: 1\nk: v\n"),
        ("a: 1  # c\nb: 2\n", ((), "k", "v", "a"), "a: 1  # c\nk: v\nb: 2\n"),
        ("a: 1\n", ((), "k", None), "a: 1\nk:\n"),
        ("a: 1\n", ((), "k: l", "v"), 'a: 1\n"k: l": v\n'),
        ("a: 'x'\nb: 'y'\n", ((), "k", "v"), "a: 'x'\nb: 'y'\nk: 'v'\n"),
        ("a: x\nb: 'y z'\n", ((), "k", "v"), "a: x\nb: 'y z'\nk: v\n"),
        ('"a": 1\n', ((), "k", 2), '"a": 1\n"k": 2\n'),
        ("a: 1\n", ((), "k", ["x", "y: z"]), 'a: 1\nk:\n  - x\n  - "y: z"\n'),
        ("a: [p, q]\n", ((), "k", ["x", "y, z"]), 'a: [p, q]\nk: [x, "y, z"]\n'),
        ("a:\n- p\n", ((), "k", ["x"]), "a:\n- p\nk:\n- x\n"),
        ("a: 1\n", ((), "k", []), "a: 1\nk: []\n"),
        ("a: 1\n", ((), "k", {"b": 1, "c": ["d"]}), "a: 1\nk:\n  b: 1\n  c:\n    - d\n"),
        ("a:\n    b: 1\n\nc: 2\n", (("a",), "k", "v"), "a:\n    b: 1\n    k: v\n\nc: 2\n"),
        ("a:\nc: 2\n", (("a",), "k", "v"), "a:\n  k: v\nc: 2\n"),
        ("a: {}  # c\n", (("a",), "k", "v"), "a: {k: v}  # c\n"),
        ("a: {b: 1}\n", (("a",), "k", "x, y"), 'a: {b: 1, k: "x, y"}\n'),
        (
            "l:\n  - a: 1\n    b: 2\n  - a: 3\n",
            (("l", 0), "k", "v", "a"),
            "l:\n  - a: 1\n    k: v\n    b: 2\n  - a: 3\n",
        ),
        ("a: |\n  x\n\n# c\nb: 1\n", ((), "k", "v", "a"), "a: |\n  x\nk: v\n\n# c\nb: 1\n"),
        ("a: |+\n  x\n\nb: 1\n", ((), "k", "v", "a"), "a: |+\n  x\n\nk: v\nb: 1\n"),
        ("a:\n  - x\n  # more\nb: 1\n", ((), "k", "v", "a"), "a:\n  - x\nk: v\n  # more\nb: 1\n"),
    ],
)
def test_a_key_is_added_as_its_neighbours_are(header: str, arguments: tuple[object, ...], expected: str) -> None:
    assert edited(header, "add_key", *arguments) == expected


@pytest.mark.parametrize(
    ("header", "path", "expected"),
    [
        ("# c\na: 1  # d\n# e\nb: 2\n", ("a",), "# c\n# e\nb: 2\n"),
        ("a: 1\nb: 2\n", ("b",), "a: 1\n"),
        ("a: 1\n", ("a",), ""),
        ("a:\n  - x\n  # y\n  - z\nb: 2\n", ("a",), "b: 2\n"),
        ("a: |\n  x\n\nb: 2\n", ("a",), "\nb: 2\n"),
        ("a:\n  b: 1\nc: 2\n", ("a", "b"), "a: {}\nc: 2\n"),
        ("l:\n  - a: 1\n    b: 2\n", ("l", 0, "a"), "l:\n  - b: 2\n"),
        ("l:\n  - a: 1\n    b: 2\n", ("l", 0, "b"), "l:\n  - a: 1\n"),
        ("m: {a: 1, b: 2}\n", ("m", "a"), "m: {b: 2}\n"),
        ("m: {a: 1, b: 2}\n", ("m", "b"), "m: {a: 1}\n"),
        ("m: {a: 1}\n", ("m", "a"), "m: {}\n"),
        ("a: {{ x }}\nb: 1\n", ("a",), "b: 1\n"),
        ("a: &q 1\nb: *q\n", ("b",), "a: &q 1\n"),
    ],
)
def test_a_key_is_removed_with_its_lines(header: str, path: Path, expected: str) -> None:
    assert edited(header, "remove_key", path) == expected


@pytest.mark.parametrize(
    ("header", "index", "value", "expected"),
    [
        ("l:\n  - a\n  - b\n", 0, "x", "l:\n  - x\n  - a\n  - b\n"),
        ("l:\n  - a # c\n  - b\n", 1, "x", "l:\n  - a # c\n  - x\n  - b\n"),
        ("l:\n  - a\n  - b\n# c\n", 2, "x", "l:\n  - a\n  - b\n  - x\n# c\n"),
        ("l:\n# c\n- a\n", 0, "x", "l:\n# c\n- x\n- a\n"),
        ("l:\n  -   'a'\n", 1, "x", "l:\n  -   'a'\n  -   'x'\n"),
        ("l:\n  - a\n\n  - b\n", 0, "x", "l:\n  - x\n\n  - a\n\n  - b\n"),
        ("l:\n  - a\n\n  - b\n", 2, "x", "l:\n  - a\n\n  - b\n\n  - x\n"),
        ("l:\n", 0, "x", "l:\n  - x\n"),
        ("l: # c\nm:\n- a\n", 0, "x", "l: # c\n- x\nm:\n- a\n"),
        ("l: []\n", 0, "x", "l: [x]\n"),
        ("l: []  # c\n", 0, {"a": "b"}, "l:  # c\n  - a: b\n"),
        ("l: [a, b]\n", 0, "x", "l: [x, a, b]\n"),
        ("l: [a,b]\n", 2, "x, y", 'l: [a,b,"x, y"]\n'),
        ("l: [\n  a,\n  b\n]\n", 1, "x", "l: [\n  a,\n  x,\n  b\n]\n"),
        ("l:\n- t: 'a'\n  u: /b/\n", 0, {"u": "/c/", "t": "d"}, "l:\n- t: 'd'\n  u: /c/\n- t: 'a'\n  u: /b/\n"),
        (
            "l:\n- d: 2024-01-01\n  t: [a]\n",
            1,
            {"d": "2025-01-01", "t": ["b", "c"], "n": 1},
            'l:\n- d: 2024-01-01\n  t: [a]\n- d: 2025-01-01\n  t: [b, c]\n  "n": 1\n',
        ),
        ("l:\n- {t: a}\n", 1, {"t": "b"}, "l:\n- {t: a}\n- {t: b}\n"),
        ("l:\n- t: |\n    a\n", 0, {"t": "b\nc\n"}, "l:\n- t: |\n    b\n    c\n- t: |\n    a\n"),
        ("l:\n- - a\n  - b\n", 1, "c", "l:\n- - a\n  - b\n- c\n"),
        ("l:\n- t: ['a', 'b']\n", 1, {"t": ["c"]}, "l:\n- t: ['a', 'b']\n- t: ['c']\n"),
        ("l:\n- t:\n  - 'a'\n", 1, {"t": ["b", "c"]}, "l:\n- t:\n  - 'a'\n- t:\n  - 'b'\n  - 'c'\n"),
        ("l:\n- t: {u: 'a'}\n", 1, {"t": {"u": "b"}}, "l:\n- t: {u: 'a'}\n- t: {u: 'b'}\n"),
        ("l:\n- t:\n    'u': 'a'\n", 1, {"t": {"u": "b"}}, "l:\n- t:\n    'u': 'a'\n- t:\n    'u': 'b'\n"),
        (
            "l:\n- t:\n    u: a\n    v: b\n",
            0,
            {"t": {"v": "c", "u": "d"}},
            "l:\n- t:\n    u: d\n    v: c\n- t:\n    u: a\n    v: b\n",
        ),
    ],
)
def test_an_item_is_inserted_as_its_neighbour_is(header: str, index: int, value: object, expected: str) -> None:
    assert edited(header, "insert_item", ("l",), index, value) == expected


@pytest.mark.parametrize(
    ("header", "path", "expected"),
    [
        ("l:\n  - a\n  - b # c\n  - d\n", ("l", 1), "l:\n  - a\n  - d\n"),
        ("l:\n  - a\n\n  - b\n\nm: 1\n", ("l", 0), "l:\n  - b\n\nm: 1\n"),
        ("l:\n  - a\n\n  - b\n\nm: 1\n", ("l", 1), "l:\n  - a\n\nm: 1\n"),
        ("l:\n  - a\n  # about b\n  - b\n", ("l", 1), "l:\n  - a\n  # about b\n"),
        ("l:\n  - a\nm: 1\n", ("l", 0), "l: []\nm: 1\n"),
        ("l: # c\n  # d\n  - a\n", ("l", 0), "l: [] # c\n  # d\n"),
        ("l: [a, 'b', c]\n", ("l", 1), "l: [a, c]\n"),
        ("l: [a, b]\n", ("l", 1), "l: [a]\n"),
        ("l: [a,]\n", ("l", 0), "l: []\n"),
        ("l:\n- - a\n  - b\n", ("l", 0, 0), "l:\n- - b\n"),
        ("l:\n- a: 1\n  b: 2\n- a: 3\n", ("l", 0), "l:\n- a: 3\n"),
    ],
)
def test_an_item_is_removed(header: str, path: Path, expected: str) -> None:
    assert edited(header, "remove_item", path) == expected


@pytest.mark.parametrize(
    ("header", "path", "to", "expected"),
    [
        ("l:\n  - a\n  - b # c\n  - d\n", ("l", 1), 0, "l:\n  - b # c\n  - a\n  - d\n"),
        ("l:\n  - a\n  - b\n  - d\n", ("l", 0), 2, "l:\n  - b\n  - d\n  - a\n"),
        ("l:\n  - a\n\n  - b\n", ("l", 0), 1, "l:\n  - b\n\n  - a\n"),
        ("l:\n  # first\n  - a\n  # about b\n  - b\n", ("l", 1), 0, "l:\n  # first\n  # about b\n  - b\n  - a\n"),
        ("l:\n- t: 'a'\n  u: |\n    x\n- t: b\n", ("l", 1), 0, "l:\n- t: b\n- t: 'a'\n  u: |\n    x\n"),
        ("l: [a, 'b',  c]\n", ("l", 2), 0, "l: [c, a,  'b']\n"),
        ("l:\n- - a\n  - b\n", ("l", 0, 1), 0, "l:\n- - b\n  - a\n"),
        ("l: [a, b]\n", ("l", 1), 1, "l: [a, b]\n"),
    ],
)  # fmt: skip
def test_an_item_is_moved_byte_for_byte(header: str, path: Path, to: int, expected: str) -> None:
    assert edited(header, "move_item", path, to) == expected


ALIASED = "a: &x 1\nb: *x\nm: &y\n  k: 1\nn:\n  <<: *y\n  o: 2\n"


@pytest.mark.parametrize(
    ("header", "method", "arguments", "reason"),
    [
        (ALIASED, "set", (("a",), "v"), "anchor"),
        (ALIASED, "set", (("b",), "v"), "alias"),
        (ALIASED, "set", (("m", "k"), 2), "anchor"),
        (ALIASED, "add_key", (("m",), "l", 2), "anchor"),
        (ALIASED, "set", (("n", "k"), 2), "<<"),
        (ALIASED, "remove_key", (("a",),), "break"),
        ("a: 1\na: 2\n", "set", (("a",), 3), "twice"),
        ("a: 1\na: 2\n", "remove_key", (("a",),), "twice"),
        ("a: {{ b }}\n", "set", (("a",), "v"), "Liquid"),
        ("a: !!int '5'\n", "set", (("a",), 6), "tag"),
        ("a: !!str 5\n", "set", (("a",), 6), "tag"),
        ("? [a]\n: b\n", "set", (("[a]",), "v"), "key"),
        ("a: x\n", "set", (("a",), "b\x07"), "The text holds the control character U+0007; remove it."),
        ("a: x\n", "set", (("a",), "b\rc"), "U+000D"),
        ("a: x\n", "set", (("a",), "caf\udce9"), "U+DCE9"),
        ("a: x\n", "set", (("b",), "v"), "no b"),
        ("a: [x]\n", "set", (("a",), "v"), "a holds more than one value; edit what is in it"),
        ("a: [x]\n", "set", (("a", 1), "v"), "no a[1]"),
        ("a: x\n--- y\n", "set", (("a",), "v"), "second"),
        ("a: x\n", "add_key", ((), "a", "v"), "already"),
        ("a: x\n", "add_key", ((), "b", "v", "c"), "no key c"),
        ("a: x\n", "add_key", (("a",), "b", "v"), "isn't a map"),
        ("a: x\n", "add_key", ((), "<<", "v"), "cannot be a key"),
        ("a: x\n", "insert_item", (("a",), 0, "v"), "isn't a list"),
        ("a: [x]\n", "insert_item", (("a",), 2, "v"), "no place 2"),
        ("a: [x]\n", "move_item", (("a", 0), 1), "no place 1"),
        ("a: x\n", "remove_item", (("a",),), "isn't an item"),
        ("l:\n- a: 1\n", "remove_key", (("l", 0, "a"),), "item"),
        ("l: [a, # c\n  b]\n", "remove_item", (("l", 1),), "comment"),
        ("l:\n- a: 1\n  # c\n  b: 2\n", "remove_key", (("l", 0, "a"),), "comment"),
        ("l:\n- &k a\n- *k\n", "move_item", (("l", 1), 0), "alias"),
        ("a: |\n  x\nb: 1\n  # c\n", "remove_key", (("b",),), "more than this value"),
        ("a: {b, c: 1}\n", "set", (("a", "b"), "v"), "more than this value"),
    ],
)
def test_what_would_touch_something_else_is_refused(
    header: str, method: str, arguments: tuple[object, ...], reason: str
) -> None:
    with pytest.raises(Refused) as caught:
        edited(header, method, *arguments)
    assert reason in caught.value.message
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("text", "method", "arguments", "expected"),
    [
        ("- a\n- b", "insert_item", ((), 2, "c"), "- a\n- b\n- c"),
        ("- a\n- b\n- c", "remove_item", ((2,),), "- a\n- b"),
        ("- a\n- b", "move_item", ((1,), 0), "- b\n- a"),
        ("- a", "remove_item", ((0,),), "[]"),
        ("- a\n", "remove_item", ((0,),), "[]\n"),
        ("a: 1\nb: 2", "remove_key", (("b",),), "a: 1"),
        ("a: 1", "add_key", ((), "b", 2), "a: 1\nb: 2"),
        ("", "insert_item", ((), 0, "a"), "- a\n"),
        ("# news\n", "insert_item", ((), 0, {"t": "a", "d": "b"}), "# news\n- t: a\n  d: b\n"),
        ("---\n- a\n", "insert_item", ((), 0, "b"), "---\n- b\n- a\n"),
        ("a: |\n  x", "set", (("a",), "y"), "a: |-\n  y"),
    ],
)
def test_a_data_file_is_edited_to_its_very_end(
    text: str, method: str, arguments: tuple[object, ...], expected: str
) -> None:
    document = YamlDocument.read(text, Span(0, len(text)))
    assert spliced(text, getattr(document, method)(*arguments)) == expected


def test_line_ends_stay_and_new_lines_take_them() -> None:
    source = Source("---\r\na: 'é' # 😀\r\nl:\r\n  - x\r\n---\r\n\r\nbody\r\n".encode())
    header = find(source)
    assert isinstance(header, FrontMatter)
    document = YamlDocument.read(source.text, header.yaml, first_line=2)
    splices = [*document.set(("a",), "研"), *document.insert_item(("l",), 1, "w")]
    assert source.splice(splices).data == "---\r\na: '研' # 😀\r\nl:\r\n  - x\r\n  - w\r\n---\r\n\r\nbody\r\n".encode()


def test_long_lists_take_linear_time() -> None:
    # Quadratic work over 40,000 entries would not end within the life of a test run.
    header = "l:\n" + "- a: 1\n  b: x\n\n" * 20_000
    document = YamlDocument.read(header, Span(0, len(header)))
    assert len(document.move_item(("l", 19_999), 0)) == 20_000
    assert len(document.insert_item(("l",), 20_000, {"a": 2, "b": "y"})) == 1


FRAMED = "---\n# newest first\n- d: 2025\n  t: A\n- d: 2024\n  t: B\n"


@pytest.mark.parametrize("end", ["---\n", "...\n", "--- # end\n\n", "---\n# no more\n"])
def test_a_marker_alone_at_the_end_ends_the_list(end: str) -> None:
    document = YamlDocument.read(FRAMED + end, Span(0, len(FRAMED + end)))
    assert document.problems == []
    added = document.spliced(document.insert_item((), 2, {"d": 2023, "t": "C"}))
    assert added.text == f"{FRAMED}- d: 2023\n  t: C\n{end}"
    removed = added.spliced(added.remove_item((2,)))
    assert removed.text == FRAMED + end


@pytest.mark.parametrize("more", ["---\n- d: 1999\n  t: Z\n", "--- text\n", "---\n- [unclosed\n"])
def test_a_second_document_is_told_and_the_first_is_read(more: str) -> None:
    document = YamlDocument.read(FRAMED + more, Span(0, len(FRAMED + more)))
    assert document.data == [{"d": 2025, "t": "A"}, {"d": 2024, "t": "B"}]
    assert [problem.code for problem in document.problems] == ["second-document"]
    assert [span.of(document.text) for span in document.item_lines(())] == [
        "- d: 2025\n  t: A\n",
        "- d: 2024\n  t: B\n",
    ]
    with pytest.raises(Refused, match="A second YAML document follows"):
        document.remove_item((1,))


@pytest.mark.parametrize(
    ("list_", "value", "new"),
    [
        ("- a: x\n  b: {c: 1}\n", {"a": "z", "b": {"c": 2}}, "- a: z\n  b: {c: 2}\n"),
        ("- a: x\n  b:\n    c: 1\n", {"a": "z", "b": {"c": 2}}, "- a: z\n  b:\n    c: 2\n"),
        ("- a: x\n", {"a": "z", "b": {"c": 2, "d": "e"}}, "- a: z\n  b:\n    c: 2\n    d: e\n"),
        ("- a: x\n  b: [p, q]\n", {"a": "z", "b": ["r", "s"]}, "- a: z\n  b: [r, s]\n"),
        ("- a: x\n  b:\n    - p\n", {"a": "z", "b": ["r", "s"]}, "- a: z\n  b:\n    - r\n    - s\n"),
        ("- a: x\n  b:\n  - 'p'\n", {"a": "z", "b": ["r", "s"]}, "- a: z\n  b:\n  - 'r'\n  - 's'\n"),
        ("- a: x\n", {"a": "z", "b": ["r", "s"]}, "- a: z\n  b:\n    - r\n    - s\n"),
        ("- a: x\n", {"a": "z", "b": [], "c": {}}, "- a: z\n  b: []\n  c: {}\n"),
        ("- 'a': 'x'\n  'b': 'y'\n", {"a": "z", "b": "w"}, "- 'a': 'z'\n  'b': 'w'\n"),
        ('- "a": "x"\n  "b": t\n', {"a": "z", "b": "w", "c": "v"}, '- "a": "z"\n  "b": w\n  "c": v\n'),
        ("- b: t\n  a: x\n", {"a": "z", "b": "w", "c": "v"}, "- b: w\n  a: z\n  c: v\n"),
        ("- a: |\n    One.\n    Two.\n", {"a": "Three.\nFour.\n"}, "- a: |\n    Three.\n    Four.\n"),
        ("- a: >\n    One.\n", {"a": "Three.\n"}, "- a: >\n    Three.\n"),
        ("- a: x\n", {"a": "Three.\nFour.\n"}, "- a: |\n    Three.\n    Four.\n"),
        ("- a: 'x'\n", {"a": "Three.\nFour.\n"}, '- a: "Three.\\nFour.\\n"\n'),
        ("- a: x\n", {"a": "One.\u2028\nTwo."}, '- a: "One.\\u2028\\nTwo."\n'),
        ("- |\n  One.\n", "Two.\n", "- |\n  Two.\n"),
        ("- >\n  One.\n", "Two.\n", "- >\n  Two.\n"),
        ("- x\n", "", '- ""\n'),
        ("- {a: x, b: [1, 2]}\n", {"b": [3, "k"], "a": None}, "- {a: null, b: [3, k]}\n"),
        ("- {a: x, 'b': 'c'}\n", {"b": "d, e", "f: g": {"h": []}}, "- {b: 'd, e', \"f: g\": {h: []}}\n"),
        ("- [a, b]\n", ["c", ["d"]], "- [c, [d]]\n"),
        ("- ['a', b]\n", ["c", "d"], "- ['c', 'd']\n"),
        ("- x\n", [{"a": 1}, "b"], "- [{a: 1}, b]\n"),
        ("- x\n", {}, "- {}\n"),
        ("- 'x'\n", ["a", 5, True], "- [a, 5, true]\n"),
        ("- a: 2024-01-01\n", {"a": "2025-02-03"}, "- a: 2025-02-03\n"),
        ("- a: '2024-01-01'\n", {"a": "2025-02-03"}, "- a: '2025-02-03'\n"),
        ("-   a: x\n    b: t\n", {"a": "z", "b": "w"}, "-   a: z\n    b: w\n"),
        ("- a: x\n", {"a": "z", "b": None}, "- a: z\n  b:\n"),
    ],
)
def test_a_new_item_is_written_as_the_one_before_it(list_: str, value: object, new: str) -> None:
    assert edited(list_, "insert_item", (), 1, value) == list_ + new


@pytest.mark.parametrize(
    ("header", "path", "key", "value", "expected"),
    [
        ("k: {a: 1}\n", ("k",), "b", {"c": [1, None, True]}, "k: {a: 1, b: {c: [1, null, true]}}\n"),
        ("k: {a: 'x'}\n", ("k",), "b: c", "v", "k: {a: 'x', \"b: c\": 'v'}\n"),
        ("k: {}\n", ("k",), "b", "v, w", 'k: {b: "v, w"}\n'),
        ("a: x\n", (), "k", {"b": {"c": 1}, "d": ["e"]}, "a: x\nk:\n  b:\n    c: 1\n  d:\n    - e\n"),
        ("a: x\n", (), "k", [{"b": 1, "c": 2}, {"b": 3}], "a: x\nk:\n  - b: 1\n    c: 2\n  - b: 3\n"),
        ("a:\n- x\n", (), "k", [["p", "q"], "r"], "a:\n- x\nk:\n- [p, q]\n- r\n"),
        ("l: ['x']\n", (), "k", ["p", "q"], "l: ['x']\nk: ['p', 'q']\n"),
        ("l: [{a: 1}]\nm: ['x']\n", (), "k", ["p"], "l: [{a: 1}]\nm: ['x']\nk: ['p']\n"),
        ("m:\n    l:\n        - x\n", ("m",), "k", ["t"], "m:\n    l:\n        - x\n    k:\n        - t\n"),
        ('a: "x"\nb: "t"\nc: 3\n', (), "k", "v", 'a: "x"\nb: "t"\nc: 3\nk: "v"\n'),
        ('a: "x"\nb: t\n', (), "k", "v", 'a: "x"\nb: t\nk: v\n'),
        ("a: |\n  t\nb: 'u'\n", (), "k", "v", "a: |\n  t\nb: 'u'\nk: 'v'\n"),
        ("a: >\n  t\nb: 'u'\n", (), "k", "v", "a: >\n  t\nb: 'u'\nk: 'v'\n"),
        ("a: x\n", (), "k" * 200, "v", f"a: x\n{'k' * 200}: v\n"),
    ],
)
def test_a_new_key_is_written_as_the_others(header: str, path: Path, key: str, value: object, expected: str) -> None:
    assert edited(header, "add_key", path, key, value) == expected


@pytest.mark.parametrize("key", ["<<", "b\nc", "b" * 201])
def test_what_no_reader_takes_for_a_key_is_refused(key: str) -> None:
    with pytest.raises(Refused) as caught:
        edited("a: x\n", "add_key", (), key, "v")
    assert caught.value.message == f"{key[:40]!r} cannot be a key."
