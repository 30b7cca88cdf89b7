"""Kinds of entries that are read as their writers meant them, and surely so, alone and in a list."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Entry, Values, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

Meant = tuple[str, str, str, str | None]

WITHOUT_TITLES: list[tuple[str, str, str]] = [
    ("R. Moss, S. Reed, Imag. Rev. Lett. 99, 022001 (2022)", "R. Moss; S. Reed", "Imag. Rev. Lett. 99, 022001"),
    ("R. Moss and S. Reed, Nucl. Phys. B 12, 1 (1999)", "R. Moss; S. Reed", "Nucl. Phys. B 12, 1"),
    ("R. Moss, S. Reed and T. Lind, JHEP 05 (2020) 123", "R. Moss; S. Reed; T. Lind", "JHEP 05 (2020) 123"),
    ("R. Moss, S. Reed, *Phys. Rev. Lett.* **99**, 022001 (2022) [arXiv:2201.01234](https://example.org)",
     "R. Moss; S. Reed", "Phys. Rev. Lett."),
    ("R. Moss *et al.*, Eur. Phys. J. C 80 (2020) 12", "R. Moss", "Eur. Phys. J. C 80 (2020) 12"),
    ("**R. Moss**, S. Reed, Imag. J. 12, 34 (2020)", "R. Moss; S. Reed", "Imag. J. 12, 34"),
]  # fmt: skip
LINES: list[Meant] = [
    # theses
    ("陳大河(2018)。河流的記憶(未出版博士論文)。虛構大學,臺北。", "河流的記憶", "陳大河", "虛構大學,臺北"),
    ("김갈대(2018). 강의 기억. 박사학위논문, 상상대학교.", "강의 기억", "김갈대", "박사학위논문, 상상대학교"),
    ("MOSS, Ana Maria. **Rios e margens**: um estudo. 2019. 120 f. Dissertação (Mestrado em Letras) – "
     "Universidade do Brejo, Lagoa, 2019.", "Rios e margens: um estudo", "MOSS, Ana Maria",
     "Dissertação (Mestrado em Letras) – Universidade do Brejo, Lagoa"),
    ("MOSS, A. Rios e margens. 2019. Tese (Doutorado) - Universidade do Brejo, Lagoa, 2019.", "Rios e margens",
     "MOSS, A.", "Tese (Doutorado) - Universidade do Brejo, Lagoa"),
    ("Moss, A. (2019). *The river* (Doctoral dissertation). Fen University, Oslo.", "The river", "Moss, A.",
     "Fen University, Oslo"),
]  # fmt: skip


def page(*lines: str) -> Page:
    return Page(Source(("# Publications\n\n" + "".join(f"- {line}\n" for line in lines)).encode()))


def told(entry: Entry) -> dict[str, object]:
    """What an entry says, and what of it is not sure."""
    people = "; ".join(author.name for author in authors_in(entry.values))
    return {**entry.values, "authors": people, "unsure": {*entry.unsure} - {"year"}}


def same(entry: Entry, title: str, people: str, venue: str | None) -> bool:
    said = told(entry)
    return {name: said[name] for name in ("title", "authors", "venue")} == {
        "title": title, "authors": people, "venue": venue
    }  # fmt: skip


@pytest.mark.parametrize(("line", "title", "people", "venue"), LINES, ids=[line[:30] for line, *_ in LINES])
def test_a_line_is_read_as_it_was_meant_and_surely(line: str, title: str, people: str, venue: str | None) -> None:
    for entries in (page(line).entries("publications"), page(*[line] * 4).entries("publications")):
        assert [told(entry) for entry in entries if not same(entry, title, people, venue)] == []
        assert [entry.unsure for entry in entries if entry.unsure - {"year"}] == []


@pytest.mark.parametrize(("line", "people", "venue"), WITHOUT_TITLES, ids=[line[:30] for line, *_ in WITHOUT_TITLES])
def test_an_entry_without_a_title_says_who_and_where(line: str, people: str, venue: str) -> None:
    other = "R. Moss, S. Reed, Ice on lakes and rivers in winter, Imag. Rev. Lett. 99, 022001 (2022)"
    for lines in ([line], [line] * 3, [line, other, other]):
        entry = page(*lines).entries("publications")[0]
        assert told(entry) | {"year": 0, "links": ()} == {
            "title": "", "authors": people, "venue": venue, "year": 0, "links": (), "note": None, "unsure": {"title"}
        }  # fmt: skip


def test_an_entry_without_a_title_gets_another_year_and_no_title() -> None:
    before = page(*[line for line, *_ in WITHOUT_TITLES])
    year: Values = {"year": 1987}
    title: Values = {"title": "Ice on lakes"}
    assert edit.change(before, "publications", 1, year).page.text == before.text.replace("(2022)", "(1987)", 1)
    with pytest.raises(Refused):
        edit.change(before, "publications", 1, title)
