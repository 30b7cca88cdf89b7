"""The list decides: an entry whose fields are in another order than its neighbours' is read in theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from profile_tui.content.publications.cutting.form import form_of, is_badge
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.roles import role_table, shared_people
from profile_tui.content.publications.roles.assemble import where
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.content.publications.roles.decode import ROLES, Model, Scores

_SEPARATE = role_table.anywhere()
"""Roles that are anywhere."""
_PERSON = role_table.of_field("authors")
_GOES_ON = role_table.begun()
_MARGIN = 300.0
"""How much less likely a reading in the list's order may be by itself than the best one, to be taken."""
_KNOWN = 1000.0
"""What it counts that a name is a person's elsewhere in the list, or that only people look so."""
_LOOK = 1500.0
"""What it counts that a look is that of a field."""
_BESIDE_VENUE = role_table.within("V")
"""What may be in the look of a venue."""
_SET_OFF = role_table.set_off()
"""Fields that lists set off by a look of their own."""


@lru_cache(1000)
def order(roles: str) -> str:
    """Return the order of the fields: each role once for all its neighbours, people as one."""
    return "".join(role for role, _ in groupby(roles.translate(_GOES_ON)) if role not in _SEPARATE)


def border(segments: Sequence[Segment], roles: str) -> str:
    """Return how a title is set off from what is before and after it: by separators, and by its look."""
    first, last = roles.find("T"), roles.rfind("T")
    if first < 0:
        return ""
    return " ".join((_bare(segments[first].before), segments[first].look, _bare(segments[last].after)))


def _bare(separator: str) -> str:
    """A separator without the marks of people and the break of a wrapped line."""
    return separator.replace("*", "").removesuffix("/") or separator


class Habits:
    """The orders of fields that the entries of a list have in common, and the people who are in several of them."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        """Learn from the first reading of a list."""
        cuts, roles = [each.segments for each in citations], [each.roles for each in citations]
        orders = Counter(order(entry_roles) for entry_roles in roles if entry_roles)
        self.orders = tuple(
            name for name, count in orders.most_common(3) if count > 1 and count * 4 >= len(roles) and "T" in name
        )
        usual = [orders[name] for name in self.orders]
        borders = Counter(border(segments, entry_roles) for segments, entry_roles in zip(cuts, roles, strict=True))
        common, alike = borders.most_common(1)[0]
        self.border = common if alike > 2 and alike * 2 > len(roles) else ""
        """How the title of most entries is set off from what is around it; empty where they differ."""
        is_settled = sum(usual) == len(roles) and all(count > 2 and count * 4 > len(roles) + 8 for count in usual)
        self.settled = is_settled and alike > 3 and alike * 2 > len(roles) + 2
        """Whether all entries are as the most, and would be with one more or less."""
        self.people = shared_people.known(cuts, roles)
        self._learn_looks(Counter([(each.looks, each.roles) for each in citations]))
        self.titled_above = _are_titled_above(cuts, roles)
        """Whether all titles stand on a line of their own, above the people."""
        self.ends_apart = shared_people.end_apart(cuts, roles)
        """Whether who is last in an entry is last in several, and is nobody else anywhere, as venues are."""
        self.names = shared_people.naming(cuts, roles)
        """`TURNED` or `ALONE`, where an entry tells that names are so; else empty."""
        self.above_prose = False
        """Whether most entries are a title above prose on it."""

    def _learn_looks(self, looks: _Looks) -> None:
        """Learn how people and fields are set off."""
        self.looks = _looks_of_people(looks)
        """How people are set off, and neither titles nor venues."""
        self.look_of_all = _look_of_all(looks)
        """How all people are set off; empty where they are not, or only some of them."""
        self.look_of = _looks_of_fields(looks)
        """The look of titles and that of venues, where the list gives each a look of its own: its role."""
        self.bare = frozenset(look for look in self.look_of if _is_bare(look, looks))
        """Those looks in which most venues are without numbers and years."""
        self.usual = frozenset(each for each in looks if self._is_usual(*each))
        """How segments are set off, and their roles, in entries whose fields all look as in most."""

    def learn_prose(self, entries: int, above: int) -> None:
        """Learn how many of the entries are a title above prose."""
        self.above_prose = above * 2 > entries
        self.settled = self.settled and above in (0, entries)

    def is_odd(self, citation: Citation, roles: str) -> bool:
        """Return whether an entry differs from what most of the list have in common."""
        if "T" not in roles or (self.orders and order(roles) not in self.orders):
            return True
        segments = citation.segments
        if self.people and any(segments[at].text in self.people for at in where(roles, shared_people.NOBODY)):
            return True
        if (citation.looks, roles) in self.usual:
            return False
        return any(
            (role == "V" and segment.look in self.looks) or self._missed(segment, segments, roles)
            for segment, role in zip(segments, roles, strict=True)
        )

    def _is_usual(self, looks: Sequence[str], roles: str) -> bool:
        """Whether nothing looks otherwise than in the list: no venue as people do, and each field as it does."""
        pairs = set(zip(looks, roles, strict=True))
        are_there = all((look, self.look_of[look]) in pairs for look in looks if look in self.look_of)
        are_apart = not any(role == "V" and look in self.looks for look, role in pairs)
        return are_there and are_apart and _look_so(looks, roles, self.look_of)

    def known(self, segments: Sequence[Segment], emissions: Sequence[Scores], roles: str) -> list[Scores]:
        """Return the evidence of an entry; who is a person elsewhere is one here, too, and a look is its field's."""
        missed = [self._missed(segment, segments, roles) for segment in segments]
        return [self._known(*each) for each in zip(segments, emissions, roles, missed, strict=True)]

    def _missed(self, segment: Segment, segments: Sequence[Segment], roles: str) -> str | None:
        """Return the field that has a segment's look in the list, where an entry seems to lack it in that look."""
        role = self.look_of.get(segment.look)
        if role is None or segment.year or (role == "T" and _is_label(segment)):
            return None
        there = any(
            other.look == segment.look for other, its_role in zip(segments, roles, strict=True) if its_role == role
        )
        return None if there else role

    def _known(self, segment: Segment, emission: Scores, was: str, missed: str | None) -> Scores:
        """Return the evidence of a segment, with what the list says of it."""
        own = segment.look
        role, weight = missed, _LOOK
        if role is None and (segment.text in self.people or own in self.looks):
            role, weight = was if was in _PERSON else "B", _KNOWN
        if role is None:
            return emission
        at = ROLES.index(role)
        raised = [*emission[:at], emission[at] + weight, *emission[at + 1 :]]
        return [raised[0] - weight, *raised[1:]] if segment.text in self.people and role == "B" else raised

    def read(self, weights: Model, emissions: Sequence[Scores], apart: Sequence[int], roles: str) -> str:
        """Return the roles of an odd entry as the list's orders have them; as they were where none fits."""
        best, most = roles, weights.score(roles, emissions, apart) - _MARGIN
        for name in self.orders:
            reading, score = weights.decode_in_order(emissions, apart, name)
            if score > most:
                best, most = reading, score
        return best


