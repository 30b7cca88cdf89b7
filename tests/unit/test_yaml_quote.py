"""How values are written in YAML: without quotes only where no reader takes them for something else."""

from __future__ import annotations

import pytest

from profile_tui.markup.yaml.quote import is_date, quote, write_scalar
from profile_tui.text.errors import Refused


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (12, "12"),
        (1.5, "1.5"),
        (2.0, "2.0"),
        (1e20, "1.0e+20"),
        (2.5e-7, "2.5e-07"),
        (float("inf"), ".inf"),
        (float("-inf"), "-.inf"),
        (float("nan"), ".nan"),
    ],
)
def test_numbers_and_words_that_ruby_and_python_read_alike(value: float | None, written: str) -> None:
    assert write_scalar(value) == written


@pytest.mark.parametrize("value", ["A", "Ada Example", "/files/cv.pdf", "(in press)", "<b>Ada</b>", "3 May 2025", "é"])
def test_what_nothing_can_take_for_something_else_has_no_quotes(value: str) -> None:
    assert quote(value) == value


@pytest.mark.parametrize(
    "value", ["", "true", "y", "N", "2025", "2025-01-01", "- a", "a: b", "a #b", "a:", "a  b", "<B"]
)
def test_what_could_be_something_else_is_quoted(value: str) -> None:
    assert quote(value) == f'"{value}"'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('say "a"\\', '"say \\"a\\"\\\\"'),
        ("a\nb\tc", '"a\\nb\\tc"'),
        ("a\x85b", '"a\\x85b"'),
        ("a\xa0b", '"a\\xa0b"'),
        ("a\u2028b", '"a\\u2028b"'),
        ("\ufeffa", '"\\ufeffa"'),
    ],
)
def test_signs_that_double_quotes_cannot_hold_are_escaped(value: str, written: str) -> None:
    assert quote(value, style='"') == written


def test_quotes_stay_what_they_are_where_they_can_hold_the_text() -> None:
    assert quote("it's", style="'") == "'it''s'"
    assert quote("a\nb", style="'") == '"a\\nb"'
    assert write_scalar("Ada", style="'") == "'Ada'"
    assert write_scalar("Ada", style="|") == "Ada"


def test_within_brackets_more_is_quoted() -> None:
    assert quote("a, b") == "a, b"
    assert quote("a, b", flow=True) == '"a, b"'
    assert write_scalar("a, b", flow=True) == '"a, b"'


def test_a_date_in_the_place_of_a_date_stays_one() -> None:
    assert is_date("2025-05-01")
    assert is_date("2025-05-01 10:00:00 +0200")
    assert not is_date("May 2025")
    assert write_scalar("2025-05-01", dated=True) == "2025-05-01"
    assert write_scalar("2025-05-01 10:00:00 +0200", dated=True) == "2025-05-01 10:00:00 +0200"
    assert write_scalar("2025-05-01", dated=True, style="'") == "'2025-05-01'"
    assert write_scalar("2025-05-01 10:00:00 +0200", dated=True, flow=True) == '"2025-05-01 10:00:00 +0200"'
    assert write_scalar("2025-05-01") == '"2025-05-01"'


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        quote("a\udc80b")
    assert str(caught.value) == "The text holds a byte that is not UTF-8, which YAML cannot hold."
