"""HTML as it stands in pages: tags, attributes and the tree of elements, each with its span. Tolerant, linear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from profile_tui.text.dataclass import dataclass, field
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that have no end tag."""

BLOCK = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html iframe legend li main nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul".split()
)
"""Elements that begin on a line of their own when shown."""

_RAW = frozenset("script style textarea title".split())
# An end tag of these may be left out; the next one of the same family closes it.
_CLOSED_BY = {
    "li": {"li"},
    "tr": {"tr"},
    "td": {"td", "th", "tr"},
    "th": {"td", "th", "tr"},
    "p": {"p"},
    "dt": {"dt", "dd"},
}
_CLOSED_BY["dd"] = _CLOSED_BY["dt"]
_SCOPE = frozenset("ul ol table dl div section".split())
_ITEMS = frozenset(("li", "dt", "dd"))
_CELLS = frozenset("td th tr thead tbody tfoot".split())
# HTML's "special" elements but `address`, `div` and `p`: an item that is open is closed over no other.
_HOLDS_ITEMS = frozenset(
    "applet area article aside base basefont bgsound blockquote body br button caption center col colgroup details "
    "dir dl embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html "
    "iframe img input keygen link listing main marquee menu meta nav noembed noframes noscript object ol param "
    "plaintext pre script search section select source style summary table tbody td template textarea tfoot th thead "
    "title tr track ul wbr xmp".split()
)

TAG = lazily(
    r"<!--.*?(?:-->|\Z)|<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>", re.S
)
"""A comment (no groups) or a tag."""

_ATTRIBUTE = lazily(r"([^\s=/\"'<>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")


def attributes(rest: str) -> dict[str, str]:
    """The attributes of a tag; `rest` is what is between its name and `>`. Names in lower case, the first wins."""
    attributes: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(rest):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        attributes.setdefault(match[1].lower(), value)
    return attributes


_OPAQUE = frozenset(("pre", "details", "script", "style", "template"))
_HIDDEN = lazily(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.I)

_UNSEEN = lazily(r"(?<![\w-])(?:sr-only|visually-hidden|screen-reader-text)(?![\w-])")
"""What style sheets call that which is only read aloud."""


def is_opaque(name: str, given: dict[str, str]) -> bool:
    """Whether an element of a name, with attributes, is hidden or folds away what is in it, or is code as it is."""
    if name in _OPAQUE or (given and (given.get("aria-hidden") == "true" or "hidden" in given)):
        return True
    if "class" in given and _UNSEEN.search(given["class"]):
        return True
    return "style" in given and _HIDDEN.search(given["style"]) is not None


@dataclass(slots=True)
class Element:
    """An element and where it is."""

    tag: str
    """Its name in lower case."""
    span: Span
    """From `<` of its start tag to `>` of its end tag."""
    content: Span
    """What is between its tags."""
    attributes: dict[str, str]
    closed: bool = True
    """Whether its end tag is there (or it needs none)."""
    children: list[Element] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The words of its `class`."""
        return self.attributes.get("class", "").split()

    def walk(self) -> Iterator[Element]:
        """Itself and all below, in page order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))

    def find(self, *tags: str) -> Iterator[Element]:
        """The elements below of one of these names, in page order."""
        return (element for element in self.walk() if element is not self and element.tag in tags)


class _Closer(Protocol):
    """The closing function of `elements`."""

    def __call__(self, upto: int, at: int, content_end: int, *, closed: bool) -> None:
        """Ends the elements from the innermost to the stack's place `upto`."""


def elements(text: str, span: Span) -> list[Element]:
    """The outermost elements of a range, with their trees. Comments hide what is in them; stray end tags count not."""
    roots: list[Element] = []
    stack: list[Element] = []

    def close(upto: int, at: int, content_end: int, *, closed: bool) -> None:
        """Ends the elements from the innermost to the stack's place `upto`."""
        while len(stack) > upto:
            last = stack.pop()
            is_found = closed and len(stack) == upto
            last.span, last.content = (
                Span(last.span.start, at if is_found else content_end),
                Span(last.content.start, content_end),
            )
            last.closed = is_found

    position = span.start
    while match := TAG.search(text, position, span.end):
        position = match.end()
        name = match["name"]
        if name is None:
            continue
        name = name.lower()
        if match["end"]:
            depth = _opened(name, stack)
            if depth is not None:
                close(depth, match.end(), match.start(), closed=True)
            continue
        _close_implied(name, stack, match.start(), close)
        new = Element(name, Span(*match.span()), Span(match.end(), match.end()), attributes(match["rest"]))
        (stack[-1].children if stack else roots).append(new)
        if name in VOID or match["rest"].endswith("/"):
            continue
        if name in _RAW:
            end = lazily(rf"</{name}\s*>", re.I).search(text, position, span.end)
            stop = end.start() if end else span.end
            position = end.end() if end else span.end
            new.span, new.content = Span(new.span.start, position), Span(new.content.start, stop)
            continue
        stack.append(new)
        if len(stack) > 200:  # nobody nests so deep; a flood of open tags must stay linear
            break
    close(0, span.end, span.end, closed=False)
    return roots


def _opened(name: str, stack: list[Element]) -> int | None:
    """Where in the stack the element is that an end tag ends; None where it ends none."""
    around = {"ul", "ol"} if name == "li" else {"table"} if name in _CELLS else ()
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].tag == name:
            return depth
        if stack[depth].tag in around:
            return None
    return None


def _close_implied(name: str, stack: list[Element], at: int, close: _Closer) -> None:
    """Ends what the start of `name` ends without a tag of its own, as `<li>` the item before, with a `<div>` in it."""
    around = _HOLDS_ITEMS if name in _ITEMS else {"table"} if name in _CELLS else _SCOPE
    for depth in range(len(stack) - 1, -1, -1):
        open_tag = stack[depth].tag
        if name in _CLOSED_BY.get(open_tag, ()):
            close(depth, at, at, closed=False)  # and on: a row ends the cell that is open, and the row around it
            continue
        if open_tag in around:
            return


_USUAL = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": "\xa0"}
"""The entities that most pages have no others than."""


def unescaped(text: str) -> str:
    """The text with its entities as characters; the table of them is only loaded where there are rare ones."""
    if "&" not in text or text in _USUAL:
        return _USUAL.get(text, text)
    from html import unescape

    return unescape(text)
