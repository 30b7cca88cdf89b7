"""The block tree beside kramdown's own, over invented pages and over random mixes of lines."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from profile_tui.markup.blocks import Block, blocks, lists, walk

SCRIPT = Path(__file__).parents[1] / "support" / "kramdown_blocks.rb"
NAMES = {
    "heading": "header",
    "paragraph": "p",
    "item": "li",
    "html": "html_element",
    "comment": "xml_comment",
    "code": "codeblock",
    "rule": "hr",
    "quote": "blockquote",
}
COMPARED = {*NAMES.values(), "ul", "ol", "dl", "dd", "table", "math"}
Row = tuple[Any, ...]

# kramdown counts the lines in such an item from its first line, although that holds no text: one too few.
MISCOUNTED = re.compile(r"([-*+:]|\d+\.)[ \t]+(\{:[^}]*\}.*)?$", re.M)

PAGES = [
    "# Hello\n\nTides.\nAnd salt.\n\n## News\n\n- **2024** A talk.\n- **2023** A paper,\n  with a second line.\n\n"
    "- loose\n\n  and more\n\n## Papers\n\n1. One\n2. Two\n   - nested\n\n     text\n3. Three\n",
    "News\n====\n\n* one\n+ two\n- three\n\nOld\n---\n\n2024. year\n2023. year\n\n***\n\n> quoted\nlazily\n> - item\n",
    '<div class="row">\n\n# hidden\n\n<div markdown="1">\n# shown\n\n- item\n</div>\n\n</div>\n\n# after\n',
    '<section markdown="1">\ntext\n\n<p markdown="span">*a*</p>\n</section>\n<br>\n# next\n<img src="a.png">\n- x\n',
    "a | b\n--- | ---\nc | d\n\n- x | y\n- `x | y`\n- <code>x | y</code>\n- <b>x | y</b>\n\ntext | more\nno bar\n",
    "```python\n# no heading\n```\n\n~~~\n- no item\n~~~~\n\n```\nnever closed\n\n# heading\n\n`````\nx\n```\n",
    "- a\n\n      code\n\n- b\n# in b\n- c\n---\n- d\n{: .mark}\n- e\n^\n- f\n<div>x</div>\n- g\n",
    "term\n: definition\n\n  more\n\nother\n\n: loose\n: - list\n\nend\n",
    "$$\nx^2\n$$\n\n$$ y $$ text\n\n[a]: http://x.org 'A'\n[b]: <http://example.org>\n  \"B\"\n*[HTML]: language\n"
    "[^1]: note\n    goes on\n\ntext[^1]\n{: #id}\n\n{::comment}\n# no\n{:/}\n\n{::options x='y' /}\n# yes\n",
    "<!-- one\n- two\n-->\n\n- three\n<!-- in three -->\n- four\n<!--\n- live\n-->\n",
    "{% for n in site.news %}\n- {{ n }}\n{% endfor %}\n\n{% include x.md %}\n# H {#own-id}\n### T ###\n",
    'text\n<div\nnot an element\n\n<details markdown="1"><summary>s</summary>\n\n- in\n\n</details>\n\n- out\n',
    "-\ttab\n\n\tin\n\n \t\n- b\n\t- c\n    - d\n\n\n\n  e\n\n f\n",
    "1. a\n\n   ```\n   code\n   ```\n\n   > quote\n   > # heading\n\n2. b\n   {: .c}\n10. c\n\n    text\n",
]

ATOMS = [
    *("", "", "", "a", "b c", "text of two words", "**bold** x", "[link](http://x.y)", "[l|m](u)", "`code`", "`a|b`"),
    *("a | b", "|x|y|", "|---|---|", "--- | ---", "| = | = |", "| a", "a \\| b", "text  ", "text\\", "Übung", "日本語"),
    *("# H", "## H2 {#id}", "### H3 ###", "#nohead", "#", "# ", "=", "===", "---", "--", "-", "***", "* * *", "___"),
    *("- a", "- b", "* c", "+ d", "- ", "-  two", "-   three", "-    four", "-\ttab", "- - nested", "- # h", "- 1. x"),
    *("- > q", "- a | b", "- {: .c}", "- {: .c} text", "-|x", "1. one", "2. two", "10. ten", "2024. year", "1) par"),
    *("1.", "1. ", "- <div>", "- ```", "- [x]: u", "-\u00a0no", "• no", "term", ": def", ":   def2"),
    *("> quote", "> - ql", ">> qq", "> # qh", ">", "```", "```py", "``` a b", "~~~", "````", "<div>", "</div>"),
    *('<div markdown="1">', '<div markdown="1">x</div>', '<div class="a">x</div>', "<p>", "</p>", "<p>para</p>"),
    *('<p markdown="1">', "<br>", "<br/>", "<hr>", "<span>s</span>", "<b>x", "</b>", '<a href="u">l</a>'),
    *('<font color="red">x</font> y', '<section markdown="block">', "</section>", "<script>", "</script>"),
    *("<!-- c -->", "<!-- c --> t", "<!--", "-->", " <!-- i -->", '<img src="x.png" alt="y">', "<h1>t</h1>"),
    *("<table><tr><td>x</td></tr></table>", '<details markdown="1"><summary>s</summary>', "</details>", "<Foo>"),
    *("</Foo>", "<http://auto.link>", "{: .x}", "{: #id}", "{:ref: .x}", "{::comment}", "{:/comment}", "{:/}"),
    *("{::nomarkdown}", '{::options x="y" /}', "{% include x.md %}", "{{ x }}", "{% for a in b %}", "^", "^ a"),
    *("$$", "$$ x $$", "$$ x $$ y", "$$ x", "\\$$ x $$", "[x]: http://a.b", '[x]: u "t"', '[x]: u "t', '  "title"'),
    *("[^1]: foot", "    note", "[^1]", "*[AB]: abbr"),
]
INDENTS = ["", "", "", " ", "  ", "   ", "    ", "\t", "      ", "        ", "> ", "- ", "1. ", "   - ", "  > ", ": "]


class Referee:
    """kramdown, which answers with the block tree of each text it is sent."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["ruby", str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def tree(self, text: str) -> list[dict[str, Any]] | None:
        """The blocks that kramdown finds; None where it fails."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"src": text}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return answer["blocks"] if answer["ok"] else None

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def referee() -> Iterator[Referee]:
    if not shutil.which("ruby"):
        pytest.skip("ruby is not installed")
    probe = subprocess.run(["ruby", "-rkramdown", "-rkramdown-parser-gfm", "-e", ""], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip("kramdown and kramdown-parser-gfm are not installed")
    found = Referee()
    yield found
    found.close()


def theirs(tree: list[dict[str, Any]]) -> list[Row]:
    """kramdown's tree in the terms of `ours`: of raw content only the elements that are read as Markdown."""
    rows: list[Row] = []
    above: list[tuple[int, int, bool]] = []  # depth there, depth of children here, whether raw
    for block in tree:
        kind, depth = block["type"], block["depth"]
        while above and above[-1][0] >= depth:
            above.pop()
        _, shown, in_raw = above[-1] if above else (0, 0, False)
        raw = bool(block.get("raw"))
        if kind not in COMPARED or (in_raw and (raw or kind != "html_element")):
            above.append((depth, shown, in_raw))
            continue
        more: Row = ()
        if kind == "header":
            more = (block["level"],)
        elif kind == "html_element":
            more = (block["tag"].lower(), raw)
        elif kind == "p" and rows and rows[-1][:2] == ("li", shown - 1):
            more = (not block.get("tight"),)
        rows.append((kind, shown, *more, block["line"]))
        above.append((depth, shown + 1, raw))
    return rows


