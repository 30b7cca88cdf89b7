"""Any author block: a field that is set changes its own line, and what was added goes without a trace."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from profile_tui.markup.yaml.document import YamlDocument
from profile_tui.site.owner.store import OwnerStore, ProfileField
from profile_tui.site.template.owner_fields import table
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source
from profile_tui.text.span import Span

KNOWN = table(
    "Who\nname | name\nbio | text\nemail | email\n\nWhere\ngithub | user | x.org/\nsite | url\nlong-key | text"
)
WORDS = st.sampled_from(["Ada", "a b", "it's", 'say "x"', "a: b", "#1", "12", "yes", "x@example.org", "é ☃", "{{ x }}"])
PLAIN = st.sampled_from(["Ada", "a b", "x@example.org", "12"])


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """A configuration with an author block, its keys padded, quoted and remarked upon in some way."""
    names = draw(st.lists(st.sampled_from([known.name for known in KNOWN] + ["own"]), unique=True, max_size=7))
    width = draw(st.sampled_from([0, 0, 6, 12]))
    indent = draw(st.sampled_from(["  ", "    "]))
    lines = draw(st.lists(st.sampled_from(["title: Lakes", "# top", "", "url: https://example.org"]), unique=True))
    lines.append(draw(st.sampled_from(["author:", "author: # who", "author:   "])))
    for name in names:
        lines += draw(st.lists(st.sampled_from(["", indent + "# remark", indent + "# email: none"]), max_size=1))
        text = draw(PLAIN)
        value = draw(st.sampled_from(["", text, f'"{text}"', f"'{text}'", f"&{name.replace('-', '')} {text}"]))
        behind = draw(st.sampled_from(["", " # why", "  # why", " "]))
        lines.append(f"{indent}{name:{width}}:{' ' if value else ''}{value}{behind}")
    lines += draw(st.lists(st.sampled_from(["", "  # last", "theme: minima", "# end"]), max_size=3, unique=True))
    end = draw(st.sampled_from(["\n", ""]))
    return draw(st.sampled_from(["\n", "\r\n"])).join("\n".join(lines).split("\n")) + end


class Kept:
    """A file in memory."""

    def __init__(self, text: str) -> None:
        self.source = Source(text.encode())
        self.place = OwnerStore(
            Path("_config.yml"), "_config.yml", lambda _: self.source, at=("author",), known=KNOWN, others=True
        )

    def fields(self) -> dict[str, ProfileField]:
        return {field.name: field for field in self.place.fields()}

    def lines(self) -> list[str]:
        return self.source.raw.split("\n")


def rest(kept: Kept, name: str) -> object:
    """The data without one of the author's fields."""
    text = kept.source.text
    data = YamlDocument.read(text, Span(0, len(text))).data
    author = {key: value for key, value in (data["author"] or {}).items() if key != name}
    return {**data, "author": author}


@given(blocks(), st.sampled_from([known.name for known in KNOWN]), WORDS)
def test_one_field_changes_one_line_and_what_was_added_goes_again(text: str, name: str, value: str) -> None:
    kept = Kept(text)
    before, old, others = kept.source, kept.lines(), rest(kept, name)
    field = kept.fields()[name]
    try:
        change = kept.place.set(field, value)
    except Refused:
        assert kept.source is before
        return
    kept.source = kept.source.splice(change.splices)
    new = kept.lines()
    assert kept.fields()[name].value == value
    assert rest(kept, name) == others
    if field.state == "absent":
        kept.source = kept.source.splice(kept.place.remove(kept.fields()[name]).splices)
        assert kept.source.data == before.data
        return
    assert len(new) == len(old)
    changed = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    assert all(one.lstrip().startswith(name) and other.lstrip().startswith(name) for one, other in changed)
    assert len(changed) <= 1
    comment = [one.partition(" #")[2] for one, _ in changed]
    assert all(other.endswith(tail) for (_, other), tail in zip(changed, comment, strict=True))


@given(blocks(), st.sampled_from([known.name for known in KNOWN]))
def test_clearing_and_removing_touch_the_fields_own_line(text: str, name: str) -> None:
    kept = Kept(text)
    before, others = kept.source, rest(kept, name)
    field = kept.fields()[name]
    if field.state == "absent" or field.fixed:
        return
    at = next(at for at, line in enumerate(kept.lines()) if line.strip().startswith(name))
    for change in (kept.place.clear(field), kept.place.remove(field)):
        kept.source = before.splice(change.splices)
        assert rest(kept, name) == others
        # of a file without a last line end, the line above gives up its own
        assert "\n".join(kept.lines()[:at]).rstrip("\r") == "\n".join(before.raw.split("\n")[:at]).rstrip("\r")
    assert kept.source.raw.count("\n") == before.raw.count("\n") - 1
