"""The label by which a list cites an entry, as `Example and Sample 2024:` before the authors: read, and written anew.

It names the authors once more, so that it is no field; a new paper, and new authors, ask for another one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from profile_tui.content.entries.entry import Entry, Unit
from profile_tui.content.entries.kind import plain_in
from profile_tui.content.entries.lexicon import ET_AL
from profile_tui.content.publications.cutting.form import is_like_name
from profile_tui.content.publications.cutting.segment import Segment
from profile_tui.content.publications.names.joining import Joining, leaves_out, made
from profile_tui.content.publications.names.name_forms import parts_of, person
from profile_tui.content.publications.roles.citation import Citation
from profile_tui.text.dataclass import dataclass
from profile_tui.text.pattern import lazily

_MOST = 6
"""Segments that a label has at most, its year not counted."""
_NEAR = 8
"""Among how many segments after its year the authors begin whom a label names."""
_JOINS = lazily(r"\s*(?:[,;/&+–—·-]|\b(?:and|et|und|e|y|og|och|en|a|i|ja|ve|dan)\b)[,\s]*|\s+")
"""What parts the surnames of a label."""
_FIRST_WORD = lazily(r"[\w’'-]+")
_INITIAL = lazily(r"[^\W\d_](?:[.-]|$)")
_REST = lazily(r"[\W_]*(?:(?:18|19|20)\d\d[a-z]?)?[\W_]*")
"""What follows the surnames of a label: its year, and what parts it from the authors."""


def segments_of(segments: Sequence[Segment]) -> range:
    """Return which segments at the start of an entry are the surnames of its label; empty where it has none."""
    year = next((at for at, segment in enumerate(segments[: _MOST + 1]) if segment.year), 0)
    following = segments[year + 1 : year + 1 + _NEAR]
    if not year or not following:
        return range(0)
    if segments[0].text.casefold() not in " ".join([segment.text for segment in following]).casefold():
        return range(0)
    own = [segment.text for segment in segments[:year] if not ET_AL.fullmatch(segment.text)]
    return range(year) if own and all(_is_named(name, following) for name in own) else range(0)


def _is_named(surname: str, segments: Sequence[Segment]) -> bool:
    """Whether one of some segments is a person with a surname, or the surname before initials."""
    wanted = surname.casefold().split()
    for segment, following in zip(segments, (*segments[1:], None), strict=False):
        words = segment.text.casefold().split()
        beside = following is not None and following.before in ("", ",")
        if words == wanted and beside and following and (_INITIAL.match(following.text) or is_like_name(following)):
            return True
        if (
            len(words) > len(wanted)
            and wanted in (words[-len(wanted) :], words[: len(wanted)])
            and is_like_name(segment)
        ):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Label:
    """The surnames of a label in an entry's visible text."""

    start: int
    end: int
    names: tuple[str, ...]
    between: tuple[str, ...]
    """What parts each from the next."""
    last: int
    """Where the last surname ends: what follows it stands for the other authors."""
    authors: int
    """How many authors the entry has, as far as it says."""


def label_of(citation: Citation) -> Label | None:
    """Return the label of an entry; None where it has none."""
    if citation.names is None or not citation.names.authors:
        return None
    text, stop = citation.shown.text, citation.names.start
    at = start = next((at for at in range(stop) if text[at].isalnum()), stop)
    begins = _FIRST_WORD.match(text, at, stop)
    if not begins or begins[0].casefold() not in citation.names.authors[0].name.casefold():
        return None  # nearly all entries: no name is taken apart for them
    names: list[str] = []
    between: list[str] = []
    end = start
    for author in citation.names.authors:
        parts = parts_of(author.name)
        family = (parts[0] if parts else person(author.name)).family
        if not family or text[at : at + len(family)].casefold() != family.casefold() or at + len(family) > stop:
            break
        if names:
            between.append(text[end:at])
        names.append(text[at : at + len(family)])
        end = at + len(family)
        joined = _JOINS.match(text, end, stop)
        at = joined.end() if joined else end
    if not names:
        return None
    last = end
    others = ET_AL.match(text, last + len(text[last:stop]) - len(text[last:stop].lstrip(" ,")), stop)
    end = others.end() if others else last
    rest = text[end:stop]
    if not rest.strip() or not _REST.fullmatch(rest):
        return None
    count = len(citation.names.authors)
    return Label(start, end, tuple(names), tuple(between), last, max(count + 1, 3) if leaves_out(citation) else count)


@dataclass(frozen=True, slots=True)
class LabelForm:
    """How the labels of a list name authors."""

    joining: Joining
    capitals: bool
    others: str
    """What stands for those who are left out; empty where nobody is."""
    named: int
    """How many are named where others are left out."""
    fewest: int
    """From how many authors on some are left out."""

    def write(self, unit: Unit, names: Sequence[str]) -> str:
        """Return the source of the label of a paper by some authors."""
        families = [person(name).family for name in names]
        families = [plain_in(unit, name.upper() if self.capitals else name) for name in families]
        if self.others and len(families) >= self.fewest:
            return self.joining.between.join(families[: self.named]) + self.others
        return self.joining.join(families)


def form_of_labels(
    text: str, near: Sequence[Entry], citations: Sequence[Citation], joining: Joining
) -> LabelForm | None:
    """Return how the labels of a list name authors; None where it has none.

    Args:
        text: The page.
        near: The entries.
        citations: What was read of each.
        joining: How their authors are joined, where the labels do not tell.
    """
    labels = {at: label for at, citation in enumerate(citations) if (label := label_of(citation))}
    if not labels:
        return None
    full = [label for label in labels.values() if label.last == label.end]
    short = {at: label for at, label in labels.items() if label.last != label.end}
    others = Counter(
        text[citations[at].shown.place(label.last - 1, end=True) : near[at].frame["authors 0"].end]
        for at, label in short.items()
    )
    named = Counter(len(label.names) for label in short.values())
    fewest = min((label.authors for label in short.values()), default=0)
    return LabelForm(
        _joining(full) or joining,
        all("".join(label.names).isupper() for label in labels.values()),
        others.most_common(1)[0][0] if others else "",
        named.most_common(1)[0][0] if named else 0,
        max(fewest, *(1 + len(label.names) for label in full), 0),
    )


def _joining(labels: Sequence[Label]) -> Joining | None:
    """How the labels that name all authors join them; None where each names one."""
    pairs = Counter(label.between[0] for label in labels if len(label.between) == 1)
    several = [label.between for label in labels if len(label.between) > 1]
    middle = Counter(joint for between in several for joint in between[:-1])
    last = Counter(between[-1] for between in several)
    return made(pairs, middle, last, commas=False) if pairs or several else None
