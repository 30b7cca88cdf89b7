"""News in every shape that was met on pages."""

from __future__ import annotations

from support.shapes.table import Shape, news

_DATES = "2026-03", "2025-11", "2025-04"
_TEXTS = (
    "The FROST data set is out.",
    "One paper accepted by [ICE](https://example.org/ice).",
    "I joined the *Lake* lab!",
)


def _each(line: str, first: str, second: str, third: str) -> str:
    """Three items of one pattern, whose date is `@` and whose text is `~`."""
    dated = zip((first, second, third), _TEXTS, strict=True)
    return "".join(line.replace("@", date).replace("~", text) + "\n" for date, text in dated)


def _alike(line: str, *dates: str, iso: tuple[str, str, str] = _DATES) -> Shape:
    """A list whose items only differ in date and text."""
    return news(line.replace("@", dates[0]).replace("~", "…"), _each(line, *dates), *zip(iso, _TEXTS, strict=True))


_DOTS = "2026.03", "2025.11", "2025.04"
_MON = "Mar 2026", "Nov 2025", "Apr 2025"
_MON_DOT = "Mar. 2026", "Nov. 2025", "Apr. 2025"
_MON_COMMA = "Mar, 2026", "Nov, 2025", "Apr, 2025"
_MONTH = "March 2026", "November 2025", "April 2025"
_DAYS = "2026-03-28", "2025-11-02", "2025-04-15"
_DAY_DOTS = "2026.03.28", "2025.11.02", "2025.04.15"

_PATTERNS = (
    _alike("- *@*: ~", *_DOTS),
    _alike("- *@*: &nbsp;~", *_DOTS),
    _alike("- *@*：&nbsp;~", *_DOTS),
    _alike("- *@*, ~", *_DOTS),
    _alike("- **@**: ~", *_DOTS),
    _alike("- **[@]** ~", *_MON_DOT),
    _alike("- **[@]** ~", *_MON),
    _alike("- **[@]:** ~", *_MON_COMMA),
    _alike("- **@：** ~", *_MON),
    _alike("- **@**：~", *_MON),
    _alike("- **@:** ~", "Mar 26", "Nov 25", "Apr 25"),
    _alike("- **@** – ~", *_MON_DOT),
    _alike("- **@ :** ~", *_DAY_DOTS, iso=_DAYS),
    _alike("- *@*: ~", *_DAY_DOTS, iso=_DAYS),
    _alike("- @: ~", *_DAY_DOTS, iso=_DAYS),
    _alike("- @: ~", *_DOTS),
    _alike("- @: ~", *_MON),
    _alike("- @: ~", "03/2026", "11/2025", "04/2025"),
    _alike("* @ ~", *_DAYS, iso=_DAYS),
    _alike("- [@] ~", *_DOTS),
    _alike("* [@] ~", *_DOTS),
    _alike("- \\[@\\] ~", *_DOTS),
    _alike("- [**@**] ~", *_MONTH),
    _alike("- [@] ~", "03/2026", "11/2025", "04/2025"),
    _alike("* (@) ~", *_MONTH),
    _alike("- `@` ~", *_DOTS),
    _alike("- *@*: ~", "2026", "2025", "2024", iso=("2026", "2025", "2024")),
    _alike("- __@__ ~", *_MONTH),
    _alike("- **@**：~", "2026年3月", "2025年11月", "2025年4月"),
    _alike(
        "- **@**：~", "2026年3月8日", "2025年11月12日", "2025年4月15日", iso=("2026-03-08", "2025-11-12", "2025-04-15")
    ),
    _alike("- **@** | ~", "March 28, 2026", "November 2, 2025", "April 15, 2025", iso=_DAYS),
    _alike("-\t*@*: ~", *_DOTS),
    _alike("*   *@*: ~", *_DOTS),
    _alike("- 🗓️ **@** — ~", *_MON),
    _alike("* 🎉 [@] ~", "2026/03", "2025/11", "2025/04"),
    _alike("+ *@*: ~", *_DOTS),
    _alike("  - *@*: ~", *_DOTS),
    _alike("1. *@*: ~", *_DOTS),
)


