"""The regular expressions of kramdown's block syntax (GFM input), and its table of HTML elements.

All are used with `pattern.match(text, at, end)`, never with an anchor: kramdown also starts blocks in mid-line, after
an element that has just ended. Blanks are ASCII: a no-break space is text. Groups that repeat are never possessive,
because early releases of Python 3.11 match those wrongly.
"""

from __future__ import annotations

import re
from functools import lru_cache

from profile_tui.text.pattern import lazily

BLANKS = " \t\n\v\f\r"  # what `strip` must take away, and no more
_S = r" \t\r\f\v"  # blanks within a line, for a character class
_LINE = r"[^\n]*\n"
_LISTS = r"(?:[+*-]|[0-9]+\.)[\t| ]"
_GAP = rf"((?:[{_S}\n]*\n)?)"  # blank lines after a block; matches always, so the loop before it never gives back

_SPAN_NAMES = (
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc "
    "ruby samp select small span strong sub sup tt u var"
)
_BLOCK_NAMES = (
    "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 "
    "h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary "
    "table tbody td th thead tfoot tr ul"
)
_EMPTY_NAMES = "area base br col command embed hr img input keygen link meta param source track wbr"
_BLOCK_MODEL = (
    "address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header "
    "hgroup iframe li main map menu nav noscript object section summary td"
)
_SPAN_MODEL = (
    "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb "
    "rbc rp rt rtc ruby select small span strong sub sup th tt"
)
_RAW_MODEL = "script style math option textarea pre code kbd samp var"
SPAN_ELEMENTS = frozenset(_SPAN_NAMES.split())
BLOCK_ELEMENTS = frozenset(_BLOCK_NAMES.split())
EMPTY_ELEMENTS = frozenset(_EMPTY_NAMES.split())
# What `markdown="1"` makes of an element's content; an element in neither stays raw.
CONTENT_MODEL = dict.fromkeys(_SPAN_MODEL.split(), "span") | dict.fromkeys(_BLOCK_MODEL.split(), "block")
ELEMENTS = SPAN_ELEMENTS | BLOCK_ELEMENTS | EMPTY_ELEMENTS | CONTENT_MODEL.keys() | frozenset(_RAW_MODEL.split())

_NAME = r"[^\W\d][\w.-]*(?::[^\W\d][\w.-]*)?"
_SPAN_NAME = rf"(?:{'|'.join(sorted(SPAN_ELEMENTS))})"
# An element at the start of a line that ends a paragraph. `script` does not, though it starts a block elsewhere.
_LAZY_END = rf"<(?:(?={_NAME})(?!(?:{_SPAN_NAME}|script)\b)|/(?!(?:{_SPAN_NAME}|script)\b){_NAME}[{_S}\n]*>)"

# --- paragraphs
# Starts a paragraph whatever is before: no block starts so, and no table, formula or underline is near.
_PLAIN_SIGNS = (
    rf"[^{_S}\n*+\-_0-9#:>~`<{{^\[$\\|]|\[(?![^\n\]]*\]:)|\*\*?[^{_S}\n*|\[]|__?[^{_S}\n_|]|[0-9]+[^0-9.\n|]"
    rf"|\{{[^:\n|]|\$[^$\n|]|</?{_SPAN_NAME}(?![\w.:-])"
)
_PLAIN_FIRST = rf"(?:{_PLAIN_SIGNS})[^\n|]*\n(?![-=]+[{_S}]*\n)"
# What may end a paragraph; "{{:" only may, so the caller looks closer.
_MAY_END = (
    rf"[{_S}]*\n|\^[{_S}]*\n|#{{1,6}}[\t ]| {{0,3}}(?:{_LAZY_END}|\{{:|[+*-][\t| ]|[0-9]+\.[\t| ]|:[\t| ]|>|[~`]{{3}})"
)
_GOES_ON = rf"(?:[^{_S}\n*+\-0-9#:>~`<{{^][^\n]*\n|(?!{_MAY_END}){_LINE})*"
# What every page needs is compiled at once, because its use then costs a little less; the rest where it is met.

