"""What cannot be done is told in one clear line, with the exit code of its kind, and nothing is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from profile_tui.cli.main import run
from support.command_line import page_alone

PAGE = "---\ntitle: T\n---\n\n# News\n\n- *2026.01*: Snow.\n- *2025.01*: Ice.\n"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return page_alone(tmp_path, monkeypatch, PAGE)


def complaint(capsys: pytest.CaptureFixture[str], code: int, *words: str) -> str:
    """The one line that a call complains in; nothing else may be printed."""
    assert run(words, lambda path: 99) == code
    printed, said = capsys.readouterr()
    assert printed == ""
    assert said.startswith("profile-tui: ")
    assert said.endswith("\n")
    assert said.count("\n") == 1
    return said.removeprefix("profile-tui: ").rstrip("\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["news"], "say what to do: profile-tui news add|edit|remove|move"),
        (["news", "drop"], "there is no command 'news drop'; there are add, edit, remove, move"),
        (["news", "add"], "say what to add: TEXT; see profile-tui news add --help"),
        (["news", "add", "one", "two"], "two"),
        (["news", "add", "--", "one", "--dry-run"], "--dry-run comes after --, which ends the options; put it before"),
        (["news", "add", "--date", "soon", "x"], "“soon” isn't a date"),
        (["news", "add", "--date", "2026-02-30", "x"], "2026-02-30"),
        (["news", "add", "--dat", "2026", "x"], "--dat"),
        (["news", "add", "--section", "Blog", "x"], "'Blog'"),
        (["news", "add", ""], "text"),
        (["news", "add", "  "], "text"),
        (["news", "edit", "1"], "say what to change; see profile-tui news edit --help"),
        (["news", "edit", "one", "--text", "x"], "'one'"),
        (["news", "edit", "0", "--text", "x"], "'0'"),
        (["news", "edit", "3", "--text", "x"], "no news item 3"),
        (["news", "edit", "1", "--text", ""], "text"),
        (["news", "remove"], "N"),
        (["news", "remove", "9"], "no news item 9"),
        (["news", "move", "1"], "TO"),
        (["news", "move", "1", "9"], "no news item 9"),
        (["publications", "remove", "1"], "no publication 1"),
        (["publications", "add"], "title"),
        (["publications", "add", "--title", "T", "--year", "26"], "'26'"),
        (["publications", "add", "--title", "T", "--link", "x"], "“x” isn't a link; write LABEL=URL"),
        (["interests", "add", "--topic"], "--topic"),
        (["show", "a", "b"], "b"),
        (["show", "--yaml"], "--yaml"),
        (["--wrong"], "--wrong"),
        (["news", "add", "--dat", "2026", "x"], "news add has no option --dat; did you mean --date?"),
        (["news", "edit"], "N is missing: the entry's number, as `show` prints it; see profile-tui news edit --help"),
        (["news", "edit", "-1", "--text", "x"], "'-1' isn't an entry's number"),
        (["news", "edit", "1", "--date"], "--date needs a value: DATE; see"),
        (["news", "add", "--json=yes", "x"], "--json takes no value; see"),
        (["news", "add", "--in", "", "x"], "--in is empty; name a page or a folder"),
        (["show", ""], "PATH is empty; name a page or a folder"),
        ([""], "PATH is empty; name a page or a folder"),
        (["show", "--in"], "--in needs a value: PATH"),
        (["undo", "last"], "'last' isn't a step's number; `history` prints the numbers"),
        (["new"], "WHAT and --title are missing; see profile-tui new --help"),
        (["check", "--format", "xml"], "--format takes text or json or github, not 'xml'"),
        (["completion", "tcsh"], "SHELL takes bash or zsh or fish, not 'tcsh'"),
        (["nothere", "x"], "neither a command nor a file 'nothere'; the commands are"),
        (["publications", "remvoe", "1"], "did you mean remove? There are add, edit, remove, move"),
        (["profile", "sett", "x", "y"], "did you mean set? There are show, set, clear, remove"),
        (["nwes", "add", "x"], "there is neither a command nor a file 'nwes'; did you mean news?"),
        (["shwo"], "there is neither a command nor a file 'shwo'; did you mean show?"),
        (["colour", "x"], "neither a command nor a file 'colour'; the commands are adopt, awards, check, completion, "),
        (["help", "nwes"], "there is no command 'nwes'; did you mean news?"),
    ],
)
def test_words_that_are_off_exit_with_2(
    page: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if words[0] in ("news", "publications", "interests") and len(words) > 1 and words[1] != "drop":
        words = [*words[:2], "--in", "about.md", *words[2:]]
    assert said in complaint(capsys, 2, *words)
    assert page.read_text("utf-8") == PAGE


@pytest.mark.parametrize(
    "words",
    [
        ["publications", "add", "--bibtex"],
        ["publications", "accept", "1", "--bibtex"],
        ["publications", "add", "--jsonl"],
        ["news", "add", "--jsonl"],
    ],
    ids=" ".join,
)
def test_a_file_that_cannot_be_read_exits_with_3(
    page: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_text("# Publications\n\n- A. Example. Barns. arXiv preprint arXiv:2601.00001, 2026.\n", "utf-8")
    before = page.read_bytes()
    place = ["--in", "about.md"]
    assert complaint(capsys, 3, *words, "missing.bib", *place) == "missing.bib: cannot be read: there is no such file"
    assert complaint(capsys, 3, *words, ".", *place).startswith(".: cannot be read: ")
    assert page.read_bytes() == before


@pytest.mark.parametrize("bibtex", [b"", b"no entry at all", b"\xff\xfe"])
def test_bibtex_without_an_entry_exits_with_2(page: Path, bibtex: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    (page.parent / "x.bib").write_bytes(bibtex)
    assert "BibTeX" in complaint(capsys, 2, "publications", "add", "--in", "about.md", "--bibtex", "x.bib")


def test_a_broken_bibtex_entry_is_refused_with_its_line(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (page.parent / "x.bib").write_text("@article{open,\n  title = {x")
    said = complaint(capsys, 4, "publications", "add", "--in", "about.md", "--bibtex", "x.bib")
    assert said.startswith("x.bib:2: the entry open cannot be read: the value of title does not end")


def test_a_control_character_is_refused(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "U+001B" in complaint(capsys, 4, "news", "add", "--in", "about.md", "a\x1b[31mb")
    assert page.read_text("utf-8") == PAGE


COMMANDS = (
    ["show", "{}"],
    ["show", "{}", "--json"],
    ["check", "{}"],
    ["news", "add", "--in", "{}", "x"],
    ["news", "remove", "--in", "{}", "1"],
)
each_command = pytest.mark.parametrize("command", COMMANDS, ids=" ".join)


def unreadable(command: list[str], name: str, capsys: pytest.CaptureFixture[str]) -> str:
    return complaint(capsys, 3, *(word.format(name) for word in command))


@each_command
def test_a_missing_file(page: Path, command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert unreadable(command, "none.md", capsys).startswith("none.md: ")


@each_command
def test_a_folder_without_a_page(page: Path, command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    (page.parent / "empty").mkdir()
    said = unreadable(command, "empty", capsys)
    assert said.startswith("empty: ")
    assert "no page" in said


@each_command
@pytest.mark.parametrize(
    ("data", "place", "about"),
    [
        (b"# News\n\nab\0c\n", "odd.md:3: ", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0", "odd.md:", "binary"),
        ("# News\n".encode("utf-16"), "odd.md: ", "UTF-16"),
        (b"# News\n\n- *2026.01*: caf\xe9\n", "odd.md:3: ", "UTF-8"),
        (PAGE.replace("Ice", "Eis ü").encode("latin-1"), "odd.md:8: ", "UTF-8"),
    ],
    ids=["zero byte", "image", "UTF-16", "Latin-1", "Latin-1 further down"],
)
def test_a_file_that_is_no_text(
    page: Path, command: list[str], data: bytes, place: str, about: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = page.parent / "odd.md"
    file.write_bytes(data)
    said = unreadable(command, "odd.md", capsys)
    assert said.startswith(place)
    assert about in said
    assert file.read_bytes() == data


@each_command
def test_a_file_of_fifty_megabytes(page: Path, command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    file = page.parent / "huge.md"
    with file.open("wb") as sparse:
        sparse.truncate(50 * 1024 * 1024)
    said = unreadable(command, "huge.md", capsys)
    assert said.startswith("huge.md: ")
    assert "MB" in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(page.parent / "pipe.md")
    assert unreadable(["show", "{}"], "pipe.md", capsys).startswith("pipe.md: ")


@pytest.mark.parametrize(
    ("header", "line"), [("---\ntitle: a: b\n---\n", 2), ("---\ntitle: T\n", 1), ("---\n\ttitle: T\n---\n", 2)]
)
def test_a_broken_header_is_told_with_its_line_and_left_alone(
    page: Path, header: str, line: int, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "\n# News\n\n- *2026.01*: Snow.\n- *2025.01*: Ice.\n"
    page.write_text(header + body, "utf-8")
    assert run(["check", "about.md"], lambda path: 99) == 1
    assert f"about.md:{line}: error: " in capsys.readouterr().out
    assert run(["news", "add", "--in", "about.md", "--date", "2026-11", "Hail."], lambda path: 99) == 0
    assert page.read_text("utf-8") == header + body.replace("- *2026.01", "- *2026.11*: Hail.\n- *2026.01")


def test_a_read_only_file_is_refused(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK)
    said = complaint(capsys, 4, "news", "add", "--in", "about.md", "x")
    assert said.startswith("about.md: ")
    assert "read-only" in said
    assert page.read_text("utf-8") == PAGE


def test_a_change_that_would_alter_something_else_is_refused(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    years = ("2026", "- **How hail forms**, Ben Sample"), ("2025", "- **How snow forms**, Ben Sample")
    text = "# Publications\n" + "".join(f"\n## {year}\n\n{line}\n" for year, line in years)
    page.write_text(text, "utf-8")
    said = complaint(capsys, 4, "publications", "move", "--in", "about.md", "1", "2")
    assert said.startswith("about.md:5: ")
    assert page.read_text("utf-8") == text


def test_a_name_with_control_characters_stays_on_its_line(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "a\\nb" in complaint(capsys, 3, "show", "a\nb")
    assert "\\x1b" in complaint(capsys, 3, "show", "a\x1b[31mb")


@pytest.mark.parametrize("name", ["_config.yml", "data.json", "papers.bib", "feed.XML", "plugin.rb"])
def test_data_and_code_are_no_pages(name: str, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """News in a configuration would be the end of it."""
    file = page.parent / name
    file.write_text("title: A\n")
    for words in (["show", name], ["check", name], ["news", "add", "--in", name, "x"], ["adopt", name]):
        assert run(words, lambda path: 99) == 3
        said = f"profile-tui: {name}: this file is data or code, not a page; "
        assert capsys.readouterr().err == f"{said}name the site's folder or one of its pages\n"
    assert file.read_text() == "title: A\n"
