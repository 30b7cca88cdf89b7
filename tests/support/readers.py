"""What atheris looks at: each reader, with what it promises of any bytes.

A reader may refuse them by an `AppError`; all else is a finding. `scripts/readers.py` gives them random bytes. What it
finds goes into `tests/unit/test_odd_bytes.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

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

DAMAGED = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, drafts._OtherVersionError)
"""What a reader of the program's own files says it raises, and who calls it expects."""
VALUES: Values = {"date": "2026-11", "text": "Ice.", "title": "Reading Ice", "authors": (Author("Ada Example"),)}


class Readers:
    """The readers.

    Attributes:
        all: Each of them; the first byte of an input names one.
    """

    def __init__(self, state: Path) -> None:
        """Keep the program's own files in a folder."""
        self._state = state
        self._target = Target(state / "about.md", "about.md")
        self.all: tuple[Callable[[bytes], None], ...] = (
            self.page, self.changes, self.mended, self.plain_text, self.yaml, self.toml, self.bibliography, self.kept,
            self.encodings,
        )  # fmt: skip

    def one(self, data: bytes) -> None:
        """Give one input to the reader that its first byte names."""
        if len(data) > 1:
            _refusing(lambda: self.all[data[0] % len(self.all)](data[1:]))

    def page(self, data: bytes) -> None:
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
            list(check.find(read, self._target))

    def changes(self, data: bytes) -> None:
        """Every entry of a page is removed, and one of every kind added: nothing else moves, or it is refused."""
        read = Page(Source(data))
        for name in kinds():
            for number in range(1, min(3, len(read.entries(name))) + 1):
                _refusing(partial(edit.remove, read, name, number))
            values = {field.name: VALUES[field.name] for field in kinds()[name].fields if field.name in VALUES}
            _refusing(partial(edit.add, read, name, values))

    def mended(self, data: bytes) -> None:
        """Every fix of a page ends, and what it gives can be read."""
        read = Page(Source(data))
        for fix in fixes().values():
            apply(fix, read, self._target)

    def plain_text(self, data: bytes) -> None:
        """A plain text is adopted, or that is refused."""
        adoption.adopted(Page(Source(data)))

    def yaml(self, data: bytes) -> None:
        """YAML, its problems and its fields."""
        text = Source(data).text
        document = YamlDocument.read(text, Span(0, len(text)))
        json.dumps(document.data, default=str)
        list(document.problems)
        document.fields()

    def toml(self, data: bytes) -> None:
        """TOML."""
        read_toml(Source(data).text)

    def bibliography(self, data: bytes) -> None:
        """BibTeX."""
        text = Source(data).text
        list(stray(text, list(blocks(text))))
        bibtex.from_bibtex(text)

    def kept(self, data: bytes) -> None:
        """What lies in the state folder: a draft, a journal, saved steps."""
        path = self._state / "00000000000000000001-00.json"
        path.write_bytes(data)
        for read in (lambda: drafts._read(path), lambda: _journal(path)):
            with suppress(*DAMAGED):
                read()
        home = saved_steps._folder(self._state)
        home.mkdir(parents=True, exist_ok=True)
        (home / path.name).write_bytes(data)
        for step in saved_steps.saved_steps(self._state):
            assert isinstance(step.files, tuple)

    def encodings(self, data: bytes) -> None:
        """What is converted to UTF-8 is UTF-8."""
        for asked in (False, True):
            if (made := as_utf_8(data, asked=asked)) is not None:
                made.decode()


def _journal(path: Path) -> None:
    """Read the journal of a save."""
    journal = Journal.take(path)
    if journal is not None:
        journal.read()
        journal.close()


def _refusing(work: Callable[[], object]) -> None:
    """Do something that may be refused."""
    with suppress(AppError):
        work()
