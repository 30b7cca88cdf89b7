"""Files as bytes: reading loses nothing, and splices change nothing outside themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_tui.text.source import Source
from profile_tui.text.span import Span, Splice, spliced

ENCODINGS = [
    "utf-8",
    "utf-8-sig",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "latin-1",
    "cp1252",
    "mac_roman",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_kr",
    "koi8_r",
]
ENDS = ("\n", "\r\n", "\r")
PIECES = [
    "\n", "\r\n", "\r", "\n\n", "\r\r\n", "- Ice on Lake Inari", "—", "é", "研究", "😀", "\0", "\u2028", "\x85",
    "\ufeff", "---", "  ", "\t",
]  # fmt: skip

lines = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=20).map("".join)
files = st.one_of(
    st.binary(max_size=80),
    lines.map(lambda text: text.encode("utf-8", "surrogatepass")),
    lines.map(lambda text: b"\xef\xbb\xbf" + text.encode("utf-8", "surrogatepass")),
    st.builds(lambda text, bad: text.encode("utf-8", "surrogatepass") + bad, lines, st.binary(max_size=4)),
    st.builds(lambda text, name: text.encode(name, "ignore"), lines, st.sampled_from(ENCODINGS)),
)
new_texts = st.lists(st.sampled_from(["\n", "a", "研究", "😀 ", "- b\n"]), max_size=4).map("".join)


@dataclass(frozen=True)
class Cut:
    """A splice in proportions, so that it fits a file of any length."""

    start: float
    length: float
    text: str | tuple[float, float]


shares = st.floats(0, 1)
cuts = st.lists(st.builds(Cut, shares, shares, st.one_of(new_texts, st.tuples(shares, shares))), max_size=5)


def splices_of(cuts: list[Cut], size: int) -> list[Splice]:
    """Splices that do not overlap."""
    splices: list[Splice] = []
    done = 0
    for cut in sorted(cuts, key=lambda cut: cut.start):
        start = max(done, int(cut.start * size))
        done = min(size, start + int(cut.length * 8))
        if isinstance(cut.text, str):
            splices.append(Splice(Span(start, done), cut.text))
        else:
            a, b = sorted(int(share * size) for share in cut.text)
            splices.append(Splice(Span(start, done), Span(a, b)))
        done += 1
        if done > size:
            break
    return splices


def units_of(source: Source) -> list[str]:
    """What each character of `text` is in the file."""
    return re.findall(r"\r\n|.", source.raw[1:] if source.bom else source.raw, re.DOTALL)


def expected(source: Source, splices: list[Splice]) -> bytes:
    """The file with the splices made, one unit after the other."""
    units = units_of(source)
    pieces = ["\ufeff"] if source.bom else []
    done = 0
    for (start, end), new in splices:
        pieces += units[done:start]
        before = [unit for unit in units[:start] if unit in ENDS]
        if isinstance(new, Span):
            pieces += units[new.start : new.end]
        else:
            pieces.append(new.replace("\n", before[-1] if before else source.newline))
        done = end
    return "".join([*pieces, *units[done:]]).encode("utf-8", "surrogateescape")


@given(files)
def test_a_file_that_is_not_changed_is_the_same_bytes(data: bytes) -> None:
    source = Source(data)
    assert source.splice([]).data == data
    assert source.splice([Splice(Span(at, at), "") for at in (0, len(source.text))]).data == data


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=lines)
def test_every_encoding_survives(encoding: str, text: str) -> None:
    data = text.encode(encoding, "ignore")
    assert Source(data).splice([]).data == data


@given(files)
def test_lines_end_in_line_feeds_only_and_no_mark_is_left(data: bytes) -> None:
    source = Source(data)
    assert "\r" not in source.text
    assert source.bom == data.startswith(b"\xef\xbb\xbf")
    assert len(source.text) == len(units_of(source))


@given(files, cuts)
def test_splices_change_nothing_outside_themselves(data: bytes, cuts: list[Cut]) -> None:
    source = Source(data)
    splices = splices_of(cuts, len(source.text))
    assert source.splice(splices).data == expected(source, splices)


@given(files, cuts)
def test_splices_mean_the_same_to_the_bytes_and_to_the_text(data: bytes, cuts: list[Cut]) -> None:
    source = Source(data)
    splices = splices_of(cuts, len(source.text))
    if source.encoding == "utf-8" and not re.search(r"\r(?!\n)", source.raw):  # else halves may meet and become one
        bom_made = not source.bom and spliced(source.text, splices).startswith("\ufeff")
        if not bom_made:
            assert source.splice(splices).text == spliced(source.text, splices)


@given(files, st.data())
def test_deleting_and_putting_back_gives_the_same_bytes(data: bytes, draw: st.DataObject) -> None:
    source = Source(data)
    at = draw.draw(st.integers(0, len(source.text)))
    inserted = source.splice([Splice.insert(at, "- new\n")])
    # A lone "\r" put before a "\n" would become one line end with it.
    if not re.search(r"\r(?!\n)", source.raw):
        assert inserted.text[at : at + 6] == "- new\n"
        assert inserted.splice([Splice.delete(Span(at, at + 6))]).data == data


@given(files)
def test_the_line_end_of_every_line_is_what_the_file_has(data: bytes) -> None:
    source = Source(data)
    ends = [unit for unit in units_of(source) if unit in ENDS]
    told = [source.line_end_at(start) for start in source.line_starts]
    assert told == [*ends, ""]
