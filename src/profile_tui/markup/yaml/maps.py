"""The splices that set a value, add a key and remove one."""

from __future__ import annotations

from profile_tui.markup.yaml.block_scalars import can_hold, minimal, rewrite_block
from profile_tui.markup.yaml.columns import columns_of
from profile_tui.markup.yaml.data import key_text, read_scalar
from profile_tui.markup.yaml.nodes import Node, YamlTree
from profile_tui.markup.yaml.quote import is_date, write_scalar
from profile_tui.markup.yaml.refs import (
    Path,
    Plain,
    Scalar,
    YamlRef,
    after_blanks,
    column,
    is_blank,
    line_after,
    line_start,
    locate,
    name_of,
    short_tag,
    whole_lines,
)
from profile_tui.markup.yaml.write import common_style, flow_value, insert_lines, pair, write_key
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span, Splice


def set_scalar(tree: YamlTree, path: Path, value: Scalar) -> list[Splice]:
    """Puts another scalar in the place of one."""
    ref = locate(tree, path)
    node = ref.node
    line = tree.line(node.inner)
    if node.kind != "scalar":
        raise Refused(
            _("{name_of} holds more than one value; edit what is in it.").format(name_of=name_of(path)), line=line
        )
    if node.tag and not isinstance(value, str):
        raise Refused(
            _("{name_of} is left alone: its tag {short_tag} makes it a text.").format(
                name_of=name_of(path), short_tag=short_tag(node)
            ),
            line=line,
        )
    reading = read_scalar(node)
    if type(reading.value) is type(value) and reading.value == value and reading.kind not in ("symbol", "error"):
        return []
    if node.style in ("|", ">"):
        if isinstance(value, str) and can_hold(value):
            return rewrite_block(tree, ref, value)
        return _end_block(tree, ref, value)
    if value is None:
        return _empty(tree, ref)
    dated = node.plain and is_date(node.value)
    style = node.style if node.inner < node.end else _style_around(ref)
    new = write_scalar(value, style=style, flow=ref.flow, dated=dated)
    if node.inner < node.end:
        return minimal(tree.text, Span(node.inner, node.end), new)
    return [_fill(tree, node.inner, new)]


def add_key(
    tree: YamlTree, path: Path, key: str, value: Plain, after: str | None, at: int | None = None
) -> list[Splice]:
    """Adds a key to the map at `path`: after the key `after`, at the line that begins at `at`, or at the end."""
    if tree.root is None and not path:
        return [insert_lines(tree, tree.end, pair(tree, key, value, None, 0))]
    ref = locate(tree, path)
    node = ref.node
    if node.kind == "scalar" and read_scalar(node).kind == "null" and after is None:
        return _first_key(tree, ref, key, value, at)
    if node.kind != "map":
        raise Refused(
            _("{name_of} isn't a map that could hold a key; edit it as text.").format(name_of=name_of(path)),
            line=tree.line(node.start),
        )
    names = [key_text(name, tree.text) for name, _unused in node.pairs]
    if key in names:
        raise Refused(
            _("There is a key {key} already.").format(key=key), line=tree.line(node.pairs[names.index(key)][0].start)
        )
    if after is not None and after not in names:
        raise Refused(
            _("There is no key {after} to put {key} after.").format(after=after, key=key), line=tree.line(node.start)
        )
    index = len(names) - 1 if after is None else len(names) - 1 - names[::-1].index(after)
    if node.style:
        return [_add_in_flow(tree, node, index, key, value)]
    owner = column(tree, node.pairs[0][0].start)
    like = _model(tree, path, key, value) or common_style([item for _unused, item in node.pairs])
    columns = columns_of(tree, node)
    text = pair(tree, key, value, like, owner, key_style=node.pairs[index][0].style, columns=columns)
    return [insert_lines(tree, line_after(tree, node.pairs[index][1]) if at is None else at, " " * owner + text)]


