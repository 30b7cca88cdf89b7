"""Lists of authors: found in what a reader sees, with the page's owner and the marks after the names."""

from __future__ import annotations

import pytest

from profile_tui.content.publications.reading import steps as reading
from profile_tui.content.publications.roles.citation import Names
from profile_tui.markup.inline import Visible, runs
from profile_tui.text.span import Span


def read(text: str) -> Names | None:
    shown = Visible(runs(text, Span(0, len(text))))
    return reading.people(shown)


def written(names: Names | None) -> str:
    """Names parted by `; `, `!` after the owner's, marks after a blank."""
    if names is None:
        return ""
    return "; ".join(
        name.name + ("!" if name.is_self else "") + (" " + "".join(name.marks) if name.marks else "")
        for name in names.authors
    )


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ada Example, Ben Sample", "Ada Example; Ben Sample"),
        ("Ada Example, Ben Sample, and Cleo Third", "Ada Example; Ben Sample; Cleo Third"),
        ("Ada Example and Ben Sample", "Ada Example; Ben Sample"),
        ("Ada Example & Ben Sample", "Ada Example; Ben Sample"),
        ("Ada Example; Ben Sample", "Ada Example; Ben Sample"),
        ("A. Example, B. C. Sample", "A. Example; B. C. Sample"),
        ("Example, A., Sample, B.", "Example, A.; Sample, B."),
        ("Example, A. B., Sample, C.-D.", "Example, A. B.; Sample, C.-D."),
        ("Ludo van der Berg, Ana de la Cruz", "Ludo van der Berg; Ana de la Cruz"),
        ("Jean-Luc O’Example, Zoë Müller-Łuk", "Jean-Luc O’Example; Zoë Müller-Łuk"),
        ("王小明, 李雷", "王小明; 李雷"),
        ("王小明，李雷，韩梅", "王小明; 李雷; 韩梅"),
        ("王小明、李雷", "王小明; 李雷"),
        ("Ada Example, Ben Sample, et al.", "Ada Example; Ben Sample"),
        ("Ada Example, Ben Sample, and the Bog Consortium", "Ada Example; Ben Sample; the Bog Consortium"),
        ("Ada Example and the Lamp Team", "Ada Example; the Lamp Team"),
        ("Ada Example, Ben Sample. A title follows here", "Ada Example; Ben Sample"),
        ("Ada Example, Ben Sample (equal contribution)", "Ada Example; Ben Sample"),
    ],
)
def test_names_are_parted(text: str, people: str) -> None:
    assert written(read(text)) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("**Ada Example**, Ben Sample", "Ada Example!; Ben Sample"),
        ("Ben Sample, <u>Ada Example</u>", "Ben Sample; Ada Example!"),
        ("Ben Sample, <b>Ada Example</b>", "Ben Sample; Ada Example!"),
        ("Ben Sample, ***Ada Example***, Cleo Third", "Ben Sample; Ada Example!; Cleo Third"),
        ("Ben Sample, <font color='red'>Ada Example</font>", "Ben Sample; Ada Example!"),
        ("*Ben Sample, **Ada Example**, Cleo Third*", "Ben Sample; Ada Example!; Cleo Third"),
        ("Ada Example, Ben Sample", "Ada Example; Ben Sample"),
        ("**Ada Example, Ben Sample**", "Ada Example; Ben Sample"),
    ],
)
def test_the_owner_is_the_one_who_is_set_off(text: str, people: str) -> None:
    assert written(read(text)) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ada Example\\*, Ben Sample\\*", "Ada Example *; Ben Sample *"),
        ("Ada Example*, Ben Sample*", "Ada Example *; Ben Sample *"),
        ("**Ada Example\\***, Ben Sample", "Ada Example! *; Ben Sample"),
        ("**Ada Example**\\*, Ben Sample†", "Ada Example! *; Ben Sample †"),
        ("Ada Example<sup>\\*</sup>, Ben Sample", "Ada Example *; Ben Sample"),
        ("Ada Example†‡, Ben Sample", "Ada Example †‡; Ben Sample"),
        ("Ada Example#, Ben Sample", "Ada Example #; Ben Sample"),
        ("Ada Example$^*$, Ben Sample", "Ada Example *; Ben Sample"),
    ],
)
def test_marks_are_no_part_of_a_name(text: str, people: str) -> None:
    assert written(read(text)) == people


@pytest.mark.parametrize(
    "text",
    [
        "we measure lakes",
        "2026, ICE",
        "https://example.org",
        "",
        "ICE",
        "lake, ice and snow",
        "paper | code",
    ],
)
def test_what_begins_with_no_name_is_no_list(text: str) -> None:
    assert read(text) is None


def test_places_are_those_of_the_names_alone() -> None:
    text = "**Ada Example**\\*, Ben Sample†"
    shown = Visible(runs(text, Span(0, len(text))))
    names = reading.people(shown)
    assert names is not None
    assert [shown.text[slice(*place)] for place in names.places] == ["Ada Example", "Ben Sample"]
    assert shown.text[names.start : names.end] == "Ada Example*, Ben Sample†"
