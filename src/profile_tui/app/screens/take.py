"""What taking papers of a list would change, before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.proposal import ProposalScreen
from profile_tui.text.catalogue import _


class TakeScreen(ProposalScreen[bool]):
    """The diff of what was ticked; enter applies it, as one step."""

    CONTEXT = "take"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("take")]

    def __init__(self, diff: str, refused: Sequence[str]) -> None:
        """Make the screen.

        Args:
            diff: What would change.
            refused: Why some papers cannot be taken, a line for each.
        """
        super().__init__(_("will be changed"), diff, (_("left out: {why}").format(why=why) for why in refused))
