r"""Text that a user typed, made safe for the place it goes to, and back.

Two kinds of fields, two ways:

- Markdown (the text of a news item) is the user's own markup. Only what would break the page is defused, as a
  hexadecimal character reference (`&#x7C;` for a bar). Nobody writes those by hand, so reading turns exactly these
  back: what was typed comes back as typed, and an author's own `\|` stays as it is.
- Plain text (a title, a venue, a name) has no markup. What kramdown would take for some gets a backslash, or in HTML an
  entity, and reading takes what a reader sees.
"""

from __future__ import annotations

import re

from profile_tui.markup.html import TAG, VOID
from profile_tui.markup.kept import Piece, head, pieces
from profile_tui.markup.liquid.tokens import TOKEN as LIQUID_TOKEN
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily

INLINE = frozenset(
    "a abbr b big br cite code del em font i img ins kbd mark q s samp small span strike strong sub sup u var".split()
)
"""HTML elements that may be in a line of typed Markdown."""

_CONTROL = lazily(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_LINES = lazily(r"[ \t\r\n\u0085\u2028\u2029]*[\t\r\n\u0085\u2028\u2029][ \t\r\n\u0085\u2028\u2029]*")
_WHOLE = lazily(r"(?<!`)(?P<mark>`+)(?!`)(?P<code>.+?)(?<!`)(?P=mark)(?!`)|\{\{.*?\}\}|\{%.*?%\}", re.S)
"""Code or Liquid."""
_TAG_START = lazily(r"<[A-Za-z/!?]")
_IMAGE = lazily(r'<img src="[^"<>]*" alt="[^"<>]*">')
_MAIL = lazily(r"<[\w.+-]+@[\w-]+(?:\.[\w-]+)+>")
_REFERENCE = lazily(r"&#x([0-9A-F]{2,5});")
_ESCAPE = lazily(r"\\(?=[^\w\s])")
_LIQUID = lazily(r"\{(?=[{%])")
_BRACE = lazily(r"\{(?=[{%:])")
_BAR = lazily(r"(?<!\\)((?:\\\\)*)\|")
_RAW_CODE = lazily(r"(`+)\{% raw %\}((?:(?!\{%).)*?)\{% endraw %\}\1")
_BLOCK_START = lazily(
    r"#{1,6}|[-+*](?=\s|$)|>|\d+\.(?=\s|$)|={3,}|-{3,}|\*{3,}|_{3,}|(?:[-*_] ?){3,}$|\[[ xX]?\] "
    r"|\[[^\]\n]+\]:|\*\[[^\]\n]+\]:"
    r"|\^\s*$|\$\$(?!(?:(?!\$\$).)*\$\$[^\S\n]*\S)|~~~|```|:(?=\s)|<"
)
_PLAIN_ENTITY = {"&": "&amp;", "<": "&lt;", "{": "&#123;"}
"""What a backslash does not defuse: Liquid runs before Markdown, and a tag stays one for HTML readers."""
_FORMULA = lazily(r"(?<!\\)\$\$[^$]+\$\$")
_PLAIN_SPECIAL = lazily(
    r"\\(?=[\\.*_+`<>()\[\]{}#!:|\"'$=&~^/-])|[*`|\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!])|\{(?=[{%:])|\$(?=\$)|(?<=\$)\$|~(?=~)|&(?=#?\w+;)"
)


def one_line(text: str) -> str:
    """What was typed, as one line: line ends and tabs folded to a blank, ends trimmed.

    Raises:
        Refused: It holds control characters, or bytes that are no UTF-8.
    """
    if text.isascii() and text.isprintable():
        return text.strip(" ")
    folded = _LINES.sub(" ", text).strip(" ")
    if bad := _CONTROL.search(folded):
        raise Refused(_("the text holds the control character U+{ord:04X}; take it out").format(ord=ord(bad[0])))
    return folded


def reference(character: str) -> str:
    """A character as the reference that `from_markdown` turns back."""
    return f"&#x{ord(character):02X};"


def first_defused(written: str) -> str:
    """Return Markdown with its first character as a reference; of an escaped one, that without its backslash."""
    at = 1 if _ESCAPE.match(written) else 0
    return reference(written[at]) + written[at + 1 :]


def lines(text: str) -> str:
    """What was typed, as lines that all end in a line feed, ends trimmed.

    Raises:
        Refused: It holds control characters, or bytes that are no UTF-8.
    """
    folded = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if bad := _CONTROL.search(folded):
        raise Refused(_("the text holds the control character U+{ord:04X}; take it out").format(ord=ord(bad[0])))
    return folded


def to_markdown(text: str, *, at_start: bool = False, before: str = "", indent: str = "") -> str:
    """Typed Markdown, safe inside a list item or paragraph of a kramdown page.

    Args:
        text: One line, as `one_line` gives it, or several, where those are its place's own.
        at_start: Whether it begins the block, where `# ` or `1. ` would mean something.
        before: The source that it takes the place of: what the text does not change of it stays as it is.
        indent: What lines after the first begin with.

    Raises:
        Refused: A code span holds Liquid that cannot be protected, or paragraphs are run together.
    """
    if not text:
        return text
    text = _REFERENCE.sub(lambda match: reference("&") + match[0][1:], text)
    allowed = _balanced(text)
    escaped = pieces(before, text, from_markdown)
    written = [piece.source if piece.source is not None else _new(text, piece, allowed, indent) for piece in escaped]
    if at_start and "\n" not in text and escaped[0].source is None:
        whole = "".join(written)
        if block := _BLOCK_START.match(whole):
            written = [_without_block(whole, block)]
    if escaped[-1].source is None and (len(written[-1]) - len(written[-1].rstrip("\\"))) % 2:
        written[-1] = written[-1][:-1] + reference("\\")
    return "".join(written)


def _new(text: str, piece: Piece, allowed: frozenset[int], indent: str) -> str:
    """What is new in a Markdown text, defused; code, and Liquid that was the author's own before, is as it is typed."""
    written: list[str] = []
    done = piece.span.start
    for match in _WHOLE.finditer(text, *piece.span):
        if match["code"] is None and head(match[0]) not in piece.liquid:
            continue
        written += [_defused(text, done, match.start(), allowed), _code(match) if match["code"] else match[0]]
        done = match.end()
    written.append(_defused(text, done, piece.span.end, allowed))
    return "".join(written).replace("\n", "\n" + indent)


def from_markdown(source: str) -> str:
    """The Markdown a user typed, from what `to_markdown` or `to_html` wrote; other people's comes back as it is."""
    if "{% raw %}" in source:
        source = _RAW_CODE.sub(r"\1\2\1", source)
    return _REFERENCE.sub(lambda match: chr(int(match[1], 16)), source) if "&#x" in source else source


def to_html(text: str, *, before: str = "") -> str:
    """Typed Markdown or HTML as HTML, safe inside an element that kramdown leaves raw; `before` as for `to_markdown`.

    Where signs of Markdown are shown as they are, they stay what they are.

    Raises:
        Refused: Paragraphs are run together.
    """
    from profile_tui.markup.inline_html import to_inline_html

    text = _REFERENCE.sub(lambda match: reference("&") + match[0][1:], text)
    if to_inline_html(before) == before:
        text = to_inline_html(text)
    allowed = _balanced(text, links=False) | {match.start() for match in _IMAGE.finditer(text)}
    return "".join(
        piece.source if piece.source is not None else _new_html(text, piece, allowed)
        for piece in pieces(before, text, from_markdown)
    )


def _new_html(text: str, piece: Piece, allowed: frozenset[int]) -> str:
    """What is new in an HTML text, defused."""
    source = _tags(text, *piece.span, allowed)
    written: list[str] = []
    done = 0
    for match in LIQUID_TOKEN.finditer(source):
        if head(match[0]) in piece.liquid:
            written += [_LIQUID.sub(reference("{"), source[done : match.start()]), match[0]]
            done = match.end()
    return "".join([*written, _LIQUID.sub(reference("{"), source[done:])])


def plain_to_markdown(text: str, *, at_start: bool = False, before: str = "") -> str:
    """Plain text as Markdown that shows it; formulas that the source has in whose place it goes stay formulas."""
    own = [formula for formula in _FORMULA.findall(before) if formula in text]
    parts = re.split(f"({'|'.join(map(re.escape, own))})", text) if own else [text]
    written = "".join(part if part in own else _PLAIN_SPECIAL.sub(_escaped, part) for part in parts)
    if at_start and written == "^":
        return "&#94;"
    if at_start and (match := _BLOCK_START.match(written)):
        number = re.match(r"\d+", written)
        at = number.end() if number else 0
        written = written[:at] + "\\" + written[at:] if match[0] != "<" else written
    return written


def _escaped(special: re.Match[str]) -> str:
    """What would be markup, so that it shows itself."""
    return _PLAIN_ENTITY.get(special[0], "\\" + special[0])


def plain_to_html(text: str) -> str:
    """Plain text as HTML that shows it."""
    written = re.sub(r"&(?=#?\w+;)", "&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
    return _LIQUID.sub("&#123;", written)


def url(text: str) -> str:
    """A link's target, safe in Markdown and HTML.

    Raises:
        Refused: It has blanks within or characters that no target can have.
    """
    target = one_line(text)
    if re.search(r"\s", target):
        raise Refused(_("the link target {target!r} has a space in it; write %20").format(target=target[:60]))
    for character, written in (("|", "%7C"), ('"', "%22"), ("<", "%3C"), (">", "%3E"), ("{", "%7B"), ("}", "%7D")):
        target = target.replace(character, written)
    depth = 0
    for character in target:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            break
    return target if depth == 0 else target.replace("(", "%28").replace(")", "%29")


def _defused(text: str, start: int, end: int, allowed: frozenset[int]) -> str:
    """A range without code spans, defused."""
    written = _tags(text, start, end, allowed)
    written = _BRACE.sub(reference("{"), written)
    return _BAR.sub(lambda match: match[1] + reference("|"), written)


def _code(code: re.Match[str]) -> str:
    """A code span, its Liquid protected."""
    if not _LIQUID.search(code["code"]):
        return code[0]
    if "{%" in code["code"] or "%}" in code["code"]:
        raise Refused(_("a code span with a Liquid tag in it cannot be written safely; leave out the backquotes"))
    return f"{code['mark']}{{% raw %}}{code['code']}{{% endraw %}}{code['mark']}"


def _tags(text: str, start: int, end: int, allowed: frozenset[int]) -> str:
    """A range whose `<` is kept where it begins an allowed tag or means nothing."""
    pieces: list[str] = []
    for at in range(start, end):
        if text[at] == "<" and at not in allowed and _TAG_START.match(text, at):
            pieces.append(reference("<"))
        else:
            pieces.append(text[at])
    return "".join(pieces)


def _balanced(text: str, *, links: bool = True) -> frozenset[int]:
    """Offsets of the `<` of tags that may stay: known inline elements whose end tags match, and links in `<>`."""
    good: set[int] = set()
    open_tags: list[tuple[str, int]] = []
    for match in TAG.finditer(text):
        if match["name"] is None:
            continue
        name = match["name"].lower()
        if links and (name.partition(":")[0] in ("http", "https", "mailto") or _MAIL.fullmatch(match[0])):
            good.add(match.start())
        elif name not in INLINE:
            continue
        elif match["end"]:
            if open_tags and open_tags[-1][0] == name:
                good |= {open_tags.pop()[1], match.start()}
        elif name in VOID or match["rest"].endswith("/"):
            good.add(match.start())
        else:
            open_tags.append((name, match.start()))
    return frozenset(good)


def _without_block(written: str, match: re.Match[str]) -> str:
    """Markdown that would begin a block, with the deciding character as a reference."""
    number = re.match(r"\d+", match[0])
    at = number.end() if number else 0
    if written[at] == "<":
        return written
    return written[:at] + reference(written[at]) + written[at + 1 :]
