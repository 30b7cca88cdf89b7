"""Names are taken apart and written in the form of a list."""

from __future__ import annotations

import pytest

from profile_tui.content.publications.names.name_forms import NameForm, Person, parts_of, person
from profile_tui.content.publications.names.name_style import Style, style_of

ADA = Person(("Ada", "Mae"), "Example")
JAE = Person(("Jae-In",), "Moss")


@pytest.mark.parametrize(
    ("typed", "given", "family"),
    [
        ("Ada Example", "Ada", "Example"),
        ("Ada B. Example", "Ada B.", "Example"),
        ("A.B. Example", "A. B.", "Example"),
        ("Example, Ada", "Ada", "Example"),
        ("Ludo van der Berg", "Ludo", "van der Berg"),
        ("Chiara De Santis", "Chiara", "De Santis"),
        ("Ana Page-Brook", "Ana", "Page-Brook"),
        ("Ben Sample Jr.", "Ben", "Sample Jr."),
        ("Plato", "", "Plato"),
        ("王小明", "", "王小明"),
    ],
)
def test_a_name_has_its_parts(typed: str, given: str, family: str) -> None:
    assert person(typed) == Person(tuple(given.split()), family)


@pytest.mark.parametrize(
    ("form", "ada", "jae"),
    [
        (NameForm(), "Ada Mae Example", "Jae-In Moss"),
        (NameForm("family, given"), "Example, Ada Mae", "Moss, Jae-In"),
        (NameForm("family given"), "Example Ada Mae", "Moss Jae-In"),
        (NameForm("family, given", "F. G."), "Example, A. M.", "Moss, J.-I."),
        (NameForm("family, given", "F.G."), "Example, A.M.", "Moss, J.-I."),
        (NameForm("given family", "F. G."), "A. M. Example", "J.-I. Moss"),
        (NameForm("family given", "FG"), "Example AM", "Moss J-I"),
        (NameForm("family given", "FG", hyphen=False), "Example AM", "Moss JI"),
        (NameForm("family given", "FG."), "Example AM.", "Moss J-I."),
        (NameForm("family, given", "F G", capitals=True), "EXAMPLE, A M", "MOSS, J-I"),
        (NameForm("family"), "Example", "Moss"),
    ],
)
def test_a_form_writes_any_name(form: NameForm, ada: str, jae: str) -> None:
    assert (form.write(ADA), form.write(JAE)) == (ada, jae)


def test_a_suffix_in_capitals_is_not_taken_for_initials() -> None:
    assert parts_of("Will Frost III") is None  # as `Will Frost`, it does not tell which word is the surname
    assert parts_of("Frost III W") == (Person(("W",), "Frost III"), NameForm("family given", "FG"))
    assert parts_of("Petrov IV") == (Person(("IV",), "Petrov"), NameForm("family given", "FG", hyphen=False))


def test_a_suffix_after_a_comma_belongs_to_the_surname() -> None:
    assert person("Sample, Ben B., Jr.") == Person(("Ben", "B."), "Sample Jr.")
    assert parts_of("Sample, B. B., Jr.") == (
        Person(("B.", "B."), "Sample Jr."),
        NameForm("family, given", "F. G.", False, False),
    )
    assert parts_of("SAMPLE BB III") == (Person(("BB",), "SAMPLE III"), NameForm("family given", "FG", True, False))


def test_a_suffix_is_written_after_the_initials() -> None:
    ben = person("Ben Sample Jr.")
    assert NameForm("family, given", "F. G.").write(ben) == "Sample, B., Jr."
    assert NameForm("family given", "FG", capitals=True).write(ben) == "SAMPLE B Jr."
    assert NameForm("given family", "F. G.").write(ben) == "B. Sample Jr."


def test_a_name_without_parts_stays() -> None:
    assert NameForm("family, given", "F. G.").write(person("王小明")) == "王小明"


@pytest.mark.parametrize(
    ("names", "first", "rest"),
    [
        (["Moss, A.", "Reed, B. C."], NameForm("family, given", "F. G."), NameForm("family, given", "F. G.")),
        (["Moss, Anna", "B. Reed"], NameForm("family, given"), NameForm("given family", "F. G.")),
        (["Moss A", "Reed BC"], NameForm("family given", "FG"), NameForm("family given", "FG")),
        (["Moss A.", "Reed BC", "Lind D."], NameForm("family given", "FG."), NameForm("family given", "FG.")),
        (["Moss A", "Reed B."], NameForm("family given", "FG"), NameForm("family given", "FG")),
    ],
    ids=lambda value: ", ".join(value) if isinstance(value, list) else "",
)
def test_a_list_tells_its_forms(names: list[str], first: NameForm, rest: NameForm) -> None:
    assert style_of([names]) == Style(first, rest)


def test_a_known_person_tells_which_word_is_the_surname() -> None:
    assert parts_of("Sample Ben") is None
    assert parts_of("Sample Ben", [person("Ben Sample")]) == (Person(("Ben",), "Sample"), NameForm("family given"))


def test_full_names_of_strangers_tell_nothing() -> None:
    assert style_of([["Ada Example", "Ben Sample"]], [person("Cleo Third")]) is None
