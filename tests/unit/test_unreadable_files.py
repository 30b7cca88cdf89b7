"""Files of a repository that cannot be read: closed, endless, circular, or full of odd values."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import profile_tui
from profile_tui.cli.main import run
from profile_tui.site.repository.site import Site
from support.repositories import ACADEMIC, FOLIO, LIGHT, build

SITES = {"academic": ACADEMIC, "folio": FOLIO, "light": LIGHT}
NAMES = (
    "_config.yml", "_data", "_data/navigation.yml", "_data/news.yml", "_data/publications.yml", "_data/socials.yml",
    "_data/authors.yml", "_bibliography", "_bibliography/papers.bib", "_bibliography/more.bib", "_pages",
    "_pages/about.md", "_pages/publications.md", "_includes", "_includes/author-profile.html", "_news",
    "_news/announcement_1.md", "_publications/closed.md", "_posts", "_talks", "index.md", "README.md", "content",
    "config.toml", "_quarto.yml", ".git",
)  # fmt: skip
each_name = pytest.mark.parametrize("name", NAMES)
each_site = pytest.mark.parametrize("site", SITES)
NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder in a place that everybody may enter, and that is anybody's who runs the test."""
    made = Path(tempfile.mkdtemp(prefix="profile-tui-test-"))
    made.chmod(0o755)
    yield made
    (made / "closed").chmod(0o755)
    shutil.rmtree(made)


