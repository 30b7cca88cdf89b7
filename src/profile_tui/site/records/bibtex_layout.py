"""How the entries of a BibTeX file are laid out: indentation, columns, order of fields, delimiters, gaps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from profile_tui.content.publications.bibtex import MONTHS
from profile_tui.markup.bibtex.syntax import BibBlock, BibField
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span, Splice

_ORDER = ("title", "author", "editor", "journal", "booktitle", "year", "month", "volume", "number", "pages")


def inner(text: str, field: BibField) -> str:
    """A field's value without its delimiters; one that is joined of pieces as it stands."""
    value = field.value.of(text)
    if value[:1] + value[-1:] in ("{}", '""') and "#" not in value:
        return value[1:-1]
    return value.strip('{}"') if "#" not in value else value


_OF_NAMES = ("author", "editor")
"""The fields that hold names."""


def _delimited(value: str, like: str) -> str:
    """A value in the delimiters of another; in braces where it cannot be in those."""
    if like.isdecimal() and value.isdecimal():
        return value
    if like == value and re.fullmatch(r"\w+", value):
        return value
    if like.startswith('"') and '"' not in value:
        return f'"{value}"'
    if like.startswith("{{") and like.endswith("}}"):
        return f"{{{{{value}}}}}"
    return f"{{{value}}}"


def laid_out(
    text: str,
    model: BibBlock | None,
    near: Sequence[BibBlock],
    start: str,
    key: str,
    fields: Mapping[str, str],
    bare: Mapping[str, str],
) -> str:
    """An entry in a model's layout.

    Args:
        text: The file.
        model: The entry whose layout is taken.
        near: The entries around.
        start: The `@` with the type.
        key: The key.
        fields: The fields' values without delimiters.
        bare: The values that take no delimiters.
    """
    if model is None:
        lines = "".join(f",\n  {name} = {bare.get(name) or f'{{{fields[name]}}}'}" for name in _ordered(fields, ()))
        return f"{start}{{{key}{lines}\n}}"
    own = {field.name: field for field in model.fields}
    samples = {field.name: field.value.of(text) for block in (*reversed(near), model) for field in block.fields}
    common = model.fields[0].value.of(text)
    head = text[model.key_span.end : model.fields[0].span.start]
    between = text[model.fields[0].span.end : model.fields[1].span.start] if len(own) > 1 else ",\n  "
    tail = text[model.fields[-1].span.end : model.span.end]
    opening = text[model.span.start + 1 + len(model.type) : model.key_span.start]
    written = []
    for name in _ordered(fields, tuple(own)):
        shown, equals = _name_and_equals(text, model, name)
        like = samples.get(name, '""' if common.startswith('"') else "{}")
        if name not in samples or name in _OF_NAMES:
            like = like.replace("{{", "{")  # in two pairs of braces, several names are one
        written.append(f"{shown}{equals}{bare.get(name) or _delimited(fields[name], like)}")
    return f"{start}{opening}{key}{head}{between.join(written)}{tail}"


def _name_and_equals(text: str, model: BibBlock, name: str) -> tuple[str, str]:
    """A field's name and what is between it and its value, in a model's case and columns."""
    frames = [(field, text[field.span.start + len(field.name) : field.value.start]) for field in model.fields]
    widths = [(len(field.name) + len(frame.split("=")[0]), len(field.name)) for field, frame in frames]
    shown = name.upper() if all(text[field.span.start :][: len(field.name)].isupper() for field, _ in frames) else name
    own = next((frame for field, frame in frames if field.name == name), frames[0][1])
    width, count = Counter(width for width, _ in widths).most_common(1)[0]
    if count * 2 > len(frames) and len({length for other, length in widths if other == width}) > 1:
        return shown, " " * max(width - len(name), 1) + "=" + own.partition("=")[2]
    return shown, own


def _ordered(fields: Mapping[str, str], model: Sequence[str]) -> list[str]:
    """The names of fields in a model's order, those that it has not where they usually are."""
    order = [name for name in model if name in fields]
    for name in sorted((name for name in fields if name not in order), key=_usual):
        before = [index for index, known in enumerate(order, 1) if _usual(known) <= _usual(name)]
        at = before[-1] if before and _usual(name) < len(_ORDER) else len(order)
        order.insert(at, name)
    return order