# The commonest blocks: a paragraph that starts so, or a heading without an id and closing signs.
PLAIN = lazily(rf"(?:(#{{1,6}})[\t ]+([^\n{{#]*[^{_S}\n{{#\0])[{_S}]*\n|{_PLAIN_FIRST}{_GOES_ON}){_GAP}")
PARAGRAPH = lazily(_LINE + _GOES_ON + _GAP)
# Whether a table, a formula or an underlined heading may start here.
NEEDS_BOUNDARY = lazily(r"[^\n|]*(?:\||\n[-=])| {0,3}\$\$")

# --- lines
LINE = lazily(_LINE)
GAP = lazily(rf"[{_S}\n]*\n")
BLANK_REST = lazily(r"[ \t]*\n")
LEAD = lazily(r" {0,3}")
END_OF_BLOCK = lazily(rf"\^[{_S}]*\n")
RULE = lazily(r" {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n")
ATX = lazily(r"(#{1,6})[\t ]+([^\n]*)\n")
SETEXT = lazily(rf" {{0,3}}([^ \t\n][^\n]*)\n([-=])[-=]*[{_S}]*\n")
HEADING_ID = lazily(r"[\t ]\{#[^\W\d][\w.:·-]*\}\Z")
HEADING_CLOSE = lazily(r"[\t ]#+\Z")
CODE_LINES = lazily(rf"(?:(?:\t| {{4}})[ \t]*[^{_S}\n]{_LINE})+")
QUOTE_START = lazily(r"^ {0,3}> ?", re.M)
FENCE = lazily(r" {0,3}([~`])(\1{2,})([^\n]*)\n")
FENCE_END = lazily(rf"^ {{0,3}}(`{{3,}}|~{{3,}})[{_S}]*\n", re.M)
FENCE_WORD = lazily(rf"[{_S}]*[^{_S}\n]*[{_S}]*\Z")
MATH = lazily(r" {0,3}(\\?)\$\$")
TABLE_LINE = lazily(r"(?:\||[^\n]*?[^\\\n]\|)[^\n]*\n")
TABLE_START = lazily(rf" {{0,3}}(?=[^{_S}\n])(?:\||[^\n]*?[^\\\n]\|)[^\n]*\n")
TABLE_RULE = lazily(r"[+|: \t-]*-[+|: \t-]*\n")
TABLE_FOOT = lazily(r"[+|: \t=]*=[+|: \t=]*\n")
PIPE = lazily(r"\||[^\n]*?[^\\\n]\|")

# --- definitions and extensions
LINK_DEFINITION = lazily(r" {0,3}\[[^\n\]]+\]:[ \t]*([^\n]*)\n")
LINK_TITLE = lazily(r"[ \t]*([\"'])[^\n]+\1[ \t]*\n")
LINK_TITLE_START = lazily(r"[ \t]+([\"'])")
FOOTNOTE = lazily(rf" {{0,3}}\[\^[A-Za-z0-9_][A-Za-z0-9_-]*\]:{_LINE}")
ABBREVIATION = lazily(rf" {{0,3}}\*\[[^\n]+?\]:{_LINE}")
_ANY = r"[^}]*(?:(?<=\\)\}[^}]*)*"
IAL = lazily(rf" {{0,3}}\{{:(?![:/}}]){_ANY}\}}[{_S}]*\n")
ITEM_IAL = lazily(rf"\{{:(?!(?:[A-Za-z0-9_][A-Za-z0-9_-]*)?:|[/}}]){_ANY}\}}[{_S}\n]*")
ALD = lazily(rf" {{0,3}}\{{:[A-Za-z0-9_][A-Za-z0-9_-]*:(?!\}}){_ANY}\}}[{_S}]*\n")
EXTENSION = lazily(rf" {{0,3}}\{{::(comment|nomarkdown|options)(?:[{_S}\n]{_ANY}|/)?\}}[{_S}]*\n")
LONGEST_ATTRIBUTES = 2000  # characters; bounds the search for the brace that closes an attribute list


@lru_cache(maxsize=8)
def extension_end(name: str) -> re.Pattern[str]:
    """The line that ends extension `name`."""
    return re.compile(rf"^ {{0,3}}\{{:/(?:{name})?\}}[{_S}]*\n", re.M)


