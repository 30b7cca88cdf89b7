"""BibTeX that was pasted into a form: its entries fill the fields one after the other."""

from __future__ import annotations

import re
from collections.abc import Mapping

from profile_tui.content.entries.entry import Value, text_in
from profile_tui.content.publications.bibtex import Given, Unusable
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.workspace import bibtex
from profile_tui.workspace.workspace import Workspace


class Pasted:
    """The entries of a pasted text.

    Attributes:
        given: The entry that fills the form now; None before the first.
    """

    def __init__(self, workspace: Workspace, text: str, origin: str = "BibTeX") -> None:
        """Reads a text.

        Args:
            workspace: The site.
            text: The text.
            origin: Where it is from, as users are told.

        Raises:
            UsageError: It holds no entry that can be read.
        """
        self.given: Given | None = None
        self._workspace = workspace
        self._origin = origin
        entries = bibtex.entries(workspace, text)
        self._waiting = [parsed for parsed in entries if isinstance(parsed, Given)]
        self._count = len(self._waiting)
        self._left_out = [
            _("line {line}, {reason}").format(line=parsed.line, reason=parsed.reason)
            for parsed in entries
            if isinstance(parsed, Unusable)
        ]
        if not self._waiting:
            raise UsageError(_("nothing is filled in: {left_out}").format(left_out=self._left_out[0]))

    def next(self) -> Given | None:
        """Go to the next entry; of several, those that are there already are passed over."""
        while self._waiting:
            self.given = self._waiting.pop(0)
            if self._count == 1 or self._there() is None:
                return self.given
            self._left_out.append(_("{title} is there already").format(title=self.given.values["title"]))
        return None

    def _there(self) -> int | None:
        """The number of the publication that is the same paper, as far as that is known without waiting."""
        ref = bibtex.already_there(self._workspace, bibtex.with_numbers(self.given)) if self.given else None
        return ref.number if ref else None

    @property
    def message(self) -> str:
        """What to tell the user of the entry that fills the form."""
        at = self._count - len(self._waiting)
        which = _("entry {at} of {count}").format(at=at, count=self._count) if self._count > 1 else self._origin
        message = _("Filled from {which}; please check.").format(which=which)
        if self._count == 1 and (number := self._there()):
            message = _("This paper is there already, as publication {number}. {said}").format(
                number=number, said=message
            )
        return " ".join([message, *(_("Left out: {reason}.").format(reason=reason) for reason in self._left_out)])

    def source(self, values: Mapping[str, Value]) -> str:
        """The entry as BibTeX, if the fields still are about it; empty where they were filled anew."""
        if self.given is None:
            return ""
        before, now = (
            set(re.findall(r"\w+", text_in(typed, "title").casefold())) for typed in (self.given.values, values)
        )
        return self.given.source if now and len(before & now) * 2 >= len(now) else ""
