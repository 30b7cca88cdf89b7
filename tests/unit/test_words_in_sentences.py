"""Sentences in the user's language name fields and kinds as the forms do, and have the colons of that language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import profile_tui
from support.clig import process, sample
from support.command_line import CONFIG, LAYOUT
from support.repositories import build

SOURCE = Path(profile_tui.__path__[0])
CHINESE = {"LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"}
TYPED = {
    "cli/write.py": "the kind is part of a call",
    "cli/jsonl.py": "the field is a key of JSON",
    "app/forms/profile.py": "a field of the profile is called as its key",
    "site/owner/store.py": "a field of the profile is called as its key",
}
"""Files that name what is typed, and why."""
_RAW = re.compile(
    r"\b(?:kind|what|field|needed|entry|section|block|node)\.(?:kind|name)\b(?!\()|^(?:kind|field|field_|guessed\[0\])$"
)
"""What is a name of the code, not of the forms."""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return sample(tmp_path, monkeypatch)


def raw_names(source: str) -> Iterator[tuple[int, str]]:
    """Yield what sentences are given by its name in the code: the line, and the expression."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            for word in node.keywords:
                value = word.value.elt if isinstance(word.value, ast.GeneratorExp) else word.value
                inner = [each.elt for each in ast.walk(value) if isinstance(each, ast.GeneratorExp)]
                for text in map(ast.unparse, (value, *inner)):
                    if _RAW.search(text) and "called(" not in text and "kinds()[" not in text:
                        yield node.lineno, text


def test_no_sentence_is_given_a_name_of_the_code() -> None:
    found = [
        f"{name}:{line}: {text}"
        for path in sorted(SOURCE.rglob("*.py"))
        if (name := path.relative_to(SOURCE).as_posix()) not in TYPED
        for line, text in raw_names(path.read_text("utf-8"))
        if not (name == "content/change/liquid_blocks.py" and text == "block.name")  # a tag of Liquid
        and not (name == "workspace/disk/recovery.py" and text == "entry.name")  # a file
    ]
    assert found == [], "give the field's or the kind's own label"


def test_a_name_of_the_code_is_seen() -> None:
    """The check itself: what it must find, and what it must not."""
    source = (
        "_('no {a}').format(a=field)\n_('no {a}').format(a=', '.join(field.name for field in fields))\n"
        "_('no {a}').format(a=what.name, b=what.called(field.name), c=kinds()[kind].label)\n"
        "_('no {a}').format(a=field.label.lower())\n"
    )
    assert list(raw_names(source)) == [
        (1, "field"),
        (2, "', '.join((field.name for field in fields))"),
        (2, "field.name"),
        (3, "what.name"),
    ]


def test_a_table_without_a_column_names_the_field(tmp_path: Path) -> None:
    page = "---\npermalink: /\n---\n\n## Publications\n\n| Title | Journal |\n|---|---|\n| Moss | Bog News |\n"
    (tmp_path / "index.md").write_text(page)
    words = ["publications", "add", "--in", "index.md", "--title", "Reeds", "--author", "Ada Example", "--venue", "Fen"]
    done = process(*words, cwd=tmp_path, **CHINESE)
    assert (done.returncode, done.stderr) == (
        4,
        "profile-tui: index.md: 这里的行没有作者一列；请编辑本栏目的原文\n",
    )


def test_entries_without_a_place_name_the_field(tmp_path: Path) -> None:
    body = "---\nlayout: default\n---\n\n## Papers\n\n{% for p in site.data.papers %}\n- {{ p.title }}\n{% endfor %}\n"
    root = build(
        tmp_path,
        {
            "_config.yml": CONFIG,
            "_layouts/default.html": LAYOUT,
            "index.md": body,
            "_data/papers.yml": "- title: Slow rivers\n  authors: Ben Sample\n- title: Ice\n  authors: Ben Sample\n",
        },
    )
    words = ["publications", "add", "--title", "Reeds", "--author", "Ada Example", "--venue", "Fen"]
    done = process(*words, cwd=root, **CHINESE)
    assert done.returncode == 4
    assert done.stderr.endswith("这里的条目没有放发表处的地方；请编辑文件原文\n")


def test_a_heading_that_is_none_names_the_kind(site: Path) -> None:
    done = process("publications", "add", "--title", "Reeds", "--section", "Prizes", cwd=site, **CHINESE)
    assert "的论文栏目" in done.stderr
    assert "publications" not in done.stderr


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("news add --date 2026-01 One.", ["_pages/about.md:37: 已添加新闻 1"]),
        (
            "news edit 7 --text Two.",
            ["_pages/about.md:50: 已修改新闻 7：2022-08  Started my PhD at Skarvik University."],
        ),
        ("news move 7 6", ["_pages/about.md:48: 已移动新闻 6：2022-08  Started my PhD at Skarvik University."]),
        ("news remove 7", ["_pages/about.md:50: 已删除新闻 7：2022-08  Started my PhD at Skarvik University."]),
    ],
)
def test_what_was_done_is_reported_with_the_colon_of_the_language(words: str, lines: list[str], site: Path) -> None:
    done = process(*words.split(), cwd=site, **CHINESE)
    assert (done.stdout.splitlines(), done.stderr) == (lines, "")


def test_no_report_in_chinese_has_a_half_width_colon_after_its_words(site: Path) -> None:
    entry = "@article{m, title = {Barns}, author = {Moss, Fay}, journal = {ICE}, year = {2026}, url = {https://example.org}}"
    calls = [
        process("publications", "add", "--bibtex", "-", cwd=site, stdin=entry, **CHINESE),
        process("publications", "add", "--bibtex", "-", cwd=site, stdin=entry, **CHINESE),
        process("publications", "add", "--bibtex", "-", cwd=site, stdin="@misc{a, title = {Rain}}", **CHINESE),
        process("news", "add", "--jsonl", "-", cwd=site, stdin='{"text": "A", "date": "soon"}\n', **CHINESE),
        process("check", "-", cwd=site, stdin="# News\n", **CHINESE),
        process("show", "nothing.md", cwd=site, **CHINESE),
        process("undo", cwd=site, **CHINESE),
        process("history", cwd=site, **CHINESE),
    ]
    printed = "".join(f"{done.stdout}{done.stderr}" for done in calls)
    assert "_pages/about.md:54: 已添加论文 1：Barns\n" in printed
    assert re.search(r"-:1: 错误：", printed)
    assert re.findall(r".*[一-鿿](?: \d+)?: .*", printed) == []


def test_prompts_have_the_colon_of_the_language(site: Path) -> None:
    done = process("news", "edit", "7", "--plain", cwd=site, stdin="\n\n", **CHINESE)
    assert done.stdout.startswith(
        "新闻。按 enter 保留字段，输入 - 再按 enter 清空字段，ctrl+c 停止。\n日期 [2022-08]："
    )
    done = process("news", "add", "--plain", cwd=site, stdin="\n", **CHINESE)
    assert re.search(r"^日期（[^（）]*）：", done.stdout.splitlines()[1])
