"""`check --fix`: what is mended, byte for byte, what is left alone, and what is said of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.page.page import Page
from profile_tui.site.fixes import apply, fixes
from profile_tui.site.repository.locate import Target, locate
from profile_tui.text.source import Source
from profile_tui.workspace.fixing import fix
from profile_tui.workspace.workspace import Workspace
from support.repositories import build, snapshot

HEADER = "---\ntitle: T\n---\n\n"
MENDED = (
    ("bom", "\ufeff---\ntitle: T\n---\n\nIce.\n", "---\ntitle: T\n---\n\nIce.\n"),
    ("bom", "\ufeff---\r\ntitle: T\r\n---\r\nIce.\r\n", "---\r\ntitle: T\r\n---\r\nIce.\r\n"),
    ("blank-first-line", "\n \n---\ntitle: T\n---\nIce.\n", "---\ntitle: T\n---\nIce.\n"),
    ("cr-line-ends", "---\rtitle: T\r---\rIce.\r", "---\ntitle: T\n---\nIce.\n"),
    ("unclosed-front-matter", "---\ntitle: T\nlang: en\n\nIce.\n", "---\ntitle: T\nlang: en\n---\n\nIce.\n"),
    ("unclosed-front-matter", "---\r\ntitle: T\r\n\r\nIce.\r\n", "---\r\ntitle: T\r\n---\r\n\r\nIce.\r\n"),
    ("unclosed-front-matter", "---\ntitle: T", "---\ntitle: T\n---\n"),
    ("mojibake", f"{HEADER}# \uf8ffüî• News\n\n- It‚Äôs ice.\n", f"{HEADER}# 🔥 News\n\n- It’s ice.\n"),
    (
        "mojibake",
        f"{HEADER}Caf√© d‚Äôhiver, ZoÃ« and â€œiceâ€\x9d.\n",
        f"{HEADER}Café d’hiver, Zoë and “ice”.\n",
    ),
    ("mojibake", f"{HEADER}Ã–sterreich, Ä°stanbul\n", f"{HEADER}Österreich, İstanbul\n"),
    ("mojibake", f"{HEADER}æ¹–å†°, Ð»Ñ‘Ð´\n", f"{HEADER}湖冰, лёд\n"),
    (
        "mojibake",
        f"{HEADER}æ¹–å†°ï¼Œé›ªã€‚\n",
        f"{HEADER}湖冰，雪。\n",
    ),
    (
        "mojibake",
        f"{HEADER}èŽ·å¾— SIGIR å¹´ã€‚\n\n1998 å¹´\n",
        f"{HEADER}获得 SIGIR 年。\n\n1998 å¹´\n",
    ),
    ("mojibake", f"{HEADER}ZoÃ« MÃ¼ller – 25 Â°C\n", f"{HEADER}Zoë Müller – 25 °C\n"),
    ("mojibake", "---\ntitle: ZoÃ«\n---\n\nIce.\n", "---\ntitle: Zoë\n---\n\nIce.\n"),
    ("bar-table", f"{HEADER}- Ice | Snow\n- Hail\n", f"{HEADER}- Ice \\| Snow\n- Hail\n"),
    (
        "bar-table",
        f"{HEADER}[A](a) | [B](b) | {{{{ x | upcase }}}}\n",
        f"{HEADER}[A](a) \\| [B](b) \\| {{{{ x | upcase }}}}\n",
    ),
    (
        "latex-command",
        f"{HEADER}I study \\textbf{{ice}}, \\emph{{snow}} and\n\\textit{{cold rooms}}.\n",
        f"{HEADER}I study **ice**, *snow* and\n*cold rooms*.\n",
    ),
    ("latex-command", f"{HEADER}# The \\textbf{{lab}}\n\n- \\textbf{{ice}}\n", f"{HEADER}# The **lab**\n\n- **ice**\n"),
    ("backslash-link", f"{HEADER}[Ice](\\files\\ice_a.pdf)\n", f"{HEADER}[Ice](/files/ice_a.pdf)\n"),
    ("backslash-link", f"{HEADER}[Ice](/files/\\ice.pdf)\n", f"{HEADER}[Ice](/files/ice.pdf)\n"),
    ("backslash-link", f"{HEADER}![Ice](images\\ice.png)\n", f"{HEADER}![Ice](images/ice.png)\n"),
    (
        "swallowed-heading",
        f"{HEADER}- a\n## B\n\n- c\n- d\n# E\n",
        f"{HEADER}- a\n\n## B\n\n- c\n- d\n\n# E\n",
    ),
    ("swallowed-heading", f"{HEADER}- a\r\n## B\r\n", f"{HEADER}- a\r\n\r\n## B\r\n"),
    ("odd-value", "---\nversion: 1.10 # of ice\n---\nIce.\n", '---\nversion: "1.10" # of ice\n---\nIce.\n'),
    (
        "odd-value",
        "---\ntime: 12:30\ncountry: NO\nphone: 0123\ntags: [en, no]\n---\n",
        '---\ntime: "12:30"\ncountry: "NO"\nphone: "0123"\ntags: [en, "no"]\n---\n',
    ),
    ("odd-key", "---\ntitle: T\n2024-01-02: ice\n---\n", '---\ntitle: T\n"2024-01-02": ice\n---\n'),
    ("fatal-value", "---\ntitle: T\nsize: 0x_\n---\n", '---\ntitle: T\nsize: "0x_"\n---\n'),
    ("liquid", "---\ntitle: {{ site.title }}\n---\n", '---\ntitle: "{{ site.title }}"\n---\n'),
    (
        "duplicate-key",
        "---\ntitle: Old\nlang: en\ntitle: New\n---\nIce.\n",
        "---\nlang: en\ntitle: New\n---\nIce.\n",
    ),
    (
        "duplicate-key",
        "---\nintro: |\n  Ice\n  and snow\nlang: en\nintro: Hail\n---\n",
        "---\nlang: en\nintro: Hail\n---\n",
    ),
    ("liquid", f"{HEADER}Write {{{{ and {{% if x.\n", f"{HEADER}Write &#123;{{ and &#123;% if x.\n"),
    ("liquid", f"{HEADER}It is $\\frac{{{{a}}{{b}}$.\n", f"{HEADER}It is $\\frac{{ {{a}}{{b}}$.\n"),
    (
        "liquid-in-maths",
        f"{HEADER}Let $x_{{{{i}}}}$ and $$\\mathbf{{{{y}}}}$$.\n",
        f"{HEADER}Let $x_{{ {{i}}}}$ and $$\\mathbf{{ {{y}}}}$$.\n",
    ),
    (
        "markdown-in-html",
        f"{HEADER}<ul>\n<li>**Ada Example** has [ice](https://example.org/ice).</li>\n</ul>\n",
        f'{HEADER}<ul>\n<li><strong>Ada Example</strong> has <a href="https://example.org/ice">ice</a>.</li>\n</ul>\n',
    ),
    (
        "duplicate-entry",
        f"{HEADER}# News\n\n- *2026.03*: The lab opens.\n- *2026.01*: Snow fell.\n- *2026.03*: The lab opens.\n",
        f"{HEADER}# News\n\n- *2026.03*: The lab opens.\n- *2026.01*: Snow fell.\n",
    ),
    (
        "news-order",
        f"{HEADER}# News\n\n- *2026.03*: A\n- *2025.01*: B\n- *2025.11*: C\n- *2024.06*: D\n",
        f"{HEADER}# News\n\n- *2026.03*: A\n- *2025.11*: C\n- *2025.01*: B\n- *2024.06*: D\n",
    ),
)
LEFT = (
    ("unclosed-front-matter", "---\ntitle: T\n\nlang: en\n\nIce.\n"),
    ("unclosed-front-matter", "---\nIce is cold.\n\nSnow.\n"),
    ("bar-table", f"{HEADER}- `a | b` or c\n- d | `e`\n"),
    ("bar-table", f"{HEADER}| a | b |\n|---|---|\n| c | d |\n"),
    ("latex-command", f"{HEADER}`\\textbf{{a}}`, $\\textbf{{b}}$, $$\\textbf{{c}}$$ and \\\\(\\textbf{{d}}\\\\).\n"),
    ("latex-command", f"{HEADER}```\n\\textbf{{a}}\n```\n\n    \\textbf{{b}}\n\n<p>\\textbf{{c}}</p>\n"),
    ("latex-command", f"{HEADER}\\textbf{{a *b* c}} and \\textbf{{a \\emph{{d}}}}\n"),
    ("odd-value", "---\ndate: 2024-02-30\n---\n"),
    ("odd-value", "---\nversion: &v 1.10\nother: *v\n---\n"),
    ("duplicate-key", "---\ntitle: Old # keep this\ntitle: New\n---\n"),
    ("duplicate-key", "---\nbase: &b {a: 1}\nbase: 2\nother: *b\n---\n"),
    ("liquid", f"{HEADER}`{{{{ a`\n"),
    ("liquid", f"{HEADER}{{% if a %}}\n\nIce.\n"),
    ("liquid-in-maths", f"{HEADER}It costs $5 for {{{{ name }}}} and $6, $x_{{{{ page.size }}}}$, `$x_{{{{i}}}}$`.\n"),
    ("markdown-in-html", f'{HEADER}<pre>**a**</pre>\n\n<div markdown="1">\n**b**\n</div>\n\n**c**\n'),
    ("markdown-in-html", f"{HEADER}<script>\nvar a = '**b**';\n</script>\n\n<!-- **c** -->\n"),
    ("duplicate-entry", f"{HEADER}# News\n\n- *2026.03*: The lab opens.\n- *2026.03*: The *lab* opens.\n"),
    (
        "duplicate-entry",
        f"{HEADER}# Awards\n\n- 2026: Best paper of the conference\n- 2026: Best paper of the conference\n",
    ),
    ("news-order", f"{HEADER}# News\n\n- *2020.03*: I hire.\n- *2026.01*: B\n- *2025.11*: C\n- *2024.06*: D\n"),
    ("news-order", f"{HEADER}# News\n\n- *2024.03*: A\n- *2026.01*: B\n- *2025.11*: C\n- *2026.06*: D\n"),
    ("backslash-link", f"{HEADER}[Ice](https://example.org/a\\b) and [Snow](a\\_b.pdf) and `[c](\\d)`\n"),
)
CLEAN = (
    "Über Eis – „Schnee“ und Käfer. Straße, Größe, Fußweg.",
    "L’été, où l’œuvre naïve s’achève : «déjà vu» – ça va.",
    "El niño comió piñón… ¿qué? ¡Así! «sí»",
    "O coração não dói à noite – é só ilusão.",
    "Zażółć gęślą jaźń – „źdźbło”.",
    "Příliš žluťoučký kůň – „úpěl“.",
    "Größe × Höhe ≤ 3 µm ± 2 °C, §§ 5–7, ½ – ¾ … №№ 1",
    "Лёд и снег — «зима».",
    "Το χιόνι είναι κρύο — «πάγος».",
    "我研究湖冰。「雪」——冬天……",
    "氷と雪を研究しています。「冬」",
    "얼음과 눈을 연구합니다.",
    "Perché…» è così: «È»… e «CAFÉ»… CITÉ” O’Ébène, d’été…",
    "„SPAß“ und “BLÅ”, «AMANHû, “AMANHÔ, «época» — ‘é’… –é—",
    "Let √± be ¬± and ≈√2; «Œuvre» œ’é",
    "‘“Nested”’ — quotes…” and «“both”» – 🔥🎉 👩‍🔬 ✨",
)


def page(text: str) -> Page:
    return Page(Source(text.encode("utf-8", "surrogateescape")))


def target(folder: Path) -> Target:
    return Target(folder / "about.md", "about.md")


@pytest.mark.parametrize(("code", "before", "after"), MENDED)
def test_what_can_be_mended_is(tmp_path: Path, code: str, before: str, after: str) -> None:
    assert apply(fixes()[code], page(before), target(tmp_path)).source.data == after.encode()


@pytest.mark.parametrize(("code", "text"), LEFT)
def test_what_cannot_be_told_is_left_alone(tmp_path: Path, code: str, text: str) -> None:
    before = page(text)
    assert apply(fixes()[code], before, target(tmp_path)) is before


@pytest.mark.parametrize("text", CLEAN)
def test_text_in_no_language_is_taken_for_mojibake(tmp_path: Path, text: str) -> None:
    (tmp_path / "about.md").write_text(f"{HEADER}{text}\n", "utf-8")
    assert run(["check", str(tmp_path / "about.md"), "--fix", "mojibake"], lambda path: 99) == 0
    assert (tmp_path / "about.md").read_text("utf-8") == f"{HEADER}{text}\n"


SITE = {
    "_config.yml": "title: x\ninclude: [_pages]\n",
    "_pages/about.md": (
        "---\npermalink: /\ntitle: A\n---\n\n# \uf8ffüî• News\n\n- *2026.01*: Ice | Snow\n- *2025.01*: Hail.\n"
    ),
    "_pages/cv.md": "\ufeff---\npermalink: /cv/\ntitle: B\n---\n\nCV of ZoÃ«.\n",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(build(tmp_path, SITE))
    return tmp_path


def test_a_whole_site_is_mended(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--fix"], lambda path: 99) == 0
    assert capsys.readouterr().out.splitlines() == [
        "_pages/about.md:8: fixed: Escape the bars that make a table [bar-table]",
        "_pages/about.md:6: fixed: Repair text that was read in the wrong encoding [mojibake]",
        "_pages/cv.md:1: fixed: Remove the byte order mark [bom]",
        "_pages/cv.md:6: fixed: Repair text that was read in the wrong encoding [mojibake]",
    ]
    assert snapshot(site) == {
        "_config.yml": SITE["_config.yml"].encode(),
        "_pages/about.md": SITE["_pages/about.md"].replace("\uf8ffüî•", "🔥").replace(" | ", " \\| ").encode(),
        "_pages/cv.md": b"---\npermalink: /cv/\ntitle: B\n---\n\nCV of Zo\xc3\xab.\n",
    }
    assert run(["check"], lambda path: 99) == 0
    assert capsys.readouterr().out == ""


def test_only_the_named_codes_are_mended(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--fix", "bom", "bar-table"], lambda path: 99) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.rpartition(" [")[2] for line in lines] == ["bar-table]", "bom]", "mojibake]", "mojibake]"]
    assert "\uf8ffüî•" in (site / "_pages/about.md").read_text("utf-8")


def test_a_dry_run_is_a_diff(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot(site)
    assert run(["check", "--fix", "mojibake", "--dry-run"], lambda path: 99) == 1
    assert capsys.readouterr().out == (
        "--- a/_pages/about.md\n+++ b/_pages/about.md\n@@ -3,7 +3,7 @@\n title: A\n ---\n \n"
        "-# \uf8ffüî• News\n+# 🔥 News\n"
        " \n - *2026.01*: Ice | Snow\n - *2025.01*: Hail.\n"
        "--- a/_pages/cv.md\n+++ b/_pages/cv.md\n@@ -3,4 +3,4 @@\n title: B\n ---\n \n-CV of ZoÃ«.\n+CV of Zoë.\n"
    )
    assert snapshot(site) == before


def test_what_was_fixed_as_an_object(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--fix", "--json"], lambda path: 99) == 0
    given = json.loads(capsys.readouterr().out)
    assert list(given) == ["path", "fixed", "files", "problems"]
    assert [(one["path"], one["line"], one["code"]) for one in given["fixed"]] == [
        ("_pages/about.md", 8, "bar-table"),
        ("_pages/about.md", 6, "mojibake"),
        ("_pages/cv.md", 1, "bom"),
        ("_pages/cv.md", 6, "mojibake"),
    ]
    assert given["files"] == ["_pages/about.md", "_pages/cv.md"]
    assert given["problems"] == []


def test_a_fix_is_a_step_that_can_be_undone(site: Path) -> None:
    workspace = Workspace(locate(site / "_pages" / "cv.md"))
    before = workspace.page.data
    from profile_tui.site.page_problems import problems

    fixed, complaints = fix(workspace, problems(workspace.page.page, workspace.target))
    assert [problem.code for problem in fixed] == ["bom", "mojibake"]
    assert complaints == []
    assert workspace.undo() == "Repair text that was read in the wrong encoding"
    assert workspace.undo() == "Remove the byte order mark"
    assert workspace.page.data == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "--fix", "mojibak"], "there is no fix for 'mojibak'; did you mean mojibake?"),
        (
            ["check", "--fix", "two-homes"],
            "there is no fix for 'two-homes'; these can be fixed: ",
        ),
        (["check", "--dry-run"], "--dry-run goes with --fix: check alone writes nothing"),
    ],
)
def test_a_code_without_a_fix_is_told(
    site: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(site)
    assert run(words, lambda path: 99) == 2
    assert said in capsys.readouterr().err
    assert snapshot(site) == before


def test_a_file_with_other_capitals_is_named_as_it_is(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "files").mkdir()
    (site / "files/Ice-2026.PDF").touch()
    page = site / "_pages/about.md"
    text = "---\npermalink: /\ntitle: A\n---\n\n[Ice]({}) [Snow](/files/snow.pdf) [I]({}#p)\n"
    page.write_text(text, "utf-8")
    assert run(["check", "_pages/about.md", "--fix", "broken-link"], lambda path: 99) == 0
    assert page.read_text("utf-8") == text.replace("ice-2026.pdf", "Ice-2026.PDF").replace(
        "ice-2026.PDF", "Ice-2026.PDF"
    )
    assert "The file /files/snow.pdf is not in the repository" in capsys.readouterr().out


def test_what_is_left_is_told_where_lines_came_before_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "about.md").write_text(f"{HEADER}- a\n## B\n\n- a | b\n- `c | d`\n", "utf-8")
    assert run(["check", str(tmp_path / "about.md"), "--fix"], lambda path: 99) == 0
    lines = [line.partition("about.md:")[2] for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == "8: fixed: Escape the bars that make a table [bar-table]"
    assert lines[1] == "6: fixed: Put a blank line before the heading [swallowed-heading]"


CONFIG = """title: Lake
author:
  name: Ada
  orcid: A-1 # of the old lab
  bluesky: ada.example
  orcid: A-2
  fax: # none
  fax: # none
  bluesky: lake.example
