"""Typed Markdown as HTML, for places that kramdown leaves as they are: the items of an HTML list, a page in HTML."""

from __future__ import annotations

import re

from profile_tui.text.pattern import lazily

_TARGET = r"\(\s*<?((?:[^\s()<>\"]|\([^\s()<>\"]*\))*)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_MARKUP = lazily(
    r"(?<![^\\]`)(?P<fence>`+)(?!`)(?P<code>.+?)(?<!`)(?P=fence)(?!`)"
    rf"|!\[(?P<alt>[^\[\]]*)\]{_TARGET}"
    rf"|\[(?P<label>(?:[^\[\]\\]|\\.|!?\[[^\[\]]*\](?:\([^()]*\))?)*)\]{_TARGET}"
    r"|<(?P<address>https?://[^\s<>]+)>|<(?:mailto:)?(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"
    r"|(?P<verbatim>\{\{.*?\}\}|\{%.*?%\}|<!--.*?-->|</?[A-Za-z][^<>]*>)"
    r"|\\(?P<escaped>[\\.*_+`<>()\[\]{}#!:|\"'$=&~^/@-])"
    r"|(?P<three>\*{3}|(?<!\w)_{3})(?=[^\s*_])(?P<both>.+?)(?<=[^\s*_])(?P=three)(?![*\w])"
    r"|(?P<two>\*\*|(?<!\w)__)(?=[^\s*])(?P<strong>.+?)(?<=\S)(?P=two)(?!\*)(?:(?<=\*)|(?!\w))"
    r"|\*(?=[^\s*])(?P<em>(?:\*\*.+?\*\*|[^*])+?)(?<=[^\s*])\*(?!\*)"
    r"|(?<!\w)_(?=[^\s_])(?P<under>(?:__.+?__|[^_]|(?<=\w)_(?=\w))+?)(?<=[^\s_])_(?!\w)"
    r"|~~(?=\S)(?P<struck>.+?)(?<=\S)~~",
    re.S,
)
_WRAPPED = (
    ("both", "<strong><em>{}</em></strong>"),
    ("strong", "<strong>{}</strong>"),
    ("em", "<em>{}</em>"),
    ("under", "<em>{}</em>"),
    ("struck", "<del>{}</del>"),
)
_SHOWN = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "{": "&#123;"}


def to_inline_html(text: str) -> str:
    """Return a line of Markdown as HTML: emphasis, code, links and images; HTML and Liquid in it stay as they are."""
    return _MARKUP.sub(_html, text)


def _html(match: re.Match[str]) -> str:
    """Return one piece of markup as HTML."""
    if match["code"] is not None:
        return f"<code>{_as_text(match['code'].strip(' '))}</code>"
    if match["alt"] is not None:
        return f'<img src="{_attribute(match[4])}" alt="{_attribute(match["alt"])}">'
    if match["label"] is not None:
        return f'<a href="{_attribute(match[6])}">{to_inline_html(match["label"])}</a>'
    if match["address"]:
        return f'<a href="{_attribute(match["address"])}">{_as_text(match["address"])}</a>'
    if match["mail"]:
        return f'<a href="mailto:{match["mail"]}">{match["mail"]}</a>'
    if match["escaped"]:
        return _SHOWN.get(match["escaped"], match["escaped"])
    for name, around in _WRAPPED:
        if match[name] is not None:
            return around.format(to_inline_html(match[name]))
    return match[0]


def _as_text(text: str) -> str:
    """Return text with the signs that HTML or Liquid would take for their own as entities."""
    return re.sub(r"[<>&]|\{(?=[{%])", lambda match: _SHOWN[match[0]], text)


def _attribute(value: str) -> str:
    """Return a value that may be in double quotes."""
    return re.sub(r"&(?!#?\w+;)", "&amp;", value).replace('"', "&quot;").replace("<", "%3C").replace(">", "%3E")
