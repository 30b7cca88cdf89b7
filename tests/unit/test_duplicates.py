"""Which publications are one and the same paper."""

from __future__ import annotations

import pytest

from profile_tui.content.entries.entry import Author, Link, Value
from profile_tui.content.publications.duplicates import near_title, same_paper


def paper(title: str, authors: str = "", year: int | None = None, link: str = "", venue: str = "") -> dict[str, Value]:
    return {
        "title": title,
        "authors": tuple(Author(name) for name in authors.split(", ") if name),
        "year": year,
        "venue": venue,
        "links": (Link("Paper", link),) if link else (),
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ice on small lakes", "ICE ON SMALL LAKES."),
        ("Ice & Snow on the Lakes of Norland", "Ice and Snow on Lakes of Norland"),
        ("Modelling the Colour of Ice on Small Frozen Lakes", "Modeling the Color of Ice on Small Frozen Lakes"),
        ("A Real-Time Map of Ice", "A Realtime Map of Ice"),
        ("CO₂ in the ice of lakes", "CO2 in the Ice of Lakes"),
        ("Ice: a survey — lakes", "Ice – A Survey: Lakes"),
        ("Understanding Frozen Lakes with Sensors", "Understanding Frozen Lakes with Sensor"),
        ("Über das Eis der Seen", "Uber das Eis der Seen"),
        ("Ice in Søgård", "Ice in Sogard"),
        (r"On $\alpha$-ice", "On α-Ice"),
        ("Modelling colour in ice", "Modeling color in ice"),
        ("The Old Ice", "Old Ice"),
        ("Ice and the eﬃcient lamp", "Ice & the Efficient Lamp"),
    ],
)
def test_titles_that_are_nearly_the_same(one: str, other: str) -> None:
    assert near_title(one, other)
    assert near_title(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Ice of Lakes, Part I", "The Ice of Lakes, Part II"),
        ("The Ice of Lakes in 2023", "The Ice of Lakes in 2024"),
        ("Learning from Ice on Lakes", "Learning from Ice on Rivers"),
        ("Ice on Lakes", "No Ice on Lakes"),
        ("Deep Ice on Lakes", "Ice on Lakes"),
        ("Ice", "Mice"),
        ("IceNet: A Deep Network for Ice", "IceNet++: A Deep Network for Ice"),
        ("IceNet: A Deep Network for Ice", "IceNet2: A Deep Network for Ice"),
        ("On α-Ice Structures", "On β-Ice Structures"),
        (r"On $\alpha$-Ice Structures", r"On $\beta$-Ice Structures"),
        ("Burning Ice with 2D Models", "Burning Ice with 3D Models"),
        ("Efficient Ice Inference", "Sufficient Ice Inference"),
        ("Warm Ice on Cold Lakes", "Erratum: Warm Ice on Cold Lakes"),
        ("Warm Ice on Cold Lakes", "Comment on “Warm Ice on Cold Lakes”"),
        ("Warm Ice on Cold Lakes", "Warm Ice on Cold Lakes (Extended Abstract)"),
        ("Warm Ice on Cold Lakes I", "Warm Ice on Cold Lakes II"),
        ("Warm Ice", "Warm Ice: A Study of Cold Lakes"),
        ("Warm Ice in English", "Warm Ice in Danish"),
        ("Supervised Maps of Frozen Lakes", "Unsupervised Maps of Frozen Lakes"),
        ("Stable Maps of Ice", "Stable Laps of Ice"),
        ("Mining Text of Frozen Lakes", "Mining Tests of Frozen Lakes"),
        ("", ""),
        ("***", "!!!"),
    ],
)
def test_titles_that_are_not(one: str, other: str) -> None:
    assert not near_title(one, other)
    assert not near_title(other, one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (paper("A", link="https://doi.org/10.5555/A.1"), paper("B", link="http://dx.doi.org/10.5555/a.1"), True),
        (paper("A", link="https://doi.org/10.5555/a.1"), paper("A B", link="https://doi.org/10.5555/a.12"), False),
        (paper("A", link="https://doi.org/10.5555%2Fa.1"), paper("B", link="https://doi.org/10.5555/a.1"), True),
        (paper("A", link="https://arxiv.org/pdf/2201.00077v2"), paper("B", venue="arXiv:2201.00077"), True),
        (paper("Modelling Ice and Snow", "Ada Reed", 2023), paper("Modeling Ice and Snow", "Reed, A.", 2024), True),
        (paper("Modelling Ice and Snow", "Ada Reed", 2019), paper("Modeling Ice and Snow", "Ada Reed", 2024), False),
        (paper("Modelling Ice and Snow", "Ada Reed"), paper("Modeling Ice and Snow", "Ben Wick"), False),
        (paper("Modelling Ice and Snow", "Ada Reed"), paper("Modeling Ice and Snow"), False),
        (paper("Ice and Snow", "Ada Reed"), paper("ICE AND SNOW"), True),
        (paper("Ice and Snow", "Jörg Müller"), paper("Ice and Snow", "Joerg Mueller"), True),
        (paper("Ice and Snow", "Søren Ødegård"), paper("Ice and Snow", "S. Odegard"), True),
        (paper("Ice and Snow", "Ada Reed Jr."), paper("Ice and Snow", "Reed A."), True),
        (paper("Ice and Snow", "K. R. Reed"), paper("Ice and Snow", "Reed KR"), True),
        (paper("Ice and Snow", "Wei LI"), paper("Ice and Snow", "Li, W."), True),
        (paper("Ice and Snow", "王小明"), paper("Ice and Snow", "Xiaoming Wang"), True),
        (paper("Ice and Snow", "王小明"), paper("Ice and Snow", "李华"), False),
        (paper("О малом льде", "Анна Рид"), paper("О малом льде.", "Рид А."), True),
        (
            paper("Preface", "Ada Reed", 2022, "https://doi.org/10.5555/a"),
            paper("Preface", "Ada Reed", 2023, "https://doi.org/10.5555/b"),
            False,
        ),
    ],
)
def test_papers(one: dict[str, Value], other: dict[str, Value], same: bool) -> None:
    assert same_paper(one, other) is same
    assert same_paper(other, one) is same
