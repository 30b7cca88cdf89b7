"""More publications: citations whose pieces stand in another order, run over several lines or carry remarks."""

from __future__ import annotations

from support.shapes.table import Shape, paper, publications

LAKES, ICE, SNOW = "Reading small lakes from above", "Ice in early spring", "Drifting snow and its maps"
_U = "https://example.org/"


def _box(text: str, badge: str, picture: str = '<img src=\'images/a.png\' alt="sym" width="100%">') -> str:
    """A paper box with a badge."""
    image = f"<div class='paper-box-image'><div><div class=\"badge\">{badge}</div>{picture}</div></div>\n"
    return f"<div class='paper-box'>{image}<div class='paper-box-text' markdown=\"1\">\n\n{text}\n\n</div>\n</div>\n\n"


_ORDER = (
    publications(
        "an element called a tag before the title",
        f'- <span class="preprint-tag">Preprint</span> [{LAKES}]({_U}lakes)<br>\n**Ada Example**, Ben Sample.\n\n'
        f'- <span class="conference-tag">SNOW 2025</span> [{ICE}]({_U}ice)<br>\nBen Sample, **Ada Example**.\n',
        paper(LAKES, "Ada Example!, Ben Sample", "Preprint", None, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "venue in code, names, title",
        f"* `ICE 2026` **Ada Example**, Ben Sample. [{LAKES}]({_U}lakes).\n\n"
        f"* `SNOW 2025` Ben Sample, **Ada Example**. [{ICE}]({_U}ice).\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "venue with a long remark in brackets, names, title",
        f'- **[ICE 2026 (<span style="color:red">Best Paper</span> of the workshop on small lakes)]** Ben Sample, '
        f"**Ada Example**, [{LAKES}]({_U}lakes).\n\n- **[SNOW 2025]** **Ada Example**, Ben Sample, [{ICE}]({_U}ice).\n",
        {
            **paper(LAKES, "Ben Sample, Ada Example!", "ICE", 2026, title=f"{_U}lakes"),
            "note": "Best Paper of the workshop on small lakes",
        },
        paper(ICE, "Ada Example!, Ben Sample", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "a number in code, names, title",
        f"- `J-2` **Ada Example**, Ben Sample, [{LAKES}]({_U}lakes), Journal of Small Lakes, doi: 10.1000/182.\n"
        f"- `J-1` Ben Sample, **Ada Example** et al., *{ICE}*, Letters on Spring Ice, doi: 10.1000/183.\n",
        paper(LAKES, "Ada Example!, Ben Sample", "Journal of Small Lakes", None, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "Letters on Spring Ice", None),
    ),
    publications(
        "names that a linked title or a bold venue ends",
        f"- Ben Sample, **Ada Example** [{LAKES}]({_U}lakes), *ICE*, 2026\n"
        f"- **Ada Example**, Ben Sample [{ICE}]({_U}ice), *SNOW*, 2025\n",
        paper(LAKES, "Ben Sample, Ada Example!", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ada Example!, Ben Sample", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "title, names, and a bold venue right after them",
        f"- [{LAKES}]({_U}lakes) **Ada Example**, Cleo Third, Ben Sample **Under Review**\n"
        f"- [{ICE}]({_U}ice) Ben Sample, **Ada Example**, Cleo Third **SNOW2025**\n",
        paper(LAKES, "Ada Example!, Cleo Third, Ben Sample", "Under Review", None, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!, Cleo Third", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "a linked title that begins like a name",
        f"[**Small Lakes: measured from above**]({_U}lakes) (ICE 2026) <br />Ben Sample, **Ada Example**\n\n"
        f"[**Spring Ice: a field guide**]({_U}ice) (Findings of SNOW 2025) <br /> **Ada Example**, Ben Sample\n",
        paper("Small Lakes: measured from above", "Ben Sample, Ada Example!", "ICE", 2026, title=f"{_U}lakes"),
        paper("Spring Ice: a field guide", "Ada Example!, Ben Sample", "Findings of SNOW", 2025, title=f"{_U}ice"),
    ),
)
_LINES = (
    publications(
        "titles over several lines",
        f"- **Ada Example**, Ben Sample, [Reading small\n  lakes from above]({_U}lakes), *ICE*, 2026\n"
        f"- Ben Sample, **Ada Example**, [Ice in early\n  spring]({_U}ice), *SNOW*, 2025\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "quoted titles and venues over several lines",
        "- **A. Example**, B. Sample, and C. -L. Third, “Reading small\n  lakes from above,” in **_Journal of\n"
        "  Small Lakes_**, vol. 54, no. 3, pp. 47–59, 2026.\n"
        "- B. Sample and **A. Example**, “Ice in early\n  spring,” in **_Letters on Ice_**, vol. 5, 2025.\n",
        paper(LAKES, "A. Example!, B. Sample, C. -L. Third", "Journal of Small Lakes", 2026),
        paper(ICE, "B. Sample, A. Example!", "Letters on Ice", 2025),
    ),
    publications(
        "names over several lines, also within a name",
        _box(f"[{LAKES}]({_U}lakes) \\\\\n**Ada Example**, Cleo Third, Ben\nSample and Dora Fourth", "ICE 2026")
        + _box(
            f"[{ICE}]({_U}ice)\n\nBen Sample, Cleo Third, Can Sixth,  \n**Ada Example**, Dora Fourth",
            "SNOW 2025",
        ),
        paper(LAKES, "Ada Example!, Cleo Third, Ben Sample, Dora Fourth", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Cleo Third, Can Sixth, Ada Example!, Dora Fourth", "SNOW", 2025, title=f"{_U}ice"),
    ),
)
_REMARKS = (
    publications(
        "remarks before and after the venue",
        f"- **Ada Example**, Ben Sample. [{LAKES}]({_U}lakes), Conference on Lakes (ICE) 2026, "
        f"<font color='red'>[Oral]</font>\n"
        f"- Ben Sample, **Ada Example**. [{ICE}]({_U}ice) (alphabetical order) Conference on Snow (SNOW) 2025\n",
        {
            **paper(LAKES, "Ada Example!, Ben Sample", "Conference on Lakes (ICE)", 2026, title=f"{_U}lakes"),
            "note": "Oral",
        },
        paper(ICE, "Ben Sample, Ada Example!", "Conference on Snow (SNOW)", 2025, title=f"{_U}ice"),
    ),
    publications(
        "years with a month, and names left out",
        f"1. **Example, A.**, Sample, B., ... & Third, C. (2026, June). {LAKES}. *Journal of Lakes*. [[link]]({_U}a)\n"
        f"2. Sample, B., & **Example, A.** (2025+). {ICE}. *Letters on Ice*. [[link]]({_U}b)\n",
        paper(LAKES, "Example; A.!, Sample; B., Third; C.", "Journal of Lakes", 2026, link=f"{_U}a"),
        paper(ICE, "Sample; B., Example; A.!", "Letters on Ice", 2025, link=f"{_U}b"),
    ),
    publications(
        "linked names, and a sentence below them",
        _box(
            f"[{LAKES}]({_U}lakes) \\\\\n[Ben Sample]({_U}ben), **Ada Example**, [Cleo Third]({_U}cleo)\\\\\n"
            "We map how small lakes grow, and tell which of them a warm spring is going to take\nfor good.",
            "ICE 2026",
        )
        + _box(f"[{ICE}]({_U}ice) \\\\\n**Ada Example**, [Ben Sample]({_U}ben)\\\\\n[code]({_U}code)", "SNOW 2025"),
        paper(LAKES, "Ben Sample, Ada Example!, Cleo Third", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ada Example!, Ben Sample", "SNOW", 2025, title=f"{_U}ice", code=f"{_U}code"),
    ),
    publications(
        "a symbol before the names, a number before the title, a label after",
        _box(f"[2] [{LAKES}]({_U}lakes) \\\\\n🧊  **Ada Example**, Ben Sample\n\n**Key points**: lakes", "ICE 2026")
        + _box(f"[1] [{ICE}]({_U}ice) \\\\\n🧊  Ben Sample, **Ada Example**\n\n**Key points**: ice", "SNOW 2025"),
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "a linked picture before the title",
        _box(
            f"[{LAKES}]()\n\n**Ada Example**, Ben Sample\n\n[Code]({_U}c)",
            "ICE 2026",
            f'<a href="{_U}big.png"><img src="images/a.png" alt="sym"></a>',
        ),
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title="", Code=f"{_U}c"),
    ),
    publications(
        "an award after a title in bold italics",
        f"- ***{LAKES}*** **(Oral)** \\\n**Ada Example**, Ben Sample \\\nICE, 2026. [[code]({_U}c)]\n"
        f"- ***{ICE}*** \\\nBen Sample, **Ada Example** \\\nSnow Letters, 2025. [[code]({_U}d)]\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, code=f"{_U}c"),
        paper(ICE, "Ben Sample, Ada Example!", "Snow Letters", 2025, code=f"{_U}d"),
    ),
    publications(
        "a venue of two words like a name, below the names",
        f"- {LAKES} [[paper]({_U}a)]\n\n  **Ada Example**, Ben Sample, and Cleo Third\n\n  Autonomous Lakes\n\n"
        f"- {ICE} [[paper]({_U}b)]\n\n  Ben Sample, **Ada Example**, and Cleo Third\n\n  Letters on Snow and Ice\n",
        paper(LAKES, "Ada Example!, Ben Sample, Cleo Third", "Autonomous Lakes", None, paper=f"{_U}a"),
        paper(ICE, "Ben Sample, Ada Example!, Cleo Third", "Letters on Snow and Ice", None, paper=f"{_U}b"),
    ),
    publications(
        "names and a venue in brackets with bars",
        f"- {LAKES}. Ben Sample, **Ada Example** (**Journal of Lakes** | 2026 | [Paper]({_U}a))\n"
        f"- {ICE}. **Ada Example**, Ben Sample (**Snow Letters** | 2025 | [Paper]({_U}b))\n",
        paper(LAKES, "Ben Sample, Ada Example!", "Journal of Lakes", 2026, Paper=f"{_U}a"),
        paper(ICE, "Ada Example!, Ben Sample", "Snow Letters", 2025, Paper=f"{_U}b"),
    ),
    publications(
        "subheadings whose words belong to other sections",
        f"## 📚 Language models\n\n- `ICE 2026` [{LAKES}]({_U}lakes), **Ada Example**, Ben Sample\n"
        f"- `HAIL 2026` [A field guide to hail]({_U}hail), Ben Sample, **Ada Example**\n\n"
        f"## The Frost project\n\n- `SNOW 2025` [{ICE}]({_U}ice), Ben Sample, **Ada Example**\n"
        f"- `FROST 2024` [{SNOW}]({_U}snow), **Ada Example**, Ben Sample\n\n"
        f"## Patents\n\n- A device for reading lakes. **Ada Example**, Ben Sample, *Patent*, 2024\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper("A field guide to hail", "Ben Sample, Ada Example!", "HAIL", 2026, title=f"{_U}hail"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
        paper(SNOW, "Ada Example!, Ben Sample", "FROST", 2024, title=f"{_U}snow"),
    ),
    publications(
        "subheadings that sound like interests, the venue within the title",
        "## Research Direction 1: Lakes and their ice\n\n"
        + "".join(
            f"<div class='paper-box'><div class='paper-box-text' markdown=\"1\">\n\n"
            f'<div class="paper-title"><span class="paper-venue">{venue}</span> {title}</div>\n'
            f'<div class="paper-authors"><strong>Ada Example</strong>, Ben Sample</div>\n\n'
            f"[**Paper**]({_U}{number})\n\n"
            "</div>\n</div>\n\n"
            for number, venue, title in ((1, "ICE 2026", LAKES), (2, "SNOW 2025", ICE))
        ),
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, Paper=f"{_U}1"),
        paper(ICE, "Ada Example!, Ben Sample", "SNOW", 2025, Paper=f"{_U}2"),
    ),
    publications(
        "a venue that is a link in italics",
        f"- **{LAKES}**  \n  **Ada Example**, Ben Sample  \n  *[Journal of Lakes]({_U}j)*, Apr. 2026; [[Link]({_U}a)]\n"
        f"- **{ICE}**  \n  Ben Sample, **Ada Example**  \n  *Snow Letters*, Nov. 2025; [[Link]({_U}b)]\n",
        paper(LAKES, "Ada Example!, Ben Sample", "Journal of Lakes", 2026, Link=f"{_U}a"),
        paper(ICE, "Ben Sample, Ada Example!", "Snow Letters", 2025, Link=f"{_U}b"),
    ),
    publications(
        "a venue whose end is in bold with the year",
        f"- [{LAKES}]({_U}lakes), **Ada Example**, Ben Sample, Submission to **ICE 2026**\n"
        f"- [{ICE}]({_U}ice), Ben Sample, **Ada Example**, Submission to **SNOW 2025**\n",
        paper(LAKES, "Ada Example!, Ben Sample", "Submission to ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "Submission to SNOW", 2025, title=f"{_U}ice"),
    ),
    publications(
        "a venue in HTML whose end is in bold with the year",
        f'<ul>\n<li><a href="{_U}lakes">{LAKES}</a>, <b>Ada Example</b>, Ben Sample, '
        f"<em>Submission to <strong>ICE 2026</strong></em></li>\n"
        f'<li><a href="{_U}ice">{ICE}</a>, Ben Sample, <b>Ada Example</b>, '
        f"<em>Journal of <strong>Snow 2025</strong></em></li>\n</ul>\n",
        paper(LAKES, "Ada Example!, Ben Sample", "Submission to ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "Journal of Snow", 2025, title=f"{_U}ice"),
    ),
    publications(
        "a closing remark that links elsewhere",
        f"- `ICE 2026` [{LAKES}]({_U}lakes), **Ada Example**, Ben Sample\n"
        f"- `SNOW 2025` [{ICE}]({_U}ice), Ben Sample, **Ada Example**\n\n"
        f"The *last* of them was written in the field, and more of our work is found in my [Google Scholar]({_U}s).\n",
        paper(LAKES, "Ada Example!, Ben Sample", "ICE", 2026, title=f"{_U}lakes"),
        paper(ICE, "Ben Sample, Ada Example!", "SNOW", 2025, title=f"{_U}ice"),
    ),
)
CITATIONS: tuple[Shape, ...] = (*_ORDER, *_LINES, *_REMARKS)
