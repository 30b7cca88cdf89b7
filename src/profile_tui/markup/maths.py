"""Where formulas are: what KaTeX and MathJax take for one, not what a price is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span

_FORMULA = lazily(
    r"(?<![^\\]`)(?P<code>`+)(?!`).+?(?<!`)(?P=code)(?!`)"  # code comes first: what is in it isn't a formula
    r"|\$\$.+?\$\$"
    r"|(?<![\\$])\$(?![\s$])[^$\n]*?[^\s\\$]\$(?![\d$])"
    r"|\\\\\(.+?\\\\\)|\\\\\[.+?\\\\\]",
    re.S,
)
_TEX = lazily(r"\\[A-Za-z]|[_^]")


def formulas(text: str, span: Span) -> Iterator[Span]:
    """Yield the formulas of a range, with their marks; those that hold no TeX are likely prices, and left out."""
    for formula in _FORMULA.finditer(text, *span):
        if not formula["code"] and _TEX.search(formula[0]):
            yield Span(*formula.span())
