"""How far a neighbour is on its way is not said of a new publication; nothing is left where a venue was."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

VALUES: Values = {"title": "Snow on Water", "authors": (Author("Ada Example"),), "venue": "ICE", "year": 2027}
PRINTED = '- A. Example, B. Sample. "Lakes". *J. Ice*, 2024.\n'
ACCEPTED = '- A. Example, C. Ruler. "Ponds". Accepted at *Pond J.*, 2023.\n'


def page(listed: str) -> Page:
    return Page(Source(f"# Papers\n\n{listed}".encode()))


@pytest.mark.parametrize("listed", [PRINTED + ACCEPTED, ACCEPTED + PRINTED])
def test_a_new_one_is_not_said_to_be_accepted(listed: str) -> None:
    after = edit.add(page(listed), "publications", VALUES).page.text
    assert after.count("Accepted at") == 1
    assert '- A. Example. "Snow on Water". *ICE*, 2027.\n' in after


def test_where_all_are_accepted_a_new_one_is_too() -> None:
    listed = ACCEPTED + ACCEPTED.replace("Ponds", "Fens") + ACCEPTED.replace("Ponds", "Moss")
    after = edit.add(page(listed), "publications", VALUES).page.text
    assert '- A. Example. "Snow on Water". Accepted at *ICE*, 2027.\n' in after


def test_volume_and_pages_are_not_left_behind_the_stop_of_a_title() -> None:
    listed = PRINTED.replace("*J. Ice*,", "*J. Ice*, 12:3–9,") + ACCEPTED
    with pytest.raises(Refused, match="cannot be taken out"):
        edit.change(page(listed), "publications", 1, {"venue": None})


@pytest.mark.parametrize(
    "printed",
    [
        "- A. Example. Ice. *Journal of Mud*, *12*(3), 45–67, 2024.\n",
        "- A. Example. Ice. *Journal of Mud* 12(3), 2024.\n",
        "- A. Example. Ice. *Journal of Mud*, vol. 12, 2024.\n",
        "- A. Example. Ice. *Journal of Mud* 2024, 12(3).\n",
    ],
)
def test_a_venue_is_not_emptied_before_its_volume(printed: str) -> None:
    read = page(printed + printed.replace("Ice", "Snow"))
    assert read.entries("publications")[0].values["venue"] == "Journal of Mud"
    with pytest.raises(Refused):
        edit.change(read, "publications", 1, {"venue": None})


FOLDED = """<details markdown="1"><summary>2024</summary>

- Ada Example, Ben Sample. Ice and Law. *Journal of Mud*
- Ada Example, Cy Ruler. Snow Courts. *Journal of Mud*

</details>

<details markdown="1"><summary>2023</summary>

- Ada Example, Dee Tester. Reeds at Law. *Journal of Mud*

</details>
"""


def test_nothing_is_added_to_a_list_that_is_folded_under_another_year() -> None:
    with pytest.raises(Refused, match="the list here is of the year 2024"):
        edit.add(page(FOLDED), "publications", {**VALUES, "year": 2027})


def test_one_stop_is_left_where_a_year_was_after_a_short_name() -> None:
    made = edit.change(page(ACCEPTED.replace("Accepted at ", "") + PRINTED), "publications", 1, {"year": None})
    assert made.page.text.split("\n")[2] == '- A. Example, C. Ruler. "Ponds". *Pond J.*'


def test_entries_that_say_their_year_may_be_folded_under_another() -> None:
    listed = FOLDED.replace("*Journal of Mud*", "*Journal of Mud*, 2024")
    made = edit.add(page(listed), "publications", VALUES)
    assert made.page.text.split("\n")[4] == "- Ada Example. Snow on Water. *ICE*, 2027"
