"""A new or changed entry shows nothing of its neighbours' frames that nobody typed."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit, residue
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.kinds import kinds
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

TITLE = "Measuring slow rivers by hand"
PEOPLE = (Author("Ada Example"), Author("Cy Third"))
HEAD = "---\ntitle: x\n---\n# Publications\n\n"


def _line(body: str, values: Values) -> str:
    """The lines that an addition puts into a page."""
    page = Page(Source((HEAD + body).encode()))
    (splice,) = edit.add(page, "publications", values).splices
    return str(splice.text)


PAPER: Values = {"title": TITLE, "authors": PEOPLE, "year": 2027}


@pytest.mark.parametrize(
    ("body", "values", "written"),
    [
        pytest.param(
            '* **Ada Example** [![ORCID](o.svg)](https://orcid.org/1), Ben Sample: "Small Lakes", *Journal of Ice*, '
            "vol. 3, no. 2, pp. 1-12, 2026.\n"
            '* Ben Sample, **Ada Example** [![ORCID](o.svg)](https://orcid.org/1): "Ice in Spring", *SNOW*, pp. 3-9, '
            "2025.\n",
            PAPER,
            '* **Ada Example**, Cy Third: "Measuring slow rivers by hand", 2027.\n',
            id="volume and pages go with the venue",
        ),
        pytest.param(
            "- **A. Example**, B. Sample, and C. Third, “Small lakes,” in **_Journal of Lakes_**, "
            "vol. 54, no. 3, 2026.\n"
            "- B. Sample and **A. Example**, “Ice in spring,” in **_Letters on Ice_**, vol. 5, 2025.\n",
            PAPER,
            "- **A. Example** and C. Third, “Measuring slow rivers by hand,” 2027.\n",
            id="the word that leads to a venue goes with it",
        ),
        pytest.param(
            "- **Small Lakes**  \n  **Ada Example**, Ben Sample  \n  *[Journal of Lakes](https://e.org/j)*, Apr. 2026\n"
            "- **Ice in Spring**  \n  Ben Sample, **Ada Example**  \n  *Snow Letters*, Nov. 2025\n",
            PAPER,
            "- **Measuring slow rivers by hand**  \n  **Ada Example**, Cy Third  \n  2027\n",
            id="a month and its stop go with the venue",
        ),
        pytest.param(
            "- [Small Lakes](https://e.org/a)\n  - **Ada Example**, Ben Sample\n"
            "  - The 46th Meeting on Lakes (LAKES 2026)\n"
            "  - It got an award at LAKES 2026 🎉!\n"
            "- [Ice in Spring](https://e.org/b)\n  - Ben Sample, **Ada Example**\n  - Snow Letters 2025\n",
            {**PAPER, "venue": "RIVERS"},
            "- Measuring slow rivers by hand\n  - **Ada Example**, Cy Third\n  - RIVERS 2027\n",
            id="half a bracket and a remark with a year do not stay",
        ),
        pytest.param(
            "- `J-2` **Ada Example**, Ben Sample, *Reading small lakes from above*, Journal of Lakes, 2026.\n"
            "- `J-1` Ben Sample, **Ada Example**, *Counting the ice in early spring*, Letters on Ice, 2025.\n",
            {**PAPER, "venue": "Rivers"},
            "- `J-3` **Ada Example**, Cy Third, *Measuring slow rivers by hand*, Rivers, 2027.\n",
            id="a number in code counts on",
        ),
    ],
)
def test_nothing_of_the_model_stays(body: str, values: Values, written: str) -> None:
    assert _line(body, values) == written


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        ("- **Slow rivers by hand**, Ada Example, Cy Third. *Brooks*, 2027; award of the top 13 %.\n", "13"),
        ("- **Slow rivers by hand**, Ada Example, Cy Third. **, 2027.\n", r"\*\*"),
        ("- **Slow rivers by hand**, Ada Example, Cy Third. *Brooks* (), 2027.\n", r"\(\)"),
        ("- **Slow rivers by hand**, Ada Example, Cy Third. *Brooks* 2027).\n", r"\(\)"),
        ("- **Slow rivers by hand**, Ada Example, Cy Third. In, *Brooks*, 2027.\n", "In,"),
    ],
)
def test_an_entry_that_shows_more_than_was_typed_is_refused(entry: str, left: str) -> None:
    theirs = "- **Small lakes by boat**, Ada Example, Bo Sample. *Rivers*, 2026; award of the top 13 %.\n"
    before, after = Page(Source((HEAD + theirs).encode())), Page(Source((HEAD + entry + theirs).encode()))
    near = [(before.text, before.entries("publications")[0])]
    what = kinds()["publications"]
    values: Values = {"title": "Slow rivers by hand", "authors": PEOPLE, "venue": "Brooks", "year": 2027}
    with pytest.raises(Refused, match=f"stray “{left}”"):
        residue.check(what, after.text, after.entries("publications")[0], values, near)


@pytest.mark.parametrize("text", ["---", "***", "^", "**, (", "2027"])
def test_marks_that_were_typed_are_written(text: str) -> None:
    page = Page(Source(b"# News\n\n- *2026.05*: We moved.\n- *2026.04*: We came.\n"))
    done = edit.add(page, "news", {"date": "2026-06", "text": text})
    assert done.page.entries("news")[0].values["text"] == text
