"""The mark that a key puts behind a name that is being typed."""

from __future__ import annotations

import pytest

from profile_tui.content.entries.typed import next_mark


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("Ada Example|", "Ada Example*"),
        ("Ada Example*|", "Ada Example†"),
        ("Ada Example†|", "Ada Example"),
        ("Ada| Example, Ben Sample", "Ada Example*, Ben Sample"),
        ("Ada Example|, Ben Sample", "Ada Example*, Ben Sample"),
        ("Ada Example, |Ben Sample", "Ada Example, Ben Sample*"),
        ("Ada Example* and Ben Sample|", "Ada Example* and Ben Sample*"),
        ("Example, A|., Sample, B.", "Example, A.*, Sample, B."),
        ("Example, Ada; Sample, |Ben; Third, Cleo", "Example, Ada; Sample, Ben*; Third, Cleo"),
        ("王小明|、李雷", "王小明*、李雷"),
        ("Ada Example\\*|, Ben Sample", "Ada Example†, Ben Sample"),
        ("Ada Example#|, Ben Sample", "Ada Example, Ben Sample"),
        ("Ada Example  |", "Ada Example*  "),
        ("Ada Example, et al.|", "Ada Example, et al."),
        ("Ada Example, |", "Ada Example, "),
        ("|", ""),
    ],
)
def test_each_mark_in_turn_and_none_again(typed: str, after: str) -> None:
    at = typed.index("|")
    text = typed.replace("|", "")
    start, end, mark = next_mark(text, at, ["*", "†"])
    assert text[:start] + mark + text[end:] == after