opens: 12:30
icon: {{ ice }}
"""
"""Of two equal keys, one has a comment, and stays."""
LIST = "- place: A\n  text: Ice.\n  version: 1.10\n  text: Snow.\n- text: Hail.\n  date: 2024-02-30\n"


def test_what_is_read_otherwise_in_the_configuration_and_in_data_files_is_fixed_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path, {"_config.yml": CONFIG, "_data/talks.yml": LIST, "index.md": "---\npermalink: /\n---\nIce.\n"})
    assert run(["check", str(tmp_path), "--fix"], lambda path: 99) == 0
    assert (tmp_path / "_config.yml").read_text() == CONFIG.replace("  bluesky: ada.example\n", "").replace(
        "  fax: # none\n", "", 1
    ).replace("12:30", '"12:30"').replace("{{ ice }}", '"{{ ice }}"')
    assert (tmp_path / "_data/talks.yml").read_text() == LIST.replace("text: Ice.\n  ", "").replace("1.10", '"1.10"')
    told = capsys.readouterr().out.splitlines()
    assert [line.rpartition(" ")[0] for line in told if ": fixed: " not in line] == [
        "_config.yml:5: warning: The key orcid is on line 4 already; Jekyll takes the last.",
        "_data/talks.yml:5: warning: The calendar has no day 2024-02-30.",
    ]
    assert [line.partition(": fixed")[0] for line in told if ": fixed: " in line] == [
        "_config.yml:8",
        "_config.yml:9",
        "_config.yml:11",
        "_config.yml:10",
        "_data/talks.yml:4",
        "_data/talks.yml:3",
    ]


def test_a_path_may_follow_the_codes(site: Path) -> None:
    assert run(["check", "--fix", "bom", "_pages/cv.md"], lambda path: 99) == 0
    assert not (site / "_pages/cv.md").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "\uf8ffüî•" in (site / "_pages/about.md").read_text("utf-8")


WINDOWS = "---\ntitle: Zoë\n---\n\nIt’s “ice” – für Zoë.\n"


@pytest.mark.parametrize(
    ("data", "words", "after"),
    [
        (WINDOWS.encode("cp1252"), ["--fix"], WINDOWS),
        (WINDOWS.encode("utf-16"), ["--fix"], WINDOWS),
        (WINDOWS.replace("Zoë", "René à Genève").encode("cp1252"), ["--fix", "not-utf8"], "René à Genève"),
    ],
)
def test_a_file_in_another_encoding_is_converted(
    tmp_path: Path, data: bytes, words: list[str], after: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "about.md"
    path.write_bytes(data)
    assert run(["check", str(path), *words, "--dry-run"], lambda path: 99) == 1
    assert path.read_bytes() == data
    assert capsys.readouterr().out.startswith("Binary files" if b"\0" in data else "--- a/")
    assert run(["check", str(path), *words], lambda path: 99) == 0
    assert path.read_text("utf-8") == WINDOWS.replace("Zoë", after if after != WINDOWS else "Zoë")
    assert run(["undo", "--in", str(path)], lambda path: 99) == 0
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            "---\ntitle: T\n---\n\nLuká\xe8 mě\n".encode("latin-1", "replace") + b"\x9d\x81", id="not Windows"
        ),
        pytest.param("Лёд и снег.\n".encode("koi8-r"), id="Russian"),
        pytest.param("湖冰与雪。\n".encode("gbk"), id="Chinese"),
        pytest.param("Zażółć gęślą jaźń.\n".encode("iso8859-2"), id="Polish"),
        pytest.param("It’s a café.\n".encode("mac_roman"), id="Mac"),
        pytest.param("à Genève".encode("cp1252"), id="not asked for"),
        pytest.param("Zoë".encode() + "Zoë".encode("cp1252"), id="two encodings"),
        pytest.param(b"\xff\xfe\x00", id="half a character"),
    ],
)
def test_what_encoding_cannot_be_told_is_left_alone(
    tmp_path: Path, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "about.md"
    path.write_bytes(b"---\ntitle: T\n---\n\n" + data if not data.startswith(b"\xff") else data)
    before = path.read_bytes()
    assert run(["check", str(path), "--fix"], lambda path: 99) == 3
    assert path.read_bytes() == before


STUDENT = """---
permalink: /
title: "About Me"
redirect_from: 
  - /about/