def _model(tree: YamlTree, path: Path, key: str, value: Plain) -> Node | None:
    """What a new scalar of a map is written like: that of another item of the list; a date also like one of the map."""
    if isinstance(value, (list, dict)):
        return None
    others = locate(tree, path[:-1]).node.items if path and isinstance(path[-1], int) else []
    same = (item for other in others for name, item in other.pairs if key_text(name, tree.text) == key)
    scalars = [item for item in same if item.kind == "scalar" and item.value and item.style not in ("|", ">")]
    if not scalars and isinstance(value, str) and is_date(value):
        own = locate(tree, path).node.pairs
        scalars = [item for _unused, item in own if item.kind == "scalar" and item.plain and is_date(item.value)]
    return next(iter(scalars), None)


def remove_key(tree: YamlTree, path: Path, *, nothing: bool = False) -> list[Splice]:
    """Removes a key and its value: the lines they are on, or their part of a flow map.

    Args:
        tree: The tree.
        path: The key's.
        nothing: Whether a map that was left without keys becomes nothing, rather than `{}`.
    """
    ref = locate(tree, path, whatever=True)
    parent = ref.parent
    if parent is None or parent.kind != "map" or ref.key is None:
        raise Refused(
            _("{name_of} isn't a key; edit it as text.").format(name_of=name_of(path)), line=tree.line(ref.node.start)
        )
    spans = [Span(key.start, max(key.end, value.end)) for key, value in parent.pairs]
    if parent.style:
        return [Splice.delete(flow_part(tree, spans, ref.index))]
    key = ref.key
    start, end = line_start(tree, key.start), line_after(tree, ref.node)
    if not is_blank(tree.text[start : key.start]):
        return _remove_beside_dash(tree, parent, ref.index)
    if len(spans) > 1 or parent is tree.root:
        return [Splice.delete(whole_lines(tree, start, end))]
    owner = locate(tree, path[:-1])
    if owner.key is None:
        raise Refused(
            _("{name_of} is all that is there; remove the item.").format(name_of=name_of(path)),
            line=tree.line(key.start),
        )
    emptied = [] if nothing else [Splice.insert(colon_of(tree, owner) + 1, " {}")]
    return [*emptied, Splice.delete(whole_lines(tree, start, end) if nothing else Span(start, end))]


def flow_part(tree: YamlTree, spans: list[Span], index: int) -> Span:
    """What goes when an item or pair of a flow collection does, its comma included."""
    span, text = spans[index], tree.text
    if index + 1 < len(spans):
        following = spans[index + 1].start
        if "#" not in text[span.end : following]:
            return Span(span.start, following)
        return Span(span.start, text.index(",", span.end, following) + 1)
    if index:
        before = spans[index - 1].end
        if "#" in text[before : span.start]:
            raise Refused(_("A comment is before it within the brackets; edit them as text."))
        return Span(before, span.end)
    comma = after_blanks(tree, span.end)
    return Span(span.start, comma + 1 if text.startswith(",", comma) else span.end)


def colon_of(tree: YamlTree, ref: YamlRef) -> int:
    """Where the colon before a map's value is."""
    key = ref.key
    colon = after_blanks(tree, key.end) if key else -1
    if colon < 0 or not tree.text.startswith(":", colon):
        raise Refused(_("{name_of} has no colon of its own; edit it as text.").format(name_of=name_of(ref.path)))
    return colon


def open_block(tree: YamlTree, ref: YamlRef, lines: list[str], indent: int) -> list[Splice]:
    """Puts lines under a key whose value is nothing, as the beginning of its block."""
    node = ref.node
    if ref.flow or node.anchor or node.tag or ref.key is None or node.style:
        raise Refused(
            _("{name_of} is empty, and written in a way that can't be filled in here; edit it as text.").format(
                name_of=name_of(ref.path)
            )
        )
    text = "\n".join(" " * indent + line for line in lines)
    splices = [insert_lines(tree, line_after(tree, node), text)]
    if node.end > node.start:
        splices.insert(0, Splice.delete(Span(colon_of(tree, ref) + 1, node.end)))
    return splices


