"""The program as a process: its exit code, its streams, and what it imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PAGE = "---\ntitle: T\n---\n\n# News\n\n- *2026.01*: Snow.\n- *2025.01*: Ice 冰.\n"
HEAVY = "'textual' in sys.modules, 'rich' in sys.modules, 'yaml' in sys.modules"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "about.md"
    file.write_text(PAGE, "utf-8")
    return file


def process(*words: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, *words], input=stdin, capture_output=True, cwd=cwd, timeout=60, check=False)


def test_the_module_is_the_program(page: Path) -> None:
    done = process(
        "-m", "profile_tui", "news", "add", "--date", "2026-11", "--in", "about.md", "Hail.", cwd=page.parent
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"about.md:7: added news item 1\n", b"")
    assert page.read_text("utf-8") == PAGE.replace("- *2026.01", "- *2026.11*: Hail.\n- *2026.01")


@pytest.mark.parametrize(
    "words",
    [
        ("show", "about.md"),
        ("news", "add", "--in", "about.md", "Hail."),
        ("publications", "add", "--in", "about.md", "--title", "Hail on us", "--author", "A. Ex"),
    ],
)
def test_nothing_of_looking_up_is_imported_before_it_is_asked_for(page: Path, words: tuple[str, ...]) -> None:
    page.write_text(f"{PAGE}\n# Publications\n\n- **Ice in spring**, Ada Example, Ben Sample, *ICE*, 2025\n", "utf-8")
    program = (
        "import sys; from profile_tui.cli.main import run; run(sys.argv[1:], int); "
        "print([name for name in sys.modules if name in ('urllib.request', 'http', 'ssl', 'socket', 'xml', 'email') "
        "or 'lookup' in name or 'services' in name], file=sys.stderr)"
    )
    done = process("-c", program, *words, cwd=page.parent)
    assert done.stderr == b"[]\n"


def test_complaints_go_to_standard_error(page: Path) -> None:
    done = process("-m", "profile_tui", "show", "none.md", cwd=page.parent)
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"profile-tui: none.md: ")
    assert done.stderr.count(b"\n") == 1


def test_a_reader_that_leaves_early_is_no_error(page: Path) -> None:
    page.write_text(PAGE + "- *2024.01*: Rain.\n" * 5000, "utf-8")
    program = [sys.executable, "-m", "profile_tui", "show", str(page)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""


def test_bibtex_comes_from_standard_input(page: Path) -> None:
    page.write_text("# Publications\n\n- **Ice in spring**, Ada Example, Ben Sample, *ICE*, 2025\n", "utf-8")
    bibtex = (
        "@article{x, title={Hail over lakes}, author={Example, Ada and Łuk, Bo}, journal={POLAR}, year=2026}".encode()
    )
    done = process("-m", "profile_tui", "publications", "add", "--in", str(page), "--bibtex", "-", stdin=bibtex)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "\n- **Hail over lakes**, Ada Example, Bo Łuk, *POLAR*, 2026\n" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "heavy"),
    [
        (["show", "about.md"], "False False"),
        (["show", "--json", "about.md"], "False False"),
        (["check", "about.md"], "False False"),
        (["news", "add", "--in", "about.md", "x"], "False False False"),
        (["news", "edit", "--in", "about.md", "1", "--text", "x"], "False False False"),
        (["--help"], "False False False"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_imports_nothing_heavy(page: Path, words: list[str], heavy: str) -> None:
    program = (
        "import sys; from profile_tui.cli.main import run; "
        f"code = run({words!r}, print); print({HEAVY}, file=sys.stderr); sys.exit(code)"
    )
    done = process("-c", program, cwd=page.parent)
    assert done.returncode == 0
    assert done.stderr.decode().strip().startswith(heavy)


SLOW_TO_IMPORT = """
    asyncio calendar dataclasses difflib email hashlib html.entities http importlib.metadata importlib.resources inspect
    logging pkgutil random shutil ssl subprocess tempfile textwrap threading tomllib urllib.request
    weakref yaml zipfile textual rich
    profile_tui.content.publications.reader
    profile_tui.content.languages.months profile_tui.content.languages.spelled profile_tui.markup.bibtex.syntax
    profile_tui.markup.liquid.expressions profile_tui.markup.yaml.nodes profile_tui.site.bindings.find
    profile_tui.site.bindings.roles profile_tui.site.checks profile_tui.site.owner.store profile_tui.site.records.store
    profile_tui.site.stores profile_tui.site.templates profile_tui.workspace.drafts.store
""".split()
"""What takes long to import, and neither reading a page that stands alone nor adding to it needs."""


@pytest.mark.parametrize(
    ("words", "more"),
    [
        (
            ["show", "about.md"],
            ["datetime", "profile_tui.content.change.edit", "profile_tui.content.publications.reader"],
        ),
        (["news", "add", "--in", "about.md", "--date", "2026-11", "x"], ["profile_tui.content.publications.reader"]),
    ],
    ids=["show", "add"],
)
def test_a_short_command_imports_little(page: Path, words: list[str], more: list[str]) -> None:
    program = (
        "import sys; from profile_tui.cli.main import run; "
        f"code = run({words!r}, print); "
        f"print([one for one in {[*SLOW_TO_IMPORT, *more]!r} if one in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    done = process("-I", "-c", program, cwd=page.parent)
    assert (done.returncode, done.stderr) == (0, b"[]\n")


@pytest.mark.parametrize("command", ["show", "check"])
def test_reading_a_site_imports_nothing_of_writing(page: Path, command: str) -> None:
    (page.parent / "_config.yml").write_text("title: T\n", "utf-8")
    paper = "- **Ice**, A. Ex, *ICE*, 2025\n"
    (page.parent / "publications.md").write_text(f"---\ntitle: Publications\n---\n\n{paper}", "utf-8")
    page.rename(page.with_name("index.md"))
    program = (
        "import sys; from profile_tui.cli.main import run; "
        f"code = run([{command!r}, '.'], print); "
        "print([name for name in sys.modules if '.change' in name], file=sys.stderr); sys.exit(code)"
    )
    done = process("-c", program, cwd=page.parent)
    assert (done.returncode, done.stderr) == (0, b"[]\n")


def test_the_reader_of_pages_imports_nothing_heavy() -> None:
    done = process("-c", f"import sys, profile_tui.content.page.page; print({HEAVY})")
    assert done.stdout.split() == [b"False", b"False", b"False"]


def test_a_module_of_the_repository_is_not_run(page: Path) -> None:
    for name in ("pathlib", "argparse", "json", "yaml", "re", "difflib", "tomllib", "pkgutil", "subprocess"):
        (page.parent / f"{name}.py").write_text("raise SystemExit('ran')\n")
    for words in (["show", "--json", "about.md"], ["check", "about.md"], ["news", "add", "--in", "about.md", "Hail."]):
        done = process("-m", "profile_tui", *words, cwd=page.parent)
        assert (done.returncode, done.stderr) == (0, b"")
