"""Where a new entry goes among the others, and how it is parted from them and numbered."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

HEAD = "---\ntitle: Ada\n---\n\n# News\n\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("- *2026.03*: A.", "- *2026.05*: New.\n- *2026.03*: A.", id="no line end, newest first"),
        pytest.param(
            "- *2026.01*: A.\n- *2026.03*: B.",
            "- *2026.01*: A.\n- *2026.03*: B.\n- *2026.05*: New.",
            id="no line end, newest last",
        ),
        pytest.param(
            "- *2026.03*: A.\n\n- *2026.01*: B.\n",
            "- *2026.05*: New.\n\n- *2026.03*: A.\n\n- *2026.01*: B.\n",
            id="blank lines between",
        ),
        pytest.param(
            "- *2026.08*: A.\n- *2026.03*: B.\n",
            "- *2026.08*: A.\n- *2026.05*: New.\n- *2026.03*: B.\n",
            id="between by its date",
        ),
        pytest.param(
            "- *2026.07*: A.\n\nAnd before:\n\n- *2026.01*: B.\n- *2025.01*: C.\n",
            "- *2026.07*: A.\n\nAnd before:\n\n- *2026.05*: New.\n- *2026.01*: B.\n- *2025.01*: C.\n",
            id="after words in between",
        ),
        pytest.param("*2026.03*: A.\n", "*2026.05*: New.\n\n*2026.03*: A.\n", id="an only paragraph"),
        pytest.param(
            "*2026.01*: A.\n\n*2026.03*: B.\n",
            "*2026.01*: A.\n\n*2026.03*: B.\n\n*2026.05*: New.\n",
            id="paragraphs, newest last",
        ),
        pytest.param(
            "3. *2026.03*: A.\n2. *2026.02*: B.\n1. *2026.01*: C.\n",
            "4. *2026.05*: New.\n3. *2026.03*: A.\n2. *2026.02*: B.\n1. *2026.01*: C.\n",
            id="counted down",
        ),
        pytest.param(
            "1. *2026.01*: A.\n2. *2026.02*: B.\n3. *2026.03*: C.\n",
            "1. *2026.01*: A.\n2. *2026.02*: B.\n3. *2026.03*: C.\n4. *2026.05*: New.\n",
            id="counted up",
        ),
        pytest.param(
            "9. *2026.02*: A.\n10. *2026.03*: B.\n",
            "9. *2026.02*: A.\n10. *2026.03*: B.\n11. *2026.05*: New.\n",
            id="counted up beyond nine",
        ),
        pytest.param(
            "1. *2026.03*: A.\n1. *2026.01*: B.\n",
            "1. *2026.05*: New.\n1. *2026.03*: A.\n1. *2026.01*: B.\n",
            id="the same number before all",
        ),
    ],
)
def test_a_new_entry_goes_to_its_place(before: str, after: str) -> None:
    page = Page(Source((HEAD + before).encode()))
    assert edit.add(page, "news", {"date": "2026-05", "text": "New."}).page.text == HEAD + after
