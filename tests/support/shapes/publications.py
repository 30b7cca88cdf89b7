"""Publications in every shape that was met on pages."""

from __future__ import annotations

from support.shapes.table import Shape, paper, publications

LAKES, ICE, SNOW = "Reading small lakes from above", "Ice in early spring", "Drifting snow and its maps"
_U = "https://example.org/"


def _box(title: str, people: str, image: str, rest: str) -> str:
    """A paper box, its text in paragraphs."""
    text = f"<div class='paper-box-text' markdown=\"1\">\n\n{title}\n\n{people}\n\n{rest}\n</div>"
    return f"<div class='paper-box'>{image}{text}\n</div>\n"


def _badge(venue: str) -> str:
    """The image part of a paper box."""
    return (
        f"<div class='paper-box-image'><div><div class=\"badge\">{venue}</div>"
        '<img src=\'images/a.png\' alt="sym" width="100%"></div></div>\n'
    )


_CITED = "<strong><span class='show_paper_citations' data='Xy12ab:Qr34'></span></strong>"
_BOXES = (
    publications(
        "paper boxes with image and badge",
        _box(
            f"[{LAKES}]({_U}lakes)", "**Ada Example**, Ben Sample", _badge("ICE 2026"), f"[**Project**]({_U}p) {_CITED}"
        )
        + "\n"
        + _box(
            f"[{ICE}]({_U}ice)", "Ben Sample, **Ada Example**", _badge("SNOW 2025"), f"[**Project**]({_U}q) {_CITED}"
        ),
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes", Project=f"{_U}p"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice", Project=f"{_U}q"),
    ),
    publications(
        "paper boxes without image or badge",
        _box(f"[{LAKES}]({_U}lakes)", "**Ada Example**, Ben Sample", "\n", "*ICE*, 2026")
        + _box(f"[{ICE}]({_U}ice)", "Ben Sample, **Ada Example**", "\n", "*SNOW*, 2025"),
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "a paper box with bullets and bars",
        _box(
            f"[{LAKES}]({_U}lakes)",
            "**Ada Example**, Ben Sample",
            _badge("ICE 2026"),
            f"[**Code**]({_U}c) \\| [**Video**]({_U}v)\n- We measure small lakes from above.",
        ),
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes", Code=f"{_U}c", Video=f"{_U}v"),
    ),
    publications(
        "paper boxes with hard breaks and a bold title",
        "<div class='paper-box'><div class='paper-box-text' markdown=\"1\">\n"
        f"**{LAKES}** \\\\\n**Ada Example**, Ben Sample \\\\\n*ICE 2026* \\\\\n"
        f"[Paper]({_U}lakes)\n</div></div>\n\n"
        "<div class='paper-box'><div class='paper-box-text' markdown=\"1\">\n"
        f"**{ICE}** \\\\\nBen Sample, **Ada Example** \\\\\n*SNOW 2025* \\\\\n[Paper]({_U}ice)\n"
        "</div></div>\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, Paper=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, Paper=f"{_U}ice"),
    ),
    publications(
        "boxes, then bullets",
        _box(f"[{LAKES}]({_U}lakes)", "**Ada Example**, Ben Sample", _badge("ICE 2026"), _CITED)
        + f"\n- ``SNOW 2025`` [{ICE}]({_U}ice), Ben Sample, **Ada Example**\n"
        f"- ``FROST 2024`` [{SNOW}]({_U}snow), **Ada Example**, Ben Sample\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
        paper(SNOW, "Ada Example!, Ben Sample", "FROST", 2024, title=f"{_U}snow"),
    ),
    publications(
        "a box in a comment between boxes",
        _box(f"[{LAKES}]({_U}lakes)", "**Ada Example**, Ben Sample", _badge("ICE 2026"), _CITED)
        + "\n<!--\n"
        + _box(f"[{SNOW}]({_U}snow)", "**Ada Example**", _badge("OLD 2020"), _CITED)
        + "-->\n\n"
        + _box(f"[{ICE}]({_U}ice)", "Ben Sample, **Ada Example**", _badge("SNOW 2025"), _CITED),
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
    ),
)
_ONE_LINE = (
    publications(
        "a linked title that looks like a name",
        f"- [Reading Small Lakes]({_U}lakes), **Ada Example**, Ben Sample, *ICE*, 2026\n"
        f"- [Deep Snow]({_U}snow), Ben Sample, **Ada Example**, *SNOW*, 2025\n",
        paper("Reading Small Lakes", "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper("Deep Snow", "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}snow"),
    ),
    publications(
        "venue and year in bold before the title",
        f"- **ICE 2026**: *{LAKES}*, **Ada Example**, Ben Sample, [paper]({_U}lakes), [code]({_U}c)\n"
        f"- **SNOW 2025**: *{ICE}*, Ben Sample, **Ada Example**, [paper]({_U}ice)\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, paper=f"{_U}lakes", code=f"{_U}c"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, paper=f"{_U}ice"),
    ),
    publications(
        "venue in bold brackets before the title",
        f"- **[ICE 2026]** {LAKES}. **Ada Example**, Ben Sample. [[PDF]({_U}lakes)]\n"
        f"- **[SNOW 2025]** {ICE}. Ben Sample, **Ada Example**. [[PDF]({_U}ice)]\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, PDF=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, PDF=f"{_U}ice"),
    ),
    publications(
        "underscores as marks, and before the last name",
        f"- {LAKES}. __Ada Example__, Ben Sample, and Cleo Third. _ICE_, 2026. [\\[pdf\\]]({_U}lakes)\n"
        f"- {ICE}. Ben Sample and __Ada Example__. _Journal of Snow_, 2025. [\\[pdf\\]]({_U}ice)\n",
        paper(LAKES, "Ada Example!, Ben Sample, Cleo Third", "ICE", 2026, pdf=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "Journal of Snow", 2025, pdf=f"{_U}ice"),
    ),
    publications(
        "icons behind names, volume and pages before the year",
        f'* **Ada Example** [![ORCID](o.svg)](https://orcid.org/1), Ben Sample: "{LAKES}", *Journal of Ice*, vol. 3, '
        f"no. 2, pp. 1-12, 2026. [doi]({_U}a)\n"
        f'* Ben Sample, **Ada Example** [![ORCID](o.svg)](https://orcid.org/1): "{ICE}", *SNOW*, pp. 3-9, 2025. '
        f"[doi]({_U}b)\n",
        paper(LAKES, "Ada Example!, Ben Sample", "Journal of Ice", 2026, doi=f"{_U}a"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, doi=f"{_U}b"),
    ),
    publications(
        "no authors at all",
        f"- [{LAKES}]({_U}lakes), *ICE*, 2026\n- [{ICE}]({_U}ice), *Journal of Snow*, 2025\n",
        paper(LAKES, "", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "", "Journal of Snow", 2025, title=f"{_U}ice"),
    ),
    publications(
        "a single author in bold",
        f"- [{LAKES}]({_U}lakes), **Ada Example**, *ICE*, 2026\n",
        paper(LAKES, "Ada Example!", "ICE", 2026, title=f"{_U}lakes"),
    ),
    publications(
        "venue in code with a remark",
        f"- `ICE 2026 (Oral)` {LAKES}, **Ada Example**, Ben Sample\n- `SNOW 2025` {ICE}, Ben Sample, **Ada Example**\n",
        {**paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026), "note": "Oral"},
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025),
    ),
    publications(
        "titles of one word: linked, bold, plain",
        f"- [Frost]({_U}frost), **Ada Example**, Ben Sample, *ICE*, 2026\n"
        f"- **Hail**, Ben Sample, <u>Ada Example</u>, *SNOW*, 2025\n"
        "- Drizzle, <u>Ada Example</u>, Cleo Third, *RAIN*, 2024\n",
        paper("Frost", "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}frost"),
        paper("Hail", "Ben Sample, Ada Example!", "SNOW", 2025),
        paper("Drizzle", "Ada Example!, Cleo Third", "RAIN", 2024),
    ),
    publications(
        "bullets on one line, venue in code",
        f"- `ICE 2026` {LAKES}, **Ada Example**, Ben Sample\n- `SNOW 2025` {ICE}, Ben Sample, **Ada Example**\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025),
    ),
    publications(
        "bullets on one line, linked title, venue in italics",
        f"- [{LAKES}]({_U}lakes), **Ada Example**, Ben Sample, *ICE*, 2026\n"
        f"- [{ICE}]({_U}ice), Ben Sample, **Ada Example**, *Journal of Snow*, 2025\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "Journal of Snow", 2025, title=f"{_U}ice"),
    ),
    publications(
        "bullets that cite: authors, title, venue",
        f"- **Ada Example**, Ben Sample. {LAKES}. *ICE*, 2026.\n"
        f"- Ben Sample, **Ada Example**, Cleo Third. {ICE}. *Journal of Snow*, 2025.\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026),
        paper(ICE, "Ben Sample, Ada Example!, Cleo Third", "Journal of Snow", 2025),
    ),
    publications(
        "citations with initials behind, quoted title",
        f'- **Example, A.**, Sample, B. "{LAKES}." *ICE*, 2026.\n'
        f'- Sample, B., **Example, A.** "{ICE}." *Journal of Snow*, 2025.\n',
        paper(LAKES, "Example; A.!, Sample; B.", "ICE", 2026),
        paper(ICE, "Sample; B., Example; A.!", "Journal of Snow", 2025),
    ),
    publications(
        "citations with the year in brackets",
        f"- Sample, B., **Example, A.** (2026). {LAKES}. *Journal of Ice*.\n"
        f"- **Example, A.**, Sample, B. (2025). {ICE}. *Journal of Snow*.\n",
        paper(LAKES, "Sample; B., Example; A.!", "Journal of Ice", 2026),
        paper(ICE, "Example; A.!, Sample; B.", "Journal of Snow", 2025),
    ),
    publications(
        "numbered citations, 1. on every item",
        f"1. **Ada Example**, Ben Sample, {LAKES}, Conference (ICE), 2026.\n"
        f"1. Ben Sample, **Ada Example**, {ICE}, Conference (SNOW), 2025.\n",
        paper(LAKES, "Ada Example!, Ben Sample", "Conference (ICE)", 2026),
        paper(ICE, "Ben Sample, Ada Example!", "Conference (SNOW)", 2025),
    ),
    publications(
        "numbered and counted",
        f"1. [{LAKES}]({_U}lakes), **Ada Example**, Ben Sample, *ICE*, 2026\n"
        f"2. [{ICE}]({_U}ice), Ben Sample, **Ada Example**, *SNOW*, 2025\n"
        f"3. [{SNOW}]({_U}snow), **Ada Example**, Cleo Third, *FROST*, 2024\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
        paper(SNOW, "Ada Example!, Cleo Third", "FROST", 2024, title=f"{_U}snow"),
    ),
    publications(
        "marks: escaped stars, daggers, stars in the bold",
        f"- [{LAKES}]({_U}lakes), **Ada Example**\\*, Ben Sample\\*, Cleo Third, *ICE*, 2026\n"
        f"- [{ICE}]({_U}ice), Ben Sample†, **Ada Example\\***, *SNOW*, 2025\n",
        paper(LAKES, "Ada Example! *, Ben Sample *, Cleo Third", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample †, Ada Example! *", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "bare stars as marks",
        f"- [{LAKES}]({_U}lakes), Ada Example*, Ben Sample*, *ICE*, 2026\n"
        f"- [{ICE}]({_U}ice), Ben Sample*, Ada Example*, *SNOW*, 2025\n",
        paper(LAKES, "Ada Example *, Ben Sample *", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample *, Ada Example *", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "underlined owner and bracketed links",
        f"- **{LAKES}**, <u>Ada Example</u>, Ben Sample, *ICE 2026* [[Paper]({_U}lakes)] [[Code]({_U}c)]\n"
        f"- **{ICE}**, Ben Sample, <u>Ada Example</u>, *SNOW 2025* [[Paper]({_U}ice)] [[Code]({_U}d)]\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, Paper=f"{_U}lakes", Code=f"{_U}c"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, Paper=f"{_U}ice", Code=f"{_U}d"),
    ),
)


def _hard(end: str) -> Shape:
    """Bullets of three lines that end in a hard break of one kind."""
    shown = end.replace(" ", "␣").strip("\n")
    return publications(
        f"bullets with hard breaks: {shown}",
        f"- **{LAKES}**{end}\n  <u>Ada Example</u>\\*, Ben Sample\\*{end}\n"
        f"  *ICE 2026* \\| [[Paper]({_U}lakes)]\n"
        f"- **{ICE}**{end}\n  Ben Sample, <u>Ada Example</u>{end}\n  *SNOW 2025* \\| [[Paper]({_U}ice)]\n",
        paper(LAKES, "Ada Example! *, Ben Sample *", "ICE", 2026, Paper=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, Paper=f"{_U}ice"),
    )


_BREAKS = (
    _hard("  "),
    _hard("\\\\"),
    _hard("<br>"),
    _hard(" <br/>"),
    publications(
        "lazy lines",
        f"- [{LAKES}]({_U}lakes).\n**Ada Example**\\*, Ben Sample\\*\n*ICE*, 2026\n"
        f"- [{ICE}]({_U}ice).\nBen Sample, **Ada Example**\n*SNOW*, 2025\n",
        paper(LAKES, "Ada Example! *, Ben Sample *", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "authors in a nested bullet, badge as an image",
        f"- [{LAKES}]({_U}lakes)\n  ![](badges/ice.svg)\n  - **Ada Example**, Ben Sample\n"
        f"- [{ICE}]({_U}ice)\n  ![](badges/snow.svg)\n  - Ben Sample, **Ada Example**\n",
        paper(LAKES, "Ada Example!, Ben Sample", title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", title=f"{_U}ice"),
    ),
    publications(
        "authors and venue in nested bullets",
        f"- **{LAKES}**\n  - **Ada Example**, Ben Sample\n  - *ICE 2026* (Oral)\n"
        f"- **{ICE}**\n  - Ben Sample, **Ada Example**\n  - *SNOW 2025* (Poster)\n",
        {**paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026), "note": "Oral"},
        {**paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025), "note": "Poster"},
    ),
    publications(
        "venue and links in a nested bullet, a remark in another",
        f"- {LAKES}\n  - <u>Ada Example</u>, Ben Sample\n  - Journal of Ice, 2026. [[Paper]({_U}lakes)]\n"
        "  - We measure small lakes from above.\n"
        f"- {ICE}\n  - Ben Sample, <u>Ada Example</u>\n  - SNOW, 2025. [[Paper]({_U}ice)]\n",
        paper(LAKES, "Ada Example!, Ben Sample", "Journal of Ice", 2026, Paper=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, Paper=f"{_U}ice"),
    ),
    publications(
        "numbered with hard breaks",
        f"1. [**{LAKES}**]({_U}lakes)  \n**Ada Example**, Ben Sample  \n*ICE, 2026*\n"
        f"2. [**{ICE}**]({_U}ice)  \nBen Sample, **Ada Example**  \n*SNOW, 2025*\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "loose bullets",
        f"- [{LAKES}]({_U}lakes)  \n  **Ada Example**, Ben Sample  \n  *ICE*, 2026\n\n"
        f"- [{ICE}]({_U}ice)  \n  Ben Sample, **Ada Example**  \n  *SNOW*, 2025\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
    ),
)
_PARAGRAPHS = (
    publications(
        "a paragraph of title, one of authors",
        f"**{LAKES}**\n\nAda Example, Ben Sample. *ICE*, 2026.\n\n**{ICE}**\n\n"
        "Ben Sample, Ada Example. *SNOW*, 2025.\n",
        paper(LAKES, "Ada Example, Ben Sample", "ICE", 2026),
        paper(ICE, "Ben Sample, Ada Example", "SNOW", 2025),
    ),
    publications(
        "a paragraph per publication, hard breaks",
        f"**{LAKES}**  \nAda Example, Ben Sample  \n*ICE*, 2026\n\n**{ICE}**  \n"
        "Ben Sample, Ada Example  \n*SNOW*, 2025\n",
        paper(LAKES, "Ada Example, Ben Sample", "ICE", 2026),
        paper(ICE, "Ben Sample, Ada Example", "SNOW", 2025),
    ),
    publications(
        "a paragraph per citation",
        f"**Ada Example**, Ben Sample. {LAKES}. *ICE*, 2026.\n\nBen Sample, **Ada Example**. {ICE}. *SNOW*, 2025.\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025),
    ),
    publications(
        "lines counted by hand: [8]",
        f"[3] **Ada Example**, Ben Sample. {LAKES}. *ICE*, 2026.  \n"
        f"[2] Ben Sample, **Ada Example**. {ICE}. *SNOW*, 2025.  \n"
        f"[1] **Ada Example**, Cleo Third. {SNOW}. *FROST*, 2024.\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025),
        paper(SNOW, "Ada Example!, Cleo Third", "FROST", 2024),
    ),
    publications(
        "lines counted by hand: 1、",
        f"3、**Ada Example**, Ben Sample. {LAKES}. *ICE*, 2026. <br>\n"
        f"2、Ben Sample, **Ada Example**. {ICE}. *SNOW*, 2025. <br>\n"
        f"1、**Ada Example**, Cleo Third. {SNOW}. *FROST*, 2024.\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025),
        paper(SNOW, "Ada Example!, Cleo Third", "FROST", 2024),
    ),
)
_HTML = (
    publications(
        "HTML items",
        "<ul>\n"
        f'  <li><a href="{_U}lakes">{LAKES}</a>, <b>Ada Example</b>, Ben Sample, <i>ICE</i>, 2026</li>\n'
        f'  <li><a href="{_U}ice">{ICE}</a>, Ben Sample, <b>Ada Example</b>, <i>SNOW</i>, 2025</li>\n</ul>\n',
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "HTML rows of a bibliography",
        '<ol class="bibliography">\n'
        f'<li><div class="row">\n  <div class="title"><a href="{_U}lakes">{LAKES}</a></div>\n'
        '  <div class="author"><strong>Ada Example</strong>, Ben Sample</div>\n'
        '  <div class="periodical"><em>ICE, 2026</em></div>\n</div></li>\n'
        f'<li><div class="row">\n  <div class="title"><a href="{_U}ice">{ICE}</a></div>\n'
        '  <div class="author">Ben Sample, <strong>Ada Example</strong></div>\n'
        '  <div class="periodical"><em>SNOW, 2025</em></div>\n</div></li>\n</ol>\n',
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "HTML rows of a table, with an image and an abstract",
        "<table>\n"
        f'<tr>\n<td><img src="a.png"></td>\n<td>\n<a href="{_U}lakes"><span class="papertitle">{LAKES}</span></a><br>\n'
        f"<strong>Ada Example</strong>, Ben Sample<br>\n<em>ICE</em>, 2026<br>\n"
        f'<a href="{_U}p">project</a> / <a href="{_U}c">code</a>\n<p>We measure lakes.</p>\n</td>\n</tr>\n'
        f'<tr>\n<td><img src="b.png"></td>\n<td>\n<a href="{_U}ice"><span class="papertitle">{ICE}</span></a><br>\n'
        f"Ben Sample, <strong>Ada Example</strong><br>\n<em>SNOW</em>, 2025<br>\n"
        f'<a href="{_U}q">project</a> / <a href="{_U}d">code</a>\n<p>We look at ice.</p>\n</td>\n</tr>\n</table>\n',
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes", project=f"{_U}p", code=f"{_U}c"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice", project=f"{_U}q", code=f"{_U}d"),
    ),
    publications(
        "a Markdown table with a column for each field",
        "| # | Year | Title | Authors | Journal | Cited | PDF |\n|--:|---|---|---|---|---|---|\n"
        f"| 2 | 2026 | {LAKES} | **Ada Example**, Ben Sample | ICE | 12 | [PDF]({_U}lakes) |\n"
        f"| 1 | 2025 | {ICE} | Ben Sample, **Ada Example** | SNOW | 3 | [PDF]({_U}ice) |\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, PDF=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, PDF=f"{_U}ice"),
    ),
    publications(
        "a Markdown table with whole citations in a column",
        "Year | Publication\n---- | -----------\n"
        f"2026 | **Ada Example**, Ben Sample. *{LAKES}*. ICE, 2026. [PDF]({_U}lakes)\n"
        f"2025 | Ben Sample, **Ada Example**. *{ICE}*. SNOW, 2025. [PDF]({_U}ice)\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, PDF=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, PDF=f"{_U}ice"),
    ),
    publications(
        "HTML cards without authors, a link in brackets after the title",
        '<div class="paper-item">\n  <div class="paper-date">ICE 2026</div>\n  <div class="paper-details">\n'
        f'    {LAKES}. (<a href="{_U}lakes">Paper</a>)\n  </div>\n</div>\n\n'
        '<div class="paper-item">\n  <div class="paper-date">SNOW 2025</div>\n  <div class="paper-details">\n'
        f'    {ICE}. (<a href="{_U}ice">Paper</a>)\n  </div>\n</div>\n',
        paper(LAKES, "", "ICE", 2026, Paper=f"{_U}lakes"),
        paper(ICE, "", "SNOW", 2025, Paper=f"{_U}ice"),
    ),
    publications(
        "HTML cards",
        '<div class="paper-item">\n  <div class="paper-date">ICE 2026</div>\n'
        f'  <div class="paper-title"><a href="{_U}lakes">{LAKES}</a></div>\n'
        '  <div class="paper-authors"><strong>Ada Example</strong>, Ben Sample</div>\n</div>\n\n'
        '<div class="paper-item">\n  <div class="paper-date">SNOW 2025</div>\n'
        f'  <div class="paper-title"><a href="{_U}ice">{ICE}</a></div>\n'
        '  <div class="paper-authors">Ben Sample, <strong>Ada Example</strong></div>\n</div>\n',
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
    ),
)
_UNDER = (
    publications(
        "a paragraph that explains the marks",
        f"(† corresponding author; <sup>*</sup> equal contribution)\n\n"
        f"- **Ada Example**†, Ben Sample. {LAKES}. *ICE*, 2026.\n"
        f"- Ben Sample*, **Ada Example***. {ICE}. *SNOW*, 2025.\n",
        paper(LAKES, "Ada Example! †, Ben Sample", "ICE", 2026),
        paper(ICE, "Ben Sample *, Ada Example! *", "SNOW", 2025),
    ),
    publications(
        "year subheadings",
        f"## 2026\n\n- **Ada Example**, Ben Sample. {LAKES}. *ICE*.\n"
        f"- Ben Sample, **Ada Example**. {SNOW}. *FROST*.\n\n## 2025\n\n"
        f"- Ben Sample, **Ada Example**. {ICE}. *SNOW*.\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026),
        paper(SNOW, "Ben Sample, Ada Example!", "FROST", 2026),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025),
        refuses="move",
    ),
    publications(
        "bold year lines over citations",
        f"**2026**\n\n**Ada Example**, Ben Sample. {LAKES}. *ICE*.\n\n**2025**\n\n"
        f"Ben Sample, **Ada Example**. {ICE}. *SNOW*.\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025),
        refuses="move",
    ),
    publications(
        "subheadings by type",
        f"## Conference Papers\n\n- **Ada Example**, Ben Sample. {LAKES}. *LAKE*, 2026.\n\n"
        f"## Journal Papers\n\n- Ben Sample, **Ada Example**. {ICE}. *SNOW*, 2025.\n"
        f"- **Ada Example**, Cleo Third. {SNOW}. *FROST*, 2024.\n",
        paper(LAKES, "Ada Example!, Ben Sample", "LAKE", 2026),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025),
        paper(SNOW, "Ada Example!, Cleo Third", "FROST", 2024),
        refuses="move",
    ),
    publications(
        "oldest first",
        f"- [{LAKES}]({_U}lakes), **Ada Example**, Ben Sample, *ICE*, 2023\n"
        f"- [{ICE}]({_U}ice), Ben Sample, **Ada Example**, *SNOW*, 2024\n"
        f"- [{SNOW}]({_U}snow), **Ada Example**, Cleo Third, *FROST*, 2025\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2023, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2024, title=f"{_U}ice"),
        paper(SNOW, "Ada Example!, Cleo Third", "FROST", 2025, title=f"{_U}snow"),
        at_end=True,
    ),
    publications(
        "Chinese names and titles",
        f"- [基于图的湖泊学习]({_U}lakes), **王小明**, 李雷, *冰雪与湖泊学报*, 2026\n"
        f"- [春冰的遥感观测]({_U}ice), 李雷, **王小明**, *湖泊科学与工程*, 2025\n",
        paper("基于图的湖泊学习", "王小明!, 李雷", "冰雪与湖泊学报", 2026, title=f"{_U}lakes"),
        paper("春冰的遥感观测", "李雷, 王小明!", "湖泊科学与工程", 2025, title=f"{_U}ice"),
    ),
)
PUBLICATIONS: tuple[Shape, ...] = (*_BOXES, *_ONE_LINE, *_BREAKS, *_PARAGRAPHS, *_HTML, *_UNDER)
