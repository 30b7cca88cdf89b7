"""News: dated items, the newest on top."""

from __future__ import annotations

from profile_tui.content.entries.dated import DatedKind
from profile_tui.content.entries.entry import Field
from profile_tui.content.entries.kind import any_of
from profile_tui.content.kinds import register


class News(DatedKind):
    """The news of a page."""

    name = "news"
    title = "News"
    one = "news item"
    emoji = "🔥"
    order = 1
    precedence = 20
    heading = any_of(
        r"\bnews\b",
        r"what['’]?s new",
        r"\bupdates?\b",
        r"\bannouncements?\b",
        r"\brecent (activities|events)\b",
        r"新闻",
        r"动态",
        r"最新消息",
        r"近况",
        r"ニュース",
        r"お知らせ",
        r"소식",
        r"noticias",
        r"novedades",
        r"actualités",
        r"neuigkeiten",
    )
    fields = (
        Field("date", "Date", "date", hint="today, 2026-11 or Nov 2026"),
        Field("text", "Text", "markdown", required=True, hint="Markdown, one line"),
    )
    sample = (
        "# News\n\n- *2026.03*: The *Lakes* data set is out.\n- *2025.11*: 🎉 One paper accepted by **ICE 2026**.\n"
    )


register(News())