---
<meta name="site-verification" content="0" />

I study **small lakes**. I also care about topics such as \\textbf{frost} and \\textbf{thaw} in cold rooms.

News
======
- [2026. 9] One Paper Accepted by ICE 2026.
- [2026. 7] Start my visit at Hill College.

Selected Papers
======

- **Counting Ice in Spring**  
  **Ada Example**, Ben Sample.  
  *preprint, 2025.*
  [\\[PDF\\]](\\files\\ice_v2.pdf)
"""  # noqa: W291 - as people write it
STUDENT_DIFF = [
    "-I study **small lakes**. I also care about topics such as \\textbf{frost} and \\textbf{thaw} in cold rooms.",
    "+I study **small lakes**. I also care about topics such as **frost** and **thaw** in cold rooms.",
    "-  [\\[PDF\\]](\\files\\ice_v2.pdf)",
    "+  [\\[PDF\\]](/files/ice_v2.pdf)",
]
MAC = """---
permalink: /
---

I am a second-year student. I have a Master‚Äôs Degree, and before that a Bachelor‚Äôs Degree. 

# \uf8ffüî• News

- *2026.11*: The lake froze.

# \uf8ffüìù Publications

[Counting Ice in Spring](https://example.org/ice)

**Ada Example** \\[**ICE 2026**\\]

# \uf8ffüìñ Educations
- *2023.09 - now*, PhD student, Hill College. 
"""  # noqa: W291
MAC_DIFF = [
    "-I am a second-year student. I have a Master‚Äôs Degree, and before that a Bachelor‚Äôs Degree. ",
    "+I am a second-year student. I have a Master’s Degree, and before that a Bachelor’s Degree. ",
    "-# \uf8ffüî• News",
    "+# 🔥 News",
    "-# \uf8ffüìù Publications",
    "+# 📝 Publications",
    "-# \uf8ffüìñ Educations",
    "+# 📖 Educations",
]
SOON = "---\npermalink: /\n---\n\nSelected publications\n======\nComing soon!\n\n\n\n"
WHOLE = """---
permalink: /
excerpt: "About me"
---
Hello! I am Ada Example. Here is my [CV](https://example.org/cv.pdf).

1. *Large.* I count lakes.
2. *Small.* I count ponds.

## Recent News

* **Sep, 2026** 2 papers ([Ice](https://example.org/a), [(Un)frozen Lakes](https://example.org/b)) accepted at ICE 2026!
* **Sep, 2026** Receive a silver medal (Top 4 of the hill).
* **Dec, 2025** New preprint on ice!
"""


@pytest.mark.parametrize(
    ("text", "codes", "changed"),
    [
        pytest.param(
            STUDENT, ["backslash-link", "latex-command", "latex-command"], STUDENT_DIFF, id="LaTeX and Windows"
        ),
        pytest.param(MAC, ["mojibake"] * 4, MAC_DIFF, id="UTF-8 read as Mac Roman"),
        pytest.param(SOON, ["placeholder"], [], id="a placeholder, which is for its owner to fill"),
        pytest.param(WHOLE, [], [], id="nothing wrong"),
    ],
)
def test_each_fault_of_a_page_is_found_and_its_fix_is_the_expected_diff(
    tmp_path: Path, text: str, codes: list[str], changed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "about.md"
    path.write_bytes(text.encode())
    run(["check", str(path), "--json"], lambda path: 99)
    assert sorted(one["code"] for one in json.loads(capsys.readouterr().out)["problems"]) == codes
    assert run(["check", str(path), "--fix", "--dry-run"], lambda path: 99) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line[:1] in "+-" and not line.startswith(("--- a/", "+++ b/"))] == changed


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("# News\n\n- *2026.03*: A\n- *2026.01*: B\n- *2025*: C\n- *2024.06*: D\n- *2024.01*: E\n", ["missing-month"]),
        ("# News\n\n- *2026.03*: A\n- *2026*: B\n- *2025*: C\n- *2024.06*: D\n- *2024.01*: E\n", []),
        ("# News\n\n- *2026.03*: A\n- *2025*: B\n", []),
        ("See [the paper]() and ![a lake]().\n", ["empty-link", "empty-link"]),
        ("See `[the paper]()` and [ice](https://example.org/()) and [snow](#snow).\n\n# Snow\n", []),
        ("# News\n\n- *2026.03*: The lab opens.\n- *2026.03*: The *lab* opens!\n", ["duplicate-entry"]),
    ],
)
def test_what_is_found_but_for_people_to_mend(
    tmp_path: Path, body: str, found: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "about.md").write_text(HEADER + body, "utf-8")
    run(["check", str(tmp_path / "about.md"), "--json"], lambda path: 99)
    assert [one["code"] for one in json.loads(capsys.readouterr().out)["problems"]] == found
