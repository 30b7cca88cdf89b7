"""Front matter and YAML as Jekyll (Ruby) reads them: the referee decides."""

from __future__ import annotations

import math
import random

import pytest

from profile_tui.markup import frontmatter
from profile_tui.markup.frontmatter import FrontMatter
from profile_tui.markup.yaml.document import Path, YamlDocument, YamlError
from profile_tui.markup.yaml.quote import quote, write_scalar
from profile_tui.markup.yaml.types import read_plain
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source
from profile_tui.text.span import Span, spliced
from support.jekyll_referee import Referee
from support.yaml_headers import Headers
from support.yaml_texts import NASTY, ODD

HOLDERS: dict[str, Path] = {
    "v: x\n": ("v",),
    "v: 'x'\n": ("v",),
    'v: "x" # c\n': ("v",),
    "v:\n": ("v",),
    "v: # c\n": ("v",),
    "v: [x]\n": ("v", 0),
    "m: {v: x, w: y}\n": ("m", "v"),
    "v: |\n  x\n": ("v",),
    "v: >-\n  x\n  y\n": ("v",),
    "v:\n  - x\n": ("v", 0),
}
"""Headers that have a text in one style each, and where it stands."""


def own(value: str) -> tuple[str, object]:
    """What this project takes a scalar for, in Ruby's words."""
    kind = read_plain(value).kind
    names = {"str": "String", "int": "Integer", "float": "Float", "null": "NilClass", "date": "Date", "time": "Time"}
    data = read_plain(value).value
    return names.get(kind, str(data).title() + "Class" if kind == "bool" else kind), data


@pytest.mark.parametrize("value", ODD)
def test_a_plain_scalar_is_typed_as_ruby_types_it(jekyll: Referee, value: str) -> None:
    try:
        data = YamlDocument.read(f"v: {value}\n", Span(0, len(value) + 4)).data
    except YamlError:
        data = None
    if data is None or not isinstance(data, dict) or value[0] in "!&*|>#":
        return  # libyaml itself decides these, in both languages
    reply = jekyll.load_yaml(f"v: {value}\n")
    kind, seen = own(value)
    if kind in ("symbol", "error"):
        assert not reply.ok
        return
    ruby = reply.types["/v"]
    if ruby == "String" and kind == "Time":
        kind = "String"  # a time that the clock has not; text either way
    assert (reply.ok, ruby) == (True, kind)
    assert data["v"] == seen or (isinstance(seen, float) and math.isnan(seen))
    if isinstance(seen, (int, float)) and math.isfinite(seen):
        assert reply.data["v"] == pytest.approx(seen, rel=1e-12)


def test_any_plain_scalar_is_typed_as_ruby_types_it(jekyll: Referee) -> None:
    rng = random.Random(3)
    for _ in range(3000):
        value = "".join(rng.choice("0123456789012_,.:+-eExob~ nyatfrlsu") for _ in range(rng.randint(1, 9)))
        if value.strip() != value or value[0] == "," or " -" in value:
            continue
        try:
            data = YamlDocument.read(f"v: {value}\n", Span(0, len(value) + 4)).data
        except YamlError:
            assert not jekyll.load_yaml(f"v: {value}\n").ok, value
            continue
        if not isinstance(data, dict) or list(data) != ["v"] or isinstance(data["v"], (list, dict)):
            continue
        reply = jekyll.load_yaml(f"v: {value}\n")
        kind, _ = own(value)
        if kind in ("symbol", "error"):
            assert not reply.ok, value
        else:
            assert reply.ok, value
            assert reply.types["/v"] == kind or (reply.types["/v"], kind) == ("String", "Time"), value


@pytest.mark.parametrize("style", ["", "'", '"'])
@pytest.mark.parametrize("flow", [False, True])
def test_every_text_is_quoted_so_that_ruby_reads_that_text(jekyll: Referee, style: str, flow: bool) -> None:
    for value in NASTY:
        written = quote(value, style=style, flow=flow)
        reply = jekyll.load_yaml(f"v: [{written}]\n" if flow else f"v: {written}\nw: 1\n")
        read = reply.data["v"][0] if flow else reply.data["v"]
        kind = reply.types["/v/0"] if flow else reply.types["/v"]
        assert (reply.ok, read, kind) == (True, value, "String"), written


@pytest.mark.parametrize("value", [0, -7, 10**20, 1.5, 1e20, -2.5e-7, 0.1, True, False, None])
def test_numbers_and_words_are_read_by_ruby_as_that(jekyll: Referee, value: float | None) -> None:
    reply = jekyll.load_yaml(f"v: {write_scalar(value)}\n")
    assert reply.ok
    assert reply.data["v"] == value
    assert type(reply.data["v"]) is type(value)


