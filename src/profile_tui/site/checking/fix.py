"""What a fix is: it mends what a check found in a page, by splices alone."""

from __future__ import annotations

from collections.abc import Callable

from profile_tui.content.page.page import Page
from profile_tui.site.repository.locate import Target
from profile_tui.text.dataclass import dataclass
from profile_tui.text.source import Source


@dataclass(frozen=True)
class Fix:
    """A fix for the problems of one code. It is proven on what it gives: see `apply`.

    Attributes:
        code: The code of the problems.
        label: What it does, for the user and for undo.
        mend: Gives the file with all such problems mended that can be; as it was where none can.
        of_header: Whether it makes Jekyll see a page: then problems show that nobody could see before.
        of_blocks: Whether it makes other blocks of the body, as is meant.
    """

    code: str
    label: str
    mend: Callable[[Page, Target], Source]
    of_header: bool = False
    of_blocks: bool = False
