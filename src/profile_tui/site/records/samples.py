"""The entries that come with a template, in collections."""

from __future__ import annotations

import re

from profile_tui.text.pattern import lazily

NAME = lazily(r"(paper-title-number|announcement_[123]$|talk-\d$|tutorial-\d$|(spring|fall)-teaching-\d$)", re.I)
"""How their files are named."""
TEXT = lazily(
    r"Paper Title Number \d|on Relevant Topic in Your Field|Teaching experience \d|A simple inline announcement"
    r"|A long announcement with details"
)
"""What they say."""