@pytest.mark.parametrize(("holder", "path"), HOLDERS.items())
def test_a_nasty_text_set_into_a_key_is_read_by_ruby_as_that_text(jekyll: Referee, holder: str, path: Path) -> None:
    text = f"a: 1 # one\n{holder}z: '2'\n"
    done = 0
    for value in NASTY:
        document = YamlDocument.read(text, Span(0, len(text)))
        try:
            new = spliced(text, document.set(path, value))
        except Refused:
            continue
        reply = jekyll.load_yaml(new)
        assert reply.ok, new
        read = reply.data
        for step in path:
            read = read[step]
        assert read == value, new
        assert reply.types["/" + "/".join(map(str, path))] == "String", new
        assert (reply.data["a"], reply.data["z"]) == (1, "2")
        done += 1
    assert done >= len(NASTY) - 8


def test_random_headers_are_read_alike_before_and_after_an_edit(jekyll: Referee) -> None:
    edited = 0
    for seed in range(400):
        rng = random.Random(seed)
        text = Headers(rng).header()
        try:
            document = YamlDocument.read(text, Span(0, len(text)))
        except YamlError:
            assert not jekyll.load_yaml(text).ok, text
            continue
        assert (jekyll.load_yaml(text).data or {}) == document.data, text
        fields = [field for field in document.fields() if field.kind not in ("list", "map") and not field.editable]
        if fields:
            path, value = rng.choice(fields).path, rng.choice(NASTY)
            try:
                new = spliced(text, document.set(path, value))
            except Refused:
                continue
            assert jekyll.load_yaml(new).data == YamlDocument.read(new, Span(0, len(new))).data, new
            edited += 1
    assert edited > 250


HEADERS: list[bytes] = [
    b"---\ntitle: A\n---\nx\n",
    b"---\r\ntitle: A\r\n---\r\nx\r\n",
    b"---\n---\nx\n",
    b"---\n---",
    b"---\n\n\n---\n\n\nx\n",
    b"--- \t\ntitle: A\n---  \nx\n",
    b"---\ntitle: A\n...\nx\n",
    b"---\ntitle: A\n----\nx\n---\ny\n",
    b"---\ntitle: A\n--- a\nx\n",
    b"---\ntitle: A\n ---\nx\n",
    b"---\ntitle: |\n  a\n  ---\n  b\n---\nx\n",
    b"----\ntitle: A\n---\nx\n",
    b"\n---\ntitle: A\n---\nx\n",
    b"\xef\xbb\xbf---\ntitle: A\n---\nx\n",
    b"---\rtitle: A\r---\rx\r",
    b"---\ntitle: A\r---\rx\n",
    b"---\r\r\ntitle: A\n---\r\r\nx\n",
    b"---\ntitle: A\nx\n",
    b"---\ntitle: A\n---\n \t\n\n  x\n",
    b"---\ntitle: A\n---\n\r\r\n\rx\n",
    b"---\ntitle: A\n---\n   ",
    b"---\ntitle: A\n---\n\xc2\xa0\nx\n",
    b"---\ntitle: A\n---\xc2\xa0\nx\n",
    b"---\ntitle: A\n---\n---\nx\n",
    b"# News\n\n---\n\n- a\n---\n",
    b"",
    b"---",
    b"---\n",
    b"{\n\"a\": 1\n}\n",
    b"+++\na = 1\n+++\n",
    b"---\x0b\x0c\n---\x0b\nx\n",
    b"---\ntitle: A\n---\n\x0c\nx\n",
]  # fmt: skip


def assert_found_as_jekyll_does(jekyll: Referee, data: bytes) -> None:
    header = frontmatter.find(Source(data))
    reply = jekyll.split(data)
    if reply.stage == "header":
        assert not isinstance(header, FrontMatter), data
        assert header.code in ("no-front-matter", "bom", "blank-first-line", "cr-line-ends", "toml-front-matter"), data
    elif reply.stage == "close":
        assert not isinstance(header, FrontMatter), data
        assert header.code in ("unclosed-front-matter", "cr-line-ends"), data
    else:
        assert isinstance(header, FrontMatter), data
        assert header.yaml.end == len(Source(data[: reply.data["close"]]).text), data
        assert header.body_start == header.span.end == len(Source(data[: reply.data["body"]]).text), data
        assert Source(data).text[header.yaml.start - 1] == "\n"


@pytest.mark.parametrize("data", HEADERS)
def test_front_matter_is_found_where_jekyll_finds_it(jekyll: Referee, data: bytes) -> None:
    assert_found_as_jekyll_does(jekyll, data)


def test_any_front_matter_is_found_where_jekyll_finds_it(jekyll: Referee) -> None:
    rng = random.Random(5)
    pieces = [
        b"---",
        b"...",
        b"----",
        b"\n",
        b"\n",
        b"\n",
        b"\r\n",
        b"\r",
        b" ",
        b"\t",
        b"a: 1",
        b"x",
        b"\x0c",
        b"\n---\n",
    ]
    for _ in range(3000):
        data = b"---\n" * (rng.random() < 0.6) + b"".join(rng.choices(pieces, k=rng.randint(1, 14)))
        assert_found_as_jekyll_does(jekyll, data)
