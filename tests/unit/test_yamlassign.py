"""A list or map put in the place of another: what stays the same keeps its lines, quotes, blanks and comments."""

from __future__ import annotations

import pytest

from profile_tui.markup.yaml.assign import assign
from profile_tui.markup.yaml.document import YamlDocument
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span

PEOPLE = """\
authors: # in order
  # the owner
  - "Ada Example" # that is me

  - 'Ben Sample'
  - Cy Muster # a guest
# not an author
year: 2024
"""


def assigned(text: str, key: str, value: object) -> str:
    return assign(YamlDocument.read(text, Span(0, len(text))), (key,), value).text


@pytest.mark.parametrize(
    ("people", "old", "new"),
    [
        (["Ada Example", "Ben Sample", "Cy Muster"], "", ""),
        (
            ["Ada Example", "Ben Sample", "Cy Muster", "Di Probe"],
            "  - Cy Muster # a guest\n",
            "  - Cy Muster # a guest\n  - Di Probe\n",
        ),
        (["Di Probe", "Ada Example", "Ben Sample", "Cy Muster"], '  - "Ada', '  - "Di Probe"\n\n  - "Ada'),
        (["Ada Example", "Cy Muster"], "\n  - 'Ben Sample'\n", ""),
        (["Ada Example", "Ben Sample"], "  - Cy Muster # a guest\n", ""),
        (["Ada Example", "Ben B. Sample", "Cy Muster"], "'Ben Sample'", "'Ben B. Sample'"),
        (
            ["Ada Example", "Cy Muster", "Ben Sample"],
            "  - 'Ben Sample'\n  - Cy Muster # a guest\n",
            "  - Cy Muster # a guest\n  - 'Ben Sample'\n",
        ),
        (
            ["Ben Sample", "Cy Muster", "Di Probe"],
            "  - \"Ada Example\" # that is me\n\n  - 'Ben Sample'\n  - Cy Muster # a guest\n",
            "  - 'Ben Sample'\n  - Cy Muster # a guest\n  - Di Probe\n",
        ),
    ],
)
def test_a_list_changes_item_by_item(people: list[str], old: str, new: str) -> None:
    assert assigned(PEOPLE, "authors", people) == PEOPLE.replace(old, new, 1)


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("a: [x, 'y'] # why\n", ["x", "y", "z"], "a: [x, 'y', 'z'] # why\n"),
        ("a: [x, 'y'] # why\n", ["y"], "a: ['y'] # why\n"),
        ("a: [x, 'y'] # why\n", ["y", "x"], "a: ['y', x] # why\n"),
        ("a: [x] # why\n", [], "a: [] # why\n"),
        ("a:\n  - x\nb: 1\n", [], "a: []\nb: 1\n"),
        ("a: []\nb: 1\n", ["x"], "a:\n  - x\nb: 1\n"),
        ("a: u\nb: 1\n", ["u", "v"], "a:\n  - u\n  - v\nb: 1\n"),
        ("c: 2\na: u\nb: 1\n", ["u", "v"], "c: 2\na:\n  - u\n  - v\nb: 1\n"),
        ("a:\n- x\nb: 1\n", "x", "a: x\nb: 1\n"),
        ("a:\n  - x # one\n  - y\n", ["z", "y"], "a:\n  - z # one\n  - y\n"),
        ("a:\n  - 1\n  - 01\n", [1, 1, 2], "a:\n  - 1\n  - 01\n  - 2\n"),
    ],
)
def test_lists_of_all_styles(text: str, value: object, expected: str) -> None:
    assert assigned(text, "a", value) == expected


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        (
            "a: [{x: 'p', z: q}]\n",
            [{"x": "p", "z": "q"}, {"z": "s, t", "x": "r"}],
            "a: [{x: 'p', z: q}, {x: 'r', z: \"s, t\"}]\n",
        ),
        (
            "a: [{x: [1, 2], z: null}]\n",
            [{"x": [1, 2], "z": None}, {"z": None, "x": [3, 4]}],
            "a: [{x: [1, 2], z: null}, {x: [3, 4], z: null}]\n",
        ),
        ("a: [x]\n", ["x", {"b, c": "x", "d": None}], 'a: [x, {"b, c": x, d: null}]\n'),
        ("a: [['p'], ['r']]\n", [["p"], ["r"], ["t", "u"]], "a: [['p'], ['r'], ['t', 'u']]\n"),
        ("a: {k: 'v'}\n", {"k": "v", "b, c": "x"}, "a: {k: 'v', \"b, c\": 'x'}\n"),
        (
            "l:\n    - 'x'\na:\n    k: 'v'\n",
            {"k": "v", "m": ["p", "q"]},
            "l:\n    - 'x'\na:\n    k: 'v'\n    m:\n        - 'p'\n        - 'q'\n",
        ),
        ("l: ['x']\na:\n  k: 'v'\n", {"k": "v", "m": ["p"]}, "l: ['x']\na:\n  k: 'v'\n  m: ['p']\n"),
        ("l: ['x']\na:\n  k: 'v'\n", {"k": "v", "m": [{"p": "q"}]}, "l: ['x']\na:\n  k: 'v'\n  m:\n    - p: q\n"),
        (
            "b:\n  l:\n     - \"x\"\na:\n  - k: 'v'\n",
            [{"k": "v"}, {"k": "w", "m": ["p"]}],
            "b:\n  l:\n     - \"x\"\na:\n  - k: 'v'\n  - k: 'w'\n    m:\n      - \"p\"\n",
        ),
        (
            "a:\n  - k: v\n    t: ['x']\n",
            [{"k": "v", "t": ["x"]}, {"t": ["y", "z"], "k": "w"}],
            "a:\n  - k: v\n    t: ['x']\n  - k: w\n    t: ['y', 'z']\n",
        ),
        (
            "a:\n  - k: v\n    t:\n      - 'x'\n",
            [{"k": "v", "t": ["x"]}, {"t": ["u", "z"], "k": "w"}],
            "a:\n  - k: v\n    t:\n      - 'x'\n  - k: w\n    t:\n      - 'u'\n      - 'z'\n",
        ),
        (
            "l:\n  - - x\na:\n  k: 'v'\n",
            {"k": "v", "m": ["p", ["q"]]},
            "l:\n  - - x\na:\n  k: 'v'\n  m:\n    - p\n    - [q]\n",
        ),
    ],
)
def test_what_is_new_within_a_list_or_map_is_written_as_its_neighbours_are(
    text: str, value: object, expected: str
) -> None:
    assert assigned(text, "a", value) == expected


