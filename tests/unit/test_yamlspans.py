"""YAML is read as Jekyll reads it, and its problems and fields are told."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from profile_tui.markup.frontmatter import FrontMatter, find
from profile_tui.markup.yaml.document import YamlDocument, YamlError
from profile_tui.text.source import Source
from profile_tui.text.span import Span

HEADER = """---
layout: about
title: "Ada: on ice"   # shown in the tab
permalink: /
date: 2024-03-01
views: 12
draft: no
empty:
author:
  name: 'A. Frost'
  links:
    - title: Code
      url: https://example.org/a#b
    - title: Data
      url:
tags: [ice, "snow, deep"]
langs:
- en
- fi
bio: |
  One.

  Two.
---
# News
"""


def document(header: str) -> YamlDocument:
    return YamlDocument.read(header, Span(0, len(header)))


def page(text: str) -> YamlDocument:
    header = find(Source(text.encode()))
    assert isinstance(header, FrontMatter)
    return YamlDocument.read(text, header.yaml, first_line=2)


def test_data_are_what_jekyll_reads_and_json_can_hold() -> None:
    data = page(HEADER).data
    assert json.loads(json.dumps(data)) == data
    assert data == {
        "layout": "about",
        "title": "Ada: on ice",
        "permalink": "/",
        "date": "2024-03-01",
        "views": 12,
        "draft": False,
        "empty": None,
        "author": {
            "name": "A. Frost",
            "links": [{"title": "Code", "url": "https://example.org/a#b"}, {"title": "Data", "url": None}],
        },
        "tags": ["ice", "snow, deep"],
        "langs": ["en", "fi"],
        "bio": "One.\n\nTwo.\n",
    }


def test_fields_are_told_in_file_order_with_their_places() -> None:
    fields = page(HEADER).fields()
    assert [(".".join(map(str, field.path)), field.kind, field.line) for field in fields] == [
        ("layout", "text", 2),
        ("title", "text", 3),
        ("permalink", "text", 4),
        ("date", "text", 5),
        ("views", "number", 6),
        ("draft", "bool", 7),
        ("empty", "null", 8),
        ("author.name", "text", 10),
        ("author.links.0.title", "text", 12),
        ("author.links.0.url", "text", 13),
        ("author.links.1.title", "text", 14),
        ("author.links.1.url", "null", 15),
        ("tags", "list", 16),
        ("langs", "list", 18),
        ("bio", "text", 20),
    ]
    assert all(not field.editable for field in fields)
    by_path = {field.path: field.span.of(HEADER) for field in fields}
    assert by_path[("title",)] == '"Ada: on ice"'
    assert by_path[("tags",)] == '[ice, "snow, deep"]'
    assert by_path[("langs",)] == "- en\n- fi"


def test_spans_count_characters_whatever_stands_before() -> None:
    source = Source("---\r\na: '😀é' # 研究\r\nb: x\r\n---\r\n".encode())
    header = find(source)
    assert isinstance(header, FrontMatter)
    fields = YamlDocument.read(source.text, header.yaml, first_line=2).fields()
    assert [(field.span.of(source.text), field.line) for field in fields] == [("'😀é'", 2), ("x", 3)]


@pytest.mark.parametrize("header", ["", "\n", "# only a comment\n\n"])
def test_an_empty_header_is_an_empty_map(header: str) -> None:
    read = document(header)
    assert (read.data, read.fields(), read.problems) == ({}, [], [])


@pytest.mark.parametrize(
    ("header", "code", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3),
        ("x: 1\ncountry: NO\n", "odd-value", 2),
        ("langs: [en, no]\n", "odd-value", 1),
        ("at: 12:30\n", "odd-value", 1),
        ("version: 1.10\n", "odd-value", 1),
        ("n: 1,000\n", "odd-value", 1),
        ("n: 0123\n", "odd-value", 1),
        ("d: 2024-02-30\n", "odd-value", 1),
        ("a: .e+5\n", "fatal-value", 1),
        ("states: {ny: NY, region: ON}\n", "odd-value", 1),
        ("doi: 10.1010\n", "odd-value", 1),
        ("on: push\n", "odd-key", 1),
        ("title: {{ page.title }}\n", "liquid", 1),
        ("a: 1\n--- b\n", "second-document", 1),
    ],
)
def test_what_is_read_otherwise_than_meant_is_a_problem(header: str, code: str, line: int) -> None:
    (problem,) = document(header).problems
    assert (problem.code, problem.line) == (code, line)
    assert "\n" not in problem.message


@pytest.mark.parametrize(
    "header",
    [
        "comments: yes\ndraft: false\nq: ~\n",
        "n: 5\nx: 1.5\ny: -2\nz: 1.0\nw: 0\n",
        "d: 2024-02-29\nt: 2024-01-01 10:00:00 +0100\n",
        "v: '1.10'\nt: \"12:30\"\nc: 'NO'\nl: '{{ x }}'\n",
        "2024: a\n",
        "depth: 0.50\nheight: 1.10\nmoss: Yes\nwet: NO\n",
        "a: :x\nrobots: :all pages\n:b: c\n",
        "answers: [yes, no]\n",
        "share: true\ntitle: a\nshare: true\n",
    ],
)
def test_what_is_meant_as_it_is_read_is_none(header: str) -> None:
    assert document(header).problems == []


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("a: &x 1\nb: *x\n", "anchor"),
        ("b: &x 1\na: *x\n", "alias"),
        ("a: {{ b }}\n", "Liquid"),
        ("a: !!int '5'\n", "tag !!int"),
        ("a: 1\na: 2\n", "twice"),
        ("? [a]\n: b\n", "key"),
        ("<<: {a: 1}\n", "<<"),
        ("l: [a, &x b]\nm: *x\n", "anchor"),
    ],
)
def test_what_cannot_be_edited_says_why(header: str, reason: str) -> None:
    assert any(reason in field.editable for field in document(header).fields())


def test_merges_take_effect_as_in_ruby() -> None:
    read = document("base: &b {a: 1, b: 2}\nx:\n  b: 0\n  <<: *b\n  a: 9\ny:\n  <<: [*b, {a: 7, c: 3}]\n")
    assert read.data["x"] == {"b": 2, "a": 9}
    assert read.data["y"] == {"a": 1, "b": 2, "c": 3}


@pytest.mark.parametrize(
    ("header", "line", "words"),
    [
        ("a: 1\ntitle: Ice: a study\n", 2, "quotes"),
        ("a: {% include x %}\n", 1, "Liquid"),
        ("a: @x\n", 1, "@"),
        ("a:\n\t- b\n", 2, "tab"),
        ("a: 'x\nb: y\nc: z\n", 1, "quotes"),
        ("a: 1\nb: [x,\nc: y\nd: z\n", 2, "closed"),
        ("a: 1\njust words\nb: 2\n", 2, "key: value"),
        ("a: 1\n  b: 2\n", 2, ""),
        ("a: 'x' y\n", 1, ""),
        ("a: *x\n", 1, "alias"),
        ("a: &x [*x]\n", 1, "itself"),
        ("a: 1\nb: c\x07d\n", 2, "U+0007"),
        ("a: 1\nb: caf\udce9\n", 2, "UTF-8"),
        ("a: " + "[" * 200_000, 1, "deep"),
        ("".join("  " * depth + "a:\n" for depth in range(150)), 101, "deep"),
    ],
)
def test_what_is_no_yaml_is_told_in_one_plain_line(header: str, line: int, words: str) -> None:
    text = f"---\n{header}---\n"
    with pytest.raises(YamlError) as caught:
        YamlDocument.read(text, Span(4, len(text) - 4), first_line=2)
    assert caught.value.line == line + 1
    assert words in caught.value.message
    assert "\n" not in caught.value.message


def test_aliases_that_would_fill_the_memory_are_refused() -> None:
    names = "abcdefghij"
    header = "a: &a [" + "x, " * 9 + "x]\n"
    header += "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in pairwise(names))
    with pytest.raises(YamlError, match="expand"):
        document(header)


def test_a_data_file_may_begin_with_its_own_document_mark() -> None:
    assert document("---\n- a\n- b\n").data == ["a", "b"]
    assert document("%YAML 1.1\n---\na: b\n").data == {"a": "b"}