def ours(text: str) -> list[Row]:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    rows: list[Row] = []
    item: Block | None = None
    for depth, block in walk(blocks(text)):
        kind = NAMES.get(block.kind, block.kind)
        if kind in COMPARED:
            more: Row = ()
            if kind == "header":
                more = (block.level,)
            elif kind == "html_element":
                more = (block.tag, not block.markdown)
            elif kind == "p" and rows and rows[-1][:2] == ("li", depth - 1):
                more = (item.loose if item else True,)
            rows.append((kind, depth, *more, bisect_right(starts, block.span.start)))
        if block.kind not in ("ial", "definition"):  # they show nothing
            item = block if block.kind == "item" else None
    return rows


def comparable(rows: list[Row], text: str) -> list[Row]:
    return [row[:-1] for row in rows] if MISCOUNTED.search(text) else rows


@pytest.fixture(params=[0, lists.SHORT], ids=["by-pattern", "by-line"], autouse=True)
def short(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut lists by a pattern for many lines, as in long texts, and line by line, as in short ones."""
    monkeypatch.setattr(lists, "SHORT", request.param)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_kramdowns_block_tree(referee: Referee, page: str) -> None:
    tree = referee.tree(page)
    assert tree is not None
    assert ours(page) == theirs(tree)


def random_text(rng: random.Random) -> str:
    lines = rng.sample(ATOMS, rng.randint(2, 9)) + [""] * rng.randint(1, 3)
    indents = rng.sample(INDENTS, rng.randint(1, 4)) if rng.random() < 0.5 else [""]
    text = "\n".join(line and rng.choice(indents) + line for line in rng.choices(lines, k=rng.randint(1, 12)))
    return text + "\n" * rng.randint(0, 2)


def test_random_mixes_of_lines_have_kramdowns_block_tree(referee: Referee) -> None:
    rng = random.Random(20)
    seen, wrong = 0, []
    for _ in range(4000):
        text = random_text(rng)
        tree = referee.tree(text)
        if tree is None:
            continue
        seen += 1
        if comparable(ours(text), text) != comparable(theirs(tree), text):
            wrong.append(text)
    assert seen > 3900
    assert len(wrong) <= seen * 0.002, wrong[:5]
