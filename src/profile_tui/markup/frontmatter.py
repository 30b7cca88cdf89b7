r"""Front matter, found as Jekyll finds it.

Jekyll decides on bytes: only `\n` ends a line for it, so a file with lone carriage returns has one line. Its own test
is a regular expression that takes quadratic time on blank lines; what follows gives the same answers in linear time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from profile_tui.text.catalogue import _
from profile_tui.text.dataclass import dataclass
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.source import Source
from profile_tui.text.span import Span

if TYPE_CHECKING:
    from profile_tui.markup.yaml.nodes import Node

# Ruby's \s: Python's would match Unicode blanks as well.
_OPENING = lazily(r"---[ \t\r\f\v]*+\n")
_CLOSING = lazily(r"^(?:---|\.\.\.)[ \t\r\f\v]*+(?:\n|\Z)", re.MULTILINE)
TOML = lazily(r"\+\+\+[ \t]*\n((?:.*\n)*?)\+\+\+[ \t]*(?:\n|\Z)(?:[ \t]*\n)*")
"""Front matter as Hugo has it besides YAML; the first group is its lines."""
# What python-frontmatter takes for a fence.
_OTHER_FENCE = lazily(r"^-{3,}\s*$", re.MULTILINE)
_UNCONSTRUCTED = (ValueError, LookupError, AttributeError, TypeError)
"""What PyYAML's constructors let through where a tag does not fit its value, as in `!!bool maybe`."""
_BLANK_LINES = lazily(r"(?:[ \t\r\f\v]*+(?:\n|\Z))*+")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where a page's front matter is in `Source.text`.

    Attributes:
        span: From the opening fence through the blank lines after the closing one: what Jekyll cuts off.
        yaml: The lines between the fences.
        body_start: Where the body begins; the end of `span`.
    """

    span: Span
    yaml: Span
    body_start: int


class HeaderProblem(NamedTuple):
    """Why Jekyll sees no front matter.

    Attributes:
        code: `no-front-matter`, `unclosed-front-matter`, `bom`, `blank-first-line`, `cr-line-ends` or
            `toml-front-matter`.
        line: 1-based line of the file.
        message: What is wrong and what to do, in one line.
        body_start: Where the body begins all the same: after the front matter of another generator.
    """

    code: str
    line: int
    message: str
    body_start: int = 0


def find(source: Source) -> FrontMatter | HeaderProblem:
    """Finds the front matter exactly as Jekyll does.

    Returns:
        Its place, or why Jekyll would not take this file for a page.
    """
    raw = source.raw
    opening = _OPENING.match(raw)
    if opening is None:
        return _unopened(source)
    closing = _CLOSING.search(raw, opening.end())
    if closing is None:
        if "\r" in raw and _CLOSING.search(source.text, 4):
            return _cr_line_ends(2)
        return HeaderProblem("unclosed-front-matter", 1, _("The front matter has no closing line `---`; add one."))
    blank = _BLANK_LINES.match(raw, closing.end())
    body = blank.end() if blank else closing.end()
    yaml = Span(_text_offset(raw, opening.end()), _text_offset(raw, closing.start()))
    body_start = _text_offset(raw, body)
    return FrontMatter(Span(0, body_start), yaml, body_start)


def _unopened(source: Source) -> HeaderProblem:
    """Says why the first line isn't an opening fence."""
    text = source.text
    if toml := TOML.match(text):
        message = _("This is TOML front matter (`+++`), which Jekyll does not know; here it is only read.")
        return HeaderProblem("toml-front-matter", 1, message, toml.end())
    blank = _BLANK_LINES.match(text)
    start = blank.end() if blank else 0
    if not _OPENING.match(text, start):
        return HeaderProblem(
            "no-front-matter", 1, _("The first line is not `---`: Jekyll copies this file unrendered.")
        )
    if source.bom:
        return HeaderProblem(
            "bom",
            1,
            _("A byte order mark precedes `---`: Jekyll copies this file unrendered; save it without one."),
        )
    if start:
        return HeaderProblem(
            "blank-first-line", 1, _("A blank line precedes `---`: Jekyll copies this file unrendered; remove it.")
        )
    return _cr_line_ends(1)