@pytest.fixture
def user() -> Iterator[None]:
    """A user that is not root, for whom no folder is closed."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def replace(root: Path, name: str, target: str | Path) -> None:
    """Puts a link in the place of a file or folder; nothing, where there is no target."""
    path = root / name
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    if target:
        path.symlink_to(target)


def endings(root: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[int, str]]:
    """How the calls end; each complaint is one line, and a call that ends badly has one."""
    calls = (
        ["show", str(root)],
        ["show", "--json", str(root)],
        ["check", str(root)],
        ["profile", "show", str(root)],
        ["news", "add", "--in", str(root), "--date", "2026-11-02", "Hail."],
        ["publications", "add", "--in", str(root), "--title", "On Hail", "--year", "2026", "--venue", "ICE"],
        ["new", "page", "--in", str(root), "--title", "On Hail"],
    )
    found = []
    for words in calls:
        code = run(words, lambda path: 99)
        printed, said = capsys.readouterr()
        assert all(line.startswith("profile-tui: ") for line in said.splitlines())
        assert code in ((0, 1) if words[0] == "check" else (0, 2, 3, 4)) or (code == 3 and said)
        assert code in (0, 1) or len(said.splitlines()) >= 1
        found.append((code, printed + said))
    return found


@contextmanager
def as_a_user(folder: Path) -> Iterator[None]:
    """Does what follows as somebody to whom folders can be closed, which root is not."""
    if os.geteuid() != 0:
        yield
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    # the modules are root's as well, perhaps
    for module in pkgutil.walk_packages(profile_tui.__path__, "profile_tui."):
        if not module.name.startswith(("profile_tui.app", "profile_tui.__main__")):
            importlib.import_module(module.name)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@each_site
@each_name
def test_a_link_into_a_closed_folder(folder: Path, site: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = build(folder / "site", SITES[site])
    (folder / "closed" / "inner").mkdir(parents=True)
    replace(root, name, folder / "closed" / "inner")
    with as_a_user(folder):
        (folder / "closed").chmod(0o000)
        found = endings(root, capsys)
    if name == "_config.yml":
        assert "_config.yml: error: It cannot be read: permission denied. [config]" in found[2][1]
    if name == "_data":
        assert "_data: warning: This file is left out: permission denied. [unreadable]" in found[2][1]


def link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def device_without_an_end(path: Path) -> None:
    path.symlink_to("/dev/zero")


def pipe_that_nobody_writes_to(path: Path) -> None:
    os.mkfifo(path)


def file_of_a_hundred_megabytes(path: Path) -> None:
    with path.open("wb") as sparse:
        sparse.truncate(100 * 1024 * 1024)


@each_name
@pytest.mark.parametrize(
    "make", [link_to_itself, device_without_an_end, pipe_that_nobody_writes_to, file_of_a_hundred_megabytes]
)
def test_what_is_no_ordinary_file(
    tmp_path: Path, name: str, make: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    root = build(tmp_path, FOLIO)
    replace(root, name, "")
    make(root / name)
    endings(root, capsys)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("_config.yml", "error: It cannot be read: the file has 100 MB, more than the 4 MB that can be read. [config]"),
        ("_data/news.yml", "is left out: the file has 100 MB, more than the 32 MB that can be read. [unreadable]"),
        (
            "_publications/new.md",
            "is left out: the file has 100 MB, more than the 32 MB that can be read. [unreadable]",
        ),
    ],
)
def test_a_file_that_is_too_large_is_told(
    tmp_path: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = build(tmp_path, ACADEMIC)
    replace(root, name, "")
    file_of_a_hundred_megabytes(root / name)
    assert said in endings(root, capsys)[2][1]


ODD = {
    "hexadecimal": "0x" + "f" * 4000,
    "digits": "9" * 5000,
    "grouped digits": "9," * 5000 + "9",
    "octal": "0" + "7" * 5000,
    "binary": "0b" + "1" * 20000,
    "base 60": "9" * 5000 + ":59",
    "exponent": "1.0e+999999999",
    "infinity": "-.inf",
    "not a number": ".NaN",
    "bool": "!!bool maybe",
    "int": "!!int many",
    "no int": '!!int ""',
    "int of digits": "!!int " + "9" * 5000,
    "float": "!!float much",
    "no float": '!!float ""',
    "time": "!!timestamp soon",
    "day": "!!timestamp 2024-02-31",
    "null": "!!null nothing",
    "base 64": '!!binary "="',
    "set": "!!set {a, b}",
    "set of lists": "!!set {? [a] : b}",
    "pairs": "!!pairs [a, b]",
    "omap": "!!omap a",
    "map of a text": "!!map a",
    "sequence of a text": "!!seq a",
    "python": "!!python/object/apply:os.system [exit 1]",
    "ruby": "!ruby/object:Gem::Installer {i: x}",
    "own": "!mine x",
    "list as key": "{[a, b]: c}",
    "map as key": "{{a: b}: c}",
    "merge of a text": "{<<: x}",
    "value key": "{=: x}",
    "deep": "[" * 3000,
    "deep and closed": "[" * 3000 + "]" * 3000,
    "deep maps": "{a: " * 3000 + "}" * 3000,
}


@each_site
@pytest.mark.parametrize("value", ODD.values(), ids=ODD)
def test_odd_values(tmp_path: Path, site: str, value: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = build(tmp_path, SITES[site])
    for path in root.rglob("*"):
        if path.suffix in (".md", ".yml"):
            text = path.read_text("utf-8")
            frame = "---\n" if text.startswith("---\n") else ""
            path.write_text(f"{frame}odd: {value}\n{text.removeprefix(frame)}", "utf-8")
    endings(root, capsys)


TOML_VALUES = (
    "[" * 3000, "[" * 3000 + "]" * 3000, "{a = " * 3000, "0x" + "f" * 5000, "9" * 5000, "nan", "-inf",
    "2024-02-31", "1979-05-27T07:32:00Z",
)  # fmt: skip


@pytest.mark.parametrize("value", TOML_VALUES, ids=lambda value: value[:12])
def test_odd_values_in_toml(tmp_path: Path, value: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = build(tmp_path, {"_config.toml": f"odd = {value}\n", "index.md": LIGHT["index.md"]})
    (root / "other.md").write_text(f"+++\nodd = {value}\n+++\n\n# News\n\n- *2026.01*: Ice.\n")
    endings(root, capsys)
    for words in (["show", "--json"], ["check"]):
        assert run([*words, str(root / "other.md")], lambda path: 99) in (0, 1)


def test_dotted_keys_that_nest_deep(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = build(tmp_path, {"_config.toml": "a" + ".a" * 3000 + " = 1\n", "index.md": LIGHT["index.md"]})
    found = endings(root, capsys)
    said = "The whole site does not build: tables and arrays nest more than 100 deep. [toml-error]"
    assert said in found[2][1]


def test_a_data_file_whose_list_is_an_alias(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = build(tmp_path, LIGHT)
    (root / "_data" / "publications.yml").write_text("all: &all\n  - title: Ice\n    year: 2024\nmain: *all\n")
    found = endings(root, capsys)
    assert "    1  Ice  2024\n" in found[0][1]
    assert found[5][0] == 4


def test_a_key_of_a_data_file_that_stands_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = build(tmp_path, LIGHT)
    (root / "_data" / "publications.yml").write_text("main:\n  - title: Ice\nmain:\n  - title: Snow\n")
    found = endings(root, capsys)
    assert "    1  Snow\n" in found[0][1]
    assert found[5][0] == 4


@pytest.mark.parametrize("text", ["main: &m\n  - title: Ice\n    <<: *m\n", "x: {<<: [1, 2]}\n", "- - title: Ice\n"])
def test_odd_data_files(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = build(tmp_path, LIGHT)
    (root / "_data" / "publications.yml").write_text(text)
    endings(root, capsys)


@pytest.mark.parametrize(
    ("given", "meant"),
    [("..", ""), ("../..", ""), ("/", ""), ("/../etc", "etc"), ("a/../../b", "b"), ("_data", "_data"), ("./x/", "x")],
)
def test_a_folder_of_the_configuration_is_within_the_site(tmp_path: Path, given: str, meant: str) -> None:
    build(tmp_path, {"_config.yml": f"data_dir: '{given}'\ncollections_dir: '{given}'\n"})
    site = Site(tmp_path)
    assert (site.folder("data_dir", "_data"), site.folder("collections_dir")) == (meant, meant)


@pytest.mark.parametrize("key", ["data_dir", "collections_dir", "include", "title", "exclude"])
@pytest.mark.parametrize("value", ['"\\0"', '["a\\0b"]', "5", "{a: b}", "'*'", "[~]", "/etc"])
def test_odd_folders_of_the_configuration(
    tmp_path: Path, key: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = build(tmp_path, FOLIO)
    config = FOLIO["_config.yml"]
    (root / "_config.yml").write_text(f"{key}: {value}\n{config}" if key != "title" else config.replace("blank", value))
    endings(root, capsys)


@pytest.mark.parametrize("pattern", ["a**b", "/etc/*", "..", "", "[", "\\0"])
def test_odd_patterns_of_bibliographies(tmp_path: Path, pattern: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = build(tmp_path, FOLIO)
    (root / "_config.yml").write_text(FOLIO["_config.yml"].replace("papers.bib", f'"{pattern}"'))
    endings(root, capsys)


@pytest.mark.parametrize("name", ["_data", "_pages", "_news", "_includes", "_posts"])
def test_folders_that_lead_out_are_not_walked(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = build(tmp_path / "site", FOLIO)
    outside = build(tmp_path / "outside", {"inner/deep/page.md": "---\npermalink: /\n---\n", "inner/news.yml": "- ["})
    (root / name).mkdir(exist_ok=True)
    (root / name / "link").symlink_to(outside)
    (root / name / "loop").symlink_to(root)
    found = endings(root, capsys)
    assert all("outside" not in said and "link/inner" not in said for _, said in found)


UNSAFE = re.compile(r"\.(?:is_file|is_dir|exists|read_bytes)\(\)|\.(?:read_text|rglob|iterdir)\(")
ELSEWHERE = ("text/reading.py", "app/")


def test_files_of_a_repository_are_looked_at_safely() -> None:
    """Paths' own methods raise for links into closed folders, wait for pipes, and know no bound."""
    source = Path(profile_tui.__path__[0])
    found = [
        f"{name}:{number}"
        for path in sorted(source.rglob("*.py"))
        if not (name := path.relative_to(source).as_posix()).startswith(ELSEWHERE)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if UNSAFE.search(line) and "Path(__file__)" not in line  # what comes with the program is known
    ]
    assert found == [], "use os.path.isfile and isdir, and read_bounded or read_start"