# --- HTML
HTML_LAZY_END = lazily(rf" {{0,3}}{_LAZY_END}")
_ATTRIBUTE = rf"[{_S}\n]+{_NAME}(?:[{_S}\n]*=[{_S}\n]*(?:\w+|\"[^\"]*\"|'[^']*'))?"
_TAG = rf"({_NAME})((?:{_ATTRIBUTE})*)[{_S}\n]*(/?)>"
TAG = lazily("<" + _TAG)
CLOSE_TAG = lazily(rf"</({_NAME})[{_S}\n]*>")
ATTRIBUTE = lazily(rf"({_NAME})(?:[{_S}\n]*=[{_S}\n]*(?:(\w+)|(\"|')(.*?)\3))?", re.S)
RAW_HTML = lazily(rf"<(?:/({_NAME})[{_S}\n]*>|{_TAG}|!--|\?)")
COMMENT_OPEN, COMMENT_CLOSE = "<!--", "-->"


@lru_cache(maxsize=64)
def element_end(name: str) -> re.Pattern[str]:
    """The end tag of element `name`."""
    return re.compile(rf"</{re.escape(name)}[{_S}\n]*>", re.I)


# --- lists
UL_START = lazily(rf"( {{0,3}}[+*-])[\t| ]{_LINE}")
OL_START = lazily(rf"( {{0,3}}[0-9]+\.)[\t| ]{_LINE}")
DL_START = lazily(rf"( {{0,3}}:)[\t| ]{_LINE}")
LIST_START = lazily(rf" {{0,3}}{_LISTS}")
MARKERS = {"ul": r"[+*-]", "ol": r"[0-9]+\.", "dl": ":"}
WIDEST_RUN = 12  # columns; a list indented further is read line by line


@lru_cache(maxsize=64)
def item_start(kind: str, spaces: int) -> re.Pattern[str]:
    """An item's first line in a list whose last item is indented so that `spaces` may be before the next marker."""
    return lazily(rf"( {{0,{spaces}}}{MARKERS[kind]})[\t| ]{_LINE}")


def _indented(columns: int) -> str:
    units, rest = divmod(columns, 4)
    return rf"(?:(?:\t| {{4}}){{{units}}} {{{rest}}}|(?:\t| {{4}}){{{units + 1}}})"


# The first line of a list of plain shape.
PLAIN_ITEM = lazily(rf"(?:[+*-]|[0-9]{{1,4}}\.) {{1,4}}(?=[^{_S}\n{{])")


# The blank lines after a list that surely end it.
LIST_GAP = lazily(rf"[{_S}\n]*\n(?=[^{_S}\n*+\-_0-9^]|\Z)")


@lru_cache(maxsize=256)
def item_lines(kind: str, columns: int, marker: str | None) -> re.Pattern[str]:
    """The lines after an item's first one that surely belong to the list, as far as blank lines after them.

    Args:
        kind: `ul`, `ol` or `dl`.
        columns: Where the item's text starts.
        marker: With a marker (blanks, pattern, blanks), items that start with just that are passed over, too.
    """
    start = rf" {{0,{min(columns - 1, 3)}}}{MARKERS[kind]}[\t| ]"
    filled = rf"(?=[{_S}]*[^{_S}\n])"
    content = rf"(?!{start}){_indented(columns)}{filled}{_LINE}"
    lazy = rf"[^{_S}\n<{{^:*+\-0-9]{_LINE}|(?!{start}| {{0,3}}(?:<|\{{:)|\^[{_S}]*\n){filled}{_LINE}"
    rule = "" if kind == "dl" else r"(?! {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n)"
    if marker is None:
        return re.compile(rf"(?:{content}|{lazy}|[{_S}\n]*\n{rule}{content})*")
    first = rf"{marker}(?=[^{_S}\n{{]){_LINE}"
    return re.compile(rf"(?:{first}|{content}|{lazy}|[{_S}\n]*\n{rule}(?:{first}|{content}))*")


RUBY_BLANKS = BLANKS + "\0"
"""What Ruby's `rstrip` takes away."""


def without_id(title: str) -> str:
    """Return the words of a heading without its `{#id}`."""
    match = HEADING_ID.search(title)
    return title[: match.start()].rstrip(RUBY_BLANKS) if match else title