def _usual(name: str) -> int:
    """Where a field usually is."""
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def placed(text: str, blocks: Sequence[BibBlock], written: str, *, on_top: bool) -> Splice:
    """The splice that puts a new entry before the first, after the last, or into a file that has none."""
    if not blocks:
        break_ = "" if not text or text.endswith("\n") else "\n"
        return Splice.insert(len(text), f"{break_}{written}\n")
    gap = text[blocks[0].span.end : blocks[1].span.start] if len(blocks) > 1 else "\n\n"
    gap = gap if gap and not gap.strip() else "\n\n"
    if on_top:
        return Splice.insert(blocks[0].span.start, written + gap)
    return Splice.insert(blocks[-1].span.end, gap + written)


def without(block: BibBlock, gone: Sequence[bool]) -> Iterator[Splice]:
    """The splices that take fields away, those that follow each other together, with the commas that parted them."""
    fields = block.fields
    for is_gone, places in groupby(range(len(fields)), key=gone.__getitem__):
        run = list(places)
        first, following = fields[run[0]], run[-1] + 1
        if is_gone and following < len(fields):
            yield Splice.delete(Span(first.span.start, fields[following].span.start))
        elif is_gone:
            before = fields[run[0] - 1].span.end if run[0] else block.key_span.end
            yield Splice.delete(Span(before, fields[-1].span.end))


def with_field(text: str, block: BibBlock, name: str, value: str) -> list[Splice]:
    """The splices that set one field, or add it after the last."""
    own = block.field(name)
    if own is not None:
        old = own.value.of(text)
        new = _delimited(value, "{}" if "#" in old or re.fullmatch(r"[A-Za-z]\w*", old) else old)
        return [Splice(own.value, new)] if new != old else []
    if not block.fields:
        return []
    last = block.fields[-1]
    gap = text[block.fields[0].span.end : block.fields[1].span.start] if len(block.fields) > 1 else ",\n  "
    shown, equals = _name_and_equals(text, block, name)
    first = block.fields[0].value.of(text)
    return [Splice.insert(last.span.end, f"{gap}{shown}{equals}{_delimited(value, first[:1])}")]


def with_key(text: str, block: BibBlock, name: str, value: str, like: str, order: Sequence[str]) -> list[Splice]:
    """The splices that set one field as another entry has it, or add it where it is in an order; else after the last.

    Args:
        text: The file.
        block: The entry.
        name: The field.
        value: Its value without delimiters.
        like: The value of another entry, with its delimiters; empty where there is none.
        order: The fields in the order in which entries have them.
    """
    own = block.field(name)
    if own is not None:
        return [Splice(own.value, _written_like(value, own.value.of(text)))]
    if not block.fields:
        return []
    at = order.index(name) if name in order else 0
    before = next((own for key in reversed(order[:at]) if (own := block.field(key))), None)
    following = next((own for key in order[at:] if (own := block.field(key))), None)
    gap = text[block.fields[0].span.end : block.fields[1].span.start] if len(block.fields) > 1 else ",\n  "
    shown, equals = _name_and_equals(text, block, name)
    written = _written_like(value, like or block.fields[0].value.of(text)[:1])
    if before is None and following is block.fields[0]:
        return [Splice.insert(following.span.start, f"{shown}{equals}{written}{gap}")]
    return [Splice.insert((before or block.fields[-1]).span.end, f"{gap}{shown}{equals}{written}")]


def check_braces(line: str) -> None:
    """Raise Refused where a value would end its field too early."""
    depth = 0
    for character in line:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            break
    if depth:
        raise Refused(_("the braces in the text do not match; BibTeX needs them in pairs"))
    if line.endswith("\\"):
        raise Refused(_("the text ends with a backslash, which LaTeX would join with the brace after it; take it out"))


def _written_like(value: str, like: str) -> str:
    """A value in the delimiters of another; the name of a month, or a switch, without where the other is one."""
    sorts = (MONTHS, ("true", "false"))
    if any(like.lower() in names and value.lower() in names for names in sorts):
        return value
    return _delimited(value, "{}" if "#" in like or re.fullmatch(r"[A-Za-z]\w*", like) else like)