_Looks = Mapping[tuple[tuple[str, ...], str], int]
"""How many entries have segments of these looks in these roles."""


def _looks_of_people(alike: _Looks) -> frozenset[str]:
    """Return the looks that people have, and neither titles nor venues."""
    pairs = {pair for looks, roles in alike for pair in zip(roles, looks, strict=True)}
    others = {look for role, look in pairs if role in "TV"}
    return frozenset({look for role, look in pairs if role in _PERSON} - others - {""})


def _look_of_all(alike: _Looks) -> str:
    """Return the look that all people have together in most entries of several."""
    counts: Counter[str] = Counter()
    for (looks, roles), count in alike.items():
        if roles.count("B") > 1:
            own = {look for look, role in zip(looks, roles, strict=True) if role in _PERSON}
            counts[own.pop() if len(own) == 1 else ""] += count
    common, count = counts.most_common(1)[0] if counts else ("", 0)
    return common if count * 2 > counts.total() else ""


def _looks_of_fields(alike: _Looks) -> dict[str, str]:
    """Return the looks that nearly always are those of one field, with its role."""
    counted: dict[str, Counter[str]] = {}
    for (seen, roles), count in alike.items():
        pairs = set(zip(seen, roles, strict=True))
        looks = Counter(role for _, role in pairs)
        own: dict[str, set[str]] = {}
        for look, role in pairs:
            # what seems to be set off in two ways in one entry was not understood
            own.setdefault(look, set()).add(role if looks[role] == 1 else "")
        for look, roles_seen in own.items():
            fields = roles_seen - set(_BESIDE_VENUE) if "V" in roles_seen else roles_seen
            counted.setdefault(look, Counter())[fields.pop() if len(fields) == 1 else ""] += count
    role_of = {}
    for look, counts in counted.items():
        role, count = counts.most_common(1)[0]
        if look and role and role in _SET_OFF and count > 1 and count * 3 >= counts.total() * 2:
            role_of[look] = role
    return role_of


def places(citation: Citation, habits: Habits) -> list[str] | None:
    """Return the roles that each segment may have, by the looks that the list gives its fields.

    None where the roles are so already, or where a look is not that of one stretch of the entry.
    """
    if above := _titled_above(citation, habits):
        return above
    if _are_in_place(citation, habits):
        return None
    segments, roles, barred = citation.segments, citation.roles, citation.barred
    allowed = [ROLES] * len(segments)
    at: dict[str, tuple[int, int]] = {}
    for look, role in habits.look_of.items():
        stretches = _stretches(citation, look)
        if "q" in look or len(stretches) != 1 or all(role in barred.get(index, "") for index in range(*stretches[0])):
            continue
        if role == "T" and all(map(_is_label, segments[slice(*stretches[0])])):
            continue
        start, stop = at[role] = stretches[0]
        beside = role == "V" and not (look in habits.bare and _has_year_outside(segments, start, stop))
        for index, segment in enumerate(segments):
            if start <= index < stop:
                allowed[index] = role + _BESIDE_VENUE if beside else role
            elif not segment.look and not is_badge(segment):
                allowed[index] = allowed[index].replace(role, "")
    if between := _between(citation, habits, at):
        allowed[between] = [_PERSON] * len(segments[between])
    return allowed if all(allowed) and any(map(_is_barred, roles, allowed)) else None


