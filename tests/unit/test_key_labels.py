"""Labels before the entries, by which humanities cite them, name the authors of a new paper and of one that changed."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

ROMAN = (
    "- Moss, Sample 2024: A. Moss, B. Sample, «Lakes of the north», in *Bog Studies* 12, 2024, pp. 3–9.",
    "- Reed *et al.* 2023: C. Reed, A. Moss, D. Finch, «Peat and salt», in *Bog Studies* 11, 2023, pp. 1–2.",
    "- Moss 2021: A. Moss, «A map of reeds», in *Lamp Letters* 10, 2021, pp. 33–40.",
)
GERMAN = (
    "- **Moss/Reed (2024):** Moss, A./Reed, B.: Lakes of the north. In: Bog Studies, 12 (3), S. 3–9.",
    "- **Reed et al. (2023):** Reed, B./Moss, A./Finch, D.: Peat and salt. In: Lamp Letters, 11 (1), S. 1–2.",
    "- **Moss (2021):** Moss, A.: A map of reeds. In: Bog Studies, 10 (2), S. 33–40.",
)
FULL = (
    "1. Moss and Reed 2024: Anna Moss and Ben Reed, «Lakes of the north», *Bog Studies* 12 (2024), 3–9.",
    "1. Reed, Moss and Finch 2023: Ben Reed, Anna Moss and Carl Finch, «Peat and salt», *Bog Studies* 11 (2023), 1–2.",
)


def page(*lines: str) -> Page:
    return Page(Source(("# Publications\n\n" + "".join(f"{line}\n" for line in lines)).encode()))


def paper(*people: str) -> Values:
    return {"title": "Slow rain", "authors": tuple(map(Author, people)), "venue": "Acta Aquae", "year": 2026}


@pytest.mark.parametrize(
    ("lines", "people", "begin"),
    [
        (ROMAN, ["Ida Finch"], "- Finch 2026: I. Finch, «Slow rain»"),
        (ROMAN, ["Ida Finch", "Ludo van der Berg"], "- Finch, van der Berg 2026: I. Finch, L. van der Berg, «"),
        (ROMAN, ["Ida Finch", "Bo To", "Cy Do"], "- Finch *et al.* 2026: I. Finch, B. To, C. Do, «Slow rain»"),
        (GERMAN, ["Ida Finch", "Bo To"], "- **Finch/To (2026):** Finch, I./To, B.: Slow rain."),
        (
            GERMAN,
            ["Ida Finch", "Bo To", "Cy Do", "Al An"],
            "- **Finch et al. (2026):** Finch, I./To, B./Do, C./An, A.:",
        ),
        (FULL, ["Ida Finch", "Bo To"], "1. Finch and To 2026: Ida Finch and Bo To, «Slow rain»"),
        (FULL, ["Ida Finch", "Bo To", "Cy Do"], "1. Finch, To and Do 2026: Ida Finch, Bo To and Cy Do, «"),
    ],
)
def test_the_label_of_a_new_paper_names_its_authors(lines: tuple[str, ...], people: list[str], begin: str) -> None:
    added = edit.add(page(*lines), "publications", paper(*people)).page
    assert added.text.splitlines()[2].startswith(begin)


def test_other_authors_change_the_label_too() -> None:
    after = edit.change(page(*ROMAN), "publications", 1, {"authors": (Author("Ida Finch"), Author("Bo To"))}).page
    assert after.text.splitlines()[2] == (
        "- Finch, To 2024: I. Finch, B. To, «Lakes of the north», in *Bog Studies* 12, 2024, pp. 3–9."
    )


@pytest.mark.parametrize(
    "line",
    [
        "An, Best 2019B. An, R. Best, “[Deep wells](https://example.org/4)”, *J. Lamps* 50, 2019, 365–394.",
        "**An et al.** (**2019**) B. An and R. Best. Deep wells. *Journal of Lamps*. 18, (2019), 2–4.",
    ],
)
def test_a_label_names_no_authors_itself(line: str) -> None:
    (entry,) = page(f"- {line}").entries("publications")
    assert entry.values["authors"] == (Author("B. An"), Author("R. Best"))
    assert (entry.values["title"], entry.values["year"]) == ("Deep wells", 2019)
