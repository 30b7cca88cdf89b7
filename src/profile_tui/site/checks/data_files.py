"""Data files that stop the build, and what in them is read otherwise than meant."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from profile_tui.markup.yaml.document import YamlDocument, YamlError
from profile_tui.site.checking.seen import left_out
from profile_tui.site.checks import Surveyor, register_surveyor
from profile_tui.site.problem import Problem
from profile_tui.site.records.data_list import folder_of
from profile_tui.site.repository.tree import YAML, below
from profile_tui.text.catalogue import _
from profile_tui.text.reading import read_bounded
from profile_tui.text.source import Source
from profile_tui.text.span import Span

_THEMES = frozenset(("ui-text",))
"""Files that themes bring along, which nobody edits."""


@register_surveyor
class DataFiles(Surveyor):
    """Reads all YAML files of the data folder."""

    def end(self) -> Iterator[Problem]:
        """What is wrong with them."""
        closed: list[OSError] = []
        for path in below(folder_of(self.given.site), YAML, skipped=lambda name: False, closed=closed.append):
            yield from _checked(path, self._name(path))
        # a folder that is not there is none of the site's
        yield from (left_out(self._name(error.filename), error) for error in closed if os.path.lexists(error.filename))

    def _name(self, path: str | Path) -> str:
        """Return what a path is called: relative to the root."""
        return os.path.relpath(path, self.given.site.root).replace(os.sep, "/")


_WORDS = (
    (_("Jekyll drops the whole front matter"), _("The site does not build")),
    (_("in front matter"), _("in data files")),
    (_("within the header"), _("within the file")),
)
"""What is said of front matter, and what that is in a data file; the first of each is in longer messages."""


def _checked(path: Path, name: str) -> Iterator[Problem]:
    """What is wrong with one file."""
    try:
        source = Source(read_bounded(path))
    except OSError as error:
        yield left_out(name, error)
        return
    if (at := source.first_undecodable_byte) is not None:
        message = _("A byte here is not UTF-8: the site does not build. Convert the file to UTF-8.")
        yield Problem("error", "not-utf8", name, source.line_number(at), message)
        return
    try:
        document = YamlDocument.read(source.text, Span(0, len(source.text)))
    except YamlError as error:
        yield Problem(
            "error",
            "yaml-error",
            name,
            error.line,
            _("The whole site does not build: {message}").format(message=error.message),
        )
        return
    for line, code, message in document.problems:
        if code != "fatal-value" and path.stem in _THEMES:
            continue
        for in_header, in_file in _WORDS:
            message = message.replace(in_header, in_file)
        yield Problem("error" if code == "fatal-value" else "warning", code, name, line, message)