def _first_key(tree: YamlTree, ref: YamlRef, key: str, value: Plain, at: int | None) -> list[Splice]:
    """The first key of what is nothing yet."""
    owner = column(tree, ref.key.start) + 2 if ref.key else 0
    if at is not None and ref.node.end == ref.node.start and not ref.flow:
        return [insert_lines(tree, at, " " * owner + pair(tree, key, value, None, owner))]
    return open_block(tree, ref, [pair(tree, key, value, None, owner)], owner)


def _add_in_flow(tree: YamlTree, node: Node, index: int, key: str, value: Plain) -> Splice:
    """A pair more in braces."""
    like = common_style([item for _unused, item in node.pairs])
    text = f"{write_key(key, flow=True)}: {flow_value(value, like)}"
    if not node.pairs:
        return Splice.insert(node.inner + 1, text)
    ends = [max(name.end, item.end) for name, item in node.pairs]
    gap = tree.text[ends[0] : node.pairs[1][0].start] if len(node.pairs) > 1 else ", "
    return Splice.insert(ends[index], (gap if gap.strip(" \n") == "," else ", ") + text)


def _style_around(ref: YamlRef) -> str:
    """The quotes that most texts of a map are in, for one that is nothing yet."""
    parent = ref.parent
    like = common_style([item for _unused, item in parent.pairs]) if parent and parent.kind == "map" else None
    return like.style if like else ""


def _empty(tree: YamlTree, ref: YamlRef) -> list[Splice]:
    """Makes a value nothing: a key alone in a block map, else `null`."""
    node = ref.node
    if ref.flow or ref.key is None or node.start < node.inner:
        return minimal(tree.text, Span(node.inner, node.end), "null")
    # a comment right after closing quotes needs a blank before it then
    kept = 1 if tree.text.startswith("#", node.end) and tree.text[node.start - 1 : node.start] == " " else 0
    return [Splice.delete(Span(colon_of(tree, ref) + 1 + kept, node.end))]


def _fill(tree: YamlTree, at: int, new: str) -> Splice:
    """Puts a value where nothing is, with one blank before it."""
    text = tree.text
    if text[at - 1 : at] in (" ", "\t"):
        return Splice.insert(at, new)
    end = text.find("\n", at, tree.span.end)
    rest = text[at : tree.span.end if end < 0 else end]
    if rest and not rest.strip(" \t"):
        return Splice.insert(at + 1, new)
    return Splice.insert(at, f" {new}")


def _end_block(tree: YamlTree, ref: YamlRef, value: Scalar) -> list[Splice]:
    """Puts what no block can hold in the place of a block scalar; its comment and the blank lines after it stay."""
    text, node = tree.text, ref.node
    header_end = text.find("\n", node.inner, node.end)
    if header_end < 0:
        return [Splice(Span(node.inner, node.end), write_scalar(value))]
    indicator = Span(node.inner, node.inner + len(text[node.inner : header_end].split(" ")[0]))
    body = Span(header_end + 1, line_after(tree, node))
    if value is None and ref.key is not None and node.start == node.inner:
        return [Splice.delete(Span(colon_of(tree, ref) + 1, indicator.end)), Splice.delete(body)]
    return [Splice(indicator, write_scalar(value)), Splice.delete(body)]


def _remove_beside_dash(tree: YamlTree, parent: Node, index: int) -> list[Splice]:
    """Removes a key that is after a dash: the next one takes its place there."""
    key, value = parent.pairs[index]
    if index or len(parent.pairs) < 2:
        raise Refused(_("The key shares its line with the only entry of an item; remove the item."))
    following = parent.pairs[1][0].start
    if not is_blank(tree.text[line_after(tree, value) : following]):
        raise Refused(_("A comment is between this key and the next; remove it as text."))
    return [Splice.delete(Span(key.start, following))]
