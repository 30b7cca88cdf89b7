"""Front matter is found as Jekyll finds it, in linear time, and python-frontmatter is asked what it thinks."""

from __future__ import annotations

import sys
from subprocess import run

import pytest

from profile_tui.markup.frontmatter import FrontMatter, HeaderProblem, find, second_opinion
from profile_tui.text.source import Source
from profile_tui.text.span import Span


def parts(data: bytes) -> tuple[str, str]:
    """The YAML and the body."""
    source = Source(data)
    header = find(source)
    assert isinstance(header, FrontMatter)
    assert header.span == (0, header.body_start)
    return header.yaml.of(source.text), source.text[header.body_start :]


@pytest.mark.parametrize(
    ("data", "yaml", "body"),
    [
        (b"---\ntitle: A\n---\nx\n", "title: A\n", "x\n"),
        (b"---\r\ntitle: A\r\n---\r\nx\r\n", "title: A\n", "x\n"),
        (b"---\n---\nx", "", "x"),
        (b"---\n---", "", ""),
        (b"---\n\n# c\n---\n\n \t\n  x\n", "\n# c\n", "  x\n"),
        (b"--- \t\ntitle: A\n...  \nx\n", "title: A\n", "x\n"),
        (b"---\ntitle: A\n----\n---\nx\n", "title: A\n----\n", "x\n"),
        (b"---\na: |\n  ---\n---\nx\n---\n", "a: |\n  ---\n", "x\n---\n"),
        ("---\ntitle: 研究 😀\n---\nx\n".encode(), "title: 研究 😀\n", "x\n"),
        (b"---\ntitle: caf\xe9\n---\nx\n", "title: caf\udce9\n", "x\n"),
        (b"---\na: b\rc: d\n---\r\nx\n", "a: b\nc: d\n", "x\n"),
        (b"---\na: b\n---\n\xc2\xa0\n", "a: b\n", "\xa0\n"),
    ],
)
def test_a_page_is_cut_where_jekyll_cuts_it(data: bytes, yaml: str, body: str) -> None:
    assert parts(data) == (yaml, body)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no-front-matter"),
        (b"# News\n\n---\n\n- a\n\n---\n", "no-front-matter"),
        (b"----\na: b\n----\n", "no-front-matter"),
        (b" ---\na: b\n---\n", "no-front-matter"),
        (b"---", "no-front-matter"),
        (b"{}\n", "no-front-matter"),
        (b"---\ntitle: A\n\n# News\n", "unclosed-front-matter"),
        (b"---\ntitle: A\n ---\n--- a\n", "unclosed-front-matter"),
        (b"\xef\xbb\xbf---\ntitle: A\n---\n", "bom"),
        (b"\xef\xbb\xbf# News\n", "no-front-matter"),
        (b"\n\n---\ntitle: A\n---\n", "blank-first-line"),
        (b"---\rtitle: A\r---\rx\r", "cr-line-ends"),
        (b"---\ntitle: A\r---\rx\n", "cr-line-ends"),
    ],
)
def test_what_is_no_page_is_told_with_the_reason(data: bytes, code: str) -> None:
    header = find(Source(data))
    assert isinstance(header, HeaderProblem)
    assert header.code == code
    assert header.line >= 1
    assert header.message.endswith(".")
    assert "\n" not in header.message


@pytest.mark.parametrize(
    "data",
    [
        b"---\n" + b"\n" * 500_000,
        b"---\n" + b" \t\n" * 300_000 + b"x",
        b"---\n---\n" + b" \n" * 300_000 + b"x",
        b"---" + b" " * 500_000,
        b"---\n" + (b"---" + b"\t" * 999 + b"x\n") * 500,
        b"\n" * 500_000,
    ],
)
def test_adversarial_pages_take_linear_time(data: bytes) -> None:
    # A quadratic search would need hours for these: that it ends at all is the test.
    assert find(Source(data * 4)) is not None


def test_finding_needs_no_yaml_library() -> None:
    code = "import sys; import profile_tui.markup.frontmatter; sys.exit('yaml' in sys.modules)"
    assert run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "header",
    [
        "",
        "title: Ice\ntags: [a, 'b']\nauthor:\n  name: A. Frost\n",
        "# c\n",
        "country: NO\nat: 12:30\nodd: 1,000\nsmall: -.5\nday: 2024-1-1\n",
        "day: 2024-02-30\n",
        "x: !foo 1\n",
        "=: 1\n",
        "a: &k 1\nb: &k 2\n",
        "base: &b {q: 1}\nall:\n  <<: *b\n",
        "title: a\n----\n",
        "title: {{ x }}\n",
        "1: a\nno: b\n2024-01-01: c\n",
        "text: |\n  one\n\n  two\n",
        "broken: [\n",
        "- a\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_second_opinion_agrees_or_does_not_count(header: str, end: str) -> None:
    page = f"---\n{header}---\n\n# News\n".replace("\n", end)
    assert second_opinion(Source(page.encode())) is None
    assert second_opinion(Source(page.replace(f"---{end}{end}#", f"...{end}{end}#").encode())) is None


@pytest.mark.parametrize(
    ("theirs", "complaint"),
    [
        ({"title": "Ice", "tags": ["a"]}, None),
        ({"title": "Snow", "tags": ["a"]}, "title"),
        ({"title": "Ice", "tags": ["b"]}, "tags[0]"),
        ({"title": "Ice", "tags": []}, "tags"),
        ({"title": "Ice", "tags": "a"}, "tags"),
        ({"title": "Ice", "tags": ["a"], "more": 1}, "'more'"),
        ({"title": 5, "tags": ["a"]}, "title"),
    ],
)
def test_the_second_opinion_tells_what_it_reads_otherwise(
    monkeypatch: pytest.MonkeyPatch, theirs: dict[str, object], complaint: str | None
) -> None:
    monkeypatch.setattr("frontmatter.parse", lambda text: (theirs, ""))
    told = second_opinion(Source(b"---\ntitle: 'Ice'\ntags: [a]\n---\n"))
    assert told is None if complaint is None else told is not None and complaint in told


def test_the_span_and_the_body_share_a_bound() -> None:
    header = find(Source(b"---\na: b\n---\n\n\nx"))
    assert header == FrontMatter(Span(0, 15), Span(4, 9), 15)
