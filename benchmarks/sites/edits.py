"""Entries added, edited and removed on a copy of a site, each change judged by git's difference."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from benchmarks.sites.copies import Copy, Ran, Touched

TOKEN = "Quillfeather"
"""A word that no site has, by which a new entry is found again."""
KINDS = ("news", "publications")
Entry = dict[str, Any]
_YEAR_HEADING = re.compile(r"-\s*(?:#+|<h\d[^<>]*>)\W*(?:19|20)\d\d\W*(?:</h\d>)?\s*")
_NOT_SAID = ("number", "path", "first_line", "last_line", "unsure")
"""What of an entry is not what it says: its place, and how sure its reading is, which its neighbours decide."""


@dataclass
class Tally:
    """How often something was tried and did what it should.

    Attributes:
        tried: The tries.
        good: Those that changed the entry and nothing else.
        refused: The reasons of those that the program refused.
        bad: What went wrong in the others.
    """

    tried: int = 0
    good: int = 0
    refused: list[str] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)

    def note(self, ran: Ran, wrong: Callable[[], str]) -> bool:
        """Counts one try; True where it was good."""
        self.tried += 1
        if ran.code == 4:
            self.refused.append(ran.complaint)
        elif ran.code:
            self.bad.append(f"exit {ran.code}: {ran.complaint}")
        elif said := wrong():
            self.bad.append(said)
        else:
            self.good += 1
            return True
        return False


Tallies = dict[str, Tally]
"""By what was tried, as `news add`."""


def addition(kind: str) -> list[str]:
    """The words that add an entry of a kind."""
    if kind == "news":
        return ["news", "add", "--date", "2026-03-05", f"{TOKEN} opened a *small* station."]
    return [
        *["publications", "add", "--title", f"{TOKEN}: Notes From a Station", "--author", "Ada Trialist"],
        *["--author", "Ben Sampler", "--venue", "Journal of Stations", "--year", "2026"],
        *["--link", "PDF=https://example.org/station.pdf"],
    ]


def _edition(kind: str, number: int) -> list[str]:
    """The words that edit an entry."""
    if kind == "news":
        return ["news", "edit", str(number), "--text", f"{TOKEN} closed a *large* station."]
    return ["publications", "edit", str(number), "--title", f"{TOKEN} Closes a Station"]


def measure(copy: Copy) -> Tallies:
    """Adds, edits and removes entries of each kind."""
    tallies: Tallies = {}
    for kind in KINDS:
        for action, tally in _kind(copy, kind):
            tallies[f"{kind} {action}"] = tally
    copy.restore()
    return tallies


def shown_entries(copy: Copy, kind: str) -> list[Entry]:
    """The entries of a kind through the whole site, each with its store."""
    sections = [section for section in copy.show().get("sections", []) if section["kind"] == kind]
    return [{**entry, "store": section["store"]} for section in sections for entry in section["entries"]]


def _kind(copy: Copy, kind: str) -> Iterator[tuple[str, Tally]]:
    """What became of the entries of one kind."""
    before = shown_entries(copy, kind)
    add, undone, edit, remove = Tally(), Tally(), Tally(), Tally()
    first = "" if before else " first"  # an addition that begins a section leaves its heading
    added = add.note(copy.run(*addition(kind)), partial(_wrong_addition, copy, kind, before))
    shown = next((one for one in shown_entries(copy, kind) if TOKEN in json.dumps(one)), None)
    if added and shown is not None:
        undone.note(copy.run(kind, "remove", str(shown["number"])), partial(left, copy, heading=not before))
    copy.restore()
    own = [one for one in before if shown is None or one["store"] == shown["store"]]
    for entry in [own[index] for index in dict.fromkeys((0, len(own) // 2, len(own) - 1))] if own else []:
        ran = copy.run(*_edition(kind, entry["number"]))
        edit.note(ran, partial(_wrong_edition, copy, kind, before, entry))
        copy.restore()
        ran = copy.run(kind, "remove", str(entry["number"]))
        remove.note(ran, partial(_wrong_removal, copy, kind, before, entry))
        copy.restore()
    yield from ((f"add{first}", add), (f"add{first}, remove", undone), ("edit", edit), ("remove", remove))


def _wrong_addition(copy: Copy, kind: str, before: list[Entry]) -> str:
    """What is wrong with an addition; empty where nothing is."""
    files = copy.changes()
    if len(files) != 1:
        return f"{len(files)} files changed: {told(files)}"
    (file,) = files
    if not file.new and (len(file.hunks) != 1 or file.removed):
        return f"more than lines put in at one place: {told(files)}"
    after = shown_entries(copy, kind)
    new = [entry for entry in after if TOKEN in json.dumps(entry)]
    if len(new) != 1:
        return f"{len(new)} entries show it"
    return _others_differ(before, [entry for entry in after if entry is not new[0]])


def _wrong_edition(copy: Copy, kind: str, before: list[Entry], entry: Entry) -> str:
    """What is wrong with an edit."""
    files = copy.changes()
    if outside := _outside(files, entry, blanks=False):
        return outside
    after = shown_entries(copy, kind)
    if sum(TOKEN in json.dumps(one) for one in after) != 1 or len(after) != len(before):
        return "the edited entry is not shown once"
    return _others_differ(
        [one for one in before if one is not entry], [one for one in after if TOKEN not in json.dumps(one)]
    )


def _wrong_removal(copy: Copy, kind: str, before: list[Entry], entry: Entry) -> str:
    """What is wrong with a removal."""
    files = copy.changes()
    if outside := _outside(files, entry, blanks=True):
        return outside
    came_in = any(line.startswith("+") for line in files[0].lines)
    if not files[0].gone and came_in and not _is_list_emptied(files[0].lines):
        return f"lines were put in: {told(files)}"
    return _others_differ([one for one in before if one is not entry], shown_entries(copy, kind))


def left(copy: Copy, *, heading: bool = False) -> str:
    """What an addition and its removal leave; the heading that it began may stay."""
    if copy.clean():
        return ""
    files = copy.changes()
    lines = [line[1:].strip("=- ") for file in files for line in file.lines if line[1:].strip("=- ")]
    alone = heading and len(files) == 1 and not files[0].removed and len(lines) == 1
    return "" if alone else f"left behind: {told(files)}"


def _outside(files: list[Touched], entry: Entry, *, blanks: bool) -> str:
    """What changed besides an entry's own lines.

    A removal may take blank lines beside them, the heading of a year that nothing is left under, and the rule below
    that; of the last entry of a list in YAML, the list is left empty.
    """
    if [file.name for file in files] != [entry["path"]]:
        return f"not its file alone: {told(files)}"
    (file,) = files
    if file.gone:
        return "" if blanks and entry["store"] == "collection" else "the file is gone"
    first, last = entry["first_line"], entry["last_line"]
    filled = sum(1 for line in file.lines if line.startswith("-") and line[1:].strip())
    own = last + 1 - first  # like lines before and after an entry let a difference tell others as gone
    years = sum(1 for line in file.lines if _YEAR_HEADING.fullmatch(line))
    strange = {line for line in file.removed if not first <= line <= last}
    if _is_list_emptied(file.lines):
        strange, filled = strange - {min(file.removed)}, filled - 1
    if strange and (not blanks or filled > own + 2 * years):
        return f"lines beside {first}-{last} changed: {told(files)}"
    if any(count == 0 and not first - 1 <= start <= last for start, count, _, _ in file.hunks):
        return f"lines beside {first}-{last} came in: {told(files)}"
    return ""


def _is_list_emptied(lines: list[str]) -> bool:
    """Whether what came in is the key of a list alone, which holds nothing any more: Jekyll cannot sort null."""
    came_in = [line[1:] for line in lines if line.startswith("+")]
    return bool(came_in) and came_in == [f"{lines[0][1:].rstrip()} []"] and lines[0].startswith("-")


def _others_differ(before: list[Entry], after: list[Entry]) -> str:
    """Whether entries that were not meant read otherwise."""
    one, other = (
        [{key: value for key, value in entry.items() if key not in _NOT_SAID} for entry in entries]
        for entries in (before, after)
    )
    changed = sum(entry not in other for entry in one)
    return "" if one == other else f"other entries read otherwise ({changed} of {len(one)}, then {len(other)})"


def told(files: list[Touched]) -> str:
    """A difference on one line."""
    said = "; ".join(f"{file.name} {' | '.join(file.lines)}" for file in files)
    return said if len(said) < 400 else said[:400] + " …"
