"""A PDF or a picture from the disk is put where the site keeps such files, and linked, as one step."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import UsageError
from profile_tui.workspace.attaching import attachment, chosen_path, completions
from profile_tui.workspace.workspace import Workspace
from support.editor import editing

SAMPLES = Path(__file__).parents[2] / "sample_profiles"
PDF = b"%PDF-1.7\n\0\xff\r\nlakes\n%%EOF"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of a sample."""
    return shutil.copytree(SAMPLES / "acad-homepage", tmp_path / "site")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A paper on the disk."""
    path = tmp_path / "My Lakes (final).pdf"
    path.write_bytes(PDF)
    return path


async def test_a_paper_is_linked_copied_and_taken_back_as_one_step(site: Path, paper: Path) -> None:
    async with editing(site, (100, 30)) as editor:
        await editor.settle()
        await editor.press("2", "a")
        await editor.fill("title", "My Lakes")
        await editor.fill("authors", "Noor Halvorsen-Adeyi")
        await editor.fill("venue", "Ice")
        await editor.press("f4", *str(paper), "enter")
        assert editor.form.texts()["links"] == "PDF=/files/My-Lakes-final-.pdf"
        assert not (site / "files").exists()
        await editor.press("ctrl+s")
        assert not (site / "files").exists(), "not before it is saved"
        await editor.press("u")
        assert not editor.main.session.workspace.dirty
        await editor.press("ctrl+r", "ctrl+s")
        assert "Binary files /dev/null and b/files/My-Lakes-final-.pdf differ" in " ".join(editor.lines)
        await editor.press("enter")
        assert (site / "files" / "My-Lakes-final-.pdf").read_bytes() == PDF
        assert "(/files/My-Lakes-final-.pdf)" in editor.main.session.page.text
        await editor.press("u", "ctrl+s", "enter")
        assert not (site / "files" / "My-Lakes-final-.pdf").exists()


async def test_a_picture_goes_into_a_news_item(site: Path, tmp_path: Path) -> None:
    picture = tmp_path / "reeds.PNG"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0")
    async with editing(site, (100, 30)) as editor:
        await editor.press("n", *"Reeds:", "f4", *str(picture), "enter")
        assert editor.form.texts()["text"] == "Reeds: ![Image](/images/reeds.PNG)"
        await editor.press("ctrl+s", "ctrl+s", "enter")
    assert (site / "images" / "reeds.PNG").read_bytes() == picture.read_bytes()


async def test_a_link_that_is_deleted_again_copies_nothing(site: Path, paper: Path) -> None:
    async with editing(site, (100, 30)) as editor:
        await editor.press("n", *"Reeds", "f4", *str(paper), "enter")
        await editor.fill("text", "Reeds")
        await editor.press("ctrl+s", "ctrl+s", "enter")
    assert not (site / "files").exists()


async def test_what_cannot_be_attached_is_told(site: Path, tmp_path: Path) -> None:
    (tmp_path / "song.mp3").write_bytes(b"la")
    async with editing(site, (100, 30)) as editor:
        await editor.press("n", "f4", *str(tmp_path / "song.mp3"), "enter")
        assert editor.told[-1] == "song.mp3 is neither a PDF nor a picture"
        await editor.press("ctrl+u", *str(tmp_path / "gone.pdf"), "enter")
        assert editor.told[-1].endswith("gone.pdf: there is no such file")
        (tmp_path / "gone.pd").write_bytes(b"%PDF-1.4 la")
        await editor.press("backspace", "enter")  # what was typed still stands there
        assert editor.told[-1].endswith("gone.pd is neither a PDF nor a picture")
        await editor.press("escape")
        assert editor.form.texts()["text"] == ""


def attached(site: Path, chosen: Path, kind: str = "publications") -> tuple[str, str, bytes]:
    """Returns where a file goes, what links to it, and what is copied."""
    workspace = Workspace(locate(site))
    found = attachment(workspace, str(chosen), [ref.entry for ref in workspace.entries(kind)])
    return found.name, found.url, found.data


def test_it_goes_where_the_others_are(site: Path, paper: Path) -> None:
    page = site / "_pages" / "about.md"
    page.write_text(page.read_text().replace("https://example.org/bitterns)", "docs/papers/bitterns.pdf)"))
    (site / "docs" / "papers").mkdir(parents=True)
    assert attached(site, paper) == ("docs/papers/My-Lakes-final-.pdf", "docs/papers/My-Lakes-final-.pdf", PDF)


def test_a_base_of_all_addresses_is_in_the_link(site: Path, paper: Path) -> None:
    (site / "assets" / "pdf").mkdir(parents=True)
    config = site / "_config.yml"
    config.write_text(config.read_text().replace("baseurl ", "oldbase ") + "\nbaseurl: /noor\n")
    assert attached(site, paper)[:2] == ("assets/pdf/My-Lakes-final-.pdf", "/noor/assets/pdf/My-Lakes-final-.pdf")


def test_another_file_of_that_name_is_left_alone(site: Path, paper: Path) -> None:
    (site / "files").mkdir()
    (site / "files" / "My-Lakes-final-.pdf").write_bytes(b"another")
    assert attached(site, paper)[0] == "files/My-Lakes-final--2.pdf"
    (site / "files" / "My-Lakes-final-.pdf").write_bytes(PDF)
    assert attached(site, paper) == ("files/My-Lakes-final-.pdf", "/files/My-Lakes-final-.pdf", b"")


def test_a_file_of_the_site_is_only_linked(site: Path) -> None:
    (site / "talks").mkdir()
    (site / "talks" / "a.pdf").write_bytes(PDF)
    assert attached(site, site / "talks" / "a.pdf") == ("talks/a.pdf", "/talks/a.pdf", b"")


def test_a_page_alone_has_no_place_for_it(page: Path, paper: Path) -> None:
    with pytest.raises(UsageError, match="isn't in a repository"):
        attachment(Workspace(locate(page)), str(paper), [])


@pytest.mark.parametrize(
    ("chosen", "path"),
    [
        ("/a/b.pdf ", "/a/b.pdf"),
        ("'/a/b c.pdf'", "/a/b c.pdf"),
        ('"/a/b c.pdf"', "/a/b c.pdf"),
        ("/a/b\\ c.pdf", "/a/b c.pdf"),
        ("file:///a/b%20c.pdf", "/a/b c.pdf"),
    ],
)
def test_a_path_is_taken_as_terminals_drop_it(chosen: str, path: str) -> None:
    assert chosen_path(chosen) == Path(path)


def test_paths_are_completed(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    for name in ("page.pdf", "page.txt", "map.png", ".hidden.pdf"):
        (tmp_path / name).write_bytes(b"")
    assert completions(f"{tmp_path}/pa") == [f"{tmp_path}/page.pdf", f"{tmp_path}/papers/"]
    assert completions(f"{tmp_path}/") == [f"{tmp_path}/map.png", f"{tmp_path}/page.pdf", f"{tmp_path}/papers/"]
    assert completions(f"{tmp_path}/gone/x") == []
