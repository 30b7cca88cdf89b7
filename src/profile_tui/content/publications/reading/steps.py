"""Reads the entries of a list: each by itself first, then those that differ by what the others have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import add

from profile_tui.content.entries.entry import HEADED, Unit
from profile_tui.content.entries.table import ROW
from profile_tui.content.publications.cutting import surnames
from profile_tui.content.publications.cutting.phrases import is_state
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.cutting.segments import cut
from profile_tui.content.publications.cutting.separators import IN, LEAD
from profile_tui.content.publications.reading import barred, beside_others, columns, field_places, untitled
from profile_tui.content.publications.reading.signs import shown_by
from profile_tui.content.publications.roles import role_table
from profile_tui.content.publications.roles.assemble import assemble, where
from profile_tui.content.publications.roles.citation import Citation, Names
from profile_tui.content.publications.roles.consensus import Habits, places
from profile_tui.content.publications.roles.decode import ROLES, Model, Scores
from profile_tui.content.publications.roles.evidence import apart, features
from profile_tui.content.publications.roles.weights import model
from profile_tui.markup import inline
from profile_tui.markup.inline import BLOCK_BREAK, Run, Style, Visible
from profile_tui.text.dataclass import replace
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_MOST = 1e9
BARRED = 2000.0
"""What it counts against a role that a rule rules out, in hundredths, as weights are."""
_PERSON, _SEPARATE = role_table.of_field("authors"), role_table.anywhere()
_BESIDE_TITLE = frozenset("BVY")
"""Fields that are not without a title."""
_KEPT = 5000
"""How many pieces of evidence are kept that are against some roles."""
_TELLS = lazily(
    r"\d|https?:|^(?:vol(?:ume)?|no|num(?:ber|éro)|issue|pages?|art(?:icle)?|heft|band|jahrgang|tome|suppl\w*|chapter)\b|"
    r"\b(?:oral|spotlight|poster|presentation|award|edited|arxiv|preprint|with)\b",
    re.I,
)
"""What tells something of a publication, and is in neither its title nor its venue."""
_SMALL_WORD = lazily(r"(?<![\w’'-])[a-zß-ÿ]{5}")
"""The beginning of a long word in small letters."""
_kept: dict[tuple[int, str], tuple[Scores, Scores]] = {}


def visible(text: str, unit: Unit) -> Visible:
    """Return what a reader sees of an entry, but what is hidden or folded away."""
    if unit.type == ROW:
        return columns.visible(text, unit)
    if unit.type == HEADED:
        return _headed(text, unit)
    return inline.visible(text, unit.content, markdown=unit.markdown, opaque=True)


def _headed(text: str, unit: Unit) -> Visible:
    """Return what a reader sees of a heading and of the paragraphs below it: a line in bold, a break, the others."""
    end = text.index("\n", unit.content.start)
    quote = inline.QUOTE.match(text, end + 1)
    title, rest = (
        inline.visible(text, span, opaque=True)
        for span in (Span(unit.content.start, end), Span(quote.end() if quote else end + 1, unit.content.end))
    )
    bold = [run._replace(style=run.style._replace(bold=True, classes=("h3",))) for run in title.runs]
    return Visible([*bold, Run(BLOCK_BREAK, "", Span(end, end + 1), Style()), *rest.runs], [*title.marks, *rest.marks])


def read(shown: Visible, habits: Habits | None = None, *, whole: bool = False) -> Citation:
    """Return the fields of one publication; see `begun`."""
    return _with_fields(begun(shown, habits, whole=whole), habits)


def begun(shown: Visible, habits: Habits | None = None, *, whole: bool = False) -> Citation:
    """Return the roles of the segments of one publication; `by_habits` finds the fields.

    Args:
        shown: What it shows.
        habits: Of its list; where it differs from them, it is read by them.
        whole: Whether it is an item of a list or a box, so that names in it are not without a title.
    """
    weights = model()
    segments = surnames.mark(shown.text, cut(shown))
    emissions = weights.emissions(features(segments))
    signs = shown_by(shown, segments)
    ruled_out = barred.barred(shown, segments, signs)
    emissions = _without(emissions, ruled_out)
    if isinstance(shown, columns.Row):
        places = (columns.allowed(shown, each, ruled_out.get(at, "")) for at, each in enumerate(segments))
        emissions = [_within(own, roles) for own, roles in zip(emissions, places, strict=True)]
    looks = tuple([segment.look for segment in segments])
    citation = Citation(shown, segments, looks, emissions, apart(segments), ruled_out, signs)
    return _decided(citation, habits, whole=whole)


def _with_fields(citation: Citation, habits: Habits | None) -> Citation:
    """Return a publication, the roles of whose segments are known, with its fields."""
    field_places.find(citation)
    if habits is not None:
        _without_owner(citation, habits)
    return citation


def _decided(citation: Citation, habits: Habits | None, *, whole: bool) -> Citation:
    """Return a publication, the evidence of whose segments is known, once their roles are."""
    weights = model()
    segments, ends = citation.segments, citation.ends
    emissions, roles = _one_each(weights, segments, citation.emissions, ends)
    if untitled.is_untitled(citation.barred, len(segments)):
        citation.roles, citation.decided = roles, (emissions, roles)
        return citation
    if habits is not None:
        roles, emissions = _by_list(citation, habits, emissions, roles)
    if "T" not in roles:
        others = _sets_off_other(segments, roles)
        whole = whole or (_BESIDE_TITLE.issubset(roles) and (others or _leaves_words(segments, roles)))
        is_dated = "Y" in roles and _may_be_titled(citation, roles)
        if whole and (is_dated or others or max(roles.count("B"), roles.count("V")) > 1):
            roles = weights.roles_with_title(emissions, ends)
    citation.roles = _without_states(
        citation, beside_others.completed(segments, _whole(citation, segments, roles), citation.barred)
    )
    citation.decided = emissions, citation.roles
    return citation


def _leaves_words(segments: Sequence[Segment], roles: str) -> bool:
    """Whether an entry has plain words that are no field."""
    return any(
        role == "O" and segment.text.count(" ") > 1 and not segment.look
        for segment, role in zip(segments, roles, strict=True)
    )


def _may_be_titled(citation: Citation, roles: str) -> bool:
    """Whether an entry has words that are no field, and may be a title: several, or some that are set off."""
    return any(
        role == "O" and "T" not in citation.barred.get(at, "") and not segment.bracketed
        and (" " in segment.text or set(segment.look) & set("biq")) and not LEAD.fullmatch(segment.text)
        for at, (segment, role) in enumerate(zip(citation.segments, roles, strict=True))
    )  # fmt: skip


def _sets_off_other(segments: Sequence[Segment], roles: str) -> bool:
    """Whether an entry sets something off in italics or quotation marks that is no field, beside people and a venue."""
    rest = any(role == "O" and set(segment.look) & set("iq") for segment, role in zip(segments, roles, strict=True))
    return rest and "B" in roles and "V" in roles


def _by_list(
    citation: Citation, habits: Habits, emissions: Sequence[Scores], roles: str
) -> tuple[str, Sequence[Scores]]:
    """Return the roles of an entry as its list has them, and the evidence with what the list says."""
    weights = model()
    segments, ends = citation.segments, citation.ends
    if segments and habits.is_odd(citation, roles):
        emissions, roles = _one_each(weights, segments, habits.known(segments, emissions, roles), ends)
        if "T" not in roles:
            emissions, roles = _one_each(weights, segments, habits.known(segments, emissions, roles), ends)
        if habits.is_odd(citation, roles):
            roles = habits.read(weights, emissions, ends, roles)
    if allowed := places(replace(citation, roles=roles), habits):
        emissions = [_within(own, may) for own, may in zip(emissions, allowed, strict=True)]
        roles = weights.decode(emissions, ends)[0]
        if habits.is_odd(citation, roles):
            roles = habits.read(weights, emissions, ends, roles)
    return roles, emissions


def _one_each(
    weights: Model, segments: Sequence[Segment], emissions: Sequence[Scores], ends: Sequence[int]
) -> tuple[Sequence[Scores], str]:
    """Return the best roles with one title and one list of people at most, none a sentence, and their evidence."""
    roles = weights.roles(emissions, ends)
    for _ in range(2):  # where some are ruled out, others may be
        ruled_out = beside_others.ruled_out(segments, roles)
        if not ruled_out:
            break
        emissions = _without(emissions, ruled_out)
        roles = weights.roles(emissions, ends)
    return emissions, roles


def _without(emissions: Sequence[Scores], ruled_out: Mapping[int, str]) -> Sequence[Scores]:
    """Return the evidence of segments, of which some cannot have some roles."""
    fits = list(emissions)
    for at, roles in ruled_out.items():
        kept = _kept.get((id(fits[at]), roles))
        fits[at] = _barred(fits[at], roles) if kept is None else kept[0]
    return fits


def _barred(emission: Scores, roles: str) -> Scores:
    """Evidence that is against some roles; it is kept, so that of the same evidence it is the very same object."""
    if len(_kept) > _KEPT:
        _kept.clear()
    # the evidence is kept with what it gave, so that nothing else takes its identity
    kept = _kept[id(emission), roles] = list(map(add, emission, _against(roles))), emission
    return kept[0]


@lru_cache(1000)
def _against(roles: str) -> Sequence[float]:
    """What is taken from each role, where some are ruled out."""
    return [-BARRED if role in roles else 0.0 for role in ROLES]


def _within(emission: Scores, allowed: str) -> Scores:
    """Return how well each role fits where only some may be; any where none is named."""
    if not allowed:
        return emission
    return [own if role in allowed else own - _MOST for own, role in zip(emission, ROLES, strict=True)]


def people(shown: Visible) -> Names | None:
    """Return the authors in a text that is nothing but a list of them."""
    weights = model()
    segments = surnames.mark(shown.text, cut(shown))
    signs = shown_by(shown, segments)
    told = barred.barred(shown, segments, signs)
    ruled_out = {at: roles for at, roles in told.items() if not set(_PERSON).issubset(roles)}
    emissions = _without(weights.emissions(features(segments)), ruled_out)
    emissions = [_within(each, role_table.held("authors")) for each in emissions]
    roles = weights.decode(emissions, apart(segments))[0]
    return field_places.names_of(shown, segments, assemble(shown, segments, roles))


def _without_owner(citation: Citation, habits: Habits) -> None:
    """Take back that the only author is the owner, where the list sets all authors off so."""
    names = citation.names
    if names is None or len(names.authors) > 1 or not habits.look_of_all:
        return
    looks = {segment.look for segment, role in zip(citation.segments, citation.roles, strict=True) if role in _PERSON}
    if looks == {habits.look_of_all}:
        names.authors[0] = names.authors[0]._replace(is_self=False)


def habits_of(citations: Sequence[Citation]) -> Habits | None:
    """Return what entries that were read one by one have in common; None where they are too few to tell."""
    if len(citations) < 2:
        return None
    return Habits(citations)


def by_habits(citations: Sequence[Citation], habits: Habits | None) -> list[Citation]:
    """Return entries that were begun one by one with their fields, the odd ones read again."""
    read = []
    for citation in citations:
        if habits is not None and (habits.is_odd(citation, citation.roles) or places(citation, habits)):
            citation = _decided(citation, habits, whole="T" in citation.roles)
        read.append(_with_fields(citation, habits))
    return read


def _whole(citation: Citation, segments: Sequence[Segment], roles: str) -> str:
    """Return the roles; a link, a quotation or words in bold that are a title for the most part are all of it.

    Of words in bold that holds only where people are beside them: some set a whole entry in bold; of those in italics
    only where a venue is after them.
    """
    groups = _set_off(citation)
    if not groups:
        return _by_looks(citation.shown, segments, roles)
    whole = list(roles)
    people = where(roles, _PERSON)
    for sort, members in groups:
        if sort == "bold" and not set(people).difference(members):
            continue
        if sort == "italics" and roles[members[0]] == "O":
            whole[: members[-1] + 1] = _begun(citation, members, "".join(whole))[: members[-1] + 1]
        if sort == "italics":
            _end(citation, members, whole)
        if sort == "italics" and "V" not in roles[members[-1] + 1 : members[-1] + 2]:
            continue
        members = members[_is_dated(roles, members[0]) :]  # `[2026: Ice](…)`
        titled = [index for index in members if roles[index] == "T"]
        if not titled or titled == members:
            continue
        if _is_title(segments, members, titled, is_link=sort == "link"):
            for index in members:
                whole[index] = "T"
    return _by_looks(citation.shown, segments, "".join(whole))


def _is_title(segments: Sequence[Segment], members: Sequence[int], titled: Sequence[int], *, is_link: bool) -> bool:
    """Whether what is set off is all a title: most of it, or the beginning of a link with a quotation."""
    if is_link and titled[0] == members[0] and len({segments[index].quoted for index in members}) > 1:
        return True
    letters = sum(len(segments[index].text) for index in titled)
    return letters * 2 > sum(len(segments[index].text) for index in members)


def _is_dated(roles: str, at: int) -> bool:
    """Whether a segment that begins what is set off is the year: the first of all, or the only one."""
    return roles[at] == "Y" and (at == 0 or roles.count("Y") == 1)


def _by_looks(shown: Visible, segments: Sequence[Segment], roles: str) -> str:
    """Return the roles; italics that a title begins are all of it where a venue in bold follows: `*A. B*. **Ice**`."""
    first = roles.find("T")
    if first < 0 or segments[first].look not in ("i", "iq"):
        return roles
    stop = _end_of_look(segments, first, "i")
    end = _end_of_look(segments, stop, "b") if stop < len(segments) else stop
    if end <= stop or segments[stop].before[-1:] not in (".", ",") or not set(roles[first:stop]) - {"T"}:
        return roles
    venue = "".join("Y" if segment.year else "V" for segment in segments[stop:end])
    if not any(segment.text[0].isalpha() for segment in segments[stop:end]) or set(roles[stop:end]) & set("BT"):
        return roles
    between = (range(last.end, segment.start) for last, segment in pairwise(segments[first:stop]))
    if not all(shown.run_at(place).style.italic for places in between for place in places):
        return roles  # one in italics after another
    return roles[:first] + "T" * (stop - first) + venue + roles[end:].replace("V", "O").replace("T", "O")


def _end_of_look(segments: Sequence[Segment], start: int, look: str) -> int:
    """Return where the segments end, from one on, that have a look, be they quoted or not."""
    return next((at for at in range(start, len(segments)) if segments[at].look.rstrip("q") != look), len(segments))


def _begun(citation: Citation, members: Sequence[int], roles: str) -> str:
    """Return the roles; what begins a venue in italics and is in no field is of the venue, too."""
    stop = roles.find("V", members[0], members[-1] + 1)
    if stop < 0 or roles[members[0] : stop].strip("O") or any(_leads(citation, at) for at in range(members[0], stop)):
        return roles
    return roles[: members[0]] + "V" * (stop - members[0]) + roles[stop:]


def _end(citation: Citation, members: Sequence[int], whole: list[str]) -> None:
    """Let a venue or a title in italics go on with the words that end the italics, as `Ice, snow and fog` does."""
    roles = "".join(whole[members[0] : members[-1] + 1])
    rest = roles.lstrip("TV")
    own = set(roles[: -len(rest)]) if rest else ()
    if len(own) != 1 or rest.strip("ON") or members[-1] - members[0] + 1 != len(members):
        return
    going_on = [citation.segments[at] for at in members[-len(rest) :]]
    barred_at = [citation.barred.get(at, "") for at in members[-len(rest) :]]
    if not any("V" in roles for roles in barred_at) and _go_on(going_on):
        whole[members[-len(rest)] : members[-1] + 1] = [*own] * len(rest)


def _go_on(segments: Sequence[Segment]) -> bool:
    """Whether segments tell nothing of a publication, and have a word as in sentences, or are after a dash."""
    if any(each.bracketed or _TELLS.search(each.text) or is_state(each.text) for each in segments):
        return False
    return segments[0].before in ("-", "–", "—") or any(_SMALL_WORD.search(each.text) for each in segments)


def _leads(citation: Citation, at: int) -> bool:
    """Whether a segment leads in a venue, or a rule says that it is none."""
    text = citation.segments[at].text
    return text.lower() in IN or LEAD.fullmatch(text) is not None or "V" in citation.barred.get(at, "")


def _without_states(citation: Citation, roles: str) -> str:
    """Return the roles; how far a paper is, as `forthcoming`, is no part of the venue beside it, nor is `in`."""
    venue = where(roles, "VN")
    segments = citation.segments
    if len(venue) == 1 and not segments[venue[0]].look and is_state(segments[venue[0]].text):
        return roles.replace("V", "O")
    if len(venue) < 2:
        return roles
    # a rule has said of states that they are nobody
    apart = {at for at in venue if at in citation.barred and is_state(segments[at].text)}
    apart |= {at for at in venue[:1] if segments[at].text.lower() in IN and roles[at + 1] == "V"}
    if not apart or not any(role == "V" and at not in apart for at, role in enumerate(roles)):
        return roles
    return "".join("O" if at in apart else role for at, role in enumerate(roles))


def _set_off(citation: Citation) -> list[tuple[str, list[int]]]:
    """Return each link, quotation and stretch in bold or italics of several segments: its sort, and which they are."""
    if all(set(look).isdisjoint(following) for look, following in pairwise(citation.looks) if look):
        return []
    shown, segments = citation.shown, citation.segments
    groups: dict[tuple[str, int], list[int]] = {}
    quotation = bold = 0
    for index, segment in enumerate(segments):
        quotation += "“" in segment.before or "”" in segment.before
        if not segment.look:
            continue
        before = segments[index - 1]
        if segment.style.bold:
            goes_on = index and before.line == segment.line and before.style.bold
            bold += not goes_on or not all(shown.run_at(at).style.bold for at in (before.end, segment.start - 1))
            groups.setdefault(("bold", bold), []).append(index)
        if segment.style.href is not None:
            groups.setdefault(("link", segment.style.link), []).append(index)
        elif segment.style.bold:
            continue
        elif segment.style.italic and not segment.quoted:
            groups.setdefault(("italics", shown.run_at(segment.start).span.start), []).append(index)
        elif segment.quoted:
            groups.setdefault(("quotation", quotation), []).append(index)
    return [(sort, members) for (sort, _), members in groups.items() if len(members) > 1]
