"""What a citation that is pasted says of a paper, in the style of any journal; a title alone is no citation."""

from __future__ import annotations

import pytest

from profile_tui.content.entries.entry import Link, authors_in, text_in
from profile_tui.content.publications.citation_line import values_of
from profile_tui.content.publications.writing import volumes

PAPER = ("Gutters as habitat", ["J. Moss", "S. Reed-Finch"], "Journal of Roof Studies", 2022)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Moss, J., & Reed-Finch, S. (2022). Gutters as habitat. Journal of Roof Studies, 12(3), 44-59.", PAPER),
        ("[12] J. Moss, S. Reed-Finch, Gutters as habitat, Journal of Roof Studies 12 (2022) 44–59.", PAPER),
        ("3. Moss J, Reed-Finch S. Gutters as habitat. Journal of Roof Studies. 2022;12(3):44-59.", PAPER),
        (
            "J. Moss and S. Reed-Finch, “Gutters as habitat,” Journal of Roof Studies, vol. 12, no. 3, pp. 44, 2022.",
            PAPER,
        ),
        (
            "MOSS, Jane; REED-FINCH, Solveig. Gutters as habitat. Journal of Roof Studies, 2022, 12.3: 44-59.",
            ("Gutters as habitat", ["Jane Moss", "Solveig Reed-Finch"], "Journal of Roof Studies", 2022),
        ),
        (
            "Moss, Jane, and Solveig Reed-Finch. “Gutters as Habitat.” Journal of Roof Studies 12, no. 3 (2022): 44.",
            ("Gutters as Habitat", ["Jane Moss", "Solveig Reed-Finch"], "Journal of Roof Studies", 2022),
        ),
        (
            "Moss, J., Reed-Finch, S., et al. (2022). Gutters as habitat. Roofs, 12, 44.",
            ("Gutters as habitat", ["J. Moss", "S. Reed-Finch", "et al."], "Roofs", 2022),
        ),
        (
            "王小明, 李四光. 屋檐苔藓的研究[J]. 苔藓学报, 2022, 12(3): 44-59.",
            ("屋檐苔藓的研究", ["王小明", "李四光"], "苔藓学报", 2022),
        ),
    ],
)
def test_a_citation_says_who_what_where_and_when(line: str, said: tuple[object, ...]) -> None:
    values = values_of(line)
    assert values is not None
    names = [author.name for author in authors_in(values)]
    venue = volumes.parted(text_in(values, "venue"))[0]
    assert (values["title"], names, venue, values["year"]) == said


@pytest.mark.parametrize("doi", ["https://doi.org/10.5555/jrs.12", "doi:10.5555/jrs.12.", "DOI 10.5555/jrs.12"])
def test_its_doi_is_its_link(doi: str) -> None:
    values = values_of(f"Moss, J. (2022). Gutters as habitat. Journal of Roof Studies, 12(3), 44-59. {doi}")
    assert values is not None
    assert values["links"] == (Link("DOI", "https://doi.org/10.5555/jrs.12"),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Gutters as Habitat: Moss, Lichen, and the City",
        "Learning from Roofs, Walls and Attics in 2022",
        "A. Smith and the moss of 1999",
        "On the Link of Models. Part 2",
        "Jane Moss, Solveig Reed-Finch, Ann Ng",
        "10.5555/jrs.12",
        "words " * 1000,
    ],
)
def test_what_is_none_for_certain_is_just_a_text(text: str) -> None:
    assert values_of(text) is None
