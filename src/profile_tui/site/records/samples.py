"""The entries that come with a template, in collections."""

from __future__ import annotations

import re
from pathlib import Path

from profile_tui.site.records.store import Read
from profile_tui.text.errors import Unreadable
from profile_tui.text.pattern import lazily

NAME = lazily(r"(paper-title-number|announcement_[123]$|talk-\d$|tutorial-\d$|(spring|fall)-teaching-\d$)", re.I)
"""How their files are named."""
TEXT = lazily(
    r"Paper Title Number \d|on Relevant Topic in Your Field|Teaching experience \d|A simple inline announcement"
    r"|A long announcement with details"
)
"""What they say."""


def is_sample(path: Path, read: Read) -> bool:
    """Return whether a file is named as one of the template's, and says what that says."""
    if not NAME.search(path.stem):
        return False
    try:
        return TEXT.search(read(path).text) is not None
    except Unreadable:
        return False
