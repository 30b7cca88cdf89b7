"""A new role is a row of the table: a note of the editors, which nothing but this test knows."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from profile_tui.content.publications.roles import role_table

PAGE = """# Publications

- Ada Example and Bo Sample. Slow rivers of the north. *Journal of Tides*, 2024. Editors' choice
- Cy Reed. Lamps in the fog. *Annals of Mapping*, 2023.
"""
ADDS_A_ROLE = """
import json, sys
from profile_tui.content.publications.roles import role_table
role_table.register(role_table.Role("E", "editors", anywhere=True, remark=True))
from profile_tui.content.publications.reading import barred, steps as reading
def editors(_, segments):
    return ((at, role_table.all_but("E")) for at, one in enumerate(segments) if one.text.startswith("Editors"))
barred._RULES += ((("editors",), editors),)
from profile_tui.content.change import edit
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source
page = Page(Source(sys.stdin.buffer.read()))
first, second = page.entries("publications")
changed = edit.change(page, "publications", 1, {"venue": "Studies in Clay"}).page.text
new = {"title": "Ash", "authors": first.values["authors"][1:], "venue": "Peat", "year": 2025}
from profile_tui.content.kinds import kinds
written = kinds()["publications"].new(page.text, first, new, [first, second])
json.dump({
    "roles": reading.read(reading.visible(page.text, first.unit)).roles,
    "values": {name: value for name, value in first.values.items() if name != "authors"},
    "editors": [span.of(page.text) for name, span in first.frame.items() if name.startswith("remark editors")],
    "changed": changed.split("\\n")[2],
    "written": written,
}, sys.stdout)
"""


def test_a_role_is_added_by_a_row_and_is_read_kept_and_left_out() -> None:
    command = [sys.executable, "-c", ADDS_A_ROLE]
    result = subprocess.run(command, input=PAGE.encode(), capture_output=True, check=True)

    assert json.loads(result.stdout) == {
        "roles": "BBTVYE",
        "values": {
            "title": "Slow rivers of the north", "venue": "Journal of Tides", "year": 2024, "links": [], "note": None
        },
        "editors": ["Editors' choice"],
        "changed": "- Ada Example and Bo Sample. Slow rivers of the north. *Studies in Clay*, 2024. Editors' choice",
        "written": "- Bo Sample. Ash. *Peat*, 2025.\n",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("drawn", "letters"),
    [
        (role_table.letters(), "TBIVYNLO"),
        (role_table.of_field("authors"), "BI"),
        (role_table.held("venue"), "VYNO"),
        (role_table.anywhere(), "NLO"),
        (role_table.in_no_field(), "LO"),
        (role_table.set_off(), "TV"),
        (role_table.going_on("B"), "BI"),
        (role_table.all_but("LO"), "TBIVYN"),
    ],
)
def test_what_is_drawn_from_the_table(drawn: str, letters: str) -> None:
    assert drawn == letters
