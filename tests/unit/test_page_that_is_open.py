"""A page that is open is listed once; a page that cannot be read keeps nobody from the rest of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.cli.main import run

HOME = "---\ntitle: Ada Example\n---\n\nI read lakes.\n"
PAPERS = (
    "---\ntitle: Publications\n---\n\n"
    "- Ada Example, Ben Sample. Reading small lakes. *ICE*, 2026.\n"
    "- Ben Sample, Ada Example. Ice in spring. *SNOW*, 2025.\n"
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with a page of publications."""
    (tmp_path / "_config.yml").write_text("title: Ada Example\n", encoding="utf-8")
    (tmp_path / "index.md").write_text(HOME, encoding="utf-8")
    (tmp_path / "publications.md").write_text(PAPERS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*words: str) -> int:
    """Runs a command."""
    return run(list(words), lambda _: 0)


def test_the_entries_of_the_page_that_is_open_are_listed_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert site.is_dir()
    assert _run("show", "publications.md", "--json") == 0
    assert capsys.readouterr().out.count('"Reading small lakes"') == 1
    assert _run("show", "--json") == 0
    assert capsys.readouterr().out.count('"Reading small lakes"') == 1


def test_an_addition_to_the_page_that_is_open_is_not_taken_for_its_own_copy(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--title", "Deep lakes", "--author", "Ada Example", "--venue", "ICE", "--year", "2026", "--no-input"]
    assert _run("publications", "add", *words, "--in", "publications.md") == 0
    assert "same paper" not in capsys.readouterr().err
    assert "\n- Ada Example. Deep lakes. *ICE*, 2026.\n" in (site / "publications.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["notes.md", "teaching.md"])
def test_a_page_with_a_zero_byte_keeps_nobody_from_the_others(
    site: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / name).write_bytes(f"---\ntitle: {name[:-3]}\n---\n\n# Teaching\n\n- 2026: Ice\0 and snow\n".encode())
    assert _run("show") == 0
    assert "Reading small lakes" in capsys.readouterr().out
    assert _run("publications", "edit", "1", "--year", "2027", "--no-input") == 0
    assert "*ICE*, 2027." in (site / "publications.md").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_told_and_not_added_to(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "publications.md").write_bytes(PAPERS.replace("spring", "spr\0ing").encode())
    assert _run("show") == 0
    assert "publications.md:6: error: The whole file is left out" in capsys.readouterr().out
    assert _run("publications", "add", "--title", "Deep lakes", "--author", "Ada Example", "--no-input") == 3
    assert "zero byte" in capsys.readouterr().err
    assert (site / "index.md").read_text(encoding="utf-8") == HOME


def test_markdown_that_a_page_of_html_sends_through_markdownify_is_read_as_markdown(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "_includes").mkdir()
    (site / "_includes" / "papers.md").write_text(
        "[**How lakes freeze**](/ice.pdf) (ICE 2026)<br /> **Ada Example**, Ben Sample\n\n"
        "[**How lakes melt**](/melt.pdf) (ICE 2025)<br /> Ben Sample, **Ada Example**\n",
        encoding="utf-8",
    )
    (site / "publications.html").write_text(
        "---\n---\n<div>\n<h1>Publications</h1>\n"
        "{% capture papers %}{% include papers.md %}{% endcapture %}\n{{ papers | markdownify }}\n</div>\n",
        encoding="utf-8",
    )
    assert _run("show", "publications.html", "--json") == 0
    assert '"title": "How lakes freeze"' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("venue", "heading"), [("Lakes and Rivers", "### Published papers"), ("arXiv", "### Preprints")]
)
def test_a_paper_with_a_venue_does_not_go_among_the_preprints(site: Path, venue: str, heading: str) -> None:
    (site / "publications.md").write_text(
        "---\ntitle: Publications\n---\n\n### Preprints\n\n- Ada Example, Ben Sample. _Small lakes_. arXiv, 2026.\n\n"
        "### Published papers\n\n- Ada Example, Ben Sample. _Ice in spring_. Journal of Snow, 2025.\n",
        encoding="utf-8",
    )
    words = ["--title", "Deep lakes", "--author", "Ada Example", "--venue", venue, "--year", "2026", "--no-input"]
    assert _run("publications", "add", *words, "--in", "publications.md") == 0
    text = (site / "publications.md").read_text(encoding="utf-8")
    assert text[text.index(heading) :].startswith(f"{heading}\n\n- Ada Example. _Deep lakes_. {venue}, 2026.")