def _is_label(segment: Segment) -> bool:
    """Whether a segment is linked and begins as labels do, as `[Code](…)` beside a title that is no link."""
    return segment.style.href is not None and form_of(segment).label


def _first_line(segments: Sequence[Segment]) -> int:
    """Return how many segments are on the first of several lines; 0 where there is one line."""
    return next((at for at, segment in enumerate(segments) if segment.line != segments[0].line), 0)


def _are_titled_above(cuts: Sequence[Sequence[Segment]], roles: Sequence[str]) -> bool:
    """Whether the title of each of several entries is all that is on its first line, and nothing of it is below."""
    count = 0
    for segments, each in zip(cuts, roles, strict=True):
        first = _first_line(segments)
        if not first or "T" in each[first:] or not set(each[first:]) & set(_PERSON):
            return False
        count += each[:first].strip("T") == ""
    return count > 2 and count * 4 >= len(roles) * 3


def _titled_above(citation: Citation, habits: Habits) -> list[str] | None:
    """Return the roles that segments may have, where the list's titles are above the people, and here people are."""
    first = _first_line(citation.segments) if habits.titled_above else 0
    if not first or not set(citation.roles[:first]) & set(_PERSON):
        return None
    above = ROLES.translate(dict.fromkeys(map(ord, _PERSON)))
    return [above] * first + [ROLES.replace("T", "")] * (len(citation.segments) - first)


def _are_in_place(citation: Citation, habits: Habits) -> bool:
    """Whether an entry names people, and each of its fields has the look of the list: so most entries are."""
    looks, roles = citation.looks, citation.roles
    return (looks, roles) in habits.usual or _look_so(looks, roles, habits.look_of)


def _look_so(looks: Sequence[str], roles: str, look_of: Mapping[str, str]) -> bool:
    """Whether people are named, and each field has its look."""
    if "B" not in roles and "I" not in roles:
        return False
    for look, role in zip(looks, roles, strict=True):
        its_role = look_of.get(look.replace("q", ""))
        if its_role is None:
            if not look and role in look_of.values():
                return False
        elif its_role != role:
            return False
    return True


def _is_barred(role: str, allowed: str) -> bool:
    """Whether a role is not among those that are allowed."""
    return role not in allowed


def _between(citation: Citation, habits: Habits, at: Mapping[str, tuple[int, int]]) -> slice | None:
    """Return the plain words after the title that can only be people, where an entry seems to name none.

    They are before the venue; or, where the list gives venues a look that the entry lacks, are a name by their form.

    Args:
        citation: The entry.
        habits: Of its list, which names people between title and venue.
        at: Where title and venue are, by their looks.
    """
    if "T" not in at or not any("TBV" in order for order in habits.orders[:1]):
        return None
    segments, (first, start) = citation.segments, at["T"]
    if any(role in _PERSON for role in citation.roles[:first] + citation.roles[start:]):
        return None
    if "V" in at:
        stop = at["V"][0]
    elif "V" in habits.look_of.values():
        stop = next((index for index in range(start, len(segments)) if not _is_name(segments[index])), len(segments))
    else:
        return None
    plain = all(not segment.look and not segment.year for segment in segments[start:stop])
    return slice(start, stop) if start < stop and plain else None


def _is_name(segment: Segment) -> bool:
    """Whether a segment has the form of a whole name, and no word of a venue."""
    form = form_of(segment)
    return form.names and not form.venue and " " in segment.text and not segment.look


def _has_year_outside(segments: Sequence[Segment], start: int, stop: int) -> bool:
    """Whether an entry shows a year besides those of a stretch."""
    return any(segment.year for segment in (*segments[:start], *segments[stop:]))


def _is_bare(look: str, alike: _Looks) -> bool:
    """Whether most entries have neither numbers nor a year in the look of a venue."""
    counts: Counter[bool] = Counter()
    for (looks, roles), count in alike.items():
        within = {role for its_look, role in zip(looks, roles, strict=True) if its_look == look}
        if "V" in within:
            counts[not within & set(_BESIDE_VENUE)] += count
    return counts[True] > counts[False]


def _stretches(citation: Citation, look: str) -> list[tuple[int, int]]:
    """Return the stretches of segments that have a look, whether or not they are quoted in it."""
    stretches: list[tuple[int, int]] = []
    for at, segment in enumerate(citation.segments):
        if segment.look.replace("q", "") != look:
            continue
        between = range(citation.segments[at - 1].end if at else 0, segment.start)
        goes_on = stretches and stretches[-1][1] == at
        if goes_on and all(citation.shown.run_at(place).style == segment.style for place in between):
            stretches[-1] = stretches[-1][0], at + 1
        else:
            stretches.append((at, at + 1))
    return stretches