def _cr_line_ends(line: int) -> HeaderProblem:
    """The complaint about line ends that Jekyll does not know."""
    return HeaderProblem(
        "cr-line-ends", line, _("The lines end in a lone carriage return, which Jekyll does not know; convert them.")
    )


def _text_offset(raw: str, offset: int) -> int:
    r"""Where in `Source.text` the character of `raw` is; only for the start of a line, and without a BOM."""
    return offset - raw.count("\r\n", 0, offset) if "\r" in raw else offset


def second_opinion(source: Source) -> str | None:
    """Has python-frontmatter, which shares no code with this, read the header too.

    Where it is known to differ from Jekyll it is not asked or not heeded: fences of `...` or `----`, what it cannot
    construct (`2024-02-30`, `!x`, an anchor used twice), and plain scalars that the two take for different types.

    Returns:
        What it reads otherwise; None where it agrees, or its word does not count.
    """
    header = find(source)
    if isinstance(header, HeaderProblem):
        return None
    text = source.text
    if text.startswith("...", header.yaml.end) or _OTHER_FENCE.search(header.yaml.of(text)):
        return None
    import frontmatter
    import yaml

    from profile_tui.markup.yaml.nodes import YamlError, parse

    try:
        tree = parse(text, header.yaml, 2)
    except YamlError:
        return None
    if tree.root is None or tree.root.kind != "map" or tree.documents > 1:
        return None
    try:
        metadata, _unused = frontmatter.parse(header.span.of(text))
    except (yaml.constructor.ConstructorError, yaml.composer.ComposerError, *_UNCONSTRUCTED):
        return None
    except yaml.YAMLError as error:
        return _("python-frontmatter cannot read the front matter: {names}").format(names=" ".join(str(error).split()))
    return _difference(tree.root, metadata, "")


def _difference(node: Node, other: object, path: str) -> str | None:
    """What python-frontmatter reads otherwise in a node; None where nothing counts."""
    node = node.target or node
    if node.kind == "map":
        return _map_difference(node, other, path)
    if node.kind == "list":
        if not isinstance(other, list) or len(other) != len(node.items):
            return _("python-frontmatter does not read {path} as a list of {count}.").format(
                path=path, count=len(node.items)
            )
        differences = (
            _difference(*both, f"{path}[{at}]") for at, both in enumerate(zip(node.items, other, strict=True))
        )
        return next(filter(None, differences), None)
    differs = node.value != other if node.style or isinstance(other, str) else False
    if differs and not node.tag:
        return _("python-frontmatter reads {path} as {other!r}, Jekyll as {value!r}.").format(
            path=path, other=other, value=node.value
        )
    return None


def _map_difference(node: Node, other: object, path: str) -> str | None:
    """What python-frontmatter reads otherwise in a map."""
    if node.tag or any(key.value == "<<" for key, _unused in node.pairs):
        return None
    if not isinstance(other, dict):
        return _("python-frontmatter does not read {path} as a map.").format(path=path or _("the front matter"))
    # A key that isn't text to one of the two cannot be told by its name.
    own = {key.value: value for key, value in node.pairs if key.kind == "scalar"}
    for key in other:
        if isinstance(key, str) and key not in own:
            message = _("python-frontmatter reads a key {key!r} in {path}.")
            return message.format(key=key, path=path or _("the front matter"))
    for key, value in own.items():
        inner = f"{path}.{key}".removeprefix(".")
        if key in other:
            if difference := _difference(value, other[key], inner):
                return difference
        elif re.fullmatch(r"[^\W\d]\w{5,}", key):
            return _("python-frontmatter reads no key {inner}.").format(inner=inner)
    return None