LINKS = """\
links:
  # the paper
  - name: PDF
    url: https://example.org/a.pdf # version 2

  - name: 'Code'
    url: https://example.org/code
"""


@pytest.mark.parametrize(
    ("value", "old", "new"),
    [
        (
            [
                {"name": "PDF", "url": "https://example.org/b.pdf"},
                {"name": "Code", "url": "https://example.org/code"},
            ],
            "a.pdf",
            "b.pdf",
        ),
        (
            [{"name": "Code", "url": "https://example.org/code"}],
            "  - name: PDF\n    url: https://example.org/a.pdf # version 2\n\n",
            "",
        ),
        (
            [
                {"name": "PDF", "url": "https://example.org/a.pdf", "size": 3},
                {"name": "Code", "url": "https://example.org/code"},
            ],
            "# version 2\n",
            "# version 2\n    size: 3\n",
        ),
    ],
)
def test_a_list_of_maps_changes_key_by_key(value: object, old: str, new: str) -> None:
    assert assigned(LINKS, "links", value) == LINKS.replace(old, new, 1)


MAP = """\
links: # all of them
  # the paper
  paper: "https://example.org/a" # mine

  code: 'https://example.org/c'
year: 2024
"""


@pytest.mark.parametrize(
    ("value", "old", "new"),
    [
        ({"paper": "https://example.org/b", "code": "https://example.org/c"}, "/a", "/b"),
        ({"paper": "https://example.org/a"}, "  code: 'https://example.org/c'\n", ""),
        (
            {"paper": "https://example.org/a", "code": "https://example.org/c", "talk": "https://example.org/t"},
            "org/c'\n",
            "org/c'\n  talk: https://example.org/t\n",
        ),
    ],
)
def test_a_map_changes_key_by_key(value: object, old: str, new: str) -> None:
    assert assigned(MAP, "links", value) == MAP.replace(old, new, 1)


@pytest.mark.parametrize("text", ["a: &x [b]\nc: *x\n", "a: [b, # why\n  c]\n", "a: [b, *x]\n"])
def test_what_would_touch_something_else_is_refused(text: str) -> None:
    with pytest.raises((Refused, ValueError)):
        assigned(text.replace("*x]", "&y c]\nd: *y"), "a", ["z"])
