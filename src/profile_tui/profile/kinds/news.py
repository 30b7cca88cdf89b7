"""News: dated items, the newest on top."""

from __future__ import annotations

import re

from profile_tui.profile.entry import Field
from profile_tui.profile.kinds import register
from profile_tui.profile.dated import DatedKind


class News(DatedKind):
    """The news of a page."""

    name = "news"
    title = "News"
    one = "news item"
    emoji = "🔥"
    order = 1
    precedence = 20
    heading = re.compile(
        r"\bnews\b|what['’]?s new|\bupdates?\b|\bannouncements?\b|\brecent (activities|events)\b|新闻|动态|最新消息|近况|ニュース|お知らせ|소식|noticias|novedades|actualités|neuigkeiten",
        re.I,
    )
    fields = (
        Field("date", "Date", "date", hint="today, 2026-11 or Nov 2026"),
        Field("text", "Text", "markdown", required=True, hint="Markdown, one line"),
    )
    sample = (
        "# News\n\n- *2026.03*: The *Lakes* data set is out.\n- *2025.11*: 🎉 One paper accepted by **ICE 2026**.\n"
    )


register(News())
