r"""`latex-command`: `\textbf{…}` and the like in Markdown, which readers see as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.content.page.page import Page
from profile_tui.markup.blocks import walk
from profile_tui.site.checks import Check, register
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily

MARKS = {"textbf": "**", "textit": "*", "emph": "*", "textsl": "*"}
"""The commands, and what Markdown has for them."""
_ANY = lazily(rf"\\(?:{'|'.join(MARKS)})\{{")
_PIECES = lazily(
    r"<!--.*?(?:-->|\Z)|\{%.*?%\}|\{\{.*?\}\}|<[A-Za-z/][^<>]*>"
    r"|(?<![^\\]`)(?P<code>`+)(?!`).+?(?<!`)(?P=code)(?!`)"
    r"|\$\$.+?\$\$|\$[^$\n]+\$|\\\\\(.+?\\\\\)|\\\\\[.+?\\\\\]|\\\(.+?\\\)"
    r"|\\[A-Za-z]+\{[^{}\n]*\{[^{}\n]*\}[^{}\n]*\}"
    rf"|(?P<command>\\(?P<name>{'|'.join(MARKS)})\{{(?P<said>[^{{}}\\\n*_`$<>|\[\]]+)\}})",
    re.S,
)
"""What may hold a command that is meant, code and formulas, comes first, and commands within others."""


def commands(page: Page) -> Iterator[re.Match[str]]:
    """Yield the commands in the Markdown of a page; their groups are `name` and `said`."""
    if page.html or not _ANY.search(page.text, page.body_start):
        return
    for _unused, block in walk(page.blocks):
        if block.kind in ("paragraph", "heading", "table"):
            for match in _PIECES.finditer(page.text, *block.content):
                if match["command"] and match["said"].strip() == match["said"]:
                    yield match


def _find(page: Page, target: Target) -> Iterator[Problem]:
    for match in commands(page):
        mark = MARKS[match["name"]]
        message = _("Readers see `{command}` as it is: this is LaTeX. Write {mark}{said}{mark}.").format(
            command=match["command"], mark=mark, said=match["said"]
        )
        yield Problem("warning", "latex-command", target.name, page.source.line_number(match.start()), message)


register(Check("latex-command", 116, _find, everywhere=True))