def _html(line: str, *dates: str, iso: tuple[str, str, str] = _DATES) -> Shape:
    """An HTML list; texts in it are HTML, as they stand."""
    body = "<ul>\n" + _each(line, *dates) + "</ul>\n"
    first = line.replace("@", dates[0]).replace("~", "…")
    return news(first, body, *zip(iso, _TEXTS, strict=True))


_LISTS = (
    _html("  <li><b>[@]</b> ~</li>", *_DOTS),
    _html("  <li><b>[@]</b> ~</li>", *_MON_DOT),
    _html("<li><strong>@</strong>: ~</li>", *_DOTS),
    _html("<li>@: ~</li>", *_DOTS),
    _html("    <li>@, ~</li>", "2026/3/28", "2025/11/2", "2025/4/15", iso=_DAYS),
    _html("<li><strong>@:</strong> ~</li>", "Mar 26", "Nov 25", "Apr 25"),
    _html("<li>🎉 <strong>@</strong>: ~</li>", *_MONTH),
    _html("<li>@: ~", *_DOTS),
    news(
        "<li> with the date last",
        "<ul>\n<li>Scientist at a lab. May 2025</li>\n<li>Visitor of the <b>Ice</b> group. June 2024</li>\n</ul>\n",
        ("2025-05", "Scientist at a lab."),
        ("2024-06", "Visitor of the <b>Ice</b> group."),
    ),
    news(
        "an HTML list with a part that is folded away",
        "<ul>\n<li>2026.03: Snow.</li>\n<li>2025.11: Ice.</li>\n"
        '<div id="more" style="display:none">\n<li>2024.01: Rain.</li>\n</div>\n</ul>\n',
        ("2026-03", "Snow."),
        ("2025-11", "Ice."),
        ("2024-01", "Rain."),
    ),
    news(
        "HTML boxes of two spans",
        '<div class="news-list">\n  <div class="news-item"><span class="news-date">Mar 2026</span>'
        '<span class="news-text">A map of lakes.</span></div>\n'
        '  <div class="news-item"><span class="news-date">Nov 2025</span>'
        '<span class="news-text">A <b>talk</b>.</span></div>\n</div>\n',
        ("2026-03", "A map of lakes."),
        ("2025-11", "A <b>talk</b>."),
        refuses="undated",
    ),
    news(
        "an HTML list between other lists",
        "<ul>\n<li>2026.03: Snow.</li>\n<li>2025.11: Ice.</li>\n</ul>\n\nOlder:\n\n<ul>\n"
        "<li>2024.01: Rain.</li>\n</ul>\n",
        ("2026-03", "Snow."),
        ("2025-11", "Ice."),
        ("2024-01", "Rain."),
    ),
    news(
        "items in a division of the list, and a link that unfolds it",
        "<ul>\n<li>2026.03: Snow.</li>\n<li>2025.11: Ice.</li>\n"
        '<li> <a href="javascript:toggle(\'more\')">Show more</a> </li>\n<div id="more" style="display:none">\n'
        "<li>2024.01: Rain.</li>\n<li>2023.07: Hail.</li>\n</div>\n</ul>\n",
        ("2026-03", "Snow."),
        ("2025-11", "Ice."),
        ("2024-01", "Rain."),
        ("2023-07", "Hail."),
    ),
    news(
        "a list in a division that is called one of papers",
        '<div class=\'paper-box-text\' style="font-size: larger;" markdown="1">\n\n'
        "- [03/2026] Snow.\n- **[11/2025] Ice is in.**\n- [04/2025] Rain.\n\n</div>\n",
        ("2026-03", "Snow."),
        ("2025-11", "**Ice is in.**"),
        ("2025-04", "Rain."),
    ),
    news(
        "a table with the date in td",
        "<table>\n<tr>\n<td><strong>[Jun, 2025]</strong></td>\n<td>Two papers on ice.</td>\n</tr>\n"
        "<tr>\n<td><strong>[Mar, 2025]</strong></td>\n"
        "<td>A <a href='https://example.org'>map</a> of lakes.</td>\n</tr>\n</table>\n",
        ("2025-06", "Two papers on ice."),
        ("2025-03", "A <a href='https://example.org'>map</a> of lakes."),
    ),
    news(
        "a table of one line a row, with th and style",
        '<table class="news">\n\t<tr><th width="12%">2025.06</th><td>Two papers on ice.</td></tr>\n'
        '\t<tr><th width="12%">2025.03</th><td>A map of lakes.</td></tr>\n</table>\n',
        ("2025-06", "Two papers on ice."),
        ("2025-03", "A map of lakes."),
    ),
    news(
        "a Markdown table",
        "| Date | What |\n|------|------|\n| Jun 2025 | Two papers on *ice*. |\n| Mar 2025 | A map of lakes. |\n",
        ("2025-06", "Two papers on *ice*."),
        ("2025-03", "A map of lakes."),
    ),
    news(
        "a Markdown table in line, the date last, without bars around it",
        "What               | When\n------------------ | -------\nTwo papers on ice. | 2025-06\n"
        "A map of lakes.    | 2025-03\n",
        ("2025-06", "Two papers on ice."),
        ("2025-03", "A map of lakes."),
    ),
    news(
        "a Markdown table of three columns without a head",
        "| 2025-06 | Two papers on ice. | Tarn |\n| 2025-03 | A map of `a|b` lakes. | |\n",
        ("2025-06", "Two papers on ice. | Tarn"),
        ("2025-03", "A map of `a|b` lakes."),
    ),
)
_ROOMS = (
    news(
        "paragraphs that begin with [**Mon YYYY**]",
        "[**June 2025**] I am soon joining the lab.\n\n[**March 2025**] A *paper* on frost.\n\n"
        "[**May 2024**] I moved.\n",
        ("2025-06", "I am soon joining the lab."),
        ("2025-03", "A *paper* on frost."),
        ("2024-05", "I moved."),
        refuses="undated",
    ),
    news(
        "paragraphs that begin with **Mon YYYY：** and no blank",
        "**April 2024：**Our work on *frost* is out.\n\n**January 2024：**A talk.\n",
        ("2024-04", "Our work on *frost* is out."),
        ("2024-01", "A talk."),
        refuses="undated",
    ),
    news(
        "emoji before the text",
        "- *2025.04*: &nbsp;🎉🎉 One paper.\n- *2025.01*: 🎉 A talk.\n",
        ("2025-04", "🎉🎉 One paper."),
        ("2025-01", "🎉 A talk."),
    ),
    news(
        "undated among dated",
        "- *2025.04*: One paper.\n- [Ongoing] Workflow chair of **ICE 2026**.\n- *2024.09*: A talk.\n",
        ("2025-04", "One paper."),
        (None, "[Ongoing] Workflow chair of **ICE 2026**."),
        ("2024-09", "A talk."),
    ),
    news(
        "a range of dates in marks",
        "- **[03/2026 – 05/2026]** A stay at the coast.\n- **[11/2025]** A talk.\n- *2025.02 - now*: A new job.\n",
        ("2026-03", "A stay at the coast."),
        ("2025-11", "A talk."),
        ("2025-02", "A new job."),
    ),
    news(
        "all undated",
        "- I moved to the coast.\n- Our **map** is out.\n- A talk at the polar seminar.\n",
        (None, "I moved to the coast."),
        (None, "Our **map** is out."),
        (None, "A talk at the polar seminar."),
    ),
    news(
        "several dated shapes in one list",
        "- *2025.04*: One paper.\n- **[Mar. 2025]** A map.\n- 2025.01: A talk.\n",
        ("2025-04", "One paper."),
        ("2025-03", "A map."),
        ("2025-01", "A talk."),
    ),
    news(
        "oldest first",
        "- *2024.01*: One.\n- *2024.05*: Two.\n- *2025.02*: Three.\n",
        ("2024-01", "One."),
        ("2024-05", "Two."),
        ("2025-02", "Three."),
        at_end=True,
    ),
    news(
        "items of several lines, indented or lazy",
        "- *2025.04*: One paper on ice\n  that is long.\n- *2025.01*: A talk  \n"
        "  with a second line.\n- *2024.09*: A map\nof lakes.\n",
        ("2025-04", "One paper on ice that is long."),
        ("2025-01", "A talk with a second line."),
        ("2024-09", "A map of lakes."),
    ),
    news(
        "nested bullets",
        "- *2025.04*: Two papers:\n  - one on ice\n  - one on snow\n- *2025.01*: A talk.\n",
        ("2025-04", "Two papers: - one on ice - one on snow"),
        ("2025-01", "A talk."),
    ),
    news(
        "blank lines between items",
        "- *2025.04*: One paper.\n\n- *2025.01*: A talk.\n\n- *2024.09*: A map.\n",
        ("2025-04", "One paper."),
        ("2025-01", "A talk."),
        ("2024-09", "A map."),
    ),
    news(
        "a blank line before one item only",
        "- *2025.04*: One paper.\n- *2025.01*: A talk.\n\n- *2024.09*: A map.\n",
        ("2025-04", "One paper."),
        ("2025-01", "A talk."),
        ("2024-09", "A map."),
    ),
    news("one item", "- *2025.04*: One paper.\n", ("2025-04", "One paper.")),
    news(
        "year subheadings",
        "## 2025\n\n- *2025.04*: One paper.\n- *2025.01*: A talk.\n\n## 2024\n\n"
        "- *2024.09*: A map.\n- *2024.01*: I moved.\n",
        ("2025-04", "One paper."),
        ("2025-01", "A talk."),
        ("2024-09", "A map."),
        ("2024-01", "I moved."),
    ),
    news(
        "details by year",
        '<details markdown="1" open>\n<summary>2025</summary>\n\n- *2025.04*: One paper.\n'
        "- *2025.01*: A talk.\n\n</details>\n\n"
        '<details markdown="1">\n<summary>2024</summary>\n\n- *2024.09*: A map.\n'
        "- *2024.01*: I moved.\n\n</details>\n",
        ("2025-04", "One paper."),
        ("2025-01", "A talk."),
        ("2024-09", "A map."),
        ("2024-01", "I moved."),
    ),
    news(
        "Markdown in a scroll box",
        '<div style="height: 200px; overflow: auto;" markdown="1">\n\n- *2025.04*: One paper.\n'
        "- *2025.01*: A talk.\n\n</div>\n",
        ("2025-04", "One paper."),
        ("2025-01", "A talk."),
    ),
    news(
        "an HTML list in a scroll box",
        '<div class="scroll">\n  <ul>\n    <li>2025.04: One paper.</li>\n'
        "    <li>2025.01: A talk.</li>\n  </ul>\n</div>\n",
        ("2025-04", "One paper."),
        ("2025-01", "A talk."),
    ),
    news(
        "old items in a comment after the list",
        "- *2025.04*: One paper.\n- *2025.01*: A talk.\n\n<!--\n- *2020.01*: Old.\n- *2019.01*: Older.\n-->\n",
        ("2025-04", "One paper."),
        ("2025-01", "A talk."),
    ),
    news(
        "a commented-out item before the list",
        "<!-- - *2026.01*: Not yet. -->\n\n- *2025.04*: One paper.\n- *2025.01*: A talk.\n",
        ("2025-04", "One paper."),
        ("2025-01", "A talk."),
    ),
    news(
        "a comment in the list",
        "- *2025.04*: One paper.\n<!-- the talk was moved -->\n- *2025.01*: A talk.\n- *2024.09*: A map.\n",
        ("2025-04", "One paper."),
        ("2025-01", "A talk."),
        ("2024-09", "A map."),
    ),
    news(
        "an include after the last item",
        "- *2025.04*: One paper.\n- *2025.01*: A talk.\n\n{% assign year = 2025 %}\n\n---\n",
        ("2025-04", "One paper."),
        ("2025-01", "A talk."),
    ),
    news(
        "Liquid in an item",
        '- *2025.04*: See [this]({{ "/map/" | relative_url }}).\n- *2025.01*: A talk.\n',
        ("2025-04", 'See [this]({{ "/map/" | relative_url }}).'),
        ("2025-01", "A talk."),
    ),
    news(
        "a sentence before the list",
        "What happened lately:\n\n- *2025.04*: One paper.\n- *2025.01*: A talk.\n",
        ("2025-04", "One paper."),
        ("2025-01", "A talk."),
    ),
)
NEWS: tuple[Shape, ...] = (*_PATTERNS, *_LISTS, *_ROOMS)
