"""LaTeX as the text that a reader sees. It never raises and never loses: what is not understood stays as it is written.

Accents, letters, quotes, dashes and escapes are decoded here; maths is kept. Only where commands are left is pylatexenc
asked, with a context of our own: its symbols, and of every other command the text in its arguments, which its converter
drops or raises at.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from profile_tui.text.pattern import lazily

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text
    from pylatexenc.latexwalker import LatexMacroNode

_LATEX = lazily(r"[\\{}$~`]|--|''")
_LONGEST = 12_000
"""Characters of a value; a longer one may hold more that is set aside than there are codes for private use."""
_PRIVATE = lazily(r"[\ue000-\uf8ff]")
_MATHS = lazily(
    r"(?<!\\)\$\$?(?:\\.|[^$\\])+\$\$?|\\\(.+?\\\)|\\ensuremath\s*\{(?P<sure>[^{}]*)\}"
    r"|\\(?:sqrt|(?:nice)?frac|binom)(?:\[[^\]]*\])?(?:\{[^{}]*\}){1,2}",
    re.S,
)
"""What is kept as it is: outside of maths too, roots and fractions say something else without their commands."""
_LETTER = r"\\[ij](?![A-Za-z])|[^\W\d_]"
_ACCENT = lazily(
    rf"\\(?:(?P<sign>['\"`^~=.])|(?P<word>[uvHcdbrk]|textcommabelow)(?![A-Za-z])\s*)(?:\{{\s*(?P<braced>{_LETTER})\s*\}}|(?P<bare>{_LETTER}))"
)
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "r": "\u030a",
    "k": "\u0328", "textcommabelow": "\u0326",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "SS": "ẞ", "l": "ł", "L": "Ł", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
    "ng": "ŋ", "NG": "Ŋ",
}  # fmt: skip
_NATIONAL = lazily(rf"\\({'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z])(?:\{{\}}|\s+)?")
_ESCAPED = lazily(r"\\([&%$#_{}])")
_BRACE = lazily(r"\\textbrace(left|right)(?![A-Za-z])")
_BLANK = lazily(r"\\[,;:> ]|\\\\(?:\[[^\]]*\])?|~")
_NOTHING = lazily(r"\\[!/@-]")
_QUOTES = (("``", "“"), ("''", "”"), ("`", "‘"), ("---", "—"), ("--", "–"))
_QUOTED = lazily(r"(?<![`\w])`(?!`)([^`\n]*?[^\s`'])'(?![\w'])")
"""What single quotes enclose; an apostrophe by itself stays as it is."""
_COMMAND = lazily(r"\\[A-Za-z]")
_SILENT = frozenset(
    """caption centering cite citealp citep citet clearpage color fontfamily fontseries fontshape fontsize footnote
    footnotemark hspace hyphenation includegraphics index label noopsort pagestyle ref rule selectlanguage thanks
    vspace""".split()
)
"""Commands whose arguments no reader of a title sees."""
_SHOWN_LAST = {
    "href": "{{", "textcolor": "[{{", "colorbox": "[{{", "fcolorbox": "[{{{", "foreignlanguage": "{{",
    "raisebox": "{[[{",
    "parbox": "[[[{{", "scalebox": "{[{", "resizebox": "{{{", "texorpdfstring": "{{", "hyperref": "[{",
    "selectlanguage": "{", "noopsort": "{", "thanks": "{", "color": "[{", "fontsize": "{{", "index": "{",
}  # fmt: skip
"""Arguments of commands: of those that are not silent, the last is what a reader sees."""
_DECLARED = frozenset(
    """bf bfseries boldmath break em enspace footnotesize hfill huge it item itshape large Large LARGE linebreak newline
    noindent normalfont normalsize par protect relax rm rmfamily sc scriptsize scshape sf sffamily sl slshape small
    thinspace tiny tt ttfamily upshape xspace""".split()
)
"""Commands without arguments that show nothing."""
_SYMBOLS = {
    "BibTeX": "BibTeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "P": "¶", "S": "§", "TeX": "TeX", "checkmark": "✓",
    "copyright": "©", "dag": "†", "ddag": "‡", "degree": "°", "euro": "€", "pounds": "£", "slash": "/",
    "textasciicircum": "^", "textasciitilde": "~", "textasteriskcentered": "*", "textbackslash": "\\", "textbar": "|",
    "textbullet": "•", "textcopyright": "©", "textdagger": "†", "textdegree": "°", "textdollar": "$",
    "textgreater": ">", "textless": "<", "textquotedbl": '"', "textregistered": "®", "texttrademark": "™",
    "textunderscore": "_", "textvisiblespace": "␣",
}  # fmt: skip
"""Characters by name that the converter does not know."""


@lru_cache(maxsize=8192)
def decode(latex: str) -> str:
    """A value as a reader sees it, on one line: accents as characters, no braces, commands by their text."""
    if not _LATEX.search(latex) or _PRIVATE.search(latex) or len(latex) > _LONGEST:
        return " ".join(latex.split())
    held: list[str] = []

    def hold(shown: str) -> str:
        held.append(shown)
        return chr(0xE000 + len(held) - 1)

    text = _MATHS.sub(lambda match: hold(f"${match['sure']}$" if match["sure"] is not None else match[0]), latex)
    text = accents(text).replace('\\"', '"')
    text = _ESCAPED.sub(lambda match: hold(match[1]), text)
    text = _BRACE.sub(lambda match: hold("{" if match[1] == "left" else "}"), text)
    text = _NOTHING.sub("", _BLANK.sub(" ", text))
    text = _QUOTED.sub(r"‘\1’", text)
    for written, sign in _QUOTES:
        text = text.replace(written, sign)
    if _COMMAND.search(text):
        text = _without_commands(text, hold)
    text = text.replace("{", "").replace("}", "")
    text = _PRIVATE.sub(lambda match: held[ord(match[0]) - 0xE000], text)
    return " ".join(text.split())


def accents(latex: str) -> str:
    """LaTeX with its accents and national letters as characters; all else, braces too, as it is."""
    if "\\" not in latex:
        return latex
    return _NATIONAL.sub(lambda match: _LETTERS[match[1]], _ACCENT.sub(_accented, latex))


def _accented(match: re.Match[str]) -> str:
    """A letter with its accent."""
    import unicodedata

    letter = (match["braced"] or match["bare"]).removeprefix("\\")
    shown = unicodedata.normalize("NFC", letter + _ACCENTS[match["sign"] or match["word"]])
    # no letter has it: a quotation mark that was to be escaped
    return f'"{letter}' if match["sign"] == '"' and len(shown) > 1 else shown


def _without_commands(text: str, hold: Callable[[str], str]) -> str:
    """Text with its commands replaced by what they show; as it is where it cannot be parsed."""
    from pylatexenc.latexwalker import LatexWalker, LatexWalkerError

    # what is left of these would begin a comment or a cell, and is just a character in a value
    text = re.sub(r"[%&#$^_]", lambda match: hold(match[0]), text)
    walker_context, converter = _context()
    try:
        nodes, _, _ = LatexWalker(text, latex_context=walker_context, tolerant_parsing=True).get_latex_nodes()
        return str(converter.nodelist_to_text(nodes))
    except (LatexWalkerError, LookupError, RecursionError):
        return text


@cache
def _context() -> tuple[Any, LatexNodes2Text]:
    """The commands that are known, with their arguments, and what turns them into text; made when first needed."""
    import logging

    from pylatexenc import latex2text, latexwalker, macrospec

    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)  # odd LaTeX is no matter for the user's terminal
    macros = latexwalker.get_default_latex_context_db()
    ours = [macrospec.MacroSpec(name, args_parser=arguments) for name, arguments in _SHOWN_LAST.items()]
    macros.add_context_category("shown-last", macros=ours, prepend=True)
    shown = macrospec.LatexContextDb()
    default = latex2text.get_default_latex_context_db()
    symbols = default.iter_macro_specs(["latex-base", "advanced-symbols"])
    named = [latex2text.MacroTextSpec(name, simplify_repl=sign) for name, sign in _SYMBOLS.items()]
    declared = [latex2text.MacroTextSpec(name, discard=True) for name in _DECLARED]
    shown.add_context_category("ours", macros=[*named, *declared])
    shown.add_context_category("symbols", macros=[spec for spec in symbols if _is_symbol(spec.simplify_repl)])
    shown.set_unknown_macro_spec(latex2text.MacroTextSpec("", simplify_repl=_shown))
    shown.set_unknown_environment_spec(latex2text.EnvironmentTextSpec("", discard=False))
    return macros, latex2text.LatexNodes2Text(latex_context=shown, math_mode="verbatim", strict_latex_spaces=False)


def _is_symbol(replacement: object) -> bool:
    """Whether a command is replaced by some characters, whatever is after it."""
    return isinstance(replacement, str) and bool(replacement) and "%" not in replacement


def _shown(node: LatexMacroNode, l2tobj: LatexNodes2Text) -> str:
    """What a command shows: its arguments' text; where it has none, what is in the source."""
    name = node.macroname
    given = node.nodeargd.argnlist if node.nodeargd else []
    arguments = [argument for argument in given if argument is not None]
    source = node.parsing_state.s if node.parsing_state else ""
    if name in _SILENT:
        return ""
    if not arguments:
        return "" if source.startswith("{", node.pos + node.len) else str(node.latex_verbatim())
    if name in _SHOWN_LAST and all(argument.latex_verbatim().startswith(("{", "[")) for argument in arguments):
        arguments = arguments[-1:]
    return "".join(
        str(l2tobj.nodelist_to_text([argument]))
        for argument in arguments
        if not argument.latex_verbatim().startswith("[")
    )
