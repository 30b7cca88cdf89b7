"""Unresolved merges: what counts as one, and that nothing is written to a file that has one."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.markup.conflict import conflict

BOTH = "<<<<<<< HEAD\n- a\n=======\n- b\n>>>>>>> other\n"
PAGE = "---\npermalink: /\n---\n\n# News\n\n- *2025.03*: A talk.\n"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (BOTH, 0),
        ("- x\n" + BOTH, 4),
        ("<<<<<<< ours\n- a\n||||||| base\n- c\n=======\n- b\n>>>>>>> theirs\n", 0),
        ("- a\n<<<<<<< HEAD\n- b\n", 4),
        ("- a\n=======\n- b\n>>>>>>> 1a2b3c\n", 16),
        ("```\n- a\n" + BOTH, 8),
        ("News\n=======\n\n- a\n", None),
        ("```\n" + BOTH + "```\n", None),
        ("~~~~ text\n" + BOTH + "~~~~\n" + BOTH, 58),
        ("{% highlight text %}\n" + BOTH + "{% endhighlight %}\n", None),
        ("{% raw %}\n" + BOTH + "{% endraw %}\n", None),
        ("    <<<<<<< HEAD\n", None),
        ("A word <<<<<<< HEAD\n", None),
        ("<<<<<<<< eight\n", None),
        (">>>>>>> a quote that was quoted often\n", None),
    ],
)
def test_where_a_conflict_begins(text: str, at: int | None) -> None:
    assert conflict(text) == at


REFUSED = {
    "in the list": {"index.md": PAGE + BOTH},
    "elsewhere on the page": {"index.md": PAGE + "\n# Contact\n\n" + BOTH},
    "in the header": {"index.md": PAGE.replace("---\n\n", "<<<<<<< HEAD\nt: 1\n=======\nt: 2\n>>>>>>> x\n---\n\n")},
    "in the data file that holds the news": {
        "index.md": "---\npermalink: /\n---\n",
        "_data/news.yml": "- date: 2025-03-01\n<<<<<<< HEAD\n  text: A\n=======\n  text: B\n>>>>>>> x\n",
    },
}


@pytest.mark.parametrize("files", REFUSED.values(), ids=REFUSED)
def test_nothing_is_written_to_a_file_with_a_conflict_and_check_tells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str]
) -> None:
    for name, text in {"_config.yml": "title: Ice\n", **files}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    assert run(["news", "add", "--in", str(tmp_path), "--date", "2026-02", "Snow."], lambda _: 9) in (3, 4)
    assert "merge conflict" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == before
    assert run(["check", str(tmp_path)], lambda _: 9) == 1
    assert "unresolved merge conflict" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["_config.yml", "_includes/news.html", "_data/cv.json"])
def test_check_finds_conflicts_in_files_that_are_no_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "_config.yml").write_text("title: Ice\n", "utf-8")
    (tmp_path / "index.md").write_text(PAGE, "utf-8")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("a: 1\n" + BOTH, "utf-8")
    assert run(["check", str(tmp_path)], lambda _: 9) == 1
    assert f"{name}:2" in capsys.readouterr().out
