"""Publications that other lists of the site have, too: what their removal would change there, before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.proposal import ProposalScreen
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _

Answer = Literal["everywhere", "here", ""]
"""Where it is removed; empty for nowhere."""


class RemovalScreen(ProposalScreen[Answer]):
    """The diff of a removal from all lists; it is left with where it is to be done."""

    CONTEXT = "removal"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("removal")]

    def __init__(self, files: Sequence[str], diff: str, refusal: str) -> None:
        """Make the screen.

        Args:
            files: The other files that have the publication.
            diff: What its removal from all of them would change.
            refusal: Why it cannot be removed from all of them; empty where it can.
        """
        heading = _("also in {files}").format(files=", ".join(map(one_line, files)))
        super().__init__(heading, diff, [refusal] if refusal else [])
        self.refusal = refusal
