"""Links of publications: what is set is the link of its label, where it is; all others stay as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.cli.main import run
from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Link, Values, links_in
from profile_tui.content.page.page import Page
from profile_tui.content.publications.set_links import set_links
from profile_tui.text.errors import Refused, UsageError
from profile_tui.text.source import Source

NEW: Values = {
    "title": "Quiet wells",
    "authors": (Author("Ada Moss"), Author("Cy Reed")),
    "venue": "FenConf",
    "year": 2026,
}
PAPER, PDF = Link("paper", "https://n.example.org/p"), Link("PDF", "https://n.example.org/p.pdf")
CODE, SLIDES = Link("Code", "https://n.example.org/c"), Link("Slides", "https://n.example.org/s")
DOI = Link("DOI", "https://doi.org/10.5555/new")
HEAD = "- **Small rain over wells**. Ada Moss, Ben Inn. *Fen Review*, 2019. "
BESIDE = "- **Wide fog and its uses**. Ada Moss, Cy Reed. *Lake Papers*, 2018. "
LINKED = "- [Small rain over wells](/1). Ada Moss, Ben Inn. *Fen Review*, 2019. "
LINKED_BESIDE = "- [Wide fog and its uses](/2). Ada Moss, Cy Reed. *Lake Papers*, 2018. "


def page(listed: str) -> Page:
    return Page(Source(f"# Publications\n\n{listed.strip()}\n".encode()))


def relinked(listed: str, *named: Link) -> str:
    """A list after some links of its first entry were set."""
    before = page(listed)
    links = set_links(links_in(before.entries("publications")[0].values), named)
    after = edit.change(before, "publications", 1, {"links": links}).page.text
    return after.removeprefix("# Publications\n\n").rstrip("\n")


def added(listed: str, *links: Link) -> str:
    """The first line of a list to which a paper was added."""
    return edit.add(page(listed), "publications", {**NEW, "links": links}).page.text.splitlines()[2].rstrip()


@pytest.mark.parametrize(
    ("links", "named", "written"),
    [
        # the address of the link of that label, whatever is around it
        ("[PDF](/1.pdf) / [Code](/1)", CODE, "[PDF](/1.pdf) / [Code](https://n.example.org/c)"),
        ("[[pdf](/1.pdf)] [[code](/1)]", CODE, "[[pdf](/1.pdf)] [[code](https://n.example.org/c)]"),
        ("([pdf](/1.pdf), [code](/1))", PDF, "([pdf](https://n.example.org/p.pdf), [code](/1))"),
        ("[[pdf](/1.pdf)&#124;[code](/1)]", CODE, "[[pdf](/1.pdf)&#124;[code](https://n.example.org/c)]"),
        ("[PDF][p] [Code](/1)", PDF, "[PDF](https://n.example.org/p.pdf) [Code](/1)"),
        ("[PDF]() [Code](/1)", PDF, "[PDF](https://n.example.org/p.pdf) [Code](/1)"),
        ("[PDF](/1.pdf){:.btn} [Code](/1){:.cd}", CODE, "[PDF](/1.pdf){:.btn} [Code](https://n.example.org/c){:.cd}"),
        ("[PDF]({{ '/1.pdf' | relative_url }}) [Code](/1)", CODE, "[PDF]({{ '/1.pdf' | relative_url }}) [Code](https://n.example.org/c)"),
        # one more goes behind the others, with what is between them
        ("[PDF](/1.pdf) / [Code](/1)", SLIDES, "[PDF](/1.pdf) / [Code](/1) / [Slides](https://n.example.org/s)"),
        ("([pdf](/1.pdf), [code](/1))", SLIDES, "([pdf](/1.pdf), [code](/1), [Slides](https://n.example.org/s))"),
        ("PDF: [link](/1.pdf), Code: [here](/1)", SLIDES, "PDF: [link](/1.pdf), Code: [here](/1) [Slides](https://n.example.org/s)"),
        # one is taken away
        ("[PDF](/1.pdf) / [Code](/1) / [Slides](/s)", Link("code", ""), "[PDF](/1.pdf) / [Slides](/s)"),
        ("[PDF](/1.pdf) / [Code](/1)", Link("PDF", ""), "[Code](/1)"),
        ("([pdf](/1.pdf), [code](/1))", Link("Code", ""), "([pdf](/1.pdf))"),
        # an address that is its own label is changed where it is
        ("<https://doi.org/10.5555/1>", DOI, "<https://doi.org/10.5555/new>"),
        ("<https://doi.org/10.5555/1> [PDF](/1.pdf)", DOI, "<https://doi.org/10.5555/new> [PDF](/1.pdf)"),
        ("[10.5555/1](https://doi.org/10.5555/1)", DOI, "[10.5555/new](https://doi.org/10.5555/new)"),
        ("<https://example.org/1>", PAPER, "<https://n.example.org/p>"),
        ("https://example.org/1.pdf", PDF, "https://n.example.org/p.pdf"),
        ("<https://doi.org/10.5555/1>", CODE, "<https://doi.org/10.5555/1> [[Code](https://n.example.org/c)]"),
        ("<https://doi.org/10.5555/1> [PDF](/1.pdf)", CODE, "<https://doi.org/10.5555/1> [PDF](/1.pdf) [Code](https://n.example.org/c)"),
    ],
)  # fmt: skip
def test_the_link_of_a_label_is_set_and_the_others_stay(links: str, named: Link, written: str) -> None:
    beside = BESIDE.rstrip() + ("\n\n[p]: /1.pdf" if "[p]" in links else "")
    assert relinked(f"{HEAD}{links}\n{beside}", named) == f"{HEAD}{written}\n{beside}"


def test_the_last_link_goes_with_what_is_around_it_and_before_it() -> None:
    for links in ("([pdf](/1.pdf))", "[[pdf](/1.pdf)]", "PDF: [pdf](/1.pdf)"):
        assert relinked(f"{HEAD}{links}\n{BESIDE}", Link("pdf", "")) == f"{HEAD.rstrip()}\n{BESIDE.rstrip()}"


@pytest.mark.parametrize(
    ("lead", "beside", "written"),
    [
        (" ", "[PDF](/2.pdf) / [Code](/2)", "[Code](https://n.example.org/c) / [Slides](https://n.example.org/s)"),
        (" ", "([pdf](/2.pdf), [code](/2))", "([Code](https://n.example.org/c), [Slides](https://n.example.org/s))"),
        ("<br>", "[**PDF**](/2.pdf)", "[**Code**](https://n.example.org/c) [**Slides**](https://n.example.org/s)"),
        ("\\\n  ", "[[PDF](/2.pdf)]", "[[Code](https://n.example.org/c)] [[Slides](https://n.example.org/s)]"),
        (" ", "", "[[Code](https://n.example.org/c)] [[Slides](https://n.example.org/s)]"),
    ],
)
def test_the_first_links_of_an_entry_are_where_the_neighbours_have_theirs(lead: str, beside: str, written: str) -> None:
    bare, neighbour = HEAD.strip().rstrip("."), BESIDE.strip().rstrip(".")
    listed = f"{bare}\n{neighbour}{lead if beside else ''}{beside}"
    assert relinked(listed, CODE, SLIDES) == listed.replace(bare, f"{bare}{lead}{written}")


def test_an_icon_stays_with_its_link_and_is_given_to_none_of_another_label() -> None:
    head = "<li><b>Small rain over wells</b><br>Ada Moss, Ben Inn<br><i>Fen Review</i>, 2019<br>"
    links = '<a href="/1.pdf"><i class="file-pdf"></i> PDF</a> <a href="/1"><i class="github"></i> Code</a>'
    listed = f"<ul>\n{head}{links}</li>\n</ul>"
    changed = links.replace('"/1"', '"https://n.example.org/c"')
    assert relinked(listed, CODE) == listed.replace(links, changed)
    more = f'{links} <a href="https://n.example.org/s">Slides</a>'
    assert relinked(listed, SLIDES) == listed.replace(links, more)
    line = edit.add(page(listed), "publications", {**NEW, "links": (CODE,)}).page.text.splitlines()[3]
    assert line.endswith('2026<br><a href="https://n.example.org/c"><i class="github"></i> Code</a></li>')


def test_a_link_that_shows_an_icon_alone_is_not_copied_to_a_new_entry() -> None:
    listed = "\n".join(f'{head}[<i class="ai-arxiv"></i>](https://arxiv.org/abs/{head[5]})' for head in (HEAD, BESIDE))
    assert added(listed) == "- **Quiet wells**. Ada Moss, Cy Reed. *FenConf*, 2026."


def test_a_link_around_the_venue_is_none_of_the_run() -> None:
    beside = "- Cy Reed, Ada Moss. Wide fog and its uses. [Lakes](/v2), 2018."
    line = "- Ada Moss, Ben Inn. Small rain over wells. [Fen Review](/v1), 2019."
    assert relinked(f"{line}\n{beside}", CODE) == f"{line} [[Code](https://n.example.org/c)]\n{beside}"


def test_the_title_may_become_a_link() -> None:
    named = Link("title", "https://n.example.org/t")
    assert relinked(HEAD, named) == HEAD.strip().replace(
        "Small rain over wells", "[Small rain over wells](https://n.example.org/t)"
    )
    assert relinked(LINKED, named) == LINKED.strip().replace("/1", "https://n.example.org/t")
    assert relinked(LINKED, Link("title", "")) == LINKED.strip().replace(
        "[Small rain over wells](/1)", "Small rain over wells"
    )


def test_which_link_is_meant_must_be_told() -> None:
    two = (Link("link", "/a"), Link("link", "/b"))
    with pytest.raises(UsageError, match="2 links of this publication are called “link”"):
        set_links(two, [Link("Link", "/c")])
    with pytest.raises(UsageError, match="there is no link “Code”; the publication has link, link"):
        set_links(two, [Link("Code", "")])
    with pytest.raises(UsageError, match="the title keeps its link"):
        set_links((Link("title", "/t"), *two), [Link("title", "")])


@pytest.mark.parametrize(
    ("links", "named", "title", "behind"),
    [
        ("", (PAPER,), "[Quiet wells](https://n.example.org/p)", ""),
        ("", (PDF, CODE), "[Quiet wells](https://n.example.org/p.pdf)", " [[Code](https://n.example.org/c)]"),
        ("[Code](/#)", (PAPER,), "[Quiet wells](https://n.example.org/p)", ""),
        ("[Code](/#)", (CODE,), "Quiet wells", " [Code](https://n.example.org/c)"),
        ("[Code](/#)", (SLIDES, PDF), "[Quiet wells](https://n.example.org/p.pdf)", " [Slides](https://n.example.org/s)"),
        # the neighbours have a link of that label beside their titles
        ("[PDF](/#.pdf)", (PDF,), "[Quiet wells](https://n.example.org/p.pdf)", " [PDF](https://n.example.org/p.pdf)"),
        ("[PDF](/#.pdf)", (PDF, PAPER), "[Quiet wells](https://n.example.org/p)", " [PDF](https://n.example.org/p.pdf)"),
    ],
)  # fmt: skip
def test_a_title_that_is_a_link_leads_to_the_paper_alone(
    links: str, named: tuple[Link, ...], title: str, behind: str
) -> None:
    listed = f"{LINKED}{links.replace('#', '1')}\n{LINKED_BESIDE}{links.replace('#', '2')}"
    assert added(listed, *named) == f"- {title}. Ada Moss, Cy Reed. *FenConf*, 2026.{behind}"


def test_titles_whose_targets_are_below_the_list_are_written_with_theirs() -> None:
    listed = f"{LINKED.replace('(/1)', '[a]')}\n{LINKED_BESIDE.replace('(/2)', '[b]')}\n\n[a]: /1\n[b]: /2"
    assert added(listed, PAPER) == "- [Quiet wells](https://n.example.org/p). Ada Moss, Cy Reed. *FenConf*, 2026."


def test_links_that_a_row_has_no_column_for_are_refused() -> None:
    rows = (
        "| Year | Title | Authors | Venue |\n|---|---|---|---|\n| 2019 | [Small rain](/1) | Ada Moss, Ben Inn | Fens |"
    )
    with pytest.raises(Refused, match="no column for links"):
        added(rows, PDF, CODE)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Code=https://n.example.org/c", "[PDF](/1.pdf) / [Code](https://n.example.org/c)"),
        ("Slides=/s.pdf", "[PDF](/1.pdf) / [Code](/1) / [Slides](/s.pdf)"),
        ("PDF=", "[Code](/1)"),
        ("PDF= Slides=/s.pdf", "[Code](/1) / [Slides](/s.pdf)"),
        ("- Slides=/s.pdf", "[Slides](/s.pdf)"),
        ("-", ""),
    ],
)
def test_a_call_names_the_links_that_it_sets(words: str, written: str, tmp_path: Path) -> None:
    """An empty word, here a dash, takes away all that were there."""
    file = tmp_path / "about.md"
    listed = f"# Publications\n\n{HEAD}[PDF](/1.pdf) / [Code](/1)\n{BESIDE}[PDF](/2.pdf) / [Code](/2)\n"
    file.write_text(listed, "utf-8")
    options = [part for word in words.split() for part in ("--link", word.removeprefix("-"))]
    assert run(["publications", "edit", "1", *options, "--in", str(file)], lambda path: 99) == 0
    first = f"{HEAD}{written}".rstrip()
    assert file.read_text("utf-8") == listed.replace(f"{HEAD}[PDF](/1.pdf) / [Code](/1)", first)


def test_a_link_to_be_taken_away_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "about.md"
    file.write_text(f"# Publications\n\n{HEAD}[PDF](/1.pdf)\n", "utf-8")
    assert run(["publications", "edit", "1", "--link", "Code=", "--in", str(file)], lambda path: 99) == 2
    assert "there is no link “Code”; the publication has PDF" in capsys.readouterr().err
