"""Lets atheris look for bytes that a reader does not survive: what is read comes from files that others wrote.

    python scripts/readers.py FOLDER [SECONDS]      # 60 seconds if left out; what is found is kept in FOLDER

FOLDER is also where the inputs of earlier runs are, from which it goes on. A reader may refuse what it is given, by an
`AppError`; all else is a finding. `make readers` installs atheris, which nothing else here needs.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["profile_tui"], enable_loader_override=False):
    from profile_tui.content.change import adoption, edit
    from profile_tui.content.entries.entry import Author, Values
    from profile_tui.content.kinds import kinds
    from profile_tui.content.page.page import Page
    from profile_tui.content.publications import bibtex
    from profile_tui.markup.bibtex.syntax import blocks, stray
    from profile_tui.markup.blocks import walk
    from profile_tui.markup.toml import read_toml
    from profile_tui.markup.yaml.document import YamlDocument
    from profile_tui.site.checks import checks
    from profile_tui.site.fixes import apply, fixes
    from profile_tui.site.repository.locate import Target
    from profile_tui.text.encodings import as_utf_8
    from profile_tui.text.errors import AppError
    from profile_tui.text.source import Source
    from profile_tui.text.span import Span
    from profile_tui.workspace import saved_steps
    from profile_tui.workspace.disk.journal import Journal
    from profile_tui.workspace.drafts import store as drafts

SAMPLES = Path(__file__).parents[1] / "sample_profiles"
LONGEST = 4096
DAMAGED = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, drafts._OtherVersionError)
"""What a reader of the program's own files says it raises, and who calls it expects."""
STATE = Path(tempfile.mkdtemp(prefix="readers-"))
VALUES: Values = {"date": "2026-11", "text": "Ice.", "title": "Reading Ice", "authors": (Author("Ada Example"),)}
TARGET = Target(STATE / "about.md", "about.md")


def page(data: bytes) -> None:
    """A page: cut, read, checked; every span is within it, and no byte is lost."""
    source = Source(data)
    assert source.data == data
    read = Page(source, html=len(data) % 5 == 0)
    size = len(read.text)
    for _, block in walk(read.blocks):
        assert 0 <= block.span.start <= block.span.end <= size
    for section in read.sections:
        for entry in section.entries:
            assert 0 <= entry.span.start <= entry.span.end <= size
    for check in checks():
        list(check.find(read, TARGET))


def changes(data: bytes) -> None:
    """Every entry of a page is removed, and one of every kind added: nothing else moves, or it is refused."""
    read = Page(Source(data))
    for name in kinds():
        for number in range(1, min(3, len(read.entries(name))) + 1):
            _refusing(partial(edit.remove, read, name, number))
        values = {field.name: VALUES[field.name] for field in kinds()[name].fields if field.name in VALUES}
        _refusing(partial(edit.add, read, name, values))


def mended(data: bytes) -> None:
    """Every fix of a page ends, and what it gives can be read."""
    read = Page(Source(data))
    for fix in fixes().values():
        apply(fix, read, TARGET)


def plain_text(data: bytes) -> None:
    """A plain text is adopted, or that is refused."""
    adoption.adopted(Page(Source(data)))


def yaml(data: bytes) -> None:
    """YAML, its problems and its fields."""
    text = Source(data).text
    document = YamlDocument.read(text, Span(0, len(text)))
    json.dumps(document.data, default=str)
    list(document.problems)
    document.fields()


def toml(data: bytes) -> None:
    """TOML."""
    read_toml(Source(data).text)


def bibliography(data: bytes) -> None:
    """BibTeX."""
    text = Source(data).text
    list(stray(text, list(blocks(text))))
    bibtex.from_bibtex(text)


def kept(data: bytes) -> None:
    """What lies in the state folder: a draft, a journal, saved steps."""
    path = STATE / "00000000000000000001-00.json"
    path.write_bytes(data)
    for read in (lambda: drafts._read(path), lambda: _journal(path)):
        with suppress(*DAMAGED):
            read()
    home = saved_steps._folder(STATE)
    home.mkdir(parents=True, exist_ok=True)
    (home / path.name).write_bytes(data)
    for step in saved_steps.saved_steps(STATE):
        assert isinstance(step.files, tuple)


def _journal(path: Path) -> None:
    """Read the journal of a save."""
    journal = Journal.take(path)
    if journal is not None:
        journal.read()
        journal.close()


def encodings(data: bytes) -> None:
    """What is converted to UTF-8 is UTF-8."""
    for asked in (False, True):
        if (made := as_utf_8(data, asked=asked)) is not None:
            made.decode()


READERS: tuple[Callable[[bytes], None], ...] = (
    page, changes, mended, plain_text, yaml, toml, bibliography, kept, encodings,
)  # fmt: skip


def _refusing(work: Callable[[], object]) -> None:
    """Do something that may be refused."""
    with suppress(AppError):
        work()


def one(data: bytes) -> None:
    """Give one input to the reader that its first byte names."""
    if len(data) > 1:
        reader = READERS[data[0] % len(READERS)]
        _refusing(lambda: reader(data[1:]))


def main(folder: Path, seconds: int) -> None:
    """Look for that long."""
    os.environ["XDG_STATE_HOME"] = str(STATE)
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(one for one in SAMPLES.rglob("*") if one.suffix in (".md", ".yml", ".bib", ".toml", ".html")):
        for number in range(len(READERS)):
            seed = folder / f"sample-{number}-{path.parent.name}-{path.name}"
            if not seed.exists():
                seed.write_bytes(bytes([number]) + path.read_bytes()[:LONGEST])
    flags = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=20", f"-artifact_prefix={folder}/found-"]
    atheris.Setup([sys.argv[0], str(folder), *flags], one)
    atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60)
