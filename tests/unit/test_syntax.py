"""What is set off in the lines of a file."""

from __future__ import annotations

import pytest

from profile_tui.app.widgets.syntax import HTML, MARKDOWN, YAML, of_text


def told(text: str, written_in: str = MARKDOWN) -> list[list[tuple[str, str]]]:
    """Return, line by line, what is set off and how."""
    lines = text.split("\n")
    coloring = of_text(lines, written_in)
    return [[(line[start:end], name) for start, end, name in coloring.tokens(at)] for at, line in enumerate(lines)]


def test_what_a_reader_does_not_see_is_set_back() -> None:
    assert told("- *2026.11*: **One** [paper](https://example.org) at `x`") == [
        [
            ("- *", "syntax"),
            ("2026.11", "emph"),
            ("*", "syntax"),
            ("**", "syntax"),
            ("One", "strong"),
            ("**", "syntax"),
            ("[", "syntax"),
            ("paper", "link"),
            ("](https://example.org)", "syntax"),
            ("`", "syntax"),
            ("x", "code"),
            ("`", "syntax"),
        ]
    ]


def test_a_link_over_two_lines_is_one() -> None:
    assert told("See [the\nlakes](l.pdf) now.\n\n[not\n\na link](l.pdf)") == [
        [("[", "syntax"), ("the", "link")],
        [("lakes", "link"), ("](l.pdf)", "syntax")],
        [],
        [],
        [],
        [],
    ]


def test_emphasis_does_not_reach_into_the_next_item() -> None:
    assert told("- Ada*, Ben\n- *Cara*") == [
        [("- ", "syntax")],
        [("- *", "syntax"), ("Cara", "emph"), ("*", "syntax")],
    ]


def test_headings_of_both_sorts() -> None:
    assert told("## News *now*\ntext\n\nOld\n===") == [
        [("## ", "syntax"), ("News ", "heading"), ("*", "syntax"), ("now", "emph"), ("*", "syntax")],
        [],
        [],
        [("Old", "heading")],
        [("===", "syntax")],
    ]


def test_front_matter_is_yaml_and_ends() -> None:
    assert told("---\ntitle: A *b*\n# note\nlist:\n  - name: x\ntext: |\n  no: key\n---\na: b") == [
        [("---", "syntax")],
        [("title", "key")],
        [("# note", "syntax")],
        [("list", "key")],
        [("name", "key")],
        [("text", "key")],
        [],
        [("---", "syntax")],
        [],
    ]


def test_liquid_and_html_are_told_from_text() -> None:
    assert told('{% if x %}<b class="y">bold</b>{{ z }}') == [
        [
            ("{% if x %}", "liquid"),
            ('<b class="y">', "syntax"),
            ("bold", "strong"),
            ("</b>", "syntax"),
            ("{{ z }}", "liquid"),
        ]
    ]
    assert told("<i>a</i> *b*", HTML) == [[("<i>", "syntax"), ("a", "emph"), ("</i>", "syntax")]]


def test_code_between_fences_is_code_whatever_it_says() -> None:
    assert told("```yaml\n# *a*\n```\n# b") == [
        [("```yaml", "code")],
        [("# *a*", "code")],
        [("```", "code")],
        [("# ", "syntax"), ("b", "heading")],
    ]


@pytest.mark.parametrize(
    ("written_in", "line", "said"),
    [
        (YAML, '  - "two words": 3', [('"two words"', "key")]),
        (YAML, "url: https://example.org # there", [("url", "key"), ("# there", "syntax")]),
        (YAML, "just a text: no, yes", [("just a text", "key")]),
        ("bibtex", "@article{key,", [("@article{key", "heading")]),
        ("bibtex", "  title = {A},", [("title", "key")]),
        ("json", '  "name": "Ada",', [('"name"', "key")]),
        ("toml", "[params]", [("[params]", "heading")]),
        ("toml", "title = 'x'", [("title", "key")]),
        ("", "# *a*", []),
    ],
)
def test_files_of_data_show_their_keys(written_in: str, line: str, said: list[tuple[str, str]]) -> None:
    assert told(line, written_in) == [said]


def test_lines_that_divide_are_set_back() -> None:
    assert told("a | b\n|---|:-:|\n\n***\n\n- - x") == [
        [],
        [("|---|:-:|", "syntax")],
        [],
        [("***", "syntax")],
        [],
        [("- ", "syntax")],
    ]


@pytest.mark.parametrize("written_in", [MARKDOWN, YAML, HTML, "bibtex", "json", "toml"])
@pytest.mark.parametrize("piece", ["[", "*", "`", "|-", "- ", " ", '"', "<a ", "{", "a: ", "# "])
def test_lines_of_nothing_but_marks_are_read_soon(written_in: str, piece: str) -> None:
    line = "a" + piece * 4_000 + "x"
    assert all(0 <= start < end <= len(line) for start, end, _name in of_text([line], written_in).tokens(0))
